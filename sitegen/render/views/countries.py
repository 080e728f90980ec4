"""Countries and organizations: what a reader asks of either is who they belonged to, who spoke for them, what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.model import CuratedOrganization, StatusInterval
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.markdown import Prose, prose_of
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.cards import Card, Cards
from sitegen.render.views.claims import Rivals, rivals_of
from sitegen.render.views.membership import term_words
from sitegen.render.views.posts import Lanes, lanes_of
from sitegen.render.views.quotes import Quote, cited, quotes_of
from sitegen.render.views.records import record_link
from sitegen.render.views.standing import Belonging, followed, groups_on, home_of, member_link
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


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationView:
    name: str
    short: str
    names: tuple[str, ...]
    founded: str
    note: Prose | None
    sources: tuple[Quote, ...]
    membership: Link | None
    groups: tuple[Belonging, ...]
    as_of: str
    statuses: tuple[StatusRow, ...]
    events: tuple[Card, ...]
    events_left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRow:
    link: Link
    short: str
    events: int
    membership: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationsView:
    rows: tuple[OrganizationRow, ...]
    empty: str


def pages(frame: Frame, cards: Cards) -> Iterator[Page]:
    codes = _codes(frame.site)
    yield _countries(frame, codes)
    for code in codes:
        yield _country(frame, cards, code)
    yield _organizations(frame)
    for organization in frame.site.register.organizations:
        yield _organization(frame, cards, organization)


def _codes(site: Site) -> tuple[str, ...]:
    codes = {code.upper() for kind, code in site.paths if kind == "country"}
    return tuple(sorted(codes, key=lambda c: (site.country(c).casefold(), c)))


def _countries(frame: Frame, codes: tuple[str, ...]) -> Page:
    site = frame.site
    links = frame.links("countries/")
    standing: dict[str, list[str]] = {}
    bodies = followed(frame)
    for name in bodies:
        for group in groups_on(frame, links, name, site.as_of):
            for member in group.members:
                label = wording.status(group.status, _labels(site, name))
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
    return frame.page("countries/", "countries.html", view, title="Countries", description="Each country's status, office-holders and events.")


def _holder(site: Site, links: Links, code: str) -> Link | None:
    """Who holds the first of the site's posts there now."""
    for wanted in site.config.posts:
        for post in site.posts_of_country.get(code, ()):
            if post.code != wanted:
                continue
            for tenure in post.tenures:
                if tenure.incumbent and tenure.end is None and tenure.person in site.people:
                    return Link(text=site.people[tenure.person].name, href=links.to(site.paths["person", tenure.person]))
    return None


def _labels(site: Site, name: str) -> dict[str, str]:
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
        statuses=tuple(_status(site, frame, links, s) for s in site.statuses_of_member.get(code, ())),
        posts=tuple(
            PostLine(post=Link(text=p.name, href=links.to(site.paths["post", p.id])), holder=_now(site, links, p.id), since=_since(site, p.id))
            for p in ranked
        ),
        lanes=lanes_of(site, links, [p for p in ranked if p.code in site.config.posts]),
        events=cards.many(events[:MOST_EVENTS], links),
        events_left=_left(len(events)),
    )
    return frame.page(
        path, "country.html", view, title=name, crumbs=(("Countries", "countries/"),),
        description=f"{name}: status in the organisations followed here, its office-holders, and {wording.count(len(events), 'event')}.",
        data=({"@context": "https://schema.org", "@type": "Country", "name": name, "identifier": code},),
    )  # fmt: skip


def _left(total: int) -> str:
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


def _status(site: Site, frame: Frame, links: Links, status: StatusInterval) -> StatusRow:
    home = home_of(frame, status.organization) if status.organization in followed(frame) else None
    own = site.path("organization", status.organization)
    target = home or own
    return StatusRow(
        letter=wording.STATUSES[status.status][0],
        status=status.status,
        label=wording.capital(wording.status(status.status, _labels(site, status.organization))),
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


def _organizations(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("organizations/")
    wanted = followed(frame)
    rows = []
    for found in sorted(site.register.organizations, key=lambda o: (o.id not in wanted, o.name.casefold(), o.id)):
        rows.append(
            OrganizationRow(
                link=Link(text=found.name, href=links.to(site.paths["organization", found.id])),
                short=found.id,
                events=len(site.events_of_organization.get(found.id, ())),
                membership=Link(text="Membership", href=links.to(home_of(frame, found.id))) if found.id in wanted else None,
            )
        )
    view = OrganizationsView(rows=tuple(rows), empty="" if rows else "No organisation has been named yet.")
    return frame.page("organizations/", "organizations.html", view, title="Organisations", description="The organisations that the sources name.")


def _organization(frame: Frame, cards: Cards, found: CuratedOrganization) -> Page:
    site = frame.site
    path = site.paths["organization", found.id]
    links = frame.links(path)
    events = site.events_of_organization.get(found.id, ())
    has_history = found.id in followed(frame)
    view = OrganizationView(
        name=found.name,
        short=found.id,
        names=found.names,
        founded=when_of(found.founded).full if found.founded else "",
        note=prose_of(found.note, record_link(site, links)),
        sources=tuple(cited(c) for c in found.sources),
        membership=Link(text="The whole membership history", href=links.to(home_of(frame, found.id))) if has_history else None,
        groups=groups_on(frame, links, found.id, site.as_of) if has_history else (),
        as_of=day_words(site.as_of) if site.as_of else "",
        statuses=() if has_history else tuple(_status_of_body(site, frame, links, s) for s in site.statuses_of_organization.get(found.id, ())),
        events=cards.many(events[:MOST_EVENTS], links),
        events_left=_left(len(events)),
    )
    data: dict[str, Any] = {"@context": "https://schema.org", "@type": "Organization", "name": found.name, "alternateName": list(found.names)}
    return frame.page(
        path, "organization.html", view, title=found.name, crumbs=(("Organisations", "organizations/"),), data=(data,),
        description=f"{found.name}: {wording.count(len(events), 'event')}, and who belonged to it.",
    )  # fmt: skip


def _status_of_body(site: Site, frame: Frame, links: Links, status: StatusInterval) -> StatusRow:
    """A status told on the organization's page: there the member is what is linked."""
    row = _status(site, frame, links, status)
    return StatusRow(
        letter=row.letter, status=row.status, label=row.label, organization=member_link(site, links, status.member),
        words=row.words, note=row.note, steps=row.steps, how=row.how, quotes=row.quotes, rivals=row.rivals,
    )  # fmt: skip
