"""Readings of months, seasons, quarters and halves."""

from __future__ import annotations

import calendar
import re
from typing import Final

from sitegen.dates.context import is_moved
from sitegen.dates.cues import write
from sitegen.dates.lexicon import SEASONS
from sitegen.dates.patterns import Match, Reading
from sitegen.dates.readings.parts import direction_of, following, mod_of, outer_of, preceding, year_of
from sitegen.edtf import MONTH_NAMES


def month_of_year(match: Match) -> Reading | None:
    month, year = match.number("month"), year_of(match)
    if month is None or year is None:
        return None
    value = f"{year:04}-{month:02}"
    return Reading("DATE", value, write(f"full {value}", mod_of(match)))


def month_alone(match: Match) -> Reading | None:
    """A month without its year: a direction or an outer year may stand beside it."""
    month = match.number("month")
    if month is None or (match.word("month") == "august" and match.has("dir")):
        return None
    return Reading(
        "DATE", f"XXXX-{month:02}", write(f"month {month}", outer_of(match), mod_of(match), direction_of(match))
    )


def bare_month(match: Match) -> Reading | None:
    """A month and nothing beside it; "May" and "March" must not be a name or a verb."""
    tokens, first = match.scanned.tokens, match.first
    word = match.word("month")
    before = next((t for t in reversed(tokens[max(0, first - 2) : first]) if not t.isspace()), "")
    after = next((t for t in tokens[match.last : match.last + 2] if not t.isspace()), "")
    if before in ("-", "/") or after in ("-", "/", "&"):
        neighbour = tokens[match.last + 1] if match.last + 1 < len(tokens) and after in ("-", "/") else ""
        if not (before == "-" or neighbour.lower() in _MONTHLIKE or neighbour.islower()):
            return None
    if before.istitle() and before.lower() not in _BEFORE_MONTH:
        return None
    if word == "august" and before.lower() in _ARTICLES:
        return None  # "this august assembly"
    if word.lower() in ("may", "march") and before.lower() not in _BEFORE_MAY and not match.has("mod"):
        return None
    if word.lower() in ("may", "march", "august", "june", "april") and before == "." and first >= 2:
        title = tokens[first - 3 : first - 2]
        if title and title[0] in ("Mr", "Mrs", "Ms", "Dr", "Miss"):
            return None
    if (
        after.istitle()
        and not match.has("mod")
        and before.lower() not in _BEFORE_MONTH
        and word.lower() in _GIVEN_NAMES
    ):
        return None  # "June Lee", "April Glaspie"
    return month_alone(match)


_BEFORE_MONTH: Final = frozenset(
    "throughout within over beyond into amid across come in since by until till from to of during through and or before after between around on late early mid the for this last next"
    " at as when while but its their a an his is was first".split()
)

#: before "May" and "March", which are names and verbs as well
_BEFORE_MAY: Final = _BEFORE_MONTH - frozenset("when while but as is was at for".split())
_ARTICLES: Final = frozenset("a an the this that these those such most so our your his her its their more and".split())
_GIVEN_NAMES: Final = frozenset({"june", "april", "august"})


_MONTHLIKE: Final = frozenset(name.lower() for name in MONTH_NAMES)


def month_range(match: Match) -> Reading | None:
    month, month2, year = match.number("month"), match.number("month2"), year_of(match)
    if month is None or month2 is None:
        return None
    if preceding(match) == "from" and is_moved(match.scanned.tokens, match.first - 2):
        return None
    year1 = year_of(match, "year1")
    if year:
        year1 = year1 or (year if month <= month2 else year - 1)
        if (year1, month) >= (year, month2):
            return None
        first, last = f"{year1:04}-{month:02}", f"{year:04}-{month2:02}"
        return Reading("DATE", f"{first}/{last}", f"full {first} | to full {last}")
    return Reading(
        "DATE", f"XXXX-{month:02}/XXXX-{month2:02}", write(f"month {month}", outer_of(match), f"to month {month2}")
    )


