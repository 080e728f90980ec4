"""Sidecars, front matter and records: each fault one error with its line, all in one run; what is right is typed."""

from __future__ import annotations

import pytest

from sitegen.contents import (
    events_in,
    organization_of,
    page_of,
    person_of,
    sidecar_of,
    split_front_matter,
)

#: a sidecar, the line of its one error, a word of the message
MALFORMED: list[tuple[str, int, str]] = [
    ("published: 2019-02-30\n", 1, "not a day"),
    ("published: 2019-13-01\n", 1, "not a day"),
    ("published: 0000-00-00\n", 1, "not a day"),
    ("published: 31/12/2019\n", 1, "EDTF"),
    ("published: yesterday\n", 1, "EDTF"),
    ("published: 99999\n", 1, "EDTF"),
    ("published: inf\n", 1, "EDTF"),
    ("published: [2019-01-01]\n", 1, "EDTF"),
    ("published: {y: 2019}\n", 1, "EDTF"),
    ("title: [a, b]\n", 1, "title must be"),
    ("title: {a: b}\n", 1, "title must be"),
    ("publisher:\n  - a\n", 2, "publisher must be"),
    ("url: ftp://example.org/\n", 1, "address"),
    ("url: javascript:alert(1)\n", 1, "address"),
    ("url: example.org/a\n", 1, "address"),
    ('url: "http://exa mple.org/"\n', 1, "address"),
    ("url: 'http://[half/'\n", 1, "address"),
    ("archived_url: data:text/html,x\n", 1, "address"),
    ("language: klingonese-x-!\n", 1, "language"),
    ("language: 12\n", 1, "language"),
    ("rights: everything\n", 1, "one of excerpt, full"),
    ("id: Not A Slug\n", 1, "lower-case"),
    ("id: ../../etc/passwd\n", 1, "lower-case"),
    ("id: con\n", 1, "lower-case"),
    ("id: " + "a" * 100 + "\n", 1, "lower-case"),
    ("title: a\nid: ''\n", 2, "lower-case"),
    ("based_on: 3\n", 1, "mapping"),
    ("based_on:\n  - url: https://example.org/\n", 2, 'lacks "title"'),
    ("based_on:\n  - title: x\n    url: nowhere\n", 3, "address"),
    ("edits: yes\n", 1, "list"),
    ("edits:\n  - drop: true\n", 2, "names one record"),
    ("edits:\n  - event: a\n", 2, "exactly one"),
    ("edits:\n  - event: a\n    set: place\n", 2, "needs its value"),
    ("edits:\n  - event: a\n    drop: true\n    merge: b\n", 2, "exactly one"),
    ("edits:\n  - event: a\n    drop: perhaps\n", 3, "true or false"),
    ("edits:\n  - event: a\n    drop: true\n    date: 2026-99-01\n", 4, "not a day"),
    ("tags: {a: b}\n", 1, "text"),
    ("title: a\ntitle: b\n", 2, "second time"),
    ("title: a\n\tpublisher: b\n", 2, "tab"),
    ('title: "open\npublisher: b\n', 1, "quote"),
    ("title: *x\n", 1, "alias"),
    ("title: &x a\n", 1, "anchor"),
    ("published: !!timestamp 2019-01-01\n", 1, "tag"),
    ("title: a: b\n", 1, "colon"),
    ("- a\n- b\n", 1, "mapping"),
    ("just words\n", 1, "mapping"),
]


@pytest.mark.parametrize(("text", "line", "word"), MALFORMED, ids=[m[0].strip()[:40] for m in MALFORMED])
def test_a_malformed_sidecar_gives_one_clear_error(text: str, line: int, word: str) -> None:
    _, _, _, problems = sidecar_of(text, "a.yaml", front_matter=False)
    errors = [p for p in problems if p.level == "error"]
    assert len(errors) == 1, errors
    assert errors[0].line == line, str(errors[0])
    assert word in str(errors[0])


@pytest.mark.parametrize(("text", "line", "word"), MALFORMED[:30], ids=[m[0].strip()[:40] for m in MALFORMED[:30]])
def test_front_matter_counts_lines_of_the_whole_file(text: str, line: int, word: str) -> None:
    front, _, first = split_front_matter(f"---\n{text}---\nWords.\n")
    assert front is not None
    _, _, _, problems = sidecar_of(front, "a.md", front_matter=True, first_line=first)
    assert [p.line for p in problems if p.level == "error"] == [line + 1]


