"""Who copies whom once a few clippings have changed: told from the last look at all of them, wherever that is sure.

A clipping joins the earlier group whose first clipping has most of its kept shingles, if it has enough of them (`wire`). So a
clipping that stood alone and still does changes nothing for another, unless it has, or had, enough of that one's shingles; or
takes, in the list of the groups that have a shingle, one of the `CROWD` places from another group. Clippings to which either may
have happened are placed again; where one of them does not stand as it stood, or a copy changed, all are looked at again.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from sitegen.merge.wire import CROWD, FEWEST, MAYBE, Stood, copies_of, joins, shingles_of
from sitegen.model import Extraction

#: more changed clippings than this are not worth the comparing
FEW = 20

Groups = tuple[tuple[str, ...], ...]
Turn = tuple[int, str]  # when a clipping is placed: the longest first, then by id


class _Row(msgspec.Struct, array_like=True, frozen=True):
    """A clipping: the length of its body and a hash of it, how many shingles it has, how it `stood`."""

    id: str
    length: int
    body: str
    size: int
    leads: bool
    most: int

    @property
    def turn(self) -> Turn:
        return (-self.length, self.id)


class _Kept(msgspec.Struct, array_like=True):
    groups: Groups
    rows: list[_Row]
    shingles: bytes


@dataclass(slots=True)
class Copied:
    """What the last look found. `shingles` of all clippings, one after another, in the order of `rows`."""

    groups: Groups
    rows: list[_Row]
    shingles: array[int]

    def to_json(self) -> bytes:
        return msgspec.json.encode(_Kept(self.groups, self.rows, self.shingles.tobytes()))

    def each(self) -> list[array[int]]:
        found, at = [], 0
        for row in self.rows:
            found.append(self.shingles[at : at + row.size])
            at += row.size
        return found


def version() -> str:
    """What else the shingles of one text hang on: `hash` is the interpreter's own."""
    return f"{sys.version} {sys.byteorder}"


def copied_from_json(data: bytes) -> Copied | None:
    try:
        kept = msgspec.json.decode(data, type=_Kept)
        shingles = array("q", kept.shingles)
    except (msgspec.MsgspecError, ValueError):
        return None
    ids = {row.id for row in kept.rows}
    whole = sum(row.size for row in kept.rows) == len(shingles) and all(ids.issuperset(g) for g in kept.groups)
    return Copied(kept.groups, kept.rows, shingles) if whole else None


def look_at_all(sources: Sequence[Extraction], remembered: dict[str, tuple[str, array[int]]]) -> Copied:
    stood: dict[str, Stood] = {}
    groups = copies_of(sources, remembered, stood)
    rows: list[_Row] = []
    shingles = array("q")
    for source in sources:
        body, found = remembered[source.record.id]
        rows.append(_Row(source.record.id, len(body), _digest(body), len(found), *stood[source.record.id]))
        shingles.extend(found)
    return Copied(groups, rows, shingles)


def look_again(known: Copied, sources: Sequence[Extraction]) -> Copied | None:
    """The same as `look_at_all`, from what is known; None where that cannot be told."""
    bodies = {e.record.id: e.record.body for e in sources}
    digests = {name: _digest(body) for name, body in bodies.items()}
    gone = {n for n, row in enumerate(known.rows) if digests.get(row.id) != row.body}
    lost = {known.rows[n].id for n in gone}
    there = {row.id for row in known.rows}
    come = [name for name in bodies if name in lost or name not in there]
    if not gone and not come:
        return known
    fresh = {name: shingles_of(bodies[name].lower().split()) for name in come}
    is_copy = any(not lost.isdisjoint(group) for group in known.groups)
    if len(gone) + len(come) > FEW or is_copy or any(len(found) < FEWEST for found in fresh.values()):
        return None
    own = known.each()
    kept = [n for n in range(len(own)) if n not in gone]
    rows = [known.rows[n] for n in kept]
    rows += [_Row(name, len(bodies[name]), digests[name], len(found), True, 0) for name, found in fresh.items()]
    sets: list[Iterable[int]] = [own[n] for n in kept]
    before = {known.rows[n].turn: frozenset(own[n]) for n in gone}
    doubtful = _doubtful(rows, sets, before, {row.turn: fresh[row.id] for row in rows[len(kept) :]})
    sets += fresh.values()
    if not _stand(rows, sets, [*doubtful, *range(len(kept), len(rows))], bodies, known.groups):
        return None
    shingles = array("q")
    for found in sets:
        shingles.extend(found)
    return Copied(known.groups, rows, shingles)


