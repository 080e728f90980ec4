"""The overview strip: one bar a year or a month, part of it hatched for what is dated no closer, gaps marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.render import wording
from sitegen.render.scales import Tick

HEIGHT = 72  # of the drawing area, in px
MOST_BARS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class StripBar:
    """`y` is the top; `soft` is the hatched height on top of `sure`. Empty ones are gap marks without a link."""

    x: float
    width: float
    sure: float
    soft: float
    href: str | None
    text: str
    key: str  # first day covered, for the brush

    @property
    def total(self) -> float:
        return round(self.sure + self.soft, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    bars: tuple[StripBar, ...]
    ticks: tuple[Tick, ...]
    height: int
    summary: str
    legend: str
    has_soft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What one bar counts."""

    label: str
    tick: str
    sure: int
    soft: int
    href: str | None
    key: str


def strip_of(slots: Sequence[Slot], unit: str) -> Strip | None:
    """Draw the slots, equally wide, in order. None where there is nothing to compare."""
    if len(slots) < 2 or not any(s.sure + s.soft for s in slots):
        return None
    most = max(s.sure + s.soft for s in slots)
    width = 100 / len(slots)
    scale = HEIGHT / most
    bars = tuple(
        StripBar(
            x=round(i * width + width * 0.12, 3),
            width=round(width * 0.76, 3),
            sure=round(s.sure * scale, 1) if s.sure else 0,
            soft=round(s.soft * scale, 1) if s.soft else 0,
            href=s.href if s.sure + s.soft else None,
            text=f"{s.label}: {_counts(s)}",
            key=s.key,
        )
        for i, s in enumerate(slots)
    )
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if len(slots) / n <= 13)
    marked = [i for i, s in enumerate(slots) if unit == "month" or _round(s.tick, step)]
    every = -(-len(marked) // 6)
    ticks = tuple(
        Tick(x=round(i * width + width / 2, 3), label=slots[i].tick, minor=bool(n % every))
        for n, i in enumerate(marked)
    )
    peak = max(slots, key=lambda s: s.sure + s.soft)
    soft = any(s.soft for s in slots)
    return Strip(
        bars=bars,
        ticks=ticks,
        height=HEIGHT,
        summary=f"Events by {unit}; most in {peak.label} ({peak.sure + peak.soft}).",
        legend=f"One bar a {unit}; hatched: known to the {unit} but not to the day." if soft else f"One bar a {unit}.",
        has_soft=soft,
    )


def _round(label: str, step: int) -> bool:
    return label.isdigit() and int(label) % step == 0


def _counts(slot: Slot) -> str:
    total = slot.sure + slot.soft
    if not total:
        return "nothing recorded"
    words = wording.count(total, "event")
    if slot.soft and slot.sure:
        return f"{words}, {wording.number(slot.soft)} of them not dated to the day"
    return f"{words}, not dated to the day" if slot.soft else words
