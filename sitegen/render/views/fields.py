"""The rows of an event's record: each value with the sentences that hold its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model import Claim, Participant, RegisterEvent, Witness
from sitegen.render import wording
from sitegen.render.frame import Link
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.claims import Rivals, value_words
from sitegen.render.views.quotes import Quote, brief, sentences_of
from sitegen.render.when import when_of

MOST_QUOTES = 3  # under one field; all are under "Sources"
MOST_READ = 40  # sentences from which those are chosen


_ASIDE = ("countries", "organizations")  # rows whose sentences unfold: they mostly stand above already


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A participant: `link` leads to a profile where there is one."""

    name: str
    link: Link | None
    role: str
    country: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A row of the record. A sentence is printed whole once; in later rows only the words that count."""

    key: str
    label: str
    values: tuple[Link, ...]
    note: str
    quotes: tuple[Quote, ...]
    open: int  # how many of the quotes are seen at once; the others unfold
    rule: str
    others: tuple[str, ...]  # coarser or differently spelt, not in conflict
    rivals: tuple[Rivals, ...]  # who says otherwise: one at most


def person_of(site: Site, links: Links, participant: Participant, found: str | None) -> Person:
    target = site.path("country", participant.country) if participant.country else None
    name = site.people[found].name if found else participant.name
    return Person(
        name=name,
        link=Link(text=name, href=links.to(site.paths["person", found])) if found else None,
        role=participant.role or "",
        country=Link(text=site.country(participant.country), href=links.to(target)) if target else None,
    )


def fields_of(
    site: Site, links: Links, event: RegisterEvent, persons: tuple[Person, ...], differing: tuple[Rivals, ...]
) -> tuple[Field, ...]:
    """The record's rows, each with the sentences that hold its words; `persons` and `differing` are the event's."""
    chosen = {c.field: c for c in event.claims if c.chosen}
    rivals = {r.key: r for r in differing}
    when = when_of(event.date)
    place = event.place
    countries = tuple(_country_link(site, links, c) for c in sorted(event.countries, key=site.country))
    bodies = tuple(_organization_link(site, links, o) for o in event.organizations)
    people = tuple(
        Link(text=p.name + (f", {p.role}" if p.role else ""), href=p.link.href if p.link else "") for p in persons
    )
    rows: list[tuple[str, tuple[Link, ...], str, tuple[str, ...], tuple[str, ...]]] = [
        ("date", (Link(text=when.words, href=""),), when.note, (event.date,), ()),
        ("classification", (Link(text=wording.kind(event.classification), href=""),) if "classification" in rivals else (), "", (), ()),
        ("place", (Link(text=", ".join(x for x in (place.name, site.country(place.country)) if x), href=""),) if place else (), "", (), (place.name, site.country(place.country)) if place else ()),
        ("participants", people, "", (), tuple(p.name for p in event.participants)),
        ("countries", countries, "", (), tuple(site.country(c) for c in event.countries)),
        ("organizations", bodies, "", (), tuple(x for o in event.organizations for x in (o, site.organizations[o].name if o in site.organizations else o))),
        ("outcome", (Link(text=wording.capital(event.outcome), href=""),) if event.outcome and "outcome" in chosen else (), "", (), ()),
    ]  # fmt: skip
    made: list[Field] = []
    shown: set[str] = set()
    for key, values, note, dates, names in rows:
        if not values:
            continue
        claim = chosen.get(key)
        seen = MOST_QUOTES if key == "participants" else 0 if key in _ASIDE else 1
        own = []
        for i, (sentence, q) in enumerate(_quotes(site, links, event, key, claim, dates, names)):
            own.append(brief(q) if sentence and sentence in shown else q)
            if i < seen:
                shown.add(sentence)
        others = _others(site, event, key, values)
        made.append(
            Field(
                key=key, label=wording.field(key), values=values, note=note, quotes=tuple(own),
                open=seen,
                rule=wording.rule(claim.rule) if claim and key not in rivals and (others or not own) else "", others=others,
                rivals=(rivals[key],) if key in rivals else (),
            )
        )  # fmt: skip
    return tuple(made)


def _others(site: Site, event: RegisterEvent, key: str, values: tuple[Link, ...]) -> tuple[str, ...]:
    """Values beside the chosen one that do not contradict it, unless the row says them already."""
    if key == "classification":
        return ()
    shown = " ".join(v.text for v in values)
    told = (
        value_words(site, c.field, c.value) for c in event.claims if c.field == key and c.compatible and not c.chosen
    )
    return tuple(dict.fromkeys(words for words in told if words not in shown))


def _quotes(
    site: Site, links: Links, event: RegisterEvent, key: str, claim: Claim | None, dates: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[tuple[str, Quote]]:  # fmt: skip
    """The few quotes that a row prints, each with its sentence."""
    if key == "classification":  # our own reading: no sentence uses the word
        return
    names = tuple(n for n in names if n)
    if not (dates or names) and claim is None:
        return
    found, silent = sentences_of(site, links, _witnesses(site, claim, event, key), MOST_READ)
    if dates or names:  # a sentence that does not hold the words is no evidence for this row
        marked = [(s, m) for s in found if (m := s.marks(dates, names))]
        if marked:
            for i in _telling([{s.evidence.quote[a:b] for a, b in marks} for s, marks in marked]):
                sentence, marks = marked[i]
                yield sentence.evidence.quote, sentence.quoted(marks)
            return
        if key != "date":
            return
    for sentence in found[:1]:
        yield sentence.evidence.quote, sentence.quoted(())
    if not found and silent:
        yield "", silent[0]


def _telling(said: list[set[str]]) -> list[int]:
    """Few that together say most: each time the one that marks most words not marked yet, the earlier of equals."""
    if len(said) == 1:
        return [0]
    chosen: list[int] = []
    left = dict(enumerate(said))
    while left and len(chosen) < MOST_QUOTES:
        best = max(left, key=lambda i: (len(left[i]), -i))
        if chosen and not left[best]:
            break
        words = left.pop(best)
        chosen.append(best)
        left = {i: more - words for i, more in left.items()}
    return chosen


def _witnesses(site: Site, claim: Claim | None, event: RegisterEvent, key: str) -> tuple[Witness, ...]:
    """Who speaks for a row: the claim's witnesses, else the event's; for participants also who names the people there."""
    if claim is not None and claim.witnesses:
        return claim.witnesses
    if key != "participants":
        return event.witnesses
    told = sorted({w.source for w in event.witnesses if w.source})
    named = [w for _, p in site.participants(event) if p for s in told for w in site.said_of.get((p, s), ())]
    return (*event.witnesses, *named)


def _country_link(site: Site, links: Links, code: str) -> Link:
    path = site.path("country", code)
    return Link(text=site.country(code), href=links.to(path) if path else "")


def _organization_link(site: Site, links: Links, name: str) -> Link:
    path = site.path("organization", name)
    text = site.organizations[name].name if name in site.organizations else name
    return Link(text=text, href=links.to(path) if path else "")