def ten_days(match: Match) -> Reading | None:
    """ "The first decade of June": in Russian manner ten days; the last of them run to the month's end. And its halves."""
    month, year = match.number("month"), year_of(match)
    nth = 3 if match.has("last") else match.number("nth")
    if month is None or nth is None or not 1 <= nth <= 3 or (match.has("ten") and match.number("ten") != 10):
        return None
    length = calendar.monthrange(year or 2001, month)[1]
    first, last = (10 * nth - 9, 10 * nth) if nth < 3 else (21, length)
    if match.has("half"):
        if nth == 3 and not match.has("last"):
            return None
        first, last = (1, 15) if nth == 1 else (16, length)
    elif match.has("last") and "decade" not in match.lower:
        first = length - 9
    if year:
        start, end = f"{year:04}-{month:02}-{first:02}", f"{year:04}-{month:02}-{last:02}"
        return Reading("DATE", f"{start}/{end}", f"full {start} | to full {end}")
    return Reading(
        "DATE",
        f"XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}",
        write(f"monthday {month} {first}", outer_of(match), f"to monthday {month} {last}"),
    )


def season(match: Match) -> Reading | None:
    code = SEASONS.get(match.word("season").lower())
    if code is None:
        return None
    number = year_of(match)
    if match.has("head"):
        number = (match.number("head") or 0) * 100 + (match.number("tens") or 0) + (match.number("ones") or 0)
    if number is not None:
        return Reading("DATE", f"{number:04}-{code}", write(f"full {number:04}-{code}", mod_of(match)))
    return Reading("DATE", f"XXXX-{code}", write(f"season {code}", outer_of(match), mod_of(match), direction_of(match)))


_SEASON_BEFORE: Final = frozenset(
    "in into by since until till during over through throughout for before after from of this".split()
)


def bare_season(match: Match) -> Reading | None:
    """A season with no year needs a preposition: "summer camp", "the fall of Rome", "the Arab Spring" are none."""
    tokens, first, last = match.scanned.tokens, match.first, match.last
    before = tokens[first - 2].lower() if first >= 2 else ""
    after = tokens[last + 1] if last + 1 < len(tokens) and tokens[last].isspace() else ""
    word = match.word("season")
    if before not in _SEASON_BEFORE or (word.istitle() and after.istitle()):
        return None
    if word.lower() == "fall" and (match.first == match.parts["season"] or after.lower() == "of" or before != "in"):
        return None
    if word.lower() == "spring" and after.lower() in ("to", "up", "from", "water"):
        return None
    return season(match)


def number_of_part(match: Match) -> int | None:
    word = match.word("q").lower()
    if word:
        return int(re.sub(r"\D", "", word))
    if match.has("final"):
        return 4
    return match.number("nth")


def quarter(match: Match) -> Reading | None:
    """A quarter; that of a fiscal year is named as the calendar's and softened, since its months differ by country."""
    number = number_of_part(match)
    if match.has("quarteryear"):
        digits = re.sub(r"\D", "", match.word("quarteryear"))
        word = match.word("quarteryear").lower()
        number, tail = (int(digits[0]), digits[1:])
        year = int(tail) if len(tail) == 4 else 2000 + int(tail)
        return Reading("DATE", f"{year}-Q{number}", f"full {year}-Q{number}" + (" | mod about" if "fy" in word else ""))
    if number is None or not 1 <= number <= 4:
        return None
    year_number, mod = year_of(match), mod_of(match)
    if match.has("fy"):
        year_number = int(match.word("fy")[2:])
        year_number += 2000 if year_number < 50 else 1900 if year_number < 100 else 0
        mod = "mod about"
    if year_number:
        return Reading("DATE", f"{year_number:04}-Q{number}", write(f"full {year_number:04}-Q{number}", mod))
    inner = outer_of(match) or ("in shift year -1" if match.has("yearago") else "")
    return Reading("DATE", f"XXXX-Q{number}", write(f"quarter {number}", inner, mod_of(match), direction_of(match)))


_FIGURES: Final = frozenset(
    "profit profits loss losses earnings results sales revenue revenues net income figures report growth output dividend".split()
)


def half(match: Match) -> Reading | None:
    number = 2 if match.has("final") or match.has("latter") else number_of_part(match)
    if number is None or not 1 <= number <= 2 or match.value("outer") not in ("", "year"):
        return None
    if match.has("reported") and following(match).lower() not in _FIGURES:
        return None  # "a first-half goal"
    year_number = year_of(match)
    if year_number:
        return Reading("DATE", f"{year_number:04}-H{number}", write(f"full {year_number:04}-H{number}", mod_of(match)))
    return Reading(
        "DATE", f"XXXX-H{number}", write(f"half {number}", outer_of(match), mod_of(match), direction_of(match))
    )
