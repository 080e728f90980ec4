"""Publishing: all or nothing, only what changed, nothing that is not ours, and every interruption mended."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import write
from sitegen.model import OutputFile
from sitegen.options import MANIFEST
from sitegen.slugs import is_safe
from sitegen.write import (
    OutputBusy,
    OutputRefused,
    Publisher,
    UnsafeName,
    Written,
    guard,
    locked,
    recover,
)


def publish(output: Path, files: Mapping[str, str]) -> Written:
    with locked(output, wait=0):
        recover(output)
        publisher = Publisher(output, guard(output, output.parent / "content"))
        try:
            for path, text in files.items():
                publisher.add(OutputFile(path=path, data=text.encode()))
            return publisher.commit()
        except BaseException:
            publisher.abandon()
            raise


def tree(output: Path) -> dict[str, str]:
    return {
        str(p.relative_to(output)): p.read_text()
        for p in sorted(output.rglob("*"))
        if p.is_file() and p.name != MANIFEST
    }


def litter(output: Path) -> list[str]:
    return sorted(p.name for p in output.parent.iterdir() if p.name.startswith("."))


SITE = {"index.html": "home", "a/index.html": "a", "a/b/index.html": "b", "c.css": "c", ".nojekyll": ""}


def test_the_first_build_writes_all_with_modes_for_everyone(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        done = publish(tmp_path / "out", SITE)
    finally:
        os.umask(before)
    assert (done.written, done.whole) == (5, True)
    assert tree(tmp_path / "out") == SITE
    assert litter(tmp_path / "out") == []
    for path in (tmp_path / "out").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_an_edit_touches_exactly_the_files_whose_bytes_change(tmp_path: Path) -> None:
    output = tmp_path / "out"
    publish(output, SITE)
    before = {p: p.stat() for p in output.rglob("*") if p.is_file()}
    done = publish(output, {**SITE, "a/index.html": "changed"})
    assert (done.written, done.unchanged, done.whole) == (1, 4, False)
    touched = {
        p.relative_to(output).as_posix()
        for p, was in before.items()
        if (p.stat().st_ino, p.stat().st_mtime_ns) != (was.st_ino, was.st_mtime_ns)
    }
    assert touched == {"a/index.html", MANIFEST}
    assert litter(output) == []


def test_nothing_changed_touches_nothing(tmp_path: Path) -> None:
    output = tmp_path / "out"
    publish(output, SITE)
    before = {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in output.rglob("*")}
    assert publish(output, SITE) == Written(written=0, unchanged=5, removed=0, bytes=0, whole=False)
    assert before == {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in output.rglob("*")}


def test_what_is_gone_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    output = tmp_path / "out"
    publish(output, SITE)
    publish(output, {k: v for k, v in SITE.items() if k != "a/b/index.html"})
    assert not (output / "a/b").exists()
    assert (output / "a").exists()


def test_a_page_may_become_a_folder_and_back(tmp_path: Path) -> None:
    output = tmp_path / "out"
    many = {f"x{i}": "" for i in range(9)}
    publish(output, {"a": "file", **many})
    publish(output, {"a/index.html": "folder", **many})
    assert tree(output)["a/index.html"] == "folder"
    publish(output, {"a": "file", **many})
    assert tree(output)["a"] == "file"


def test_most_files_changed_is_one_exchange_that_keeps_the_rest(tmp_path: Path) -> None:
    output = tmp_path / "out"
    publish(output, SITE)
    inode = (output / "c.css").stat().st_ino
    done = publish(output, {k: v if k == "c.css" else v + "!" for k, v in SITE.items()})
    assert done.whole
    assert (output / "c.css").stat().st_ino == inode
    assert tree(output)["index.html"] == "home!"
    assert litter(output) == []


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/passwd",
        "a/../b",
        "a//b",
        "",
        ".",
        "a\\b",
        "con",
        "a/NUL.txt",
        "x" * 90,
        "a\0b",
        "é",
        MANIFEST,
        ".git/x",
    ],
)
def test_no_page_leads_out(path: str, tmp_path: Path) -> None:
    with pytest.raises(UnsafeName):
        publish(tmp_path / "out", {path: "x"})
    assert not (tmp_path / "out").exists()
    assert litter(tmp_path / "out") == []


def test_two_pages_of_one_name_on_a_case_blind_disk_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafeName, match="twice"):
        publish(tmp_path / "out", {"a/X.html": "1", "a/x.html": "2"})


@given(st.text(max_size=30))
def test_a_safe_path_stays_below(path: str) -> None:
    if is_safe(path):
        resolved = os.path.normpath(os.path.join("/site", path))
        assert resolved == "/site/" + path


class TestGuard:
    def test_a_folder_that_is_not_ours_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out/thesis.doc").write_text("mine")
        with pytest.raises(OutputRefused, match="not written by sitegen"):
            publish(tmp_path / "out", SITE)
        assert (tmp_path / "out/thesis.doc").read_text() == "mine"

    def test_a_foreign_file_in_our_folder_stops_the_build(self, tmp_path: Path) -> None:
        publish(tmp_path / "out", SITE)
        (tmp_path / "out/a/notes.txt").write_text("mine")
        with pytest.raises(OutputRefused, match=r"a/notes\.txt"):
            publish(tmp_path / "out", {"index.html": "new"})
        assert (tmp_path / "out/index.html").read_text() == "home"

    def test_a_link_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "out").symlink_to(tmp_path / "real")
        with pytest.raises(OutputRefused, match="symbolic link"):
            publish(tmp_path / "out", SITE)

    @pytest.mark.parametrize("name", ["content", "content/out", "."])
    def test_content_and_output_may_not_nest(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "content").mkdir()
        with pytest.raises(OutputRefused, match="content"):
            guard(tmp_path / name, tmp_path / "content")

    def test_a_link_planted_inside_is_refused(self, tmp_path: Path) -> None:
        publish(tmp_path / "out", SITE)
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "out/z").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(OutputRefused, match="z"):
            publish(tmp_path / "out", {**SITE, "z/index.html": "x"})
        assert list((tmp_path / "elsewhere").iterdir()) == []

    def test_a_forged_manifest_cannot_name_a_file_outside(self, tmp_path: Path) -> None:
        output = tmp_path / "out"
        publish(output, SITE)
        (tmp_path / "victim").write_text("v")
        text = (output / MANIFEST).read_text().replace('"c.css"', '"../victim"')
        (output / MANIFEST).write_text(text)
        with pytest.raises(OutputRefused):
            publish(output, {"index.html": "x"})
        assert (tmp_path / "victim").exists()


def test_a_file_that_somebody_took_away_is_written_again(tmp_path: Path) -> None:
    output = tmp_path / "out"
    publish(output, SITE)
    (output / "a/index.html").unlink()
    publish(output, SITE)
    assert tree(output) == SITE


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    with locked(tmp_path / "out"), pytest.raises(OutputBusy), locked(tmp_path / "out", wait=0):
        pass
    with locked(tmp_path / "out", wait=0):
        pass


# --- interruptions -----------------------------------------------------------------------------------------------

STEPS = ("rename", "replace", "link", "unlink", "rmdir", "fsync", "mkdir", "open", "write")


def _die_at(output: Path, files: Mapping[str, str], step: str, number: int, how: Callable[[], None]) -> None:
    """Publish, and at the `number`-th call of os.`step` do `how` instead (in a child: it may die)."""
    real = getattr(os, step)
    count = 0

    def counted(*args: object, **kwargs: object) -> object:
        nonlocal count
        count += 1
        if count == number:
            how()
        return real(*args, **kwargs)

    setattr(os, step, counted)
    try:
        publish(output, files)
    except OSError:
        os._exit(3)
    os._exit(0 if count < number else 4)


def _kill() -> None:
    os._exit(9)


def _full() -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("how", [_kill, _full], ids=["killed", "disk full"])
@pytest.mark.parametrize("change", ["first", "edit", "most"])
def test_an_interruption_anywhere_leaves_the_old_or_the_new_site(
    how: Callable[[], None], change: str, tmp_path: Path
) -> None:
    old = {} if change == "first" else {**SITE, **{f"p{i}/index.html": str(i) for i in range(6)}}
    new = (
        {**old, "a/index.html": "changed", "new/index.html": "new"}
        if change == "edit"
        else {**SITE, "index.html": "other"}
    )
    if change == "edit":
        new.pop("p3/index.html")
    fork = multiprocessing.get_context("fork")
    runs = 0
    for step in STEPS:
        for number in range(1, 60):
            output = tmp_path / f"{step}{number}" / "out"
            output.parent.mkdir()
            if old:
                publish(output, old)
            child = fork.Process(target=_die_at, args=(output, new, step, number, how))
            child.start()
            child.join(30)
            if child.exitcode == 0:  # fewer calls of this step than `number`
                break
            runs += 1
            with locked(output, wait=0):
                recover(output)
            now = tree(output) if output.exists() else {}
            assert now in (old, new), (step, number, child.exitcode)
            assert litter(output) == [], (step, number)
            publish(output, new)
            assert tree(output) == new
            assert litter(output) == []
    assert runs > 10


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from([f"{a}/{b}.html" for a in "abc" for b in "xyz"]), st.sampled_from("12")),
        max_size=5,
    )
)
def test_any_sequence_of_builds_equals_a_clean_one(
    tmp_path_factory: pytest.TempPathFactory, builds: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("seq")
    for files in builds:
        publish(folder / "out", files)
        assert tree(folder / "out") == files
    if builds:
        publish(folder / "clean", builds[-1])
        assert (folder / "clean" / MANIFEST).read_bytes() == (folder / "out" / MANIFEST).read_bytes()


def test_without_an_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write.publish, "exchange", lambda one, two: False)
    publish(tmp_path / "out", SITE)
    publish(tmp_path / "out", {"only.html": "x"})
    assert tree(tmp_path / "out") == {"only.html": "x"}
    assert litter(tmp_path / "out") == []


def settled(output: Path) -> None:
    """As an hour after the build: its manifest is newer than every folder."""
    for folder in (output, *(p for p in output.rglob("*") if p.is_dir())):
        os.utime(folder, ns=(1, 1))
    later = 2_000_000_000 * 10**9  # no folder's change of inode, which nobody can set back, is newer
    os.utime(output / MANIFEST, ns=(later, later))


def test_folders_older_than_the_manifest_are_not_opened_but_the_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    publish(output, SITE)
    settled(output)
    whole = guard(output, tmp_path / "content", verify=True)
    opened: list[str] = []
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda folder: (opened.append(str(folder)), scandir(folder))[1])
    assert {**guard(output, tmp_path / "content"), MANIFEST: ""} == {**whole, MANIFEST: ""}
    assert opened == [f"{output}/"]


@pytest.mark.parametrize("place", ["x.html", "a/x.html", "a/b/x.html", "new/x.html", "a/new/deep/x.html"])
def test_a_foreign_file_is_found_in_a_folder_that_it_made_newer(place: str, tmp_path: Path) -> None:
    output = tmp_path / "out"
    publish(output, SITE)
    (output / place).parent.mkdir(parents=True, exist_ok=True)
    (output / place).write_text("mine")
    with pytest.raises(OutputRefused, match=place.replace(".", r"\.")):
        guard(output, tmp_path / "content")


def test_a_folder_that_became_a_link_is_refused_and_a_file_taken_away_is_missed(tmp_path: Path) -> None:
    output = tmp_path / "out"
    publish(output, SITE)
    (output / "a/b/index.html").unlink()
    assert "a/b/index.html" not in guard(output, tmp_path / "content")
    (output / "a").rename(tmp_path / "elsewhere")
    (output / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputRefused, match="out/a:"):
        guard(output, tmp_path / "content")
