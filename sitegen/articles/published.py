"""The stated publication day: candidates ranked by where they stand, the winner and the losers with reasons.

A day counts only where it is stated with its year; what words and the world allow beyond that is `dating`'s affair.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.articles.dateline import Opening
from sitegen.articles.outlets import outlet_at
from sitegen.articles.stated import FIRST_YEAR, LAST_YEAR, WEEKDAYS, url_day, weekdays_in
from sitegen.edtf import bounds
from sitegen.model import Basis, Published
from sitegen.problems import Finding

#: What a person or a machine says for the record is trusted before what is printed on the page.
TRUST: tuple[Basis, ...] = (
    "argument", "sidecar", "front-matter", "html-meta", "header", "dateline", "url", "file-name",
)  # fmt: skip
#: Printed on a page: how much each kind of stamp says about the day of publication.
WEIGHTS = {"first": 3.0, "": 1.0, "update": -1.0, "clock": -0.5}
_LABEL_WORDS = {"first": "labelled as published", "": "a bare date", "update": "labelled as updated", "clock": "the paper's or page's own day"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """One stated day. `days` holds two readings of an ambiguous number; `value` is an EDTF value coarser than a day.

    `where` says in words where it stands; `start` is its place in the file, -1 for what stands in no text.
    """

    basis: Basis
    where: str
    text: str
    days: tuple[datetime.date, ...] = ()
    value: str | None = None
    label: str = ""
    bonus: float = 0.0
    is_masthead: bool = False
    start: int = -1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What bears on the choice: the dateline, the opening of the story, whose page it is, other full dates in it."""

    opening: Opening | None = None
    story: str = ""
    month_first: bool | None = None
    other_days: tuple[datetime.date, ...] = ()
    day_first_seen: bool | None = None


def published_of(candidates: list[Candidate], evidence: Evidence) -> tuple[Published, list[Finding]]:
    """The best candidate as `Published`; basis `unknown` where there is none."""
    findings: list[Finding] = []
    explanation: list[str] = []
    settled: list[tuple[float, int, Candidate, str]] = []
    for order, candidate in enumerate(candidates):
        value, why = _value(candidate, evidence)
        if value is None:
            findings.append(
                Finding(code="W108", message=f'"{candidate.text}" is no day of the calendar', start=max(candidate.start, 0),
                        remedy="write published in the sidecar")
            )  # fmt: skip
            explanation.append(f'not "{candidate.text}" ({candidate.where}): no day of the calendar')
            continue
        if why:
            explanation.append(why)
        if _is_page_clock(candidate, evidence):
            explanation.append(
                f'not {value}: "{candidate.text}", {candidate.where}, does not fit the weekday the lead tells of'
            )
            continue
        if candidate.label == "visit":
            explanation.append(
                f'not {value}: "{candidate.text}", {candidate.where}, is when somebody saw or saved the page'
            )
            continue
        settled.append((-_score(candidate, value, evidence), order, candidate, value))
    settled.sort(key=lambda row: (TRUST.index(row[2].basis), row[0], row[1]))
    if not settled:
        explanation.append("the clipping states no day with a year")
        return Published(date=None, basis="unknown", explanation=tuple(explanation)), findings
    winner, value = settled[0][2], settled[0][3]
    lines = [f'{value}: "{winner.text}", {winner.where}' + _labelled(winner)]
    lines += explanation
    seen = {value}
    for _, _, loser, other in settled[1:]:
        if other in seen:
            continue
        seen.add(other)
        lines.append(f'not {other}: "{loser.text}", {loser.where}{_labelled(loser)}{_lost(loser, winner)}')
    if winner.basis in ("header", "dateline") and len(winner.days) == 2 and not _settled_by(winner, evidence)[1]:
        findings.append(
            Finding(code="W106", message=f'"{winner.text}" may be {winner.days[0]} or {winner.days[1]}; read day first',
                    start=max(winner.start, 0), remedy="write published in the sidecar")
        )  # fmt: skip
    return Published(date=value, basis=winner.basis, explanation=tuple(lines)), findings


def _labelled(candidate: Candidate) -> str:
    return f", {_LABEL_WORDS[candidate.label]}" if candidate.basis == "header" else ""


def _lost(loser: Candidate, winner: Candidate) -> str:
    if loser.basis != winner.basis:
        return f"; {winner.basis} is trusted before {loser.basis}"
    return "; weaker evidence of the day of publication"


def _value(candidate: Candidate, evidence: Evidence) -> tuple[str | None, str]:
    """The candidate's EDTF value and, for a number of two readings, the reason of the choice."""
    if candidate.value is not None:
        return candidate.value, ""
    if not candidate.days:
        return None, ""
    if len(candidate.days) == 1:
        return candidate.days[0].isoformat(), ""
    day, why = _settled_by(candidate, evidence)
    return day.isoformat(), f'"{candidate.text}" may be {candidate.days[0]} or {candidate.days[1]}: ' + (
        why or "nothing settles it, read day first as most of the world writes"
    )


