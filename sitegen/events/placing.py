"""Where each happening of a clipping was: by its own words, by what it is, and for the main event by the whole clipping."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span
from sitegen.events.grouping import Group
from sitegen.events.places import (
    attributed,
    dateline_place,
    destination,
    open_water,
    place_in,
    place_of_title,
    struck,
    unknown_town,
)
from sitegen.events.pointing import pointed, staying
from sitegen.events.principal import story_sentences
from sitegen.events.remote import how_remote
from sitegen.model import Annotations, Article, Classification, Place
from sitegen.world import Names

_MEETS: tuple[Classification, ...] = ("meeting", "summit", "statement")

#: "... signed the pact in Kampala", "the talks, held in Oslo": a sentence without a day that says where.
_SIGNED = re.compile(r"\b(?:signed|signs|signing|inked|initialled|concluded|sealed)\b")
#: "the 12th ministers' meeting (AMM) and the 5th AMM-Plus in Oslo"
_NAMED_AT = (
    r"\b(?:the|its|their) (?:[\w'’-]+ ){0,8}?(?:[Mm]eeting|[Ss]ummit|talks|[Ss]ession|[Cc]onference|[Ff]orum|event|gathering|[Ee]xercise|[Dd]rills?|[Dd]ialogue)"
    r"(?: \([A-Z][\w-]{1,10}\))?(?: and (?:the )?[\w-]{2,12} [A-Z][\w-]{2,20})?(?= (?:here|in|at) )"
)
_HELD = re.compile(
    r"\b(?:held|took place|taking place|hosted|convened|gathered|organi[sz]ed|under way|underway)\b|" + _NAMED_AT
)
#: where states are admitted: at a meeting of the body, or where the papers are signed
_ADMITS = re.compile(
    r"\b(?:signed|signing)\b|\b(?:summit|meeting|session|council)(?: (?:of|at|meeting|summit|the|[A-Z]\w+|heads|state|leaders))*(?= in )"
)
_APART: dict[Classification, re.Pattern[str]] = {
    "agreement": _SIGNED, "meeting": _HELD, "summit": _HELD, "exercise": _HELD, "accession": _ADMITS,
}  # fmt: skip
_NOT_THIS = re.compile(
    r"\b(?:last|previous|next|earlier|first|another|other|since|until|after|before|would|will|ahead|prepar\w+)\b",
    re.IGNORECASE,
)
_THE_SAME = re.compile(
    r"(?:The|This|Their) (?:(?:two|three|four|five)-day )?(?:summit|meeting|talks|session|conference|forum|gathering)"
    r"(?: itself)? (?:began|opened|started|kicked off|ended|closed|concluded|wrapped up|was opened|was closed)\b"
)
_TO_BE_HELD = re.compile(
    r"\b(?:will|to|would|is to|are to) (?:also )?(?:take place|be (?:held|staged|hosted|conducted|organi[sz]ed))\b|"
    + _NAMED_AT
)
_OTHER = re.compile(r"\b(?:last|previous|next|another|other|since|until|after|before)\b", re.IGNORECASE)
_HELD_LATER = re.compile(
    r"\b(?:will|to|would) (?:also )?(?:host|hold|be held|meet|gather|take place)\b|\b(?:upcoming|forthcoming|next) ",
    re.IGNORECASE,
)
#: What is as often held elsewhere in the country as in the city that it is told from.
_AWAY: tuple[Classification, ...] = ("meeting", "summit", "exercise", "visit", "agreement")
_DATED_KINDS: tuple[Classification, ...] = ("founding", "summit", "meeting", "exercise", "agreement")


class Placing:
    """The places of one clipping's candidates, read once; `of` decides for a group."""

    def __init__(
        self, article: Article, annotations: Annotations, names: Names, candidates: Sequence[Candidate]
    ) -> None:
        self.article, self.annotations, self.names = article, annotations, names
        self.places: dict[int, Place | None] = {}
        self.words: dict[int, str] = {}
        self._index = {id(c): i for i, c in enumerate(candidates)}
        for i, c in enumerate(candidates):
            found = self._own(c, candidates)
            self.places[i], self.words[i] = found if found else (None, "")

    def stands_for(self, old: Candidate, new: Candidate) -> None:
        """`new` is where `old` was read to be."""
        if id(old) in self._index:
            self._index[id(new)] = self._index[id(old)]

    def _in(
        self, span: Span, near: int, without: Sequence[Span] = (), strict: bool = False, at_sea: bool = False
    ) -> tuple[Place, str] | None:
        return place_in(self.article, self.annotations, self.names, span, near, without, strict, at_sea)

    def _own(self, c: Candidate, candidates: Sequence[Candidate]) -> tuple[Place, str] | None:
        """The place that the candidate's clause names, else its sentence where that dates nothing else."""
        sentence = self.article.sentences[c.sentence]
        near = c.mention.start if c.mention else c.clause[0]
        elsewhere = (
            *attributed(self.article, c),
            *_prepared(self.article, c),
            *_foretold(self.article, c),
            *_aimed_at(self.article, c),
        )
        found = self._in(c.clause, near, elsewhere, at_sea=c.kind == "exercise")
        if found is None and c.clause != sentence and not c.aside:
            others = [o for o in candidates if o.sentence == c.sentence and o is not c]
            if not others or all(o.date == c.date for o in others):
                found = self._in(sentence, near, elsewhere)
        if found is None:
            found = pointed(self.article, self.annotations, self.names, c)
        if found is None and c.found is not None and c.found.end <= c.clause[0]:
            # "met in A in May and on 4 June": the place goes with the verb that is lent
            found = self._in((sentence[0], c.clause[0]), c.clause[0])
        return found

    def of(
        self, group: Group, others: list[Span], near: list[Candidate], kind: Classification
    ) -> tuple[Place | None, str]:
        """The group's place with the reason; `others` are the clauses of other happenings, `near` those of about its day."""
        article, annotations, names, lead = self.article, self.annotations, self.names, group.lead
        if lead.kind == "visit" and (goal := destination(article, annotations, names, lead)) is not None:
            town = self._city_of(goal[0], others, kind) if group.main else None
            return town or (goal[0], f'"{goal[1]}", where the visit goes')
        if (hit := struck(article, annotations, lead)) is not None:
            return hit[0], f'"{hit[1]}", which was struck'
        remote = kind in _MEETS and self._is_remote(group)
        said_here = group.main and lead.kind == "statement" and lead.mention is None
        if said_here and not remote and article.dateline and article.dateline.place:
            return dateline_place(article, annotations, names), "the dateline"  # what it tells of may be elsewhere
        for c in group.candidates:
            i = self._index.get(id(c))
            at = self.places[i] if i is not None else None
            if i is not None and at is not None:
                city = self._city_of(at, others, kind) if group.main else None
                if city is None and group.main and (line := self._dateline_nearer(c, at)) is not None:
                    return line, "the dateline, in the country that the sentence names"
                return city or (at, f'"{self.words[i]}"')
        if kind == "exercise":
            for s in (lead.sentence, *(story_sentences(article, 3) if group.main else ())):
                if open_water(article.body, article.sentences[s]) is not None:
                    return None, ""  # at sea, and not where it is told from
        if not group.main:
            town = unknown_town(article, annotations, lead.clause) if kind in _DATED_KINDS else None
            if town is not None:
                return town[0], f'"{town[1]}", a place no table knows'
            return self._as_beside(near, lead) or (None, "")
        if remote:
            return None, ""
        if (told := self._told_apart(kind, others, group)) is not None:
            return told
        for s in story_sentences(article, 4):
            away = [*others, *_to_come(article, article.sentences[s], lead), *_prepared(article, lead)]
            found = self._in(article.sentences[s], article.sentences[s][0], away, strict=True)
            if found is not None and not (article.dateline and article.dateline.place):
                return found[0], f'"{found[1]}" in the opening'
        return self._else(group, others, near)

    def _else(self, group: Group, others: list[Span], near: list[Candidate]) -> tuple[Place | None, str]:
        """The last resorts of a main event: a place that no table knows, its neighbours in time, dateline, headline."""
        article, annotations, names = self.article, self.annotations, self.names
        for c in group.candidates:
            town = unknown_town(article, annotations, c.clause)
            if town is not None:
                return town[0], f'"{town[1]}", a place no table knows'
        line = article.dateline
        if (line is None or not line.place) and group.lead.is_day:
            # the place of what happened beside it within three days: "On Tuesday the ministers met in Beijing"
            for c in near:
                i = self._index.get(id(c))
                told_here = re.search(r"\bhere\b", article.body[group.lead.clause[0] : group.lead.clause[1]])
                if i is not None and self.places[i] is not None and (c.status == group.lead.status or told_here):
                    return self.places[i], f'"{self.words[i]}", of {c.date}'
        if (stay := staying(article, annotations, names, group.lead)) is not None:
            return stay[0], f'"{stay[1]}", where the visit goes'
        if line is not None and line.place:
            if group.lead.kind == "exercise" and group.lead.status == "planned":
                return None, ""  # where it was announced
            return dateline_place(article, annotations, names), "the dateline"
        people = {m.name for m in annotations.people if m.name and " " in m.name}
        titled = place_of_title(article, names, people, group.lead.kind == "visit")
        if titled is not None:
            return titled, "the headline"
        if group.lead.kind == "appointment":
            a, b = article.sentences[group.lead.sentence]
            lands = {
                m.country
                for m in annotations.places
                if a <= m.start < b and m.country and m.kind in ("country", "demonym")
            }
            land = names.country_names.get(lands.pop() or "") if len(lands) == 1 else None
            if land is not None:
                return Place(name=land, country=names.countries.get(land)), "the one country whose office it is"
        return None, ""

    def _as_beside(self, near: list[Candidate], lead: Candidate) -> tuple[Place, str] | None:
        """ "The summit began on Thursday", told beside the day on which a declaration was signed: it is the same gathering."""
        if not _THE_SAME.match(self.article.body, *lead.clause):
            return None
        for c in near:
            i = self._index.get(id(c))
            at = self.places[i] if i is not None else None
            if i is not None and at is not None:
                return at, f'"{self.words[i]}", of {c.date}, of the same gathering'
        line = dateline_place(self.article, self.annotations, self.names) if near else None
        return (line, "the dateline, of the same gathering") if line is not None else None

    def _is_remote(self, group: Group) -> bool:
        """Whether those who met spoke by link or telephone, as the quotes tell."""
        spans = (self.article.sentences[c.sentence] for c in group.candidates[:3])
        return any(how_remote(self.article.body[a:b]) is not None for a, b in spans)

    def _told_apart(self, kind: Classification, others: list[Span], group: Group) -> tuple[Place, str] | None:
        """Where it was signed or held, as another sentence of the opening says."""
        pattern = _APART.get(kind)
        planned = group.lead.status == "planned"
        if pattern is None or (planned and kind == "agreement"):
            return None
        if planned:
            pattern = _TO_BE_HELD
        body = self.article.body
        for s in story_sentences(self.article, 9):
            start, end = self.article.sentences[s]
            start = max(start, self.article.dateline_end) if self.article.dateline_end < end else start
            said = pattern.search(body, start, end)
            if said is None or any(a < end and start < b for a, b in others):
                continue
            if (_OTHER if planned else _NOT_THIS).search(body, max(start, said.start() - 40), said.end()):
                continue
            found = self._in((said.end(), min(end, said.end() + 70)), said.end())
            if (
                found is not None
                and found[0].country is not None
                and not re.search(r"[;:]", body[said.end() : body.find(found[1], said.end())])
            ):
                return found[0], f'"{found[1]}", where it was {"signed" if kind == "agreement" else "held"}'
        return None

    def _dateline_nearer(self, c: Candidate, at: Place) -> Place | None:
        """ "A court in Congo on Tuesday sentenced ... for a prison in KISANGANI": the country beside the day is the dateline's."""
        line = dateline_place(self.article, self.annotations, self.names)
        if line is None or line.country is None or at == line or at.country != line.country:
            return None
        near = c.mention.start if c.mention else c.clause[0]
        where = [m for m in self.annotations.places if c.clause[0] <= m.start < c.clause[1]]
        mine = next((m for m in where if m.name == at.name), None)
        land = next(
            (m for m in where if m.kind == "country" and m.country == line.country and abs(m.start - near) < 30), None
        )
        if mine is None or land is None or mine.start - near < 70 or land.start > mine.start:
            return None
        return line

    def _city_of(self, country: Place, others: list[Span], kind: Classification) -> tuple[Place, str] | None:
        """A country is told more exactly by the dateline's city in it, or by a city of it that the opening names."""
        if country.country is None or self.names.country_names.get(country.country) != country.name:
            return None
        line = dateline_place(self.article, self.annotations, self.names)
        capital = self.names.capitals.get(country.country) if kind == "exercise" else None
        if kind not in _AWAY:
            near = line is not None and line.country == country.country
            return (line, "the dateline, in the country that is named") if line is not None and near else None
        for s in story_sentences(self.article, 5):
            span = self.article.sentences[s]
            found = self._in(span, span[0], others)
            if (
                found is not None
                and found[0].country == country.country
                and found[0].name not in (country.name, capital)
            ):
                return found[0], f'"{found[1]}"'
        # drills in a country are seldom in the capital that they are told from
        if line is None or line.country != country.country or line.name == capital:
            return None
        return line, "the dateline, in the country that is named"


