"""Readings as bytes and back: what each clipping's sentences tell, kept from one process to the next in one piece.

Working them out is a quarter of a merge, and an edit changes those of one clipping. A reading's event and its words are its
clipping's own and not kept. What it may be found by is kept as numbers, and so the numbers are kept with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import get_type_hints

import msgspec

from sitegen.merge.readings import Reading, text_of
from sitegen.merge.shelves import Features, tokens_of
from sitegen.model import Extraction

#: fields of a reading that are not kept: its clipping's own, those that follow from others, those worked out when asked for
_FOLLOW = frozenset(
    """source event text main curated has stamp lasting tokens kept asked near said witnesses matter _words""".split()
)
_HINTS = get_type_hints(Reading)
_FIELDS = tuple(f.name for f in fields(Reading) if f.name not in _FOLLOW)
#: A reading without what follows. Every other field is kept, those too that are yet to come.
_Row = msgspec.defstruct("_Row", [(name, _HINTS[name]) for name in _FIELDS], array_like=True, frozen=True)
_values = attrgetter(*_FIELDS)


class _Telling(msgspec.Struct, array_like=True, frozen=True):
    """A clipping's readings, each of the event in the same place, and what each is found by: (kept under, looks under)."""

    rows: tuple[_Row, ...]  # type: ignore[valid-type]
    tokens: tuple[tuple[list[int], list[int]], ...]


class _Kept(msgspec.Struct, array_like=True):
    """`tellings` by the stamp of their clipping; `features` in the order of their numbers."""

    features: list[tuple[str, ...]]
    tellings: dict[str, msgspec.Raw]


@dataclass(slots=True)
class KeptReadings:
    """`known`, by stamp: those of earlier processes. `now`, `before`: those of the last two merges."""

    key: str = ""
    known: Mapping[str, msgspec.Raw] = field(default_factory=dict)
    now: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    before: dict[str, tuple[Reading, ...]] = field(default_factory=dict)

    def begin(self, key: str, stored: Mapping[str, bytes], features: Features) -> None:
        """A merge begins. `key` is where the readings are kept, and `features` are filled from there."""
        self.before, self.now = self.now, {}
        if key == self.key:
            return
        self.key, self.known = key, {}
        if features or key not in stored:  # numbers of another time would lead astray
            return
        try:
            kept = msgspec.json.decode(stored[key], type=_Kept)
        except msgspec.MsgspecError:
            return
        numbers = {feature: number for number, feature in enumerate(kept.features)}
        if len(numbers) == len(kept.features):
            features.update(numbers)
            self.known = kept.tellings

    def get(self, stamp: str, extraction: Extraction) -> tuple[Reading, ...] | None:
        """The readings of a clipping under `stamp`, which stands for all that they are made of."""
        found = self.now.get(stamp) or self.before.get(stamp)
        telling = self.known.get(stamp)
        if found is None and telling is not None:
            try:
                found = _readings(_decoder.decode(telling), extraction, stamp)
            except msgspec.MsgspecError:
                return None
        if found is not None:
            self.now[stamp] = found
        return found

    def put(self, stamp: str, readings: tuple[Reading, ...]) -> None:
        self.now[stamp] = readings

    def fresh(self, features: Features) -> bytes | None:
        """All that is worth keeping; None where that is what is kept."""
        used = self.before | self.now
        if used.keys() == self.known.keys():
            return None
        try:
            tellings = {s: self.known.get(s) or _raw(one, features) for s, one in used.items()}
            return msgspec.json.encode(_Kept([*features], tellings))
        except UnicodeEncodeError:
            return None


_decoder = msgspec.json.Decoder(_Telling)


def _raw(readings: tuple[Reading, ...], features: Features) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(_telling(readings, features)))


def _telling(readings: tuple[Reading, ...], features: Features) -> _Telling:
    tokens = [r.tokens or tokens_of(r, features) for r in readings]
    return _Telling(
        tuple([_Row(*_values(r)) for r in readings]), tuple([([*kept], [*asked]) for kept, asked in tokens])
    )


def _readings(telling: _Telling, extraction: Extraction, stamp: str) -> tuple[Reading, ...] | None:
    events = extraction.record.events
    if not len(events) == len(telling.rows) == len(telling.tokens):
        return None
    found = []
    for at, (event, row, tokens) in enumerate(zip(events, telling.rows, telling.tokens, strict=True)):
        quote = event.evidence[0].quote if event.evidence else event.name
        reading = Reading(
            **dict(zip(_FIELDS, _values(row), strict=True)), source=extraction.record.id, event=event, main=event.main,
            text=text_of(event, quote), stamp=f"{stamp}{at}", tokens=tokens,
        )  # fmt: skip
        found.append(reading)
    return tuple(found)
