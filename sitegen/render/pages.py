"""Site -> OutputFiles: every page through one function, then the exports, the assets and the site's own files."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec

from sitegen.model import OutputFile
from sitegen.read import MAX_OTHER_BYTES, Refused, read_bytes
from sitegen.records import record_schema
from sitegen.render.environment import Renderer, environment_of
from sitegen.render.exports import feed, ical, popolo, search, tables, timelinejs
from sitegen.render.farm import Many, Printed, print_all, printed
from sitegen.render.frame import Frame, Page
from sitegen.render.site import Site
from sitegen.render.theme import theme_of
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


def render(site: Site, templates: Path | None, jobs: int = 1) -> Iterator[OutputFile]:
    """All files of the site. `templates` is the site's own theme folder, whose files come before the default's."""
    theme = theme_of(templates)
    frame = Frame(site, theme)
    renderer = Renderer(environment_of(theme.folders, theme.digest))
    listed: list[tuple[str, str | None]] = []
    made: set[str] = set()
    for page in _printed(frame, renderer, jobs):
        made.add(page.name)
        if page.index:
            listed.append((page.path, page.modified))
        yield OutputFile(path=page.name, data=page.data)
    yield from _exports(frame)
    yield from search.search_files(site)
    yield OutputFile(path="feed.xml", data=renderer.render_view("feed.xml", v=feed.feed_of(frame)))
    yield OutputFile(path="events.ics", data=ical.calendar(frame))
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


def _printed(frame: Frame, renderer: Renderer, jobs: int) -> Iterator[Printed]:
    """Every page in order. Events and clippings, which grow with the content, are left to workers."""
    cards = Cards.of(frame)
    register = frame.site.register
    events, clippings = print_all(
        (
            Many(template="event.html", make=partial(event.page_of, frame, cards), records=register.events),
            Many(template="source.html", make=partial(sources.page_of, frame), records=register.sources),
        ),
        renderer,
        jobs,
    )
    for page in _before(frame, cards):
        yield printed(renderer, page)
    yield from events
    for page in _between(frame, cards):
        yield printed(renderer, page)
    yield from clippings
    for page in _after(frame):
        yield printed(renderer, page)


def _before(frame: Frame, cards: Cards) -> Iterator[Page]:
    yield home.page(frame, cards)
    yield from timeline.pages(frame, cards)


def _between(frame: Frame, cards: Cards) -> Iterator[Page]:
    yield from people.pages(frame, cards)
    yield from posts.pages(frame)
    yield from countries.pages(frame, cards)
    yield from organizations.pages(frame, cards)
    yield from membership.pages(frame)
    yield bibliography.index(frame)


def _after(frame: Frame) -> Iterator[Page]:
    yield from doubts.pages(frame)
    yield finding.search_page(frame)
    yield from _data(frame)
    yield from prose.pages(frame)


def _data(frame: Frame) -> Iterator[Page]:
    links = frame.links("data/")
    shown = tuple(
        finding.Table(
            key=spec.key,
            label=spec.label,
            downloads=tuple(
                finding.Download(
                    href=links.to(f"data/{spec.key}.{ending}"),
                    name=f"{spec.key}.{ending}",
                    format=ending.upper(),
                    what="",
                )
                for ending in ("json", "csv")
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
    yield from finding.data_page(frame, shown, others, ical.left_out(frame))


def _exports(frame: Frame) -> Iterator[OutputFile]:
    site = frame.site
    for spec in tables.TABLES:
        rows = list(spec.rows(site))
        yield OutputFile(path=f"data/{spec.key}.json", data=tables.to_json(rows))
        yield OutputFile(path=f"data/{spec.key}.csv", data=tables.to_csv(spec, rows))
    yield OutputFile(path="data/schema.json", data=tables.schema())
    yield OutputFile(
        path="data/record.schema.json", data=msgspec.json.format(msgspec.json.encode(record_schema()), indent=2) + b"\n"
    )
    yield OutputFile(path="data/popolo.json", data=popolo.popolo(site))
    yield OutputFile(path="data/timelinejs.json", data=timelinejs.timelinejs(frame))
