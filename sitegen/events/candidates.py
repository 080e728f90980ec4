"""Dated sentences -> candidates for events, and the dates that report no happening, with the reason."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct, structs

from sitegen.edtf import bounds, contains, is_day
from sitegen.events.clauses import TOLD_BY_ANOTHER, Dated, Span, dated_of, quote_span, words_of
from sitegen.events.dismissals import DISMISSALS, Dismissal
from sitegen.events.kinds import Found, best_of
from sitegen.events.lexicon import LIGHT
from sitegen.events.patterns import APART, SUBORDINATE
from sitegen.events.predicates import attended
from sitegen.events.relative import looking_back, told_by_another
from sitegen.events.status import is_source, status_in
from sitegen.events.triggers import triggers_in
from sitegen.model import Article, Classification, DateMention, Happening, Unused


class Candidate(Struct, frozen=True, kw_only=True):
    """One date in one sentence, read as a happening. Offsets are the body's."""

    date: str
    sentence: int
    span: Span  # what is quoted: the sentence, or its clauses around the date when it is very long
    clause: Span
    mention: DateMention | None  # None: the date was inferred
    found: Found | None
    kind: Classification
    status: Happening
    status_why: str
    is_day: bool
    caption: bool = False
    heading: bool = False
    subordinate: bool = False
    apart: bool = False
    apposed: bool = False
    aside: bool = False  # told between commas: "X, who resigned in June, was found guilty"
    borrowed: bool = False  # its own clause names no happening
    inferred: str = ""  # why the date was inferred


#: A clause that leans on the verb of the one before: "... will meet in May and the heads of state the following month".
_TOP_WORDS = re.compile(r"\b(?:heads of state|heads of government|leaders|presidents|premiers)\b", re.IGNORECASE)


def event_date(edtf: str) -> str | None:
    """The date of a happening told with this expression: "since May 2006" is May 2006; "until 2017" is none."""
    if edtf.endswith("/..") or edtf.endswith("/"):
        return edtf.split("/")[0]
    if edtf.startswith(("../", "/")):
        return None
    return edtf


_LAST_WORDS = frozenset().union(*(row.ends for row in DISMISSALS))


@lru_cache(maxsize=4096)
def _dismissals(last: str, coarse: bool, date: str) -> tuple[Dismissal, ...]:
    """The rows that a date may fall under: by the last word before it, whether it is coarser than a day, and its own words.

    Remembered, since texts repeat their dates: most rows need not be asked about "last year" a second time.
    """
    return tuple(
        row
        for row in DISMISSALS
        if (coarse or not row.coarse)
        and (not row.ends or last in row.ends)
        and (row.text is None or row.text.search(date))
    )


def dismissal_of(body: str, mention: DateMention, clause: Span, sentence: Span) -> Dismissal | None:
    """The first row that says that the date reports no happening."""
    before = body[max(sentence[0], mention.start - 120) : mention.start]
    after = body[mention.end : min(sentence[1], mention.end + 50)]
    words = body[clause[0] : clause[1]]
    last = before.rsplit(None, 1)[-1].lower().lstrip("(\"“'") if before.strip() else ""
    coarse = mention.edtf is None or not is_day(mention.edtf)
    for row in _dismissals(last if last in _LAST_WORDS else "", coarse, mention.text):
        if row.needs and not any(map(words.__contains__, row.needs)):
            continue
        if row.before is not None and not row.before.search(before):
            continue
        if row.after is not None and not row.after.search(after):
            continue
        if row.clause is not None and not row.clause.search(words):
            continue
        if row.unless is not None and row.unless.search(words):
            continue
        return row
    return None


_AND = re.compile(r"\s*(?:and|or|to|-|–|,)\s*")
_HOSTED = re.compile(
    r"\b(?:host|hosts|games|cup|summit|olympics|election|held|expo|take place|meeting)\b", re.IGNORECASE
)


def _far_ahead(body: str, mention: DateMention, clause: Span, published: datetime.date | None) -> bool:
    """A bare year more than three years off names an aim ("by 2030"), unless something is to be held then."""
    first = bounds(mention.edtf)[0] if mention.edtf else None
    if published is None or first is None or first.year <= published.year + 3 or is_day(mention.edtf or ""):
        return False
    return _HOSTED.search(body, clause[0], clause[1]) is None


def _asked(article: Article, sentence: int) -> bool:
    start, end = article.sentences[sentence]
    return article.body[start:end].rstrip().endswith("?")


