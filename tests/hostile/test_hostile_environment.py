"""Streams that are closed or full, locales, odd folders of cache and content: a status and a line, never a traceback or half a truth."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.cli import main

ROOT = Path(__file__).resolve().parents[2]
STORY = "Lake ministers meet\n\nVIENNA, May 4, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on Tuesday and agreed on patrols.\n"
OLD_LOCALE = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
FULL = "/dev/full"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/a.txt").write_text(STORY)
    return tmp_path


def run(
    folder: Path, words: str | list[str], shell: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; `shell` is a redirection."""
    arguments = words.split() if isinstance(words, str) else words
    return subprocess.run(["sh", "-c", f'exec "$@" {shell}', "sh", sys.executable, "-m", "sitegen", *arguments], cwd=folder, capture_output=True, timeout=60,
                          env={**os.environ, "PYTHONPATH": str(ROOT), **environment})  # fmt: skip


def files(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


#: command, redirection -> status; 3 with nothing published, or 0 with all of it.
STREAMS: dict[tuple[str, str], int] = {
    ("build", ">&-"): 3, ("build", f">{FULL}"): 3, ("build", "2>&-"): 0, ("build", f"2>{FULL}"): 0, ("build", f">{FULL} 2>{FULL}"): 3, ("build", "<&- >&- 2>&-"): 3,
    ("build -q", ">&-"): 0, ("build -q", f">{FULL}"): 0, ("build -q", "<&- >&- 2>&-"): 0, ("build --report -", f">{FULL}"): 3, ("build -q --report /nowhere/x", ""): 3, ("build -q --report .", ""): 3,
    ("check", f">{FULL}"): 3, ("check", ">&-"): 3, ("check --json", f">{FULL}"): 3, ("extract content", f">{FULL}"): 3, ("extract content", ">&-"): 3, ("extract -", "<&-"): 1, ("extract -", "<."): 1,
    ("explain articles/a.txt", f">{FULL}"): 3, ("--version", f">{FULL}"): 3, ("", f">{FULL}"): 3, ("ids", f">{FULL}"): 3, ("completion bash", f">{FULL}"): 3, ("clean", f">{FULL}"): 3,
}  # fmt: skip


@pytest.mark.skipif(not os.path.exists(FULL), reason="no /dev/full here")
@pytest.mark.parametrize(("words", "shell"), STREAMS)
def test_streams_that_cannot_be_used(words: str, shell: str, folder: Path) -> None:
    done = run(folder, words, shell)
    assert b"Traceback" not in done.stderr
    assert b"has a fault" not in done.stderr
    assert done.returncode == STREAMS[words, shell], done.stderr
    if words.startswith("build"):
        assert (folder / "output/index.html").exists() == (done.returncode == 0)
    if done.returncode and "2>" not in shell:
        assert done.stderr.strip()


def test_a_reader_that_goes_away(folder: Path) -> None:
    for words in ("build", "extract content", "check", "--help"):
        done = run(folder, words, "| true")
        assert done.stderr == b""
    assert (folder / "output/index.html").exists()


def test_a_locale_changes_no_byte_of_the_site(folder: Path) -> None:
    for name in ("é.txt", "中文.txt", "Ünï/ñ.txt"):
        path = folder / "content/articles" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY.replace("May 4", "May 5") + name)
    (folder / "content/articles/é.yaml").write_text("title: Réunion\n", encoding="utf-8")
    assert run(folder, "build -q --output one --cache c1").returncode == 0
    for number, environment in enumerate((OLD_LOCALE, {**OLD_LOCALE, "PYTHONIOENCODING": "ascii", "TZ": "Pacific/Kiritimati"}, {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "HOME": "", "TMPDIR": "/nowhere"})):  # fmt: skip
        done = run(folder, f"build --output o{number} --cache k{number}", **environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert files(folder / f"o{number}") == files(folder / "one")
        assert b"Traceback" not in run(folder, "check", **environment).stderr


@pytest.mark.parametrize("name", [b"caf\xc3\xa9", b"c\xff", b"a b", b"-c", b"{0}%s", b"\xe2\x80\xaeb"])
def test_folders_of_any_name(name: bytes, folder: Path) -> None:
    for environment in ({},) if name.isascii() else ({}, OLD_LOCALE):  # a locale changes nothing of an ASCII name
        content, output, cache = (os.fsdecode(name + end) for end in (b"", b"-o", b"-k"))
        if not (folder / content).exists():
            os.rename(folder / "content", folder / content)
        done = run(folder, ["build", "-q", f"--content={content}", f"--output={output}", f"--cache={cache}"], **environment)  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
        done = run(folder, ["extract", "--", f"./{content}"], **environment)
        assert done.returncode == 0
        assert json.loads(done.stdout)["path"].endswith("articles/a.txt")


def test_what_a_person_wrote_cannot_speak_to_the_terminal(folder: Path) -> None:
    evil = 'title: "a\\e[31mb\\u009bc\\u202ed"\npublisher: "p\\e]0;x\\a"\n"k\\u009b31m\\e[2J": 1\npublished: "\\u202e\\e[1m2021"\n'
    (folder / "content/articles/a.yaml").write_text(evil, encoding="utf-8")
    for words in ("explain articles/a.txt", "check", "check --json", "build -v", "build --report -"):
        done = run(folder, words)
        for text in (done.stdout.decode(), done.stderr.decode()):
            assert not any(c in text for c in "\x1b\x07\x9b\u202e"), words
        if words == "check --json":
            assert [json.loads(line) for line in done.stdout.splitlines()]


def test_what_was_typed_cannot_speak_to_the_terminal_either(folder: Path) -> None:
    evil = "a\x1b[31mb\u202ec"
    for words, status in (
        (["build", evil], 2), ([evil], 2), (["build", "--jobs", evil], 2), (["build", f"--output={evil}"], 0), (["clean", f"--output={evil}"], 0),
        (["new", f"n{evil}"], 0), (["explain", evil], 1), (["extract", evil], 1), (["ids", "--write", f"--content={evil}"], 2), (["build", "--executor", evil], 2),
    ):  # fmt: skip
        done = run(folder, words)
        assert done.returncode == status, (words, done.stderr)
        assert not any(c in (done.stdout + done.stderr).decode() for c in "\x1b\u202e"), words


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["build", "--executor", "dask://here"], 2), (["build", "--executor", "ssh://here:1"], 2), (["build", "--executor", "dask://here:x"], 2),
        (["explain", "x" * 5_000], 1), (["explain", ""], 1), (["build", "--content", ""], 2), (["build", "--content", "x" * 5_000], 2), (["extract", "x" * 5_000], 1),
    ],
)  # fmt: skip
def test_words_that_mean_nothing_are_refused_in_a_line(words: list[str], status: int, folder: Path) -> None:
    done = run(folder, words)
    assert done.returncode == status
    assert b"has a fault" not in done.stderr
    assert done.stderr.count(b"\n") == 1


