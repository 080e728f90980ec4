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
from sitegen.model import Draft

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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


def weekday_constraints(draft: Draft) -> Iterator[Constraint]:
    """A month and day named with their weekday, or a dateline's day and a bare weekday beside it: only some years fit."""
    for m in draft.annotations.dates:
        name = next((w for w in _WEEKDAYS if w in m.text.lower()), None)
        found = _MONTH_DAY.match(m.value)
        if name and found:
            yield from _years(int(found[1]), int(found[2]), _WEEKDAYS.index(name), f'"{m.text}"')
    line = draft.article.dateline
    if line is None or not line.date:
        yield from _opening(draft)
        return
    if is_valid(line.date):
        first, last = bounds(line.date)
        if first is not None and last is not None:
            yield Constraint(
                name="dateline",
                days=united([(first.toordinal(), last.toordinal() + 2)]),
                weight=2.5,
                line=f"the dateline says {line.date}",
            )
        return
    found = _MONTH_DAY.match(line.date)
    if found:
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
