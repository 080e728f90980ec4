"""A clipping's records, and what curators state -> readings: what of each sentence tells one happening from another."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

from sitegen.events.places import open_water
from sitegen.merge.incidents import names_of_incident
from sitegen.merge.lasting import days_around
from sitegen.merge.lexicon import (
    exercise_names_in,
    is_aside,
    is_bilateral,
    levels_in,
    names_two,
    ordinals_in,
    partners_in,
    speaks_of_another_time,
)
from sitegen.merge.readings import FAMILY, Reading, days_of, fold_place, quote_key
from sitegen.merge.takers import named_in, who_takes_office
from sitegen.model import ArticleRecord, CuratedEvent, CuratedOrganization, EventRecord, Extraction, Place

_ADMITS = re.compile(
    r"\b(?:admission of|accession of|admits|admitted|admit|grants|granted|welcomes|welcomed|receives) (?=the [A-Z]|[A-Z])"
)
_JOINS = re.compile(r"\b(?:become|becomes|join|joins|sign|signs|has been|have been|was|were)\b")


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


def _sea_of(event: EventRecord, record: ArticleRecord) -> str:
    """The sea on which an exercise was held, by its sentence and, of the main one, those behind it; "" on land."""
    if not event.evidence or (event.place and event.place.country):
        return ""
    start, end = event.evidence[0].start, event.evidence[0].end
    return fold_place(open_water(record.body, (start, end + 300 if event.main else end)) or "")


def organization_of(record: ArticleRecord) -> frozenset[str]:
    """The organization that most of the clipping's events and statuses name, or the two that lead."""
    counts: dict[str, int] = {}
    for name in [o for e in record.events for o in e.organizations] + [m.organization for m in record.memberships]:
        counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    leading = [name for name, count in ranked if count == ranked[0][1]]
    return frozenset(leading) if len(leading) <= 2 else frozenset()


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


def countries_of(event: EventRecord, nations: Mapping[str, str] | None) -> frozenset[str]:
    """Who took part; of an accession who joined, as the headline says: "Belarus becomes an observer of ..."."""
    if event.classification != "accession" or not nations:
        return frozenset(event.countries)
    joins, admits = _JOINS.search(event.name), _ADMITS.search(event.name)
    told = event.name[admits.end() :] if admits else event.name[: joins.start()] if joins else event.name
    words = [w.removesuffix("'s").removesuffix("’s") for w in re.split(r"[\s,;:|]+", told)]
    found: set[str] = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(5, 0, -1) if " ".join(words[at : at + n]) in nations), 0)
        if length:
            found.add(nations[" ".join(words[at : at + length])])
        at += length or 1
    return frozenset(found) if found and (joins or admits or not event.countries) else frozenset(event.countries)


#: kinds that two may share: talks, a visit, a paper
_OF_TWO = frozenset(("meeting", "summit", "visit", "agreement"))
_ASIDE = frozenset(("meeting", "visit", "agreement", "statement", "other"))


def is_pair(
    event: EventRecord | CuratedEvent, people: int, quote: str = "", nations: Container[str] = frozenset(), beside: bool = False
) -> bool:  # fmt: skip
    """Two countries, no organization, and a person of each, or words that say so; an agreement or a visit needs neither.

    Two people whose sentence speaks of a counterpart are a pair beside an organization's meeting too; `beside`: see `is_beside`.
    """
    if beside:
        return True
    if len(event.countries) > 2 or event.classification not in _OF_TWO:
        return False
    two = len(event.countries) == 2
    if event.organizations:
        return people == 2 and is_bilateral(quote)
    if two and (
        event.classification in ("agreement", "visit") or people >= 2 or names_two(f"{event.name}. {quote}", nations)
    ):
        return True
    talks = event.classification in ("meeting", "summit") or (event.classification == "agreement" and people == 2)
    return talks and is_bilateral(quote)


def is_beside(event: EventRecord, people: int, quote: str, opening: str) -> bool:
    """Whether it is talks of persons beside a gathering: that one's organization and number are not theirs.

    "She met her counterpart on the sidelines of the 11th meeting of ..."; an organization's own ministers may meet so too.
    Of two persons who held talks the clipping's `opening` may say it: "The meeting took place on the margins of ...".
    """
    if not event.organizations or event.classification not in _ASIDE:
        return False
    talks = is_bilateral(quote)
    if is_aside(quote):
        return people >= 2 or (bool(event.participants) and talks)
    return people == 2 and talks and is_aside(opening)


