"""The bibliography: all clippings by year, and the works that the editors cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.site import Site
from sitegen.render.views.quotes import (
    outlet,
    published_words,
    source_link,
    web,
)
from sitegen.render.when import when_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    link: Link
    outlet: str
    published: str
    events: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGroup:
    key: str
    label: str
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    lead: str
    groups: tuple[SourceGroup, ...]
    works: tuple[tuple[str, str | None, str, int], ...]
    empty: str


def index(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("sources/")
    groups: dict[str, list[tuple[tuple[Any, ...], SourceRow]]] = {}
    for extraction in site.register.sources:
        record = extraction.record
        when = when_of(record.published.date) if record.published.date else None
        label = str(when.first.year) if when and when.first else "Undated"
        copies = site.copies_of.get(record.id)
        row = SourceRow(
            link=source_link(site, links, record),
            outlet=outlet(record),
            published=published_words(record),
            events=len(site.events_of_source.get(record.id, ())),
            note="shares its text with another clipping" if copies else "",
        )
        groups.setdefault(label, []).append(((when.first.isoformat() if when and when.first else "", record.id), row))
    works = _works(site)
    total = len(site.register.sources)
    outlets = len({e.record.publisher for e in site.register.sources if e.record.publisher})
    lead = (
        f"{wording.capital(wording.count(total, 'clipping'))} from {wording.count(outlets, 'outlet')}" if total else ""
    )
    if lead and works:
        lead += f", and {wording.count(len(works), 'work')} that the editors cite"
    view = SourcesView(
        lead=f"{lead}." if lead else "",
        groups=tuple(
            SourceGroup(
                key=f"s{label.lower()}", label=label, rows=tuple(r for _, r in sorted(found, key=lambda f: f[0]))
            )
            for label, found in sorted(groups.items(), key=lambda g: (g[0] == "Undated", g[0]))
        ),
        works=works,
        empty="" if total or works else "No clipping has been read yet. Put one into content/articles and build again.",
    )
    return frame.page(
        "sources/",
        "sources.html",
        view,
        title="Sources",
        description="The clippings and works from which every date on this site was read.",
    )


def _works(site: Site) -> tuple[tuple[str, str | None, str, int], ...]:
    """Works that curators cite, with how many records rest on each."""
    found: dict[tuple[str, str | None, str], int] = {}
    groups = [e.witnesses for e in site.register.events] + [s.witnesses for s in site.register.statuses]
    groups += [t.witnesses for p in site.register.people for t in p.tenures]
    for witnesses in groups:
        for citation in {
            (w.citation.title, w.citation.url, w.citation.publisher or "") for w in witnesses if w.citation
        }:
            found[citation] = found.get(citation, 0) + 1
    return tuple(
        (t, web(u), p, n) for (t, u, p), n in sorted(found.items(), key=lambda f: (f[0][0].casefold(), f[0][1] or ""))
    )
