"""What a page was made of, noted while it is made: which entries of which tables of the site were looked up.

Nobody has to say what a page depends on, and so nobody can forget to: the site's tables note every look-up themselves.
`remembered.py` keeps the notes, and a page whose entries all say the same as last time is not made again.

A node is the name of one entry: table and key parted by NUL. A look at the keys of a table, or at all of it, is a node too.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import fields
from typing import Any, TypeVar, cast

from sitegen.model import Register

_K = TypeVar("_K")
_V = TypeVar("_V")
_D = TypeVar("_D")

PART = "\0"
KEYS = "\x01keys"
ALL = "\x01all"


class Trace:
    """Collects nodes in `now`. What is made once and used by many pages goes through `memo`."""

    __slots__ = ("now",)

    def __init__(self) -> None:
        self.now: set[str] = set()

    def watch(self, make: Callable[[], _V]) -> tuple[_V, set[str]]:
        """What `make` gives, and the nodes that it looked up, which count for whoever asked as well."""
        outer, self.now = self.now, set()
        try:
            return make(), self.now
        finally:
            outer |= self.now
            self.now = outer

    def memo(self, made: dict[Any, Any], key: Any, make: Callable[[], _V]) -> _V:
        """`make()`, worked out once for each `key` in `made`; its look-ups count for everyone who asks."""
        known = made.get(key)
        if known is None:
            known = made[key] = self.watch(make)
        else:
            self.now |= known[1]
        return cast("_V", known[0])


class Watched(Mapping[_K, _V]):
    """A table that notes what is looked up in it. Keys are strings or tuples of strings; None is never one."""

    __slots__ = ("_name", "_raw", "_trace")

    def __init__(self, name: str, raw: Mapping[_K, _V], trace: Trace) -> None:
        self._name, self._raw, self._trace = name + PART, raw, trace

    def _note(self, key: Any) -> None:
        self._trace.now.add(self._name + (key if type(key) is str else PART.join(map(str, key))))

    def __getitem__(self, key: _K) -> _V:
        self._note(key)
        return self._raw[key]

    def get(self, key: Any, default: Any = None) -> Any:
        if key is None:
            return default
        self._note(key)
        return self._raw.get(key, default)

    def __contains__(self, key: object) -> bool:
        if key is None:
            return False
        self._note(key)
        return key in self._raw

    def __iter__(self) -> Iterator[_K]:
        self._note(KEYS)
        return iter(self._raw)

    def __len__(self) -> int:
        self._note(KEYS)
        return len(self._raw)

    def items(self) -> ItemsView[_K, _V]:
        self._note(ALL)
        return self._raw.items()

    def values(self) -> ValuesView[_V]:
        self._note(ALL)
        return self._raw.values()


class _Fields:
    """A record of which only some fields are looked at: each is a node of its own."""

    __slots__ = ("_name", "_record", "_trace")

    def __init__(self, name: str, record: Any, trace: Trace) -> None:
        self._name, self._record, self._trace = name, record, trace

    def __getattr__(self, name: str) -> Any:
        node = f"{self._name}{PART}{name}"
        if name == "record":  # an extraction's: its fields are nodes too
            return _Fields(node, self._record.record, self._trace)
        self._trace.now.add(node)
        return getattr(self._record, name)


class ByField(Watched[str, _V]):
    """A table whose records are large, and of which pages want little: a person's name, not all who speak of him; the title of a
    clipping, not its words.
    """

    __slots__ = ()

    def __getitem__(self, key: str) -> _V:
        found = self._raw.get(key)
        if found is None:
            self._note(key)
            raise KeyError(key)
        return cast("_V", _Fields(self._name + key, found, self._trace))

    def get(self, key: Any, default: Any = None) -> Any:
        if key in self:
            return self[key]
        return default

    def __contains__(self, key: object) -> bool:
        if key is None:
            return False
        self._note(f"{key}{PART}")
        return key in self._raw

    def values(self) -> ValuesView[_V]:
        self._note(ALL)
        return self._raw.values()


class _Register(Register):
    """A register whose fields note that they were looked at. Only the views see it."""

    __slots__ = ("_trace",)


def _watched_field(name: str) -> property:
    read = getattr(Register, name).__get__
    node = f"register{PART}{name}"

    def get(self: Any) -> Any:
        self._trace.now.add(node)
        return read(self)

    return property(get)


for _field in fields(Register):
    if _field.name != "origins":  # a table: see `watched`
        setattr(_Register, _field.name, _watched_field(_field.name))


def watched(register: Register, trace: Trace) -> Register:
    """The same register, noting which of its fields are looked at."""
    made = object.__new__(_Register)
    for field in fields(Register):
        getattr(Register, field.name).__set__(made, getattr(register, field.name))
    vars(Register)["origins"].__set__(made, Watched("origins", register.origins, trace))
    object.__setattr__(made, "_trace", trace)
    return made
