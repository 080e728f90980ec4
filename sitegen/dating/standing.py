"""Constraints from how members stand: statuses said to hold now, and the number of members."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator

from sitegen.dating.constraint import Constraint
from sitegen.dating.days import FIRST, LAST, Days, in_words, united
from sitegen.edtf import bounds, is_day
from sitegen.model import Draft, MembershipRecord, Register, Status, StatusInterval

_FULL: frozenset[Status] = frozenset({"founding-member", "member"})
_NUMBERS = {
    w: n
    for n, w in enumerate(
        [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ]
    )
    if w
}  # fmt: skip
_COUNT = re.compile(
    r"\b(\d{1,3}|"
    + "|".join(_NUMBERS)
    + r")(?:[ -](?:full|current|permanent|nation|country|[A-Z]{2,6}))?[ -](?:member states|member countries|member nations|members?\b|countries|nations|states)",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"\b(?:other|new|more|former|observer|partner|founding|the first|additional|nearly|about|of the)\s*$", re.IGNORECASE
)


def days_of(term: StatusInterval) -> tuple[int, int]:
    """First and last day of a status, both inclusive; an unknown or missing end is open."""
    first = bounds(term.start)[0] if term.start else None
    last = bounds(term.end)[1] if term.end else None
    end = last.toordinal() - (1 if term.end and is_day(term.end) else 0) if last else LAST
    return (first.toordinal() if first else FIRST, end)


def _same(a: Status, b: Status) -> bool:
    return a == b or (a in _FULL and b in _FULL)


def status_constraints(records: tuple[MembershipRecord, ...], register: Register) -> Iterator[Constraint]:
    """One for each status that a clipping states as standing now and that the register knows with its dates."""
    seen: set[tuple[str, str, str]] = set()
    for record in records:
        key = (record.organization, record.member, record.status)
        if record.start is not None or record.status in ("founding-member", "guest", "applicant") or key in seen:
            continue
        seen.add(key)
        terms = [
            t
            for t in register.statuses
            if t.organization == record.organization and t.member == record.member and _same(t.status, record.status)
        ]
        runs = united(days_of(t) for t in terms if t.start or t.end)
        if not runs or runs == ((FIRST, LAST),):
            continue
        label = record.status.replace("-", " ")
        article = "an" if label[0] in "aeio" else "a"
        yield Constraint(
            name="status",
            days=runs,
            weight=1.0,
            line=f"{record.member} is called {article} {label} of {record.organization}: so {in_words(runs)}",
        )


def member_days(register: Register, organization: str) -> list[tuple[int, int, int]]:
    """Runs of days with the number of full members of `organization`."""
    terms = [days_of(t) for t in register.statuses if t.organization == organization and t.status in _FULL]
    if not terms or any(t[0] == FIRST for t in terms):
        return []
    edges = sorted({t[0] for t in terms} | {t[1] + 1 for t in terms if t[1] < LAST} | {LAST + 1})
    return [(a, b - 1, sum(x <= a <= y for x, y in terms)) for a, b in itertools.pairwise(edges)]


def known_world(latest: int) -> Constraint:
    """Nothing tells of what nobody can know yet: of the years that fit, those long after the latest day known are left."""
    day = datetime.date.fromordinal(latest)
    return Constraint(
        name="known world",
        days=united([(FIRST, latest + 2 * 366)]),
        weight=0.5,
        line=f"the latest day known is {day.isoformat()}: a clipping from years after it is unlikely",
    )


def count_constraints(draft: Draft, register: Register) -> Iterator[Constraint]:
    """ "All eight members": the days on which the organization of the sentence had so many."""
    article, notes = draft.article, draft.annotations
    named = dict.fromkeys(m.id for m in notes.organizations)
    main = next(iter(named), None)
    seen: set[tuple[str, int]] = set()
    for found in _COUNT.finditer(article.body):
        if _NO_COUNT.search(article.body, max(0, found.start() - 14), found.start()):
            continue
        sentence = next((s for s in article.sentences if s[0] <= found.start() < s[1]), None)
        if sentence is None:
            continue
        inside = [m.id for m in notes.organizations if sentence[0] <= m.start < sentence[1]]
        words = found[0].lower()
        if not inside and "member" not in words:
            continue
        organization = inside[0] if inside else main
        if organization is None:
            continue
        number = _NUMBERS.get(found[1].lower()) or (int(found[1]) if found[1].isdigit() else 0)
        table = member_days(register, organization)
        runs: Days = united((a, b) for a, b, n in table if n == number)
        if not runs or (organization, number) in seen:
            continue
        seen.add((organization, number))
        yield Constraint(
            name="number of members",
            days=runs,
            weight=1.0 if "member" in words else 0.7,
            line=f'"{found[0]}": {organization} had {number} members {in_words(runs)}',
        )
