"""One event, field by field: the value, the sentence that says so, who says otherwise, and how it was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Any

from sitegen.model import RegisterEvent, Witness
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, clip
from sitegen.render.markdown import Prose, prose_of
from sitegen.render.site import Site, year_key
from sitegen.render.urls import Links
from sitegen.render.views.cards import Card, Cards, Moment, moment_of, sources_words
from sitegen.render.views.claims import Rivals, dates_in_words, rivals_of
from sitegen.render.views.fields import Field, Person, fields_of, person_of
from sitegen.render.views.quotes import Quote, cited, copies_words, outlet, published_words, quotes_of, source_link
from sitegen.render.views.records import record_link
from sitegen.render.when import when_of

MOST_RELATED = 4
MOST_EVIDENCE = 12  # sentences printed; a founding that every clipping recalls would fill a page of thousands
MOST_REPORTS = 60  # clippings named; the rest are counted, and each one's own page leads here
MOST_READINGS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction by hand."""

    what: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A clipping that tells of it."""

    source: Link
    outlet: str
    published: str
    copies: tuple[Link, ...]
    more: int  # further copies, counted only
    quotes: tuple[Quote, ...]  # its sentences
    above: bool  # whether a row prints them already


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    id: str
    name: str
    kind: str
    kind_key: str
    moment: Moment
    weekday: str
    place: str
    country: Link | None
    planned: bool
    doubt: str
    sources: str
    outcome: str
    note: Prose | None
    people: tuple[Person, ...]
    fields: tuple[Field, ...]
    rivals: tuple[Rivals, ...]  # of what has no row of its own
    differ: str  # the first row on which sources differ
    works: tuple[Quote, ...]  # what the editors cite beside the clippings
    reports: tuple[Report, ...]
    more_reports: int  # further clippings, counted only
    all_sources: Link
    readings: tuple[str, ...]
    joined: tuple[tuple[str, str], ...]  # a report that was taken to tell of it, and why
    changes: tuple[Change, ...]
    former: tuple[str, ...]
    series: tuple[Link, ...]
    series_words: str
    same_day: tuple[Card, ...]
    previous: Link | None
    next: Link | None
    year: Link
    cite: str
    address: str | None


def page_of(frame: Frame, cards: Cards, event: RegisterEvent) -> Page:
    site = frame.site
    path = site.paths["event", event.id]
    links = frame.links(path)
    when = when_of(event.date)
    country = event.place.country if event.place else None
    target = site.path("country", country) if country else None
    year_path, year_label = _year_of(site, event)
    people = tuple(person_of(site, links, p, found) for p, found in site.participants(event))
    before, after = site.neighbours[event.id]
    told = [s for s in dict.fromkeys(w.source for w in event.witnesses) if s in site.sources]  # each clipping once
    rivals = rivals_of(site, links, event.claims)
    fields = fields_of(site, links, event, people, rivals)
    shown = {_said_by(q) for f in fields for q in f.quotes}
    said = _said(site, links, event)
    readings = list(
        islice(dict.fromkeys((*event.explanation, *(x for w in event.witnesses for x in w.explanation))), MOST_READINGS)
    )
    view = EventView(
        id=event.id,
        name=event.name,
        kind=wording.kind(event.classification),
        kind_key=event.classification,
        moment=moment_of(event.date),
        weekday=when.weekday,
        place=event.place.name if event.place else "",
        country=Link(text=site.country(country), href=links.to(target)) if target and country else None,
        planned=event.status == "planned",
        doubt=wording.confidence(event.confidence) if event.curated is None else "",
        sources=sources_words(event),
        outcome=wording.sentence(event.outcome or ""),
        note=prose_of(event.note, record_link(site, links), links.within),
        people=people,
        fields=fields,
        rivals=tuple(r for r in rivals if r.key not in {f.key for f in fields}),
        differ=next((f.key for f in fields if f.rivals), ""),
        works=tuple(
            dict.fromkeys(cited(w.citation) for w in event.witnesses if w.citation is not None and w.source not in site.sources)
        ),
        reports=tuple(_report(site, links, name, said.get(name, ()), shown) for name in told[:MOST_REPORTS]),
        more_reports=len(told[MOST_REPORTS:]),
        all_sources=Link(text="all sources", href=links.to("sources/")),
        readings=tuple(_reading(x) for x in readings if not x.startswith(_JOINED)),
        joined=tuple(_joined(x) for x in readings if x.startswith(_JOINED)),
        changes=tuple(
            Change(
                what=f"{wording.field(e.field or e.action)} set by hand" if e.action == "set" else f"{wording.capital(e.action)} by hand",
                reason=e.reason or "",
                date=when_of(e.date).words if e.date else "",
            )
            for e in event.edits
        ),
        former=event.former_ids,
        series=_series(site, links, event),
        series_words=_series_words(event),
        same_day=_same_day(site, cards, links, event),
        previous=_event_link(site, links, before),
        next=_event_link(site, links, after),
        year=Link(text=year_label, href=links.to(year_path, event.id)),
        cite=f"\u201c{event.name}\u201d, {when.words}. In: {site.config.title}.",
        address=frame.absolute(path),
    )  # fmt: skip
    place = f" in {view.place}" if view.place else ""
    return frame.page(
        path, "event.html", view, title=event.name,
        crumbs=(("Timeline", "timeline/"), (year_label, year_path)),
        description=f"{view.kind}, {when.words}{place}. {view.sources}: the sentences that say so, and how they were read.",
        data=(_linked(frame, event, told),), og_type="article", modified=_modified(site, told),
    )  # fmt: skip


_JOINED = "merged with "  # as merge/ explains itself


@lru_cache(maxsize=8192)
def _reading(reason: str) -> str:
    """A reason of the machine's as a line to read: dates in words, rules by the names that pages give them."""
    text = dates_in_words(reason).replace(" -> ", " \u2192 ")
    what, colon, why = text.partition(": ")
    if what.startswith("not ") and colon:
        what = f"{what.removeprefix('not ')} is set aside"
    return wording.capital(f"{what}{colon}{wording.rule(why)}")


