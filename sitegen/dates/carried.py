"""A year said once for the days that follow it in its sentence: "In 2017 the summit was held on June 8 and 9".

Four givers are believed; each row of the tests has its counter-example:

    leading       "Last year, the ministers met on 28 July and, in October, ...": the year opens the sentence
    joined        "in 2018, from August 22 to 29"; "in June 2001, and on 15 June": the same month again
    list          "in June and July 2023": the last of the list speaks for all
    name          "Peace Mission 2018 was held from August 22 to 29", "the 2017 summit took place in June": the year is
                  part of what happened, and a verb of happening stands between

The year is only noted (segment `year`): whether it agrees with verbs and publication is seen when the day is reckoned
(yearly.py), since "The 2017 agreement will be signed on June 3" speaks of another year.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.dates.clauses import ends_sentence
from sitegen.dates.scan import Scanned
from sitegen.dates.tagged import Tagged

_OPENERS: Final = frozenset("in on during also and so then back earlier later early late only already , ( -".split())
_AGAINST: Final = frozenset("but now while whereas although though currently".split())
_CONNECTIVES: Final = frozenset("and , on in from then again later also the of".split())
_HAPPENED: Final = frozenset(
    "held hold holds take takes took place runs run ran lasted lasts conducted staged opened opens opening closed closes ended ends began begins"
    " started starts kicked concluded concludes hosted convened met gathered signed adopted completed wrapped".split()
)
_YEARLESS: Final = ("month ", "monthday ", "season ", "quarter ", "half ")
_FAR: Final = 60  # tokens with blanks between a name's year and its day
_REACH: Final = 120  # and between any year and the days it serves


def carried(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """The cues of days without a year, with the segment `year` where the sentence has said one for them."""
    found = _handed_back(scanned, found)
    result: list[Tagged] = []
    giver: Tagged | None = None
    year = ""  # what the giver says, as the cue of a year
    led = False  # whether the giver opens its sentence
    for tagged in found:
        cue = tagged.reading.cue
        if giver and (tagged.first - giver.last > _REACH or not _same_sentence(scanned, giver.last, tagged.first)):
            giver = None
        if said := _year_said(cue):
            giver, year, led = tagged, said, _opens(scanned, tagged)
        elif giver and cue.startswith(_YEARLESS):
            if " dir until" in cue or " | year " in cue:
                pass
            elif " in " in cue or " dir " in cue:
                giver = None
            elif _given(scanned, giver, tagged, led):
                tagged = tagged._replace(reading=tagged.reading._replace(cue=f"{cue} | year {year}"))
                led = True  # once it has served, it serves on: "on 28 July and in October"
            else:
                giver = None
        elif cue not in ("", "none"):
            giver = None
        result.append(tagged)
    return result


def _handed_back(scanned: Scanned, found: list[Tagged]) -> list[Tagged]:
    """ "In June and July 2023", "on May 3, June 7 and June 9, 2019": the last of a list says the year for all."""
    result = list(found)
    for index in range(len(found) - 2, -1, -1):
        a, b = result[index], result[index + 1]
        op = a.reading.cue.partition(" ")[0]
        if b.first - a.last > 6 or op not in _LIKE or " in " in a.reading.cue or " dir " in a.reading.cue:
            continue
        words = [token.lower() for token in scanned.tokens[a.last : b.first] if not token.isspace()]
        if not words or not (set(words) <= _LISTED):
            continue
        if "," in words and "and" in words and (index == 0 or a.first - result[index - 1].last > 6):
            continue  # a list of two has no comma: "in June, and July 2023 was long ago"
        told = b.reading.cue
        year = told.rpartition("| year ")[2] if "| year full" in told else _year_said(told)
        like = told.startswith(op) or (told.startswith("full") and bool(_LIKE[op].match(told)))
        if year.startswith("full") and like and not b.reading.hint:
            result[index] = a._replace(reading=a.reading._replace(cue=f"{a.reading.cue} | year {year}"))
    return result


_LISTED: Final = frozenset({"and", "or", ",", "&", "on", "in", "the"})
#: what a mention without its year names -> the full one beside it that is of the same kind
_LIKE: Final = {
    "month": re.compile(r"full \d{4}-\d\d(?!-)"),
    "monthday": re.compile(r"full \d{4}-\d\d-\d\d"),
    "season": re.compile(r"full \d{4}-[SFW]"),
    "quarter": re.compile(r"full \d{4}-Q"),
    "half": re.compile(r"full \d{4}-H"),
}


def _year_said(cue: str) -> str:
    """The cue of the year that a mention says, "" for none."""
    if cue.startswith("full ") and cue[5:9].isdigit() and " | to " not in cue:
        return cue[:9]
    return cue.partition(" | ")[0] if cue.startswith("shift year ") else ""


def _given(scanned: Scanned, giver: Tagged, tagged: Tagged, led: bool) -> bool:
    tokens, between = scanned.tokens, scanned.tokens[giver.last : tagged.first]
    words = [token.lower() for token in between if not token.isspace()]
    if any(word in _AGAINST for word in words):
        return False
    if led and not giver.reading.hint and words[:1] not in (["'"], ["\u2019"]):
        return True
    bare = giver.reading.cue.startswith("shift") or len(giver.reading.cue.partition(" | ")[0]) == 9  # only the year
    if words and all(word in _CONNECTIVES for word in words) and not giver.reading.hint:
        if bare and "and" not in words:
            return True
        if "and" in words and _month_of(giver) == _month_of(tagged) is not None:
            return True
    if not bare and giver.reading.cue.count("-") == 1 and _month_of(giver) == _month_of(tagged) is not None:
        return True  # "held in September 2021, it ended on September 24"
    before = next((t for t in reversed(tokens[max(0, giver.first - 2) : giver.first]) if not t.isspace()), "")
    named = giver.reading.hint or before.lower() in ("the", "of", "s") or before == "-" or led
    return named and len(between) <= _FAR and any(word in _HAPPENED for word in words)


def _month_of(tagged: Tagged) -> int | None:
    """The month of a day or month, with its year or without."""
    cue = tagged.reading.cue.partition(" | ")[0]
    if cue.startswith("month"):
        return int(cue.split()[1])
    return int(cue[10:12]) if cue.startswith("full") and cue[9:10] == "-" and cue[10:12].isdigit() else None


def _opens(scanned: Scanned, tagged: Tagged) -> bool:
    """Whether nothing but "in" and its like stands between the sentence's beginning and the mention."""
    tokens = scanned.tokens
    for index in range(tagged.first - 1, max(-1, tagged.first - 10), -1):
        token = tokens[index]
        if ends_sentence(tokens, index) or (token.isspace() and "\n" in token):
            return True
        if not token.isspace() and token.lower() not in _OPENERS:
            return False
    return True


def _same_sentence(scanned: Scanned, first: int, last: int) -> bool:
    tokens = scanned.tokens
    return not any(ends_sentence(tokens, i) for i in range(first, last) if tokens[i] != " " and not tokens[i].isalnum())
