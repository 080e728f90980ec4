"""Constraints from dates that the text states whole: what is done lies before the clipping, what is planned after it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from sitegen.dates import resolve
from sitegen.dating.clock import Clock
from sitegen.dating.constraint import Constraint
from sitegen.dating.days import FIRST, LAST, in_words, united
from sitegen.edtf import bounds, is_day, is_valid
from sitegen.events import Clause
from sitegen.model import DateMention, Draft

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: A weekday this far into the body is the lead's: later ones may be another week's.
LEAD = 400
_MONTH_DAY = re.compile(r"^(?:XXXX|--)-?(\d{2})-(\d{2})$")


def stated_constraints(whole: Sequence[Clause]) -> Iterator[Constraint]:
    """The latest date told as done and the earliest told as planned, among those that need no publication day."""
    done: list[tuple[int, str, str]] = []
    planned: list[tuple[int, str, str]] = []
    for clause in whole:
        first, last = bounds(clause.edtf)
        if first is None or last is None:
            continue
        if clause.status == "planned":
            planned.append((last.toordinal(), clause.phrase, clause.edtf))
        else:
            done.append((first.toordinal(), clause.phrase, clause.edtf))
    for day, phrase, edtf in sorted(done, reverse=True)[:3]:
        yield Constraint(
            name="told as done",
            days=united([(day, LAST)]),
            weight=1.6,
            line=f'"{phrase}" ({edtf}) is told as done: not before it',
        )
    for day, phrase, edtf in sorted(planned)[:3]:
        yield Constraint(
            name="told as planned",
            days=united([(FIRST, day)]),
            weight=1.2,
            line=f'"{phrase}" ({edtf}) is told as still to come: not after it',
        )


def beside_constraints(
    draft: Draft, clock: Clock, whole: Sequence[Clause], relative: Sequence[Clause]
) -> Iterator[Constraint]:
    """ "Next year's summit, on 9-11 July 2024": a relative and a whole date of one happening date the clipping."""
    for clause in relative:
        for other in whole:
            if other.sentence != clause.sentence or not 0 < other.start - clause.start < 160:
                continue
            between = draft.article.body[clause.start : other.start]
            if re.search(r"[;:]|\b(?:and|but|while|which|after|since|before|than|from|when)\b", between):
                continue
            days = clock.days_for(clause.index, other.edtf)
            if days:
                yield Constraint(
                    name="two dates of one happening",
                    days=days,
                    weight=2.2,
                    line=f'"{clause.phrase}" is "{other.phrase}": published {in_words(days)}',
                )
                break


#: How long after the newest date that it tells as done a report appears at the latest, where only the year is open. Of 254
#: dated news texts that state a past year or a finer date, all but a handful appeared within two years of their newest one.
RECENT = 2 * 366


def weekday_constraints(draft: Draft, whole: Sequence[Clause] = ()) -> Iterator[Constraint]:
    """A month and day named with their weekday, or a dateline's day and a bare weekday beside it: only some years fit."""
    for m in draft.annotations.dates:
        name = next((w for w in _WEEKDAYS if w in m.text.lower()), None)
        found = _MONTH_DAY.match(m.value)
        if name and found:
            yield from _years(int(found[1]), int(found[2]), _WEEKDAYS.index(name), f'"{m.text}"')
    line = draft.article.dateline
    if line is not None and line.date and is_valid(line.date):
        first, last = bounds(line.date)
        if first is not None and last is not None:
            yield Constraint(
                name="dateline",
                days=united([(first.toordinal(), last.toordinal() + 2)]),
                weight=2.5,
                line=f"the dateline says {line.date}",
            )
        return
    found = _MONTH_DAY.match(line.date) if line is not None and line.date else None
    opening = next((m for m in draft.annotations.dates if _opens(draft, m)), None)
    found = found or (_MONTH_DAY.match(opening.value) if opening is not None else None)
    if found is None:
        yield from _opening(draft)
        return
    runs = []
    for year in range(1950, 2100):
        try:
            day = datetime.date(year, int(found[1]), int(found[2])).toordinal()
        except ValueError:
            continue
        runs.append((day, day + 1))
    yield Constraint(
        name="dateline",
        days=united(runs),
        weight=2.0,
        line=f"the dateline says {found[1]}-{found[2]} without a year",
    )
    yield from _year_of_dateline(draft, runs, whole)


