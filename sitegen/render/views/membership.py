"""The membership history: members x time, the changes one by one, and a citable snapshot for each of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen import edtf
from sitegen.model import StatusInterval
from sitegen.render import wording
from sitegen.render.atlas import Map, map_of
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.scales import Bar, Scale, Tick, bar_of, scale_of, ticks_of
from sitegen.render.site import Site
from sitegen.render.urls import Links, slug
from sitegen.render.views.claims import Rivals, rivals_of
from sitegen.render.views.quotes import Quote, quotes_of
from sitegen.render.views.standing import Belonging, followed, groups_on, home_of, member_link
from sitegen.render.when import day_words, when_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One status of one member on the chart. `marks` are the steps' places, `text` all of it in words."""

    letter: str
    status: str
    bar: Bar
    text: str
    marks: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    member: Link
    stretches: tuple[Stretch, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    rows: tuple[MatrixRow, ...]
    ticks: tuple[Tick, ...]
    key: tuple[tuple[str, str, str], ...]  # letter, status, label


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One status, told whole: the chart's twin."""

    anchor: str
    member: Link
    status: str
    start: str
    end: str
    steps: tuple[tuple[str, str], ...]
    how: str
    note: str
    quotes: tuple[Quote, ...]
    rivals: tuple[Rivals, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed at one date. `day` is the first day on which it surely holds, for the date box."""

    key: str
    words: str
    note: str
    datetime: str | None
    href: str
    lines: tuple[str, ...]
    day: str
    current: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    link: Link
    count: str
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipIndexView:
    rows: tuple[IndexRow, ...]
    empty: str


def pages(frame: Frame) -> Iterator[Page]:
    bodies = followed(frame)
    if len(bodies) != 1:
        yield _index(frame, bodies)
    for name in bodies:
        yield from _body(frame, name, alone=len(bodies) == 1)


def _index(frame: Frame, bodies: tuple[str, ...]) -> Page:
    site = frame.site
    path = "membership/"
    links = frame.links(path)
    rows = []
    for name in bodies:
        statuses = site.statuses_of_organization[name]
        members = len({s.member for s in statuses})
        changes = _changes_by_key(site, name)
        days = sorted(when_of(k).words for k in changes)
        rows.append(
            IndexRow(
                link=Link(text=_name(site, name), href=links.to(home_of(frame, name))),
                count=wording.count(members, "country or body", "countries and bodies"),
                span=wording.count(len(days), "dated change"),
            )
        )
    view = MembershipIndexView(
        rows=tuple(rows), empty="" if rows else "No status has been recorded yet: nothing says who belongs to what."
    )
    return frame.page(
        path, "membership_index.html", view, title="Membership",
        description="Who belonged to which organisation, when, and which source says so.",
    )  # fmt: skip


def _body(frame: Frame, name: str, alone: bool) -> Iterator[Page]:
    site = frame.site
    home = home_of(frame, name)
    links = frame.links(home)
    statuses = site.statuses_of_organization[name]
    changes = _changes(frame, links, name, home)
    title = "Membership" if alone else _name(site, name)
    crumbs = () if alone else (("Membership", "membership/"),)
    groups = groups_on(frame, links, name, site.as_of)
    scale = _scale(site, statuses)
    lead = _lead(site, name, groups)
    yield frame.page(
        home, "membership.html",
        MembershipView(
            organization=_name(site, name), short=name, lead=lead, groups=groups,
            as_of=day_words(site.as_of) if site.as_of else "", map=map_of(groups, site.countries),
            matrix=_matrix(site, links, name, statuses, scale) if scale else None,
            table=tuple(_row(site, links, name, s) for s in statuses), changes=changes,
            empty="" if statuses else "No status has been recorded yet.",
        ),
        title=title, crumbs=crumbs, description=lead, scripts=("membership.js",), data=_linked(frame, name, groups),
    )  # fmt: skip
    yield from _snapshots(frame, name, home, title, crumbs)


def _name(site: Site, name: str) -> str:
    return site.organizations[name].name if name in site.organizations else name


def _lead(site: Site, name: str, groups: tuple[Belonging, ...]) -> str:
    if not groups:
        return f"Who belonged to {_name(site, name)}, and since when."
    labels = _labels(site, name)
    parts = []
    for group in groups:
        one = wording.status(group.status, labels)
        parts.append(wording.count(len(group.members), one, one if one == "suspended" else f"{one}s"))
    when = f" on {day_words(site.as_of)}" if site.as_of else ""
    return f"{_name(site, name)}: {wording.series(parts)}{when}."


def _scale(site: Site, statuses: tuple[StatusInterval, ...]) -> Scale | None:
    days: list[dt.date | None] = []
    for s in statuses:
        for value in (s.start, s.end, s.first_attested, s.last_attested, *(v for _, v in s.steps)):
            if value:
                days += [when_of(value).first, when_of(value).last]
    return scale_of(days, site.as_of)


def _labels(site: Site, name: str) -> dict[str, str]:
    return dict(site.organizations[name].status_labels) if name in site.organizations else {}


def _matrix(site: Site, links: Links, name: str, statuses: tuple[StatusInterval, ...], scale: Scale) -> Matrix:
    labels = _labels(site, name)
    by_member: dict[str, list[StatusInterval]] = {}
    for status in statuses:
        by_member.setdefault(status.member, []).append(status)
    rows = []
    for member, own in sorted(by_member.items(), key=lambda m: _row_order(m[1], m[0])):
        stretches = tuple(s for s in (_stretch(site, labels, status, scale) for status in own) if s)
        rows.append(
            MatrixRow(member=member_link(site, links, member), stretches=stretches, text="; ".join(s.text for s in stretches))
        )
    used = sorted({s.status for s in statuses}, key=lambda s: wording.STATUSES[s][3])
    key = tuple((wording.STATUSES[s][0], s, wording.status(s, labels)) for s in used)
    return Matrix(rows=tuple(rows), ticks=ticks_of(scale), key=key)


def _row_order(own: list[StatusInterval], member: str) -> tuple[int, int, str]:
    best = min(wording.STATUSES[s.status][3] for s in own)
    first = min((d.toordinal() for s in own for d in [when_of(s.start or s.first_attested or "").first] if d), default=0)
    return (best, first, member)


def _stretch(site: Site, labels: dict[str, str], status: StatusInterval, scale: Scale) -> Stretch | None:
    lasting = status.start is not None or status.status != "guest"
    bar = bar_of(
        scale, status.start, status.end, now=site.as_of, going_on=lasting,
        first_attested=status.first_attested, last_attested=status.last_attested,
    )  # fmt: skip
    if bar is None:
        return None
    marks = tuple(scale.x(d) for _, v in status.steps for d in [when_of(v).first] if d)
    text = f"{wording.status(status.status, labels)} {term_words(status.start, status.end, status.first_attested)}".strip()
    return Stretch(letter=wording.STATUSES[status.status][0], status=status.status, bar=bar, text=text, marks=marks)


def term_words(start: str | None, end: str | None, first_attested: str | None = None) -> str:
    """ "since 14 June 2016", "from 2012 to 2014", "until 2011, start not known", "attested 2 May 2009"."""
    if start and end:
        return f"from {when_of(start).words} to {when_of(end).words}"
    if start:
        return f"since {when_of(start).words}"
    if end:
        return f"until {when_of(end).words}, start not known"
    return f"attested {when_of(first_attested).words}" if first_attested else "at a time not known"


def _row(site: Site, links: Links, name: str, status: StatusInterval) -> TableRow:
    missing_start = f"not known; attested {when_of(status.first_attested).words}" if status.first_attested else "not known"
    return TableRow(
        anchor=slug(f"{status.member}-{status.status}-{status.start or status.first_attested or ''}"),
        member=member_link(site, links, status.member),
        status=wording.status(status.status, _labels(site, name)),
        start=when_of(status.start).full if status.start else missing_start,
        end=when_of(status.end).full if status.end else "",
        steps=tuple((wording.STEPS.get(step, step), when_of(value).words) for step, value in status.steps),
        how=status.how or "",
        note=status.note or "",
        quotes=quotes_of(
            site, links, status.witnesses, dates=tuple(v for v in (status.start, status.end) if v),
            names=(site.country(status.member), status.status.replace("-", " ")), most=4,
        ),
        rivals=rivals_of(site, links, status.claims),
    )  # fmt: skip


def _changes_by_key(site: Site, name: str) -> dict[str, list[str]]:
    """EDTF of a change -> what changed then, in words. A status that ends as another begins is one change."""
    labels = _labels(site, name)
    statuses = site.statuses_of_organization[name]
    begins = {(s.member, s.start) for s in statuses if s.start}
    changes: dict[str, dict[tuple[str, bool], list[str]]] = {}
    for status in statuses:
        who = member_link(site, Links("./"), status.member).text
        if status.start:
            changes.setdefault(status.start, {}).setdefault((status.status, True), []).append(who)
        if status.end and (status.member, status.end) not in begins:
            changes.setdefault(status.end, {}).setdefault((status.status, False), []).append(who)
    return {
        value: [_change_words(wording.series(who), len(who), wording.status(key, labels), gain) for (key, gain), who in found.items()]
        for value, found in changes.items()
    }


def _change_words(who: str, number: int, label: str, gain: bool) -> str:
    if label == "suspended":
        return f"{who} {'is' if number == 1 else 'are'} {'suspended' if gain else 'no longer suspended'}"
    if number == 1:
        article = "an" if label[:1].lower() in "aeiou" else "a"
        return f"{who} {'becomes' if gain else 'is no longer'} {article} {label}"
    return f"{who} {'become' if gain else 'are no longer'} {label}s"


def snapshot_key(value: str) -> str:
    """The segment of a change's address: its date without marks."""
    return slug(value.replace("..", "open")) or "undated"


def _changes(frame: Frame, links: Links, name: str, home: str, current: str = "") -> tuple[Change, ...]:
    made: dict[str, Change] = {}
    for value, lines in _ordered(frame.site, name):
        when = when_of(value)
        key = snapshot_key(value)
        if key in made:  # "2012" and "2012~" share an address
            old = made[key]
            made[key] = Change(key=key, words=old.words, note=old.note, datetime=old.datetime, href=old.href,
                               lines=(*old.lines, *lines), day=old.day, current=old.current)  # fmt: skip
            continue
        made[key] = Change(
            key=key, words=when.words, note=when.note, datetime=when.datetime, href=links.to(f"{home}{key}/"),
            lines=tuple(lines), day=when.last.isoformat() if when.last else "", current=key == current,
        )  # fmt: skip
    return tuple(made.values())


def _ordered(site: Site, name: str) -> list[tuple[str, list[str]]]:
    return sorted(_changes_by_key(site, name).items(), key=lambda c: edtf.sort_key(c[0]))


def _snapshots(frame: Frame, name: str, home: str, title: str, crumbs: tuple[tuple[str, str], ...]) -> Iterator[Page]:
    site = frame.site
    changes = _changes(frame, frame.links(f"{home}x/"), name, home)
    for i, change in enumerate(changes):
        path = f"{home}{change.key}/"
        links = frame.links(path)
        day = dt.date.fromisoformat(change.day) if change.day else None
        groups = groups_on(frame, links, name, day)
        changed = [s for s in site.statuses_of_organization[name] if change.key in (snapshot_key(s.start or ""), snapshot_key(s.end or ""))]
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
            table=tuple(_row(site, links, name, s) for s in changed),
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
        {"@type": "OrganizationRole", "roleName": g.label, "member": {"@type": "Country", "name": m.link.text}}
        for g in groups
        for m in g.members
    ]
    found = frame.site.organizations.get(name)
    made: dict[str, object] = {"@context": "https://schema.org", "@type": "Organization", "name": _name(frame.site, name)}
    if found is not None and found.founded:
        made["foundingDate"] = found.founded
    if members:
        made["member"] = members
    return (made,)