def _settled_by(candidate: Candidate, evidence: Evidence) -> tuple[datetime.date, str]:
    """Choose between day first and month first; the reason is empty where nothing speaks."""
    day_first, month_first = candidate.days
    both = (day_first, month_first)
    if evidence.opening and evidence.opening.month:
        near = [day for day in both if _follows(day, evidence.opening)]
        if len(near) == 1:
            return near[0], "it follows the dateline's day"
    close = [day for day in both if any(0 <= (day - other).days <= 40 for other in evidence.other_days)]
    if len(close) == 1:
        return close[0], f"near to {_nearest(close[0], evidence.other_days)}, stated elsewhere in the text"
    named = weekdays_in(evidence.story)[:4]
    scores = [sum((day.weekday() == n) * 2 + ((day.weekday() - 1) % 7 == n) for n in named) for day in both]
    if scores[0] != scores[1]:
        winner = both[scores[1] > scores[0]]
        word = next(n for n in named if n in (winner.weekday(), (winner.weekday() - 1) % 7))
        return winner, f'the text says "{WEEKDAYS[word].capitalize()}", which fits {winner} ({WEEKDAYS[winner.weekday()].capitalize()})'  # fmt: skip
    if evidence.day_first_seen is not None:
        return both[not evidence.day_first_seen], "another date on the page is written in that order"
    if evidence.month_first is not None:
        return both[evidence.month_first], f"the outlet writes the {'month' if evidence.month_first else 'day'} first"
    named_months = [day for day in both if re.search(rf"\b{day:%B}\b", evidence.story)]
    if len(named_months) == 1:
        return named_months[0], f"the text names {named_months[0]:%B}"
    return day_first, ""


def _nearest(day: datetime.date, others: tuple[datetime.date, ...]) -> datetime.date:
    return min(others, key=lambda other: abs((day - other).days))


def _follows(day: datetime.date, opening: Opening) -> bool:
    """Whether a story with this dateline may be published on `day`: on it or up to three days after."""
    if opening.month is None or opening.day is None:
        return False
    for year in (day.year, day.year - 1):
        try:
            told = datetime.date(year, opening.month, opening.day)
        except ValueError:
            continue
        if -1 <= (day - told).days <= 3:
            return True
    return False


def _score(candidate: Candidate, value: str, evidence: Evidence) -> float:
    """Rank within one basis."""
    score = WEIGHTS.get(candidate.label, 0.0) + candidate.bonus
    first, _ = bounds(value)
    if candidate.basis == "header" and evidence.opening and evidence.opening.month and first:
        score += 3.0 if _follows(first, evidence.opening) else -1.0
    return score


#: A weekday of the recent past, as news tell it; "will", "next" and the like speak of one to come.
_TOLD = re.compile(r"\bon (?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_TO_COME = re.compile(
    r"\b(?:will|next|shall|to be|is to|are to|upcoming|forthcoming|scheduled|expected|planned|due|every|each)\b"
)


def _is_page_clock(candidate: Candidate, evidence: Evidence) -> bool:
    """The day at a page's very top that is days after the weekday its lead tells of: when the page was seen, not written.

    News tell of a bare weekday for three days at most. Only a stamp that shows a weekday or a time at the top is
    doubted, since that is how mastheads are set.
    """
    if not candidate.is_masthead or len(candidate.days) != 1:
        return False
    lead = evidence.story[:600]
    found = _TOLD.search(lead)
    if found is None or _TO_COME.search(lead[: found.end() + 60]):
        return False
    told = [name[:3] for name in WEEKDAYS].index(found["day"][:3].casefold())
    return (candidate.days[0].weekday() - told) % 7 > 3


def given_candidates(meta: Mapping[str, Any], basis: Mapping[str, Basis]) -> list[Candidate]:
    """What a person states beside the text; `published` was validated as EDTF by the reader."""
    value = meta.get("published")
    if not value:
        return []
    source = basis.get("published", "sidecar")
    where = {
        "argument": "given on the command line",
        "sidecar": "in the sidecar",
        "front-matter": "in the front matter",
    }
    return [Candidate(basis=source, where=where.get(source, source), text=str(value), value=str(value))]


def url_candidates(url: str | None, path: str) -> list[Candidate]:
    """Days in the URL and in the file's name: the last resort."""
    out = []
    if url and (found := url_day(url)):
        out.append(Candidate(basis="url", where="in the URL", text=found[1], days=(found[0],)))
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if found := url_day(name):
        out.append(Candidate(basis="file-name", where="in the file's name", text=found[1], days=(found[0],)))
    return out


def dateline_day(opening: Opening, published: Published) -> str | None:
    """The dateline's day with the year that publication gives: never more than two days after it."""
    if opening.month is None or opening.day is None:
        return None
    first, last = bounds(published.date) if published.date else (None, None)
    year = opening.year
    if year is None:
        if last is None:
            return None
        year = last.year
        try:
            told = datetime.date(year, opening.month, opening.day)
        except ValueError:
            return None
        if (told - last).days > 2:
            year -= 1
    try:
        day = datetime.date(year, opening.month, opening.day)
    except ValueError:
        return None
    return day.isoformat() if FIRST_YEAR <= year <= LAST_YEAR and (first is None or year <= first.year + 1) else None


def month_first_of(url: str | None, publisher_month_first: bool | None, story: str) -> bool | None:
    """How the page's country writes numeric dates: the outlet's habit, else its spelling of common words."""
    if publisher_month_first is not None:
        return publisher_month_first
    if row := outlet_at(url):
        return row.month_first
    british = len(
        re.findall(r"\b(?:defence|organisation|programme|labour|honour|centre|favour)\b", story, re.IGNORECASE)
    )
    return False if british else None
