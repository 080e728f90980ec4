"""The chronology: one page for all of it, or for its high points where it is long, and one page a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model import RegisterEvent
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.site import Year
from sitegen.render.urls import Links
from sitegen.render.views.cards import Card, Cards
from sitegen.render.views.strip import MOST_BARS, Slot, Strip, strip_of
from sitegen.render.when import MONTHS, When, when_of

WHOLE = 400  # events that /timeline/ shows in full; beyond it each year keeps its best-sourced few
DIGEST = 6
BUSY = 5  # a day with more events than this is folded
KEEP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Events of one day; `folded` are the less reported of a busy one."""

    cards: tuple[Card, ...]
    folded: tuple[Card, ...]
    fold_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    key: str
    label: str
    coarse: tuple[Card, ...]  # known to the month, not to the day
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSection:
    key: str
    label: str
    href: str
    count: str
    coarse: tuple[Card, ...]
    coarse_heading: str
    months: tuple[Month, ...]
    more: str  # how many the digest leaves out
    level: int


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


def pages(frame: Frame, cards: Cards) -> Iterator[Page]:
    """/timeline/ and /timeline/<year>/."""
    yield _whole(frame, cards)
    years = frame.site.years
    for i, year in enumerate(years):
        yield _year(frame, cards, year, years[i - 1] if i else None, years[i + 1] if i + 1 < len(years) else None)


def _whole(frame: Frame, cards: Cards) -> Page:
    site = frame.site
    path = "timeline/"
    links = frame.links(path)
    total = len(site.register.events)
    digest = total > WHOLE
    sections = tuple(_section(frame, cards, y, links, DIGEST if digest else None, 2) for y in site.years)
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
        empty="" if total else "No event has been recorded yet. Put a clipping into the content folder and build again.",
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
        words += f" from {min(days).year} to {max(days).year}" if min(days).year != max(days).year else f" in {min(days).year}"
    if coarse:
        words += f"; {wording.number(coarse)} of them {'is' if coarse == 1 else 'are'} not known to the day and {'stands' if coarse == 1 else 'stand'} first in {'its' if coarse == 1 else 'their'} year or month"
    return words + "."


def _year(frame: Frame, cards: Cards, year: Year, before: Year | None, after: Year | None) -> Page:
    site = frame.site
    path = site.paths["year", year.key]
    links = frame.links(path)
    count = wording.count(len(year.events), "event")
    section = _section(frame, cards, year, links, None, 1)
    lead = f"{wording.capital(count)} recorded."
    quiet = _quiet_months(year)
    if quiet:
        lead += f" Nothing is recorded for {quiet}."
    view = TimelineView(
        lead=lead,
        strip=_month_strip(year, section),
        years=(section,),
        filters=_filters(frame, cards, year.events, links) if len(year.events) > 3 else None,
        jump=tuple(Link(text=m.label.split()[0], href=f"#m{m.key}") for m in section.months),
        previous=_beside(frame, links, before),
        next=_beside(frame, links, after),
        digest=False,
        empty="",
    )
    return frame.page(
        path, "timeline.html", view, title=year.label, crumbs=(("Timeline", "timeline/"),),
        description=f"{site.config.title}, {year.label}: {lead}", scripts=("timeline.js",),
    )  # fmt: skip


def _beside(frame: Frame, links: Links, year: Year | None) -> Link | None:
    return Link(text=year.label, href=links.to(frame.site.paths["year", year.key])) if year else None


def _section(frame: Frame, cards: Cards, year: Year, links: Links, most: int | None, level: int) -> YearSection:
    events = year.events
    if most is not None and len(events) > most:
        ranked = sorted(events, key=_weight)[:most]
        events = tuple(e for e in events if e in ranked)
    coarse: list[Card] = []
    months: dict[str, tuple[list[Card], dict[str, list[RegisterEvent]]]] = {}
    for event in events:
        when = when_of(event.date)
        month = _month_of(when)
        if month is None:
            coarse.append(cards.card(event, links))
            continue
        vague, days = months.setdefault(month, ([], {}))
        if when.exact and when.first:
            days.setdefault(when.first.isoformat(), []).append(event)
        else:
            vague.append(cards.card(event, links))
    decade = "-" in year.key
    return YearSection(
        key=year.key,
        label=year.label,
        href=links.to(frame.site.paths["year", year.key]),
        count=wording.count(len(year.events), "event"),
        coarse=tuple(coarse),
        coarse_heading=f"{year.label}, {'year not known' if decade else 'not known more exactly'}",
        months=tuple(
            Month(
                key=key,
                label=f"{MONTHS[int(key[5:7]) - 1]} {key[:4]}",
                coarse=tuple(vague),
                days=tuple(_day(found, cards, links) for found in days.values()),
            )
            for key, (vague, days) in sorted(months.items())
        ),
        more=f"All {len(year.events)} events of {year.label}" if len(events) < len(year.events) else "",
        level=level,
    )


def _weight(event: RegisterEvent) -> tuple[int, int, str]:
    return (-event.independent, 0 if event.main_of or event.curated else 1, event.id)


def _month_of(when: When) -> str | None:
    """The month section of a date; None where no single month holds all that it may mean (its first day rules if exact)."""
    if when.first is None:
        return None
    if when.exact or (when.last and (when.first.year, when.first.month) == (when.last.year, when.last.month)):
        return f"{when.first.year:04}-{when.first.month:02}"
    return None


def _day(events: list[RegisterEvent], cards: Cards, links: Links) -> Day:
    made = [cards.card(e, links) for e in events]
    if len(events) <= BUSY:
        return Day(cards=tuple(made), folded=(), fold_words="")
    ranked = {e.id for e in sorted(events, key=_weight)[:KEEP]}
    kept = tuple(c for c in made if c.id in ranked)
    folded = tuple(c for c in made if c.id not in ranked)
    day = kept[0].moment.short
    return Day(cards=kept, folded=folded, fold_words=f"{wording.capital(wording.number(len(folded)))} more on {day}")


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


def _quiet_months(year: Year) -> str:
    """The longest run of months without an event between the year's first and last, of at least three."""
    if len(year.key) != 4:
        return ""
    busy: set[int] = set()
    for event in year.events:
        when = when_of(event.date)
        if when.first is None or when.last is None:
            return ""
        last = when.last.month if when.last.year == when.first.year else 12
        busy.update(range(when.first.month, last + 1))
    best: tuple[int, int] = (0, 0)
    run = 0
    for number in range(min(busy), max(busy) + 1):
        run = 0 if number in busy else run + 1
        if run > best[0]:
            best = (run, number)
    length, end = best
    return f"{MONTHS[end - length]} to {MONTHS[end - 1]}" if length >= 3 else ""
