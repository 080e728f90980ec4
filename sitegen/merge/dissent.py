"""What contradicts a curated history: claims of another status, start or step; two statuses on one day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from sitegen.edtf import words
from sitegen.merge.cited import citation_of, curated_witnesses
from sitegen.merge.claims import RULES
from sitegen.merge.readings import days_of
from sitegen.merge.said import STEP_WORDS, Said, fits, subject_of
from sitegen.merge.standing import BESIDE, first_of, last_of
from sitegen.model import (
    Claim,
    Conflict,
    StatusInterval,
    StatusTerm,
    Witness,
)
from sitegen.slugs import slug_of


def noted(rival: Mapping[str, object]) -> Claim:
    note = rival.get("note")
    witness = Witness(citation=citation_of(rival.get("source")), explanation=(str(note),) if note else ())
    return Claim(field=str(rival.get("field")), value=str(rival.get("value")), witnesses=(witness,), compatible=False)


def conflict(
    kind: str, several: Sequence[Said], intervals: Sequence[StatusInterval], titles: Mapping[str, str]
) -> Conflict:
    """A claim that the curated history contradicts."""
    one = several[0]
    on = one.start or one.as_of or ""
    told = ", ".join(titles.get(s, s) for s in sorted({s.witness.source for s in several}))
    witnesses = tuple(s.witness for s in several)
    if kind == "status":
        first = days_of(on)[0]
        standing = [i for i in intervals if first_of(i.start or i.first_attested, 0) <= first < last_of(i.end, 10**7)]
        chosen = standing[-1] if standing else None
        value = f"{chosen.status} from {chosen.start or '?'}" if chosen else "none"
        nearest = chosen or min(intervals, key=lambda i: abs(first_of(i.start, 0) - first))
        summary = (f"{one.member} is called {one.status} of {one.organization} for {words(on)} by {told}; "
                   f"the history has {'no status then' if chosen is None else chosen.status}")  # fmt: skip
        field_name, rival = "status", f"{one.status} {'from' if one.start else 'on'} {on}"
    else:
        nearest = next((i for i in intervals if fits(one, i)), intervals[0])
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
        gravity=1 if kind == "step" else 3 if kind == "status" else 2, subject=subject_of(one.organization, one.member, one.status),
        subject_type="membership", summary=summary, claims=claims, rule=RULES["curated"], path=nearest.path, line=nearest.line,
    )  # fmt: skip


def curated_conflicts(term: StatusTerm) -> list[Conflict]:
    found = []
    for name in dict.fromkeys(str(c.get("field")) for c in term.conflicts):
        value = getattr(term, name, None) or next((on for step, on in term.steps if step == name), "")
        rivals = tuple(noted(c) for c in term.conflicts if str(c.get("field")) == name)
        claims = (
            Claim(
                field=name,
                value=str(value),
                witnesses=curated_witnesses(term.sources),
                chosen=True,
                rule=RULES["curated"],
            ),
            *rivals,
        )
        others = " or ".join(words(c.value) for c in rivals)
        found.append(
            Conflict(id=slug_of(f"status-{term.organization}-{term.member}-{term.status}-{term.start or ''}-{name}-noted"), kind="status",
                     gravity=1, subject=subject_of(term.organization, term.member, term.status), subject_type="membership",
                     summary=f"{term.member}, {term.status} of {term.organization}: {name} {words(str(value)) + ', or ' if value else ''}{others}",
                     claims=claims, rule=RULES["curated"], path=term.path, line=term.line, noted=True)
        )  # fmt: skip
    return found


def overlaps(intervals: Sequence[StatusInterval]) -> list[Conflict]:
    """Two curated statuses of one member on one day."""
    found = []
    main = [i for i in intervals if i.status not in BESIDE]
    for n, one in enumerate(main):
        for two in main[n + 1 :]:
            begin = max(last_of(one.start, 10**7), last_of(two.start, 10**7))
            end = min(first_of(one.end, 10**7), first_of(two.end, 10**7))
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
                         subject=subject_of(one.organization, one.member, two.status), subject_type="membership",
                         summary=f"{one.member} is both {one.status} and {two.status} of {one.organization} on {words(on)}",
                         claims=claims, rule=RULES["latest"], path=two.path, line=two.line)
            )  # fmt: skip
    return found
