"""Free pages, the page that is shown for an address that does not exist, and pages that lead on from a former address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sitegen import model
from sitegen.render.frame import Frame, Link, Page, Step, clip
from sitegen.render.markdown import Prose, prose_of
from sitegen.render.urls import segment
from sitegen.render.views.records import record_link


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseView:
    prose: Prose | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    target: Link


def pages(frame: Frame) -> Iterator[Step]:
    site = frame.site
    for page in site.pages:
        yield Step(path=site.paths["page", page.slug], make=partial(_prose, frame, page), lasting=False)
    yield Step(path="404.html", make=partial(_missing, frame))
    yield from _redirects(frame)


def _prose(frame: Frame, page: model.Page) -> Page:
    site = frame.site
    path = site.paths["page", page.slug]
    links = frame.links(path)
    prose = prose_of(page.text, record_link(site, links), links.within)
    words = clip(" ".join(page.text.replace("#", " ").replace("*", "").split()), 160)
    return frame.page(path, "prose.html", ProseView(prose=prose), title=page.title, description=words or page.title)


def _missing(frame: Frame) -> Page:
    links = frame.links("404.html")
    ways = (("The timeline", "timeline/"), ("People", "people/"), ("Sources", "sources/"), ("Search", "search/"))
    view = MissingView(ways=tuple(Link(text=t, href=links.to(p)) for t, p in ways))
    return frame.page(
        "404.html",
        "missing.html",
        view,
        title="No such page",
        description="There is no page at this address.",
        index=False,
    )


def _redirects(frame: Frame) -> Iterator[Step]:
    """A page at each former address of an event; it names the new one and leads there after no delay."""
    site = frame.site
    taken = set(site.paths.values())
    for old, new in site.register.redirects:
        path = f"events/{segment(old)}/"
        if new not in site.events or path in taken:
            continue
        taken.add(path)
        yield Step(path=path, make=partial(_redirect, frame, path, new), given=(new,))


def _redirect(frame: Frame, path: str, new: str) -> Page:
    site = frame.site
    target = Link(text=site.events[new].name, href=frame.links(path).to(site.paths["event", new]))
    return frame.page(
        path,
        "redirect.html",
        RedirectView(target=target),
        title="Moved",
        description=f"This record has moved: {target.text}.",
        index=False,
    )
