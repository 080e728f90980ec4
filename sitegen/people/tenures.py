"""Mentions and dates -> claims on terms of office: who took one up or gave it up, and when.

Two sources: the frames of `holders.py` ("was appointed", "replacing X", "was removed from the post of"), which mark
their mentions, and sentences that speak of the office held without naming it ("took office", "stepped down").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sitegen.model import Annotations, Article, DateMention, Evidence, PersonMention, TenureClaim
from sitegen.people.profiles import sentence_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A wording that begins or ends a term, with an example in which X is the subject."""

    name: str
    kind: Literal["start", "end"]
    hints: tuple[str, ...]  # words of which every match holds one, in lower case
    pattern: re.Pattern[str]
    example: str


#: Offices that states have and organizations have not.
OF_STATES = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "chief-of-general-staff"}
)

_WAS = r"(?:has been |had been |was |is |been |being )?"
TURNS: tuple[Turn, ...] = (
    Turn(
        name="took office",
        kind="start",
        hints=("office", "post", "duties"),
        pattern=re.compile(r"\b(?:took|taking|takes|assumed|assuming|entered) (?:up )?(?:the |his |her )?(?:office|post|duties)\b"),
        example="X took office in March 2018.",
    ),
    Turn(
        name="was given the portfolio",
        kind="start",
        hints=("given ",),
        pattern=re.compile(rf"\b{_WAS}given (?:the|his|her) (?:post|portfolio|job|office)\b"),
        example="X, who was given the portfolio last month, chaired.",
    ),
    Turn(
        name="in office since",
        kind="start",
        hints=(" since",),
        pattern=re.compile(r"\b(?:in (?:office|the post|the job)|minister|president|premier|secretary-general|chief) since\b", re.I),
        example="X, in office since October 2014, spoke.",
    ),
    Turn(
        name="moved to the ministry",
        kind="start",
        hints=("ministry", "department"),
        pattern=re.compile(r"\b(?:moved to|took over|took charge of|came to head|has headed) the (?:[a-z]+ )?(?:ministry|department)\b"),
        example="X, who moved to the defence ministry in August 2017, said so.",
    ),
    Turn(
        name="stepped down",
        kind="end",
        hints=("stepped", "steps", "left office", "leaves office", "resigned", "quit ", "tendered"),
        pattern=re.compile(r"\b(?:stepped down|steps down|left office|leaves office|resigned|quit (?:the|his|her) post|tendered (?:his|her) resignation)\b"),
        example="X resigned on 3 May 2021.",
    ),
    Turn(
        name="was dismissed",
        kind="end",
        hints=("dismissed", "sacked", "fired", "ousted", "removed", "relieved"),
        pattern=re.compile(r"\b(?:was|were|has been|had been|is) (?:abruptly |formally |suddenly )?(?:dismissed|sacked|fired|ousted|removed|relieved)\b"),
        example="X was dismissed in August 2021.",
    ),
)  # fmt: skip


#: before a date that is not the day of the change spoken of: "X, since April secretary, was appointed minister"
_OF_OTHER = re.compile(r"\b(?:since|from|until|till|before|after)(?: (?:early|late|the))? \Z", re.IGNORECASE)


def tenure_claims_of(article: Article, annotations: Annotations) -> tuple[TenureClaim, ...]:
    """Claims on the beginning and end of terms, in text order; `annotations.dates` are resolved."""
    named = [m for m in annotations.people if m.name and not m.office]
    claims: list[tuple[int, TenureClaim]] = []
    # the dateline's day is that of the report
    dates = [d for d in annotations.dates if d.start >= article.dateline_end]
    changed = [m for m in named if m.change is not None and m.office_code is not None]
    turning = [d for d in dates if changed and not _OF_OTHER.search(article.body, max(0, d.start - 12), d.start)]
    for mention in changed:
        if mention.change is not None:
            sentence = sentence_at(article, mention.start)
            date = _nearest(turning, sentence, mention.end)
            claims.append((mention.start, _claim(mention, mention, mention.change, sentence, date)))
    offices = _offices_held(named)
    holders = [m.start for m in named if m.name in offices]
    for start, end in article.sentences:
        if bisect_left(holders, start) == bisect_left(holders, end):
            continue  # nobody whose term could begin or end there
        text = article.body[start:end]
        holds = text.lower().__contains__
        for turn in TURNS:
            found = turn.pattern.search(text) if any(map(holds, turn.hints)) else None
            if found is None:
                continue
            subject = next((m for m in reversed(named) if start <= m.start and m.end <= start + found.start()), None)
            if subject is None or subject.change is not None or subject.name not in offices:
                continue
            sentence = Evidence(start=start, end=end, quote=text)
            date = _nearest(dates, sentence, start + found.end(), after=True)
            claims.append((subject.start, _claim(subject, offices[subject.name], turn.kind, sentence, date)))
    unique: dict[tuple[str, str, str, str | None], TenureClaim] = {}
    for _, claim in sorted(claims, key=lambda c: c[0]):
        if claim.code in OF_STATES and claim.country is None:
            continue  # of which state is not said
        unique.setdefault((claim.person, claim.code, claim.kind, claim.date), claim)
    return tuple(unique.values())


def _offices_held(named: list[PersonMention]) -> dict[str, PersonMention]:
    """The one office of each person who is said to hold just one that has a code."""
    held: dict[str, dict[str, PersonMention]] = {}
    for mention in named:
        if mention.office_code not in (None, "other") and mention.state in ("current", "acting", "former"):
            held.setdefault(mention.name, {}).setdefault(str(mention.office_code), mention)
    return {name: next(iter(codes.values())) for name, codes in held.items() if len(codes) == 1}


def _claim(
    person: PersonMention, office: PersonMention, kind: Literal["start", "end"], sentence: Evidence, date: str | None
) -> TenureClaim:
    return TenureClaim(
        person=person.name,
        role=(office.role or "").removeprefix("Former "),
        code=office.office_code or "other",
        country=office.country or person.country,
        organization=None if office.office_code in OF_STATES else office.organization,  # "the SCO's defence ministers"
        kind=kind,
        date=date,
        evidence=(sentence,),
        confidence=round(min(0.85, office.confidence) if date else 0.6, 2),
    )


def _nearest(dates: Sequence[DateMention], sentence: Evidence, at: int, *, after: bool = False) -> str | None:
    """The resolved date of the sentence nearest to `at`, one behind it first."""
    dates = [
        d for d in dates
        if sentence.start <= d.start < sentence.end and d.edtf is not None and d.type == "DATE" and not d.hint
    ]  # fmt: skip
    behind = [d for d in dates if d.start >= at]
    if behind and (after or len(dates) == len(behind)):
        return min(behind, key=lambda d: d.start).edtf
    return min(dates, key=lambda d: abs(d.start - at)).edtf if dates else None
