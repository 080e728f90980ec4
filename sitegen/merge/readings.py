"""One source's telling of one event, with what comparing needs worked out once.

A `Reading` wraps a clipping's `EventRecord` or a curated event. Days are proleptic ordinals (`date.toordinal`), so
that comparing two readings is arithmetic on small numbers.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.edtf import bounds
from sitegen.merge.lexicon import (
    exercise_names_in,
    is_bilateral,
    levels_in,
    names_two,
    ordinals_in,
    partners_in,
    speaks_of_another_time,
    words_of,
)
from sitegen.model import ArticleRecord, CuratedEvent, CuratedOrganization, EventRecord, Extraction, Place
from sitegen.slugs import slug_of

PLACE, ORDINAL, LEVEL, TITLE, PEOPLE, GATHERS, MEMBERS = 1, 2, 4, 8, 16, 32, 64

#: a span of at most so many days may be one gathering's length; a longer one only says "some time then"
LONGEST_GATHERING = 16

_JOINS = re.compile(r"\b(?:become|becomes|join|joins|sign|signs|has been|have been|was|were)\b")

#: which classifications may be one event told differently
FAMILY: Mapping[str, str] = {
    "meeting": "gathering", "summit": "gathering", "visit": "gathering", "statement": "word", "publication": "word",
    "agreement": "agreement", "exercise": "exercise", "accession": "accession", "appointment": "appointment",
    "founding": "founding", "initiative": "initiative", "other": "other",
}  # fmt: skip


@dataclass(slots=True, kw_only=True, eq=False)
class Reading:
    """`key` is "source#hash of the first evidence", the same in every build while those words stand.

    `grain`: 0 a day, 1 a few days, 2 a week, 3 up to a quarter, 4 up to a year, 5 more or open.
    `source` is "" for a curated event. `people` are person ids of the participants.
    """

    key: str
    source: str
    event: EventRecord | CuratedEvent
    first: int
    last: int
    grain: int
    family: str
    city: str = ""
    country: str | None = None
    organizations: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()  # its organizations; where it names none, the one its clipping is about
    countries: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    levels: tuple[str, ...] = ()
    ordinals: tuple[tuple[int, str], ...] = ()
    titles: tuple[str, ...] = ()  # names of exercises
    leaders: frozenset[str] = frozenset()  # codes of posts held by participants: head-of-state, ...
    text: str = ""  # headline, and the first sentence of a main event
    published: int = 0
    curated: bool = False
    main: bool = False
    partners: frozenset[str] = frozenset()  # states that met an organization in a format of their own
    is_pair: bool = False  # talks, a visit or an agreement between two countries, outside any organization
    has: int = 0  # which kinds of evidence there are, as bits
    stamp: str = ""  # stands for all that the reading was made of, for the key of its block
    lasting: bool = True  # whether the stamp means the same in another process
    #: (tokens that it is kept under, tokens that it looks under), see `shelves`; `blocks_of` fills them in
    tokens: tuple[Sequence[tuple[int, str]], Sequence[tuple[int, str]]] = ((), ())
    _words: frozenset[str] | None = None

    def __post_init__(self) -> None:
        self.has = (
            (PLACE if self.country or self.city else 0) | (ORDINAL if self.ordinals else 0) | (LEVEL if self.levels else 0)
            | (TITLE if self.titles else 0) | (PEOPLE if self.people else 0)
            | (GATHERS if self.family in ("gathering", "agreement") else 0)
            | (MEMBERS if self.family in ("accession", "founding", "appointment") else 0)
        )  # fmt: skip

    @property
    def words(self) -> frozenset[str]:
        """Content words, worked out when first asked for: most readings are never asked."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def surnames(self) -> frozenset[str]:
        """Last words of its participants' names, as `words` has words."""
        return words_of(" ".join(p.name.rpartition(" ")[2] for p in self.event.participants))

    @property
    def is_planned(self) -> bool:
        return self.event.status == "planned"


@lru_cache(maxsize=65536)
def days_of(value: str) -> tuple[int, int, int]:
    """(first day, last day, grain) of an EDTF value; an open end counts as the day that is known."""
    first, last = bounds(value)
    if first is None and last is None:
        return (0, 0, 5)
    start, end = first or last or datetime.date.min, last or first or datetime.date.min
    a, b = start.toordinal(), end.toordinal()
    length = b - a + 1
    if first is None or last is None:
        return (a, b, 5)
    if length == 1:
        return (a, b, 0)
    if length == 7 and start.weekday() in (0, 6):
        return (a, b, 2)
    if length <= LONGEST_GATHERING and "/" in value:
        return (a, b, 1)
    if length <= 93:
        return (a, b, 2 if length <= LONGEST_GATHERING else 3)
    return (a, b, 4 if length <= 366 else 5)


@lru_cache(maxsize=65536)
def span_of(value: str) -> tuple[int | None, int | None]:
    """`edtf.bounds` as ordinals, remembered."""
    first, last = bounds(value)
    return (first.toordinal() if first else None, last.toordinal() if last else None)


@lru_cache(maxsize=65536)
def fold_place(name: str) -> str:
    """A place's name for comparing: "St. Petersburg" and "Saint Petersburg" are one."""
    words = slug_of(name).split("-")
    return "".join("st" if w in ("saint", "sankt", "st") else w for w in words)


def quote_key(source: str, quote: str) -> str:
    if "\n" in quote or "  " in quote:
        quote = " ".join(quote.split())
    return f"{source}#{hashlib.sha256(quote.strip().encode()).hexdigest()[:10]}"


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
    joins = _JOINS.search(event.name)
    words = re.split(r"[\s,;]+", event.name[: joins.start()] if joins else event.name)
    found: set[str] = set()
    at = 0
    while at < len(words):
        length = next((n for n in range(5, 0, -1) if " ".join(words[at : at + n]) in nations), 0)
        if length:
            found.add(nations[" ".join(words[at : at + length])])
        at += length or 1
    return frozenset(found) if found and (joins or not event.countries) else frozenset(event.countries)