def _within(spans: tuple[Span, ...], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


#: "X, who took office in May, was there": a relative clause or participle between commas has its own date.
_OPENS_ASIDE = re.compile(
    r", (?=(?:who|which|appointed|named|elected|dismissed|held|admitted|founded|formed|signed|launched|minister|president|premier|chairman)\b)"
)


_COORDINATE = re.compile(
    r"([,;] (?:but|while|whereas|and|though|although) )(?:(?:in|on|by|late|early|earlier|later|only|already) ){0,2}$"
)
_WE = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Uu]s)\b")
_QUOTED = re.compile(r"\s*[\"“]")
_AFTER = re.compile(r" (?:after|before|ahead of) (?:the |an? )?", re.IGNORECASE)
_BEGUN = re.compile(
    r", (?:started|launched|created|established|formed|founded|set up|opened|built|introduced|deployed|begun) (?:back |early |late )?(?:in|on|by) $"
)
_TITLE = re.compile(r"(?:minister|president|premier|chairman) since\b")


def _aside(body: str, clause: Span, mention: DateMention) -> Span | None:
    """The name and the aside behind it that holds the date, where the main clause goes on after the aside's comma."""
    opens = list(_OPENS_ASIDE.finditer(body, clause[0], mention.start))
    if not opens or body.find(",", opens[-1].end(), mention.start) >= 0:
        return None
    end = body.find(",", mention.end, clause[1])
    if end < 0 and _TITLE.match(body, opens[-1].end()) and not body[mention.end : clause[1]].strip(" ."):
        before = max(body.rfind(mark, clause[0], opens[-1].start()) + len(mark) for mark in (", ", " by ", " and "))
        return (max(before, clause[0]), clause[1])  # "and A by X, minister since May."
    if end < 0 or not body[end + 1 : clause[1]].strip(" .") or body[mention.end : end].count(" ") > 6:
        return None
    start = max(body.rfind(mark, clause[0], opens[-1].start()) + len(mark) for mark in (", ", "; ", ": "))
    return (max(start, clause[0]) if start > len(", ") else clause[0], end)


