"""Headlines of changes of office: "Anatoly Berg is appointed Minister of Defence of Russia", "Sherali Moor is replaced"."""

from __future__ import annotations

import re

from sitegen.events.candidates import Candidate
from sitegen.events.cutting import LIMIT
from sitegen.model import Annotations, Article, EventRecord, PersonMention

_PASSIVE = re.compile(
    r"\b(?<!to )(?:was|were|is|are|been|being|be|gets?|got)(?: (?:[a-z]+ly|also|then))? "
    r"(?P<verb>appointed|named|nominated|elected|re-elected|reelected|sworn in|sworn into office|inaugurated|promoted|confirmed|chosen|reappointed|"
    r"replaced|dismissed|sacked|fired|removed|ousted|relieved|suspended|retired|succeeded)\b"
)
_APPOSED = re.compile(
    r", (?:newly |recently )?(?P<verb>appointed|named|elected|re-elected|dismissed|replaced|sacked|sworn in) "
)
_LEFT = re.compile(
    r"\b(?:has |had )?(?P<verb>resigned|stepped down|retired|took office|took over|was sworn in|took the oath)\b"
)
_ACTIVE = re.compile(
    r"\b(?P<verb>ousted|dismissed|sacked|removed|fired|toppled|overthrew|overthrown|deposed|appointed|named|elected|nominated|reappointed) (?=(?:[\w’'.-]+ ){0,8}?[A-Z])"
)
_NOW = {"resigned": "resigns", "stepped down": "steps down", "retired": "retires", "took office": "takes office", "took over": "takes over", "was sworn in": "is sworn in", "took the oath": "takes the oath"}  # fmt: skip
#: The post after the verb, up to what tells of day, place, reason or successor.
_POST = re.compile(r" (?:as |to be |to the post of |into office as )?(?:the |a |an )?(?P<post>[A-Za-z][\w’'-]*(?: (?!on\b|in\b|at\b|after\b|who\b|by\b|with\b|to\b|following\b|when\b|from\b|until\b|last\b|this\b|due\b|for\b|because\b|while\b|under\b|during\b|and\b)[\w’'-]+){0,7})")  # fmt: skip
_TAKES_POST = frozenset(
    "appointed named nominated elected re-elected reelected promoted confirmed chosen reappointed".split()
)
_NO_POST = re.compile(r"^(?:[a-z]+ly\b|yesterday|today|on|in|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|early|late)", re.IGNORECASE)  # fmt: skip


def _holders(annotations: Annotations, start: int, end: int) -> list[PersonMention]:
    return [m for m in annotations.people if start <= m.start and m.end <= end and m.name and not m.office]


def office_line(article: Article, annotations: Annotations, lead: Candidate, record: EventRecord) -> str | None:
    """Who comes to office or leaves it, by the verb that the clause says of them."""
    if record.classification != "appointment" or record.status == "planned":
        return None
    body, (start, end) = article.body, lead.clause
    begin = article.sentences[lead.sentence][0]
    for pattern in (_PASSIVE, _LEFT, _APPOSED):
        found = pattern.search(body, start, end)
        if found is None:
            continue
        who = _holders(annotations, begin, found.start())
        if not who or (len({m.name for m in who}) > 1 and found.start() - who[-1].end > 60):
            continue
        name, verb = who[-1].name, found["verb"]
        if pattern is _LEFT:
            return f"{name} {_NOW[verb]}"
        line = f"{name} is {verb}"
        post = _POST.match(body, found.end() - (1 if pattern is _APPOSED else 0), end) if verb in _TAKES_POST else None
        if post is not None and not _NO_POST.match(post["post"]):
            mention = next((m for m in annotations.dates if post.start("post") <= m.start < post.end("post")), None)
            told = body[post.start("post") : mention.start if mention else post.end("post")].strip(" ,")
            if told and len(line) + len(told) < LIMIT:
                line = f"{line} {told}"
        return line
    active = _ACTIVE.search(body, start, end)
    if active is not None:
        after = _holders(annotations, active.end(), min(end, active.end() + 80))
        verb = {"overthrew": "overthrown"}.get(active["verb"], active["verb"])
        if after and not re.search(r"[,;]| (?:that|which|who) ", body[active.end() : after[0].start]):
            return f"{after[0].name} is {verb}"
    return None
