"""Short ways to make clippings' records and curated records for the tests of merging."""

from __future__ import annotations

from typing import Any

from sitegen.model import (
    ArticleRecord,
    Citation,
    Country,
    CuratedEvent,
    CuratedOrganization,
    CuratedPerson,
    Edit,
    EventRecord,
    Evidence,
    Extraction,
    MembershipRecord,
    Participant,
    PersonRecord,
    Place,
    PostRecord,
    Published,
    StatusTerm,
    Term,
    World,
)

COUNTRIES = tuple(
    Country(code=code, name=name, names=(name,), demonyms=())
    for code, name in (("KZ", "Kazakhstan"), ("CN", "China"), ("RU", "Russia"), ("IR", "Iran"), ("TJ", "Tajikistan"),
                       ("GB", "United Kingdom"))
)  # fmt: skip


def event(date: str, place: str = "Bishkek/KG", kind: str = "meeting", **more: Any) -> EventRecord:
    """An event record; `place` is CITY/COUNTRY or "". Its evidence is `quote`, by default a sentence of its own."""
    name, slash, country = place.partition("/")
    quote = more.pop("quote", f"The {kind} in {name or 'a city'} was on {date}.")
    people = more.pop("people", ())
    values: dict[str, Any] = {
        "id": f"{date.replace('/', '-')}-{kind}-{name.lower()}".strip("-"), "name": f"SCO defence ministers: {kind}",
        "classification": kind, "date": date, "status": "occurred", "main": True,
        "place": Place(name=name, country=country) if slash else None, "organizations": ("SCO",),
        "participants": tuple(Participant(name=n, role=r, country=c) for n, r, c in people), "countries": (),
        "evidence": (Evidence(start=0, end=len(quote), quote=quote),), "confidence": 0.9, "explanation": ("told",),
    }  # fmt: skip
    return EventRecord(**(values | more))


def clipping(
    id: str, *events: EventRecord, published: str | None = "2013-06-27", outlet: str | None = None, body: str | None = None,
    people: tuple[PersonRecord, ...] = (), memberships: tuple[MembershipRecord, ...] = (), edits: tuple[Edit, ...] = (),
    url: str | None = None,
) -> Extraction:  # fmt: skip
    """A clipping whose body is its events' sentences, unless given, and a line that makes it no copy of another."""
    text = (
        body if body is not None else "\n\n".join([*(e.quote for ev in events for e in ev.evidence), f"Told by {id}."])
    )
    return Extraction(
        record=ArticleRecord(
            id=id, path=f"articles/{id}.txt", title=None, publisher=outlet or id, author=None, url=url, language="en",
            published=Published(date=published, basis="header"), dateline=None, rights="full", body=text, captions=(),
            dates=(), events=events, people=people, memberships=memberships,
        ),
        edits=edits,
    )  # fmt: skip


def minister(
    name: str, country: str, as_of: str, code: str = "defence-minister", role: str = "Minister of Defence"
) -> PersonRecord:
    quote = f"{name} is {role}."
    post = PostRecord(role=role, code=code, country=country, as_of=as_of)  # type: ignore[arg-type]
    return PersonRecord(name=name, posts=(post,), evidence=(Evidence(start=0, end=len(quote), quote=quote),))


def status(member: str, status: str, *, as_of: str | None = None, start: str | None = None, step: str | None = None,
           organization: str = "SCO") -> MembershipRecord:  # fmt: skip
    quote = f"{member} is {status} of {organization}."
    return MembershipRecord(
        organization=organization, member=member, status=status, start=start, as_of=as_of, step=step,  # type: ignore[arg-type]
        evidence=(Evidence(start=0, end=len(quote), quote=quote),),
    )  # fmt: skip


def source(title: str = "a gazette") -> tuple[Citation, ...]:
    return (Citation(title=title, url="https://example.org/"),)


def term(country: str, start: str | None, end: str | None, **more: Any) -> Term:
    return Term(role="Minister of Defence", code="defence-minister", country=country, start=start, end=end,
                sources=source(), path="content/people/x.md", line=7, **more)  # fmt: skip


def person(id: str, name: str, *terms: Term, names: tuple[str, ...] = ()) -> CuratedPerson:
    return CuratedPerson(id=id, name=name, names=names, terms=terms, path=f"content/people/{id}.md")


def organization(*rows: tuple[str, str, str | None, str | None], id: str = "SCO") -> CuratedOrganization:
    """Rows are member, status, start, end."""
    return CuratedOrganization(
        id=id, name=f"Organization {id}", path=f"content/organizations/{id.lower()}.md",
        statuses=tuple(
            StatusTerm(organization=id, member=m, status=s, start=a, end=b, sources=source(), path="content/o.md", line=9 + n)  # type: ignore[arg-type]
            for n, (m, s, a, b) in enumerate(rows)
        ),
    )  # fmt: skip


def curated(id: str, date: str, place: str = "Bishkek/KG", kind: str = "meeting", **more: Any) -> CuratedEvent:
    name, slash, country = place.partition("/")
    values: dict[str, Any] = {
        "id": id, "name": "SCO defence ministers meet", "classification": kind, "date": date,
        "place": Place(name=name, country=country) if slash else None, "organizations": ("SCO",),
        "series": "defence-ministers" if kind == "meeting" else None, "sources": source(), "path": f"content/events/{id}.md",
    }  # fmt: skip
    return CuratedEvent(**(values | more))


def world(**more: Any) -> World:
    return World(countries=COUNTRIES, **more)
