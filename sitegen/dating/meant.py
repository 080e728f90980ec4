"""Which known happenings a clause may speak of, and how well each fits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.dating.grounds import SERIES, Ground, Grounds, plain, titles_in
from sitegen.events import Clause

_OTHER = re.compile(r"(?:next|last|previous|following|two|three)\b", re.IGNORECASE)
_MINISTERIAL = ("defence-ministers", "foreign-ministers")
_MINISTERS = re.compile(
    r"\bministers\b['’]? (?:meeting|session|conference|talks)|\bmeeting of (?:the )?ministers", re.IGNORECASE
)
_THERE = re.compile(
    r"\b(?:at|during|following|after|in|attending|addressing|chairing|opening)\b(?: [\w’'&-]+){0,12}? (?:meeting|session|summit|conference|talks|gathering|forum|council)\b|\b(?:sidelines|margins|fringes)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:replaced|dismissed|sacked|fired|ousted|removed|relieved|resigned|resigns|stepped down|steps down|quit|retired?|left office|succeeded|suspended)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    label: str
    date: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What decides of a clause which events it may speak of. `told` are the series in the clause, `wider` in its sentence;
    one minister alone tells of a series only where the clause names a meeting."""

    clause: Clause
    sentence: str
    place: str | None
    told: tuple[str, ...]
    wider: tuple[str, ...]
    ministers: bool
    other: bool
    there: bool
    titles: frozenset[str]


def _asked(clause: Clause, titles: frozenset[str]) -> _Asked:
    there = _THERE.search(clause.text) is not None
    return _Asked(
        clause=clause,
        sentence=clause.sentence_text.lower(),
        place=plain(clause.place.name) if clause.place is not None else None,
        told=tuple(
            name
            for name, words in SERIES
            if any(there or m[0].lower().endswith("s") for m in words.finditer(clause.text))
        ),
        wider=tuple(name for name, words in SERIES if words.search(clause.sentence_text)),
        ministers=_MINISTERS.search(clause.text) is not None,
        other=_OTHER.match(clause.phrase) is not None,
        there=there,
        titles=(titles_in(clause.sentence_text) or titles) if titles and clause.kind == "exercise" else frozenset(),
    )


def _fits(asked: _Asked, ground: Ground, article_organizations: frozenset[str], numbers: tuple[int, ...]) -> float:
    """How well the clause speaks of the event; 0 for not at all."""
    clause, event, own = asked.clause, ground.event, ground.organizations
    score = 0.0
    if own & clause.organizations:
        score += 2.0
    elif own & article_organizations:
        score += 1.0
    elif own:
        return 0.0
    if clause.place is not None and event.place is not None:
        if asked.place == ground.place:
            score += 2.5
        elif clause.is_city:
            return 0.0
        elif clause.place.country == ground.country:
            score += 0.7
        else:
            return 0.0
    series, told, wider = ground.series, asked.told, asked.wider
    if ground.title and ground.title in asked.titles:
        score += 3.0
    elif ground.exercise and ground.exercise in asked.sentence:
        score += 2.5
    elif event.classification == "exercise":
        if clause.kind != "exercise":
            return 0.0
    elif clause.kind == "exercise" and event.ordinal not in clause.ordinals:
        return 0.0
    generic = series in _MINISTERIAL and asked.ministers
    if event.classification in ("meeting", "summit") and series not in told and series not in wider and not generic:
        return 0.0  # a place and an organization alone make no meeting of a series
    if series in told:
        score += 2.0
    elif told and series is not None and not generic:
        return 0.0
    elif series in wider:
        score += 1.0
    if event.classification == "summit" and clause.kind != "summit" and "heads-of-state" not in told:
        return 0.0
    if event.classification == "summit" and clause.kind not in ("summit", "meeting", "agreement", "statement", "other"):
        return 0.0
    if clause.kind == "statement" and not asked.there:
        return 0.0  # "told the agency on Friday" of a summit: it need not have been said there
    if event.classification == "meeting" and clause.kind == "summit" and series != "heads-of-state":
        return 0.0
    if (
        event.classification in ("accession", "founding", "appointment", "agreement")
        and clause.kind != event.classification
    ):
        return 0.0
    if event.ordinal is not None and clause.ordinals:
        if event.ordinal in clause.ordinals and (series in told or series in wider):
            score += 4.0
        elif series in told:
            return 0.0
    elif asked.other:
        pass  # "next year's" is another one than that which the text numbers
    elif event.ordinal is not None and len(numbers) == 1 and event.ordinal in numbers and series in told:
        score += 1.5  # the number stands in another sentence: "It will be the 18th meeting of the ministers."
    return score


def events_for(
    clause: Clause, grounds: Grounds, organizations: frozenset[str], numbers: tuple[int, ...], titles: frozenset[str]
) -> list[Match]:
    """`titles` are the exercises that the clipping names with their year, in whatever sentence."""
    found = []
    asked = _asked(clause, titles)
    for ground in grounds.events(clause.organizations | organizations):
        score = _fits(asked, ground, organizations, numbers)
        if score >= 3.0:
            event = ground.event
            found.append(Match(label=f"{event.name} ({event.date})", date=event.date, score=score))
    if not found:
        return []
    best = max(m.score for m in found)
    return [m for m in found if m.score >= best - 0.4]


def standing_for(clause: Clause, grounds: Grounds, organizations: frozenset[str]) -> list[Match]:
    """Accessions by the statuses, foundings by the organization, appointments by the terms of office."""
    register = grounds.seen
    if clause.kind == "accession":
        status = (
            "observer" if "observer" in clause.text else "dialogue-partner" if "partner" in clause.text else "member"
        )
        return [
            Match(
                label=f"{t.member} {t.status.replace('-', ' ')} of {t.organization} ({t.start})",
                date=t.start,
                score=4.0,
            )
            for t in register.statuses
            if t.start
            and t.member in clause.countries
            and (
                t.organization in clause.organizations or (not clause.organizations and t.organization in organizations)
            )
            and t.status == status
        ]
    if clause.kind == "founding":
        return [
            Match(label=f"{o.id} founded ({o.founded})", date=o.founded, score=3.5)
            for o in register.organizations
            if o.founded and (o.id in clause.organizations or (not clause.organizations and o.id in organizations))
        ]
    if clause.kind == "appointment" and clause.person:
        person = grounds.person(clause.person)
        if person is not None:
            left = _LEAVES.search(clause.text) is not None
            return [
                Match(label=f"{person.name} {t.role} ({'until ' if left else ''}{day})", date=day, score=3.5)
                for t in person.tenures
                if t.curated and (day := t.end if left else t.start)
            ]
    return []
