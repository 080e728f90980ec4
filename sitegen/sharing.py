"""Records just decoded, made to share what they say alike most often: a third of their memory.

A decoder makes each text anew: nine statuses of one sentence bring nine copies of it. Here the equal sentences of one record, and
the reasons and codes that many records give, become one object each. Nobody has seen the record yet: that is why its frozen parts may be set.
"""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern
from typing import Any

from sitegen.model import Evidence, Extraction

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
    for status in record.memberships:
        _set(status, "organization", intern(status.organization))
        _set(status, "member", intern(status.member))
        if status.as_of is not None:
            _set(status, "as_of", intern(status.as_of))
    return extraction


def _evidence(
    told: tuple[Evidence, ...], sentences: dict[tuple[int, int, str], tuple[Evidence, ...]]
) -> tuple[Evidence, ...]:
    if len(told) == 1:
        one = told[0]
        return sentences.setdefault((one.start, one.end, one.quote), told)
    return tuple([sentences.setdefault((e.start, e.end, e.quote), (e,))[0] for e in told])
