"""Headlines of what was said: "Sergey Shoigu: measures have enhanced cooperation"."""

from __future__ import annotations

import re

from sitegen.events.candidates import Candidate
from sitegen.events.cutting import (
    CUT,
    GAP,
    LEADING,
    LIMIT,
    NO_QUOTES,
    PRONOUN,
    SOFT_CUT,
    tidy_of,
    with_short_names,
    without_gaps,
)
from sitegen.model import Annotations, Article, EventRecord


def _without_dates(body: str, annotations: Annotations, start: int, end: int) -> str:
    """body[start:end] without its days, which stand beside a headline anyhow."""
    pieces, at = [], start
    for m in annotations.dates:
        if at <= m.start and m.end <= end and m.edtf and not m.hint:
            pieces.append(body[at : m.start] + GAP)
            at = m.end
    return without_gaps("".join([*pieces, body[at:end]]))


def speech_of(article: Article, annotations: Annotations, lead: Candidate, record: EventRecord) -> str | None:
    """ "Sergey Shoigu: measures have enhanced cooperation", of what was said before the words that say who said it."""
    if record.classification != "statement" or lead.found is None:
        return None
    said_from, said_to = lead.found.start, lead.found.end
    if lead.found.trigger.way != "verb":
        if (line := _at_briefing(article, annotations, lead)) is not None:
            return line
        verb = _SAID.search(article.body, max(lead.clause[0], said_from - 60), said_from)
        if verb is None:
            return _that_of(article, annotations, lead, max(lead.clause[0], article.dateline_end))
        said_from, said_to = verb.span()
    body, (start, end) = article.body, article.sentences[lead.sentence]
    start = max(start, article.dateline_end) if article.dateline_end < end else start
    if body[said_from:said_to].lower().split()[0] not in _SAYS:
        return _that_of(
            article, annotations, lead, start
        )  # "..., Anna Berg of A, appealed for peace": the verb of the news
    comma = max(
        body.rfind(",", start, said_from),
        body.rfind('"', start, said_from),
        body.rfind("”", start, said_from),
    )
    if comma < start + 25 or said_from - comma > 90:
        return _that_of(article, annotations, lead, start)
    speaker = next((m.name for m in annotations.people if comma <= m.start < end and m.name and not m.office), None)
    if speaker is None:
        found = re.match(
            r"[,\"” ]+(?:the |its |his )?((?:(?:of |for |and )?[A-Z][\w’'-]+ ?){1,6})", body[comma:said_from]
        )
        if found is None and lead.found.words in ("said", "says"):
            found = re.match(r" (?:the |its )?((?:[A-Z][\w’'-]+ ?){1,4})", body[said_to : said_to + 50])
        if found is not None and found[1].split()[0] in _DAYS:
            found = None  # "the bloc said Monday"
        if found is None:
            found = _BODY_SPEAKS.fullmatch(body, comma, said_from)
        speaker = (found[1] or found[found.lastindex or 1] or "").strip() if found else None
        speaker = speaker[:1].upper() + speaker[1:] if speaker else None
    told = _without_dates(body, annotations, start, comma)
    words_said = " ".join(re.sub(r"[\"“”]|\([^()]{0,80}\)", "", told).split()).strip(" ,.;")
    words_said = LEADING.sub("", words_said)
    if speaker is None or not words_said or PRONOUN.match(words_said):
        return None
    room = LIMIT - len(speaker) - 2
    if len(words_said) > room:
        words_said = with_short_names(words_said, annotations, (start, comma))
    if len(words_said) > room:
        cuts = [m.start() for m in CUT.finditer(words_said) if 24 <= m.start() <= room] or [
            m.start() for m in SOFT_CUT.finditer(words_said) if 24 <= m.start() <= room
        ]
        if not cuts:
            return None
        words_said = words_said[: cuts[-1]]
    tidy = tidy_of(words_said)
    return f"{speaker}: {tidy[:1].lower() + tidy[1:] if tidy.split()[0] in _ARTICLES else tidy}" if tidy else None


