"""Constraints from dates that the text states whole: what is done lies before the clipping, what is planned after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.dating.clock import Clock
from sitegen.dating.constraint import Constraint
from sitegen.dating.days import FIRST, LAST, in_words, united
from sitegen.edtf import bounds
from sitegen.events import Clause
from sitegen.model import Draft

#: What is planned to the day or month is told within two years before it.
AHEAD_AT_MOST = 2 * 366


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
        first = bounds(edtf)[0]
        to_the_day = first is not None and day - first.toordinal() <= 31
        yield Constraint(
            name="told as planned",
            days=united([(day - AHEAD_AT_MOST if to_the_day else FIRST, day)]),
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
