"""What is worked out of an undated clipping, kept in the store under the clipping's key: what its dates come to as of other
days, its day, beside all that it was found by, and its record once it was dated.

Trying a weekday on thirty days around each of fifty known events is most of the work of dating, and hangs on the clipping alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from sitegen.dating.days import Days
from sitegen.model import Extraction, Published
from sitegen.records import extraction_from_json, extraction_to_json

PREFIX = "days:"
_ROOT = Path(__file__).resolve().parent
_decoder = msgspec.json.Decoder(dict[str, Days | None])
_days_decoder = msgspec.json.Decoder(dict[str, Published])


@cache
def _code_digest() -> str:
    total = hashlib.sha256()
    for file in (*sorted(_ROOT.glob("*.py")), _ROOT.parent / "edtf.py"):
        total.update(file.read_bytes())
    return total.hexdigest()[:16]


class Told:
    """The tables of all undated clippings: `of` one of them, `fresh` for the store, `used` to be kept there."""

    def __init__(self, keys: Mapping[str, str], stored: Mapping[str, bytes]) -> None:
        """`keys`: source id -> the key of its record; a clipping without one is not remembered."""
        self._keys, self._stored = keys, stored
        self._tables: dict[str, dict[str, Days | None]] = {}
        self._sizes: dict[str, int] = {}
        self._finished: dict[str, bytes] = {}
        self._found: dict[str, dict[str, Published]] = {}
        self._unread: set[str] = set()

    def day(self, source: str, ground: str, find: Callable[[], Published]) -> Published:
        """The day that `find` finds by the register whose part for dating has the hash `ground`; as found before, where it was."""
        record = self._keys.get(source)
        if record is None:
            return find()
        place = f"{PREFIX}found {_code_digest()} {ground}"
        if place not in self._found:
            self._found[place] = self._known(place)
        known = self._found[place].get(record)
        if known is None:
            known = self._found[place][record] = find()
        else:
            self._unread.add(self._table_of(record))
        return known

    def _known(self, place: str) -> dict[str, Published]:
        try:
            known = _days_decoder.decode(self._stored[place]) if place in self._stored else {}
        except msgspec.MsgspecError:
            return {}
        alive = set(self._keys.values())
        return {record: found for record, found in known.items() if record in alive}

    @staticmethod
    def _table_of(record: str) -> str:
        return f"{PREFIX}{_code_digest()} {record}"

    def of(self, source: str) -> dict[str, Days | None]:
        record = self._keys.get(source)
        if record is None:
            return {}
        key = self._table_of(record)
        table = self._tables.get(key)
        if table is None:
            try:
                table = _decoder.decode(self._stored[key]) if key in self._stored else {}
            except msgspec.MsgspecError:
                table = {}
            self._tables[key], self._sizes[key] = table, len(table)
        return table

    def finished(self, source: str, published: Published, finish: Callable[[], Extraction]) -> Extraction:
        """The clipping's extraction as of `published`, as `finish` makes it, or as it made it in an earlier build."""
        record = self._keys.get(source)
        if record is None:
            return finish()
        seen = hashlib.blake2b(msgspec.json.encode(published), digest_size=12).hexdigest()
        key = f"{PREFIX}as of {record} {seen}"
        self._finished[key] = b""
        if key in self._stored:
            try:
                return extraction_from_json(self._stored[key])
            except msgspec.MsgspecError:
                pass
        made = finish()
        self._finished[key] = extraction_to_json(made)
        return made

    @property
    def used(self) -> set[str]:
        return {*self._tables, *self._finished, *self._found, *self._unread}

    def fresh(self) -> dict[str, bytes]:
        grown = {
            key: msgspec.json.encode(table) for key, table in self._tables.items() if len(table) > self._sizes[key]
        }
        found = {place: msgspec.json.encode(days) for place, days in self._found.items()}
        found = {place: data for place, data in found.items() if self._stored.get(place) != data}
        return grown | found | {key: data for key, data in self._finished.items() if data}
