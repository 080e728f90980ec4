"""Posts: lanes of all of them by country, and the succession in one, with gaps and overlaps flagged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.model import Post, Tenure
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.scales import ZOOMS, Bar, Scale, Tick, Zoom, bar_of, layered_ticks, scale_of, zooms_of
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.claims import Rivals, rivals_of
from sitegen.render.views.quotes import Quote, quotes_of, says
from sitegen.render.views.terms import term_days, term_words
from sitegen.render.when import day_words, when_of

_PER_CENT = 9.2  # px of one per cent of a lane on a wide page
_LETTER = 6.2  # px of a letter at 12 px, about


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneBar:
    """A holder's stretch of a lane. `lane` is 0, or 1 and more where terms overlap."""

    person: Link
    bar: Bar
    text: str
    lane: int
    acting: bool
    text_x: float  # the sure stretch, on which the name is legible
    text_width: float
    named: int  # the least magnification at which the name fits on it, on a wide page; 0 where at none


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    label: Link
    sub: str
    bars: tuple[LaneBar, ...]
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """`zooms` is empty where all is seen at once."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    zooms: tuple[Zoom, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostGroup:
    """Posts of one kind: drawn, or where there is nothing to draw as links."""

    key: str
    label: str
    lanes: Lanes | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsView:
    lead: str
    groups: tuple[PostGroup, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderRow:
    person: Link
    words: str
    note: str
    bar: Bar | None
    acting: bool
    quotes: tuple[Quote, ...]
    rivals: tuple[Rivals, ...]

    @property
    def says(self) -> str:
        return says(self.quotes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    name: str
    country: Link | None
    lead: str
    holders: tuple[HolderRow, ...]
    lanes: Lanes | None
    irregularities: tuple[str, ...]
    others: tuple[Link, ...]
    cite: str
    address: str | None


def pages(frame: Frame) -> Iterator[Step]:
    site = frame.site
    yield Step(path="posts/", make=partial(_index, frame))
    for post in site.register.posts:
        yield Step(path=site.paths["post", post.id], make=partial(_page, frame, post.id))


def _index(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("posts/")
    groups: list[PostGroup] = []
    rest: list[Post] = []
    for code in (*site.config.posts, *(c for c in wording.POSTS if c not in site.config.posts)):
        own = sorted((p for p in site.register.posts if p.code == code), key=lambda p: _order(site, p))
        drawn = [p for p in own if code in site.config.posts or (code != "other" and any(_lasts(t) for t in p.tenures))]
        lanes = lanes_of(site, links, drawn) if drawn else None
        if lanes:
            label = wording.POSTS.get(code, (code, wording.capital(code.replace("-", " "))))[1]
            groups.append(PostGroup(key=code, label=label, lanes=lanes, links=()))
        shown = {lane.label.href for lane in lanes.lanes} if lanes else set()
        rest += [p for p in own if links.to(site.paths["post", p.id]) not in shown]
    if rest:
        groups.append(
            PostGroup(
                key="rest" if any(g.key == "other" for g in groups) else "other", label="Other offices that the sources name" if groups else "Offices that the sources name", lanes=None,
                links=tuple(Link(text=p.name, href=links.to(site.paths["post", p.id])) for p in sorted(rest, key=lambda p: _order(site, p))),
            )
        )  # fmt: skip
    total = len(site.register.posts)
    view = PostsView(
        lead=f"{wording.capital(wording.count(total, 'post'))}, each with those who held it." if total else "",
        groups=tuple(groups),
        empty="" if total else "No post has been recorded yet.",
    )
    return frame.page(
        "posts/",
        "posts.html",
        view,
        title="Posts",
        description="Offices and the succession of those who held them, drawn to scale.",
        scripts=("lanes.js",),
    )


def _order(site: Site, post: Post) -> tuple[str, str, str]:
    return (site.country(post.country), post.name, post.id)


def _lasts(tenure: Tenure) -> bool:
    """Whether it has a length to draw: what is only attested is said in words."""
    return tenure.curated or bool(tenure.start and tenure.end)


def lanes_of(site: Site, links: Links, posts: list[Post]) -> Lanes | None:
    """One lane a post on a common scale; terms that overlap go on a line of their own."""
    days: list[dt.date | None] = [d for p in posts for t in p.tenures for d in term_days(t)]
    lasting = any(t.incumbent and t.end is None for p in posts for t in p.tenures)
    scale = scale_of(days, site.as_of if lasting else None)
    if scale is None:
        return None
    lanes = []
    for post in posts:
        bars = _bars(site, links, post.tenures, scale)
        if bars:
            label = site.country(post.country) or post.organization or post.name
            lanes.append(
                Lane(
                    label=Link(text=label, href=links.to(site.paths["post", post.id])),
                    sub=wording.count(len({b.person.href for b in bars}), "holder"),
                    bars=bars,
                    depth=1 + max(b.lane for b in bars),
                )
            )
    return Lanes(lanes=tuple(lanes), ticks=layered_ticks(scale), zooms=zooms_of(scale)) if lanes else None


def _bars(site: Site, links: Links, tenures: tuple[Tenure, ...], scale: Scale) -> tuple[LaneBar, ...]:
    made: list[LaneBar] = []
    ends: list[float] = []
    for tenure in tenures:
        bar = bar_of(scale, tenure.start, tenure.end, now=site.as_of, going_on=tenure.incumbent,
                     first_attested=tenure.first_attested, last_attested=tenure.last_attested)  # fmt: skip
        if bar is None or tenure.person not in site.people:
            continue
        lane = next((i for i, end in enumerate(ends) if bar.x >= end - 0.2), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = bar.x + bar.width
        name = site.people[tenure.person].name
        sure = max((p for p in bar.pieces if p.sure), key=lambda p: p.width, default=None)
        made.append(
            LaneBar(
                person=Link(text=name, href=links.to(site.paths["person", tenure.person])),
                bar=bar,
                text=f"{name}, {term_words(tenure)}{', acting' if tenure.acting else ''}",
                lane=lane,
                acting=tenure.acting,
                text_x=sure.x if sure else 0,
                text_width=sure.width if sure else 0,
                named=next((z for z in ZOOMS if sure and sure.width * _PER_CENT * z > len(name) * _LETTER + 12), 0),
            )
        )
    return tuple(made)


def _page(frame: Frame, name: str) -> Page:
    site = frame.site
    post = site.posts[name]
    path = site.paths["post", post.id]
    links = frame.links(path)
    days: list[dt.date | None] = [d for t in post.tenures for d in term_days(t)]
    lasting = any(t.incumbent and t.end is None for t in post.tenures)
    scale = scale_of(days, site.as_of if lasting else None)
    holders = tuple(_holder(site, links, t, scale) for t in post.tenures if t.person in site.people)
    country = site.path("country", post.country) if post.country else None
    now = [
        h
        for h, t in zip(holders, (t for t in post.tenures if t.person in site.people), strict=True)
        if t.incumbent and t.end is None
    ]
    lead = f"{wording.capital(wording.count(len({h.person.href for h in holders}), 'holder'))} recorded."
    if now and site.as_of:
        lead += f" On {day_words(site.as_of)}: {wording.series(h.person.text for h in now)}."
    view = PostView(
        name=post.name,
        country=Link(text=site.country(post.country), href=links.to(country)) if country else None,
        lead=lead,
        holders=holders,
        lanes=lanes_of(site, links, [post]),
        irregularities=post.irregularities,
        others=tuple(
            Link(text=p.name, href=links.to(site.paths["post", p.id]))
            for p in (site.posts_of_country.get(post.country, ()) if post.country else ())
            if p.id != post.id
        ),
        cite=f"\u201c{post.name}\u201d. In: {site.config.title}.",
        address=frame.absolute(path),
    )
    return frame.page(
        path, "post.html", view, title=post.name, crumbs=(("Posts", "posts/"),),
        description=f"Who was {post.name}, when, and which source says so. {lead}", scripts=("lanes.js",),
    )  # fmt: skip


def _holder(site: Site, links: Links, tenure: Tenure, scale: Scale | None) -> HolderRow:
    bar = None
    if scale is not None:
        bar = bar_of(scale, tenure.start, tenure.end, now=site.as_of, going_on=tenure.incumbent,
                     first_attested=tenure.first_attested, last_attested=tenure.last_attested)  # fmt: skip
    person = site.people[tenure.person]
    notes = []
    if tenure.acting:
        notes.append("acting")
    if tenure.start is None:
        notes.append("start not known")
    if tenure.end is None and not tenure.incumbent:
        notes.append("end not known")
    if tenure.incumbent and tenure.end is None and tenure.last_attested:
        notes.append(f"last attested in office {when_of(tenure.last_attested).words}")
    return HolderRow(
        person=Link(text=person.name, href=links.to(site.paths["person", person.id])),
        words=wording.capital(term_words(tenure)),
        note=wording.capital("; ".join([*notes, *([tenure.note] if tenure.note else [])])),
        bar=bar,
        acting=tenure.acting,
        quotes=quotes_of(
            site, links, tenure.witnesses, dates=tuple(v for v in (tenure.start, tenure.end) if v),
            names=(tenure.role, *(n for n, _ in person.names)), most=3,
        ),
        rivals=rivals_of(site, links, tenure.claims),
    )  # fmt: skip
