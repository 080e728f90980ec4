"""What the rules make of their words: functions from a match to a `Reading`, or None where it is after all no date."""

from __future__ import annotations

import re
from typing import Final

from sitegen.dates import calendar as cal
from sitegen.dates.cues import write
from sitegen.dates.lexicon import DAY_PARTS, DECADE_WORDS, FREQUENCY, SEASONS, UNITS, VALUES
from sitegen.dates.patterns import Match, Reading
from sitegen.edtf import MONTH_NAMES

_EDGES: Final = {
    "early": "early", "late": "late", "mid": "mid", "earlier": "earlier", "later": "later", "end": "end",
    "close": "end", "start": "start", "beginning": "start", "turn": "start", "onset": "start", "middle": "mid",
    "rest": "rest", "remainder": "rest", "around": "about", "about": "about", "circa": "about", "nearly": "about",
    "almost": "about", "approximately": "about", "roughly": "about", "some": "about", "barely": "about",
}  # fmt: skip


def mod_of(match: Match) -> str:
    """The `mod` segment: what "early", "the end of", "about" do to the date."""
    word = (match.word("mod") or match.word("about")).lower()
    return f"mod {_EDGES[word]}" if word in _EDGES else ""


def part_code(match: Match) -> str:
    """TIMEX3's code of the part of the day, "" without one."""
    return DAY_PARTS.get(match.word("part").lower(), "")


def _eve(match: Match) -> str:
    return "plus day -1" if match.word("mod").lower() == "eve" else ""


def _said_weekday(match: Match) -> str:
    """The `wd` segment: a weekday beside the day checks the year."""
    number = match.number("weekday")
    return f"wd {number}" if number else ""


def _part(match: Match) -> str:
    part = part_code(match)
    return f"part {part}" if part else ""


def year_of(match: Match, name: str = "year") -> int | None:
    """The four-digit year of a part; two digits mean the years 1950 to 2049."""
    number = match.number(name)
    if number is not None and number < 100:
        return number + (1900 if number >= 50 else 2000)
    return number


def outer_of(match: Match) -> str:
    """The `in` segment: "last year", "this month", "that year" beside a part of it."""
    unit = match.value("outer")
    if not unit:
        return ""
    word = match.word("rel").lower()
    if word in ("that", "same") or match.has("ref"):
        return f"in refshift {unit} 0"
    return f"in shift {unit} {match.value('rel') or 0}"


# --- days, months, years -----------------------------------------------------------------------------------------


def _day(match: Match, name: str = "day") -> int | None:
    day, tens = match.number(name), match.number("tens" + name[3:])
    return day if day is None or tens is None else tens + day if tens in (20, 30) and day < 10 else None


def calendar_day(match: Match) -> Reading | None:
    """A day and a month, with or without a year, a weekday, a part of the day, an outer "last year"."""
    month, day, year = match.number("month"), _day(match), year_of(match)
    if month is None or day is None:
        return None
    if not cal.day_of_any_year(month, day) or (year and not cal.date(year, month, day)):
        if not 1 <= day <= 31:
            return None
        named = f"{day} {MONTH_NAMES[month - 1]}" + (f" {year}" if year else "")
        return Reading("DATE", f"{year or 'XXXX'}-{month:02}-{day:02}", "none", f"{named} is not a day of the calendar")
    part, outer = _part(match), outer_of(match)
    kind = "TIME" if part else "DATE"
    suffix = f"T{part_code(match)}" if part else ""
    if year:
        value = f"{year:04}-{month:02}-{day:02}"
        return Reading(kind, value + suffix, write(f"full {value}", mod_of(match), part, _eve(match), _said_weekday(match)))
    if _NAMED_ATTACKS.match(following_words(match)):
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", "none", hint=True)
    cue = write(f"monthday {month} {day}", outer, mod_of(match), _dir(match), part, _eve(match), _said_weekday(match))
    return Reading(kind, f"XXXX-{month:02}-{day:02}{suffix}", cue)


#: a day that has become a name ("the Sept. 11 attacks"): its year is not that of the news
_NAMED_ATTACKS: Final = re.compile(r"(terrorist |terror )?(attacks?|attackers?|hijackers?)\b", re.IGNORECASE)


def following_words(match: Match) -> str:
    return "".join(match.scanned.tokens[match.last : match.last + 4]).strip()


def day_range(match: Match) -> Reading | None:
    """Two days of a month or of two, one year or none; "11 and 12 July" only where the days follow each other."""
    month, month2 = match.number("month"), match.number("month2")
    day, day2, year = _day(match), _day(match, "day2"), year_of(match)
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


