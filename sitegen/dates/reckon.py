"""One small function for each operation of a cue: what the words name + what is known -> a `Moment` with the reason in words.

A bare weekday is the last one on or before publication unless verbs or prepositions look ahead: looking back is right in
197 of 212 bare weekdays of the tuning news.
"""

from __future__ import annotations

import datetime
from typing import Final

from sitegen.dates import calendar as cal
from sitegen.dates import yearly
from sitegen.dates.anchors import (
    WEEKDAY_NAMES,
    Context,
    Found,
    Origin,
    Reader,
    full,
    in_steps,
    looks_ahead,
    origin_for,
    refshift,
    shift,
    within,
)
from sitegen.dates.calendar import Moment
from sitegen.dates.cues import PAST, Cue


def _year_ago(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "A year earlier": of the quarter, half or year under discussion, the same one a year before; else the year."""
    if context.period:
        day = cal.step("year", context.period.day, -1)
        moment = Moment(context.period.unit, day) if day else None
        value = cal.timex(context.period)
        return Found(moment, f"a year before {value}, spoken of before", "", value) if moment else None
    return refshift(cue, ("year", "-1"), context) if args else shift(cue, ("year", "-1"), context)


def _period(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "The quarter", "the latest period": the one under discussion, else the last complete one."""
    unit, years = args[0], int(args[1]) if len(args) > 1 else 0
    if unit not in ("quarter", "half", "period"):
        origin = origin_for(context, unit) if unit in cal.SIZE else None
        moved = cal.step("year", origin.day, years) if origin else None
        if not origin or not moved:
            return None
        return Found(cal.floor(unit, moved), f"the {unit} of {origin.name}, {-years} year before", "", origin.value)
    period = context.period
    spoken = context.reference
    if unit == "period" and years and period is None and spoken and spoken.unit in ("month", "quarter", "half"):
        period = spoken  # "rose in February against the same period last year"
    if period and (period.unit == unit or unit == "period"):
        day = cal.step("year", period.day, years)
        return Found(Moment(period.unit, day), "the one spoken of before", "", cal.timex(period)) if day else None
    if context.today is None:
        return None
    moment = cal.shifted("quarter" if unit == "period" else unit, context.today, -1)
    day = cal.step("year", moment.day, years) if moment else None
    return Found(Moment(moment.unit, day), "the last one complete at publication") if moment and day else None


def _period_of(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "The 1988 quarter", "the 1988 period": what is under discussion, in that year; else the year itself."""
    unit, year = args[0], int(args[1])
    first = cal.date(year)
    latest = cal.shifted("quarter", context.today, -1) if context.today and unit == "quarter" else None
    period = context.period if context.period and unit in ("period", context.period.unit) else latest
    if first is None or period is None:
        return Found(Moment("year", first), "as written") if first else None
    day = cal.date(year, period.day.month)
    return Found(Moment(period.unit, day), f"{cal.timex(period)}, spoken of before, in that year") if day else None


def _weekday(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    number = int(args[0])
    name = WEEKDAY_NAMES[number]
    if cue.inner:
        whole = within(cue, context)
        day = cal.step_days(cal.floor("week", whole.moment.day).day, number - 1) if whole else None
        return Found(Moment("day", day), f"{name} of {whole.reason}", "", whole.anchor) if whole and day else None
    if context.after:
        day = cal.step_days(context.after, (number - context.after.isoweekday()) % 7)
        last = cal.step_days(context.today, -((context.today.isoweekday() - number) % 7)) if context.today else None
        if day and last and last > day and cue.tense != "fut":
            return Found(Moment("day", last), f"the last {name} on or before publication")
        return Found(Moment("day", day), f"the first {name} after the range's start") if day else None
    relative = cue.dir in ("after", "before")
    base = (
        origin_for(context, "day") if relative else Origin(context.today, "publication", "") if context.today else None
    )
    if base is None:
        return None
    today, origin = base.day, base.name
    back, ahead = (today.isoweekday() - number) % 7, (number - today.isoweekday()) % 7
    if cue.dir in ("last", "before"):
        offset, how = -(back or 7), f"the last {name} before {origin}"
    elif cue.dir in ("next", "after"):
        offset, how = ahead or 7, f"the first {name} after {origin}"
    elif cue.dir == "this":
        offset, how = (-back if cue.tense in PAST else ahead), f"{name} of the days around {origin}"
    elif looks_ahead(cue):
        offset, how = ahead, f"the first {name} on or after {origin}, as the words look ahead"
    else:
        offset, how = -back, f"the last {name} on or before {origin}"
    day = cal.step_days(today, offset)
    other = cal.step_days(today, ahead or 7) if offset <= 0 else cal.step_days(today, -(back or 7))
    rejected = f"{other}: the {name} {'after' if offset <= 0 else 'before'}" if other and not cue.dir else ""
    return Found(Moment("day", day), how, rejected, base.value) if day else None


def _day_of_month(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "The 30th": of the month spoken of, else the one nearest to publication that the words allow."""
    number = int(args[0])
    if cue.inner:
        whole = within(cue, context)
        day = cal.date(whole.moment.day.year, whole.moment.day.month, number) if whole else None
        return Found(Moment("day", day), f"day {number} of {whole.reason}", "", whole.anchor) if whole and day else None
    origin = origin_for(context, "month")
    if origin is None:
        return None
    near = [cal.step("month", origin.day.replace(day=1), offset) for offset in (-1, 0, 1)]
    known = [day for day in (cal.date(first.year, first.month, number) for first in near if first) if day]
    if origin.value:
        known = [day for day in known if day.month == origin.day.month] or known
    if cue.wd:
        known = [day for day in known if day.isoweekday() == int(cue.wd)] or known
    ahead = [day for day in known if day > origin.day]
    back = [day for day in known if day <= origin.day]
    day = ahead[0] if ahead and (looks_ahead(cue) or not back) else back[-1] if back else None
    return (
        Found(Moment("day", day), f"day {number} of the month nearest to {origin.name}", "", origin.value)
        if day
        else None
    )


def _weekend(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """The weekend: the last one begun, or, where the words look ahead, the coming one."""
    if context.today is None:
        return None
    this = cal.floor("weekend", context.today)
    count = {"last": -1, "next": 1}.get(cue.dir, 0)
    if not count and this.day > context.today and not looks_ahead(cue) and cue.dir != "this":
        count = -1
    elif cue.dir == "next" and this.day > context.today:
        count = 0 if context.today.isoweekday() < 4 else 1
    moment = cal.shifted("weekend", this.day, count)
    return Found(moment, "the weekend nearest to publication that the words allow") if moment else None


def _numeric(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """7/8/2007: of both orders the one on or before publication, then the nearer."""
    a, b, year = int(args[0]), int(args[1]), int(args[2])
    readings = [day for day in (cal.date(year, a, b), cal.date(year, b, a)) if day]
    if not readings:
        return None
    if context.today is None:
        whole = Moment("year", datetime.date(year, 1, 1))
        return Found(whole, "either order is possible", "; ".join(day.isoformat() for day in readings))
    today = context.today
    best = min(readings, key=lambda day: (day > today, abs((day - today).days)))
    other = next((day for day in readings if day != best), None)
    return Found(
        Moment("day", best),
        "the order that puts it before publication and near it",
        f"{other}: the other order" if other else "",
    )


def _same_day(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "A year ago today": the day of that date, not the whole unit."""
    today = cal.step_days(context.today, int(args[2])) if context.today else None
    day = cal.step(args[0], today, int(args[1])) if today and args[0] in cal.SIZE else None
    return Found(Moment("day", day), in_steps(args[0], int(args[1]), "publication")) if day else None


def _clock(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """A clock time alone: of the day spoken of, else of publication."""
    return refshift(cue, ("day", "0"), context)


def _iso_week(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    year = context.today.year if context.today else 0
    moment = cal.week(year, int(args[0])) if year else None
    return Found(moment, "week of the year of publication") if moment else None


READERS: Final[dict[str, Reader]] = {
    "full": full,
    "shift": shift,
    "refshift": refshift,
    "clock": _clock,
    "sameday": _same_day,
    "yearago": _year_ago,
    "period": _period,
    "periodof": _period_of,
    "weekday": _weekday,
    "month": yearly.month,
    "monthday": yearly.monthday,
    "season": yearly.season,
    "holiday": yearly.holiday,
    "quarter": yearly.part_of_year("quarter", 3),
    "half": yearly.part_of_year("half", 6),
    "dom": _day_of_month,
    "weekend": _weekend,
    "weekof": yearly.week_of_month,
    "nth": yearly.nth_weekday,
    "numeric": _numeric,
    "isoweek": _iso_week,
}
