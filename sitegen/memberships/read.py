"""A masked sentence -> its statements: which rule says it, of whom, in which organization, since when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sitegen.memberships.holds import holds, is_fact
from sitegen.memberships.lexicon import ASIDE, expand, status_of
from sitegen.memberships.mask import Masked, Member
from sitegen.memberships.rule import Rule
from sitegen.memberships.rules import ANCHORS, ORGANIZATION_PLACES, RULES, STATUS_PLACES, TAKES_ASIDE, rules_for
from sitegen.memberships.statement import Context, Statement
from sitegen.memberships.when import begin_of, date_after, date_before, effect_of, is_later, since
from sitegen.model import DateMention, Status, Step

__all__ = ["statements_of"]


_STEPS: dict[str, Step] = {
    "decided": "decided", "signed": "signed", "applied": "applied", "left": "withdrawn", "suspended": "suspended",
    "planned": "decided",
}  # fmt: skip
_LIST = re.compile(r"\x01[ca]([0-9]+)\x02")
#: "NATO ally Turkey" is a member, "an ally of NATO" is not
_ALLY = re.compile(r"\ball(?:y|ies)\b")
_OF_IT = re.compile(r"\x01o[0-9]+\x02 (?:\w+ ){0,2}\Z")
#: "A and the Union hold observer status": a second subject, not whose status it is
_BESIDE_LIST = re.compile(r"(?<=\x02),? and (?:the )?\x01o[0-9]+\x02(?= (?:is|are|has|have|holds?|enjoys?|were|was)\b)")
#: a body that no table knows is spoken of: "the Lake Charter is an association formed by A", "invited to join the charter"
_OTHER_BODY = re.compile(
    r"\bthe [\w-]+ (?:charter|compact|accord|convention) (?:is|was)\b|\b(?:join|joined|members? of) the (?:[\w-]+ )?(?:charter|compact|accord|convention)\b"
)
_AND_ITS = re.compile(
    r"(?: (?:member|partner) (?:states|countries|nations))?(?: ?(?:—|–|-|\()(?: |\x01)[^;:.]{0,40})?,? and its(?: [\w-]+){0,3} ?\Z"
)
_OBLIQUE = re.compile(r"\b(?:by|from|with|under|within|like|unlike) (?:the )?\Z")
_LISTS = re.compile(r"\x01c")
_ORG = re.compile(r"\x01o([0-9]+)\x02")
_DATE = re.compile(r"\x01d([0-9]+)\x02")
_FOUNDED = re.compile(r"\b(?:founded|established|formed|set up|created|launched)\b")
_SUMMIT = re.compile(r"\bsummit\b")
#: "thirteen years after Belarus became": how things stand now does not follow
_LONG_AGO = re.compile(r"\b(?:after|when|before|until|by the time|once)(?: the| both)? \Z")
_LEAD = re.compile(r"[,;:(]|\x01c[0-9]+\x02|\b(?:as|to|from|into|and|are|is|beside|besides|with|than|or)\b")
#: "has had the same six members since 2001: ..."
_SINCE_INSIDE = re.compile(
    r" since \x01d([0-9]+)\x02:? ?(?:\x01c[0-9]+\x02)?\Z|members?(?: states)?,? since \x01d([0-9]+)\x02: "
)
_PAST_VERB = re.compile(
    r"\b(?:consisted of|comprised|included|grouped|united|had|counted|was made up of)(?: [\w’'-]+){0,4} \Z"
)
_PAST = re.compile(
    r"\b(?:was|were|(?<!has )(?<!have )had|included|comprised|grouped|then|consisted|united|took in|brought together|initially|originally|until then|at the time)\b"
)
_AT_FIRST = re.compile(r"\b(?:originally|initially)\b")
#: "became an observer in 2005 [and a full member in 2017]"
_THEN = (
    r"(?:,? and|,|,? then| and then|,? before)(?: (?:then|later|finally|became|becoming|being granted|received|receiving|also))*"
    r"(?: (?:an?|its|the|full|tenth|ninth|eighth))* {S}{OF}(?: (?:in|on))?(?: early| late)? \x01d([0-9]+)\x02"
)
#: "as a dialogue partner since 2010 [and since 2015 as an observer]"
_THEN_SINCE = r",? (?:and|then) (?:since|from|in) \x01d([0-9]+)\x02,? as (?:an? |the |its )?{S}"
#: "grew in February 2004 with the inclusion of A"
_GROWN_WITH = re.compile(r"\x01d([0-9]+)\x02,? (?:with|through|by) (?:the )?\Z")
#: "founded in 1960, with A joining a year later": not in 1960
_YEARS_LATER = re.compile(
    r",? (?:later\b(?! in)|(?:just |only )?(?:[a-z]+|[0-9]+) (?:years?|months?|weeks?|decades?) (?:later|afterwards|thereafter)\b)"
)
_GAPPED = re.compile(
    r"(?: \([^()]{0,60}\))?(?:,|;| and|, and|, then| then|, while|,? followed by| with|,? as (?:was|were|did))(?: by| then| and| later)? (?:the |both )?(\x01c[0-9]+\x02),?(?: (?:which|who) (?:was|became)(?: [\w’'-]+){1,9}?)?(?: followed| joined| followed suit| did so| came)?"
    r"(?: (?:in|on))? (?:early |late )?(\x01d[0-9]+\x02)"
)


def statements_of(masked: Masked, context: Context) -> Iterator[Statement]:
    """All statements of a sentence, in the order of the rules."""
    text = masked.text
    if "\x01c" not in text and "\x01a" not in text:
        return
    tried = rules_for(text)
    if not tried:
        return
    lists = [match.start() for match in _LISTS.finditer(text)]
    places: dict[str, list[int]] = {"L": lists}
    without_aside: list[tuple[int, Masked, Context]] | None = None
    for number in tried:
        rule, anchor = RULES[number], ANCHORS[number]
        pattern = expand(rule.pattern)
        if not anchor:
            for match in pattern.finditer(text):
                yield from _read(rule, match, masked, context)
            continue
        if anchor not in places:
            where = ORGANIZATION_PLACES if anchor == "O" else STATUS_PLACES
            places[anchor] = [match.start() for match in where.finditer(text)]
        for at in places[anchor]:
            found = pattern.match(text, at)
            if found:
                yield from _read(rule, found, masked, context)
        if TAKES_ASIDE[number]:
            if without_aside is None:
                without_aside = list(_without_asides(masked, lists, context))
            for at, shorter, spoken_of in without_aside:
                found = pattern.match(shorter.text, at)
                if found:
                    yield from _read(rule, found, shorter, spoken_of)


def _without_asides(masked: Masked, lists: list[int], context: Context) -> Iterator[tuple[int, Masked, Context]]:
    """For each list with an aside behind it: its place, the sentence without that aside, and what the aside speaks of."""
    for at in lists:
        end = masked.text.index("\x02", at) + 1
        cut = end
        spoken_of = context
        for _ in range(3):  # "A, a nation of B, first applied in 2011 and was granted": one aside behind the other
            aside = ASIDE.match(masked.text, cut)
            if aside is None:
                break
            cut = aside.end()
            named = _ORG.search(aside[0])
            spoken_of = replace(
                spoken_of,
                speaks_of_members=spoken_of.speaks_of_members or named is not None or "member" in aside[0],
                organization=masked.organizations[int(named[1])].id if named else spoken_of.organization,
            )
            yield at, replace(masked, text=masked.text[:end] + masked.text[cut:]), spoken_of


def _read(rule: Rule, match: re.Match[str], masked: Masked, context: Context) -> Iterator[Statement]:
    text, groups = masked.text, match.groupdict()
    key = next((k for k, v in groups.items() if k[0] == "s" and v), None)
    phrase = match[key] if key else None
    lists = [(match.start(k), v) for k, v in groups.items() if k[0] == "m" and v]
    if not lists or not holds(rule, match, masked, context, phrase):
        return
    status = _status(rule, match, masked, context, key)
    if status is None:
        return
    organization, sure = _organization(match, masked, context, phrase)
    if organization is None:
        return
    if (
        key
        and _ALLY.search(match[key])
        and not (organization in context.alliances and _OF_IT.search(text[: match.start(key)]))
    ):
        return
    members = [(m, at) for at, value in lists for m in _members(value, masked)]
    date, end = _date(rule, match, masked, status)
    later = bool(date and date.edtf and is_later(begin_of(date.edtf), context.published))
    if rule.kind == "planned":
        date = date if later or (date and context.published is None) else None
    elif later:
        return
    if rule.factual and not (date or is_fact(text[: match.start()])):
        return
    dates = _respectively(match, masked, len(members))
    confidence = (0.95 if sure else 0.85) - (0.15 if rule.kind == "planned" else 0)
    if status in ("partner", "guest", "former-member") or rule.factual or rule.context:
        confidence -= 0.1
    undated = _undated(rule, match, masked, context) if date is None else (None, 0.0)
    for i, (member, _) in enumerate(members):
        if member.code == organization:
            continue
        own = member.date or (dates[i] if dates else date)
        yield _statement(rule, status, organization, member.code, own, confidence, undated)
    if rule.kind in ("begins", "decided"):
        then = expand(_THEN).match(text, end) if end else None
        said, day = (then[1], then[2]) if then else ("", "")
        if then is None and date and (then := expand(_THEN_SINCE).match(text, end or match.end())):
            said, day = then[2], then[1]
        further = status_of(said) if then else None
        if further:
            next_date = masked.dates[int(day)]
            for member, _ in members:
                yield _statement(rule, further, organization, member.code, next_date, confidence - 0.05)
    if date and rule.kind in ("begins", "decided", "left", "suspended"):
        for gap in _gapped(text, end or match.end()):
            later_date = masked.dates[int(gap[2][2:-1])]
            if later_date.edtf and is_later(begin_of(later_date.edtf), context.published):
                continue
            for member in _members(gap[1], masked):
                yield _statement(rule, status, organization, member.code, later_date, confidence - 0.05)


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
    listed = rule.name in ("was admitted", "became", "become", "have become", "will become", "entry of list", "decided to admit list") or (
        rule.name == "status is list" and words.strip() in ("the partners", "its partners", "partners")
        and len(masked.lists[int(_LIST.findall(match[0])[-1])]) > 2
    )  # fmt: skip
    return status_of(_ORG.sub("", words), listed=listed)


def _organization(
    match: re.Match[str], masked: Masked, context: Context, phrase: str | None
) -> tuple[str | None, bool]:
    """The organization meant, and whether the wording itself names it."""
    own = _ORG.search(_BESIDE_LIST.sub("", match[0]))
    if own and phrase and len(several := list(_ORG.finditer(match[0]))) > 1:
        at = match[0].rfind(phrase)  # "a partner of X and a Y member": the nearest
        own = min(several, key=lambda found: min(abs(found.end() - at), abs(found.start() - at - len(phrase))))
    if own:
        mention = masked.organizations[int(own[1])]
        return mention.id, not mention.anaphor
    before = list(_ORG.finditer(masked.text, 0, match.start()))
    if before and _AND_ITS.match(masked.text, before[-1].end(), match.start()):
        mention = masked.organizations[int(before[-1][1])]  # "the forum of A and its partners"
        return mention.id, not mention.anaphor
    if before:
        # "the bank set up by the group has admitted": what stands behind a preposition is not the one that acts
        upright = [found for found in before if not _OBLIQUE.search(masked.text[: found.start()])]
        mention = masked.organizations[int((upright or before)[-1][1])]
        return mention.id, not mention.anaphor
    if _OTHER_BODY.search(masked.text):
        return None, False
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
    if rule.kind == "planned":
        effect = effect_of(masked, match.end())
        before = date_before(masked, match.start(), adjacent=True)
        later = date_after(masked, match.end())
        return effect or before or (later[0] if later else None), 0
    if rule.kind == "now":
        said = _SINCE_INSIDE.search(match[0])
        date = masked.dates[int(said[1] or said[2])] if said else since(masked, match.end())
        if date is None and status == "founding-member":
            found = _FOUNDED.search(masked.text, 0, match.end())
            after = date_after(masked, found.end() if found else match.end())
            if after:
                return after[0], 0
        return date, 0
    inside = _DATE.findall(match[0])
    behind = match[0].endswith("\x02") and match[0].rfind("\x01d") > match[0].rfind("\x01c")
    if inside and (behind or rule.kind == "founded"):
        return masked.dates[int(inside[0 if rule.kind == "founded" else -1])], match.end() if behind else 0
    after = date_after(masked, match.end())
    beside = None if rule.factual else date_before(masked, match.start(), adjacent=True)
    if after and beside and ("," in masked.text[match.end() : after[1]] or after[1] - match.end() > 24):
        return beside, 0  # "on Thursday suspended Gabon ..., a day after"
    if after:
        return after
    if inside:
        return masked.dates[int(inside[-1])], 0
    if rule.factual and (grown := _GROWN_WITH.search(masked.text[: match.start()])):
        return masked.dates[int(grown[1])], 0
    if rule.factual or _YEARS_LATER.match(masked.text, match.end()):
        return None, 0
    return date_before(masked, match.start()), 0


def _respectively(match: re.Match[str], masked: Masked, members: int) -> list[DateMention] | None:
    """ "Finland and Sweden joined in 2023 and 2024 respectively": a date each."""
    behind = masked.text[match.start() :]
    at = behind.find("respectively")
    if at < 0:
        return None
    numbers = _DATE.findall(behind[:at])
    return [masked.dates[int(n)] for n in numbers] if len(numbers) == members else None


def _gapped(text: str, end: int) -> Iterator[re.Match[str]]:
    """ "India joined in 2017, Iran in 2023 and Belarus in 2024": the rest of such a row."""
    while True:
        match = _GAPPED.match(text, end)
        if match is None:
            return
        yield match
        end = match.end()


#: how things stand for a member of whom no day is told: as of when, and how much less sure
Undated = tuple[str | None, float]


def _undated(rule: Rule, match: re.Match[str], masked: Masked, context: Context) -> Undated:
    """What holds for every member of the wording that has no day of its own."""
    if rule.kind == "now":
        # a wording that begins with the status has its verb before it: "consisted of eight members: ..."
        verb = masked.text[max(0, match.start() - 40) : match.start()] if rule.anchor != "L" else ""
        at_first = _AT_FIRST.search(verb + match[0])  # "originally consisting of A and B": who began is in it still
        if at_first or not (_PAST.search(match[0]) or _PAST_VERB.search(verb)):
            return context.published, 0.0
        day, _ = date_after(masked, match.end()) or (date_before(masked, match.start()), 0)
        is_past = day is not None and day.edtf and not is_later(day.edtf, context.published)
        return (day.edtf if day is not None and is_past else None), 0.15
    if (
        rule.kind in ("begins", "decided", "applied", "left", "suspended")
        and not _SUMMIT.search(match[0])
        and not (_LONG_AGO.search(masked.text[: match.start()]) and not rule.factual)
    ):
        return context.published, 0.0
    return None, 0.0


def _statement(
    rule: Rule,
    status: Status,
    organization: str,
    member: str,
    date: DateMention | None,
    confidence: float,
    undated: Undated = (None, 0.0),
) -> Statement:
    start = begin_of(date.edtf) if date and date.edtf else None
    as_of, doubt = undated if date is None else (None, 0.0)
    return Statement(
        organization=organization,
        member=member,
        status=status,
        start=start,
        as_of=as_of,
        step="withdrawn"
        if status == "former-member"
        else _STEPS.get(rule.kind) or ("in-force" if rule.kind == "begins" else None),
        confidence=round(confidence - doubt, 2),
        rule=rule.name,
        waits=rule.kind == "planned" and start is None,
    )
