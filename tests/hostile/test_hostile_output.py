"""An output folder and what lies beside it are data, not trust: changed, linked, blocked; the next build is a clean one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.options import beside

STORY = "Lake ministers meet\n\nVIENNA, May 4, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on Tuesday and agreed on patrols.\n"


def build(folder: Path, *more: str, output: str = "out", cache: str = "cache") -> int:
    return main(["build", "-q", "--jobs", "1", "--content", str(folder / "content"), "--output", str(folder / output), "--cache", str(folder / cache), *more])  # fmt: skip


def tree(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, built once; each test works on a copy of it, times and all."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "content/articles").mkdir(parents=True)
    for number in range(3):
        (folder / f"content/articles/a{number}.txt").write_text(STORY.replace("May 4", f"May {number + 4}"))
    assert build(folder) == 0
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "site")


#: What a clean build makes of the same content, by the name of the change: asked once, for the same bytes come every time.
_CLEAN: dict[str, dict[str, bytes]] = {}


def clean(folder: Path, change: str) -> dict[str, bytes]:
    if change not in _CLEAN:
        assert build(folder, output="clean", cache="other") == 0
        _CLEAN[change] = tree(folder / "clean")
    return _CLEAN[change]


def _edit(output: Path) -> None:
    (output / "index.html").write_text("planted")


def _link(output: Path) -> None:
    (output / "timeline/index.html").unlink()
    (output / "timeline/index.html").symlink_to("/etc/passwd")


def _link_folder(output: Path) -> None:
    (output.parent / "elsewhere").mkdir()
    shutil.rmtree(output / "timeline")
    (output / "timeline").symlink_to(output.parent / "elsewhere")


def _pipe(output: Path) -> None:
    (output / "feed.xml").unlink()
    os.mkfifo(output / "feed.xml")


def _cut(output: Path) -> None:
    os.truncate(output / "index.html", 10)


def _gone(output: Path) -> None:
    (output / "index.html").unlink()


def _folder(output: Path) -> None:
    (output / "robots.txt").unlink()
    (output / "robots.txt").mkdir()


def _wide(output: Path) -> None:
    shutil.copy(output / "index.html", output / "404.html")


def _unchanging(output: Path) -> Path:
    """A file that no edit of content changes: only a look at it can tell that somebody was there."""
    return min((output / "assets").rglob("*.css"))


def _edit_unchanging(output: Path) -> None:
    file = _unchanging(output)
    file.write_bytes(b"/*planted*/" + file.read_bytes()[11:])  # as many bytes as before


def _cut_unchanging(output: Path) -> None:
    os.truncate(_unchanging(output), 10)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "a page edited": _edit, "a page that is a link": _link, "a page that is a pipe": _pipe, "a page cut short": _cut, "a page gone": _gone,
    "a folder in a page's place": _folder, "a page with another's bytes": _wide,
    "what no edit changes, edited": _edit_unchanging, "what no edit changes, cut short": _cut_unchanging,
}  # fmt: skip


@pytest.mark.parametrize("jump", [False, True])
@pytest.mark.parametrize("name", DAMAGE)
def test_what_was_done_to_the_output_is_undone_by_the_next_build(name: str, jump: bool, folder: Path) -> None:
    DAMAGE[name](folder / "out")
    text = STORY.replace("May 4", "May 9")
    (folder / "content/articles/new.txt").write_text(text)
    if jump:  # enough changes for an exchange of the whole
        for number in range(60):
            (folder / f"content/articles/n{number}.txt").write_text(
                text.replace("Lake", f"Lake {number}").replace("2021", f"{1950 + number}")
            )
    assert build(folder) == 0
    assert tree(folder / "out") == clean(folder, f"new, {jump}")
    assert not any(p.is_symlink() for p in (folder / "out").rglob("*"))


def test_a_linked_folder_in_the_output_is_refused(folder: Path) -> None:
    _link_folder(folder / "out")
    (folder / "content/articles/new.txt").write_text(STORY.replace("May 4", "May 9"))
    assert build(folder) == 2
    assert list((folder / "elsewhere").iterdir()) == []


def test_verify_finds_a_change_that_hides_its_time(folder: Path) -> None:
    page = folder / "out/index.html"
    whole, was = page.read_bytes(), page.stat()
    page.write_bytes(whole.replace(b"Vienna", b"Planty"))
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert build(folder, "--verify") == 0
    assert page.read_bytes() == whole


BLOCKS: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo, "folder": Path.mkdir, "link": lambda p: p.symlink_to(p.parent / "victim"), "file": lambda p: p.write_text("x"),
    "dangling": lambda p: p.symlink_to("nowhere"), "full folder": lambda p: (p.mkdir(), (p / "x").write_text("x")),
}  # fmt: skip


@pytest.mark.parametrize("what", ["stage", "journal", "journal-new", "old"])
@pytest.mark.parametrize("block", BLOCKS)
def test_what_blocks_the_place_of_work_is_taken_away_and_not_followed(block: str, what: str, folder: Path) -> None:
    (folder / "victim").mkdir()
    (folder / "victim/kept").write_text("kept")
    BLOCKS[block](beside(folder / "out", what))
    (folder / "content/articles/new.txt").write_text(STORY.replace("May 4", "May 9"))
    assert build(folder) == 0
    assert [p.name for p in folder.iterdir() if p.name.startswith(".")] == []
    assert (folder / "victim/kept").read_text() == "kept"
    assert tree(folder / "out") == clean(folder, "new, False")


@pytest.mark.parametrize(
    "output", ["content", "content/new/out", ".", "..", "link", "content/articles", "link/x/../../content/y"]
)
def test_a_place_that_is_refused_is_not_touched(output: str, folder: Path) -> None:
    (folder / "target").mkdir()
    (folder / "link").symlink_to("target")
    before = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))
    assert build(folder, output=output, cache="other") == 2
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*")) == before


def test_no_umask_closes_the_site(folder: Path) -> None:
    before = os.umask(0o077)
    try:
        assert build(folder, output="shut", cache="other") == 0
    finally:
        os.umask(before)
    found = [folder / "shut", *(folder / "shut").rglob("*")]
    assert {p.stat().st_mode & 0o777 for p in found if p.is_dir()} == {0o755}
    assert {p.stat().st_mode & 0o777 for p in found if p.is_file()} == {0o644}


@pytest.mark.parametrize("place", ["content/articles/a0.txt", "content/new.json", "out/index.html", "out/report.json", "alias/a0.txt", "content/../content/x"])  # fmt: skip
def test_a_report_takes_no_place_of_a_clipping_or_a_page(place: str, folder: Path) -> None:
    (folder / "alias").symlink_to(folder / "content/articles")
    before = tree(folder)
    assert build(folder, "--report", str(folder / place)) == 2
    assert tree(folder) == before
