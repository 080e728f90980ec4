"""From candidates to records: the steps of the room in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from msgspec import structs

from sitegen.edtf import bounds
from sitegen.events.candidates import Candidate, candidates_of, unused_of
from sitegen.events.clauses import Span, sentence_at, words_of
from sitegen.events.confidence import confidence_of
from sitegen.events.grouping import Group, groups_of, once_told
from sitegen.events.headline import headline_of
from sitegen.events.kinds import Found
from sitegen.events.lexicon import LIGHT
from sitegen.events.patterns import AHEAD
from sitegen.events.placing import Placing
from sitegen.events.predicates import phrase_in, predicate_of
from sitegen.events.principal import Principal, principal_of, story_sentences
from sitegen.events.status import tense_of
from sitegen.events.takers import Cast
from sitegen.model import Annotations, Article, Classification, EventRecord, Evidence, MembershipRecord, Unused
from sitegen.slugs import short_hash, slug_of
from sitegen.world import Names

_STRONG: tuple[Classification, ...] = (
    "summit",
    "meeting",
    "exercise",
    "agreement",
    "visit",
    "appointment",
    "accession",
)


def find_events(
    article: Article, annotations: Annotations, names: Names, memberships: tuple[MembershipRecord, ...] = ()
) -> tuple[tuple[EventRecord, ...], tuple[Unused, ...]]:
    """The door's work; see `events_of`."""
    published = article.written
    orgs = tuple((m.start, m.end) for m in annotations.organizations if not m.anaphor)
    candidates, left = candidates_of(article, annotations.dates, published, orgs)
    joined = _joined(article, memberships)
    drills = (
        _named_drills(article.body) if any(c.kind in ("other", "meeting") for c in candidates) else frozenset[str]()
    )
    candidates = [_of_its_name(article, c, joined, drills) for c in candidates]
    principal, lead = principal_of(article, candidates, published, orgs)
    if lead is not None:
        candidates.insert(0, lead)
    elif principal is not None and principal.candidate.mention is None:
        candidates.insert(0, principal.candidate)
    placing = Placing(article, annotations, names, candidates)
    groups, stray = groups_of(article, candidates, placing.places, principal)
    groups = once_told(groups, _bodies(article, annotations), article)
    left += [
        (c.mention, c.sentence, "a caption or heading of another day than any event told")
        for c in stray
        if c.mention is not None
    ]
    drafts: list[tuple[EventRecord, str]] = []
    dated = _dated_sentences(article, annotations)
    cast = Cast(article, annotations)
    for group in groups:
        elsewhere = [c.clause for g in groups if g is not group for c in g.candidates if c.clause != group.lead.clause]
        record = _record(article, annotations, names, group, principal, placing, elsewhere, groups, dated, cast, joined)
        drafts.append(record)
    used = {c.sentence for g in groups for c in g.candidates}
    return _with_ids(drafts), unused_of(article, left, used)


def _bodies(article: Article, annotations: Annotations) -> dict[int, frozenset[str]]:
    """The organizations that each sentence names."""
    found: dict[int, set[str]] = {}
    for m in annotations.organizations:
        if not m.anaphor and (index := sentence_at(article.sentences, m.start)) is not None:
            found.setdefault(index, set()).add(m.id)
    return {index: frozenset(ids) for index, ids in found.items()}


_DRILL_WORD = re.compile(r"\b(?:exercises?|drills?|manoeuvres|maneuvers|war games)\b")
_NAMED_BEFORE = re.compile(
    r"[ “\"]?([A-Z]\w{1,30}(?: [A-Z]\w{1,30}){1,4}(?=[ -]\d{4})|[A-Z][A-Z]\w{1,30}(?=-\d\d))[ -]\d{2,4}\b[”\"]?,? (?:[\w-]{1,30} ){0,4}$"
)
_NAMED_AFTER = re.compile(
    r"[^.;:]{0,30}?[ “\"]([A-Z]\w{1,30}(?: [A-Z]\w{1,30}){1,4}(?=[ -]\d{4})|[A-Z][A-Z]\w{1,30}(?=-\d\d))[ -]\d{2,4}\b"
)


_IT = re.compile(r"\bit (?:had |has |was |is )?(?:beg[au]n|begins|start|end|open|clos|held|took)")
_EXERCISES = re.compile(r"^\|? ?(?:exercises?|drills?|manoeuvres) \| ", re.IGNORECASE | re.MULTILINE)