def _opens(draft: Draft, mention: DateMention) -> bool:
    """Whether the mention stands in the opening that leads up to the story's dash."""
    if mention.start < draft.article.dateline_end:
        return True
    return mention.start <= 60 and _AFTER_DATELINE.match(draft.article.body[mention.end : mention.end + 50]) is not None


def _year_of_dateline(draft: Draft, runs: Sequence[tuple[int, int]], whole: Sequence[Clause]) -> Iterator[Constraint]:
    """The bare weekday of the lead picks the years in which the dateline's day, or the day before, falls so; of those the
    one that follows the newest date told as done."""
    bare = next((m for m in draft.annotations.dates if m.cue.startswith("weekday") and m.start < LEAD), None)
    if bare is None:
        return
    weekday = next((i for i, w in enumerate(_WEEKDAYS) if w[:3] == bare.text.lower()[-len(w) :][:3]), None)
    if weekday is None:
        return
    falls = [(day, last) for day, last in runs if (day - 1) % 7 == weekday]
    before = [(day, last) for day, last in runs if (day - 2) % 7 == weekday]
    yield Constraint(
        name="dateline weekday", days=united(falls), weight=0.9,
        line=f'"{bare.text}" is the dateline\'s day: it falls so in some years only',
    )  # fmt: skip
    yield Constraint(
        name="dateline weekday", days=united([*falls, *before]), weight=0.5,
        line=f'"{bare.text}" is the dateline\'s day or the day before it',
    )  # fmt: skip
    told = [
        (first.toordinal(), c.phrase, c.edtf) for c in whole if c.status != "planned" and (first := bounds(c.edtf)[0])
    ]
    told += [(first.toordinal(), m.text, m.edtf or "") for m, first in _figures_of(draft)]
    if told:
        newest, phrase, edtf = max(told)
        yield Constraint(
            name="recent", days=united([(newest, _end(edtf) + RECENT)]), weight=0.8,
            line=f'"{phrase}" ({edtf}) is the newest date told as done: a report appears within two years of it',
        )  # fmt: skip


#: A month and day of the opening are the news: done at most so long before the clipping, planned so long after it.
_AFTER, _BEFORE = 10, 45
_WEEK = re.compile(r"(?:next|this|last) (?:week|month|year)\b|tomorrow\b|yesterday\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|has|have|[a-z]{3,}ed|held|took|won|met|came|went|left)\b", re.IGNORECASE)


def _years_named(draft: Draft, whole: Sequence[Clause]) -> list[tuple[int, str, str]]:
    """Years and finer dates told as done, those of names among them ("travelled to the 2019 cup"), with their first day."""
    body, article = draft.article.body, draft.article
    told = [
        (first.toordinal(), c.phrase, c.edtf) for c in whole if c.status != "planned" and (first := bounds(c.edtf)[0])
    ]
    for m in resolve(draft.annotations.dates, None):
        first = bounds(m.edtf)[0] if m.edtf and m.type == "DATE" else None
        sentence = next((s for s in article.sentences if s[0] <= m.start < s[1]), None)
        if first and sentence and _PAST.search(body, sentence[0], m.start) and not _AHEAD.search(body, *sentence):
            told.append((first.toordinal(), m.text, m.edtf or ""))
    return told


