"""The register's open disagreements, as conflicts for the site and as messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from sitegen.edtf import words
from sitegen.merge import claims as rivals
from sitegen.merge.cited import citation_of, curated_witnesses, place_text
from sitegen.merge.identity import Identities
from sitegen.merge.ids import lost_pins
from sitegen.merge.once import OfGroups
from sitegen.merge.spots import spots_of
from sitegen.merge.statuses import Statuses
from sitegen.merge.tenures import Tenures
from sitegen.model import (
    Claim,
    Conflict,
    CuratedEvent,
    Extraction,
    RegisterEvent,
    Witness,
    World,
)
from sitegen.problems import CODES, Problem
from sitegen.slugs import slug_of

_GRAVITY = {"date": 2, "place": 2, "classification": 1, "ordinal": 1}


def conflicts_of(
    events: Sequence[RegisterEvent], world: World, tenures: Tenures, statuses: Statuses,
    memory: OfGroups[RegisterEvent, list[Conflict]] | None = None,
) -> tuple[Conflict, ...]:  # fmt: skip
    memory = OfGroups() if memory is None else memory
    found: dict[str, Conflict] = {}
    for event in events:
        if not rivals.are_rivals(event.claims):
            continue
        for conflict in memory.get(event.id, event, partial(_of_event, event)):
            found.setdefault(conflict.id, conflict)
    memory.end()
    by_curated = {e.curated: e for e in events if e.curated}
    for curated in world.events:
        for conflict in _noted(curated, by_curated.get(curated.id)):
            found.setdefault(conflict.id, conflict)
    for conflict in (*tenures.conflicts, *statuses.conflicts):
        found.setdefault(conflict.id, conflict)
    return tuple(sorted(found.values(), key=lambda c: (-c.gravity, c.kind, c.id)))


def _of_event(event: RegisterEvent) -> list[Conflict]:
    """The fields of an event on which its sources contradict one another."""
    found = []
    for field_name in _GRAVITY:
        several = [c for c in event.claims if c.field == field_name]
        if not rivals.are_rivals(several):
            continue
        chosen = next((c for c in several if c.chosen), several[0])
        others = " or ".join(_said(c) for c in several if not c.compatible)
        found.append(
            Conflict(
                id=slug_of(f"{field_name}-{event.id}"), kind=field_name, gravity=_GRAVITY[field_name], subject=event.id,
                subject_type="event", summary=f"{event.name}: {field_name} {_said(chosen)}, or {others}",
                claims=tuple(several), rule=chosen.rule, path=event.path,
            )
        )  # fmt: skip
    return found


def _said(claim: Claim) -> str:
    return words(claim.value) if claim.field == "date" else claim.value


def _noted(curated: CuratedEvent, event: RegisterEvent | None) -> list[Conflict]:
    """Rival values that the curator noted in the event's file."""
    found = []
    for name in dict.fromkeys(str(c.get("field")) for c in curated.conflicts):
        value = getattr(curated, name, None)
        shown = place_text(value) if name == "place" else "" if value is None else str(value)
        chosen = Claim(
            field=name,
            value=shown,
            witnesses=curated_witnesses(curated.sources),
            chosen=True,
            rule=rivals.RULES["curated"],
        )
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


def problems_of(
    conflicts: Sequence[Conflict], identities: Identities, ids: Mapping[str, Any], events: Sequence[RegisterEvent],
    redirects: Sequence[tuple[str, str]], sources: Mapping[str, Extraction], shown: str,
) -> list[Problem]:  # fmt: skip
    found = []
    for conflict in conflicts:
        if conflict.noted:
            continue
        told = spots_of((c for c in conflict.claims if not c.compatible), sources, shown)
        path, line = (conflict.path, conflict.line) if conflict.path else told[0] if told else ("content", 0)
        where = f" [{', '.join(f'{p}:{n}' if n else p for p, n in told[:5])}]" if told else ""
        found.append(
            Problem(path=path, line=line, level=CODES["N405"][0], code="N405", message=conflict.summary + where,
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
