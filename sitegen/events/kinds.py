"""What kind of happening a clause reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from sitegen.events.clauses import Word
from sitegen.events.lexicon import LIGHT, TRIGGERS, Trigger
from sitegen.events.patterns import (
    AT_A,
    SETTING,
    SUBORDINATOR,
    THAT,
)
from sitegen.events.phrases import PHRASES, Phrase
from sitegen.events.triggers import is_name, is_top, triggers_in
from sitegen.model import Classification


class Found(Struct, frozen=True):
    """A trigger in the text: `score` is its weight less the way to the date."""

    trigger: Trigger
    kind: Classification
    start: int
    end: int
    score: float
    words: str


#: a word -> the numbers of the phrases that it lets try
_PHRASES_OF: dict[str, tuple[int, ...]] = {
    word: tuple(n for n, phrase in enumerate(PHRASES) if word in phrase.words)
    for word in sorted(frozenset().union(*(phrase.words for phrase in PHRASES)))
}
_START, _END = attrgetter("start"), attrgetter("end")


def phrases_of(words: Sequence[Word]) -> list[Phrase]:
    """The phrases of whose words one stands there."""
    present = _PHRASES_OF.keys() & [w.lower for w in words]
    return [PHRASES[n] for n in sorted({n for word in present for n in _PHRASES_OF[word]})] if present else []


def best_of(
    body: str,
    words: Sequence[Word],
    date_start: int,
    date_end: int,
    names: Sequence[tuple[int, int]] = (),
    but: Classification | None = None,
    ahead: bool = True,
) -> Found | None:
    """The trigger that the date belongs to: heavy ones win over light, near ones over far; none of the kind `but`.

    `names` are the spans of organizations: the "Treaty" of their names is no treaty. A meeting in a name is one.
    Unless the date may lie `ahead`, an infinitive only says what was done for: "met on Monday to sign a treaty".
    """
    best: Found | None = None
    deed: Found | None = None  # the best verb before the date that signs, joins, appoints
    goes: Found | None = None  # the best verb of going
    spoken = False  # a verb of saying has passed
    talker: Found | None = None  # the first verb by which something is only spoken of or called off
    act: Found | None = None  # the best verb of joining, appointing and the like: its "at the summit" is only the place
    fronted = bool(words) and _FRONT.fullmatch(body, words[0].start, date_start) is not None
    verbs_seen = 0  # finite verbs behind a date that the clause opens with
    before = bisect_right(words, date_start, key=_END)
    inside = bisect_left(words, date_end, key=_START)
    for trigger, i, j in triggers_in(words):
        first, last = words[i], words[j]
        if trigger.kind == but:
            continue
        if last.end > date_start and first.start < date_end:
            continue  # part of the date itself ("the opening day")
        if (
            trigger.way == "noun"
            and j + 1 < len(words)
            and words[j + 1].lower in _HEADS
            and words[j + 1].start - last.end <= 1
        ):
            continue  # "accession protocols", "summit declaration": what follows is the thing itself
        if trigger.kind not in ("meeting", "summit") and any(a <= first.start < b for a, b in names):
            continue
        if trigger.way == "verb" and i and is_name(body, words, i):
            continue
        if trigger.kind == "publication" and trigger.way == "noun" and i and body[first.start].isupper():
            continue  # ", Report informs": an outlet
        if (
            trigger.way == "verb"
            and i
            and (words[i - 1].lower in _NEVER or words[i - 1].lower.endswith(("n't", "n’t")))
        ):
            continue  # "did not sign the agreement"
        aim = trigger.way == "verb" and not ahead and i > 0 and words[i - 1].lower == "to"
        if (
            trigger.weight < 1.5
            and trigger.kind == "appointment"
            and any(w.lower == "under" for w in words[max(0, i - 3) : i])
        ):
            continue  # "under its chairmanship" is the setting
        if j < before and trigger.way == "noun":
            stop = next((k for k in range(j + 1, before) if words[k].lower in _NAMES_ONE), before)
            lent = [k for k in range(j + 1, stop) if words[k].lower in LIGHT]
            gap = before - (lent[-1] if lent else j) - 1  # "a meeting of ... begins on Wednesday" is near its date
        else:
            gap = before - j - 1 if j < before else i - inside
        gap = max(gap, 0)
        main_verb = (
            fronted
            and not verbs_seen
            and first.start >= date_end
            and (not aim if trigger.way == "verb" else any(w.lower in LIGHT for w in words[j + 1 : j + 5]))
        )
        if main_verb and SUBORDINATOR.search(body, date_end, first.start) is None:
            gap = min(gap, 4)  # "Earlier this week the only living father of the forum, X, appealed ...": its main verb
        score = trigger.weight - 0.11 * min(gap, 22)
        between = body[last.end : date_start] if last.end <= date_start else body[date_end : first.start]
        score -= 0.0 if main_verb else 0.25 * min(between.count(","), 2)
        verbs_seen += main_verb
        if ";" in between or "—" in between:
            score -= 0.8
        if aim:
            score -= 2.2 if spoken else 1.2  # "called on others to join", "met to sign a treaty"
        spoken = spoken or (trigger.way == "verb" and trigger.kind == "statement" and not aim)
        if SUBORDINATOR.search(between):
            score -= 0.9  # "the first summit since the invasion of 24 February"
        if first.start >= date_end and (THAT.match(body, date_end) or _SAYS.search(between)):
            # "said on Monday that a summit was near", "on Monday said the summit was near"
            score -= 1.8 if _SAYS_THAT.search(between) else 0.9
        if first.start >= date_end and trigger.way == "noun" and _WISHED_FOR.search(between):
            score -= 1.2  # "met on Monday and called for more joint training"
        if first.start >= date_end:
            score += 0.7 if gap == 0 and trigger.way == "noun" else -0.35  # "the 1991 war"
        elif trigger.kind == "statement" and trigger.way == "verb" and gap <= 4:
            score += 0.9 if gap <= 1 else 0.5  # "said on Monday", "told its envoy on Monday"
        if trigger.way == "noun":
            light = words[j + 1 : j + 5] if j + 1 < len(words) else ()
            if any(w.lower in LIGHT for w in light):
                score += 0.5
            if (
                body[first.start].isupper()
                and first.start > 0
                and i > 0
                and trigger.kind in ("statement", "publication")
            ):
                score -= 0.5
            prior = words[i - 1].lower if i else ""
            if between == " of ":
                score += 0.4  # "the invasion of 24 February"
            elif prior in ("the", "this", "that") and trigger.kind in ("agreement", "initiative", "other"):
                score -= 0.5
            if (
                talker is not None
                and not ahead
                and not _ITS_DAY.fullmatch(between)
                and _OBJECT.fullmatch(body, talker.end, first.start)
            ):
                score -= 1.8
            frame = SETTING.search(body, words[max(0, i - 12)].start, first.start)
            if frame is not None and not frame.start() < date_start < first.start:
                score -= 1.2
            if trigger.kind == "summit" and _PURPOSE.search(body, words[0].start, first.start):
                score -= 1.5  # "a meeting of ministers for the summit"
        kind: Classification = trigger.kind
        if kind == "meeting" and is_top(words, i, j):
            kind = "summit"
        if best is None or score > best.score:
            best = Found(trigger, kind, first.start, last.end, score, body[first.start : last.end])
        if talker is None and trigger.way == "verb" and not aim and _talks(kind, body[first.start : last.end]):
            talker = Found(trigger, kind, first.start, last.end, score, body[first.start : last.end])
        if (
            trigger.way == "verb"
            and (kind in _ACTS or kind == "agreement")
            and last.end <= date_start
            and (deed is None or score > deed.score)
        ):
            deed = Found(trigger, kind, first.start, last.end, score, body[first.start : last.end])
        if trigger.way == "verb" and kind == "visit" and (goes is None or score > goes.score):
            goes = Found(trigger, kind, first.start, last.end, score, body[first.start : last.end])
        if trigger.way == "verb" and kind in _ACTS and last.end <= date_start and (act is None or score > act.score):
            act = Found(trigger, kind, first.start, last.end, score, body[first.start : last.end])
    if best is not None and best.kind in ("meeting", "summit") and goes is not None and goes.end < best.start:
        purpose = body[goes.end : best.start]
        if len(purpose) < 90 and _TO_DO.search(purpose) and "," not in purpose:
            best = goes  # "left A for B on Sunday to hold talks"
    for phrase in phrases_of(words):
        for m in phrase.pattern.finditer(body, words[0].start, words[-1].end):
            text = body[m.end() : date_start] if m.end() <= date_start else body[date_end : m.start()]
            score = phrase.weight - 0.11 * min(len(text.split()), 22)
            if not ahead and body.endswith("to ", 0, m.start()):
                score -= 2.2 if spoken else 1.2  # "were invited to become a member"
            row = Trigger(rest=(), kind=phrase.kind, way="verb", weight=phrase.weight)
            told = Found(row, phrase.kind, m.start(), m.end(), score, body[m.start() : m.end()])
            if best is None or score > best.score:
                best = told
            if phrase.kind in _ACTS and m.end() <= date_start and (act is None or score > act.score):
                act = told
    if (
        best is not None
        and deed is not None
        and best.trigger.way == "noun"
        and best.kind in ("meeting", "summit")
        and best.start >= date_end
        and AT_A.search(body, date_end, best.start)
    ):
        return deed  # "signed the declaration on Sunday at the 21st summit"
    if (
        best is not None
        and act is not None
        and best.trigger.way == "noun"
        and best.kind in ("meeting", "summit")
        and act.end < best.start
        and act.score > 0.6
        and AT_A.search(body, act.end, best.start)
        and not SUBORDINATOR.search(body, act.end, best.start)
    ):
        return act
    return best


def _talks(kind: Classification, verb: str) -> bool:
    return verb.lower() in _CALLED_OFF or (kind == "statement" and verb.lower() not in _MAKES_KNOWN)


#: "condemned the attack", "boycotted its drills", "appealed for the lifting of all sanctions": the verb is the news, not its object
_OBJECT = re.compile(
    r"(?: (?:on|for|against|of|to|about|over))?(?: on (?:[A-Z]\w+|\d+ [A-Z]\w+),?)?(?: (?!at\b|during|in\b|that\b|after|before|when|while|as\b|an?\b|he\b|it\b|they\b|had|has|have|was|were|would|will)[\w.’'&()-]+){0,7} ",
    re.IGNORECASE,
)
#: between a day and the noun that it belongs to: "the 17 May Oslo Summit"
_ITS_DAY = re.compile(r"(?:['’]s)?(?: [A-Z][\w’'-]*){0,4} ?")
_CALLED_OFF = frozenset(
    "boycotted boycotting boycott skipped postponed cancelled canceled proposed suggested recognised recognized".split()
)
#: by these a happening is made known, and it is the news
_MAKES_KNOWN = frozenset(
    "said says say saying announced announces announce declared declares confirmed confirms reported revealed told tells stated".split()
)
_FRONT = re.compile(
    r"[\s“\"]*(?:(?:on|in|by|at|during|since|late|early|earlier|later|meanwhile|also|and|but|then)[ ,]+){0,3}",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\bto (?:(?:hold|attend|take part in|participate in|join) (?:[\w’'-]+ ){0,6})?$", re.IGNORECASE)
_WISHED_FOR = re.compile(
    r"\b(?:call(?:ed|s|ing)? (?:for|on)|urg(?:ed|es|ing)|demand(?:ed|s|ing)|pledg(?:ed|es|ing)|promis(?:ed|es|ing)|advocat(?:ed|es|ing)|"
    r"vow(?:ed|s|ing)|sought|seeks?|promot(?:e|ed|es|ing)|expand(?:ed|s|ing)?|deepen(?:ed|s|ing)?|boost(?:ed|s|ing)?|enhanc(?:e|ed|es|ing)|strengthen(?:ed|s|ing)?)\b"
)
_NEVER = frozenset(("not", "never", "cannot", "nor"))
_PURPOSE = re.compile(
    r"\b(?:meetings?|session|talks|consultations|conference|preparator\w+|prepare)\b[^,;.]{0,30}?\b(?:for|ahead of|before|prepare(?: for)?|preparations? for) (?:the |this |an? |their |its )?(?:next |coming |upcoming |forthcoming )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:said|says|announced|told|stated|declared)\b")
_SAYS_THAT = re.compile(r"\b(?:said|says|announced|told [\w ’'-]{2,30}|stated|declared) that\b")
_ACTS: tuple[Classification, ...] = ("accession", "appointment", "founding")


def _nouns_of(*kinds: Classification) -> frozenset[str]:
    """The single words that are nouns of these kinds."""
    return frozenset(
        word for word, rows in TRIGGERS.items() if any(not t.rest and t.way == "noun" and t.kind in kinds for t in rows)
    )


#: nouns that name a meeting, exercise or visit
_NAMES_ONE = _nouns_of("meeting", "summit", "exercise", "visit")
#: nouns that are themselves the happening: "accession protocols", "summit declaration"
_HEADS = _nouns_of("agreement", "statement", "publication", "meeting", "initiative")
