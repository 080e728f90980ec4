"""Past tense -> present tense, for headlines."""

from __future__ import annotations

import re
from functools import lru_cache

_BASE: dict[str, str] = {
    "met": "meet", "said": "say", "told": "tell", "held": "hold", "took": "take", "began": "begin", "came": "come",
    "went": "go", "left": "leave", "flew": "fly", "spoke": "speak", "led": "lead", "sent": "send", "won": "win",
    "gave": "give", "became": "become", "chose": "choose", "struck": "strike", "wrote": "write", "fell": "fall",
    "signed": "sign", "agreed": "agree", "pledged": "pledge", "vowed": "vow", "attended": "attend", "arrived": "arrive",
    "visited": "visit", "joined": "join", "announced": "announce", "approved": "approve", "adopted": "adopt",
    "ratified": "ratify", "discussed": "discuss", "chaired": "chair", "hosted": "host", "addressed": "address",
    "warned": "warn", "urged": "urge", "condemned": "condemn", "launched": "launch", "opened": "open", "ended": "end",
    "concluded": "conclude", "backed": "back", "received": "receive", "appointed": "appoint", "named": "name",
    "elected": "elect", "resigned": "resign", "proposed": "propose", "released": "release", "issued": "issue",
    "published": "publish", "suspended": "suspend", "invaded": "invade", "killed": "kill", "seized": "seize",
    "gathered": "gather", "endorsed": "endorse", "unveiled": "unveil", "inspected": "inspect", "reaffirmed": "reaffirm",
    "reiterated": "reiterate", "called": "call", "declared": "declare", "stressed": "stress", "rejected": "reject",
    "welcomed": "welcome", "expressed": "express", "confirmed": "confirm", "denied": "deny", "accused": "accuse",
    "travelled": "travel", "traveled": "travel", "departed": "depart", "participated": "participate", "refused": "refuse",
    "decided": "decide", "voted": "vote", "withdrew": "withdraw", "submitted": "submit", "presented": "present",
    "extended": "extend", "reviewed": "review", "briefed": "brief", "passed": "pass", "founded": "found",
    "picked": "pick", "selected": "select", "imposed": "impose", "lifted": "lift", "deployed": "deploy",
    "renewed": "renew", "commended": "commend", "praised": "praise", "hailed": "hail", "demanded": "demand",
    "appealed": "appeal", "invited": "invite", "handed": "hand", "criticised": "criticise", "criticized": "criticize",
    "granted": "grant", "promised": "promise", "ordered": "order", "postponed": "postpone", "cancelled": "cancel",
    "headed": "head", "toured": "tour", "celebrated": "celebrate", "marked": "mark", "recognised": "recognise",
    "recognized": "recognize", "expelled": "expel", "boycotted": "boycott", "skipped": "skip", "froze": "freeze",
}  # fmt: skip
#: Plain present forms: of a dated happening they say what is scheduled.
PRESENT: frozenset[str] = frozenset(_BASE.values()) | {"start", "close", "convene", "train"}
_AUXILIARY = frozenset("has have had was were is are be been being will would to not having get got".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten both".split())
_SINGULAR = frozenset("states nations philippines netherlands emirates press news congress".split())
_S = re.compile(r"(?:s|x|z|ch|sh|o)$")


def third(verb: str) -> str:
    """ "meet" -> "meets", "carry" -> "carries"."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if _S.search(verb) else "s")


_COUNTED = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|most|all|both|\d+) ", re.IGNORECASE
)


#: "State Councillor and Minister of Defence X": two titles of one
_TWO_TITLES = re.compile(
    r"\b(?:Minister|Councill?or|President|Premier|Secretary|Chairman|Member|Chief) and (?:[\w-]+ ){0,4}(?:Minister|Secretary|President|Commander|Chief|Head|Chairman)\b"
)


def is_plural(subject: str) -> bool | None:
    """Whether the subject takes a plural verb; None where that is hard to tell."""
    if _COUNTED.match(subject.strip()):
        return True
    if re.search(r"\band (?:his|her|its|their) ", subject):
        return True  # "the Minister of Defence of A and her counterparts"
    subject = re.sub(r"^\s*(?:and|but) ", "", subject, flags=re.IGNORECASE)
    text = re.split(r",| (?:of|from|in|at|for|with|on|by) ", subject.strip().replace("\0", ""))[0].strip()
    words = re.findall(r"[A-Za-zÀ-ž’'-]+", text)
    while len(words) > 1 and (
        words[-1].lower() in ("also", "later", "then", "again", "both", "last", "first")
        or words[-1].lower().endswith("ly")
    ):
        words.pop()
    if not words:
        return None
    if " and " in f" {text} " and not _TWO_TITLES.search(text):
        return True
    last = words[-1]
    if last.lower() in _NUMBERS:
        return True  # "The two"
    if last.lower() in _SINGULAR:
        return False
    if (
        last[0].isupper()
        and len(words) > 1
        and not last.lower().endswith(
            (
                "ministers",
                "leaders",
                "chiefs",
                "presidents",
                "allies",
                "members",
                "partners",
                "forces",
                "troops",
                "officials",
                "delegations",
            )
        )
    ):
        return False
    return last.lower().endswith("s") and not last.lower().endswith(("ss", "us", "is"))


_HAS_OBJECT = frozenset(
    "held signed issued released published launched adopted approved proposed appointed elected suspended seized unveiled submitted presented received backed ratified endorsed inspected".split()
)
_NO_OBJECT_AFTER = re.compile(
    r"(?:\s*(?:on |in |earlier |late )?\0)?\s*(?:,|(?:in|at|by|during|under|between|with|of|for|from|will|would|is|was|are|were|has|had|have)\b)"
)


_AND_DID = re.compile(r" and (?:[a-z]+ly )?[a-z]{3,}ed\b")
_DAY_BEFORE = re.compile(r"\s*\b(?:on|in|at|late|early|later)?\s*\0")


@lru_cache(maxsize=1024)
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b")


def present_of(text: str, verb: str) -> str:
    """`text` with the first `verb` in the present tense, where it is a plain past and its subject is plain to see."""
    verb = verb.strip()
    first, *rest = verb.split() or [""]
    base = _BASE.get(first.lower())
    if base is None:
        return text
    found = _word(verb).search(text)
    if found is None and rest:  # a phrase out of which a date was taken
        found, rest = _word(first).search(text), []
    if found is None:
        return text
    if first.lower() in _HAS_OBJECT and _NO_OBJECT_AFTER.match(text, found.end()):
        return text  # "the deal signed in A will cut tariffs": a participle
    if _AND_DID.search(text, found.end()):
        return text  # "killed four people and injured more": both or neither
    before = text[: found.start()].rstrip(" \0")
    words = before.split()
    if words and words[-1].strip("\0").lower() in ("that", "which", "who", "whom", "whose", "where"):
        return text  # "the quake that struck A has left 19 dead"
    if not words or words[-1].strip("\0").lower() in _AUXILIARY or text[found.end() :].lstrip().startswith("by "):
        return text
    if "," in before or any(w.lower().strip(",.") in _BASE or w.lower() in _AUXILIARY - {"to", "not"} for w in words):
        return text
    clean = _DAY_BEFORE.sub("", text[: found.start()]).rstrip()
    plural = is_plural(clean)
    if plural is None:
        return text
    changed = " ".join([base if plural else third(base), *rest])
    return text[: found.start()] + changed + text[found.end() :]
