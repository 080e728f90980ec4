"""A changed clipping's own pages, ahead of the build: its page and those of the events that it tells of.

A preview shows them at once; the build that follows merges the clipping with all others and has the last word on every byte. So
nothing is merged here: each reading stays with the event that it was merged into, known by the reading's id, else, where a date
or a place was corrected, by its turn among those of its kind. A reading of which no event is known yet leads to its year.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from sitegen.model import Claim, EventRecord, Extraction, OutputFile, RegisterEvent, Witness
from sitegen.render.environment import Renderer
from sitegen.render.excerpts import choice_of
from sitegen.render.frame import Frame, Page
from sitegen.render.site import DatesIn, Site, Told, year_key
from sitegen.render.theme import Theme
from sitegen.render.urls import output_name
from sitegen.render.views import event, sources
from sitegen.render.views.cards import Cards
from sitegen.render.when import when_of

MOST = 12  # pages of events printed ahead; a table of a clipping may touch hundreds


@dataclass(slots=True)
class _Ahead:
    """What the changed clipping makes of the site's tables: entries that stand in for those of the last build."""

    site: Site
    extraction: Extraction
    events: dict[str, RegisterEvent]
    told: list[Told]
    years: dict[tuple[str, str], str]

    @property
    def source(self) -> str:
        return self.extraction.record.id


def pages_ahead(site: Site, theme: Theme, extraction: Extraction) -> Iterator[OutputFile]:
    """The files of the clipping's own pages, as far as they stand at addresses that are published already."""
    source = extraction.record.id
    old = site.sources.get(source)
    if old is None:
        return
    ahead = _Ahead(site, extraction, {}, [], {})
    _place_events(ahead, old)
    _place_people(ahead)
    _place_statuses(ahead)
    changed = _with(site, ahead)
    frame = Frame(changed, theme)
    cards = Cards.of(frame)
    renderer = Renderer(theme.folders, theme.digest)
    yield _file(renderer, sources.page_of(frame, extraction))
    for found in [*ahead.events.values()][:MOST]:
        with suppress(KeyError):  # it asks for what only the build will make, such as the page of a new year
            yield _file(renderer, event.page_of(frame, cards, found))


def _file(renderer: Renderer, page: Page) -> OutputFile:
    return OutputFile(path=output_name(page.path), data=renderer.render_page(page))


def _with(site: Site, ahead: _Ahead) -> Site:
    source = ahead.source

    def over(table: Mapping[Any, Any], entries: dict[Any, Any]) -> Any:
        return ChainMap(entries, table)  # type: ignore[arg-type]

    clippings = over(site.sources, {source: ahead.extraction})
    return replace(
        site,
        sources=clippings,
        dates_in=DatesIn(clippings),
        events=over(site.events, dict(ahead.events)),
        told_in=over(site.told_in, {source: tuple(ahead.told)}),
        paths=over(site.paths, ahead.years),
        excerpts=over(site.excerpts, {source: choice_of(ahead.extraction, _ranked(ahead))}),
    )


def _ranked(ahead: _Ahead) -> Iterator[tuple[int, Told]]:
    """What is told, with its rank among the claims to a clipping's few words (see excerpts.py)."""
    for told in ahead.told:
        found = ahead.events.get(told.name) if told.kind == "event" else None
        yield {"event": 0 if found and found.main_of else 1, "status": 3, "person": 4}[told.kind], told


