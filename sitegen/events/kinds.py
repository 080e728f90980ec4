"""What kind of happening a clause reports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from sitegen.events.clauses import Word, words_of
from sitegen.events.lexicon import BELOW, LIGHT, NOT_TOP, TOP, TRIGGERS, Trigger
from sitegen.events.patterns import (
    AT_A,
    SETTING,
    SUBORDINATOR,
    THAT,
)
from sitegen.events.phrases import PHRASES, Phrase
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
_NO_VERB_AFTER = frozenset("a an another no any the clear strong first some more other every positive good".split())


def _phrases_of(words: Sequence[Word]) -> list[Phrase]:
    """The phrases of whose words one stands there."""
    present = _PHRASES_OF.keys() & [w.lower for w in words]
    return [PHRASES[n] for n in sorted({n for word in present for n in _PHRASES_OF[word]})] if present else []


def triggers_in(words: Sequence[Word]) -> list[tuple[Trigger, int, int]]:
    """Triggers with the indexes of their first and last word; the longest form at each place."""
    out: list[tuple[Trigger, int, int]] = []
    covered = -1  # last word of the longest form found so far: "conference" of "press conference" is no meeting
    lowers = [word.lower for word in words]
    for i in [i for i, low in enumerate(lowers) if low in TRIGGERS or not low.isalpha()]:
        if i <= covered:
            continue
        word, rows = words[i], TRIGGERS.get(lowers[i])
        if word.lower == "dialogue" and i + 1 < len(words) and words[i + 1].lower.startswith("partner"):
            continue  # a status, no talks
        if word.lower in ("sign", "signs") and i and words[i - 1].lower in _NO_VERB_AFTER:
            continue  # "another sign of openness"
        if (
            word.lower == "visiting"
            and any(w.lower in _GUESTS for w in words[i + 1 : i + 5])
            and words[i + 1].lower not in _NO_GUEST
        ):
            continue  # "with visiting Defence Minister X": a guest, and no visit to him
        if (
            word.lower in _TO_JOIN
            and i > 1
            and words[i - 1].lower in ("on", "for", "of")
            and words[i - 2].lower in _TALKS_ON
        ):
            continue  # "to begin talks on joining": nobody has joined
        if (
            word.lower in ("came", "comes")
            and i + 3 < len(words)
            and words[i + 3].lower in ("end", "close", "agreement", "halt")
        ):
            continue  # "came to an end": no journey
        if word.lower in _ACCESSION and i > 1 and words[i - 1].lower in ("of", "on") and words[i - 2].lower in _PAPERS:
            continue  # "signed the treaty of accession"
        if i + 1 < len(words) and words[i + 1].lower in _NO_HAPPENING.get(word.lower, ()):
            continue  # "a founding father", "its membership bid"
        if word.lower in _JOINS and any(w.lower in _NO_BODY for w in words[i + 1 : i + 7]):
            continue  # "rejoined the meeting", "joined its action plan"
        if word.lower == "left" and i and words[i - 1].lower in ("is", "are", "was", "were", "be", "been", "what"):
            continue  # "what is left to do"
        if word.lower == "created" and i and words[i - 1].lower in _ARISEN:
            continue  # "the vacancy created by his removal"
        if word.lower == "open" and i and words[i - 1].lower in _NO_VERB_AFTER:
            continue  # "an open letter"
        if word.lower == "took" and i + 1 < len(words) and words[i + 1].lower == "up":
            continue  # what is taken up is talked of
        if word.lower == "concluded" and _PAPERS.isdisjoint([w.lower for w in words[max(0, i - 8) : i + 8]]):
            out.append((_CONCLUDED, i, i))  # a visit or a session; it lends its tense as "ended" does
            continue
        if word.lower in ("engaged", "engages") and _TALKS.isdisjoint([w.lower for w in words[i + 2 : i + 8]]):
            continue  # "engaged in clashes"
        if word.lower == "handed" and not _ACCESSION.isdisjoint([w.lower for w in words[i + 1 : i + 10]]):
            out.append((_ACCEDED, i, i))  # "handed over the instruments of accession"
            continue
        if word.lower == "accused" and i + 1 < len(words) and words[i + 1].lower == "of":
            continue  # "A, accused of ordering": who is charged says nothing
        if word.lower == "video" and i and words[i - 1].lower in ("via", "by", "through", "over"):
            continue  # how they met, and not what
        for trigger in rows or ():
            n = len(trigger.rest)
            if n == 0 or tuple(lowers[i + 1 : i + 1 + n]) == trigger.rest:
                out.append((trigger, i, i + n))
                covered = i + n
                break
        else:
            if not word.lower.isalpha():
                found = next((t for stem in _stems(word.lower) for t in TRIGGERS.get(stem, ()) if not t.rest), None)
                if found is not None:
                    out.append((found, i, i))
    return out


#: What comes about of itself: nobody founds it.
_ARISEN = frozenset(
    "vacancy vacancies gap gaps void vacuum situation conditions problem problems tension tensions crisis opportunity "
    "opportunities threat threats uncertainty confusion demand jobs chaos difficulties challenges risk risks momentum".split()
)
#: a noun of the table -> words behind it that make of both another thing, which has not come to pass
_NO_HAPPENING: dict[str, frozenset[str]] = {
    "founding": frozenset(
        "father fathers mother member members document documents principles principle president chairman director "
        "editor editors charter generation states nations".split()
    ),
    "membership": frozenset(
        "action plan bid bids ambitions ambition aspirations aspiration hopes prospects prospect criteria fee fees dues "
        "path perspective talks negotiations drive requirements conditions application applications card".split()
    ),
    "exercise": frozenset(("restraint", "caution", "control", "its", "their", "his", "her")),
}
_PAPERS = frozenset(
    "agreement agreements treaty treaties pact pacts accord accords deal deals contract contracts memorandum memoranda memorandums mou mous protocol "
    "protocols convention arrangement arrangements partnership armistice truce ceasefire peace document documents declaration".split()
)
_TALKS = frozenset("talks discussions dialogue consultations negotiations meeting meetings conversation".split())
_CONCLUDED = next(t for t in TRIGGERS["ended"] if not t.rest)
_ACCEDED = next(t for t in TRIGGERS["acceded"] if not t.rest)
_ACCESSION = frozenset(("accession", "admission", "membership"))
_JOINS = frozenset("joined joins join joining rejoined re-joined".split())
_NO_BODY = frozenset(
    "meeting meetings talks call session summit exercise exercises drill drills plan programme program effort efforts fight campaign "
    "protest protests race list chorus forces hands him her them counterparts negotiations search mission war operation strike".split()
)
_TO_JOIN = frozenset(("joining", "accession", "membership", "admission"))
_TALKS_ON = frozenset(("talks", "negotiations", "consultations", "procedure", "procedures", "process", "application"))
_GUESTS = frozenset(
    "minister ministers president premier secretary chief counterpart counterparts delegation delegations leader leaders envoy general admiral chancellor "
    "king emir commander official officials dignitaries chairman parliamentarians speaker".split()
)
_NO_GUEST = frozenset("the a an his her its their this that several some many".split())


def _is_name(body: str, words: Sequence[Word], i: int) -> bool:
    """Whether a verb's form is part of a name, by the capitals beside it: "Mark Rutte", in a text that writes small words small."""
    if not body[words[i].start].isupper():
        return False
    beside = [words[k] for k in (i - 1, i + 1) if 0 <= k < len(words)]
    if not any(
        body[w.start].isupper() and 0 <= max(w.start - words[i].end, words[i].start - w.end) <= 1 for w in beside
    ):
        return False
    return any(body[w.start].islower() and len(w.lower) > 3 for w in words[max(0, i - 6) : i + 7])


