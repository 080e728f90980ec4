"""Mentions of one text put together: ranges, "the eve of" a day, a span before or after a day, names that hold a year."""

from __future__ import annotations

import re

from sitegen.dates.context import is_moved, tense
from sitegen.dates.lists import enumerated
from sitegen.dates.scan import Scanned
from sitegen.dates.tagged import Tagged


def refine(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """The refiners in their order, each over the whole list."""
    return linked(
        scanned,
        timed(
            scanned, reported(scanned, apposed(scanned, enumerated(scanned, offsets(scanned, ahead(scanned, found)))))
        ),
    )


def timed(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """ "At 1:30 p.m. (08:30 GMT) on Saturday": the clock times are those of the day behind them."""
    result = list(found)
    for index in range(len(found) - 2, -1, -1):
        a, b = result[index], result[index + 1]
        if not a.reading.cue.startswith("clock") or b.first - a.last > 16:
            continue
        between = "".join(scanned.tokens[a.last : b.first])
        day = b.reading.cue
        if b.reading.type == "DATE" and _is_date(b) and _BRACKET.fullmatch(between):
            pass
        elif b.reading.type == "TIME" and " | clock " in day and between == " (":
            day = _CLOCK.sub("", day)
        else:
            continue
        result[index] = a._replace(reading=a.reading._replace(cue=day + a.reading.cue.removeprefix("clock")))
    return result


def reported(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """ "The quarter ended Sept. 29", "the year ending June 30, 1990", "in the three months to May": told by its last day."""
    result = list(found)
    for index in range(len(found) - 1):
        a, b = found[index], found[index + 1]
        if not (b.rule in _DAYS or b.rule in _MONTHS) or (a.rule not in _REPORTED and a.reading.type != "DURATION"):
            continue
        words = _between(scanned, a, b)
        if words in _UP_TO and "from" not in scanned.tokens[max(0, a.first - 2) : a.first]:
            told = _TO.sub("", b.reading.cue)
            if "tense" not in told and told != b.reading.cue:
                told += " | tense past"
            b = result[index + 1] = b._replace(reading=b.reading._replace(cue=told.replace("tense past", "tense did")))
        elif words not in _ENDED:
            continue
        if a.rule == "the period" or a.rule == "the year":
            unit = "year" if a.rule == "the year" else "quarter"
            result[index] = a._replace(reading=a.reading._replace(cue=f"{b.reading.cue} | whole {unit} | told"))
        elif a.reading.cue == "none" and (unit := _PERIODS.get(a.reading.value, "")):
            result[index] = a._replace(reading=a.reading._replace(cue=f"{b.reading.cue} | whole {unit} | told"))
        elif a.rule in _REPORTED:
            result[index] = a._replace(reading=a.reading._replace(cue=f"{a.reading.cue} | told"))
    return result


_REPORTED = frozenset({"the period", "the year", "quarter"})
_PERIODS = {"P3M": "quarter", "P12M": "year", "P1Y": "year"}  # so that "a year earlier" is of them
_ENDED = frozenset(
    {
        "ended",
        "ending",
        "that ended",
        "that ends",
        "ended on",
        "ended in",
        "ending in",
        "that ended in",
        "that ends in",
        "that ended on",
    }
)
_UP_TO = frozenset({"to", "through", "up to", "to the end of"})
_TO = re.compile(r" \| prep (?:to|through)$")
_MONTHS = frozenset({"month", "month year"})
_BRACKET = re.compile(r"\s?\([^()]{1,40}\),?\s(?:on\s)?|\),?\s(?:on\s)?|,?\son\s")
_CLOCK = re.compile(r" \| (?:clock [\d:]+|zone \w+)")


def apposed(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """ "Thursday (April 26)", "26 April 2018, Thursday", "the same day, 9 June 2017": the word is that day."""
    result = list(found)
    for index in range(len(found) - 1):
        a, b = found[index], found[index + 1]
        if b.rule in _DAYS and _between(scanned, a, b) in _SAID_AGAIN.get(a.rule, ()):
            result[index] = a._replace(reading=a.reading._replace(cue=b.reading.cue))
        elif a.rule == "weekday" == b.rule and " in shift week" in b.reading.cue and " in " not in a.reading.cue:
            if _between(scanned, a, b) in ("and", "or", "to", ",", "-"):  # "on Thursday and Friday this week"
                week = b.reading.cue[b.reading.cue.index(" | in shift week") :].split(" | ")[1]
                head = a.reading.cue.partition(" | ")[0]
                result[index] = a._replace(reading=a.reading._replace(cue=f"{head} | {week}"))
        elif (
            b.rule == "weekday" and a.rule in _DAYS and b.last - b.first == 1 and _between(scanned, a, b) in (",", "(")
        ):
            cue = a.reading.cue
            if cue.startswith("monthday") and " | wd " not in cue:  # the weekday tells the year
                cue = f"{cue} | wd {b.reading.cue.split()[1]}"
                result[index] = a._replace(reading=a.reading._replace(cue=cue))
            result[index + 1] = b._replace(reading=b.reading._replace(cue=cue))
    return result


#: rule -> what may stand between its day and the same day as a date
_SAID_AGAIN = {
    "weekday": ("(",),
    "weekday with a direction": ("(", ","),
    "the same day": (",", ", on", "(", ", that is"),
    "the day before": (",", ", on", "(", ", that is"),
}
_DAYS = frozenset({"month day", "day month", "month day year", "day month year", "ISO date"})


def ahead(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """ "Will meet in two weeks": a span after "in", where the verbs look ahead, is also a date from publication."""
    result = []
    for tagged in found:
        reading = tagged.reading
        if reading.type == "DURATION" and reading.cue == "none" and tagged.first > 1:
            unit_count = _unit_count(reading.value)
            if (
                unit_count
                and scanned.tokens[tagged.first - 2].lower() == "in"
                and scanned.tokens[tagged.first].lower() not in ("the", "next", "coming")
                and tense(scanned, tagged.first - 2) == "fut"
            ):
                tagged = tagged._replace(reading=reading._replace(cue=f"shift {unit_count[0]} {unit_count[1]}"))
        result.append(tagged)
    return result


def _between(scanned: Scanned, a: Tagged, b: Tagged) -> str:
    if b.first - a.last > 12:
        return "\0"
    return " ".join("".join(scanned.tokens[a.last : b.first]).lower().split())


def offsets(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """ "on the eve of 9 July", "two days before 9 July": the cue of the day, moved."""
    result: list[Tagged] = []
    for tagged in found:
        before = result[-1] if result else None
        if before is not None and before.reading.type == "DURATION" and _is_date(tagged):
            words = _between(scanned, before, tagged)
            unit_count = _unit_count(before.reading.value)
            if unit_count and words in ("before", "after", "prior to", "ahead of", "from", "before the", "after the"):
                unit, count = unit_count
                sign = 1 if words.startswith(("after", "from")) else -1
                cue = f"{tagged.reading.cue} | plus {unit} {sign * count}"
                result[-1] = before._replace(reading=before.reading._replace(cue=cue))
        result.append(tagged)
    return result


_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _unit_count(value: str) -> tuple[str, int] | None:
    count, unit = value[1:-1], _UNITS.get(value[-1:])
    return (unit, int(count)) if unit and count.isdigit() and len(count) < 5 else None


def _is_date(tagged: Tagged) -> bool:
    return tagged.reading.type == "DATE" and tagged.reading.cue not in ("", "none")


def linked(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """ "from A to B", "between A and B": two mentions, one interval."""
    result = list(found)
    for index in range(1, len(found)):
        a, b = result[index - 1], result[index]
        if not (_is_date(a) and _is_date(b)) or " dir until" in a.reading.cue or a.reading.hint or b.reading.hint:
            continue
        words = _between(scanned, a, b)
        if words not in ("to", "till", "until", "through", "and", "-", "to the", "up to"):
            continue
        head = scanned.tokens[a.first - 2].lower() if a.first > 1 else ""
        if words == "and" and head != "between":
            continue
        if head == "from" and is_moved(scanned.tokens, a.first - 2):
            continue  # "moved from Friday to Sunday"
        if words == "-" and a.rule != b.rule:
            continue
        if words in ("to", "till", "until", "through") and head != "from" and a.rule != b.rule:
            continue
        if "dir " in b.reading.cue or (" in " in b.reading.cue and head != "from"):
            continue
        result[index] = b._replace(reading=b.reading._replace(cue=f"{b.reading.cue} | dir until"))
    return result
