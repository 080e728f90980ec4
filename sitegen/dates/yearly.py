"""Reckoning what comes once a year and stands without its year: June, 26 June, summer, the third quarter, Christmas.

The choice between the last and the coming one, measured on news of 1989 to 2013: the one that is nearer wins, where
"nearer" is weighed by what the words around say (`_NEARER`). Of the deadlines of next month that such news names beside
a verb in the past nearly all lie ahead, so that even then a coming day of the next weeks wins over one eleven months back.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Final

from sitegen import edtf
from sitegen.dates import calendar as cal
from sitegen.dates.anchors import WEEKDAY_NAMES, Context, Found, Reader, looks_ahead, said_year, within
from sitegen.dates.calendar import Moment
from sitegen.dates.cues import Cue

#: how many times nearer than the last one the coming one must be, by what the words say (measured, see above)
_NEARER: Final = {"will": 0.03, "fut": 0.25, "": 1.6, "past": 5.0, "did": 40.0, "done": 1e9}
_ZONES: Final = (
    2  # days by which a page's own date may lag behind what it tells: it may have been put up far west of it
)


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
    tense = "fut" if looks_ahead(cue) else cue.tense
    if cue.dir in ("last", "before"):
        chosen, how = (
            (last if not current else back[-2] if len(back) > 1 else last),
            f"the last {name} before publication",
        )
    elif cue.dir in ("next", "after"):
        chosen, how = coming, f"the first {name} after publication"
    elif cue.dir == "this":
        same_year = [moment for moment in known if moment.day.year == today.year]
        if last.unit == "season" and last.day.month == 12 and today.month < 5:
            same_year = [last]  # a winter is that of the year it began in
        chosen, how = (same_year or [last])[0], f"the {name} of the year of publication"
    elif current:
        chosen, how = current, f"publication falls in this {name}"
    else:
        away, since = (coming.day - today).days, (today - cal.last_day(last)).days
        if tense == "done" and away <= _ZONES:
            tense = "did"
        weight = _NEARER["will" if cue.sure and tense == "fut" else tense]
        chosen = coming if away * weight <= since else last
        side = "after" if chosen is coming else "before"
        why = _WHY[tense, side]
        how = f"the {name} {side} publication, {why}"
    other = coming if chosen is not coming else last
    side = "after" if other is coming else "before"
    return Found(chosen, how, "" if cue.dir else f"{cal.timex(other)}: the {name} {side} publication")


_WHY: Final = {
    ("fut", "after"): "as the words look ahead",
    ("fut", "before"): "far nearer than the next, though the words look ahead",
    ("past", "before"): "as the verbs look back",
    ("past", "after"): "far nearer than the last, though the verbs look back",
    ("did", "before"): "as its verb is in the past",
    ("done", "before"): "as the verb that it opens or that hangs on it is in the past",
    ("did", "after"): "only days away, though its verb is in the past",
    ("", "before"): "as nothing looks ahead and it is near enough",
    ("", "after"): "as it is the nearer",
}


def _yearly(name: str, cue: Cue, context: Context, at: Callable[[int], Moment | None]) -> Found | None:
    if cue.inner:
        whole = within(cue, context)
        moment = at(whole.moment.day.year) if whole else None
        return (
            Found(moment, f"{name} of {cal.timex(whole.moment)}, {whole.reason}", "", whole.anchor)
            if whole and moment
            else None
        )
    if context.after:
        start = context.after
        later = [m for m in (at(start.year), at(start.year + 1)) if m and cal.last_day(m) >= start]
        return Found(later[0], f"the first {name} after the range's start") if later else None
    today = context.today
    if carried := _of_said_year(name, cue, context, at):
        return carried
    if today is None:
        return None
    candidates = [at(today.year + offset) for offset in (-2, -1, 0, 1)]
    if cue.wd:
        agreeing = [moment for moment in candidates if moment and moment.day.isoweekday() == int(cue.wd)]
        if len(agreeing) == 1:
            return Found(agreeing[0], f"the {name} near publication that is a {WEEKDAY_NAMES[int(cue.wd)]}")
    return _pick(cue, name, candidates, today)


def _of_said_year(name: str, cue: Cue, context: Context, at: Callable[[int], Moment | None]) -> Found | None:
    """The one of the year that the sentence said, unless verbs and publication speak for another."""
    whole = said_year(cue, context)
    moment = at(whole.moment.day.year) if whole else None
    if whole is None or moment is None:
        return None
    if (today := context.today) is not None:
        ahead = looks_ahead(cue)
        if (ahead and cal.last_day(moment) < today) or (not ahead and cue.tense and moment.day > today):
            return None
    return Found(moment, f"{name} of {cal.timex(whole.moment)}, the year said before in the sentence", "", whole.anchor)


def month(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    month = int(args[0])

    def at(year: int) -> Moment | None:
        first = cal.date(year, month)
        return Moment("month", first) if first else None

    return _yearly(edtf.MONTH_NAMES[month - 1], cue, context, at)


def monthday(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    month, day = int(args[0]), int(args[1])

    def at(year: int) -> Moment | None:
        first = cal.date(year, month, day)
        return Moment("day", first) if first else None

    said = context.days.get((month, day))
    if said and not cue.inner and not cue.dir and (context.today is None or abs(said - context.today.year) <= 1):
        moment = at(said)
        return Found(moment, "the day spoken of before with its year") if moment else None
    return _yearly(f"{day} {edtf.MONTH_NAMES[month - 1]}", cue, context, at)


def season(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    return _yearly(edtf.SEASON_WORDS[args[0]], cue, context, lambda year: cal.season(year, args[0]))


def holiday(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    name = args[0].replace("_", " ")

    def at(year: int) -> Moment | None:
        day = cal.holiday(name, year)
        return Moment("day", day) if day else None

    return _yearly(name, cue, context, at)


def part_of_year(unit: str, months: int) -> Reader:
    def read(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
        def at(year: int) -> Moment | None:
            first = cal.date(year, (int(args[0]) - 1) * months + 1)
            return Moment(unit, first) if first else None

        if cue.inner or cue.year or context.after or context.today is None or cue.dir:
            return _yearly(f"{unit} {args[0]}", cue, context, at)
        return _pick(
            cue._replace(tense=cue.tense or "past"),
            f"{unit} {args[0]}",
            [at(context.today.year + n) for n in (-1, 0, 1)],
            context.today,
        )

    return read


def week_of_month(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    """ "The last week of March": the calendar week that holds most of those seven days."""
    whole = month(cue, args[1:], context)
    if whole is None:
        return None
    number = int(args[0])
    middle = whole.moment.day if number > 0 else cal.last_day(whole.moment)
    day = cal.step_days(middle, 7 * (number - 1) + 3 if number > 0 else -3)
    return Found(cal.floor("week", day), f"week {number} of {cal.timex(whole.moment)}") if day else None


def nth_weekday(cue: Cue, args: tuple[str, ...], context: Context) -> Found | None:
    whole = month(cue, args[2:], context)
    if whole is None:
        return None
    first = whole.moment.day
    day = cal.nth_weekday(first.year, first.month, int(args[0]), int(args[1]))
    return Found(Moment("day", day), f"number {args[1]} of its month") if day else None
