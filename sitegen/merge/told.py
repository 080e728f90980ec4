"""A history from claims alone, where no curator has written one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from sitegen.edtf import contains, overlap, sort_key, words
from sitegen.merge.claims import RULES
from sitegen.merge.said import KIND, Said, by_start, subject_of
from sitegen.merge.standing import BESIDE
from sitegen.model import (
    Claim,
    Conflict,
    Status,
    StatusInterval,
    Step,
)
from sitegen.slugs import slug_of


def from_claims(said: Sequence[Said], titles: Mapping[str, str]) -> tuple[list[StatusInterval], list[Conflict]]:
    """Intervals from claims alone. Where the status changes between two attested days, one ends where the next starts."""
    by_kind: dict[str, list[Said]] = {}
    for one in sorted(said, key=attrgetter("order")):
        if one.step in ("applied", "decided", "signed", "suspended", "withdrawn") and not one.as_of:
            by_kind.setdefault(KIND.get(one.status, one.status), [])
        by_kind.setdefault(KIND.get(one.status, one.status), []).append(one)
    intervals: list[StatusInterval] = []
    clashes: list[Conflict] = []
    for kind in sorted(by_kind):
        interval, clash = _one_interval(by_kind[kind])
        intervals.append(interval)
        clashes += clash
    main = sorted((i for i in intervals if i.status not in BESIDE), key=by_start)
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
    planned: list[Said] = []
    for one in said:
        if one.planned:
            planned.append(one)
        elif one.step in ("applied", "decided", "signed"):
            on = one.start or one.as_of
            if on and one.step:
                steps.setdefault(one.step, on)
        elif one.start and one.step not in ("withdrawn", "suspended"):
            starts.setdefault(one.start, []).append(one)
        elif one.as_of:
            attested.append(one.as_of)
    only_planned = bool(planned) and not starts and not attested
    for one in planned if not starts else ():
        starts.setdefault(one.start or "", []).append(one)
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
                         subject=subject_of(first.organization, first.member, status), subject_type="membership",
                         summary=f"{first.member}, {status} of {first.organization}: since {words(chosen)}, or {rivals}",
                         claims=claims, rule=rule)
            )  # fmt: skip
    return (
        StatusInterval(
            organization=first.organization, member=first.member, status=status, start=chosen,
            first_attested=min(attested, key=sort_key, default=None), last_attested=max(attested, key=sort_key, default=None),
            steps=tuple(sorted(steps.items(), key=lambda s: (sort_key(s[1]), s[0]))),
            witnesses=tuple({s.spot: s.witness for s in said}.values()), claims=claims,
            confidence="medium" if max(s.witness.confidence for s in said) >= 0.5 else "low",
            note="Announced beforehand; no clipping says that it came to pass." if only_planned else None,
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
        subject=subject_of(one.organization, one.member, two.status), subject_type="membership",
        summary=f"{one.member} is called both {one.status} and {two.status} of {one.organization}, in turns",
        claims=claims, rule=RULES["latest"],
    )  # fmt: skip
