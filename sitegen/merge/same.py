"""Whether two readings tell of one event: evidence for and against, each row with its weight and its words.

`compare` adds up the rows. A row may also forbid. The sum must reach `ENOUGH` and something particular (a city, an
ordinal, a name, a person, a level) must speak for it: the same day alone joins nothing. Weights were set by hand and
checked against tests/quality/merge; what matters is which combinations reach the threshold, written beside each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.merge.lexicon import words_of
from sitegen.merge.readings import GATHERS, LEVEL, MEMBERS, ORDINAL, PEOPLE, PLACE, TITLE, Reading

#: day + city + kind reach it (2 + 2 + 1), day + organization + level (2 + 1 + 1.5), month + city + organization + kind
ENOUGH = 3.75
FORBIDDEN = -99.0
OTHER_COUNTRIES = "other countries"
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
    firm: bool = True  # False where only what is one of its kind as far as we know speaks for it: then no other may fit

    @property
    def rank(self) -> tuple[bool, float]:
        return (self.is_same, self.score)

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
    if a.family == b.family == "accession" and a.city != b.city:
        return None  # decided at one place, told or celebrated at another
    if a.city and b.city:
        near = len(a.city) > 4 and len(b.city) > 4 and (a.city in b.city or b.city in a.city) and a.country == b.country
        if a.city == b.city or near:
            return (2.0, "same place", not (is_wordy(a) and is_wordy(b)))
        if a.country and b.country and a.country != b.country:
            return _of_one_exercise(a, b) or (-4.0, "another country", False)
        if share_title(a, b):
            return (0.0, "another place of one exercise", False)  # a range and the town beside it, or the next stage
        where = "another place in the same country" if a.country == b.country else "another place"
        return _of_one_exercise(a, b) or (-2.0, where, False)
    if a.country and b.country:
        if a.country == b.country:
            return (0.75, "same country", False)
        return _of_one_exercise(a, b) or (-4.0, "another country", False)
    return None


def _of_one_exercise(a: Reading, b: Reading) -> Row | None:
    """The stages of an exercise lie apart, in two countries even: places weigh less where days and organization agree."""
    if a.family == b.family == "exercise" and max(a.grain, b.grain) <= 1 and a.around & b.around:
        return (-0.5 if a.country == b.country else -1.5, "another place, as the stages of an exercise may have", False)
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
    if a.is_pair and b.is_pair and a.people & b.people:
        return (-0.25, f"{x} and {y} of the same two", False)
    if a.main and b.main and pair <= {"gathering", "word", "agreement", "other"}:
        return (-0.25, f"{x} and {y}, each its source's main event", False)
    if "other" in pair:
        return (-0.75, f"{x} and {y}", False)
    if pair == {"exercise", "word"} and share_title(a, b):
        return (0.25, f"{x} and {y}: what is said of it while it lasts", False)
    if pair in ({"gathering", "word"}, {"gathering", "agreement"}, {"gathering", "exercise"}, {"word", "agreement"}):
        return (-2.5, f"{x} and {y}", False)
    return (FORBIDDEN, f"{x} and {y}", False)


def _recalled(a: Reading, b: Reading) -> Row | None:
    """A curated event that a clipping recalls by kind and day, or by kind, month or year, and country or city.

    "The ministers met ... on 29 April 2019", "the exercise opened on July 22 in Khabarovsk", "an exercise in China in 2014".
    """
    if a.curated == b.curated or a.family != b.family or not a.around & b.around:
        return None
    told, curated = (b, a) if a.curated else (a, b)
    if max(a.grain, b.grain) > 1:
        return _recalled_from_afar(told, curated)
    if a.family not in _RECALLED or a.event.classification != b.event.classification:
        return None
    if a.family == "exercise":
        return (1.75, "of the days and the kind of a curated exercise", True)
    return None if told.main else (0.5, "of the day and the kind of a curated event", True)


def _recalled_from_afar(told: Reading, curated: Reading) -> Row | None:
    if told.family == "exercise" and told.country and told.country == curated.country:
        return (1.25, "of the month or year, the kind and the country of a curated exercise", True)
    if told.family == "agreement" and told.city and told.city == curated.city:
        return (0.5, "of the time, the kind and the city of a curated event", True)
    return None


def _occasion(a: Reading, b: Reading) -> Row | None:
    """What an organization's own signed on the day on which they met was signed there: "the ministers signed the text".

    So was what the ministers declared, what leaders signed in the city in which they met, and what was signed where and when a curator knows of one
    gathering. Papers of one or two countries are their own affair.
    """
    if (a.family == "gathering") == (b.family == "gathering") or max(a.first, b.first) > min(a.last, b.last):
        return None
    paper, gathering = (b, a) if a.family == "gathering" else (a, b)
    if paper.family not in ("agreement", "word"):
        return None
    if len(paper.countries) in (1, 2) or paper.people - gathering.people:
        return None
    shared = set(paper.levels) & set(gathering.levels)
    if paper.levels and gathering.levels and not shared:
        return None
    there = bool(paper.city) and paper.city == gathering.city
    if paper.family == "word" and not shared:
        return None  # many an office of an organization has its say on a day
    if max(a.grain, b.grain) > 1:
        if there and gathering.curated and paper.grain <= 3 and paper.around & gathering.around:
            return (3.0, "signed in the month and the city of a curated gathering", True)
        return None
    if paper.organizations and paper.organizations <= gathering.organizations:
        return (2.0 if there else 3.5, "signed by an organization on the day on which it met", True)
    if there and not paper.organizations and (shared or gathering.curated):
        return (2.5, "signed on the day and in the city of a gathering", True)
    return None


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
    if not a.ordinals or not b.ordinals or (a.around and b.around and not a.around & b.around):
        return None
    known = bool(a.around & b.around)
    for number, unit in a.ordinals:
        for other, of in b.ordinals:
            if unit == of:
                if number == other:
                    return (3.0 if known else 1.5, f"both number {number} of its series", True)
                return (FORBIDDEN if known else -2.0, f"number {number} and number {other} of a series", False)
    return None


def _partners(a: Reading, b: Reading) -> Row | None:
    """An organization's meeting with a state, "the NATO-Ukraine Commission", is not its own of the same day."""
    if a.partners == b.partners:
        return (1.0, "in the same format", bool(a.around & b.around)) if a.partners else None
    if a.partners and b.partners:
        return (-5.0, "with another state", False)
    return (-5.0, "with a state, and among themselves", False)


