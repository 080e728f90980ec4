"""How sure an event is: a base by the kind of date, less what speaks against it.

The steps were set by hand and then measured on the labelled clippings of tests/quality/clippings (the reliability table
is printed by tests/quality/test_events_quality.py); a record at 0.9 is meant to be right nine times in ten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.events.candidates import Candidate
from sitegen.events.grouping import Group
from sitegen.model import Classification


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What lowers the confidence, and by how much."""

    name: str
    by: float
    holds: Callable[[Candidate, bool], bool]


BASE_MAIN, BASE = 0.95, 0.92
_LOOSE: tuple[Classification, ...] = ("statement", "other", "initiative", "publication")

STEPS: tuple[Step, ...] = (
    Step(name="the day was inferred", by=0.1, holds=lambda c, main: c.mention is None),
    Step(name="no word names a happening", by=0.25, holds=lambda c, main: c.found is None),
    Step(
        name="the word that names the happening stands far from the date",
        by=0.12,
        holds=lambda c, main: c.found is not None and c.found.score < 1.0,
    ),
    Step(
        name="a loose kind of happening",
        by=0.1,
        holds=lambda c, main: c.found is not None and c.found.score >= 1.0 and not main and c.kind in _LOOSE,
    ),
    Step(name="the date is coarse", by=0.03, holds=lambda c, main: not c.is_day and not main),
    Step(name="a heading says so", by=0.2, holds=lambda c, main: c.heading),
    Step(name="the date is approximate", by=0.08, holds=lambda c, main: "~" in c.date or "?" in c.date),
)


def confidence_of(group: Group) -> tuple[float, list[str]]:
    """The confidence of a group and the names of the steps that lowered it."""
    c: Candidate = group.lead
    value = BASE_MAIN if group.main else BASE
    why: list[str] = []
    for step in STEPS:
        if step.holds(c, group.main):
            value -= step.by
            why.append(step.name)
    return round(max(0.3, min(0.97, value)), 2), why
