"""Dates as exact as the text: EDTF (ISO 8601-2:2019) level 0 and the parts of level 1 that RECORDS.md names.

A date is a string everywhere (`2013-06-26`, `2018-06`, `2001`, `2015-06~`, `2018-21`, `201X`, `2014/2015`, `../2017-06`,
`/2017-06`, `2017-06/..`); this module is what may be asked of such a string. All functions are pure.

    parse(value) -> Date | Interval       raises EdtfError; str() of the result prints the value again
    is_valid(value)                       true for what `parse` takes: 2015-02-30, year 0 and 2015/2014 are not valid
    bounds(value)                         first and last day it may mean, inclusive; None for an open or unknown end
    is_day(value)                         true for one whole certain or approximate day
    precision(value)                      day | month | season | year | decade | century | interval
    is_approximate, is_uncertain          ~ or %, ? or % at either end
    sort_key(value)                       chronological; of two that begin on one day the wider comes first
    before(a, b), after(a, b)             surely: every day of one lies before every day of the other
    overlap(a, b)                         the two may share a day
    contains(outer, inner)                every day that `inner` may mean lies within `outer`
    covers(term, day)                     half-open, for terms and statuses: the last stated day belongs to the next
    of_days(first, last)                  shortest value for a span of days: a day, month, year, or an interval
    interval(start, end)                  joins two values; None is an open end
    words(value)                          "26 June 2013", "about June 2015", "9 to 11 July 2024", "from June 2017"

Decisions. An unknown end (`/2017-06`, `2017-06/`) and an open one (`..`) are kept apart in print and in `words`; both
bound nothing. Seasons are those of the northern hemisphere by whole months; winter (24) is December of its year to
February of the next, as the `edtf` package reckons. `~` widens no bounds: it says in words that the edge is soft. Years
are four digits, 0001 to 9999. Level 1's letter-prefixed and negative years are out: no news item needs one.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]
Bounds = tuple[datetime.date | None, datetime.date | None]

_PART = re.compile(
    r"(?:(?P<century>[0-9]{2})XX|(?P<decade>[0-9]{3})X|(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?)"
    r"(?P<mark>[~?%])?",
    re.ASCII,
)
_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASON_WORDS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}  # by TIMEX3's codes
_MARK_WORDS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


class EdtfError(ValueError):
    """The string is not a date that this module knows; the message says why, for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date. `year` is the first year of a decade or century; `month` may be a season (21 to 24).

    `digits` counts the known digits of the year (2, 3 or 4). `month_unknown` and `day_unknown` stand for XX.
    """

    year: int
    month: int | None = None
    day: int | None = None
    digits: int = 4
    month_unknown: bool = False
    day_unknown: bool = False
    mark: str = ""

    def __str__(self) -> str:
        text = f"{self.year:04}"[: self.digits] + "X" * (4 - self.digits)
        if self.month is not None or self.month_unknown:
            text += "-XX" if self.month is None else f"-{self.month:02}"
        if self.day is not None or self.day_unknown:
            text += "-XX" if self.day is None else f"-{self.day:02}"
        return text + self.mark

    @property
    def precision(self) -> Precision:
        if self.digits < 4:
            return "century" if self.digits == 2 else "decade"
        if self.month is None:
            return "year"
        if self.month > 12:
            return "season"
        return "month" if self.day is None else "day"

    @property
    def first(self) -> datetime.date:
        if self.month is not None and self.month > 12:
            return datetime.date(self.year, (self.month - 20) * 3, 1)
        return datetime.date(max(self.year, 1), self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        if self.digits < 4:
            return datetime.date(self.year + (99 if self.digits == 2 else 9), 12, 31)
        year, month = self.year, self.month or 12
        if month > 12:
            year, month = (year, (month - 20) * 3 + 2) if month < 24 else (min(year + 1, 9999), 2)
        return datetime.date(year, month, self.day or calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Two dates; an end that is None is open (`..`) where its flag says so, else unknown. Never both ends None."""

    start: Date | None
    end: Date | None
    start_is_open: bool = False
    end_is_open: bool = False

    def __str__(self) -> str:
        start = str(self.start) if self.start else ".." if self.start_is_open else ""
        end = str(self.end) if self.end else ".." if self.end_is_open else ""
        return f"{start}/{end}"

    @property
    def precision(self) -> Precision:
        return "interval"


