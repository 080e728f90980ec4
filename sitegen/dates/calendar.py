"""Reckoning with the civil calendar: units, steps, and how a stretch of time is written in TIMEX3 and in EDTF.

A `Moment` is one whole unit of the calendar, given by its first day: the month 2018-06 is ("month", 2018-06-01). Weeks
run Monday to Sunday (ISO 8601). What would leave the years 1 to 9999 is None, never an error. `dateutil` is asked for
Easter alone and imported only then: everything else is a few lines of arithmetic that must be fast.
"""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from sitegen import edtf
from sitegen.dates.lexicon import SEASON_NUMBERS

Unit = str  # day | week | weekend | month | quarter | half | season | year | decade | century
_DAYS: Final = {"day": 1, "week": 7, "weekend": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
SIZE: Final = {**_DAYS, **{unit: months * 30.4 for unit, months in _MONTHS.items()}, "weekend": 2}
_SEASONS: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


class Moment(NamedTuple):
    unit: Unit
    day: datetime.date


def date(year: int, month: int = 1, day: int = 1) -> datetime.date | None:
    """The day, or None where the calendar has none such."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return datetime.date(year, month, day)
    return None


def day_of_any_year(month: int, day: int) -> bool:
    """Whether the calendar has such a day in some year: 29 February yes, 31 June no."""
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else calendar.monthrange(2001, month)[1])


def floor(unit: Unit, day: datetime.date) -> Moment:
    """The unit that holds `day`; for a weekend the one of its week."""
    if unit == "day":
        return Moment(unit, day)
    if unit == "week":
        return Moment(unit, step_days(day, -day.weekday()) or datetime.date.min)
    if unit == "weekend":
        return Moment(unit, step_days(day, 5 - day.weekday()) or day)
    if unit == "season":
        month = day.month // 3 * 3
        return Moment(unit, datetime.date(day.year, month, 1) if month else datetime.date(max(1, day.year - 1), 12, 1))
    if unit == "decade":
        return Moment(unit, datetime.date(max(1, day.year // 10 * 10), 1, 1))
    if unit == "century":
        return Moment(unit, datetime.date(max(1, day.year // 100 * 100), 1, 1))
    months = _MONTHS[unit]
    return Moment(unit, datetime.date(day.year, (day.month - 1) // months * months + 1, 1))


def step_days(day: datetime.date, days: int) -> datetime.date | None:
    number = day.toordinal() + days
    return datetime.date.fromordinal(number) if 1 <= number <= 3_652_059 else None


def step(unit: Unit, day: datetime.date, count: int) -> datetime.date | None:
    """`day` moved by `count` units; a day that the month reached doesn't have becomes its last (31 May + 1 month)."""
    if abs(count) > 1_000_000:
        return None
    if unit in _DAYS:
        return step_days(day, _DAYS[unit] * count)
    index = day.year * 12 + day.month - 1 + _MONTHS[unit] * count
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shifted(unit: Unit, day: datetime.date, count: int) -> Moment | None:
    """The whole unit that lies `count` units from the one holding `day`."""
    if unit not in SIZE:
        return None
    moved = step(unit, floor(unit, day).day if unit != "day" else day, count)
    return floor(unit, moved) if moved else None


def last_day(moment: Moment) -> datetime.date:
    if moment.unit == "day":
        return moment.day
    if moment.unit == "weekend":
        return step_days(moment.day, 1) or moment.day
    after = step(moment.unit, moment.day, 1)
    return (step_days(after, -1) if after else None) or datetime.date.max


def timex(moment: Moment) -> str:
    """As TIMEX3 writes it."""
    unit, day = moment
    if unit == "day":
        return day.isoformat()
    if unit in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return day.isoformat()[:7]
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return f"{day.year:04}-H{1 if day.month < 7 else 2}"
    if unit == "season":
        return f"{day.year:04}-{_SEASONS[day.month]}"
    if unit == "decade":
        return f"{day.year:04}"[:3]
    if unit == "century":
        return f"{day.year:04}"[:2]
    return f"{day.year:04}"


def edtf_of(moment: Moment) -> str:
    """As EDTF writes it (DECISIONS.md): a week is the interval of its days, a quarter and a half that of their months."""
    unit, day = moment
    if unit in ("week", "weekend"):
        return f"{day.isoformat()}/{last_day(moment).isoformat()}"
    if unit in ("quarter", "half"):
        return f"{day.isoformat()[:7]}/{last_day(moment).isoformat()[:7]}"
    if unit == "season":
        return f"{day.year:04}-{SEASON_NUMBERS[_SEASONS[day.month]]}"
    if unit == "decade":
        return f"{day.year:04}"[:3] + "X"
    if unit == "century":
        return f"{day.year:04}"[:2] + "XX"
    return timex(moment)


@lru_cache(maxsize=4096)
def moment_of(value: str) -> Moment | None:
    """The calendar unit that a TIMEX3 value with a known year names; None for anything else."""
    value = value.partition("T")[0]
    year_text = value[:4]
    if not (year_text.isdigit() and year_text.isascii()):
        return None
    if len(value) < 4:
        first = date(int(value.ljust(4, "0")) or 1)
        return Moment("decade" if len(value) == 3 else "century", first) if first and len(value) > 1 else None
    year, rest = int(year_text), value[5:]
    if not rest:
        first = date(year)
        return Moment("year", first) if first else None
    if rest[0] == "W" and rest[1:3].isdigit():
        whole = week(year, int(rest[1:3]))
        return floor("weekend", whole.day) if whole and rest.endswith("WE") else whole
    if rest[0] in "QH" and rest[1:].isdigit():
        first = date(year, (int(rest[1:]) - 1) * (3 if rest[0] == "Q" else 6) + 1)
        return Moment("quarter" if rest[0] == "Q" else "half", first) if first else None
    if rest in SEASON_NUMBERS:
        return season(year, rest)
    parts = rest.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 2:
        return None
    first = date(year, *map(int, parts))
    return Moment("day" if len(parts) == 2 else "month", first) if first else None


def season(year: int, code: str) -> Moment | None:
    first = date(year, (SEASON_NUMBERS[code] - 20) * 3)
    return Moment("season", first) if first else None


def week(year: int, number: int) -> Moment | None:
    try:
        return Moment("week", datetime.date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date | None:
    """The nth such weekday of a month, counted from 1, from the end where `nth` is -1."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    if nth < 0:
        last = calendar.monthrange(year, month)[1]
        end = datetime.date(year, month, last)
        return step_days(end, -((end.isoweekday() - weekday) % 7))
    first = datetime.date(year, month, 1)
    return date(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


#: named days: (month, day), or what is reckoned: ("easter", offset), ("nth", month, weekday, nth), ("after", month, weekday, -)
HOLIDAYS: Final[dict[str, tuple[str, int, int, int]]] = {
    "christmas": ("fixed", 12, 25, 0), "christmas day": ("fixed", 12, 25, 0), "christmas eve": ("fixed", 12, 24, 0),
    "boxing day": ("fixed", 12, 26, 0), "new year": ("fixed", 1, 1, 0), "new year's": ("fixed", 1, 1, 0),
    "new year's day": ("fixed", 1, 1, 0), "new year's eve": ("fixed", 12, 31, 0),
    "valentine's day": ("fixed", 2, 14, 0), "halloween": ("fixed", 10, 31, 0), "may day": ("fixed", 5, 1, 0),
    "all saints' day": ("fixed", 11, 1, 0), "thanksgiving": ("nth", 11, 4, 4), "thanksgiving day": ("nth", 11, 4, 4),
    "labor day": ("nth", 9, 1, 1), "memorial day": ("nth", 5, 1, -1), "columbus day": ("nth", 10, 1, 2),
    "presidents' day": ("nth", 2, 1, 3), "mother's day": ("nth", 5, 7, 2), "veterans day": ("fixed", 11, 11, 0),
    "election day": ("after", 11, 2, 1), "st. patrick's day": ("fixed", 3, 17, 0), "women's day": ("fixed", 3, 8, 0),
    "earth day": ("fixed", 4, 22, 0), "bastille day": ("fixed", 7, 14, 0),
    "easter": ("easter", 0, 0, 0), "easter sunday": ("easter", 0, 0, 0), "easter monday": ("easter", 1, 0, 0),
    "good friday": ("easter", -2, 0, 0), "palm sunday": ("easter", -7, 0, 0), "ash wednesday": ("easter", -46, 0, 0),
}  # fmt: skip


def holiday(name: str, year: int) -> datetime.date | None:
    kind, a, b, c = HOLIDAYS[name]
    if not 1 <= year <= 9999:
        return None
    if kind == "fixed":
        return date(year, a, b)
    if kind == "nth":
        return nth_weekday(year, a, b, c)
    if kind == "after":  # the first such weekday after the month's first Monday: the United States vote
        monday = nth_weekday(year, a, 1, 1)
        return step_days(monday, b - 1) if monday else None
    if not 1583 <= year <= 4099:
        return None
    from dateutil.easter import easter

    return step_days(easter(year), a)


def soften(value: str) -> str:
    """`value` as approximate: `~` after it, after both ends of an interval."""
    softened = "/".join(part + "~" if part[-1:].isdigit() or part.endswith("X") else part for part in value.split("/"))
    return softened if edtf.is_valid(softened) else value
