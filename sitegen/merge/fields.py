"""The claims of each field of an event, and which of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.merge import claims
from sitegen.merge.cited import place_text
from sitegen.merge.claims import RULES, Vote
from sitegen.merge.edits import Edited
from sitegen.merge.identity import Identities
from sitegen.merge.readings import Reading, fold_place
from sitegen.model import (
    Claim,
    CuratedEvent,
    Witness,
)

#: kinds that may last some days
LASTING = frozenset({"meeting", "summit", "visit", "exercise", "other"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What uniting needs beside the readings. `titles`: source id -> how to name it in a reason."""

    identities: Identities
    origins: Mapping[str, str]
    official: frozenset[str]
    edited: Edited
    titles: Mapping[str, str]
    coarse: frozenset[str] = frozenset()  # folded names of states and regions


@dataclass(slots=True)
class Ballot:
    """All readings of a group with their witnesses: what the claims of each field are counted from."""

    readings: Sequence[Reading]
    context: Context

    def votes(self, field: str, said: Sequence[str]) -> tuple[Vote, ...]:
        found = []
        for reading, value in zip(self.readings, said, strict=True):
            if not value:
                continue
            edit = (reading.source, reading.event.id, field) in self.context.edited.fixed
            for n, witness in enumerate(reading.witnesses):
                found.append(
                    Vote(
                        value=value,
                        witness=witness,
                        origin=self.context.origins.get(reading.source, "") if reading.source else f"curated {n}",
                        published=reading.published,
                        curated=reading.curated,
                        official=reading.source in self.context.official,
                        edited=edit,
                        weight=(2.0 if reading.main else 1.0) * witness.confidence,
                    )
                )
        return tuple(found)


#: the fields that are claimed, in the order in which they are shown
FIELDS = ("date", "name", "classification", "status", "place", "ordinal")


def said_by(reading: Reading) -> tuple[str, ...]:
    """What a reading says of each of `FIELDS`; "" says nothing. Worked out once, and its witnesses with it."""
    if reading.said is None:
        event = reading.event
        reading.said = (
            event.date, event.name, event.classification, event.status, place_text(event.place), _ordinal_of(reading)
        )  # fmt: skip
        reading.witnesses = _witnesses_of(reading)
    return reading.said


def agreed_claim(
    ballot: Ballot, field: str, said: Sequence[str], everyone: tuple[Witness, ...]
) -> tuple[Claim, ...] | None:
    """The one claim of a field on which all readings agree; () where none tells of it; None where they differ."""
    readings = ballot.readings
    values = set(said)
    silent = "" in values
    values.discard("")
    if len(values) > 1:
        return None
    if not values:
        return ()
    telling = [r for r, value in zip(readings, said, strict=True) if value] if silent else readings
    fixed = ballot.context.edited.fixed
    edited = bool(fixed) and any((r.source, r.event.id, field) in fixed for r in telling)
    rule = "edit" if edited else "curated" if telling[0].curated else "only"
    witnesses = tuple([w for r in telling for w in r.witnesses]) if silent else everyone
    return (Claim(field=field, value=values.pop(), witnesses=witnesses, chosen=True, rule=RULES[rule]),)


def _witnesses_of(reading: Reading) -> tuple[Witness, ...]:
    event = reading.event
    if isinstance(event, CuratedEvent):
        return tuple(Witness(citation=c, status=event.status) for c in event.sources) or (Witness(status=event.status),)
    return (
        Witness(
            source=reading.source,
            evidence=event.evidence,
            event=event.id,
            explanation=event.explanation,
            confidence=event.confidence,
            status=event.status,
        ),
    )


def _same_place(chosen: str, other: str, coarse: frozenset[str]) -> bool:
    """Another spelling; or a state or region told for a city of the same state."""
    one, two = (_parts(text) for text in (chosen, other))
    if one[0] == two[0]:
        return True
    return bool(one[1] == two[1] or not one[1] or not two[1]) and (one[0] in coarse or two[0] in coarse)


def _parts(text: str) -> tuple[str, str]:
    """(folded name, country) of a place as `place_text` says it."""
    name, comma, country = text.rpartition(", ")
    return (fold_place(name), country) if comma else (fold_place(country), "")


def _of_first_print(votes: tuple[Vote, ...]) -> tuple[Vote, ...]:
    """Copies of one sentence speak with the day of the one printed first: "today" in a reprint is the original's day."""
    if len({v.origin for v in votes}) == len(votes):
        return votes
    first: dict[tuple[str, str], Vote] = {}
    for vote in sorted(votes, key=lambda v: (v.published or 10**7, v.witness.source)):
        if vote.witness.source and vote.witness.evidence:
            first.setdefault((vote.origin, " ".join(vote.witness.evidence[0].quote.split())), vote)
    found = []
    for vote in votes:
        quote = " ".join(vote.witness.evidence[0].quote.split()) if vote.witness.evidence else ""
        original = first.get((vote.origin, quote))
        moved = original is not None and not vote.edited and original.value != vote.value
        found.append(_renamed(vote, original.value) if original is not None and moved else vote)
    return tuple(found)


def judged(
    field: str, votes: tuple[Vote, ...], lasting: bool, gaps: bool, context: Context, elsewhere: bool = False
) -> tuple[Claim, ...]:
    """The claims of a field on which readings differ. `elsewhere`: whether two places are no rivals."""
    if field == "date":
        return claims.date_claims(_of_first_print(votes), spans=lasting, gaps=gaps)
    if field == "name":
        return _name_claims(votes)
    if field == "status":
        return _status_claims(votes)
    if field == "place":
        return _place_claims(votes, context.coarse, stages=elsewhere)
    return _kind_claims(votes) if field == "classification" else claims.claims_of(field, votes)


