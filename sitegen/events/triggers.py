"""The words of the table in a clause, without those that say something else there: "another sign of", "an open letter"."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.events.clauses import Word
from sitegen.events.lexicon import BELOW, NOT_TOP, TOP, TRIGGERS, Trigger

_NO_VERB_AFTER = frozenset("a an another no any the clear strong first some more other every positive good".split())


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
        if word.lower in _TO_JOIN and _is_only_about(words, i):
            continue  # "to begin talks on joining", "rules for the admission of": nobody has joined
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


def _is_only_about(words: Sequence[Word], i: int) -> bool:
    """Whether word `i` only tells what talks or rules are about."""
    before = i - 2 if i and words[i - 1].lower in ("the", "their", "its", "a", "an") else i - 1
    return before > 0 and words[before].lower in ("on", "for", "of") and words[before - 1].lower in _TALKS_ON


_JOINS = frozenset("joined joins join joining rejoined re-joined".split())
_NO_BODY = frozenset(
    "meeting meetings talks call session summit exercise exercises drill drills plan programme program effort efforts fight campaign "
    "protest protests race list chorus forces hands him her them counterparts negotiations search mission war operation strike".split()
)
_TO_JOIN = frozenset(("joining", "accession", "membership", "admission"))
_TALKS_ON = frozenset(
    "talks negotiations consultations procedure procedures process application rules regulation regulations criteria conditions "
    "requirements guidelines terms statute provisions principles framework".split()
)
_GUESTS = frozenset(
    "minister ministers president premier secretary chief counterpart counterparts delegation delegations leader leaders envoy general admiral chancellor "
    "king emir commander official officials dignitaries chairman parliamentarians speaker".split()
)
_NO_GUEST = frozenset("the a an his her its their this that several some many".split())


def is_name(body: str, words: Sequence[Word], i: int) -> bool:
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


def is_top(words: Sequence[Word], i: int, j: int) -> bool:
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
