"""Rival values of one field: who says what, which value stands, and by which rule.

The rules, in order: a person's edit; the curator; an official source; the most independent sources; the latest
published; the value that sorts first. A date that is finer than another and within it is not its rival: the finer one
stands, the coarser stays as a compatible claim. A day within the days of a longer gathering is compatible too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.edtf import of_days
from sitegen.merge.readings import LONGEST_GATHERING, day, days_of, span_of
from sitegen.model import Claim, Witness

RULES = {
    "edit": "a person's correction",
    "curated": "the curator's value",
    "official": "an official source says so",
    "sources": "most independent sources say so",
    "latest": "the latest report says so",
    "finest": "the most exact date, and the others contain it",
    "span": "the days told of, taken together",
    "only": "the only value told",
    "first": "nothing else tells them apart: the first in order",
    "occurred": "told as having happened",
}


@dataclass(slots=True, kw_only=True, eq=False)
class Vote:
    """One source's value for one field."""

    value: str
    witness: Witness
    origin: str  # independence is counted by it
    published: int = 0
    curated: bool = False
    official: bool = False
    edited: bool = False
    weight: float = 1.0  # a surer way of telling: a main event's own sentence against a mention in passing


@dataclass(slots=True)
class _Tally:
    value: str
    votes: list[Vote]

    @property
    def edited(self) -> bool:
        return any(v.edited for v in self.votes)

    @property
    def curated(self) -> bool:
        return any(v.curated for v in self.votes)

    @property
    def official(self) -> bool:
        return any(v.official for v in self.votes)

    @property
    def origins(self) -> int:
        return len({v.origin for v in self.votes})

    @property
    def latest(self) -> int:
        return max(v.published for v in self.votes)

    @property
    def weight(self) -> float:
        return max(v.weight for v in self.votes)


def tally(votes: Iterable[Vote]) -> list[_Tally]:
    found: dict[str, _Tally] = {}
    for vote in votes:
        found.setdefault(vote.value, _Tally(vote.value, [])).votes.append(vote)
    return [found[value] for value in sorted(found)]


#: name of the rule, what it looks at; greater wins
_CHOICE: tuple[tuple[str, Callable[[_Tally], float]], ...] = (
    ("edit", lambda t: t.edited),
    ("curated", lambda t: t.curated),
    ("official", lambda t: t.official),
    ("sources", lambda t: t.origins),
    ("latest", lambda t: t.latest),
)


def choose(rivals: Sequence[_Tally]) -> tuple[_Tally, str]:
    """The one that stands and the rule that decided."""
    left = list(rivals)
    if len(left) == 1:
        only = left[0]
        return only, "edit" if only.edited else "curated" if only.curated else "only"
    for rule, look in _CHOICE:
        best = max(look(t) for t in left)
        kept = [t for t in left if look(t) == best]
        if len(kept) == 1:
            return kept[0], rule
        left = kept
    return min(left, key=lambda t: (-t.weight, t.value)), "first"


def claims_of(
    field: str, votes: Iterable[Vote], compatible: Callable[[str, str], bool] = lambda chosen, other: False
) -> tuple[Claim, ...]:
    """All claims of one field, the chosen one first, then by number of sources. `compatible(chosen, other)`."""
    rivals = tally(votes)
    if not rivals:
        return ()
    chosen, rule = choose(rivals)
    return _printed(field, rivals, chosen.value, rule, compatible)


def _printed(
    field: str, rivals: Sequence[_Tally], chosen: str, rule: str, compatible: Callable[[str, str], bool]
) -> tuple[Claim, ...]:
    ordered = sorted(rivals, key=lambda t: (t.value != chosen, -t.origins, t.value))
    return tuple(
        Claim(
            field=field,
            value=t.value,
            witnesses=tuple(v.witness for v in t.votes),
            chosen=t.value == chosen,
            rule=RULES[rule] if t.value == chosen else "",
            compatible=t.value == chosen or compatible(chosen, t.value),
        )
        for t in ordered
    )


def contains(outer: str, inner: str) -> bool:
    """As `edtf.contains`, on remembered bounds; False where either is no date."""
    (first, last), (begin, end) = span_of(outer), span_of(inner)
    if (first is None and last is None) or (begin is None and end is None):
        return False
    return (first is None or (begin is not None and first <= begin)) and (
        last is None or (end is not None and end <= last)
    )


