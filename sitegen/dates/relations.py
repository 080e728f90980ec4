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
from typing import Literal

from sitegen.dates import calendar as cal
from sitegen.dates.calendar import Moment
from sitegen.dates.cues import Cue, read_cue
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
    if cue.plus or cue.to:
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
    if cue.op == "weekday" or cue.tense == "past":
        return "back"
    return "ahead" if cue.prep in ("by", "through") else "either"


#: for a month or day without its year: how far from it the clipping may have been written, in days before and after
_REACH: dict[Direction, tuple[int, int]] = {
    "last": (-1, 365), "next": (365, -1), "this": (200, 200), "back": (40, 330), "ahead": (300, 60), "either": (150, 300),
}  # fmt: skip


def publication_days(mention: DateMention, event: str | datetime.date) -> tuple[datetime.date, datetime.date] | None:
    """First and last day on which a clipping can have been written that calls the day (or month, ...) `event` so.

    `event` is a day, or an EDTF value that names one unit ("2018-06"). None where the mention cannot mean it ("Tuesday"
    of a Wednesday), or where it has no relation. Both ends are inclusive; a year's uncertainty stays in the answer.
    """
    relation = relation_of(mention)
    moment = Moment("day", event) if isinstance(event, datetime.date) else cal.moment_of(event)
    if relation is None or moment is None:
        return None
    first, last = moment.day, cal.last_day(moment)
    if relation.weekday and (moment.unit != "day" or first.isoweekday() != relation.weekday):
        return None
    if relation.month and (cal.SIZE[moment.unit] > cal.SIZE["month"] or first.month != relation.month):
        return None
    if relation.day and (moment.unit != "day" or first.day != relation.day):
        return None
    if relation.season and cal.timex(cal.floor("season", first))[5:] != relation.season:
        return None
    if relation.quarter and (first.month + 2) // 3 != relation.quarter:
        return None
    if relation.offset is not None:
        if cal.SIZE[moment.unit] > cal.SIZE[relation.unit]:
            return _stretch(
                cal.shifted(relation.unit, first, -relation.offset), cal.shifted(relation.unit, last, -relation.offset)
            )
        unit = cal.shifted(relation.unit, first, -relation.offset)
        return _stretch(unit, unit)
    if relation.unit == "weekend":
        before, after = {"next": (7, -1), "ahead": (6, 2), "last": (-2, 8)}.get(relation.direction or "", (2, 8))
    elif relation.weekday:
        before, after = {"last": (-1, 7), "next": (7, -1), "this": (6, 6), "ahead": (6, 0)}.get(
            relation.direction or "", (0, 6)
        )
    else:
        before, after = _REACH[relation.direction or "either"]
    start, end = cal.step_days(first, -before), cal.step_days(last, after)
    return (start, end) if start and end else None


def _stretch(first: Moment | None, last: Moment | None) -> tuple[datetime.date, datetime.date] | None:
    return (first.day, cal.last_day(last)) if first and last else None