def month_of_year(match: Match) -> Reading | None:
    month, year = match.number("month"), year_of(match)
    if month is None or year is None:
        return None
    value = f"{year:04}-{month:02}"
    return Reading("DATE", value, write(f"full {value}", mod_of(match)))


def _dir(match: Match) -> str:
    word = match.word("dir").lower()
    direction = {
        "last": "last", "past": "last", "next": "next", "coming": "next", "upcoming": "next", "forthcoming": "next",
        "this": "this", "following": "after", "previous": "before", "preceding": "before", "subsequent": "after",
    }.get(word)  # fmt: skip
    return f"dir {direction}" if direction else ""


def month_alone(match: Match) -> Reading | None:
    """A month without its year: a direction or an outer year may stand beside it."""
    month = match.number("month")
    if month is None:
        return None
    return Reading("DATE", f"XXXX-{month:02}", write(f"month {month}", outer_of(match), mod_of(match), _dir(match)))


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
    if word.lower() in ("may", "march") and before.lower() not in _BEFORE_MONTH and not match.has("mod"):
        return None
    if word.lower() in ("may", "march", "august", "june", "april") and before == "." and first >= 2:
        title = tokens[first - 3 : first - 2]
        if title and title[0] in ("Mr", "Mrs", "Ms", "Dr", "Miss"):
            return None
    if after.istitle() and not match.has("mod") and before.lower() not in _BEFORE_MONTH and word.lower() in _GIVEN_NAMES:
        return None  # "June Lee", "April Glaspie"
    if word.lower() == "may" and after.lower() in _AFTER_MODAL:
        return None
    return month_alone(match)


_BEFORE_MONTH: Final = frozenset(
    "in since by until till from to of during through and or before after between around on late early mid the for this last next"
    " at as when while but its their a an his is was first".split()
)
_GIVEN_NAMES: Final = frozenset({"june", "april", "august"})
_AFTER_MODAL: Final = frozenset("be have not also well the i you we he she they it god".split())
_MONTHLIKE: Final = frozenset(name.lower() for name in MONTH_NAMES)


def month_range(match: Match) -> Reading | None:
    month, month2, year = match.number("month"), match.number("month2"), year_of(match)
    if month is None or month2 is None:
        return None
    year1 = year_of(match, "year1")
    if year:
        year1 = year1 or (year if month <= month2 else year - 1)
        if (year1, month) >= (year, month2):
            return None
        first, last = f"{year1:04}-{month:02}", f"{year:04}-{month2:02}"
        return Reading("DATE", f"{first}/{last}", f"full {first} | to full {last}")
    return Reading("DATE", f"XXXX-{month:02}/XXXX-{month2:02}", write(f"month {month}", outer_of(match), f"to month {month2}"))


def day_alone(match: Match) -> Reading | None:
    day = _day(match)
    if day is None or not 1 <= day <= 31:
        return None
    outer = outer_of(match)
    return Reading("DATE", f"XXXX-XX-{day:02}", write(f"dom {day}", outer))


def year(match: Match) -> Reading | None:
    number = year_of(match)
    if number is None or not 1000 <= number <= 2199:
        return None
    return Reading("DATE", f"{number:04}", write(f"full {number:04}", mod_of(match)))


_YEAR_BEFORE: Final = frozenset(
    "in since by until till from to of during through throughout and or before after between around for late early mid as than than"
    " the this that with a an its their his her our about versus vs back circa".split()
)
_NOT_AFTER: Final = frozenset(
    "resolution resolutions no nos number article articles section sections flight flights model page pages room act protocol"
    " convention bill order decree directive regulation rule paragraph para chapter route highway boeing airbus lot unit units"
    " volume vol level windows office iso version class type serial block studio top bottom nearly over almost least most"
    " exactly total only another some more fewer less up".split()
)
#: what a number counts, when it stands right before: "2000 people"
_COUNTED: Final = frozenset(
    "people soldiers troops men women children workers employees jobs personnel servicemen officers fighters militants refugees"
    " students participants delegates guests visitors residents families households houses homes vehicles tanks aircraft"
    " tons tonnes kilometers kilometres km miles metres meters feet hectares acres kg pounds dollars rubles roubles rupees"
    " yuan euros percent per pct million billion thousand units shares points times hours days weeks months years members"
    " cases deaths casualties companies firms schools villages barrels mw gw kwh gmt utc est hrs others observers police"
    " cents users copies items degrees votes seats sq square square-foot cubic strong".split()
)


