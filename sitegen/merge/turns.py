"""Terms that clippings say were begun or ended: "was appointed on 6 November", "stepped down last year".

A turn whose day can agree with a curated term's edge bears it out; one for an edge that the curator leaves open fills it in;
any other is a rival claim and a conflict. Where nothing is curated the turns make the term's edges themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.edtf import contains, overlap, sort_key, words
from sitegen.merge.claims import RULES, Vote, claims_of
from sitegen.merge.identity import Identities
from sitegen.merge.irregular import limits
from sitegen.merge.posts import post_id
from sitegen.merge.readings import days_of
from sitegen.model import Claim, Conflict, Extraction, PostCode, Tenure, Witness
from sitegen.slugs import slug_of

#: so many days from every known edge, a sentence most likely speaks of another office ("commander since 2006")
ANOTHER_OFFICE = 550


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Turn:
    """A person took a post up (`start`) or gave it up (`end`), on `day` (EDTF), says a clipping; the same only where it is
    the same object."""

    person: str
    post: str
    role: str
    code: PostCode
    country: str | None
    organization: str | None
    kind: Literal["start", "end"]
    day: str
    witness: Witness
    published: int


def turns_in(
    extraction: Extraction, identities: Identities, countries: Mapping[str, str], seats: Mapping[str, str]
) -> list[Turn]:
    """All dated turns of one clipping. `seats`: see `attested.seats_in`."""
    found = []
    record = extraction.record
    for claim in extraction.tenures:
        person = identities.of.get((record.id, claim.person))
        organization = (claim.organization or seats.get(claim.person)) if not claim.country else None
        if person is None or claim.date is None or not (claim.country or organization):
            continue
        found.append(
            Turn(
                person=person, post=post_id(claim.code, claim.role, claim.country, organization, countries), role=claim.role,
                code=claim.code, country=claim.country, organization=organization, kind=claim.kind, day=claim.date,
                witness=Witness(source=record.id, evidence=claim.evidence, confidence=claim.confidence),
                published=days_of(record.published.date)[0] if record.published.date else 0,
            )
        )  # fmt: skip
    return found


def in_order(turn: Turn) -> tuple[object, ...]:
    return (turn.person, days_of(turn.day), turn.kind, turn.witness.source)


def _edge(tenure: Tenure, kind: str) -> str | None:
    return tenure.start if kind == "start" else tenure.end


def turned(
    own: list[Tenure], turn: Turn, name: str, names: Mapping[str, str], titles: Mapping[str, str]
) -> list[Conflict]:
    """Lay a turn beside a person's curated terms in that post (`own` is changed); what contradicts them is returned."""
    for n, tenure in enumerate(own):
        edge = _edge(tenure, turn.kind)
        if edge is not None and overlap(edge, turn.day):
            fits = contains(edge, turn.day) or contains(turn.day, edge)
            own[n] = _with_claim(
                tenure, turn, Claim(field=turn.kind, value=turn.day, witnesses=(turn.witness,), compatible=fits)
            )
            return []
    first, last, _ = days_of(turn.day)
    for n, tenure in enumerate(own):
        a, b = limits(tenure)
        if (
            _edge(tenure, turn.kind) is None
            and first <= b
            and last >= a
            and not (turn.kind == "end" and tenure.incumbent)
        ):
            claim = Claim(field=turn.kind, value=turn.day, witnesses=(turn.witness,), chosen=True, rule=RULES["only"])
            kept = _with_claim(tenure, turn, claim)
            own[n] = replace(kept, start=turn.day) if turn.kind == "start" else replace(kept, end=turn.day)
            return []
    at = min(range(len(own)), key=lambda n: _distance(own[n], turn))
    apart = _distance(own[at], turn)
    if apart > ANOTHER_OFFICE:
        return []
    rival = Claim(field=turn.kind, value=turn.day, witnesses=(turn.witness,), compatible=False)
    own[at] = _with_claim(own[at], turn, rival)
    edge = _edge(own[at], turn.kind) or ""
    chosen = Claim(
        field=turn.kind,
        value=edge,
        witnesses=tuple(w for w in own[at].witnesses if not w.source),
        chosen=True,
        rule=RULES["curated"],
    )
    return [
        Conflict(
            id=slug_of(f"term-{turn.person}-{turn.post}-{turn.kind}-{turn.day}"), kind="term", gravity=2 if apart > 3 else 1, subject=turn.person,
            subject_type="person", rule=RULES["curated"], path=own[at].path, line=own[at].line, claims=(chosen, rival),
            summary=f"{names.get(turn.person, turn.person)}, {name}: {turn.kind} {words(edge) if edge else 'not known'}, but "
            f"{words(turn.day)} by {titles.get(turn.witness.source, turn.witness.source)}",
        )
    ]  # fmt: skip


