"""Whether the words around a wording let it stand: what is hoped, planned, denied or only attended is no status."""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.memberships.lexicon import HEDGE, NUMBERS
from sitegen.memberships.mask import Masked
from sitegen.memberships.rule import Rule
from sitegen.memberships.statement import Context

__all__ = ["holds", "is_fact"]

_LIST = re.compile(r"\x01[ca]([0-9]+)\x02")
_CLAUSE = re.compile(r"[;:] |, (?:but|while|whereas|although|though|which|who)\b| but |[.!?]['\"”]? |\) ")
_LIGHT = re.compile(
    r"\b(?:if|whether|unless|not|never|neither|nor|none|n't|n’t|denied that|had (?!been|joined|become)\x01)\b|\bhad \Z"
)
_PREPOSITION = re.compile(
    r"\b(?:of|from|by|between|with|in|at|for|to|against|near|over|across|visited|via|including|than|like|besides|meet|met|told|"
    r"invited|when|how|towards?|on|among|alongside|and \x01o[0-9]+\x02 and|both from) (?:the )?\Z"
)
_ASIDE = re.compile(r",[^,]*,")
_ABSOLUTE = re.compile(r"(?:the |both )?\x01c[0-9]+\x02 being ")
#: "the crisis in A, which holds": whatever it is the object of, it is the subject here
_RELATIVE = re.compile(r"(?:the |both )?\x01c[0-9]+\x02, (?:which|who) ")
#: "the kingdom of Morocco joined": the list is still the subject
_NAMING = re.compile(
    r"\b(?:states|countries|country|nations?|republics?|kingdom|neighbou?rs|monarchies|members|giants) of (?:the )?\Z"
)
#: "twenty countries, including A and B, have applied": the list is of the subject
_AMONG = re.compile(r"(?:countries|states|nations|members|others), (?:including|among them|like) (?:the )?\Z")
_TEMPORAL = re.compile(r"\b(?:when|since|after|until|before|as|that|because|where)(?: the| both)? \Z")
#: "the dialogue partners of the SCO (Armenia, ...)": the list is of those, not of the members
_OTHER_STATUS = re.compile(
    r"\b(?:partners?|observers?|candidates?|applicants?|founders|fathers|suspended|expelled|barred|withdr\w+|guests?|aspirants?|outside|non-members?|except|without|"
    r"bids?|from|left|neighbou?rs|rivals?) (?:[\w’'-]+ ){0,2}(?:(?:of|in|from|to|by|at|for) )?(?:the )?\Z"
)
#: "began the admission of Iran", "opened the procedure for three new partners": a beginning, no status yet
_STARTED = re.compile(
    r"(?:\b(?:began|begun|begins?|starts?|started|starting|open(?:ed|s|ing)?|launch(?:ed|es|ing)?|initiat(?:ed|es|ing)|approved|agreed on|backed|continu\w+) "
    r"(?:the |an? |its |their )?(?:\w+ ){0,2}|\b(?:procedures?|process|applications?|talks|requests?|bids?|plans?|prospects?|candidac\w+) (?:for|of|to|on) "
    r"(?:[\w’'-]+ ){0,4})\Z"
)
#: "joined the EU on Monday in condemning": an act in common, no membership
_JOINED_IN = re.compile(
    r"(?:,? (?:on )?\x01d[0-9]+\x02)?,? (?:in \w+ing\b|to (?:condemn|call|urge|demand|denounce|express|support|mark|discuss|help|fight|warn|impose|"
    r"celebrate|ask|seek|push|sign|send|back|protest)\b|for (?:talks|the (?:talks|meeting|summit|drill|exercise|first time in))\b)"
)
#: a verb that opens a clause of its own after a comma: what was hedged before it no longer counts
_FINITE = re.compile(r"(?:granted|gave|awarded|accorded|admitted|suspended|inducted|took in|accepted) ")
_PLANNED = re.compile(
    r"(?: status)?,? (?:is|are|was|were|will|would|could|may|might)(?: (?:also|still))? (?:planned|expected|to be|set to|due|be|scheduled|likely|possible|under)\b"
)
#: taking part in a meeting is not membership
_TOOK_PART = re.compile(
    r"\b(?:attend\w*|took part|take part|taking part|participat\w+|invit\w+|represent\w+|present at|met with|hosted|hosting|joined the (?:talks|meeting|"
    r"summit|session|drill|exercise)|travell?ed|arrived|spoke|was there|were there|came)\b"
)
_GUEST_AT = re.compile(
    r" (?:at|in|to|of|during|for|on) (?:the |a |an |this |these |its |their )?(?:[\w’'-]+ ){0,3}?(?:talks|meetings?|summits?|exercises?|drills?|sessions?|"
    r"conferences?|events?|negotiations|war|games|mission|elections?|votes?|polls?|delegation|parliament|staff|cabinet|"
    r"government|team|squad|crew|commission|committee|board|jury|panel|troupe|council of ministers)\b"
)
_OF_OTHER = re.compile(
    r" of (?!the \x01o|\x01o|(?:the )?(?:[\w’-]+ ){0,2}(?:bloc|group|grouping|alliance|organi[sz]ation|association|pact|union|club|league|community|forum|mechanism|body)\b)"
)
_FACT = re.compile(
    r"\b(?:after|following|since|with|saw|marked|marks|through|thanks to|despite|upon|completed|completion of|celebrat\w+|congratulat\w+ \S+ on|"
    r"anniversary of|the first \w+ (?:since|after)|owing to|announced|hailed|formali[sz]ed|welcomed|confirmed) (?:[\w’'-]+ ){0,3}\Z"
)
_WHOSE = re.compile(
    r"\x01o|\b(?:alliance|bloc|union|its|fellow|bloc's|bloc’s|alliance's|group's|organi[sz]ation's|other|newest|latest|new|permanent|founding|full|current)\b"
)
#: "the admission of India [was opened in Ufa]"
_NOT_YET = re.compile(
    r" (?:is|are|was|were|has been|have been|had been|will be|would be|could be|may be)(?: \w+ly)? (?:opened|launched|started|begun|initiated|discussed|"
    r"considered|expected|planned|delayed|blocked|held up|pending|under|on the|out of|opposed|supported|backed|possible|likely|negotiated|off)\b"
)
_LIST_TO = re.compile(r"(?:the )?\x01c[0-9]+\x02 to ")
_NO = re.compile(r"\b(?:not|never|n't|n’t|yet to)\b")
_STATUS = re.compile(r"status|membership|rank of")
_PLURAL = re.compile(r"(?:s|allies|countries)\Z")


