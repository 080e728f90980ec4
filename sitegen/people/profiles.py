"""Mentions -> one record a person with a post, its evidence the sentences that say the post."""

from __future__ import annotations

import re
from bisect import bisect_right

from sitegen.model import Annotations, Article, Evidence, PersonMention, PersonRecord, PostRecord

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_LEAST = 0.5  # below it a framed name has lost its office to a holder named outright
_MOST_SENTENCES = 3  # a record quotes the first sentences that say a post, not every later one


def day_spoken_of(article: Article) -> str | None:
    """The day as of which the clipping's posts hold: its dateline's, else its publication's, if exact to the day."""
    for date in (article.dateline.date if article.dateline else None, article.published.date):
        if date is not None and _DAY.match(date):
            return date
    return None


def _start(span: tuple[int, int]) -> int:
    return span[0]


def sentence_at(article: Article, offset: int) -> Evidence:
    """The sentence around a body offset, as evidence."""
    spans = article.sentences or ((0, len(article.body)),)
    start, end = spans[max(0, bisect_right(spans, offset, key=_start) - 1)]
    return Evidence(start=start, end=end, quote=article.body[start:end])


def people_of(article: Article, annotations: Annotations) -> tuple[PersonRecord, ...]:
    """One record a person who is said to hold a post (or held, or is to hold one); in order of first mention.

    Whoever is only named (an author, an expert, a photographer) has no record. A former, designate or deputy holder's
    post has the code `other`; its role says which.
    """
    as_of = day_spoken_of(article)
    said: dict[str, list[PersonMention]] = {}
    for mention in annotations.people:
        if mention.name and mention.code is not None and mention.confidence > _LEAST:
            said.setdefault(mention.name, []).append(mention)
    return tuple(_record(article, name, mentions, as_of) for name, mentions in said.items())


def _record(article: Article, name: str, mentions: list[PersonMention], as_of: str | None) -> PersonRecord:
    posts: dict[tuple[str, str | None, str], PostRecord] = {}
    evidence: dict[int, Evidence] = {}
    confidence = 0.0
    for mention in sorted(mentions, key=lambda m: m.code == "other"):
        role = mention.role or ""
        key = (str(mention.code), mention.country, role.lower() if mention.code == "other" else "")
        if key in posts and len(posts[key].role) >= len(role):
            pass
        else:
            posts[key] = PostRecord(
                role=role, code=mention.code or "other", country=mention.country, as_of=as_of,
                organization=mention.organization,
            )  # fmt: skip
        confidence = max(confidence, mention.confidence)
    for mention in mentions:
        found = sentence_at(article, mention.start)
        if len(evidence) < _MOST_SENTENCES:
            evidence.setdefault(found.start, found)
    return PersonRecord(
        name=name, posts=tuple(posts.values()), evidence=tuple(evidence.values()), confidence=round(confidence, 2)
    )
