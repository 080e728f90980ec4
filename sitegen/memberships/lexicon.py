"""What the rules of memberships are written in: words for a status, and the macros that patterns use.

Patterns run on a masked sentence in lower case (`mask.py`): `{L}` is a list of countries, `{A}` a demonym, `{O}` an
organization or a word that stands for it, `{D}` a date, `{S}` a status with the words that belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import count

from sitegen.model import Status

__all__ = ["ASIDE", "HEDGE", "MACROS", "NUMBERS", "TRIGGER", "TRIGGERS", "expand", "status_of"]

#: a sentence without any of these says nothing of memberships
TRIGGERS = (
    "member", "observer", "partner", "join", "acced", "accession", "admi", "entry", "entered", "found", "withdr", "suspen",
    "applied", "applica", "group", "compris", "consist", "made up", "includ", "takes in", "took in", "status", "came in",
    "unite", "brings together", "establish", "set up", "formed", "created", "quit", "left", "candidate", "composed",
    "signator", "belong", "accept", "asked to", "added", "departure", "acronym", "short for", "stands for", "grow", "grew", "expel", "exclud", "oust", "ejected", "creation", "pulled out", "expan", "enlarg", "allies", "ally ", "ally,", "ally.", "upgrad", "others are",
    "welcom", "inducted", "countries", "nations", "states", "became", "newest", " enter ", "leave ", "leaving", "invit", "guest atten", "participating", "enlist", "addition", "inclusion", "'s return", "return of", "returned to", "froze", "freez", "was asked", "were asked", "taken in", "raised", "rose ", "partners", "latest", "youngest", "become", "they are", "these are", "sought to", "expel", "exit",
)  # fmt: skip


def _branching(words: Iterable[str]) -> str:
    """A pattern that finds any of the words, letter by letter: an alternation of them would try each at every place."""
    following: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        if not word:
            return ""  # the longer ones are found with it
        following.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(re.escape(letter) + _branching(rest) for letter, rest in following.items()) + ")"


TRIGGER = re.compile(_branching(TRIGGERS))

_C = "\x01"
_E = "\x02"
_LIST = f"{_C}c[0-9]+{_E}"
_ORG = (
    # an organization, with its abbreviation; or a word for one that is named only later
    rf"(?:(?:alliance|bloc|grouping|organi[sz]ation|association|treaty|pact)\b(?!['’])|{_C}o[0-9]+{_E}(?:,? \({_C}o[0-9]+{_E}\)|,? or {_C}o[0-9]+{_E},?| {_C}o[0-9]+{_E})?"
    r"(?: (?:bloc|group|grouping|alliance|organi[sz]ation|pact|mechanism|club|community|format|family|framework|military alliance)"
    r"(?: of (?:[a-z]+ ){1,4}(?:economies|countries|nations|states|powers))?)?)"
)
_WORD = rf"[\w’'{_C}{_E}%-]+"
_KIND = (
    r"(?:founding|full|associate|permanent|sectoral|observer|development|dialog(?:ue)?|candidate|partner|member|charter|"
    r"original|founder|guest|non-permanent|participating|signatory|full-fledged|fully-fledged)[ -]"
)
_STATUS = (
    rf"\b(?:full(?:-fledged)? participants?|(?:{_KIND}){{1,3}}(?:states?|countries|country|nations?|status)|(?:{_KIND}){{0,3}}(?:members?|observers?|partners?|"
    r"founders?|applicants?|candidates?|guests?|(?<=guest )attend(?:ee|ance)s?|allies|ally|signatories|fathers|newcomers?|membership))\b"
    r"(?! of (?:the )?(?:delegation|parliament|staff|public|society|cabinet|government|team))"
)
#: a status as a noun phrase: "the bloc's tenth full member", "an observer in the SCO"
_NOUN = (
    rf"(?:(?:a|an|the|its|their|all|both|another|one of (?:the|its)|among (?:the|its)) )?(?:(?:the )?{_ORG}(?:['’]s?)? )?"
    rf"(?:{_WORD} ){{0,3}}?(?P<s>{_STATUS})"
)
_OF = rf"(?: (?:of|in|at|to|with|within|into) (?:the )?(?:{_WORD} ){{0,3}}?{_ORG})?"
#: adverbs and auxiliaries of a thing that has happened
_DID = (
    r"(?:(?:has|have|had|having|also|then|both|all|only|later|already|since|now|first|itself|themselves|just|again|too|together|thus|therefore|hereby|thereby|thereafter|soon|"
    rf"(?!nearly|hardly|barely|scarcely|likely|possibly|probably|potentially|allegedly|hopefully)[a-z]+ly|(?:on |in )?{_C}d[0-9]+{_E}) )*"
)
_BE = (
    r"(?:is|are|remains?|has been|have been|had been|was|were|'s|’s)(?: (?:now|also|currently|already|still|all|both|presently|"
    r"today|each|officially|formally|since|at present|listed as|considered|recogni[sz]ed as))*"
)

MACROS: dict[str, str] = {
    "L": f"(?:the |both |all of |neighbou?ring |fellow |nearby )?(?P<m>{_LIST})",
    "L2": f"(?:the |both )?(?P<m2>{_LIST})",
    "LIST": _LIST,
    "A": f"(?P<m>{_C}a[0-9]+{_E})",
    "O": f"(?:the )?(?:{_WORD} ){{0,3}}?{_ORG}",
    "ORG": f"(?:the )?{_ORG}",
    "D": f"{_C}d[0-9]+{_E}",
    "N": _NOUN,
    "S": f"(?P<s>{_STATUS})",
    "OF": _OF,
    "DID": _DID,
    "ADV": r"(?:(?:[a-z]+ly|first|now|today|also|then|later|already|still|thus|both|all|too) )*",
    "BE": _BE,
    # whose status: "the SCO's", "the organization's" even where it is named only later
    "ITS": r"(?:(?:the )?(?:\x01o[0-9]+\x02(?:['’]s?)?|(?:bloc|group|alliance|organi[sz]ation|association|union)['’]s) )?",
    # where an aside may stand between a subject and its verb; it is cut out before the rule is tried, see read.py
    "APP": "",
    # behind a list: its closing bracket or dash, a bracket, a day ("Iran on July 4 became")
    "PAR": r"(?:\)| \([^()]{0,60}\))?(?: -| ?—| ?–)?(?:,? (?:on |in )?\x01d[0-9]+\x02,?)?",
    "W": _WORD,
    # what may follow an organization that is joined or left: not "meeting", "drills", "allies"
    "STOP": r"(?=[.,;:)!?”\"—–]| [—–-] |\Z| (?:in|on|as|at|last|this|next|only|after|when|while|and|with|but|before|earlier|"
    rf"since|during|under|to|later|ago|together|along|alongside|by|from|for|just|a|the|over|amid|despite|because|through|"
    rf"following|exactly|two|three|four|five|six|seven|eight|nine|ten|some|nearly|about|officially|formally|{_C}d)\b| {_C}d)",
}


@cache
def expand(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern, its `{macros}` filled in; groups are numbered m0, m1 (lists) and s0, s1 (statuses).

    Compiled when first needed: all of them at once would cost every command a tenth of a second.
    """
    filled = _MACRO.sub(lambda m: MACROS[m[1]], pattern)
    numbers = {"m": count(), "s": count()}
    return re.compile(_GROUP.sub(lambda m: f"(?P<{m[1]}{next(numbers[m[1]])}>", filled))