def is_fact(before: str) -> bool:
    """Whether the words directly before make an entry or exit a fact: "after the entry of", "marked the accession of"."""
    return bool(_FACT.search(before))


#: "The protocol on the accession of A": a paper is signed, nobody has joined.
_ENTRIES = frozenset({"entry of list", "list's entry", "demonym entry"})
_PAPER_ON = re.compile(
    r"\b(?:protocols?|treat(?:y|ies)|agreements?|documents?|instruments?|talks|negotiations|papers?|procedures?|decisions?)\b[^.;]{0,60} "
    r"(?:on|for|of|about|to|governing)(?: the)?(?: formal| full)? \Z"
)


#: "the green light for the entry of A", "the way to A's accession"
_AIM = re.compile(
    r"\b(?:light|way|path|road|door|vote|approval|support|consent|nod|ratification|backing|date|deadline|obstacles?|hurdles?|opposition|objections?)"
    r"(?: \w+)? (?:for|of|to|on|towards?)(?: the)? (?:\w+ )?\Z"
)
#: what is only wished or foreseen is not settled
_WISHED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|wish\w*|want(?:s|ed)?|expect\w*|believ\w+|predict\w*|think\w*|thought|confident|optimistic|so that|in order|"
    r"possib\w+|may|might|could|demand\w*|call(?:s|ed) for|suggest\w*|propos\w+|lest|until|before|once|provided)\b"
)
_OF_MEMBERSHIP = re.compile(r"member|newest|accession|expan|enlarg|\x01o")
_GOES_ON = re.compile(r"(?:, |, and |\band )\Z")
_COUNTRIES_LISTED = re.compile(r"(?:countries|states|nations) (?:the |both )?\x01c")
_COUNTRIES = re.compile(r"countries|states|nations|powers|members|partners")
_INVITED = re.compile(r"\binvit\w+|\bguests?\b")
_MEETING = re.compile(r"\b(?:drill|exercise|talks|meeting|summit|session|war games)")
#: a list that joins another joins an organization only where members are spoken of
_OF_MEMBERS = frozenset({"list will join list", "will join list"})


