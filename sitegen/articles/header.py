"""What stands above a story: headline, byline, outlet, date lines; each line read by its form and its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen.articles.outlets import outlet_named
from sitegen.articles.stated import Stamp, has_short_year, stamps

#: Words on a date line that say nothing of the date: times, zones, editions, places of work.
_NOISE = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d{3,4}\s?(?:hrs|hours|gmt|utc)|hrs?|hours|noon|midnight"
    r"|(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?|gmt|utc|ist|pkt|pst|est|edt|et|pt|msk|cst|bjt|jst|cet|cest|bst|irst|sgt|wib|[+-]\d{1,2}(?::?\d\d)?"
    r"|moscow time|local time|beijing time|london time|new york time|min(?:ute)?s? read)\b\.?|[+-]\d\d:?\d\d\b",
    re.IGNORECASE,
)  # fmt: skip
_LABEL = re.compile(
    r"\b(?P<first>(?:first |originally )?(?:published|posted|issued|released|uploaded|created)(?: (?:on|at|in|online))?"
    r"|publication date|publish(?:ed)? date|pub(?:lish)? ?date|date published|date posted|post(?:ed)? date|release date|date of (?:publication|release|issue)|date(?:d)?|datetime|publishing time|pubtime|release time|for immediate release|for release)\b"
    r"|\b(?P<update>(?:last |latest |most recently )?(?:updated|modified|edited|revised|reviewed|changed)(?: (?:on|at))?|last update|update(?: date| time)?|modification date|date (?:modified|updated))\b"
    r"|\b(?P<clock>today(?:'s|’s)? (?:paper|date|is|epaper|e-paper)|today|now|e-?paper|print edition)\b"
    r"|\b(?P<visit>view(?:ed)? date|current (?:date|time)|date of view|accessed|retrieved|printed|page saved|visited|cached|archived)\b",
    re.IGNORECASE,
)  # fmt: skip
_QUIET = frozenset(
    """by in at on of from for the and to with a an is staff reporter reporters correspondent writer bureau desk page print
    issue edition agencies agency news special our own web report last time no vol volume new source section via
    press release online world publish share print am pm ago adjust font size text year years month months week weeks day days hour hours minute minutes views read comments h hr min city place through
    """.split()
)
_BYLINE = re.compile(
    r"[\s\W]{0,3}(?:(?:reported |written |story |text |posted |compiled |published |report |words |article |submitted )?by(?: line)?:?|author:|from our|from)\s+"
    r"(?P<name>[^\s|•·,;(/][^|•·;(]{1,80}?)\s{0,3}(?:$|[|•·;(].*|,\s.*|\s[-–—]\s.*)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:dr|prof|lt|col|gen|maj|capt|sgt|mr|ms|mrs)\.? )?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|al|bin|de|van|von|ur|ul|and|&|der)){1,6}",
)
_ROLE = re.compile(
    r"\W*(?:(?:our|a|the|by|from)?\s?(?:own|special|staff|senior|chief|diplomatic|defen[cs]e|political|web|online|news|express|our|agency|bureau|foreign)?\s?(?:staff|correspondents?|reporters?|writers?|bureau|desk|report|news service|web desk|news desk|agencies|monitoring desk|monitor|editorial team|news agency|editor|columnist|contributor))(?:\s\w+)?\W*",
    re.IGNORECASE,
)


#: "Name (Outlet)", "Name, Outlet", "Name | Correspondent".
_SIGNED = re.compile(rf"(?P<name>{_NAME.pattern})\s?(?:[(|,/–-]|\s-\s)\s?(?P<house>[^()|]{{2,40}})\)?")
_PARTICLES = frozenset(("bin", "al", "de", "van", "von", "ur", "and", "ul", "der"))


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that stamps a date. `labels` match `stamps`: first, update, clock, visit or "" (bare). `rest` is what else stands there."""

    stamps: tuple[Stamp, ...]
    labels: tuple[str, ...]
    rest: str


_WORD = re.compile(r"[^\W\d_][\w’'.&/-]*")
_WHERE = re.compile(r" (?:in|on|at|for|from) ")
_PARTED = re.compile(r"\s?[|•·»/()\[\],;]\s?|\s[-–—]\s|\bby\b|:")
_BARS = re.compile(r"[|•·]")
_PARTS = re.compile(r"[|•·»/)\]\n–—]| - |\bby\b", re.IGNORECASE)
_MAY_STAMP = re.compile(r"\d[./-]\d{1,2}[./-]\d\d|(?:1[89]|20)\d\d")


