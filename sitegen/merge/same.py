"""Whether two readings tell of one event: evidence for and against, each row with its weight and its words.

`compare` adds up the rows. A row may also forbid. The sum must reach `ENOUGH` and something particular (a city, an
ordinal, a name, a person, a level) must speak for it: the same day alone joins nothing. Weights were set by hand and
checked against tests/quality/merge; what matters is which combinations reach the threshold, written beside each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.merge.readings import GATHERS, LEVEL, MEMBERS, ORDINAL, PEOPLE, PLACE, TITLE, Reading

#: day + city + kind reach it (2 + 2 + 1), day + organization + level (2 + 1 + 1.5), month + city + organization + kind
ENOUGH = 3.75
FORBIDDEN = -99.0
MOST_FOR_WORDS = 1.5
#: an exercise's first and last day may be told by two sources; the longest multilateral ones last about a month
LONGEST_EXERCISE = 35
#: day, kind, city and organization or level agree: nothing more need be asked
CLEAR = 6.0

#: kinds of which an organization has one a day
_RECALLED = frozenset(("gathering", "exercise", "founding"))

Row = tuple[float, str, bool]  # weight, words, whether it is particular
Compare = Callable[[Reading, Reading], Row | None]


@dataclass(slots=True)
class Verdict:
    score: float
    particular: bool
    reasons: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        return self.particular and self.score >= ENOUGH


def is_wordy(reading: Reading) -> bool:
    """Whether a kind of event is known by what was said or signed, or by whom: many may fall on one day in one city."""
    return reading.family in ("word", "agreement", "initiative", "other", "appointment")


def share_title(a: Reading, b: Reading) -> bool:
    """Whether both bear one name: "Peace Mission 2014"; a name is a year's, so the days between do not matter."""
    return any(f" {x}".endswith(f" {y}") or f" {y}".endswith(f" {x}") for x in a.titles for y in b.titles)


def _dates(a: Reading, b: Reading) -> Row | None:
    gap = max(a.first, b.first) - min(a.last, b.last)
    if 0 < gap <= LONGEST_EXERCISE and share_title(a, b):
        return (0.5, "days of one exercise", False)
    if gap > 0:
        if gap > 3 or max(a.grain, b.grain) > 1:
            return (FORBIDDEN, "the dates can't agree", False)
        return (-1.0, "neighbouring days", False) if gap == 1 else (-2.5, f"{gap} days apart", False)
    coarse = max(a.grain, b.grain)
    if coarse == 0:
        return (2.0, "same day", False)
    if coarse == 1:
        return (2.0, "days overlap", False)
    return ((1.25, "within the same days", False), (0.75, "within the month", False), (0.25, "within the year", False),
            (0.0, "dates can agree", False))[coarse - 2]  # fmt: skip


def _place(a: Reading, b: Reading) -> Row | None:
    if a.city and b.city:
        near = len(a.city) > 4 and len(b.city) > 4 and (a.city in b.city or b.city in a.city) and a.country == b.country
        if a.city == b.city or near:
            return (2.0, "same place", not (is_wordy(a) and is_wordy(b)))
        return (
            (-2.0, "another place in the same country", False)
            if a.country == b.country
            else (-4.0, "another country", False)
        )
    if a.country and b.country:
        return (0.75, "same country", False) if a.country == b.country else (-4.0, "another country", False)
    return None


def _kind(a: Reading, b: Reading) -> Row | None:
    x, y = a.event.classification, b.event.classification
    if x == y:
        return (1.0, f"both a {x}" if x[0] not in "aeiou" else f"both an {x}", False) if x != "other" else None
    if a.family == b.family:
        return (0.25, f"{x} and {y}", False)
    pair = {a.family, b.family}
    if pair == {"accession", "agreement"} and (a.countries & b.countries or not a.countries or not b.countries):
        return (-0.5 if a.curated != b.curated else -2.5, f"{x} and {y}: the paper that brings a status", False)
    if a.main and b.main and pair <= {"gathering", "word", "agreement", "other"}:
        return (-0.25, f"{x} and {y}, each its source's main event", False)
    if "other" in pair:
        return (-0.75, f"{x} and {y}", False)
    if pair in ({"gathering", "word"}, {"gathering", "agreement"}, {"gathering", "exercise"}, {"word", "agreement"}):
        return (-2.5, f"{x} and {y}", False)
    return (FORBIDDEN, f"{x} and {y}", False)


def _recalled(a: Reading, b: Reading) -> Row | None:
    """A curated event that a clipping recalls by its day and kind alone: "the ministers met ... on 29 April 2019"."""
    told = b if a.curated else a
    if (
        a.curated == b.curated
        or told.main
        or max(a.grain, b.grain) > 1
        or a.family != b.family
        or a.family not in _RECALLED
    ):
        return None
    if a.event.classification != b.event.classification or not a.around & b.around:
        return None
    return (0.5, "of the day and the kind of a curated event", True)


def _organization(a: Reading, b: Reading) -> Row | None:
    if a.organizations and b.organizations:
        shared = a.organizations & b.organizations
        if shared:
            return (1.0, f"both of {', '.join(sorted(shared))}", False)
        return (-3.5, "of another organization", False)
    shared = a.around & b.around
    if shared and (a.organizations or b.organizations):
        return (0.5, f"in a source about {', '.join(sorted(shared))}", False)
    return None


def _ordinal(a: Reading, b: Reading) -> Row | None:
    if not a.ordinals or not b.ordinals or not (a.around & b.around):
        return None
    for number, unit in a.ordinals:
        for other, of in b.ordinals:
            if unit == of:
                if number == other:
                    return (3.0, f"both number {number} of its series", True)
                return (FORBIDDEN, f"number {number} and number {other} of a series", False)
    return None