def _joined(reason: str) -> tuple[str, str]:
    which, _, why = reason.removeprefix(_JOINED).partition(" because: ")
    return dates_in_words(which), dates_in_words(why)


def _year_of(site: Site, event: RegisterEvent) -> tuple[str, str]:
    key, label = year_key(when_of(event.date))
    return site.paths["year", key], label


def _said(site: Site, links: Links, event: RegisterEvent) -> dict[str, tuple[Quote, ...]]:
    """Source -> its sentences, one of each origin before the second of any."""
    names = (event.place.name if event.place else "", *(p.name for p in event.participants))
    made: dict[str, tuple[Quote, ...]] = {}
    left = MOST_EVIDENCE
    for witness in _independent_first(site, event.witnesses):
        if left <= 0:
            break
        found = quotes_of(site, links, (witness,), dates=(event.date,), names=names, most=left)
        made[witness.source or ""] = (*made.get(witness.source or "", ()), *found)
        left -= sum(bool(q.runs) for q in found)
    return made


def _said_by(quote: Quote) -> tuple[str, str]:
    """Which sentence of which clipping: what a page need not print twice."""
    return quote.source.href if quote.source else "", "".join([r.text for r in quote.runs])


def _report(site: Site, links: Links, name: str, said: tuple[Quote, ...], shown: set[tuple[str, str]]) -> Report:
    record = site.sources[name].record
    copies, more = copies_words(site, links, name)
    return Report(
        source=source_link(site, links, record), outlet=outlet(record), published=published_words(record),
        copies=copies, more=more, quotes=said, above=bool(said) and all(_said_by(q) in shown for q in said),
    )  # fmt: skip


