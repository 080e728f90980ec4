"""What an undated clipping's dates come to as of other days: worked out once, kept in the store under the clipping's key.

Trying a weekday on thirty days around each of fifty known events is most of the work of dating, and hangs on the clipping alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from sitegen.dating.days import Days

PREFIX = "days:"
_ROOT = Path(__file__).resolve().parent
_decoder = msgspec.json.Decoder(dict[str, Days | None])


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

    def of(self, source: str) -> dict[str, Days | None]:
        record = self._keys.get(source)
        if record is None:
            return {}
        key = f"{PREFIX}{_code_digest()} {record}"
        table = self._tables.get(key)
        if table is None:
            try:
                table = _decoder.decode(self._stored[key]) if key in self._stored else {}
            except msgspec.MsgspecError:
                table = {}
            self._tables[key], self._sizes[key] = table, len(table)
        return table

    @property
    def used(self) -> set[str]:
        return set(self._tables)

    def fresh(self) -> dict[str, bytes]:
        return {key: msgspec.json.encode(table) for key, table in self._tables.items() if len(table) > self._sizes[key]}
