"""Records, edits, pins and settings of the wrong shape: each an error with its file, never a traceback, never an address that runs."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from page_walk import faults_of
from payloads import ADDRESSES, quoted

from sitegen.cli import main
from sitegen.render.exports.tables import cell

Tree = Callable[[Mapping[str, str | bytes]], Path]
STORY = "Lake ministers meet\n\nVIENNA, May 4, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on Tuesday and agreed on patrols, Kenya's Defence Minister Aran Bel said. Kenya joined the African Union in 2019, he said.\n"
ID = "2021-05-04-meeting-vienna"


def build(content: Path, *more: str) -> int:
    folder = content.parent
    return main(["build", "-q", "--jobs", "1", "--content", str(content), "--output", str(folder / "out"), "--cache", str(folder / "cache"), *more])  # fmt: skip


EDITS: dict[str, str] = {
    "event date": f"event: {ID}, set: date, to: [1]", "event place list": f"event: {ID}, set: place, to: [1]", "event place country": f"event: {ID}, set: place, to: {{name: x, country: A/B}}",
    "event countries": f"event: {ID}, set: countries, to: [A/B, {{a: b}}]", "event participants": f"event: {ID}, set: participants, to: [{{name: [x]}}]", "event role": f"event: {ID}, set: participants, to: [{{name: x, role: {{a: b}}}}]",
    "event organizations": f"event: {ID}, set: organizations, to: [{{a: b}}]", "event name": f"event: {ID}, set: name, to: {{a: b}}", "event dunder": f"event: {ID}, set: __class__, to: x", "event id": f"event: {ID}, set: id, to: ../x",
    "added id": "add: {id: ../../x, name: x, date: 2021-05-04}", "added place": "add: {name: x, date: 2021-05-04, place: [1]}", "added date": "add: {name: x, date: {a: b}}", "added list": "add: [x]", "added text": "add: x",
    "source url": "source: a, set: url, to: 'javascript:alert(1)'", "source url data": "source: a, set: url, to: 'data:text/html,<script>'", "source title": "source: a, set: title, to: [x]", "source date": "source: a, set: published, to: 2021-13-13",
    "source path": "source: a, set: path, to: ../x", "person code": "person: Aran Bel, set: code, to: '../x'", "person country": "person: Aran Bel, set: country, to: {a: b}", "person as_of": "person: Aran Bel, set: as_of, to: never",
    "person role": "person: Aran Bel, set: role, to: [x]", "membership member": "membership: AU/KE/member, set: member, to: ../x", "membership status": "membership: AU/KE/member, set: status, to: king", "membership start": "membership: AU/KE/member, set: start, to: {a: b}",
    "merge itself": f"event: {ID}, merge: [x]", "unknown": "event: nothing-here, drop: true", "two": f"event: {ID}, drop: true, set: name, to: x", "none": f"event: {ID}", "number": "7", "bool": "event: true, drop: maybe",
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_that_cannot_be_is_an_error_with_its_line(
    name: str, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    edit = EDITS[name] if EDITS[name] == "7" else f"{{{EDITS[name]}}}"
    content = tree({"articles/a.txt": STORY, "articles/a.yaml": f"publisher: Wire\nedits:\n  - {edit}\n"})
    assert build(content) == 1
    said = capsys.readouterr().err
    assert "fault" not in said
    assert "articles/a.yaml:3:" in said


PINS: dict[str, str] = {
    "list": "[]", "scalar": "x", "events list": "events: [1]", "entry text": f"events: {{{ID}: b}}", "former text": f"events: {{{ID}: {{former: ../../x}}}}", "former way up": f"events: {{{ID}: {{former: [../../etc]}}}}",
    "former device": f"events: {{{ID}: {{former: [con]}}}}", "former empty": f"events: {{{ID}: {{former: ['']}}}}", "id way up": "events: {../x: {key: k}}", "id of a device": "events: {nul: {key: k}}", "key list": f"events: {{{ID}: {{key: [1, {{a: b}}]}}}}",
    "deep": "events: {a: {b: {c: {d: {e: {f: {g: {h: {i: 1}}}}}}}}}", "null": "events: ~\npeople: 7", "capitals": "events: {ABC: {key: k}}", "alias": "events: &a {}\npeople: *a", "long": f"events: {{{'x' * 200}: {{key: k}}}}",
}  # fmt: skip


@pytest.mark.parametrize("name", PINS)
def test_pins_of_any_shape(name: str, tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tree({"articles/a.txt": STORY, "ids.yaml": PINS[name] + "\n"})
    status = build(content)
    said = capsys.readouterr().err
    assert "fault" not in said
    assert status in (0, 1)
    assert status == 0 or "ids.yaml:" in said
    assert main(["ids", "--content", str(content), "--output", str(tmp_path / "out"), "--cache", str(tmp_path / "cache")]) in (0, 1)  # fmt: skip


@pytest.mark.parametrize("where", ["navigation", "base_url", "repository", "based_on", "conflict", "source"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_field_takes_an_address_that_runs(
    where: str, address: str, tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = quoted(address)
    files: dict[str, str | bytes] = {"articles/a.txt": STORY}
    if where == "navigation":
        files["site.yaml"] = f"navigation: [{{title: x, url: {own}}}]\n"
    elif where in ("base_url", "repository"):
        files["site.yaml"] = f"{where}: {own}\n"
    elif where == "based_on":
        files["articles/a.yaml"] = f"based_on: [{{title: x, url: {own}}}]\n"
    else:
        source = f"{{title: x, url: {own}}}"
        field = f"sources: [{source}]" if where == "source" else f"conflicts: [{{field: date, value: 2020, source: {source}}}]"  # fmt: skip
        files["events/e.md"] = f"---\nname: x\nclassification: meeting\ndate: 2020-05-04\n{field}\n---\n"
    content = tree(files)
    if build(content) == 0:  # a path of the site itself may be an address there
        assert where == "navigation"
        assert list(faults_of(tmp_path / "out")) == []
    else:
        assert ": error E005: " in capsys.readouterr().err


@pytest.mark.parametrize("day", ["9999-12-31", "9999", "0001-01-01", "0001"])
def test_the_ends_of_the_calendar_hold(day: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("next week", "last year", "a day later", "the day before", "two centuries ago", "in 9000 years", "on Monday", "this winter")  # fmt: skip
    files: dict[str, str | bytes] = {"site.yaml": f"as_of: {day}\n" if len(day) == 10 else ""}
    for number, word in enumerate(words):
        text = STORY.replace("VIENNA, May 4, 2021 (Wire) -- ", "").replace("on Tuesday", word)
        files[f"articles/u{number}.txt"] = text
        files[f"articles/d{number}.txt"] = text
        files[f"articles/d{number}.yaml"] = f"published: {day}\n"
    files["events/e.md"] = f"---\nname: Lake ministers meet\nclassification: meeting\ndate: {day}\nplace: {{name: Vienna, country: AT}}\n---\n"  # fmt: skip
    files["people/p.md"] = f"---\nname: Aran Bel\nposts: [{{role: Minister, code: defence-minister, country: KE, start: {day}}}]\n---\n"  # fmt: skip
    assert build(tree(files)) == 0, capsys.readouterr().err


def test_two_ids_that_are_one_address_are_an_error(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    record = "---\nid: {}\nname: x\nstatuses: [{{member: KE, status: member, start: 2019}}]\n---\n"
    assert build(tree({"organizations/a.md": record.format("LF"), "organizations/b.md": record.format("lf"), "articles/a.txt": STORY})) == 1  # fmt: skip
    assert "E016" in capsys.readouterr().err
    assert build(tree({"organizations/b.md": record.format("au"), "organizations/a.md": "---\nid: B\nname: b\n---\n", "articles/a.txt": STORY})) == 0  # fmt: skip


FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "-",
    "--",
    "-x",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str, tree: Tree, tmp_path: Path) -> None:
    assert cell(text).startswith("'")
    content = tree({
        "articles/a.txt": STORY, "articles/a.yaml": f"title: {quoted(text)}\nauthor: {quoted(text)}\npublisher: {quoted(text)}\n",
        "events/e.md": f"---\nname: {quoted(text)}\nclassification: meeting\ndate: 2020-05-04\noutcome: {quoted(text)}\nplace: {{name: {quoted(text)}}}\n---\n",
    })  # fmt: skip
    assert build(content) == 0
    for file in (tmp_path / "out").rglob("*.csv"):
        for row in csv.reader(file.read_text().splitlines()):
            assert not any(c.startswith(tuple("=+@\t\r－＝＋＠")) or (c.startswith("-") and not c[1:].replace(".", "").isdigit()) for c in row)  # fmt: skip


def test_plain_numbers_stay_numbers() -> None:
    assert [cell(v) for v in (-1, -1.5, 3, "-12")] == ["-1", "-1.5", "3", "-12"]


def test_linked_data_cannot_close_its_script(tree: Tree, tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script><!--<script>"
    content = tree({"articles/a.txt": STORY, "articles/a.yaml": f"title: {quoted(evil)}\n", "site.yaml": f"title: {quoted(evil)}\nauthor: {quoted(evil)}\n"})  # fmt: skip
    assert build(content) == 0
    pages = [p.read_text() for p in (tmp_path / "out").rglob("*.html")]
    blocks = [part.partition("</script>")[0] for page in pages for part in page.split('<script type="application/ld+json">')[1:]]  # fmt: skip
    assert blocks
    for block in blocks:
        assert "<" not in block
        json.loads(block)
