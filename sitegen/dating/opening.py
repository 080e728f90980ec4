"""Constraints from the day that a story is headed by, a dateline's or a line's of its own, and from days named with their weekday."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.dates import resolve
from sitegen.dating.constraint import Constraint
from sitegen.dating.days import united
from sitegen.dating.newest import RECENT, end_of, figures_of, years_named
from sitegen.edtf import bounds, is_day, is_valid
from sitegen.events import Clause
from sitegen.model import DateMention, Draft

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: A weekday this far into the body is the lead's: later ones may be another week's.
LEAD = 400
_MONTH_DAY = re.compile(r"^(?:XXXX|--)-?(\d{2})-(\d{2})$")
YEARS = range(1950, 2100)


def in_years(month: int, day: int, years: Iterable[int] = YEARS) -> list[int]:
    """The day of this month in each of the years that have it."""
    found = []
    for year in years:
        try:
            found.append(datetime.date(year, month, day).toordinal())
        except ValueError:
            continue
    return found


def month_day(mention: DateMention) -> tuple[int, int] | None:
    found = _MONTH_DAY.match(mention.value)
    return (int(found[1]), int(found[2])) if found else None


def _weekday_of(mention: DateMention) -> int | None:
    return next((i for i, w in enumerate(_WEEKDAYS) if w in mention.text.lower()), None)


_BESIDE = re.compile(r"[\s,(–-]{1,3}(?:on )?")


def weekday_constraints(draft: Draft) -> Iterator[Constraint]:
    """A month and day named with their weekday ("Friday, March 3", "on Friday (March 3)"): only some years fit."""
    for m, following in itertools.pairwise((*draft.annotations.dates, None)):
        if m is None:
            continue
        told, weekday, phrase = month_day(m), _weekday_of(m), m.text
        if weekday is not None and told is None and following is not None:
            between = draft.article.body[m.end : following.start]
            if _BESIDE.fullmatch(between) and _weekday_of(following) is None:
                told, phrase = month_day(following), f"{m.text}{between}{following.text}"
        if weekday is None or told is None:
            continue
        days = [d for d in in_years(*told) if (d - 1) % 7 == weekday]
        yield Constraint(
            name="weekday", days=united((d - 320, d + 320) for d in days), weight=0.8,
            line=f'"{phrase}": a day that falls so in some years only',
        )  # fmt: skip


def dateline_constraints(draft: Draft, whole: Sequence[Clause]) -> Iterator[Constraint]:
    """The day of the dateline or of a line that heads the story; without a year, on that day of any year."""
    line = draft.article.dateline
    if line is not None and line.date and is_valid(line.date):
        first, last = bounds(line.date)
        if first is not None and last is not None:
            yield _dateline(first.toordinal(), last.toordinal() + 2, 2.5, f"the dateline says {line.date}")
        return
    opening = opening_day(draft)
    if opening is None:
        return
    told = month_day(opening)
    if told is None:
        known = resolve([opening], None)[0].edtf or opening.value
        first = bounds(known)[0] if is_day(known) else None
        if first is not None:
            day = first.toordinal()
            yield _dateline(day, day + 2, 4.0, f'"{opening.text}" opens the story ({known})')
        return
    days = in_years(*told)
    yield Constraint(
        name="dateline day", days=united((d, d + 1) for d in days), weight=4.0,
        line=f'"{opening.text}" opens the story, without a year',
    )  # fmt: skip
    yield from _year_of_dateline(draft, days, whole)


def _dateline(first: int, last: int, weight: float, line: str) -> Constraint:
    return Constraint(name="dateline", days=united([(first, last)]), weight=weight, line=line)


_AFTER_DATELINE = re.compile(r"^[\s,.]{0,3}(?:/?\(?[A-Z][\w’'. -]{1,30}\)?/?)?\s{0,2}(?:--?|–|—|:)\s")
#: A paragraph of so few words that begins with a day is a line that heads the story: "March 3. Example News".
_HEADING_WORDS = 6


def opening_day(draft: Draft) -> DateMention | None:
    """The day in the dateline, in the opening that leads up to the story's dash, or in a line before the story."""
    article = draft.article
    begins = next((a for a, b in article.paragraphs if a < article.dateline_end <= b), 0)
    first = article.paragraphs[0] if article.paragraphs else (0, 0)
    alone = len(article.body[first[0] : first[1]].split()) <= _HEADING_WORDS
    for m in draft.annotations.dates:
        if month_day(m) is None and not is_day(resolve([m], None)[0].edtf or m.value):
            continue
        if begins <= m.start < article.dateline_end:
            return m
        if m.start <= 60 and _AFTER_DATELINE.match(article.body[m.end : m.end + 50]):
            return m
        if alone and m.start <= first[0] + 1:
            return m
    return None


def has_opening_day(draft: Draft) -> bool:
    """Whether a dateline or a line before the story names its day: then the lead's own day is no better ground."""
    line = draft.article.dateline
    return (line is not None and bool(line.date)) or opening_day(draft) is not None


def _year_of_dateline(draft: Draft, days: Sequence[int], whole: Sequence[Clause]) -> Iterator[Constraint]:
    """The bare weekday of the lead picks the years in which the dateline's day, or the day before, falls so; of those the
    one that follows the newest date told as done."""
    bare = next((m for m in draft.annotations.dates if m.cue.startswith("weekday") and m.start < LEAD), None)
    weekday = _weekday_of(bare) if bare is not None else None
    if bare is None or weekday is None:
        return
    falls = [(d, d + 1) for d in days if (d - 1) % 7 == weekday]
    before = [(d, d + 1) for d in days if (d - 2) % 7 == weekday]
    yield Constraint(
        name="dateline weekday", days=united(falls), weight=0.9,
        line=f'"{bare.text}" is the dateline\'s day: it falls so in some years only',
    )  # fmt: skip
    yield Constraint(
        name="dateline weekday", days=united([*falls, *before]), weight=0.5,
        line=f'"{bare.text}" is the dateline\'s day or the day before it',
    )  # fmt: skip
    told = [*years_named(draft, whole), *figures_of(draft)]
    if told:
        newest, phrase, edtf = max(told)
        yield Constraint(
            name="recent", days=united([(newest, end_of(edtf) + RECENT)]), weight=0.8,
            line=f'"{phrase}" ({edtf}) is the newest date told as done: a report appears within two years of it',
        )  # fmt: skip
