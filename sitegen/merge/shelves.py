"""Where readings are kept and looked for: by time, kind, and a city, organization, person or name."""

from __future__ import annotations

from functools import lru_cache

from sitegen.merge.readings import Reading, day
from sitegen.merge.same import is_wordy

#: kinds of token: what is told as talks, words or agreements may be one happening; what is only "other" may be any
_KINDS = {"gathering": "talk", "word": "talk", "agreement": "talk", "other": "talk"}
#: kind -> others that it may be told as
_ALSO = {
    "other": ("exercise", "appointment", "accession"), "agreement": ("accession", "appointment"), "appointment": ("talk",),
}  # fmt: skip


def _features(reading: Reading, kind: str) -> list[str]:
    """What a reading may be found by within its days or months."""
    around = reading.around
    found = [f"{kind} o {o}" for o in (around if len(around) < 2 else sorted(around))]
    if reading.city:
        found.append(f"{kind} p {reading.city}")
    for title in reading.titles:
        found.append(f"{kind} t {title}")
    if reading.people and (not reading.city or is_wordy(reading)):
        found += [f"{kind} n {p}" for p in sorted(reading.people)]
    if kind == "appointment" or (not reading.city and not around):
        found.append(f"{kind} c {reading.country}")
        found += [f"{kind} m {c}" for c in sorted(reading.countries)]
    return found


#: by so many of its longest words a reading that lacks a city or an organization is found on its day
WORDS = 4


def _word_features(reading: Reading) -> list[str]:
    """For what is told without a city or an organization: "a memorandum with Malaysia on the search for missing ships"."""
    if (reading.city and reading.around) or not (reading.main or is_wordy(reading)):
        return []
    words = reading.words
    return [f"w {w}" for w in sorted(words, key=lambda w: (-len(w), w))[:WORDS]] if len(words) > 1 else []


def _rare_features(reading: Reading) -> list[str]:
    """What is rare enough to be looked for in a whole year: for readings coarser than a quarter."""
    found = [f"exercise t {' '.join(t.split()[-3:])}" for t in reading.titles] if reading.titles else []
    family = reading.family
    if family in ("accession", "founding", "exercise"):
        found += [f"{family} o {o}" for o in sorted(reading.around)]
    elif family == "gathering":
        if reading.levels:
            found += [f"{reading.levels[0]} o {o}" for o in sorted(reading.around)]
        if reading.city:
            found += [f"{reading.city} o {o}" for o in sorted(reading.around)]
    elif family == "agreement" and reading.city:
        found += [f"agreement {reading.city} o {o}" for o in sorted(reading.around)]
    elif family in ("appointment", "initiative"):
        found += [f"{family} n {p}" for p in sorted(reading.people)]
    return found


@lru_cache(maxsize=65536)
def _calendar(first: int, last: int) -> tuple[range, range]:
    """The months (counted from year 0) and years that some days touch, so many at most as can tell anything."""
    one = day(max(first, 1))
    two = one if last == first else day(max(last, 1))
    month, year = one.year * 12 + one.month, one.year
    return (
        range(month, min(two.year * 12 + two.month, month + 15) + 1),
        range(year, min(two.year, year + 10) + 1),
    )


#: where readings are kept: fine ones by day, month and year; coarse ones by month or year
DAY, MONTH, YEAR, COARSE_MONTH, COARSE_YEAR = range(5)
#: day, month or year times `_SHELVES` plus which shelf, and the feature's number, in one whole number
Token = int
_SHELVES = 8
_FEATURES = 1 << 32


def tokens_of(reading: Reading, numbers: dict[str, int]) -> tuple[list[Token], list[Token]]:
    """(tokens under which a reading is kept, tokens under which it looks for others). `numbers`: of features, filled in.

    A day looks for its day, and for coarse ones around it; a month for all in it; a year only for what is rare.
    """
    kind = _KINDS.get(reading.family, reading.family)
    number = numbers.setdefault
    features = [number(f, len(numbers)) for f in _features(reading, kind)]
    rare = [number(f, len(numbers)) for f in _rare_features(reading)]
    first, last, grain = reading.first, reading.last, reading.grain
    months, years = _calendar(first, last)
    if grain > 3:
        kept = _on(years, COARSE_YEAR, rare)
        return kept, kept + _on(years, YEAR, rare)
    if grain > 1:
        kept = _on(months, COARSE_MONTH, features)
        asked = [*kept, *_on(months, MONTH, features), *_on(years, COARSE_YEAR, rare)]
        return kept + _on(years, YEAR, rare), asked
    days = range(first, last + 1)
    told = _word_features(reading)
    kept = _on(days, DAY, features + [number(f, len(numbers)) for f in told] if told else features)
    asked = kept[:]
    if reading.main and reading.country and kind == "talk":
        scant = not (reading.city and reading.around)  # what tells little is looked for in its country, and looks there
        own, other = (number(f"{word} {reading.country}", len(numbers)) for word in ("scant", "full"))
        kept += _on(days, DAY, [own if scant else other])
        asked += _on(days, DAY, [own, other] if scant else [own])
    for another in _ALSO.get(reading.family, ()):
        asked += _on(days, DAY, [number(f, len(numbers)) for f in _features(reading, another)])
    kept += _on(months, MONTH, features)
    asked += _on(months, COARSE_MONTH, features)
    if rare:
        kept += _on(years, YEAR, rare)
        asked += _on(years, COARSE_YEAR, rare)
        if reading.titles:
            asked += _on(years, YEAR, [number(f, len(numbers)) for f in _rare_features(reading) if " t " in f])
    return kept, asked


def _on(times: range, shelf: int, features: list[int]) -> list[Token]:
    if len(times) == 1:
        base = (times[0] * _SHELVES + shelf) * _FEATURES
        return [base + feature for feature in features]
    return [(time * _SHELVES + shelf) * _FEATURES + feature for time in times for feature in features]
