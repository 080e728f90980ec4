"""What a sentence that names no day reports, by its first verb; and what those who are quoted, or who attend, say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.events.clauses import Word, words_of
from sitegen.events.kinds import Found, phrases_of
from sitegen.events.lexicon import LIGHT, Trigger
from sitegen.events.triggers import is_name, is_top, triggers_in
from sitegen.model import Classification

_ATTENDS = re.compile(r"(?:attend|tak(?:e|es|ing) part|took part|participat)", re.IGNORECASE)


def attended(found: Found, words: Sequence[Word]) -> Classification | None:
    """What is attended or taken part in, where the words after the verb name a summit or an exercise."""
    if not _ATTENDS.match(found.words):
        return None
    after = [w for w in words if w.start >= found.end][:14]
    if any(w.lower in _NO_MEETING for w in after[:7]) and not any(w.lower in _IS_MEETING for w in after[:5]):
        return "other"
    for trigger, i, j in triggers_in(after):
        if trigger.way == "noun" and trigger.kind in ("meeting", "summit", "exercise"):
            return "summit" if trigger.kind == "meeting" and is_top(after, i, j) else trigger.kind
    return None


_NO_MEETING = frozenset(
    "ceremony ceremonies celebration celebrations parade commemorative commemoration commemorations exhibition festival funeral unveiling inauguration expo".split()
)
_IS_MEETING = frozenset("meeting summit conference session talks forum council exercise exercises drills".split())


def predicate_of(body: str, words: Sequence[Word], names: Sequence[tuple[int, int]] = ()) -> Found | None:
    """The trigger of a sentence that names no day: its first verb that reports, else its first noun."""
    verb: Found | None = None
    noun: Found | None = None
    for trigger, i, j in triggers_in(words):
        first, last = words[i], words[j]
        if any(a <= first.start < b for a, b in names) or (trigger.way == "verb" and i and is_name(body, words, i)):
            continue
        kind: Classification = "summit" if trigger.kind == "meeting" and is_top(words, i, j) else trigger.kind
        here = Found(trigger, kind, first.start, last.end, trigger.weight - 0.02 * i, body[first.start : last.end])
        if trigger.way == "verb":
            aim = i > 0 and words[i - 1].lower == "to"  # "called on others to become members"
            if verb is None or (not aim and verb.kind in ("statement", "other") and here.score > verb.score + 0.3):
                verb = here
        elif noun is None:
            noun = here
    if (
        verb is not None
        and noun is not None
        and verb.kind == "other"
        and verb.words.lower() in LIGHT
        and noun.kind in ("exercise", "meeting", "summit", "visit")
        and noun.end < verb.start
    ):
        return noun  # "Exercises of the member states began in A"
    return _in_full(body, words, verb) or verb or noun


def _in_full(body: str, words: Sequence[Word], verb: Found | None) -> Found | None:
    """The verb with the words that it says what it says with: "received a briefing" is no thing received.

    Without a verb of the table, any such wording: "chose A as its leader".
    """
    for phrase in phrases_of(words):
        if verb is not None and phrase.weight < verb.trigger.weight:
            continue
        m = phrase.pattern.search(body, verb.start if verb else words[0].start, words[-1].end)
        if m is not None and (verb is None or m.start() == verb.start):
            row = Trigger(rest=(), kind=phrase.kind, way="verb", weight=phrase.weight)
            return Found(row, phrase.kind, m.start(), m.end(), phrase.weight, body[m.start() : m.end()])
    return None


def said_in(body: str, words: Sequence[Word]) -> Found | None:
    """The first verb by which a sentence says who said it: "..., the minister said"."""
    for trigger, i, j in triggers_in(words):
        if trigger.kind == "statement" and trigger.way == "verb":
            first, last = words[i], words[j]
            return Found(trigger, "statement", first.start, last.end, trigger.weight, body[first.start : last.end])
    return None


def phrase_in(body: str, start: int, end: int) -> tuple[Classification, str, int] | None:
    """The kind that a wording of several words gives to body[start:end], the heaviest one, its words and their start."""
    found = [
        (p.weight, p.kind, body[m.start() : m.end()], m.start())
        for p in phrases_of(words_of(body, (start, end)))
        if (m := p.pattern.search(body, start, end))
    ]
    return max(found)[1:] if found else None