def monthday_constraints(
    draft: Draft, clock: Clock, whole: Sequence[Clause], relative: Sequence[Clause]
) -> Iterator[Constraint]:
    """ "The summit is due on December 10 ... next week": the opening's month and day, in the years that follow the newest
    date told as done. Nothing where the clipping names no year at all, or has a dateline's day."""
    if draft.article.dateline is not None and draft.article.dateline.date:
        return
    if any(_opens(draft, m) and _MONTH_DAY.match(m.value) for m in draft.annotations.dates):
        return  # the dateline's own day is the better ground
    told = _years_named(draft, whole)
    opening = [c for c in relative if c.start < 2 * LEAD and _MONTH_DAY.match(clock.mentions[c.index].value)]
    if not told or not opening:
        return
    clause = opening[0]
    found = _MONTH_DAY.match(clock.mentions[clause.index].value)
    assert found is not None
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
    newest, phrase, edtf = max(told)
    end = _end(edtf)
    newest_year = datetime.date(datetime.date.fromordinal(end).year, 12, 31).toordinal()
    runs: list[tuple[int, int]] = []
    for year in range(datetime.date.fromordinal(newest).year, datetime.date.fromordinal(end + RECENT).year + 1):
        try:
            day = datetime.date(year, int(found[1]), int(found[2]))
        except ValueError:
            continue
        number = day.toordinal()
        fitting = clock.days_for(beside.index, day.isoformat()) if beside is not None else None
        if fitting:
            runs += fitting
        elif clause.status == "planned":
            runs.append((number - _BEFORE, number))
        else:
            runs.append((number, number + _AFTER))
    also = f' and "{beside.phrase}"' if beside is not None else ""
    yield Constraint(
        name="month and day", days=united(runs), weight=1.5,
        line=f'"{clause.phrase}"{also} of the opening, in a year that follows the newest one named',
    )  # fmt: skip
    yield Constraint(
        name="recent", days=united([(newest, end + RECENT)]), weight=0.8,
        line=f'"{phrase}" ({edtf}) is the newest date told as done: a report appears within two years of it',
    )  # fmt: skip
    yield Constraint(
        name="recent", days=united([(newest, max(end + 183, newest_year))]), weight=0.4,
        line=f'"{phrase}" ({edtf}) is the newest date told as done: most reports appear soon after it',
    )  # fmt: skip


def _end(edtf: str) -> int:
    last = bounds(edtf)[1]
    return last.toordinal() if last else LAST


#: A period of a figure that is no event ("rose 4 percent in 2016") still tells that the text is no older.
_FIGURE = re.compile(r"\b(?:in|since|during)\s+$")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|plan(?:s|ned)?|target|goal|aims?|expected|forecast|due|next)\b",
    re.IGNORECASE,
)


def _figures_of(draft: Draft) -> Iterator[tuple[DateMention, datetime.date]]:
    """Past years and finer dates that the text states whole, events or not, with their first day."""
    body = draft.article.body
    for m in resolve(draft.annotations.dates, None):
        first = bounds(m.edtf)[0] if m.edtf and m.type == "DATE" and not m.hint else None
        if (
            first
            and _FIGURE.search(body[max(0, m.start - 12) : m.start])
            and not _AHEAD.search(body[max(0, m.start - 120) : m.end])
        ):
            yield m, first


_AFTER_DATELINE = re.compile(r"^[\s,.]{0,3}(?:/?\(?[A-Z][\w’'. -]{1,30}\)?/?)?\s{0,2}(?:--?|–|—|:)\s")


def _opening(draft: Draft) -> Iterator[Constraint]:
    """A whole day before the dash that opens the story, where no dateline was made of it."""
    body = draft.article.body
    for m in draft.annotations.dates:
        if m.start > 60:
            return
        whole = resolve([m], None)[0].edtf
        if whole and is_day(whole) and _AFTER_DATELINE.match(body[m.end : m.end + 50]):
            first = bounds(whole)[0]
            if first is not None:
                day = first.toordinal()
                yield Constraint(
                    name="dateline",
                    days=united([(day, day + 2)]),
                    weight=4.0,
                    line=f'"{m.text}" opens the story ({whole})',
                )
            return


def _years(month: int, day: int, weekday: int, label: str) -> Iterator[Constraint]:
    runs = []
    for year in range(1950, 2100):
        try:
            when = datetime.date(year, month, day)
        except ValueError:
            continue
        if when.weekday() == weekday:
            runs.append((when.toordinal() - 320, when.toordinal() + 320))
    if runs:
        yield Constraint(
            name="weekday", days=united(runs), weight=0.8, line=f"{label}: a day that falls so in some years only"
        )
