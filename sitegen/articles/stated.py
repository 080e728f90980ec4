"""Full calendar dates as pages stamp them: in header lines, metadata, URLs and file names.

Only dates with a year count: a stamp without one dates nothing. Dates in running text are the date room's.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february febr", "mar march", "apr april apl", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
#: Months as Russian pages of English text stamp them ("10 августа 2014"), in the genitive.
MONTHS |= {
    name: number
    for number, name in enumerate(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(), 1
    )
} | {name: number for number, name in enumerate("янв фев мар апр май июн июл авг сен окт ноя дек".split(), 1)}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: A clipping's day lies in these years: newspapers before them are not in this form of English, later ones not written.
FIRST_YEAR, LAST_YEAR = 1850, 2099

_MONTH = (
    r"(?P<{0}>jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек)\b\.?"
)
_FULL = re.compile(
    r"(?:(?<![\w/.-])|(?<=\.com))(?:"  # "Example.comSeptember 03, 2018", as copied from a page that sets them apart by style
    r"(?P<y1>(?:18|19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?![\d/]|-\d|\.\d)"
    r"|(?P<y2>(?:18|19|20)\d\d)\s?年\s?(?P<m2>\d{1,2})\s?月\s?(?P<d2>\d{1,2})\s?日"
    r"|(?P<a3>\d{1,2})(?P<s3>[-/.])(?P<b3>\d{1,2})(?P=s3)(?P<y3>(?:18|19|20)\d\d)(?![\d/-]|\.\d)"
    r"|(?P<d4>\d{1,2})(?:st|nd|rd|th)?(?: of| (?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,./-]{1,3}" + _MONTH.format("m4") + r"[\s,./'’-]{1,3}(?P<y4>(?:18|19|20)\d\d)\b"
    r"|" + _MONTH.format("m5") + r"[\s./-]{1,2}(?P<d5>\d{1,2})(?:st|nd|rd|th)?[\s,./-]{1,3}(?P<y5>(?:18|19|20)\d\d)\b"
    r"|(?P<y6>(?:18|19|20)\d\d)[\s,./-]{1,3}" + _MONTH.format("m6") + r"[\s./-]{1,2}(?P<d6>\d{1,2})(?!\d)"
    r"|(?P<y7>(?:19|20)\d\d)[\s,./-]{1,3}(?P<d7>\d{1,2})[\s./-]{1,2}" + _MONTH.format("m7") +
    r")",
    re.IGNORECASE,
)  # fmt: skip
_SHORT = re.compile(r"(?<![\w/.-])(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d\d)(?![\d/.-])")
_WEEKDAY = re.compile(
    r"\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date at `start`:`end` of a text. `days` has two readings where it is a number that may be read both ways.

    No reading: it is no day of the calendar. The first of two is the one with the day in front.
    """

    start: int
    end: int
    text: str
    days: tuple[datetime.date, ...]


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def stamps(text: str, *, short_years: bool = False) -> list[Stamp]:
    """All full dates in a line; with `short_years` also 24/04/18, which only a label makes a date."""
    found = [_stamp(m, text) for m in _FULL.finditer(text)]
    if short_years:
        for m in _SHORT.finditer(text):
            if all(m.end() <= s.start or m.start() >= s.end for s in found):
                year = 2000 + int(m["y"]) if int(m["y"]) < 70 else 1900 + int(m["y"])
                found.append(_stamp_of(m, text, _readings(int(m["a"]), int(m["b"]), year, m["s"], text)))
    return found


def has_short_year(text: str) -> bool:
    """Whether a date as 24/04/18 stands in a line."""
    return _SHORT.search(text) is not None


def _stamp(m: re.Match[str], text: str) -> Stamp:
    if m["y3"]:
        return _stamp_of(m, text, _readings(int(m["a3"]), int(m["b3"]), int(m["y3"]), m["s3"], text))
    for n in "1245 67".replace(" ", ""):
        if year := m[f"y{n}"]:
            month = m[f"m{n}"].casefold().rstrip(".")
            day = day_of(int(year), MONTHS.get(month) or int(month), int(m[f"d{n}"]))
            return _stamp_of(m, text, (day,) if day else ())
    raise AssertionError(m[0])


def _stamp_of(m: re.Match[str], text: str, days: tuple[datetime.date, ...]) -> Stamp:
    return Stamp(m.start(), m.end(), m[0], days)


def _readings(a: int, b: int, year: int, sign: str, text: str) -> tuple[datetime.date, ...]:
    """Day first, then month first. A weekday in the same line settles it; with full stops the day always leads."""
    both = [day for day in (day_of(year, b, a), None if sign == "." else day_of(year, a, b)) if day]
    if len(both) == 2 and both[0] == both[1]:
        both.pop()
    if len(both) == 2:
        named = weekdays_in(text)
        settled = [day for day in both if day.weekday() in named]
        if len(settled) == 1:
            return tuple(settled)
    return tuple(both)


def weekdays_in(text: str) -> list[int]:
    """The weekdays named in a text, Monday 0, in order."""
    heads = [name[:3] for name in WEEKDAYS]
    return [heads.index(m[1][:3].casefold()) for m in _WEEKDAY.finditer(text)]


_ISO = re.compile(r"\s*((?:18|19|20)\d\d)-?(\d\d)-?(\d\d)(?:[T\s].*)?\s*", re.DOTALL)


def machine_day(value: str) -> datetime.date | None:
    """The civil day of a machine-written value (`2018-04-24T20:09:00+08:00`) as it is written, else of a printed date."""
    if iso := _ISO.fullmatch(value[:60]):
        return day_of(int(iso[1]), int(iso[2]), int(iso[3]))
    found = stamps(value[:100])
    return found[0].days[0] if len(found) == 1 and len(found[0].days) == 1 else None


_IN_URL = re.compile(
    r"(?:^|[/_.=-])(?:t?(?P<y1>(?:19|20)\d\d)[/_.-]?(?P<m1>0[1-9]|1[0-2])[/_.-]?(?P<d1>0[1-9]|[12]\d|3[01])"
    r"|(?P<y2>(?:19|20)\d\d)/(?P<m2>[1-9]|1[0-2])/(?P<d2>[1-9]|[12]\d|3[01])"
    r"|(?P<y3>(?:19|20)\d\d)[/-](?P<m3>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](?P<d3>\d{1,2})"
    r"|(?P<y4>(?:19|20)\d\d)[/-](?P<m4>0[1-9]|1[0-2])/(?P<d4>0[1-9]|[12]\d|3[01]))(?=[/_.?#t-]|$)",
    re.IGNORECASE,
)


def url_day(url: str) -> tuple[datetime.date, str] | None:
    """The day in a URL's path or a file's name, with the words that say it; None unless there is exactly one."""
    days: dict[datetime.date, str] = {}
    for m in _IN_URL.finditer(url[:500]):
        n = next(n for n in "1234" if m[f"y{n}"])
        month = m[f"m{n}"]
        day = day_of(int(m[f"y{n}"]), MONTHS.get(month.casefold()) or int(month), int(m[f"d{n}"]))
        if day:
            days.setdefault(day, m[0].strip("/_.=-"))
    return next(iter(days.items())) if len(days) == 1 else None
