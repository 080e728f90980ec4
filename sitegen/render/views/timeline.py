"""The chronology: one page for all of it, or for its high points where it is long, and one page a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.model import RegisterEvent
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.site import Year
from sitegen.render.urls import Links
from sitegen.render.views.cards import Cards
from sitegen.render.views.sections import YearSection, quiet_months, section_of
from sitegen.render.views.strip import MOST_BARS, Slot, Strip, strip_of
from sitegen.render.when import MONTHS, when_of

WHOLE = 400  # events that /timeline/ shows in full; beyond it each year keeps its best-sourced few
DIGEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    countries: tuple[Choice, ...]
    people: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    lead: str
    strip: Strip | None
    years: tuple[YearSection, ...]
    filters: Filters | None
    jump: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    digest: bool
    empty: str


def pages(frame: Frame, cards: Cards) -> Iterator[Step]:
    """/timeline/ and /timeline/<year>/."""
    yield Step(path="timeline/", make=partial(_whole, frame, cards))
    for key in frame.site.year_of:
        yield Step(path=frame.site.paths["year", key], make=partial(_year, frame, cards, key))


def _whole(frame: Frame, cards: Cards) -> Page:
    site = frame.site
    path = "timeline/"
    links = frame.links(path)
    total = len(site.register.events)
    digest = total > WHOLE
    sections = tuple(section_of(frame, cards, y, links, DIGEST if digest else None, 2) for y in site.years)
    lead = _lead(frame, total)
    if digest:
        lead += f" This page shows the {DIGEST} most reported events of each year; the year's own page has them all."
    view = TimelineView(
        lead=lead,
        strip=year_strip(frame, links),
        years=sections,
        filters=None if digest else _filters(frame, cards, site.register.events, links),
        jump=tuple(Link(text=y.label, href=f"#y{y.key}") for y in site.years),
        previous=None,
        next=None,
        digest=digest,
        empty=""
        if total
        else "No event has been recorded yet. Put a clipping into the content folder and build again.",
    )
    return frame.page(
        path, "timeline.html", view, title="Timeline", description=lead, scripts=("timeline.js",)
    )  # fmt: skip


def _lead(frame: Frame, total: int) -> str:
    events = frame.site.register.events
    if not events:
        return "Nothing is recorded yet."
    days = [d for e in events if when_of(e.date).exact for d in (when_of(e.date).first,) if d]
    coarse = total - len(days)
    words = wording.capital(wording.count(total, "event"))
    if days:
        words += (
            f" from {min(days).year} to {max(days).year}"
            if min(days).year != max(days).year
            else f" in {min(days).year}"
        )
    if coarse:
        words += f"; {wording.number(coarse)} of them {'is' if coarse == 1 else 'are'} not known to the day and {'stands' if coarse == 1 else 'stand'} first in {'its' if coarse == 1 else 'their'} year or month"
    return words + "."


def _year(frame: Frame, cards: Cards, key: str) -> Page:
    site = frame.site
    year = site.year_of[key]
    keys = [*site.year_of]
    at = keys.index(key)
    path = site.paths["year", year.key]
    links = frame.links(path)
    count = wording.count(len(year.events), "event")
    section = section_of(frame, cards, year, links, None, 1)
    lead = f"{wording.capital(count)} recorded."
    quiet = quiet_months(year)
    if quiet:
        lead += f" Nothing is recorded for {quiet}."
    view = TimelineView(
        lead=lead,
        strip=_month_strip(year, section),
        years=(section,),
        filters=_filters(frame, cards, year.events, links) if len(year.events) > 3 else None,
        jump=tuple(Link(text=m.label.split()[0], href=f"#m{m.key}") for m in section.months),
        previous=_beside(frame, links, keys[at - 1] if at else None),
        next=_beside(frame, links, keys[at + 1] if at + 1 < len(keys) else None),
        digest=False,
        empty="",
    )
    return frame.page(
        path, "timeline.html", view, title=year.label, crumbs=(("Timeline", "timeline/"),),
        description=f"{site.config.title}, {year.label}: {lead}", scripts=("timeline.js",),
    )  # fmt: skip


def _beside(frame: Frame, links: Links, key: str | None) -> Link | None:
    site = frame.site
    return Link(text=site.year_labels[key], href=links.to(site.paths["year", key])) if key else None


def _filters(frame: Frame, cards: Cards, events: tuple[RegisterEvent, ...], links: Links) -> Filters | None:
    if len(events) < 2:
        return None
    site = frame.site
    codes: dict[str, str] = {}
    people: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for event in events:
        card = cards.card(event, links)
        codes.update((c, site.country(c)) for c in card.codes.split())
        people.update((p, site.people[p].name) for p in card.persons.split())
        kinds[event.classification] = wording.kind(event.classification)

    def choices(found: dict[str, str]) -> tuple[Choice, ...]:
        return tuple(Choice(value=v, text=t) for v, t in sorted(found.items(), key=lambda x: (x[1].casefold(), x[0])))

    return Filters(countries=choices(codes), people=choices(people), kinds=choices(kinds), total=len(events))


def year_strip(frame: Frame, links: Links, to_page: bool = True) -> Strip | None:
    """All years that have events and those between; decades and centuries are not counted in a bar."""
    years = {y.key: y for y in frame.site.years if len(y.key) == 4}
    if not years:
        return None
    low, high = int(min(years)), int(max(years))
    if high - low >= MOST_BARS:
        low = high - MOST_BARS + 1
    slots = []
    for number in range(low, high + 1):
        year = years.get(f"{number:04}")
        exact = sum(1 for e in year.events if when_of(e.date).exact) if year else 0
        slots.append(
            Slot(
                label=str(number),
                tick=str(number),
                sure=exact,
                soft=len(year.events) - exact if year else 0,
                href=links.to(frame.site.paths["year", year.key]) if year and to_page else None,
                key=dt.date(number, 1, 1).isoformat(),
            )
        )
    return strip_of(slots, "year")


def _month_strip(year: Year, section: YearSection) -> Strip | None:
    if len(year.key) != 4:
        return None
    months = {m.key: m for m in section.months}
    slots = []
    for number in range(1, 13):
        month = months.get(f"{year.key}-{number:02}")
        slots.append(
            Slot(
                label=f"{MONTHS[number - 1]} {year.label}",
                tick=MONTHS[number - 1][:3],
                sure=sum(len(d.cards) + len(d.folded) for d in month.days) if month else 0,
                soft=len(month.coarse) if month else 0,
                href=f"#m{month.key}" if month else None,
                key=f"{year.key}-{number:02}-01",
            )
        )
    return strip_of(slots, "month")