def _named_drills(body: str) -> frozenset[str]:
    """Names that the clipping gives to exercises, without their year: "Swift Otter" of "the exercise Swift Otter 2018"."""
    found: set[str] = set()
    for word in _DRILL_WORD.finditer(body):
        after = _NAMED_AFTER.match(body, word.end())
        before = _NAMED_BEFORE.search(body[max(0, word.start() - 110) : word.start()])
        found |= {m[1] for m in (after, before) if m is not None}
    return frozenset(found)


def _of_its_name(
    article: Article, c: Candidate, joined: Mapping[tuple[int, str], list[MembershipRecord]], drills: frozenset[str]
) -> Candidate:
    """The candidate with the kind that a membership or the name of an exercise gives it, where its words leave it open."""
    is_another = c.found is not None and c.found.trigger.way == "noun"  # "suspended over Monday's coup"
    if c.kind in ("other", "statement") and (c.sentence, c.date) in joined and not is_another:
        return structs.replace(c, kind="accession")
    if c.kind == "other" and " | " in article.body[c.clause[0] : c.clause[1]] and _EXERCISES.search(article.body):
        return structs.replace(c, kind="exercise")  # a row of a table whose first column is headed so
    light = c.kind == "meeting" and c.found is not None and c.found.trigger.weight <= 1.3  # "took place"
    if drills and (c.kind == "other" or light):
        span = article.sentences[c.sentence] if _IT.search(article.body, *c.clause) else c.clause
        if any(name in article.body[span[0] : span[1]] for name in drills):
            return structs.replace(c, kind="exercise")
    return c


def _joined(
    article: Article, memberships: tuple[MembershipRecord, ...]
) -> dict[tuple[int, str], list[MembershipRecord]]:
    """Memberships by the sentence that tells of their beginning and its date."""
    found: dict[tuple[int, str], list[MembershipRecord]] = {}
    for m in memberships:
        for e in m.evidence:
            sentence = sentence_at(article.sentences, e.start)
            if m.start and sentence is not None and m.status != "founding-member":
                found.setdefault((sentence, m.start), []).append(m)
    return found


def _kind(article: Article, group: Group, groups: list[Group]) -> tuple[Classification, str]:
    """The kind of the best trigger; a meeting at which things were said is a meeting."""
    best = group.lead
    firm = _STRONG if group.main else ("meeting", "summit", "exercise")
    for c in group.candidates:
        if c.found is not None and c.kind in firm and best.kind not in _STRONG and c.found.score > 0.8:
            if c.kind in ("visit", "appointment") and c.sentence > max(story_sentences(article, 2), default=0):
                continue  # "troops had arrived by night": not what the clipping reports
            best = c
    if (
        best.kind == "meeting"
        and group.main
        and any(c.kind == "summit" for c in group.candidates)
        and "summit" in (article.title or "").lower()
    ):
        return "summit", "the headline calls it a summit"
    if group.main and (called := _as_called(article, group.lead, best)) is not None:
        return called
    if group.main and best.kind == "statement":
        told = _reported(article, group.lead) or _said_at(article, groups)
        if told is not None:
            return told
    why = f'"{best.found.words}"' if best.found else "no word names the kind"
    return best.kind, why


def _as_called(article: Article, lead: Candidate, best: Candidate) -> tuple[Classification, str] | None:
    """What the first sentence or the headline calls the main event, where the words beside its day leave that open."""
    if best.found is None:
        return None
    if best.kind == "meeting":
        first = next(iter(story_sentences(article, 1)), lead.sentence)
        start = max(article.sentences[first][0], article.dateline_end)
        span = (start, article.sentences[first][1])
        told = predicate_of(article.body, words_of(article.body, span)) if first != lead.sentence else None
        if told is not None and told.kind == "summit" and told.trigger.way == "verb":
            return "summit", f'"{told.words}", of leaders, in the first sentence'
    if best.kind in ("initiative", "other") and best.found.words.lower() in _BEGINS and article.title:
        title = predicate_of(article.title, words_of(article.title, (0, len(article.title))))
        if title is not None and title.trigger.way == "noun" and title.kind in ("exercise", "meeting", "summit"):
            return title.kind, f'"{title.words}", in the headline'
    return None


#: Verbs that say of whatever it is that it begins or goes on.
_BEGINS = LIGHT | {"launched", "launches", "launch"}
_NEWS = frozenset(
    "killed died injured wounded exploded crashed collapsed hit struck arrested detained seized sentenced attacked bombed shot destroyed invaded clashed erupted".split()
)


def _is_news(body: str, found: Found) -> bool:
    return found.kind == "other" and (
        found.words.lower() in _NEWS or _HAS.search(body, max(0, found.start - 24), found.start) is not None
    )


