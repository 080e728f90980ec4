"""A clipping's records, and what curators state -> readings: what of each sentence tells one happening from another."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

from sitegen.merge.drills import another_edition, is_drill, sea_of, titles_of
from sitegen.merge.incidents import names_of_incident
from sitegen.merge.joiners import countries_of
from sitegen.merge.lasting import days_around
from sitegen.merge.lexicon import (
    exercise_names_in,
    levels_in,
    ordinals_in,
    partners_in,
)
from sitegen.merge.readings import FAMILY, Reading, days_of, fold_place, quote_key, set_of, text_of
from sitegen.merge.takers import named_in, who_is_appointed, who_takes_office
from sitegen.merge.two import is_beside, is_pair, partners_of
from sitegen.model import ArticleRecord, CuratedEvent, CuratedOrganization, Extraction, Place

_NOBODY: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def level_of(text: str, classification: str, series: str | None = None) -> tuple[str, ...]:
    """The levels of a gathering: its series where a curator names it, else what its headline says."""
    if series:
        return (series,)
    found = levels_in(text)
    if not found and classification == "summit":
        return ("heads-of-state",)
    if classification == "summit" and "heads-of-state" in found and not found[0].endswith("ministers"):
        return ("heads-of-state",)
    return found


def city_of(place: Place | None, countries: frozenset[str]) -> str:
    """The folded city; "" where the place is unknown or only a country (`countries`: folded names of states)."""
    name = fold_place(place.name) if place else ""
    return "" if name in countries else name


def region_of(place: Place | None, coarse: frozenset[str], nations: Mapping[str, str] | None) -> str:
    """The folded name of a region; "" for a city and a state."""
    if place is None or place.name in (nations or {}):
        return ""
    name = fold_place(place.name)
    return name if name in coarse else ""


def organization_of(record: ArticleRecord) -> frozenset[str]:
    """The organization that most of the clipping's events and statuses name, or the two that lead."""
    counts: dict[str, int] = {}
    for name in [o for e in record.events for o in e.organizations] + [m.organization for m in record.memberships]:
        counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    leading = [name for name, count in ranked if count == ranked[0][1]]
    return set_of(tuple(leading)) if len(leading) <= 2 else _NOBODY


def parents_of(organizations: Iterable[CuratedOrganization]) -> dict[str, frozenset[str]]:
    """Organization -> those whose id stands in its name: the "ASEAN Defence Ministers' Meeting" is of ASEAN."""
    known = {o.id: o for o in organizations}
    found: dict[str, frozenset[str]] = {}
    for one in known.values():
        words = set(re.findall(r"[A-Za-z0-9]{2,20}", one.name))
        parents = frozenset(w for w in words if w in known and w != one.id and w.isupper())
        if parents:
            found[one.id] = parents
    return found


def reading_of_curated(
    event: CuratedEvent,
    people: Mapping[str, str],
    countries: frozenset[str] = frozenset(),
    nations: Mapping[str, str] | None = None,
    spellings: Container[str] = (),
) -> Reading:
    """`people` leads from a participant's name to a person id."""
    first, last, grain = days_of(event.date)
    levels = level_of(event.name, event.classification, event.series) if event.classification != "exercise" else ()
    return Reading(
        key=f"#{event.id}",
        source="",
        event=event,
        first=first,
        last=last,
        grain=grain,
        family=FAMILY[event.classification],
        city=city_of(event.place, countries),
        country=event.place.country if event.place else None,
        organizations=frozenset(event.organizations),
        around=frozenset(event.organizations),
        countries=frozenset(
            event.countries
            or [p.country for p in event.participants if p.country and event.classification == "appointment"]
        ),
        people=frozenset(people[p.name] for p in event.participants if p.name in people),
        levels=levels,
        ordinals=((event.ordinal, levels[0]),) if event.ordinal and levels else (),
        titles=exercise_names_in(event.name) if event.classification == "exercise" else (),
        text=event.name,
        curated=True,
        partners=partners_in(event.name, nations or {}, spellings),
        is_pair=is_pair(event, len(event.participants), "", nations or {}),
    )


