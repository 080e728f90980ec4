"""Clippings and curated events -> blocks of readings -> events: each block by itself, remembered where it is known."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.merge.blocks import blocks_of
from sitegen.merge.cluster import cluster, order
from sitegen.merge.fields import Context
from sitegen.merge.memory import PREFIX, Memory, code_digest
from sitegen.merge.readings import Reading
from sitegen.merge.telling import parents_of, reading_of_curated, readings_of
from sitegen.merge.united import unite
from sitegen.model import Extraction, RegisterEvent, World

Pair = tuple[str, str]


@dataclass(slots=True)
class _Names:
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


def events_of(sources: Sequence[Extraction], world: World, context: Context, memory: Memory) -> list[RegisterEvent]:
    """All events under their derived ids, in an order of their own."""
    names = _Names(
        coarse=context.coarse,
        nations={n: c.code for c in world.countries for n in (c.name, *c.names)},
        parents=parents_of(world.organizations),
        spellings=frozenset(n for o in world.organizations for n in (o.id, o.name, *o.names) if n.isalpha()),
    )
    readings = sorted(_readings(sources, world, context, names, memory), key=order)
    edits = context.edited
    together = _pairs(readings, [(a, b) for a, b, _ in edits.links]) if edits.links else []
    apart = _pairs(readings, [(a, b) for a, b, _ in edits.parts]) if edits.parts else []
    joined = _by_key(together) | _by_key(apart)
    base = f"{code_digest()} {names.digest}"
    events: list[RegisterEvent] = []
    for block in blocks_of(readings, together, memory.features):
        own = sorted({p for r in block for p in joined.get(r.key, ())}) if joined else ()
        seen = "\n".join([base, *[r.stamp for r in block], *[f"{a} {b} {(a, b) in apart}" for a, b in own]])
        key = PREFIX + hashlib.blake2b(seen.encode(), digest_size=16).hexdigest()
        known = memory.block(key)
        if known is None:
            keys = {r.key for r in block} if joined else set()
            groups = cluster(
                block, [p for p in together if p[0] in keys], [p for p in apart if p[0] in keys]
            )  # fmt: skip
            known = tuple([unite(group, context) for group in groups])
            memory.keep(key, known, lasting=not own and all(r.lasting for r in block))
        events += known
    return events


def _by_key(pairs: Sequence[Pair]) -> dict[str, tuple[Pair, ...]]:
    found: dict[str, tuple[Pair, ...]] = {}
    for pair in pairs:
        for key in pair:
            found[key] = (*found.get(key, ()), pair)
    return found


def _readings(
    sources: Sequence[Extraction], world: World, context: Context, names: _Names, memory: Memory
) -> list[Reading]:
    identities, edits = context.identities, context.edited
    by_source: dict[str, dict[str, str]] = {}
    for (source, name), person in identities.of.items():
        by_source.setdefault(source, {})[name] = person
    codes = {p: frozenset([c for c, _ in d.posts]) for p, d in identities.people.items() if d.posts}
    nobody: dict[str, str] = {}
    found: list[Reading] = []
    for event in world.events:
        people = by_source.get("", nobody)
        reading = reading_of_curated(event, people, names.coarse, names.nations, names.spellings)
        named = [(p.name, people.get(p.name), identities.names.get(people.get(p.name, ""))) for p in event.participants]
        reading.stamp = _hash(repr((event, named, edits.by_event.get(("", event.id)))))
        found.append(reading)
    touched = {source for source, _ in edits.by_event} | {source for source, _, _ in edits.fixed}
    for extraction in sources:
        source = extraction.record.id
        people = by_source.get(source, nobody)
        key, lasting = memory.key_of(extraction)
        told = [f"{n}={p}={identities.names[p]}={','.join(sorted(codes.get(p, ())))}" for n, p in people.items()]
        said = (
            f"{key}\n{context.origins.get(source)}\n{source in context.official}\n{context.titles.get(source)}\n{told}"
        )
        if source in touched or extraction.edits:
            said += repr(edits.of(source)) + repr(extraction.record)
            lasting = False
        known = memory.readings.get(source)
        if known is not None and known[0] == said:
            found += known[1]
            continue
        made = readings_of(extraction, people, codes, names.coarse, names.nations, names.parents, names.spellings)
        stamp = _hash(said)
        for n, reading in enumerate(made):
            reading.stamp, reading.lasting = f"{stamp}{n}", lasting
        memory.readings[source] = (said, made)
        found += made
    return found


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _pairs(readings: Sequence[Reading], named: Sequence[tuple[Pair, Pair]]) -> list[Pair]:
    """Pairs of reading keys for pairs of (source, event id); a source "" stands for every clipping and the curator."""
    keys: dict[Pair, list[str]] = {}
    for reading in readings:
        keys.setdefault((reading.source, reading.event.id), []).append(reading.key)
        keys.setdefault(("*", reading.event.id), []).append(reading.key)

    def find(one: Pair) -> list[str]:
        return keys.get(one, []) if one[0] or one in keys else keys.get(("*", one[1]), [])

    return [(a, b) for left, right in named for a in find(left) for b in find(right) if a != b]