def _place_events(ahead: _Ahead, old: Extraction) -> None:
    site, source = ahead.site, ahead.source
    new = {e.id: e for e in ahead.extraction.record.events}
    heirs = _heirs(old.record.events, ahead.extraction.record.events)
    for found in site.events_of_source.get(source, ()):
        own = [w for w in found.witnesses if w.source == source]
        stay = {w.event: new.pop(heirs[w.event]) for w in own if w.event in heirs and heirs[w.event] in new}
        made = _event_with(found, source, stay)
        if made is not None:
            ahead.events[found.id] = made
            ahead.told += [
                Told(kind="event", name=found.id, words=made.name, evidence=r.evidence, date=r.date)
                for r in stay.values()
            ]
    for record in new.values():
        known = ahead.events.get(record.id) or site.events.get(record.id)
        if known is not None:
            made = replace(known, witnesses=(*known.witnesses, _witness(source, record)))
            ahead.events[record.id] = made
            name = record.id
        else:
            name = f"{source}\0{record.id}"
            year, _ = year_key(when_of(record.date))
            ahead.years["event", name] = site.path("year", year) or "timeline/"
        ahead.told.append(Told(kind="event", name=name, words=record.name, evidence=record.evidence, date=record.date))


def _heirs(old: tuple[EventRecord, ...], new: tuple[EventRecord, ...]) -> dict[str | None, str]:
    """Each old reading's id -> that of the reading which stands for it now: the same, else the next of its kind left over."""
    same = {e.id for e in old} & {e.id for e in new}
    heirs: dict[str | None, str] = {name: name for name in same}
    left = [e for e in new if e.id not in same]
    for gone in old:
        heir = next((e for e in left if e.classification == gone.classification), None)
        if gone.id not in same and heir is not None:
            heirs[gone.id] = heir.id
            left.remove(heir)
    return heirs


def _witness(source: str, record: EventRecord, before: Witness | None = None) -> Witness:
    return replace(
        before or Witness(source=source), evidence=record.evidence, event=record.id, explanation=record.explanation,
        confidence=record.confidence, status=record.status,
    )  # fmt: skip


def _event_with(found: RegisterEvent, source: str, stay: Mapping[str | None, EventRecord]) -> RegisterEvent | None:
    """The event as the clipping's readings of now witness it; None where nobody else does and none of them is left."""
    instead: dict[int, Witness | None] = {}

    def now(witness: Witness) -> Witness | None:
        if witness.source != source:
            return witness
        record = stay.get(witness.event)
        return _witness(source, record, witness) if record is not None else None

    def those(witnesses: tuple[Witness, ...]) -> tuple[Witness, ...]:
        for old in witnesses:
            if id(old) not in instead:
                instead[id(old)] = now(old)
        return tuple([w for old in witnesses if (w := instead[id(old)]) is not None])

    witnesses = those(found.witnesses)
    if not witnesses:
        return None
    if len(witnesses) == len(stay) and found.curated is None:  # nobody else tells of it: it is what this clipping says
        record = next(iter(stay.values()))
        return replace(
            found, name=record.name, date=record.date, status=record.status, place=record.place, organizations=record.organizations,
            participants=record.participants, participant_ids=(), countries=record.countries, witnesses=witnesses, claims=(),
            confidence=record.confidence, explanation=record.explanation,
        )  # fmt: skip
    claims: list[Claim] = []
    for claim in found.claims:
        left = those(claim.witnesses)
        if left or claim.chosen:
            claims.append(replace(claim, witnesses=left))
    return replace(found, witnesses=witnesses, claims=tuple(claims))


def _place_people(ahead: _Ahead) -> None:
    site = ahead.site
    here = {t.name for t in site.told_in.get(ahead.source, ()) if t.kind == "person"}
    for person in ahead.extraction.record.people:
        those = site.person_ids.get(person.name, ())
        near = [p for p in those if p in here] or those
        if len(near) == 1:
            words = site.people[near[0]].name
            ahead.told.append(Told(kind="person", name=near[0], words=words, evidence=person.evidence))


def _place_statuses(ahead: _Ahead) -> None:
    for said in ahead.extraction.record.memberships:
        held = [
            s for s in ahead.site.statuses_of_member.get(said.member, ())
            if s.organization == said.organization and s.status == said.status
        ]  # fmt: skip
        if held:
            ahead.told.append(
                Told(kind="status", name=said.member, words=said.status, evidence=said.evidence, date=held[-1].start, body=said.organization)
            )  # fmt: skip