def _level(a: Reading, b: Reading) -> Row | None:
    if not a.levels or not b.levels or a.is_pair != b.is_pair:
        return None
    shared = [level for level in a.levels if level in b.levels]
    if not shared:
        return (-4.0, "of other office-holders", False)
    if a.levels[0] == b.levels[0]:
        if a.family != b.family:
            return (0.5, f"both of {a.levels[0].replace('-', ' ')}", False)
        near = (not a.around or not b.around) and bool(a.country) and a.country == b.country  # whose is not told in one
        return (1.5, f"both of {a.levels[0].replace('-', ' ')}", near or bool(a.around & b.around))
    if "heads-of-state" in (a.levels[0], b.levels[0]):
        return (-2.0, "leaders, and ministers beside them", False)
    return (0.5, f"both with {shared[0].replace('-', ' ')}", False)


def _title(a: Reading, b: Reading) -> Row | None:
    if not a.titles or not b.titles or {a.family, b.family} == {"word"}:
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
        more = 1.5 if a.family == b.family == "appointment" else 1.0 if alone else 0.0
        return (min(1.5, 0.5 + 0.5 * shared) + more, "same participants", True)
    if a.family != "gathering" and b.family != "gathering":
        return (-3.0, "other participants", False)
    return (-0.5, "no participant in common", False)


def _pair(a: Reading, b: Reading) -> Row | None:
    """What two do together is told apart by who the two are, and from a gathering of many."""
    families = {a.family, b.family}
    if not families <= {"gathering", "agreement", "word", "other"}:
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
            there = a.curated != b.curated and a.city and a.city == b.city
            return (-0.5 if there else -1.0, "countries not known", False)
        if a.countries == b.countries:
            return (3.0, "same countries", True)
        if a.countries < b.countries or b.countries < a.countries:
            return (2.25 if a.curated != b.curated else 1.5, "some of the same countries", True)
        return (FORBIDDEN, OTHER_COUNTRIES, False)
    if a.family == b.family == "appointment":
        if bool(a.people) != bool(b.people) and max(a.grain, b.grain) <= 1:
            known, other = (a, b) if a.people else (b, a)
            if known.surnames & other.words:
                return (2.0, "the same name", True)
        if a.curated == b.curated or len(a.countries) != 1 or a.countries != b.countries or (a.people and b.people):
            return None
        return (1.0, "a change of office in the same country", True) if max(a.grain, b.grain) <= 1 else None
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
    if needed and a.family == b.family == "agreement" and _matters_differ(a, b):
        return (-3.0, "on another matter", False)
    if share >= 0.6:
        return (MOST_FOR_WORDS, "told in like words", needed or (a.main and b.main and fewer >= 4))
    if share >= 0.34:
        return (0.75, "told in some like words", needed and bool(a.city) and a.city == b.city)
    return (-1.5, "told in other words", False) if needed and share < 0.15 and not a.people & b.people else None


def _matters_differ(a: Reading, b: Reading) -> bool:
    """Whether two papers share no word beside places and kinds of paper: one on water, one on training."""
    one, two = ({w for w in r.words if w not in _PAPERS and w not in r.city and w not in _names(r)} for r in (a, b))
    return bool(one and two) and len(one) + len(two) >= 3 and not one & two


def _names(reading: Reading) -> frozenset[str]:
    """Capitalised words of its text, as `words_of` has them: names of states, cities, persons."""
    return words_of(" ".join(w for w in reading.text.split() if w[:1].isupper()))


_PAPERS = words_of(
    "memorandum understanding treaty pact deal accord protocol document paper declaration communique contract text"
)


#: (what both readings must have for the row to say anything, or 0; the row)
ROWS: tuple[tuple[int, Compare], ...] = (
    (0, _dates), (0, _kind), (0, _recalled), (0, _occasion), (PLACE, _place), (0, _organization), (ORDINAL, _ordinal), (LEVEL, _level), (TITLE, _title),
    (PEOPLE, _people), (GATHERS, _partners), (GATHERS, _pair), (GATHERS, _leader), (MEMBERS, _members),
)  # fmt: skip

LOOSE: frozenset[Compare] = frozenset({_recalled, _occasion})


def compare(a: Reading, b: Reading) -> Verdict:
    """Weigh all rows; symmetric. A row that forbids ends it."""
    score, particular, firm, reasons = 0.0, False, False, []
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
        firm = firm or (special and row not in LOOSE)
        if weight > 0:
            reasons.append(words)
    # Words are slow to compare: they are asked where they can lift the sum to `ENOUGH`, or may still sink it.
    if ENOUGH - MOST_FOR_WORDS <= score < CLEAR or (score >= CLEAR and is_wordy(a) and is_wordy(b)):
        found = _words(a, b)
        if found is not None:
            score += found[0]
            particular = particular or found[2]
            firm = firm or found[2]
            if found[0] > 0:
                reasons.append(found[1])
    return Verdict(score, particular, tuple(reasons), firm)
