"""Links that prose makes by id: `event:ID`, `person:ID`, `country:XX`."""

from __future__ import annotations

from sitegen.render.markdown import Resolve
from sitegen.render.site import Site
from sitegen.render.urls import Links


def record_link(site: Site, links: Links) -> Resolve:
    """A resolver for render/markdown.py; former ids of events lead to where they moved."""

    def resolve(kind: str, identifier: str) -> str | None:
        path = site.path(kind, identifier)
        if path is None and kind == "event":
            path = site.path(kind, site.moved.get(identifier, ""))
        return links.to(path) if path else None

    return resolve
