"""Reading content/: every hostile kind of file is named and left alone, everything good is found, all faults in one run."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.listing import ContentMissing, scan
from sitegen.read import Refused, line_and_column, read_bytes, read_clipping, read_world

Tree = Callable[[Mapping[str, str | bytes]], Path]


def ids(content: Path) -> list[tuple[str, str]]:
    return [(c.id, c.found.path) for c in scan(content).clippings]


def test_clippings_are_found_with_their_sidecars(tree: Tree) -> None:
    content = tree(
        {"articles/2013/b.txt": "x", "articles/a.md": "x", "articles/a.yaml": "title: T", "people/p.md": "x"}
    )
    listing = scan(content)
    assert [(c.id, c.sidecar.path if c.sidecar else None) for c in listing.clippings] == [
        ("2013-b", None),
        ("a", "articles/a.yaml"),
    ]


def test_a_folder_of_nothing_but_clippings_will_do(tree: Tree) -> None:
    assert ids(tree({"a.txt": "x", "b.html": "x", "people/p.md": "x"})) == [("a", "a.txt"), ("b", "b.html")]


def test_ids_stay_when_other_files_are_added(tree: Tree) -> None:
    content = tree({"articles/A b.txt": "x"})
    assert ids(content) == [("a-b", "articles/A b.txt")]
    (content / "articles/a.txt").write_text("y")
    assert ids(content)[0] == ("a-b", "articles/A b.txt")


def test_two_names_of_one_slug_are_told_apart(tree: Tree) -> None:
    found = ids(tree({"articles/a b.txt": "x", "articles/a-b.txt": "y", "articles/a-b.md": "z"}))
    assert len({i for i, _ in found}) == 3
    assert all(i.startswith("a-b-") for i, _ in found)


def test_names_in_any_script_make_safe_ids(tree: Tree) -> None:
    found = ids(
        tree({"articles/Министры.txt": "x", "articles/国防.txt": "y", "articles/con.txt": "z", "articles/…….txt": "w"})
    )
    for slug, _ in found:
        assert slug.isascii()
        assert slug not in ("con", "")


def test_links_devices_and_pipes_are_named_and_left_alone(tree: Tree, tmp_path: Path) -> None:
    content = tree({"articles/a.txt": "x"})
    (tmp_path / "secret.txt").write_text("secret")
    (content / "articles/link.txt").symlink_to(tmp_path / "secret.txt")
    (content / "articles/folder").symlink_to(tmp_path)
    os.mkfifo(content / "articles/pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    before = os.getcwd()
    os.chdir(content)
    try:
        listener.bind("s.txt")
    finally:
        os.chdir(before)
        listener.close()
    (content / "articles/x.md").mkdir()
    listing = scan(content)
    assert [c.found.path for c in listing.clippings] == ["articles/a.txt"]
    assert sorted(p.path.rpartition("/")[2] for p in listing.problems) == ["folder", "link.txt", "pipe.txt", "s.txt"]
    assert {p.level for p in listing.problems} == {"warning"}


def test_a_file_swapped_for_a_link_is_not_followed(tree: Tree, tmp_path: Path) -> None:
    content = tree({"articles/a.txt": "x"})
    (file,) = scan(content).clippings
    (tmp_path / "secret").write_text("secret")
    (content / "articles/a.txt").unlink()
    (content / "articles/a.txt").symlink_to(tmp_path / "secret")
    clipping, problems = read_clipping(file)
    assert clipping is None
    assert [p.code for p in problems] == ["E012"]


def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p")
    with pytest.raises(Refused):
        read_bytes(str(tmp_path / "p"), 10)


def test_a_large_file_is_refused_unread(tree: Tree) -> None:
    content = tree({"articles/big.txt": b""})
    with open(content / "articles/big.txt", "wb") as handle:
        handle.truncate(100_000_000)
    (file,) = scan(content).clippings
    clipping, problems = read_clipping(file)
    assert clipping is None
    assert "max_file_bytes" in str(problems[0])


def test_an_absent_folder_is_said() -> None:
    with pytest.raises(ContentMissing, match="no such folder"):
        scan(Path("nowhere"))


def test_the_sidecar_wins_over_front_matter(tree: Tree) -> None:
    content = tree({
        "articles/a.md": "---\ntitle: Front\npublisher: P\nmood: grey\n---\nBody.",
        "articles/a.yaml": "title: Side\npublished: 2013-06-27\n",
    })  # fmt: skip
    clipping, problems = read_clipping(scan(content).clippings[0])
    assert clipping is not None
    assert clipping.meta["title"] == "Side"
    assert clipping.meta_basis == {"title": "sidecar", "publisher": "front-matter", "published": "sidecar"}
    assert clipping.text[clipping.body_start :] == "Body."
    assert clipping.extra == {"mood": "grey"}
    assert [p.level for p in problems] == ["notice"]


def test_faults_of_both_files_are_said_in_one_run(tree: Tree) -> None:
    content = tree({
        "articles/a.md": "---\npublished: 2019-02-30\n---\nBody.",
        "articles/a.yaml": "rights: all\nid: N O\n",
    })  # fmt: skip
    clipping, problems = read_clipping(scan(content).clippings[0], shown="content/")
    assert clipping is None
    assert [(p.path, p.line) for p in problems] == [
        ("content/articles/a.md", 2), ("content/articles/a.yaml", 1), ("content/articles/a.yaml", 2),
    ]  # fmt: skip


def test_the_world_is_read_with_every_fault(tree: Tree) -> None:
    content = tree({
        "site.yaml": "title: T\nbase_url: nowhere\n",
        "people/a.md": "---\nname: A\n---\n",
        "people/b.md": "---\nid: a\nname: B\n---\n",
        "organizations/x.md": "no front matter",
        "events/e.md": "---\nname: E\nclassification: meeting\ndate: 2013-06-31\n---\n",
        "pages/about.md": "---\ntitle: About\norder: 2\n---\nText.",
        "pages/method.md": "---\ntitle: Method\norder: 1\n---\nText.",
        "files/CNAME": "example.org",
        "stray.bin": b"\x00",
        "people/latin.md": b"---\nname: Caf\xe9\n---\n",
    })  # fmt: skip
    source, problems = read_world(scan(content))
    assert source.config.title == "T"
    assert [p.name for p in source.world.people] == ["A"]
    assert [p.slug for p in source.pages] == ["method", "about"]
    assert [name for name, _ in source.files] == ["CNAME"]
    said = {(p.path, p.line, p.code) for p in problems}
    assert said == {
        ("site.yaml", 2, "E005"), ("people/b.md", 0, "E016"), ("organizations/x.md", 1, "E011"), ("events/e.md", 4, "E007"),
        ("stray.bin", 0, "N017"), ("people/latin.md", 2, "E015"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("abc", 0, (1, 1)), ("a\nb", 2, (2, 1)), ("a\r\nbc", 4, (2, 2)), ("a\rb", 2, (2, 1)), ("a\r\r\nb", 4, (3, 1))],
)
def test_line_and_column_for_every_line_end(text: str, offset: int, place: tuple[int, int]) -> None:
    assert line_and_column(text, offset) == place
