"""A year as it is read: what is not known more exactly first, then month by month, busy days folded."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model import RegisterEvent
from sitegen.render import wording
from sitegen.render.frame import Frame
from sitegen.render.site import Year
from sitegen.render.urls import Links
from sitegen.render.views.cards import Card, Cards
from sitegen.render.when import MONTHS, When, when_of

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

    @property
    def rows(self) -> int:
        return room_for(len(self.coarse) + sum(len(d.cards) + bool(d.folded) for d in self.days))

    @property
    def silence(self) -> str:
        """Said before the month's name: no silence is so short that it could lie within a month."""
        return next((c.silence for c in (*self.coarse, *(c for d in self.days for c in d.cards)) if c.silence), "")


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

    @property
    def rows(self) -> int:
        return room_for(len(self.coarse))

    @property
    def silence(self) -> str:
        return next((c.silence for c in self.coarse if c.silence), "")


def section_of(frame: Frame, cards: Cards, year: Year, links: Links, most: int | None, level: int) -> YearSection:
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


def quiet_months(year: Year) -> str:
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


def room_for(entries: int) -> int:
    """The next power of two: how much room the page keeps for entries that are not laid out yet."""
    return min(128, 1 << max(0, entries - 1).bit_length())
