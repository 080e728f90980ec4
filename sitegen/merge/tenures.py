"""Who held which post, when, says who: curated terms and the days that clippings attest, and what does not fit.

A term is half-open: the day on which one ends and the next begins belongs to the next. An attested day within a curated
term is a witness of it; one outside is not forced in: it becomes a tenure of attested days alone, and a conflict. Days
attested of one post for one person are one tenure, from first to last attested, unless another holder stands between.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import msgspec

from sitegen.edtf import sort_key
from sitegen.merge.attested import LAG_DAYS, Attested, attested_in, seats_in
from sitegen.merge.cited import curated_witnesses
from sitegen.merge.claims import RULES
from sitegen.merge.histories import Histories
from sitegen.merge.identity import Identities
from sitegen.merge.irregular import (
    curated_conflicts,
    irregularities,
    limits,
    outside,
    post_conflicts,
    rival_witness,
    span,
)
from sitegen.merge.once import OfClippings, OfGroups
from sitegen.merge.posts import post_id, post_name
from sitegen.merge.readings import days_of
from sitegen.merge.turns import Turn, in_order, turned, turns_in, with_turns
from sitegen.model import (
    Claim,
    Conflict,
    Extraction,
    Post,
    PostRecord,
    RegisterEvent,
    Tenure,
    TenureClaim,
    Term,
    World,
)


@dataclass(slots=True)
class Tenures:
    by_person: dict[str, list[Tenure]] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    withheld: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Told:
    """All that is said of one post; what says the same of the same persons makes the same history."""

    terms: list[tuple[str, str, Term]] = field(default_factory=list)  # person, name, what a curator states
    attested: list[Attested] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)

    @property
    def first(self) -> Term | Attested | Turn:
        return self.terms[0][2] if self.terms else self.attested[0] if self.attested else self.turns[0]


_Said = tuple[list[Attested], list[Turn]]


class _Kept(msgspec.Struct, array_like=True):
    """The history of one post: nothing where nobody says anything of it after all."""

    post: Post | None = None
    conflicts: list[Conflict] = []


@dataclass(slots=True)
class TenureMemory:
    """What clippings said of posts, and each post's history, from the merge before."""

    countries: Mapping[str, str] = field(default_factory=dict)  # names of states, by which `said` was made
    said: OfClippings[_Said] = field(default_factory=OfClippings)
    histories: OfGroups[object, _Kept] = field(default_factory=OfGroups)


def tenures_of(
    extractions: Sequence[Extraction], world: World, identities: Identities, titles: Mapping[str, str],
    memory: TenureMemory | None = None, kept: Histories | None = None,
) -> Tenures:  # fmt: skip
    """All tenures, the posts they make up, and what contradicts."""
    memory = TenureMemory() if memory is None else memory
    kept = Histories("") if kept is None else kept
    countries = {c.code: c.name for c in world.countries}
    result = Tenures()
    posts: dict[str, _Told] = {}
    for person in world.people:
        for term in person.terms:
            if term.confidence == "low":
                result.withheld.append(
                    (f"{person.name}: {term.role}, {span(term.start, term.end)}", term.note or "too little is known")
                )
                continue
            identity = post_id(term.code, term.role, term.country, term.organization, countries)
            name = post_name(term.code, term.role, term.country, term.organization, countries)
            posts.setdefault(identity, _Told()).terms.append((person.id, person.name, term))
            result.conflicts += curated_conflicts(person.id, person.name, name, term)
    spoken = _spoken_of(extractions, identities, countries)
    lines: dict[str, list[str | None]] = {}
    for extraction, those in zip(extractions, spoken, strict=True):
        stamp = kept.stamps.get(extraction.record.id)
        for identity, who in those.items():
            lines.setdefault(identity, []).append(f"{stamp} {who}" if stamp else None)
    states = hashlib.blake2b(repr(countries).encode(), digest_size=16).hexdigest()
    keys: dict[str, str | None] = {}
    known: dict[str, _Kept | None] = {}
    for identity in {*posts, *lines}:
        terms = [(*one, identities.names.get(one[0])) for one in posts[identity].terms] if identity in posts else []
        keys[identity] = kept.key(("post", identity, terms, states), lines.get(identity, ()))
        known[identity] = kept.known(keys[identity], _Kept)
    missing = {identity for identity in keys if known[identity] is None}
    asked = [e for e, those in zip(extractions, spoken, strict=True) if not missing.isdisjoint(those)]
    for attested, turns in _all_said(asked, identities, countries, memory):
        for one in attested:
            if one.post in missing:
                posts.setdefault(one.post, _Told()).attested.append(one)
        for turn in turns:
            if turn.post in missing:
                posts.setdefault(turn.post, _Told()).turns.append(turn)
    for identity in sorted(keys):
        history = known[identity]
        if history is None:
            history = _Kept()
            if identity in posts:
                told = posts[identity]
                country = countries.get(told.first.country or "", "")
                make = partial(_history, identity, told, identities.names, titles, countries)
                given = (told.terms, told.attested, told.turns, country)
                history = memory.histories.get(identity, given, make)
            kept.keep(keys[identity], history)
        if history.post is None:
            continue
        if history.post.tenures:
            result.posts.append(history.post)
        result.conflicts += history.conflicts
        for tenure in history.post.tenures:
            result.by_person.setdefault(tenure.person, []).append(tenure)
    memory.histories.end()
    for several in result.by_person.values():
        several.sort(key=_order)
    return result