def _distance(tenure: Tenure, turn: Turn) -> int:
    edge = _edge(tenure, turn.kind)
    return abs(days_of(edge)[0] - days_of(turn.day)[0]) if edge else 10**7


def _with_claim(tenure: Tenure, turn: Turn, claim: Claim) -> Tenure:
    """The tenure with one more claim; the same value said again adds its witness to the claim that is there."""
    claims = list(tenure.claims)
    at = next((n for n, c in enumerate(claims) if c.field == claim.field and c.value == claim.value), None)
    if at is None:
        claims.append(claim)
    else:
        claims[at] = replace(claims[at], witnesses=(*claims[at].witnesses, turn.witness))
    known = any(w.source == turn.witness.source and w.evidence == turn.witness.evidence for w in tenure.witnesses)
    witnesses = tenure.witnesses if known else (*tenure.witnesses, turn.witness)
    return replace(tenure, claims=tuple(claims), witnesses=witnesses)


def with_turns(loose: Sequence[Tenure], turns: Mapping[tuple[str, str], Sequence[Turn]]) -> list[Tenure]:
    """Tenures of attested days with the edges that turns give them; turns alone make a tenure too."""
    by_holder: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in loose:
        by_holder.setdefault((tenure.post, tenure.person), []).append(tenure)
    for holder, several in turns.items():
        held = by_holder.setdefault(holder, [])
        for kind in ("start", "end"):
            said = [t for t in several if t.kind == kind]
            if said:
                _give_edge(held, kind, said)
    return [t for held in by_holder.values() for t in held]


def _give_edge(held: list[Tenure], kind: str, said: Sequence[Turn]) -> None:
    """Set one edge from what is said of it: the finest day, else that of most sources; rivals stay beside it."""
    votes = [
        Vote(
            value=t.day, witness=t.witness, origin=t.witness.source, published=t.published, weight=t.witness.confidence
        )
        for t in said
    ]
    values = {v.value for v in votes}
    fine = {a for a in values if not any(a != b and contains(a, b) for b in values)} or values
    finest = [v for v in votes if v.value in fine]
    claims = claims_of(kind, finest, lambda chosen, other: overlap(chosen, other))
    coarse = claims_of(kind, [v for v in votes if v.value not in fine])
    day = claims[0].value
    all_claims = (*claims, *(replace(c, chosen=False, rule="", compatible=overlap(c.value, day)) for c in coarse))
    at = _whose(held, kind, day)
    if at is None:
        one = said[0]
        held.append(Tenure(person=one.person, post=one.post, role=one.role, code=one.code, country=one.country,
                           organization=one.organization, confidence="medium"))  # fmt: skip
        at = len(held) - 1
    tenure = held[at]
    known = {(w.source, w.evidence) for w in tenure.witnesses}
    more = tuple({(w.source, w.evidence): w for c in all_claims for w in c.witnesses}.values())
    tenure = replace(
        tenure, claims=(*tenure.claims, *all_claims),
        witnesses=(*tenure.witnesses, *(w for w in more if (w.source, w.evidence) not in known)),
    )  # fmt: skip
    held[at] = replace(tenure, start=day) if kind == "start" else replace(tenure, end=day)


def _whose(held: Sequence[Tenure], kind: str, day: str) -> int | None:
    """The tenure that an edge belongs to: the first not over before a start, the last not begun after an end."""
    order = sorted(range(len(held)), key=lambda n: sort_key(held[n].first_attested or held[n].start or ""))
    first, last, _ = days_of(day)
    if kind == "start":
        return next((n for n in order if days_of(held[n].last_attested or day)[1] >= first), None)
    return next(
        (n for n in reversed(order) if days_of(held[n].start or held[n].first_attested or day)[0] <= last), None
    )
