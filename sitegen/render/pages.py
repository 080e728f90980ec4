"""Site -> OutputFiles: every page through one function, then the exports, the assets and the site's own files."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec

from sitegen.model import OutputFile
from sitegen.read import MAX_OTHER_BYTES, Refused, read_bytes
from sitegen.records import record_schema
from sitegen.render.environment import Renderer
from sitegen.render.exports import feed, ical, popolo, search, tables, timelinejs
from sitegen.render.farm import print_all
from sitegen.render.frame import Frame, Page, Step
from sitegen.render.remembered import Remembered
from sitegen.render.site import Site
from sitegen.render.theme import theme_of
from sitegen.render.traced import Trace
from sitegen.render.views import (
    bibliography,
    countries,
    doubts,
    event,
    finding,
    home,
    membership,
    organizations,
    people,
    posts,
    prose,
    sources,
    timeline,
)  # fmt: skip
from sitegen.render.views.cards import Cards


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that is as it was published: nothing was made."""

    path: str


def render(
    site: Site, templates: Path | None, jobs: int = 1, remembered: Remembered | None = None
) -> Iterator[OutputFile | Kept]:
    """All files of the site. `templates` is the site's own theme folder, whose files come before the default's.

    Only where `remembered` knows of an earlier build are there files `Kept`.
    """
    theme = theme_of(templates)
    frame = Frame(site, theme)
    renderer = Renderer(theme.folders, theme.digest)
    memory = Remembered() if remembered is None else remembered
    memory.begin(site, theme)
    listed: list[tuple[str, str | None]] = []
    made: set[str] = set()
    steps = list(_steps(frame))
    for step, page in zip(steps, print_all(steps, renderer, site.trace, memory, jobs), strict=True):
        made.add(page.name)
        if page.index:
            listed.append((page.path, page.modified))
        if page.data is None:
            yield Kept(path=page.name)
            continue
        if step.lasting:
            memory.keep(step.path, page.reads, (page.name,), (page.index, page.modified), step.given)
        yield OutputFile(path=page.name, data=page.data)
    for name, make in _exports(frame, renderer):
        yield from _made(name, make, site.trace, memory)
    if site.base_url is not None:
        yield OutputFile(path="sitemap.xml", data=renderer.render_view("sitemap.xml", v=feed.sitemap_of(frame, listed)))
    yield OutputFile(path="robots.txt", data=feed.robots(frame))
    yield OutputFile(path=".nojekyll", data=b"")
    yield from theme.files
    for path, absolute in site.files:
        if path in made:  # review.py has said so
            continue
        yield OutputFile(path=path, data=_copied(absolute))


def _copied(file: str) -> bytes:
    """A file of content/files/ as it is; what has become a link or a pipe since it was listed stops the build."""
    try:
        return read_bytes(file, MAX_OTHER_BYTES)
    except Refused as refused:
        raise OSError(errno.EIO, refused.message, file) from None


def _made(
    name: str, make: Callable[[], Iterable[OutputFile]], trace: Trace, memory: Remembered
) -> Iterator[OutputFile | Kept]:
    known = memory.recall(name)
    if known is not None:
        for path, _ in known.files:
            yield Kept(path=path)
        return
    files, reads = trace.watch(lambda: tuple(make()))
    memory.keep(name, reads, [f.path for f in files])
    yield from files


def _steps(frame: Frame) -> Iterator[Step]:
    """Every page in order. Events and clippings, which grow with the content, may be left to workers."""
    cards = Cards.of(frame)
    site = frame.site
    yield Step(path="", make=partial(home.page, frame, cards))
    yield from timeline.pages(frame, cards)
    for found in site.register.events:
        path = site.paths["event", found.id]
        yield Step(path=path, make=partial(_event, frame, cards, found.id), template="event.html")
    yield from people.pages(frame, cards)
    yield from posts.pages(frame)
    yield from countries.pages(frame, cards)
    yield from organizations.pages(frame, cards)
    for page in membership.pages(frame):
        yield Step(path=page.path, make=partial(_as_it_is, page), lasting=False)
    yield from bibliography.steps(frame)
    for extraction in site.register.sources:
        name = extraction.record.id
        yield Step(path=site.paths["source", name], make=partial(_source, frame, name), template="source.html")
    yield from doubts.pages(frame)
    yield from finding.steps(frame)
    yield Step(path="data/", make=partial(_data, frame))
    yield from prose.pages(frame)