def _prepared(article: Article, c: Candidate) -> list[Span]:
    """What is only prepared or waited for, to the end of the clause: "reviewed preparations for the summit in A" was not in A."""
    found = _FOR_ANOTHER.search(article.body, *c.clause)
    return _rest(article, found, c.clause) if found and (c.found is None or c.found.start < found.start()) else []


def _aimed_at(article: Article, c: Candidate) -> list[Span]:
    """What is to be done by what was agreed: "approved a mission to protect ships in the gulf", "agreed to meet in A"."""
    if c.kind not in ("agreement", "initiative", "statement") or c.found is None or c.status != "occurred":
        return []
    near = c.mention.start if c.mention else c.clause[0]
    # "..., an envoy said on Monday": what is told stands before the saying
    told = c.kind == "statement" and c.found.start > c.clause[0] + 30
    found = _AIM.search(article.body, c.clause[0] if told else c.found.end, c.clause[1])
    if found is None or (near > found.start() and not told):
        return []
    return _rest(article, found, c.clause)


_AIM = re.compile(r"\bto (?!the\b|an?\b|its\b|their\b|his\b|her\b)[a-z]{3,}\b")


def _foretold(article: Article, c: Candidate) -> list[Span]:
    """What is said to come: "confirmed on Monday that the summit will be held in A" was not said there."""
    return _to_come(article, c.clause, c) if c.kind == "statement" and c.found is not None else []


def _rest(article: Article, found: re.Match[str], span: Span) -> list[Span]:
    stop = article.body.find(",", found.end(), span[1])
    return [(found.start(), stop if stop >= 0 else span[1])]


_FOR_ANOTHER = re.compile(
    r"\b(?:ahead of|prior to|in the run-?up to|on the eve of|(?:in )?preparations? for|prepar(?:e|ed|es|ing) for|plans? for) "
)


def _to_come(article: Article, sentence: Span, lead: Candidate) -> list[Span]:
    """The rest of a sentence from where it looks ahead: "talked about the summit to be held in A" is not where they talked."""
    ahead = _HELD_LATER.search(article.body, *sentence) if lead.status == "occurred" else None
    return [(ahead.start(), sentence[1])] if ahead is not None else []
