"""A short headline of our own for an event: true, in the present tense, at most 90 characters."""

from __future__ import annotations

import re

from sitegen.events.candidates import Candidate
from sitegen.model import Annotations, Article, EventRecord
from sitegen.world import Names

LIMIT = 90


def headline_of(article: Article, annotations: Annotations, names: Names, lead: Candidate, record: EventRecord) -> str:
    """The sentence's main clause, cut at a joint."""
    start, end = lead.clause
    start = max(start, article.dateline_end) if article.dateline_end < end else start
    text = article.body[start:end].strip()
    if lead.mention is not None:
        m = lead.mention
        text = (article.body[start : m.start] + "\0" + article.body[m.end : end]) if start <= m.start < end else text
        text = re.sub(r",?\s*\b(?:on|in|at|by|since|during)?\s*\0,?", "", text, count=1)
    text = " ".join(text.replace("\0", "").split()).strip(" ,;:-–—.")
    while len(text) > LIMIT:
        cut = max(text.rfind(", ", 0, LIMIT), text.rfind("; ", 0, LIMIT))
        if cut < 25:
            cut = text.rfind(" ", 0, LIMIT)
        text = text[:cut].rstrip(" ,;:-")
    return text[:1].upper() + text[1:]