def _as_it_is(page: Page) -> Page:
    return page


def _event(frame: Frame, cards: Cards, name: str) -> Page:
    return event.page_of(frame, cards, frame.site.events[name])


def _source(frame: Frame, name: str) -> Page:
    return sources.page_of(frame, frame.site.sources[name])


def _data(frame: Frame) -> Page:
    links = frame.links("data/")
    shown = tuple(
        finding.Table(
            key=spec.key,
            label=spec.label,
            downloads=tuple(
                finding.Download(href=links.to(f"data/{name}"), name=name, format="", what="")
                for name in _files_of(spec, frame.site)
            ),
            columns=tuple(finding.Column(name=c.name, what=c.what) for c in spec.columns),
        )
        for spec in tables.TABLES
    )
    others = tuple(
        finding.Download(href=links.to(path), name=path.rpartition("/")[2], format=kind, what=what)
        for path, kind, what in (
            ("data/popolo.json", "Popolo", "people, organisations, posts and memberships, as parliaments publish them"),
            ("data/timelinejs.json", "TimelineJS", "all events for that library, each date in words"),
            ("events.ics", "iCalendar", "events known to the day, for a calendar"),
            ("feed.xml", "Atom", "new and changed records, for a feed reader"),
            ("data/schema.json", "JSON Schema", "of the five tables"),
            ("data/record.schema.json", "JSON Schema", "of one article record, as the command extract prints it"),
        )
    )
    return finding.data_page(frame, shown, others, ical.left_out(frame))


def _files_of(spec: tables.TableSpec, site: Site) -> Iterator[str]:
    """A table's files, below data/: two, or the list of its parts and two for each."""
    parts = [spec.name_of(site, part) for part in spec.parts_of(site)]
    yield f"{spec.key}.json"
    for name in parts or [spec.key]:
        if parts:
            yield f"{name}.json"
        yield f"{name}.csv"


def _exports(frame: Frame, renderer: Renderer) -> Iterator[tuple[str, Callable[[], Iterable[OutputFile]]]]:
    """The other files, each group under a name of its own."""
    site = frame.site

    def table(spec: tables.TableSpec, part: str | None) -> Iterator[OutputFile]:
        if part is None or spec.part is None:
            name, rows = spec.key, list(spec.rows(site))
        else:
            name, rows = spec.name_of(site, part), list(spec.part(site, part))
        yield OutputFile(path=f"data/{name}.json", data=tables.to_json(rows))
        yield OutputFile(path=f"data/{name}.csv", data=tables.to_csv(spec, rows))

    def one(path: str, data: Callable[[], bytes]) -> Iterator[OutputFile]:
        yield OutputFile(path=path, data=data())

    for spec in tables.TABLES:
        parts = spec.parts_of(site)
        if parts:
            path = f"data/{spec.key}.json"
            yield f"file:{path}", partial(one, path, partial(tables.list_of_parts, spec, site))
        for part in parts or (None,):
            yield f"file:data/{spec.key}/{part}", partial(table, spec, part)
    for path, data in (
        ("data/schema.json", tables.schema),
        ("data/record.schema.json", _record_schema),
        ("data/popolo.json", partial(popolo.popolo, site)),
        ("data/timelinejs.json", partial(timelinejs.timelinejs, frame)),
        ("feed.xml", lambda: renderer.render_view("feed.xml", v=feed.feed_of(frame))),
        ("events.ics", partial(ical.calendar, frame)),
    ):
        yield f"file:{path}", partial(one, path, data)
    yield "file:search/", partial(search.search_files, site)


def _record_schema() -> bytes:
    return msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n"
