"""One source's telling of one event, with what comparing needs worked out once.

A `Reading` wraps a clipping's `EventRecord` or a curated event. Days are proleptic ordinals (`date.toordinal`), so
that comparing two readings is arithmetic on small numbers.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.edtf import bounds
from sitegen.merge.lexicon import (
    words_of,
)
from sitegen.model import CuratedEvent, EventRecord, Witness
from sitegen.slugs import slug_of

PLACE, ORDINAL, LEVEL, TITLE, PEOPLE, TALKS, MEMBERS, PARTNERS, TWO = (1 << n for n in range(9))

#: a span of at most so many days may be one gathering's length; a longer one only says "some time then"
LONGEST_GATHERING = 16

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
    region: str = ""  # folded, where the place is neither a city nor a state
    organizations: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()  # its organizations; where it names none, the one its clipping is about
    countries: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    levels: tuple[str, ...] = ()
    ordinals: tuple[tuple[int, str], ...] = ()
    titles: tuple[str, ...] = ()  # names of exercises
    named: frozenset[str] = frozenset()  # of an incident: names in its sentence, see `incidents`
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
    tokens: tuple[Sequence[int], Sequence[int]] | None = None
    #: of these, those that lead to or from another reading
    kept: Sequence[int] = ()
    asked: Sequence[int] = ()
    near: Sequence[tuple[object, ...]] | None = None  # what it is looked at under as one day of several, see `blocks`
    said: tuple[str, ...] | None = None  # what it says of each of `fields.FIELDS`, once asked for
    witnesses: tuple[Witness, ...] = ()  # for whom it speaks, once asked for
    matter: frozenset[str] | None = None  # of a paper: what it is about, once asked for
    _words: frozenset[str] | None = None

    def __post_init__(self) -> None:
        self.has = (
            (PLACE if self.country or self.city else 0) | (ORDINAL if self.ordinals else 0) | (LEVEL if self.levels else 0)
            | (TITLE if self.titles else 0) | (PEOPLE if self.people else 0)
            | (TALKS if self.family in ("gathering", "agreement", "word", "other") else 0)
            | (MEMBERS if self.family in ("accession", "founding", "appointment") else 0)
            | (PARTNERS if self.partners else 0) | (TWO if self.is_pair or len(self.countries) == 2 else 0)
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


def text_of(event: EventRecord, quote: str) -> str:
    """The words that a clipping's reading is compared by."""
    return f"{event.name}. {quote}" if event.main else event.name


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


@lru_cache(maxsize=65536)
def set_of(values: tuple[str, ...]) -> frozenset[str]:
    """The set of some codes or names: one object for all that have the same, for a set takes as much memory as a sentence."""
    return frozenset(values)


def quote_key(source: str, quote: str) -> str:
    if "\n" in quote or "  " in quote:
        quote = " ".join(quote.split())
    return f"{source}#{hashlib.sha256(quote.strip().encode()).hexdigest()[:10]}"


def day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(ordinal)
