"""Who belonged to what, as what, when, says who: curated terms, what clippings claim, and what does not fit.

Intervals are half-open, and a date that is not exact counts from the first day it may mean: on the day on which one
status ends and the next begins the next one holds; a status "from March 2016" is counted from 1 March, until the first
day on which the next may begin. So on no day two statuses of one member count, and between two that join none is
lacking. `certain` says whether the day is one that the dates surely cover.

A clipping's claim for a day inside a curated interval is a witness of it; one that the history contradicts stays as a
rival claim and a conflict. Steps (applied, decided, signed, in force) are kept apart from the status they lead to.
Without curated terms the claims alone make the intervals: from the start that is claimed, else the first day attested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from sitegen.edtf import contains, overlap, sort_key, words
from sitegen.merge.cited import curated_witnesses
from sitegen.merge.claims import RULES
from sitegen.merge.dissent import conflict, curated_conflicts, noted, overlaps
from sitegen.merge.histories import Histories
from sitegen.merge.once import OfClippings, OfGroups
from sitegen.merge.readings import days_of
from sitegen.merge.said import KIND, Said, by_start, fits, said_in
from sitegen.merge.standing import BESIDE, first_of, last_of
from sitegen.merge.told import from_claims
from sitegen.model import (
    Claim,
    Conflict,
    Extraction,
    StatusInterval,
    StatusTerm,
    World,
)


@dataclass(slots=True)
class Statuses:
    intervals: list[StatusInterval] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    withheld: list[tuple[str, str]] = field(default_factory=list)


_Pair = tuple[str, str]  # organization, member
_History = tuple[list[StatusInterval], list[Conflict]]


@dataclass(slots=True)
class StatusMemory:
    """What clippings said, and the history of each member in each organization, from the merge before."""

    said: OfClippings[tuple[Said, ...]] = field(default_factory=OfClippings)
    histories: OfGroups[object, _History] = field(default_factory=OfGroups)


def statuses_of(
    extractions: Sequence[Extraction], world: World, titles: Mapping[str, str], memory: StatusMemory | None = None,
    kept: Histories | None = None,
) -> Statuses:  # fmt: skip
    """All intervals by organization, member, start; contradictions; what is held back for its low confidence."""
    memory = StatusMemory() if memory is None else memory
    kept = Histories("") if kept is None else kept
    result = Statuses()
    curated: dict[tuple[str, str], list[StatusTerm]] = {}
    for organization in world.organizations:
        for term in organization.statuses:
            if term.confidence == "low":
                result.withheld.append((f"{term.member} in {term.organization}: {term.status} from {words(term.start) if term.start else '?'}",
                                        term.note or "too little is known"))  # fmt: skip
                continue
            curated.setdefault((term.organization, term.member), []).append(term)
            result.conflicts += curated_conflicts(term)
    told: dict[_Pair, list[str | None]] = {}
    pairs = [{(m.organization, m.member): None for m in e.record.memberships} for e in extractions]
    for extraction, those in zip(extractions, pairs, strict=True):
        stamp = kept.stamps.get(extraction.record.id)
        for pair in those:
            told.setdefault(pair, []).append(stamp)
    every = sorted({*curated, *told})
    keys = {pair: kept.key(("status", pair, curated.get(pair)), told.get(pair, ())) for pair in every}
    known = {pair: kept.known(keys[pair], _History) for pair in every}
    said: dict[_Pair, list[Said]] = {pair: [] for pair in every if known[pair] is None}
    for extraction, those in zip(extractions, pairs, strict=True) if said else ():
        if those.keys() & said.keys():
            for one in memory.said.get(extraction, said_in):
                several = said.get((one.organization, one.member))
                if several is not None:
                    several.append(one)
    for pair in every:
        history = known[pair]
        if history is None:
            terms, several = curated.get(pair, ()), said[pair]
            make = partial(_history, terms, several, titles)
            history = memory.histories.get(pair, (terms, several), make)
            kept.keep(keys[pair], history)
        result.intervals += history[0]
        result.conflicts += history[1]
    memory.histories.end()
    return result


def _history(terms: Sequence[StatusTerm], said: Sequence[Said], titles: Mapping[str, str]) -> _History:
    """The intervals of one member in one organization, by their start, and what contradicts them."""
    intervals = sorted(map(_of_term, terms), key=by_start)
    conflicts = overlaps(intervals)
    if not intervals:
        told, clashes = from_claims(said, titles) if said else ([], [])
        return sorted(told, key=by_start), [*conflicts, *clashes]
    rivals: dict[tuple[str, str], list[Said]] = {}
    for one in said:
        kind = _witnessed(intervals, one)
        if kind:
            rivals.setdefault((kind, _rival_key(one)), []).append(one)
    conflicts += [conflict(kind, several, intervals, titles) for (kind, _), several in sorted(rivals.items())]
    return sorted(intervals, key=by_start), conflicts


def _rival_key(one: Said) -> str:
    on = one.start or one.as_of or ""
    return f"{one.status} {on[:7]}"


def _of_term(term: StatusTerm) -> StatusInterval:
    witnesses = curated_witnesses(term.sources)
    claims = []
    for name, value in (("start", term.start), ("end", term.end)):
        if value is not None:
            claims.append(Claim(field=name, value=value, witnesses=witnesses, chosen=True, rule=RULES["curated"]))
        claims += [noted(c) for c in term.conflicts if str(c.get("field")) == name]
    return StatusInterval(
        organization=term.organization, member=term.member, status=term.status, start=term.start, end=term.end,
        steps=term.steps, witnesses=witnesses, claims=tuple(claims), curated=True, confidence=term.confidence,
        note=term.note, how=term.how, path=term.path, line=term.line,
    )  # fmt: skip


def _witnessed(intervals: list[StatusInterval], one: Said) -> str | None:
    """Add the claim to the interval that it bears out; else say how it contradicts: start, step or status."""
    if one.step in ("withdrawn", "suspended"):
        return None
    if one.step in ("applied", "decided", "signed") and not one.planned:
        return _step(intervals, one)
    if one.start:
        fitting = [n for n, i in enumerate(intervals) if fits(one, i)]
        for n in fitting:
            begin = intervals[n].start
            near = [v for v in (begin, *(on for _, on in intervals[n].steps)) if v]
            if any(overlap(one.start, v) for v in near) or (not begin and fitting):
                intervals[n] = _with(intervals[n], one, None, start=begin is not None and overlap(one.start, begin))
                return None
        if one.status in BESIDE or one.planned:
            return None
        return "start" if fitting else "status"
    if one.as_of:  # from the first step on, a decision for one, a text may speak of the status as given
        first, last, _ = days_of(one.as_of)
        for n, interval in enumerate(intervals):
            since = min(
                [
                    first_of(interval.start or interval.first_attested, 0),
                    *(first_of(on, 10**7) for _, on in interval.steps),
                ]
            )
            if fits(one, interval) and since <= last and first < max(last_of(interval.end, 10**7), since + 1):
                intervals[n] = _with(interval, one, one.as_of)
                return None
        return None if one.status in BESIDE else "status"
    return None


def _step(intervals: list[StatusInterval], one: Said) -> str | None:
    """A step on the way to a status: noted at the interval it led to, a rival where the history has another date."""
    on = one.start or one.as_of
    if on is None:
        return None
    for n, interval in enumerate(intervals):
        if one.status not in (interval.status, KIND.get(interval.status)) and not fits(one, interval):
            continue
        if interval.start and first_of(on, 0) > last_of(interval.start, 10**7) + 31:
            continue
        known = next((value for step, value in interval.steps if step == one.step), None)
        if known and not overlap(known, on):
            return "step"
        steps = interval.steps
        if not known and one.step:
            steps = tuple(sorted((*steps, (one.step, on)), key=lambda s: (sort_key(s[1]), s[0])))
        intervals[n] = replace(_with(interval, one, None), steps=steps)
        return None
    return None


def _with(interval: StatusInterval, one: Said, attested: str | None, start: bool = False) -> StatusInterval:
    first, last = interval.first_attested, interval.last_attested
    if attested:
        first = attested if first is None or sort_key(attested) < sort_key(first) else first
        last = attested if last is None or sort_key(attested) > sort_key(last) else last
    claims = interval.claims
    if start and one.start:
        at = next((n for n, c in enumerate(claims) if c.field == "start" and c.value == one.start), None)
        if at is None:
            compatible = bool(
                interval.start and (contains(one.start, interval.start) or contains(interval.start, one.start))
            )
            claims = (*claims, Claim(field="start", value=one.start, witnesses=(one.witness,), compatible=compatible))
        else:
            claim = replace(claims[at], witnesses=(*claims[at].witnesses, one.witness))
            claims = (*claims[:at], claim, *claims[at + 1 :])
    seen = {(w.source, w.evidence) for w in interval.witnesses}
    witnesses = (
        interval.witnesses if (one.witness.source, one.witness.evidence) in seen else (*interval.witnesses, one.witness)
    )
    return replace(interval, first_attested=first, last_attested=last, witnesses=witnesses, claims=claims)