def _spoken_of(
    extractions: Sequence[Extraction], identities: Identities, countries: Mapping[str, str]
) -> list[dict[str, str]]:
    """Of each clipping the posts that it may speak of, each with the persons whom it names there and their names."""
    found: list[dict[str, str]] = []
    for extraction in extractions:
        record = extraction.record
        posts: dict[str, str] = {}
        found.append(posts)
        seats: Mapping[str, str] | None = None
        named: list[tuple[str, PostRecord | TenureClaim]] = [(p.name, post) for p in record.people for post in p.posts]
        named += [(turn.person, turn) for turn in extraction.tenures]
        for name, post in named:
            who = identities.of.get((record.id, name))
            if who is None:
                continue
            organization = None
            if not post.country:
                if seats is None:
                    seats = seats_in(extraction)
                organization = post.organization or seats.get(name)
            identity = post_id(post.code, post.role, post.country, organization, countries)
            posts[identity] = f"{posts.get(identity, '')} {who}={identities.names.get(who)}"
    return found


def _all_said(
    extractions: Sequence[Extraction], identities: Identities, countries: Mapping[str, str], memory: TenureMemory
) -> Iterator[_Said]:
    """What each clipping says of posts; the same objects as before where its persons are taken to be the same, of the same names."""

    def make(extraction: Extraction) -> _Said:
        seats = seats_in(extraction)
        return (
            attested_in(extraction, identities, countries, seats),
            turns_in(extraction, identities, countries, seats),
        )

    if memory.countries != countries:
        memory.said = OfClippings()
    memory.countries = countries
    for extraction in extractions:
        source = extraction.record.id
        people = {p.name for p in extraction.record.people}.union([t.person for t in extraction.tenures])
        who = {name: identities.of.get((source, name), "") for name in people}
        named = {person: identities.names.get(person) for person in who.values()}
        yield memory.said.get(extraction, make, (who, named))


def _history(
    identity: str, told: _Told, known: Mapping[str, str], titles: Mapping[str, str], countries: Mapping[str, str]
) -> _Kept:
    """One post with its tenures, and what contradicts."""
    attested = sorted(told.attested, key=lambda a: (a.person, days_of(a.day), a.witness.source))
    turns = sorted(told.turns, key=in_order)
    first = told.terms[0][2] if told.terms else attested[0] if attested else turns[0]
    name = post_name(first.code, first.role, first.country, first.organization, countries)
    terms: dict[str, list[Tenure]] = {}
    for person, _, term in told.terms:
        terms.setdefault(person, []).append(_of_term(person, identity, term))
    stray: dict[tuple[str, str], list[Attested]] = {}
    borne_out: dict[tuple[str, int], list[Attested]] = {}
    for one in attested:
        at = _term_for(terms.get(one.person, ()), one)
        if at is None:
            stray.setdefault((identity, one.person), []).append(one)
        else:
            borne_out.setdefault((one.person, at), []).append(one)
    for (holder, at), days in borne_out.items():
        terms[holder][at] = _with_witnesses(terms[holder][at], days)
    conflicts: list[Conflict] = []
    fresh: dict[tuple[str, str], list[Turn]] = {}
    for turn in turns:
        own = terms.get(turn.person)
        if own:
            conflicts += turned(own, turn, name, known, titles)
        else:
            fresh.setdefault((identity, turn.person), []).append(turn)
    tenures = [t for several in terms.values() for t in several] + with_turns(_loose(stray), fresh)
    held = sorted(tenures, key=_order)
    is_known = first.code != "other"
    odd = irregularities(held, known) if is_known else ()
    post = Post(id=identity, name=name, code=first.code, country=first.country, organization=first.organization,
                tenures=tuple(held), irregularities=tuple(words for words, _, _ in odd))  # fmt: skip
    conflicts += post_conflicts(identity, name, odd)
    if is_known:
        conflicts += outside(identity, name, held, stray, known, titles)
    return _Kept(post, conflicts)


