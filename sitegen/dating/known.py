"""Constraints from happenings whose day is known: the clipping says "next week" of a summit that the register dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.dating.clock import Clock
from sitegen.dating.constraint import Constraint
from sitegen.dating.days import FIRST, LAST, Days, common, in_words, united
from sitegen.dating.terms import person_of, persons_by_sound
from sitegen.edtf import bounds
from sitegen.events import Clause, ordinals_in
from sitegen.model import Draft, Register, RegisterEvent
from sitegen.people.names import fold

#: A series is told by these words in the clause or its sentence.
_SERIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("defence-ministers", re.compile(r"\bdefen[cs]e (?:ministers?|chiefs?|heads?|officials)|ministers? of (?:national )?defen[cs]e|security and defen[cs]e", re.IGNORECASE)),
    ("foreign-ministers", re.compile(r"\bforeign ministers?|ministers? of foreign affairs|top diplomats", re.IGNORECASE)),
    ("heads-of-state", re.compile(r"\bheads of state|\bsummit\b|\bleaders\b|\bpresidents\b", re.IGNORECASE)),
    ("heads-of-government", re.compile(r"\bheads of government|\bprime ministers\b|\bpremiers\b", re.IGNORECASE)),
)  # fmt: skip


_OTHER = re.compile(r"(?:next|last|previous|following|two|three)\b", re.IGNORECASE)
_MINISTERIAL = ("defence-ministers", "foreign-ministers")
_MINISTERS = re.compile(
    r"\bministers\b['’]? (?:meeting|session|conference|talks)|\bmeeting of (?:the )?ministers", re.IGNORECASE
)
_ANAPHORS = ("refshift", "refback", "dom", "period", "yearago", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    label: str
    date: str
    score: float


def plain(name: str) -> str:
    """A place's name for comparing: "Saint Petersburg" and "St. Petersburg" are one."""
    return fold(re.sub(r"^(?:Saint|St\.?)\s+", "St ", name))


def _series_of(event: RegisterEvent) -> str | None:
    if event.series:
        return event.series
    if event.classification not in ("meeting", "summit"):
        return None
    for series, words in _SERIES:
        if words.search(event.name):
            return series
    return "heads-of-state" if event.classification == "summit" else None


def _exercise(event: RegisterEvent, text: str) -> bool:
    name = (event.series or "").removeprefix("exercise-").replace("-", " ")
    return event.classification == "exercise" and len(name) > 3 and name in text.lower()


def _fits(
    clause: Clause, event: RegisterEvent, article_organizations: frozenset[str], numbers: tuple[int, ...]
) -> float:
    """How well the clause speaks of the event; 0 for not at all."""
    score = 0.0
    own = set(event.organizations)
    if own & clause.organizations:
        score += 2.0
    elif own & article_organizations:
        score += 1.0
    elif own:
        return 0.0
    if clause.place is not None and event.place is not None:
        if plain(clause.place.name) == plain(event.place.name):
            score += 2.5
        elif clause.is_city:
            return 0.0
        elif clause.place.country == event.place.country:
            score += 0.7
        else:
            return 0.0
    series = _series_of(event)
    told = [name for name, words in _SERIES if words.search(clause.text)]
    wider = [name for name, words in _SERIES if words.search(clause.sentence_text)]
    if _exercise(event, clause.sentence_text):
        score += 2.5
    elif event.classification == "exercise":
        if clause.kind != "exercise":
            return 0.0
    elif clause.kind == "exercise" and event.ordinal not in clause.ordinals:
        return 0.0
    generic = series in _MINISTERIAL and _MINISTERS.search(clause.text) is not None
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
    elif _OTHER.match(clause.phrase):
        pass  # "next year's" is another one than that which the text numbers
    elif event.ordinal is not None and len(numbers) == 1 and event.ordinal in numbers and series in told:
        score += 1.5  # the number stands in another sentence: "It will be the 18th meeting of the ministers."
    return score


def _events_for(
    clause: Clause, register: Register, organizations: frozenset[str], numbers: tuple[int, ...]
) -> list[Match]:
    found = []
    for event in register.events:
        if event.curated is None and not event.main_of:
            continue  # what a clipping only mentions is no firm ground to date another by
        score = _fits(clause, event, organizations, numbers)
        if score >= 3.0:
            found.append(Match(label=f"{event.name} ({event.date})", date=event.date, score=score))
    if not found:
        return []
    best = max(m.score for m in found)
    return [m for m in found if m.score >= best - 0.4]


def _standing_for(clause: Clause, register: Register, organizations: frozenset[str]) -> list[Match]:
    """Accessions by the statuses, foundings by the organization, appointments by the terms of office."""
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
        person = person_of(clause.person, persons_by_sound(register))
        if person is not None:
            return [
                Match(label=f"{person.name} {t.role} ({t.start})", date=t.start, score=3.5)
                for t in person.tenures
                if t.start and t.curated
            ]
    return []


def known_constraints(
    draft: Draft, register: Register, clock: Clock, relative: Sequence[Clause]
) -> Iterator[Constraint]:
    """One for each relative expression that speaks of something the register dates."""
    organizations = frozenset(m.id for m in draft.annotations.organizations)
    numbers = ordinals_in(draft.article.body)
    for clause in relative:
        if clock.mentions[clause.index].cue.startswith(_ANAPHORS):
            continue  # reckoned from another date of the text, not from publication
        matches = [
            *_events_for(clause, register, organizations, numbers),
            *_standing_for(clause, register, organizations),
        ]
        if not matches or len(matches) > 60:
            continue
        choices: list[tuple[str, Days]] = []
        best = 0.0
        for match in matches:
            days = clock.days_for(clause.index, match.date, loose=not clause.is_sure)
            if days is None:
                continue
            days = common(days, _told_side(clause, match))
            if days:
                choices.append((match.label, days))
                best = max(best, match.score)
        if not choices:
            continue
        days = united(run for _, runs in choices for run in runs)
        yield Constraint(
            name="known event",
            days=days,
            weight=min(2.5, 0.4 * best) / (1.0 + 0.2 * (len(choices) - 1)),
            line=f'"{clause.phrase}" of {choices[0][0]}: published {in_words(days)}',
            choices=tuple(choices) if len(choices) > 1 else (),
        )


def _told_side(clause: Clause, match: Match) -> Days:
    """What is told as done was written on the day or later; what is told as planned, on the day or before."""
    first, last = bounds(match.date)
    if first is None or last is None or not clause.is_sure:
        return ((FIRST, LAST),)
    if clause.status == "planned":
        return ((FIRST, last.toordinal()),)
    return ((first.toordinal(), LAST),)
