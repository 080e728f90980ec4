"""Every payload in every field of every kind of file: built, escaped, kept; and addresses that are refused where they stand."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from page_walk import faults_of
from payloads import ADDRESSES, PAYLOADS, files_of, quoted

from sitegen.cli import main

Tree = Callable[[Mapping[str, str | bytes]], Path]

#: Fields that no page shows, whatever they hold; and those that HTML of their own kind may swallow with the markup around.
UNSHOWN = {"basednote", "tag", "mdextra", "alt", "rank", "conflict", "description", "htmltitle"}
MARKUP = {"md", "heading", "quote", "h1", "p", "caption", "meta", "sentence"}


def build(content: Path, *more: str) -> int:
    folder = content.parent
    return main(["build", "-q", "--content", str(content), "--output", str(folder / "out"), "--cache", str(folder / "cache"), "--jobs", "1", *more])  # fmt: skip


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_payload_in_every_field_is_escaped_and_kept(
    name: str, tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, marks = files_of(PAYLOADS[name])
    content = tree(files)
    before = {p: p.read_bytes() for p in content.rglob("*") if p.is_file()}
    status = build(content)
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert {p.name for p in tmp_path.iterdir()} <= {"content", "out", "cache"}
    assert before == {p: p.read_bytes() for p in content.rglob("*") if p.is_file()}
    if name == "surrogate":
        assert status == 1
        assert said.count("error E002") == len(
            [
                f
                for f in files
                if f not in ("articles/a.txt", "articles/accepted.txt", "articles/h.html", "articles/h.yaml")
            ]
        )
        assert not (tmp_path / "out").exists()
        return
    assert status == 0, said
    assert list(faults_of(tmp_path / "out")) == []
    pages = "\n".join(p.read_text() for p in (tmp_path / "out").rglob("*.html"))
    begun = {m: m[:1].upper() + m[1:] for m in marks}  # a sentence of ours begins with a capital
    lost = {m.removeprefix("mark").removesuffix("k") for m in marks if m not in pages and begun[m] not in pages}
    lost -= UNSHOWN | MARKUP
    assert lost == set()
    if name == "template":
        assert "{{ 7*7 }}" in pages
        assert "LOOP LOOP" not in pages
    for file in (tmp_path / "out").rglob("*.csv"):
        for row in csv.reader(file.read_text().splitlines()):
            assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in row), (file.name, row)
    for file in (tmp_path / "out").rglob("*.ics"):
        assert "SUMMARY:planted" not in file.read_text().splitlines()


@pytest.mark.parametrize("field", ["url", "archived_url"])
def test_an_address_that_is_none_is_refused_with_its_line(
    field: str, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    files: dict[str, str | bytes] = {}
    for number, address in enumerate(ADDRESSES):
        files[f"articles/c{number}.txt"] = f"Ministers met, it was said, for the {number}th time.\n"
        files[f"articles/c{number}.yaml"] = f"title: x\n{field}: {quoted(address)}\n"
    content = tree(files)
    assert main(["check", "--json", "--content", str(content), "--cache", str(content.parent / "cache"), "--output", str(content.parent / "out")]) == 1  # fmt: skip
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    refused = {(Path(p["path"]).name, p["line"]) for p in said if p["code"] == "E005"}
    assert refused == {(f"c{number}.yaml", 2) for number in range(len(ADDRESSES))}
