"""The opening of a wire story, "CITY, March 3 (AGENCY) --": place, day, agency, and where the story goes on.

Read part by part rather than by one pattern: every agency orders the same parts its own way. No gazetteer is needed:
what makes an opening is its form. A place stays as written but for capitals ("NEW DELHI" -> "New Delhi").
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sitegen.articles.outlets import Outlet, outlet_named
from sitegen.articles.stated import MONTHS, day_of, stamps

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁĽŃŅŇŌŐŒŘŚŞŠŤŪŮŰŲŹŻŽȘȚƏ"
_CAPS = rf"(?:ST\.? |MT\.? |FT\.? |AL-)?[{_UP}][{_UP}’'.-]*[{_UP}](?:[ -](?:DE|DO|DA|OF|AL|[{_UP}][{_UP}’'-]*[{_UP}])){{0,3}}"
_TITLE = rf"(?:St\.? |Mt\.? |Ft\.? )?[{_UP}][a-zà-öø-ÿ’'\u0100-\u024f]+(?:[ -](?:de|do|da|of|upon|al|el|la|on|[{_UP}][a-zà-öø-ÿ’'\u0100-\u024f]+)){{0,3}}"
_PLACE = re.compile(rf"[\s*_“\"(•–—-]{{0,4}}(?P<place>{_CAPS}|{_TITLE})(?![\w])")
#: "[JAKARTA] The ministers": the place in brackets.
_BRACKETED = re.compile(rf"\[(?P<place>{_CAPS})\]\s{{1,3}}(?=[“\"‘A-Z])")
_MONTH = r"(?P<{0}>jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DATE = re.compile(
    r"[\s,.–—|/(-]{0,4}(?:(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?[,.]? )?(?:on )?(?:"
    + _MONTH.format("m1") + r"[ .]?(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?[ -]" + _MONTH.format("m2") + r")(?:,? ?(?P<y>(?:19|20)\d\d)\b)?\)?"
    r"|[\s,.–—|/(-]{1,4}(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>(?:19|20)\d\d)\b\)?",
    re.IGNORECASE,
)  # fmt: skip
_AGENCY = re.compile(
    r"[\s,.–—-]{0,4}[(\[/]\s?(?P<name>[A-Za-z0-9][^()\[\]/\n]{0,38}(?:/ ?[A-Z0-9][^()\[\]/\n]{0,36})?)\s?[)\]/]"
)
_AGENCY_OPEN = re.compile(r"[\s,.–—|/-]{0,4}(?P<name>[A-Z0-9][\w.’']*(?: [A-Z][\w’']+){0,2})")
#: "CITY, August 28, 2012, Harbour-Plus -": any name between a date and a dash signs
_SIGNATURE = re.compile(r",? {1,2}(?P<name>[A-Z0-9][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,2}),?(?=\s?(?:--|[—–])\s)")
_REGION = re.compile(rf"(?:, ?| ?/| and | \(| \[)(?P<name>[{_UP}][\w.’'-]+(?: [{_UP}][\w.’'-]+){{0,2}})[)\]/]?(?![\w])")
_SEPARATOR = re.compile(r"\s{0,3}(?P<sign>(?:[.:,/]? ?(?:--+|[—–‒―]|-/|/-/|[-−](?=[\s“\"]|[A-Z]))+|:|\.(?=\s)|/\.|(?<=/)\.?|\|))[\s.:–—-]{0,4}")  # fmt: skip
#: "(MENAFN- News Agency (NA)) CITY, Oct 31 --": who passed it on, before the wire's own opening
_SYNDICATOR = re.compile(
    r"\s{0,3}[(\[][^()\[\]\n]{2,60}(?:\([^()\n]{1,24}\))?[^()\[\]\n]{0,12}[)\]]\s{0,2}[-–—:]?\s{0,2}(?=[A-Z])"
)
_DESKS = frozenset(
    ("news", "update", "report", "reports", "desk", "monitoring", "bureau", "online", "correspondent", "reporter")
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
#: Words in the place's position that name no place.
LABELS = frozenset(
    """analysis opinion background update updates updated breaking exclusive watch live video photo photos note editor
    question answer q a interview summary factbox timeline explainer comment news report reports review advisory urgent
    correction clarification read more also related source sources city date time place venue who what when where why how
    introduction conclusion abstract press release statement speech communique remarks transcript subject topic tags
    by from for the this that these those there here in on at it he she they we i you his her their our if as but and
    advertisement published posted caption file image world business politics top story stories headline headlines
    however meanwhile moreover furthermore therefore president minister secretary general mr mrs ms dr prof chairman
    according earlier later then now first second third finally one two three both all every each another
    asked speaking addressing commenting responding answering noting referring following during after before
    """.split()
)


@dataclass(frozen=True, slots=True)
class Opening:
    """`end` is where the story starts, past the separator. `strong`: date or agency stand there too."""

    place: str | None
    region: str | None
    month: int | None
    day: int | None
    year: int | None
    agency: str | None
    end: int
    strong: bool


def opening(text: str, *, alone: bool = False) -> Opening | None:
    """The opening at the start of a paragraph; with `alone` the text may end with it."""
    return _opening(text, alone)


@lru_cache(maxsize=64)
def _opening(text: str, alone: bool) -> Opening | None:
    """Remembered, since several steps of the cleaning ask it of the lead."""
    head = text[:200]
    if (passed := _SYNDICATOR.match(head)) and (inner := opening(text[passed.end() :], alone=alone)) and inner.strong:
        return replace(inner, end=passed.end() + inner.end)
    if (first := _agency_first(head) or _day_first(head)) is not None:
        return first
    if (place_alone := _BRACKETED.match(head)) and len(text) > 40:
        return Opening(_cased(place_alone["place"]), None, None, None, None, None, place_alone.end(), False)
    found = _PLACE.match(head)
    if not found or _is_label(found["place"]):
        return None
    place, at = found["place"], found.end()
    region: str | None = None
    date: re.Match[str] | None = None
    outlet: str | None = None
    bracketed = False
    for _ in range(6):
        if date is None and (m := _DATE.match(head, at)) and _is_day(m):
            date, at = m, m.end()
        elif outlet is None and (m := _AGENCY.match(head, at)) and not _is_region(m, outlet) and _signs(m):
            outlet, at, bracketed = m["name"].strip(), m.end(), True
        elif outlet and not bracketed and (m := _AGENCY.match(head, at)):
            at, bracketed = m.end(), True  # the reporter behind an agency's open name
        elif outlet is None and (m := _AGENCY_OPEN.match(head, at)) and (known := _known_prefix(m)):
            outlet, at = known[0], known[1]
        elif outlet is None and date is not None and (m := _SIGNATURE.match(head, at)):
            outlet, at = m["name"], m.end("name")
        elif region is None and date is None and outlet is None and (m := _REGION.match(head, at)) and m["name"].split()[0].casefold().rstrip(".") not in MONTHS:  # fmt: skip
            region, at = m["name"], m.end()
        else:
            break
    separator = _SEPARATOR.match(head, at)
    sign = separator["sign"] if separator else ""
    end = separator.end() if separator else at
    rest = text[end:]
    if not rest.strip() and not alone:
        return None
    if outlet and (told := _told_in(outlet)):
        outlet, inside = told
    else:
        inside = None
    strong = date is not None or outlet is not None
    caps = place.upper() == place
    if not _is_accepted(
        sign, rest, place, region, caps, strong, bracketed or outlet is not None, date is not None, alone
    ):
        return None
    while end < len(text) and text[end] == " ":
        end += 1
    month = day = year = None
    if date:
        month, day, year = _parts(date)
    elif inside:
        year, month, day = inside.year, inside.month, inside.day
    where = None if place.casefold().startswith(("aboard ", "onboard ", "on board ")) else _cased(place)
    return Opening(where, region, month, day, year, outlet, end, strong)


def _told_in(agency: str) -> tuple[str, datetime.date] | None:
    """ "(AGENCY - 10th September, 2021)": the day inside the agency's brackets."""
    found = stamps(agency)
    if len(found) != 1 or len(found[0].days) != 1:
        return None
    return agency[: found[0].start].strip(" ,-–—/"), found[0].days[0]


