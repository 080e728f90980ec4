"""Words that stand for an organization named before: "the bloc", "the ten-member group", "the alliance".

A word fits some organizations only: "the union" one whose name says Union, "the alliance" one of defence. Of those that
fit, the last one named before is meant, as long as it is not too far back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sitegen.model import OrganizationMention
from sitegen.world import Names

__all__ = ["find_anaphors"]

#: word -> what the organization's name must hold for it to fit; "" fits all
FITS: dict[str, str] = {
    "bloc": "",
    "group": "",
    "grouping": "",
    "organization": "organi|treaty|alliance|council|associat|communit|union|league|conference",
    "organisation": "organi|treaty|alliance|council|associat|communit|union|league|conference",
    "alliance": r"treaty|alliance|nato|aukus|\bpact",
    "association": "associat",
    "union": "union",
    "community": "communit",
    "commonwealth": "commonwealth",
    "league": "league",
    "council": "council",
    "forum": "forum|conference|summit|meeting|cooperation",
    "pact": r"treaty|\bpact|aukus|alliance",
    "mechanism": "",
    "club": "",
    "body": "",
}
#: every form of a word, in the order in which they are asked
_FORMS = tuple((form, word) for word in FITS for form in ((word, word.capitalize()) if FITS[word] else (word,)))
_ORDER = {form: (rank, word) for rank, (form, word) in enumerate(_FORMS)}
#: all of them in one walk over the text
_INITIALS = "".join(sorted({form[0] for form, _ in _FORMS}))
_NOUN = re.compile(rf" (?=[{_INITIALS}])({'|'.join(form for form, _ in _FORMS)})\b(?! (?:of|for|that calls|called)\b)")
_BEFORE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?!the |this |that )[\w’'-]+ ){0,3}\Z")
#: "the parliamentary group", "the Islamic State group" and others that are no organization of states
_OTHER = re.compile(
    r"\b(?:armed|militant|terror\w*|extremist|rebel|rights|working|parliamentary|expert\w*|contact|hacker|jihadi\w*|opposition|"
    r"insurgent|islamist|ethnic|energy|media|steering|advocacy|lobby|business|banking|international|first|second|small|"
    r"other|whole|largest|age|student|religious|minority|political|trade|labou?r|soviet|european-led|of|and|in|for|to|"
    r"governing|supreme|security|city|national|ruling|state|private|mining|car|tech|think|tour|band|study|battle|"
    r"naval|strike|task|a|an|at|by|with|from|on|as|that|mercenary|paramilitary|Wagner|Taliban|Taleban|State|Hamas|Hezbollah|Qaeda|Left|customs)\b"
)
#: a word that needs more than "the" before it: "the 57-member body", "the regional forum"
_STRONG = re.compile(
    r"(?:-(?:member|nation|country|state|strong)|\bregional|\bsecurity|\bmilitary|\bdefen[cs]e|\bworld|\bglobal|\beconomic) "
)
_NEEDS_STRONG = frozenset({"body", "club", "forum", "council", "mechanism", "community", "commonwealth", "pact"})
_ANOTHER = re.compile(
    r"\b[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ |of |for ){0,3}(?:Group|Front|Movement|Association|Alliance|Union|Committee|Party|Army|Corps|Brigades?)\b"
)
#: never "the group" or "the bloc"
_NO_GROUP = re.compile(r"united nations|\bbank\b|\bfund\b|agency|\bcourt\b|criminal")
_LOOK_BACK = 40  # mentions
_REACH = 1800  # characters back to the last mention: some eight paragraphs of news


def find_anaphors(
    text: str, sentences: Sequence[tuple[int, int]], named: Sequence[OrganizationMention], names: Names
) -> list[OrganizationMention]:
    """Mentions without a name; `named` are those with one, in text order."""
    found: list[OrganizationMention] = []
    if not named:
        return found
    ends = [m.end for m in named]
    for noun in sorted(_NOUN.finditer(text), key=lambda m: _ORDER[m[1]][0]):
        word = _ORDER[noun[1]][1]
        head = text[max(0, noun.start() - 60) : noun.start() + 1]
        before = _BEFORE.search(head)
        if before is None:
            continue
        described = before[0]
        strong = _STRONG.search(described)
        if (_OTHER.search(described) and not strong) or (word in _NEEDS_STRONG and not strong and not FITS[word]):
            continue
        start = noun.start() + 1 - len(described)
        before_it = bisect_right(ends, start)
        if before_it < len(named) and named[before_it].start < noun.end():
            continue
        chosen = _antecedent(text, word, start, named[max(0, before_it - _LOOK_BACK) : before_it], names)
        if chosen:
            found.append(
                OrganizationMention(start=start, end=noun.end(), text=text[start : noun.end()], id=chosen, anaphor=True)
            )
    return found


def _antecedent(text: str, word: str, start: int, named: Sequence[OrganizationMention], names: Names) -> str | None:
    fits = re.compile(FITS[word]) if FITS[word] else None
    for mention in reversed(named):
        if start - mention.end >= _REACH:
            break
        if _ANOTHER.search(text, mention.end, start):
            return None  # one that the tables do not know stands between
        name = f"{mention.id} {names.organization_names.get(mention.id, mention.text)}".lower()
        if fits.search(name) if fits else not _NO_GROUP.search(name):
            return mention.id
    return None
