"""Groups of readings -> `RegisterEvent`s: the claims of each field, the choice, the witnesses, the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from sitegen.merge.cited import place_text
from sitegen.merge.claims import RULES
from sitegen.merge.fields import FIELDS, LASTING, Ballot, Context, agreed_claim, judged, said_by
from sitegen.merge.groups import Group
from sitegen.merge.ids import derived_id, keys_of
from sitegen.merge.readings import Reading, days_of
from sitegen.model import (
    Claim,
    Classification,
    CuratedEvent,
    Edit,
    Happening,
    Participant,
    RegisterEvent,
    Witness,
)


def unite(group: Group, context: Context) -> RegisterEvent:
    """The event that a group's readings tell of, under its derived id: `ids.assign` gives the one that lasts."""
    readings: Sequence[Reading] = group.readings
    if len(readings) > 1:
        readings = sorted(readings, key=_first_to_speak)
    columns = zip(*[said_by(r) for r in readings], strict=True)
    everyone = readings[0].witnesses if len(readings) == 1 else tuple([w for r in readings for w in r.witnesses])
    if len(readings) == 1 and not context.edited.fixed:
        rule = RULES["curated" if readings[0].curated else "only"]
        alone = [
            (Claim(field=field, value=said[0], witnesses=everyone, chosen=True, rule=rule),) if said[0] else ()
            for field, said in zip(FIELDS, columns, strict=True)
        ]
        return _made(group, readings, alone, everyone, context)
    ballot = Ballot(readings, context)
    lasting = any(r.event.classification in LASTING for r in readings)
    gaps = any(r.family == "exercise" for r in readings)
    elsewhere = gaps or any(r.family == "accession" for r in readings)  # its stages; decided here, celebrated there
    found: list[tuple[Claim, ...]] = []
    for field, said in zip(FIELDS, columns, strict=True):
        agreed = agreed_claim(ballot, field, said, everyone)
        if agreed is None:
            agreed = judged(field, ballot.votes(field, said), lasting, gaps, context, elsewhere)
        found.append(agreed)
    return _made(group, readings, found, everyone, context)


def _first_to_speak(reading: Reading) -> tuple[object, ...]:
    return (not reading.curated, not reading.main, reading.published, reading.source, reading.key)


def _made(
    group: Group, readings: Sequence[Reading], found: Sequence[tuple[Claim, ...]], everyone: tuple[Witness, ...],
    context: Context,
) -> RegisterEvent:  # fmt: skip
    curated = group.curated.event if group.curated else None
    dates, names, kinds, statuses, places, ordinals = found
    date, kind = dates[0].value, kinds[0].value
    where = places[0].value if places else None
    name = (
        names[0].value if names else f"{kind.capitalize()} in {where}" if where else kind.capitalize()
    )  # no reading names it
    place = next((r.event.place for r in readings if where and place_text(r.event.place) == where), None)
    participants, person_ids = _participants(readings, context)
    clippings = {r.source for r in readings if r.source}
    origins = {context.origins.get(s, s) for s in clippings}
    cited = sum(not w.source for w in everyone) if curated else 0
    edits: list[Edit] = []
    for reading in readings if context.edited.by_event else ():
        edits += [e for e in context.edited.by_event.get((reading.source, reading.event.id), ()) if e not in edits]
    merged = tuple([(r.source, "; ".join(group.reasons[r.key])) for r in readings if group.reasons.get(r.key)])
    return RegisterEvent(
        id=curated.id if curated else derived_id(date, kind, place.name if place else None),
        name=name,
        classification=cast("Classification", kind),
        date=date,
        status=cast("Happening", statuses[0].value),
        place=place,
        organizations=_all(readings, "organizations"),
        participants=participants,
        countries=_all(readings, "countries"),
        witnesses=everyone,
        claims=tuple([c for claims in found for c in claims]),
        independent=len(origins) if clippings else cited,
        curated=curated.id if curated else None,
        outcome=curated.outcome if isinstance(curated, CuratedEvent) else None,
        note=curated.note if isinstance(curated, CuratedEvent) else "",
        series=_series(readings, curated),
        ordinal=int(ordinals[0].value) if ordinals else None,
        confidence=1.0 if curated else _confidence(readings, len(origins)),
        explanation=_explained(dates, readings, merged, context),
        edits=tuple(edits),
        main_of=tuple(sorted({r.source for r in readings if r.main and r.source})),
        participant_ids=person_ids,
        keys=(readings[0].key,) if len(readings) == 1 else keys_of(group),
        merged=merged,
        path=curated.path if isinstance(curated, CuratedEvent) else "",
    )


def _all(readings: Sequence[Reading], name: str) -> tuple[str, ...]:
    """The union, curated order first; a set that a person gave by edit or file stands alone for organizations."""
    first: tuple[str, ...] = getattr(readings[0].event, name)
    if readings[0].curated and (len(readings) == 1 or (first and name == "organizations")):
        return tuple(dict.fromkeys(first))
    if all(getattr(r.event, name) == first for r in readings[1:]):
        return first if len(first) < 2 or readings[0].curated else tuple(sorted(set(first)))
    found: dict[str, None] = {}
    for reading in readings:
        for value in getattr(reading.event, name):
            found.setdefault(value)
        if reading.curated and found and name == "organizations":
            break
    return tuple(found) if readings[0].curated else tuple(sorted(found))


def _participants(
    readings: Sequence[Reading], context: Context
) -> tuple[tuple[Participant, ...], tuple[str | None, ...]]:
    """Everyone whom any source names, each once, by the name of the register; role and country as first told."""
    if not any(r.event.participants for r in readings):
        return (), ()
    found: dict[str, Participant] = {}
    ids: dict[str, str | None] = {}
    for reading in readings:
        for participant in reading.event.participants:
            person = context.identities.of.get((reading.source, participant.name))
            key = person or participant.name
            name = context.identities.names[person] if person else participant.name
            known = found.get(key)
            if known is None:
                found[key] = Participant(name=name, role=participant.role, country=participant.country)
                ids[key] = person
            elif (known.role is None and participant.role) or (known.country is None and participant.country):
                found[key] = Participant(
                    name=name, role=known.role or participant.role, country=known.country or participant.country
                )
    return tuple(found.values()), tuple(ids[k] for k in found)


def _series(readings: Sequence[Reading], curated: object) -> str | None:
    if isinstance(curated, CuratedEvent):
        return curated.series
    return None


def _confidence(readings: Sequence[Reading], origins: int) -> float:
    """The surest source's, raised for each further independent one: two at 0.8 leave 0.04 of doubt, softened by half."""
    best = max(r.event.confidence for r in readings if not isinstance(r.event, CuratedEvent))
    doubt = 1.0 - best
    for _ in range(min(origins - 1, 3)):
        doubt *= 0.6
    return round(1.0 - doubt, 3)


def _explained(
    dates: Sequence[Claim], readings: Sequence[Reading], merged: Sequence[tuple[str, str]], context: Context
) -> tuple[str, ...]:
    lines = [f"date {dates[0].value}: {dates[0].rule}"]
    lines += [f"not {c.value}: {'coarser or part of it' if c.compatible else 'a rival claim'}" for c in dates[1:]]
    for source, why in merged:
        lines.append(
            f"merged with {context.titles.get(source, source) if source else 'the curated event'} because: {why}"
        )
    return tuple(lines)


def first_day(event: RegisterEvent) -> tuple[int, int, str]:
    first, last, _ = days_of(event.date)
    return (first, last, event.id)
