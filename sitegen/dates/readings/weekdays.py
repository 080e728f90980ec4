"""Readings of weekdays, of yesterday, today and tomorrow, and of this morning and last night."""

from __future__ import annotations

from typing import Final

from sitegen.dates.cues import write
from sitegen.dates.lexicon import DAY_PARTS
from sitegen.dates.patterns import Match, Reading
from sitegen.dates.readings.parts import (
    direction_of,
    following,
    following_words,
    mod_of,
    outer_of,
    part_code,
    part_segment,
    preceding,
)


def weekday(match: Match) -> Reading | None:
    number = match.number("weekday")
    if number is None:
        return None
    if match.first == match.parts["weekday"] and _is_any(match):
        return None
    if (match.first == match.parts["weekday"] and preceding(match) in _NAMED_DAYS) or following(match) in _PAPERS:
        return None  # "Black Friday", "the Sunday Times"
    part = ""
    suffix = f"T{part_code(match)}" if part else ""
    outer = outer_of(match)
    return Reading(
        "TIME" if part else "DATE",
        f"XXXX-WXX-{number}{suffix}",
        write(f"weekday {number}", outer, mod_of(match), direction_of(match), part),
    )


def _is_any(match: Match) -> bool:
    """ "On a Friday", "one Friday": any such day; but "a Friday meeting" is that of Friday."""
    word = preceding(match).lower()
    if word != "a":
        return word in ("one", "any", "some")
    words = [token for token in match.scanned.tokens[match.last : match.last + 4] if not token.isspace()]
    after = words[1:] if words and words[0] in DAY_PARTS else words
    return not after or not after[0].isalpha() or after[0] in _NO_NOUNS


#: "on a Friday in May" is any; "a Friday meeting" is that of Friday
_NO_NOUNS: Final = frozenset("in of when that with to at or and but than as like".split())
_NAMED_DAYS: Final = frozenset("Black Bloody Super Cyber Ash Palm Holy Maundy Fat Spy Giving Small Ruby Man".split())

_PAPERS: Final = frozenset(
    "Times Telegraph Express Mirror Mail Post Observer Guardian Herald Independent Star Tribune Standard".split()
)


def day_word(match: Match) -> Reading | None:
    """yesterday, today, tomorrow, and the days beside them."""
    if match.word("dayword") == "Today" and match.last - match.first == 1 and preceding(match)[:1].isupper():
        return None  # a paper's or a channel's name
    if match.word("dayword").lower() == "today" and following_words(match).lower().startswith(
        ("'s world", "'s society", "\u2019s world")
    ):
        return Reading("DATE", "PRESENT_REF", "none")
    offset = match.number("dayword") or 0
    if match.has("beyond"):
        offset *= 2
    part = part_segment(match)
    suffix = f"T{part_code(match)}" if part else ""
    return Reading("TIME" if part else "DATE", "XXXX-XX-XX" + suffix, write(f"shift day {offset}", mod_of(match), part))


def part_of_today(match: Match) -> Reading | None:
    """this morning, tonight, last night."""
    word = match.lower
    offset = -1 if "last" in word else 1 if word == "tomorrow night" else 0
    part = "NI" if "tonight" in word or "overnight" in word else part_code(match)
    op = "refshift" if word == "overnight" else "shift"  # "fell on Friday after overnight losses elsewhere"
    return Reading("TIME", f"XXXX-XX-XXT{part}", write(f"{op} day {offset}", mod_of(match), f"part {part}"))
