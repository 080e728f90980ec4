"""Sets of days as sorted, disjoint, closed runs of day numbers (`datetime.date.toordinal`)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

Run = tuple[int, int]
Days = tuple[Run, ...]

#: Beyond these no clipping is dated: an end at either is an open end.
FIRST = datetime.date(1900, 1, 1).toordinal()
LAST = datetime.date(2200, 1, 1).toordinal()
ALL: Days = ((FIRST, LAST),)


def united(runs: Iterable[Run]) -> Days:
    """The runs in order, those that touch or overlap joined."""
    out: list[Run] = []
    for first, last in sorted(runs):
        first, last = max(first, FIRST), min(last, LAST)
        if first > last:
            continue
        if out and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return tuple(out)


def common(a: Days, b: Days) -> Days:
    return united((max(x[0], y[0]), min(x[1], y[1])) for x in a for y in b if max(x[0], y[0]) <= min(x[1], y[1]))


def between(first: datetime.date | None, last: datetime.date | None) -> Days:
    return united([(first.toordinal() if first else FIRST, last.toordinal() if last else LAST)])


def holds(days: Days, day: int) -> bool:
    return any(first <= day <= last for first, last in days)


def within(inner: Days, outer: Days) -> bool:
    return common(inner, outer) == inner


def size(days: Days) -> int:
    return sum(last - first + 1 for first, last in days)


def is_bounded(days: Days) -> bool:
    return bool(days) and days[0][0] > FIRST and days[-1][1] < LAST


def in_words(days: Days) -> str:
    """ "from 2013-03-16 to 2018-03-18", with "or" between runs; open ends said as such."""
    parts = []
    for first, last in days[:4]:
        start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
        if first == FIRST and last == LAST:
            parts.append("any day")
        elif first == FIRST:
            parts.append(f"until {end}")
        elif last == LAST:
            parts.append(f"from {start} on")
        elif first == last:
            parts.append(f"{start}")
        else:
            parts.append(f"{start} to {end}")
    more = f" or {len(days) - 4} more" if len(days) > 4 else ""
    return " or ".join(parts) + more if parts else "no day"