def _read(article: Article, dated: Dated, published: datetime.date | None, names: tuple[Span, ...]) -> Candidate | None:
    body, mention = article.body, dated.mention
    date = event_date(mention.edtf or "")
    if not date:
        return None
    sentence = article.sentences[dated.sentence]
    clause = dated.clause
    aside = _aside(body, clause, mention)
    if aside is not None:
        clause = aside
    words = words_of(body, clause)
    first_day = bounds(date)[0]
    ahead = published is None or first_day is None or first_day > published
    reckoned = _AFTER.match(body, mention.end) if mention.rule == TOLD_BY_ANOTHER else None
    found = best_of(body, words, mention.start, reckoned.end() if reckoned else mention.end, names, ahead=ahead)
    own = _COORDINATE.search(body, clause[0], mention.start)
    if own is not None and aside is None:
        # "drills were due in A, but in January the premier called them off": the clause that the date opens
        told_there = best_of(
            body, words_of(body, (own.end(1), clause[1])), mention.start, mention.end, names, ahead=ahead
        )
        if told_there is not None and told_there.trigger.way == "verb" and told_there.score > 0.3:
            found, clause = told_there, (own.end(1), clause[1])
    begun = _BEGUN.search(body, max(clause[0], mention.start - 40), mention.start)
    if begun is not None and (
        nearer := best_of(body, words_of(body, (begun.start(), mention.end)), mention.start, mention.end, names)
    ):
        found = (
            nearer  # "... winding down the mission, started in 2013 to prevent ...": whatever the main clause reports
        )
    kind: Classification = found.kind if found else "other"
    borrowed = False
    if (found is None or found.score < 0.4) and dated.clause_before is not None and aside is None and not reckoned:
        end = dated.clause_before[1]
        earlier = best_of(body, words_of(body, dated.clause_before), end, end, names)
        if earlier is not None and (found is None or earlier.score > found.score + 1.0):
            found, kind, borrowed = earlier, earlier.kind, True
            if kind == "meeting" and _TOP_WORDS.search(body, clause[0], clause[1]):
                kind = "summit"
    lacking = found is None
    if (
        found is not None
        and found.trigger.weight < 1.3
        and mention.rule == "day word"
        and _QUOTED.match(body, clause[0])
        and _WE.search(body, *clause)
    ):
        return None  # "Today we open a new chapter," she said: a manner of speaking
    if found is None and aside is not None:
        return None  # "X, who has looked after it since March, gave up": how long something has been so
    if found is None:
        whole = best_of(body, words_of(body, sentence), mention.start, mention.end, names)
        if whole is not None:
            found, kind = whole, whole.kind
    reach = (dated.clause_before[0], clause[1]) if borrowed and dated.clause_before else clause
    first, last = bounds(date)
    status, why = status_in(body, found, reach, mention, date, published)
    if found is None and not is_day(date) and first is not None and last is not None:
        days = (last - first).days
        if days > 366 or (days > 12 and (status != "planned" or _WILL_DO.search(body, *clause) is None)):
            return None
    if (
        kind == "statement"
        and found is not None
        and found.trigger.way == "verb"
        and (status == "planned" or is_source(body, mention.end, found, clause[1]))
    ):
        # "in January, he said, they would send a second one": what is still to come is not the saying,
        # nor is what happened on the day that the words before the source name
        told = best_of(body, words, mention.start, mention.end, names, but="statement")
        if told is None and body[max(clause[0], mention.start - 3) : mention.start].lower() == "by ":
            return None  # "told them to hand in all papers by 1 June": a deadline for what no word calls a happening
        if told is not None or found.end <= mention.start:
            kind = told.kind if told is not None else "other"
            found = told or found
    if (
        kind == "statement"
        and found is not None
        and found.trigger.way == "verb"
        and not _of_days(date)
        and not _said_then(body, clause, mention, found)
    ):
        # "said that he spoke as the chair in 2015": a month or year within what is said is not when it was said
        told = best_of(body, words, mention.start, mention.end, names, but="statement")
        if told is None or told.score < 0.6:
            return None
        found, kind = told, told.kind
    kind = _of_object(body, clause, found, kind)
    if kind in ("meeting", "summit") and found is not None:
        kind = attended(found, words) or kind
    kind = _of_antecedent(body, dated, found) or kind
    subject = _of_subject(body, (max(sentence[0], article.dateline_end), sentence[1]), found)
    if subject is not None and aside is None:
        kind, clause = subject, (sentence[0], clause[1])
    if dated.clause_before is not None and aside is None and _STILL_DUE.match(body, clause[0]):
        clause = (dated.clause_before[0], clause[1])  # where it is and whose, the clause before says
    caption = _within(article.captions, mention.start)
    return Candidate(
        date=date,
        sentence=dated.sentence,
        span=quote_span(body, sentence, (mention.start, mention.end)),
        clause=clause,
        mention=mention,
        found=found,
        kind=kind,
        status=status,
        status_why=why,
        is_day=is_day(date),
        caption=caption,
        heading=_within(article.headings, mention.start),
        subordinate=_is_subordinate(body, clause, mention.start),
        apart=APART.search(body, clause[0], clause[1]) is not None,
        apposed=dated.apposed,
        aside=aside is not None,
        borrowed=lacking,
    )


def _of_days(date: str) -> bool:
    """A day, or a week or two at most."""
    first, last = bounds(date)
    return first is not None and last is not None and (last - first).days <= 12


def _said_then(body: str, clause: Span, mention: DateMention, found: Found) -> bool:
    """Whether a month or a year stands right beside the verb of saying, or opens its clause."""
    if body.startswith(("'s", "’s"), mention.end):
        return False  # "He said this year's summit would be the largest"
    if found.end <= mention.start:
        return len(body[found.end : mention.start].split()) <= 2
    opens = _OPENING.fullmatch(body, clause[0], mention.start) is not None
    return (opens and not is_source(body, mention.end, found, clause[1])) or len(
        body[mention.end : found.start].split()
    ) <= 1


_OPENING = re.compile(r"[\s“\"]*(?:[A-Za-z]+,? ){0,4}")


#: What is planned without a word of the table: "is expected to land with the sample in 2023"
_WILL_DO = re.compile(
    r"\b(?:(?:is|are|was|were) (?:expected|due|set|scheduled|slated|planned) to|will) (?:also |then |formally )?(?:be )?"
    r"(?:begin|start|return|land|arrive|carry out|open|launch|end|leave|run|come|completed?|fly|deliver(?:ed)?|resume|decide|enter|expire|take effect|stand|go to the polls|make|built|retire|ship|dock)\b",
    re.IGNORECASE,
)
_HURLED = re.compile(
    r"\b(?:rockets?|satellites?|missiles?|spacecraft|probes?|orbit|attacks?|strikes?|offensive|invasion|raids?|war|crackdown|assault)\b",
    re.IGNORECASE,
)