@lru_cache(maxsize=8192)
def _read(value: str) -> Date | Interval | str:
    """The value read, or the reason why it can't be: an error is cached as cheaply as a date."""
    if len(value) > 24:
        return f"{value[:24]!r}... is too long for a date"
    left, slash, right = value.partition("/")
    try:
        if not slash:
            return _date(left)
        start, end = (None if part in ("", "..") else _date(part) for part in (left, right))
        found = Interval(start=start, end=end, start_is_open=left == "..", end_is_open=right == "..")
        if start is None and end is None:
            return f"{value!r} has neither start nor end"
        if start and end and start.first > end.last:
            return f"{value!r} ends before it begins"
        return found
    except EdtfError as error:
        return str(error)


def _date(text: str) -> Date:
    found = _PART.fullmatch(text)
    if not found:
        raise EdtfError(f"{text!r} is not a date written as YYYY, YYYY-MM or YYYY-MM-DD")
    century, decade, year, month, day, mark = found.group("century", "decade", "year", "month", "day", "mark")
    if century or decade:
        digits = century or decade
        return Date(year=int(digits.ljust(4, "0")), digits=len(digits), mark=mark or "")
    date = Date(
        year=int(year),
        month=int(month) if month and month != "XX" else None,
        day=int(day) if day and day != "XX" else None,
        month_unknown=month == "XX",
        day_unknown=day == "XX",
        mark=mark or "",
    )
    if date.year == 0:
        raise EdtfError("there is no year 0")
    if date.month is not None and not (1 <= date.month <= 12 or (21 <= date.month <= 24 and day is None)):
        raise EdtfError(f"{text!r} has no such month")
    if date.day is not None and date.month is None:
        raise EdtfError(f"{text!r} has a day but no month")
    if date.day is not None and date.month is not None:
        length = calendar.monthrange(date.year, date.month)[1]
        if not 1 <= date.day <= length:
            raise EdtfError(f"{date.day} {MONTH_NAMES[date.month - 1]} {date.year} is not a day of the calendar")
    return date


def parse(value: str) -> Date | Interval:
    """Read a value; `EdtfError` says what is wrong with it."""
    found = _read(value)
    if isinstance(found, str):
        raise EdtfError(found)
    return found


def is_valid(value: str) -> bool:
    return not isinstance(_read(value), str)


@lru_cache(maxsize=8192)
def bounds(value: str) -> Bounds:
    """First and last day that `value` may mean, both inclusive; None for an open or unknown end, and for no date."""
    found = _read(value)
    if isinstance(found, Date):
        return found.first, found.last
    if isinstance(found, Interval):
        return (found.start.first if found.start else None, found.end.last if found.end else None)
    return None, None


def precision(value: str) -> Precision:
    return parse(value).precision


def is_day(value: str) -> bool:
    first, last = bounds(value)
    return first is not None and first == last


def _marks(value: str) -> str:
    found = _read(value)
    if isinstance(found, Date):
        return found.mark
    if isinstance(found, Interval):
        return (found.start.mark if found.start else "") + (found.end.mark if found.end else "")
    return ""


def is_approximate(value: str) -> bool:
    return any(mark in "~%" for mark in _marks(value))


def is_uncertain(value: str) -> bool:
    return any(mark in "?%" for mark in _marks(value))


@lru_cache(maxsize=65536)
def sort_key(value: str) -> tuple[int, int, str]:
    """Orders values in time; a value without a start stands where its end begins. What is no date comes last."""
    found = _read(value)
    first, last = bounds(value)
    if first is None and isinstance(found, Interval) and found.end:
        first = found.end.first
    if first is None:
        return (datetime.date.max.toordinal() + 1, 0, value)
    return (first.toordinal(), -(last or datetime.date.max).toordinal(), value)


