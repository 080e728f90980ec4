"""Organizations: the index, and what is known of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from sitegen.model import StatusInterval
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.markdown import Prose, prose_of
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.cards import Cards
from sitegen.render.views.chronicle import Chronicle, chronicle_of, year_steps
from sitegen.render.views.countries import StatusRow, status_of
from sitegen.render.views.quotes import Quote, cited
from sitegen.render.views.records import record_link
from sitegen.render.views.standing import Belonging, groups_on, home_of, member_link, told
from sitegen.render.when import day_words, when_of


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
    events: Chronicle


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


def pages(frame: Frame, cards: Cards) -> Iterator[Step]:
    site = frame.site
    yield Step(path="organizations/", make=partial(_index, frame))
    for found in site.register.organizations:
        path = site.paths["organization", found.id]
        yield Step(path=path, make=partial(_page, frame, cards, found.id))
        yield from year_steps(
            frame, cards, path, partial(site.events_of_organization.get, found.id, ()), found.name, (("Organisations", "organizations/"),)
        )  # fmt: skip


def _index(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("organizations/")
    wanted = told(frame)
    rows = []
    for found in sorted(site.register.organizations, key=lambda o: (o.id not in wanted, o.name.casefold(), o.id)):
        rows.append(
            OrganizationRow(
                link=Link(text=found.name, href=links.to(site.paths["organization", found.id])),
                short=found.id,
                events=len(site.events_of_organization.get(found.id, ())),
                membership=Link(text="Membership", href=links.to(home_of(frame, found.id)))
                if found.id in wanted
                else None,
            )
        )
    view = OrganizationsView(rows=tuple(rows), empty="" if rows else "No organisation has been named yet.")
    return frame.page(
        "organizations/",
        "organizations.html",
        view,
        title="Organisations",
        description="The organisations that the sources name.",
    )


def _page(frame: Frame, cards: Cards, name: str) -> Page:
    site = frame.site
    found = site.organizations[name]
    path = site.paths["organization", found.id]
    links = frame.links(path)
    events = site.events_of_organization.get(found.id, ())
    has_history = found.id in told(frame)
    view = OrganizationView(
        name=found.name,
        short=found.id,
        names=found.names,
        founded=when_of(found.founded).full if found.founded else "",
        note=prose_of(found.note, record_link(site, links), links.within),
        sources=tuple(cited(c) for c in found.sources),
        membership=Link(text="The whole membership history", href=links.to(home_of(frame, found.id)))
        if has_history
        else None,
        groups=groups_on(frame, links, found.id, site.as_of) if has_history else (),
        as_of=day_words(site.as_of) if site.as_of else "",
        statuses=()
        if has_history
        else tuple(_status_of_body(site, frame, links, s) for s in site.statuses_of_organization.get(found.id, ())),
        events=chronicle_of(cards, links, path, events),
    )
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": found.name,
        "alternateName": list(found.names),
    }
    return frame.page(
        path, "organization.html", view, title=found.name, crumbs=(("Organisations", "organizations/"),), data=(data,),
        description=f"{found.name}: {wording.count(len(events), 'event')}, and who belonged to it.",
    )  # fmt: skip


def _status_of_body(site: Site, frame: Frame, links: Links, status: StatusInterval) -> StatusRow:
    """A status told on the organization's page: there the member is what is linked."""
    row = status_of(site, frame, links, status)
    return StatusRow(
        letter=row.letter, status=row.status, label=row.label, organization=member_link(site, links, status.member),
        words=row.words, story=row.story, quotes=row.quotes, rivals=row.rivals,
    )  # fmt: skip
