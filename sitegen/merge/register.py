"""The steps of merging, in order: records in, one Register out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sitegen.edtf import words
from sitegen.merge import claims as rivals
from sitegen.merge.cluster import Group, cluster
from sitegen.merge.edits import Edited, edited
from sitegen.merge.identity import Draft, Identities, identify
from sitegen.merge.ids import assign, lost_pins, redirects_of
from sitegen.merge.official import is_official
from sitegen.merge.readings import Reading, fold_place, parents_of, reading_of_curated, readings_of
from sitegen.merge.statuses import Statuses, statuses_of
from sitegen.merge.tenures import Tenures, events_of_people, tenures_of
from sitegen.merge.united import Context, citation_of, curated_witnesses, first_day, place_text, unite
from sitegen.merge.wire import copies_of, origins_of
from sitegen.model import (
    Claim,
    Conflict,
    CuratedEvent,
    CuratedOrganization,
    Extraction,
    Register,
    RegisterEvent,
    RegisterPerson,
    Witness,
    World,
)
from sitegen.problems import CODES, Problem
from sitegen.slugs import slug_of

_GRAVITY = {"date": 2, "place": 2, "classification": 1, "ordinal": 1}


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage is looked for meanwhile: merging makes many lasting records and no cycles, and the search through
    them took a third of the time of 100,000 events (2026-11-25)."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def merge_all(extractions: Sequence[Extraction], world: World, ids: Mapping[str, Any]) -> Register:
    with _collector_at_rest():
        return _merged(extractions, world, ids)


def _merged(extractions: Sequence[Extraction], world: World, ids: Mapping[str, Any]) -> Register:
    ordered = sorted(extractions, key=lambda e: (e.record.id, e.record.path))
    held_back = tuple(
        (f"{e.name}, {words(e.date)}", e.note or "too little is known") for e in world.events if e.confidence == "low"
    )
    world = replace(world, events=tuple(e for e in world.events if e.confidence != "low"))
    correction = edited(ordered, world)
    sources = correction.extractions
    copies = copies_of(sources)
    origins = origins_of(sources, copies)
    identities = identify(sources, world)
    titles = {e.record.id: _title(e) for e in sources}
    context = Context(
        identities=identities, origins=origins, official=_official(sources, world), edited=correction, titles=titles,
        coarse=coarse_places(world),
    )  # fmt: skip
    groups = _groups(sources, world, identities, correction)
    events, redirects = _events(groups, context, ids.get("events") or {})
    tenures = tenures_of(sources, world, identities, titles)
    statuses = statuses_of(sources, world, titles)
    people = _people(identities, tenures, events, sources)
    conflicts = _conflicts(events, world, tenures, statuses)
    paths = {e.record.id: e.record.path for e in sources}
    problems = [*correction.problems, *_problems(conflicts, identities, ids, events, redirects, paths)]
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
    states = (n for c in world.countries for n in (c.name, *c.names))
    regions = (n for c in world.cities if c.kind == "region" for n in (c.name, *c.names))
    return frozenset(map(fold_place, (*states, *regions)))


def _groups(sources: Sequence[Extraction], world: World, identities: Identities, correction: Edited) -> list[Group]:
    countries = coarse_places(world)
    by_source: dict[str, dict[str, str]] = {}
    for (source, name), person in identities.of.items():
        by_source.setdefault(source, {})[name] = person
    codes = {p: frozenset(c for c, _ in d.posts) for p, d in identities.people.items() if d.posts}
    readings: list[Reading] = [reading_of_curated(e, by_source.get("", {}), countries) for e in world.events]
    parents = parents_of(world.organizations)
    nations = {n: c.code for c in world.countries for n in (c.name, *c.names)}
    for extraction in sources:
        readings.extend(readings_of(extraction, by_source.get(extraction.record.id, {}), codes, countries, nations, parents))
    together = _pairs(readings, [(a, b) for a, b, _ in correction.links]) if correction.links else ()
    apart = _pairs(readings, [(a, b) for a, b, _ in correction.parts]) if correction.parts else ()
    return cluster(readings, together, apart)


def _pairs(readings: Sequence[Reading], named: Sequence[tuple[tuple[str, str], tuple[str, str]]]) -> list[tuple[str, str]]:
    """Pairs of reading keys for pairs of (source, event id); a source "" stands for every clipping and the curator."""
    keys: dict[tuple[str, str], list[str]] = {}
    for reading in readings:
        keys.setdefault((reading.source, reading.event.id), []).append(reading.key)
        keys.setdefault(("*", reading.event.id), []).append(reading.key)

    def find(one: tuple[str, str]) -> list[str]:
        return keys.get(one, []) if one[0] or one in keys else keys.get(("*", one[1]), [])

    return [(a, b) for left, right in named for a in find(left) for b in find(right) if a != b]


def _events(
    groups: Sequence[Group], context: Context, pinned: Mapping[str, Any]
) -> tuple[tuple[RegisterEvent, ...], tuple[tuple[str, str], ...]]:
    united = [unite(group, context) for group in groups]
    names, former = assign(groups, [e.derived for e in united], pinned)
    other = redirects_of(names, groups, former)
    events = [draft.make(name, other.get(n, ())) for n, (draft, name) in enumerate(zip(united, names, strict=True))]
    redirects = sorted((old, name) for n, name in enumerate(names) for old in other.get(n, ()))
    return tuple(sorted(events, key=first_day)), tuple(redirects)


def _people(
    identities: Identities, tenures: Tenures, events: Sequence[RegisterEvent], sources: Sequence[Extraction]
) -> tuple[RegisterPerson, ...]:
    attended = events_of_people(events)
    witnesses: dict[str, list[Witness]] = {}
    for source in sources:
        for person in source.record.people:
            who = identities.of.get((source.record.id, person.name))
            if who:
                witnesses.setdefault(who, []).append(
                    Witness(source=source.record.id, evidence=person.evidence, confidence=person.confidence)
                )
    found = []
    for who in sorted(identities.people):
        draft = identities.people[who]
        held = tenures.by_person.get(who, [])
        if not held and not attended.get(who) and not witnesses.get(who) and not _is_told(draft):
            continue
        found.append(_person(draft, held, attended.get(who, []), witnesses.get(who, [])))
    return tuple(found)


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


def _conflicts(
    events: Sequence[RegisterEvent], world: World, tenures: Tenures, statuses: Statuses
) -> tuple[Conflict, ...]:
    found: dict[str, Conflict] = {}
    for event in events:
        for field_name in _GRAVITY:
            several = [c for c in event.claims if c.field == field_name]
            if not rivals.are_rivals(several):
                continue
            chosen = next((c for c in several if c.chosen), several[0])
            others = " or ".join(_said(c) for c in several if not c.compatible)
            conflict = Conflict(
                id=slug_of(f"{field_name}-{event.id}"), kind=field_name, gravity=_GRAVITY[field_name], subject=event.id,
                subject_type="event", summary=f"{event.name}: {field_name} {_said(chosen)}, or {others}",
                claims=tuple(several), rule=chosen.rule, path=event.path,
            )  # fmt: skip
            found.setdefault(conflict.id, conflict)
    by_curated = {e.curated: e for e in events if e.curated}
    for curated in world.events:
        for conflict in _noted(curated, by_curated.get(curated.id)):
            found.setdefault(conflict.id, conflict)
    for conflict in (*tenures.conflicts, *statuses.conflicts):
        found.setdefault(conflict.id, conflict)
    return tuple(sorted(found.values(), key=lambda c: (-c.gravity, c.kind, c.id)))


def _said(claim: Claim) -> str:
    return words(claim.value) if claim.field == "date" else claim.value


def _noted(curated: CuratedEvent, event: RegisterEvent | None) -> list[Conflict]:
    """Rival values that the curator noted in the event's file."""
    found = []
    for name in dict.fromkeys(str(c.get("field")) for c in curated.conflicts):
        value = getattr(curated, name, None)
        shown = place_text(value) if name == "place" else "" if value is None else str(value)
        chosen = Claim(field=name, value=shown, witnesses=curated_witnesses(curated.sources), chosen=True, rule=rivals.RULES["curated"])
        others = []
        for rival in curated.conflicts:
            if str(rival.get("field")) != name:
                continue
            note = rival.get("note")
            witness = Witness(citation=citation_of(rival.get("source")), explanation=(str(note),) if note else ())
            others.append(Claim(field=name, value=str(rival.get("value")), witnesses=(witness,), compatible=False))
        told = " or ".join(_said(c) for c in others)
        summary = f"{curated.name}: {name} {f'{_said(chosen)}, or ' if shown else ''}{told}"
        found.append(
            Conflict(id=slug_of(f"{name}-{curated.id}-noted"), kind=name, gravity=1, subject=event.id if event else curated.id,
                     subject_type="event", summary=summary, claims=(chosen, *others), rule=rivals.RULES["curated"], path=curated.path, noted=True)
        )  # fmt: skip
    return found


