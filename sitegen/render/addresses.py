"""Which record stands at which address: worked out once for the whole site."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model import (
    Register,
    Source,
)  # fmt: skip
from sitegen.render.urls import marked, segment
from sitegen.render.when import when_of

#: Names at the root of the site that no free page may take.
RESERVED = ("timeline", "events", "people", "posts", "countries", "organizations", "membership", "sources", "conflicts",
            "coverage", "search", "data", "assets", "feed", "files")  # fmt: skip


def paths_of(register: Register, source: Source, years: Iterable[str]) -> dict[tuple[str, str], str]:
    """Addresses of all records; two ids that would share one are kept apart by a short hash of the id."""
    paths: dict[tuple[str, str], str] = {}
    taken: set[str] = set()

    def add(kind: str, folder: str, identifier: str) -> None:
        path = f"{folder}{segment(identifier)}/"
        if path in taken:
            path = f"{folder}{marked(segment(identifier), identifier)}/"
        taken.add(path)
        paths[kind, identifier] = path

    for event in register.events:
        add("event", "events/", event.id)
    for person in register.people:
        add("person", "people/", person.id)
    for post in register.posts:
        add("post", "posts/", post.id)
    for extraction in register.sources:
        add("source", "sources/", extraction.record.id)
    for year in sorted({published_year(e.record.published.date) for e in register.sources}):
        add("bibliography", "sources/", year)
    add("bibliography", "sources/", "works")
    for organization in register.organizations:
        add("organization", "organizations/", organization.id)
    for code in _countries(register, {c.code for c in source.world.countries}):
        add("country", "countries/", code.lower())
        paths["country", code] = paths["country", code.lower()]
    for year in years:
        add("year", "timeline/", year)
    for name in RESERVED:
        taken.add(f"{name}/")
    for page in source.pages:
        add("page", "", page.slug)
    return paths


def published_year(date: str | None) -> str:
    """The year under which a clipping is listed: of the first day on which it may have been published."""
    first = when_of(date).first if date else None
    return f"{first.year:04}" if first else "undated"


def _countries(register: Register, known: set[str]) -> list[str]:
    """Codes that get a page: those with a status, a post, or a part in an event."""
    codes = {s.member for s in register.statuses if s.member in known}
    codes.update(p.country for p in register.posts if p.country)
    for event in register.events:
        codes.update(event.countries)
        if event.place and event.place.country:
            codes.add(event.place.country)
    return sorted(codes)
