"""Clippings and curated events -> blocks of readings -> events: each block by itself, remembered where it is known."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sitegen.merge.cluster import cluster, order
from sitegen.merge.fields import Context
from sitegen.merge.identity import Identities
from sitegen.merge.kept import block_from_json, block_to_json
from sitegen.merge.memory import PREFIX, Memory, Names, Told, code_digest
from sitegen.merge.readings import Reading
from sitegen.merge.regrouped import Block
from sitegen.merge.telling import parents_of, reading_of_curated, readings_of
from sitegen.merge.united import unite
from sitegen.model import EventRecord, Extraction, RegisterEvent, World
from sitegen.sharing import share_witnesses
from sitegen.workers import aside

Pair = tuple[str, str]
PARALLEL_FROM = 4000  # readings from which another process pays for its start: they take half a second


def events_of(sources: Sequence[Extraction], world: World, context: Context, memory: Memory) -> list[RegisterEvent]:
    """All events under their derived ids, in no order."""
    names, base = _names(world, context, memory)
    readings = _readings(sources, world, context, names, base, memory)
    edits = context.edited
    if edits.links or edits.parts:
        readings.sort(key=order)
    together = _pairs(readings, [(a, b) for a, b, _ in edits.links]) if edits.links else []
    apart = _pairs(readings, [(a, b) for a, b, _ in edits.parts]) if edits.parts else []
    joined = _by_key(together) | _by_key(apart)
    blocks = memory.blocks.parted(readings, base, together, joined.keys())
    for block in blocks:
        if block.events is None:
            _recall(block, base, apart, joined, memory)
        else:
            memory.use(block.key)
    _work_out([b for b in blocks if b.events is None], context, together, apart, memory)
    return [event for block in blocks for event in block.events or ()]


def _recall(
    block: Block, base: str, apart: Sequence[Pair], joined: Mapping[str, tuple[Pair, ...]], memory: Memory
) -> None:
    """Name a block by all that it is made of, and give it the events that are remembered under that name."""
    own = sorted({p for r in block.readings for p in joined.get(r.key, ())}) if joined else ()
    seen = "\n".join([base, *[r.stamp for r in block.readings], *[f"{a} {b} {(a, b) in apart}" for a, b in own]])
    block.key = PREFIX + hashlib.blake2b(seen.encode(), digest_size=16).hexdigest()
    block.lasting = not own and all(r.lasting for r in block.readings)
    block.events = memory.block(block.key)


def _work_out(
    blocks: Sequence[Block], context: Context, together: Sequence[Pair], apart: Sequence[Pair], memory: Memory
) -> None:
    """Give blocks their events; where there are very many, each process takes its share and sends it back as bytes."""

    def made(block: Block) -> tuple[RegisterEvent, ...]:
        keys = {r.key for r in block.readings} if together or apart else set()
        groups = cluster(block.readings, [p for p in together if p[0] in keys], [p for p in apart if p[0] in keys])
        return tuple([unite(group, context) for group in groups])

    jobs = memory.jobs if sum(len(b.readings) for b in blocks) >= PARALLEL_FROM else 1
    own, *others = [blocks[n::jobs] for n in range(jobs)]
    sent = [aside(partial(_as_bytes, share, made), jobs) for share in others]
    for block in own:
        block.events = made(block)
        memory.keep(block.key, block.events, block.lasting)
    for share, receive in zip(others, sent, strict=True):
        for block, data in zip(share, receive(), strict=True):
            block.events = block_from_json(data)
            assert block.events is not None
            told: dict[tuple[str, str | None], EventRecord] = {
                (r.source, r.event.id): r.event for r in block.readings if isinstance(r.event, EventRecord)
            }
            for event in block.events:
                share_witnesses(event, told)
            memory.keep(block.key, block.events, block.lasting, data)


def _as_bytes(blocks: Sequence[Block], made: Callable[[Block], tuple[RegisterEvent, ...]]) -> list[bytes]:
    return [block_to_json(made(block)) for block in blocks]


def _names(world: World, context: Context, memory: Memory) -> tuple[Names, str]:
    """Names of the world, and what stands for them and for this room's code in keys."""
    given = (world.countries, world.organizations, context.coarse)
    known = memory.names
    if known is None or known[0] != given:
        names = Names(
            coarse=context.coarse,
            nations={n: c.code for c in world.countries for n in (c.name, *c.names)},
            parents=parents_of(world.organizations),
            spellings=frozenset(n for o in world.organizations for n in (o.id, o.name, *o.names) if n.isalpha()),
        )
        known = memory.names = (given, names, f"{code_digest()} {names.digest}")
    return known[1], known[2]


