"""One small function for each operation of a cue: what the words name + what is known -> a `Moment` with the reason in words.

Each gives the reading taken and, if there was a choice, the one that was not.

The choice between back and ahead, measured on news of 1989 to 2013 (see benchmarks/dates.md): a bare weekday is the
last one on or before publication unless verbs or prepositions look ahead; a bare month or day of a month is the nearest
that the verbs allow; a bare quarter is the one that has begun last.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from sitegen import edtf
from sitegen.dates import calendar as cal
from sitegen.dates.calendar import Moment
from sitegen.dates.cues import Cue


class Found(NamedTuple):
    moment: Moment
    reason: str
    rejected: str = ""
    from_reference: bool = False


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


def _looks_ahead(cue: Cue) -> bool:
    return cue.tense == "fut" or cue.prep in _DEADLINE or (not cue.tense and cue.prep in _AHEAD)


def _full(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    moment = cal.moment_of(args[0])
    return Found(moment, "as written") if moment else None


def _shift(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    if context.today is None:
        return None
    unit, count = args[0], int(args[1])
    moment = cal.shifted(unit, context.today, count)
    return Found(moment, in_steps(unit, count, "publication")) if moment else None


def in_steps(unit: str, count: int, origin: str) -> str:
    if not count:
        return f"the {unit} of {origin}"
    plural = "" if abs(count) == 1 else "s"
    return f"{abs(count)} {unit}{plural} {'after' if count > 0 else 'before'} {origin}"


def _origin(context: Context, unit: str) -> tuple[datetime.date, str, bool] | None:
    """The day to reckon `unit`s from: the running reference if it is exact enough, else publication."""
    for reference in context.references:
        if cal.SIZE[reference.unit] <= cal.SIZE[unit]:
            return reference.day, f"{cal.timex(reference)}, spoken of before", True
    if context.today:
        return context.today, "publication", False
    return None


def _refshift(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    unit, count = args[0], int(args[1])
    if (origin := _origin(context, unit)) is None:
        return None
    moment = cal.shifted(unit, origin[0], count)
    return Found(moment, in_steps(unit, count, origin[1]), "", origin[2]) if moment else None


def _year_ago(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "A year earlier": of the quarter, half or month under discussion, the same one a year before; else the year."""
    if context.period:
        day = cal.step("year", context.period.day, -1)
        moment = Moment(context.period.unit, day) if day else None
        return (
            Found(moment, f"a year before {cal.timex(context.period)}, spoken of before", "", True) if moment else None
        )
    return _refshift(cue, ("year", "-1"), context) if args else _shift(cue, ("year", "-1"), context)


