"""A profile: posts to scale, names as sources spell them, events, and the days attested."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sitegen import edtf
from sitegen.model import RegisterEvent, RegisterPerson, Tenure
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.markdown import Prose, prose_of
from sitegen.render.scales import Bar, Tick, bar_of, scale_of, ticks_of
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.cards import Cards
from sitegen.render.views.chronicle import Chronicle, chronicle_of
from sitegen.render.views.claims import Rivals, rivals_of
from sitegen.render.views.quotes import Quote, cited, quotes_of, says, source_link
from sitegen.render.views.records import record_link
from sitegen.render.views.terms import term_days, term_words
from sitegen.render.when import when_of

MOST_FELLOWS = 12
MOST_NAMED = 4  # clippings named for one spelling; the others are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """One tenure, to scale and in words, with its sources and rivals."""

    post: Link
    role: str
    country: Link | None
    words: str
    detail: str
    bar: Bar | None
    predecessor: Link | None
    successor: Link | None
    quotes: tuple[Quote, ...]
    rivals: tuple[Rivals, ...]
    note: str

    @property
    def says(self) -> str:
        return says(self.quotes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    text: str
    sources: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fellow:
    link: Link
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    name: str
    initials: str
    portrait: str | None
    credit: str
    summary: str
    note: Prose | None
    note_sources: tuple[Quote, ...]
    terms: tuple[TermView, ...]
    ticks: tuple[Tick, ...]
    spellings: tuple[Spelling, ...]
    first: str
    last: str
    other_offices: tuple[str, ...]
    events: Chronicle
    fellows: tuple[Fellow, ...]
    likely: tuple[tuple[Link, str], ...]
    evidence: tuple[Quote, ...]
    cite: str
    address: str | None


def page(frame: Frame, cards: Cards, person: RegisterPerson) -> Page:
    site = frame.site
    path = site.paths["person", person.id]
    links = frame.links(path)
    days: list[dt.date | None] = [d for t in person.tenures for d in term_days(t)]
    lasting = any(t.incumbent and t.end is None for t in person.tenures)
    scale = scale_of(days, site.as_of if lasting else None)
    events = events_of(site, person)
    attested = sorted(d for d in days if d)
    seen = [v for t in person.tenures for v in (t.first_attested, t.last_attested) if v]
    seen += [e.date for e in events if when_of(e.date).exact]
    seen.sort(key=lambda v: (when_of(v).first or dt.date.max, v))
    summary = _summary(site, person)
    view = PersonView(
        name=person.name,
        initials="".join(w[0] for w in person.name.split() if w[0].isalpha())[:2].upper() or "?",
        portrait=_portrait(site, links, person),
        credit=_credit(person),
        summary=summary,
        note=prose_of(person.note, record_link(site, links), links.within),
        note_sources=tuple(cited(c) for c in person.sources),
        terms=tuple(
            _term(site, links, t, bar_of(scale, t.start, t.end, now=site.as_of, going_on=t.incumbent,
                                         first_attested=t.first_attested, last_attested=t.last_attested) if scale else None)
            for t in person.tenures
        ),
        ticks=ticks_of(scale, 8) if scale and attested else (),
        spellings=tuple(
            _spelling(site, links, text, tuple(s for s in found if s in site.sources)) for text, found in person.names
        ),
        first=when_of(seen[0]).words if seen else "",
        last=when_of(seen[-1]).words if seen else "",
        other_offices=person.other_offices,
        events=chronicle_of(cards, links, path, events),
        fellows=_fellows(site, links, person),
        likely=_likely(site, links, person),
        evidence=quotes_of(site, links, person.witnesses, names=tuple(n for n, _ in person.names) or (person.name,), most=12),
        cite=f"\u201c{person.name}\u201d. In: {site.config.title}.",
        address=frame.absolute(path),
    )  # fmt: skip
    return frame.page(
        path, "person.html", view, title=person.name, crumbs=(("People", "people/"),), description=f"{person.name}: {summary}",
        data=(_linked(frame, person),), og_type="profile",
    )  # fmt: skip


def _spelling(site: Site, links: Links, text: str, found: tuple[str, ...]) -> Spelling:
    named = found if len(found) <= MOST_NAMED + 1 else found[:MOST_NAMED]
    return Spelling(
        text=text,
        sources=tuple(source_link(site, links, site.sources[s].record) for s in named),
        more=len(found) - len(named),
    )


def _portrait(site: Site, links: Links, person: RegisterPerson) -> str | None:
    """A picture only where a curator gives one with its licence, and the file is there."""
    found = person.portrait or {}
    name = str(found.get("file", ""))
    known = {path for path, _ in site.files}
    return links.root + name if name in known and found.get("licence") else None


def _credit(person: RegisterPerson) -> str:
    found = person.portrait or {}
    return ", ".join(str(found[k]) for k in ("credit", "licence") if found.get(k))


def _summary(site: Site, person: RegisterPerson) -> str:
    parts = []
    for tenure in person.tenures:
        where = site.country(tenure.country) or tenure.organization or ""
        role = tenure.role + (f" of {where}" if where and where not in tenure.role else "")
        acting = " (acting)" if tenure.acting else ""
        parts.append(f"{role}{acting} {term_words(tenure)}".strip())
    if not parts:
        return f"Named in {wording.count(len(person.events), 'event')}; no term of office is recorded."
    return "; ".join(parts) + "."


def events_of(site: Site, person: RegisterPerson) -> tuple[RegisterEvent, ...]:
    """In the order of the timeline."""
    found = [site.events[e] for e in person.events if e in site.events]
    return tuple(sorted(found, key=lambda e: (edtf.sort_key(e.date), e.id)))


def _term(site: Site, links: Links, tenure: Tenure, bar: Bar | None) -> TermView:
    post = site.posts.get(tenure.post)
    before, after = _around(site, links, tenure)
    country = site.path("country", tenure.country) if tenure.country else None
    name = post.name if post else tenure.role
    return TermView(
        post=Link(text=name, href=links.to(site.paths["post", post.id]) if post else ""),
        role=tenure.role,
        country=Link(text=site.country(tenure.country), href=links.to(country)) if country else None,
        words=wording.capital(term_words(tenure)),
        detail=_detail(tenure),
        bar=bar,
        predecessor=before,
        successor=after,
        quotes=quotes_of(
            site, links, tenure.witnesses, dates=tuple(v for v in (tenure.start, tenure.end) if v),
            names=(tenure.role, *(n for n, _ in site.people[tenure.person].names)) if tenure.person in site.people else (tenure.role,),
            most=4,
        ),
        rivals=rivals_of(site, links, tenure.claims),
        note=tenure.note or "",
    )  # fmt: skip


def _detail(tenure: Tenure) -> str:
    parts = []
    if tenure.acting:
        parts.append("acting")
    if tenure.rank:
        parts.append(tenure.rank)
    if tenure.start is None:
        parts.append("start not known")
    if tenure.end is None and not tenure.incumbent:
        parts.append("end not known")
    if tenure.last_attested:
        parts.append(f"last attested in office {when_of(tenure.last_attested).words}")
    return wording.capital("; ".join(parts))


def _around(site: Site, links: Links, tenure: Tenure) -> tuple[Link | None, Link | None]:
    """Who held the post before and after, as far as recorded."""
    post = site.posts.get(tenure.post)
    if post is None:
        return None, None
    order = [t for t in post.tenures if t.person in site.people]
    at = next((i for i, t in enumerate(order) if t == tenure), None)
    if at is None:
        return None, None

    def link(i: int) -> Link | None:
        if not 0 <= i < len(order) or order[i].person == tenure.person:
            return None
        person = order[i].person
        return Link(text=site.people[person].name, href=links.to(site.paths["person", person]))

    return link(at - 1), link(at + 1)


def _fellows(site: Site, links: Links, person: RegisterPerson) -> tuple[Fellow, ...]:
    """Who took part in the same events, most often first."""
    met: Counter[str] = Counter()
    for name in person.events:
        event = site.events.get(name)
        if event is not None:
            met.update({p for _, p in site.participants(event) if p and p != person.id})
    best = sorted(met.items(), key=lambda m: (-m[1], m[0]))[:MOST_FELLOWS]
    return tuple(
        Fellow(
            link=Link(text=site.people[p].name, href=links.to(site.paths["person", p])), count=wording.count(n, "event")
        )
        for p, n in best
    )


def _likely(site: Site, links: Links, person: RegisterPerson) -> tuple[tuple[Link, str], ...]:
    """Other records that may be the same person: never joined in silence."""
    made = []
    for a, b, why in site.register.suggestions:
        other = b if a == person.id else a if b == person.id else None
        if other is not None and other in site.people:
            made.append((Link(text=site.people[other].name, href=links.to(site.paths["person", other])), why))
    return tuple(made)


def _linked(frame: Frame, person: RegisterPerson) -> dict[str, Any]:
    site = frame.site
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": person.name,
        "identifier": person.id,
    }
    spellings = [n for n, _ in person.names if n != person.name]
    if spellings:
        made["alternateName"] = spellings
    address = frame.absolute(site.paths["person", person.id])
    if address:
        made["url"] = address
    roles = []
    for tenure in person.tenures:
        role: dict[str, Any] = {"@type": "OrganizationRole", "roleName": tenure.role}
        for key, value in (("startDate", tenure.start), ("endDate", tenure.end)):
            if value and when_of(value).datetime:
                role[key] = value
        where = site.country(tenure.country) or tenure.organization
        if where:
            role["memberOf"] = {"@type": "Organization", "name": f"Government of {where}" if tenure.country else where}
        roles.append(role)
    if roles:
        made["memberOf"] = roles
    return made
