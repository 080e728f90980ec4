"""Which date of the sentence is the day a status began, and what of it may be said."""

from __future__ import annotations

import re

from sitegen.edtf import bounds
from sitegen.memberships.mask import Masked
from sitegen.model import DateMention

__all__ = ["begin_of", "date_after", "date_before", "effect_of", "is_later", "since"]

_DATE = re.compile(r"\x01d([0-9]+)\x02")
#: between a statement and its date lies no other clause and no other list
_GAP_AFTER = re.compile(
    r"[^;\x01]{0,70}(?:\x01o[0-9]+\x02[^;\x01]{0,40}|\b(?:with|alongside|and|like|as well as) (?:the )?\x01c[0-9]+\x02[^;:,\x01]{0,40}|(?<=, )\x01c[0-9]+\x02,? (?:in|on) )?\Z"
)
_WHEN = re.compile(r",? (?:when|that) (?:the |both )?\Z")
_OTHER_CLAUSE = re.compile(
    r", (?:and|but|while|which|who|with|when|where|after|before|as)\b| and \w+ed\b|\b(?:before|ahead of|until|will|next|joining|said|says|told|since (?:when|it|its|their|the)|"
    r"whose|although|though|because|after(?! (?:more than |nearly |almost |about |over |some )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+) (?:decades?|years?|months?|weeks?)\b)|following|hosted|held|hosts|holds|adopted|chaired|at a meeting)\b|[.:] | and (?:since|in|on) \Z"
)
#: "on the same day, 9 June 2017": the second says which
_SAME_DAY = re.compile(r"\b(?:same|that|this) ", re.IGNORECASE)
#: "In 2014, after the seizure of the islands, the body suspended"
_ASIDE = re.compile(r"\A, (?:after|following|amid|despite|because of|owing to) [^,;.:]{3,60}(?=,)")
_REPORT = re.compile(
    r"\b(?:said|says|told|that|since|after|when|noted|stressed|recalled|added|announced|reported|who|which|until|before|but)\b|; "
)
_SINCE = re.compile(
    r"(?: \([^()]{0,40}\))?,? (?:(?:ever )?since|(?:having )?(?:joining|joined|acceding|acceded)(?: it)? in) (?:early |late |mid-)?\x01d([0-9]+)\x02"
)


#: "membership will take effect from D", "effective D"
_EFFECT = re.compile(
    r"\b(?:tak(?:e|es|ing) (?:legal )?effect|(?:come|comes|coming|enter|enters|go|goes) into (?:force|effect)|with effect|effective|starting|beginning)"
    r"(?: (?:from|on|as of|in|at|the|start of|beginning of))* \x01d([0-9]+)\x02"
)


def effect_of(masked: Masked, start: int = 0) -> DateMention | None:
    """The day on which, the sentence says behind `start`, a thing takes effect."""
    match = _EFFECT.search(masked.text, start)
    return masked.dates[int(match[1])] if match else None


def since(masked: Masked, end: int) -> DateMention | None:
    """The day of "…, a NATO member since 1952"."""
    match = _SINCE.match(masked.text, end)
    return masked.dates[int(match[1])] if match else None


def date_after(masked: Masked, end: int) -> tuple[DateMention, int] | None:
    """The first date behind `end` in the same clause, with where it ends."""
    match = _DATE.search(masked.text, end, end + 130)
    if match is None:
        return None
    gap = masked.text[end : match.start()]
    if not _GAP_AFTER.match(gap) or _OTHER_CLAUSE.search(gap):
        return None
    if _SAME_DAY.search(masked.dates[int(match[1])].text):
        explicit = _DATE.match(masked.text, match.end() + 2)
        if explicit and masked.text.startswith(", ", match.end()):
            match = explicit
    return masked.dates[int(match[1])], match.end()


def date_before(masked: Masked, start: int, *, adjacent: bool = False) -> DateMention | None:
    """The last date before `start`, where the words between do not belong to another statement; `adjacent`: no words."""
    matches = list(_DATE.finditer(masked.text, max(0, start - 110), start))
    if not matches:
        return None
    match = matches[-1]
    gap = _ASIDE.sub("", masked.text[match.end() : start])
    if adjacent and gap.strip(" ,"):
        return None
    if _WHEN.match(gap):
        return masked.dates[int(match[1])]
    if "\x01c" in gap or _REPORT.search(gap):
        return None
    # "the meeting on Tuesday, the first since": another event's day
    if _REPORT.search(masked.text[max(0, match.start() - 1) : match.end()]):
        return None
    return masked.dates[int(match[1])]


def begin_of(edtf: str) -> str:
    """The start that a date allows to state: of a summit's two days the month, of an open interval its start."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return edtf
    if first in ("", "..") or last in ("", ".."):
        return first if first not in ("", "..") else last
    if first == last:
        return first
    common = 0
    for own, other in zip(first.split("-"), last.split("-"), strict=False):
        if own != other:
            break
        common += 1
    return "-".join(first.split("-")[:common]) if common else first


def is_later(edtf: str, published: str | None) -> bool:
    """Whether a date lies wholly after the day of publication: then nothing has begun yet."""
    if published is None:
        return False
    first, last = bounds(edtf)[0], bounds(published)[1]
    return first is not None and last is not None and first > last
