"""A build by a user who may not read, or not write, all that lies there: told with its path, and nothing is half done."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.cli import main

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that become another user")
STORY = "Lake ministers meet\n\nVIENNA, May 4, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on Tuesday and agreed on patrols.\n"
NOBODY = 65_534
ROOT_ONLY = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives files to another user, which root alone may"
)


def arguments(folder: Path, *more: str) -> list[str]:
    return ["build", "-q", "--jobs", "1", "--content", str(folder / "content"), "--output", str(folder / "site/out"), "--cache", str(folder / "cache"), *more]  # fmt: skip


def build(folder: Path, *more: str) -> tuple[int, str]:
    """Status and messages of a build by a user without rights of root's."""
    said = folder / "said.txt"
    with open(said, "w") as errors:
        child = os.fork()
        if child == 0:
            status = 70
            try:
                os.dup2(errors.fileno(), 2)
                sys.stderr = os.fdopen(2, "w", closefd=False)
                if os.geteuid() == 0:
                    os.setgroups([])
                    os.setgid(NOBODY)
                    os.setuid(NOBODY)
                status = main(arguments(folder, *more))
                sys.stderr.flush()
            finally:
                os._exit(status)
        _, ended = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(ended), said.read_text()


def tree(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module", autouse=True)
def _all_is_imported(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is imported late might lie where the other user may not read."""
    folder = tmp_path_factory.mktemp("warm")
    (folder / "content/articles").mkdir(parents=True)
    (folder / "content/articles/a.txt").write_text(STORY)
    (folder / "content/articles/b.html").write_text(f"<p>{STORY}")
    (folder / "content/articles/c.yaml").write_text("publisher: x\n")
    for _ in range(2):
        assert main(arguments(folder)) in (0, 1)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Below a folder that everybody may enter, which pytest's own is not."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    for name in ("content/articles", "site", "cache"):
        (path / name).mkdir(parents=True)
    for number in range(3):
        (path / f"content/articles/a{number}.txt").write_text(STORY.replace("May 4", f"May {number + 4}"))
    if os.geteuid() == 0:
        for name in ("site", "cache"):
            os.chown(path / name, NOBODY, NOBODY)
    yield path
    for name in [path, *path.rglob("*")]:
        if name.is_dir() and not name.is_symlink():
            name.chmod(0o755)
    shutil.rmtree(path)


def give(path: Path, user: int) -> None:
    for name in [path, *path.rglob("*")]:
        os.chown(name, user, user, follow_symlinks=False)


CLOSED: dict[str, Callable[[Path], Path]] = {
    "a clipping": lambda content: content / "articles/a1.txt",
    "a sidecar": lambda content: content / "articles/a1.yaml",
    "the settings": lambda content: content / "site.yaml",
    "a record": lambda content: content / "people/p.md",
    "a page": lambda content: content / "pages/q.md",
    "a file of files/": lambda content: content / "files/x.jpg",
    "a drawing of files/": lambda content: content / "files/x.svg",
    "a folder": lambda content: content / "articles/deep/",
    "the whole": lambda content: content,
}  # fmt: skip


@pytest.mark.parametrize("name", CLOSED)
def test_what_may_not_be_read_is_an_error_with_its_path_and_the_site_stays(name: str, folder: Path) -> None:
    assert build(folder) == (0, "")
    before = tree(folder / "site/out")
    closed = CLOSED[name](folder / "content")
    if name == "a folder":
        closed.mkdir()
    elif name != "the whole":
        closed.parent.mkdir(exist_ok=True)
        closed.write_text(closed.read_text() if closed.exists() else "title: x\n")
    closed.chmod(0)
    status, said = build(folder)
    closed.chmod(0o755)
    assert status == 1
    assert "error E012: cannot be " in said
    assert str(closed) in said
    assert tree(folder / "site/out") == before


def test_content_that_may_only_be_read_is_enough_and_is_left_as_it_was(folder: Path) -> None:
    content = [folder / "content", *(folder / "content").rglob("*")]
    for path in content:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = {p: (p.stat().st_mtime_ns, p.stat().st_ctime_ns) for p in content}
    assert build(folder) == (0, "")
    assert {p: (p.stat().st_mtime_ns, p.stat().st_ctime_ns) for p in content} == before
    assert sorted((folder / "content").rglob("*")) == sorted(content[1:])


def test_a_parent_that_may_not_be_written_is_named(folder: Path) -> None:
    (folder / "site").chmod(0o555)
    if os.geteuid() == 0:
        os.chown(folder / "site", 0, 0)
    status, said = build(folder)
    assert (status, said.count("\n")) == (3, 1)
    assert f"{folder}/site/" in said
    assert list((folder / "site").iterdir()) == []


@ROOT_ONLY
@pytest.mark.parametrize("many", [False, True])
def test_a_site_of_another_user_is_left_whole_with_nothing_beside_it(many: bool, folder: Path) -> None:
    assert build(folder)[0] == 0
    before = tree(folder / "site/out")
    give(folder / "site/out", 0)
    (folder / "content/articles/a1.txt").write_text(STORY.replace("patrols", "drills"))
    for number in range(40 if many else 0):  # enough for an exchange of the whole
        (folder / f"content/articles/n{number}.txt").write_text(STORY.replace("Lake", f"Lake {number}").replace("2021", f"{1950 + number}"))  # fmt: skip
    for _ in range(2):
        status, said = build(folder)
        assert (status, said.count("\n")) == (3, 1)
        assert f"{folder}/site/out: Permission denied; the published site is as it was" in said
        assert tree(folder / "site/out") == before
        assert [p.name for p in (folder / "site").iterdir()] == ["out"]
    give(folder / "site/out", NOBODY)
    assert build(folder) == (0, "")
    assert tree(folder / "site/out") != before


@ROOT_ONLY
@pytest.mark.parametrize("mode", [0o600, 0o444])
def test_a_cache_of_another_user_is_done_without(mode: int, folder: Path) -> None:
    assert build(folder)[0] == 0
    give(folder / "cache", 0)
    for file in (folder / "cache").iterdir():
        file.chmod(mode)
    (folder / "content/articles/a1.txt").write_text(STORY.replace("patrols", "drills"))
    kept = tree(folder / "cache")
    assert build(folder)[0] == 0
    assert b"drills" in b"".join(tree(folder / "site/out").values())
    assert tree(folder / "cache") == kept


def test_an_old_site_that_cannot_be_taken_away_is_told_and_the_new_one_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As where a file in it may not be removed: the exchange is done, and the message may not say that it is not."""
    assert main(arguments(folder)) == 0
    before = tree(folder / "site/out")
    for number in range(40):
        (folder / f"content/articles/n{number}.txt").write_text(STORY.replace("Lake", f"Lake {number}").replace("2021", f"{1950 + number}"))  # fmt: skip
    real = shutil.rmtree

    def failing(path: Path, ignore_errors: bool = False, **given: object) -> None:
        if ignore_errors:
            return
        if str(path).endswith("-stage") and (Path(path) / "index.html").is_file():
            raise PermissionError(1, "Operation not permitted", "index.html")
        real(path, **given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", failing)
        assert main(arguments(folder)) == 3
        said = capsys.readouterr().err
        assert f"{folder}/site/.out.sitegen-stage: cannot be taken away" in said
        assert "the new site is published" in said
        new = tree(folder / "site/out")
        assert new != before
        assert main(arguments(folder)) == 3
        assert f"{folder}/site/.out.sitegen-stage: cannot be taken away" in capsys.readouterr().err
    assert main(arguments(folder)) == 0
    assert tree(folder / "site/out") == new
    assert [p.name for p in (folder / "site").iterdir()] == ["out"]
