"""The bibliography: all clippings by year, and the works that the editors cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sitegen.model import ArticleRecord
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.quotes import (
    outlet,
    published_words,
    source_link,
    web,
)

WHOLE = 400  # clippings, and works, on one page: some 25 KB compressed
NEWEST = 60  # of more clippings these; the others stand on a page a year
_DESCRIPTION = "The clippings and works from which every date on this site was read."

Work = tuple[str, str | None, str, int]  # title, address, publisher, records that rest on it


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
    """`groups` are what this page lists; `years` lead to pages of their own where the clippings are many."""

    lead: str
    groups: tuple[SourceGroup, ...]
    years: tuple[tuple[Link, int], ...]
    works: tuple[Work, ...]
    works_apart: Link | None
    previous: Link | None
    next: Link | None
    empty: str


def steps(frame: Frame) -> Iterator[Step]:
    """/sources/, and where the clippings are many a page for each year of theirs."""
    yield Step(path="sources/", make=partial(_index, frame))
    site = frame.site
    if len(site.register.sources) > WHOLE:
        for year in site.sources_of_year:
            yield Step(path=site.paths["bibliography", year], make=partial(_year, frame, year))
    if len(_works(site)) > WHOLE:
        yield Step(path=site.paths["bibliography", "works"], make=partial(_works_page, frame))


def _by_year(site: Site) -> dict[str, list[ArticleRecord]]:
    """Clippings by the year of their publication, the undated last."""
    return {key: [e.record for e in found] for key, found in site.sources_of_year.items()}


def _group(site: Site, links: Links, key: str, records: Sequence[ArticleRecord]) -> SourceGroup:
    rows = tuple(
        SourceRow(
            link=source_link(site, links, r), outlet=outlet(r), published=published_words(r),
            events=len(site.events_of_source.get(r.id, ())),
            note="shares its text with another clipping" if site.copies_of.get(r.id) else "",
        )
        for r in records
    )  # fmt: skip
    return SourceGroup(key=f"s{key}", label=wording.capital(key), rows=rows)


def _index(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("sources/")
    years = _by_year(site)
    works = _works(site)
    total = len(site.register.sources)
    outlets = len({e.record.publisher for e in site.register.sources if e.record.publisher})
    lead = (
        f"{wording.capital(wording.count(total, 'clipping'))} from {wording.count(outlets, 'outlet')}" if total else ""
    )
    if lead and works:
        lead += f", and {wording.count(len(works), 'work')} that the editors cite"
    if total <= WHOLE:
        groups = tuple(_group(site, links, key, found) for key, found in years.items())
    else:
        newest = [r for key, found in years.items() if key != "undated" for r in found][: -NEWEST - 1 : -1]
        groups = (replace(_group(site, links, "newest", newest), label="The newest"),)
    apart = links.to(site.paths["bibliography", "works"]) if len(works) > WHOLE else ""
    view = SourcesView(
        lead=f"{lead}." if lead else "",
        groups=groups,
        years=_year_links(site, links, years) if total > WHOLE else (),
        works=() if apart else works,
        works_apart=Link(text=f"The {len(works):,} works that the editors cite", href=apart) if apart else None,
        previous=None, next=None,
        empty="" if total or works else "No clipping has been read yet. Put one into content/articles and build again.",
    )  # fmt: skip
    return frame.page("sources/", "sources.html", view, title="Sources", description=_DESCRIPTION)


def _year_links(site: Site, links: Links, years: Mapping[str, list[ArticleRecord]]) -> tuple[tuple[Link, int], ...]:
    return tuple(
        (Link(text=wording.capital(key), href=links.to(site.paths["bibliography", key])), len(found))
        for key, found in years.items()
    )


def _year(frame: Frame, year: str) -> Page:
    site = frame.site
    path = site.paths["bibliography", year]
    links = frame.links(path)
    # Of the other years no more than their addresses: an edit of one leaves the pages of all others as they are.
    years = [*site.sources_of_year]
    steps = [Link(text=wording.capital(key), href=links.to(site.paths["bibliography", key])) for key in years]
    at = years.index(year)
    group = _group(site, links, year, [e.record for e in site.sources_of_year[year]])
    title = f"Sources of {group.label}" if year != "undated" else "Undated sources"
    view = SourcesView(
        lead=f"{wording.capital(wording.count(len(group.rows), 'clipping'))}.", groups=(group,),
        years=(), works=(), works_apart=None, previous=steps[at - 1] if at else None,
        next=steps[at + 1] if at + 1 < len(steps) else None, empty="",
    )  # fmt: skip
    return frame.page(
        path, "sources.html", view, title=title, crumbs=(("Sources", "sources/"),), description=_DESCRIPTION
    )


def _works_page(frame: Frame) -> Page:
    path = frame.site.paths["bibliography", "works"]
    works = _works(frame.site)
    view = SourcesView(
        lead=f"{wording.capital(wording.count(len(works), 'work'))}, each with the number of records that rest on it.", groups=(), years=(),
        works=works, works_apart=None, previous=None, next=None, empty="",
    )  # fmt: skip
    return frame.page(
        path, "sources.html", view, title="Works cited", crumbs=(("Sources", "sources/"),), description=_DESCRIPTION
    )


def _works(site: Site) -> tuple[Work, ...]:
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