def before(a: str, b: str) -> bool:
    """Whether `a` surely ends before `b` begins; never so where the ends that matter are open or unknown."""
    last, first = bounds(a)[1], bounds(b)[0]
    return last is not None and first is not None and last < first


def after(a: str, b: str) -> bool:
    return before(b, a)


def overlap(a: str, b: str) -> bool:
    """Whether the two may share a day: neither is surely before the other."""
    return is_valid(a) and is_valid(b) and not before(a, b) and not before(b, a)


def contains(outer: str, inner: str) -> bool:
    """Whether every day that `inner` may mean lies within `outer`."""
    if not (is_valid(outer) and is_valid(inner)):
        return False
    (first, last), (inner_first, inner_last) = bounds(outer), bounds(inner)
    return (first is None or (inner_first is not None and first <= inner_first)) and (
        last is None or (inner_last is not None and inner_last <= last)
    )


def covers(term: str, day: datetime.date) -> bool:
    """Whether a term or status (half-open) holds on `day`: the day on which it ends belongs to what follows.

    Only an end exact to the day ends so; a term that ends in "June 2018" may cover all of June.
    """
    found = _read(term)
    if isinstance(found, str):
        return False
    first, last = bounds(term)
    if first is not None and day < first:
        return False
    if last is None or not isinstance(found, Interval):
        return last is None or day <= last
    return day < last if found.end and found.end.precision == "day" else day <= last


def of_days(first: datetime.date, last: datetime.date) -> str:
    """The shortest value whose bounds are these days: a day, a whole month or year, whole months, else days."""
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        if first.month == 1 and last.month == 12:
            start, end = f"{first.year:04}", f"{last.year:04}"
        else:
            start, end = first.isoformat()[:7], last.isoformat()[:7]
        return start if start == end else f"{start}/{end}"
    return f"{first.isoformat()}/{last.isoformat()}"


def interval(start: str | None, end: str | None) -> str:
    """`start/end`; None is an open end. Equal ends give the one value. Raises EdtfError on disorder."""
    if start is not None and start == end:
        return start
    return str(parse(f"{'..' if start is None else start}/{'..' if end is None else end}"))


def words(value: str) -> str:
    """The value in English words, for people: never more exact than the value. What is no date comes back as is."""
    found = _read(value)
    if isinstance(found, str):
        return value
    if isinstance(found, Date):
        return _MARK_WORDS[found.mark] + _plain(found)
    start, end = found.start, found.end
    if end is None:
        opening = f"from {_MARK_WORDS[start.mark]}{_plain(start)}" if start else ""
        return opening + ("" if found.end_is_open else ", end unknown")
    if start is None:
        return f"until {_MARK_WORDS[end.mark]}{_plain(end)}" + ("" if found.start_is_open else ", start unknown")
    head = f"{_MARK_WORDS[start.mark]}{_plain(start, beside=end if start.mark == end.mark else None)}"
    return f"{head} to {'' if start.mark == end.mark else _MARK_WORDS[end.mark]}{_plain(end)}"


def _plain(date: Date, beside: Date | None = None) -> str:
    """`date` without its mark; parts that it shares with the end `beside` it are left to that end."""
    if date.digits == 3:
        return f"the {date.year}s"
    if date.digits == 2:
        number = date.year // 100 + 1
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"the {number}{ending} century"
    same_year = beside is not None and beside.digits == 4 and beside.year == date.year and beside.month is not None
    year = "" if same_year else f" {date.year}"
    if date.month is None:
        return f"an unknown day in {date.year}" if date.day_unknown else f"{date.year}"
    if date.month > 12:
        return _SEASON_NAMES[date.month] + year
    name = MONTH_NAMES[date.month - 1]
    if date.day is None:
        return f"an unknown day in {name}{year}" if date.day_unknown else name + year
    if same_year and beside is not None and beside.month == date.month and beside.day is not None:
        return str(date.day)
    return f"{date.day} {name}{year}"
