"""Countries: the index, and for each its statuses, who held its posts, what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.model import Post, StatusInterval
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.cards import Cards
from sitegen.render.views.chronicle import Chronicle, chronicle_of, year_steps
from sitegen.render.views.claims import Rivals, rivals_of
from sitegen.render.views.matrix import story_of, term_words
from sitegen.render.views.posts import Lanes, lanes_of
from sitegen.render.views.quotes import Quote, quotes_of, says
from sitegen.render.views.standing import followed, groups_on, home_of, told
from sitegen.render.when import day_words, when_of


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    letter: str
    status: str
    label: str
    organization: Link
    words: str
    story: str
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
    lead: str
    statuses: tuple[StatusRow, ...]
    posts: tuple[PostLine, ...]
    others: tuple[Link, ...]  # posts that sources name in passing
    lanes: Lanes | None
    events: Chronicle


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """`standing` is (status key, words) for each organization followed."""

    link: Link
    standing: tuple[tuple[str, str], ...]
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
        site = frame.site
        path = site.paths["country", code]
        yield Step(path=path, make=partial(_country, frame, cards, code))
        yield from year_steps(
            frame, cards, path, partial(site.events_of_country.get, code, ()), site.country(code), (("Countries", "countries/"),)
        )  # fmt: skip


def _codes(site: Site) -> tuple[str, ...]:
    codes = {code.upper() for kind, code in site.paths if kind == "country"}
    return tuple(sorted(codes, key=lambda c: (site.country(c).casefold(), c)))


def _countries(frame: Frame) -> Page:
    site = frame.site
    codes = _codes(site)
    links = frame.links("countries/")
    standing: dict[str, list[tuple[str, str]]] = {}
    now = [(name, groups_on(frame, links, name, site.as_of)) for name in followed(frame)]
    several = sum(bool(groups) for _, groups in now) > 1
    for name, groups in now:
        for group in groups:
            for member in group.members:
                label = wording.capital(wording.status(group.status, labels_of(site, name)))
                words = f"{label} of {name}" if several and name not in label else label
                standing.setdefault(member.code, []).append((group.status, words))
    rows = tuple(
        CountryRow(
            link=Link(text=site.country(c), href=links.to(site.paths["country", c])),
            standing=tuple(standing.get(c, ())),
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
    ranked = sorted(posts, key=lambda p: (_rank(site, p), p.name))
    own = [p for p in ranked if p.code in site.config.posts or _now(site, links, p.id)]
    view = CountryView(
        name=name,
        code=code,
        lead=_lead(frame, links, code),
        statuses=tuple(
            status_of(site, frame, links, s)
            for s in sorted(site.statuses_of_member.get(code, ()), key=lambda s: _body_rank(frame, s))
        ),
        posts=tuple(
            PostLine(
                post=Link(text=p.name, href=links.to(site.paths["post", p.id])),
                holder=_now(site, links, p.id),
                since=_since(site, p.id),
            )
            for p in own
        ),
        others=tuple(Link(text=p.name, href=links.to(site.paths["post", p.id])) for p in ranked if p not in own),
        lanes=lanes_of(site, links, [p for p in ranked if p.code in site.config.posts]),
        events=chronicle_of(cards, links, path, events),
    )
    return frame.page(
        path, "country.html", view, title=name, crumbs=(("Countries", "countries/"),),
        description=f"{name}: status in the organisations followed here, its office-holders, and {wording.count(len(events), 'event')}.",
        data=({"@context": "https://schema.org", "@type": "Country", "name": name, "identifier": code},),
        scripts=("lanes.js",) if view.lanes else (),
    )  # fmt: skip


def _rank(site: Site, post: Post) -> tuple[int, int]:
    """The posts that the site follows first, in its order, then by the weight of their kind."""
    wanted = site.config.posts
    kinds = list(wording.POSTS)
    return (
        wanted.index(post.code) if post.code in wanted else len(wanted),
        kinds.index(post.code) if post.code in kinds else 99,
    )


def _body_rank(frame: Frame, status: StatusInterval) -> tuple[int, str]:
    bodies = followed(frame)
    known = status.organization in bodies
    return (bodies.index(status.organization) if known else len(bodies), status.organization)


def _lead(frame: Frame, links: Links, code: str) -> str:
    """Where it stands now, in a sentence for each organization followed."""
    parts = []
    for name in followed(frame):
        labels = labels_of(frame.site, name)
        for group in groups_on(frame, links, name, frame.site.as_of):
            for member in group.members:
                if member.code == code:
                    label = wording.capital(wording.status(group.status, labels))
                    parts.append(f"{label}{'' if name in label else f' of the {name}'} {member.since}".strip())
    when = f" (as of {day_words(frame.site.as_of)})" if parts and frame.site.as_of else ""
    return f"{'; '.join(parts)}{when}." if parts else ""


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
    home = home_of(frame, status.organization) if status.organization in told(frame) else None
    own = site.path("organization", status.organization)
    target = home or own
    return StatusRow(
        letter=wording.STATUSES[status.status][0],
        status=status.status,
        label=wording.capital(wording.status(status.status, labels_of(site, status.organization))),
        organization=Link(text=status.organization, href=links.to(target) if target else ""),
        words=term_words(status.start, status.end, status.first_attested),
        story=story_of(status),
        quotes=quotes_of(
            site, links, status.witnesses, dates=tuple(v for v in (status.start, status.end) if v),
            names=(site.country(status.member),), most=3,
        ),
        rivals=rivals_of(site, links, status.claims),
    )  # fmt: skip
