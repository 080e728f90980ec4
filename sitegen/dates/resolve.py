"""Mentions as written + the publication day -> dated mentions. Pure, cheap, and without the text.

What a mention's cue says is reckoned in reckon.py. A running reference (the last date resolved, one of each unit) goes
through the list for "the day before", "the following month", "that year"; two mentions that a range joins get its interval.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sitegen import edtf
from sitegen.dates import calendar as cal
from sitegen.dates.anchors import WEEKDAY_NAMES, Context, Found, in_steps
from sitegen.dates.calendar import Moment
from sitegen.dates.cues import PAST, Cue, read_cue
from sitegen.dates.reckon import READERS
from sitegen.timex import DateMention

#: units whose figures are spoken of as "the period", so that "a year earlier" is of them
_PERIODS: Final = frozenset({"quarter", "half"})
_COMPARED: Final = frozenset({"yearago", "period"})  # what is measured against them, never they
_SOFT: Final = frozenset({"early", "mid", "late", "end", "about", "start"})


def resolve(mentions: Sequence[DateMention], published: datetime.date | None) -> list[DateMention]:
    """Date the mentions of one text, in their order, reckoned from `published`; explicit dates need no `published`."""
    references: tuple[Moment, ...] = ()
    days: dict[tuple[int, int], int] = {}
    period: Moment | None = None
    resolved: list[DateMention] = []
    last: Moment | None = None  # of the mention before, where it was dated
    named: Moment | None = None  # the same where it is part of a name: "Peace Mission 2009, in July of that year"
    for mention in mentions:
        if mention.problem or not mention.cue or mention.cue == "none":
            if mention.value == "P9M" or (mention.value == "P6M" and "first" in mention.text):
                # "in the first nine months": what is compared with it is of a year
                period = period and cal.floor("year", period.day)
            resolved.append(mention)
            last = None
            continue
        cue = read_cue(mention.cue)
        until = cue.dir == "until" and last is not None
        spoken = (named, *references) if named and cue.inner[:2] == ("refshift", "year") else references
        context = Context(published, spoken, period, days, last.day if until and last else None)
        dated, moment = _dated(mention, cue, _read(cue, context), context)
        if moment and until:
            start_edtf = resolved[-1].edtf
            whole = f"{start_edtf}/{dated.edtf}"
            if start_edtf and dated.edtf and "/" not in whole.replace("/", "", 1) and edtf.is_valid(whole):
                resolved[-1] = replace(resolved[-1], edtf=whole)
                dated = replace(dated, edtf=whole)
        resolved.append(dated)
        last = moment
        named = moment if mention.hint else None
        if moment and not mention.hint:
            if moment.unit in _PERIODS and cue.op not in _COMPARED:
                period = _under_discussion(period, moment, cue, published)
            if cue.op not in ("yearago", "clock", "period"):
                references = (moment, *(other for other in references if other.unit != moment.unit))
                if cue.op == "full" and moment.unit == "day":
                    days[moment.day.month, moment.day.day] = moment.day.year
    return resolved


def _under_discussion(
    period: Moment | None, moment: Moment, cue: Cue, published: datetime.date | None
) -> Moment | None:
    """The quarter or half of which figures are given: a forecast's or an older one's, said in passing, is not."""
    if cue.whole and period and period.unit == moment.unit:
        return period  # "the quarter ended Sept. 29" of one that has its number already, often a fiscal one
    unfinished = published and cal.last_day(moment) >= published and not cue.told
    if unfinished and (period is not None or cue.tense not in PAST):
        return period
    if cue.told:
        return moment
    return moment if period is None or period.unit == "year" or moment.day >= period.day else period


def _read(cue: Cue, context: Context) -> Found | None:
    reader = READERS.get(cue.op)
    found = reader(cue, cue.args, context) if reader else None
    if found and cue.whole:
        end = cal.last_day(found.moment)
        back = cal.step_days(end, -45 if cue.whole == "quarter" else 0)  # the middle of the three months
        whole = cal.floor(cue.whole, back) if back else None
        return Found(whole, f"the {cue.whole} up to {cal.timex(found.moment)}", "", found.anchor) if whole else None
    if found and cue.plus:
        moved = cal.shifted(cue.plus[0], found.moment.day, cue.plus[1])
        return Found(moved, f"{in_steps(cue.plus[0], cue.plus[1], cal.timex(found.moment))}") if moved else None
    return found


def _weekday_doubt(cue: Cue, moment: Moment) -> tuple[str, ...]:
    """A weekday written beside a day that is another: the day stands, the doubt is told."""
    if not cue.wd or cue.plus or moment.unit != "day" or moment.day.isoweekday() == int(cue.wd):
        return ()
    return (
        f"{moment.day} is a {WEEKDAY_NAMES[moment.day.isoweekday()]}, not a {WEEKDAY_NAMES[int(cue.wd)]}: the date stands",
    )


def _dated(mention: DateMention, cue: Cue, found: Found | None, context: Context) -> tuple[DateMention, Moment | None]:
    if found is None:
        return mention, None
    moment = found.moment
    value, exact = cal.timex(moment), cal.edtf_of(moment)
    if cue.mod in _SOFT and moment.unit != "day":
        exact = cal.soften(exact)
    if cue.to:
        end = READERS[cue.to[0]](cue._replace(to=()), cue.to[1:], context._replace(after=moment.day))
        if end is None or end.moment.day < moment.day:
            return mention, None
        value, exact = f"{value}/{cal.timex(end.moment)}", f"{exact}/{cal.edtf_of(end.moment)}"
        if not edtf.is_valid(exact):
            return mention, None
    if mention.type == "DURATION":
        value = mention.value
    elif cue.clock:
        value += f"T{cue.clock}{cue.zone}"
    elif cue.part:
        value += f"T{cue.part}"
    anchor = "" if cue.op == "full" else found.anchor or (context.published.isoformat() if context.published else "")
    return DateMention(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        type=mention.type,
        value=value,
        edtf=None if cue.op == "clock" or (cue.whole and mention.type == "DURATION") else exact,
        rule=mention.rule,
        cue=mention.cue,
        anchor=anchor,
        reason=found.reason,
        rejected=(found.rejected,) if found.rejected else _weekday_doubt(cue, moment),
        hint=mention.hint,
    ), moment
