"""Members x time: the chart, and its twin as a table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sitegen.model import StatusInterval
from sitegen.render import wording
from sitegen.render.frame import Link
from sitegen.render.scales import Bar, Scale, Tick, Zoom, bar_of, layered_ticks, scale_of, zooms_of
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.claims import Rivals, rivals_of
from sitegen.render.views.quotes import Quote, quotes_of
from sitegen.render.views.standing import member_link
from sitegen.render.when import when_of
from sitegen.slugs import slug_of


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
    zooms: tuple[Zoom, ...]
    key: tuple[tuple[str, str, str], ...]  # letter, status, label


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One status, told whole: the chart's twin."""

    anchor: str
    member: Link
    status: str
    start: str
    end: str
    story: str  # how it came about, its steps and the note, in sentences
    quotes: tuple[Quote, ...]
    rivals: tuple[Rivals, ...]


def scale_of_statuses(site: Site, statuses: tuple[StatusInterval, ...]) -> Scale | None:
    days: list[dt.date | None] = []
    for s in statuses:
        for value in (s.start, s.end, s.first_attested, s.last_attested, *(v for _, v in s.steps)):
            if value:
                days += [when_of(value).first, when_of(value).last]
    lasting = any(s.end is None and (s.start or s.status != "guest") for s in statuses)
    return scale_of(days, site.as_of if lasting else None)


def labels_of(site: Site, name: str) -> dict[str, str]:
    return dict(site.organizations[name].status_labels) if name in site.organizations else {}


def matrix_of(site: Site, links: Links, name: str, statuses: tuple[StatusInterval, ...], scale: Scale) -> Matrix:
    labels = labels_of(site, name)
    by_member: dict[str, list[StatusInterval]] = {}
    for status in statuses:
        by_member.setdefault(status.member, []).append(status)
    rows = []
    for member, own in sorted(by_member.items(), key=lambda m: _row_order(m[1], m[0])):
        stretches = tuple(s for s in (_stretch(site, labels, status, scale) for status in own) if s)
        link = member_link(site, links, member)
        if member not in site.countries:  # an organization by its short form: the chart has no room for more
            link = Link(text=member, href=link.href)
        rows.append(MatrixRow(member=link, stretches=stretches, text="; ".join(s.text for s in stretches)))
    used = sorted({s.status for s in statuses}, key=lambda s: wording.STATUSES[s][3])
    key = tuple((wording.STATUSES[s][0], s, wording.status(s, labels)) for s in used)
    return Matrix(rows=tuple(rows), ticks=layered_ticks(scale), zooms=zooms_of(scale), key=key)


def _row_order(own: list[StatusInterval], member: str) -> tuple[int, int, str]:
    best = min(wording.STATUSES[s.status][3] for s in own)
    first = min(
        (d.toordinal() for s in own for d in [when_of(s.start or s.first_attested or "").first] if d), default=0
    )
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
    text = (
        f"{wording.status(status.status, labels)} {term_words(status.start, status.end, status.first_attested)}".strip()
    )
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


def story_of(status: StatusInterval) -> str:
    """How a status came about, as sentences: "Upgraded at the summit. Decided on 10 July 2015." """
    steps = "; ".join(f"{wording.STEPS.get(step, step)} {when_of(value).words}" for step, value in status.steps)
    return " ".join(wording.sentence(part) for part in (status.how or "", steps, status.note or "") if part)


def row_of(site: Site, links: Links, name: str, status: StatusInterval) -> TableRow:
    missing_start = (
        f"not known; attested {when_of(status.first_attested).words}" if status.first_attested else "not known"
    )
    return TableRow(
        anchor=slug_of(f"{status.member}-{status.status}-{status.start or status.first_attested or ''}"),
        member=member_link(site, links, status.member),
        status=wording.status(status.status, labels_of(site, name)),
        start=when_of(status.start).full if status.start else missing_start,
        end=when_of(status.end).full if status.end else "",
        story=story_of(status),
        quotes=quotes_of(
            site, links, status.witnesses, dates=tuple(v for v in (status.start, status.end) if v),
            names=(site.country(status.member), status.status.replace("-", " ")), most=4,
        ),
        rivals=rivals_of(site, links, status.claims),
    )  # fmt: skip
