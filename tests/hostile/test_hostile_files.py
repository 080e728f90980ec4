"""Hostile names, bytes, structures and sizes: each accepted, refused with its reason, or left out with a warning; nothing hangs."""

from __future__ import annotations

import json
import os
import re
import resource
import time
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from page_walk import faults_of
from texts import FORMATS, PIECES, repeated

from sitegen import read
from sitegen.cli import main
from sitegen.extract import extract
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.model import Clipping, World
from sitegen.records import extraction_to_json
from sitegen.slugs import DEVICES
from sitegen.world import Names, names_of

Tree = Callable[[Mapping[str, str | bytes]], Path]
STORY = "Ministers meet\n\nNAIROBI, May 5, 2021 (Wire) -- Defence ministers met in Nairobi on 4 May 2021, the ministry said.\n"
LIMIT_S, LIMIT_MB = 10.0, 1_000


def command(name: str, content: Path, *more: str) -> int:
    folder = content.parent
    return main([name, "--content", str(content), "--output", str(folder / "out"), "--cache", str(folder / "cache"), *more])  # fmt: skip


def problems(content: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    command("check", content, "--json")
    caught = capsys.readouterr()
    assert "Traceback" not in caught.err
    return [json.loads(line) for line in caught.out.splitlines()]


NAMES_OF_FILES = (
    "con.txt", "CON.TXT", "nul.md", "aux.html", "com1.txt", "a b.txt", "a  b.txt", "A.txt", "a.txt", "Ａ.txt", "ａ.txt", "é.txt", "e\u0301.txt",
    "ﬁ.txt", "fi.txt", "ß.txt", "ss.txt", "İ.txt", "{{7*7}}.txt", "<script>alert(1)</script>.txt".replace("/", "_"), "'\"`$(id).txt", "-rf.txt",
    "--help.txt", "%2e%2e%2f.txt", "..txt", "...txt", "x" * 240 + ".txt", "é" * 110 + ".txt", "a\\b.txt", "a:b.txt", "a*b?.txt", "index.html", "404.html",
    "assets.txt", "sitegen-manifest.json.txt", "中文.txt", "العربية.txt", "🎉.txt", "#x.txt", "?q=1.txt", "&amp;.txt", ";ls.txt", "|x.txt", "~x.txt", "_x.txt",
)  # fmt: skip
UNPRINTABLE = (
    "a\nb.txt",
    "a\tb.txt",
    "a\x1b[31m.txt",
    "a\u202eb.txt",
    "a\x7fb.txt",
    "a\u2028b.txt",
    "a\udcffb.txt",
    "a\x01.txt",
)


def test_names_of_every_kind_become_safe_ones_that_stay_apart(
    tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        f"articles/{n}": STORY.replace("Ministers meet", f"Ministers meet {i}") for i, n in enumerate(NAMES_OF_FILES)
    }
    content = tree(files)
    bytes_name = os.fsencode(content / "articles")
    for name in UNPRINTABLE:
        Path(os.fsdecode(bytes_name + b"/" + name.encode("utf-8", "surrogateescape"))).write_text(STORY)
    assert command("build", content, "-q") == 0
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert list(faults_of(tmp_path / "out")) == []
    folded = [p.relative_to(tmp_path / "out").as_posix().casefold() for p in (tmp_path / "out").rglob("*")]
    assert len(folded) == len(set(folded))
    sources = [p for p in (tmp_path / "out/sources").iterdir() if p.is_dir()]
    assert len(sources) >= len(NAMES_OF_FILES) - 2  # ".." begin with a dot and are hidden files
    said = problems(content, capsys)
    assert sum(p["code"] == "W013" for p in said) == len(UNPRINTABLE)


def test_names_are_fit_for_every_disk_and_stay_when_others_come(tree: Tree, tmp_path: Path) -> None:
    files = {
        f"articles/{n}": STORY.replace("Ministers meet", f"Ministers meet {i}") for i, n in enumerate(NAMES_OF_FILES)
    }
    content = tree(files)
    assert command("build", content, "-q") == 0
    before = {p.name for p in (tmp_path / "out/sources").iterdir() if p.is_dir()}
    for number in range(20):
        (content / f"articles/later-{number}.txt").write_text(
            STORY.replace("Ministers meet", f"Ministers meet later {number}")
        )
    assert command("build", content, "-q") == 0
    written = list((tmp_path / "out").rglob("*"))
    assert before <= {p.name for p in written}
    for path in written:
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}|\.nojekyll", path.name), path.name
        assert not path.name.endswith(".")
        assert path.name.partition(".")[0].lower() not in DEVICES
        assert not path.is_symlink()
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)
    assert (tmp_path / "out/.nojekyll").is_file()
    folded = [unicodedata.normalize("NFKC", p.relative_to(tmp_path / "out").as_posix()).casefold() for p in written]
    assert len(folded) == len(set(folded))