def bare_year(match: Match) -> Reading | None:
    """Four digits with nothing beside them: a year unless they count, price or number something."""
    number = match.number("year")
    if number is None:
        return None
    tokens, first, last = match.scanned.tokens, match.first, match.last
    before = tokens[first - 1] if first else ""
    if before.isspace():
        before = tokens[first - 2] if first > 1 else ""
    after = tokens[last] if last < len(tokens) else ""
    following = tokens[last + 1] if last + 1 < len(tokens) else ""
    word = before.lower()
    if match.has("mod"):
        return year(match)
    if not before.isalnum() and before and before[-1] in "$£€¥#.:+%&*=@_~^<>|\\" and before != ".":
        return None
    if after and after in "$€£%°" or (after in (":", ",") and following[:1].isdigit() and len(following) == 3):
        return None
    if after.isspace() and following.lower() in _COUNTED or after == "-" and following.lower() in _COUNTED:
        return None
    if word in _NOT_AFTER or (before == "." and first > 2 and tokens[first - 3].lower() in ("no", "nos", "art", "res")):
        return None
    if before == "-" or before == "/":
        head = tokens[first - 2] if first > 1 else ""
        if not head.isspace() and not head[:1].islower():
            return year(match)._replace(hint=True) if head.isalpha() and before == "-" else None  # "Interaction-2014"
        return year(match)._replace(hint=not head.islower()) if head.isalpha() else None
    if match.has("oldyear") or not 1900 <= number <= 2059:
        return year(match) if word in _YEAR_BEFORE and 1000 <= number and word not in ("than", "the", "a", "of", "to") else None
    if (before.istitle() or (before.isupper() and len(before) > 1)) and word not in _YEAR_BEFORE and word not in _SENTENCE_WORDS:
        if before.isalpha() and first > 1:
            return year(match)._replace(hint=True)  # "Peace Mission 2014"
    if word in ("to", "for", "than", "a", "an", "about", "around", "with", "some") and after.isspace() and following.islower():
        if following.endswith("s") and following not in ("was", "is", "has", "as", "its", "this"):
            return None
    return year(match)


_SENTENCE_WORDS: Final = frozenset("but while when if though although so yet early late spring summer autumn fall winter".split())


def decade_of_century(match: Match) -> Reading | None:
    """A decade; without its century only after "the", since ages and temperatures look the same."""
    word, first = match.word("decade").lower(), match.first
    full = word[:4].isdigit()
    before = match.scanned.tokens[first - 2].lower() if first > 1 else ""
    if not full and not match.lower.startswith("the ") and before not in ("and", "or"):
        return None
    if not full and before in ("his", "her", "their", "in") and not match.lower.startswith("the "):
        return None
    return decade(match)


def spelled_year(match: Match) -> Reading | None:
    """ "nineteen seventy-nine", "two thousand", "two thousand and five"."""
    head, tens, ones = match.number("head"), match.number("tens") or 0, match.number("ones") or 0
    if head is None:
        return None
    if match.has("thousand"):
        number = head * 1000 + tens + ones
        if not ones and not match.lower.startswith(("year", "the year")):
            return None
    elif head in (18, 19, 20) and 10 <= tens <= 99:
        number = head * 100 + tens + ones
    else:
        return None
    return Reading("DATE", f"{number:04}", write(f"full {number:04}", mod_of(match))) if 1000 <= number <= 2199 else None


def fiscal_year(match: Match) -> Reading | None:
    """A fiscal year overlaps two calendar years: its own year, softly."""
    word = match.word("fy").lower()
    number = int(word[2:]) if word else year_of(match)
    if number is None:
        return None
    if number < 100:
        number += 1900 if number >= 50 else 2000
    return Reading("DATE", f"{number:04}", f"full {number:04} | mod about")


def year_range(match: Match) -> Reading | None:
    first, last = year_of(match), match.number("year2")
    if first is None or last is None:
        return None
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 150:
        return None
    return Reading("DATE", f"{first:04}/{last:04}", f"full {first:04} | to full {last:04}")


def decade(match: Match) -> Reading | None:
    word = match.word("decade").lower()
    tens = DECADE_WORDS.get(word)
    if tens is None:
        digits = re.match(r"\d+", word, re.ASCII)
        if digits is None:
            return None
        tens = int(digits[0][-2:]) // 10
        century = digits[0][:2] if len(digits[0]) == 4 else ""
    else:
        century = ""
    value = f"{century or ('20' if tens < 2 else '19')}{tens}"
    return Reading("DATE", value, write(f"full {value}", mod_of(match)))


