"""How sure an event is: a base by the kind of date, less what speaks against it.

The steps were set by hand and then measured on the labelled clippings of tests/quality/clippings (the reliability table
is printed by tests/quality/test_events_quality.py); a record at 0.9 is meant to be right nine times in ten.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.events.candidates import Candidate
from sitegen.events.grouping import Group


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    by: float


def confidence_of(group: Group) -> tuple[float, list[str]]:
    """The confidence of a group and the names of the steps that lowered it."""
    c: Candidate = group.lead
    value, why = 0.95, []

    def less(by: float, name: str) -> None:
        nonlocal value
        value -= by
        why.append(name)

    if c.mention is None:
        less(0.12, "the day was inferred")
    if c.found is None:
        less(0.25, "no word names a happening")
    elif c.found.score < 1.0:
        less(0.15, "the word that names the happening stands far from the date")
    elif c.kind in ("statement", "other", "initiative", "publication") and not group.main:
        less(0.06, "a loose kind of happening")
    if not c.is_day and not group.main:
        less(0.04, "the date is coarse")
    if c.heading:
        less(0.2, "a heading says so")
    if "~" in c.date or "?" in c.date:
        less(0.1, "the date is approximate")
    return round(max(0.3, min(0.97, value)), 2), why
