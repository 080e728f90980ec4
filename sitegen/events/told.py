"""What a clipping tells of each date, for `dating`: read before the publication day is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.events.candidates import dismissal_of
from sitegen.events.clauses import dated_of, words_of
from sitegen.events.kinds import best_of
from sitegen.events.patterns import AHEAD, BEHIND
from sitegen.events.places import place_in
from sitegen.events.status import status_of, tense_of
from sitegen.model import Annotations, Article, Classification, DateMention, Happening, Place
from sitegen.world import Names

_ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        ["", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"],
        1,
    )
    if word
}  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?:(\d{1,3})(?:st|nd|rd|th)|("
    + "|".join(_ORDINAL_WORDS)
    + r"))\b(?: (?!\d|members?\b|countr|at\b|in\b|since\b)[\w’'-]{1,30}){0,5}? (?:meeting|summit|session|conference|sitting|gathering|kind|council)\b",
    re.IGNORECASE,
)


_WILL = re.compile(r"\b(?:will|would|to be|due|scheduled|expected|planned|set to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A date with what its clause says. `index` is the mention's place in the list given; `edtf` its value there."""

    index: int
    start: int
    phrase: str
    edtf: str
    sentence: int
    text: str
    sentence_text: str
    kind: Classification
    status: Happening
    is_sure: bool  # the words about the happening itself say so, not only some verb of the clause
    place: Place | None
    is_city: bool
    organizations: frozenset[str]
    countries: frozenset[str]
    person: str | None
    ordinals: tuple[int, ...]


def ordinals_in(text: str) -> tuple[int, ...]:
    """ "First" is left out: it says more often that something is new than which of a series it is.

    The numbers of "the 15th meeting", "the fourth summit", "the 22nd of its kind"."""
    return tuple(int(m[1]) if m[1] else _ORDINAL_WORDS[m[2].lower()] for m in _ORDINAL.finditer(text))


def clauses_of(
    article: Article, annotations: Annotations, mentions: Sequence[DateMention], names: Names
) -> tuple[Clause, ...]:
    """One for each date that may be a happening's; `mentions` are resolved as of any day, only to part them."""
    body, out = article.body, []
    place_of = {id(m): i for i, m in enumerate(mentions)}
    usable = [m for m in mentions if m.edtf and m.type in ("DATE", "TIME") and not m.hint]
    spans = tuple((m.start, m.end) for m in annotations.organizations if not m.anaphor)
    for dated in dated_of(article, usable):
        mention, span = dated.mention, dated.clause
        sentence = article.sentences[dated.sentence]
        if dismissal_of(body, mention, span, sentence) is not None:
            continue
        found = best_of(body, words_of(body, span), mention.start, mention.end, spans)
        if (found is None or found.score < 0.4) and dated.clause_before is not None:
            span = (dated.clause_before[0], span[1])
            found = best_of(body, words_of(body, span), mention.start, mention.end, spans)
        told = tense_of(body, found, span)
        status, _ = status_of(body[span[0] : span[1]], mention.edtf or "", None)
        if told is None and AHEAD.search(body, sentence[0], mention.start) and not BEHIND.search(body, *span):
            told = "planned"
        if any(a <= mention.start < b for a, b in article.captions) and not _WILL.search(body, *span):
            told = "occurred"  # under a picture the present tense tells what it shows
        place = place_in(article, annotations, names, span, mention.start)
        people = [m.name for m in annotations.people if span[0] <= m.start < mention.start and m.name and not m.office]
        sentence_text = body[sentence[0] : sentence[1]]
        out.append(
            Clause(
                index=place_of[id(mention)],
                start=mention.start,
                phrase=mention.text,
                edtf=mention.edtf or "",
                sentence=dated.sentence,
                text=body[span[0] : span[1]],
                sentence_text=sentence_text,
                kind=found.kind if found else "other",
                status=told or status,
                is_sure=told is not None,
                place=place[0] if place else None,
                is_city=place is not None
                and any(p.name == place[0].name and p.kind in ("city", "here") for p in annotations.places),
                organizations=frozenset(
                    o.id for o in annotations.organizations if sentence[0] <= o.start < sentence[1]
                ),
                countries=frozenset(
                    p.country for p in annotations.places if sentence[0] <= p.start < sentence[1] and p.country
                ),
                person=people[-1] if people else None,
                ordinals=ordinals_in(sentence_text),
            )
        )
    return tuple(out)