def century(match: Match) -> Reading | None:
    number = match.number("nth")
    if number is None or not 10 <= number <= 22:
        return None
    if match.lower.endswith("-century") and match.text.endswith("Century"):
        return None  # a name: "the 21st-Century Silk Road"
    return Reading("DATE", f"{number - 1:02}", write(f"full {number - 1:02}", mod_of(match)))


def season(match: Match) -> Reading | None:
    code = SEASONS.get(match.word("season").lower())
    if code is None:
        return None
    number = year_of(match)
    if match.has("head"):
        number = (match.number("head") or 0) * 100 + (match.number("tens") or 0) + (match.number("ones") or 0)
    if number is not None:
        return Reading("DATE", f"{number:04}-{code}", write(f"full {number:04}-{code}", mod_of(match)))
    return Reading("DATE", f"XXXX-{code}", write(f"season {code}", outer_of(match), mod_of(match), _dir(match)))


_SEASON_BEFORE: Final = frozenset("in by since until till during over through throughout for before after from of this".split())


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


def _number_of_part(match: Match) -> int | None:
    word = match.word("q").lower()
    if word:
        return int(re.sub(r"\D", "", word))
    if match.has("final"):
        return 4
    return match.number("nth")


def quarter(match: Match) -> Reading | None:
    number = _number_of_part(match)
    if number is None or not 1 <= number <= 4:
        return None
    year_number = year_of(match)
    if year_number:
        return Reading("DATE", f"{year_number:04}-Q{number}", write(f"full {year_number:04}-Q{number}", mod_of(match)))
    inner = outer_of(match) or ("in shift year -1" if match.has("yearago") else "")
    return Reading("DATE", f"XXXX-Q{number}", write(f"quarter {number}", inner, mod_of(match), _dir(match)))


def half(match: Match) -> Reading | None:
    number = 2 if match.has("final") or match.has("latter") else _number_of_part(match)
    if number is None or not 1 <= number <= 2:
        return None
    year_number = year_of(match)
    if year_number:
        return Reading("DATE", f"{year_number:04}-H{number}", write(f"full {year_number:04}-H{number}", mod_of(match)))
    return Reading("DATE", f"XXXX-H{number}", write(f"half {number}", outer_of(match), mod_of(match), _dir(match)))


def half_of_decade(match: Match) -> Reading | None:
    found = decade(match)
    return found._replace(cue=write(found.cue, "mod about")) if found else None


def numeric(match: Match) -> Reading | None:
    """12.03.1999, 7/8/07, 1999/03/12: with points the day comes first; with strokes either may, unless one exceeds 12."""
    text = match.word("numdate")
    separator = re.sub(r"\d", "", text)[0]
    parts = text.split(separator)
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return _explicit(a, b, c) if len(parts[2]) <= 2 else None
    if len(parts[0]) > 2 or len(parts[2]) == 3:
        return None
    year_number = c if len(parts[2]) == 4 else c + (1900 if c >= 50 else 2000)
    if not 1000 <= year_number <= 2199 or not (a and b):
        return None
    if separator == "." or a > 12:
        return _explicit(year_number, b, a) if a <= 31 and b <= 31 else None
    if b > 12 or a == b:
        return _explicit(year_number, a, b) if b <= 31 else None
    return Reading("DATE", f"{year_number:04}-XX-XX", f"numeric {a} {b} {year_number}")


def _explicit(year_number: int, month: int, day: int) -> Reading | None:
    value = f"{year_number:04}-{month:02}-{day:02}"
    if not 1000 <= year_number <= 2199 or month > 31 or day > 31:
        return None
    if not cal.date(year_number, month, day):
        return Reading("DATE", value, "none", f"{value} is not a day of the calendar")
    return Reading("DATE", value, f"full {value}")


def iso_day(match: Match) -> Reading | None:
    return _explicit(*(int(part) for part in match.word("iso").split("-")))


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
        return Reading("DATE", day.isoformat(), f"full {day.isoformat()}") if day else None
    return Reading("DATE", "XXXX-XX-XX", write(f"holiday {words[0].replace(' ', '_')}", outer_of(match), _dir(match)))


# --- reckoned from publication or from what was said before --------------------------------------------------------


