"""Histories of posts and of memberships, kept from one process to the next under a stamp of all that they were made of.

Thousands of clippings may speak of one post, and one edit touches five posts: of the others nothing is looked at, not even what
each clipping says of them. The stamp tells of every clipping that speaks of the group by the key of its record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec


@dataclass(slots=True)
class Histories:
    """`stamps`: source id -> a key of its extraction that means the same in any process; what has none is not kept.

    `stored`: what earlier processes kept. `used`: what the last two merges asked for.
    """

    prefix: str
    stamps: Mapping[str, str] = field(default_factory=dict)
    stored: Mapping[str, bytes] = field(default_factory=dict)
    _made: dict[str, Any] = field(default_factory=dict)
    _now: set[str] = field(default_factory=set)
    _before: set[str] = field(default_factory=set)

    @property
    def used(self) -> set[str]:
        return self._now | self._before

    def begin(self, stamps: Mapping[str, str]) -> None:
        """A merge begins: what the last two did not use is forgotten."""
        self._made = {key: self._made[key] for key in self._made if key in self._now or key in self._before}
        self._before, self._now, self.stamps = self._now, set(), stamps

    def key(self, group: object, lines: Iterable[str | None]) -> str | None:
        """Where the history of a group is kept: `group` names it, with all that curators say of it; a line tells of each clipping.
        None where a clipping has no stamp.
        """
        told = list(lines)
        if None in told:
            return None
        text = f"{group!r}\n" + "\n".join([line or "" for line in told])
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        return f"{self.prefix}{digest}"

    def known(self, key: str | None, kind: Any) -> Any:
        """The history under `key`, of the type `kind`, if there is one."""
        if key is None:
            return None
        self._now.add(key)
        found = self._made.get(key)
        if found is None and key in self.stored:
            try:
                found = self._made[key] = msgspec.json.decode(self.stored[key], type=kind)
            except msgspec.MsgspecError:
                return None
        return found

    def keep(self, key: str | None, history: Any) -> None:
        if key is not None:
            self._made[key] = history

    def fresh(self) -> dict[str, bytes]:
        """What the last two merges made and the store does not have yet."""
        found: dict[str, bytes] = {}
        for key in sorted(self.used - self.stored.keys()):
            if key in self._made:
                try:
                    found[key] = msgspec.json.encode(self._made[key])
                except (msgspec.MsgspecError, UnicodeEncodeError, TypeError):
                    continue
        return found
