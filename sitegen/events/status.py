"""Whether a happening has occurred or is planned: by its date, else by the tense of the verb that tells it."""

from __future__ import annotations

import datetime
import re

from sitegen.edtf import bounds, is_day
from sitegen.events.clauses import Span
from sitegen.events.kinds import Found
from sitegen.events.patterns import AHEAD, BEHIND, COMES, COMING, GOVERNING, LIGHT_AFTER, WAS, WISHED
from sitegen.events.tense import PRESENT
from sitegen.model import DateMention, Happening


def status_of(text: str, edtf: str, published: datetime.date | None) -> tuple[Happening, str]:
    """Occurred or planned, as of the article, and why: by the date where it decides, else by the tense."""
    first, last = bounds(edtf)
    if published is not None:
        if first is not None and first > published:
            return "planned", "later than the publication day"
        if last is not None and last < published:
            return "occurred", "earlier than the publication day"
    ahead = AHEAD.search(text)
    if ahead and not (published is not None and first == last == published and BEHIND.search(text)):
        return "planned", f'"{ahead[0].strip()}" looks ahead'
    return "occurred", "told as done"


def tense_of(body: str, found: Found | None, clause: tuple[int, int]) -> Happening | None:
    """Occurred or planned by the words about the trigger alone; None where they leave it open ("the June summit")."""
    if found is None:
        return None
    before = body[max(clause[0], found.start - 48) : found.start]
    after = body[found.end : min(clause[1], found.end + 60)]
    if found.trigger.way == "verb":
        if WISHED.search(before):
            return "occurred"
        if COMING.search(before):
            return "occurred" if _BECAME.match(after) else "planned"
        first = found.words.lower().split()[0]
        present = first in PRESENT or (first.endswith("s") and not first.endswith("ss"))
        if present and found.kind != "statement":
            return "planned"  # "opens on Friday", "which end on 18 July"
        return "occurred"
    light = LIGHT_AFTER.match(after)
    if light:
        if AHEAD.search(light[0]) or COMES.search(light[0]):
            return "planned"
        return "occurred" if WAS.search(light[0]) else None
    if AHEAD.search(after) or re.search(
        r"\b(?:forthcoming|upcoming|next|coming|planned|future)\b[^,;]{0,20}$", before, re.IGNORECASE
    ):
        return "planned"
    verb = GOVERNING.search(before)
    if verb:
        return "planned" if verb["ahead"] else "occurred"
    return None


#: "the decision that A would join became known in May": the date is that of the later verb
_BECAME = re.compile(
    r"(?: (?!which\b|that\b|who\b)[\w’'-]{1,30}){1,8}? (?:became|came|was|were) (?!born\b)", re.IGNORECASE
)
_YET = re.compile(
    r"\b(?:will|shall|would|won['’]t|to be|(?:is|are) (?:to|due|set|scheduled|expected|slated|likely)|due|scheduled|slated|plans? to|later today|tonight)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?<!to )(?:starts|begins|opens|kicks off|commences|gets under way|gets underway) (?:here )?(?:on )?$",
    re.IGNORECASE,
)
_HAS_SAID = re.compile(r"\b(?:said|announced|told|added|stated|confirmed)\b")
_WHICH = re.compile(r", (?:which|who|where|whom|whose)\b")


_SOURCE = re.compile(r",[\"”’]? (?:[\w.’'()-]+ ){1,9}$")
_SOURCE_END = re.compile(r"(?: (?:in|at|to|on) (?:[\w.’'-]+ ?){1,8})?[.,\"”]?\s*$")


def is_source(body: str, date_end: int, found: Found, end: int) -> bool:
    """Whether the verb only names the source of what is dated before it: "The ferry sank on Tuesday, local police said"."""
    comma = body.rfind(",", date_end, found.start)
    return (
        comma >= 0
        and _SOURCE.match(body[comma : found.start]) is not None
        and _SOURCE_END.match(body, found.end, end) is not None
    )


def status_in(
    body: str, found: Found | None, reach: Span, mention: DateMention, date: str, published: datetime.date | None
) -> tuple[Happening, str]:
    """By the date where it lies wholly before or after the publication day; else by the verb; else by the clause."""
    first, last = bounds(date)
    if published is not None and first is not None and last is not None and not first <= published <= last:
        return status_of("", date, published)
    told = tense_of(body, found, reach)
    if (
        told == "planned"
        and first == last == published
        and found is not None
        and found.kind == "statement"
        and found.trigger.way == "noun"
        and _HAS_SAID.search(body, *reach)
    ):
        return "occurred", "said on the publication day"
    if told != "occurred" and first == last == published and _STARTS.search(body, reach[0], mention.start):
        return "occurred", "it begins on the publication day"
    if told == "planned" and first == last == published and _YET.search(body, *reach) is None:
        return (
            "occurred",
            f'"{found.words if found else ""}" on the publication day',
        )  # "the summit opens on Sunday", of that day
    if told is not None:
        return told, f'"{found.words if found else ""}", by its verb'
    cut = _WHICH.search(body, mention.end, reach[1])
    text = body[reach[0] : cut.start() if cut else reach[1]]
    return status_of(text, date, published if is_day(date) else None)
