"""Whether two readings tell of one event: evidence for and against, each row with its weight and its words.

`compare` adds up the rows. A row may also forbid. The sum must reach `ENOUGH` and something particular (a city, an
ordinal, a name, a person, a level) must speak for it: the same day alone joins nothing. Weights were set by hand and
checked against tests/quality/merge; what matters is which combinations reach the threshold, written beside each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.merge.evidence import (
    FORBIDDEN,
    LONGEST_EXERCISE,
    Row,
    dates_row,
    is_wordy,
    kind_row,
    level_row,
    ordinal_row,
    organization_row,
    partners_row,
    place_row,
    share_title,
    title_row,
)
from sitegen.merge.occasions import lone_row, occasion_row, recalled_row
from sitegen.merge.parties import (
    MOST_FOR_WORDS,
    OTHER_COUNTRIES,
    leader_row,
    members_row,
    pair_row,
    people_row,
    words_row,
)
from sitegen.merge.readings import LEVEL, MEMBERS, ORDINAL, PARTNERS, PEOPLE, PLACE, TALKS, TITLE, TWO, Reading

__all__ = [
    "CLEAR",
    "ENOUGH",
    "FORBIDDEN",
    "LONGEST_EXERCISE",
    "OTHER_COUNTRIES",
    "Verdict",
    "compare",
    "is_wordy",
    "share_title",
]

#: day + city + kind reach it (2 + 2 + 1), day + organization + level (2 + 1 + 1.5), month + city + organization + kind
ENOUGH = 3.75
#: day, kind, city and organization or level agree: nothing more need be asked
CLEAR = 6.0

Compare = Callable[[Reading, Reading], Row | None]


#: kinds of which an organization mostly has one at a time
_LONE = frozenset(("gathering", "exercise"))


@dataclass(slots=True)
class Verdict:
    score: float
    particular: bool
    reasons: tuple[str, ...] = ()
    firm: bool = True  # False where only what is one of its kind as far as we know speaks for it: then no other may fit

    @property
    def rank(self) -> tuple[bool, float]:
        return (self.is_same, self.score)

    @property
    def is_same(self) -> bool:
        return self.particular and self.score >= ENOUGH


#: what both readings must have for the row to say anything, what one of them must have, or 0; the row
ROWS: tuple[tuple[int, int, Compare], ...] = (
    (0, 0, dates_row), (0, 0, kind_row), (PLACE, 0, place_row), (0, 0, organization_row), (ORDINAL, 0, ordinal_row),
    (LEVEL, 0, level_row), (TITLE, 0, title_row), (PEOPLE, 0, people_row), (0, PARTNERS, partners_row), (TALKS, TWO, pair_row),
    (PEOPLE, LEVEL, leader_row), (MEMBERS, 0, members_row),
)  # fmt: skip


def _is_known(a: Reading, b: Reading) -> bool:
    """Whether more than day and city is told of both: in a city in which two gatherings were, they alone decide nothing."""
    return bool(
        (a.organizations and b.organizations)
        or (a.levels and b.levels)
        or a.people & b.people
        or a.is_pair == b.is_pair is True
    )


def compare(a: Reading, b: Reading) -> Verdict:
    """Weigh all rows; symmetric. A row that forbids ends it."""
    score, particular, firm = 0.0, False, False
    reasons: list[str] = []
    both, either = a.has & b.has, a.has | b.has
    for needs, wants, row in ROWS:
        if needs & ~both or (wants and not either & wants):
            continue
        found = row(a, b)
        if found is None:
            continue
        weight, words, special = found
        if weight == FORBIDDEN:
            return Verdict(FORBIDDEN, False, (words,))
        score += weight
        if special:
            particular = True
            firm = firm or row is not place_row or _is_known(a, b)
        if weight > 0:
            reasons.append(words)
    # What is taken for one only as long as no other fits as well
    loose = recalled_row(a, b) if a.curated is not b.curated else None
    near = None
    if a.family != b.family:
        near = occasion_row(a, b)
    elif not particular and a.family in _LONE:
        near = lone_row(a, b)
    for found in (loose, near):
        if found is not None:
            score += found[0]
            particular = True
            reasons.append(found[1])
    # Words are slow to compare: they are asked where they can lift the sum to `ENOUGH`, or may still sink it.
    if ENOUGH - MOST_FOR_WORDS <= score < CLEAR or (score >= CLEAR and is_wordy(a) and is_wordy(b)):
        found = words_row(a, b)
        if found is not None:
            score += found[0]
            if found[2]:
                particular = firm = True
            if found[0] > 0:
                reasons.append(found[1])
    return Verdict(score, particular, tuple(reasons), firm)
