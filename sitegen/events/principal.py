"""The main event: what the clipping is there to report, by headline, dateline, lead and caption together."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from msgspec import structs

from sitegen.edtf import bounds
from sitegen.events.announced import DENIED, announced
from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span, quote_span, words_of
from sitegen.events.patterns import AHEAD
from sitegen.events.predicates import predicate_of, said_in
from sitegen.events.status import status_of, tense_of
from sitegen.model import Article


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _words(
    "a an the of in on at to for from by with and or as is are was were be it its that this his her their will has have"
)


@dataclass(frozen=True, slots=True)
class Principal:
    candidate: Candidate
    score: float
    why: tuple[str, ...]


@lru_cache(maxsize=256)
def stems(text: str) -> frozenset[str]:
    """Words of a text cut to five letters, small words left out: enough to see that two sentences speak of one thing."""
    return frozenset([w[:5] for w in _WORD.findall(text.lower()) if w not in _SMALL])


def story_sentences(article: Article, first: int | None = None) -> list[int]:
    """Sentences of the story in order, the `first` so many of them: neither captions nor headings nor a dateline that
    stands by itself.
    """
    skip = sorted((*article.captions, *article.headings))
    out, at = [], 0
    for i, (s, e) in enumerate(article.sentences):
        while at < len(skip) and skip[at][1] <= s:  # both in text order: one walk, however many headings there are
            at += 1
        if e > article.dateline_end and not (at < len(skip) and skip[at][0] <= s):
            out.append(i)
            if len(out) == first:
                break
    return out


_HABIT = re.compile(r"\b(?:usually|every year|each year|annually|typically|dates back to)\b", re.IGNORECASE)
#: Why a lead that only announces something is read as of its own day.
_SAID_ONLY = "said on that day"


def implied(
    article: Article, published: datetime.date | None, story: list[int], names: tuple[Span, ...]
) -> Candidate | None:
    """The lead read as of the dateline's day, or the publication day, where it names no day itself."""
    dateline = article.dateline.date if article.dateline else None
    day = dateline or (published.isoformat() if published else None)
    if day is None or not story:
        return None
    body = article.body
    index = story[0]
    start, end = article.sentences[index]
    start = max(start, article.dateline_end) if article.dateline_end < end else start
    words = words_of(body, (start, end))
    if len(words) < 5 or _HABIT.search(body, start, end) or body[start:end].rstrip('"”’ ').endswith("?"):
        return None
    found = predicate_of(body, words[:60], names)
    if found is None or body.endswith("had ", start, found.start):
        return None  # "they had promised it in December": what lay before the news
    status, why = status_of(body[start:end], day, None)
    if tense_of(body, found, (start, end)) == "occurred":
        status, why = "occurred", "told as done"
    if status == "planned":
        if found.kind != "statement":
            said = said_in(body, words)
            if said is None:
                return None
            found = said  # "The exercise will take place in A, the minister said": the saying is of that day
        status, why = "occurred", _SAID_ONLY
    source = "the dateline's day" if dateline else "the publication day"
    return Candidate(
        date=day,
        sentence=index,
        span=quote_span(body, article.sentences[index], (start, start)),
        clause=(start, end),
        mention=None,
        found=found,
        kind=found.kind,
        status=status,
        status_why=why,
        is_day=True,
        inferred=f"the lead names no day; reckoned as {source}",
    )


_WORD = re.compile(r"[^\W\d_]{3,}")
_VAGUE = re.compile(r"(?:earlier |later )?(?:this|last|next|the (?:past|coming|previous|following)) ", re.IGNORECASE)


def _is_news(
    guess: Candidate,
    candidates: list[Candidate],
    place: dict[int, int],
    dateline: str | None,
    published: datetime.date | None,
    body: str,
) -> bool:
    """Whether a lead without a day of its own may be read as of the dateline's or publication day.

    Not where its verb has a date after all ("was created in 1996"), nor, without a dateline, where it tells of a
    beginning long past, or where the opening gives the day of something done in the last weeks.
    """
    if guess.found is None:
        return False
    if any(c.sentence == guess.sentence and c.found and c.found.start == guess.found.start for c in candidates):
        return False
    if any(_dates_its_verb(c, guess, body) for c in candidates):
        return False
    if dateline is not None:
        return True
    if guess.kind == "founding" or (
        guess.found.trigger.way == "noun" and guess.kind in ("accession", "other", "initiative")
    ):
        return False
    dated_soon = any(
        place.get(c.sentence, 9) < 3
        and c.kind == guess.kind
        and c.status == "occurred"
        and c.is_day
        and _is_near(c, published, 7)
        and not c.subordinate
        for c in candidates
    )
    if guess.kind == "appointment" and not dated_soon and _HAS_BEEN.search(body, guess.clause[0], guess.found.end):
        return True  # "has been sworn in": the perfect tells the news, whatever else the opening dates
    return not any(
        place.get(c.sentence, 9) < 3 and c.status == "occurred" and _is_near(c, published, 45) and not c.subordinate
        for c in candidates
    )