_GOES_ON = re.compile(r"[\s“\"'‘(«]{0,3}[^\Wa-z_]")


def _is_accepted(
    sign: str, rest: str, place: str, region: str | None, caps: bool, strong: bool, bracketed: bool, dated: bool, alone: bool
) -> bool:  # fmt: skip
    """Whether the parts and the sign that parts them from the story make an opening."""
    goes_on = _GOES_ON.match(rest) is not None or (alone and not rest.strip())
    if strong:
        if sign or alone:
            return goes_on or sign not in (".", "", ":")
        return goes_on and (bracketed or not dated)
    words = len(rest[:400].split())
    if alone and not words:
        return bool(sign) and len(place.split()) <= 3
    if not goes_on or words < 5:
        return False
    dash = sign.strip(" .,") not in ("", ":", "|", "/")
    if caps:
        # An abbreviation that opens a sentence ("NATO: ...") stands in capitals further on as well; a city does not.
        if (sign == "." or len(place) < 5) and re.search(rf"\b{re.escape(place)}\b", rest):
            return False
        return bool(sign) and sign != "|" and (len(place) > 2)
    if len(place.split()) > 3:
        return False
    if dash:
        return words >= 6
    return sign == ":" and words >= 12 and len(place.split()) <= 2 and _speaks_not(rest)


def _speaks_not(rest: str) -> bool:
    """Not "Putin: We shall..." or a question and answer."""
    return not re.match(r"\s{0,3}[“\"'‘«]|\s{0,3}(?:I|We|You|Yes|No|Well|What|How|Why|Who|When|Where)\b", rest)