#: "A has begun to pull out, it said on Monday": the perfect tells the news
_HAS = re.compile(r"\b(?:has|have) (?:also |now |already |formally |officially )?(?:been )?$")


def _news_of(article: Article, lead: Candidate) -> Candidate | None:
    """The lead by what it tells, where that is the news: "A crash killed four, officials said on Wednesday"."""
    told = _reported(article, lead)
    if told is None or lead.found is None:
        return None
    start = max(article.sentences[lead.sentence][0], article.dateline_end)
    comma = article.body.rfind(",", start, lead.found.start)
    found = predicate_of(article.body, words_of(article.body, (start, comma)))
    return structs.replace(lead, kind=told[0], found=found) if found is not None else None


_UNDER_WAY = re.compile(
    r"\b(?:exercises?|drills?|manoeuvres|war games)\b[^,;]{0,60}?\b(?:is|are|was|were) (?:under way|underway|being held|being conducted|continuing|in progress|taking place|in full swing)\b"
)


def _reported(article: Article, lead: Candidate) -> tuple[Classification, str] | None:
    """ "X has arrived in A, his spokesman told reporters on Thursday": the arrival is the news."""
    if lead.found is None or lead.mention is None:
        return None
    start = article.sentences[lead.sentence][0]
    comma = article.body.rfind(",", max(start, article.dateline_end), lead.found.start)
    if comma < 0:
        return None
    span = (max(start, article.dateline_end), comma)
    phrase = phrase_in(article.body, *span)
    if phrase is not None and phrase[0] in _STRONG and not AHEAD.search(article.body, span[0], phrase[2]):
        return phrase[0], f'"{phrase[1].strip()}", as reported'
    if AHEAD.search(article.body, *span):
        return None  # what somebody will do is no news of the day on which it is told
    if (drill := _UNDER_WAY.search(article.body, *span)) is not None:
        return "exercise", f'"{drill[0]}", as reported'
    found = predicate_of(article.body, words_of(article.body, span))
    if (
        found is None
        or found.trigger.way != "verb"
        or (found.kind not in _STRONG and not _is_news(article.body, found))
    ):
        return None
    if tense_of(article.body, found, span) != "occurred" or article.body.find(" since ", found.end, span[1]) >= 0:
        return None  # "has killed thousands since March, he said": how long something has been so
    return found.kind, f'"{found.words}", as reported'


_AT_MEETING = re.compile(
    r"\b(?:at|during|addressing|addressed|told|attended|attending|opening|chaired|chairing|in) (?:the|a|an|this|today['’]s) (?:[\w’'&-]+ ){0,9}?"
    r"(meeting|session|summit|conference|forum|talks|gathering|council)\b",
    re.IGNORECASE,
)


_SEVERAL = re.compile(
    r"\b(?:ministers|chiefs|leaders|presidents|members|states|countries|delegates|participants|officials)\b",
    re.IGNORECASE,
)


def _said_at(article: Article, groups: list[Group]) -> tuple[Classification, str] | None:
    """What was said at a meeting is told as the meeting, where the opening names it and no other date."""
    others = {c.sentence for g in groups if not g.main for c in g.candidates}
    main = next(g for g in groups if g.main).lead
    # dated itself, and one speaker: what another sentence names may be another occasion
    own = main.mention is not None and not _SEVERAL.search(
        article.body, main.clause[0], main.found.end if main.found else main.clause[1]
    )
    for s in [main.sentence] if own else story_sentences(article, 8):
        if s in others:
            continue
        start, end = article.sentences[s]
        found = _AT_MEETING.search(article.body, start, end)
        if (
            found is not None
            and "press conference" not in found[0].lower()
            and "news conference" not in found[0].lower()
            and not AHEAD.search(article.body, max(start, found.start() - 30), found.end())
        ):
            kind: Classification = "summit" if found[1].lower() == "summit" else "meeting"
            return kind, f'"{found[0]}"'
    return None


#: A sentence that says who was there, though it dates something else too: "X, who took office in May, was in the chair".
_PRESENT = re.compile(
    r"\b(?:(?:was|were) in the chair|chaired the|presided over|attended the|took part in the|was represented by|represented [A-Z]\w+ at)\b"
)


def _spans(article: Article, group: Group, dated: set[int]) -> list[Span]:
    """Where to look for those who took part: the quotes, and for the main event every sentence without another's date."""
    if not group.main:
        return [c.clause for c in group.candidates]
    own = {c.sentence for c in group.candidates}
    return [
        (a, b)
        for i, (a, b) in enumerate(article.sentences)
        if i in own or i not in dated or _PRESENT.search(article.body, a, b)
    ]


