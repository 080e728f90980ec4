"""The first page: what this is, how much of it there is, what is new, who holds office and who belongs now."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model import Conflict
from sitegen.render import wording
from sitegen.render.atlas import Map, map_of
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.urls import Links
from sitegen.render.views.cards import Card, Cards
from sitegen.render.views.doubts import matter_of, subject_of
from sitegen.render.views.standing import Belonging, followed, groups_on, home_of
from sitegen.render.views.strip import Strip
from sitegen.render.views.timeline import year_strip
from sitegen.render.when import day_words, when_of

LATEST = 5
BEST = 6
DISPUTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    number: str
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    country: Link
    person: Link
    post: Link
    since: str
    acting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    label: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    name: str
    short: str
    href: str
    groups: tuple[Belonging, ...]
    map: Map | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    subject: Link
    matter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    description: str
    figures: tuple[Figure, ...]
    strip: Strip | None
    latest: tuple[Card, ...]
    planned: tuple[Card, ...]
    best: tuple[Card, ...]
    disputes: tuple[Dispute, ...]
    more_disputes: Link | None
    offices: tuple[Office, ...]
    bodies: tuple[Body, ...]
    as_of: str
    timeline: str
    empty: str


def page(frame: Frame, cards: Cards) -> Page:
    site = frame.site
    links = frame.links("")
    register = site.register
    happened = tuple(e for e in register.events if e.status == "occurred" and when_of(e.date).exact)
    happened = tuple(sorted(happened, key=lambda e: (when_of(e.date).first, e.id)))
    latest = happened[::-1][:LATEST]
    planned = tuple(e for e in register.events if e.status == "planned" and _ahead(frame, e.date))
    reported = tuple(e for e in happened if e.independent > 1)
    best = tuple(sorted(reported, key=lambda e: (-e.independent, -len(e.witnesses), e.id)))[:BEST]
    view = HomeView(
        description=site.config.description,
        figures=_figures(frame, links),
        strip=year_strip(frame, links),
        latest=cards.many(latest, links),
        planned=cards.many(planned[:LATEST], links),
        best=cards.many(best, links),
        disputes=tuple(
            Dispute(subject=subject_of(site, links, frame, c), matter=matter_of(site, c))
            for c in _open(frame)[:DISPUTES]
        ),
        more_disputes=_more_disputes(frame, links),
        offices=tuple(o for o in (_office(frame, links, c) for c in site.config.posts) if o.holders),
        bodies=tuple(b for b in (_body(frame, links, o, not i) for i, o in enumerate(followed(frame))) if b.groups),
        as_of=day_words(site.as_of) if site.as_of else "",
        timeline=links.to("timeline/"),
        empty=""
        if register.events
        else "No event has been recorded yet. Put a clipping into the content folder and build again.",
    )
    data = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": site.config.title,
        "inLanguage": site.config.language,
        **({"description": site.config.description} if site.config.description else {}),
        **({"url": site.base_url} if site.base_url else {}),
    }
    return frame.page(
        "", "home.html", view, title=site.config.title, data=(data,),
        description=site.config.description or site.config.tagline or f"{site.config.title}: a chronology with its sources.",
    )  # fmt: skip


def _open(frame: Frame) -> tuple[Conflict, ...]:
    """Disagreements that no editor has settled, the gravest first."""
    found = (c for c in frame.site.register.conflicts if not c.noted)
    return tuple(sorted(found, key=lambda c: (-c.gravity, c.kind, c.subject, c.id)))


def _more_disputes(frame: Frame, links: Links) -> Link | None:
    """To the page of disagreements: what stands there beyond those shown, settled ones too."""
    total = len(frame.site.register.conflicts)
    if not total:
        return None
    return Link(
        text=f"All {total:,} disagreements, open and settled" if total > 1 else "The disagreement in full",
        href=links.to("conflicts/"),
    )


def _ahead(frame: Frame, date: str) -> bool:
    last = when_of(date).last
    return frame.site.as_of is None or last is None or last >= frame.site.as_of


def _figures(frame: Frame, links: Links) -> tuple[Figure, ...]:
    register = frame.site.register
    outlets = len({e.record.publisher for e in register.sources if e.record.publisher})
    rows = [
        (len(register.events), "event", "timeline/"),
        (len(register.sources), "clipping", "sources/"),
        (outlets, "outlet", "sources/"),
        (len(register.people), "person", "people/"),
        (sum(not c.noted for c in register.conflicts), "open disagreement", "conflicts/"),
    ]
    plural = {"person": "people"}
    return tuple(
        Figure(number=f"{n:,}", label=noun if n == 1 else plural.get(noun, f"{noun}s"), href=links.to(path))
        for n, noun, path in rows
        if n
    )


def _office(frame: Frame, links: Links, code: str) -> Office:
    site = frame.site
    holders = []
    for post in site.register.posts:
        if post.code != code:
            continue
        for tenure in post.tenures:
            if tenure.end is not None or not tenure.incumbent or tenure.person not in site.people:
                continue
            since = f"since {when_of(tenure.start).words}" if tenure.start else _seen(tenure.last_attested)
            target = site.path("country", post.country) if post.country else None
            country = site.country(post.country) if post.country else post.organization or post.name
            holders.append(
                Holder(
                    country=Link(text=country, href=links.to(target or site.paths["post", post.id])),
                    person=Link(
                        text=site.people[tenure.person].name, href=links.to(site.paths["person", tenure.person])
                    ),
                    post=Link(text=post.name, href=links.to(site.paths["post", post.id])),
                    since=since,
                    acting=tenure.acting,
                )
            )
    return Office(
        label=wording.POSTS.get(code, (code, code))[1], holders=tuple(sorted(holders, key=lambda h: h.country.text))
    )


def _seen(last: str | None) -> str:
    return f"last attested {when_of(last).words}" if last else ""


def _body(frame: Frame, links: Links, name: str, first: bool) -> Body:
    site = frame.site
    organization = site.organizations.get(name)
    groups = groups_on(frame, links, name, site.as_of)
    return Body(
        name=organization.name if organization else name,
        short=name,
        href=links.to(home_of(frame, name)),
        groups=groups,
        map=map_of(groups, site.countries) if first else None,
    )
