"""Readings of what is no calendar date: durations, sets, clock times, the vague past, present and future."""

from __future__ import annotations

import re
from typing import Final

from sitegen.dates.lexicon import DAY_PARTS, FREQUENCY, UNITS, VALUES, WEEKDAYS
from sitegen.dates.patterns import Match, Reading
from sitegen.dates.readings.parts import BLANK, count_of, following, following_words, glued, part_code, preceding, span

RATE_BEFORE: Final = frozenset(
    "within in for after of over than about once took take takes last lasted him them it nearly almost just only every"
    " less more during through the what quite by and or to from at with is was be been as that spend spent".split()
)


_NAME: Final = re.compile(r"(?:[Tt]he )?(?:[A-Z][a-z]+|\d+)[ -][A-Z][a-z]+$")


_QUOTES: Final = frozenset("`'\"\u2018\u201c")


def _inside_sentence(match: Match) -> bool:
    return match.text.startswith("The ") or (
        preceding(match) not in ("", ".", '"', "\u201d", "\n") and match.scanned.tokens[match.first - 1] == " "
    )


def duration(match: Match) -> Reading | None:
    unit = match.value("unit")
    if unit not in UNITS:
        return None
    after = following(match).lower()
    if match.lower.endswith("-old") and after in _LASTING:
        return Reading("DURATION", span(unit, "X" if (years := count_of(match)) is None else str(years)), "none")
    if (
        after == "old"
        or match.lower.endswith("old")
        or (
            match.scanned.tokens[match.last : match.last + 1] == ["-"]
            and match.scanned.tokens[match.last + 1 : match.last + 2] in (["old"], ["olds"])
        )
    ):
        return None  # an age
    if match.has("fourth"):
        return Reading("DURATION", "P25Y", "none")
    if match.lower in ("a weekend", "a calendar year"):
        return None
    if _NAME.match(match.text) and (_inside_sentence(match) or match.scanned.tokens[match.first - 1] in _QUOTES):
        return None  # a name: "60 Minutes"
    if (
        match.has("vague")
        and match.word("unit").lower() in UNITS
        and "few" not in match.lower
        and "couple" not in match.lower
    ):
        return None  # "some day"
    if match.word("vague").lower() == "many" and preceding(match).lower() in ("as", "how", "so", "too"):
        return None  # "the second in as many days"
    if glued(match) and following_words(match).lower()[1:] not in ("long", "long-"):
        return None  # "a day-care centre"
    if unit == "quarter" and (match.word("n").lower() == "a" or following(match) == "of"):
        return None  # a fraction
    if match.lower == "one day" and preceding(match).lower() in ("will", "could", "may", "might", "would"):
        return future(match)
    if match.lower == "one day" and preceding(match).lower() not in RATE_BEFORE:
        return None
    if match.last - match.first == 3 and match.word("n").lower() in ("a", "an") and match.has("unit"):
        before = preceding(match)
        if following(match).lower() in ("after", "before", "later", "ago", "from", "since"):
            before = ""
        if (
            before
            and (before[-1].isdigit() or before.isalpha())
            and before.lower() not in RATE_BEFORE
            and before[-1] in "s0123456789n"
        ):
            return Reading("SET", span(unit, "1"), "none")
    if match.has("half"):
        halves = {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
        months = {"year": 6, "decade": 60}.get(unit)
        cue = f"refshift month {months}" if match.has("onward") and months else "none"
        return Reading("DURATION", halves[unit], cue) if unit in halves else None
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
    if match.has("aftermath") and goes_on(match):
        return None
    if (match.has("onward") or match.has("aftermath")) and count is not None and unit in BLANK:
        cue = f"refshift {unit} {count}"
    return Reading("DURATION", span(unit, text), cue)


#: what has a beginning and no birthday: "the 8-month-old truce" is a span, "the 8-month-old boy" an age
_LASTING: Final = frozenset(
    "truce war conflict regime dispute strike ceasefire cease-fire campaign embargo law ban insurgency siege treaty alliance agreement"
    " pact crisis feud row standoff tradition occupation blockade rebellion uprising civil operation investigation policy rule"
    " program programme moratorium partnership tie contract decision bloc organization organisation company peace border".split()
)


def goes_on(match: Match) -> bool:
    """Whether a word follows: "two months after the summit" is reckoned from the summit, "two months after, he" is not."""
    return match.scanned.tokens[match.last : match.last + 1] not in ([","], ["."], [";"])


def vague_span(match: Match) -> Reading | None:
    """recent years, coming weeks, decades."""
    unit = match.value("unit")
    return Reading("DURATION", span(unit, "X"), "none") if unit in UNITS else None


def frequency(match: Match) -> Reading | None:
    if (
        match.lower == "quarterly"
        or glued(match)
        or (following(match).isalpha() and match.lower in _RHYTHMS and not _its_rhythm(match))
        or (match.text.istitle() and match.first)
    ):
        return None
    return Reading("SET", FREQUENCY[match.word("frequency").lower()], "none")


_RHYTHMS: Final = frozenset({"daily", "weekly", "monthly"})
_OWNERS: Final = frozenset("a his her its their our my".split())


def _its_rhythm(match: Match) -> bool:
    """ "In his weekly address": somebody's habit; "the daily Post" and "average daily volume" are none."""
    return preceding(match).lower() in _OWNERS and following(match).islower()


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
    if number := match.number("weekday"):
        part = next(DAY_PARTS[name] for name in ("night", "evening", "morning", "afternoon") if match.has(name))
        return Reading("SET", f"XXXX-WXX-{number}T{part}", "none")
    number = cal_weekday(match.word("weekdays")) if following(match) != "ago" else None
    return Reading("SET", f"XXXX-WXX-{number}", "none") if number else None


def cal_weekday(word: str) -> int | None:

    return WEEKDAYS.get(word.lower().removesuffix("s"))


def past(match: Match) -> Reading | None:
    return Reading("DATE", "PAST_REF", "none")


def present(match: Match) -> Reading | None:
    return Reading("DATE", "PRESENT_REF", "none")


def future(match: Match) -> Reading | None:
    return Reading("DATE", "FUTURE_REF", "none")


def onward(match: Match) -> Reading | None:
    return duration(match)


def vague_units(match: Match) -> Reading | None:
    if match.value("unit") == "hour" and ("early" in match.lower or preceding(match).lower() in ("early", "small")):
        return None  # "the early hours of Friday"
    if match.value("unit") in ("minute", "second", "quarter") and match.lower.endswith(" of"):
        return None
    return vague_span(match)


def recently(match: Match) -> Reading | None:
    if match.lower == "the past" and following(match):
        after = following(match).lower()
        if after in VALUES or after in ("few", "several", "couple", "many") or after[:1].isdigit():
            return None
    return past(match)


_AFTER_FUTURE: Final = frozenset(
    "of that which will would can may must might should for in to with at by on from and or but as when if whether until after before"
    " because while not so too then than where rather either again even now the a an it they he she we you there depend look"
    " remain hold lie bring seem".split()
)


def soon(match: Match) -> Reading | None:
    after = following(match)
    if match.lower == "the future" and after.islower() and after not in _AFTER_FUTURE and after[-1] != "s":
        return None  # "the future head of the bank"
    if "foreseeable" in match.lower or (
        match.lower in ("soon", "future") and following(match).lower() in ("after", "as")
    ):
        return None
    if match.lower == "future" or (preceding(match).lower() == "as" and match.lower == "soon"):
        return None
    return future(match)
