"""Constraints from the days that the lead itself tells: they are the news, with or without a year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from sitegen.dating.clock import Clock
from sitegen.dating.constraint import Constraint
from sitegen.dating.days import Run, united
from sitegen.dating.newest import RECENT, end_of, years_named
from sitegen.dating.opening import LEAD, YEARS, has_opening_day, in_years, month_day
from sitegen.edtf import bounds, is_day
from sitegen.events import Clause
from sitegen.model import DateMention, Draft

#: A day of the opening is the news: done at most so long before the clipping, planned so long after it.
_AFTER, _BEFORE = 10, 45
#: With its weekday beside it ("on Sunday, August 3") it is of the week before the clipping: news name no weekday for longer.
_WEEK_AFTER = 6
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_WEEK = re.compile(r"(?:next|this|last) (?:week|month|year)\b|tomorrow\b|yesterday\b", re.IGNORECASE)


def monthday_constraints(
    draft: Draft, clock: Clock, whole: Sequence[Clause], relative: Sequence[Clause]
) -> Iterator[Constraint]:
    """ "The summit is due on December 10 ... next week": the opening's month and day, in the years that follow the newest
    date told as done; in any year where none is told, for what else is known to choose. Nothing beside a dateline's day."""
    if has_opening_day(draft):
        return
    opening = [(found, c) for c in relative if c.start < 2 * LEAD and (found := _first_day(clock.mentions[c.index]))]
    if not opening:
        return
    found, clause = opening[0]
    if clause.phrase.endswith(" year"):
        return  # "January 1 next year" may be far off
    for other, c in opening:  # of several days told as done the last is the news
        if clause.status == c.status == "occurred" and found < other and other[0] - found[0] < 6:
            found, clause = other, c
    beside = next(
        (
            c
            for c in relative
            if c.start < 2 * LEAD
            and c.status == clause.status
            and (c.kind == clause.kind or {c.kind, clause.kind} == {"meeting", "summit"})
            and _WEEK.match(c.phrase)
        ),
        None,
    )
    told = max(years_named(draft, whole), default=None)
    after = _WEEK_AFTER if _WEEKDAY.search(clause.phrase) else _AFTER
    if _GOES_ON.search(clause.text):
        after = _days_told(clock.mentions[clause.index])  # "are taking part in the July 7-9 exercise": it is not over
    runs: list[Run] = []
    firsts = [first for c in whole if (first := bounds(c.edtf)[0]) is not None]
    years = sorted(
        {first.year for first in firsts if (first.month, first.day) == found}
    )  # told with its year elsewhere
    for number in in_years(*found, years or YEARS):
        day = datetime.date.fromordinal(number).isoformat()
        fitting = clock.days_for(beside.index, day) if beside is not None else None
        runs += fitting or [(number - _BEFORE, number) if clause.status == "planned" else (number, number + after)]
    also = f' and "{beside.phrase}"' if beside is not None else ""
    follows = ", in a year that follows the newest one named" if told is not None else ", in any year"
    yield Constraint(
        name="day ahead" if clause.status == "planned" else "month and day", days=united(runs), weight=1.5,
        line=f'"{clause.phrase}"{also} of the opening{follows}', about=clause.index,
    )  # fmt: skip
    if told is None:
        return
    newest, phrase, edtf = told
    end = end_of(edtf)
    newest_year = datetime.date(datetime.date.fromordinal(end).year, 12, 31).toordinal()
    yield Constraint(
        name="recent", days=united([(newest, end + RECENT)]), weight=0.8,
        line=f'"{phrase}" ({edtf}) is the newest date told as done: a report appears within two years of it',
    )  # fmt: skip
    yield Constraint(
        name="recent", days=united([(newest, max(end + 183, newest_year))]), weight=0.4,
        line=f'"{phrase}" ({edtf}) is the newest date told as done: most reports appear soon after it',
    )  # fmt: skip


_TO_A_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)/XXXX-(\d\d)-(\d\d)$")
_GOES_ON = re.compile(r"\b(?:is|are) (?:also |now |currently )?[a-z]{3,}ing\b")


def _days_told(mention: DateMention) -> int:
    """How many days after its first a stretch of days ends, of one day 0; 10 where it runs into the next month."""
    found = _TO_A_DAY.match(mention.value)
    if found is None:
        return 0
    return int(found[4]) - int(found[2]) if found[1] == found[3] else _AFTER


def _first_day(mention: DateMention) -> tuple[int, int] | None:
    """Month and day of "May 4", of "May 4 to 6" the first."""
    found = _TO_A_DAY.match(mention.value)
    return (int(found[1]), int(found[2])) if found else month_day(mention)


def news_constraints(draft: Draft, whole: Sequence[Clause]) -> Iterator[Constraint]:
    """ "On 1 November 2019 the minister met ...": the whole day that a story opens with, the newest that it tells as done,
    is its news."""
    done = [c for c in whole if c.status != "planned"]
    first = min(done, key=lambda c: c.start, default=None)
    if first is None or first.sentence > 1 or first.start >= LEAD or not is_day(first.edtf):
        return
    if first.kind in ("founding", "accession"):
        return
    day = bounds(first.edtf)[0]
    if day is None or any((other := bounds(c.edtf)[0]) is not None and other > day for c in done):
        return
    yield Constraint(
        name="news", days=united([(day.toordinal(), day.toordinal() + _AFTER)]), weight=0.8,
        line=f'"{first.phrase}" opens the story: its news, told within days', about=first.index,
    )  # fmt: skip


def named_year_constraints(draft: Draft, relative: Sequence[Clause]) -> Iterator[Constraint]:
    """ "The exercise Otter-2010 will begin on Thursday": a happening that bears its year is of that year."""
    for m in draft.annotations.dates:
        if m.start >= LEAD or not m.hint or not m.text.isdigit() or not 1950 <= int(m.text) < 2100:
            continue
        sentence = next((s for s in draft.article.sentences if s[0] <= m.start < s[1]), None)
        if sentence is None or not any(sentence[0] <= c.start < sentence[1] for c in relative):
            continue
        first, last = datetime.date(int(m.text), 1, 1), datetime.date(int(m.text), 12, 31)
        yield Constraint(
            name="named year", days=united([(first.toordinal() - _BEFORE, last.toordinal() + _AFTER)]), weight=1.0,
            line=f'"{m.text}" is the year of the happening\'s name',
        )  # fmt: skip
        return