def _build(folder: Path, cache: str = "cache") -> int:
    return main(["build", "-q", "--content", str(folder / "content"), "--output", str(folder / "out"), "--cache", str(folder / cache)])  # fmt: skip


@pytest.mark.parametrize("cache", ["content", "content/articles", "content/new", ".", "out", "out/in"])
def test_a_cache_among_content_or_output_is_refused(cache: str, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    assert _build(folder, cache) == 2
    assert sorted(folder.rglob("*")) == before


def test_a_cache_in_a_dot_folder_of_content_is_no_content(folder: Path) -> None:
    assert _build(folder, "content/.sitegen") == 0
    assert _build(folder, "content/.sitegen") == 0


@pytest.mark.parametrize("name", [".gitignore", "store.sqlite", "store.sqlite-wal", "store.sqlite-shm", "seen"])
@pytest.mark.parametrize("kind", ["link", "dangling", "pipe", "folder"])
def test_nothing_is_written_through_the_cache(name: str, kind: str, folder: Path) -> None:
    victim = folder / "victim"
    assert _build(folder) == 0
    os.utime(folder / "content/articles/a.txt", (1, 1))
    assert _build(folder) == 0
    seen = next((p.name for p in (folder / "cache").iterdir() if p.name.startswith("seen")), "seen-x.txt")
    for chosen in [seen, f"{seen}.new"] if name == "seen" else [name]:
        place = folder / "cache" / chosen
        place.unlink(missing_ok=True)
        if kind == "pipe":
            os.mkfifo(place)
        elif kind == "folder":
            place.mkdir()
        else:
            place.symlink_to(victim)
    if kind == "link":
        victim.write_bytes(b"kept")
    (folder / "content/articles/b.txt").write_text(STORY.replace("May 4", "May 9"))
    assert _build(folder) == 0
    assert _build(folder) == 0
    assert victim.read_bytes() == b"kept" if kind == "link" else not victim.exists()
    assert (folder / "out/sources/b/index.html").is_file()


def test_a_folder_of_somebody_s_own_used_as_cache_is_not_hidden(folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own/work.txt").write_text("x")
    assert _build(folder, "own") == 0
    assert not (folder / "own/.gitignore").exists()
