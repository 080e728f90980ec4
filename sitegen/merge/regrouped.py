"""The blocks of the merge before, and what of them a change touches: only that is parted anew.

A block is untouched where none of its readings has gone, and no new reading is kept or looks under a token that leads to it,
may be a neighbouring day of one of its, or is joined to it by a person. Then it is what parting all would give again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sitegen.merge.blocks import APART, blocks_of, neighbour_keys
from sitegen.merge.cluster import order
from sitegen.merge.readings import Reading
from sitegen.merge.shelves import Features, tokens_of
from sitegen.model import RegisterEvent

#: where more than this share of the readings is new, all are parted anew
MANY = 0.25


@dataclass(slots=True, eq=False)
class Block:
    """`events` once they are worked out, under `key`, which is `lasting` where another process would give it the same."""

    readings: list[Reading]
    key: str = ""
    lasting: bool = False
    events: tuple[RegisterEvent, ...] | None = None


@dataclass(slots=True)
class Blocks:
    """All blocks of one merge, for the next one. `base`: what all of them were made with."""

    base: str = ""
    of: dict[Reading, Block] = field(default_factory=dict)
    joined: frozenset[str] = frozenset()  # keys of readings that a person joined or parted
    features: Features = field(default_factory=Features)

    def parted(
        self, readings: Sequence[Reading], base: str, together: Sequence[tuple[str, str]], joined: Collection[str]
    ) -> list[Block]:
        """The blocks, each in the order of work; those that nothing touches as they were."""
        before = self.of if self.base == base else {}
        new = [r for r in readings if r not in before]
        gone = len(before) + len(new) - len(readings)
        if len(new) + gone > MANY * len(readings):
            blocks = [Block(several) for several in blocks_of(sorted(readings, key=order), together, self.features)]
        else:
            blocks = self._changed(readings, new, gone, together, joined)
        self.base, self.joined = base, frozenset(joined)
        self.of = {r: block for block in blocks for r in block.readings}
        return blocks

    def _changed(
        self, readings: Sequence[Reading], new: Sequence[Reading], gone: int, together: Sequence[tuple[str, str]],
        joined: Collection[str],
    ) -> list[Block]:  # fmt: skip
        touched: set[Block] = set()
        if gone:
            there = set(readings)
            touched.update([block for r, block in self.of.items() if r not in there])
        if joined or self.joined:
            touched.update([b for r, b in self.of.items() if r.key in joined or r.key in self.joined])
        if new:
            touched |= self._met(new)
        if not new and not touched:
            return list(dict.fromkeys(self.of.values()))
        anew = sorted([r for r in readings if (block := self.of.get(r)) is None or block in touched], key=order)
        untouched = [b for b in dict.fromkeys(self.of.values()) if b not in touched]
        return untouched + [Block(several) for several in blocks_of(anew, together, self.features)]

    def _met(self, new: Sequence[Reading]) -> set[Block]:
        """The blocks that new readings may belong to."""
        kept: set[int] = set()
        asked: set[int] = set()
        near: dict[tuple[object, ...], list[Reading]] = {}
        for reading in new:
            if reading.tokens is None:
                reading.tokens = tokens_of(reading, self.features)
            kept.update(reading.tokens[0])
            asked.update(reading.tokens[1])
            for key in neighbour_keys(reading):
                near.setdefault(key, []).append(reading)
        met: set[Block] = set()
        for reading, block in self.of.items():
            if block in met:
                continue
            assert reading.tokens is not None
            if not (asked.isdisjoint(reading.tokens[0]) and kept.isdisjoint(reading.tokens[1])):
                met.add(block)
                continue
            for key in neighbour_keys(reading):
                if any(
                    other.first - reading.last <= APART and reading.first - other.last <= APART
                    for other in near.get(key, ())
                ):
                    met.add(block)
                    break
        return met