#: an aside behind a list: "Croatia, the newest of them, joined", or a verb before the one that counts: "Timor-Leste,
#: which applied in 2011 and was given"
ASIDE = re.compile(
    r"(?:, (?:\x01d[0-9]+\x02['’]s |an? |the |its |this |one |both |all |which |who |whose |now |once |then |currently |already |also |itself )(?:[^,;:\x01]|\x01[do][0-9]+\x02|(?<= in )\x01c[0-9]+\x02){0,90},"
    r"|,? (?:[^,;:.\x01]|\x01[do][0-9]+\x02|(?<=from )\x01c[0-9]+\x02|(?<=[0-9])[.,](?=[0-9])){3,90}? (?:and|but|before)(?: later| then| subsequently| finally)?"
    r"|(?: republics)? [–—-] (?:[^;:.\x01–—]|\x01[do][0-9]+\x02){3,70} [–—-])(?= )"
)
_MACRO = re.compile(r"\{([A-Z][A-Z0-9]*)\}")
_GROUP = re.compile(r"\(\?P<([ms])2?>")
_NO = re.compile(
    r"\bnon[- ](?!permanent)|would-be|aspiring|prospective|potential|future|possible|hopeful|aspirant|\bnot\b|eligible|likely|"
    r"\bnever\b|\bopened\b|procedure|launched|\bbegan\b|\bbegun\b|\bapplied|\bapplications?\b|pending|process|\bcrew|\bfamily|\bstaff|\bparty\b|\bcabinet|\bsenior|\bunion member|\bteam|\bgang|\bboard|\bcommittee"
)
_FORMER = re.compile(r"\b(?:former|ex-|erstwhile|one-time|onetime)")
_PARTNER = re.compile(r"partner (?:countr|states?|nations?|status|members?)")
_ALLY = re.compile(r"\ball(?:y|ies)\b")
_FOUNDING = re.compile(r"\bfound(?:ing|er)|\boriginal (?:member|signator)|\bcharter member")


