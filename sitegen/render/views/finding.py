"""Search, with indexes by letter and by date for readers without JavaScript; and the page that describes the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.urls import Links
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
    letter_pages: tuple[tuple[Link, int], ...]  # where the names are many


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    letter: IndexLetter
    count: str
    previous: Link | None
    next: Link | None


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


WHOLE = 1500  # names of the index on /search/ itself; of more, a page a letter


def steps(frame: Frame) -> Iterator[Step]:
    """/search/, and where the names are many a page for each letter."""
    yield Step(path="search/", make=partial(_search, frame))
    letters = _letters(frame, frame.links("search/"))
    if sum(len(found.links) for found in letters) > WHOLE:
        for found in letters:
            yield Step(path=_path(found), make=partial(_letter, frame, found.key))


def _path(letter: IndexLetter) -> str:
    return f"search/{letter.key.removeprefix('az-')}/"


def _letters(frame: Frame, links: Links) -> tuple[IndexLetter, ...]:
    """People, posts, countries and organizations by letter; two of one name are told apart by what is known of them."""
    site = frame.site
    entries: list[tuple[str, str, Link]] = []
    for person in site.register.people:
        family = family_name(person)
        rest = person.name.removesuffix(family).strip()
        text = person.name if not rest or person.name.startswith(f"{family} ") else f"{family}, {rest}"
        about = next((site.country(t.country) for t in person.tenures if t.country), "") or wording.count(
            len(person.events), "event"
        )
        entries.append((text, about, Link(text=text, href=links.to(site.paths["person", person.id]))))
    for post in site.register.posts:
        entries.append((post.name, "", Link(text=post.name, href=links.to(site.paths["post", post.id]))))
    for organization in site.register.organizations:
        path = site.paths["organization", organization.id]
        entries.append((organization.name, organization.id, Link(text=organization.name, href=links.to(path))))
    for code in sorted({c.upper() for k, c in site.paths if k == "country"}):
        name = site.country(code)
        entries.append((name, code, Link(text=name, href=links.to(site.paths["country", code]))))
    times = Counter(text for text, _, _ in entries)
    letters: dict[str, list[Link]] = {}
    for text, about, link in sorted(entries, key=lambda e: (slug_of(e[0]), e[0], e[2].href)):
        first = slug_of(text)[:1].upper()
        shown = Link(text=f"{text} ({about})", href=link.href) if times[text] > 1 and about else link
        letters.setdefault(first if first.isalpha() else "#", []).append(shown)
    return tuple(
        IndexLetter(key=f"az-{slug_of(k) or 'other'}", label=k, links=tuple(found)) for k, found in letters.items()
    )


def _search(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("search/")
    letters = _letters(frame, links)
    paged = sum(len(found.links) for found in letters) > WHOLE
    view = SearchView(
        index=links.to("search/index.json"),
        library=links.root + frame.theme.assets["minisearch.js"],
        root=links.root,
        years=tuple((Link(text=y.label, href=links.to(site.paths["year", y.key])), len(y.events)) for y in site.years),
        letters=() if paged else letters,
        letter_pages=tuple((Link(text=found.label, href=links.to(_path(found))), len(found.links)) for found in letters) if paged else (),
    )  # fmt: skip
    return frame.page(
        "search/", "search.html", view, title="Search", description=f"Search {site.config.title}, or look a name or a year up in the indexes.",
        scripts=("minisearch.js", "search.js"),
    )  # fmt: skip


def _letter(frame: Frame, key: str) -> Page:
    path = f"search/{key.removeprefix('az-')}/"
    links = frame.links(path)
    letters = _letters(frame, links)
    at = next(i for i, found in enumerate(letters) if found.key == key)
    steps = [Link(text=found.label, href=links.to(_path(found))) for found in letters]
    view = LetterView(
        letter=letters[at], count=wording.capital(wording.count(len(letters[at].links), "name")),
        previous=steps[at - 1] if at else None, next=steps[at + 1] if at + 1 < len(steps) else None,
    )  # fmt: skip
    return frame.page(
        path, "letter.html", view, title=f"Index: {letters[at].label}", crumbs=(("Search", "search/"),),
        description=f"People, posts, countries and organisations that begin with {letters[at].label}.",
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
