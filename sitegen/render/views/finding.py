"""Search, with indexes by letter and by date for readers without JavaScript; and the page that describes the data."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.views.people import family_name
from sitegen.slugs import slug_of


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexLetter:
    key: str
    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    index: str  # address of search/index.json
    library: str
    root: str
    years: tuple[tuple[Link, int], ...]
    letters: tuple[IndexLetter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    href: str
    name: str
    format: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    name: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    key: str
    label: str
    downloads: tuple[Download, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    tables: tuple[Table, ...]
    others: tuple[Download, ...]
    left_out: str
    licence: str


def search_page(frame: Frame) -> Page:
    """People, posts, countries and organizations by letter; events by year."""
    site = frame.site
    links = frame.links("search/")
    entries: list[tuple[str, Link]] = []
    for person in site.register.people:
        family = family_name(person)
        rest = person.name.removesuffix(family).strip()
        text = person.name if not rest or person.name.startswith(f"{family} ") else f"{family}, {rest}"
        entries.append((slug_of(text), Link(text=text, href=links.to(site.paths["person", person.id]))))
    for post in site.register.posts:
        entries.append((slug_of(post.name), Link(text=post.name, href=links.to(site.paths["post", post.id]))))
    for organization in site.register.organizations:
        entries.append(
            (
                slug_of(organization.name),
                Link(text=organization.name, href=links.to(site.paths["organization", organization.id])),
            )
        )
    for code in sorted({c.upper() for k, c in site.paths if k == "country"}):
        name = site.country(code)
        entries.append((slug_of(name), Link(text=name, href=links.to(site.paths["country", code]))))
    letters: dict[str, list[Link]] = {}
    for key, link in sorted(entries, key=lambda e: (e[0], e[1].text, e[1].href)):
        first = key[:1].upper()
        letters.setdefault(first if first.isalpha() else "#", []).append(link)
    view = SearchView(
        index=links.to("search/index.json"),
        library=links.root + frame.theme.assets["minisearch.js"],
        root=links.root,
        years=tuple((Link(text=y.label, href=links.to(site.paths["year", y.key])), len(y.events)) for y in site.years),
        letters=tuple(
            IndexLetter(key=f"az-{slug_of(k) or 'other'}", label=k, links=tuple(found)) for k, found in letters.items()
        ),
    )
    return frame.page(
        "search/", "search.html", view, title="Search", description=f"Search {site.config.title}, or look a name or a year up in the indexes.",
        scripts=("minisearch.js", "search.js"),
    )  # fmt: skip


def data_page(frame: Frame, tables: tuple[Table, ...], others: tuple[Download, ...], left_out: int) -> Page:
    config = frame.site.config
    words = ""
    if left_out:
        words = f"The calendar holds only events known to the day; {wording.count(left_out, 'event')} dated more coarsely {'is' if left_out == 1 else 'are'} left out of it."
    view = DataView(tables=tables, others=others, left_out=words, licence=config.licence or "")
    return frame.page(
        "data/", "data.html", view, title="Data", description="Everything on this site as files: JSON, CSV, Popolo, TimelineJS, iCalendar, Atom, with a data dictionary.",
        data=({"@context": "https://schema.org", "@type": "Dataset", "name": config.title, "description": config.description or f"A chronology with its sources: {config.title}.",
               **({"license": config.licence} if config.licence and config.licence.startswith("http") else {})},),
    )  # fmt: skip
