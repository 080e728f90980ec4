"""Days that share the month of their list: "on 5, 12 and 19 July", "June 3, 7 and 12, 2019".

Days that follow each other are a range, which a rule of rows_calendar.py reads; here are the others, each a mention by itself.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.dates import calendar as cal
from sitegen.dates.context import surroundings
from sitegen.dates.cues import Cue, read_cue, write
from sitegen.dates.patterns import Reading
from sitegen.dates.scan import Scanned
from sitegen.dates.tagged import Tagged

_MOST: Final = 6  # days of a list, beside the one that has the month
_HEADS: Final = frozenset({"on", "the", "of", "both", "between"})
_MONTH_LAST: Final = frozenset({"day month", "day month year", "days of one month"})
#: what may follow the last day of a list: "May 3 and 12 people" names one day
_GOES_ON: Final = frozenset(
    "in at for to with when as that by on and or but from of before after while during under will would was were is are".split()
)


def enumerated(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """The mentions with the other days of their lists."""
    result: list[Tagged] = []
    for tagged in found:
        if result and tagged.first < result[-1].last:
            continue  # the year of a list, which its last day has taken
        if tagged.rule in _MONTH_LAST:
            result += _with_days_before(scanned, tagged, result[-1].last if result else 0)
        elif tagged.rule == "month day" and tagged.reading.cue.startswith("monthday "):
            result += _with_days_after(scanned, tagged)
        else:
            result.append(tagged)
    return result


def _with_days_before(scanned: Scanned, tagged: Tagged, end: int) -> list[Tagged]:
    """ "5, 12 and" before "19 July"; what the words around say is read at the list's first day, for all of them."""
    tokens, at, places = scanned.tokens, tagged.first, list[int]()
    while len(places) < _MOST and at > end + 3 and tokens[at - 1] == " ":
        place = at - 3 if tokens[at - 2] == "," else at - 4 if tokens[at - 2].lower() in ("and", "&") else -1
        if place > 0 and tokens[place] == "," and tokens[place + 1] == " ":
            place -= 1  # "5, and 19 July"
        if place < max(end, 2) or not _is_day(tokens[place]):
            break
        at = place
        places.append(place)
    if not places or tokens[at - 1] != " " or tokens[at - 2].lower() not in _HEADS:
        return [tagged]
    reading = tagged.reading
    if around := surroundings(scanned, at, tagged.last, reading):
        said = _AROUND.sub("", reading.cue)
        tagged = tagged._replace(reading=reading._replace(cue=f"{said} | {around}"))
    first = _RANGE_END.sub("", tagged.reading.cue)
    days = [_day(scanned, place, first, read_cue(first), tagged.rule) for place in reversed(places)]
    return [*(day for day in days if day), tagged] if all(days) else [tagged]


_AROUND: Final = re.compile(r" \| (?:tense|prep) \w+| \| sure")
_RANGE_END: Final = re.compile(r" \| to \w+ [\w -]*?(?= \||$)")


def _with_days_after(scanned: Scanned, tagged: Tagged) -> list[Tagged]:
    """ ", 7 and 12" after "June 3"; a year behind them is that of all."""
    tokens, at, places = scanned.tokens, tagged.last, list[int]()
    closed = False
    while len(places) < _MOST and not closed:
        place = at + 2 if tokens[at : at + 2] == [",", " "] else at + 1 if tokens[at : at + 1] == [" "] else -1
        if place > 0 and tokens[place : place + 2] in (["and", " "], ["&", " "]):
            place, closed = place + 2, True
        elif place != at + 2:
            return [tagged]
        if place >= len(tokens) or not _is_day(tokens[place]):
            return [tagged]
        at = place + 1
        places.append(place)
    following = tokens[at + 1] if tokens[at : at + 1] == [" "] and at + 1 < len(tokens) else ""
    if not closed or (following and following.lower() not in _GOES_ON) or tokens[at : at + 1] in (["-"], ["%"]):
        return [tagged]
    cue, month = tagged.reading.cue, read_cue(tagged.reading.cue).args
    year = tokens[at + 2] if tokens[at : at + 2] == [",", " "] and at + 2 < len(tokens) else ""
    dated = len(year) == 4 and year.isdigit() and year[:2] in ("19", "20")
    if dated:
        cue = f"full {year}-{int(month[0]):02}-{int(month[1]):02}"
        if not cal.moment_of(cue[5:]):
            return [tagged]
        tagged = tagged._replace(reading=tagged.reading._replace(value=cue[5:], cue=cue))
    days = [_day(scanned, place, cue, read_cue(cue), tagged.rule) for place in places]
    if not all(days):
        return [tagged]
    listed = [tagged, *(day for day in days if day)]
    return [*listed[:-1], listed[-1]._replace(last=at + 3)] if dated else listed


def _is_day(token: str) -> bool:
    return token.isascii() and token.isdigit() and len(token) < 3 and 1 <= int(token) <= 31


def _day(scanned: Scanned, place: int, like: str, cue: Cue, rule: str) -> Tagged | None:
    """The day at `place`, said of the month and with the surroundings of the cue `like`."""
    number = int(scanned.tokens[place])
    rest = like.partition(" | ")[2]
    reading = None
    if cue.op == "monthday" and cal.day_of_any_year(int(cue.args[0]), number):
        value = f"XXXX-{int(cue.args[0]):02}-{number:02}"
        reading = Reading("DATE", value, write(f"monthday {cue.args[0]} {number}", rest))
    elif cue.op == "full" and cal.moment_of(f"{cue.args[0][:8]}{number:02}"):
        value = f"{cue.args[0][:8]}{number:02}"
        reading = Reading("DATE", value, f"full {value}")
    return Tagged(place, place + 1, rule, reading) if reading else None
