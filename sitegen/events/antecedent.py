"""Whom a pronoun at the head of a clause stands for, where the clipping leaves no choice: for headlines only.

The sentence that names the antecedent becomes a quote of the event, so that no headline says more than its quotes.
"""

from __future__ import annotations

import re

from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span
from sitegen.model import Annotations, Article, PersonMention

#: How many sentences back a chain of pronouns is followed: "X came. He spoke. He left on Monday."
_CHAIN = 3
_OPENS = re.compile(r"(?:He|She|His|Her)\b")
_PERSONAL = re.compile(r"(he|she)(?=\s)|(his|her)(?=\s+[A-Za-z])", re.IGNORECASE)


def _named(annotations: Annotations, span: Span) -> list[PersonMention]:
    return [m for m in annotations.people if span[0] <= m.start < span[1] and m.name and not m.office]


def _one_of(people: list[PersonMention], start: int) -> PersonMention | None:
    """The only person named, else the one who opens the sentence."""
    if not people:
        return None
    if len({m.name for m in people}) == 1 or people[0].start - start < 40:
        return people[0]
    return None


def person_before(article: Article, annotations: Annotations, lead: Candidate, at: int) -> tuple[str, Span] | None:
    """Who "he" or "she" at offset `at` is, and the sentence that names them; None where two may be meant."""
    own = article.sentences[lead.sentence]
    here = _named(annotations, (own[0], at))
    if here:
        found = _one_of(here, own[0])
        return (found.name, own) if found is not None else None
    for back in range(1, _CHAIN + 1):
        index = lead.sentence - back
        if index < 0:
            return None
        span = article.sentences[index]
        people = _named(annotations, span)
        if people:
            found = _one_of(people, span[0])
            return (found.name, span) if found is not None else None
        if not _OPENS.match(article.body, span[0]):
            return None
    return None


def _another(annotations: Annotations, lead: Candidate) -> bool:
    """Whether somebody else stands between the head of the clause and the verb: "he replaced X, who was appointed"."""
    return lead.found is not None and bool(_named(annotations, (lead.clause[0], lead.found.start)))


def with_person(article: Article, annotations: Annotations, lead: Candidate, text: str) -> tuple[str, Span] | None:
    """`text` that opens with "he", "she", "his" or "her", with the name instead, and the sentence that has it."""
    found = _PERSONAL.match(text)
    if found is None:
        return None
    at = re.search(rf"\b{found[0]}\b", article.body[lead.clause[0] : lead.clause[1]])
    if text[found.end() :].startswith(",") or _another(annotations, lead):
        return None
    known = person_before(article, annotations, lead, lead.clause[0] + at.start() if at else lead.clause[0])
    if known is None:
        return None
    name, span = known
    whose = f"{name}'s" if found[2] else name
    return whose + text[found.end() :], span