_Placing = Mapping[Turn, frozenset[int]]


def _doubtful(rows: list[_Row], sets: Sequence[Iterable[int]], before: _Placing, after: _Placing) -> list[int]:
    """The clippings, by their number in `sets`, that changed ones may have moved. Of others that lead, what their row says is brought
    up to date.
    """
    moved = frozenset().union(*before.values(), *after.values())
    shared = {n: met for n, one in enumerate(sets) if (met := moved.intersection(one))}
    holders: dict[int, list[Turn]] = {}
    for n, met in shared.items():
        if rows[n].leads:
            for shingle in met:
                holders.setdefault(shingle, []).append(rows[n].turn)
    crowded = {
        shingle
        for shingle, turns in holders.items()
        if len(turns) + max(len(before), len(after)) > CROWD
        and _first(turns, shingle, before) != _first(turns, shingle, after)
    }
    found = []
    changed = [*before.values(), *after.values()]
    for n, met in shared.items():
        row = rows[n]
        if not row.leads and not row.most:  # the very same words as another's
            continue
        least, crowding = MAYBE * row.size, len(met & crowded)
        close = max(len(met & one) for one in changed)
        most = max(row.most + crowding, close)
        if close >= least or (crowding and (not row.leads or most >= least)):
            found.append(n)
        elif row.leads:
            rows[n] = msgspec.structs.replace(row, most=most)
    return found


def _first(turns: list[Turn], shingle: int, changed: _Placing) -> int:
    """How many of the groups that begin at `turns` are among the first `CROWD` with the shingle."""
    turns.sort()
    others = sorted([turn for turn, found in changed.items() if shingle in found])
    most = min(len(turns), CROWD)
    return next(n for n in range(most, -1, -1) if not n or n + bisect_left(others, turns[n - 1]) <= CROWD)


def _stand(
    rows: list[_Row], sets: Sequence[Iterable[int]], asked: Sequence[int], bodies: Mapping[str, str], groups: Groups
) -> bool:
    """Whether each of `asked` stands as its row says, placed as `copies_of` does it; the rows are brought up to date."""
    wanted = frozenset().union(*[sets[n] for n in asked])
    leaders = sorted([(row.turn, n) for n, row in enumerate(rows) if row.leads])
    lists: dict[int, list[int]] = {}
    for place, (_, n) in enumerate(leaders):
        for shingle in wanted.intersection(sets[n]):
            several = lists.setdefault(shingle, [])
            if len(several) < CROWD:
                several.append(place)
    together = {name: group for group in groups for name in group}
    for n in asked:
        row = rows[n]
        own = bisect_left(leaders, (row.turn, n))
        counts = Counter([place for shingle in sets[n] for place in lists.get(shingle, ()) if place < own])
        most = max(counts.values(), default=0)
        near: str | None = None
        if most >= MAYBE * row.size:
            lead = rows[leaders[min(place for place, count in counts.items() if count == most)][1]].id
            if joins(most, row.size, bodies[row.id], bodies[lead]):
                near = lead
        if (near is None) != row.leads or (near is not None and near not in together.get(row.id, ())):
            return False
        rows[n] = msgspec.structs.replace(row, most=most)
    return True


def _digest(body: str) -> str:
    return hashlib.blake2b(body.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
