"""A map of members by status: Natural Earth's shapes (sitegen/data/map.json), cropped to where the members lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Protocol

import msgspec

_MARGIN = 0.06
_NARROWEST, _WIDEST = 1.5, 2.3  # width to height, so that a map neither towers nor lies flat


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country: its shape, or a point where it is too small for one. `status` is "" for who does not belong."""

    path: str
    point: tuple[int, int] | None
    status: str
    letter: str
    text: str
    label: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    box: str
    size: int  # of letters, in map units
    lands: tuple[Land, ...]
    summary: str
    missing: tuple[str, ...]


class _Member(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def link(self) -> Any: ...


class _Group(Protocol):
    @property
    def status(self) -> str: ...
    @property
    def letter(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def members(self) -> Sequence[_Member]: ...


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, Mapping[str, Any]]:
    raw = (files("sitegen") / "data" / "map.json").read_bytes()
    shapes: Mapping[str, Mapping[str, Any]] = msgspec.json.decode(raw)["shapes"]
    return shapes


def map_of(groups: Sequence[_Group], countries: Mapping[str, str]) -> Map | None:
    """None where no member is a country that the map knows; `countries` (code -> name) tells them from organizations."""
    shapes = _shapes()
    standing: dict[str, tuple[str, str, str]] = {}
    missing: list[str] = []
    for group in groups:
        for member in group.members:
            if member.code in shapes:
                standing.setdefault(
                    member.code, (group.status, group.letter, f"{member.link.text}: {group.label.lower()}")
                )
            elif member.code in countries:
                missing.append(member.link.text)
    if not standing:
        return None
    x0, y0, x1, y1 = _crop([shapes[c] for c in standing])
    width = x1 - x0
    lands = []
    for code, shape in shapes.items():
        status, letter, text = standing.get(code, ("", "", ""))
        if "p" in shape:
            if status:
                x, y = shape["p"]
                lands.append(Land(path="", point=(x, y), status=status, letter=letter, text=text, label=None))
            continue
        a, b, c, d = shape["b"]
        if c < x0 or a > x1 or d < y0 or b > y1:
            continue
        roomy = status and (c - a) > width * 0.045 and (d - b) > width * 0.025
        label = ((a + c) // 2, (b + d) // 2) if roomy else None
        lands.append(Land(path=shape["d"], point=None, status=status, letter=letter, text=text, label=label))
    lands.sort(key=lambda land: (land.status != "", land.point is not None))
    return Map(
        box=f"{x0} {y0} {width} {y1 - y0}",
        size=max(10, round(width / 55)),
        lands=tuple(lands),
        summary="; ".join(f"{g.label}: {', '.join(m.link.text for m in g.members)}" for g in groups),
        missing=tuple(missing),
    )


def _crop(shapes: Sequence[Mapping[str, Any]]) -> tuple[int, int, int, int]:
    boxes = [s["b"] if "b" in s else [*s["p"], *s["p"]] for s in shapes]
    x0, y0 = min(b[0] for b in boxes), min(b[1] for b in boxes)
    x1, y1 = max(b[2] for b in boxes), max(b[3] for b in boxes)
    pad = max(30, round((x1 - x0) * _MARGIN))
    x0, y0, x1, y1 = x0 - pad, y0 - pad, x1 + pad, y1 + pad
    width, height = x1 - x0, y1 - y0
    if width < height * _NARROWEST:
        grow = round((height * _NARROWEST - width) / 2)
        x0, x1 = x0 - grow, x1 + grow
    elif width > height * _WIDEST:
        grow = round((width / _WIDEST - height) / 2)
        y0, y1 = y0 - grow, y1 + grow
    return x0, y0, x1, y1
