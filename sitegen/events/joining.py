"""Headlines of foundings and accessions: "India and Pakistan join the SCO", "Lake Forum is founded in Turku"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.events.candidates import Candidate
from sitegen.events.gatherings import at_place
from sitegen.model import Annotations, Article, EventRecord, MembershipRecord
from sitegen.world import Names

STATUS = re.compile(r"\b(?:observer|dialogue partner|member)")


def joining(
    annotations: Annotations, names: Names, lead: Candidate, record: EventRecord, article: Article
) -> str | None:
    """ "India and Pakistan join the SCO", where the clause names them, the organization and full membership."""
    a, b = lead.clause
    text = article.body[a:b].lower()
    if record.classification == "founding":
        org = next((m for m in annotations.organizations if a <= m.start < b and not m.anaphor), None)
        if lead.found is not None and lead.found.trigger.way == "noun":
            # "the establishment of B", though A is named before it
            org = next((m for m in annotations.organizations if 0 <= m.start - lead.found.end < 16), org)
            if org is not None and org.start > lead.found.end:
                return f"{names.organization_names.get(org.id, org.id)} is founded{at_place(record)}"
        if (
            org is not None
            and lead.found is not None
            and org.start < lead.found.start
            and lead.found.start - org.end < 80
        ):
            return f"{names.organization_names.get(org.id, org.id)} is founded{at_place(record)}"
        if lead.found is not None and lead.found.words.lower().startswith(("replac", "succeed")):
            org = next(
                (
                    m
                    for m in annotations.organizations
                    if 0 <= m.start - lead.found.end < 6 or lead.found.start < m.start < lead.found.end
                ),
                None,
            )
            return f"{names.organization_names.get(org.id, org.text)} is replaced" if org is not None else None
        if org is not None and lead.found is not None and lead.found.start - a < 3 and org.start - lead.found.end < 60:
            return f"{names.organization_names.get(org.id, org.id)} is founded{at_place(record)}"  # "Founded in 2001, the ..."
        return None
    if record.classification != "accession":
        return None
    if _OPENED.search(article.body, a, b):
        return None  # the procedure was opened, nobody has joined
    if (
        lead.found is not None
        and lead.found.trigger.way == "noun"
        and lead.found.words.lower() not in ("entry", "admission")
    ):
        return None
    org_id = next((m.id for m in annotations.organizations if a <= m.start < b), None)
    codes = _joiners(article, annotations, lead)
    if (
        org_id is None
        or not 1 <= len(codes) <= 3
        or re.search(r"\b(?:not|refus|declin|suspend|withdr|quit|left|applied|ask|wants?)", text)
    ):
        return None
    who = [names.country_names.get(code, code) for code in codes]
    subject = who[0] if len(who) == 1 else f"{', '.join(who[:-1])} and {who[-1]}"
    one = len(who) == 1
    told = STATUS.search(article.body, lead.found.start, b) if lead.found else None
    text = told[0] if told and told[0] != "member" else text
    if "observer" in text:
        verb = f"{'becomes an observer' if one else 'become observers'} of"
    elif "partner" in text:
        verb = f"{'becomes a dialogue partner' if one else 'become dialogue partners'} of"
    elif re.search(r"\bjoin|member|acced|admi|entry|came in", text):
        verb = "joins" if one else "join"
    else:
        return None
    if record.status == "planned":
        verb = "to " + verb.replace("becomes", "become").replace("joins", "join")
    return f"{subject} {verb} {with_article(org_id)}"


_OPENED = re.compile(
    r"\b(?:began|begins?|opened|opens?|started|starts?|launched|initiated|beginning|opening)\b[^,.;]{0,40}\b(?:admission|accession|procedures?|process|entry|talks)\b",
    re.IGNORECASE,
)


def began(names: Names, record: EventRecord, members: Sequence[MembershipRecord]) -> str | None:
    """ "South Africa joins BRICS", by the memberships that begin with the happening."""
    if record.classification != "accession" or not members or len(members) > 3:
        return None
    if len({(m.organization, m.status) for m in members}) > 1 or len(members[0].organization) > 12:
        return None
    quotes = " ".join(e.quote for e in record.evidence)
    who = [_called(names, m.member, quotes) for m in members]
    subject = who[0] if len(who) == 1 else f"{', '.join(who[:-1])} and {who[-1]}"
    one, org, status = len(who) == 1, with_article(members[0].organization), members[0].status
    verb = _BEGINS.get(status)
    return f"{subject} {verb[0 if one else 1]} {org}" if verb else None


def _called(names: Names, member: str, quote: str) -> str:
    """A state by its name; "AU" is Australia, and the African Union where that one is named."""
    if any(known == member and len(name) > 4 and name in quote for name, known in names.organizations.items()):
        return f"the {member}"
    return names.country_names.get(member, member)


#: How a status is said to begin, of one country and of several.
_BEGINS: dict[str, tuple[str, str]] = {
    "member": ("joins", "join"),
    "founding-member": ("founds", "found"),
    "observer": ("becomes an observer of", "become observers of"),
    "dialogue-partner": ("becomes a dialogue partner of", "become dialogue partners of"),
    "applicant": ("applies to join", "apply to join"),
    "suspended": ("is suspended from", "are suspended from"),
    "partner": ("becomes a partner of", "become partners of"),
    "former-member": ("leaves", "leave"),
}

#: Abbreviations that are spoken as words take no article.
_SPOKEN = frozenset(
    {"NATO", "ASEAN", "OPEC", "BRICS", "ECOWAS", "UNESCO", "AUKUS", "SADC", "APEC", "SAARC", "BIMSTEC", "GUAM"}
)


def with_article(org: str) -> str:
    return org if org in _SPOKEN else f"the {org}"


_AGAIN = re.compile(r"\b(?:the|this) (?:country|nation|republic|kingdom|state)\b", re.IGNORECASE)


def _joiners(article: Article, annotations: Annotations, lead: Candidate) -> list[str]:
    """Countries that join: those before the verb, or right after "entry of", "admit"."""
    if lead.found is None:
        return []
    a, b = lead.clause
    towns = {m.end + 2 for m in annotations.places if m.kind == "city"}  # "in Kuala Lumpur, Malaysia": where it was
    found = [
        m for m in annotations.places if a <= m.start < b and m.kind == "country" and m.country and m.start not in towns
    ]
    before = [m for m in found if m.end <= lead.found.start and lead.found.start - m.end < 60]
    if (
        not before
        or re.search(r"\b(?:of|admit\w*)$", lead.found.words)
        or re.match(r" of\b", article.body[lead.found.end : lead.found.end + 4])
    ):
        after = [m for m in found if m.start >= lead.found.end - 1 and m.start - lead.found.end < 60]
        before = after or before
    if not before and _AGAIN.search(article.body, a, lead.found.start):
        begin, _ = article.sentences[lead.sentence]
        named = [
            m for m in annotations.places if begin <= m.start < lead.found.start and m.kind in ("country", "demonym")
        ]
        before = named if len({m.country for m in named}) == 1 else []
    if not before and lead.sentence and article.body.startswith("It ", article.sentences[lead.sentence][0]):
        begin, end = article.sentences[lead.sentence - 1]  # "Peru came as a guest. It was admitted this week."
        before = [m for m in annotations.places if m.start == begin and m.end < end and m.kind == "country"]
    return list(dict.fromkeys(m.country for m in before if m.country))
