"""What was made of each clipping or group, kept while what it was made of is the same: for one merge after another in one process."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from sitegen.model import Extraction

T = TypeVar("T")
G = TypeVar("G")


class OfClippings(Generic[T]):
    """By source id. An extraction is the same while it is the same object; `beside` is what else counts."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Extraction, object, T]] = {}

    def get(self, extraction: Extraction, make: Callable[[Extraction], T], beside: object = None) -> T:
        known = self._made.get(extraction.record.id)
        if known is not None and known[0] is extraction and (known[1] is beside or known[1] == beside):
            return known[2]
        made = make(extraction)
        self._made[extraction.record.id] = (extraction, beside, made)
        return made

    def same(self, extraction: Extraction) -> T | None:
        """What was made of this very extraction, whatever else has changed."""
        known = self._made.get(extraction.record.id)
        return known[2] if known is not None and known[0] is extraction else None

    def forget(self, source: str) -> None:
        self._made.pop(source, None)


class OfGroups(Generic[G, T]):
    """By a group's name, under all that it was made of; groups that a round does not ask for are forgotten with it."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[G, T]] = {}
        self._now: dict[Hashable, tuple[G, T]] = {}

    def get(self, group: Hashable, given: G, make: Callable[[], T]) -> T:
        known = self._made.get(group)
        if known is None or known[0] != given:
            known = (given, make())
        self._now[group] = known
        return known[1]

    def end(self) -> None:
        self._made, self._now = self._now, {}
