"""Readings of clock times and parts of the day, alone or with their day."""

from __future__ import annotations

import re
from typing import Final

from sitegen.dates.cues import write
from sitegen.dates.patterns import Match, Reading
from sitegen.dates.readings.days import calendar_day
from sitegen.dates.readings.parts import part_code, preceding
from sitegen.dates.readings.weekdays import day_word, weekday


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


_BEFORE_NOON: Final = frozenset("at by until till around before after since about".split())


def clock_alone(match: Match) -> Reading | None:
    """Only what is written as a time: "noon" or 10:35; a score ("won 2:1") is none."""
    if match.has("named") and (match.lower != "noon" or preceding(match).lower() not in _BEFORE_NOON):
        return None
    if preceding(match) == ":":
        return None  # the rest of a time to the second
    if match.has("clock") and not match.has("ampm") and ":" in match.word("clock") and len(match.word("clock")) < 4:
        return None
    return clock_time(match)


def part_alone(match: Match) -> Reading | None:
    part = part_code(match)
    return Reading("TIME", f"XXXX-XX-XXT{part}", f"clock | part {part}") if match.word("mod").lower() == "mid" else None
