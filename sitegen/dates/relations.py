"""What an unresolved mention says of the publication day: the way back, for dating a clipping that states none.

`relation_of(mention)` names the kind of relation; `publication_days(mention, event)` turns "the event of 9 July 2015 was
'next week'" into the stretch of days on which the clipping can have been written, without trying days.

    "next week"       Relation(unit="week", offset=1)             written in the week before that of the event
    "yesterday"       Relation(unit="day", offset=-1)             written the day after
    "last year"       Relation(unit="year", offset=-1)
    "two months ago"  Relation(unit="month", offset=-2)
    "Tuesday"         Relation(unit="day", direction="back", weekday=2)      on the day or in the six days after
    "next Tuesday"    Relation(unit="day", direction="next", weekday=2)
    "in June"         Relation(unit="month", direction="either", month=6)    within a year or so of that June
    "26 June"         Relation(unit="day", direction=..., month=6, day=26)
    "last spring"     Relation(unit="season", direction="last", season="SP")

Mentions reckoned from what was said before ("the following month", "a day earlier"), explicit dates and vague ones have
no relation (None): they say nothing of publication.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from sitegen import edtf
from sitegen.dates import calendar as cal
from sitegen.dates.cues import PAST, Cue, read_cue
from sitegen.timex import DateMention

#: last, next, this: said so; back, ahead: by the verbs around or the convention of news; either: nothing decides
Direction = Literal["last", "next", "this", "back", "ahead", "either"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a mention hangs on the publication day. `offset` counts units; where it is None, `direction` says which way.

    `part` is true where the mention names a part of the unit shifted ("Monday of next week", "June last year"): then
    `weekday` or `month` is set beside `offset`, and `unit` is that of the whole.
    """

    unit: str
    offset: int | None = None
    direction: Direction | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    quarter: int | None = None
    part: bool = False


def relation_of(mention: DateMention) -> Relation | None:
    """The relation of an unresolved mention to publication; None where it has none."""
    if mention.problem or mention.hint or not mention.cue or mention.cue == "none" or mention.type == "SET":
        return None
    cue = read_cue(mention.cue)
    if cue.plus or cue.to or cue.year or cue.whole:
        return None
    if cue.inner:
        if cue.inner[0] != "shift":
            return None
        named = _named(cue)
        return named and replace(named, unit=cue.inner[1], offset=int(cue.inner[2]), part=True)
    if cue.op == "shift":
        return Relation(unit=cue.args[0], offset=int(cue.args[1]))
    if cue.op == "weekend":
        return Relation(unit="weekend", direction=_direction(cue))
    if cue.dir in ("before", "after", "until"):
        return None
    named = _named(cue)
    return named and replace(named, direction=_direction(cue))


def _named(cue: Cue) -> Relation | None:
    """What the cue names beside the direction."""
    args = cue.args
    if cue.op == "weekday":
        return Relation(unit="day", weekday=int(args[0]))
    if cue.op == "month":
        return Relation(unit="month", month=int(args[0]))
    if cue.op == "monthday":
        return Relation(unit="day", month=int(args[0]), day=int(args[1]))
    if cue.op == "season":
        return Relation(unit="season", season=args[0])
    if cue.op == "quarter":
        return Relation(unit="quarter", quarter=int(args[0]))
    return None


def _direction(cue: Cue) -> Direction:
    if cue.dir in ("last", "next", "this"):
        return cue.dir  # type: ignore[return-value]
    if cue.tense == "fut" or cue.prep in ("until", "till"):
        return "ahead"
    if cue.op == "weekday" or cue.tense in PAST:
        return "back"
    return "ahead" if cue.prep in ("by", "through") else "either"


#: for what comes once a year: the share of the time to its return in which it may have been called so beforehand;
#: yearly.py takes the coming one where it is that much nearer (the widest of its weights that the direction stands for)
_BEFORE: Final = {"back": 1 / 6, "either": 1 / 2.6, "ahead": 1 / 1.25}
_AFTER: Final = {"back": 40 / 41, "either": 1.6 / 2.6, "ahead": 0.25 / 1.25}


def publication_days(mention: DateMention, event: str | datetime.date) -> tuple[datetime.date, datetime.date] | None:
    """First and last day on which a clipping can have been written that calls the day (or month, ...) `event` so.

    `event` is a day, or an EDTF value with both ends known. None where the mention cannot mean it ("Tuesday" of a
    Wednesday), or where it has no relation. Both ends are inclusive; a year's uncertainty stays in the answer.
    """
    relation = relation_of(mention)
    first, last = (event, event) if isinstance(event, datetime.date) else edtf.bounds(event)
    if relation is None or first is None or last is None or not _may_mean(relation, first, last):
        return None
    if relation.offset is not None:
        start, end = (
            cal.shifted(relation.unit, first, -relation.offset),
            cal.shifted(relation.unit, last, -relation.offset),
        )
        return (start.day, cal.last_day(end)) if start and end else None
    if relation.unit == "weekend":
        return _around(
            first, last, *{"next": (7, -1), "ahead": (6, 2), "last": (-2, 8)}.get(relation.direction or "", (6, 8))
        )
    if relation.weekday:
        days = {"last": (-1, 7), "next": (7, -1), "this": (6, 6), "ahead": (6, 0)}
        return _around(first, last, *days.get(relation.direction or "", (0, 6)))
    whole = cal.floor(relation.unit, first)
    return _within_a_year(relation.direction or "either", whole.day, cal.last_day(whole))


def _may_mean(relation: Relation, first: datetime.date, last: datetime.date) -> bool:
    one_month = (first.year, first.month) == (last.year, last.month)
    return (
        (not relation.weekday or (first == last and first.isoweekday() == relation.weekday))
        and (not relation.month or (one_month and first.month == relation.month))
        and (not relation.day or (first == last and first.day == relation.day))
        and (not relation.season or cal.timex(cal.floor("season", first))[5:] == relation.season)
        and (not relation.quarter or (first.month + 2) // 3 == relation.quarter)
    )


def _around(
    first: datetime.date, last: datetime.date, before: int, after: int
) -> tuple[datetime.date, datetime.date] | None:
    start, end = cal.step_days(first, -before), cal.step_days(last, after)
    return (start, end) if start and end else None


def _within_a_year(
    direction: Direction, first: datetime.date, last: datetime.date
) -> tuple[datetime.date, datetime.date] | None:
    """The stretch for what comes once a year and lasts from `first` to `last`."""
    previous, following = cal.step("year", first, -1), cal.step("year", last, 1)
    if previous is None or following is None:
        return None
    if direction == "last":
        return _around(last, following, -1, 0)
    if direction == "next":
        return _around(previous, first, 0, -1)
    if direction == "this":
        return datetime.date(first.year, 1, 1), datetime.date(first.year, 12, 31)
    gap = 366 - (last - first).days
    return _around(first, last, int(gap * _BEFORE[direction]) + 2, int(gap * _AFTER[direction]) + 2)
