"""Text -> every spelling of a place in it, longest match first, with all that it may mean; nothing is decided here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from sitegen.model import City
from sitegen.world import Names, capitalised, from_capitals, longest

__all__ = ["Found", "scan"]

_WORD = re.compile(r"[A-ZÀ-ÞĀ-Ž]\w*")
_SHOUTED = re.compile(r"[A-Z][A-Z.'’]*(?:[ -][A-Z][A-Z.'’]*){0,6}")


class Found(Struct, frozen=True):
    """A span and its readings: a country's name, its people's, or cities and regions of that name, largest first."""

    start: int
    end: int
    spelling: str  # as the tables have it
    country: str | None = None
    demonym: str | None = None
    cities: tuple[City, ...] = ()
    shouted: bool = False  # written in capitals


def scan(text: str, names: Names) -> Iterator[Found]:
    """All of them in text order; a name inside an organization's name is none."""
    countries, demonyms, cities = names.countries, names.demonyms, names.cities
    known, lengths = names.place_names, names.place_lengths
    heads = names.place_heads
    organizations, organization_lengths = names.organizations, names.organization_lengths
    past = 0
    for first, start, stop in capitalised(text):
        listed = first in heads
        if not listed and (len(first) < 2 or not first.isupper()):
            continue
        if start < past or text[start - 1 : start].isalnum():
            continue
        end = longest(text, start, stop, known, lengths) if listed else -1
        if first in organization_lengths:
            whole = longest(text, start, stop, organizations, organization_lengths)
            if whole > end and whole > stop:
                past = whole
                continue
        shouted = False
        spelling = text[start:end]
        if end < 0:
            if not first.isupper() or first in organizations:
                continue
            spelling, end = _shouted(text, start, names)
            if end < 0:
                continue
            shouted = True
        past = end
        country = countries.get(spelling)
        demonym = None if country else demonyms.get(spelling)
        several = () if country or demonym else cities.get(spelling, ())
        if several and several[0].kind == "none":
            continue
        yield Found(start, end, spelling, country, demonym, several, shouted)


#: Characters of a run of capitals that are looked at: no name of a place is longer, and a run may be as long as the text.
_LONGEST = 120


def _shouted(text: str, start: int, names: Names) -> tuple[str, int]:
    """The known name that a run of capitals begins with, and its end; -1 where there is none."""
    run = _SHOUTED.match(text, start, start + _LONGEST)
    if run is None:
        return "", -1
    plain = from_capitals(run[0])
    word = _WORD.match(plain)
    if word is None:
        return "", -1
    whole = longest(plain, 0, word.end(), names.organizations, names.organization_lengths)
    size = longest(plain, 0, word.end(), names.place_names, names.place_lengths)
    if size < 4 or whole > size:
        return "", -1
    return plain[:size], start + size
