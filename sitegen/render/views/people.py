"""People: the index, and a profile with posts, names as sources spell them, events and the days attested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.model import RegisterEvent, RegisterPerson
from sitegen.render import wording
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.cards import Cards
from sitegen.render.views.chronicle import year_steps
from sitegen.render.views.person import events_of, page
from sitegen.render.views.terms import term_days
from sitegen.slugs import slug_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    link: Link
    posts: str
    country: str
    events: int
    years: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    key: str
    label: str
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    lead: str
    letters: tuple[Letter, ...]
    empty: str


def pages(frame: Frame, cards: Cards) -> Iterator[Step]:
    site = frame.site
    yield Step(path="people/", make=partial(_index, frame))
    for person in site.register.people:
        path = site.paths["person", person.id]
        yield Step(path=path, make=partial(_person, frame, cards, person.id))
        yield from year_steps(
            frame, cards, path, partial(_events, site, person.id), person.name, (("People", "people/"),)
        )


def _person(frame: Frame, cards: Cards, name: str) -> Page:
    return page(frame, cards, frame.site.person_whole[name])


def _events(site: Site, name: str) -> tuple[RegisterEvent, ...]:
    return events_of(site, site.person_whole[name])


#: Countries whose names English news writes with the family name first.
FAMILY_FIRST = frozenset({"CN", "HK", "KH", "KP", "KR", "MO", "TW", "VN"})


def family_name(person: RegisterPerson) -> str:
    """What a list is sorted by: the last word of a name, or the first where the family name leads."""
    words = person.name.split()
    if not words:
        return person.name
    first = any(t.country in FAMILY_FIRST for t in person.tenures)
    return words[0] if first else words[-1]


def _index(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("people/")
    groups: dict[str, list[PersonRow]] = {}
    for person in sorted(site.register.people, key=lambda p: (slug_of(family_name(p)), p.name, p.id)):
        key = (slug_of(family_name(person))[:1] or "#").upper()
        groups.setdefault(key, []).append(_row(site, links, person))
    total = len(site.register.people)
    view = PeopleView(
        lead=f"{wording.capital(wording.count(total, 'person', 'people'))}, by family name." if total else "",
        letters=tuple(Letter(key=f"l{slug_of(k) or 'other'}", label=k, rows=tuple(rows)) for k, rows in groups.items()),
        empty=""
        if total
        else "Nobody has been recorded yet. People appear here when a clipping names them with their post.",
    )
    return frame.page(
        "people/", "people.html", view, title="People",
        description="Everyone the sources name with a post: who they were, when they served, and who says so.",
    )  # fmt: skip


def _row(site: Site, links: Links, person: RegisterPerson) -> PersonRow:
    first = sorted(
        person.tenures, key=lambda t: (t.code not in site.config.posts, not t.curated)
    )  # the posts followed lead
    roles = dict.fromkeys(t.role for t in first)
    codes = dict.fromkeys(site.country(t.country) for t in first if t.country)
    days = [d for t in person.tenures for d in term_days(t)]
    years = sorted({d.year for d in days})
    open_ended = any(t.incumbent and t.end is None for t in person.tenures)
    span = (
        ""
        if not years
        else f"{years[0]}\u2013{'' if open_ended else years[-1]}"
        if len(years) > 1 or open_ended
        else str(years[0])
    )
    return PersonRow(
        link=Link(text=person.name, href=links.to(site.paths["person", person.id])),
        posts=next(iter(roles), ""),
        country=next(iter(codes), ""),
        events=len(person.events),
        years=span,
    )
