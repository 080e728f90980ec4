"""A long sentence told shortly: its subject without lists and asides, then the verb that dates it and what follows."""

from __future__ import annotations

import re

from msgspec import structs

from sitegen.events.candidates import Candidate
from sitegen.events.cutting import GAP, LEADING, LIMIT, PRONOUN, clause_of, without_gaps
from sitegen.events.tense import present_of
from sitegen.model import Annotations, Article

#: "chiefs of staff of A, B, C and D", "a group consisting of A, B, and C,"
_NAMES = r"(?:the )?[A-Z][\w.’'-]*(?: (?:of |of the |and )?[A-Z][\w.’'-]*){0,5}"
_LIST = re.compile(
    rf",? (?:of|from|consisting of|including|comprising|such as|namely) {_NAMES}(?:, {_NAMES}){{1,12}}(?:,? and {_NAMES})?,?(?= |$)"
)
#: "X, who is on a visit to A, took part"; "the bloc, a union of ten, agreed"
_ASIDE = re.compile(r", (?:who|which|whose|a|an|the) [^,;]{3,120},(?= )")
_BRACKETS = re.compile(r" \([^()]{0,60}\)")
#: "sanctions on the officers who [toppled X]": whom the verb tells of
_ANTECEDENT = re.compile(
    r"\b((?:[Tt]he|an?) (?:[a-z’'-]+ ){0,3}[a-z’'-]{3,}),? (?:who|which|that)(?: had| have| has)? $"
)
#: A subject has no verb of its own but the auxiliary at its end, and nothing quoted.
_NO_SUBJECT = re.compile(
    r"[;:\"“”]|, | (?:said|says|that|which|who|while|when|because|if|is|are|was|were|has|have|had|will|would|can|could|may|to)\b(?=.* )",
)
_AUXILIARY = re.compile(r" (?:was|were|has|have|had|is|are|has been|have been|had been)$")


def compact_of(article: Article, annotations: Annotations, lead: Candidate) -> str | None:
    """ "The chiefs of the general staff order the start of the drill", of "..., the chiefs of the general staff of A, B, C
    and D ordered the start of the drill"; None where no subject of its own can be told."""
    found = lead.found
    if found is None or found.trigger.way != "verb" or lead.status != "occurred":
        return None
    sentence = article.sentences[lead.sentence]
    begin = max(sentence[0], article.dateline_end) if article.dateline_end < found.start else sentence[0]
    whom = _ANTECEDENT.search(article.body, begin, found.start)
    start = lead.clause[0] if lead.clause[0] < found.start else begin
    subject = whom[1] if whom is not None else _subject(article, annotations, max(start, begin), found.start)
    if subject is None or PRONOUN.match(subject):
        return None
    return with_subject(subject, article, annotations, lead)


def with_subject(subject: str, article: Article, annotations: Annotations, lead: Candidate) -> str | None:
    """The clause from its verb on, told of `subject`; None where it cannot be cut to a headline."""
    found = lead.found
    if found is None:
        return None
    told = structs.replace(lead, clause=(found.start, max(lead.clause[1], found.end)), mention=None, found=None)
    rest = clause_of(article, annotations, told)
    if rest is None or not rest.startswith(found.words.split()[0]):
        return None
    line = present_of(f"{subject} {rest}", found.words)
    return line if len(line) <= LIMIT else None


def _subject(article: Article, annotations: Annotations, start: int, end: int) -> str | None:
    pieces, at = [], start
    for m in annotations.dates:
        if at <= m.start and m.end <= end:
            pieces.append(article.body[at : m.start] + GAP)
            at = m.end
    text = without_gaps("".join(pieces) + article.body[at:end])
    text = " ".join(_BRACKETS.sub("", text).split()).strip(" ,;-–—")
    for _ in range(2):
        if (leading := LEADING.match(text)) is not None:
            text = text[leading.end() :]
    text = _ASIDE.sub("", _LIST.sub("", text)).strip(" ,")
    who = next((m for m in reversed(annotations.people) if start <= m.start and m.end <= end and m.name), None)
    if who is not None and not who.office and (at := text.rfind(who.text)) >= 0:
        text = text[at:]  # without the title before the name
    core = _AUXILIARY.sub("", text)
    if who is not None and not who.office and core != who.text:
        return None
    return text if core and " " in core and core[0].isalpha() and not _NO_SUBJECT.search(f" {core}") else None
