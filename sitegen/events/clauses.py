"""Sentences with their dates, and the part of a sentence that speaks of each date.

A sentence with two dates reports two happenings, as a rule: it is parted at the strongest joint between the dates.
All offsets are those of the body.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sitegen.events.anycase import lowered
from sitegen.events.lexicon import TRIGGERS
from sitegen.model import Article, DateMention

Span = tuple[int, int]

_WORD = re.compile(r"[A-Za-zÀ-ž]+(?:[-'’][A-Za-zÀ-ž]+)*")

_COMMA = re.compile(r", ")
#: Joints of a sentence, the strongest first.
_JOINTS: tuple[re.Pattern[str], ...] = (
    re.compile(r"[;:] | [–—-]{1,2} "),
    re.compile(
        r", (?=(?:and|but|while|whereas|which|who|where|when|after|before|though|although|as|since|with|followed)\b)"
    ),
    re.compile(r" (?=(?:and|but|while|whereas|which|who|after|before|since|when|ahead of)\b)"),
    _COMMA,
    re.compile(r" (?=(?:as|amid|by|during|following|whose|that|triggered|caused|sparked|prompted)\b)"),
)


#: The rule of a date that another happening tells (see relative.py).
TOLD_BY_ANOTHER = "told by another happening"
_COMMA = re.compile(r"[,;]")
_ONLY_AT = re.compile(r"\s*(?:on|in|from|at)?(?: the)?\s*")


class Word(Struct, frozen=True):
    start: int
    end: int
    lower: str


class Dated(Struct, frozen=True):
    """A date of a sentence with the span of the sentence that speaks of it."""

    mention: DateMention
    sentence: int  # index into Article.sentences
    clause: Span
    clause_before: Span | None  # the clause before it in the same sentence, whose verb it may share
    apposed: bool = False  # only a preposition stands before it: it says more exactly what the date before it says


def words_of(body: str, span: Span) -> list[Word]:
    start, end = span
    return [Word(m.start(), m.end(), m[0]) for m in _WORD.finditer(lowered(body), start, end)]


def sentence_at(sentences: Sequence[Span], offset: int) -> int | None:
    """Index of the sentence that holds `offset`; None between sentences. `sentences` are in text order."""
    i = bisect_right(sentences, (offset, 1 << 60)) - 1
    return i if i >= 0 and sentences[i][0] <= offset < sentences[i][1] else None


#: "her sons A and B, accused of": no joint
_PAIR = re.compile(r"\b[A-Z][a-zÀ-ž’'-]+ and (?=[A-Z][a-zÀ-ž’'-]+,)")


_THAT = re.compile(r"\s?that (?=\w)")


def _joint(body: str, start: int, end: int, whose: bool = False) -> int:
    """Where to part body[start:end]: at its last strongest joint; without one, right at `start`."""
    that = _THAT.match(body, start, end)
    if that is not None and body[that.end() : end].count(" ") > 1:
        return that.end()  # "told the agency on Sunday that A and B arrived today"
    for joint in _JOINTS:
        found = [
            m.end()
            for m in joint.finditer(body, start, end)
            if body[m.end() : end].count(" ") > (0 if whose else 1)
            and not _PAIR.search(body, m.end() - 24, m.end() + 24)
        ]
        if found:
            return found[-1]
    found = [m.end() for m in _COMMA.finditer(body, start, end)]
    if found:
        return found[-1]  # "..., on 9 July": apposed
    first = _WORD.search(body, start, end)
    if first is not None and any(t.way == "verb" and t.kind != "statement" for t in TRIGGERS.get(first[0].lower(), ())):
        # "the court on Tuesday upheld the results of last month's election": the verb goes with the date before it
        last = _PREPOSITION.search(body, start, end)
        return last.start() + 1 if last is not None and body[last.end() : end] == "" else end
    return start


_PREPOSITION = re.compile(r" (?:(?:of|in|on|from|since|after|for|at|to|by|during)(?: the)? )?$")


def dated_of(article: Article, mentions: Iterable[DateMention]) -> list[Dated]:
    """The dates of each sentence with their clauses, in text order; dates outside any sentence are left out."""
    by_sentence: dict[int, list[DateMention]] = {}
    for mention in mentions:
        index = sentence_at(article.sentences, mention.start)
        if index is not None:
            by_sentence.setdefault(index, []).append(mention)
    out: list[Dated] = []
    for index in sorted(by_sentence):
        start, end = article.sentences[index]
        dates = by_sentence[index]
        group = [
            m for m in dates if not m.hint
        ] or dates  # the year of a name ("Zapad 2016 was held from ...") parts nothing
        cuts = [start]
        for left, right in itertools.pairwise(group):
            cut = cuts[-1]
            if left.edtf != right.edtf:
                cut = _joint(
                    article.body, left.end, right.start, article.body[right.end : right.end + 2] in ("'s", "’s")
                )
            cuts.append(cut)
        cuts.append(end)
        spans: list[Span] = []
        for i, _ in enumerate(group):
            a = cuts[i]
            b = next((c for c in cuts[i + 1 :] if c > a), end)
            spans.append((a, b))
        for i, mention in enumerate(group):
            before = next((s for s in reversed(spans[:i]) if s != spans[i]), None)
            apposed = (
                before is not None
                and mention.rule != TOLD_BY_ANOTHER
                and _ONLY_AT.fullmatch(article.body, spans[i][0], mention.start) is not None
            )
            span = (before[0], spans[i][1]) if apposed and before is not None else spans[i]
            if mention.rule == TOLD_BY_ANOTHER:
                joint = _COMMA.search(article.body, mention.end, end)
                span = (max(span[0], mention.start), joint.start() if joint else span[1])
            out.append(Dated(mention, index, span, before, apposed))
        if len(group) < len(dates):
            out.extend(Dated(m, index, (start, end), None, False) for m in dates if m.hint)
    return out


def quote_span(body: str, sentence: Span, mention: Span, limit: int = 110) -> Span:
    """The sentence, or of one longer than `limit` words the run of whole clauses around `mention` that fits."""
    start, end = sentence
    if len(body[start:end].split()) <= limit:
        return sentence
    cuts = [start, *(m.end() for joint in _JOINTS[:2] for m in joint.finditer(body, start, end)), end]
    cuts = sorted(set(cuts))
    i = max(k for k, c in enumerate(cuts) if c <= mention[0])
    j = next((k for k, c in enumerate(cuts) if c >= mention[1]), len(cuts) - 1)
    a, b = cuts[i], cuts[j]
    while True:
        grown = False
        for left, right in ((i - 1, j), (i, j + 1)):
            if left >= 0 and right < len(cuts) and len(body[cuts[left] : cuts[right]].split()) <= limit:
                i, j, grown = left, right, True
                break
        if not grown:
            break
    a, b = cuts[i], cuts[j]
    if len(body[a:b].split()) > limit:
        spans = [(m.start() + a, m.end() + a) for m in re.finditer(r"\S+", body[a:b])]
        at = next((k for k, s in enumerate(spans) if s[1] > mention[0] - 0), 0)
        first = max(0, min(at - limit // 2, len(spans) - limit))
        a, b = spans[first][0], spans[min(first + limit, len(spans)) - 1][1]
    while b > a and body[b - 1].isspace():
        b -= 1
    return a, b
