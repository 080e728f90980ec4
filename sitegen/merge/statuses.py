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

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.edtf import bounds, contains, overlap, sort_key, words
from sitegen.merge.claims import RULES
from sitegen.merge.readings import days_of
from sitegen.merge.united import citation_of, curated_witnesses
from sitegen.model import (
    Claim,
    Conflict,
    Extraction,
    Register,
    Status,
    StatusInterval,
    StatusTerm,
    Step,
    Witness,
    World,
)
from sitegen.slugs import slug_of

#: claimed -> statuses of the history that it does not contradict. A founder is a member; "partner" is said of any
#: status short of membership; whoever attends as a guest may be anything.
FITS: Mapping[str, frozenset[str]] = {
    "founding-member": frozenset({"founding-member", "member"}),
    "member": frozenset({"member", "founding-member"}),
    "observer": frozenset({"observer", "partner"}),
    "dialogue-partner": frozenset({"dialogue-partner", "partner"}),
    "partner": frozenset({"partner", "dialogue-partner", "observer"}),
    "guest": frozenset({"guest", "observer", "dialogue-partner", "partner", "applicant", "suspended", "former-member"}),
    "applicant": frozenset({"applicant", "observer", "dialogue-partner", "partner", "guest", "former-member"}),
    "suspended": frozenset({"suspended", "member", "founding-member"}),
    "former-member": frozenset({"former-member"}),
}
#: statuses that are said beside another one and never end it
BESIDE = frozenset({"guest", "applicant"})
#: one status, two words: kept as one interval where only clippings tell
_KIND = {"founding-member": "member"}
STEP_WORDS: Mapping[str, str] = {
    "applied": "applied", "decided": "decided", "signed": "signed", "in-force": "in force", "suspended": "suspended",
    "withdrawn": "withdrawn",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One clipping's claim of one status."""

    organization: str
    member: str
    status: Status
    start: str | None
    as_of: str | None
    step: Step | None
    witness: Witness
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status that counts on a day; `certain` where the dates surely cover it."""

    interval: StatusInterval
    certain: bool


@dataclass(slots=True)
class Statuses:
    intervals: list[StatusInterval] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    withheld: list[tuple[str, str]] = field(default_factory=list)


def _first(value: str | None, default: int) -> int:
    found = bounds(value)[0] if value else None
    return found.toordinal() if found else default


def _last(value: str | None, default: int) -> int:
    found = bounds(value)[1] if value else None
    return found.toordinal() if found else default


def counts_on(interval: StatusInterval, on: datetime.date) -> bool:
    """Half-open by the first day that each end may mean. A start not known counts from the first day attested."""
    begin = interval.start or interval.first_attested
    if begin is None:
        return False
    return _first(begin, 0) <= on.toordinal() < _first(interval.end, 10**7)


def is_certain_on(interval: StatusInterval, on: datetime.date) -> bool:
    begin = interval.start or interval.first_attested
    if begin is None:
        return False
    return _last(begin, 10**7) <= on.toordinal() < _first(interval.end, 10**7)


def standing_on(
    statuses: Register | Iterable[StatusInterval], organization: str, member: str, on: datetime.date
) -> Standing | None:
    """The member's status on a day. A guest's or applicant's yields to any other status of that day."""
    intervals = statuses.statuses if isinstance(statuses, Register) else statuses
    found = [i for i in intervals if i.organization == organization and i.member == member and counts_on(i, on)]
    if not found:
        return None
    best = max(found, key=lambda i: (i.status not in BESIDE, i.curated, sort_key(i.start or i.first_attested or "")))
    return Standing(interval=best, certain=is_certain_on(best, on))


def status_on(
    statuses: Register | Iterable[StatusInterval], organization: str, member: str, on: datetime.date
) -> StatusInterval | None:
    """The interval that counts on a day, or None: no status is known for it."""
    standing = standing_on(statuses, organization, member, on)
    return standing.interval if standing else None


def statuses_of(extractions: Sequence[Extraction], world: World, titles: Mapping[str, str]) -> Statuses:
    """All intervals by organization, member, start; contradictions; what is held back for its low confidence."""
    result = Statuses()
    curated: dict[tuple[str, str], list[StatusInterval]] = {}
    for organization in world.organizations:
        for term in organization.statuses:
            if term.confidence == "low":
                result.withheld.append((f"{term.member} in {term.organization}: {term.status} from {words(term.start) if term.start else '?'}",
                                        term.note or "too little is known"))  # fmt: skip
                continue
            curated.setdefault((term.organization, term.member), []).append(_of_term(term))
            result.conflicts += _curated_conflicts(term)
    said: dict[tuple[str, str], list[Said]] = {}
    for one in _said(extractions):
        said.setdefault((one.organization, one.member), []).append(one)
    for key in sorted({*curated, *said}):
        intervals = sorted(curated.get(key, ()), key=_order)
        result.conflicts += _overlaps(intervals)
        loose: list[Said] = []
        rivals: dict[tuple[str, str], list[Said]] = {}
        for one in said.get(key, ()):
            if not intervals:
                loose.append(one)
                continue
            kind = _witnessed(intervals, one)
            if kind:
                rivals.setdefault((kind, _rival_key(one)), []).append(one)
        for (kind, _), several in sorted(rivals.items()):
            result.conflicts.append(_conflict(kind, several, intervals, titles))
        if loose:
            told, clashes = _from_claims(loose, titles)
            intervals = told
            result.conflicts += clashes
        result.intervals += sorted(intervals, key=_order)
    return result


def _rival_key(one: Said) -> str:
    on = one.start or one.as_of or ""
    return f"{one.status} {on[:7]}"


def _order(interval: StatusInterval) -> tuple[object, ...]:
    begin = interval.start or interval.first_attested
    return (sort_key(begin) if begin else (10**7, 0, ""), interval.status in BESIDE, interval.status)


def _said(extractions: Sequence[Extraction]) -> list[Said]:
    return [
        Said(
            organization=m.organization, member=m.member, status=m.status, start=m.start,
            as_of=m.as_of or (e.record.published.date if not m.start else None), step=m.step,
            witness=Witness(source=e.record.id, evidence=m.evidence, confidence=m.confidence),
            published=e.record.published.date,
        )
        for e in extractions
        for m in e.record.memberships
    ]  # fmt: skip


def _of_term(term: StatusTerm) -> StatusInterval:
    witnesses = curated_witnesses(term.sources)
    claims = []
    for name, value in (("start", term.start), ("end", term.end)):
        if value is not None:
            claims.append(Claim(field=name, value=value, witnesses=witnesses, chosen=True, rule=RULES["curated"]))
        claims += [_noted(c) for c in term.conflicts if str(c.get("field")) == name]
    return StatusInterval(
        organization=term.organization, member=term.member, status=term.status, start=term.start, end=term.end,
        steps=term.steps, witnesses=witnesses, claims=tuple(claims), curated=True, confidence=term.confidence,
        note=term.note, how=term.how, path=term.path, line=term.line,
    )  # fmt: skip


def _noted(rival: Mapping[str, object]) -> Claim:
    note = rival.get("note")
    witness = Witness(citation=citation_of(rival.get("source")), explanation=(str(note),) if note else ())
    return Claim(field=str(rival.get("field")), value=str(rival.get("value")), witnesses=(witness,), compatible=False)


def _fits(one: Said, interval: StatusInterval) -> bool:
    return interval.status in FITS.get(one.status, frozenset({one.status}))


def _witnessed(intervals: list[StatusInterval], one: Said) -> str | None:
    """Add the claim to the interval that it bears out; else say how it contradicts: start, step or status."""
    if one.step in ("withdrawn", "suspended"):
        return None
    if one.step in ("applied", "decided", "signed"):
        return _step(intervals, one)
    if one.start:
        fitting = [n for n, i in enumerate(intervals) if _fits(one, i)]
        for n in fitting:
            begin = intervals[n].start
            near = [v for v in (begin, *(on for _, on in intervals[n].steps)) if v]
            if any(overlap(one.start, v) for v in near) or (not begin and fitting):
                intervals[n] = _with(intervals[n], one, None, start=begin is not None and overlap(one.start, begin))
                return None
        if one.status in BESIDE:
            return None
        return "start" if fitting else "status"
    if one.as_of:  # from the first step on, a decision for one, a text may speak of the status as given
        first, last, _ = days_of(one.as_of)
        for n, interval in enumerate(intervals):
            since = min([_first(interval.start or interval.first_attested, 0), *(_first(on, 10**7) for _, on in interval.steps)])
            if _fits(one, interval) and since <= last and first < max(_last(interval.end, 10**7), since + 1):
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
        if one.status not in (interval.status, _KIND.get(interval.status)) and not _fits(one, interval):
            continue
        if interval.start and _first(on, 0) > _last(interval.start, 10**7) + 31:
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
            compatible = bool(interval.start and (contains(one.start, interval.start) or contains(interval.start, one.start)))
            claims = (*claims, Claim(field="start", value=one.start, witnesses=(one.witness,), compatible=compatible))
        else:
            claim = replace(claims[at], witnesses=(*claims[at].witnesses, one.witness))
            claims = (*claims[:at], claim, *claims[at + 1 :])
    seen = {(w.source, w.evidence) for w in interval.witnesses}
    witnesses = interval.witnesses if (one.witness.source, one.witness.evidence) in seen else (*interval.witnesses, one.witness)
    return replace(interval, first_attested=first, last_attested=last, witnesses=witnesses, claims=claims)


def _key(organization: str, member: str, status: str) -> str:
    return f"{organization}/{member}/{status}"


def _conflict(kind: str, several: Sequence[Said], intervals: Sequence[StatusInterval], titles: Mapping[str, str]) -> Conflict:
    """A claim that the curated history contradicts."""
    one = several[0]
    on = one.start or one.as_of or ""
    told = ", ".join(titles.get(s, s) for s in sorted({s.witness.source for s in several}))
    witnesses = tuple(s.witness for s in several)
    if kind == "status":
        first = days_of(on)[0]
        standing = [i for i in intervals if _first(i.start or i.first_attested, 0) <= first < _last(i.end, 10**7)]
        chosen = standing[-1] if standing else None
        value = f"{chosen.status} from {chosen.start or '?'}" if chosen else "none"
        nearest = chosen or min(intervals, key=lambda i: abs(_first(i.start, 0) - first))
        summary = (f"{one.member} is called {one.status} of {one.organization} for {words(on)} by {told}; "
                   f"the history has {'no status then' if chosen is None else chosen.status}")  # fmt: skip
        field_name, rival = "status", f"{one.status} {'from' if one.start else 'on'} {on}"
    else:
        nearest = next((i for i in intervals if _fits(one, i)), intervals[0])
        known = next((v for s, v in nearest.steps if s == one.step), nearest.start) if kind == "step" else nearest.start
        value, rival, field_name = known or "", on, one.step if kind == "step" and one.step else "start"
        summary = (f"{one.member}, {one.status} of {one.organization}: {STEP_WORDS.get(str(field_name), field_name)} {words(value)}, "
                   f"but {words(on)} by {told}")  # fmt: skip
    claims = (
        Claim(field=field_name, value=value, witnesses=nearest.witnesses, chosen=True, rule=RULES["curated"]),
        Claim(field=field_name, value=rival, witnesses=witnesses, compatible=False),
    )
    return Conflict(
        id=slug_of(f"{kind}-{one.organization}-{one.member}-{one.status}-{on}"), kind="status",
        gravity=1 if kind == "step" else 3 if kind == "status" else 2, subject=_key(one.organization, one.member, one.status),
        subject_type="membership", summary=summary, claims=claims, rule=RULES["curated"], path=nearest.path, line=nearest.line,
    )  # fmt: skip


def _curated_conflicts(term: StatusTerm) -> list[Conflict]:
    found = []
    for name in dict.fromkeys(str(c.get("field")) for c in term.conflicts):
        value = getattr(term, name, None) or next((on for step, on in term.steps if step == name), "")
        rivals = tuple(_noted(c) for c in term.conflicts if str(c.get("field")) == name)
        claims = (Claim(field=name, value=str(value), witnesses=curated_witnesses(term.sources), chosen=True, rule=RULES["curated"]), *rivals)
        others = " or ".join(words(c.value) for c in rivals)
        found.append(
            Conflict(id=slug_of(f"status-{term.organization}-{term.member}-{term.status}-{term.start or ''}-{name}-noted"), kind="status",
                     gravity=1, subject=_key(term.organization, term.member, term.status), subject_type="membership",
                     summary=f"{term.member}, {term.status} of {term.organization}: {name} {words(str(value)) + ', or ' if value else ''}{others}",
                     claims=claims, rule=RULES["curated"], path=term.path, line=term.line, noted=True)
        )  # fmt: skip
    return found


def _overlaps(intervals: Sequence[StatusInterval]) -> list[Conflict]:
    """Two curated statuses of one member on one day."""
    found = []
    main = [i for i in intervals if i.status not in BESIDE]
    for n, one in enumerate(main):
        for two in main[n + 1 :]:
            begin = max(_last(one.start, 10**7), _last(two.start, 10**7))
            end = min(_first(one.end, 10**7), _first(two.end, 10**7))
            if begin >= end or begin >= 10**7:
                continue
            on = datetime.date.fromordinal(begin).isoformat()
            claims = tuple(
                Claim(field="status", value=f"{i.status} from {i.start or '?'}", witnesses=i.witnesses, chosen=i is two,
                      rule=RULES["latest"] if i is two else "", compatible=i is two)
                for i in (one, two)
            )  # fmt: skip
            found.append(
                Conflict(id=slug_of(f"overlap-{one.organization}-{one.member}-{on}"), kind="status", gravity=2,
                         subject=_key(one.organization, one.member, two.status), subject_type="membership",
                         summary=f"{one.member} is both {one.status} and {two.status} of {one.organization} on {words(on)}",
                         claims=claims, rule=RULES["latest"], path=two.path, line=two.line)
            )  # fmt: skip
    return found


def _from_claims(said: Sequence[Said], titles: Mapping[str, str]) -> tuple[list[StatusInterval], list[Conflict]]:
    """Intervals from claims alone. Where the status changes between two attested days, one ends where the next starts."""
    by_kind: dict[str, list[Said]] = {}
    for one in sorted(said, key=lambda s: (sort_key(s.start or s.as_of or ""), s.status, s.witness.source)):
        if one.step in ("applied", "decided", "signed", "suspended", "withdrawn") and not one.as_of:
            by_kind.setdefault(_KIND.get(one.status, one.status), [])
        by_kind.setdefault(_KIND.get(one.status, one.status), []).append(one)
    intervals: list[StatusInterval] = []
    clashes: list[Conflict] = []
    for kind in sorted(by_kind):
        interval, clash = _one_interval(by_kind[kind])
        intervals.append(interval)
        clashes += clash
    main = sorted((i for i in intervals if i.status not in BESIDE), key=_order)
    ended: list[StatusInterval] = []
    for earlier, later in zip(main, [*main[1:], None], strict=True):
        begin = (later.start or later.first_attested) if later else None
        if later is None or begin is None:
            ended.append(earlier)
        elif earlier.last_attested and sort_key(earlier.last_attested) >= sort_key(begin):
            clashes.append(_interleaved(earlier, later, titles))
            ended.append(earlier)
        else:
            ended.append(replace(earlier, end=begin))
    return [*ended, *(i for i in intervals if i.status in BESIDE)], clashes


def _one_interval(said: Sequence[Said]) -> tuple[StatusInterval, list[Conflict]]:
    status: Status = "founding-member" if any(s.status == "founding-member" for s in said) else said[0].status
    first = said[0]
    steps: dict[Step, str] = {}
    starts: dict[str, list[Said]] = {}
    attested: list[str] = []
    for one in said:
        if one.step in ("applied", "decided", "signed"):
            on = one.start or one.as_of
            if on and one.step:
                steps.setdefault(one.step, on)
        elif one.start and one.step not in ("withdrawn", "suspended"):
            starts.setdefault(one.start, []).append(one)
        elif one.as_of:
            attested.append(one.as_of)
    attested.sort(key=sort_key)
    chosen: str | None = None
    claims: tuple[Claim, ...] = ()
    clashes: list[Conflict] = []
    if starts:
        finest = [v for v in starts if not any(o != v and contains(v, o) for o in starts)] or list(starts)
        chosen = min(finest, key=lambda v: (-len({s.witness.source for s in starts[v]}), sort_key(v)))
        rule = RULES["only"] if len(starts) == 1 else RULES["finest"] if len(finest) == 1 else RULES["sources"]
        claims = tuple(
            Claim(field="start", value=v, witnesses=tuple(s.witness for s in starts[v]), chosen=v == chosen,
                  rule=rule if v == chosen else "", compatible=overlap(v, chosen))
            for v in sorted(starts, key=lambda v: (v != chosen, sort_key(v)))
        )  # fmt: skip
        if any(not c.compatible for c in claims):
            rivals = " or ".join(words(c.value) for c in claims if not c.compatible)
            clashes.append(
                Conflict(id=slug_of(f"start-{first.organization}-{first.member}-{status}"), kind="status", gravity=2,
                         subject=_key(first.organization, first.member, status), subject_type="membership",
                         summary=f"{first.member}, {status} of {first.organization}: since {words(chosen)}, or {rivals}",
                         claims=claims, rule=rule)
            )  # fmt: skip
    return (
        StatusInterval(
            organization=first.organization, member=first.member, status=status, start=chosen,
            first_attested=attested[0] if attested else None, last_attested=attested[-1] if attested else None,
            steps=tuple(sorted(steps.items(), key=lambda s: (sort_key(s[1]), s[0]))),
            witnesses=tuple({(s.witness.source, s.witness.evidence): s.witness for s in said}.values()), claims=claims,
            confidence="medium" if max(s.witness.confidence for s in said) >= 0.5 else "low",
        ),
        clashes,
    )  # fmt: skip


def _interleaved(one: StatusInterval, two: StatusInterval, titles: Mapping[str, str]) -> Conflict:
    """Attested as one thing after it was attested as another, with no history to decide."""
    claims = tuple(
        Claim(field="status", value=f"{i.status} {i.first_attested or i.start or ''} to {i.last_attested or i.start or ''}",
              witnesses=i.witnesses, chosen=i is two, rule=RULES["latest"] if i is two else "", compatible=i is two)
        for i in (one, two)
    )  # fmt: skip
    return Conflict(
        id=slug_of(f"status-{one.organization}-{one.member}-{one.status}-{two.status}"), kind="status", gravity=3,
        subject=_key(one.organization, one.member, two.status), subject_type="membership",
        summary=f"{one.member} is called both {one.status} and {two.status} of {one.organization}, in turns",
        claims=claims, rule=RULES["latest"],
    )  # fmt: skip
