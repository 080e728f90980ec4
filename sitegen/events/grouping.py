"""Candidates that tell of one happening become one event with several quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.edtf import bounds, contains
from sitegen.events.candidates import Candidate
from sitegen.events.principal import Principal, stems
from sitegen.model import Article, Classification, Place

#: Happenings that stay apart from whatever else falls on their day.
_OWN: frozenset[Classification] = frozenset({"appointment", "accession", "founding", "exercise"})


@dataclass(slots=True)
class Group:
    """One happening: its candidates in text order, the first being the one that names it best."""

    main: bool
    candidates: list[Candidate] = field(default_factory=list)
    places: list[Place | None] = field(default_factory=list)

    @property
    def lead(self) -> Candidate:
        return self.candidates[0]


def _places_differ(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None:
        return False
    return a.name != b.name and a.country != b.country


def _joins(group: Group, c: Candidate, place: Place | None, article: Article) -> bool:
    lead = group.lead
    if lead.date != c.date:
        return group.main and _restates(lead, c, article.body)
    if c.apart and c.sentence != lead.sentence:
        return False
    if any(_places_differ(place, p) for p in group.places):
        return False
    if c.kind != lead.kind and (c.kind in _OWN or lead.kind in _OWN):
        return c.sentence == lead.sentence and c.kind not in _OWN
    if c.status != lead.status and lead.is_day is False:
        return False
    if c.is_day:
        return True
    body = article.body
    first, last = bounds(c.date)
    meetings = ("meeting", "summit")
    if first and last and (last - first).days <= 10 and c.kind in meetings and lead.kind in meetings:
        return True  # "gathering this week" and "this week's summit"
    common = stems(body[c.clause[0] : c.clause[1]]) & stems(body[lead.clause[0] : lead.clause[1]])
    return (c.kind == lead.kind and len(common) >= 3) or len(common) >= 4


def _restates(main: Candidate, c: Candidate, body: str) -> bool:
    """ "This week's meeting" within the report of that meeting: a coarser word for the main event's day."""
    if (
        c.mention is None
        or not c.mention.text.lower().startswith(("this ", "next ") if main.status == "planned" else ("this ",))
        or (c.kind != main.kind and {c.kind, main.kind} != {"meeting", "summit"} and not _its(main, c, body))
        or c.status != main.status
    ):
        return False
    first, last = bounds(c.date)
    day, end = bounds(main.date)
    return None not in (first, last, day, end) and first <= day and end <= last  # type: ignore[operator]


def _its(main: Candidate, c: Candidate, body: str) -> bool:
    """What was said at "this week's summit" belongs to the report of what was said there."""
    at = c.mention.end if c.mention else 0
    return main.kind == "statement" and c.kind in ("meeting", "summit") and body[at : at + 2] in ("'s", "’s")


#: The date of a happening that may be told exactly elsewhere: "the June summit", "in mid-June".
_MONTH = re.compile(r"\d{4}-\d{2}~?")
_ALIKE: tuple[Classification, ...] = ("summit", "meeting")


def _tells_again(coarse: Group, fine: Group, bodies: Mapping[int, frozenset[str]], article: Article) -> bool:
    """ "The September summit" beside "the summit in A on September 15-16": one happening, its day told less exactly."""
    a, b = coarse.lead, fine.lead
    if _MONTH.fullmatch(b.date) is not None:
        return False
    if not contains(a.date.rstrip("~"), b.date) or a.status != b.status:
        return False
    if a.kind not in _ALIKE or b.kind not in _ALIKE:
        return False
    if a.kind == "meeting" == b.kind or _ANOTHER.search(article.body, *a.clause):
        return False
    if any(_places_differ(p, q) for p in coarse.places for q in fine.places):
        return False
    mine, other = bodies.get(a.sentence, frozenset()), bodies.get(b.sentence, frozenset())
    return not mine or not other or bool(mine & other)


_ANOTHER = re.compile(r"\b(?:another|other|second|separate|also)\b", re.IGNORECASE)


def once_told(groups: list[Group], bodies: Mapping[int, frozenset[str]], article: Article) -> list[Group]:
    """The groups, those that only tell another's happening less exactly joined to it; `bodies` are the organizations that
    each sentence names."""
    out = list(groups)
    for coarse in groups:
        if coarse.main or _MONTH.fullmatch(coarse.lead.date) is None:
            continue
        fine = [g for g in out if g is not coarse and _tells_again(coarse, g, bodies, article)]
        if len(fine) == 1:
            fine[0].candidates += coarse.candidates
            fine[0].places += coarse.places
            out.remove(coarse)
    return out


def groups_of(
    article: Article, candidates: list[Candidate], places: dict[int, Place | None], principal: Principal | None
) -> tuple[list[Group], list[Candidate]]:
    """The groups, main one first, and the captions that joined none. `places` goes by index of candidate."""
    groups: list[Group] = []
    stray: list[Candidate] = []
    if principal is not None:
        c = principal.candidate
        at = next((i for i, x in enumerate(candidates) if x is c), None)
        groups.append(Group(main=True, candidates=[c], places=[places[at] if at is not None else None]))
    late: list[tuple[int, Candidate]] = []
    for i, c in enumerate(candidates):
        if principal is not None and c is principal.candidate:
            continue
        if c.caption or c.heading:
            late.append((i, c))
            continue
        home = next((g for g in groups if _joins(g, c, places[i], article)), None)
        if home is None:
            groups.append(Group(main=False, candidates=[c], places=[places[i]]))
        else:
            home.candidates.append(c)
            home.places.append(places[i])
    for i, c in late:
        home = next((g for g in groups if g.lead.date == c.date), None)
        if home is None:
            stray.append(c)
        else:
            home.candidates.append(c)
            home.places.append(places[i])
    return groups, stray
