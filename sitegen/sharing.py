"""Records just decoded, made to share what they say alike most often: a third of their memory.

A decoder makes each text anew: nine statuses of one sentence bring nine copies of it. Here the equal sentences of one record, and
the reasons and codes that many records give, become one object each. Nobody has seen the record yet: that is why its frozen parts may be set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from sys import intern
from typing import Any

from sitegen.model import EventRecord, Evidence, Extraction, RegisterEvent

_set = object.__setattr__


def share(extraction: Extraction) -> Extraction:
    """The same extraction, its equal parts being the same objects."""
    record = extraction.record
    sentences: dict[tuple[int, int, str], tuple[Evidence, ...]] = {}
    tellers: Iterable[Any] = (*record.events, *record.people, *record.memberships, *extraction.tenures)
    for told in tellers:
        _set(told, "evidence", _evidence(told.evidence, sentences))
    for event in record.events:
        _set(event, "explanation", tuple(map(intern, event.explanation)))
        _set(event, "date", intern(event.date))
        _set(event, "countries", tuple(map(intern, event.countries)))
        _set(event, "organizations", tuple(map(intern, event.organizations)))
        if event.place is not None:
            _intern(event.place, "name", "country")
        for participant in event.participants:
            _intern(participant, "name", "role", "country")
    for person in record.people:
        _intern(person, "name")
        for post in person.posts:
            _intern(post, "role", "country", "as_of")
    for date in record.dates:
        _intern(date, "type", "value", "edtf")
    for status in record.memberships:
        _set(status, "organization", intern(status.organization))
        _set(status, "member", intern(status.member))
        if status.as_of is not None:
            _set(status, "as_of", intern(status.as_of))
    return extraction


def share_witnesses(event: RegisterEvent, records: Mapping[tuple[str, str | None], EventRecord]) -> None:
    """The sentences of an event just decoded become those of the clippings' `records`, by source and id, that it was made from."""
    for witness in event.witnesses:
        record = records.get((witness.source, witness.event))
        if record is not None:
            for field in ("evidence", "explanation"):
                if getattr(witness, field) == getattr(record, field):
                    _set(witness, field, getattr(record, field))


def _intern(record: object, *fields: str) -> None:
    for field in fields:
        value = getattr(record, field)
        if value is not None:
            _set(record, field, intern(value))


def _evidence(
    told: tuple[Evidence, ...], sentences: dict[tuple[int, int, str], tuple[Evidence, ...]]
) -> tuple[Evidence, ...]:
    if len(told) == 1:
        one = told[0]
        return sentences.setdefault((one.start, one.end, one.quote), told)
    return tuple([sentences.setdefault((e.start, e.end, e.quote), (e,))[0] for e in told])
