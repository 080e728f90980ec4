"""Who stood where on a given day: statuses in force, grouped as charts, maps and lists show them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sitegen import edtf
from sitegen.model import StatusInterval
from sitegen.render import wording
from sitegen.render.frame import Frame, Link
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.when import when_of

#: Statuses of which a member holds only the highest at a time, should intervals overlap.
_LADDER = ("founding-member", "member", "observer", "dialogue-partner", "partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    link: Link
    code: str
    since: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Those who came to a status at one date: said once for all of them."""

    since: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """Members by name, and the same in waves, the earliest first."""

    letter: str
    status: str
    label: str
    members: tuple[Member, ...]
    waves: tuple[Wave, ...]


def followed(frame: Frame) -> tuple[str, ...]:
    """Organizations with a membership history to show: those the site follows, else all that have one."""
    site = frame.site
    wanted = site.config.organizations or tuple(site.statuses_of_organization)
    return tuple(o for o in wanted if o in site.statuses_of_organization)


def told(frame: Frame) -> tuple[str, ...]:
    """Organizations whose membership has a page: those followed, then the others that a curator has described."""
    site = frame.site
    own = followed(frame)
    return (
        *own,
        *(
            o.id
            for o in site.register.organizations
            if o.path and o.id in site.statuses_of_organization and o.id not in own
        ),
    )


def home_of(frame: Frame, organization: str) -> str:
    """Where an organization's membership is told: /membership/ where there is only one."""
    if len(told(frame)) == 1:
        return "membership/"
    return f"membership/{frame.site.paths['organization', organization].partition('/')[2]}"


def member_link(site: Site, links: Links, member: str) -> Link:
    """A member is a country, or an organization."""
    path = site.path("country", member) or site.path("organization", member)
    name = site.countries.get(member)
    if name is None and member in site.organizations:
        name = site.organizations[member].name
    return Link(text=name or member, href=links.to(path) if path else "")


def holds_on(status: StatusInterval, day: dt.date) -> bool:
    """Whether a status holds on `day`; half-open. Without start and end only the attested stretch counts."""
    start = status.start or status.first_attested
    if start is None:
        return False
    if not edtf.is_valid(start):
        return False
    if status.start is None and status.end is None and status.status == "guest":
        last = when_of(status.last_attested or start).last
        first = when_of(start).first
        return first is not None and last is not None and first <= day <= last
    if status.end is None:
        first = when_of(start).first
        return first is not None and first <= day
    try:
        return edtf.covers(edtf.interval(start, status.end), day) and start != status.end
    except edtf.EdtfError:
        return False


def groups_on(frame: Frame, links: Links, organization: str, day: dt.date | None) -> tuple[Belonging, ...]:
    """Members by status on `day`, in the statuses' order, then by name."""
    site = frame.site
    found = site.organizations.get(organization)
    labels = found.status_labels if found else {}
    in_force = [s for s in site.statuses_of_organization.get(organization, ()) if day and holds_on(s, day)]
    best: dict[str, int] = {}
    for status in in_force:
        if status.status in _LADDER:
            rank = _LADDER.index(status.status)
            best[status.member] = min(best.get(status.member, rank), rank)
    groups: dict[str, dict[str, StatusInterval]] = {}
    for status in in_force:
        if status.status in _LADDER and _LADDER.index(status.status) != best[status.member]:
            continue
        groups.setdefault(status.status, {})[status.member] = status
    return tuple(
        _belonging(site, links, name, wording.status_plural(name, labels), members)
        for name, members in sorted(groups.items(), key=lambda g: wording.STATUSES[g[0]][3])
    )


def _belonging(site: Site, links: Links, name: str, label: str, found: dict[str, StatusInterval]) -> Belonging:
    made = [
        (edtf.sort_key(s.start or s.first_attested or ""), Member(link=member_link(site, links, m), code=m, since=_since(s), note=_note(s)))
        for m, s in found.items()
    ]  # fmt: skip
    made.sort(key=lambda m: (m[1].link.text.casefold(), m[1].code))
    waves: dict[str, list[Member]] = {}
    for _, member in sorted(made, key=lambda m: m[0]):
        since = f"{member.since}, {member.note}" if member.note else member.since
        waves.setdefault(wording.capital(since), []).append(member)
    return Belonging(
        letter=wording.STATUSES[name][0], status=name, label=label, members=tuple(m for _, m in made),
        waves=tuple(Wave(since=since, members=tuple(members)) for since, members in waves.items()),
    )  # fmt: skip


def _since(status: StatusInterval) -> str:
    if status.start:
        return f"since {when_of(status.start).words}"
    if status.first_attested:
        return f"attested from {when_of(status.first_attested).words}"
    return ""


def _note(status: StatusInterval) -> str:
    soft = status.start is not None and not when_of(status.start).exact
    return "day not known" if soft else ""