def _parts(m: re.Match[str]) -> tuple[int, int, int | None]:
    """Month, day and year of a date's match."""
    if m["y3"]:
        return int(m["m3"]), int(m["d3"]), int(m["y3"])
    name = (m["m1"] or m["m2"]).casefold().rstrip(".")
    return MONTHS[name], int(m["d1"] or m["d2"]), int(m["y"]) if m["y"] else None


def _is_day(m: re.Match[str]) -> bool:
    """A leap year stands in for an unknown one, so that 29 February passes and 31 June does not."""
    month, day, year = _parts(m)
    return day_of(year or 2000, month, day) is not None


def _is_label(place: str) -> bool:
    words = place.casefold().replace(".", "").split()
    if words[0] == "the" and len(words) > 1:  # The Hague
        words = words[1:]
    return (
        words[-1] in ("of", "on", "for", "and", "the", "in", "by")
        or words[0] in LABELS
        or words[-1] in _WEEKDAYS
        or words[0] in MONTHS
        or words[-1] in _DESKS
    )


def _is_region(m: re.Match[str], outlet: str | None) -> bool:
    """ "UFA (Russia), July 10 (PTI)": a bracket that is followed by the date holds the country."""
    return outlet is None and outlet_named(m["name"]) is None and bool(_DATE.match(m.string, m.end()))


def _signs(m: re.Match[str]) -> bool:
    """ "(dpa)", "(own report)": a bracket that begins in lower case is a signature where the dash follows at once."""
    return not m["name"][0].islower() or _SEPARATOR.match(m.string, m.end()) is not None


def _known_prefix(m: re.Match[str]) -> tuple[str, int] | None:
    """The longest run of the words that is a known agency's signature, and its end."""
    words = m["name"].split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if outlet_named(name.rstrip(".")):
            return name.rstrip("."), m.start("name") + len(name.rstrip("."))
    return None


_FIRST = re.compile(
    r"[\s*]{0,3}(?P<bracket>[(\[])?(?P<name>[A-Z0-9][\w.’']*(?: [A-Z][\w’']+)?(?: news agency)?)[)\]]?"
    r"\s?(?P<sign>:|--?|[–—])\s{1,2}(?=[“\"A-Z])"
)


def _agency_first(head: str) -> Opening | None:
    """ "AGENCY -- The ministers": an agency's name where the place would stand."""
    m = _FIRST.match(head)
    row: Outlet | None = outlet_named(m["name"]) if m else None
    if not m or not (m["bracket"] or (row is not None and (m["sign"] != ":" or "." in m["name"]))):
        return None
    inner = opening(head[m.end() :])
    if inner and inner.strong:
        return Opening(
            inner.place, inner.region, inner.month, inner.day, inner.year, m["name"], m.end() + inner.end, True
        )
    return Opening(None, None, None, None, None, m["name"], m.end(), True)


_AFTER_DAY = re.compile(
    r",?\s{0,2}(?:[(\[/](?P<name>[A-Z][^()\[\]/\n]{1,38})[)\]/](?:\s?(?:--?|[–—:.]))?|--|[–—]|-(?=\s))\s{1,3}(?=[“\"A-Z])"
)
#: "June 24, Agency. The minister": a day without a year wants the name of who tells it
_SIGNED_DAY = re.compile(r", (?P<name>[A-Z][\w’'-]{2,24}(?: [A-Z][\w’'-]{1,24})?)(?:\. |\s?(?:--|[–—])\s)(?=[“\"A-Z])")


def _day_first(head: str) -> Opening | None:
    """ "02 Oct 2012 (Agency) Leaders met": a day where the place would stand, with a signature or a dash behind it."""
    if not head[:1].isalnum():
        return None
    found = stamps(head[:32])
    if found and not found[0].start and len(found[0].days) == 1:
        if (m := _AFTER_DAY.match(head, found[0].end)) is None:
            return None
        day = found[0].days[0]
        return Opening(None, None, day.month, day.day, day.year, m["name"], m.end(), True)
    told = _DATE.match(head)
    if told is None or not _is_day(told) or (m := _SIGNED_DAY.match(head, told.end())) is None:
        return None
    month, number, year = _parts(told)
    return Opening(None, None, month, number, year, m["name"], m.end(), True)


def is_wire(text: str) -> bool:
    """ "CITY -- The president ...": an opening plain enough to be one though a caption stands above it."""
    return _WIRE.match(text) is not None


_WIRE = re.compile(rf"{_CAPS}(?:, [{_UP}][\w.’'-]+)? ?(?:--|[—–]|- (?=[{_UP}]))")


_SMALL = frozenset(("DE", "DO", "DA", "OF", "UPON"))


def _cased(place: str) -> str:
    """ "ST. PETERSBURG" -> "St. Petersburg"; what is not all capitals stays."""
    if place.upper() != place:
        return place
    words = []
    for index, word in enumerate(place.split(" ")):
        if index and word in _SMALL:
            words.append(word.lower())
        else:
            words.append(re.sub(rf"[{_UP}]+", lambda m: m[0][0] + m[0][1:].lower(), word))
    return " ".join(words)