def _independent_first(site: Site, witnesses: tuple[Witness, ...]) -> tuple[Witness, ...]:
    """As they stand where all are printed; of more, one of each origin before the second of any."""
    if sum(len(w.evidence) for w in witnesses) <= MOST_EVIDENCE:
        return witnesses
    origins = site.register.origins
    seen: set[str] = set()
    first: list[Witness] = []
    rest: list[Witness] = []
    for witness in witnesses:
        origin = origins.get(witness.source, witness.source) or ""
        (rest if origin in seen else first).append(witness)
        seen.add(origin)
    return (*first, *rest)


def _series(site: Site, links: Links, event: RegisterEvent) -> tuple[Link, ...]:
    """The one before and the one after in the event's series."""
    if not event.series:
        return ()
    row = site.series[event.series]
    at = next(i for i, e in enumerate(row) if e.id == event.id)
    near = [row[i] for i in (at - 1, at + 1) if 0 <= i < len(row)]
    return tuple(
        Link(text=f"{e.name}, {when_of(e.date).words}", href=links.to(site.paths["event", e.id])) for e in near
    )


def _series_words(event: RegisterEvent) -> str:
    if not event.series:
        return ""
    name = event.series.replace("-", " ")
    return (
        f"Number {event.ordinal} in the series \u201c{name}\u201d"
        if event.ordinal
        else f"One of the series \u201c{name}\u201d"
    )


def _same_day(site: Site, cards: Cards, links: Links, event: RegisterEvent) -> tuple[Card, ...]:
    when = when_of(event.date)
    if not when.exact:
        return ()
    near: list[RegisterEvent] = []
    for step in (0, 1):
        at: str | None = event.id
        while at is not None and len(near) < MOST_RELATED * (step + 1):
            at = site.neighbours[at][step]
            if at is None or when_of(site.events[at].date).first != when.first:
                break
            near.append(site.events[at])
    return tuple(replace(cards.card(e, links), quotes=(), silence="") for e in near[:MOST_RELATED])


def _event_link(site: Site, links: Links, name: str | None) -> Link | None:
    if name is None:
        return None
    event = site.events[name]
    return Link(text=clip(event.name, 60), href=links.to(site.paths["event", name]))


def _modified(site: Site, told: list[str]) -> str | None:
    """The newest day on which one of its sources was published: never the clock."""
    known = [day for s in told if (day := when_of(site.sources[s].record.published.date or "").last)]
    return max(known).isoformat() if known else None


def _linked(frame: Frame, event: RegisterEvent, told: list[str]) -> dict[str, Any]:
    """JSON-LD. A date goes in only as ISO 8601 can say it as coarsely as it is known."""
    site = frame.site
    when = when_of(event.date)
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.name,
        "identifier": event.id,
    }
    address = frame.absolute(site.paths["event", event.id])
    if address:
        made["url"] = address
    if when.datetime:
        made["startDate"] = when.datetime
    elif when.shape == "days" and when.first and when.last:
        made["startDate"], made["endDate"] = when.first.isoformat(), when.last.isoformat()
    else:
        made["description"] = f"Date: {when.words}"  # schema.org has no word for a date that is open or about
    if event.place:
        made["location"] = {"@type": "Place", "name": event.place.name}
        if event.place.country:
            made["location"]["address"] = {"@type": "PostalAddress", "addressCountry": event.place.country}
    if event.participants:
        made["attendee"] = [{"@type": "Person", "name": p.name} for p in event.participants]
    if event.organizations:
        made["about"] = [
            {"@type": "Organization", "name": site.organizations[o].name if o in site.organizations else o}
            for o in event.organizations
        ]
    articles = []
    for name in told[:MOST_REPORTS]:
        record = site.sources[name].record
        article: dict[str, Any] = {"@type": "NewsArticle", "headline": record.title or record.id}
        if record.publisher:
            article["publisher"] = {"@type": "Organization", "name": record.publisher}
        if record.published.date and when_of(record.published.date).datetime:
            article["datePublished"] = record.published.date
        articles.append(article)
    if articles:
        made["subjectOf"] = articles
    return made