def weekday(match: Match) -> Reading | None:
    number = match.number("weekday")
    if number is None:
        return None
    if match.first == match.parts["weekday"] and _preceding(match) in _NAMED_DAYS or _following(match) in _PAPERS:
        return None  # "Black Friday", "the Sunday Times"
    part = ""
    suffix = f"T{part_code(match)}" if part else ""
    outer = outer_of(match)
    return Reading(
        "TIME" if part else "DATE", f"XXXX-WXX-{number}{suffix}", write(f"weekday {number}", outer, mod_of(match), _dir(match), part)
    )


_NAMED_DAYS: Final = frozenset("Black Bloody Super Cyber Ash Palm Holy Maundy Fat Spy Giving Small Ruby Man".split())
_PAPERS: Final = frozenset("Times Telegraph Express Mirror Mail Post Observer Guardian Herald Independent Star Tribune Standard".split())


def nth_weekday(match: Match) -> Reading | None:
    number, nth, month = match.number("weekday"), -1 if match.has("final") else match.number("nth"), match.number("month")
    if number is None or month is None or nth is None or nth > 5:
        return None
    year_number = year_of(match)
    inner = f"in full {year_number:04}" if year_number else outer_of(match)
    return Reading("DATE", "XXXX-XX-XX", write(f"nth {number} {nth} {month}", inner))


def week_of_month(match: Match) -> Reading | None:
    nth, month = -1 if match.has("final") else match.number("nth"), match.number("month")
    if month is None or nth is None or nth > 5:
        return None
    year_number = year_of(match)
    inner = f"in full {year_number:04}" if year_number else outer_of(match)
    return Reading("DATE", "XXXX-WXX", write(f"weekof {nth} {month}", inner))


_BLANK: Final = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "season": "XXXX-XX",
}  # fmt: skip


def day_word(match: Match) -> Reading | None:
    """yesterday, today, tomorrow, and the days beside them."""
    if match.word("dayword") == "Today" and match.last - match.first == 1 and _preceding(match).istitle():
        return None  # a paper's or a channel's name
    if match.word("dayword").lower() == "today" and following_words(match).lower().startswith(("'s world", "'s society", "\u2019s world")):
        return Reading("DATE", "PRESENT_REF", "none")
    offset = match.number("dayword") or 0
    if match.has("beyond"):
        offset *= 2
    part = _part(match)
    suffix = f"T{part_code(match)}" if part else ""
    return Reading("TIME" if part else "DATE", "XXXX-XX-XX" + suffix, write(f"shift day {offset}", mod_of(match), part))


def part_of_today(match: Match) -> Reading | None:
    """this morning, tonight, last night."""
    word = match.lower
    offset = -1 if "last" in word else 1 if word == "tomorrow night" else 0
    part = "NI" if "tonight" in word or "overnight" in word else part_code(match)
    return Reading("TIME", f"XXXX-XX-XXT{part}", write(f"shift day {offset}", mod_of(match), f"part {part}"))


def shift(match: Match) -> Reading | None:
    """last week, this month, next year, the current quarter."""
    unit = match.value("unit")
    word = match.word("shift").lower()
    if unit in ("decade", "century") and word == "past":
        return Reading("DURATION", span(unit, "1"), "none")
    if unit not in _BLANK or _glued(match):
        return None
    count = match.number("shift") or 0
    if unit == "weekend":
        return Reading("DATE", _BLANK[unit], write("weekend", mod_of(match), f"dir {_weekend_dir(count)}"))
    if word in ("that", "same"):
        return Reading("DATE", _BLANK[unit], write(f"refshift {unit} 0", mod_of(match)))
    if word in ("following", "previous", "preceding", "subsequent", "succeeding", "ensuing", "prior"):
        return Reading("DATE", _BLANK[unit], write(f"refshift {unit} {count}", mod_of(match)))
    return Reading("DATE", _BLANK[unit], write(f"shift {unit} {count}", mod_of(match)))


def _weekend_dir(count: int) -> str:
    return "last" if count < 0 else "next" if count > 0 else "this"


def the_weekend(match: Match) -> Reading | None:
    return Reading("DATE", _BLANK["weekend"], write("weekend", mod_of(match)))


def this_unit(match: Match) -> Reading | None:
    """the end of the year, earlier in the month: the unit of publication."""
    unit = match.value("unit")
    return Reading("DATE", _BLANK[unit], write(f"shift {unit} 0", mod_of(match))) if unit in _BLANK else None


