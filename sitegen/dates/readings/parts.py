"""What several readings ask of a match: modifiers, the part of the day, an outer "last year", the words beside it."""

from __future__ import annotations

from typing import Final

from sitegen.dates.lexicon import DAY_PARTS, UNITS
from sitegen.dates.patterns import Match

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


def eve_of(match: Match) -> str:
    return "plus day -1" if match.word("mod").lower() == "eve" else ""


def said_weekday(match: Match) -> str:
    """The `wd` segment: a weekday beside the day checks the year."""
    number = match.number("weekday")
    return f"wd {number}" if number else ""


def part_segment(match: Match) -> str:
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


def day_of(match: Match, name: str = "day") -> int | None:
    day, tens = match.number(name), match.number("tens" + name[3:])
    return day if day is None or tens is None else tens + day if tens in (20, 30) and day < 10 else None


def following_words(match: Match) -> str:
    return "".join(match.scanned.tokens[match.last : match.last + 4]).strip()


def direction_of(match: Match) -> str:
    word = match.word("dir").lower()
    direction = {
        "last": "last", "past": "last", "next": "next", "coming": "next", "upcoming": "next", "forthcoming": "next",
        "this": "this", "following": "after", "previous": "before", "preceding": "before", "subsequent": "after",
    }.get(word)  # fmt: skip
    return f"dir {direction}" if direction else ""


BLANK: Final = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "season": "XXXX-XX",
}  # fmt: skip


def following(match: Match) -> str:
    tokens, last = match.scanned.tokens, match.last
    return tokens[last + 1] if last + 1 < len(tokens) and tokens[last].isspace() else ""


def glued(match: Match) -> bool:
    """Whether a hyphen makes the phrase the head of a longer word: "the quarter-to-quarter change"."""
    return match.scanned.tokens[match.last : match.last + 1] == ["-"]


def preceding(match: Match) -> str:
    tokens, first = match.scanned.tokens, match.first
    return tokens[first - 2] if first > 1 and tokens[first - 1].isspace() else tokens[first - 1] if first else ""


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


_WHOLE: Final = {"decade": "DE", "century": "CE"}


def span(unit: str, count: str) -> str:
    """TIMEX3's duration of so many units."""
    letter, timed = UNITS[unit]
    if unit == "fortnight":
        return f"P{int(count) * 2}W" if count.isdigit() else "PXW"
    return f"P{'T' if timed else ''}{count}{_WHOLE.get(unit, letter)}"