def _titles_of(event: EventRecord, quote: str, family: str, record: ArticleRecord) -> tuple[str, ...]:
    """Names of the exercise; one that bears another year than the event's is some other exercise in the sentence.

    Of talks and words only what the headline begins with: "Andes Bridge 2013 came to an end", whatever the kind was read as.
    A clipping's main exercise may be named in any of its sentences.
    """
    found = exercise_names_in(event.name)
    if family in ("exercise", "other"):
        found = found or exercise_names_in(quote, event.date[:4] if family == "exercise" else "")
        if not found and family == "exercise" and event.main:
            found = exercise_names_in(f"{record.title or ''}. {record.body[:1500]}", event.date[:4])
    elif family == "gathering":
        start = event.name.lower().replace("-", " ")
        found = tuple(t for t in found if start.startswith(t))
    elif family != "word":
        return ()
    if family != "exercise":
        found = tuple(t for t in found if t[-1].isdigit())  # "J. Austin III" is a person
    return tuple(t for t in found if not t[-4:].isdigit() or t[-4:] in event.date)


_DRILL = re.compile(r"\b(?:[Ee]xercises?|[Dd]rills?|[Mm]anoeuvres|[Mm]aneuvers|war ?games)\b")


def _is_drill(event: EventRecord, record: ArticleRecord) -> bool:
    """What begins with a name and its year and was read as a meeting: "Winter Lance 2018 will be held", in a clipping on drills."""
    return bool(_titles_of(event, "", "gathering", record)) and _DRILL.search(record.body) is not None


def another_edition(event: EventRecord, quote: str, record: ArticleRecord) -> tuple[str, ...]:
    """The name of an exercise told of without its year beside another of its series, by what this clipping calls those.

    "... opened Steppe Shield 2020, two years after the last one was held there in September 2018" -> "steppe shield 2018".
    """
    if event.classification not in ("meeting", "exercise", "other") or not speaks_of_another_time(quote):
        return ()
    quotes = [e.evidence[0].quote for e in record.events if e.classification in ("exercise", "other") and e.evidence]
    low, year = quote.lower(), event.date[:4]
    stems = dict.fromkeys(t[:-5] for q in quotes for t in exercise_names_in(q) if t[-4:].isdigit() and len(t) > 9)
    return tuple(f"{stem} {year}" for stem in stems if stem in low)


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


_NOBODY: frozenset[str] = frozenset()


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
        if editions or (family == "gathering" and event.classification == "meeting" and _is_drill(event, record)):
            family = "exercise"
        levels: tuple[str, ...] = ()
        if family in ("gathering", "agreement", "word") or (event.main and family == "other"):
            levels = level_of(event.name, event.classification)
            if event.main or not levels:
                levels = tuple(dict.fromkeys((*levels, *levels_in(quote))))
        organizations = frozenset(event.organizations)
        if parents:
            organizations = organizations.union(*(parents.get(o, ()) for o in organizations))
        members = _NOBODY
        if event.participants and people:
            members = frozenset([people[p.name] for p in event.participants if p.name in people])
        if family == "appointment":
            if not members:
                members = named_in(event.name, quote, people)
            elif event.main:  # "he replaces B, who was appointed in April" tells of B's appointment
                members = who_takes_office(members, quote, people)
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
                city=city_of(event.place, countries) or (_sea_of(event, record) if family == "exercise" else ""),
                country=event.place.country if event.place else None,
                organizations=organizations,
                around=around,
                countries=countries_of(event, nations),
                people=members,
                levels=levels,
                ordinals=tuple([o for o in ordinals if o[1] in levels]) if ordinals and levels else ordinals,
                named=names_of_incident(event, quote, record, countries) if family == "other" else _NOBODY,
                titles=editions or _titles_of(event, quote, family, record),
                leaders=frozenset([c for p in members for c in codes.get(p, ())]) if members else _NOBODY,
                text=f"{event.name}. {quote}" if event.main else event.name,
                published=published,
                main=event.main,
                partners=partners_in(f"{event.name}. {quote}", nations or {}, spellings)
                if levels or ordinals or family == "gathering"
                else _NOBODY,
                is_pair=is_pair(event, len(members), quote, nations or {}, beside),
            )
        )
    return tuple(found)
