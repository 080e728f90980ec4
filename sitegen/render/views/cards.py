"""An event as it stands in a list: one value for every list of the site, made once for each depth of page."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model import RegisterEvent
from sitegen.render import wording
from sitegen.render.frame import Frame, Link
from sitegen.render.urls import Links
from sitegen.render.views.quotes import Quote, pull_of, quotes_of
from sitegen.render.when import MONTHS, When, length_words, when_of

MOST_QUOTES = 2  # in a list; the event's own page has them all
MOST_PEOPLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date ready to print: `short` leaves out what a heading above says already."""

    words: str
    short: str
    note: str
    shape: str
    datetime: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    id: str
    href: str
    name: str
    moment: Moment
    weekday: str
    kind: str
    place: str
    country: Link | None
    people: tuple[Link, ...]
    more_people: int
    sources: str
    planned: bool
    disputed: bool
    confidence: str
    first: str  # ISO days for the filters, "" when open
    last: str
    classification: str
    codes: str
    persons: str
    certainty: str
    pull: Quote | None  # the best sentence, cut where it is long
    quotes: tuple[Quote, ...]
    silence: str = ""


def moment_of(value: str, within: str = "") -> Moment:
    """`within` is "month" or "year" where a heading names it: "26" or "26 June" is then enough."""
    when = when_of(value)
    return Moment(
        words=when.words, short=_short(when, within), note=when.note, shape=when.shape, datetime=when.datetime
    )


def _short(when: When, within: str) -> str:
    if when.first is None or when.last is None or within == "" or not when.exact:
        return when.words
    if when.shape == "day":
        return f"{when.first.day} {MONTHS[when.first.month - 1]}"
    if when.first.month == when.last.month and when.first.year == when.last.year:
        return f"{when.first.day}\u2013{when.last.day} {MONTHS[when.first.month - 1]}"
    if when.first.year == when.last.year:
        return f"{when.first.day} {MONTHS[when.first.month - 1][:3]} \u2013 {when.last.day} {MONTHS[when.last.month - 1][:3]}"
    return when.words


def certainty_of(event: RegisterEvent) -> str:
    """For the filter: day | coarse | open."""
    when = when_of(event.date)
    if when.exact:
        return "day"
    return "open" if when.shape == "open" else "coarse"


def sources_words(event: RegisterEvent) -> str:
    """How many sources and how independent, in a few words."""
    clippings = len({w.source for w in event.witnesses if w.source})
    works = len({(w.citation.title, w.citation.url) for w in event.witnesses if w.citation is not None})
    parts = []
    if clippings:
        own = min(event.independent - works, clippings) if event.independent > clippings else event.independent
        copied = clippings > 1 and 0 < own < clippings
        parts.append(wording.count(clippings, "clipping") + (f" ({wording.number(own)} independent)" if copied else ""))
    if works:
        parts.append(wording.count(works, "reference"))
    return wording.capital(" and ".join(parts)) if parts else "No source named"


@dataclass(slots=True)
class Cards:
    """Makes cards, each once for one depth."""

    frame: Frame
    _made: dict[tuple[str, str], tuple[Card, set[str]]]

    @classmethod
    def of(cls, frame: Frame) -> Cards:
        return cls(frame, {})

    def card(self, event: RegisterEvent, links: Links) -> Card:
        return self.frame.site.trace.memo(self._made, (links.root, event.id), lambda: self._make(event, links))

    def many(self, events: tuple[RegisterEvent, ...], links: Links) -> tuple[Card, ...]:
        return tuple(self.card(e, links) for e in events)

    def _make(self, event: RegisterEvent, links: Links) -> Card:
        site = self.frame.site
        when = when_of(event.date)
        people: list[Link] = []
        persons: list[str] = []
        for _, found in site.participants(event):
            if found is not None:
                persons.append(found)
                people.append(Link(text=site.people[found].name, href=links.to(site.paths["person", found])))
        country = event.place.country if event.place else None
        target = site.path("country", country) if country else None
        silence = site.silences.get(event.id)
        quotes = quotes_of(site, links, event.witnesses, dates=(event.date,), most=MOST_QUOTES)
        return Card(
            id=event.id,
            href=links.to(site.paths["event", event.id]),
            name=event.name,
            moment=moment_of(event.date, "year"),
            weekday=when.weekday,
            kind=wording.kind(event.classification),
            place=event.place.name if event.place else "",
            country=Link(text=site.country(country), href=links.to(target)) if target and country else None,
            people=tuple(people[:MOST_PEOPLE]),
            more_people=max(0, len(people) - MOST_PEOPLE),
            sources=sources_words(event),
            planned=event.status == "planned",
            disputed=any(not c.chosen and not c.compatible for c in event.claims),
            confidence=wording.confidence(event.confidence) if event.curated is None else "",
            first=when.first.isoformat() if when.first else "",
            last=when.last.isoformat() if when.last else "",
            classification=event.classification,
            codes=" ".join(dict.fromkeys((*event.countries, *([country] if country else [])))),
            persons=" ".join(dict.fromkeys(persons)),
            certainty=certainty_of(event),
            pull=next((pull_of(q) for q in quotes if q.runs), None),
            quotes=quotes,
            silence=_silence(silence) if silence else "",
        )


def _silence(days: int) -> str:
    return f"Nothing is recorded for {length_words(days)}."