def beyond_next(match: Match) -> Reading | None:
    """the week after next, the year before last."""
    unit, count = match.value("unit"), 2 if match.has("after") else -2
    return Reading("DATE", _BLANK[unit], f"shift {unit} {count}") if unit in _BLANK else None


def period(match: Match) -> Reading | None:
    """ "the quarter", "the latest period", "the year-ago quarter": the one whose figures are spoken of."""
    if _glued(match):
        return None
    years = -1 if match.has("yearago") else 0
    unit = match.value("unit") or "period"
    return Reading("DATE", "XXXX-QX", f"period {unit} {years}")


def same_period(match: Match) -> Reading | None:
    """ "the same period last year"."""
    count = match.number("shift")
    years = -1 if count is None or match.has("yearago") else count
    return Reading("DATE", "XXXX-QX", f"period {match.value('unit') or 'period'} {years}")


def period_of_year(match: Match) -> Reading | None:
    """ "the 1988 period": what is spoken of, in that year."""
    number = year_of(match)
    return Reading("DATE", f"{number:04}", f"full {number:04}") if number else None


def year_ago(match: Match) -> Reading | None:
    return Reading("DATE", "XXXX", "yearago ref" if match.has("earlier") else "yearago")


def edge_year(match: Match) -> Reading | None:
    """ "the full year", "the entire year": the year spoken of, else publication's."""
    return Reading("DATE", "XXXX", "shift year 0")


def year_attributive(match: Match) -> Reading | None:
    return Reading("DATE", "XXXX", "yearago")


def reference_day(match: Match) -> Reading | None:
    """the same day, that day, the day before, the following day, a day earlier."""
    count = -1 if match.has("before") else 1 if match.has("after") else 0
    part = _part(match)
    suffix = f"T{part_code(match)}" if part else ""
    return Reading("TIME" if part else "DATE", "XXXX-XX-XX" + suffix, write(f"refshift day {count}", mod_of(match), part))


def reference_unit(match: Match) -> Reading | None:
    """a year later, a month earlier, the year before."""
    unit = match.value("unit")
    count = -1 if match.has("before") else 1
    return Reading("DATE", _BLANK[unit], f"refshift {unit} {count}") if unit in _BLANK else None


def count_of(match: Match) -> int | None:
    """How many units; None where the words are vague."""
    if match.has("dozen"):
        return 12
    if "couple" in match.lower:
        return 2
    if match.word("n").lower() in ("a", "an"):
        return 1
    number = match.number("n")
    extra = match.number("m")
    if number is not None and extra is not None:
        return number + extra if number >= 20 and number % 10 == 0 and extra < 10 else None
    return number


def ago(match: Match) -> Reading | None:
    """two years ago, ten days ago, three weeks from now: a whole unit of that kind, as the words are no more exact."""
    unit, count = match.value("unit"), count_of(match)
    sign = 1 if match.has("ahead") else -1
    if unit in ("second", "minute", "hour"):
        return Reading("DATE" if sign < 0 else "TIME", "PAST_REF" if sign < 0 else "FUTURE_REF")
    name = {"night": "day", "fortnight": "week"}.get(unit, unit)
    if name not in _BLANK:
        return None
    if match.has("half") and unit in ("century", "decade", "year"):
        name, count = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}[unit]
        return Reading("DATE", _BLANK[name], write(f"shift {name} {sign * count}", "mod about"))
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "none")
    if unit == "fortnight":
        count *= 2
    op = "refshift" if match.has("ref") else "shift"
    return Reading("DATE", _BLANK[name], write(f"{op} {name} {sign * count}", mod_of(match)))


# --- durations, sets, times, references ----------------------------------------------------------------------------

_WHOLE: Final = {"decade": "DE", "century": "CE"}


def span(unit: str, count: str) -> str:
    """TIMEX3's duration of so many units."""
    letter, timed = UNITS[unit]
    if unit == "fortnight":
        return f"P{int(count) * 2}W" if count.isdigit() else "PXW"
    return f"P{'T' if timed else ''}{count}{_WHOLE.get(unit, letter)}"


_RATE_BEFORE: Final = frozenset(
    "within in for after of over than about once took take takes last lasted him them it nearly almost just only every"
    " less more during through the what quite by and or to from at with is was be been as that spend spent".split()
)


