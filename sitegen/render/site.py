"""Register and Source -> Site: what every page needs to know of the others, worked out once.

No page loops over the whole site: whatever it asks for (events of a country, the post's holders, the silence before an
event) stands here in a table. Sorting for the reader's eye is done here and nowhere else. The tables note what is looked up
in them (`traced.py`), so that a page can be remembered by what it was made of.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

from sitegen import edtf
from sitegen.model import (
    Clipping,
    Config,
    Conflict,
    CuratedOrganization,
    DateRecord,
    Evidence,
    Extraction,
    Page,
    Participant,
    Post,
    Register,
    RegisterEvent,
    RegisterPerson,
    Source,
    StatusInterval,
    Witness,
)  # fmt: skip
from sitegen.render.addresses import paths_of
from sitegen.render.excerpts import Chosen, Span, excerpts_of
from sitegen.render.traced import ByField, Trace, Watched, watched
from sitegen.render.when import When, when_of

_K = TypeVar("_K")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Events that begin in one year, in order. `label` is "2018"; decades and centuries have their own section."""

    key: str
    label: str
    events: tuple[RegisterEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that a source tells, as its page needs it: `kind` event | person | status, `name` the record's id or member.

    `words` are the event's or the person's name, or the status; `body` is the status' organization.
    """

    kind: str
    name: str
    words: str
    evidence: tuple[Evidence, ...]
    date: str | None = None
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything the views read. Tables are keyed by record id; `paths` by (kind, id)."""

    config: Config
    register: Register
    version: str
    file_links: bool
    base_url: str | None  # ends in "/"
    base_path: str  # "/" or "/sco/"
    as_of: dt.date | None
    paths: Mapping[tuple[str, str], str]
    countries: Mapping[str, str]
    events: Mapping[str, RegisterEvent]
    people: Mapping[str, RegisterPerson]  # for a field or two; `person_whole` for the person's own page
    person_whole: Mapping[str, RegisterPerson]
    posts: Mapping[str, Post]
    sources: Mapping[str, Extraction]  # for a field or two; `source_whole` for the clipping's own page
    source_whole: Mapping[str, Extraction]
    dates_in: Mapping[tuple[str, str, str], tuple[DateRecord, ...]]  # (source, start, end of a sentence)
    clippings: Mapping[str, Clipping]
    organizations: Mapping[str, CuratedOrganization]
    person_ids: Mapping[str, tuple[str, ...]]
    sources_of_year: Mapping[str, tuple[Extraction, ...]]  # by year of publication, "undated" last
    year_of: Mapping[str, Year]  # by key, in order
    year_labels: Mapping[str, str]
    silences: Mapping[str, int]
    events_of_country: Mapping[str, tuple[RegisterEvent, ...]]
    events_of_organization: Mapping[str, tuple[RegisterEvent, ...]]
    events_of_source: Mapping[str, tuple[RegisterEvent, ...]]
    told_in: Mapping[str, tuple[Told, ...]]  # by source: events, then people, then statuses
    said_of: Mapping[tuple[str, str], tuple[Witness, ...]]  # (person id, source) -> who names the person there
    series: Mapping[str, tuple[RegisterEvent, ...]]
    posts_of_country: Mapping[str, tuple[Post, ...]]
    statuses_of_member: Mapping[str, tuple[StatusInterval, ...]]
    statuses_of_organization: Mapping[str, tuple[StatusInterval, ...]]
    conflicts_of: Mapping[str, tuple[Conflict, ...]]
    copies_of: Mapping[str, tuple[str, ...]]
    excerpts: Mapping[str, tuple[Span, ...]]
    pages: tuple[Page, ...]
    files: tuple[tuple[str, str], ...]
    neighbours: Mapping[str, tuple[str | None, str | None]]
    moved: Mapping[str, str]  # an event's former id -> its id
    trace: Trace = field(default_factory=Trace, compare=False, repr=False)

    @property
    def years(self) -> tuple[Year, ...]:
        return tuple(self.year_of.values())

    def path(self, kind: str, identifier: str) -> str | None:
        return self.paths.get((kind, identifier))

    def country(self, code: str | None) -> str:
        """A country's English name, an organization's short form, or the code itself."""
        return self.countries.get(code, code) if code else ""

    def participants(self, event: RegisterEvent) -> tuple[tuple[Participant, str | None], ...]:
        """An event's participants with their person ids: as merged, else the one person of that spelling."""
        if len(event.participant_ids) == len(event.participants):
            ids = event.participant_ids
            return tuple((p, i if i in self.people else None) for p, i in zip(event.participants, ids, strict=True))
        return tuple((p, self._person_id(p.name, event.id)) for p in event.participants)

    def _person_id(self, name: str, event: str) -> str | None:
        found = self.person_ids.get(name, ())
        if len(found) > 1:
            found = tuple(p for p in found if event in self.people[p].events)
        return found[0] if len(found) == 1 else None


def site_of(
    register: Register, source: Source, *, file_links: bool = False, sitegen_version: str = "", chosen: Chosen | None = None,
    jobs: int = 1,
) -> Site:  # fmt: skip
    """Index the register. Pure: the same register and settings give the same site; `chosen` remembers excerpts, which `jobs` processes choose."""
    config = source.config
    by_country, by_organization, by_source, series = (defaultdict[str, list[RegisterEvent]](list) for _ in range(4))
    told = defaultdict[str, list[Told]](list)
    for event in register.events:
        for code in dict.fromkeys((*event.countries, *([event.place.country] if event.place else []))):
            if code:
                by_country[code].append(event)
        for code in event.organizations:
            by_organization[code].append(event)
        for name in dict.fromkeys([w.source for w in event.witnesses if w.source]):
            by_source[name].append(event)
        for w in event.witnesses:
            if w.source:
                told[w.source].append(
                    Told(kind="event", name=event.id, words=event.name, evidence=w.evidence, date=event.date)
                )
        if event.series:
            series[event.series].append(event)
    said_of = defaultdict[tuple[str, str], list[Witness]](list)
    names = defaultdict[str, list[str]](list)
    for person in register.people:
        for spelling in dict.fromkeys((person.name, *(n for n, _ in person.names))):
            names[spelling].append(person.id)
        for w in person.witnesses:
            if w.source:
                told[w.source].append(Told(kind="person", name=person.id, words=person.name, evidence=w.evidence))
                said_of[person.id, w.source].append(w)
    by_member, by_body = (defaultdict[str, list[StatusInterval]](list) for _ in range(2))
    for status in register.statuses:
        by_member[status.member].append(status)
        by_body[status.organization].append(status)
        for w in status.witnesses:
            if w.source:
                told[w.source].append(
                    Told(kind="status", name=status.member, words=status.status, evidence=w.evidence, date=status.start,
                         body=status.organization)
                )  # fmt: skip
    posts = defaultdict[str, list[Post]](list)
    for post in register.posts:
        if post.country:
            posts[post.country].append(post)
    conflicts = defaultdict[str, list[Conflict]](list)
    for conflict in register.conflicts:
        conflicts[conflict.subject].append(conflict)
    base_url = config.base_url.rstrip("/") + "/" if config.base_url else None
    ordered = tuple(sorted(register.events, key=lambda e: (edtf.sort_key(e.date), e.id)))
    countries = {c.code: c.name for c in source.world.countries}
    years = _years(ordered)
    sources = {e.record.id: e for e in register.sources}
    trace = Trace()
    tables: dict[str, Mapping[Any, Any]] = {
        "paths": paths_of(register, source, [y.key for y in years]),
        "events": {e.id: e for e in register.events},
        "people": {p.id: p for p in register.people},
        "person_whole": {p.id: p for p in register.people},
        "posts": {p.id: p for p in register.posts},
        "sources": sources,
        "source_whole": sources,
        "dates_in": DatesIn(sources),
        "clippings": {c.id: c for c in source.clippings},
        "organizations": {o.id: o for o in register.organizations},
        "person_ids": {k: tuple(v) for k, v in names.items()},
        "silences": _silences(ordered),
        "events_of_country": _frozen(by_country),
        "events_of_organization": _frozen(by_organization),
        "events_of_source": _frozen(by_source),
        "told_in": _frozen(told),
        "said_of": _frozen(said_of),
        "series": _frozen(series),
        "posts_of_country": _frozen(posts),
        "statuses_of_member": _frozen(by_member),
        "statuses_of_organization": _frozen(by_body),
        "conflicts_of": _frozen(conflicts),
        "copies_of": {s: group for group in register.copies for s in group},
        "excerpts": excerpts_of(register, chosen, jobs),
        "neighbours": _neighbours(ordered),
        "moved": dict(register.redirects),
        "sources_of_year": _by_year(register),
        "year_of": {y.key: y for y in years},
        "year_labels": {y.key: y.label for y in years},
    }
    return Site(
        config=config,
        register=watched(register, trace),
        version=sitegen_version,
        file_links=file_links,
        base_url=base_url,
        base_path=(urlsplit(base_url).path or "/") if base_url else "/",
        as_of=_as_of(config, register),
        countries=countries,
        pages=tuple(sorted(source.pages, key=lambda p: (_order(p), p.title, p.slug))),
        files=source.files,
        trace=trace,
        **{
            name: (ByField if name in ("people", "sources") else Watched)(name, table, trace)  # type: ignore[arg-type]
            for name, table in tables.items()
        },
    )


class DatesIn(Mapping[tuple[str, str, str], tuple[DateRecord, ...]]):
    """The dates that a sentence says, found when asked for: a page that quotes one is not made anew for another's."""

    def __init__(self, sources: Mapping[str, Extraction]) -> None:
        self._sources = sources

    def __getitem__(self, key: tuple[str, str, str]) -> tuple[DateRecord, ...]:
        start, end = int(key[1]), int(key[2])
        return tuple([d for d in self._sources[key[0]].record.dates if start <= d.start and d.end <= end])

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return iter(())  # asked for by key alone

    def __len__(self) -> int:
        return 0


def _by_year(register: Register) -> dict[str, tuple[Extraction, ...]]:
    found: dict[str, list[tuple[str, str, Extraction]]] = {}
    for extraction in register.sources:
        record = extraction.record
        first = when_of(record.published.date).first if record.published.date else None
        day = first.isoformat() if first else ""
        found.setdefault(day[:4] or "undated", []).append((day, record.id, extraction))
    return {
        key: tuple([e for _, _, e in sorted(several, key=lambda row: row[:2])])
        for key, several in sorted(found.items())
    }


def _frozen(table: Mapping[_K, list[_T]]) -> dict[_K, tuple[_T, ...]]:
    return {key: tuple(values) for key, values in table.items()}


def _order(page: Page) -> tuple[int, int]:
    order = str(page.meta.get("order", ""))
    return (0, int(order)) if order.isascii() and order.isdigit() and len(order) < 9 else (1, 0)


def _neighbours(events: tuple[RegisterEvent, ...]) -> dict[str, tuple[str | None, str | None]]:
    ids = [e.id for e in events]
    return {name: (ids[i - 1] if i else None, ids[i + 1] if i + 1 < len(ids) else None) for i, name in enumerate(ids)}


def year_key(when: When) -> tuple[str, str]:
    """The section of the timeline that a date belongs to, as (key of its address, heading)."""
    if when.shape in ("decade", "century"):
        words = when.words.removeprefix("about ").removeprefix("perhaps ")
        return f"{when.first.year:04}-{when.shape}" if when.first else "undated", words[:1].upper() + words[1:]
    day = when.first or when.last
    return (f"{day.year:04}", str(day.year)) if day else ("undated", "Undated")


def _years(events: Iterable[RegisterEvent]) -> tuple[Year, ...]:
    groups: dict[tuple[str, str], list[RegisterEvent]] = {}
    for event in events:
        groups.setdefault(year_key(when_of(event.date)), []).append(event)
    # "1990-decade" comes before "1990": what is least known opens its stretch of time.
    ordered = sorted(groups.items(), key=lambda g: (g[0][0][:4], -len(g[0][0])))
    return tuple(Year(key=key, label=label, events=tuple(found)) for (key, label), found in ordered)


def _as_of(config: Config, register: Register) -> dt.date | None:
    """The day that "now" means: as set, else the latest day on which a source was published or a thing happened."""
    if config.as_of:
        return edtf.bounds(config.as_of)[1]
    days = [edtf.bounds(e.record.published.date)[1] for e in register.sources if e.record.published.date]
    days += [edtf.bounds(e.date)[0] for e in register.events if e.status == "occurred"]
    days += [edtf.bounds(t.last_attested)[0] for p in register.people for t in p.tenures if t.last_attested]
    return max((d for d in days if d), default=None)


def _silences(events: tuple[RegisterEvent, ...]) -> dict[str, int]:
    """Event id -> days of silence before it, where they are out of the ordinary: six times the median step, and a quarter."""
    steps: list[tuple[str, int]] = []
    before: dt.date | None = None
    for event in events:
        when = when_of(event.date)
        if when.first is None or when.last is None or when.shape in ("decade", "century"):
            continue
        if before is not None:
            steps.append((event.id, (when.first - before).days))
        before = max(before or when.last, when.last)
    if not steps:
        return {}
    lengths = sorted(days for _, days in steps if days > 0) or [0]
    least = max(92, 6 * lengths[len(lengths) // 2])
    return {name: days for name, days in steps if days >= least}