def readings_of(
    extraction: Extraction,
    people: Mapping[str, str],
    codes: Mapping[str, frozenset[str]],
    countries: frozenset[str] = frozenset(),
    nations: Mapping[str, str] | None = None,
    parents: Mapping[str, frozenset[str]] | None = None,
    spellings: Container[str] = (),
) -> tuple[Reading, ...]:
    """All readings of one clipping.

    `people`: name as written here -> person id; `codes`: person id -> post codes; `countries`: folded names of states;
    `nations`: name of a state -> its code, for an accession whose headline alone says who joined; `parents`: see there;
    `spellings`: names of organizations in one word.
    """
    record = extraction.record
    published = days_of(record.published.date)[0] if record.published.date else 0
    found: list[Reading] = []
    seen: dict[str, int] = {}
    about = organization_of(record)
    if parents:
        about = about.union(*(parents.get(o, ()) for o in about))
    drills = any(e.classification in ("exercise", "other") for e in record.events)
    for event in record.events:
        first, last, grain = days_of(event.date)
        quote = event.evidence[0].quote if event.evidence else event.name
        key = quote_key(record.id, quote)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:  # two events in one sentence: told apart by what they are and when
            key = quote_key(record.id, f"{quote}|{event.classification}|{event.date}|{seen[key]}")
        family = FAMILY[event.classification]
        if family in ("gathering", "exercise") and grain == 0:
            before, after = days_around(quote)
            if before or after:
                first, last, grain = first - before, last + after, 1
        editions = another_edition(event, quote, record) if drills and not event.main else ()
        if editions or (family == "gathering" and event.classification == "meeting" and is_drill(event, record)):
            family = "exercise"
        levels: tuple[str, ...] = ()
        if family in ("gathering", "agreement", "word") or (event.main and family == "other"):
            levels = level_of(event.name, event.classification)
            if event.main or not levels:
                levels = tuple(dict.fromkeys((*levels, *levels_in(quote))))
        organizations = set_of(event.organizations)
        if parents:
            organizations = organizations.union(*(parents.get(o, ()) for o in organizations))
        members = _NOBODY
        if event.participants and people:
            members = set_of(tuple([people[p.name] for p in event.participants if p.name in people]))
        if family == "appointment":
            if not members:
                members = named_in(event.name, quote, people)
            elif event.main:  # "he replaces B, who was appointed in April" tells of B's appointment
                members = who_takes_office(members, quote, people)
            if members:
                members = who_is_appointed(members, quote, people)
            if event.main and not members and organizations and event.place:
                family = "other"  # nobody that is known was appointed: any of an organization's doings there
        around = organizations or about
        beside = is_beside(event, len(members), quote, record.body[:1200] if event.main else "")
        if beside:
            organizations = _NOBODY
        ordinals = ordinals_in(quote) if family == "gathering" and not beside else ()
        found.append(
            Reading(
                key=key,
                source=record.id,
                event=event,
                first=first,
                last=last,
                grain=grain,
                family=family,
                city=city_of(event.place, countries) or (sea_of(event, record) if family == "exercise" else ""),
                country=event.place.country if event.place else None,
                region=region_of(event.place, countries, nations),
                organizations=organizations,
                around=around,
                countries=countries_of(event, nations),
                people=members,
                levels=levels,
                ordinals=tuple([o for o in ordinals if o[1] in levels]) if ordinals and levels else ordinals,
                named=names_of_incident(event, quote, record, countries) if family == "other" else _NOBODY,
                titles=editions or titles_of(event, quote, family, record),
                leaders=set_of(tuple(sorted([c for p in members for c in codes.get(p, ())]))) if members else _NOBODY,
                text=text_of(event, quote),
                published=published,
                main=event.main,
                partners=partners_of(event, quote, nations or {}, spellings)
                if levels or ordinals or family == "gathering"
                else _NOBODY,
                is_pair=is_pair(event, len(members), quote, nations or {}, beside),
            )
        )
    return tuple(found)