def holds(rule: Rule, match: re.Match[str], masked: Masked, context: Context, phrase: str | None) -> bool:
    """Whether a match may be believed; `phrase` is the status as written, None where the wording itself says it."""
    text, before = masked.text, masked.text[: match.start()]
    if rule.context and not (context.speaks_of_members or _OF_MEMBERSHIP.search(text)):
        return False
    if match[0].endswith("\x02") and text.startswith(("'s ", "’s "), match.end()):
        return False  # "the members were Egypt's friends"
    if (rule.near and not context.is_near) or _STARTED.search(before):
        return False
    if rule.name in _ENTRIES and _PAPER_ON.search(before):
        return False
    if rule.kind == "planned" and _WISHED.search(_CLAUSE.split(before)[-1]):
        return False
    if rule.name in _OF_MEMBERS and not (context.speaks_of_members or "member" in text):
        return False
    if text.startswith((" in principle", ", in principle"), match.end()):
        return False
    if rule.factual and _NOT_YET.match(text, match.end()):
        return False
    if rule.factual and _AIM.search(before):
        return False
    if rule.factual and is_fact(before):
        return True  # whatever is hoped or discussed further before
    if not _is_asserted(rule, match, before, text[match.end() :]):
        return False
    if phrase is not None and _is_of_another(rule, match, text, phrase):
        return False
    check = _CHECKS.get(rule.name)
    return check is None or check(match, masked, phrase or "")


def _is_asserted(rule: Rule, match: re.Match[str], before: str, after: str) -> bool:
    """No hedge, no denial, and a subject that is one."""
    clause = _CLAUSE.split(before)[-1]
    if rule.strict:
        is_own_clause = match[0].startswith("having ") or (_FINITE.match(match[0]) and _GOES_ON.search(before))
        if (not is_own_clause and HEDGE.search(clause)) or _PLANNED.match(after):
            return False
    elif _LIGHT.search(clause):
        return False
    if rule.kind == "now" and _LIGHT.search(match[0]):
        return False
    if rule.kind not in ("now", "left") and _NO.search(_ASIDE.sub(",", match[0], count=1)):
        return False
    is_object = rule.subject and _PREPOSITION.search(before) and not _RELATIVE.match(match[0])
    if is_object and before.endswith(("with ", "with the ")) and _ABSOLUTE.match(match[0]):
        is_object = False  # "with the nation being suspended"
    return not is_object or bool(_TEMPORAL.search(before) or _NAMING.search(before) or _AMONG.search(before))


def _is_of_another(rule: Rule, match: re.Match[str], text: str, phrase: str) -> bool:
    """ "a member of the delegation", "observers at the talks": no status in an organization."""
    end = match.end() if match[0].endswith(phrase) else match.start() + match[0].find(phrase) + len(phrase)
    rest = text[end:]
    return bool(_OF_OTHER.match(rest) or (rule.kind == "now" and _GUEST_AT.match(rest)))


def _size(match: re.Match[str], masked: Masked, which: int = -1) -> int:
    numbers = _LIST.findall(match[0])
    return len(masked.lists[int(numbers[which])]) if numbers else 0


def _is_counted(words: str, size: int) -> bool:
    """Whether a number among the words is that of the list's items: "the six members China, ..."."""
    return any(NUMBERS.get(word) == size for word in words.split())


def _is_plural(phrase: str) -> bool:
    return bool(_PLURAL.search(phrase)) and "status" not in phrase


