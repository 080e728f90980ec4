"""Readings as bytes and back: what each clipping's sentences tell, kept from one process to the next in one piece.

Working them out is a quarter of a merge, and an edit changes those of one clipping. A reading's event and its words are its
clipping's own and not kept. What it may be found by is kept as numbers, and so the numbers are kept with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from sitegen.merge.readings import Reading, text_of
from sitegen.merge.shelves import Features, tokens_of
from sitegen.model import EventRecord, Extraction


class _Row(msgspec.Struct, array_like=True, frozen=True):
    """A reading without its event. `at` is the event's number in its clipping."""

    at: int
    key: str
    first: int
    last: int
    grain: int
    family: str
    city: str
    country: str | None
    organizations: frozenset[str]
    around: frozenset[str]
    countries: frozenset[str]
    people: frozenset[str]
    levels: tuple[str, ...]
    ordinals: tuple[tuple[int, str], ...]
    titles: tuple[str, ...]
    leaders: frozenset[str]
    published: int
    partners: frozenset[str]
    is_pair: bool
    kept: list[int]
    asked: list[int]


class _Kept(msgspec.Struct, array_like=True):
    """`rows` by the stamp of their clipping; `features` in the order of their numbers."""

    features: list[tuple[str, ...]]
    rows: dict[str, tuple[_Row, ...]]


@dataclass(slots=True)
class KeptReadings:
    """`known`, by stamp: those of earlier processes. `now`, `before`: those of the last two merges."""

    key: str = ""
    known: Mapping[str, tuple[_Row, ...]] = field(default_factory=dict)
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
            self.known = kept.rows

    def get(self, stamp: str, extraction: Extraction) -> tuple[Reading, ...] | None:
        """The readings of a clipping under `stamp`, which stands for all that they are made of."""
        found = self.now.get(stamp) or self.before.get(stamp)
        rows = self.known.get(stamp)
        if found is None and rows is not None:
            events = extraction.record.events
            if [row.at for row in rows] != [*range(len(events))]:
                return None
            found = tuple([_reading(row, extraction.record.id, events[row.at], stamp) for row in rows])
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
        rows = {stamp: tuple([_row(n, r, features) for n, r in enumerate(one)]) for stamp, one in used.items()}
        try:
            return msgspec.json.encode(_Kept([*features], rows))
        except UnicodeEncodeError:
            return None


def _row(at: int, reading: Reading, features: Features) -> _Row:
    kept, asked = reading.tokens or tokens_of(reading, features)
    return _Row(
        at, reading.key, reading.first, reading.last, reading.grain, reading.family, reading.city, reading.country,
        reading.organizations, reading.around, reading.countries, reading.people, reading.levels, reading.ordinals,
        reading.titles, reading.leaders, reading.published, reading.partners, reading.is_pair, [*kept], [*asked],
    )  # fmt: skip


def _reading(row: _Row, source: str, event: EventRecord, stamp: str) -> Reading:
    quote = event.evidence[0].quote if event.evidence else event.name
    return Reading(
        key=row.key, source=source, event=event, first=row.first, last=row.last, grain=row.grain, family=row.family,
        city=row.city, country=row.country, organizations=row.organizations, around=row.around, countries=row.countries,
        people=row.people, levels=row.levels, ordinals=row.ordinals, titles=row.titles, leaders=row.leaders,
        text=text_of(event, quote), published=row.published, main=event.main, partners=row.partners, is_pair=row.is_pair,
        stamp=f"{stamp}{row.at}", tokens=(row.kept, row.asked),
    )  # fmt: skip
