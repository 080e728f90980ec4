"""Evidence that two readings tell of one event, by time, place, kind and whose it is. Each row: its weight, its words, and
whether it is particular; None where it says nothing."""

from __future__ import annotations

from sitegen.merge.readings import Reading

FORBIDDEN = -99.0
#: an exercise's first and last day may be told by two sources; the longest multilateral ones last about a month
LONGEST_EXERCISE = 35
_WORDY = frozenset(("word", "agreement", "initiative", "other", "appointment"))
#: kinds that are told apart by a name with a year; "COVID-19" in two statements is none
_NAMED = frozenset(("exercise", "other"))
_TALK = frozenset(("gathering", "word", "agreement", "other"))
#: kinds that the decision to appoint somebody may be told as
_DECIDED = frozenset(("appointment", "agreement", "word"))

Row = tuple[float, str, bool]  # weight, words, whether it is particular


def is_wordy(reading: Reading) -> bool:
    """Whether a kind of event is known by what was said or signed, or by whom: many may fall on one day in one city."""
    return reading.family in _WORDY


def share_title(a: Reading, b: Reading) -> bool:
    """Whether both bear one name: "Peace Mission 2014"; a name is a year's, so the days between do not matter."""
    return any(f" {x}".endswith(f" {y}") or f" {y}".endswith(f" {x}") for x in a.titles for y in b.titles)


def dates_row(a: Reading, b: Reading) -> Row | None:
    gap = max(a.first, b.first) - min(a.last, b.last)
    if 0 < gap <= LONGEST_EXERCISE and share_title(a, b) and "word" not in (a.family, b.family):
        return (0.5, "days of one exercise", False)
    if gap > 0:
        if gap > 3 or max(a.grain, b.grain) > 1:
            return (FORBIDDEN, "the dates can't agree", False)
        if gap == 1 and a.event.classification == b.event.classification == "visit":
            return (0.0, "neighbouring days of a visit", False)
        return (-1.0, "neighbouring days", False) if gap == 1 else (-2.5, f"{gap} days apart", False)
    coarse = max(a.grain, b.grain)
    if coarse == 0:
        return (2.0, "same day", False)
    if coarse == 1:
        return (2.0, "days overlap", False)
    return ((1.25, "within the same days", False), (0.75, "within the month", False), (0.25, "within the year", False),
            (0.0, "dates can agree", False))[coarse - 2]  # fmt: skip


def place_row(a: Reading, b: Reading) -> Row | None:
    if a.family == b.family == "accession" and a.city != b.city:
        return None  # decided at one place, told or celebrated at another
    if a.family == b.family == "appointment" and a.people & b.people and (a.city, a.country) != (b.city, b.country):
        return None  # a person is appointed once, wherever it is told
    if a.city and b.city:
        near = len(a.city) > 4 and len(b.city) > 4 and (a.city in b.city or b.city in a.city) and a.country == b.country
        if a.city == b.city or near:
            return (2.0, "same place", not (is_wordy(a) and is_wordy(b)) or _is_told_as_two_kinds(a, b))
        if a.country and b.country and a.country != b.country:
            return _of_one_exercise(a, b) or (-4.0, "another country", False)
        if share_title(a, b):
            return (0.0, "another place of one exercise", False)  # a range and the town beside it, or the next stage
        where = "another place in the same country" if a.country == b.country else "another place"
        return _of_one_exercise(a, b) or (-2.0, where, False)
    if a.country and b.country:
        if a.region and a.region == b.region:
            return (1.25, "same region", a.family == b.family == "exercise")
        if a.country == b.country:
            return (0.75, "same country", False)
        return _of_one_exercise(a, b) or (-4.0, "another country", False)
    return None


def _is_told_as_two_kinds(a: Reading, b: Reading) -> bool:
    """What the offices of an organization did in a city, the main event of two sources, told by different verbs."""
    return (
        a.main and b.main and a.family != b.family and not (a.is_pair or b.is_pair)
        and bool(a.levels or b.levels) and bool(a.organizations & b.organizations)
    )  # fmt: skip


def _of_one_exercise(a: Reading, b: Reading) -> Row | None:
    """The stages of an exercise lie apart, in two countries even: places weigh less where days and organization agree."""
    if a.family == b.family == "exercise" and max(a.grain, b.grain) <= 1 and a.around & b.around:
        return (-0.5 if a.country == b.country else -1.5, "another place, as the stages of an exercise may have", False)
    return None