_BUILT = re.compile(
    r"\b(?:building|bridge|road|highway|railway|line|plant|station|airport|port|hall|centre|center|base|mine|factory|hospital|school|exhibition|pavilion|mosque|headquarters|embassy|dam|tunnel|terminal|canal)\b",
    re.IGNORECASE,
)


def _of_object(body: str, clause: Span, found: Found | None, kind: Classification) -> Classification:
    """A rocket or an attack that is launched is no initiative, and a bridge that is inaugurated takes no office."""
    if kind == "appointment" and found is not None and found.words.lower().startswith("inaugurat"):
        return "other" if _BUILT.search(body, *clause) else kind
    if kind == "initiative" and found is not None and found.words.lower().startswith("launch"):
        return "other" if _HURLED.search(body, *clause) else kind
    return kind


_RELATIVE = re.compile(r"(?:(?:which|that) |(?:due|scheduled|slated|set|planned|expected) (?:to|for)\b)")
#: "to attend the meeting of the council, due to be held on Wednesday"
_STILL_DUE = re.compile(r"(?:(?:which|that) is )?(?:due|scheduled|slated|set|planned|expected) (?:to|for)\b")


def _of_antecedent(body: str, dated: Dated, found: Found | None) -> Classification | None:
    """ "... the summit, which is to be held in May": the kind of the noun that "which" stands for."""
    before = dated.clause_before
    if found is None or before is None or found.trigger.weight > 1.3 or not _RELATIVE.match(body, dated.clause[0]):
        return None
    start = max(before[0], before[1] - 90, body.rfind(",", before[0], before[1] - 2) + 1)
    nouns = [t for t, _, _ in triggers_in(words_of(body, (start, before[1]))) if t.way == "noun"]
    return nouns[-1].kind if nouns and nouns[-1].kind in ("meeting", "summit", "exercise", "visit") else None


def _of_subject(body: str, sentence: Span, found: Found | None) -> Classification | None:
    """ "The summit, the third of its kind, opened on Monday": the kind of the subject before the aside."""
    if found is None or found.kind != "other" or found.words.lower() not in LIGHT:
        return None
    comma = body.find(",", sentence[0], found.start)
    if comma < 0 or not _AFTER_ASIDE.search(body, comma, found.start):
        return None
    found_there = triggers_in(words_of(body, (sentence[0], comma)))
    if not found_there or any(t.way == "verb" for t, _, _ in found_there):
        return None
    kind = found_there[-1][0].kind
    return kind if kind in ("meeting", "summit", "exercise", "visit") else None


_AFTER_ASIDE = re.compile(r"\w, (?:(?:\w+ly|also|has|had|was|were|is|will be|have) ){0,2}$")


def _is_subordinate(body: str, clause: Span, at: int) -> bool:
    """Whether the words between the last comma and the date only set the scene."""
    start = max(clause[0], body.rfind(",", clause[0], at), body.rfind(";", clause[0], at))
    found = SUBORDINATE.search(body, start, at)
    return found is not None and _TOLL.search(body, start, found.end()) is None


#: "Ten people were killed when a quake hit A on Monday": one happening, and its day
_TOLL = re.compile(r"\b(?:killed|injured|wounded|died|dead|missing|hurt|displaced)\b[^,;]{0,60}\b(?:when|after|as)$")


_LEANING = re.compile(
    r"(?:It|This|That|The (?:first|last|next|previous|other) one|An?(?: [a-z]+)? one|Another|The (?:first|last|next|previous))\b"
)


_SAME = re.compile(
    r"\b(?:it|one) (?:was|were|is|will be|is to be) held\b|\b(?:it|one) (?:took|takes|will take) place\b", re.IGNORECASE
)


def _leans(article: Article, c: Candidate, before: Candidate) -> bool:
    """ "A smaller one took place last October": of the kind of which the sentence before speaks."""
    if before.kind not in ("exercise", "summit") or c.sentence - before.sentence not in (0, 1):
        return False
    if c.sentence == before.sentence and _SAME.search(article.body, *c.clause) is not None:
        return True
    if c.found is None or c.found.trigger.weight > 1.3:
        return False
    return _LEANING.match(article.body, c.clause[0]) is not None


