"""What the Atom feed, the sitemap and robots.txt print: values for their templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.render import wording
from sitegen.render.exports.ical import stamp_of
from sitegen.render.frame import Frame
from sitegen.render.views.cards import sources_words
from sitegen.render.when import when_of
from sitegen.slugs import slug_of

MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    id: str
    title: str
    href: str
    updated: str
    summary: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    id: str
    title: str
    subtitle: str
    language: str
    home: str
    itself: str | None
    updated: str
    author: str
    rights: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapRow:
    address: str
    modified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    rows: tuple[SitemapRow, ...]


def feed_of(frame: Frame) -> FeedView:
    """The records whose newest source is newest. `updated` is that source's day, never the clock's."""
    site = frame.site
    links = frame.links("feed.xml")
    dated = sorted(
        ((stamp_of(frame, e), e) for e in site.register.events), key=lambda d: (d[0], d[1].id), reverse=True
    )[:MOST]
    entries = tuple(
        Entry(
            id=frame.absolute(site.paths["event", e.id]) or f"urn:sitegen:event:{e.id}",
            title=e.name,
            href=frame.absolute(site.paths["event", e.id]) or links.to(site.paths["event", e.id]),
            updated=f"{day.isoformat()}T00:00:00Z",
            summary=f"{wording.kind(e.classification)}, {when_of(e.date).full}. {sources_words(e)}.",
            category=e.classification,
        )
        for day, e in dated
    )
    return FeedView(
        id=site.base_url or f"urn:sitegen:site:{slug_of(site.config.title) or 'chronology'}",
        title=site.config.title,
        subtitle=site.config.tagline or site.config.description,
        language=site.config.language,
        home=site.base_url or "./",
        itself=frame.absolute("feed.xml"),
        updated=entries[0].updated if entries else "1970-01-01T00:00:00Z",
        author=site.config.author or site.config.title,
        rights=site.config.licence or "",
        entries=entries,
    )


def sitemap_of(frame: Frame, pages: Iterable[tuple[str, str | None]]) -> SitemapView:
    """Every page that may be indexed, with the day of its newest source where it has one."""
    rows = [SitemapRow(address=frame.absolute(path) or "", modified=modified) for path, modified in pages]
    return SitemapView(rows=tuple(rows))


def robots(frame: Frame) -> bytes:
    lines = ["User-agent: *", "Allow: /"]
    address = frame.absolute("sitemap.xml")
    if address:
        lines.append(f"Sitemap: {address}")
    return ("\n".join(lines) + "\n").encode()
