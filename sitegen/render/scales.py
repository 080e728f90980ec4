"""Dates -> coordinates. x runs in percent of the drawing's width, so that text keeps its size when a page narrows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen.render.when import MONTHS, when_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From the first to the last day drawn. `x` is clamped, so an open end meets the edge."""

    first: dt.date
    last: dt.date

    def x(self, day: dt.date) -> float:
        span = max((self.last - self.first).days, 1)
        return round(min(100.0, max(0.0, 100 * (day - self.first).days / span)), 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    x: float
    label: str
    minor: bool  # left out where the page is narrow
    zoom: int = 1  # the least magnification at which there is room for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a bar. `sure` is drawn full, `soft` hatched: it lies between the days that a coarse end may mean."""

    x: float
    width: float
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An interval to scale. `left`, `right`: closed (a day or hatched to it), open (goes on), unknown (dashed stub)."""

    x: float
    width: float
    pieces: tuple[Piece, ...]
    left: str
    right: str


def scale_of(days: Iterable[dt.date | None], last: dt.date | None = None) -> Scale | None:
    """A scale of whole years about the given days; None where there is no day."""
    found = [d for d in days if d is not None]
    if last is not None:
        found.append(last)
    if not found:
        return None
    low, high = min(found), max(found)
    return Scale(first=dt.date(low.year, 1, 1), last=dt.date(high.year, 12, 31))


def ticks_of(scale: Scale, most: int = 12) -> tuple[Tick, ...]:
    """Years at round steps, at most `most`; every second is minor."""
    years = scale.last.year - scale.first.year + 1
    if years <= 2:
        return _quarters(scale, years)
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000, 10000) if years / s <= most)
    start = -(-scale.first.year // step) * step
    marks = list(range(max(start, 1), scale.last.year + 1, step))
    every = -(-len(marks) // 5)
    return tuple(Tick(x=scale.x(dt.date(y, 1, 1)), label=str(y), minor=bool(i % every)) for i, y in enumerate(marks))


#: Magnifications of a chart: all of it at a glance, then so wide that more names and dates find room.
ZOOMS = (1, 3, 8)
_SHORT = 6  # years that need no magnifying


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """A magnification that a reader may choose, by what is then seen at once."""

    factor: int
    label: str


def zooms_of(scale: Scale) -> tuple[Zoom, ...]:
    years = scale.last.year - scale.first.year + 1
    if years <= _SHORT:
        return ()
    made = [Zoom(factor=1, label=f"all {years} years")]
    made += [Zoom(factor=z, label=f"{max(2, round(years / z))} years at a time") for z in ZOOMS[1:] if years / z >= 1.5]
    return tuple(made)


def layered_ticks(scale: Scale) -> tuple[Tick, ...]:
    """The ticks of every magnification, each marked with the least at which it is drawn; quarters where they fit."""
    years = scale.last.year - scale.first.year + 1
    zooms = [z.factor for z in zooms_of(scale)] or [1]
    made: dict[float, Tick] = {}
    for zoom in zooms:
        found = ticks_of(scale, 12 * zoom)
        if years * 4 <= 18 * zoom:
            found = _quarters(scale, years)
        for tick in found:
            made.setdefault(tick.x, replace(tick, zoom=zoom))
    return tuple(made[x] for x in sorted(made))


def _quarters(scale: Scale, years: int) -> tuple[Tick, ...]:
    """A year or two: its January by the year, then every third month by name."""
    marks = [dt.date(scale.first.year + n, month, 1) for n in range(years) for month in (1, 4, 7, 10)]
    return tuple(
        Tick(
            x=scale.x(d),
            label=str(d.year) if d.month == 1 else MONTHS[d.month - 1][:3],
            minor=d.month in (4, 10) or (years > 2 and d.month == 7),
        )
        for d in marks
    )


def bar_of(
    scale: Scale, start: str | None, end: str | None, *, now: dt.date | None, going_on: bool,
    first_attested: str | None = None, last_attested: str | None = None,
) -> Bar | None:  # fmt: skip
    """Draw a term or status.

    A coarse start or end is hatched over the days it may mean. Without a start (or end) the bar reaches the attested
    days and ends in a dashed stub: unknown. `going_on` says that a missing end means "still so" and runs to `now`.
    """
    s = when_of(start) if start else None
    e = when_of(end) if end else None
    attested = [d for v in (first_attested, last_attested) if v for d in (when_of(v).first, when_of(v).last) if d]
    left, right = "closed", "closed"
    outer_start = s.first if s else None
    inner_start = s.last if s else None
    if outer_start is None:
        left = "unknown"
        known = [*attested, *([e.first] if e and e.first else []), *([inner_start] if inner_start else [])]
        outer_start = min(known) if known else None
    outer_end = e.last if e else None
    inner_end = e.first if e else None
    if outer_end is None:
        right = "open" if going_on else "unknown"
        known = [*attested, *([now] if going_on and now else []), *([inner_start] if inner_start else []),
                 *([outer_start] if outer_start else [])]  # fmt: skip
        outer_end = max(known) if known else None
    if outer_start is None or outer_end is None:
        return None
    inner_start = inner_start if inner_start and left == "closed" else outer_start
    inner_end = inner_end if inner_end and right == "closed" else outer_end
    if start == end and start is not None:
        inner_start, inner_end = outer_end, outer_end
    pieces = []
    a, b, c, d = (
        scale.x(day) for day in (outer_start, min(inner_start, outer_end), max(inner_end, outer_start), outer_end)
    )
    if b > a:
        pieces.append(Piece(x=a, width=round(min(b, d) - a, 2), sure=False))
    if c > b:
        pieces.append(Piece(x=b, width=round(c - b, 2), sure=True))
    if d > max(b, c):
        pieces.append(Piece(x=max(b, c), width=round(d - max(b, c), 2), sure=False))
    return Bar(x=a, width=round(max(d - a, 0.3), 2), pieces=tuple(pieces), left=left, right=right)