def _first_day(article: Article, mentions: tuple[DateMention, ...]) -> str | None:
    """The day that the story opens with: its first day within the opening, else the dateline's."""
    opening = article.sentences[min(2, len(article.sentences) - 1)][1] if article.sentences else 0
    for m in mentions:
        if (
            m.edtf
            and article.dateline_end <= m.start < opening
            and m.type in ("DATE", "TIME")
            and is_day(m.edtf)
            and not m.text.lower().startswith(("a day", "two days", "three days"))
        ):
            return m.edtf
    if article.dateline and article.dateline.date:
        return article.dateline.date
    return article.published.date


#: "the 2024 Lake Annual Summit": a year that parts no sentence
_NAMED_YEAR = re.compile(
    r" [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3} (?:[a-z-]+ ){0,3}(?:exercises?|drills?|manoeuvres)\b| [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,5} ?(?:Summit|Games|Olympics|Cup|Forum|Conference|Exhibition|Festival|Expo)\b"
)


def candidates_of(
    article: Article, mentions: tuple[DateMention, ...], published: datetime.date | None, names: tuple[Span, ...]
) -> tuple[list[Candidate], list[tuple[DateMention, int, str]]]:
    """Candidates in text order, and the resolved dates that gave none: (mention, sentence, reason)."""
    mentions = looking_back(article, mentions, published)
    mentions = tuple(told_by_another(article, mentions, _first_day(article, mentions)))
    usable = [
        replace(m, hint=True) if m.text.isdigit() and not m.hint and _NAMED_YEAR.match(article.body, m.end) else m
        for m in mentions
        if m.edtf and m.type in ("DATE", "TIME") and m.start >= article.dateline_end
    ]
    out: list[Candidate] = []
    left: list[tuple[DateMention, int, str]] = []
    dropped: tuple[int, Dismissal] | None = None
    for dated in dated_of(article, usable):
        mention = dated.mention
        row = dismissal_of(article.body, mention, dated.clause, article.sentences[dated.sentence])
        if row is None and dropped is not None and _AND.fullmatch(article.body, dropped[0], mention.start):
            row = dropped[1]  # the second half of a span: "a plan for the years 2014 and 2015"
        if row is not None:
            dropped = (mention.end, row)
            left.append((mention, dated.sentence, f"{row.reason} ({row.name})"))
            continue
        if _asked(article, dated.sentence):
            left.append((mention, dated.sentence, "a question reports nothing"))
            continue
        if mention.hint:
            left.append((mention, dated.sentence, "the year is part of a name"))
            continue
        if _far_ahead(article.body, mention, dated.clause, published):
            left.append((mention, dated.sentence, "a year far ahead: a target, not a happening"))
            continue
        candidate = _read(article, dated, published, names)
        if candidate is not None and out and _leans(article, candidate, out[-1]):
            candidate = structs.replace(candidate, kind=out[-1].kind)
        if candidate is None:
            left.append((mention, dated.sentence, "no word beside it names a happening"))
        else:
            out.append(candidate)
    return _named_again(article.body, _once(article.body, out)), left


_THIS = re.compile(r"(?:this|next|the coming) (?:year|month|week|weekend)\b", re.IGNORECASE)
_NAMED: tuple[Classification, ...] = ("meeting", "summit", "exercise", "visit")


def _named_again(body: str, candidates: list[Candidate]) -> list[Candidate]:
    """ "This year's forum" is the one whose days another sentence tells: it takes its date from there."""
    exact = [c for c in candidates if c.mention and c.kind in _NAMED and not _THIS.match(c.mention.text)]
    out = []
    for c in candidates:
        if c.kind in _NAMED and c.mention is not None and _THIS.match(c.mention.text):
            same = next((o for o in exact if _is_same(body, c, o)), None)
            if same is not None:
                c = structs.replace(
                    c, date=same.date, is_day=same.is_day, status=same.status, status_why=same.status_why
                )
        out.append(c)
    return out


def _is_same(body: str, c: Candidate, exact: Candidate) -> bool:
    """Whether two candidates speak of one happening: of a kind, the one's days within the other's, and near or like in words."""
    kinds = {c.kind, exact.kind}
    if len(kinds) > 1 and kinds != {"meeting", "summit"}:
        return False
    first, last = bounds(exact.date)
    if first is None or last is None or (last - first).days > 12 or not contains(c.date, exact.date):
        return False
    if exact.sentence - c.sentence in (1, 2):
        return True
    mine, other = (set(_NAME_WORD.findall(body, *o.clause)) for o in (c, exact))
    return len(mine & other) > 0