def _at_briefing(article: Article, annotations: Annotations, lead: Candidate) -> str | None:
    """ "A: the talks go well", of "A said at a news conference on Monday that the talks go well"."""
    assert lead.found is not None
    start, end = lead.clause
    verb = _SAID.search(article.body, max(start, lead.found.start - 60), lead.found.start)
    if verb is None:
        return None
    who = [m for m in annotations.people if start <= m.start < verb.start() and m.name and not m.office]
    that = _THAT.search(article.body, lead.found.end, min(end, lead.found.end + 40))
    if that is None or len({m.name for m in who}) != 1:
        return None
    return _line(who[0].name, _without_dates(article.body, annotations, that.end(), end))


_SAID = re.compile(r"\b(?:said|told [\w ]{3,30}|announced|stated|stressed|noted)\b")


_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|did|does|[a-z]{3,}ed|[a-z]{4,}[a-rt-z]s)\b"
)


def _line(who: str, words_said: str) -> str | None:
    told = " ".join(words_said.translate(NO_QUOTES).split()).strip(" ,.;")
    room = LIMIT - len(who) - 2
    if len(told) > room:
        ends = [m.start() for p in (CUT, SOFT_CUT) for m in p.finditer(told) if 24 <= m.start() <= room]
        ends = [e for e in ends if _FINITE.search(told[:e])]  # not "the groups led by A", without what they do
        told = told[: max(ends)] if ends else ""
    tidy = tidy_of(told)
    return f"{who}: {tidy}" if tidy else None


_THAT = re.compile(r" that (?!he\b|she\b|it\b|they\b|we\b|this\b|these\b|those\b|his\b|her\b|its\b|their\b)")


#: "said the visit is ...": without "that"
_BARE_THAT = re.compile(
    r" (?:on \w+ |today |yesterday )?(?=(?:the|an?|all|[A-Z]\w+) (?:[\w’'-]+ ){0,6}?(?:is|are|was|were|will|would|has|have|had)\b)"
)


def _that_of(article: Article, annotations: Annotations, lead: Candidate, start: int) -> str | None:
    """ "The air force: planes carried 500 men", of "The air force said last week that planes carried 500 men"."""
    if lead.found is None:
        return None
    body, end = article.body, article.sentences[lead.sentence][1]
    said_to, said_from = lead.found.end, lead.found.start
    if lead.found.trigger.way == "noun":  # "Ministry in a statement today said the visit is ..."
        verb = _SAID.search(body, said_to, min(end, said_to + 30))
        if verb is None:
            return None
        said_from, said_to = verb.span()
    that = _THAT.search(body, said_to, min(end, said_to + 40)) or _BARE_THAT.match(body, said_to, end)
    who = " ".join(_without_dates(body, annotations, start, said_from).split()).strip(" ,")
    who = re.sub(r"\s*\([^()]{0,40}\)|,? in (?:a|its|his|her|the) (?:[a-z]+ )?statement,?$", "", who).strip(" ,")
    who = re.sub(r",? in (?:a|its|his|her|the) (?:[a-z]+ )?statement,?$", "", who)
    if that is None or not 3 <= len(who) <= 40 or re.search(r"[,;:\"“”]", who) or PRONOUN.match(who):
        return None
    who = re.sub(r" (?:has|have|had|also|later)$", "", who)
    return _line(who, _without_dates(body, annotations, that.end(), end))


#: whoever stands between the comma and the verb: "a senior diplomat", "the six-nation body", "organisers"
_BODY_SPEAKS = re.compile(
    r"[,\"” ]+(?:the |its |his |her |an? |their )?((?!(?:he|she|it|they|we|i|who|which|whose|that|and|but|as|according|this|these|both|one|some|others?|also|later|meanwhile)\b)"
    r"[A-Za-z][\w.’'&-]*(?: [\w.’'&()-]+){0,7}?) ?(?:also |later |late |then |earlier )?"
)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split()
)
_SAYS = frozenset(
    "said says say saying told tells stated announced announces added noted stressed reported reports explained confirmed revealed wrote remarked "
    "underlined underscored emphasised emphasized insisted recalled commented tweeted argued warned declared claimed suggested pledged vowed".split()
)
_ARTICLES = frozenset({"The", "A", "An", "This", "These", "All", "Both", "Measures", "Participants", "We", "Our"})
