"""Evidence by those who took part, and by how it is told; rows as in `evidence`."""

from __future__ import annotations

from sitegen.merge.evidence import FORBIDDEN, Row, is_wordy
from sitegen.merge.lexicon import words_of
from sitegen.merge.readings import Reading

OTHER_COUNTRIES = "other countries"
MOST_FOR_WORDS = 1.5

_PAPERS = words_of(
    "memorandum understanding treaty pact deal accord protocol document paper declaration communique contract text"
)


def people_row(a: Reading, b: Reading) -> Row | None:
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


def pair_row(a: Reading, b: Reading) -> Row | None:
    """What two do together is told apart by who the two are, and from a gathering of many."""
    families = {a.family, b.family}
    if not families <= {"gathering", "agreement", "word", "other"}:
        return None
    two_a, two_b = a.is_pair, b.is_pair
    if two_a and two_b:
        if (a.countries == b.countries and a.countries) or (a.people == b.people and len(a.people) == 2):
            return (1.5, "between the same two countries", len(families) == 1)
        if len(a.people) == 2 == len(b.people) and len(a.countries) == 2 == len(b.countries):
            return (-9.0, "between others, one of them perhaps the same", False)  # a guest meets several in turn
        if len(a.countries) == 2 == len(b.countries) or not a.countries & b.countries:
            return (-5.5, "between other countries", False)
        if max(len(a.countries), len(b.countries)) > 2:
            return (-6.0, "talks with several in turn", False)
        return (0.5, "between two, one of them the same", False)
    if two_a or two_b:
        other = b if two_a else a
        if other.organizations or len(other.countries) > 2:
            return (-4.5, "talks between two and a gathering of many", False)
        if not other.people and not other.countries:
            return (-1.5, "talks between two, and of whom is not told", False)
        if a.countries and b.countries and not a.countries & b.countries and not a.people & b.people:
            return (-3.0, "talks between two, and of others", False)
    if len(a.countries) == 2 == len(b.countries) and not (a.organizations | b.organizations):
        if a.countries != b.countries:
            return (-2.0, "other countries", False)
        return (1.75 if a.main and b.main else 1.0, "the same two countries", True)
    return None


def leader_row(a: Reading, b: Reading) -> Row | None:
    """A head of state who receives ministers is not at the ministers' own meeting."""
    for one, other in ((a, b), (b, a)):
        ministers = bool(other.levels) and other.levels[0].endswith(("ministers", "secretaries", "staff"))
        if ministers and other.people and "head-of-state" in one.leaders - other.leaders:
            return (-2.0, "a head of state takes part in one only", False)
    return None


def members_row(a: Reading, b: Reading) -> Row | None:
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


def words_row(a: Reading, b: Reading) -> Row | None:
    if a.text == b.text:
        share, fewer = 1.0, 2
    else:
        fewer = min(len(a.words), len(b.words))
        share = len(a.words & b.words) / fewer if fewer else 0.0
    needed = is_wordy(a) and is_wordy(b)
    if a.named and b.named and a.family == b.family:
        shared = a.named & b.named
        return (
            (MOST_FOR_WORDS, f"both name {', '.join(sorted(shared))}", True)
            if shared
            else (-4.0, "in another town", False)
        )
    if fewer < 2:
        return None
    if needed and a.family == b.family == "agreement" and _matters_differ(a, b):
        return (-3.0, "on another matter", False)
    if share >= 0.6:
        return (MOST_FOR_WORDS, "told in like words", needed or (a.main and b.main and fewer >= 4))
    if (
        share >= 0.5
        and a.main
        and b.main
        and fewer >= 6
        and a.family == b.family == "other"
        and not _counts_differ(a, b)
    ):
        return (MOST_FOR_WORDS, "told in like words", True)  # an incident: what happened to how many of whom
    if share >= 0.5 and a.main and b.main and fewer >= 6 and a.levels[:1] == b.levels[:1] != ():
        return (0.75, "told in some like words", True)  # three words of six: not those of any meeting of these offices
    if share >= 0.34:
        return (0.75, "told in some like words", needed and bool(a.city) and a.city == b.city)
    return (-1.5, "told in other words", False) if needed and share < 0.15 and not a.people & b.people else None


_COUNTS = frozenset(
    "three four five seven eight nine eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred dozen".split()
)


def _counts_differ(a: Reading, b: Reading) -> bool:
    """Nine policemen in one and three miners in the other."""
    one, two = a.words & _COUNTS, b.words & _COUNTS
    return bool(one and two) and not one & two


def _matters_differ(a: Reading, b: Reading) -> bool:
    """Whether two papers share no word beside places and kinds of paper: one on water, one on training."""
    one, two = _matter(a), _matter(b)
    return bool(one and two) and len(one) + len(two) >= 3 and not one & two


def _matter(reading: Reading) -> frozenset[str]:
    """Its words without kinds of paper, and without names of states, cities, persons: those with a capital."""
    if reading.matter is None:
        names = words_of(" ".join([w for w in reading.text.split() if w[:1].isupper()]))
        reading.matter = frozenset(
            [w for w in reading.words if w not in _PAPERS and w not in reading.city and w not in names]
        )
    return reading.matter
