"""The record's contract: one codec, every field present, the published schema true to it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sitegen.model import ArticleRecord, EventRecord, Evidence, Extraction, MembershipRecord, Place, Published
from sitegen.records import (
    extraction_from_json,
    extraction_to_json,
    record_from_json,
    record_schema,
    record_to_json,
)

SCHEMA = files("sitegen") / "data" / "record.schema.json"


def record(**changes: Any) -> ArticleRecord:
    fields: dict[str, Any] = {
        "id": "a", "path": "articles/a.txt", "title": None, "publisher": None, "author": None, "url": None, "language": "en",
        "published": Published(date=None, basis="unknown"), "dateline": None, "rights": "excerpt", "body": "They met in May 2013.",
        "captions": (), "dates": (), "events": (), "people": (), "memberships": (),
    }  # fmt: skip
    return ArticleRecord(**{**fields, **changes})


def test_what_was_read_back_shares_its_equal_parts_and_says_the_same() -> None:
    evidence = Evidence(start=0, end=21, quote="They met in May 2013.")
    other = Evidence(start=0, end=8, quote="They met")
    statuses = tuple(
        MembershipRecord(
            organization="LF", member=member, status="member", start=None, as_of="2013-05-02", evidence=told
        )
        for member in ("KZ", "UZ", "KG")
        for told in ((evidence,), (other, evidence), ())
    )
    whole = Extraction(record=record(memberships=statuses))
    read = extraction_from_json(extraction_to_json(whole))
    assert read == whole
    assert len({id(e) for m in read.record.memberships for e in m.evidence}) == 2
    assert len({id(m.as_of) for m in read.record.memberships}) == 1


def test_the_shipped_schema_is_the_codecs_own(accept: bool) -> None:
    text = json.dumps(record_schema(), indent=1, ensure_ascii=False) + "\n"
    if accept:
        Path(str(SCHEMA)).write_text(text, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == text


def test_every_field_is_written_and_read_back() -> None:
    event = EventRecord(
        id="2013-05-meeting", name="A meeting", classification="meeting", date="2013-05", status="occurred", main=True,
        place=Place(name="Bishkek", country="KG"), organizations=(), participants=(), countries=(),
        evidence=(Evidence(start=0, end=21, quote="They met in May 2013."),), confidence=0.9, explanation=("May 2013",),
    )  # fmt: skip
    whole = record(events=(event,))
    line = record_to_json(whole)
    assert b"\n" not in line
    assert record_from_json(line) == whole
    data = json.loads(line)
    jsonschema.validate(data, record_schema())
    promised = {
        "id", "path", "title", "publisher", "url", "language", "published", "dateline", "body", "dates", "events", "people",
        "memberships", "author", "captions", "rights", "extra",
    }  # fmt: skip
    assert promised <= data.keys()
    assert (data["title"], data["dates"], data["events"][0]["participants"]) == (None, [], [])


@pytest.mark.parametrize("change", [{"language": 3}, {"body": None}, {"events": [{"id": "x"}]}])
def test_a_record_that_does_not_fit_is_refused_by_the_schema(change: dict[str, Any]) -> None:
    data = {**json.loads(record_to_json(record())), **change}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, record_schema())
