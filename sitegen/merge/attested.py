"""The days on which clippings say that a person holds a post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.merge.identity import Identities
from sitegen.merge.posts import post_id
from sitegen.merge.readings import day, days_of
from sitegen.model import (
    Evidence,
    Extraction,
    PostCode,
    Witness,
)

#: a date this near to the clipping's own day is no other time
NEAR_DAYS = 60
#: a clipping's day may be so many days after what it tells of: no contradiction of a term that ended then
LAG_DAYS = 7


@dataclass(slots=True, eq=False)
class Attested:
    """A day on which a source says that a person holds a post; the same only where it is the same object."""

    person: str
    post: str
    role: str
    code: PostCode
    country: str | None
    day: str
    witness: Witness
    organization: str | None = None


def attested_in(
    extraction: Extraction, identities: Identities, countries: Mapping[str, str], seats: Mapping[str, str]
) -> list[Attested]:
    """All that one clipping attests. `seats`: see `seats_in`."""
    found = []
    record = extraction.record
    happened = _days_of_participation(extraction)
    for person in record.people:
        who = identities.of.get((record.id, person.name))
        if who is None:
            continue
        for post in person.posts:
            if not post.as_of:
                continue
            organization = (post.organization or seats.get(person.name)) if not post.country else None
            if not post.country and not organization:
                continue
            witness = Witness(source=record.id, evidence=person.evidence, confidence=person.confidence)
            identity = post_id(post.code, post.role, post.country, organization, countries)
            spoken = _day_in_words(extraction, person.evidence, post.as_of)
            for on in dict.fromkeys((*spoken, *happened.get((person.name, post.role), ()))):
                found.append(Attested(who, identity, post.role, post.code, post.country, on, witness, organization))
    return found


def _day_in_words(extraction: Extraction, evidence: Sequence[Evidence], as_of: str) -> tuple[str, ...]:
    """The day for which a clipping says the post: its own, unless every sentence that says so tells only of another time.

    "In 2000 Defence Minister X had met ..." in a text of 2013 attests the post for 2000, not for 2013.
    """
    now, _, _ = days_of(as_of)
    told: list[str] = []
    for span in evidence:
        dates = [d.edtf for d in extraction.record.dates if d.edtf and span.start <= d.start < span.end]
        if not dates or any(
            abs(days_of(d)[0] - now) <= NEAR_DAYS or days_of(d)[0] <= now <= days_of(d)[1] for d in dates
        ):
            return (as_of,)
        told += dates if len(dates) == 1 else []
    return tuple(dict.fromkeys(told)) if evidence else (as_of,)


def _days_of_participation(extraction: Extraction) -> dict[tuple[str, str], list[str]]:
    """(name, role) -> days of occurred events, exact to the day, at which the clipping shows the person in that role."""
    found: dict[tuple[str, str], list[str]] = {}
    for event in extraction.record.events:
        if event.status != "occurred" or days_of(event.date)[2] > 1 or not event.main:
            continue
        for participant in event.participants:
            if participant.role:
                on = day(days_of(event.date)[0]).isoformat()
                found.setdefault((participant.name, participant.role), []).append(on)
    return found


def seats_in(extraction: Extraction) -> dict[str, str]:
    """Person -> organization: a secretary-general without a country belongs to the one that the role names, else the clipping's first."""
    found: dict[str, str] = {}
    record = extraction.record
    named: list[str] | None = None
    for person in record.people:
        for post in person.posts:
            if post.country or post.code == "other":
                continue
            if named is None:
                named = [o for e in record.events for o in e.organizations]
                named += [m.organization for m in record.memberships]
            own = next((o for o in sorted(set(named), key=lambda o: (-len(o), o)) if o in post.role), None)
            if own or named:
                found[person.name] = own or min(set(named), key=lambda o: (-named.count(o), o))
    return found