def _period(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "The quarter", "the latest period": the one under discussion if it is over, else the last complete one."""
    unit, years = args[0], int(args[1]) if len(args) > 1 else 0
    if unit not in ("quarter", "half", "period"):
        return _shift(cue, (unit, str(years if unit == "year" else 0)), context)
    period = context.period
    spoken = context.reference
    if unit == "period" and years and spoken and spoken.unit in ("month", "quarter", "half"):
        period = spoken  # "rose in February against the same period last year"
    over = period is not None and (context.today is None or cal.last_day(period) < context.today)
    if period and over and (period.unit == unit or unit == "period"):
        day = cal.step("year", period.day, years)
        return Found(Moment(period.unit, day), "the one spoken of before", "", True) if day else None
    if context.today is None:
        return None
    moment = cal.shifted("quarter" if unit == "period" else unit, context.today, -1)
    day = cal.step("year", moment.day, years) if moment else None
    return Found(Moment(moment.unit, day), "the last one complete at publication") if moment and day else None


def _within(cue: Cue, context: Context) -> Found | None:
    """What the `in` segment names: the stretch that holds the date ("of last year")."""
    if not cue.inner:
        return None
    return READERS[cue.inner[0]](cue._replace(inner=()), cue.inner[1:], context)


def _weekday(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    number = int(args[0])
    name = WEEKDAY_NAMES[number]
    if cue.inner:
        within = _within(cue, context)
        day = cal.step_days(cal.floor("week", within.moment.day).day, number - 1) if within else None
        return Found(Moment("day", day), f"{name} of the week {cal.timex(within.moment)}") if within and day else None
    if context.after:
        day = cal.step_days(context.after, (number - context.after.isoweekday()) % 7)
        last = cal.step_days(context.today, -((context.today.isoweekday() - number) % 7)) if context.today else None
        if day and last and last > day and cue.tense != "fut":
            return Found(Moment("day", last), f"the last {name} on or before publication")
        return Found(Moment("day", day), f"the first {name} after the range's start") if day else None
    today, origin = context.today, "publication"
    if cue.dir in ("after", "before"):
        base = _origin(context, "day")
        if base is None:
            return None
        today, origin = base[0], base[1]
    if today is None:
        return None
    back, ahead = (today.isoweekday() - number) % 7, (number - today.isoweekday()) % 7
    if cue.dir in ("last", "before"):
        offset, how = -(back or 7), f"the last {name} before {origin}"
    elif cue.dir in ("next", "after"):
        offset, how = ahead or 7, f"the first {name} after {origin}"
    elif cue.dir == "this":
        offset, how = (ahead if cue.tense != "past" else -back), f"{name} of the days around {origin}"
    elif _looks_ahead(cue):
        offset, how = ahead, f"the first {name} on or after {origin}, as the words look ahead"
    else:
        offset, how = -back, f"the last {name} on or before {origin}"
    day = cal.step_days(today, offset)
    other = cal.step_days(today, ahead or 7) if offset <= 0 else cal.step_days(today, -(back or 7))
    rejected = f"{other}: the {name} {'after' if offset <= 0 else 'before'}" if other and not cue.dir else ""
    return Found(Moment("day", day), how, rejected) if day else None


#: how many times nearer than the last one the coming one must be, by what the words say (measured, see above)
_NEARER: Final = {"fut": 0.25, "": 1.6, "past": 5.0, "did": 40.0}


def _pick(cue: Cue, name: str, candidates: Sequence[Moment | None], today: datetime.date) -> Found | None:
    """Of one unit a year (June, 26 June, summer): the year that direction, verbs and nearness speak for.

    `candidates` run in time and hold the last that has begun by `today` and the first that has not.
    """
    known = [moment for moment in candidates if moment]
    back = [moment for moment in known if moment.day <= today]
    ahead = [moment for moment in known if moment.day > today]
    if not back or not ahead:
        return Found(known[0], "the only one possible") if known else None
    last, coming = back[-1], ahead[0]
    current = last if cal.last_day(last) >= today else None
    if cue.dir in ("last", "before"):
        chosen, how = (last if not current else back[-2] if len(back) > 1 else last), f"the last {name} before"
    elif cue.dir in ("next", "after"):
        chosen, how = coming, f"the first {name} after"
    elif cue.dir == "this":
        same_year = [moment for moment in known if moment.day.year == today.year]
        chosen, how = (same_year or [last])[0], f"{name} of the year of"
    elif current:
        chosen, how = current, f"the {name} that holds"
    else:
        tense = "fut" if _looks_ahead(cue) else cue.tense
        away, since = (coming.day - today).days, (today - cal.last_day(last)).days
        chosen = coming if away * _NEARER[tense] <= since else last
        why = ", as the words look ahead" if tense == "fut" else ", as the verbs look back" if tense else ""
        how = f"the nearest {name}{why}, to" if tense else f"the nearest {name} to"
    other = coming if chosen is not coming else last
    return Found(chosen, f"{how} publication", "" if cue.dir else f"{cal.timex(other)}: farther, or the other way")


def _yearly(name: str, cue: Cue, context: Context, at: Callable[[int], Moment | None]) -> Found | None:
    if cue.inner:
        within = _within(cue, context)
        moment = at(within.moment.day.year) if within else None
        return Found(moment, f"{name} of {cal.timex(within.moment)}: {within.reason}") if within and moment else None
    if context.after:
        start = context.after
        later = [m for m in (at(start.year), at(start.year + 1)) if m and cal.last_day(m) >= start]
        return Found(later[0], f"the first {name} after the range's start") if later else None
    today = context.today
    if today is None:
        return None
    candidates = [at(today.year + offset) for offset in (-2, -1, 0, 1)]
    if cue.wd:
        agreeing = [moment for moment in candidates if moment and moment.day.isoweekday() == int(cue.wd)]
        if len(agreeing) == 1:
            return Found(agreeing[0], f"the {name} near publication that is a {WEEKDAY_NAMES[int(cue.wd)]}")
    return _pick(cue, name, candidates, today)


def _month(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    month = int(args[0])

    def at(year: int) -> Moment | None:
        first = cal.date(year, month)
        return Moment("month", first) if first else None

    return _yearly(edtf.MONTH_NAMES[month - 1], cue, context, at)


def _monthday(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    month, day = int(args[0]), int(args[1])

    def at(year: int) -> Moment | None:
        first = cal.date(year, month, day)
        return Moment("day", first) if first else None

    said = context.days.get((month, day))
    if said and not cue.inner and not cue.dir and (context.today is None or abs(said - context.today.year) <= 1):
        moment = at(said)
        return Found(moment, "the day spoken of before with its year") if moment else None
    return _yearly(f"{day} {edtf.MONTH_NAMES[month - 1]}", cue, context, at)


def _season(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    return _yearly(edtf.SEASON_WORDS[args[0]], cue, context, lambda year: cal.season(year, args[0]))


def _holiday(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    name = args[0].replace("_", " ")

    def at(year: int) -> Moment | None:
        day = cal.holiday(name, year)
        return Moment("day", day) if day else None

    return _yearly(name, cue, context, at)


def _part_of_year(unit: str, months: int) -> Reader:
    def read(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
        def at(year: int) -> Moment | None:
            first = cal.date(year, (int(args[0]) - 1) * months + 1)
            return Moment(unit, first) if first else None

        if cue.inner or context.after or context.today is None or cue.dir:
            return _yearly(f"{unit} {args[0]}", cue, context, at)
        return _pick(
            cue._replace(tense=cue.tense or "past"),
            f"{unit} {args[0]}",
            [at(context.today.year + n) for n in (-1, 0, 1)],
            context.today,
        )

    return read


def _day_of_month(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "The 30th": of the month spoken of, else the one nearest to publication that the words allow."""
    number = int(args[0])
    origin = _origin(context, "month")
    if origin is None:
        return None
    near = [cal.step("month", origin[0].replace(day=1), offset) for offset in (-1, 0, 1)]
    days = [cal.date(first.year, first.month, number) for first in near if first]
    known = [day for day in days if day]
    if origin[2] and context.reference and context.reference.unit in ("month", "day"):
        known = [day for day in known if day.month == origin[0].month] or known
    ahead = [day for day in known if day > origin[0]]
    back = [day for day in known if day <= origin[0]]
    day = ahead[0] if ahead and (_looks_ahead(cue) or not back) else back[-1] if back else None
    return (
        Found(Moment("day", day), f"day {number} of the month nearest to {origin[1]}", "", origin[2]) if day else None
    )


def _weekend(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """The weekend: the last one begun, or, where the words look ahead, the coming one."""
    if context.today is None:
        return None
    this = cal.floor("weekend", context.today)
    count = {"last": -1, "next": 1}.get(cue.dir, 0)
    if not count and this.day > context.today and not _looks_ahead(cue) and cue.dir != "this":
        count = -1
    elif cue.dir == "next" and this.day > context.today:
        count = 0 if context.today.isoweekday() < 4 else 1
    moment = cal.shifted("weekend", this.day, count)
    return Found(moment, "the weekend nearest to publication that the words allow") if moment else None


def _week_of_month(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "The last week of March": the calendar week that holds most of those seven days."""
    month = _month(cue, args[1:], context)
    if month is None:
        return None
    number = int(args[0])
    middle = month.moment.day if number > 0 else cal.last_day(month.moment)
    day = cal.step_days(middle, 7 * (number - 1) + 3 if number > 0 else -3)
    return Found(cal.floor("week", day), f"week {number} of {cal.timex(month.moment)}") if day else None


def _nth_weekday(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    month = _month(cue, args[2:], context)
    if month is None:
        return None
    first = month.moment.day
    day = cal.nth_weekday(first.year, first.month, int(args[0]), int(args[1]))
    return Found(Moment("day", day), f"number {args[1]} of its month") if day else None


def _numeric(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """7/8/2007: both orders; the one nearer to publication, on or before it if that decides."""
    a, b, year = int(args[0]), int(args[1]), int(args[2])
    readings = [day for day in (cal.date(year, a, b), cal.date(year, b, a)) if day]
    if not readings or context.today is None:
        return None
    today = context.today
    best = min(readings, key=lambda day: (abs((day - today).days), day > today))
    other = next((day for day in readings if day != best), None)
    return Found(Moment("day", best), "the order nearer to publication", f"{other}: the other order" if other else "")


def _clock(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """A clock time alone: of the day spoken of, else of publication."""
    return _refshift(cue, ("day", "0"), context)


def _iso_week(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    year = context.today.year if context.today else 0
    moment = cal.week(year, int(args[0])) if year else None
    return Found(moment, "week of the year of publication") if moment else None


READERS: Final[dict[str, Reader]] = {
    "full": _full,
    "shift": _shift,
    "refshift": _refshift,
    "clock": _clock,
    "yearago": _year_ago,
    "period": _period,
    "weekday": _weekday,
    "month": _month,
    "monthday": _monthday,
    "season": _season,
    "holiday": _holiday,
    "quarter": _part_of_year("quarter", 3),
    "half": _part_of_year("half", 6),
    "dom": _day_of_month,
    "weekend": _weekend,
    "weekof": _week_of_month,
    "nth": _nth_weekday,
    "numeric": _numeric,
    "isoweek": _iso_week,
}
