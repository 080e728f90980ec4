"""The events of one record, of a person or a country: all in one list, or where they are many the newest and a page a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.model import RegisterEvent
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.site import year_key
from sitegen.render.urls import Links
from sitegen.render.views.cards import Card, Cards
from sitegen.render.when import when_of

WHOLE = 200  # events listed on the record's own page: some 25 KB compressed
NEWEST = 40  # of more, these; the rest stand on a page a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """`years` is empty where `cards` are all there are."""

    count: str
    cards: tuple[Card, ...]
    years: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicleView:
    """One year of a record."""

    lead: str
    cards: tuple[Card, ...]
    record: Link
    previous: Link | None
    next: Link | None


def _by_year(events: tuple[RegisterEvent, ...]) -> dict[tuple[str, str], list[RegisterEvent]]:
    found: dict[tuple[str, str], list[RegisterEvent]] = {}
    for event in events:
        found.setdefault(year_key(when_of(event.date)), []).append(event)
    return found


def chronicle_of(cards: Cards, links: Links, path: str, events: tuple[RegisterEvent, ...]) -> Chronicle:
    """`path` is the record's own, below which its years have their pages."""
    count = wording.count(len(events), "event")
    if len(events) <= WHOLE:
        return Chronicle(count=count, cards=cards.many(events, links), years=())
    return Chronicle(
        count=count, cards=cards.many(events[: -NEWEST - 1 : -1], links),
        years=tuple((Link(text=label, href=links.to(f"{path}{key}/")), len(found)) for (key, label), found in _by_year(events).items()),
    )  # fmt: skip


def year_steps(
    frame: Frame, cards: Cards, path: str, events: Callable[[], tuple[RegisterEvent, ...] | None], name: str, crumbs: tuple[tuple[str, str], ...]
) -> Iterator[Step]:  # fmt: skip
    """A page for each year of a record that has more events than its own page lists."""
    found = events() or ()
    if len(found) <= WHOLE:
        return
    groups = _by_year(found)
    for key, own in groups.items():
        given = (name, crumbs, tuple(groups), tuple(e.id for e in own))
        make = partial(_year, frame, cards, path, given[3], key, tuple(groups), name, crumbs)
        yield Step(path=f"{path}{key[0]}/", make=make, given=given)


def _year(
    frame: Frame, cards: Cards, path: str, events: tuple[str, ...], wanted: tuple[str, str], years: tuple[tuple[str, str], ...],
    name: str, crumbs: tuple[tuple[str, str], ...],
) -> Page:  # fmt: skip
    own = f"{path}{wanted[0]}/"
    links = frame.links(own)
    steps = [Link(text=label, href=links.to(f"{path}{key}/")) for key, label in years]
    at = years.index(wanted)
    found = tuple(frame.site.events[e] for e in events)
    count = wording.count(len(found), "event")
    view = ChronicleView(
        lead=f"{wording.capital(count)}.", cards=cards.many(found, links), record=Link(text=name, href=links.to(path)),
        previous=steps[at - 1] if at else None, next=steps[at + 1] if at + 1 < len(steps) else None,
    )  # fmt: skip
    return frame.page(
        own, "chronicle.html", view, title=f"{name}: {wanted[1]}", crumbs=(*crumbs, (name, path)),
        description=f"{name}, {wanted[1]}: {count}, each with its sources.",
    )  # fmt: skip
