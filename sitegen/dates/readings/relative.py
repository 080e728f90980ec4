"""Readings of what is reckoned from publication or from what was said before."""

from __future__ import annotations

import re
from typing import Final

from sitegen.dates.context import tense
from sitegen.dates.cues import PAST, write
from sitegen.dates.patterns import Match, Reading
from sitegen.dates.readings.parts import (
    BLANK,
    count_of,
    following,
    following_words,
    glued,
    mod_of,
    part_code,
    part_segment,
    preceding,
    span,
)


def shift(match: Match) -> Reading | None:
    """last week, this month, next year, the current quarter."""
    unit = match.value("unit")
    word = match.word("shift").lower()
    if unit in ("decade", "century") and word == "past":
        return Reading("DURATION", span(unit, "1"), "none")
    if unit not in BLANK or glued(match):
        return None
    if word == "last" and following_words(match).lower().startswith(_OF_A_THING):
        return None  # "the last day of the visit"
    count = match.number("shift") or 0
    if unit == "weekend":
        return Reading("DATE", BLANK[unit], write("weekend", mod_of(match), f"dir {weekend_direction(count)}"))
    if match.text in ("This Week", "Next Week") and preceding(match) in ('"', "'", "\u201c"):
        return None  # a programme's name
    if unit == "day" and word == "this" and (preceding(match).lower() == "to" or following(match).lower() == "in"):
        return None  # "to this day", "on this day in 1945"
    if word in ("that", "same"):
        return Reading("DATE", BLANK[unit], write(f"refshift {unit} 0", mod_of(match)))
    told = word == "next" and match.lower.startswith("the ") and _told(match)
    if told or word in ("following", "previous", "preceding", "subsequent", "succeeding", "ensuing", "prior"):
        return Reading("DATE", BLANK[unit], write(f"refshift {unit} {count}", mod_of(match)))
    return Reading("DATE", BLANK[unit], write(f"shift {unit} {count}", mod_of(match)))


def _told(match: Match) -> bool:
    """ "He was freed the next year": after what was told; "over the next year" is after the day of the paper."""
    return preceding(match).lower() not in _AHEAD_OF and tense(match.scanned, match.first) in PAST


_AHEAD_OF: Final = frozenset("over in for within during of through throughout by before until".split())
_OF_A_THING: Final = ("of the", "of his", "of her", "of its", "of their", "of a", "of my", "of our", "of your")


def weekend_direction(count: int) -> str:
    return "last" if count < 0 else "next" if count > 0 else "this"


def the_weekend(match: Match) -> Reading | None:
    return Reading("DATE", BLANK["weekend"], write("weekend", mod_of(match)))


def this_unit(match: Match) -> Reading | None:
    """the end of the year, earlier in the month: the unit of publication."""
    unit = match.value("unit")
    return Reading("DATE", BLANK[unit], write(f"shift {unit} 0", mod_of(match))) if unit in BLANK else None


def beyond_next(match: Match) -> Reading | None:
    """the week after next, the year before last."""
    unit, count = match.value("unit"), 2 if match.has("after") else -2
    return Reading("DATE", BLANK[unit], f"shift {unit} {count}") if unit in BLANK else None


def period(match: Match) -> Reading | None:
    """ "the quarter", "the latest period", "the year-ago quarter": the one whose figures are spoken of."""
    if glued(match):
        return None
    years = -1 if match.has("yearago") else 0
    return _of_period(match.value("unit"), years)


def _of_period(unit: str, years: int) -> Reading | None:
    if unit and unit not in BLANK:
        return None
    return Reading("DATE", BLANK[unit or "quarter"], f"period {unit or 'period'} {years}")


def same_period(match: Match) -> Reading | None:
    """ "the same period last year"."""
    count = match.number("shift")
    years = -1 if count is None or match.has("yearago") else count
    return _of_period(match.value("unit"), years)


def year_ago(match: Match) -> Reading | None:
    return Reading("DATE", "XXXX", "yearago ref" if match.has("earlier") else "yearago")


def edge_year(match: Match) -> Reading | None:
    """ "the full year", "the entire year": the year spoken of, else publication's."""
    return Reading("DATE", "XXXX", "refshift year 0")


