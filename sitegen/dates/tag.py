"""Text -> mentions as written: one scan, all rules at every place where one may begin, the longest match taken.

Then the words around are read once for those mentions that need it (context.py), and refine.py puts the mentions
together: ranges, "the eve of", "two days before 9 July". Nothing here knows the day of publication.
"""

from __future__ import annotations

from functools import cache

from sitegen.dates.carried import carried
from sitegen.dates.context import surroundings
from sitegen.dates.patterns import Grammar, Match, Reading
from sitegen.dates.readings.parts import preceding
from sitegen.dates.refine import refine
from sitegen.dates.rows_calendar import CALENDAR
from sitegen.dates.rows_other import OTHER
from sitegen.dates.rows_relative import RELATIVE
from sitegen.dates.scan import Scanned, scan
from sitegen.dates.tagged import Tagged
from sitegen.timex import DateMention

RULES = CALENDAR + RELATIVE + OTHER


@cache
def grammar() -> Grammar:
    """The rows as one automaton, made at the first text."""
    return Grammar(RULES)


def tag_dates(text: str) -> list[DateMention]:
    """Mentions as written, in their order, never overlapping; what a mention is reckoned from stays open."""
    machine = grammar()
    scanned = scan(text, machine.alphabet)
    return [
        mention_of(text, scanned, tagged) for tagged in carried(scanned, refine(scanned, matches(scanned, machine)))
    ]


def matches(scanned: Scanned, machine: Grammar) -> list[Tagged]:
    found: list[Tagged] = []
    classes = scanned.classes
    longest = machine.longest
    end = 0
    for start_at in machine.may_start.finditer(classes):
        start = start_at.start()
        if start < end:
            continue
        for number, last in longest(classes, start):
            rule = machine.rules[number]
            match = Match(scanned, start, last, machine.parts(number, classes, start, last))
            reading = rule.make(match)
            if reading is not None:
                first, last = trimmed(scanned, match, reading)
                found.append(Tagged(first, last, rule.name, with_context(scanned, first, last, reading)))
                end = last
                break
    return found


def with_context(scanned: Scanned, first: int, last: int, reading: Reading) -> Reading:
    around = surroundings(scanned, first, last, reading)
    return reading._replace(cue=f"{reading.cue} | {around}") if around else reading


#: words that a pattern may read before the extent that TIMEX3 gives the phrase
_BEFORE = frozenset("on over within from than by at before for in took after take lasted barely just only".split())

#: before "last" as a verb: "is planned to last one year"
_INFINITIVE = frozenset("to will would can could may might must should not also".split())
_SINGULAR = (" day", " week", " month", " year", " hour", " minute")


def trimmed(scanned: Scanned, match: Match, reading: Reading) -> tuple[int, int]:
    """The extent by TIMEX3's rules: no preposition before it, "later" only as part of a date."""
    first, last = match.first, match.last
    tokens = scanned.tokens
    if reading.value.endswith("_REF"):
        return first, last
    while last - first > 2 and tokens[first].lower() in _BEFORE:
        word, following = tokens[first].lower(), tokens[first + 2].lower()
        if (word, following) == ("at", "least") or (word == "over" and following in ("a", "an") and last - first == 5):
            break
        first += 2
    if (
        reading.type == "DURATION"
        and last - first > 2
        and tokens[first] == "last"
        and preceding(match).lower() in _INFINITIVE
    ):
        first += 2
    if last - first > 2 and match.lower.startswith(("a year-", "its ", "their ")):
        first += 2
    if (
        last - first == 5
        and tokens[first].lower() == "the"
        and tokens[first + 3] == "-"
        and tokens[last - 1].lower()[-1:] != "s"
    ):
        first += 2  # "the third-quarter loss": the article is the noun's
    elif (
        reading.type == "DURATION"
        and match.lower.startswith("the ")
        and match.has("n")
        and match.lower.endswith(_SINGULAR)
    ):
        first += 2
    if reading.type == "DURATION":
        while last - first > 2 and tokens[last - 1].lower() in (
            "later",
            "afterwards",
            "afterward",
            "that",
            "after",
            "of",
        ):
            last -= 2
    return first, last


def mention_of(text: str, scanned: Scanned, tagged: Tagged) -> DateMention:
    start, end = scanned.starts[tagged.first], scanned.starts[tagged.last]
    reading = tagged.reading
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        type=reading.type,  # type: ignore[arg-type]
        value=reading.value,
        rule=tagged.rule,
        cue=reading.cue,
        hint=reading.hint,
        problem=reading.problem,
    )