@lru_cache(maxsize=64)
def date_line(text: str) -> DateLine | None:
    """The line as a date line, or None where a date stands in running text or in a headline."""
    if len(text) > 260 or not _MAY_STAMP.search(text):
        return None
    full = stamps(text)
    if not full and not has_short_year(text):
        return None
    labels = list(_LABEL.finditer(text))
    found = stamps(text, short_years=True) if labels or len(text) < 30 else full
    if not found:
        return None
    found.sort(key=lambda s: s.start)
    kinds = []
    here = 0
    for stamp in found:
        near = [m for m in labels if here <= m.start() and m.end() <= stamp.start + 1 and stamp.start - m.end() <= 45]
        kinds.append(near[-1].lastgroup or "" if near else "")
        here = stamp.end
    rest = text
    for stamp in reversed(found):
        rest = f"{rest[: stamp.start]} | {rest[stamp.end :]}"
    rest = _LABEL.sub(" ", _NOISE.sub(" ", rest))
    words = _WORD.findall(rest)
    # Words of another script beside a date are that language's labels.
    words = [w for w in words if w[0] < "\u0370"]
    loud = [w for w in words if w[0].islower() and w.casefold().rstrip(".") not in _QUIET]
    if _has_date_alone(text, found):
        return DateLine(tuple(found), tuple(kinds), " ".join(rest.split()).strip(" ,;:-–—·•|"))
    if len(loud) > (3 if _BARS.search(text) else 1) or len(words) > (14 if any(kinds) else 9):
        return None
    first = text[: found[0].start].strip()
    inside = not any(kinds) and len(words) > 4 and not _PARTS.search(text)
    if inside and len(found) == 1 and first and _NOISE.sub("", text[found[0].end :]).strip(" .,|()-"):
        return None
    if loud and not any(kinds) and is_sentence(text):
        return None
    return DateLine(tuple(found), tuple(kinds), " ".join(rest.split()).strip(" ,;:-–—·•"))


def _has_date_alone(text: str, found: list[Stamp]) -> bool:
    """A page's title as browsers show it, with a date between bars: "Ministers meet in Lima | News | The Post | 05.06.2017"."""
    parts = text.split("|")
    return len(parts) >= 3 and any(part.strip() == stamp.text.strip(" |,") for part in parts for stamp in found)


def is_sentence(text: str) -> bool:
    return text.rstrip("\"”’')").endswith((".", "!", "?")) and text.count(" ") >= 5


def byline(text: str) -> str | None:
    """The author that a byline names; "" for a byline without a name ("By a Staff Writer"); None: no byline."""
    if len(text) > 160:
        return None
    found = _BYLINE.fullmatch(text)
    if found:
        name = _WHERE.split(found["name"].strip(" .,*_"), maxsplit=1)[0]
        if is_sentence(text) and (text.count(" ") > 7 or not _NAME.fullmatch(name)):
            return None  # "By Friday, the ministers will have agreed."
        if text.lower().lstrip().startswith("from") and not _NAME.fullmatch(name):
            return None
        lower = [w for w in name.split() if w[0].islower() and w.casefold() not in _QUIET and w not in _PARTICLES]
        if len(name.split()) <= 10 and len(lower) <= 1:
            return name if name[:1].isupper() and not _ROLE.fullmatch(name) else ""
        return None
    if is_sentence(text):
        return None
    if (signed := _SIGNED.fullmatch(text)) and (outlet_named(signed["house"]) or _ROLE.fullmatch(signed["house"])):
        return signed["name"]
    return "" if _ROLE.fullmatch(text) else None


def person_line(text: str) -> bool:
    """A line that is nothing but two to five words in capitals, as a reporter's name is."""
    return len(text) <= 60 and _NAME.fullmatch(text) is not None and 2 <= len(text.split()) <= 5


def outlet_in(rest: str) -> str | None:
    """The outlet among the parts of a date line or byline; a listed one, else None."""
    for part in _PARTED.split(rest):
        row = outlet_named(part)
        if row:
            return row.name
    for count in (3, 2, 1):
        words = rest.split()
        for i in range(len(words) - count + 1):
            row = outlet_named(" ".join(words[i : i + count]))
            if row and (count > 1 or len(words) <= 6):
                return row.name
    return None


_SOURCE = re.compile(
    r"[\s\W]{0,3}(?:source|sources|courtesy|publisher|published (?:in|by)|from|来源|publication)\s?[:：]?\s+(?P<name>[^|:]{2,60}?)\s{0,2}(?:[|,(].*)?",
    re.IGNORECASE,
)


def source_line(text: str) -> str | None:
    """The outlet of "Source: X"."""
    if len(text) > 120 or not (found := _SOURCE.fullmatch(text)):
        return None
    row = outlet_named(found["name"])
    if row:
        return row.name
    named = re.match(r"\W*source", text, re.IGNORECASE) and not re.match(
        r"(?:of|for|in|with|via|from|agenc(?:y|ies)|various|own|staff)\b", found["name"], re.IGNORECASE
    )
    return found["name"].strip(" .") if named else None
