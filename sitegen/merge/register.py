"""The steps of merging, in order: records in, one Register out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any

from sitegen.collector import at_rest
from sitegen.edtf import words
from sitegen.merge.alike import Draft
from sitegen.merge.disagree import conflicts_of, problems_of
from sitegen.merge.edits import edited
from sitegen.merge.fields import Context
from sitegen.merge.gathered import events_of
from sitegen.merge.identity import Identities, identify
from sitegen.merge.ids import assign, redirects_of
from sitegen.merge.memory import Memory
from sitegen.merge.official import is_official
from sitegen.merge.readings import fold_place
from sitegen.merge.statuses import Statuses, statuses_of
from sitegen.merge.tenures import Tenures, events_of_people, tenures_of
from sitegen.merge.united import first_day
from sitegen.merge.wire import origins_of
from sitegen.model import (
    CuratedOrganization,
    Extraction,
    Register,
    RegisterEvent,
    RegisterPerson,
    Witness,
    World,
)


def merge_all(
    extractions: Sequence[Extraction], world: World, ids: Mapping[str, Any], memory: Memory, shown: str = ""
) -> Register:
    with at_rest(lasting=True):
        return _merged(extractions, world, ids, memory, shown)


def _merged(
    extractions: Sequence[Extraction], world: World, ids: Mapping[str, Any], memory: Memory, shown: str
) -> Register:
    memory.begin(extractions)
    ordered = sorted(extractions, key=lambda e: (e.record.id, e.record.path))
    held_back = tuple(
        (f"{e.name}, {words(e.date)}", e.note or "too little is known") for e in world.events if e.confidence == "low"
    )
    world = replace(world, events=tuple(e for e in world.events if e.confidence != "low"))
    correction = edited(ordered, world)
    sources = correction.extractions
    copies = memory.groups(sources)
    origins = origins_of(sources, copies, memory.agencies)
    identities = identify(sources, world, memory.identities)
    titles = {e.record.id: _title(e) for e in sources}
    context = Context(
        identities=identities, origins=origins, official=_official(sources, world), edited=correction, titles=titles,
        coarse=coarse_places(world),
    )  # fmt: skip
    events, redirects = _events(events_of(sources, world, context, memory), ids.get("events") or {}, memory)
    histories = memory.lasting(ordered, sources)
    tenures = tenures_of(sources, world, identities, titles, memory.tenures, histories)
    statuses = statuses_of(sources, world, titles, memory.statuses, histories)
    people = _people(identities, tenures, events, sources, memory)
    conflicts = conflicts_of(events, world, tenures, statuses, memory.disputes)
    told = problems_of(conflicts, identities, ids, events, redirects, {e.record.id: e for e in sources}, shown)
    problems = [*correction.problems, *told]
    return Register(
        events=events,
        people=people,
        posts=tuple(sorted(tenures.posts, key=lambda p: p.id)),
        statuses=tuple(statuses.intervals),
        organizations=_organizations(world, events, statuses),
        sources=tuple(sources),
        copies=copies,
        conflicts=conflicts,
        suggestions=identities.suggestions,
        withheld=(*held_back, *tenures.withheld, *statuses.withheld),
        redirects=redirects,
        stale_edits=tuple(correction.stale),
        applied_edits=len(correction.applied),
        origins=origins,
        problems=tuple(sorted(problems, key=lambda p: p.sort_key)),
    )


def _title(extraction: Extraction) -> str:
    record = extraction.record
    name = record.publisher or record.title or record.id
    on = record.published.date
    return f"{name}, {on}" if on else name


def _official(sources: Sequence[Extraction], world: World) -> frozenset[str]:
    names = frozenset(n.lower() for o in world.organizations for n in (o.id, o.name, *o.names))
    return frozenset(e.record.id for e in sources if is_official(e.record.url, e.record.publisher, names))


def coarse_places(world: World) -> frozenset[str]:
    """Folded names of states and regions: where an event is said to have been in one, its city is not told."""
    cities = {fold_place(c.capital) for c in world.countries if c.capital}  # Singapore is a state and a city
    states = (n for c in world.countries for n in (c.name, *c.names))
    regions = (n for c in world.cities if c.kind == "region" for n in (c.name, *c.names))
    return frozenset(map(fold_place, (*states, *regions))) - cities


def _events(
    made: Sequence[RegisterEvent], pinned: Mapping[str, Any], memory: Memory
) -> tuple[tuple[RegisterEvent, ...], tuple[tuple[str, str], ...]]:
    """The events under ids that last, by first day; and which former ids lead to which."""
    names, former = assign(made, pinned)
    other = redirects_of(names, made, former)
    events = []
    for n, (event, name) in enumerate(zip(made, names, strict=True)):
        old = other.get(n, ())
        if event.id != name or old:
            event = memory.renamed.get(name, (event, old), partial(_under, event, name, old))
        events.append(event)
    memory.renamed.end()
    redirects = sorted((old, name) for n, name in enumerate(names) for old in other.get(n, ()))
    return tuple(sorted(events, key=first_day)), tuple(redirects)


_FIELDS = tuple(f.name for f in fields(RegisterEvent))


def _under(event: RegisterEvent, name: str, former: tuple[str, ...]) -> RegisterEvent:
    """`dataclasses.replace`, five times as quick: half of all events have a former id."""
    made: RegisterEvent = object.__new__(RegisterEvent)
    put = object.__setattr__
    for field in _FIELDS:
        put(made, field, getattr(event, field))
    put(made, "id", name)
    put(made, "former_ids", former)
    return made


def _people(
    identities: Identities, tenures: Tenures, events: Sequence[RegisterEvent], sources: Sequence[Extraction],
    memory: Memory,
) -> tuple[RegisterPerson, ...]:  # fmt: skip
    attended = events_of_people(events)
    witnesses: dict[str, list[Witness]] = {}
    for source in sources:
        for name, witness in memory.named.get(source, _naming):
            who = identities.of.get((source.record.id, name))
            if who:
                witnesses.setdefault(who, []).append(witness)
    found = []
    for who in sorted(identities.people):
        draft = identities.people[who]
        given = (draft, tenures.by_person.get(who, []), attended.get(who, []), witnesses.get(who, []))
        if not any(given[1:]) and not _is_told(draft):
            continue
        found.append(memory.persons.get(who, given, partial(_person, *given)))
    memory.persons.end()
    return tuple(found)


def _naming(extraction: Extraction) -> tuple[tuple[str, Witness], ...]:
    """(name, witness) of each person in a clipping."""
    source = extraction.record.id
    return tuple(
        [
            (p.name, Witness(source=source, evidence=p.evidence, confidence=p.confidence))
            for p in extraction.record.people
        ]
    )


def _is_told(draft: Draft) -> bool:
    """Whether the curator says more of the person than terms of low confidence, which are withheld."""
    curated = draft.curated
    return curated is not None and (not curated.terms or any(t.confidence != "low" for t in curated.terms))


def _person(draft: Draft, held: Sequence[Any], events: Sequence[str], witnesses: Sequence[Witness]) -> RegisterPerson:
    curated = draft.curated
    spellings: dict[str, tuple[str, ...]] = {s: tuple(sorted(w)) for s, w in sorted(draft.spellings.items())}
    for name in (curated.name, *curated.names) if curated else (draft.name,):
        spellings.setdefault(name, ())
    ordered = sorted(spellings.items(), key=lambda s: (s[0] != draft.name, -len(s[1]), s[0]))
    return RegisterPerson(
        id=draft.id,
        name=draft.name,
        names=tuple(ordered),
        tenures=tuple(held),
        events=tuple(events),
        witnesses=tuple(witnesses),
        note=curated.note if curated else "",
        sources=curated.sources if curated else (),
        portrait=curated.portrait if curated else None,
        other_offices=curated.other_offices if curated else (),
        curated=curated is not None,
        path=curated.path if curated else "",
    )


def _organizations(
    world: World, events: Sequence[RegisterEvent], statuses: Statuses
) -> tuple[CuratedOrganization, ...]:
    """Those that content describes, and those that clippings or curated events name; by id."""
    known = {o.id: o for o in world.organizations}
    named = {o for e in events for o in e.organizations} | {i.organization for i in statuses.intervals}
    named |= {i.member for i in statuses.intervals if i.member in known}
    named |= {o.id for o in world.organizations if o.path or o.statuses}
    return tuple(known.get(o) or CuratedOrganization(id=o, name=o) for o in sorted(named))
