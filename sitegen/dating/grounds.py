"""What the register knows, laid out once so that many clippings can be dated against it without a walk through all of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import msgspec

from sitegen.dating.terms import person_of, persons_by_sound
from sitegen.edtf import bounds
from sitegen.model import Register, RegisterEvent, RegisterPerson
from sitegen.people.names import fold

#: A series is told by these words in the clause or its sentence.
SERIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("defence-ministers", re.compile(r"\bdefen[cs]e (?:ministers?|chiefs?|heads?|officials)|ministers? of (?:national )?defen[cs]e|security and defen[cs]e", re.IGNORECASE)),
    ("foreign-ministers", re.compile(r"\bforeign ministers?|ministers? of foreign affairs|top diplomats", re.IGNORECASE)),
    ("heads-of-state", re.compile(r"\bheads of state|\bsummit\b|\bleaders\b|\bpresidents\b", re.IGNORECASE)),
    ("heads-of-government", re.compile(r"\bheads of government|\bprime ministers\b|\bpremiers\b", re.IGNORECASE)),
)  # fmt: skip


#: what of a record tells who says so, and nothing of what is so: days first and last attested too, which every clipping moves
_UNSAID: Mapping[str, Any] = {
    "witnesses": (), "claims": (), "first_attested": None, "last_attested": None,
}  # fmt: skip
_UNSAID_OF_EVENT: Mapping[str, Any] = {
    "witnesses": (), "claims": (), "explanation": (), "merged": (), "keys": (), "edits": (), "main_of": (), "former_ids": (),
    "confidence": 1.0, "independent": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An event that a clipping may be dated by. `exercise` is the name of its series, in words, where it is an exercise;
    `title` its own name where a year is a part of it ("northern-shield-2019")."""

    event: RegisterEvent
    organizations: frozenset[str]
    series: str | None
    place: str | None
    country: str | None
    exercise: str
    title: str


#: "Northern Shield-2019", "Sahand 2025": a name that no other happening has.
_TITLE = re.compile(r"\b((?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’']+)[ -]((?:19|20)\d\d)\b")


def titles_in(text: str) -> frozenset[str]:
    """Names with a year in a text, in small letters, each by its last word: "shield-2019"."""
    return frozenset(f"{m[1].rpartition(' ')[2]}-{m[2]}".lower() for m in _TITLE.finditer(text))


class Grounds:
    """Events by organization, people by name; each worked out when first asked for."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._people: dict[str, list[RegisterPerson]] | None = None
        self._named: dict[str, RegisterPerson | None] = {}
        self._grounds: list[Ground] | None = None
        self._by_organization: dict[str, list[int]] = {}
        self.curated_terms = any(t.curated for p in register.people for t in p.tenures)
        self.curated_statuses = any(t.curated for t in register.statuses)

    @cached_property
    def latest(self) -> int | None:
        """The latest day that anything the register knows is attested on."""
        days = [
            *(e.date for e in self.register.events if e.status == "occurred"),
            *(t.start for p in self.register.people for t in p.tenures if t.start),
            *(t.start for t in self.register.statuses if t.start),
        ]
        return max((first.toordinal() for d in days if (first := bounds(d)[0])), default=None)

    @cached_property
    def seen(self) -> Register:
        """All of the register that dating may look at: firm events, people, statuses, without who says so. Nothing else is shown, so
        that what hangs on it can be kept under its hash.
        """
        return Register(
            events=tuple([replace(e, **_UNSAID_OF_EVENT) for e in self.register.events if _is_firm(e)]),
            people=self._persons,
            statuses=tuple([replace(s, **_UNSAID) for s in self.register.statuses]),
            organizations=self.register.organizations,
        )  # fmt: skip

    @cached_property
    def _persons(self) -> tuple[RegisterPerson, ...]:
        return tuple(
            [
                replace(
                    p,
                    names=tuple([(name, ()) for name, _ in p.names]),
                    tenures=tuple([replace(t, **_UNSAID) for t in p.tenures]),
                    events=(), witnesses=(), sources=(), portrait=None, note="",
                )
                for p in self.register.people
            ]
        )  # fmt: skip

    @cached_property
    def digest(self) -> str:
        """A hash of all that is seen: where it is the same, every clipping is dated as before."""
        try:
            data = msgspec.json.encode((self.latest, self.seen))
        except (TypeError, UnicodeEncodeError, msgspec.MsgspecError):  # a curator's file may hold any value
            data = repr((self.latest, self.seen)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, digest_size=12).hexdigest()

    def person(self, name: str) -> RegisterPerson | None:
        """The one known person that `name` means; None where none or several may be meant."""
        if name not in self._named:
            if self._people is None:
                self._people = persons_by_sound(self._persons)
            self._named[name] = person_of(name, self._people)
        return self._named[name]

    def events(self, organizations: Iterable[str]) -> list[Ground]:
        """Those of any of the organizations and those of none, in the register's order."""
        if self._grounds is None:
            self._grounds = [_ground(e) for e in self.seen.events]
            for number, ground in enumerate(self._grounds):
                for organization in ground.organizations or ("",):
                    self._by_organization.setdefault(organization, []).append(number)
        found = {n for o in ("", *organizations) for n in self._by_organization.get(o, ())}
        return [self._grounds[n] for n in sorted(found)]


def _is_firm(event: RegisterEvent) -> bool:
    """What a clipping only mentions is no firm ground to date another by."""
    return event.curated is not None or bool(event.main_of)


def _ground(event: RegisterEvent) -> Ground:
    name = (event.series or "").removeprefix("exercise-").replace("-", " ")
    return Ground(
        event=event,
        organizations=frozenset(event.organizations),
        series=_series_of(event),
        place=plain(event.place.name) if event.place else None,
        country=event.place.country if event.place else None,
        exercise=name if event.classification == "exercise" and len(name) > 3 else "",
        title=min(titles_in(event.name), default="") if event.classification == "exercise" else "",
    )


def plain(name: str) -> str:
    """A place's name for comparing: "Saint Petersburg" and "St. Petersburg" are one."""
    return fold(re.sub(r"^(?:Saint|St\.?)\s+", "St ", name))


def _series_of(event: RegisterEvent) -> str | None:
    if event.series:
        return event.series
    if event.classification not in ("meeting", "summit"):
        return None
    for series, words in SERIES:
        if words.search(event.name):
            return series
    return "heads-of-state" if event.classification == "summit" else None
