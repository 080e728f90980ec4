"""Which countries an event is of: those that took part, and of an accession those that joined."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.merge.readings import set_of
from sitegen.model import EventRecord

_ADMITS = re.compile(
    r"\b(?:admission of|accession of|admits|admitted|admit|grants|granted|welcomes|welcomed|receives) (?=the [A-Z]|[A-Z])"
)


_ACCEDES = re.compile(r"\b[Aa](?:ccession|dmission) of (?:the )?(?:(?:Kingdom|Republic|State) of )?(?=[A-Z])")


#: "the third after Kuwait and Oman, which joined in January"
_WHO_JOINED = re.compile(
    r"\b((?:[A-Z][\w’-]{2,20}(?:,? and |, | )){0,5}[A-Z][\w’-]{2,20})(?:,? (?:which|who|that))? (?:officially |formally |had |has |have )*(?:joined|acceded|became|become)\b"
)
_JOINS = re.compile(r"\b(?:become|becomes|join|joins|sign|signs|has been|have been|was|were)\b")


def countries_of(event: EventRecord, nations: Mapping[str, str] | None) -> frozenset[str]:
    """Who took part; of an accession who joined, as the headline says: "Belarus becomes an observer of ..."."""
    if event.classification != "accession" or not nations:
        return _two_that_act(event, nations) or set_of(event.countries)
    joins, admits = _JOINS.search(event.name), _ADMITS.search(event.name)
    told = event.name[admits.end() :] if admits else event.name[: joins.start()] if joins else event.name
    words = [w.removesuffix("'s").removesuffix("’s") for w in re.split(r"[\s,;:|]+", told)]
    found = _nations_among(words, nations)
    if not found and not event.countries and event.evidence and (of := _ACCEDES.search(event.evidence[0].quote)):
        found = _nations_among(re.split(r"[\s,;:|]+", event.evidence[0].quote[of.end() : of.end() + 80]), nations)
    if not found and not event.countries and event.evidence and (who := _WHO_JOINED.search(event.evidence[0].quote)):
        found = _nations_among(re.split(r"[\s,;:|]+", who[1]), nations)
    return found if found and (joins or admits or not event.countries) else set_of(event.countries)


#: "India and the Philippines announced"
_BOTH = re.compile(
    r"(?:[Tt]he |THE )?([A-Z][\w’-]{2,20}(?: [A-Z][\w’-]{2,20})?) and (?:the )?([A-Z][\w’-]{2,20}(?: [A-Z][\w’-]{2,20})?) (?=[a-z])"
)


def _two_that_act(event: EventRecord, nations: Mapping[str, str] | None) -> frozenset[str]:
    """The two states that a headline begins with, where not both were read to take part."""
    if not nations or len(event.countries) > 1 or event.organizations:
        return frozenset()
    both = _BOTH.match(event.name)
    if both is None or both[1] not in nations or both[2] not in nations:
        return frozenset()
    return frozenset((nations[both[1]], nations[both[2]]))


def _nations_among(words: list[str], nations: Mapping[str, str]) -> frozenset[str]:
    found: set[str] = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(5, 0, -1) if " ".join(words[at : at + n]) in nations), 0)
        if length:
            found.add(nations[" ".join(words[at : at + length])])
        at += length or 1
    return frozenset(found)
