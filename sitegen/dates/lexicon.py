"""The words of English dates: word -> the classes it belongs to and the value it stands for.

A word may belong to several classes ("second" is an ordinal and a unit). Keys are lower case; `CASED` words count only
when written as shown by their class ("May", "Sun"), since in lower case they are verbs and nouns.
"""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_SHORT: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
WEEKDAY_SHORT: Final = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
CARDINALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}  # quarters in post-Soviet wires: "the II quarter"
#: unit -> (TIMEX3 letter, needs a T before it)
UNITS: Final = {
    "second": ("S", True), "minute": ("M", True), "hour": ("H", True), "day": ("D", False), "night": ("D", False),
    "week": ("W", False), "fortnight": ("W", False), "weekend": ("W", False), "month": ("M", False),
    "quarter": ("Q", False), "year": ("Y", False), "decade": ("E", False), "century": ("C", False),
}  # fmt: skip
PLURALS: Final = {
    "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "nights": "night", "weeks": "week",
    "fortnights": "fortnight", "weekends": "weekend", "months": "month", "quarters": "quarter", "years": "year",
    "decades": "decade", "centuries": "century", "mins": "minute", "hrs": "hour", "yrs": "year",
}  # fmt: skip
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_NUMBERS: Final = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
DAY_WORDS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
DAY_PARTS: Final = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI", "midday": "MI",
    "midnight": "NI", "dawn": "MO", "dusk": "EV", "lunchtime": "MI",
}  # fmt: skip
DECADE_WORDS: Final = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip
#: adverbs of frequency -> TIMEX3 value of the set
FREQUENCY: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W",
    "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P1Q", "annually": "P1Y", "yearly": "P1Y", "biennial": "P2Y",
    "biannual": "P6M", "semiannual": "P6M",
}  # fmt: skip
ZONES: Final = (
    "gmt", "utc", "est", "edt", "cst", "cdt", "pst", "pdt", "mst", "mdt", "ist", "pst", "pkt", "msk", "cet", "cest", "bst",
    "et", "hkt", "jst", "kst", "wib",
)  # fmt: skip

_SHIFTS: Final = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "upcoming": 1, "forthcoming": 1,
    "following": 1, "this": 0, "current": 0, "same": 0, "that": 0, "subsequent": 1, "succeeding": 1, "ensuing": 1,
    "prior": -1,
}  # fmt: skip

#: class -> its words, in so far as the tables above don't give them
WORDS: Final = {
    "about": "about around approximately roughly some nearly almost barely under over circa just only",
    "vague": "few several many some couple dozens numerous various",
    "early": "early earlier late later mid",
    "edge": "end start beginning middle close turn rest remainder eve onset",
    "until": "to through till until",
    "turn": "last next this coming past upcoming forthcoming following previous preceding",
    "refshift": "following previous preceding subsequent succeeding ensuing prior",
    "lastnext": "last next this coming past upcoming forthcoming",
    "flow": "after before earlier later afterwards afterward thereafter since",
    "ago": "ago",
    "poss": "its their his her our my your",
}

#: value of every word, for rules that ask what a matched word stands for
VALUES: Final[dict[str, int | str]] = {
    **MONTHS, **MONTH_SHORT, **WEEKDAYS, **WEEKDAY_SHORT, **CARDINALS, **ORDINALS, **PLURALS, **SEASONS, **DAY_WORDS,
    **DAY_PARTS, **DECADE_WORDS, **FREQUENCY, **ROMAN, **_SHIFTS, **{unit: unit for unit in UNITS},
}  # fmt: skip
VALUES["second"] = 2

_CLASSES: Final = (
    ("month", MONTHS), ("monthshort", MONTH_SHORT), ("weekday", WEEKDAYS), ("wdshort", WEEKDAY_SHORT),
    ("weekdays", {f"{day}s" for day in WEEKDAYS}), ("cardinal", CARDINALS), ("ordinal", ORDINALS), ("unit", {u for u in UNITS if u != "second"}), ("units", PLURALS),
    ("season", SEASONS), ("dayword", DAY_WORDS), ("part", DAY_PARTS), ("decadeword", DECADE_WORDS),
    ("frequency", FREQUENCY), ("roman", ROMAN), ("zone", dict.fromkeys(ZONES)), ("shift", _SHIFTS),
)  # fmt: skip

#: classes whose words count only with a capital (or in capitals throughout)
CASED: Final = frozenset({"may", "march", *ROMAN, *MONTH_SHORT, *WEEKDAY_SHORT, *ZONES} - {"sept"})


def classes() -> dict[str, frozenset[str]]:
    """Every word of the lexicon with its classes."""
    found: dict[str, set[str]] = {}
    for name, words in _CLASSES:
        for word in words:
            found.setdefault(word, set()).add(name)
    for name, text in WORDS.items():
        for word in text.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