def _level(a: Reading, b: Reading) -> Row | None:
    if not a.levels or not b.levels or a.is_pair != b.is_pair:
        return None
    shared = [level for level in a.levels if level in b.levels]
    if not shared:
        return (-4.0, "of other office-holders", False)
    if a.levels[0] == b.levels[0]:
        return (1.5, f"both of {a.levels[0].replace('-', ' ')}", bool(a.around & b.around))
    return (0.5, f"both with {shared[0].replace('-', ' ')}", False)


def _title(a: Reading, b: Reading) -> Row | None:
    if not a.titles or not b.titles:
        return None
    if share_title(a, b):
        return (3.0, "same name", True)
    return (-4.0, "another name", False)


def _people(a: Reading, b: Reading) -> Row | None:
    if not a.people or not b.people:
        return None
    shared = len(a.people & b.people)
    if shared and a.is_pair != b.is_pair:
        return (0.0, "one of them at both", False)
    if shared:
        alone = a.family not in ("gathering", "exercise")
        return (min(1.5, 0.5 + 0.5 * shared) + (1.0 if alone else 0.0), "same participants", True)
    if a.family != "gathering" and b.family != "gathering":
        return (-3.0, "other participants", False)
    return (-0.5, "no participant in common", False)


def _pair(a: Reading, b: Reading) -> Row | None:
    """What two do together is told apart by who the two are, and from a gathering of many."""
    families = {a.family, b.family}
    if not families <= {"gathering", "agreement"}:
        return None
    two_a, two_b = a.is_pair, b.is_pair
    if two_a and two_b:
        if a.countries == b.countries and a.countries:
            return (1.5, "between the same two countries", len(families) == 1)
        if len(a.countries) == 2 == len(b.countries) or not a.countries & b.countries:
            return (-4.0, "between other countries", False)
        return (0.5, "between two, one of them the same", False)
    if two_a or two_b:
        other = b if two_a else a
        if other.organizations or len(other.countries) > 2:
            return (-3.5, "talks between two and a gathering of many", False)
        if not other.people and not other.countries:
            return (-1.5, "talks between two, and of whom is not told", False)
    if len(a.countries) == 2 == len(b.countries) and not (a.organizations | b.organizations):
        return (1.0, "the same two countries", True) if a.countries == b.countries else (-2.0, "other countries", False)
    return None


def _leader(a: Reading, b: Reading) -> Row | None:
    """A head of state who receives ministers is not at the ministers' own meeting."""
    for one, other in ((a, b), (b, a)):
        ministers = bool(other.levels) and other.levels[0].endswith(("ministers", "secretaries", "staff"))
        if ministers and other.people and "head-of-state" in one.leaders - other.leaders:
            return (-2.0, "a head of state takes part in one only", False)
    return None


def _members(a: Reading, b: Reading) -> Row | None:
    """Accessions are one only if the countries agree; so are appointments by the person, who is asked in `_people`."""
    if a.family == b.family == "accession":
        if not (a.around & b.around):
            return (FORBIDDEN, "of another organization", False)
        if not a.countries or not b.countries:
            return (-1.0, "countries not known", False)
        if a.countries == b.countries:
            return (2.5, "same countries", True)
        if a.countries < b.countries or b.countries < a.countries:
            return (1.5, "some of the same countries", True)
        return (FORBIDDEN, "other countries", False)
    if a.family == b.family == "founding":
        return (2.5, "founding of the same organization", True) if a.around & b.around else None
    return None


def _words(a: Reading, b: Reading) -> Row | None:
    if a.text == b.text:
        share, fewer = 1.0, 2
    else:
        fewer = min(len(a.words), len(b.words))
        share = len(a.words & b.words) / fewer if fewer else 0.0
    needed = is_wordy(a) and is_wordy(b)
    if fewer < 2:
        return None
    if share >= 0.6:
        return (MOST_FOR_WORDS, "told in like words", needed)
    if share >= 0.34:
        return (0.75, "told in some like words", needed and bool(a.city) and a.city == b.city)
    return (-1.5, "told in other words", False) if needed and share < 0.15 and not a.people & b.people else None


#: (what both readings must have for the row to say anything, or 0; the row)
ROWS: tuple[tuple[int, Compare], ...] = (
    (0, _dates), (0, _kind), (0, _recalled), (PLACE, _place), (0, _organization), (ORDINAL, _ordinal), (LEVEL, _level), (TITLE, _title),
    (PEOPLE, _people), (GATHERS, _pair), (GATHERS, _leader), (MEMBERS, _members),
)  # fmt: skip


def compare(a: Reading, b: Reading) -> Verdict:
    """Weigh all rows; symmetric. A row that forbids ends it."""
    score, particular, reasons = 0.0, False, []
    both = a.has & b.has
    for needs, row in ROWS:
        if needs and not both & needs:
            continue
        found = row(a, b)
        if found is None:
            continue
        weight, words, special = found
        if weight == FORBIDDEN:
            return Verdict(FORBIDDEN, False, (words,))
        score += weight
        particular = particular or special
        if weight > 0:
            reasons.append(words)
    # Words are slow to compare: they are asked where they can lift the sum to `ENOUGH`, or may still sink it.
    if ENOUGH - MOST_FOR_WORDS <= score < CLEAR or (score >= CLEAR and is_wordy(a) and is_wordy(b)):
        found = _words(a, b)
        if found is not None:
            score += found[0]
            particular = particular or found[2]
            if found[0] > 0:
                reasons.append(found[1])
    return Verdict(score, particular, tuple(reasons))