def kind_row(a: Reading, b: Reading) -> Row | None:
    x, y = a.event.classification, b.event.classification
    if x == y:
        if x == "other":
            return (0.5, "both of no kind that has a name", False) if a.main or b.main else None
        return (1.0, f"both a {x}" if x[0] not in "aeiou" else f"both an {x}", False)
    if a.family == b.family:
        one, other = (a, b) if x == "visit" else (b, a)
        if "visit" in (x, y) and other.organizations and not one.organizations and not one.main:
            return (-3.0, f"{x} and {y}: a journey, and what it is for", False)
        return (0.25, f"{x} and {y}", False)
    pair = {a.family, b.family}
    if pair == {"accession", "agreement"} and (a.countries & b.countries or not a.countries or not b.countries):
        return (-0.5 if a.curated != b.curated else -2.5, f"{x} and {y}: the paper that brings a status", False)
    if "appointment" in pair and pair <= _DECIDED and len(a.people) == 1 and a.people == b.people:
        return (-0.5, f"{x} and {y}: the decision that appoints", False)
    if a.is_pair and b.is_pair and a.people & b.people:
        return (-0.25, f"{x} and {y} of the same two", False)
    if a.main and b.main and pair <= _TALK:
        return (-0.25, f"{x} and {y}, each its source's main event", False)
    if "other" in pair:
        return (-0.75, f"{x} and {y}", False)
    if pair in ({"exercise", "word"}, {"exercise", "gathering"}) and share_title(a, b):
        return (0.25, f"{x} and {y}: what is said of it while it lasts", False)
    if pair in ({"gathering", "word"}, {"gathering", "agreement"}, {"gathering", "exercise"}, {"word", "agreement"}):
        return (-2.5, f"{x} and {y}", False)
    return (FORBIDDEN, f"{x} and {y}", False)


def organization_row(a: Reading, b: Reading) -> Row | None:
    if a.organizations and b.organizations:
        shared = a.organizations & b.organizations
        if shared:
            # several of the same ones are a format of their own: "ASEAN Defence Ministers' Meeting Plus"
            return (1.0, f"both of {', '.join(sorted(shared))}", len(shared) > 1 and a.organizations == b.organizations)
        return (-3.5, "of another organization", False)
    shared = a.around & b.around
    if shared and (a.organizations or b.organizations):
        return (0.5, f"in a source about {', '.join(sorted(shared))}", False)
    return None


def ordinal_row(a: Reading, b: Reading) -> Row | None:
    if not a.ordinals or not b.ordinals or (a.around and b.around and not a.around & b.around):
        return None
    known = bool(a.around & b.around)
    for number, unit in a.ordinals:
        for other, of in b.ordinals:
            if number == other and unit != of and "meeting" in (unit, of):
                return (1.5, f"both number {number}", known)  # "their 16th meeting": whose is told elsewhere
            if unit == of:
                if number == other:
                    return (3.0 if known else 1.5, f"both number {number} of its series", True)
                return (FORBIDDEN if known else -2.0, f"number {number} and number {other} of a series", False)
    return None


def partners_row(a: Reading, b: Reading) -> Row | None:
    """An organization's meeting with a state, "the NATO-Ukraine Commission", is not its own of the same day."""
    if a.partners == b.partners:
        return (1.0, "in the same format", bool(a.around & b.around)) if a.partners else None
    if a.partners and b.partners:
        return (-5.0, "with another state", False)
    other = b if a.partners else a
    if not (other.organizations or other.around or other.levels):
        return None  # whose meeting it was is not told
    return (-5.0, "with a state, and among themselves", False)


def level_row(a: Reading, b: Reading) -> Row | None:
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


def title_row(a: Reading, b: Reading) -> Row | None:
    if not a.titles or not b.titles or not {a.family, b.family} & _NAMED:
        return None
    if share_title(a, b):
        return (3.0, "same name", True)
    if {t.split()[-2:][0] for t in a.titles} & {t.split()[-2:][0] for t in b.titles}:
        return (-1.5, "another name, or the same one put into other words", False)
    return (-4.0, "another name", False)