_DONE = re.compile(r"\b(?:has|have) (?:[a-z]+ly )?(?:been )?(?:[a-z]+ed|met|held|begun|won|taken|chosen|become)\b")
_WAS_SIGNED = re.compile(r"\b(?:was|were) (?:signed|adopted|approved|endorsed|ratified)\b")
_HAS_BEEN = re.compile(r"\b(?:has|have) (?:been |formally |officially )*(?:\w+ed|sworn|taken|won)\b")


def _dates_its_verb(c: Candidate, guess: Candidate, body: str) -> bool:
    """ "The exercise was held in May 2018": the noun has the date, and the verb that the lead was read by has it too."""
    if c.sentence != guess.sentence or c.found is None or guess.found is None or c.mention is None:
        return False
    if not re.search(r"\w{3}", body[guess.clause[0] : c.mention.start]):
        return True  # "In 2013 the exercise was held in A"
    return c.found.start <= guess.found.start < c.mention.start and not re.search(
        r"[,;]", body[guess.found.end : c.mention.start]
    )


#: Where somebody was while what the lead reports was done.
_AT_SIGNING = re.compile(r"\b(?:signing|swearing-in|inauguration|accession|flag-raising) ceremony\b")


def _tail_of(c: Candidate, candidates: list[Candidate], body: str) -> bool:
    """Whether a statement only says at its sentence's end who told what the sentence dates before; not what is denied."""
    return any(
        o is not c
        and o.sentence == c.sentence
        and o.kind != "statement"
        and o.found is not None
        and c.found is not None
        and o.mention is not None
        and o.mention.end <= c.found.start
        and DENIED.search(body, *o.clause) is None
        for o in candidates
    )


def _is_near(c: Candidate, published: datetime.date | None, days: int = 10) -> bool:
    """Whether a date may be that of the news: within `days` of publication, and not a whole month or year."""
    first, last = bounds(c.date)
    if first is None or last is None or (last - first).days > 12:
        return False
    return published is None or ((first - published).days <= days and (published - last).days <= days)


def _spans(lead: Candidate, c: Candidate) -> bool:
    """The days of what the undated lead reports: "... commenced. Running from October 1 to 5, the exercises will ..."."""
    if lead.mention is not None or lead.kind != c.kind or c.kind not in ("exercise", "meeting", "summit", "visit"):
        return False
    if c.is_day or not 0 <= c.sentence - lead.sentence <= 2:
        return False
    first, last = bounds(c.date)
    day = bounds(lead.date)[0]
    return (
        first is not None and last is not None and day is not None and first <= day <= last and (last - first).days < 31
    )


