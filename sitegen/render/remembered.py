"""Pages remembered: a file whose template, settings and looked-up entries are as they were is as it was.

What is kept is one block of JSON: for each entry that any page looked up a short print of what it said, for each page which
entries those were, and the hash of each file that came of it. A page is left out only where all of its entries have the same
print and the published file still has that hash; everything else is made again. Nothing here is ever executed.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from sitegen.model import Extraction, Post, RegisterEvent, RegisterPerson, StatusInterval, Tenure
from sitegen.render.excerpts import Chosen, Span
from sitegen.render.site import Site, Year
from sitegen.render.theme import Theme
from sitegen.render.traced import ALL, KEYS, PART

#: Records that many entries share: the print of each is worked out once.
_SHARED = (RegisterEvent, RegisterPerson, StatusInterval, Post, Extraction, Tenure, Year)
_SHORT = 24  # letters up to which a print is the value itself
_PACKAGES = ("jinja2", "markupsafe", "markdown", "nh3", "msgspec")
_ROOT = Path(__file__).resolve().parents[1]
#: Rooms beside render/ that no page asks: what they decide reaches a page only through the site's tables.
_ELSEWHERE = frozenset(
    """__main__ again ahead arguments cli check commands completion external firstpass gather listing new options pins review server
    snapshot store terminal workers write""".split()
)


@cache
def code_digest() -> str:
    """A hash of all code that makes a page of a site."""
    total = hashlib.sha256(repr([sys.version, *[version(name) for name in _PACKAGES]]).encode())
    own = [file for file in sorted(_ROOT.glob("*.py")) if file.stem not in _ELSEWHERE]
    for file in (*own, *sorted((_ROOT / "render").rglob("*.py")), _ROOT / "data/map.json"):
        total.update(file.read_bytes())
    return total.hexdigest()[:32]


class Made(msgspec.Struct, array_like=True, frozen=True):
    """What one step made: numbers of the entries looked up, its files with their hashes, and what others ask of it."""

    reads: tuple[int, ...]
    files: tuple[tuple[str, str], ...]
    note: Any = None


class _Kept(msgspec.Struct, array_like=True):
    base: str
    nodes: list[str]
    prints: list[str]
    steps: dict[str, Made]
    stamps: dict[str, str] = {}
    sources: dict[str, str] = {}


#: Tables of which an entry follows from one clipping's record: where that is the same, none of them is looked at.
_OF_SOURCES = tuple(f"{name}{PART}" for name in ("sources", "source_whole", "dates_in"))


class _Block(msgspec.Struct, array_like=True):
    code: str
    chosen: dict[str, tuple[str, tuple[Span, ...]]]
    pages: msgspec.Raw


_encoder = msgspec.json.Encoder()


class Prints:
    """Short texts that differ where two entries differ: of a value, or of the keys of a table, or of all of it.

    What stands under a record's stamp is the record's print, so that it need not be looked into. The stamp itself would not do: a
    block of merged events has one, and one clipping's edit changes it for all of them, though most say what they said.
    """

    def __init__(self, site: Site, stamps: Mapping[int, str], known: Mapping[str, str]) -> None:
        register = site.register
        self._register = {f: getattr(register, f) for f in register.__dataclass_fields__}
        self._tables: dict[str, Mapping[Any, Any]] = {
            name: table._raw
            for name in (*site.__dataclass_fields__, "origins")
            if hasattr(table := getattr(register if name == "origins" else site, name), "_raw")
        }
        self._shared: dict[int, str] = {}
        self._stamps, self._known = stamps, known
        self.stamped: dict[str, str] = {}
        self._made: dict[str, str] = {}

    def of(self, node: str) -> str:
        known = self._made.get(node)
        if known is None:
            known = self._made[node] = self._find(node)
        return known

    def of_record(self, record: Any) -> str:
        return self._print(record)

    def _find(self, node: str) -> str:
        name, _, rest = node.partition(PART)
        if name == "register":
            return self._print(self._register.get(rest))
        table = self._tables.get(name)
        if table is None:
            return "?"
        if rest == KEYS:
            return _digest(repr([*table]))
        if rest == ALL:
            return _digest(repr([(k, self._print(v)) for k, v in table.items()]))
        if name in ("people", "sources"):
            identifier, *fields = rest.split(PART)
            record = table.get(identifier)
            if record is None:
                return "-"
            if not any(fields):
                return "+"
            for field in fields:
                record = getattr(record, field, None)
            return self._print(record)
        key = tuple(rest.split(PART)) if PART in rest else rest
        return self._print(table[key]) if key in table else "-"

    def _print(self, value: Any) -> str:
        if type(value) is str:
            return f"={value}" if len(value) <= _SHORT else _digest(value)
        if value is None:
            return "None"
        if type(value) is tuple:
            if not value:
                return "()"
            if type(value[0]) is str:
                return _digest(repr(value))
            return (
                _digest("\n".join([self._print(v) for v in value])) if type(value[0]) in _SHARED else self._whole(value)
            )
        if type(value) in _SHARED:
            known = self._shared.get(id(value))
            if known is None:
                known = self._shared[id(value)] = self._record(value)
            return known
        if isinstance(value, Mapping):
            return _digest(repr([(k, self._print(v)) for k, v in value.items()]))
        return self._whole(value)

    def _record(self, value: Any) -> str:
        stamp = self._stamps.get(id(value))
        if stamp is None:
            return self._whole(value)
        found = self._known.get(stamp) or self._whole(value)
        self.stamped[stamp] = found
        return found

    def _whole(self, value: Any) -> str:
        if type(value) is Year:  # of a thousand events, whose prints are known mostly
            return _digest("\n".join([value.key, value.label, *map(self._print, value.events)]))
        try:
            data = _encoder.encode(value)
        except (TypeError, UnicodeEncodeError, msgspec.MsgspecError):
            data = repr(value).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, digest_size=12).hexdigest()


def _named(step: str, given: tuple[Any, ...]) -> str:
    return f"{step} {_digest(repr(given))}" if given else step


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Remembered:
    """What earlier builds printed. `begin` once the site stands; `recall` before a step, `keep` after it; `dump` at the end."""

    def __init__(self, data: bytes | None = None) -> None:
        """`data` is what `dump` gave. To be set before `begin`: `standing`, the published files' hashes, and `stamps`, of records
        by their identity a key of all that they were made of, where one is known."""
        self.chosen: Chosen = {}
        self.made = 0  # steps that were not remembered
        self.standing: Mapping[str, str] = {}
        self.stamps: Mapping[int, str] = {}
        self._pages: bytes = b""
        self._old = _Kept("", [], [], {})
        self._changed: frozenset[int] = frozenset()
        self._now: dict[str, Made] = {}
        self._numbers: dict[str, int] = {}
        if data is not None:
            try:
                block = msgspec.json.decode(data, type=_Block)
            except msgspec.MsgspecError:
                return
            if block.code == code_digest():
                self.chosen, self._pages = block.chosen, bytes(block.pages)

    def begin(self, site: Site, theme: Theme) -> None:
        """Compare every entry that was looked up with what it says now."""
        self._base = _base_of(site, theme)
        try:
            old = msgspec.json.decode(self._pages, type=_Kept) if self._pages else self._old
        except msgspec.MsgspecError:
            old = self._old
        self._prints = Prints(site, self.stamps, old.stamps)
        self._sources = {name: self._prints.of_record(e) for name, e in site.source_whole._raw.items()}  # type: ignore[attr-defined]
        numbers = {node: n for n, node in enumerate(old.nodes)}
        if old.base != self._base or not len(old.nodes) == len(old.prints) == len(numbers):
            return
        self._old, self._numbers = old, numbers
        of, said = self._prints.of, self._sources
        same = {name for name, told in old.sources.items() if said.get(name) == told}
        self._changed = frozenset(
            [
                n
                for n, (node, told) in enumerate(zip(old.nodes, old.prints, strict=True))
                if not (node.startswith(_OF_SOURCES) and node.split(PART, 2)[1] in same) and of(node) != told
            ]
        )

    def recall(self, step: str, given: tuple[Any, ...] = ()) -> Made | None:
        """What the step made, if it would make the same again and all of it is published; it then counts as kept."""
        step = _named(step, given)
        made = self._old.steps.get(step)
        if made is None or not self._changed.isdisjoint(made.reads):
            return None
        standing = self.standing
        for name, digest in made.files:
            if standing.get(name) != digest:
                return None
        if made.reads and made.reads[-1] >= len(self._old.nodes):  # damage
            return None
        self._now[step] = made
        return made

    def keep(
        self, step: str, reads: Iterable[str], files: Iterable[str], note: Any = None, given: tuple[Any, ...] = ()
    ) -> None:
        """Remember what a step made anew: the names of its files are enough until `dump`."""
        self.made += 1
        numbers = self._numbers
        self._now[_named(step, given)] = Made(
            tuple(sorted([numbers.setdefault(node, len(numbers)) for node in reads])),
            tuple([(name, "") for name in files]), note,
        )  # fmt: skip

    def dump(self, hashes: Mapping[str, str]) -> bytes:
        """All that is worth keeping, as bytes; `hashes` are those of all files published."""
        of = self._prints.of
        old = self._old
        nodes = [*self._numbers]
        prints = [*old.prints, *map(of, nodes[len(old.nodes) :])]
        for n in self._changed:  # looked up before, by pages that are made anew, and perhaps by others no more
            prints[n] = of(nodes[n])
        steps = {
            name: made if not made.files or made.files[0][1] else Made(
                made.reads, tuple([(file, hashes[file]) for file, _ in made.files]), made.note)
            for name, made in self._now.items()
        }  # fmt: skip
        used = {n for made in steps.values() for n in made.reads}
        if len(used) * 1.3 < len(nodes):  # many entries that nobody looks up any more
            places = {n: at for at, n in enumerate(sorted(used))}
            steps = {
                name: Made(tuple([places[n] for n in made.reads]), made.files, made.note)
                for name, made in steps.items()
            }
            nodes, prints = [nodes[n] for n in places], [prints[n] for n in places]
        kept = _Kept(self._base, nodes, prints, steps, self._prints.stamped, self._sources)
        return _encoder.encode(_Block(code_digest(), self.chosen, msgspec.Raw(_encoder.encode(kept))))


def _base_of(site: Site, theme: Theme) -> str:
    """A hash of what every page is made with."""
    seen = (
        site.version, site.file_links, site.base_url, site.as_of, site.config, theme.digest, sorted(theme.assets.items()),
        sorted(site.countries.items()), [(p.slug, p.title, p.meta, site.paths["page", p.slug]) for p in site.pages],
        site.files,
    )  # fmt: skip
    return _digest(repr(seen))
