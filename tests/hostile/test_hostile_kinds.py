"""Kinds of input that a person, a program or an enemy may leave in content/: each is a page, or an error where it stands; never a fault."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from page_walk import faults_of
from payloads import quoted

from sitegen.cli import main

Tree = Callable[[Mapping[str, str | bytes]], Path]
STORY = "Lake ministers meet\n\nVIENNA, May 4, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on Tuesday and agreed on patrols.\n"
BODY = STORY.partition("\n\n")[2]
SECONDS = 5.0


def build(content: Path, *more: str) -> int:
    folder = content.parent
    return main(["build", "-q", "--jobs", "1", "--content", str(content), "--output", str(folder / "out"), "--cache", str(folder / "cache"), *more])  # fmt: skip


def errors(content: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, object]]]:
    """Errors of `check`, by the path below content/."""
    capsys.readouterr()
    main(["check", "--json", "--content", str(content), "--output", str(content.parent / "out"), "--cache", str(content.parent / "cache")])  # fmt: skip
    caught = capsys.readouterr()
    assert "fault" not in caught.err
    found: dict[str, list[dict[str, object]]] = {}
    for line in caught.out.splitlines():
        problem = json.loads(line)
        if problem["level"] == "error":
            found.setdefault(str(problem["path"]).partition("content/")[2], []).append(problem)
    return found


def holds(content: Path, capsys: pytest.CaptureFixture[str], *, refused: str | None = None) -> None:
    """Built with nothing live on any page, in little time; or refused with a line that names the file."""
    before = time.process_time()
    status = build(content)
    said = capsys.readouterr().err
    assert time.process_time() - before < SECONDS
    assert "fault" not in said, said
    assert not any(c in said for c in "\x1b\x00\u202e\u2066\x9b")
    if refused is not None:
        assert status == 1, said
        assert f"{refused}:" in said
        assert not (content.parent / "out").exists()
    else:
        assert status == 0, said
        assert list(faults_of(content.parent / "out")) == []


# --- what is pasted as a text --------------------------------------------------------------------------------------------

PASTED: dict[str, str | bytes] = {
    "word": b"PK\x03\x04\x14\0\x06\0" + b"word/document.xml" + bytes(range(256)) * 20, "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000) + BODY.encode("utf-16-le"),
    "rich text": "{\\rtf1\\ansi{\\fonttbl\\f0 Times;}\\f0\\pard " + BODY + "\\u8217?s\\par}", "pdf": b"%PDF-1.4\n1 0 obj<</JS(app.alert(1))>>\nstream\n" + bytes(range(256)) * 9 + b"\nendstream\n" + BODY.encode(),
    "source of a page": f"<!doctype html><html><script>alert(1)</script><body onload=alert(1)><p>{BODY}</p><svg/onload=alert(1)></body></html>", "word as xml": f'<?xml version="1.0"?><w:p><w:r><w:t>{BODY}</w:t></w:r></w:p>',
    "mail": f"From: a@b.c\nDate: Tue, 4 May 2021 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-7\n\n{BODY}", "quoted printable": BODY.replace(" ", "=20\n").replace("e", "=65"), "base64": "VklFTk5BLCBNYXkgNCwgMjAyMQ==\n" * 500,
    "json": json.dumps({"title": "x", "body": BODY, "date": "2021-05-04"}), "csv": "date,place\n" + "2021-05-04,Vienna\n" * 300, "chat": f"[04/05/2021, 10:00] A: {BODY}\n[04/05/2021, 10:01] B: <Media omitted>\n", "log": "2021-05-04T10:00:00Z ERROR x\n" * 400,
    "half latin, half utf-8": ("Türkiye met. " * 9).encode("latin-1") + ("Türkiye met. " * 9).encode(), "twice encoded": BODY.replace("m", "é").encode().decode("latin-1").encode(), "utf-16 without a mark": BODY.encode("utf-16-le"),
    "zeros within": BODY.replace(" ", "\0").encode(), "mark within": BODY.replace("Defence", "\ufeffDefence"), "returns alone": STORY.replace("\n", "\r"), "form feeds": STORY.replace("\n\n", "\f"), "line separators": STORY.replace("\n", "\u2028"),
    "soft hyphens": BODY.replace("2021", "20\u00ad21").replace("Vienna", "Vi\u00adenna"), "zero width in dates": BODY.replace("May 4", "May\u200b \u20604"), "wide digits": BODY.replace("4, 2021", "４, ２０２１"), "arabic digits": BODY.replace("4, 2021", "٤, ٢٠٢١"),
    "raised digits": BODY.replace("4, 2021", "⁴, ²⁰²¹"), "circled digits": BODY.replace("4,", "④,"), "roman": BODY.replace("4, 2021", "Ⅳ, MMXXI"), "mixed digits": BODY.replace("2021", "2٠२1"), "fractions": BODY.replace("4,", "4½,"),
    "homographs": BODY.replace("a", "а").replace("e", "е"), "flags": "🇦🇹🇨🇳" * 900 + BODY, "families": "👨‍👩‍👧‍👦" * 900 + BODY, "joiners": BODY.replace(" ", "\u200d \u200c"), "variation": BODY.replace("a", "a\ufe0f"), "tags": BODY + "\U000e0020" * 3_000,
    "one word": "Lake" * 50_000, "headline without end": "Ministers meet " * 9_000, "marks alone": "\u0301" * 9_000, "a mark on each": "".join(c + "\u0335\u0489" * 9 for c in BODY), "overrides": "\u202e" + STORY.replace("\n", "\u202c\n\u202e"), "isolates": "\u2066" * 3_000 + BODY,
    "private letters": BODY.replace("a", "\ue000"), "replacement": BODY.replace("a", "\ufffd"), "backspaces": BODY.replace("met", "me\x08\x08met"), "escapes": BODY.replace("met", "\x1b]0;x\x07met"), "tabs": STORY.replace(" ", "\t"), "hangul filler": "\u3164" * 300 + "\n\n" + BODY,
}  # fmt: skip


@pytest.mark.parametrize("name", PASTED)
def test_what_is_pasted_as_a_text_is_a_page(name: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    holds(tree({"articles/a.txt": PASTED[name], "articles/b.txt": STORY}), capsys)


ODD_DAYS = (
    "0000-00-00", "9999-12-31", "0000-01-01", "-0044-03-15", "31 December 99999", "2021-1-1-1", "May 4, 20211", "1 January 0001", "29 February 1900", "29 February 2023",
    "30 February", "31 June", "13/13/13", "99/99/9999", "32 May 2021", "0 May 2021", "May 00, 2021", "Q5 2021", "2021-W60", "2021-W00-0", "the 99th of May", "the 99th century",
    "the 0s", "25:61 on Tuesday", "9" * 400, "2021-05-04T99:99:99+99:99", "1.1.1.1.1", "12/11/10/09", "2021/2022/2023", "10^99 years ago", "99999999999 days ago", "in 99999999999999 years",
    "minus two weeks ago", "the day after the day after tomorrow", "next last Tuesday", "Monday, Tuesday 5 May 2021", "Friday, 4 May 2021", "between 2021 and 1921", "from 2030 to 1030", "5-4 May 2021",
)  # fmt: skip


def test_odd_days_in_running_text_make_no_fault_and_no_day_that_is_none(
    tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tree({f"articles/d{n}.txt": f"{STORY}\nDefence ministers met in Oslo on {day}, officials said, and signed a treaty.\n" for n, day in enumerate(ODD_DAYS)})  # fmt: skip
    assert main(["extract", str(content / "articles"), "--content", str(content.parent / "none")]) == 0
    caught = capsys.readouterr()
    records = [json.loads(line) for line in caught.out.splitlines()]
    assert len(records) == len(ODD_DAYS)
    for record in records:
        for event in record["events"]:
            assert event["date"], event
            assert "0000" not in event["date"].replace("/", "-").split("-"), event
        assert all(record["body"][q["start"] : q["end"]] == q["quote"] for e in record["events"] for q in e["evidence"])
    holds(content, capsys)


REVERSED: dict[str, tuple[str, str, int]] = {
    "a term": ("people/x.md", "---\nname: Aran Bel\nposts:\n  - role: Minister\n    code: defence-minister\n    country: KE\n    start: 2020-05\n    end: 2019\n---\n", 8),
    "last seen": ("people/x.md", "---\nname: Aran Bel\nposts:\n  - role: Minister\n    code: defence-minister\n    country: KE\n    start: 2020-05-01\n    last_seen: 2020-04\n---\n", 8),
    "a status": ("organizations/x.md", "---\nid: LF\nname: Lake Forum\nstatuses:\n  - member: KE\n    status: member\n    start: 2020\n    end: 200X\n---\n", 8),
}  # fmt: skip


@pytest.mark.parametrize("name", REVERSED)
def test_a_term_that_ends_before_it_begins_is_an_error_in_its_line(
    name: str, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text, line = REVERSED[name]
    content = tree({"articles/a.txt": STORY, path: text})
    assert build(content) == 1
    assert [(p["code"], p["line"]) for p in errors(content, capsys)[path]] == [("E005", line)]


# --- HTML clippings --------------------------------------------------------------------------------------------------------

PAGES: dict[str, str] = {
    "linked data, deep": '<script type="application/ld+json">' + "[" * 100_000 + "</script>", "linked data, wrong types": '<script type="application/ld+json">{"@type":[[{}]],"datePublished":{"a":[1]},"headline":[null],"author":{"name":{"x":1}}}</script>',
    "linked data, a script": '<script type="application/ld+json">{"headline":"</script><script>alert(1)</script>","datePublished":"2021-05-04"}</script>', "linked data, huge number": '<script type="application/ld+json">{"datePublished":' + "9" * 9_000 + "}</script>",
    "linked data, broken": '<script type="application/ld+json">{"datePublished":"2021-05-04",,}</script>', "linked data, a lone surrogate": '<script type="application/ld+json">{"headline":"\\ud800","datePublished":"2021-05-04"}</script>',
    "meta days": "".join(f'<meta property="article:published_time" content="{v}">' for v in ("0000-00-00", "9999-99-99T99:99", "<script>", "2021-02-30", "-1", "9" * 400, "javascript:1")),
    "time": "<time datetime='\"><script>alert(1)</script>'>May 4, 2021</time><time datetime=2021-02-30>x</time><time datetime=P9999999999Y>y</time>", "canonical": "<link rel=canonical href='javascript:alert(1)'><meta property=og:url content='data:text/html,x'>",
    "language": "<html lang='en\"><script>alert(1)</script>'>", "site name": "<meta property=og:site_name content='<script>alert(1)</script>\u202e'><meta name=author content='a\0b'>", "title without end": "<title>" + "x" * 9_000, "titles": "<title>a</title>" * 900,
    "plaintext": "<plaintext><script>alert(1)</script>", "xmp": "<xmp><script>alert(1)</script></xmp>", "textarea": "<textarea><img src=x onerror=alert(1)></textarea>", "noscript": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>", "template": "<template><script>alert(1)</script><p>x</p></template>",
    "select": "<select><style></select><img src=x onerror=alert(1)></style>", "foreign": "<svg><foreignObject><p>Ministers met.</p></foreignObject><title><p>x</p></title></svg>", "mathml": "<math><annotation-xml encoding='text/html'><p>x</p></annotation-xml></math>", "frameset": "<frameset><frame src=//evil.example></frameset>",
    "conditional": "<!--[if IE]><script>alert(1)</script><![endif]--><![if !IE]><p>x</p><![endif]>", "bad entities": "<p>" + "&#0;&#x110000;&#xD800;&#xFFFFFFFFFFFF;&#99999999999999999999;&bogus;&amp&lt&#x;&#;" * 99, "comment tricks": "<!--><p>a</p>--><!---><p>b</p>--><!-- x --!><p>c</p>",
    "attributes": "<p a='1' a='2' =x '=y \"=z \0=0 style=x onclick=alert(1)>x</p>", "end tags": "</p></div></body></html></script>" * 900, "tags in capitals": "<P>A</P><SCRIPT>alert(1)</SCRIPT><BoDy OnLoAd=alert(1)>", "no tag names": "<><< ><1><-><!><?></>" * 900, "nulls in tags": "<scr\0ipt>alert(1)</scr\0ipt>",
    "tables in tables": "<table>" * 900 + "x", "formatting": "<b><i><a href=x>" * 900 + "x", "paragraph in paragraph": "<p><p><p>" * 3_000, "base": "<base href='javascript:/*'><a href='alert(1)'>x</a>", "refresh": "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "declared charset twice": "<meta charset=utf-16><meta charset=shift_jis>", "figure": "<figure>" * 400 + "<figcaption>x</figcaption>", "hidden": "<p hidden>secret</p><p style=display:none>secret</p><p aria-hidden=true>x</p>", "ruby": "<ruby>x<rp>(</rp><rt>y</rt></ruby>" * 400,
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_any_make_gives_its_words_and_none_of_its_markup(
    name: str, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    holds(tree({"articles/a.html": f"{PAGES[name]}<h1>Lake ministers meet</h1><p>{BODY}</p>", "articles/b.txt": STORY}), capsys)  # fmt: skip


# --- fields of the wrong type ---------------------------------------------------------------------------------------------

LIST, MAP = "[[a], {b: c}]", "{a: {b: [c]}}"
#: file -> what stands before and after the field, and its fields that are texts, days, addresses, lists, mappings or words of a list
KINDS: dict[str, tuple[str, str, dict[str, str]]] = {
    "articles/x.yaml": ("", "", {
        "title": "text", "publisher": "text", "author": "text", "url": "address", "archived_url": "address", "published": "day", "language": "text", "rights": "word",
        "based_on": "list", "accepted": "text", "tags": "list", "edits": "list", "id": "slug",
    }),
    "people/x.md": ("---\nname: Aran Bel\n", "---\n", {"id": "slug", "names": "list", "posts": "list", "other_offices": "list", "sources": "list", "portrait": "map"}),
    "people/y.md": ("---\nname: Aran Bel\nposts:\n  - role: Minister\n    code: defence-minister\n    country: KE\n    ", "---\n", {
        "start": "day", "end": "day", "last_seen": "day", "rank": "text", "acting": "word", "confidence": "word", "sources": "list", "conflicts": "list", "note": "text", "organization": "text",
    }),
    "organizations/x.md": ("---\nname: Lake Forum\n", "---\n", {"id": "text", "names": "list", "founded": "day", "status_labels": "map", "statuses": "list", "sources": "list"}),
    "organizations/y.md": ("---\nid: LF\nname: Lake Forum\nstatuses:\n  - member: KE\n    status: member\n    ", "---\n", {
        "start": "day", "end": "day", "steps": "map", "how": "text", "confidence": "word", "sources": "list", "conflicts": "list", "note": "text",
    }),
    "events/x.md": ("---\nname: Ministers meet\nclassification: meeting\ndate: 2021-05-04\n", "---\n", {
        "id": "slug", "status": "word", "place": "map", "organizations": "list", "series": "text", "ordinal": "number", "participants": "list", "countries": "list", "outcome": "text",
        "confidence": "word", "sources": "list", "conflicts": "list",
    }),
    "pages/x.md": ("---\ntitle: x\n", "---\nx\n", {"slug": "slug", "order": "number"}),
    "site.yaml": ("", "", {
        "title": "text", "tagline": "text", "description": "text", "base_url": "address", "language": "text", "organizations": "list", "posts": "list", "as_of": "day", "repository": "address",
        "author": "text", "licence": "text", "navigation": "list", "max_file_bytes": "number",
    }),
}  # fmt: skip
WRONG: dict[str, tuple[str, ...]] = {
    "text": (LIST, MAP), "day": (LIST, MAP, "2021-02-30", "0000-00-00", "soon", "99999-01-01", "2021-13", "12:30", ".inf", "0x10", "20210504T99"),
    "address": (LIST, MAP, "javascript:alert(1)", "//evil.example", "file:///etc/passwd", "data:text/html,x"), "list": (MAP, "[[[a]]]", "[{a: [{b: c}]}]"), "map": (LIST, "text"), "slug": (LIST, MAP, "../x", "con", "a/b", '""'),
    "word": (LIST, MAP, "nonsense", "7"), "number": (LIST, MAP, "many", ".nan", "1e400", "-1", "9" * 400, "１２", "0x10", "1_0"),
}  # fmt: skip
FIELDS = [(file, name) for file, (_, _, fields) in KINDS.items() for name in fields]


@pytest.mark.parametrize(("file", "name"), FIELDS)
def test_a_field_of_the_wrong_type_is_an_error_in_its_line(
    file: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after, fields = KINDS[file]
    for number, value in enumerate(WRONG[fields[name]]):
        content = tmp_path / f"n{number}" / "content"
        (content / file).parent.mkdir(parents=True)
        (content / "articles").mkdir(exist_ok=True)
        (content / "articles/x.txt").write_text(STORY)
        (content / file).write_text(f"{before}{name}: {value}\n{after}")
        found = errors(content, capsys).get(file, [])
        assert found, (name, value)
        assert before.count("\n") + 1 in {p["line"] for p in found}, (value, found)


# --- YAML ---------------------------------------------------------------------------------------------------------------

YAML: dict[str, str] = {
    "merge of an alias": "base: &b {title: x}\n<<: *b\n", "binary": "title: !!binary PHNjcmlwdD4=\n", "set": "tags: !!set {a, b}\n", "ordered": "tags: !!omap [a: b]\n", "python name": "title: !!python/name:os.system\n",
    "python object": "title: !!python/object/new:os.system [id]\n", "local tag": "title: !x y\n", "verbatim tag": "title: !<tag:yaml.org,2002:str> x\n", "tag directive": "%TAG ! tag:evil.example,2000:\n---\ntitle: !x y\n", "version": "%YAML 3.0\n---\ntitle: x\n",
    "complex key": "? {a: b}\n: c\n", "list key": "? [a]\n: c\n", "anchor on a key": "&a title: x\n", "nested twice": "based_on:\n  - title: a\n    title: b\n", "twice, quoted": "title: a\n'title': b\n", "twice, escaped": 'title: a\n"\\x74itle": b\n',
    "surrogate": 'title: "\\ud800"\n', "beyond": 'title: "\\U00110000"\n', "tab": "title:\n\t- x\n", "two documents": "title: a\n---\ntitle: b\n", "ended": "title: a\n...\ntitle: b\n", "flow without end": "tags: [a, b\n", "scalar": "x\n", "list": "- title: x\n", "deep flow": "tags: " + "[" * 900 + "\n",
    "deep block": "\n".join(" " * i + "a:" for i in range(900)) + "\n", "many keys": "".join(f"k{i}: 1\n" for i in range(9_000)), "large": "title: " + "x" * 70_000 + "\n", "control": "title: a\x01b\n", "mark within": "title: a\n\ufeffpublisher: b\n",
    "bad utf-8": "title: \udcff\n",
}  # fmt: skip
#: Odd and yet allowed: text is text.
PLAIN: dict[str, str] = {
    "merge key, which merges nothing": "a: {title: x}\n<<: {title: y}\n", "null": 'title: "a\\0b"\n', "next line": "title: a\x85published: 2021-05-04\n",
    "numbers for keys": "1: a\n2.5: b\n", "words for keys": "true: a\nno: b\n", "empty key": '"": a\n', "sexagesimal": "title: 12:30:45\n", "octal": "title: 0o17\n", "not a number": "title: .nan\n", "norway": "title: NO\n", "block": "title: |\n  a\n  ---\n  b\n",
    "folded": "title: >-\n  a\n\n  b\n", "template": "title: '{{ 7*7 }}{% raw %}'\n", "comment bomb": "# x\n" * 9_000 + "title: a\n", "long key": "k" * 900 + ": a\n", "hostile key": "'<script>alert(1)</script>': a\n", "key with controls": '"a\\x1b[31m": b\n', "dunder": "__class__: x\n__proto__: y\nconstructor: z\n",
}  # fmt: skip


def _written(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("name", YAML)
def test_yaml_that_is_not_plain_is_an_error(name: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    content = tree({"articles/a.txt": STORY, "articles/a.yaml": _written(YAML[name])})
    holds(content, capsys, refused="articles/a.yaml")


@pytest.mark.parametrize("name", PLAIN)
def test_yaml_that_is_odd_and_plain_is_text(name: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    holds(tree({"articles/a.txt": STORY, "articles/a.yaml": PLAIN[name]}), capsys)


# --- addresses, names, settings -------------------------------------------------------------------------------------------

REFUSED_ADDRESSES = (
    "https://reuters.com@evil.example/", "https://user:secret@wire.example/a", "https://wire.example\\@evil.example/", "https://wire.example:99999/", "https://wire.example:x/", "https://", "https:wire.example", "https:///a",
    "https://wire example/", "https://wire.example/a b", "https://wire.example/\u202egpj.exe", "https://wire.example/\u0000", "https://[::1", "https://[v1.x]/", "https://.../", "https://-/\t", "ftp://wire.example/", "HTTPS://", "jar:https://wire.example!/",
    "view-source:https://wire.example/", "https://wire.example/\r\nX: y", "https://wire.example/'\"><script>", "https://" + "a" * 9_000, "https://wire.example／evil.example/", "https://wire。example/",
)  # fmt: skip
KEPT_ADDRESSES = (
    "https://wire.example/a?b=c&d=%3Cscript%3E#e", "http://wire.example:8080/", "https://xn--80ak6aa92e.com/", "https://wire.example/caf%C3%A9", "https://wire.example/" + "a" * 1_500, "https://wire.example/a;b,c(d)~*!$", "HTTPS://WIRE.EXAMPLE/A", "https://127.0.0.1/",
)  # fmt: skip


@pytest.mark.parametrize("address", REFUSED_ADDRESSES)
def test_an_address_that_misleads_is_refused(address: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    content = tree({"articles/a.txt": STORY, "articles/a.yaml": f"url: {quoted(address)}\n"})
    holds(content, capsys, refused="articles/a.yaml")


def test_a_plain_address_is_kept(tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files: dict[str, str | bytes] = {}
    for number, address in enumerate(KEPT_ADDRESSES):
        files[f"articles/a{number}.txt"] = STORY.replace("May 4", f"May {number + 4}")
        files[f"articles/a{number}.yaml"] = f"url: {quoted(address)}\n"
    holds(tree(files), capsys)


TITLES = (
    "\u202eevil", "a\u200db", "a" + "\u0301" * 2_000, "x" * 100_000, "🏴\U000e0067\U000e007f", "...", "///", "   ", "\u200b", "\u3164", "a\nb", "CON", "..", "-", "'", "{{ title }}", "<b>", "&amp;", "%s", "\\", "\ufeff", "\u2066a", "ﷺ" * 99, "𝕷𝖆𝖐𝖊", "ᴸᵃᵏᵉ",
)  # fmt: skip


def test_a_title_or_an_outlet_of_any_letters(tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files: dict[str, str | bytes] = {}
    for number, title in enumerate(TITLES):
        own = quoted(title)
        files[f"articles/a{number}.txt"] = STORY.replace("May 4", f"May {number + 4}").replace("Vienna", "Oslo")
        files[f"articles/a{number}.yaml"] = f"title: {own}\npublisher: {own}\nauthor: {own}\n"
        files[f"people/p{number}.md"] = f"---\nname: {own}\nposts: [{{role: {own}, code: other, country: KE, start: 2019}}]\n---\n"  # fmt: skip
        files[f"events/e{number}.md"] = f"---\nname: {own}\nclassification: other\ndate: 2019-05-{number + 1:02}\n---\n"
    content = tree(files)
    found = errors(content, capsys)
    for path in found:  # a name of nothing that is seen may be refused
        (content / path).unlink()
    assert len(found) <= 12, found
    holds(content, capsys)
    for page in (tmp_path / "out").rglob("*.html"):
        assert not any(c in page.read_text() for c in "\u202e\u2066\x00")


SLUGS = (
    "timeline",
    "events",
    "data",
    "assets",
    "people",
    "sources",
    "coverage",
    "search",
    "con",
    "..",
    "a/b",
    "A",
    "é",
    "",
    "x" * 200,
)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_takes_no_place_of_the_sites_own(slug: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    content = tree({"articles/a.txt": STORY, "pages/q.md": f"---\ntitle: q\nslug: {quoted(slug)}\n---\nprose\n"})
    holds(content, capsys, refused="pages/q.md")


PAIRS = (
    ("pages/caf\u00e9.md", "pages/cafe\u0301.md"),
    ("pages/Q.md", "pages/q.md"),
    ("pages/ﬁ.md", "pages/fi.md"),
    ("people/A b.md", "people/a-b.md"),
    ("events/K.md", "events/\u212a.md"),
)


@pytest.mark.parametrize("pair", PAIRS)
def test_two_records_whose_names_are_one_on_some_disk(pair: tuple[str, str], tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """An error, or two pages that no disk takes for one."""
    texts = {"pages": "---\ntitle: q\n---\nx\n", "people": "---\nname: Aran Bel\n---\n", "events": "---\nname: x\nclassification: other\ndate: 2019-05-01\n---\n"}  # fmt: skip
    content = tree({"articles/a.txt": STORY, **{name: texts[name.partition("/")[0]] for name in pair}})
    status = build(content)
    said = capsys.readouterr().err
    assert "fault" not in said
    if status:
        assert any(f"{name}:" in said for name in pair), said
    else:
        names = [p.relative_to(tmp_path / "out").as_posix().casefold() for p in (tmp_path / "out").rglob("*")]
        assert len(names) == len(set(names))


SETTINGS: dict[str, str] = {
    "template": "title: '{{ 7*7 }}'\ntagline: '{% include \"/etc/passwd\" %}'\ndescription: '{{ config }}'\nauthor: '${7*7}'\nlicence: '<%= 7 %>'\n", "markup": "title: '</title><script>alert(1)</script>'\ntagline: '<img src=x onerror=alert(1)>'\n",
    "navigation": "navigation: [{title: '{{ x }}<script>', url: 'https://wire.example/'}]\n", "overrides": 'title: "\\u202ea"\ntagline: "a\\u2066"\n', "ends": "as_of: 9999-12-31\n", "begins": "as_of: 0001-01-01\n", "a word": f"title: {'x' * 20_000}\n",
}  # fmt: skip


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_are_text_too(name: str, tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    holds(tree({"articles/a.txt": STORY, "site.yaml": SETTINGS[name]}), capsys)
    home = (tmp_path / "out/index.html").read_text()
    assert "root:" not in home
    assert name != "template" or "{{ 7*7 }}" in home


REFUSED_SETTINGS = (
    "max_file_bytes: 0", "max_file_bytes: -5", "max_file_bytes: inf", f"max_file_bytes: {'9' * 99}", "language: 'en\"><script>'", "language: ../x", "base_url: javascript:alert(1)", "posts: [king]", "as_of: 0000-00-00", "navigation: [{title: x, url: 'javascript:1'}]",
)  # fmt: skip


@pytest.mark.parametrize("line", REFUSED_SETTINGS)
def test_settings_that_cannot_be_are_an_error(line: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    holds(tree({"articles/a.txt": STORY, "site.yaml": f"{line}\n"}), capsys, refused="site.yaml")