@pytest.mark.parametrize("what", ["file", "folder", "content"])
def test_a_link_that_takes_a_name_s_place_during_a_build_is_not_followed(
    what: str, tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the listing and the opening: the file itself is never followed; of a folder the page on security says that it is."""
    content = tree({f"articles/deep/a{n}.txt": STORY.replace("May 4", f"May {n + 4}") for n in range(3)})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a1.txt").write_text(STORY.replace("Ministers meet", "SECRETWORD"))
    real = read.read_bytes

    def swapped(file: str, limit: int) -> bytes:
        if file.endswith("a0.txt"):
            if what == "file":
                (content / "articles/deep/a1.txt").unlink()
                (content / "articles/deep/a1.txt").symlink_to(outside / "a1.txt")
            elif what == "folder":
                (content / "articles/deep").rename(tmp_path / "moved")
            else:
                content.rename(tmp_path / "moved")
        return real(file, limit)

    monkeypatch.setattr(read, "read_bytes", swapped)
    status = command("build", content, "-q", "--jobs", "1")
    assert status in (1, 3)
    assert not (tmp_path / "out").exists()


def test_what_is_no_file_is_named_and_left_alone(
    tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tree({"articles/a.txt": STORY})
    secret = tmp_path.parent / f"{tmp_path.name}-secret.txt"
    secret.write_text("SECRETWORD")
    articles = content / "articles"
    (articles / "link.txt").symlink_to(secret)
    (articles / "dangling.txt").symlink_to("nowhere")
    (articles / "loop").symlink_to(articles)
    (articles / "etc").symlink_to("/etc")
    os.mkfifo(articles / "pipe.txt")
    os.mkfifo(articles / "a.yaml.txt")
    (articles / "folder.md").mkdir()
    (articles / "zero.txt").symlink_to("/dev/zero")
    (content / "people").mkdir()
    (content / "people/p.md").symlink_to(secret)
    (content / "files").mkdir()
    (content / "files/out.txt").symlink_to(secret)
    assert command("build", content, "-q") == 0
    assert all(b"SECRETWORD" not in p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert sum(p["code"] == "W013" for p in problems(content, capsys)) == 9


BYTES: dict[str, bytes] = {
    "empty": b"", "blank": b" \n\t\n", "null": b"\0" * 1000, "bom": b"\xef\xbb\xbf" + STORY.encode(), "bom-only": b"\xef\xbb\xbf", "utf-16": STORY.encode("utf-16"),
    "utf-16-le": STORY.encode("utf-16-le"), "utf-16-odd": STORY.encode("utf-16") + b"x", "utf-32": STORY.encode("utf-32"), "cp1252": ("“Ministers” – " + STORY).encode("cp1252"),
    "cp1251": ("Министры " * 30 + STORY).encode("cp1251"), "koi8": ("Министры " * 30).encode("koi8-r"), "gb18030": ("部长 " * 30 + STORY).encode("gb18030"), "shift-jis": "大臣 ".encode("shift-jis") * 50,
    "invalid": b"\xff\xfe\xfd\xc0\x80" * 50 + STORY.encode(), "overlong": b"\xc0\xaf" * 50 + STORY.encode(), "surrogates": b"\xed\xa0\x80\xed\xb0\x80" * 20 + STORY.encode(),
    "beyond": b"\xf4\x90\x80\x80" * 20 + STORY.encode(), "cut": STORY.encode() + "é".encode()[:1], "random": bytes((i * 73 + i // 7 * 31) % 256 for i in range(5_000)), "all-bytes": bytes(range(256)) * 20,
    "cr": STORY.replace("\n", "\r").encode(), "crlf": STORY.replace("\n", "\r\n").encode(), "mixed": STORY.replace("\n", "\n\r").encode(), "vt": STORY.replace(" ", "\x0b").encode(), "nel": STORY.replace("\n", "\x85").encode(),
    "elf": b"\x7fELF\x02\x01\x01" + bytes(3000), "zip": b"PK\x03\x04" + bytes(range(256)) * 9, "gzip": b"\x1f\x8b\x08" + bytes(range(256)) * 9, "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "pdf": b"%PDF-1.7\n" + bytes(range(256)) * 9,
    "utf-7": b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-" + STORY.encode(), "declared": b"<meta charset=utf-7>" + STORY.encode(), "unknown": b"<meta charset=klingon><p>" + STORY.encode(),
    "bidi": ("\u202e" + STORY + "\u2066").encode(), "tags": ("".join(chr(0xE0000 + ord(c)) for c in "ignore all rules") + STORY).encode(), "noncharacters": ("\ufffe\uffff\U0001ffff" + STORY).encode(),
    "front-only": b"---\n", "front-open": b"---\ntitle: x\n", "front-empty": b"---\n---\n", "front-list": b"---\n- a\n---\nx", "front-scalar": b"---\nx\n---\nx",
    "bomb": b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n" + STORY.encode(), "tag": b"---\nx: !!python/object/apply:os.system [id]\n---\n" + STORY.encode(), "merge": b"---\n<<: {title: x}\n---\n" + STORY.encode(),
    "deep-yaml": b"---\nx: " + b"[" * 5_000 + b"\n---\n" + STORY.encode(), "deep-map": b"---\nx: " + b"{a: " * 3_000 + b"\n---\n", "many-keys": b"---\n" + b"".join(b"k%d: 1\n" % i for i in range(5_000)) + b"---\n" + STORY.encode(),
    "huge-front": b"---\nx: " + b"y" * 100_000 + b"\n---\n", "huge-int": b"---\npublished: " + b"9" * 6_000 + b"\n---\n", "inf": b"---\npublished: .inf\n---\n", "feb-30": b"---\npublished: 2021-02-30\n---\n", "year-0": b"---\npublished: 0000-00-00\n---\n",
    "month-13": b"---\npublished: 2021-13-13\n---\n", "date-tag": b"---\npublished: !!timestamp 2021-13-99\n---\n", "null-date": b"---\npublished: ~\n---\n" + STORY.encode(), "twice": b"---\ntitle: a\ntitle: b\n---\n", "tab": b"---\n\ttitle: a\n---\n",
    "documents": b"---\ntitle: a\n--- \nb: c\n---\n", "quote": b"---\ntitle: \"a\n---\n", "bad-utf8-front": b"---\ntitle: \xff\xfe\n---\n", "edits": b"---\nedits: [{event: x, set: y}, {drop: true}, 7, {add: [], merge: q}]\n---\n" + STORY.encode(),
    "edits-add": b"---\nedits: [{add: {name: [], date: {}, place: 7}}]\n---\n" + STORY.encode(), "id": b"---\nid: ../../x\n---\n", "id-device": b"---\nid: con\n---\n",
}  # fmt: skip
#: Odd, and yet a page: front matter that is not closed has a title, and no prose.
A_PAGE = ("front-open", "documents")


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "yaml"])
@pytest.mark.parametrize("name", BYTES)
def test_any_bytes_in_any_format(name: str, suffix: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    files: dict[str, str | bytes] = {f"articles/a.{suffix}": BYTES[name]}
    if suffix == "yaml":
        files["articles/a.txt"] = STORY
    status = main(["extract", str(tree(files) / "articles"), "--content", str(tree(files).parent / "none")])
    caught = capsys.readouterr()
    assert status in (0, 1)
    assert "fault" not in caught.err
    assert (status == 1) == (": error E" in caught.err)
    for line in caught.out.splitlines():
        json.loads(line)


@pytest.mark.parametrize("folder", ["people", "organizations", "events", "pages"])
@pytest.mark.parametrize("name", BYTES)
def test_any_bytes_as_a_record(name: str, folder: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    content = tree({f"{folder}/a.md": BYTES[name], "articles/a.txt": STORY})
    said = problems(content, capsys)
    if folder == "pages" and name in A_PAGE:
        return
    assert any(str(p["path"]).endswith("a.md") and p["level"] == "error" for p in said), said


@pytest.fixture(scope="module")
def names() -> Names:
    return names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


@pytest.fixture
def clock() -> Callable[[], float]:
    start = time.process_time()
    return lambda: time.process_time() - start


def _extracted(text: str, format_: str, names: Names) -> None:
    clipping = Clipping(id="a", path=f"a.{format_}", format=format_, text=text, meta={"published": "2021-05-05"})  # type: ignore[arg-type]
    extraction_to_json(extract(clipping, names))


@pytest.mark.parametrize("name", PIECES)
def test_twenty_thousand_characters_of_one_thing_take_no_time(
    name: str, names: Names, clock: Callable[[], float]
) -> None:
    _extracted(repeated(name, 20_000), FORMATS.get(name, "txt"), names)
    assert clock() < 4


@pytest.mark.long
@pytest.mark.parametrize("framed", [False, True])
@pytest.mark.parametrize("format_", ["txt", "md", "html"])
@pytest.mark.parametrize("name", PIECES)
def test_two_hundred_thousand_characters_of_one_thing(
    name: str, format_: str, framed: bool, names: Names, clock: Callable[[], float]
) -> None:
    text = repeated(name, 200_000)
    _extracted(f"{STORY}\n{text}\n\nThey agreed, officials said.\n" if framed else text, format_, names)
    assert clock() < LIMIT_S


WORST: dict[str, tuple[str, str]] = {
    "no space": ("txt", "x" * 3_999_000), "one line of words": ("txt", "word and " * 440_000), "date-like": ("txt", "5 May 2021, " * 200_000),
    "numbers": ("txt", "12/11/2013 " * 200_000), "capitals": ("txt", "Word " * 700_000), "lines": ("txt", "a\n" * 1_900_000), "newlines": ("txt", "\n" * 3_900_000),
    "deep html": ("html", "<div>" * 10_000 + "Ministers met." + "</div>" * 10_000), "deep lists": ("html", "<ul><li>" * 10_000 + "x"), "deep tables": ("html", "<table><tr><td>" * 10_000 + "x"),
    "deep quotes": ("md", "> " * 10_000 + "x"), "deep list": ("md", "\n".join(" " * (2 * i) + "- x" for i in range(1_000))), "brackets": ("md", "[" * 10_000 + "x" + "](y)" * 10_000),
    "stars": ("md", "*" * 500_000), "tags": ("html", "<p>May 5</p>" * 300_000), "attributes": ("html", "<a " + "b=c " * 500_000 + ">x</a>"), "one attribute": ("html", '<a href="' + "x" * 3_000_000 + '">x</a>'), "entities": ("html", "&amp;" * 700_000),
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_stay_within_ten_seconds_and_a_gigabyte(
    name: str, names: Names, clock: Callable[[], float]
) -> None:
    format_, text = WORST[name]
    _extracted(text, format_, names)
    assert clock() < LIMIT_S
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 < LIMIT_MB


PROSE = {
    "quotes": "> " * 2_000 + "x", "lists": "\n".join(" " * (4 * i) + "- x" for i in range(300)), "brackets": "[" * 3_000, "links": "[a](" * 2_000,
    "stars": "*a **b " * 2_000, "notes": "\n".join(f"[^{i}]: x" for i in range(500)) + "".join(f"[^{i}]" for i in range(500)), "table": "|a" * 1_000 + "\n" + "|-" * 1_000,
    "html": "<div>" * 3_000, "backticks": "`" * 5_000, "refs": "[a]: b\n" * 1_500, "comments": "<!--" * 3_000, "abbr": "*[a]: b\n" * 300 + "a " * 1_000, "entities": "&" * 5_000, "angle": "<" * 5_000,
}  # fmt: skip


@pytest.mark.parametrize("name", PROSE)
def test_prose_that_nests_or_repeats(
    name: str, tree: Tree, tmp_path: Path, clock: Callable[[], float], capsys: pytest.CaptureFixture[str]
) -> None:
    content = tree({"pages/q.md": f"---\ntitle: q\n---\n{PROSE[name]}\n", "articles/a.txt": STORY})
    status = command("build", content, "-q")
    assert "fault" not in (err := capsys.readouterr().err), err
    assert status in (0, 1)
    assert clock() < LIMIT_S
    if status == 0:
        assert list(faults_of(tmp_path / "out")) == []


def test_a_file_too_large_is_refused_at_once(
    tree: Tree, capsys: pytest.CaptureFixture[str], clock: Callable[[], float]
) -> None:
    content = tree({"articles/a.txt": STORY, "articles/b.txt": "x" * 4_000_001})
    with open(content / "articles/c.txt", "wb") as handle:
        handle.truncate(100_000_000)
    assert {str(p["path"])[-5:] for p in problems(content, capsys) if p["code"] == "E014"} == {"b.txt", "c.txt"}
    assert clock() < 1.5


def test_absurd_days_in_running_text_are_told_and_date_nothing(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("30 February 2021", "31 June 2019", "February 30, 2021", "2021-02-31", "31.04.2020", "31 November 1999")
    text = "Ministers meet\n\nNAIROBI, May 5, 2021 (Wire) -- Defence ministers spoke.\n\n" + "\n\n".join(
        f"Ministers met in Nairobi on {d}, it said." for d in days
    )
    content = tree({"articles/a.txt": text})
    assert main(["extract", str(content / "articles/a.txt"), "--content", str(content.parent / "none")]) == 0
    caught = capsys.readouterr()
    assert caught.err.count("N201") >= 4
    assert {e["date"] for e in json.loads(caught.out)["events"]} <= {"2021-05-05"}


@pytest.mark.long
def test_fifty_thousand_tiny_files(tmp_path: Path, clock: Callable[[], float]) -> None:
    articles = tmp_path / "content/articles"
    for number in range(50_000):
        if number % 1_000 == 0:
            (articles / f"{number:05}").mkdir(parents=True)
        (articles / f"{number // 1000 * 1000:05}/{number}.txt").write_text(
            f"Item {number}\n\nMinisters met on 4 May 2021 in room {number}.\n"
        )
    start = time.monotonic()
    assert command("build", tmp_path / "content", "-q") == 0
    assert time.monotonic() - start < 120
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 < 1_500
