"""The part of the world that extraction reads: names of countries, cities, organizations and people, ready to look up.

`names_of(World) -> Names` is called once a build; its `digest` is part of every record's key in the store.
Terms and statuses are not here: they are applied after extraction, so that a curator's edit of a term re-reads nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from sitegen.model import City, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Look-up tables. Keys are as written in English news (case kept); values say whom they name."""

    countries: Mapping[str, str] = field(default_factory=dict)  # "Kazakhstan", "UK" -> ISO code
    demonyms: Mapping[str, str] = field(default_factory=dict)  # "Kazakh" -> ISO code
    country_names: Mapping[str, str] = field(default_factory=dict)  # ISO code -> canonical English name
    capitals: Mapping[str, str] = field(default_factory=dict)  # ISO code -> capital's canonical name
    cities: Mapping[str, tuple[City, ...]] = field(default_factory=dict)  # every spelling -> cities, largest first
    organizations: Mapping[str, str] = field(default_factory=dict)  # every name and abbreviation -> id
    organization_names: Mapping[str, str] = field(default_factory=dict)  # id -> full name
    people: Mapping[str, str] = field(default_factory=dict)  # every curated spelling -> canonical name
    homes: Mapping[str, str] = field(default_factory=dict)  # curated person's canonical name -> the one country served
    followed: tuple[str, ...] = ()  # ids of the organizations that the site follows
    digest: str = ""
    place_names: Container[str] = frozenset()  # every spelling of countries, demonyms and cities
    place_heads: Container[str] = frozenset()  # the first word of each of them, and of organizations of several words
    #: first word -> lengths of the spellings of several words that begin so: one scan finds the longest match
    place_lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # countries, demonyms and cities
    organization_lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


_CAPITALISED = re.compile(r"[A-ZÀ-ÞĀ-Ž]\w*")
_FIRST = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = re.compile(r"(?<= )(?:And|For|In|Of|On|The)(?= )|(?<=[ -])(?:De|El|Es|Au|Do|Da)(?=[ -])")


def lengths_of(spellings: Iterable[str], heads: set[str] | None = None) -> dict[str, tuple[int, ...]]:
    """First word -> lengths of the spellings that begin with it and do not end with it, longest first.

    A spelling of one word needs no entry: the word itself is looked up. All first words are added to `heads`.
    """
    found: dict[str, tuple[int, ...]] = {}
    for spelling in spellings:
        if spelling.isalnum():
            if heads is not None:
                heads.add(spelling)
            continue
        word = spelling.partition(" ")[0]
        if not word.isalnum():
            start = _FIRST.match(spelling)
            if start is None:
                continue
            word = start[0]
        lengths = found.get(word)
        if lengths is None:
            found[word] = (len(spelling),)
        elif len(spelling) not in lengths:
            found[word] = (*lengths, len(spelling))
    for word, lengths in found.items():
        if len(lengths) > 1:
            found[word] = tuple(sorted(lengths, reverse=True))
    if heads is not None:
        heads.update(found)
    return found


@lru_cache(maxsize=2)
def capitalised(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words with a capital, where a name may begin, and their spans: one walk for places and organizations.

    A capital within a word ("McLeod") is among them: looking behind each would cost four times as much.
    """
    return tuple([(m[0], *m.span()) for m in _CAPITALISED.finditer(text)])


def longest(text: str, start: int, end: int, known: Container[str], lengths: Mapping[str, tuple[int, ...]]) -> int:
    """The end of the longest known spelling that begins with the word `text[start:end]`, or -1."""
    word = text[start:end]
    for length in lengths.get(word, ()):
        stop = start + length
        if text[start:stop] in known and stop <= len(text) and not text[stop : stop + 1].isalnum():
            return stop
    return end if word in known else -1


def from_capitals(text: str) -> str:
    """ "SOUTH KOREA" -> "South Korea": how a name written in capitals is looked up."""
    return _SMALL.sub(lambda m: m[0].lower(), _LETTERS.sub(lambda m: m[0].capitalize(), text))


def names_of(world: World, followed: tuple[str, ...] = ()) -> Names:
    """Compile the look-up tables. Of two cities of one name the larger comes first; content wins over data/."""
    countries: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    cities: dict[str, tuple[City, ...]] = {}
    for country in world.countries:
        for name in (country.name, *country.names):
            countries.setdefault(name, country.code)
        for name in country.demonyms:
            demonyms.setdefault(name, country.code)
        if country.capital:
            capitals[country.code] = country.capital
    for city in world.cities:
        for name in (city.name, *city.names) if city.names else (city.name,):
            known = cities.get(name)
            cities[name] = (*known, city) if known else (city,)
    organizations: dict[str, str] = {}
    organization_names: dict[str, str] = {}
    for organization in world.organizations:
        organization_names.setdefault(organization.id, organization.name)
        for name in dict.fromkeys((organization.id, organization.name, *organization.names)):
            organizations.setdefault(name, organization.id)
    for name, identifier in world.aliases:
        organizations.setdefault(name, identifier)
    spellings = (*countries, *demonyms, *cities)
    heads: set[str] = set()
    place_lengths = lengths_of(spellings, heads)
    organization_lengths = lengths_of(organizations)
    heads.update(organization_lengths)
    people = {name: p.name for p in world.people for name in dict.fromkeys((p.name, *p.names))}
    homes: dict[str, str] = {}
    for person in world.people:
        served = {term.country for term in person.terms if term.country}
        if person.name in homes:
            del homes[person.name]  # namesakes
        elif len(served) == 1:
            homes[person.name] = served.pop()
    seen = msgspec.json.encode(
        [countries, demonyms, capitals, world.cities, organizations, people, homes, followed],
        order="deterministic",
    )
    return Names(
        countries=countries,
        demonyms=demonyms,
        country_names={c.code: c.name for c in world.countries},
        capitals=capitals,
        cities=cities,
        organizations=organizations,
        organization_names=organization_names,
        people=people,
        homes=homes,
        followed=followed,
        place_names=frozenset(spellings),
        place_heads=frozenset(heads),
        place_lengths=place_lengths,
        organization_lengths=organization_lengths,
        digest=hashlib.sha256(seen).hexdigest()[:32],
    )


_ARTICLE_STARTS = ("United ", "Republic", "Democratic ", "Central African", "Czech Rep", "Dominican Rep", "Russian Fed", "Sea of ", "Gulf of ", "Strait of ", "Bay of ")  # fmt: skip
_ARTICLE_ENDS = (
    " Islands",
    " Republic",
    " Emirates",
    " States",
    " Sea",
    " Gulf",
    " Strait",
    " Straits",
    " Ocean",
    " Channel",
)
_ARTICLE_NAMES = frozenset({"Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles", "Congo",
                            "Holy See", "Vatican", "Sudan of the South"})  # fmt: skip


def with_the(name: str) -> str:
    """ "the Netherlands", "Kazakhstan", "the Gulf of Oman": as a place stands after "of" or "in"."""
    needs = name.startswith(_ARTICLE_STARTS) or name in _ARTICLE_NAMES or name.endswith(_ARTICLE_ENDS)
    return f"the {name}" if needs else name