def the_unit(match: Match) -> Reading | None:
    """ "For the year, sales fell", "in the year ended June 30": of a report; any other year is only a noun."""
    unit, after = match.value("unit"), following(match)
    ended = unit == "year" and after in ("ended", "ending", "that", "to")
    alone = not after.isalnum() and not glued(match) and preceding(match).lower() in ("for", "throughout")
    fiscal = match.has("fiscal") and unit == "year" and not after.isalnum()
    if not ended and not alone and not fiscal:
        return None
    if after in ("that", "to") and not _YEAR_TO.match(following_words(match)):
        return None
    return Reading("DATE", BLANK[unit], f"refshift {unit} 0")


#: "the year that ended June 30", "in the year to March"
_YEAR_TO: Final = re.compile(r"that ended|that ends|to (?:January|March|April|June|July|September|October|December)\b")


def reference_day(match: Match) -> Reading | None:
    """the same day, that day, the day before, the following day, a day earlier."""
    if match.lower == "that date" and preceding(match).lower() not in _OF_A_DATE:
        return None  # "papers that date back"
    count = -1 if match.has("before") else 1 if match.has("after") else 0
    part = part_segment(match)
    suffix = f"T{part_code(match)}" if part else ""
    return Reading(
        "TIME" if part else "DATE", "XXXX-XX-XX" + suffix, write(f"refshift day {count}", mod_of(match), part)
    )


_OF_A_DATE: Final = frozenset("on of by until till since from after before to and for".split())


def reference_unit(match: Match) -> Reading | None:
    """a year later, a month earlier, the year before."""
    unit = match.value("unit")
    count = -1 if match.has("before") else 1
    return Reading("DATE", BLANK[unit], f"refshift {unit} {count}") if unit in BLANK else None


def ago(match: Match) -> Reading | None:
    """two years ago, ten days ago, three weeks from now: a whole unit of that kind, as the words are no more exact."""
    unit, count = match.value("unit"), count_of(match)
    if (match.has("back") and (following(match).isalpha() or unit not in _LONG)) or (
        match.has("ref") and match.lower.endswith("prior") and following(match) == "to"
    ):
        return None  # "gave two years back", "two days prior to the vote"
    sign = 1 if match.has("ahead") else -1
    if match.has("fraction") and unit in ("year", "decade") and count:
        name, months = ("month", 12) if unit == "year" else ("year", 10)
        return Reading("DATE", BLANK[name], f"shift {name} {sign * (count * months + months // 2)} | mod about")
    if unit in ("second", "minute", "hour"):
        return Reading("DATE" if sign < 0 else "TIME", "PAST_REF" if sign < 0 else "FUTURE_REF")
    name = {"night": "day", "fortnight": "week"}.get(unit, unit)
    if name not in BLANK:
        return None
    if match.has("half") and unit in ("century", "decade", "year"):
        name, count = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}[unit]
        return Reading("DATE", BLANK[name], write(f"shift {name} {sign * count}", "mod about"))
    if count is None:  # "some years ago", "decades ago"
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "none")
    if unit == "fortnight":
        count *= 2
    if match.has("onweekday"):
        if name != "week":
            return None
        number = match.number("onweekday")
        return Reading("DATE", f"XXXX-WXX-{number}", f"weekday {number} | in shift week {-count}")
    if match.has("onday") and count is not None:
        return Reading("DATE", BLANK["day"], f"sameday {name} {-count} {match.number('onday') or 0}")
    op = "refshift" if match.has("ref") else "shift"
    return Reading("DATE", BLANK[name], write(f"{op} {name} {sign * count}", mod_of(match)))


_LONG: Final = frozenset({"week", "month", "year", "decade"})


def day_beside(match: Match) -> Reading | None:
    """ "The day before" a noun is reckoned from that noun, which no calendar knows: only alone is it a date."""
    word = following(match)
    if match.lower.endswith(("before", "after")) and word.isalpha():
        if word.lower() in ("the", "a", "an", "their", "his", "its", "her", "this", "that", "he", "they", "it", "she"):
            return None
        if word.lower() in ("yesterday", "tomorrow") or word[:1].isupper():
            return None
    return reference_day(match)


def unit_beside(match: Match) -> Reading | None:
    word = following(match)
    if match.lower.endswith(("before", "prior", "after")) and word.isalpha():
        return None
    return reference_unit(match)


def edge_of_unit(match: Match) -> Reading | None:
    unit = match.value("unit")
    if unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    return this_unit(match)
