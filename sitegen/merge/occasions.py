"""What is taken for one only as long as nothing else fits as well: rows as in `evidence`."""

from __future__ import annotations

from sitegen.merge.evidence import Row
from sitegen.merge.lexicon import is_bilateral
from sitegen.merge.readings import Reading
from sitegen.model import EventRecord

#: kinds of which an organization has one a day
_RECALLED = frozenset(("gathering", "exercise", "founding"))


def recalled_row(a: Reading, b: Reading) -> Row | None:
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


def occasion_row(a: Reading, b: Reading) -> Row | None:
    """What an organization's own signed on the day on which they met was signed there: "the ministers signed the text".

    So was what the ministers declared, what leaders signed in the city in which they met, and what was signed where and when a curator knows of one
    gathering. Papers of one or two countries are their own affair.
    """
    if (a.family == "gathering") == (b.family == "gathering") or max(a.first, b.first) > min(a.last, b.last):
        return None
    paper, gathering = (b, a) if a.family == "gathering" else (a, b)
    if paper.family not in ("agreement", "word"):
        return None
    shared = set(paper.levels) & set(gathering.levels)
    if len(paper.countries) == 2 or (len(paper.countries) == 1 and not shared) or paper.people - gathering.people:
        return None
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


def lone_row(a: Reading, b: Reading) -> Row | None:
    """An organization's meeting of a day, told without its city or its offices: it is taken for the one that is known of that day.

    So is its exercise in a country, and that of two countries, of those days or of that month.
    """
    if a.family == "exercise":
        return _lone_exercise(a, b)
    if a.grain or b.grain or a.first != b.first or not a.organizations & b.organizations or a.is_pair or b.is_pair:
        return None
    scant = [r for r in (a, b) if not r.city]
    if not scant or (a.levels and b.levels) or any(is_bilateral(_said(r)) for r in scant):
        return None
    return (0.0, "the organization's meeting of that day", True)


def _lone_exercise(a: Reading, b: Reading) -> Row | None:
    if max(a.first, b.first) > min(a.last, b.last) or (a.city and b.city):
        return None
    if a.organizations & b.organizations and a.country and a.country == b.country:
        return (0.5, "the organization's exercise there at that time", True)
    if len(a.countries) == 2 and a.countries == b.countries and not (a.organizations or b.organizations):
        return (1.0, "the exercise of the two at that time", True)
    return None


def _said(reading: Reading) -> str:
    event = reading.event
    return event.evidence[0].quote if isinstance(event, EventRecord) and event.evidence else reading.text