def _by_key(pairs: Sequence[Pair]) -> dict[str, tuple[Pair, ...]]:
    found: dict[str, tuple[Pair, ...]] = {}
    for pair in pairs:
        for key in pair:
            found[key] = (*found.get(key, ()), pair)
    return found


def _readings(
    sources: Sequence[Extraction], world: World, context: Context, names: Names, base: str, memory: Memory
) -> list[Reading]:
    identities, edits = context.identities, context.edited
    memory.begin_readings(base)
    who, codes = _who(identities, memory)
    nobody: dict[str, str] = {}
    found: list[Reading] = []
    for event in world.events:
        people = who.get("", nobody)
        named = [(p.name, people.get(p.name), identities.names.get(people.get(p.name, ""))) for p in event.participants]
        stamp = _hash(repr((base, event, named, edits.by_event.get(("", event.id)))))
        known = memory.readings.get(f"#{event.id}")
        if known is None or known.said != stamp:
            reading = reading_of_curated(event, people, names.coarse, names.nations, names.spellings)
            reading.stamp = stamp
            known = memory.readings[f"#{event.id}"] = Told(said=stamp, readings=(reading,))
        found += known.readings
    touched = {source for source, _ in edits.by_event} | {source for source, _, _ in edits.fixed}
    for extraction in sources:
        source = extraction.record.id
        people = who.get(source, nobody)
        known = memory.readings.get(source)
        edited = source in touched or bool(extraction.edits)
        beside = (memory.keys.get(source), context.origins.get(source), source in context.official, base)
        if (
            known is not None and known.extraction is extraction and known.beside == beside and not edited
            and (known.people is people or known.who == _told(people, identities, codes))
        ):  # fmt: skip
            known.people = people
            if known.stamp:
                memory.kept.put(known.stamp, known.readings)
            found += known.readings
            continue
        key, lasting = memory.key_of(extraction)
        told = _told(people, identities, codes)
        said = f"{base}\n{key}\n{beside}\n{context.titles.get(source)}\n{told}"
        if edited:
            said += repr(edits.of(source)) + repr(extraction.record)
            lasting = False
        if known is None or known.said != said:
            stamp = _hash(said)
            made = memory.kept.get(stamp, extraction) if lasting else None
            if made is None:
                made = readings_of(
                    extraction, people, codes, names.coarse, names.nations, names.parents, names.spellings
                )
                for n, reading in enumerate(made):
                    reading.stamp, reading.lasting = f"{stamp}{n}", lasting
            known = memory.readings[source] = Told(said=said, readings=made, stamp=stamp if lasting else "")
        if known.stamp:
            memory.kept.put(known.stamp, known.readings)
        known.extraction, known.beside, known.people, known.who = extraction, beside, people, told
        found += known.readings
    return found


def _who(
    identities: Identities, memory: Memory
) -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, frozenset[str]]]:
    """(source -> name -> person, person -> codes of posts), as before where the persons are."""
    if memory.who is None or memory.who[0] is not identities:
        by_source: dict[str, dict[str, str]] = {}
        for (source, name), person in identities.of.items():
            by_source.setdefault(source, {})[name] = person
        codes = {p: frozenset([c for c, _ in d.posts]) for p, d in identities.people.items() if d.posts}
        memory.who = (identities, by_source, codes)
    return memory.who[1], memory.who[2]


def _told(people: Mapping[str, str], identities: Identities, codes: Mapping[str, frozenset[str]]) -> list[str]:
    return [f"{n}={p}={identities.names[p]}={','.join(sorted(codes.get(p, ())))}" for n, p in people.items()]


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
