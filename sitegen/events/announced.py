"""What a clipping announces: the happening to come is the news, not the saying of it."""

from __future__ import annotations

import re

from sitegen.edtf import bounds
from sitegen.events.candidates import Candidate
from sitegen.events.clauses import words_of
from sitegen.events.patterns import AHEAD
from sitegen.events.triggers import triggers_in
from sitegen.model import Article, Classification

#: What is denied or put off is no happening to come, and was not what happened.
DENIED = re.compile(r"\b(?:not|never|won['’]t|declin\w+|refus\w+|reject\w+|cancel\w+)\b", re.IGNORECASE)
_TO_COME: tuple[Classification, ...] = ("summit", "meeting", "exercise", "visit", "accession", "agreement")
_AHEAD_IN_TITLE = re.compile(r"\b(?:to (?!the\b|an?\b)[a-z]+|will|set to|due|scheduled|plans?)\b", re.IGNORECASE)


def announced(article: Article, said: Candidate, candidates: list[Candidate], story: list[int]) -> Candidate | None:
    """What the opening announces, where the saying of it has come out as the news: "A will hold the drill B in the second
    half of the year, a spokesman said on Thursday"; "A and B will meet at the coming summit, an envoy told C on Friday. ...
    It is due on 5 May."
    """
    body = article.body
    if said.kind != "statement":
        return _titled(article, said, candidates, story)
    if said.sentence not in story[:2]:
        return None
    ahead = [c for c in candidates if c.status == "planned" and c.kind in _TO_COME and c.found and c.mention]
    for c in ahead:
        if (
            c.sentence == said.sentence
            and said.found
            and c.mention
            and c.mention.end <= said.found.start
            and not DENIED.search(body, *c.clause)
        ):
            return c
    done = _done(article, said, candidates, story)
    if done is not None:
        return done
    lead = article.sentences[story[0]]
    start = max(lead[0], article.dateline_end) if article.dateline_end < lead[1] else lead[0]
    told = said.found.start if said.found and said.sentence == story[0] else lead[1]
    if not AHEAD.search(body, start, told) or any(c.sentence == story[0] and c.status == "planned" for c in candidates):
        return None
    if article.title and not _AHEAD_IN_TITLE.search(article.title):
        return None
    kinds = {t.kind for t, _, _ in triggers_in(words_of(body, (start, told)))}
    for c in ahead:
        first, last = bounds(c.date)
        if c.kind in kinds and c.sentence in story[:10] and first and last and (last - first).days <= 31:
            return c
    return None


def _titled(article: Article, best: Candidate, candidates: list[Candidate], story: list[int]) -> Candidate | None:
    """ "Summit to be held in A in August" over an opening that gives its day, before anything that was done is told."""
    title = article.title or ""
    if best.status == "planned" or best.sentence in story[:1] or not _AHEAD_IN_TITLE.search(title):
        return None
    kinds = {t.kind for t, _, _ in triggers_in(words_of(title, (0, len(title))))}
    for c in candidates:
        if (
            c.status == "planned"
            and c.kind in _TO_COME
            and c.kind in kinds
            and c.mention
            and c.sentence < best.sentence
        ):
            return c
    return None


#: So long at most before the saying lies what it tells of.
_RECENT = 10


def _done(article: Article, said: Candidate, candidates: list[Candidate], story: list[int]) -> Candidate | None:
    """ "The armies have begun a drill, the staff said on Tuesday. ... The drill began on October 13.": the beginning is the news."""
    if said.sentence != story[0] or said.found is None or not said.is_day:
        return None
    lead = article.sentences[story[0]]
    start = max(lead[0], article.dateline_end) if article.dateline_end < lead[1] else lead[0]
    told = [t for t, _, _ in triggers_in(words_of(article.body, (start, said.found.start))) if t.way == "noun"]
    kinds = {t.kind for t in told} & {"exercise", "meeting", "summit", "visit"}
    spoken = bounds(said.date)[0]
    for c in candidates:
        day = bounds(c.date)[0]
        if (
            c.sentence not in story[1:5]
            or c.status != "occurred"
            or not c.is_day
            or c.kind not in kinds
            or c.subordinate
        ):
            continue
        if spoken is not None and day is not None and 0 < (spoken - day).days <= _RECENT:
            return c
    return None