NUMBERS: dict[str, int] = {
    word: value
    for value, words in enumerate(
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
        "nineteen|twenty".split("|"),
        start=2,
    )
    for word in (words, str(value))
}


def status_of(phrase: str, *, listed: bool = False) -> Status | None:
    """The status that a noun phrase names, None where it names none; `listed` where a table or heading says it."""
    phrase = phrase.replace("non-member observer", "observer").replace(
        "non-member state", "observer" if "observer" in phrase else "non-"
    )
    if _NO.search(phrase):
        return None
    if _FORMER.search(phrase):
        return "former-member" if "member" in phrase else None
    if "suspended" in phrase:
        return "suspended"
    if _FOUNDING.search(phrase):
        return "founding-member"
    if "dialog" in phrase:
        return "partner" if "sectoral" in phrase or "development" in phrase else "dialogue-partner"
    if "observer" in phrase:
        return "observer"
    if "associate" in phrase:
        return "partner"
    if "candidate" in phrase or "applicant" in phrase:
        return "applicant"
    if "guest" in phrase:
        return "guest" if listed or "status" in phrase or "attend" in phrase else None
    if "partner" in phrase:
        known = _PARTNER.search(phrase)
        return "partner" if listed or known else None
    if "member" in phrase or "newcomer" in phrase or "full participant" in phrase or "fledged participant" in phrase:
        return "member"
    if _ALLY.search(phrase):
        return "member"
    return "member" if "signator" in phrase and listed else None


#: before a statement: it is wished, planned, asked, denied
HEDGE = re.compile(
    r"\b(?:will|would|may|might|could|should|shall|can|cannot|if|whether|unless|hop(?:e|es|ed|ing)|want(?:s|ed)?|wish(?:es|ed)?|"
    r"plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|intend(?:s|ed)?|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?|to (?:be|become|join|"
    r"grant|admit|accept|give|see|include|have)|about to|due to|set to|likely|possib(?:le|ly|ility)|propos(?:al|ed|es|als)|"
    r"consider(?:s|ing|ed|ation)?|discuss(?:ed|es|ing|ion)?|bid|ambitions?|prospects?|(?:support|back|favou?r)(?:s|ed|ing)?|"
    r"ready to|invit(?:ed|es) to|calls? for|called for|urg(?:ed|es)|oppos(?:ed|es)|reject\w*|refus\w*|den(?:y|ied|ies)|not|"
    r"never|no|nor|neither|without|once|ahead of|procedures?|process|towards?|negotiat\w+|applications?|requests?|future|"
    r"eventual|potential|planned|upcoming|forthcoming|conditions?|criteria|rules|advocat\w+|push(?:es|ed|ing)?|vote on|"
    r"n't|n’t|doubts?|issue of|question of|idea of|against|block(?:s|ed|ing)?|veto(?:es|ed)?|delay(?:s|ed)?)\b"
)
