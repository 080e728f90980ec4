"""Constraints from happenings whose day is known: the clipping says "next week" of a summit that the register dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.dating.clock import Clock
from sitegen.dating.constraint import Constraint
from sitegen.dating.days import FIRST, LAST, Days, common, in_words, united
from sitegen.dating.grounds import Grounds, plain, titles_in
from sitegen.dating.meant import Match, events_for, standing_for
from sitegen.dating.opening import in_years, month_day, opening_day
from sitegen.edtf import bounds, is_day
from sitegen.events import Clause, ordinals_in
from sitegen.model import Draft

_ANAPHORS = ("refshift", "refback", "dom", "period", "yearago", "none")
#: Of a happening of several days these verbs tell the first or the last.
_FIRST_DAY = re.compile(
    r"\b(?:began|begins?|starts?|started|opens|opened|opening|kick(?:s|ed) off|commenced?|got under way)\b",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(
    r"\b(?:ends?|ended|conclude[sd]?|closed|closing|wrap(?:s|ped) up|finish(?:es|ed)|came to (?:a close|an end))\b",
    re.IGNORECASE,
)


def known_constraints(draft: Draft, grounds: Grounds, clock: Clock, relative: Sequence[Clause]) -> Iterator[Constraint]:
    """One for each relative expression that speaks of something the register dates."""
    organizations = frozenset(m.id for m in draft.annotations.organizations)
    numbers, titles = ordinals_in(draft.article.body), titles_in(draft.article.body)
    for clause in relative:
        if clock.mentions[clause.index].cue.startswith(_ANAPHORS):
            continue  # reckoned from another date of the text, not from publication
        matches = [
            *events_for(clause, grounds, organizations, numbers, titles),
            *standing_for(clause, grounds, organizations),
        ]
        if not matches or len(matches) > 60:
            continue
        choices: list[tuple[str, Days]] = []
        best = 0.0
        for match in matches:
            days = clock.days_for(clause.index, _day_meant(clause, match.date), loose=not clause.is_sure)
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
            about=clause.index,
        )


#: In so many of its first sentences a story says where its news was.
_WHERE = 2


def held_there(draft: Draft, grounds: Grounds) -> Iterator[Constraint]:
    """The day without a year that heads the story or stands in its opening, and the place there, name a meeting of the
    clipping's organizations that was held there then."""
    article = draft.article
    end = article.sentences[min(_WHERE, len(article.sentences)) - 1][1] if article.sentences else 0
    days = [m for m in draft.annotations.dates if m.start < end and month_day(m)]
    if (heading := opening_day(draft)) is not None:
        days = [heading]
    places = {plain(m.name) for m in draft.annotations.places if m.start < end and m.kind == "city"}
    if article.dateline is not None and article.dateline.place:
        places.add(plain(article.dateline.place))
    found: list[tuple[str, Days]] = []
    said = ""
    for ground in grounds.events(m.id for m in draft.annotations.organizations) if days and places else ():
        first, last = bounds(ground.event.date)
        if not ground.organizations or ground.place not in places or first is None or last is None:
            continue
        if (last - first).days > 31 or ground.event.classification not in ("meeting", "summit", "exercise"):
            continue
        for mention in days:
            told = month_day(mention)
            for day in in_years(*told, range(first.year, last.year + 1)) if told else ():
                if 0 <= day - first.toordinal() <= (last - first).days + 1:
                    found.append((f"{ground.event.name} ({ground.event.date})", united([(day, day + 1)])))
                    said = said or mention.text
    if found:
        runs = united(run for _, within in found for run in within)
        yield Constraint(
            name="held there",
            days=runs if heading is not None else united((a, b + _TOLD_WITHIN) for a, b in runs),
            weight=1.0,
            line=f'"{said}" at the place of {found[0][0]}: published {in_words(runs)}',
            choices=tuple(found) if len(found) > 1 else (),
        )


#: A day of the opening that no dateline gives may be told so many days later.
_TOLD_WITHIN = 6


def _day_meant(clause: Clause, known: str) -> str:
    """Of an interval its first day where the clause tells the beginning, its last where it tells the end."""
    first, separator, last = known.partition("/")
    if not separator or not (is_day(first) and is_day(last)):
        return known
    begins, ends = _FIRST_DAY.search(clause.text), _LAST_DAY.search(clause.text)
    return first if begins and not ends else last if ends and not begins else known


def _told_side(clause: Clause, match: Match) -> Days:
    """What is told as done was written on the day or later; what is told as planned, on the day or before."""
    first, last = bounds(match.date)
    if first is None or last is None or not clause.is_sure:
        return ((FIRST, LAST),)
    if clause.status == "planned":
        return ((FIRST, last.toordinal()),)
    return ((first.toordinal(), LAST),)
