"""Places that a sentence has named before and only points to: "there", "where", "left for A to attend", "will host"."""

from __future__ import annotations

import re

from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span
from sitegen.events.places import named_place, within
from sitegen.model import Annotations, Article, Place, PlaceMention
from sitegen.world import Names

_WHERE = re.compile(r"(?:and )?where\b")
_THERE = re.compile(r"\b(?<!said )there\b(?! (?:is|are|was|were|will be|has been|have been)\b)")
_TO_ATTEND = re.compile(
    r"(?:[\w’'-]+ ){0,3}to (?:attend|take part|participate|join|hold|meet)\b|(?:[\w’'-]+ ){0,3}for (?:the|a|an|talks)\b"
)
_LEAVES_FOR = re.compile(r"\b(?:for|to|in|visit(?:s|ed)?)(?: the)? $")
_WILL_HOST = re.compile(r"\band (?:it )?(?:(?:will|would|is to|has|had) (?:also |again )?)?host(?:s|ed)?\b")


def pointed(article: Article, annotations: Annotations, names: Names, c: Candidate) -> tuple[Place, str] | None:
    """The place that the candidate's clause points back to within its sentence, and the words that named it."""
    body, sentence = article.body, article.sentences[c.sentence]
    start, end = c.clause
    there = _THERE.search(body, start, end)
    if _WHERE.match(body, start, end) or _TO_ATTEND.match(body, start, end):
        there_at = start
    elif there is not None:
        there_at = there.start()
    elif _WILL_HOST.search(body, max(sentence[0], start - 4), end):
        return _host(article, annotations, sentence)
    else:
        return None
    towns = [
        m
        for m in within(annotations.places, (sentence[0], there_at))
        if m.kind in ("city", "country") and not m.metonym
    ]
    if start == there_at and not _WHERE.match(body, start, end):
        towns = [m for m in towns if _LEAVES_FOR.search(body, max(sentence[0], m.start - 12), m.start)]
    if not towns:
        return None
    last = towns[-1]
    if (
        len(towns) > 1
        and last.kind == "country"
        and towns[-2].country == last.country
        and last.start - towns[-2].end <= 3
    ):
        last = towns[-2]  # "for A, the country B"
    return _named(article, annotations, names, last)


def _host(article: Article, annotations: Annotations, sentence: Span) -> tuple[Place, str] | None:
    """ "China has the chair and will host the meeting": the country that opens the sentence."""
    start = max(sentence[0], article.dateline_end) if article.dateline_end < sentence[1] else sentence[0]
    first = next(iter(within(annotations.places, (start, sentence[1]))), None)
    if first is None or first.kind not in ("country", "city") or first.start - start > 4:
        return None
    return Place(name=first.name, country=first.country), article.body[first.start : first.end]


_ON_VISIT = re.compile(
    r"\b(?:(?:on|during|within|as part of) (?:(?:an?|his|her|their|the) )?(?:[\w-]+ ){0,3}(?:visit|trip|tour) (?:to|in|of)|who (?:has |had )?(?:arrived|landed) in) (?:the )?(?:[A-Z][\w’'-]+ ){0,4}(?:of )?$"
)


def staying(article: Article, annotations: Annotations, names: Names, lead: Candidate) -> tuple[Place, str] | None:
    """ "The minister, who is on a visit to A, met B": the meeting is in A, wherever it is reported from.

    The sentence after the lead's may say so too: "The minister, who arrived in A on Tuesday, met B in the morning".
    """
    if lead.kind not in ("meeting", "statement", "agreement"):
        return None
    for start, end in article.sentences[lead.sentence : lead.sentence + 2]:
        for m in within(annotations.places, (start, end)):
            if m.kind in ("city", "country") and _ON_VISIT.search(article.body, max(start, m.start - 90), m.start):
                return _named(article, annotations, names, m)
    return None


def _named(article: Article, annotations: Annotations, names: Names, m: PlaceMention) -> tuple[Place, str] | None:
    place = named_place(m, article, annotations, names)
    return (place, article.body[m.start : m.end]) if place is not None else None
