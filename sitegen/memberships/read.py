"""A masked sentence -> its statements: which rule says it, of whom, in which organization, since when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.memberships.lexicon import HEDGE, NUMBERS, expand, status_of
from sitegen.memberships.mask import Masked, Member
from sitegen.memberships.rules import CUES, RULES, Rule
from sitegen.memberships.when import begin_of, date_after, date_before, is_later, since
from sitegen.model import DateMention, Status, Step

__all__ = ["Context", "Statement", "statements_of"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence inherits: the organization spoken of, the status spoken of, the day of publication."""

    organization: str | None
    speaks_of_members: bool
    last_status: Status | None
    published: str | None
    is_near: bool = False  # the organization is named in the sentence before
    alliances: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    organization: str
    member: str
    status: Status
    start: str | None
    as_of: str | None
    step: Step | None
    confidence: float
    rule: str


_STEPS: dict[str, Step] = {
    "decided": "decided", "signed": "signed", "applied": "applied", "left": "withdrawn", "suspended": "suspended",
}  # fmt: skip
_LIST = re.compile(r"\x01[ca]([0-9]+)\x02")
_LISTS = re.compile(r"\x01c")
_ORG = re.compile(r"\x01o([0-9]+)\x02")
_CLAUSE = re.compile(r"[;:] |, (?:but|while|whereas|although|though|which|who)\b| but |[.!?]['\"”]? |\) ")
_LIGHT = re.compile(r"\b(?:if|whether|unless|not|never|neither|nor|none|n't|n’t|denied that|had (?!been|joined|become)\x01)\b|\bhad \Z")
_PREPOSITION = re.compile(
    r"\b(?:of|from|by|between|with|in|at|for|to|against|near|over|across|visited|via|including|than|like|besides|meet|met|told|"
    r"invited|when|how|towards?|on|among|alongside|and \x01o[0-9]+\x02 and|both from) (?:the )?\Z"
)
_ASIDE = re.compile(r",[^,]*,")
#: "thirteen years after Belarus became": how things stand now does not follow
_LONG_AGO = re.compile(r"\b(?:after|when|before|until|by the time|once)(?: the| both)? \Z")
#: "the kingdom of Morocco joined": the list is still the subject
_NAMING = re.compile(r"\b(?:states|countries|country|nations?|republics?|kingdom|neighbou?rs|monarchies|members|giants) of (?:the )?\Z")
_TEMPORAL = re.compile(r"\b(?:when|since|after|until|before|as|that|because|where)(?: the| both)? \Z")
#: "the dialogue partners of the SCO (Armenia, ...)": the list is of those, not of the members
_OTHER_STATUS = re.compile(
    r"\b(?:partners?|observers?|candidates?|applicants?|suspended|expelled|barred|withdr\w+|guests?|aspirants?|outside|non-members?|except|without|"
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
_PLANNED = re.compile(r"(?: status)?,? (?:is|are|was|were|will|would|could|may|might)(?: (?:also|still))? (?:planned|expected|to be|set to|due|be|scheduled|likely|possible|under)\b")
_LEAD = re.compile(r"[,;:(]|\x01c[0-9]+\x02|\b(?:as|to|from|into|and|are|is|beside|besides|with|than|or)\b")
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
_OF_OTHER = re.compile(r" of (?!the \x01o|\x01o|(?:the )?(?:bloc|group|grouping|alliance|organi[sz]ation)\b)")
_PAST = re.compile(r"\b(?:was|were|had|included|comprised|grouped|then|consisted|united|took in|brought together|initially|originally|until then|at the time)\b")
_FACT = re.compile(
    r"\b(?:after|following|since|with the|saw|marked|marks|through|thanks to|despite|upon|completed|completion of|celebrat\w+|congratulat\w+ \S+ on|"
    r"anniversary of|the first \w+ (?:since|after)|owing to|announced|hailed|formali[sz]ed|welcomed|confirmed) (?:[\w’'-]+ ){0,3}\Z"
)
_BARE = re.compile(r"(?:members?|observers?|partners?|allies|ally|candidates?|applicants?|states?|countries|nations?)\Z")
_WHOSE = re.compile(r"\x01o|\b(?:alliance|bloc|union|its|fellow|bloc's|bloc’s|alliance's|group's|organi[sz]ation's|other|newest|latest|new|permanent|founding|full|current)\b")
#: "became an observer in 2005 [and a full member in 2017]"
_THEN = expand(
    r"(?:,? and|,|,? then| and then|,? before)(?: (?:then|later|finally|became|becoming|being granted|received|receiving|also))*"
    r"(?: (?:an?|its|the|full|tenth|ninth|eighth))* {S}{OF}(?: (?:in|on))?(?: early| late)? \x01d([0-9]+)\x02"
)
_GAPPED = re.compile(
    r"(?:,|;| and|, and|, then| then|, while|,? followed by| with|,? as (?:was|were|did))(?: by| then| and| later)? (?:the |both )?(\x01c[0-9]+\x02),?(?: followed| joined| followed suit| did so| came)?"
    r"(?: (?:in|on))? (?:early |late )?(\x01d[0-9]+\x02)"
)


def statements_of(masked: Masked, context: Context) -> Iterator[Statement]:
    """All statements of a sentence, in the order of the rules."""
    text = masked.text
    if "\x01c" not in text and "\x01a" not in text:
        return
    tried: set[int] = set()
    for cue, numbers in CUES:
        if cue in text:
            tried.update(numbers)
    lists = [match.start() for match in _LISTS.finditer(text)]
    for number in sorted(tried):
        rule = RULES[number]
        if rule.is_anchored:
            for at in lists:
                match = rule.compiled.match(text, at)
                if match:
                    yield from _read(rule, match, masked, context)
        else:
            for match in rule.compiled.finditer(text):
                yield from _read(rule, match, masked, context)


def _read(rule: Rule, match: re.Match[str], masked: Masked, context: Context) -> Iterator[Statement]:
    text, groups = masked.text, match.groupdict()
    key = next((k for k, v in groups.items() if k[0] == "s" and v), None)
    phrase = match[key] if key else None
    lists = [(match.start(k), v) for k, v in groups.items() if k[0] == "m" and v]
    if not lists or not _holds(rule, match, masked, context, phrase):
        return
    status = _status(rule, match, masked, context, key)
    if status is None:
        return
    organization, sure = _organization(match, masked, context, lists)
    if organization is None:
        return
    if phrase and re.search(r"\ball(?:y|ies)\b", phrase):
        # "NATO ally Turkey" is a member, "an ally of NATO" is not
        named = key is not None and re.search(r"\x01o[0-9]+\x02 (?:\w+ ){0,2}\Z", text[: match.start(key)])
        if organization not in context.alliances or not named:
            return
    members = [(m, at) for at, value in lists for m in _members(value, masked)]
    date, end = _date(rule, match, masked, status)
    later = bool(date and date.edtf and is_later(begin_of(date.edtf), context.published))
    if later:
        return
    if rule.factual and not (date or _FACT.search(text[: match.start()])):
        return
    dates = _respectively(match, masked, len(members))
    confidence = 0.95 if sure else 0.85
    if status in ("partner", "guest", "former-member") or rule.factual or rule.context:
        confidence -= 0.1
    for i, (member, _) in enumerate(members):
        if member.code == organization:
            continue
        own = member.date or (dates[i] if dates else date)
        yield _statement(rule, match, masked, context, status, organization, member.code, own, confidence)
    if end and rule.kind in ("begins", "decided"):
        then = _THEN.match(text, end)
        further = status_of(then[1]) if then else None
        if then and further:
            next_date = masked.dates[int(then[2])]
            for member, _ in members:
                yield _statement(rule, match, masked, context, further, organization, member.code, next_date, confidence - 0.05)
    if end and rule.kind in ("begins", "decided", "left", "suspended"):
        for gap in _gapped(text, end):
            later_date = masked.dates[int(gap[2][2:-1])]
            if later_date.edtf and is_later(begin_of(later_date.edtf), context.published):
                continue
            for member in _members(gap[1], masked):
                yield _statement(
                    rule, match, masked, context, status, organization, member.code, later_date, confidence - 0.05
                )


def _holds(rule: Rule, match: re.Match[str], masked: Masked, context: Context, phrase: str | None) -> bool:
    """Whether the words around let the wording stand: no hedge, no denial, no mere presence."""
    text, before = masked.text, masked.text[: match.start()]
    after = text[match.end() :]
    if rule.context and not (context.speaks_of_members or re.search(r"member|newest|accession|expan|enlarg|\x01o", text)):
        return False
    if rule.near and not context.is_near:
        return False
    if _STARTED.search(before):
        return False
    clauses = _CLAUSE.split(before)
    clause = clauses[-1]
    if rule.factual and _FACT.search(before):
        return True  # "after the entry of": a fact, whatever is hoped or discussed before
    own_clause = _FINITE.match(match[0]) and re.search(r"(?:, |, and |\band )\Z", before)
    if rule.strict and not own_clause and HEDGE.search(clause):
        return False
    if rule.strict and _PLANNED.match(after):
        return False
    if _LIGHT.search(clause) and not rule.strict:
        return False
    if rule.kind == "now" and _LIGHT.search(match[0]):
        return False
    if rule.kind not in ("now", "left") and re.search(
        r"\b(?:not|never|n't|n’t|yet to)\b", _ASIDE.sub(",", match[0], count=1)
    ):
        return False
    if rule.subject and _PREPOSITION.search(before) and not _TEMPORAL.search(before) and not _NAMING.search(before):
        return False
    if phrase is not None:
        ended = match.end() if match[0].endswith(phrase) else match.start() + match[0].find(phrase) + len(phrase)
        rest = text[ended:]
        if _OF_OTHER.match(rest) or (rule.kind == "now" and _GUEST_AT.match(rest)):
            return False
        if rule.name == "holds a status" and not re.search(r"status|membership", match[0]):
            return False
        if rule.name in ("was granted", "received status", "granted status to list", "granted list the status") and not re.search(
            r"status|membership|rank of", match[0] + after[:8]
        ):
            return False
    if rule.name in ("joined it", "join it", "it took in list") and _JOINED_IN.match(after):
        return False
    if (
        rule.name == "organization (list)"
        and not re.search(r"countries|states|nations|powers|members|partners", match[0])
        and len(masked.lists[int(_LIST.findall(match[0])[-1])]) < 3
    ):
        return False
    if rule.name == "organization (list)" and "(" not in match[0] and re.search(r"(?:countries|states|nations) (?:the |both )?\x01c", match[0]):
        return len(masked.lists[int(_LIST.findall(match[0])[-1])]) > 1
    if rule.name == "status is list" and " to join" in match[0]:
        return False
    if rule.name == "counted, then listed":
        return _is_counted(match[0], len(masked.lists[int(_LIST.findall(match[0])[-1])]))
    if rule.name == "organization (list)" and _OTHER_STATUS.search(before[-60:]):
        return False
    if rule.name == "status, list" and re.search(r"\b(?:besides|apart from|aside from|in addition to|unlike|alongside|with|than|outside|beyond)\b[^,]*\Z", before + match[0].split(",")[0]):
        return match[0].startswith("unlike") or bool(re.match(r"(?:has|have|had|with|counts) ", match[0]) and "besides" not in before)
    if rule.name in ("list as status", "as its status") and re.search(r"\binvit\w+|\bguests?\b", clause[-90:] + match[0]):
        return False
    if rule.name == "list as status" and _TOOK_PART.search(clause[-90:]):
        return False
    if rule.name == "joined as" and re.search(r"\b(?:drill|exercise|talks|meeting|summit|session|war games)", match[0] + after[:40]):
        return False
    if rule.name == "status beside list":
        plural = bool(re.search(r"s\Z|allies\Z|countries\Z", phrase or ""))
        size = len(masked.lists[int(_LIST.findall(match[0])[-1])])
        if plural != (size > 1):
            return False
        words = re.split(r"[,;:.] ", text[max(0, match.start() - 50) : match.end()])[-1]
        bare = phrase is not None and " " not in phrase and not _is_counted(words, size)
        if bare and phrase not in ("observer", "dialogue partner") and not _WHOSE.search(words):
            return False
    if rule.name == "list, a status" and phrase:
        plural = bool(re.search(r"s\Z|allies\Z|countries\Z", phrase)) and "status" not in phrase and "one of" not in match[0]
        first = _LIST.search(match[0])
        size = len(masked.lists[int(first[1])]) if first else 0
        if plural and size > 1 and after.startswith(" since"):
            return True
        if plural and size > 1 and "\x01o" in match[0][match[0].rfind(phrase) + len(phrase) :]:
            return True
        if plural and (size < 2 or (after[:1] not in ",.;)—" and not after.startswith((" —", " since")))) and "\x01o" not in match[0][match[0].find(phrase) + len(phrase) :]:
            return False
        if plural and re.search(r", (?:the |its )?(?:\x01o[0-9]+\x02(?:['’]s?)? )?" + re.escape(phrase), match[0]) and not re.search(
            r"\b(?:both|all|which|are|the new|newest|latest|founding)\b", match[0]
        ):
            # "Besides India and Pakistan, the SCO members agreed": a new subject, not an apposition
            return bool(re.search(r"[,.;)—]", after[:2])) and not re.match(r"(?:besides|apart|unlike|like|with|in addition)", clause.strip())
    return True


def _is_counted(words: str, size: int) -> bool:
    """Whether a number among the words is that of the list's items: "the six members China, ..."."""
    return any(NUMBERS.get(word) == size for word in words.split())


def _status(rule: Rule, match: re.Match[str], masked: Masked, context: Context, key: str | None) -> Status | None:
    if key is None:
        return rule.status or context.last_status
    if rule.status in ("former-member", "suspended", "applicant"):
        return rule.status
    # the words before the status belong to it: "former NATO member", "aspiring members"
    phrase, at = match[key], match.start(key)
    lead = _LEAD.split(masked.text[max(0, at - 80) : at])[-1]
    words = f"{' '.join(lead.split()[-4:])} {phrase}"
    if rule.status and rule.status != "member":
        return rule.status
    listed = rule.name == "was admitted" or (
        rule.name == "status is list" and words.strip() in ("the partners", "its partners", "partners")
        and len(masked.lists[int(_LIST.findall(match[0])[-1])]) > 2
    )  # fmt: skip
    return status_of(_ORG.sub("", words), listed=listed)


def _organization(
    match: re.Match[str], masked: Masked, context: Context, lists: list[tuple[int, str]]
) -> tuple[str | None, bool]:
    """The organization meant, and whether the wording itself names it."""
    own = _ORG.search(match[0])
    if own:
        mention = masked.organizations[int(own[1])]
        return mention.id, not mention.anaphor
    before = list(_ORG.finditer(masked.text, 0, match.start()))
    if before:
        mention = masked.organizations[int(before[-1][1])]
        return mention.id, not mention.anaphor
    after = _ORG.search(masked.text, match.end())
    if after and context.organization is None:
        return masked.organizations[int(after[1])].id, False
    if after and re.match(r"[^,;.]{0,60}\Z", masked.text[match.end() : after.start()]):
        return masked.organizations[int(after[1])].id, False
    return context.organization, False


def _members(value: str, masked: Masked) -> tuple[Member, ...]:
    found = _LIST.search(value)
    if found is None:
        return ()
    if value[1] == "a":
        return (masked.adjectives[int(found[1])],)
    return masked.lists[int(found[1])]


def _date(rule: Rule, match: re.Match[str], masked: Masked, status: Status) -> tuple[DateMention | None, int]:
    """The date that goes with the statement, and where it ends if it stands behind."""
    if rule.kind == "now":
        date = since(masked, match.end())
        if date is None and status == "founding-member":
            found = re.search(r"\b(?:founded|established|formed|set up|created|launched)\b", masked.text[: match.end()])
            after = date_after(masked, found.end() if found else match.end())
            if after:
                return after[0], 0
        return date, 0
    inside = re.findall(r"\x01d([0-9]+)\x02", match[0])
    behind = match[0].endswith("\x02") and match[0].rfind("\x01d") > match[0].rfind("\x01c")
    if inside and (behind or rule.kind == "founded"):
        return masked.dates[int(inside[0 if rule.kind == "founded" else -1])], match.end() if behind else 0
    after = date_after(masked, match.end())
    if after:
        return after
    if inside:
        return masked.dates[int(inside[-1])], 0
    if rule.factual:
        return None, 0
    return date_before(masked, match.start()), 0


def _respectively(match: re.Match[str], masked: Masked, members: int) -> list[DateMention] | None:
    """"Finland and Sweden joined in 2023 and 2024 respectively": a date each."""
    behind = masked.text[match.start() :]
    at = behind.find("respectively")
    if at < 0:
        return None
    numbers = re.findall(r"\x01d([0-9]+)\x02", behind[:at])
    return [masked.dates[int(n)] for n in numbers] if len(numbers) == members else None


def _gapped(text: str, end: int) -> Iterator[re.Match[str]]:
    """"India joined in 2017, Iran in 2023 and Belarus in 2024": the rest of such a row."""
    while True:
        match = _GAPPED.match(text, end)
        if match is None:
            return
        yield match
        end = match.end()


def _statement(
    rule: Rule,
    match: re.Match[str],
    masked: Masked,
    context: Context,
    status: Status,
    organization: str,
    member: str,
    date: DateMention | None,
    confidence: float,
) -> Statement:
    start = begin_of(date.edtf) if date and date.edtf else None
    as_of = None
    if start is None and date is None:
        if rule.kind == "now":
            if not _PAST.search(match[0]):
                as_of = context.published
            else:
                said = date_after(masked, match.end()) or (date_before(masked, match.start()), 0)
                if said[0] is not None and said[0].edtf and not is_later(said[0].edtf, context.published):
                    as_of = said[0].edtf
                confidence -= 0.15
        elif (
            rule.kind in ("begins", "left", "suspended")
            and not re.search(r"\bsummit\b", match[0])
            and not (_LONG_AGO.search(masked.text[: match.start()]) and not rule.factual)
        ):
            as_of = context.published
    return Statement(
        organization=organization,
        member=member,
        status=status,
        start=start,
        as_of=as_of,
        step=_STEPS.get(rule.kind) or ("in-force" if rule.kind == "begins" else None),
        confidence=round(confidence, 2),
        rule=rule.name,
    )