#: kinds that two may share: talks, a visit, a paper
_OF_TWO = frozenset(("meeting", "summit", "visit", "agreement"))


def is_pair(
    event: EventRecord | CuratedEvent, people: int, quote: str = "", nations: Container[str] = frozenset()
) -> bool:
    """Two countries, no organization, and a person of each, or words that say so; an agreement or a visit needs neither.

    Two people of two countries whose sentence speaks of a counterpart are a pair beside an organization's meeting too.
    """
    if len(event.countries) > 2 or event.classification not in _OF_TWO:
        return False
    two = len(event.countries) == 2
    if event.organizations:
        return two and people == 2 and is_bilateral(quote)
    if two and (
        event.classification in ("agreement", "visit") or people >= 2 or names_two(f"{event.name}. {quote}", nations)
    ):
        return True
    return event.classification in ("meeting", "summit") and is_bilateral(quote)


def titles_of(name: str, quote: str, date: str) -> tuple[str, ...]:
    """Names of the exercise; one that bears another year than the event's is some other exercise in the sentence."""
    found = exercise_names_in(name) or exercise_names_in(quote)
    return tuple(t for t in found if not t[-4:].isdigit() or t[-4:] in date)


def another_edition(event: EventRecord, quote: str, known: Iterable[str]) -> tuple[str, ...]:
    """The name of an exercise told of without its year beside another of its series, by what this clipping calls those.

    "... opened Steppe Shield 2020, two years after the last one was held there in September 2018" -> "steppe shield 2018".
    """
    if event.main or event.classification not in ("meeting", "exercise", "other") or not speaks_of_another_time(quote):
        return ()
    low, year = quote.lower(), event.date[:4]
    stems = dict.fromkeys(t[:-5] for t in known if t[-4:].isdigit() and len(t) > 9)
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


def _named_in(headline: str, people: Mapping[str, str]) -> frozenset[str]:
    """The one person of the clipping whose surname an appointment's headline has: "Zhaksylykov was appointed"."""
    words = set(re.findall(r"[^\W\d_]{3,30}", headline))
    found = frozenset(person for name, person in people.items() if name.split()[-1] in words)
    return found if len(found) == 1 else frozenset()


_GIVES_WAY = re.compile(
    r"\b(?:took over|takes over|taking over)\b[^.;]{0,40} from [^.;,]{0,30}$|"
    r"\b(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)|in place of|instead of)\b[^.;,]{0,30}$"
)


def _who_takes_office(members: frozenset[str], quote: str, people: Mapping[str, str]) -> frozenset[str]:
    """Without the predecessor: "A took over on Thursday from B"."""
    before: set[str] = set()
    after: set[str] = set()
    for name, person in people.items():
        at = quote.find(name)
        if at < 0:
            at = quote.find(name.split()[-1])
        if at >= 0:
            (before if _GIVES_WAY.search(quote, 0, at) else after).add(person)
    return (members - before) or frozenset(after - before) if before & members else members


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
    series = {
        title
        for event in record.events
        if event.classification in ("exercise", "other") and event.evidence
        for title in exercise_names_in(event.evidence[0].quote)
    }
    for event in record.events:
        first, last, grain = days_of(event.date)
        quote = event.evidence[0].quote if event.evidence else event.name
        key = quote_key(record.id, quote)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:  # two events in one sentence: told apart by what they are and when
            key = quote_key(record.id, f"{quote}|{event.classification}|{event.date}|{seen[key]}")
        family = FAMILY[event.classification]
        editions = another_edition(event, quote, series) if series else ()
        if editions:
            family = "exercise"
        levels: tuple[str, ...] = ()
        if family in ("gathering", "agreement", "word") or (event.main and family == "other"):
            levels = level_of(event.name, event.classification)
            if event.main or not levels:
                levels = tuple(dict.fromkeys((*levels, *levels_in(quote))))
        ordinals = ordinals_in(quote) if family == "gathering" else ()
        organizations = frozenset(event.organizations)
        if parents:
            organizations = organizations.union(*(parents.get(o, ()) for o in organizations))
        members = frozenset(people[p.name] for p in event.participants if p.name in people)
        if family == "appointment":
            if not members:
                members = _named_in(event.name, people)
            elif event.main:  # "he replaces B, who was appointed in April" tells of B's appointment
                members = _who_takes_office(members, quote, people)
        found.append(
            Reading(
                key=key,
                source=record.id,
                event=event,
                first=first,
                last=last,
                grain=grain,
                family=family,
                city=city_of(event.place, countries),
                country=event.place.country if event.place else None,
                organizations=organizations,
                around=organizations or about,
                countries=countries_of(event, nations),
                people=members,
                levels=levels,
                ordinals=tuple(o for o in ordinals if not levels or o[1] in levels),
                titles=editions or titles_of(event.name, quote, event.date)
                if family in ("exercise", "other")
                else titles_of(event.name, "", event.date)
                if family == "word"
                else (),
                leaders=frozenset(c for p in members for c in codes.get(p, ())),
                text=f"{event.name}. {quote}" if event.main else event.name,
                published=published,
                main=event.main,
                partners=partners_in(f"{event.name}. {quote}", nations or {}, spellings)
                if levels or ordinals or family == "gathering"
                else frozenset(),
                is_pair=is_pair(event, len(members), quote, nations or {}),
            )
        )
    return tuple(found)


def day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(ordinal)
