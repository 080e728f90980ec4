"""Who held which post, when, says who: curated terms and the days that clippings attest, and what does not fit.

A term is half-open: the day on which one ends and the next begins belongs to the next. An attested day within a curated
term is a witness of it; one outside is not forced in: it becomes a tenure of attested days alone, and a conflict. Days
attested of one post for one person are one tenure, from first to last attested, unless another holder stands between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.edtf import sort_key
from sitegen.merge.attested import LAG_DAYS, Attested, attestations, secretariats
from sitegen.merge.cited import curated_witnesses
from sitegen.merge.claims import RULES
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
from sitegen.merge.posts import post_id, post_name
from sitegen.merge.readings import days_of
from sitegen.merge.turns import Turn, turned, turns_of, with_turns
from sitegen.model import (
    Claim,
    Conflict,
    Extraction,
    Post,
    PostCode,
    RegisterEvent,
    Tenure,
    Term,
    World,
)


@dataclass(slots=True)
class Tenures:
    by_person: dict[str, list[Tenure]] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    withheld: list[tuple[str, str]] = field(default_factory=list)


def tenures_of(
    extractions: Sequence[Extraction], world: World, identities: Identities, titles: Mapping[str, str]
) -> Tenures:
    """All tenures, the posts they make up, and what contradicts."""
    countries = {c.code: c.name for c in world.countries}
    result = Tenures()
    terms: dict[tuple[str, str], list[Tenure]] = {}
    names: dict[str, tuple[str, PostCode, str | None, str | None]] = {}
    for person in world.people:
        for term in person.terms:
            identity = post_id(term.code, term.role, term.country, term.organization, countries)
            name = post_name(term.code, term.role, term.country, term.organization, countries)
            if term.confidence == "low":
                result.withheld.append(
                    (f"{person.name}: {term.role}, {span(term.start, term.end)}", term.note or "too little is known")
                )
                continue
            tenure = _of_term(person.id, identity, term)
            terms.setdefault((person.id, identity), []).append(tenure)
            names.setdefault(identity, (name, term.code, term.country, term.organization))
            result.conflicts += curated_conflicts(person.id, person.name, name, term)
    known = identities.names
    seats = secretariats(extractions)
    stray: dict[tuple[str, str], list[Attested]] = {}
    borne_out: dict[tuple[str, str, int], list[Attested]] = {}
    for attested in attestations(extractions, identities, countries, seats):
        _named(names, attested, countries)
        own = terms.get((attested.person, attested.post), [])
        at = _term_for(own, attested)
        if at is None:
            stray.setdefault((attested.post, attested.person), []).append(attested)
        else:
            borne_out.setdefault((attested.person, attested.post, at), []).append(attested)
    for (holder, post, at), days in borne_out.items():
        terms[holder, post][at] = _with_witnesses(terms[holder, post][at], days)
    fresh: dict[tuple[str, str], list[Turn]] = {}
    for turn in turns_of(extractions, identities, countries, seats):
        _named(names, turn, countries)
        own = terms.get((turn.person, turn.post), [])
        if own:
            result.conflicts += turned(own, turn, names[turn.post][0], known, titles)
        else:
            fresh.setdefault((turn.post, turn.person), []).append(turn)
    loose = with_turns(_loose(stray), fresh)
    by_post: dict[str, list[Tenure]] = {}
    for tenure in [*(t for several in terms.values() for t in several), *loose]:
        by_post.setdefault(tenure.post, []).append(tenure)
        result.by_person.setdefault(tenure.person, []).append(tenure)
    for several in result.by_person.values():
        several.sort(key=_order)
    for identity in sorted(by_post):
        name, code, country, organization = names[identity]
        held = sorted(by_post[identity], key=_order)
        odd = irregularities(held, known) if code != "other" else ()
        result.posts.append(
            Post(id=identity, name=name, code=code, country=country, organization=organization, tenures=tuple(held),
                 irregularities=tuple(words for words, _, _ in odd))
        )  # fmt: skip
        result.conflicts += post_conflicts(identity, name, odd)
        if code != "other":
            result.conflicts += outside(identity, name, held, stray, known, titles)
    return result


def _named(
    names: dict[str, tuple[str, PostCode, str | None, str | None]], told: Attested | Turn, countries: Mapping[str, str]
) -> None:
    if told.post not in names:
        names[told.post] = (post_name(told.code, told.role, told.country, told.organization, countries), told.code,
                            told.country, told.organization)  # fmt: skip


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
