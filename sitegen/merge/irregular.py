"""What does not fit in a post: gaps, overlaps, two holders on one day, holders after their term, rival values."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from sitegen.edtf import bounds, words
from sitegen.merge.attested import Attested
from sitegen.merge.cited import citation_of, curated_witnesses
from sitegen.merge.claims import RULES
from sitegen.merge.readings import day, days_of, span_of
from sitegen.model import (
    Claim,
    Conflict,
    Tenure,
    Term,
    Witness,
)
from sitegen.slugs import slug_of

#: a holder read with less confidence makes no grave conflict
SURE = 0.75


def rival_witness(rival: Mapping[str, object]) -> tuple[Witness, ...]:
    note = rival.get("note")
    return (Witness(citation=citation_of(rival.get("source")), explanation=(str(note),) if note else ()),)


def span(start: str | None, end: str | None) -> str:
    return f"{words(start) if start else 'start not known'} to {words(end) if end else 'end not known'}"


def limits(tenure: Tenure) -> tuple[int, int]:
    """First and last day of a tenure, as widely as its dates may mean; ends not known are far away."""
    first = span_of(tenure.start)[0] if tenure.start else None
    last = span_of(tenure.end)[1] if tenure.end else None
    return (first or 0, 10**7 if last is None else last)


Odd = tuple[str, str, tuple[Tenure, ...]]  # words, kind, tenures concerned


def _held(tenure: Tenure) -> tuple[int, int]:
    """The days on which the tenure surely holds, half-open; an end not known reaches to the last day attested."""
    start = span_of(tenure.start)[1] if tenure.start else None
    seen = span_of(tenure.first_attested)[1] if tenure.first_attested else None
    begin = min((d for d in (start, seen) if d), default=10**7)
    end = span_of(tenure.end)[0] if tenure.end else None
    if end is not None:
        return begin, end
    last = span_of(tenure.last_attested)[0] if tenure.last_attested else None
    return begin, last + 1 if last else begin + 1 if begin < 10**7 else 0


def irregularities(held: Sequence[Tenure], names: Mapping[str, str]) -> tuple[Odd, ...]:
    """Gaps, overlaps and two holders on one day, in words. Only what the dates surely say; acting holders may overlap."""
    found: list[Odd] = []
    active: list[tuple[int, int, Tenure]] = []
    for c, d, two in sorted(((*_held(t), t) for t in held), key=lambda h: (h[0], h[1], h[2].person)):
        active = [a for a in active if a[1] > c]
        for a, b, one in active:
            begin, end = max(a, c), min(b, d)
            if one.person == two.person or begin >= end or one.acting or two.acting:
                continue
            until = "" if end - begin == 1 else f" to {words(day(end - 1).isoformat())}"
            both = f"{names.get(one.person, one.person)} and {names.get(two.person, two.person)}"
            found.append(
                (f"two holders on one day: {both}, {words(day(begin).isoformat())}{until}", "two-holders", (one, two))
            )
        if d > c:
            active.append((c, d, two))
    dated = [t for t in held if t.curated]
    for one, two in itertools.pairwise(dated):
        if not one.end:
            continue
        left, came = bounds(one.end)[1], bounds(two.start)[0] if two.start else None
        if not left or not came or came <= left:
            continue
        covered = any(t is not one and t is not two and limits(t)[0] <= left.toordinal() < limits(t)[1] for t in dated)
        if not covered:
            found.append((f"gap: nobody known from {words(one.end)} to {words(two.start or '')}", "gap", (one, two)))
    return tuple(found)


def _sureness(tenure: Tenure) -> float:
    return 1.0 if tenure.curated else max((w.confidence for w in tenure.witnesses), default=0.0)


def post_conflicts(identity: str, name: str, odd: Sequence[Odd]) -> list[Conflict]:
    found = []
    for text, kind, several in odd:
        if kind != "two-holders":
            continue
        claims = tuple(
            Claim(field="holder", value=t.person, witnesses=t.witnesses, chosen=t.curated and not all(s.curated for s in several),
                  rule=RULES["curated"] if t.curated and not all(s.curated for s in several) else "",
                  compatible=t.curated)
            for t in several
        )  # fmt: skip
        term = next((t for t in several if t.path), several[0])
        found.append(
            Conflict(id=slug_of(f"two-holders-{identity}-{'-'.join(t.person for t in several)}-{several[1].start or several[1].first_attested}"),
                     kind="two-holders", gravity=3 if min(_sureness(t) for t in several) >= SURE else 1, subject=identity, subject_type="post", summary=f"{name}: {text}",
                     claims=claims, rule=RULES["curated"] if any(c.chosen for c in claims) else "",
                     path=term.path, line=term.line)
        )  # fmt: skip
    return found


def outside(
    identity: str, name: str, held: Sequence[Tenure], stray: Mapping[tuple[str, str], list[Attested]],
    names: Mapping[str, str], titles: Mapping[str, str],
) -> list[Conflict]:  # fmt: skip
    """Days attested of someone whose curated term in that post had ended, or not begun."""
    found = []
    terms: dict[str, list[Tenure]] = {}
    for tenure in held:
        if tenure.curated:
            terms.setdefault(tenure.person, []).append(tenure)
    for tenure in held:
        own = terms.get(tenure.person)
        if tenure.curated or not own:
            continue
        term = min(own, key=lambda t: abs(limits(t)[0] - days_of(tenure.first_attested or "")[0]))
        days = stray.get((identity, tenure.person), ())
        seen = tenure.first_attested or ""
        after = limits(term)[1] < days_of(seen)[0]
        edge = f"left on {words(term.end or '')}" if after else f"came on {words(term.start or '')}"
        told = sorted({a.witness.source for a in days})
        claims = (
            Claim(field="end" if after else "start", value=(term.end if after else term.start) or "", witnesses=term.witnesses,
                  chosen=True, rule=RULES["curated"]),
            Claim(field="attested", value=seen, witnesses=tenure.witnesses, compatible=False),
        )  # fmt: skip
        who = names.get(tenure.person, tenure.person)
        found.append(
            Conflict(id=slug_of(f"attendance-{tenure.person}-{identity}-{seen}"), kind="attendance", gravity=2,
                     subject=tenure.person, subject_type="person",
                     summary=f"{who} is called {name} on {words(seen)} by {', '.join(titles.get(s, s) for s in told)}, but {edge}",
                     claims=claims, rule=RULES["curated"], path=term.path, line=term.line)
        )  # fmt: skip
    return found


def curated_conflicts(person: str, name: str, post: str, term: Term) -> list[Conflict]:
    """Rival values that the curator noted, by field."""
    found = []
    for field_name in dict.fromkeys(str(c.get("field")) for c in term.conflicts):
        rivals = [c for c in term.conflicts if str(c.get("field")) == field_name]
        value = getattr(term, field_name, None)
        claims = [
            Claim(field=field_name, value="" if value is None else str(value), witnesses=curated_witnesses(term.sources),
                  chosen=True, rule=RULES["curated"])
        ]  # fmt: skip
        claims += [
            Claim(field=field_name, value=str(c.get("value")), witnesses=rival_witness(c), compatible=False)
            for c in rivals
        ]
        others = " or ".join(words(c.value) for c in claims[1:])
        found.append(
            Conflict(id=slug_of(f"term-{person}-{post}-{term.start or term.end or ''}-{field_name}"), kind="term", gravity=1,
                     subject=person, subject_type="person",
                     summary=f"{name}, {post}: {field_name} {words(str(value)) + ', or ' if value else ''}{others}",
                     claims=tuple(claims), rule=RULES["curated"], path=term.path, line=term.line, noted=True)
        )  # fmt: skip
    return found
