"""Article -> place mentions: the door `find_places`; `resolve_place` for a name that stands alone, as in a dateline.

`scan.py` finds every spelling, `choose.py` decides which place it is and whether it is one at all, `metonym.py` whether
it stands for a government, `unlisted.py` finds towns that no table knows by the words around them.
"""

from __future__ import annotations

import re

from sitegen.model import Article, PlaceMention
from sitegen.places.choose import (
    country_after,
    is_name_of_another,
    is_place,
    is_us_state,
    names_where,
    pick,
    resolve_place,
)
from sitegen.places.lexicon import CAPITAL_NOUN, NOT_CAPITAL
from sitegen.places.metonym import is_metonym
from sitegen.places.scan import Found, scan
from sitegen.places.unlisted import OF_WATERS, find_unlisted
from sitegen.world import Names

__all__ = ["find_places", "resolve_place"]

_HERE = re.compile(r" here\b(?=[.,;)—–]| (?:on|today|this|that|late|early|yesterday|after|and|for|to|with|with|as|in|at|by|"
                   r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|earlier|from|between)\b|\Z|\n)")  # fmt: skip
_REGION = re.compile(r"(?:'s|’s)? (?:[Rr]egion|[Oo]blast|[Pp]rovince|[Tt]erritory|[Kk]rai|[Gg]overnorate)\b")
_DEMONYM_BEFORE = re.compile(r"([A-Z][\w-]*(?: [A-Z][\w-]*)?)(?: [a-z-]+){0,3}(?: of)?(?: the)? ?\Z")
_CAPITAL_OF = re.compile(r"\bcapital (?:city )?of (?:the )?\Z")
_QUOTES = re.compile(r"[“”\"]")


def find_places(article: Article, names: Names) -> tuple[PlaceMention, ...]:
    """Cities, regions, countries, demonyms and "here", in text order, without overlaps."""
    text = article.body.replace("\n", " ").replace("\xa0", " ")
    found = list(scan(text, names))
    mentioned = {f.country or f.demonym for f in found if f.country or f.demonym}
    mentions: list[PlaceMention] = []
    persons: set[str] = set()  # towns that turned out to be someone's name: "Janet Reno", then "Reno said"
    for one in found:
        if one.spelling in persons and not names_where(text, one.start):
            continue
        if one.country and text.endswith(OF_WATERS, 0, one.start):
            continue  # "the Gulf of Finland"
        # "Dar es Salaam, the capital of Tanzania" names the city already
        named = (
            bool(mentions) and mentions[-1].kind == "city" and text[mentions[-1].end : one.start] in (", ", ", the ")
        )
        other = is_name_of_another(text, one, names) if one.end > article.dateline_end else ""
        if other:
            if other == "person" and one.cities:
                persons.add(one.spelling)
            continue
        mention = _mention(text, one, names, mentioned, article.dateline_end, named)
        if mention is not None:
            if mentions and mention.start < mentions[-1].end:
                continue
            mentions.append(mention)
    mentions.extend(find_unlisted(text, mentions, names))
    mentions.extend(_here(article, names))
    return tuple(sorted(mentions, key=lambda m: m.start))


