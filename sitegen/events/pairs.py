"""Headlines of two who meet: "Anna Berg meets Lena Moor in Oslo"."""

from __future__ import annotations

import re

from sitegen.events.candidates import Candidate
from sitegen.events.cutting import LIMIT
from sitegen.events.gatherings import OFFICES, at_place
from sitegen.events.tense import third
from sitegen.model import Annotations, Article, EventRecord

_PAIR = {"met": "meet", "meets": "meet", "meet": "meet", "received": "receive", "receives": "receive", "talks": "meet", "meeting": "meet"}  # fmt: skip


_TALKS = re.compile(r"(?:held|holds?|holding|had|has) talks$", re.IGNORECASE)


def pair(article: Article, annotations: Annotations, lead: Candidate, record: EventRecord) -> str | None:
    """ "A meets B", where the clause names one before the verb and one after it."""
    if record.classification not in ("meeting", "visit") or lead.found is None:
        return None
    verb = "meet" if _TALKS.match(lead.found.words) else _PAIR.get(lead.found.words.lower().split()[0])
    if verb is None:
        return None
    a, b = lead.clause
    people = [m for m in annotations.people if a <= m.start < b and m.name and not m.office]
    first = next((m for m in people if m.end <= lead.found.start), None)
    head = first.name if first else None
    if first is None:
        subject = article.body[a : lead.found.start]
        head = next((w.capitalize() for pattern, w in OFFICES if pattern.search(subject)), None)
    second = next((m for m in people if m.start >= lead.found.end and (first is None or m.name != first.name)), None)
    if head is None or second is None:
        return None
    between = article.body[lead.found.end : second.start]
    before = article.body[first.end : lead.found.start] if first else ""
    if not between.startswith(" with ") and (len(between) > 40 or re.search(r"[,\"“”]", between)):
        return None
    if (
        len(between) > 110
        or len(before) > 60
        or re.search(r"\b(?:after|before|which|that|whom?|on behalf|ahead)\b", between + before)
    ):
        return None
    told = f"to {verb}" if record.status == "planned" else third(verb) if first else verb
    line = f"{head} {told} {second.name}"
    return line + at_place(record) if len(line + at_place(record)) <= LIMIT else line


_BETWEEN = re.compile(r"\b(?:summit|meeting|talks|call|conversation|session) between (?:the )?", re.IGNORECASE)


_DID = re.compile(
    r"\b(?:met|meet|discussed|held|exchanged|reviewed|talked|agreed|signed|vowed|pledged|called|reaffirmed|spoke|attended|chaired|co-chaired)\b"
)


def two(article: Article, annotations: Annotations, lead: Candidate, record: EventRecord) -> str | None:
    """ "A and B meet in Hanoi", of "Minister A and his counterpart B discussed measures during their talks"."""
    if record.classification != "meeting" or lead.found is None:
        return None
    a, b = lead.clause
    a = max(a, article.dateline_end) if article.dateline_end < b else a
    verb = _DID.search(article.body, a, b)
    if verb is None:
        return None
    who = [m for m in annotations.people if a <= m.start and m.end <= verb.start() and m.name and not m.office]
    if len(who) != 2 or who[0].name == who[1].name or verb.start() - who[1].end > 12 or who[0].start - a > 90:
        return None
    if not re.match(r",? (?:and|as well as) [^,;]{0,80}$", article.body[who[0].end : who[1].start]):
        return None
    line = f"{who[0].name} and {who[1].name} {'to meet' if record.status == 'planned' else 'meet'}"
    return line + at_place(record) if len(line + at_place(record)) <= LIMIT else line


_SPOKE_WITH = re.compile(r"\b(?:conversation|call|meeting|talks) with (?:the |his |her )?(?=[A-Z])")


def with_another(article: Article, annotations: Annotations, lead: Candidate, record: EventRecord) -> str | None:
    """ "A and B speak by telephone", of "In a telephone call with Secretary A, Minister B took up the sale"."""
    if record.classification != "meeting":
        return None
    a, b = lead.clause
    found = _SPOKE_WITH.search(article.body, a, b)
    if found is None:
        return None
    who = [
        m for m in annotations.people if found.end() <= m.start < min(b, found.end() + 120) and m.name and not m.office
    ]
    if (
        len(who) < 2
        or who[0].name == who[1].name
        or not re.match(r", [^,;]{0,50}$", article.body[who[0].end : who[1].start])
    ):
        return None
    line = f"{who[1].name} and {who[0].name} {'speak' if record.place is None else 'meet'}{at_place(record)}"
    return line if len(line) <= LIMIT else None


def between_two(annotations: Annotations, record: EventRecord) -> str | None:
    """ "A and B meet in Oslo", of "the summit between President A and his counterpart, B"."""
    if record.classification not in ("meeting", "summit"):
        return None
    for e in record.evidence:
        found = _BETWEEN.search(e.quote)
        if found is None:
            continue
        a = e.start + found.end()
        who = list(
            dict.fromkeys(
                m.name for m in annotations.people if a <= m.start < min(e.end, a + 130) and m.name and not m.office
            )
        )
        if len(who) >= 2:
            return f"{who[0]} and {who[1]} {'to meet' if record.status == 'planned' else 'meet'}{at_place(record)}"
    return None