def _of_term(person: str, post: str, term: Term) -> Tenure:
    witnesses = curated_witnesses(term.sources)
    stated = [("start", term.start), ("end", term.end)]
    claims = []
    for name, value in stated:
        rivals = [c for c in term.conflicts if str(c.get("field")) == name]
        if value is not None:
            claims.append(Claim(field=name, value=value, witnesses=witnesses, chosen=True, rule=RULES["curated"]))
        for rival in rivals:
            claims.append(
                Claim(field=name, value=str(rival.get("value")), witnesses=rival_witness(rival), compatible=False)
            )
    last = term.last_seen
    return Tenure(
        person=person, post=post, role=term.role, code=term.code, country=term.country, organization=term.organization,
        start=term.start, end=term.end, first_attested=None, last_attested=last, rank=term.rank, acting=term.acting,
        incumbent=term.end is None and last is not None, curated=True, witnesses=witnesses, claims=tuple(claims),
        confidence=term.confidence, note=term.note, path=term.path, line=term.line,
    )  # fmt: skip


def _term_for(own: Sequence[Tenure], attested: Attested) -> int | None:
    """The curated term that holds the attested day: the one it lies in, else one that it follows by days only."""
    first, last, _ = days_of(attested.day)
    best: int | None = None
    for n, tenure in enumerate(own):
        a, b = limits(tenure)
        if a <= last and first <= b:
            return n
        if b < first <= b + LAG_DAYS or a - LAG_DAYS <= last < a:
            best = n
    return best


def _earlier(a: str | None, b: str) -> str:
    return b if a is None or (a != b and sort_key(b) < sort_key(a)) else a


def _later(a: str | None, b: str) -> str:
    return b if a is None or (a != b and sort_key(b) > sort_key(a)) else a


def _with_witnesses(tenure: Tenure, several: Sequence[Attested]) -> Tenure:
    """The tenure with the days attested, and one witness more of each source that was not one before."""
    known = {w.source for w in tenure.witnesses if w.source}
    first, last = tenure.first_attested, tenure.last_attested
    witnesses = [*tenure.witnesses]
    for attested in several:
        first, last = _earlier(first, attested.day), _later(last, attested.day)
        if attested.witness.source not in known:
            known.add(attested.witness.source)
            witnesses.append(attested.witness)
    return replace(tenure, first_attested=first, last_attested=last, witnesses=tuple(witnesses))


def _loose(stray: Mapping[tuple[str, str], list[Attested]]) -> list[Tenure]:
    """Attested days that no curated term holds: one tenure a person and post, parted where another holder stands between."""
    by_post: dict[str, list[Attested]] = {}
    for (post, _), several in stray.items():
        by_post.setdefault(post, []).extend(several)
    found: list[Tenure] = []
    for post in sorted(by_post):
        ordered = sorted(by_post[post], key=lambda a: (days_of(a.day), a.person, a.witness.source))
        if ordered[0].code == "other":
            ordered.sort(key=lambda a: (a.person, days_of(a.day), a.witness.source))
        run: dict[str, list[Attested]] = {}
        previous: str | None = None
        for attested in ordered:
            if previous != attested.person and attested.person in run:
                found.append(_of_run(post, run.pop(attested.person)))
            previous = attested.person
            run.setdefault(attested.person, []).append(attested)
        found.extend(_of_run(post, several) for several in run.values())
    return found


def _of_run(post: str, several: Sequence[Attested]) -> Tenure:
    first = several[0]
    tenure = Tenure(
        person=first.person, post=post, role=first.role, code=first.code, country=first.country,
        organization=first.organization, first_attested=first.day, last_attested=first.day,
        acting="acting" in first.role.lower(), witnesses=(first.witness,),
    )  # fmt: skip
    return _with_witnesses(tenure, several[1:])


def _order(tenure: Tenure) -> tuple[object, ...]:
    begin = tenure.start or tenure.first_attested
    if begin is None and tenure.end:
        begin = tenure.end
    return (days_of(begin)[0] if begin else 10**7, begin or "", tenure.person, tenure.post, tenure.role)


def events_of_people(events: Sequence[RegisterEvent]) -> dict[str, list[str]]:
    """Person id -> ids of the events at which the person took part, in the order of `events`."""
    found: dict[str, list[str]] = {}
    for event in events:
        for person in dict.fromkeys(p for p in event.participant_ids if p):
            found.setdefault(person, []).append(event.id)
    return found
