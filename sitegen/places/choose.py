"""A found name and the words around it -> which place it is, if it is one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Literal

from sitegen.model import City, Place
from sitegen.places.lexicon import (
    BEFORE_PERSON_OK,
    CITY_OF,
    FAMILY_NAME,
    FIRST_NAMES_TOO,
    HOLDERS,
    NAMED_AFTER,
    NAMED_AFTER_SMALL,
    OFFICES,
    SURNAMES_TOO,
    US_STATES,
)
from sitegen.places.scan import Found
from sitegen.world import Names, from_capitals

__all__ = [
    "country_after",
    "is_name_of_another",
    "is_place",
    "is_us_state",
    "names_where",
    "pick",
    "resolve_place",
]

_WORD_BEFORE = re.compile(r"([^\W\d_](?:[\w'’-]*[^\W\d_]|\.(?=[A-Z ])|(?<=[JSrs])r?\.)?) \Z")
_WORD_AFTER = re.compile(r" ([A-Z][a-zà-ÿ'’]+)(?!\w)")
_PLACING = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Tt]o|[Oo]utside|[Aa]t|[Vv]isit(?:s|ed|ing)?|[Ll]eft|[Vv]ia|[Bb]ase in) \Z"
)
_AFTER_COMMA = re.compile(r",? \(?(?:the )?([A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|and|the))*)")
#: "Atlanta, Georgia", "Georgia Gov. Kemp": the state of the US, not the country
_STATE = re.compile(
    r"(?: Gov(?:ernor|\.)| Sen(?:ator|\.)| Rep\.| Republican| Democrat| Supreme Court| Legislature| State| Tech|, (?:USA|U\.S\.))"
)
_STATE_BEFORE = re.compile(r"(?:Atlanta|Savannah|Augusta|Macon|Athens|Columbus|Fort \w+), \Z|state of \Z")


#: "Minister of External Affairs of India NAME": an office's country, though persons are called so too
_OFFICE_OF = re.compile(
    r"\b(?:Minister|President|Premier|Secretary|Affairs|Defen[cs]e|Staff|Forces|Army|Republic|Kingdom|State|Ambassador|King|Speaker|Commander|Council|"
    r"Parliament|Government|Chancellor|Security|Committee) of (?:the )?\Z"
)


def is_name_of_another(text: str, found: Found, names: Names) -> Literal["", "person", "thing"]:
    """Whose name it is part of where it is no place: a person's, or a paper's, a treaty's, a bank's; "" where it is one."""
    start, end = found.start, found.end
    after = _WORD_AFTER.match(text, end)
    following = after[1] if after else ""
    if following in NAMED_AFTER and not found.demonym:
        return "thing"
    if found.cities and NAMED_AFTER_SMALL.match(text, end):
        return "thing"
    if found.cities and following and FAMILY_NAME.match(text, end):
        return "person"
    before_text = text[max(0, start - 40) : start]
    if found.demonym:
        # "Pak" is Pakistan in headlines of the region and a Korean family name elsewhere
        return "person" if found.spelling == "Pak" and following not in OFFICES and text[end : end + 1] != "-" else ""
    if found.country and before_text.endswith(" of ") and HOLDERS.search(before_text.rstrip()):
        return "thing"
    if found.spelling == "Emirates" and not before_text.endswith(("the ", "The ")):
        return "thing"
    cautious = bool(found.cities) and found.cities[0].caution != ""
    is_town = bool(found.cities) and names.capitals.get(found.cities[0].country) != found.cities[0].name
    if (cautious or is_town or found.spelling in SURNAMES_TOO) and not found.shouted:
        before = _WORD_BEFORE.search(before_text)
        if before:
            word = before[1]
            if word[0].isupper() and not word.isupper() and word.rstrip(".") not in BEFORE_PERSON_OK:
                is_named = (
                    word.endswith(("'s", "’s"))
                    or word in names.demonyms
                    or word in names.countries
                    or word in names.cities
                )
                return "" if is_named else "person"
    if (cautious or found.spelling in FIRST_NAMES_TOO) and following and not found.shouted:
        return "" if following in OFFICES or _OFFICE_OF.search(before_text) else "person"
    return ""


def is_place(text: str, found: Found, names: Names, trusted: bool) -> bool:
    """Whether a cautious city's name is meant as a place; `trusted` in a dateline."""
    if not found.cities or found.cities[0].caution != "weak" or trusted:
        return True
    country = country_after(text, found.end, names)
    if country:
        return any(c.country == country for c in found.cities) or names_where(text, found.start)
    return names_where(text, found.start) and not found.shouted


def names_where(text: str, start: int) -> bool:
    """Whether the words before say that a place's name follows: "in", "from", "the port of"."""
    before = text[max(0, start - 24) : start]
    return bool(_PLACING.search(before) or CITY_OF.search(before.rstrip()))


def country_after(text: str, end: int, names: Names) -> str | None:
    """The country of "Bishkek, Kyrgyzstan", "Rostov-on-Don (Russia)" or "Tampa, Florida"."""
    if text[end : end + 2] not in (", ", " ("):
        return None
    after = _AFTER_COMMA.match(text, end)
    if after is None:
        return None
    words = after[1].split()
    if words[0].rstrip(".") in US_STATES and text[after.start(1) + len(words[0].rstrip(".")) :][:1] == ".":
        return "US"
    for size in range(min(5, len(words)), 0, -1):
        phrase = " ".join(words[:size])
        for form in (phrase, phrase.rstrip(".'’"), from_capitals(phrase) if phrase.isupper() else phrase):
            code = names.countries.get(form)
            if code:
                return code
            region = names.cities.get(form)
            if region and region[0].kind == "region" and region[0].country:
                return region[0].country
    return None


def pick(
    cities: tuple[City, ...], near: str | None, mentioned: Collection[str | None], capitals: Mapping[str, str]
) -> City:
    """The city meant: in the country named beside it, else in one that the article names, else a capital, else the largest."""
    if near:
        for city in cities:
            if city.country == near:
                return city
    if len(cities) > 1:
        for city in cities:
            if capitals.get(city.country) == city.name and city.country in mentioned:
                return city
        for city in cities:
            if city.country in mentioned:
                return city
        for city in cities:
            if capitals.get(city.country) == city.name:
                return city
    return cities[0]


def is_us_state(text: str, start: int, end: int) -> bool:
    """Whether "Georgia" here is the state of the United States."""
    return bool(_STATE.match(text, end) or _STATE_BEFORE.search(text[max(0, start - 24) : start]))


def resolve_place(name: str, names: Names, context_country: str | None = None) -> Place | None:
    """The place of a bare name such as a dateline's: "BISHKEK", "St Petersburg, Russia", "New Delhi/Beijing" (the first)."""
    bare = " ".join(name.split()).strip(" .,:;-—–()")
    for form in dict.fromkeys((bare, bare.partition("/")[0].strip(), bare.partition(",")[0].strip())):
        for spelling in (form, from_capitals(form) if form.isupper() else form):
            near = country_after(f"{bare} ", len(form), names) or context_country
            cities = names.cities.get(spelling)
            if cities and cities[0].kind != "none":
                city = pick(cities, near, (near,) if near else (), names.capitals)
                return Place(name=city.name, country=city.country or None)
            code = names.countries.get(spelling)
            if code:
                return Place(name=names.country_names.get(code, spelling), country=code)
    return None
