"""Readings of days: with month, with year, in ranges, in figures, by name, by number."""

from __future__ import annotations

import re
from typing import Final

from sitegen.dates import calendar as cal
from sitegen.dates.context import is_moved
from sitegen.dates.cues import write
from sitegen.dates.patterns import Match, Reading
from sitegen.dates.readings.parts import (
    day_of,
    direction_of,
    eve_of,
    following,
    following_words,
    glued,
    mod_of,
    outer_of,
    part_code,
    part_segment,
    preceding,
    said_weekday,
    year_of,
)
from sitegen.edtf import MONTH_NAMES


def calendar_day(match: Match) -> Reading | None:
    """A day and a month, with or without a year, a weekday, a part of the day, an outer "last year"."""
    month, day, year = match.number("month"), day_of(match), year_of(match)
    if month is None or day is None:
        return None
    if not cal.day_of_any_year(month, day) or (year and not cal.date(year, month, day)):
        if not 1 <= day <= 31:
            return None
        named = f"{day} {MONTH_NAMES[month - 1]}" + (f" {year}" if year else "")
        return Reading("DATE", f"{year or 'XXXX'}-{month:02}-{day:02}", "none", f"{named} is not a day of the calendar")
    part, outer = part_segment(match), outer_of(match)
    kind = "TIME" if part else "DATE"
    suffix = f"T{part_code(match)}" if part else ""
    if year:
        value = f"{year:04}-{month:02}-{day:02}"
        return Reading(
            kind, value + suffix, write(f"full {value}", mod_of(match), part, eve_of(match), said_weekday(match))
        )
    if _NAMED_ATTACKS.match(following_words(match)):
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", "none", hint=True)
    cue = write(
        f"monthday {month} {day}", outer, mod_of(match), direction_of(match), part, eve_of(match), said_weekday(match)
    )
    return Reading(kind, f"XXXX-{month:02}-{day:02}{suffix}", cue)


#: a day that has become a name ("the Sept. 11 attacks"): its year is not that of the news
_NAMED_ATTACKS: Final = re.compile(r"(terrorist |terror )?(attacks?|attackers?|hijackers?)\b", re.IGNORECASE)


def day_range(match: Match) -> Reading | None:
    """Two days of a month or of two, one year or none; "11 and 12 July" only where the days follow each other."""
    month, month2 = match.number("month"), match.number("month2")
    day, day2, year = day_of(match), day_of(match, "day2"), year_of(match)
    start_month, end_month = month or month2, month2 or month
    if start_month is None or end_month is None or day is None or day2 is None:
        return None
    year1 = year_of(match, "year1") or year
    if not (cal.day_of_any_year(start_month, day) and cal.day_of_any_year(end_month, day2)):
        bad = (day, start_month) if not cal.day_of_any_year(start_month, day) else (day2, end_month)
        if not 1 <= bad[0] <= 31:
            return None
        text = f"{bad[0]} {MONTH_NAMES[bad[1] - 1]} is not a day of the calendar"
        return Reading("DATE", f"XXXX-{bad[1]:02}-{bad[0]:02}", "none", text)
    if preceding(match) == "from" and is_moved(match.scanned.tokens, match.first - 2):
        return None
    if start_month == end_month and day >= day2 and not match.has("year1"):
        return None
    if match.has("and") and day2 - day != (2 if match.has("day3") else 1):
        return None
    if year and year1:
        if year1 == year and (start_month, day) > (end_month, day2):
            year1 -= 1
        first, last = cal.date(year1, start_month, day), cal.date(year, end_month, day2)
        if not first or not last or first > last:
            return None
        return Reading("DATE", f"{first}/{last}", f"full {first} | to full {last}")
    return Reading(
        "DATE",
        f"XXXX-{start_month:02}-{day:02}/XXXX-{end_month:02}-{day2:02}",
        write(f"monthday {start_month} {day}", outer_of(match), f"to monthday {end_month} {day2}"),
    )


def day_alone(match: Match) -> Reading | None:
    day = day_of(match)
    if day is None or not 1 <= day <= 31:
        return None
    outer = outer_of(match)
    return Reading("DATE", f"XXXX-XX-{day:02}", write(f"dom {day}", outer, said_weekday(match)))


def day_after_comma(match: Match) -> Reading | None:
    """ "On June, 15": a comma in Russian manner; "in June, 15 people" has none of the words before it."""
    if not match.has("year") and preceding(match).lower() not in ("on", "since", "until", "till", "by", "dated"):
        return None
    return day_range(match) if match.has("day2") else calendar_day(match)


_GOES_ON: Final = frozenset("and to at in for he she they the a with when after before until or but".split())


def bare_day(match: Match) -> Reading | None:
    """ "On the 23rd": of the month spoken of; before a noun it is only a number ("on the 3rd floor")."""
    after = following(match)
    if (after.isalnum() and after.lower() not in _GOES_ON) or glued(match):
        return None
    return day_alone(match)


