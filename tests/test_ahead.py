"""A preview prints a saved clipping's own pages before it builds; the build has the last word on every byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.ahead import print_ahead
from sitegen.build import build
from sitegen.gather import Session
from sitegen.options import Options

Tree = Callable[[Mapping[str, str | bytes]], Path]

STORY = """\
Lake ministers meet in Vienna

Example Wire, 5 May 2021

VIENNA, May 4 (Example Wire) -- Defence ministers of the Lake Forum (LF) met in Vienna on Tuesday and agreed on patrols. Austrian
Defence Minister Arman Belov chaired the session.

Austria and Norway are members of the Lake Forum. The next meeting will be held in Oslo on 9 June 2022.

Aides noted that the working groups had kept to the plan, although nobody had asked, while the archive lacked spare parts.

Veterans heard how the river fleet came late but complete, to general relief, and the hosts found few critics in the end. The
interpreters were praised by both sides, and the cadets wanted more rooms for want of time.
"""
OTHER = STORY.replace("agreed on patrols", "signed a protocol").replace("Example Wire", "Harbour Post")
ALONE = """\
Anglers count fish

Harbour Post, 7 July 2021

LIMA, July 6 (Harbour Post) -- The Lake Forum (LF) held a conference in Lima on 6 July 2021. Few came.
"""


class Preview:
    """What the preview keeps, without its server."""

    def __init__(self, folder: Path) -> None:
        self.options = Options(
            content=folder / "content", output=folder / "cache/preview", cache=folder / "cache", keep_going=False
        )
        self.session = Session()
        self.build()

    def build(self) -> bool:
        return build(self.options, session=self.session).ok

    def saved(self, *names: str) -> int:
        return print_ahead(self.options, self.session, [os.path.abspath(self.options.content / n) for n in names])

    def files(self) -> dict[str, bytes]:
        root = self.options.output
        return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}

    def inodes(self) -> dict[str, int]:
        root = self.options.output
        return {p.relative_to(root).as_posix(): p.stat().st_ino for p in root.rglob("*") if p.is_file()}

    def clean(self) -> dict[str, bytes]:
        fresh = replace(self.options, output=self.options.output.parent / "fresh", cache=None)
        build(fresh)
        found = {p.relative_to(fresh.output).as_posix(): p.read_bytes() for p in fresh.output.rglob("*") if p.is_file()}
        shutil.rmtree(fresh.output)
        return found


@pytest.fixture
def preview(tree: Tree, tmp_path: Path) -> Preview:
    tree(
        {
            "articles/a.txt": STORY,
            "articles/b.txt": OTHER,
            "articles/c.txt": ALONE,
            "site.yaml": "title: Lake\norganizations: [LF]\n",
        }
    )
    return Preview(tmp_path)


def change(preview: Preview, name: str, old: str, new: str) -> None:
    path = preview.options.content / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_new_words_stand_on_the_clipping_s_pages_before_the_build(preview: Preview) -> None:
    before = preview.files()
    change(preview, "articles/a.txt", "agreed on patrols", "agreed on joint patrols")
    assert preview.saved("articles/a.txt") >= 2
    after = preview.files()
    changed = {name for name in after if after[name] != before[name]}
    assert set(after) == set(before)
    assert "sources/a/index.html" in changed
    assert b"joint patrols" in after["sources/a/index.html"]
    assert {name.partition("/")[0] for name in changed} == {"sources", "events"}
    assert preview.build()
    assert preview.files() == preview.clean()


def test_a_page_that_was_right_ahead_is_not_written_again(preview: Preview) -> None:
    change(preview, "articles/c.txt", "Few came", "Very few came")
    change(preview, "articles/c.txt", "held a conference", "held its conference")
    assert preview.saved("articles/c.txt")
    ahead, inodes = preview.files(), preview.inodes()
    assert preview.build()
    final = preview.files()
    same = [name for name in final if ahead.get(name) == final[name] and name != "sitegen-manifest.json"]
    assert "sources/c/index.html" in same
    assert [name for name in same if preview.inodes()[name] != inodes[name]] == []


@pytest.mark.parametrize(
    ("old", "new"), [("6 July 2021", "8 July 2019"), ("in Lima", "in Hanoi"), ("The Lake Forum (LF) held a conference in Lima on 6 July 2021. ", "")]
)  # fmt: skip
def test_a_date_or_place_that_moves_an_event_is_right_after_the_build(old: str, new: str, preview: Preview) -> None:
    change(preview, "articles/c.txt", old, new)
    assert preview.saved("articles/c.txt")
    assert set(preview.files()) == set(preview.clean()) or preview.build()
    assert preview.build()
    assert preview.files() == preview.clean()


def test_a_new_reading_leads_to_its_year_or_the_event_that_is_known(preview: Preview) -> None:
    change(
        preview,
        "articles/c.txt",
        "Few came.",
        "Few came. Defence ministers of the Lake Forum met in Vienna on 4 May 2021.",
    )
    assert preview.saved("articles/c.txt")
    assert b"/events/2021-05-04" in preview.files()["sources/c/index.html"]
    change(preview, "articles/c.txt", "on 4 May 2021", "on 14 May 2021")
    assert preview.saved("articles/c.txt")
    assert b"/timeline/2021/" in preview.files()["sources/c/index.html"]
    assert preview.build()
    assert preview.files() == preview.clean()


def test_what_is_no_known_clipping_is_left_to_the_build(preview: Preview) -> None:
    content, before = preview.options.content, preview.files()
    (content / "articles/d.txt").write_text(STORY)
    assert preview.saved("articles/d.txt") == 0
    (content / "articles/d.txt").unlink()
    assert preview.saved("articles/a.txt", "site.yaml") == 0
    assert preview.saved("articles/gone.txt") == 0
    (content / "articles/a.txt").write_bytes(b"---\n")
    (content / "articles/a.yaml").write_text("published: 2019-02-30\n")
    assert preview.saved("articles/a.txt") == 0
    assert preview.files() == before


def test_nothing_is_put_through_a_link_or_where_nothing_is_published(preview: Preview, tmp_path: Path) -> None:
    page = preview.options.output / "sources/c/index.html"
    page.unlink()
    victim = tmp_path / "victim"
    victim.write_text("kept")
    page.symlink_to(victim)
    change(preview, "articles/c.txt", "Few came", "Hardly anybody came")
    preview.saved("articles/c.txt")
    assert victim.read_text() == "kept"
    assert preview.build()
    assert preview.files() == preview.clean()


def test_a_sidecar_is_its_clipping_s(preview: Preview) -> None:
    (preview.options.content / "articles/c.yaml").write_text("publisher: Harbour Gazette\n")
    assert preview.build()
    (preview.options.content / "articles/c.yaml").write_text("publisher: Lake Gazette\n")
    assert preview.saved("articles/c.yaml")
    assert b"Lake Gazette" in preview.files()["sources/c/index.html"]
    assert preview.build()
    assert preview.files() == preview.clean()