_NAME_WORD = re.compile(r"\b[A-Z][A-Za-z-]{2,}\b")


_OR = re.compile(r"(?:,)? or(?: [\w’'-]+){0,5} ")


_ACCORDING = re.compile(r"\baccording to [^,;.]{3,60} (?:on )?$")


def _once(body: str, candidates: list[Candidate]) -> list[Candidate]:
    """Of two dates of one sentence that mean the same day ("a day earlier, on Monday") the one with the better verb; of
    two that are alternatives ("on Monday or Tuesday") the first.
    """
    drop = {
        i
        for i, a in enumerate(candidates)
        if a.borrowed
        and not a.is_day
        and any(b.sentence == a.sentence and b.date != a.date and contains(a.date, b.date) for b in candidates)
    }
    joined: dict[int, Candidate] = {}
    for i, (a, b) in enumerate(pairwise(candidates)):
        if a.sentence != b.sentence:
            continue
        if a.date != b.date and not a.is_day and contains(a.date, b.date) and _more_exactly(body, a, b):
            joined[i + 1] = structs.replace(
                b, clause=(a.clause[0], b.clause[1]), found=a.found, kind=a.kind, status=a.status
            )
            drop.add(i)  # "will join this year at the summit in July", "the 2017 summit, which was held on June 8-9"
            continue
        if b.mention is not None and _ACCORDING.search(body, b.clause[0], b.mention.start):
            drop.add(i + 1)  # "began a drill Thursday, according to a source Friday"
            continue
        if a.mention and b.mention and a.mention.rule == "day word" and body[a.mention.end : b.mention.start] == ", ":
            drop.add(i)  # "today, 24 February": the day that is written stands, whenever it was sent out
        elif a.date == b.date:
            weaker = i if (b.found.score if b.found else -9) > (a.found.score if a.found else -9) else i + 1
            drop.add(weaker)
        elif (both := _two_days(body, a, b)) is not None:
            joined[i] = structs.replace(a, date=both, is_day=False)
            drop.add(i + 1)
        elif b.apposed and contains(a.date, b.date):
            drop.add(i)
        elif a.mention and b.mention and _OR.fullmatch(body, a.mention.end, b.mention.start):
            drop.add(i + 1)
    return [joined.get(i, c) for i, c in enumerate(candidates) if i not in drop]


_WHICH_WAS = re.compile(
    r"(?:,)? which (?:was|were|is|are|will be|is to be|took|takes|will take) ?(?:to be |being )?(?:held|place)?\b"
)
_VAGUE_YEAR = re.compile(r"(?:this|next|last) year", re.IGNORECASE)
_VERB_BETWEEN = re.compile(r"[;:]|\b(?:and|but|while|after|before|since|when|which|who)\b")


def _more_exactly(body: str, a: Candidate, b: Candidate) -> bool:
    """Whether the second date of a sentence says more exactly when the first one's happening was."""
    if a.mention is None or b.mention is None or a.found is None:
        return False
    between = body[a.mention.end : b.mention.start]
    if _VAGUE_YEAR.fullmatch(a.mention.text):
        return len(between) < 80 and _VERB_BETWEEN.search(between) is None
    relative = _WHICH_WAS.search(between)
    return relative is not None and a.kind in ("summit", "meeting", "exercise") and ";" not in between


def _two_days(body: str, a: Candidate, b: Candidate) -> str | None:
    """ "On Thursday and Friday": two days in a row are one span."""
    if a.mention is None or b.mention is None or not (a.is_day and b.is_day):
        return None
    if body[a.mention.end : b.mention.start] not in (" and ", " and on ", " through ", " to "):
        return None
    first, second = bounds(a.date)[0], bounds(b.date)[0]
    if first is None or second is None or not 0 < (second - first).days <= 7:
        return None
    return f"{a.date}/{b.date}"


def unused_of(article: Article, left: list[tuple[DateMention, int, str]], used: set[int]) -> tuple[Unused, ...]:
    """One record for each sentence that holds a date and gave no event."""
    reasons: dict[int, list[str]] = {}
    for mention, sentence, reason in left:
        if sentence not in used:
            reasons.setdefault(sentence, []).append(f'"{mention.text}": {reason}')
    out = []
    for sentence in sorted(reasons):
        start, end = article.sentences[sentence]
        why = "; ".join(dict.fromkeys(reasons[sentence]))
        out.append(Unused(start=start, end=end, quote=article.body[start:end], reason=why))
    return tuple(out)