def numeric(match: Match) -> Reading | None:
    """12.03.1999, 7/8/07, 1999/03/12: with points the day comes first; with strokes either may, unless one exceeds 12."""
    text = match.word("numdate")
    if preceding(match).lower() in ("version", "v", "ver", "release", "build", "firmware"):
        return None
    separator = re.sub(r"\d", "", text)[0]
    parts = text.split(separator)
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return explicit_day(a, b, c) if len(parts[2]) <= 2 else None
    if len(parts[0]) > 2 or len(parts[2]) == 3:
        return None
    year_number = c if len(parts[2]) == 4 else c + (1900 if c >= 50 else 2000)
    if not 1000 <= year_number <= 2199 or not (a and b):
        return None
    if separator == "." or a > 12:
        return explicit_day(year_number, b, a) if a <= 31 and b <= 31 else None
    if b > 12 or a == b:
        return explicit_day(year_number, a, b) if b <= 31 else None
    return Reading("DATE", f"{year_number:04}-XX-XX", f"numeric {a} {b} {year_number}")


def numeric_range(match: Match) -> Reading | None:
    """20-23.08.2024, 30.08-02.09.2024: with points only, since 3-1/2/2010 is nothing that anybody writes."""
    last = [int(part) for part in match.word("numdate").split(".") if part.isdigit()]
    if len(last) != 3 or last[2] < 1000:
        return None
    end = cal.date(last[2], last[1], last[0])
    head = match.word("decimal") or match.word("day")
    first = [int(part) for part in head.split(".") if part.isdigit()]
    day, month, year = (first + last[len(first) :])[:3]
    start = cal.date(year, month, day)
    if start is None or end is None or not start < end:
        return None
    return Reading("DATE", f"{start}/{end}", f"full {start} | to full {end}")


def explicit_day(year_number: int, month: int, day: int) -> Reading | None:
    value = f"{year_number:04}-{month:02}-{day:02}"
    if not 1000 <= year_number <= 2199 or month > 31 or day > 31:
        return None
    if not cal.date(year_number, month, day):
        return Reading("DATE", value, "none", f"{value} is not a day of the calendar")
    return Reading("DATE", value, f"full {value}")


def iso_day(match: Match) -> Reading | None:
    return explicit_day(*(int(part) for part in match.word("iso").split("-")))


def iso_week(match: Match) -> Reading | None:
    text = match.word("isoweek").upper()
    number = int(text[-2:]) if text else match.number("n")
    if number is None or not 1 <= number <= 53:
        return None
    if text:
        return Reading("DATE", text, f"full {text}") if cal.moment_of(text) else None
    year_number = year_of(match)
    if year_number:
        value = f"{year_number:04}-W{number:02}"
        return Reading("DATE", value, f"full {value}") if cal.moment_of(value) else None
    return None


def holiday(match: Match) -> Reading | None:
    name = match.lower.replace("\u2019", "'")
    year_number = year_of(match)
    words = [n for n in sorted(cal.HOLIDAYS, key=len, reverse=True) if n in name]
    if not words:
        return None
    if year_number:
        day = cal.holiday(words[0], year_number)
        if day and match.has("whole"):
            return Reading("DATE", week := cal.timex(cal.floor("week", day)), f"full {week}")
        return Reading("DATE", day.isoformat(), f"full {day.isoformat()}") if day else None
    if match.has("whole"):
        return Reading(
            "DATE", "XXXX-WXX", write(f"holiday {words[0].replace(' ', '_')}", outer_of(match), "whole week")
        )
    return Reading(
        "DATE", "XXXX-XX-XX", write(f"holiday {words[0].replace(' ', '_')}", outer_of(match), direction_of(match))
    )


def nth_weekday(match: Match) -> Reading | None:
    number, nth, month = (
        match.number("weekday"),
        -1 if match.has("final") else match.number("nth"),
        match.number("month"),
    )
    if number is None or month is None or nth is None or nth > 5:
        return None
    year_number = year_of(match)
    inner = f"in full {year_number:04}" if year_number else outer_of(match)
    return Reading("DATE", "XXXX-XX-XX", write(f"nth {number} {nth} {month}", inner))


def week_of_day(match: Match) -> Reading | None:
    """ "The week of March 11": the calendar week that holds the day; until the year is known its value is open."""
    found = calendar_day(match)
    if found is None or found.problem or found.hint:
        return found
    named = cal.moment_of(found.value)
    value = cal.timex(cal.floor("week", named.day)) if named else "XXXX-WXX"
    return Reading("DATE", value, f"{found.cue} | whole week")


def week_of_month(match: Match) -> Reading | None:
    nth, month = -1 if match.has("final") else match.number("nth"), match.number("month")
    if month is None or nth is None or nth > 5:
        return None
    year_number = year_of(match)
    inner = f"in full {year_number:04}" if year_number else outer_of(match)
    return Reading("DATE", "XXXX-WXX", write(f"weekof {nth} {month}", inner))
