"""What the reckoning of dates starts from: what is known when a mention's turn comes, and the plain steps from there."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from sitegen.dates import calendar as cal
from sitegen.dates.calendar import Moment
from sitegen.dates.cues import Cue


class Found(NamedTuple):
    """The reading taken, why, the one not taken ("" if there was no choice), and what it was reckoned from.

    `anchor` is the TIMEX3 value of a date spoken of before; "" is publication.
    """

    moment: Moment
    reason: str
    rejected: str = ""
    anchor: str = ""


class Context(NamedTuple):
    """What is known when a mention's turn comes. `after`: the start of the range that this mention ends."""

    published: datetime.date | None
    references: tuple[Moment, ...]  # what was spoken of, the latest first, one of each unit
    period: Moment | None  # the quarter or half of which figures were last given
    days: Mapping[tuple[int, int], int]  # (month, day) of dates spoken of with their year
    after: datetime.date | None = None

    @property
    def reference(self) -> Moment | None:
        return self.references[0] if self.references else None

    @property
    def today(self) -> datetime.date | None:
        """The day to reckon from: publication's, else, where that is unknown, none."""
        return self.published


Reader = Callable[[Cue, tuple[str, ...], Context], Found | None]
_AHEAD: Final = frozenset({"by", "until", "till", "through"})
_DEADLINE: Final = frozenset({"until", "till", "to"})
WEEKDAY_NAMES: Final = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def looks_ahead(cue: Cue) -> bool:
    """Whether verbs or prepositions around the mention speak of what is to come."""
    return cue.tense == "fut" or cue.prep in _DEADLINE or (not cue.tense and cue.prep in _AHEAD)


def full(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    moment = cal.moment_of(args[0])
    return Found(moment, "as written") if moment else None


def shift(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    if context.today is None:
        return None
    unit, count = args[0], int(args[1])
    moment = cal.shifted(unit, context.today, count)
    return Found(moment, in_steps(unit, count, "publication")) if moment else None


def in_steps(unit: str, count: int, origin: str) -> str:
    """ "2 weeks after publication"."""
    if not count:
        return f"the {unit} of {origin}"
    plural = "" if abs(count) == 1 else "s"
    return f"{abs(count)} {unit}{plural} {'after' if count > 0 else 'before'} {origin}"


class Origin(NamedTuple):
    """The day to reckon from, its name in words, its TIMEX3 value ("" for publication)."""

    day: datetime.date
    name: str
    value: str


def origin_for(context: Context, unit: str) -> Origin | None:
    """The last date spoken of that is exact enough to reckon `unit`s from, else publication."""
    alike = [reference for reference in context.references if reference.unit == unit and unit in ("quarter", "half")]
    for reference in (*alike, *context.references):
        if unit in cal.SIZE and cal.SIZE[reference.unit] <= cal.SIZE[unit]:
            value = cal.timex(reference)
            return Origin(reference.day, f"{value}, spoken of before", value)
    return Origin(context.today, "publication", "") if context.today else None


def refshift(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    unit, count = args[0], int(args[1])
    if (origin := origin_for(context, unit)) is None:
        return None
    moment = cal.shifted(unit, origin.day, count)
    return Found(moment, in_steps(unit, count, origin.name), "", origin.value) if moment else None


_WHOLES: Final[dict[str, Reader]] = {"full": full, "shift": shift, "refshift": refshift}


def within(cue: Cue, context: Context) -> Found | None:
    """What the `in` segment names: the stretch that holds the date ("of last year")."""
    return _WHOLES[cue.inner[0]](cue._replace(inner=()), cue.inner[1:], context) if cue.inner else None


def said_year(cue: Cue, context: Context) -> Found | None:
    """What the `year` segment names: the year said once for the days of a sentence."""
    return _WHOLES[cue.year[0]](cue._replace(year=()), cue.year[1:], context) if cue.year else None