def is_compatible_date(chosen: str, other: str) -> bool:
    """One contains the other: a coarser telling, or one day of several."""
    return contains(other, chosen) or contains(chosen, other) or other == chosen


def date_claims(votes: Sequence[Vote], *, spans: bool = True, gaps: bool = False) -> tuple[Claim, ...]:
    """Claims about the day. Of values that can agree the finest stands; a gathering's days stand together.

    `spans`: whether the kind of event may last some days, so that one source's day one and another's day two, or an
    interval around both, are one gathering's; `gaps`: whether days between may be left untold, as of an exercise.
    Another day that was only planned is no rival of the day on which it happened.
    """
    claims = _decided_dates(votes, spans, gaps)
    if not any(w.status != "planned" for c in claims if c.chosen for w in c.witnesses):
        return claims
    plans = [not c.compatible and all(w.status == "planned" for w in c.witnesses) for c in claims]
    return tuple(replace(c, compatible=True) if plan else c for c, plan in zip(claims, plans, strict=True))


def _decided_dates(votes: Sequence[Vote], spans: bool, gaps: bool) -> tuple[Claim, ...]:
    rivals = tally(votes)
    if not rivals:
        return ()
    deciding = [t for t in rivals if t.edited] or [t for t in rivals if t.curated]
    if deciding:
        chosen, rule = (
            choose(deciding) if len(deciding) > 1 else (deciding[0], "edit" if deciding[0].edited else "curated")
        )
        finer = chosen
        if rule == "curated" and days_of(chosen.value)[2] > 1:
            inside = [t for t in rivals if t is not chosen and contains(chosen.value, t.value)]
            if inside:
                finer, _ = choose(_finest(inside))
                rule = "finest"
        return _printed("date", rivals, finer.value, rule, is_compatible_date)
    happened = [t for t in rivals if any(v.witness.status == "occurred" for v in t.votes)]
    pool = happened or rivals
    exact = [t for t in pool if days_of(t.value)[2] <= 1]
    if not exact and happened:
        exact = [t for t in rivals if days_of(t.value)[2] <= 1]
    if spans and len(exact) > 1:
        spanned = _span(exact, gaps)
        if spanned:
            value, rule = spanned
            known = any(t.value == value for t in rivals)
            printed = _printed("date", rivals, value, rule, is_compatible_date)
            return printed if known else (_spanning(value, exact), *printed)
    finest = _finest(exact or pool)
    chosen, rule = choose(finest)
    if rule == "only" and len(rivals) > 1:
        rule = "finest"
    return _printed("date", rivals, chosen.value, rule, is_compatible_date)


def _finest(rivals: Sequence[_Tally]) -> list[_Tally]:
    """Those that contain no other: a month gives way to a day within it."""
    finest = [
        t for t in rivals if not any(o is not t and o.value != t.value and contains(t.value, o.value) for o in rivals)
    ]
    return finest or list(rivals)


def _span(exact: Sequence[_Tally], gaps: bool) -> tuple[str, str] | None:
    """The interval that holds all exact days, where they touch or overlap and it isn't too long; else None."""
    ordered = sorted(exact, key=lambda t: days_of(t.value)[:2])
    first, last, _ = days_of(ordered[0].value)
    for one in ordered[1:]:
        begin, end, _ = days_of(one.value)
        if begin > last + 1 and not gaps:
            return None
        last = max(last, end)
    if last - first >= LONGEST_GATHERING * (2 if gaps else 1):
        return None
    wide = [t for t in exact if days_of(t.value)[:2] == (first, last)]
    if wide:
        return wide[0].value, "finest" if len(wide) == len(exact) else "span"
    return of_days(day(first), day(last)), "span"


def _spanning(value: str, exact: Sequence[_Tally]) -> Claim:
    witnesses = tuple(v.witness for t in exact for v in t.votes)
    return Claim(field="date", value=value, witnesses=witnesses, chosen=True, rule=RULES["span"])


def are_rivals(claims: Iterable[Claim]) -> bool:
    return any(not claim.compatible for claim in claims)


def best_name(names: Mapping[str, float]) -> str:
    """The headline: the one with most weight, then the longest up to 90 characters, then the first."""
    return min(names, key=lambda n: (-names[n], len(n) > 90, -len(n), n))
