"""Where readings are kept and looked for: by time, kind, and a city, organization, person or name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sitegen.merge.readings import Reading, day
from sitegen.merge.same import is_wordy

#: kinds of token: what is told as talks, words or agreements may be one happening; what is only "other" may be any
_KINDS = {"gathering": "talk", "word": "talk", "agreement": "talk", "other": "talk"}
#: kind -> others that it may be told as
_ALSO = {
    "other": ("exercise", "appointment", "accession", "founding"), "agreement": ("accession", "appointment"), "appointment": ("talk",),
    "word": ("appointment",),
}  # fmt: skip


class Features(dict[tuple[str, ...], int]):
    """What readings may be found by -> its number, given when first met."""

    def __missing__(self, feature: tuple[str, ...]) -> int:
        self[feature] = number = len(self)
        return number


def _features(reading: Reading, kind: str, numbers: Features) -> list[int]:
    """What a reading may be found by within its days or months."""
    around, city = reading.around, reading.city
    found = [numbers[kind, "o", o] for o in around]
    if city:
        found.append(numbers[kind, "p", city])
    if reading.titles:
        found += [numbers[kind, "t", title] for title in reading.titles]
    if reading.people and (not city or is_wordy(reading)):
        found += [numbers[kind, "n", p] for p in reading.people]
    if kind == "appointment" or (not city and not around):
        found.append(numbers[kind, "c", reading.country or ""])
        found += [numbers[kind, "m", c] for c in reading.countries]
    return found


#: by so many of its longest words a reading that lacks a city or an organization is found on its day
WORDS = 4


def _word_features(reading: Reading, numbers: Features, most: int) -> list[int]:
    words = reading.words
    return [numbers["w", w] for w in sorted(words, key=lambda w: (-len(w), w))[:most]] if len(words) > 1 else []


def _titled(reading: Reading, numbers: Features) -> list[int]:
    return [numbers["exercise", "t", " ".join(t.split()[-3:])] for t in reading.titles] if reading.titles else []


def _rare_features(reading: Reading, numbers: Features) -> list[int]:
    """What is rare enough to be looked for in a whole year: for readings coarser than a quarter."""
    found = _titled(reading, numbers)
    family = reading.family
    if family == "gathering":
        if reading.levels:
            found += [numbers[reading.levels[0], "o", o] for o in reading.around]
        if reading.city:
            found += [numbers[reading.city, "o", o] for o in reading.around]
    elif family in ("accession", "founding", "exercise"):
        found += [numbers[family, "o", o] for o in reading.around]
    elif family == "agreement":
        if reading.city:
            found += [numbers["agreement", reading.city, o] for o in reading.around]
    elif family in ("appointment", "initiative"):
        found += [numbers[family, "n", p] for p in reading.people]
    return found


#: where readings are kept: fine ones by day, month and year; coarse ones by month or year
DAY, MONTH, YEAR, COARSE_MONTH, COARSE_YEAR = range(5)
#: day, month or year times `_SHELVES` plus which shelf, and the feature's number, in one whole number
Token = int
_SHELVES = 8
_FEATURES = 1 << 32


def _bases(times: Iterable[int], shelf: int) -> tuple[int, ...]:
    return tuple([(time * _SHELVES + shelf) * _FEATURES for time in times])


@lru_cache(maxsize=65536)
def _calendar(first: int, last: int, by_day: bool) -> tuple[tuple[int, ...], ...]:
    """The tokens' upper parts for some days, by shelf: days, where asked for, and the months (counted from year 0) and
    years that they touch, so many at most as can tell anything."""
    one = day(max(first, 1))
    two = one if last == first else day(max(last, 1))
    month, year = one.year * 12 + one.month, one.year
    months = range(month, min(two.year * 12 + two.month, month + 15) + 1)
    years = range(year, min(two.year, year + 10) + 1)
    return (
        _bases(range(first, last + 1) if by_day else (), DAY), _bases(months, MONTH), _bases(years, YEAR),
        _bases(months, COARSE_MONTH), _bases(years, COARSE_YEAR),
    )  # fmt: skip


def tokens_of(reading: Reading, numbers: Features) -> tuple[list[Token], list[Token]]:
    """(tokens under which a reading is kept, tokens under which it looks for others). `numbers`: of features, filled in.

    A day looks for its day, and for coarse ones around it; a month for all in it; a year only for what is rare.
    """
    family, grain = reading.family, reading.grain
    days, months, years, coarse_months, coarse_years = _calendar(reading.first, reading.last, grain <= 1)
    rare = _rare_features(reading, numbers)
    if grain > 3:
        kept = _on(coarse_years, rare)
        return kept, kept + _on(years, rare)
    kind = _KINDS.get(family, family)
    features = _features(reading, kind, numbers)
    if grain > 1:
        kept = _on(coarse_months, features)
        asked = [*kept, *_on(months, features), *_on(coarse_years, rare)]
        return kept + _on(years, rare), asked
    kept = _on(days, features)
    if not (reading.city and reading.around) and (reading.main or is_wordy(reading)):
        # told without a city or an organization: "a memorandum with Malaysia on the search for missing ships"
        kept += _on(days, _word_features(reading, numbers, WORDS))
        asked = kept[:]
    else:
        asked = kept[:]
        if reading.main and kind == "talk":  # where such a one may look for it
            kept += _on(days, _word_features(reading, numbers, 2 * WORDS))
    if reading.main and reading.country and kind == "talk":
        scant = not (reading.city and reading.around)  # what tells little is looked for in its country, and looks there
        own, other = numbers["scant", reading.country], numbers["full", reading.country]
        kept += _on(days, [own if scant else other])
        asked += _on(days, [own, other] if scant else [own])
    for another in _ALSO.get(family, ()):
        asked += _on(days, _features(reading, another, numbers))
    kept += _on(months, features)
    asked += _on(coarse_months, features)
    if rare:
        kept += _on(years, rare)
        asked += _on(coarse_years, rare)
        if reading.titles:
            asked += _on(years, _titled(reading, numbers))
    return kept, asked


def _on(times: tuple[int, ...], features: list[int]) -> list[Token]:
    if len(times) == 1:
        base = times[0]
        return [base + feature for feature in features]
    return [base + feature for base in times for feature in features]
