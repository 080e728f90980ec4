"""Where readings are kept and looked for: by time, kind, and a city, organization, person or name."""

from __future__ import annotations

from functools import lru_cache

from sitegen.merge.readings import Reading, day
from sitegen.merge.same import is_wordy

#: kinds of token: what is told as talks, words or agreements may be one happening; what is only "other" may be any
_KINDS = {"gathering": "talk", "word": "talk", "agreement": "talk", "other": "talk"}
_ANY = ("talk", "exercise", "appointment", "accession")


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
def _calendar(number: int) -> tuple[int, int]:
    """(month counted from year 0, year) of a day."""
    on = day(max(number, 1))
    return on.year * 12 + on.month, on.year


#: where readings are kept: fine ones by day, month and year; coarse ones by month or year
DAY, MONTH, YEAR, COARSE_MONTH, COARSE_YEAR = range(5)
#: day, month or year times `_SHELVES` plus which shelf, and a feature
Token = tuple[int, str]
_SHELVES = 8


def tokens_of(reading: Reading) -> tuple[list[Token], list[Token]]:
    """(tokens under which a reading is kept, tokens under which it looks for others).

    A day looks for its day, and for coarse ones around it; a month for all in it; a year only for what is rare.
    """
    kind = _KINDS.get(reading.family, reading.family)
    features, rare = _features(reading, kind), _rare_features(reading)
    first_month, first_year = _calendar(reading.first)
    last_month, last_year = (first_month, first_year) if reading.last == reading.first else _calendar(reading.last)
    months = range(first_month, min(last_month, first_month + 15) + 1)
    years = range(first_year, min(last_year, first_year + 10) + 1)
    if reading.grain <= 1:
        told = (*features, *_word_features(reading))
        kept = [(n * _SHELVES + DAY, f) for n in range(reading.first, reading.last + 1) for f in told]
        asked = list(kept)
        if reading.main and reading.country and kind == "talk":
            scant = not (
                reading.city and reading.around
            )  # what tells little is looked for in its country, and looks there
            own, other = (f"scant {reading.country}", f"full {reading.country}")
            kept += [(n * _SHELVES + DAY, own if scant else other) for n in range(reading.first, reading.last + 1)]
            asked += [(n * _SHELVES + DAY, own) for n in range(reading.first, reading.last + 1)]
            if scant:
                asked += [(n * _SHELVES + DAY, other) for n in range(reading.first, reading.last + 1)]
        further = _ANY[1:] if reading.family == "other" else ("accession",) if reading.family == "agreement" else ()
        if further:
            wider = [f for another in further for f in _features(reading, another)]
            asked += [(n * _SHELVES + DAY, f) for n in range(reading.first, reading.last + 1) for f in wider]
        kept += [(n * _SHELVES + MONTH, f) for n in months for f in features]
        asked += [(n * _SHELVES + COARSE_MONTH, f) for n in months for f in features]
        if rare:
            kept += [(n * _SHELVES + YEAR, f) for n in years for f in rare]
            asked += [(n * _SHELVES + COARSE_YEAR, f) for n in years for f in rare]
            if reading.titles:
                asked += [(n * _SHELVES + YEAR, f) for n in years for f in rare if " t " in f]
        return kept, asked
    if reading.grain <= 3:
        kept = [(n * _SHELVES + COARSE_MONTH, f) for n in months for f in features]
        asked = kept + [(n * _SHELVES + MONTH, f) for n in months for f in features]
        kept = kept + [(n * _SHELVES + YEAR, f) for n in years for f in rare]
        return kept, asked + [(n * _SHELVES + COARSE_YEAR, f) for n in years for f in rare]
    kept = [(n * _SHELVES + COARSE_YEAR, f) for n in years for f in rare]
    return kept, kept + [(n * _SHELVES + YEAR, f) for n in years for f in rare]
