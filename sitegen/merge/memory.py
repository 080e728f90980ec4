"""What earlier merges worked out, kept under all that went into it.

In one process (`serve`, or the second merge after undated clippings were dated) a `Memory` handed to `merge` again gives
back readings, copies and whole blocks of events untouched. From one process to the next the blocks travel as bytes: hand
what `fresh` gave to the store, and hand it back as `stored`. A block's key is a hash of the key of every clipping that it
is made of, of who its persons are taken to be, of what its sources are copies of, of edits, of the world's names and of
this room's own code: what stands under a key is what merging would make again.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sitegen.merge.copied import Copied, Groups, copied_from_json, look_again, look_at_all, version
from sitegen.merge.histories import Histories
from sitegen.merge.identity import Identities, IdentityMemory
from sitegen.merge.kept import block_from_json, block_to_json
from sitegen.merge.kept_readings import KeptReadings
from sitegen.merge.once import OfClippings, OfGroups
from sitegen.merge.readings import Reading
from sitegen.merge.regrouped import Blocks
from sitegen.merge.statuses import StatusMemory
from sitegen.merge.tenures import TenureMemory
from sitegen.model import Conflict, Extraction, RegisterEvent, RegisterPerson, Witness

PREFIX = "merge:"
_ROOT = Path(__file__).parent
#: files beside this room's own that decide what a block's events are
_FILES = ("edtf.py", "model.py", "slugs.py", "articles/outlets.py", "events/places.py", "people/names.py")


@cache
def code_digest() -> str:
    """A hash of the code that merging runs: editing a rule forgets what it made."""
    total = hashlib.sha256()
    for file in (*sorted(_ROOT.glob("*.py")), *(_ROOT.parent / name for name in _FILES)):
        total.update(file.read_bytes())
    return total.hexdigest()[:24]


@dataclass(slots=True)
class Names:
    """What of the world every reading is made with."""

    coarse: frozenset[str]
    nations: dict[str, str]
    parents: dict[str, frozenset[str]]
    spellings: frozenset[str]

    @property
    def digest(self) -> str:
        seen = (
            sorted(self.coarse),
            sorted(self.nations.items()),
            sorted((k, sorted(v)) for k, v in self.parents.items()),
            sorted(self.spellings),
        )
        return hashlib.sha256(repr(seen).encode()).hexdigest()[:24]


@dataclass(slots=True)
class Told:
    """The readings of a clipping or a curated event, under all that they were made of; the other fields find out quickly
    that it is the same.
    """

    said: str
    readings: tuple[Reading, ...]
    stamp: str = ""  # where another process finds them; "" where none does
    extraction: Extraction | None = None
    beside: object = None
    people: Mapping[str, str] | None = None
    who: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Memory:
    """`keys`: source id -> a key of all that its extraction was made of (as in the store), without which its blocks are
    remembered in this process alone. A clipping that was dated later needs no other key: its day is added here.

    `stored`: blocks of earlier processes. `used`: keys of all blocks of the last two merges (a build merges twice where
    clippings are undated), for forgetting the others.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    stored: Mapping[str, bytes] = field(default_factory=dict)
    jobs: int = 1  # processes that merge; with more than one less is kept of how it was worked out
    made: int = 0  # blocks that the last merge had to work out
    readings: dict[str, Told] = field(default_factory=dict)  # by source id; "#" and id of curated events
    shingles: dict[str, tuple[str, array[int]]] = field(default_factory=dict)
    blocks: Blocks = field(default_factory=Blocks)
    names: tuple[object, Names, str] | None = None
    who: tuple[Identities, Mapping[str, Mapping[str, str]], Mapping[str, frozenset[str]]] | None = None
    identities: IdentityMemory = field(default_factory=IdentityMemory)
    agencies: OfClippings[str | None] = field(default_factory=OfClippings)
    named: OfClippings[tuple[tuple[str, Witness], ...]] = field(default_factory=OfClippings)
    persons: OfGroups[object, RegisterPerson] = field(default_factory=OfGroups)
    renamed: OfGroups[tuple[RegisterEvent, tuple[str, ...]], RegisterEvent] = field(default_factory=OfGroups)
    disputes: OfGroups[RegisterEvent, list[Conflict]] = field(default_factory=OfGroups)
    statuses: StatusMemory = field(default_factory=StatusMemory)
    tenures: TenureMemory = field(default_factory=TenureMemory)
    histories: Histories = field(default_factory=lambda: Histories(f"{PREFIX}history {code_digest()} "))
    kept: KeptReadings = field(default_factory=KeptReadings)
    copied: Copied | None = None
    copies_are_new: bool = False
    _now: set[str] = field(default_factory=set)
    _before: set[str] = field(default_factory=set)
    _blocks: dict[str, tuple[RegisterEvent, ...]] = field(default_factory=dict)
    _met: dict[int, tuple[Extraction, str]] = field(default_factory=dict)
    _count: int = 0
    _encoded: dict[str, bytes] = field(default_factory=dict)  # blocks as bytes, where another process made them
    _lasting: set[str] = field(default_factory=set)  # keys that mean the same in another process

    @property
    def copies_key(self) -> str:
        return f"{PREFIX}copies {code_digest()} {version()}"

    @property
    def used(self) -> set[str]:
        return self._now | self._before | self.histories.used

    def begin(self, extractions: Sequence[Extraction]) -> None:
        """A merge of `extractions` begins: what the last two did not use is forgotten."""
        self._blocks = {key: self._blocks[key] for key in self._blocks if key in self._now or key in self._before}
        self._before, self._now, self.made = self._now, set(), 0
        alive = {id(e) for e in extractions}
        self._met = {n: met for n, met in self._met.items() if n in alive}
        there = {e.record.id for e in extractions}
        for gone in [s for s in self.readings if s not in there and not s.startswith("#")]:
            del self.readings[gone]
            self.shingles.pop(gone, None)
            for memory in (self.agencies, self.named, self.statuses.said, self.tenures.said, self.identities.named):
                memory.forget(gone)

    def key_of(self, extraction: Extraction) -> tuple[str, bool]:
        """(a key of the extraction, whether another process would give it the same)."""
        record = extraction.record
        known = self.keys.get(record.id)
        if known is not None:
            return f"{known} {record.published.date}", True
        met = self._met.get(id(extraction))
        if met is None or met[0] is not extraction:
            met = self._met[id(extraction)] = (extraction, f"met {self._count}")
            self._count += 1
        return met[1], False

    def lasting(self, extractions: Sequence[Extraction], corrected: Sequence[Extraction]) -> Histories:
        """The histories of posts and memberships; a clipping that a person's edits correct is not kept, for its key tells nothing of them."""
        stamps = {
            one.record.id: self.key_of(one)[0]
            for one, two in zip(extractions, corrected, strict=True)
            if one is two and not one.edits and one.record.id in self.keys
        }
        self.histories.stored = self.stored
        self.histories.begin(stamps)
        return self.histories

    def begin_readings(self, base: str) -> None:
        """Readings are asked for; `base` is what all of them are made with."""
        key = f"{PREFIX}readings {hashlib.blake2b(base.encode(), digest_size=16).hexdigest()}"
        self.kept.begin(key, self.stored, self.blocks.features)
        if self.keys:
            self._now.add(key)

    def groups(self, sources: Sequence[Extraction]) -> Groups:
        """Who copies whom."""
        known = self.copied
        if known is None:
            known = copied_from_json(self.stored.get(self.copies_key, b""))
        now = look_again(known, sources) if known is not None else None
        if now is None:
            now = look_at_all(sources, self.shingles)
        self.copies_are_new |= now is not known
        self.copied = now
        if self.keys:
            self._now.add(self.copies_key)
        return now.groups

    def use(self, key: str) -> None:
        """A block of the merge before stands as it was."""
        self._now.add(key)

    def block(self, key: str) -> tuple[RegisterEvent, ...] | None:
        """The events of the block under `key`, if they are known."""
        self._now.add(key)
        found = self._blocks.get(key)
        if found is None and key in self.stored:
            found = block_from_json(self.stored[key])
            if found is not None:
                self._blocks[key] = found
        return found

    def keep(self, key: str, events: tuple[RegisterEvent, ...], lasting: bool, data: bytes | None = None) -> None:
        """`data` are the events as bytes, where they are known."""
        self.made += 1
        self._blocks[key] = events
        if lasting:
            self._lasting.add(key)
            if data is not None:
                self._encoded[key] = data

    def stamps(self) -> dict[int, str]:
        """Identity of each event of the last merge -> what tells it from another in any process, where its block lasts."""
        return {
            id(event): f"{key} {n}"
            for key in self._now
            if key in self._lasting or key in self.stored
            for n, event in enumerate(self._blocks.get(key, ()))
        }

    def stamped(self) -> tuple[tuple[RegisterEvent, ...], ...]:
        """The events that `stamps` names: they have to live for as long as it is asked."""
        return tuple([self._blocks.get(key, ()) for key in sorted(self._now)])

    def fresh(self) -> dict[str, bytes]:
        """Blocks of the last two merges that the store does not have yet."""
        found = {
            key: self._encoded.get(key) or block_to_json(self._blocks[key])
            for key in sorted((self._now | self._before) & self._lasting)
            if key not in self.stored
        } | self.histories.fresh()  # fmt: skip
        readings = self.kept.fresh(self.blocks.features)
        if readings is not None:
            found[self.kept.key] = readings
        if self.copied is not None and self.keys and (self.copies_are_new or self.copies_key not in self.stored):
            found[self.copies_key] = self.copied.to_json()
        self.copies_are_new = False
        return found
