"""How long a gathering or an exercise lasts, where a sentence says so beside its first or last day."""

from __future__ import annotations

import re

_DAYS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_LASTS = re.compile(
    r"\b(two|three|four|five|[2-5])[- ]day(?!s? (?:ago|later|after|before|earlier|visit|trip|tour|stay))|"
    r"\b(?:after|for|of|over) (two|three|four|five|[2-5]) days\b(?! (?:ago|later|before|earlier))"
)
_IS_OVER = re.compile(
    r"\b(?:clos(?:ed|es|ing)|end(?:ed|s)|conclud(?:ed|es)|wrapped up|wraps up|wound up|winds up|finish(?:ed|es)|came to an end|"
    r"comes to an end|was over|final day|last day|second day)\b"
)
_BEGINS = re.compile(
    r"\b(?:open(?:ed|s)?|beg[ai]n|begins|start(?:ed|s)?|kick(?:ed|s) off|gather(?:s|ed)?|convene[sd]?|first day|will meet|to meet)\b"
)


def days_around(text: str) -> tuple[int, int]:
    """Days of a gathering before and after the one that is told: "the two-day summit closed on Thursday" -> (1, 0)."""
    if "-day" not in text and " day" not in text:
        return (0, 0)
    low = text.lower()
    found = _LASTS.search(low)
    if not found:
        return (0, 0)
    more = _DAYS[found[1] or found[2]] - 1
    over, begins = _IS_OVER.search(low), _BEGINS.search(low)
    if bool(over) is bool(begins):
        return (0, 0)
    return (more, 0) if over else (0, more)
