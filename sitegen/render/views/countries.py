"""Countries: the index, and for each its statuses, who held its posts, what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.model import StatusInterval
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.cards import Card, Cards
from sitegen.render.views.claims import Rivals, rivals_of
from sitegen.render.views.matrix import term_words
from sitegen.render.views.posts import Lanes, lanes_of
from sitegen.render.views.quotes import Quote, quotes_of, says
from sitegen.render.views.standing import followed, groups_on, home_of
from sitegen.render.when import day_words, when_of

MOST_EVENTS = 150  # beyond it, the first and the link to search


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    letter: str
    status: str
    label: str
    organization: Link
    words: str
    note: str
    steps: tuple[tuple[str, str], ...]
    how: str
    quotes: tuple[Quote, ...]
    rivals: tuple[Rivals, ...]

    @property
    def says(self) -> str:
        return says(self.quotes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    post: Link
    holder: Link | None
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryView:
    name: str
    code: str
    statuses: tuple[StatusRow, ...]
    posts: tuple[PostLine, ...]
    lanes: Lanes | None
    events: tuple[Card, ...]
    events_left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    link: Link
    standing: str
    minister: Link | None
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountriesView:
    lead: str
    rows: tuple[CountryRow, ...]
    empty: str


def pages(frame: Frame, cards: Cards) -> Iterator[Step]:
    yield Step(path="countries/", make=partial(_countries, frame))
    for code in _codes(frame.site):
        yield Step(path=frame.site.paths["country", code], make=partial(_country, frame, cards, code))


def _codes(site: Site) -> tuple[str, ...]:
    codes = {code.upper() for kind, code in site.paths if kind == "country"}
    return tuple(sorted(codes, key=lambda c: (site.country(c).casefold(), c)))


def _countries(frame: Frame) -> Page:
    site = frame.site
    codes = _codes(site)
    links = frame.links("countries/")
    standing: dict[str, list[str]] = {}
    bodies = followed(frame)
    for name in bodies:
        for group in groups_on(frame, links, name, site.as_of):
            for member in group.members:
                label = wording.status(group.status, labels_of(site, name))
                standing.setdefault(member.code, []).append(label if len(bodies) == 1 else f"{name}: {label}")
    rows = tuple(
        CountryRow(
            link=Link(text=site.country(c), href=links.to(site.paths["country", c])),
            standing=wording.capital("; ".join(standing.get(c, []))),
            minister=_holder(site, links, c),
            events=len(site.events_of_country.get(c, ())),
        )
        for c in codes
    )
    when = f", as of {day_words(site.as_of)}" if site.as_of else ""
    view = CountriesView(
        lead=f"{wording.capital(wording.count(len(rows), 'country', 'countries'))}{when}." if rows else "",
        rows=rows,
        empty="" if rows else "No country has been named yet.",
    )
    return frame.page(
        "countries/",
        "countries.html",
        view,
        title="Countries",
        description="Each country's status, office-holders and events.",
    )


def _holder(site: Site, links: Links, code: str) -> Link | None:
    """Who holds the first of the site's posts there now."""
    for wanted in site.config.posts:
        for post in site.posts_of_country.get(code, ()):
            if post.code != wanted:
                continue
            for tenure in post.tenures:
                if tenure.incumbent and tenure.end is None and tenure.person in site.people:
                    return Link(
                        text=site.people[tenure.person].name, href=links.to(site.paths["person", tenure.person])
                    )
    return None


def labels_of(site: Site, name: str) -> dict[str, str]:
    return dict(site.organizations[name].status_labels) if name in site.organizations else {}


def _country(frame: Frame, cards: Cards, code: str) -> Page:
    site = frame.site
    path = site.paths["country", code]
    links = frame.links(path)
    events = site.events_of_country.get(code, ())
    posts = site.posts_of_country.get(code, ())
    name = site.country(code)
    ranked = sorted(posts, key=lambda p: (list(wording.POSTS).index(p.code) if p.code in wording.POSTS else 99, p.name))
    view = CountryView(
        name=name,
        code=code,
        statuses=tuple(status_of(site, frame, links, s) for s in site.statuses_of_member.get(code, ())),
        posts=tuple(
            PostLine(
                post=Link(text=p.name, href=links.to(site.paths["post", p.id])),
                holder=_now(site, links, p.id),
                since=_since(site, p.id),
            )
            for p in ranked
        ),
        lanes=lanes_of(site, links, [p for p in ranked if p.code in site.config.posts]),
        events=cards.many(events[:MOST_EVENTS], links),
        events_left=events_left(len(events)),
    )
    return frame.page(
        path, "country.html", view, title=name, crumbs=(("Countries", "countries/"),),
        description=f"{name}: status in the organisations followed here, its office-holders, and {wording.count(len(events), 'event')}.",
        data=({"@context": "https://schema.org", "@type": "Country", "name": name, "identifier": code},),
    )  # fmt: skip


def events_left(total: int) -> str:
    return f"The first {MOST_EVENTS} of {total:,} events are listed." if total > MOST_EVENTS else ""


def _now(site: Site, links: Links, post: str) -> Link | None:
    for tenure in site.posts[post].tenures:
        if tenure.incumbent and tenure.end is None and tenure.person in site.people:
            return Link(text=site.people[tenure.person].name, href=links.to(site.paths["person", tenure.person]))
    return None


def _since(site: Site, post: str) -> str:
    for tenure in site.posts[post].tenures:
        if tenure.incumbent and tenure.end is None and tenure.start:
            return f"since {when_of(tenure.start).words}"
    return ""


def status_of(site: Site, frame: Frame, links: Links, status: StatusInterval) -> StatusRow:
    home = home_of(frame, status.organization) if status.organization in followed(frame) else None
    own = site.path("organization", status.organization)
    target = home or own
    return StatusRow(
        letter=wording.STATUSES[status.status][0],
        status=status.status,
        label=wording.capital(wording.status(status.status, labels_of(site, status.organization))),
        organization=Link(text=status.organization, href=links.to(target) if target else ""),
        words=term_words(status.start, status.end, status.first_attested),
        note=status.note or "",
        steps=tuple((wording.STEPS.get(step, step), when_of(value).words) for step, value in status.steps),
        how=status.how or "",
        quotes=quotes_of(
            site, links, status.witnesses, dates=tuple(v for v in (status.start, status.end) if v),
            names=(site.country(status.member),), most=3,
        ),
        rivals=rivals_of(site, links, status.claims),
    )  # fmt: skip