def test_all_faults_of_a_file_are_said_in_one_run() -> None:
    text = "published: 2019-02-30\ntitle: [a]\nurl: x\nrights: y\nnope: 1\n"
    _, _, extra, problems = sidecar_of(text, "a.yaml", front_matter=False)
    assert [(p.line, p.level) for p in problems] == [
        (1, "error"),
        (2, "error"),
        (3, "error"),
        (4, "error"),
        (5, "warning"),
    ]
    assert extra == {"nope": "1"}


def test_an_unknown_key_is_kept_and_named_with_a_guess() -> None:
    _, _, extra, problems = sidecar_of("publishd: 2019-02-03\n", "a.yaml", front_matter=False)
    assert extra == {"publishd": "2019-02-03"}
    assert 'did you mean "published"?' in str(problems[0])


def test_what_is_right_is_typed() -> None:
    text = """\
title: Ministers meet
date: 2013-06-27
rights: full
based_on: {title: A page, url: "https://example.org/a"}
edits:
  - event: 2013-06-26-meeting-bishkek
    set: place
    to: {name: Bishkek, country: KG}
    was: Beijing
    reason: the dateline
"""
    meta, edits, extra, problems = sidecar_of(text, "a.yaml", front_matter=False)
    assert not problems
    assert not extra
    assert meta["published"] == "2013-06-27"
    assert meta["based_on"][0].url == "https://example.org/a"
    (edit,) = edits
    assert (edit.action, edit.target, edit.field, edit.value, edit.was, edit.line) == (
        "set", "2013-06-26-meeting-bishkek", "place", {"name": "Bishkek", "country": "KG"}, "Beijing", 6,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        ("---\na: 1\n---\nbody", "a: 1\n", "body"),
        ("---\r\na: 1\r\n---\r\nbody", "a: 1\r\n", "body"),
        ("\ufeff---\na: 1\n---\nbody", "a: 1\n", "body"),
        ("---\na: 1\n...\nbody", "a: 1\n", "body"),
        ("no front matter\n---\n", None, "no front matter\n---\n"),
        ("----\na\n", None, "----\na\n"),
        ("---\na: 1\n", "a: 1\n", ""),
        ("---\n---\nbody", "", "body"),
    ],
)
def test_front_matter_is_split_off(text: str, front: str | None, body: str) -> None:
    found, start, _ = split_front_matter(text)
    assert found == front
    assert text[start:] == body


def test_a_person_with_terms() -> None:
    text = """\
---
name: A. Person
names: [A. Persson]
posts:
  - {role: Minister of Defence, code: defence-minister, country: xx, start: 2013-03, end: 2018}
  - {role: Adviser, code: other}
---
A life.
"""
    person, problems = person_of(text, "people/a.md", "a")
    assert person is not None
    assert (person.id, person.note, person.terms[0].country, person.terms[0].line) == ("a", "A life.", "XX", 5)
    assert [(p.line, p.code) for p in problems] == [(6, "E009")]


def test_a_record_without_front_matter_is_an_error() -> None:
    for reader in (person_of, organization_of, page_of):
        record, problems = reader("Only words.\n", "x.md", "x")
        assert record is None
        assert [p.code for p in problems] == ["E011"]
    assert events_in("Only words.\n", "x.md", "x")[0] == ()


def test_an_organization_with_steps_in_order() -> None:
    text = """\
---
id: SCO
name: An Organisation
statuses:
  - {member: BY, status: dialogue-partner, start: 2010-04-28, steps: {signed: 2010-04-28, decided: 2009-06-16}}
  - {member: BY, status: friend}
---
"""
    organization, problems = organization_of(text, "organizations/sco.md", "sco")
    assert organization is not None
    assert organization.statuses[0].steps == (("decided", "2009-06-16"), ("signed", "2010-04-28"))
    assert [p.line for p in problems] == [6]


def test_several_events_in_one_file_and_one_with_prose() -> None:
    several, problems = events_in(
        "---\nevents:\n  - {name: A, classification: summit, date: 2015-07-09/2015-07-10, place: {name: Ufa, country: ru}}\n"
        "  - {name: B, classification: party, date: 2015}\n---\n", "events/2015.md", "2015")  # fmt: skip
    assert [e.id for e in several] == ["2015-07-09-2015-07-10-summit-ufa"]
    assert several[0].place is not None
    assert several[0].place.country == "RU"
    assert [p.line for p in problems] == [4]
    one, _ = events_in("---\nname: A\nclassification: meeting\ndate: 2013-06\n---\nProse.\n", "events/a.md", "a")
    assert (one[0].id, one[0].note) == ("2013-06-meeting", "Prose.")
