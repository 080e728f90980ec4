"""Headlines that are the noun which names the happening: "Parade in Red Square", "Memorandum on joint drills signed"."""

from __future__ import annotations

import re

from sitegen.events.candidates import Candidate
from sitegen.events.clauses import words_of
from sitegen.events.cutting import HEADLESS, LIMIT
from sitegen.events.lexicon import TRIGGERS
from sitegen.model import Article

#: Words that no noun phrase of a headline runs over.
_STOPS = frozenset(
    "a an the this that these those its his her their our my your of in on at for from to by about over between against among within into "
    "through and or but with without after before since as while which who whom whose where when if he she it they we you i not no also had has "
    "have was were is are be been being will would can could may might must should did does do said told than so such".split()
)
_TAIL = re.compile(
    r" (?:of|in|on|between|against|over|with|for|by)(?: (?:the|a|an|its|their))?(?: [A-Za-zÀ-ž][\w’'.-]*){1,3}"
)


def noun_of(article: Article, lead: Candidate) -> str | None:
    """ "Parade in Red Square": the noun that names the happening, with the words that belong to it."""
    if lead.found is None or lead.found.trigger.way != "noun":
        return None
    body = article.body
    before = words_of(
        body,
        (max(lead.clause[0], article.dateline_end if article.dateline_end < lead.found.start else 0), lead.found.start),
    )
    first = lead.found.start
    for n, word in enumerate(reversed(before)):
        gap = body[word.end : first]
        if (
            n >= 4
            or word.lower in _STOPS
            or gap.strip(' "“”')
            or any(t.way == "verb" and not t.rest for t in TRIGGERS.get(word.lower, ()))
        ):
            break
        first = word.start
    if lead.mention is not None and first < lead.mention.end <= lead.found.start:
        first = lead.mention.end  # "the 1991 war": without its year
    tail, end = "", lead.found.end
    for _ in range(2):
        found = _TAIL.match(body, end)
        if found is None or (
            lead.mention is not None and found.start() < lead.mention.end and found.end() > lead.mention.start
        ):
            break
        words = found[0].split()
        while len(words) > 1 and (words[-1].lower() in _STOPS or words[-1].lower() in HEADLESS):
            words.pop()
        if len(words) < 2:
            break
        tail += " " + " ".join(words)
        end = found.end()
        if found[0].split() != words:
            break
    while first > 0 and body[first - 1].isdigit():
        first -= 1  # "20th"
    text = re.sub(r"[\"“”]", "", body[first : lead.found.end]).strip() + re.sub(r"[\"“”]", "", tail)
    text = " ".join(text.split()).rstrip(".,;")
    if _PARTICIPLE.match(text):
        return None
    return text if len(text.split()) >= 2 and len(text) <= LIMIT else None


_PARTICIPLE = re.compile(
    r"(?:adding|becoming|being|having|following|calling|citing|noting|saying|taking|making|giving|holding|attending|joining)\b",
    re.IGNORECASE,
)
_DONE = frozenset({"signed", "adopted", "approved", "ratified", "endorsed", "launched", "proposed", "released", "published", "issued", "unveiled", "submitted", "introduced", "inked", "concluded"})  # fmt: skip
_OBJECT = re.compile(r" (?:(?:an|a|the|its|their|several|two|three|some) )?((?:[A-Za-zÀ-ž][\w’'-]* ?){1,8})")


#: "Signed on Friday, the pact brings together ...": the pact is signed
_SIGNED_FIRST = re.compile(
    r"(?P<verb>Signed|Adopted|Ratified|Inked|Concluded)\b[^,;.]{0,60}, (?:the|this|an?) (?P<noun>[\w’'-]+(?: (?:of |for |on |and )?[A-Z][\w’'-]*| [a-z]{4,}(?<!s)){0,4})(?= [a-z]+)"
)
_PAPER = re.compile(
    r"\b(?:the|an?|its|their) ((?:[\w’'-]+ ){0,3}(?:memorand\w+|agreements?|treat(?:y|ies)|protocols?|declarations?|statements?|pact|accord|charter|convention|contract|deal|decree|law|order|resolution|letter|document|report|strategy|white paper)"
    r"(?: of understanding)?(?: (?:on|for|about|of) [^,;.]{3,60}?)?) (?:signed|inked|adopted|approved|concluded|ratified|issued|published|released)$"
)


_PAPER_WHICH = re.compile(
    r"\b(?:the|an?|its|their) ((?:(?!the\b|an?\b|its\b|\w+ed\b)[\w’'-]+ ){0,3}(?:memorand\w+|agreements?|treat(?:y|ies)|protocols?|declarations?|pact|accord|charter|convention|contract|deal|law)),? "
    r"(?:which|that) (?:was|were|has been|had been|have been) (?:signed|inked|adopted|approved|concluded|ratified|issued|published)$"
)


