"""Readings taken as one event."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.merge.readings import Reading
from sitegen.merge.same import is_wordy

#: so many unlike members of a group are compared with a new reading; further ones add nothing
WITNESSES_ASKED = 8


def _signature(reading: Reading) -> tuple[object, ...]:
    """What makes two members of a group unlike."""
    return (
        reading.first, reading.last, reading.city, reading.event.classification, reading.levels, reading.ordinals,
        reading.people, reading.organizations, reading.countries, reading.titles, reading.named,
        reading.text if is_wordy(reading) else "",
    )  # fmt: skip


@dataclass(slots=True)
class Group:
    """Readings taken as one event. `asked` are the members that new readings are compared with."""

    number: int
    readings: list[Reading] = field(default_factory=list)
    asked: list[Reading] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    signatures: set[tuple[object, ...]] = field(default_factory=set)
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)  # reading key -> why it joined
    curated: Reading | None = None

    def add(self, reading: Reading, reasons: tuple[str, ...] = ()) -> None:
        self.readings.append(reading)
        self.sources.add(reading.source)
        if reasons:
            self.reasons[reading.key] = reasons
        if reading.curated and self.curated is None:
            self.curated = reading
        if not self.asked:
            self.asked.append(reading)
            return
        if len(self.asked) >= WITNESSES_ASKED:
            return
        if len(self.asked) == 1:
            self.signatures.add(_signature(self.asked[0]))
        signature = _signature(reading)
        if signature not in self.signatures:
            self.signatures.add(signature)
            self.asked.append(reading)

    @property
    def first(self) -> int:
        return min(r.first for r in self.asked)


#: kinds that two sources may place in two countries
_ELSEWHERE = frozenset(("exercise", "accession", "appointment"))


def is_hopeless(a: Reading, b: Reading) -> bool:
    """Two places in two countries, and no ordinal or name that could outweigh it: not worth weighing."""
    return (
        a.country != b.country and bool(a.country) and bool(b.country)
        and not (a.ordinals and b.ordinals) and not (a.titles and b.titles)
        and a.family not in _ELSEWHERE
    )  # fmt: skip


def is_day_of(one: Reading, several: Reading) -> bool:
    """Whether a source tells of a gathering's day beside the gathering: "opened it on Wednesday", "is held on 22-24 October"."""
    return (
        one.family == several.family == "gathering" and several.grain == 1 and bool(one.city)
        and several.first <= one.first and one.last <= several.last and not (one.is_pair or several.is_pair)
        and one.organizations == several.organizations != frozenset() and one.levels == several.levels
    )  # fmt: skip


def apart(reading: Reading, group: Group) -> int:
    """Days by which the group's first reading begins or ends otherwise."""
    lead = group.asked[0]
    return abs(lead.first - reading.first) + abs(lead.last - reading.last)
