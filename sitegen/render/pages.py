"""Site -> OutputFiles: every page through one function, then the exports, the assets and the site's own files."""

from __future__ import annotations

import errno
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from sitegen.model import OutputFile, Staged
from sitegen.read import MAX_OTHER_BYTES, Refused, read_bytes
from sitegen.records import record_schema
from sitegen.render.environment import Renderer
from sitegen.render.exports import feed, ical, popolo, search, tables, timelinejs
from sitegen.render.farm import Kept, Stage, Work, carried_out
from sitegen.render.frame import Frame, Page, Step
from sitegen.render.remembered import Remembered
from sitegen.render.site import Site
from sitegen.render.theme import theme_of
from sitegen.render.urls import output_name
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


def render(
    site: Site, templates: Path | None, jobs: int = 1, remembered: Remembered | None = None, stage: Stage | None = None
) -> Generator[OutputFile | Staged | Kept, None, None]:
    """All files of the site. `templates` is the site's own theme folder, whose files come before the default's.

    Only where `remembered` knows of an earlier build are there files `Kept`. What is made by many is given to `stage` by whoever
    made it, and comes back `Staged`; without a stage, as it is.
    """
    theme = theme_of(templates)
    frame = Frame(site, theme)
    renderer = Renderer(theme.folders, theme.digest)
    memory = Remembered() if remembered is None else remembered
    memory.begin(site, theme)
    listed: list[tuple[str, str | None]] = []
    made: set[str] = set()
    steps = list(_steps(frame))
    works = [*(_work(step, renderer) for step in steps), *_exports(frame, renderer)]
    if jobs > 1:
        for template in sorted({step.template for step in steps if step.template}):
            renderer.compile(template)
    with closing(carried_out(works, site.trace, memory, jobs, stage)) as outcomes:
        for number, done in enumerate(outcomes):
            if number < len(steps):
                index, modified = done.note
                made.add(done.files[0].path)
                if index:
                    listed.append((steps[number].path, modified))
            yield from done.files
    if site.base_url is not None:
        yield OutputFile(path="sitemap.xml", data=renderer.render_view("sitemap.xml", v=feed.sitemap_of(frame, listed)))
    yield OutputFile(path="robots.txt", data=feed.robots(frame))
    yield OutputFile(path=".nojekyll", data=b"")
    yield from theme.files
    for path, absolute in site.files:
        if path in made:  # review.py has said so
            continue
        yield OutputFile(path=path, data=_copied(absolute))


def _work(step: Step, renderer: Renderer) -> Work:
    """A page as a work: its note is what the sitemap asks of it."""

    def make() -> tuple[Iterable[OutputFile], Any]:
        page = step.make()
        file = OutputFile(path=output_name(page.path), data=renderer.render_page(page))
        return (file,), (page.shell.index, page.modified)

    return Work(key=step.path, make=make, small=step.template is not None, lasting=step.lasting, given=step.given)


def _copied(file: str) -> bytes:
    """A file of content/files/ as it is; what has become a link or a pipe since it was listed stops the build."""
    try:
        return read_bytes(file, MAX_OTHER_BYTES)
    except Refused as refused:
        raise OSError(errno.EIO, refused.message, file) from None


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
    return sources.page_of(frame, frame.site.source_whole[name])


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


def _exports(frame: Frame, renderer: Renderer) -> Iterator[Work]:
    """The other files, each group a work of its own."""
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

    def work(name: str, files: Callable[[], Iterable[OutputFile]]) -> Work:
        return Work(key=f"file:{name}", make=lambda: (files(), None))

    for spec in tables.TABLES:
        parts = spec.parts_of(site)
        if parts:
            path = f"data/{spec.key}.json"
            yield work(path, partial(one, path, partial(tables.list_of_parts, spec, site)))
        for part in parts or (None,):
            yield work(f"data/{spec.key}/{part}", partial(table, spec, part))
    for path, data in (
        ("data/schema.json", tables.schema),
        ("data/record.schema.json", _record_schema),
        ("data/popolo.json", partial(popolo.popolo, site)),
        ("data/timelinejs.json", partial(timelinejs.timelinejs, frame)),
        ("feed.xml", lambda: renderer.render_view("feed.xml", v=feed.feed_of(frame))),
        ("events.ics", partial(ical.calendar, frame)),
    ):
        yield work(path, partial(one, path, data))
    yield work("search/", partial(search.search_files, site))


def _record_schema() -> bytes:
    return msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n"