def _problems(
    conflicts: Sequence[Conflict], identities: Identities, ids: Mapping[str, Any], events: Sequence[RegisterEvent],
    redirects: Sequence[tuple[str, str]], paths: Mapping[str, str],
) -> list[Problem]:  # fmt: skip
    found = []
    for conflict in conflicts:
        if conflict.noted:
            continue
        told = sorted({paths[w.source] for c in conflict.claims if not c.compatible for w in c.witnesses if w.source in paths})
        path = conflict.path or (told[0] if told else "content")
        where = f" [{', '.join(told[:5])}]" if told else ""
        found.append(
            Problem(path=path, line=conflict.line, level=CODES["N405"][0], code="N405", message=conflict.summary + where,
                    remedy=f"it stands on /conflicts/ as {conflict.id}; an edit or a curated value settles it")
        )  # fmt: skip
    for one, two, why in identities.suggestions:
        curated = identities.people[one].curated or identities.people[two].curated
        found.append(
            Problem(path=curated.path if curated else "content/people", level=CODES["W406"][0], code="W406", message=why,
                    remedy=f'list one spelling under `names:` of the other in people/, if "{one}" is "{two}"')
        )  # fmt: skip
    there = [*(e.id for e in events), *(old for old, _ in redirects)]
    for lost in lost_pins(ids.get("events"), there):
        found.append(
            Problem(path="content/ids.yaml", level=CODES["W407"][0], code="W407", message=f'the pinned id "{lost}" leads nowhere now',
                    remedy="list it as `former:` of the event that took its place, or take it out")
        )  # fmt: skip
    return found