def _record(
    article: Article,
    annotations: Annotations,
    names: Names,
    group: Group,
    principal: Principal | None,
    placing: Placing,
    others: list[Span],
    groups: list[Group],
    dated: set[int],
    cast: Cast,
    joined: Mapping[tuple[int, str], list[MembershipRecord]],
) -> tuple[EventRecord, str]:
    """The record without its id and headline, and the headline."""
    if group.main and group.lead.kind == "statement" and (news := _news_of(article, group.lead)) is not None:
        placing.stands_for(group.lead, news)
        group.candidates[0] = news
    body, lead = article.body, group.lead
    near = [c for g in groups if g is not group for c in g.candidates if _within_days(lead, c, 3)]
    kind, kind_why = _kind(article, group, groups)
    place, place_why = placing.of(group, others, near, kind)
    spans = _spans(article, group, dated)
    quotes = [c.span for c in group.candidates]
    own = [c.clause for c in group.candidates]
    of_kind = own if kind in _WITH_OTHERS else [c.clause for c in group.candidates if c is lead or c.kind == kind]
    organizations = cast.blocs(own) or (cast.blocs(_opening(article, spans))[:1] if group.main else [])
    confidence, doubts = confidence_of(group)
    explanation = [_date_line(lead), f"{kind}: {kind_why}", f"{lead.status}: {lead.status_why}"]
    if group.main and principal is not None:
        explanation.append("main event: " + "; ".join(principal.why))
    if place is not None:
        explanation.append(f"place {place.name}: {place_why}")
    explanation += [f"less sure: {doubt}" for doubt in doubts]
    evidence = tuple(Evidence(start=a, end=b, quote=body[a:b]) for a, b in dict.fromkeys(quotes) if b > a)
    record = EventRecord(
        id="",
        name="",
        classification=kind,
        date=lead.date,
        status=lead.status,
        main=group.main,
        place=place,
        organizations=tuple(organizations),
        participants=tuple(cast.participants(of_kind, spans if group.main and kind in ("meeting", "summit") else ())),
        countries=tuple(cast.countries(spans if kind in _WITH_OTHERS else of_kind)),
        evidence=evidence,
        confidence=confidence,
        explanation=tuple(explanation),
    )
    members = joined.get((lead.sentence, lead.date), [])
    name, named_by = headline_of(article, annotations, names, lead, record, members)
    if named_by:
        more = tuple(Evidence(start=a, end=b, quote=body[a:b]) for a, b in named_by if (a, b) not in quotes)
        record = replace(record, evidence=evidence + more)
    return record, name


#: Kinds in which others than those of the reporting sentence take part, as the rest of a clipping tells.
_WITH_OTHERS: frozenset[Classification] = frozenset({"meeting", "summit", "exercise", "visit", "agreement"})


def _opening(article: Article, spans: list[Span]) -> list[Span]:
    """Those of `spans` that lie within the first sentences of the story: what is named later is background."""
    story = story_sentences(article, 5)
    end = article.sentences[story[-1]][1] if story else 0
    return [s for s in spans if s[0] < end]


def _dated_sentences(article: Article, annotations: Annotations) -> set[int]:
    found = (
        sentence_at(article.sentences, m.start) for m in annotations.dates if m.edtf and m.type in ("DATE", "TIME")
    )
    return {i for i in found if i is not None}


def _date_line(c: Candidate) -> str:
    if c.mention is None:
        return f"{c.date}: {c.inferred}"
    m = c.mention
    line = f'"{m.text}" -> {c.date}'
    reasons = [x for x in (m.rule, m.anchor) if x]
    return f"{line}: {', '.join(reasons)}" if reasons else line


def _within_days(a: Candidate, b: Candidate, days: int) -> bool:
    if not (a.is_day and b.is_day):
        return False
    one, two = bounds(a.date)[0], bounds(b.date)[0]
    return one is not None and two is not None and abs((one - two).days) <= days


def _with_ids(drafts: list[tuple[EventRecord, str]]) -> tuple[EventRecord, ...]:
    """Headline and id to each: date, classification and place; a short hash of the first evidence on collision."""
    records = [record for record, _ in drafts]
    bases = [slug_of("-".join([r.date, r.classification, *([r.place.name] if r.place else [])])) for r in records]
    out, seen = [], set()
    for (record, headline), base in zip(drafts, bases, strict=True):
        name = base
        if bases.count(base) > 1:
            name = f"{base[:72]}-{short_hash(record.evidence[0].quote if record.evidence else headline)}"
        while name in seen:
            name = f"{base[:72]}-{short_hash(name)}"
        seen.add(name)
        out.append(replace(record, id=name, name=headline))
    return tuple(out)