def _like_kind(chosen: str, other: str) -> bool:
    """How a source words it ("talks", "visit", "a plan was signed at the summit") is no rival of what it was."""
    gatherings = {"meeting", "summit", "visit", "statement", "agreement"}
    papers = (
        {"accession", "agreement"},
        {"founding", "agreement"},
    )  # what brings a status, what an organization is founded by
    return {chosen, other} <= gatherings or {chosen, other} in papers or "other" in (chosen, other)


def _place_claims(votes: Sequence[Vote], coarse: frozenset[str], stages: bool = False) -> tuple[Claim, ...]:
    """A city is finer than its country or region; of spellings that fold alike the most used stands for all.

    `stages`: an exercise may open in one place and end in another: they are no rivals.
    """
    fixed = any(v.edited or v.curated for v in votes)
    cities = [v for v in votes if _parts(v.value)[0] not in coarse and ", " in v.value]
    cities = list(votes) if fixed or not cities else cities
    renamed = [_renamed(v, _spelling(v.value, cities)) for v in cities]
    found = claims.claims_of("place", renamed, lambda chosen, other: stages or _same_place(chosen, other, coarse))
    rest = claims.tally(v for v in votes if v not in cities)
    return (
        *found,
        *(
            Claim(field="place", value=t.value, witnesses=tuple(v.witness for v in t.votes),
                  compatible=stages or _same_place(found[0].value, t.value, coarse))
            for t in rest
            if t.value != found[0].value
        ),
    )  # fmt: skip


def _kind_claims(votes: Sequence[Vote]) -> tuple[Claim, ...]:
    """What kind of event: "other" only says that a source's words name none, and yields to any kind.

    So does the paper of an appointment: it is what it appoints by.
    """
    yielding = {"other", "agreement"} if any(v.value == "appointment" for v in votes) else {"other"}
    named = [v for v in votes if v.value not in yielding or v.edited or v.curated] or list(votes)
    found = claims.claims_of("classification", named, _like_kind)
    rest = claims.tally(v for v in votes if v not in named)
    unnamed = (Claim(field="classification", value=t.value, witnesses=tuple(v.witness for v in t.votes)) for t in rest)
    return (*found, *unnamed)


def _status_claims(votes: Sequence[Vote]) -> tuple[Claim, ...]:
    """What one source tells as having happened has happened: plans of it are older, not rivals."""
    rivals = claims.tally(votes)
    edited = [t for t in rivals if t.edited]
    values = {t.value for t in rivals}
    if edited:
        chosen, rule = edited[0].value, "edit"
    elif "occurred" in values:
        curated = any(t.curated for t in rivals if t.value == "occurred")
        chosen, rule = "occurred", "curated" if curated else "only" if len(values) == 1 else "occurred"
    else:
        chosen, rule = "planned", "curated" if any(t.curated for t in rivals) else "only"
    ordered = sorted(rivals, key=lambda t: t.value != chosen)
    return tuple(
        Claim(field="status", value=t.value, witnesses=tuple(v.witness for v in t.votes), chosen=t.value == chosen,
              rule=RULES[rule] if t.value == chosen else "")
        for t in ordered
    )  # fmt: skip


def _name_claims(votes: Sequence[Vote]) -> tuple[Claim, ...]:
    """The headline: an edit's, the curator's, else the surest telling's; other wordings are never rivals."""
    rivals = claims.tally(votes)
    edited = [t for t in rivals if t.edited] or [t for t in rivals if t.curated]
    if edited:
        chosen, rule = edited[0].value, "edit" if edited[0].edited else "curated"
    else:
        chosen = claims.best_name({t.value: t.weight + 0.01 * t.origins for t in rivals})
        rule = "only" if len(rivals) == 1 else "sources"
    ordered = sorted(rivals, key=lambda t: (t.value != chosen, -t.origins, t.value))
    return tuple(
        Claim(field="name", value=t.value, witnesses=tuple(v.witness for v in t.votes), chosen=t.value == chosen,
              rule=RULES[rule] if t.value == chosen else "")
        for t in ordered
    )  # fmt: skip


def _ordinal_of(reading: Reading) -> str:
    if isinstance(reading.event, CuratedEvent):
        return str(reading.event.ordinal) if reading.event.ordinal else ""
    return str(reading.ordinals[0][0]) if len(reading.ordinals) == 1 and reading.main else ""


def _spelling(value: str, votes: Sequence[Vote]) -> str:
    """One spelling for all that fold alike: the one most used."""
    alike = [v for v in votes if _folded(v.value) == _folded(value)]
    counts: dict[str, tuple[int, int]] = {}
    for vote in alike:
        edits, uses = counts.get(vote.value, (0, 0))
        counts[vote.value] = (edits + vote.edited + vote.curated, uses + 1)
    return min(counts, key=lambda v: (tuple(-n for n in counts[v]), v), default=value)


def _folded(text: str) -> str:
    name, comma, country = text.rpartition(", ")
    return fold_place(name if comma else country) + country


def _renamed(vote: Vote, value: str) -> Vote:
    if vote.value == value:
        return vote
    return Vote(value=value, witness=vote.witness, origin=vote.origin, published=vote.published, curated=vote.curated,
                official=vote.official, edited=vote.edited, weight=vote.weight)  # fmt: skip
