"""Where groups are kept and looked for: by time, kind, and a city, organization, person or name."""

from __future__ import annotations

from functools import lru_cache

from sitegen.merge.readings import Reading, day
from sitegen.merge.same import is_wordy

#: kinds of token: what is told as talks, words or agreements may be one happening; what is only "other" may be any
_KINDS = {"gathering": "talk", "word": "talk", "agreement": "talk", "other": "talk"}
_ANY = ("talk", "exercise", "appointment", "accession")


def _features(reading: Reading, kind: str) -> list[str]:
    """What a reading may be found by within its days or months."""
    found = [f"{kind} o {o}" for o in sorted(reading.around)]
    if reading.city:
        found.append(f"{kind} p {reading.city}")
    found += [f"{kind} t {t}" for t in reading.titles]
    if not reading.city or is_wordy(reading):
        found += [f"{kind} n {p}" for p in sorted(reading.people)]
    if kind == "appointment" or (not reading.city and not reading.around):
        found.append(f"{kind} c {reading.country}")
        found += [f"{kind} m {c}" for c in sorted(reading.countries)]
    return found


def _rare_features(reading: Reading) -> list[str]:
    """What is rare enough to be looked for in a whole year: for readings coarser than a quarter."""
    found = [f"exercise t {' '.join(t.split()[-3:])}" for t in reading.titles]
    if reading.family in ("accession", "founding", "exercise"):
        found += [f"{reading.family} o {o}" for o in sorted(reading.around)]
    if reading.family == "gathering" and reading.levels:
        found += [f"{reading.levels[0]} o {o}" for o in sorted(reading.around)]
    if reading.family == "gathering" and reading.city:
        found += [f"{reading.city} o {o}" for o in sorted(reading.around)]
    if reading.family in ("appointment", "initiative"):
        found += [f"{reading.family} n {p}" for p in sorted(reading.people)]
    return found


@lru_cache(maxsize=65536)
def _calendar(number: int) -> tuple[int, int]:
    """(month counted from year 0, year) of a day."""
    on = day(max(number, 1))
    return on.year * 12 + on.month, on.year


#: where groups are kept: fine ones by day, month and year; coarse ones by month or year
DAY, MONTH, YEAR, COARSE_MONTH, COARSE_YEAR = range(5)
Shelf = tuple[int, range, list[str]]  # which index, days, months or years, features


def shelves_of(reading: Reading) -> tuple[list[Shelf], list[Shelf]]:
    """(where a reading is kept, where it looks for others).

    A day looks for its day, and for coarse ones around it; a month for all in it; a year only for what is rare.
    """
    features, rare = _features(reading, _KINDS.get(reading.family, reading.family)), _rare_features(reading)
    first_month, first_year = _calendar(reading.first)
    last_month, last_year = _calendar(reading.last)
    months = range(first_month, min(last_month, first_month + 15) + 1)
    years = range(first_year, min(last_year, first_year + 10) + 1)
    if reading.grain <= 1:
        days = range(reading.first, reading.last + 1)
        further = _ANY[1:] if reading.family == "other" else ("accession",) if reading.family == "agreement" else ()
        wider = [f for kind in further for f in _features(reading, kind)]
        return (
            [(DAY, days, features), (MONTH, months, features), (YEAR, years, rare)],
            [
                (DAY, days, [*features, *wider]),
                (COARSE_MONTH, months, features),
                (COARSE_YEAR, years, rare),
                (YEAR, years, [f for f in rare if " t " in f]),
            ],
        )
    if reading.grain <= 3:
        return (
            [(COARSE_MONTH, months, features), (YEAR, years, rare)],
            [(COARSE_MONTH, months, features), (MONTH, months, features), (COARSE_YEAR, years, rare)],
        )
    return [(COARSE_YEAR, years, rare)], [(COARSE_YEAR, years, rare), (YEAR, years, rare)]