def _mention(
    text: str,
    found: Found,
    names: Names,
    mentioned: set[str | None],
    dateline_end: int,
    is_named: bool,
) -> PlaceMention | None:
    start, end = found.start, found.end
    trusted = end <= dateline_end
    words = text[start:end]
    if found.demonym:
        capital = CAPITAL_NOUN.match(text, end)
        if capital and not is_named and found.demonym in names.capitals and not NOT_CAPITAL.match(text, capital.end()):
            stop = capital.end()
            name = names.capitals[found.demonym]
            return PlaceMention(
                start=start, end=stop, text=text[start:stop], name=name, country=found.demonym, kind="city"
            )
        name = names.country_names.get(found.demonym, words)
        return PlaceMention(start=start, end=end, text=words, name=name, country=found.demonym, kind="demonym")
    if found.country:
        if found.spelling == "Georgia" and is_us_state(text, start, end):
            return PlaceMention(start=start, end=end, text=words, name="Georgia", country="US", kind="region")
        name = names.country_names.get(found.country, words)
        metonym = is_metonym(text, start, end, "country", names)
        before = _CAPITAL_OF.search(text, max(0, start - 30), start) if text.endswith("of ", 0, start) else None
        if before and found.country in names.capitals and not text.endswith(", the ", 0, before.start()):
            at = before.start()
            return PlaceMention(
                start=at,
                end=end,
                text=text[at:end],
                name=names.capitals[found.country],
                country=found.country,
                kind="city",
            )
        own = CAPITAL_NOUN.match(text, end + 2) if text[end : end + 2] in ("'s", "’s") else None
        if own and not is_named and found.country in names.capitals and not NOT_CAPITAL.match(text, own.end()):
            return PlaceMention(
                start=start, end=own.end(), text=text[start : own.end()], name=names.capitals[found.country],
                country=found.country, kind="city",
            )  # fmt: skip
        return PlaceMention(
            start=start, end=end, text=words, name=name, country=found.country, kind="country", metonym=metonym
        )
    if not is_place(text, found, names, trusted):
        return None
    after = country_after(text, end, names)
    if after == "GE" and any(c.country == "US" for c in found.cities):
        after = "US"  # "Atlanta, Georgia"
    is_list = after is not None and names.capitals.get(
        after, names.country_names.get(after)
    ) == names.country_names.get(after)
    if (
        after
        and not is_list  # "in Sydney, Hong Kong and Singapore"
        and found.cities[0].kind == "city"
        and all(c.country != after for c in found.cities)
        and names_where(text, start)
    ):
        # "in Paris, Texas": the table knows only a namesake
        return PlaceMention(start=start, end=end, text=words, name=found.spelling, country=after, kind="city")
    several = len(found.cities) > 1  # of one there is nothing to choose
    near = (after or _country_before(text, start, names)) if several else None
    city = pick(found.cities, near, mentioned, names.capitals)
    if city.kind == "region":
        return PlaceMention(
            start=start, end=end, text=words, name=city.name, country=city.country or None, kind="region",
            metonym=False,
        )  # fmt: skip
    is_capital = names.capitals.get(city.country) == city.name
    if not is_capital and _REGION.match(text, end):
        return PlaceMention(
            start=start, end=end, text=words, name=f"{city.name} region", country=city.country, kind="region"
        )
    metonym = not trusted and is_capital and is_metonym(text, start, end, "city", names)
    return PlaceMention(
        start=start, end=end, text=words, name=city.name, country=city.country, kind="city", metonym=metonym
    )


def _country_before(text: str, start: int, names: Names) -> str | None:
    """The country of "the Chinese port of Qingdao"."""
    before = _DEMONYM_BEFORE.search(text[max(0, start - 48) : start])
    if before is None:
        return None
    return names.demonyms.get(before[1]) or names.demonyms.get(before[1].rpartition(" ")[2])


def _here(article: Article, names: Names) -> list[PlaceMention]:
    if article.dateline is None or article.dateline.place is None:
        return []
    place = resolve_place(article.dateline.place, names, article.dateline.country)
    name = place.name if place else article.dateline.place
    country = (place.country if place else None) or article.dateline.country
    found = []
    counted, quotes = 0, 0
    for match in _HERE.finditer(article.body):
        opened = article.body.rfind("\n", counted, match.start()) + 1
        if opened:
            counted, quotes = opened, 0
        quotes += len(_QUOTES.findall(article.body, counted, match.start()))
        counted = match.start()
        if quotes % 2:
            continue  # a speaker's "here"
        start = match.start() + 1
        found.append(PlaceMention(start=start, end=match.end(), text="here", name=name, country=country, kind="here"))
    return found
