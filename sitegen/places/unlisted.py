"""Places that no table knows, found by the words around them: "the village of Kholmy", "in Ershovo, Russia", "Bara district"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from sitegen.model import PlaceMention
from sitegen.places.lexicon import BEFORE_PERSON_OK, OFFICES
from sitegen.world import Names

__all__ = ["OF_WATERS", "find_unlisted"]

_NAME = r"([A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2})"
#: "in Ershovo, [Russia]": before a country or region that stands after a comma
_BEFORE_COUNTRY = re.compile(r"\b(?:in|at|near) " + _NAME + r"(?:, (?:the )?|,? in (?:the |\w+ern )?)\Z")
#: "the resort town of [Belokurikha]"
_NOUNS = (" city of ", " town of ", " port of ", " village of ", " resort of ", " settlement of ")
_AFTER_NOUN = re.compile(_NAME)
#: "at the Edelweiss [training ground]"
_GROUNDS = (" training ground", " training range", " training area", " training centre", " training center",
            " proving ground", " range", " firing range", " test range", " shooting range", " test site")  # fmt: skip
_BEFORE_GROUND = re.compile(r"\b(?:at|in|on|the) (?:the )?" + _NAME + r"\Z")
#: "in Nepal's southern [Bara district]"; "region" only where a country stands beside it, since "the Gulf region" is none
_DIVISIONS = (" district", " province", " county", " prefecture", " governorate", " oblast", " municipality", " village",
              " region", " island")  # fmt: skip
_BEFORE_DIVISION = re.compile(r"(?<![\w.-])" + _NAME + r"\Z")
_NO_DIVISION = frozenset(
    "Military Business Financial Federal Diplomatic School Shopping Electoral Congressional Judicial Capital Central "
    "Northern Southern Eastern Western The This That Each Every Asia Pacific Asia-Pacific Arctic Balkan Gulf".split()
)
#: "drills in the [Gulf of Oman]", "in the [Barents Sea]": waters belong to no country; "Gulf countries" are none
_WATERS = (" Sea", " Gulf", " Strait", " Straits", " Bay", " Channel", " Ocean")
_BEFORE_WATERS = re.compile(r"\b(?:in|off|over|across|into|on) the ((?:[A-Z][a-zà-ž]+ ){0,2}[A-Z][a-zà-ž]+)\Z")
OF_WATERS = (" Sea of ", " Gulf of ", " Strait of ", " Bay of ")
_BEFORE_WATERS_OF = re.compile(r"\b(?:in|off|over|across|into|on) the\Z")
_NO_WATERS = re.compile(
    r" (?:[A-Z]|countr|states?\b|nations?\b|region|monarch|leaders?\b|kingdoms?\b|disputes?\b|crisis|issues?\b)"
)
#: "in Meghalaya's [Umroi]": a town told with the region or country that it lies in
_BEFORE_OWNED = re.compile(r"\b(?:in|at|near) (?:the )?\Z")
_OWNED = re.compile(
    r"['’]s ([A-Z][a-zà-ž]{2,}(?:-[A-Z][a-zà-ž]+)?)(?=[.,;]| (?:on|from|in|this|last|next|between|to)\b)"
)
_NOT_OWNED = frozenset(
    "Parliament Congress Senate Duma Majlis Diet Knesset Rada Navy Army Ministry Cabinet Constitution Supreme Foreign Defence Defense "
    "Embassy Premier President Minister Parliamentary Capital".split()
)
_OF_COUNTRY = re.compile(r",? (?:in|of) (?:the )?(?:[a-z]+(?:[- ]?(?:west|east|ern))? )?")


def find_unlisted(text: str, known: Sequence[PlaceMention], names: Names) -> list[PlaceMention]:
    """Mentions that touch none of `known`; the country is that named beside it, else None."""
    found: list[PlaceMention] = []
    taken = sorted((m.start, m.end) for m in known)
    for start, end, country in _candidates(text, known):
        name = text[start:end]
        after = bisect_right(taken, (start, len(text)))
        touches = (after > 0 and taken[after - 1][1] > start) or (after < len(taken) and taken[after][0] < end)
        if name.split()[0] in BEFORE_PERSON_OK or name.split()[-1] in OFFICES:
            continue
        if touches or name in names.organizations or name in names.people:
            continue
        taken.insert(after, (start, end))
        kind = _kind_of(name)
        found.append(PlaceMention(start=start, end=end, text=name, name=name, country=country, kind=kind))
    return found


def _kind_of(name: str) -> Literal["city", "region", "waters"]:
    if name.endswith(_WATERS) or f" {name}".startswith(OF_WATERS):
        return "waters"
    return "region" if name.endswith(_DIVISIONS) else "city"


def _start_of(mention: PlaceMention) -> int:
    return mention.start


def _candidates(text: str, known: Sequence[PlaceMention]) -> Iterator[tuple[int, int, str | None]]:
    for mention in known:
        if (
            mention.country
            and mention.kind in ("country", "region")
            and text[mention.start - 2 : mention.start] in (", ", "e ", "n ")
        ):
            before = _BEFORE_COUNTRY.search(text, max(0, mention.start - 60), mention.start)
            if before:
                yield (*before.span(1), mention.country)
        if mention.kind in ("country", "region") and text[mention.end : mention.end + 2] in ("'s", "’s"):
            owned = _OWNED.match(text, mention.end)
            if (
                owned
                and owned[1] not in _NOT_OWNED
                and _BEFORE_OWNED.search(text, max(0, mention.start - 12), mention.start)
            ):
                yield (*owned.span(1), mention.country)
    yield from _waters(text)
    for noun in _NOUNS:
        at = text.find(noun)
        while at >= 0:
            name = _AFTER_NOUN.match(text, at + len(noun))
            if name:
                yield (*name.span(1), _beside(at, name.end(1), known))
            at = text.find(noun, at + 1)
    for ground in _GROUNDS:
        at = text.find(ground)
        while at >= 0:
            name = _BEFORE_GROUND.search(text, max(0, at - 50), at)
            if name:
                yield (*name.span(1), _beside(name.start(1), at, known))
            at = text.find(ground, at + 1)
    for division in _DIVISIONS:
        at = text.find(division)
        while at >= 0:
            end = at + len(division)
            name = _BEFORE_DIVISION.search(text, max(0, at - 50), at)
            if name and not text[end : end + 1].isalpha() and name[1].split()[-1] not in _NO_DIVISION:
                country = _beside(name.start(1), end, known) or _around(text, name.start(1), end, known)
                if country is not None or division != " region":
                    yield name.start(1), end, country
            at = text.find(division, at + 1)


def _waters(text: str) -> Iterator[tuple[int, int, str | None]]:
    for noun in _WATERS:
        at = text.find(noun)
        while at >= 0:
            end = at + len(noun)
            name = _BEFORE_WATERS.search(text, max(0, at - 50), at)
            if name and not text[end : end + 1].isalpha() and not _NO_WATERS.match(text, end):
                yield name.start(1), end, None
            at = text.find(noun, at + 1)
    for noun in OF_WATERS:
        at = text.find(noun)
        while at >= 0:
            name = _AFTER_NOUN.match(text, at + len(noun))
            if name and _BEFORE_WATERS_OF.search(text, max(0, at - 12), at) and not _NO_WATERS.match(text, name.end()):
                yield at + 1, at + len(noun) + len(name[1].split()[0]), None
            at = text.find(noun, at + 1)


def _around(text: str, start: int, end: int, known: Sequence[PlaceMention]) -> str | None:
    """The country of "Nepal's southern Bara district" or "Bara district in western Nepal"."""
    at = bisect_right(known, start, key=_start_of)
    for mention in known[max(0, at - 2) : at + 1]:
        if mention.kind != "country":
            continue
        if mention.end <= start and start - mention.end < 24 and text[mention.end : mention.end + 2] in ("'s", "’s"):
            return mention.country
        lies = _OF_COUNTRY.match(text, end)
        if mention.start >= end and lies and lies.end() == mention.start:
            return mention.country
    return None


def _beside(start: int, end: int, known: Sequence[PlaceMention]) -> str | None:
    """The country named directly before ("the Russian town of") or after (", Russia"); `known` in text order."""
    at = bisect_right(known, start, key=_start_of)
    for mention in known[max(0, at - 2) : at + 2]:
        if (mention.kind == "demonym" and 0 < start - mention.end < 24) or mention.start == end + 2:
            return mention.country
    return None