def duration(match: Match) -> Reading | None:
    unit = match.value("unit")
    if unit not in UNITS:
        return None
    after = _following(match).lower()
    if after == "old" or match.lower.endswith("old") or (match.scanned.tokens[match.last : match.last + 1] == ["-"] and
        match.scanned.tokens[match.last + 1 : match.last + 2] in (["old"], ["olds"])):
        return None  # an age
    if match.text.istitle() and _preceding(match) not in ("", ".", '"', "\u201d", "\n") and match.last - match.first == 3:
        if match.scanned.tokens[match.first - 1].isspace() and match.scanned.tokens[match.first - 1] == " ":
            return None  # a name: "60 Minutes"
    if unit == "quarter" and match.word("n").lower() == "a":
        return None  # a fraction
    if match.lower == "one day" and _preceding(match).lower() not in _RATE_BEFORE:
        return None
    if match.last - match.first == 3 and match.word("n").lower() in ("a", "an") and match.has("unit"):
        before = _preceding(match)
        if _following(match).lower() in ("after", "before", "later", "ago", "from", "since"):
            before = ""
        if before and (before[-1].isdigit() or before.isalpha()) and before.lower() not in _RATE_BEFORE and before[-1] in "s0123456789n":
            return Reading("SET", span(unit, "1"), "none")
    if match.has("half"):
        halves = {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
        return Reading("DURATION", halves[unit], "none") if unit in halves else None
    number = match.word("n")
    count = count_of(match)
    if unit == "hour" and len(number) == 4 and number.isdigit():
        return None  # a clock time: "1430 hrs"
    if count is None:
        text = "X" if not match.has("decimal") else number
    elif "." in number:
        text = number
    else:
        text = str(count)
    if match.has("den") and count is not None and unit == "year":
        months = 12 * (match.number("num") or 0) // max(1, match.number("den") or 1)
        return Reading("DURATION", f"P{count}Y{months}M" if months else f"P{count}Y", "none")
    if match.has("fraction") and count is not None:
        more = {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H", "week": "3D", "month": "2W"}.get(unit)
        return Reading("DURATION", span(unit, str(count)) + more, "none") if more else None
    cue = "none"
    if match.has("aftermath") and _goes_on(match):
        return None
    if (match.has("onward") or match.has("aftermath")) and count is not None and unit in _BLANK:
        cue = f"refshift {unit} {count}"
    return Reading("DURATION", span(unit, text), cue)


def _goes_on(match: Match) -> bool:
    """Whether a word follows: "two months after the summit" is reckoned from the summit, "two months after, he" is not."""
    return match.scanned.tokens[match.last : match.last + 1] not in ([","], ["."], [";"])


def unit_span(match: Match) -> Reading | None:
    """ "the day", "a week" with no more said: one unit."""
    unit = match.value("unit")
    return Reading("DURATION", span(unit, "1"), "none") if unit in UNITS else None


def vague_span(match: Match) -> Reading | None:
    """recent years, coming weeks, decades."""
    unit = match.value("unit")
    return Reading("DURATION", span(unit, "X"), "none") if unit in UNITS else None


def frequency(match: Match) -> Reading | None:
    if match.lower == "quarterly" or _following(match).isalpha() and match.lower in ("daily", "weekly", "monthly") or match.text.istitle() and match.first:
        return None
    return Reading("SET", FREQUENCY[match.word("frequency").lower()], "none")


def every(match: Match) -> Reading | None:
    if match.has("weekday"):
        return Reading("SET", f"XXXX-WXX-{match.number('weekday')}", "none")
    if match.has("month"):
        return Reading("SET", f"XXXX-{match.number('month'):02}", "none")
    if match.has("season"):
        return Reading("SET", f"XXXX-{match.value('season')}", "none")
    if match.has("part"):
        return Reading("SET", f"XXXX-XX-XXT{part_code(match)}", "none")
    unit = match.value("unit")
    if unit not in UNITS:
        return None
    count = 2 if match.has("other") else match.number("n") or 1
    return Reading("SET", span(unit, str(count)), "none")


def weekdays(match: Match) -> Reading | None:
    number = cal_weekday(match.word("weekdays"))
    return Reading("SET", f"XXXX-WXX-{number}", "none") if number else None


def cal_weekday(word: str) -> int | None:
    from sitegen.dates.lexicon import WEEKDAYS

    return WEEKDAYS.get(word.lower().removesuffix("s"))


def past(match: Match) -> Reading | None:
    return Reading("DATE", "PAST_REF", "none")


def present(match: Match) -> Reading | None:
    return Reading("DATE", "PRESENT_REF", "none")


def future(match: Match) -> Reading | None:
    return Reading("DATE", "FUTURE_REF", "none")


def clock_time(match: Match) -> Reading | None:
    """A clock time, alone or with its day. Alone it has no date: type TIME, `edtf` None."""
    hour, minute = match.number("hour"), 0
    if match.has("clock"):
        pieces = re.split(r"[:.]", match.word("clock"))
        hour, minute = int(pieces[0]), int(pieces[1])
        if len(pieces[1]) != 2:
            return None
    if match.has("ampmword"):
        word = match.word("ampmword").lower()
        hour, mark = int(word[:-2]), word[-2]
    else:
        mark = match.word("ampm").lower()[:1]
    if match.has("named"):
        hour = {"noon": 12, "midday": 12, "midnight": 24}[match.word("named").lower()]
    if match.has("morning"):
        mark = "a"
    elif match.has("pmpart"):
        mark = "p"
    if match.has("part"):
        found = day_word(match) if match.has("dayword") else weekday(match)
        return found and found._replace(cue=found.cue)
    if hour is None or hour > 24 or minute > 59:
        return None
    if mark == "p" and hour < 12:
        hour += 12
    elif mark == "a" and hour == 12:
        hour = 0
    clock = f"{hour:02}:{minute:02}"
    zone = "Z" if match.word("zone").lower() in ("utc", "gmt") else ""
    tail = f"T{clock}{zone}"
    segments = (f"clock {clock}", f"zone {zone}" if zone else "")
    base = weekday(match) if match.has("weekday") and not match.has("month") else None
    if match.has("month"):
        base = calendar_day(match)
    elif match.has("dayword"):
        base = day_word(match)
    if base is None:
        return Reading("TIME", "XXXX-XX-XX" + tail, write("clock", *segments))
    if base.problem:
        return base
    return Reading("TIME", base.value.partition("T")[0] + tail, write(base.cue, *segments))




def day_beside(match: Match) -> Reading | None:
    """ "The day before" a noun is reckoned from that noun, which no calendar knows: only alone is it a date."""
    following = _following(match)
    if match.lower.endswith(("before", "after")) and following.isalpha():
        if following.lower() in ("the", "a", "an", "their", "his", "its", "her", "this", "that", "he", "they", "it", "she"):
            return None
        if following.lower() in ("yesterday", "tomorrow") or following[:1].isupper():
            return None
    return reference_day(match)


def unit_beside(match: Match) -> Reading | None:
    following = _following(match)
    if match.lower.endswith(("before", "after")) and following.isalpha():
        return None
    return reference_unit(match)


def _following(match: Match) -> str:
    tokens, last = match.scanned.tokens, match.last
    return tokens[last + 1] if last + 1 < len(tokens) and tokens[last].isspace() else ""


def _glued(match: Match) -> bool:
    """Whether a hyphen makes the phrase the head of a longer word: "the quarter-to-quarter change"."""
    return match.scanned.tokens[match.last : match.last + 1] == ["-"]


def _preceding(match: Match) -> str:
    tokens, first = match.scanned.tokens, match.first
    return tokens[first - 2] if first > 1 and tokens[first - 1].isspace() else tokens[first - 1] if first else ""


def edge_of_unit(match: Match) -> Reading | None:
    unit = match.value("unit")
    if unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    return this_unit(match)


def clock_alone(match: Match) -> Reading | None:
    """Only what is written as a time: "noon" or 10:35; a score ("won 2:1") is none."""
    if match.has("named") and match.lower != "noon":
        return None
    if match.has("clock") and not match.has("ampm") and ":" in match.word("clock"):
        if len(match.word("clock")) < 4:
            return None
    return clock_time(match)


def part_alone(match: Match) -> Reading | None:
    part = part_code(match)
    return Reading("TIME", f"XXXX-XX-XXT{part}", f"clock | part {part}") if match.word("mod").lower() == "mid" else None


def onward(match: Match) -> Reading | None:
    return duration(match)


def vague_units(match: Match) -> Reading | None:
    return vague_span(match)


def recently(match: Match) -> Reading | None:
    if match.lower == "the past" and _following(match):
        after = _following(match).lower()
        if after in VALUES or after in ("few", "several", "couple", "many") or after[:1].isdigit():
            return None
    return past(match)


def soon(match: Match) -> Reading | None:
    if "foreseeable" in match.lower or match.lower in ("soon", "future") and _following(match).lower() in ("after", "as"):
        return None
    if match.lower == "future" or _preceding(match).lower() == "as" and match.lower == "soon":
        return None
    return future(match)