def _stems(word: str) -> tuple[str, ...]:
    """What a form with an apostrophe or a hyphen may stand for: "ministers'", "Meeting-Plus"."""
    whole = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    head, _, tail = whole.partition("-")
    return (whole, head) if tail in ("plus", "turned") else (whole,)


def _top(words: Sequence[Word], i: int, j: int) -> bool:
    """A meeting of leaders: heads of state before the verb, or "of the leaders" after the noun."""
    for word in reversed(words[max(0, i - 14) : i]):
        if word.lower in BELOW:
            break
        stem = word.lower.rstrip("'’")
        if stem in TOP:
            at = words.index(word)
            if stem == "heads" and at + 2 < len(words) and words[at + 2].lower in ("state", "government"):
                return True
            return words[at - 1].lower not in NOT_TOP if at else True
    if any(w.lower.rstrip("'’") in TOP for w in words[:2]) and not any(w.lower in BELOW for w in words[:i]):
        return words[1].lower not in NOT_TOP and words[0].lower not in NOT_TOP
    after = [w.lower for w in words[j + 1 : j + 7]]
    if after[:4] == ["at", "the", "level", "of"]:
        after = after[3:] + [w.lower for w in words[j + 7 : j + 10]]
    if after[:1] == ["of"]:
        for form in after[1:]:
            if form in BELOW:
                return False
            if form in TOP:
                return True
    return False


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
        if trigger.way == "verb" and i and _is_name(body, words, i):
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
        if kind == "meeting" and _top(words, i, j):
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
    for phrase in _phrases_of(words):
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
            return "summit" if trigger.kind == "meeting" and _top(after, i, j) else trigger.kind
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
        if any(a <= first.start < b for a, b in names) or (trigger.way == "verb" and i and _is_name(body, words, i)):
            continue
        kind: Classification = "summit" if trigger.kind == "meeting" and _top(words, i, j) else trigger.kind
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
    for phrase in _phrases_of(words):
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
        for p in _phrases_of(words_of(body, (start, end)))
        if (m := p.pattern.search(body, start, end))
    ]
    return max(found)[1:] if found else None