def _before(match: re.Match[str], masked: Masked, characters: int) -> str:
    return masked.text[max(0, match.start() - characters) : match.start()]


def _says_status(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    return bool(_STATUS.search(match[0] + masked.text[match.end() : match.end() + 8]))


def _no_act_in_common(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    return not _JOINED_IN.match(masked.text, match.end())


#: a verb of several: behind "members of the bloc" it is theirs
_MANY = re.compile(r"\b(?:are|include|comprise|group|unite)\b")
#: "includes two observer countries": no members
_LESSER = re.compile(r"\b(?:observer|partner|candidate|guest|applicant)")


def _admission(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    """ "Decided to admit A"; a welcome is one only where it says as what."""
    if "welcome" in match[0] and not phrase:
        return False
    into_what = match[0][match[0].rfind(" to ") :] + masked.text[match.end() : match.end() + 40]
    return _no_act_in_common(match, masked, phrase) and not _MEETING.search(into_what)


def _headline_or_will(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    """ "A, B to leave C on D" is a headline's way; within a sentence "asked A to leave C" settles nothing."""
    return match.start() == 0 or not _LIST_TO.match(match[0])


def _organization_list(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    """ "the Quad (…)", "NATO states Poland and Romania": the list is of its members, and is one."""
    size = _size(match, masked)
    if _COUNTRIES_LISTED.search(match[0]) and "(" not in match[0]:
        return size > 1
    has_noun = _COUNTRIES.search(match[0])
    return bool(has_noun or size > 2) and not _OTHER_STATUS.search(_before(match, masked, 60))


#: who may be listed behind members without being one
_GUESTS = re.compile(r"\b(?:plus|partners?|observers?|guests?|dialogue)\b")


def _status_comma_list(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    """Not "besides the eight members, Iran and Belarus came"; a list that only follows is of members if it is long."""
    if match[0].startswith(("of ", "from ", "by ", "for ")):
        return _size(match, masked) > 3 and not _GUESTS.search(masked.text)
    clause = masked.text[: match.start()] + match[0].split(",")[0]
    if not re.search(
        r"\b(?:besides|apart from|aside from|in addition to|unlike|alongside|with|than|outside|beyond)\b[^,]*\Z", clause
    ):
        return True
    if match[0].startswith("unlike"):
        return True
    return bool(re.match(r"(?:has|have|had|with|counts) ", match[0])) and "besides" not in masked.text[: match.start()]


def _not_invited(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    clause = _CLAUSE.split(masked.text[: match.start()])[-1][-90:]
    return not _INVITED.search(clause + match[0])


def _not_attending(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    clause = _CLAUSE.split(masked.text[: match.start()])[-1][-90:]
    if _is_plural(phrase) and _size(match, masked) < 2 and "both" not in match[0]:
        return False  # "in Kigali, A as 55th and 56th members"
    return _not_invited(match, masked, phrase) and not _TOOK_PART.search(clause)


def _no_meeting(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    words = match[0] + masked.text[match.end() : match.end() + 40]
    return not _MEETING.search(words)


def _status_beside_list(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    """One member and one country, members and several; a bare word must say whose or how many."""
    size = _size(match, masked)
    if bool(_PLURAL.search(phrase)) != (size > 1):
        return False
    words = re.split(r"[,;:.] ", _before(match, masked, 50) + match[0])[-1]
    is_bare = " " not in phrase and not _is_counted(words, size)
    return not is_bare or phrase == "observer" or bool(_WHOSE.search(words))


_OBLIQUE_IS = re.compile(r"(?:the |both )?\x01c[0-9]+\x02, (?:is|are|was|were) ")


def _apposition(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    """ "Besides India and Pakistan, the SCO members agreed" begins a new subject and is no apposition."""
    if _OBLIQUE_IS.match(match[0]) and _PREPOSITION.search(masked.text[: match.start()]):
        return False  # "who mediates in Peru, is a partner": somebody else
    if not _is_plural(phrase) or "one of" in match[0]:
        return True
    size, after = _size(match, masked, 0), masked.text[match.end() :]
    if "\x01o" in match[0][match[0].rfind(phrase) + len(phrase) :]:
        return True
    if size < 2:
        return False
    if after.startswith(" since"):
        return True
    if after[:1] not in ",.;)—" and not after.startswith(" —"):
        return False
    bare = re.search(r", (?:the |its )?(?:\x01o[0-9]+\x02(?:['’]s?)? )?" + re.escape(phrase), match[0])
    if not bare or re.search(r"\b(?:both|all|which|are|the new|newest|latest|founding)\b", match[0]):
        return True
    clause = _CLAUSE.split(masked.text[: match.start()])[-1]
    return not re.match(r"(?:besides|apart|unlike|like|with|in addition)", clause.strip())


#: "Will admit six new members, including": those that are not members yet.
_NEW_ONES = re.compile(
    r"\b(?:new|more|additional|further|prospective|potential|aspiring|would-be|fresh)(?: [\w-]+){0,2} \Z|\b(?:admit|welcome|accept|take in|invite)(?: [\w-]+){0,3} \Z"
)


def _not_yet_members(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    before = masked.text[: match.start()]
    return not (_NEW_ONES.search(before) and HEDGE.search(_CLAUSE.split(before)[-1]))


#: "reluctant to let A join": nobody has
_LET = re.compile(r"\b(?:let|lets|letting|see|seeing|help|helps|helping|make|have|watch) (?:the )?\Z")
#: "A was suspended in 2021, B followed a year later": in the same, not in joining
_STEP_BEFORE = re.compile(r"\b(?:suspen\w+|withdr\w+|left|quit|applied|expelled|expulsion|exits?)\b")


def _no_other_step(match: re.Match[str], masked: Masked, phrase: str) -> bool:
    return "followed" not in match[0] or not _STEP_BEFORE.search(masked.text[: match.start()])


#: rule -> what else must be so for it alone
_CHECKS: dict[str, Callable[[re.Match[str], Masked, str], bool]] = {
    "holds a status": _says_status,
    "was granted": _says_status,
    "received status": _says_status,
    "granted status to list": _says_status,
    "granted list the status": _says_status,
    "list will join list": lambda match, masked, phrase: (
        _no_act_in_common(match, masked, phrase) and _no_meeting(match, masked, phrase)
    ),
    "will join list": lambda match, masked, phrase: (
        _no_act_in_common(match, masked, phrase) and _no_meeting(match, masked, phrase)
    ),
    "was the nth to join": lambda match, masked, phrase: (
        _no_act_in_common(match, masked, phrase) and _no_meeting(match, masked, phrase)
    ),
    "will join it": _no_act_in_common,
    "will leave it": _headline_or_will,
    "joined it": _no_act_in_common,
    "decided to admit list": _admission,
    "it groups list": lambda match, masked, phrase: not _LESSER.search(match[0]),
    "organization groups list": lambda match, masked, phrase: (
        not _LESSER.search(match[0])
        and (
            not _MANY.search(match[0])
            or not masked.text[: match.start()].endswith((" of ", " in ", " to ", " of the ", " in the ", " to the "))
        )
    ),
    "join it": lambda match, masked, phrase: (
        _no_act_in_common(match, masked, phrase) and not _LET.search(masked.text[: match.start()])
    ),
    "joined on a day": _no_other_step,
    "it took in list": _no_act_in_common,
    "organization (list)": _organization_list,
    "status: list": _not_yet_members,
    "status: whose officials": lambda match, masked, phrase: match[0].count("\x01c") > 1,
    "list is status": lambda match, masked, phrase: not masked.text.startswith(" to be ", match.end()),
    "status is list": lambda match, masked, phrase: " to join" not in match[0],
    "counted, then listed": lambda match, masked, phrase: _is_counted(match[0], _size(match, masked)),
    "status, list": _status_comma_list,
    "as its status": _not_invited,
    "list as status": _not_attending,
    "joined as": _no_meeting,
    "status beside list": _status_beside_list,
    "list, a status": _apposition,
}
