"""The membership history: members x time, the changes one by one, and a citable snapshot for each of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.render import wording
from sitegen.render.atlas import Map, map_of
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.changes import Change, changes_by_key, changes_of, snapshot_key
from sitegen.render.views.matrix import Matrix, TableRow, labels_of, matrix_of, row_of, scale_of_statuses
from sitegen.render.views.standing import Belonging, groups_on, home_of, told
from sitegen.render.when import day_words

_DESCRIPTION = "Who belonged to which organisation, when, and which source says so."


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """An organization among several."""

    link: Link
    count: str
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipView:
    organization: str
    short: str
    lead: str
    groups: tuple[Belonging, ...]
    as_of: str
    map: Map | None
    matrix: Matrix | None
    table: tuple[TableRow, ...]
    changes: tuple[Change, ...]
    others: tuple[IndexRow, ...]  # on /membership/ of a site with several organizations: each one's own page
    own: Link | None  # there, the page of the organization that is shown
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotView:
    organization: str
    lead: str
    lines: tuple[str, ...]
    groups: tuple[Belonging, ...]
    map: Map | None
    table: tuple[TableRow, ...]  # the statuses that changed, with their sources
    previous: Link | None
    next: Link | None
    history: Link
    changes: tuple[Change, ...]
    cite: str
    address: str | None


def pages(frame: Frame) -> Iterator[Page]:
    """/membership/ shows the first organization at once; each has a page of its own where there are several."""
    bodies = told(frame)
    if not bodies:
        yield _nobody(frame)
    elif len(bodies) > 1:
        yield _index(frame, bodies)
    for name in bodies:
        yield from _body(frame, name, alone=len(bodies) == 1)


def _nobody(frame: Frame) -> Page:
    view = MembershipView(
        organization="", short="", lead="", groups=(), as_of="", map=None, matrix=None, table=(), changes=(), others=(), own=None,
        empty="No status has been recorded yet: nothing says who belongs to what.",
    )  # fmt: skip
    return frame.page("membership/", "membership.html", view, title="Membership", description=_DESCRIPTION)


def _index(frame: Frame, bodies: tuple[str, ...]) -> Page:
    site = frame.site
    links = frame.links("membership/")
    rows = []
    for name in bodies:
        members = len({s.member for s in site.statuses_of_organization[name]})
        changes = len(changes_by_key(site, name))
        rows.append(
            IndexRow(
                link=Link(text=_name(site, name), href=links.to(home_of(frame, name))),
                count=wording.count(members, "country or body", "countries and bodies"),
                span=wording.count(changes, "dated change"),
            )
        )
    view = replace(
        _view(frame, bodies[0], links), table=(), others=tuple(rows),
        own=Link(text=f"All statuses of {_name(site, bodies[0])}, each with its sources", href=rows[0].link.href),
    )  # fmt: skip
    return frame.page(
        "membership/",
        "membership.html",
        view,
        title="Membership",
        description=_DESCRIPTION,
        scripts=("membership.js", "lanes.js"),
    )


def _view(frame: Frame, name: str, links: Links) -> MembershipView:
    site = frame.site
    statuses = site.statuses_of_organization[name]
    groups = groups_on(frame, links, name, site.as_of)
    scale = scale_of_statuses(site, statuses)
    return MembershipView(
        organization=_name(site, name), short=name, lead=_lead(site, name, groups), groups=groups,
        as_of=day_words(site.as_of) if site.as_of else "", map=map_of(groups, site.countries),
        matrix=matrix_of(site, links, name, statuses, scale) if scale else None,
        table=tuple(row_of(site, links, name, s) for s in statuses),
        changes=changes_of(frame, links, name, home_of(frame, name)), others=(), own=None,
        empty="" if statuses else "No status has been recorded yet.",
    )  # fmt: skip


def _body(frame: Frame, name: str, alone: bool) -> Iterator[Page]:
    home = home_of(frame, name)
    view = _view(frame, name, frame.links(home))
    title = "Membership" if alone else _name(frame.site, name)
    crumbs = () if alone else (("Membership", "membership/"),)
    yield frame.page(
        home, "membership.html", view, title=title, crumbs=crumbs, description=view.lead, scripts=("membership.js", "lanes.js"),
        data=_linked(frame, name, view.groups),
    )  # fmt: skip
    yield from _snapshots(frame, name, home, title, crumbs)


def _name(site: Site, name: str) -> str:
    return site.organizations[name].name if name in site.organizations else name


def _lead(site: Site, name: str, groups: tuple[Belonging, ...]) -> str:
    if not groups:
        return f"Who belonged to {_name(site, name)}, and since when."
    labels = labels_of(site, name)
    parts = []
    for group in groups:
        one = wording.status(group.status, labels)
        parts.append(wording.count(len(group.members), one, one if one == "suspended" else f"{one}s"))
    when = f" on {day_words(site.as_of)}" if site.as_of else ""
    return f"{_name(site, name)}: {wording.series(parts)}{when}."


def _snapshots(frame: Frame, name: str, home: str, title: str, crumbs: tuple[tuple[str, str], ...]) -> Iterator[Page]:
    site = frame.site
    changes = changes_of(frame, frame.links(f"{home}x/"), name, home)
    for i, change in enumerate(changes):
        path = f"{home}{change.key}/"
        links = frame.links(path)
        day = dt.date.fromisoformat(change.day) if change.day else None
        groups = groups_on(frame, links, name, day)
        changed = [
            s
            for s in site.statuses_of_organization[name]
            if change.key in (snapshot_key(s.start or ""), snapshot_key(s.end or ""))
        ]
        after = f" to {changes[i + 1].words}" if i + 1 < len(changes) else " on"
        lead = f"In force from {change.words}{after}."
        heading = f"Members as of {change.words}"
        organization = _name(site, name)
        view = SnapshotView(
            organization=organization,
            lead=lead,
            lines=change.lines,
            groups=groups,
            map=map_of(groups, site.countries),
            table=tuple(
                row_of(site, links, name, s)
                for s in sorted(changed, key=lambda s: snapshot_key(s.start or "") != change.key)
            ),
            previous=_step(changes, i - 1),
            next=_step(changes, i + 1),
            history=Link(text=f"The whole membership history of {organization}", href=links.to(home)),
            changes=changes,
            cite=f"{heading} ({organization}). In: {site.config.title}.",
            address=frame.absolute(path),
        )
        yield frame.page(
            path, "snapshot.html", view, title=heading, crumbs=(*crumbs, (title, home)),
            description=f"{organization}: {wording.series(change.lines)}, {change.words}. {lead}",
        )  # fmt: skip


def _step(changes: tuple[Change, ...], i: int) -> Link | None:
    return Link(text=changes[i].words, href=changes[i].href) if 0 <= i < len(changes) else None


def _linked(frame: Frame, name: str, groups: tuple[Belonging, ...]) -> tuple[dict[str, object], ...]:
    """JSON-LD: the organization, and who is a member now."""
    members = [
        {
            "@type": "OrganizationRole",
            "roleName": g.label,
            "member": {
                "@type": ["Country", "Organization"] if m.code in frame.site.countries else "Organization",
                "name": m.link.text,
            },
        }
        for g in groups
        for m in g.members
    ]
    found = frame.site.organizations.get(name)
    made: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": _name(frame.site, name),
    }
    if found is not None and found.founded:
        made["foundingDate"] = found.founded
    if members:
        made["member"] = members
    return (made,)
