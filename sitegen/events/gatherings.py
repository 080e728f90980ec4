"""Headlines of meetings: which body met, in the persons of whom, and where ("SCO defence ministers meet in Bishkek")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span
from sitegen.events.remote import how_remote
from sitegen.model import Annotations, Article, EventRecord
from sitegen.world import Names, with_the

#: Offices in the plural: (what the quote says, what the headline says).
OFFICES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"\bdefen[cs]e ministers|\bministers of (?:national )?defen[cs]e|\bdefen[cs]e (?:chiefs|officials)|\bdefen[cs]e department leaders|\bcouncil of (?:the )?(?:[A-Z]+ )?defen[cs]e ministers|\bdefen[cs]e ministers'?|defen[cs]e council", "defence ministers"),
        (r"\bforeign ministers|\bministers of foreign affairs", "foreign ministers"),
        (r"\binterior ministers|\bministers of (?:the )?interior", "interior ministers"),
        (r"\bfinance ministers", "finance ministers"),
        (r"\beconomic ministers|\beconomy ministers|\btrade ministers", "trade ministers"),
        (r"\bsecretaries of (?:the )?security councils|\bsecurity council secretaries", "security council secretaries"),
        (r"\bchiefs of (?:the )?(?:general )?staffs?|\bchiefs? of defen[cs]e", "chiefs of staff"),
        (r"\bprime ministers|\bheads of government", "heads of government"),
    )
)  # fmt: skip
_MET = re.compile(
    r"\b(?:met|meets?|meeting|talks|session|conference|gather\w*|summit|council|moot|sat down|dialogue|sitting|convene\w*)\b",
    re.IGNORECASE,
)
_GUEST = re.compile(
    r"\b(?:received|receives|met (?:at [^,.]{3,50} )?with|meets with|talks with|meeting with|called on|hosted|separate|sidelines|bilateral|counterpart)\b",
    re.IGNORECASE,
)


def at_place(record: EventRecord) -> str:
    """ " in Oslo"; of a meeting that was in no place " by video link"."""
    if record.place is None and record.classification in ("meeting", "summit"):
        how = next((h for e in record.evidence[:2] if (h := how_remote(e.quote))), None)
        return f" {how}" if how else ""
    return f" in {with_the(record.place.name)}" if record.place else ""


def gathering(
    article: Article,
    annotations: Annotations,
    names: Names,
    lead: Candidate,
    record: EventRecord,
    spans: Sequence[Span],
) -> str | None:
    """ "SCO defence ministers meet in Bishkek", where a quote names the organization and the office of those who met."""
    if record.classification not in ("meeting", "summit"):
        return None
    reach = max(lead.found.end if lead.found else 0, lead.mention.end if lead.mention else lead.clause[1])
    if _GUEST.search(article.body[lead.clause[0] : reach]):
        return None
    for a, b in [lead.clause, *spans] if record.main else [_segment(article, lead)]:
        text = article.body[a:b]
        if _WORKING.search(text):
            continue
        org = _bodies(article, annotations, names, (a, b))
        if org is None or not _MET.search(text):
            continue
        verb = "to meet" if record.status == "planned" else "meet"
        office = next((words for pattern, words in OFFICES if pattern.search(text)), None)
        if office is None and record.classification == "summit":
            if not _LEADERS.search(text):
                return f"{org} summit{' planned' if record.status == 'planned' else ''}{at_place(record)}"
            office = "leaders"
        if office is None and re.search(r"\bheads of state\b", text, re.IGNORECASE) and not _WORKING.search(text):
            office = "leaders"
        if office is not None:
            return f"{org.removesuffix('-Plus')} {office} {verb}{at_place(record)}"
    return None


#: Between two bodies that meet one another: "the ministers of the Lake Forum and the ministers of the Hill League"
_TWO_BODIES = re.compile(
    r"(?: \([^()]{1,12}\))?,? and (?:the |its |their )?(?:(?:[A-Z][\w’'-]*|of|the|member|states|countries|foreign|defen[cs]e|ministers|leaders|presidents) ){0,10}|[-–]"
)


def _bodies(article: Article, annotations: Annotations, names: Names, span: Span) -> str | None:
    """The body of states that body[span] names first, with the one that it meets: "EU-ASEAN"."""
    blocs = [m for m in annotations.organizations if span[0] <= m.start < span[1] and _is_bloc(m.id, names)]
    if not blocs:
        return None
    first = blocs[0]
    other = next((m for m in blocs if m.id != first.id), None)
    last = max(m.end for m in blocs if m.id == first.id and (other is None or m.start < other.start))
    two = other is not None and _TWO_BODIES.fullmatch(article.body, last, other.start) is not None
    return f"{first.id}-{other.id}" if two and other is not None else first.id


#: Meetings of those below the ministers, in whose description ministers are named.
_WORKING = re.compile(
    r"\b(?:heads of (?:structural|departments|units|divisions)|deputy (?:defen[cs]e |foreign )?ministers|experts|working group|senior officials|assistant)\b",
    re.IGNORECASE,
)


def _segment(article: Article, lead: Candidate) -> Span:
    """The stretch between commas that holds date and trigger: what a background happening may be named by."""
    a, b = lead.clause
    points = [
        p
        for p in (lead.found.start if lead.found else None, lead.mention.start if lead.mention else None)
        if p is not None
    ]
    first, last = min(points, default=a), max(points, default=b)
    start = article.body.rfind(", ", a, first)
    end = article.body.find(", ", last, b)
    return (start + 2 if start >= a else a, end if end >= 0 else b)


_LEADERS = re.compile(r"\b(?:leaders|heads of state|presidents|heads of government)\b", re.IGNORECASE)


def _is_bloc(org: str, names: Names) -> bool:
    """Whether an id names a body of states, not one of its meetings: known by name, and short."""
    return org in names.organization_names and len(org) <= 7 and not re.search(r"MM\b|CFM|CDM|Plus|-", org)


#: Those who met, named before: in the sentence before ("they"), or anywhere before ("the ministers").
_THEY = re.compile(
    r"\b(?P<they>[Tt]hey|[Tt]heir (?:defen[cs]e |foreign )?ministers)\b|\b[Tt]he (?:ministers|(?:defen[cs]e|foreign) ministers|leaders|presidents|heads of state)\b"
)
#: "the UN envoy": a body that is named for one of its people is not the one that meets
_ITS_MAN = re.compile(
    r"['’]?s? (?:special |chief |top )?(?:envoy|ambassador|officials?|spokes\w+|representative|peacekeep\w+|mission|resolution|report|diplomat)\b"
)
_NEAR = 2  # sentences back that "they" may reach


def they_met(
    article: Article, annotations: Annotations, names: Names, lead: Candidate, record: EventRecord
) -> tuple[str, Span] | None:
    """The headline of a meeting of "them" or "the ministers", and the sentence before that names body and office."""
    if record.classification not in ("meeting", "summit") or lead.found is None:
        return None
    start, end = lead.clause
    if lead.found.end <= start:  # "The ministers met in A in May 2002, on 29 May 2003": the verb is lent
        start = article.sentences[lead.sentence][0]
    own = article.body[start:end]
    who = _THEY.search(own)
    if who is None or not _MET.search(own) or _GUEST.search(own) or _WORKING.search(own):
        return None
    first = max(0, lead.sentence - _NEAR) if who["they"] else 0
    for index in range(lead.sentence - 1, first - 1, -1):
        span = article.sentences[index]
        org = next(
            (
                m.id
                for m in annotations.organizations
                if span[0] <= m.start < span[1] and _is_bloc(m.id, names) and not _ITS_MAN.match(article.body, m.end)
            ),
            None,
        )
        if org is None:
            continue
        text = article.body[span[0] : span[1]]
        office = next((words for pattern, words in OFFICES if pattern.search(text)), None)
        if _LEADERS.search(who[0]) or (office is None and record.classification == "summit" and _LEADERS.search(text)):
            office = "leaders"
        if office is None:
            continue
        told = next((words for pattern, words in OFFICES if pattern.search(own)), office)
        if told != office or len({m.id for m in annotations.organizations if start <= m.start < end} - {org}) > 0:
            return None
        verb = "to meet" if record.status == "planned" else "meet"
        return f"{org.removesuffix('-Plus')} {office} {verb}{at_place(record)}", span
    return None