def paper_of(article: Article, lead: Candidate) -> str | None:
    """ "Memorandum on joint drills signed", of "the memorandum on joint drills signed in 2011"."""
    if lead.found is None or lead.kind not in ("agreement", "publication"):
        return None
    first = _SIGNED_FIRST.match(article.body, lead.clause[0])
    if first is not None:
        return f"{first['noun']} {first['verb'].lower()}"
    start = max(article.sentences[lead.sentence][0], lead.found.end - 160)
    which = _PAPER_WHICH.search(article.body, start, lead.found.end)
    if which is not None:
        return f"{which[1]} {lead.found.words.lower()}"
    found = _PAPER.search(article.body, max(lead.clause[0], lead.found.end - 160), lead.found.end)
    line = (
        f"{re.sub(r'^(?:contents?|terms|text|spirit|provisions|basis|framework) of (?:the|an?) ', '', found[1])} {lead.found.words.lower()}"
        if found is not None
        else ""
    )
    return line if line and len(line) <= LIMIT and lead.found.words.lower().split()[-1] in line else None


def object_of(article: Article, lead: Candidate) -> str | None:
    """ "Memorandum of obligations signed", where the subject is only a pronoun."""
    if lead.found is None or lead.found.words.lower() not in _DONE:
        return None
    found = _OBJECT.match(article.body, lead.found.end)
    if found is None:
        return None
    words: list[str] = []
    day = lead.mention.text.split() if lead.mention is not None else []
    for word in found[1].split():
        if word.lower() in (_STOPS - {"of"}) or word in day:
            break
        words.append(word)
    while words and words[-1].lower() == "of":
        words.pop()
    return f"{' '.join(words)} {lead.found.words.lower()}" if words and len(words) > 1 else None


_CALLED = re.compile(
    r"\b(?:recalled|mentioned|noted|praised|hailed|cited|remembered|following|after|of|at|to|from|since|during|on) (?:the|its|their|an?) (?P<noun>[^,;:\"“”]{5,85}),"
    r" (?:held|hosted|organi[sz]ed|which (?:was|took|were)|that was)\b(?: [\w’'-]+){0,3}? ?(?:on |in |from )?$"
)


def held_noun(article: Article, lead: Candidate) -> str | None:
    """ "Second Lima conference on security", of "recalled the second Lima conference on security, held on October 31"."""
    if lead.mention is None or lead.kind not in ("meeting", "summit", "exercise", "other"):
        return None
    found = _CALLED.search(article.body, lead.clause[0], lead.mention.start)
    return found["noun"] if found is not None and len(found["noun"].split()) > 1 else None


_OF_LATE = re.compile(r"(?i:(?:the )?(?:last |this |next )?\w+['’]s?) (?P<noun>[a-z][\w-]*(?: [a-z][\w-]*)?(?: (?:in|of|on|against) [A-Z][\w’'-]*(?: (?:and|of|the) [A-Z][\w’'-]*| [A-Z][\w’'-]*){0,3}))(?=,| (?:was|were|will|has|have|had|is|are)\b)")  # fmt: skip


def late_noun(article: Article, lead: Candidate) -> str | None:
    """ "Coups in Guinea and Mauritania", of "last year's coups in Guinea and Mauritania, which ..."."""
    if lead.mention is None:
        return None
    found = _OF_LATE.match(article.body, lead.mention.start)
    if (
        found is None
        or " " not in found["noun"]
        or not any(t.way == "noun" for w in found["noun"].split()[:2] for t in TRIGGERS.get(w, ()))
    ):
        return None
    return found["noun"]


_BEGUN = re.compile(
    r"\b(?:the|an?|its|their) (?P<noun>(?:(?!the\b|an?\b)[\w’'-]+ ){0,3}[\w’'-]+), (?P<verb>started|launched|created|established|formed|set up|opened|built|introduced|deployed|begun) "
    r"(?:back |early |late )?(?:in|on|by) $"
)


def begun_noun(article: Article, lead: Candidate) -> str | None:
    """ "Otter mission started", of "... winding down the Otter mission, started in 2013 to prevent a war"."""
    if lead.mention is None or lead.status != "occurred":
        return None
    start = article.sentences[lead.sentence][0]
    found = _BEGUN.search(article.body, max(start, lead.mention.start - 120), lead.mention.start)
    return f"{found['noun']} {found['verb']}" if found is not None else None