def principal_of(
    article: Article, candidates: list[Candidate], published: datetime.date | None, names: tuple[Span, ...]
) -> tuple[Principal | None, Candidate | None]:
    """The main event's best candidate with its reasons, None for a text that reports no single news; and the lead read
    as of the dateline's day, where it names no day itself.
    """
    story = story_sentences(article)
    place = {s: n for n, s in enumerate(story)}
    first_paragraph = 0
    if story:
        start = article.sentences[story[0]][0]
        for s in story:
            if any(a <= article.sentences[s][0] < b and not a <= start < b for a, b in article.paragraphs):
                break
            first_paragraph += 1
    title = stems(article.title or "")
    dateline = article.dateline.date if article.dateline else None
    dates = [c.date for c in candidates]
    pool = list(candidates)
    lead_dated = any(place.get(c.sentence) == 0 and not c.subordinate and _is_near(c, published) for c in candidates)
    guess = None if lead_dated else implied(article, published, story, names)
    undated = (
        guess
        if guess is not None
        and guess.kind in ("agreement", "appointment", "accession")
        and guess.found
        and guess.found.trigger.way == "verb"
        and _DONE.search(article.body, *guess.clause)
        else None
    )
    if guess is not None and not _is_news(guess, candidates, place, dateline, published, article.body):
        guess = None
    if guess is None and story and not any(_is_near(c, published, 60) for c in pool):
        # "A unites B with C, agencies report. Its president has signed the order on it." "A will be set up. The decree was signed."
        ahead = AHEAD.search(article.body, *article.sentences[story[0]]) is not None
        later = (
            implied(article, published, story[n:], names)
            for n in range(1, min(len(story), 3))
            if _DONE.search(article.body, *article.sentences[story[n]])
            or (n == 1 and ahead and _WAS_SIGNED.search(article.body, *article.sentences[story[n]]))
        )
        guess = next(
            (g for g in later if g is not None and g.found is not None and g.found.trigger.way == "verb"), None
        )
    if guess is not None:
        pool.append(guess)
    if (
        guess is not None
        and guess.status_why == _SAID_ONLY
        and any(
            c.status == "planned" and c.is_day and place.get(c.sentence, 9) < 3 and _is_near(c, published)
            for c in candidates
        )
    ):
        pool.pop()  # "A will go to B, his office said. They will meet on 6 May.": the meeting is the news
        guess = None
    best: Principal | None = None
    told = not lead_dated and bool(story) and _DONE.search(article.body, *article.sentences[story[0]]) is not None
    for c in pool:
        score, why = 0.0, []
        n = place.get(c.sentence)
        if c is guess and not candidates:
            n = 0  # nothing else is told
        if c.caption:
            score += 1.2
            why.append("a caption dates it")
        elif n is None:
            score -= 1.0
        elif n == 0:
            score += 3.0
            why.append("the first sentence reports it")
        elif n < first_paragraph or n == 1:
            score += 2.2
            why.append("the opening reports it")
        elif n < 5:
            score += 1.2 - 0.2 * n
        else:
            score -= 0.15 * min(n, 12)
        first, last = bounds(c.date)
        if c.is_day or (
            first and last and (last - first).days <= 10 and c.mention and not _VAGUE.match(c.mention.text)
        ):
            score += 1.6
        elif first and last and (last - first).days <= 10:
            score += 0.8
        elif first is not None and last is not None and (last - first).days <= 31:
            score += 0.3
        else:
            score -= 1.5
        if published is not None and first is not None and last is not None:
            near = min(abs((published - first).days), abs((published - last).days))
            if first <= published <= last:
                near = 0
            if near <= 3:
                score += 1.6
                why.append(f"close to the publication day {published.isoformat()}")
            elif near <= 10:
                score += 0.7
            elif near > 60:
                score -= 1.2
        if dateline is not None and c.date == dateline:
            score += 0.8
            why.append("it is the dateline's day")
        if c.mention is None:
            score -= 0.7 if dateline is not None else 1.4
            why.append(c.inferred)
        else:
            same = dates.count(c.date)
            score += 0.3 * min(same - 1, 3)
            if same > 1:
                why.append(f"{same} sentences speak of that day")
        start, end = c.clause
        common = title & stems(article.body[start:end]) if title and (n is None or n < 8) else frozenset()
        if common:
            score += min(0.35 * len(common), 1.6)
            if len(common) > 1:
                why.append("the headline speaks of it")
        if c.subordinate:
            score -= 1.3
        if c.apart:
            score -= 1.0
        if c.kind == "statement" and c.mention is not None and n != 0:
            score -= 0.8  # "..., a spokesman said on Monday" is seldom the news
        if c.kind in ("founding", "accession", "appointment") and c.subordinate:
            score -= 0.5
        if c.status == "planned" and c.mention is not None:
            score -= 1.4 if told and n != 0 else 0.4  # "have agreed": the news is what was done, not what follows
        if c.kind == "statement" and c.mention is not None and _tail_of(c, candidates, article.body):
            score -= 2.5  # "A will meet B on 22 May, her office said on Monday": what is told is the news
        if c.kind == "statement" and c.found is not None and c.found.words.lower() == "reported":
            score -= 1.2  # "may attend the meeting, a newspaper reported on Wednesday": the meeting is the news
        if c.found is None:
            score -= 0.6
        if best is None or score > best.score:
            best = Principal(c, score, tuple(why))
    if best is None or best.score < 2.0:
        return None, None
    if (news := announced(article, best.candidate, candidates, story)) is not None:
        if news.status == "occurred":  # the saying is one more sentence on it
            saying = next(i for i, c in enumerate(candidates) if c is best.candidate)
            candidates[saying] = structs.replace(best.candidate, date=news.date, kind=news.kind)
        best, guess = Principal(news, best.score, (*best.why, "what is announced is the news")), None
    if (
        undated is not None
        and best.candidate.mention is not None
        and (best.candidate.kind == "statement" or _AT_SIGNING.search(article.body, *best.candidate.clause))
        and place.get(best.candidate.sentence, 9) in (1, 2)
        and best.candidate.is_day
        and best.candidate.status == "occurred"
    ):
        # "Ministers meeting in A have agreed to B. C told reporters there on Thursday ...": on that day
        told_on = best.candidate.date
        candidate = structs.replace(undated, date=told_on, inferred=f"the lead names no day; it was told on {told_on}")
        return Principal(candidate, best.score, (*best.why, "the lead tells it")), candidate
    if guess is not None and guess is best.candidate:
        at = next((i for i, c in enumerate(candidates) if _spans(guess, c)), None)
        if at is not None:
            days = candidates[at].date
            guess = structs.replace(
                guess, date=days, is_day=False, inferred=f"the lead names no day; told after it: {days}"
            )
            candidates[at] = structs.replace(candidates[at], status=guess.status, status_why=guess.status_why)
            best = Principal(guess, best.score, best.why)
    if guess is not None and (guess is best.candidate or guess.date != best.candidate.date):
        guess = None
    return best, guess
