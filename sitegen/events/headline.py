"""A short headline of our own for an event: true, in the present tense, at most 90 characters.

Where the quotes name an organization and the office of those who met, or who joined it, the headline is built from
these parts. Else it is the main clause of the sentence without its date, cut at a joint and never within a phrase; and
where no joint lies near enough, the kind of the happening with its place. Nothing is said that the quotes do not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.edtf import words
from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span
from sitegen.events.tense import present_of, third
from sitegen.model import Annotations, Article, EventRecord
from sitegen.world import Names

LIMIT = 90

#: Offices in the plural: (what the quote says, what the headline says).
_OFFICES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"\bdefen[cs]e ministers|\bministers of (?:national )?defen[cs]e|\bdefen[cs]e (?:chiefs|ministries|officials)|\bdefen[cs]e department leaders|\bcouncil of (?:the )?(?:[A-Z]+ )?defen[cs]e ministers|\bdefen[cs]e ministers'?|defen[cs]e council", "defence ministers"),
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
    r"\b(?:received|receives|met with|meets with|talks with|meeting with|called on|hosted|separate|sidelines|bilateral|counterpart)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:meanwhile|earlier|later|also|however|moreover|besides|then|afterwards|in addition|according to [^,]{3,60}|for (?:his|her|its) part|"
    r"(?:during|after|before|with|following|under|ahead of|despite|amid|from|among|within|at|on|speaking|noting|continuing|as part) [^,]{3,70}|"
    r"and|but|while|which|who|whom|that|after|before|as|since|when|where|though|although|so|with|following|ahead of|in (?:his|her|a|the) [^,]{3,40}), ?|"
    r"(?:and|but|while|that|so|then|also|when|where|though|although) )",
    re.IGNORECASE,
)  # fmt: skip
#: A cut that begins with one of these has lost its subject.
_HEADLESS = frozenset(
    "will would was were is are has have had been be begins begin held took takes said says told to of in on at for from by with than".split()
)
_PRONOUN = re.compile(
    r"^(?:he|she|it|they|we|i|his|her|its|their|this|that|these|those|there|who|which|both|some|one|another|here)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r", |; | – | — | -- |: | (?=(?:which|who|where|when|while|after|before|as|since|because|although|though|with|following|amid|under|during|ahead of|in order|aimed|including|adding|saying|so that)\b)")  # fmt: skip
_SOFT_CUT = re.compile(
    r" (?=(?:in|on|at|for|from|to|by|about|over|between|against|among|within|into|through|of|and)\b)"
)
_GAP = "\0"
_DATE_GAP = re.compile(
    r",?\s*\b(?:(?:early|late|later|as|back)\s+)?(?:on|in|at|by|since|during|for|from|to|until|till|between|of)?\s*(?:the\s+)?\0(?:\s*(?:and|to|or|-|–)\s*\0)?,?",
    re.IGNORECASE,
)
_STUMP = re.compile(r"(?:\s+(?:in|on|at|for|from|to|by|about|over|between|against|among|within|into|through|of|and|or|the|a|an|with|its|their|his|her|that|which|who|as|will|was|were|is|are|has|have|had|be|been|to be|not|both))+$", re.IGNORECASE)  # fmt: skip

_LABELS = {
    "meeting": "Meeting", "summit": "Summit", "statement": "Statement", "agreement": "Agreement", "exercise": "Exercise",
    "visit": "Visit", "accession": "Accession", "appointment": "Change of office", "founding": "Founding",
    "initiative": "Initiative", "publication": "Publication", "other": "Event",
}  # fmt: skip


def headline_of(article: Article, annotations: Annotations, names: Names, lead: Candidate, record: EventRecord) -> str:
    """Built from parts where the quotes give them, else cut from the sentence, else the kind with its place."""
    spans = [(e.start, e.end) for e in record.evidence]
    built = (
        _gathering(article, annotations, names, lead, record, spans)
        or _joining(annotations, names, lead, record, article)
        or _pair(article, annotations, lead, record)
        or _exercise(article, lead, record)
    )
    line = (
        built
        or _said(article, annotations, lead, record)
        or _cut(article, annotations, lead)
        or _label(annotations, names, lead, record)
    )
    return _british(line[:1].upper() + line[1:])


def _british(text: str) -> str:
    return re.sub(r"\b([Dd])efense\b", r"\1efence", text)


def _at(record: EventRecord) -> str:
    return f" in {record.place.name}" if record.place else ""


def _org(annotations: Annotations, names: Names, spans: Sequence[Span]) -> str | None:
    found = next((m.id for m in annotations.organizations if any(a <= m.start < b for a, b in spans)), None)
    return found if found is not None and len(found) <= 12 else None


def _gathering(
    article: Article, annotations: Annotations, names: Names, lead: Candidate, record: EventRecord, spans: list[Span]
) -> str | None:
    """ "SCO defence ministers meet in Bishkek", where a quote names the organization and the office of those who met."""
    if record.classification not in ("meeting", "summit"):
        return None
    reach = max(lead.found.end if lead.found else 0, lead.mention.end if lead.mention else lead.clause[1])
    if _GUEST.search(article.body[lead.clause[0] : reach]):
        return None
    for a, b in [lead.clause, *spans] if record.main else [lead.clause]:
        text = article.body[a:b]
        org = next((m.id for m in annotations.organizations if a <= m.start < b and _is_bloc(m.id, names)), None)
        if org is None or not _MET.search(text):
            continue
        verb = "to meet" if record.status == "planned" else "meet"
        office = next((words for pattern, words in _OFFICES if pattern.search(text)), None)
        if office is None and record.classification == "summit":
            if not _LEADERS.search(text):
                return f"{org} summit{' planned' if record.status == 'planned' else ''}{_at(record)}"
            office = "leaders"
        if office is not None:
            return f"{org.removesuffix('-Plus')} {office} {verb}{_at(record)}"
    return None


_LEADERS = re.compile(r"\b(?:leaders|heads of state|presidents|heads of government)\b", re.IGNORECASE)


def _is_bloc(org: str, names: Names) -> bool:
    """Whether an id names a body of states, not one of its meetings: known by name, and short."""
    return org in names.organization_names and len(org) <= 7 and not re.search(r"MM\b|CFM|CDM|Plus|-", org)


def _joining(
    annotations: Annotations, names: Names, lead: Candidate, record: EventRecord, article: Article
) -> str | None:
    """ "India and Pakistan join the SCO", where the clause names them, the organization and full membership."""
    a, b = lead.clause
    text = article.body[a:b].lower()
    if record.classification == "founding":
        org = next((m for m in annotations.organizations if a <= m.start < b and not m.anaphor), None)
        if (
            org is not None
            and lead.found is not None
            and org.start < lead.found.start
            and lead.found.start - org.end < 80
        ):
            return f"{names.organization_names.get(org.id, org.id)} is founded{_at(record)}"
        return None
    if record.classification != "accession":
        return None
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
    return f"{subject} {verb} {_with_article(org_id)}"


#: Abbreviations that are spoken as words take no article.
_SPOKEN = frozenset(
    {"NATO", "ASEAN", "OPEC", "BRICS", "ECOWAS", "UNESCO", "AUKUS", "SADC", "APEC", "SAARC", "BIMSTEC", "GUAM"}
)


def _with_article(org: str) -> str:
    return org if org in _SPOKEN else f"the {org}"


def _joiners(article: Article, annotations: Annotations, lead: Candidate) -> list[str]:
    """Countries that join: those before the verb, or right after "entry of", "admit"."""
    if lead.found is None:
        return []
    a, b = lead.clause
    found = [m for m in annotations.places if a <= m.start < b and m.kind == "country" and m.country]
    before = [m for m in found if m.end <= lead.found.start and lead.found.start - m.end < 60]
    if (
        not before
        or re.search(r"\b(?:of|admit\w*)$", lead.found.words)
        or re.match(r" of\b", article.body[lead.found.end : lead.found.end + 4])
    ):
        after = [m for m in found if m.start >= lead.found.end - 1 and m.start - lead.found.end < 60]
        before = after or before
    return list(dict.fromkeys(m.country for m in before if m.country))


def _said(article: Article, annotations: Annotations, lead: Candidate, record: EventRecord) -> str | None:
    """ "Sergey Shoigu: measures have enhanced cooperation", of what was said before the words that say who said it."""
    if record.classification != "statement" or lead.found is None or lead.found.trigger.way != "verb":
        return None
    body, (start, end) = article.body, article.sentences[lead.sentence]
    start = max(start, article.dateline_end) if article.dateline_end < end else start
    comma = max(
        body.rfind(",", start, lead.found.start),
        body.rfind('"', start, lead.found.start),
        body.rfind("”", start, lead.found.start),
    )
    if comma < start + 25 or lead.found.start - comma > 90:
        return None
    speaker = next((m.name for m in annotations.people if comma <= m.start < end and m.name and not m.office), None)
    if speaker is None:
        found = re.match(r"[,\"” ]+(?:the |its |his )?((?:[A-Z][\w’'-]+ ?){1,5})", body[comma : lead.found.start])
        speaker = found[1].strip() if found else None
    words_said = " ".join(re.sub(r"[\"“”]|\([^()]{0,80}\)", "", body[start:comma]).split()).strip(" ,.;")
    if (
        speaker is None
        or not words_said
        or _PRONOUN.match(words_said)
        or any(start <= m.start < comma and m.edtf for m in annotations.dates)
    ):
        return None
    room = LIMIT - len(speaker) - 2
    if len(words_said) > room:
        cuts = [m.start() for m in _CUT.finditer(words_said) if 24 <= m.start() <= room] or [
            m.start() for m in _SOFT_CUT.finditer(words_said) if 24 <= m.start() <= room
        ]
        if not cuts:
            return None
        words_said = words_said[: cuts[-1]]
    tidy = _tidy(words_said)
    return f"{speaker}: {tidy[:1].lower() + tidy[1:] if tidy.split()[0] in _ARTICLES else tidy}" if tidy else None


_ARTICLES = frozenset({"The", "A", "An", "This", "These", "All", "Both", "Measures", "Participants", "We", "Our"})
_PAIR = {"met": "meet", "meets": "meet", "meet": "meet", "received": "receive", "receives": "receive", "talks": "meet", "meeting": "meet"}  # fmt: skip


def _pair(article: Article, annotations: Annotations, lead: Candidate, record: EventRecord) -> str | None:
    """ "A meets B", where the clause names one before the verb and one after it."""
    if record.classification not in ("meeting", "visit") or lead.found is None:
        return None
    verb = _PAIR.get(lead.found.words.lower().split()[0])
    if verb is None:
        return None
    a, b = lead.clause
    people = [m for m in annotations.people if a <= m.start < b and m.name and not m.office]
    first = next((m for m in people if m.end <= lead.found.start), None)
    second = next((m for m in people if m.start >= lead.found.end and (first is None or m.name != first.name)), None)
    if first is None or second is None:
        return None
    between = article.body[lead.found.end : second.start]
    before = article.body[first.end : lead.found.start]
    if (
        len(between) > 110
        or len(before) > 60
        or re.search(r"\b(?:after|before|which|that|whom?|on behalf|ahead)\b", between + before)
    ):
        return None
    told = f"to {verb}" if record.status == "planned" else third(verb)
    line = f"{first.name} {told} {second.name}"
    return line + _at(record) if len(line + _at(record)) <= LIMIT else line


_DRILL = re.compile(
    r"(?:(?:joint|military|naval|air|command-staff|counter-terrorism|counter-terrorist|anti-terrorism|anti-terrorist|anti-terror|antiterrorist|"
    r"large-scale|annual|bilateral|tactical|strategic|special|field|live-fire|training|peacekeeping|multinational|[Mm]aritime) )*"
    r"(?:exercises?|drills?|manoeuvres|maneuvers|war games)(?: (?:called |dubbed |codenamed )?(?:[A-Z][\w-]*)(?: (?:[A-Z][\w-]*|\d{4})){0,3})?"
)


def _exercise(article: Article, lead: Candidate, record: EventRecord) -> str | None:
    """ "Joint military exercise in China", with the name that stands beside the noun."""
    if record.classification != "exercise":
        return None
    found = max(_DRILL.finditer(article.body, *lead.clause), key=lambda m: len(m[0]), default=None)
    if found is None or len(found[0].split()) < 2:
        return None
    planned = " planned" if record.status == "planned" else ""
    return f"{found[0]}{planned}{_at(record)}"


def _cut(article: Article, annotations: Annotations, lead: Candidate) -> str | None:
    """The main clause without its date, in the present tense, cut at a joint after its verb."""
    body = article.body
    start, end = lead.clause
    start = max(start, article.dateline_end) if article.dateline_end < end else start
    pieces, at = [], start
    verb_from, verb_to = (lead.found.start, lead.found.end) if lead.found else (start, start)
    for m in annotations.dates:
        if start <= m.start and m.end <= end and m.start >= at and (m.edtf or m.type == "DATE"):
            pieces.append(body[at : m.start] + _GAP)
            at = m.end
    pieces.append(body[at:end])
    text = "".join(pieces)
    verb = body[verb_from:verb_to]
    if lead.found is not None and lead.found.trigger.way == "verb":
        text = present_of(text, verb)
    text = _DATE_GAP.sub(" ", text)
    text = re.sub(r"\s*\([^()]{0,80}\)", "", text)
    text = re.sub(r"[\"“”«»]", "", " ".join(text.split())).strip(" ,;:-–—.")
    text = re.sub(r"^[A-Z][\w ]+ \[[\w ]+\],?[^:]{0,25}: ", "", text)
    text = _whose(text, verb)
    for _ in range(3):
        text = _LEADING.sub("", text)
    if text and text.split()[0].lower().strip(",") in _HEADLESS:
        return None
    if not text or _PRONOUN.match(text) or len(text.split()) < 3:
        return None
    if len(text) <= LIMIT:
        return _tidy(text)
    stem = verb.lower()[: max(3, len(verb) - 3)]
    least = text.lower().find(stem) + len(verb) + 8 if verb and stem in text.lower() else 24
    for pattern in (_CUT, _SOFT_CUT):
        cuts = [m.start() for m in pattern.finditer(text) if max(least, 24) <= m.start() <= LIMIT]
        if cuts:
            return _tidy(text[: cuts[-1]])
    return None


def _whose(text: str, verb: str) -> str:
    """ "X, who took office, held talks": of the clause that holds the verb, with X for "who"."""
    found = re.match(r"(.{3,60}?), (?:who|which) ([^,]+)", text)
    if found is None or not verb:
        return text
    head = verb.split()[0][:3].lower()
    return f"{found[1]} {found[2]}" if head in found[2].lower()[:40] else text


def _tidy(text: str) -> str | None:
    text = _STUMP.sub("", text.strip(" ,;:-–—."))
    return text if len(text.split()) >= 3 and text.count("(") == text.count(")") else None


def _label(annotations: Annotations, names: Names, lead: Candidate, record: EventRecord) -> str:
    """The last resort: "Meeting in Hanoi", "Statement by X"."""
    org = _org(annotations, names, [lead.clause])
    label = _LABELS[record.classification]
    if record.classification == "statement" and record.participants:
        return f"Statement by {record.participants[0].name}{_at(record)}"
    if org and record.classification in ("meeting", "summit", "exercise", "agreement"):
        label = f"{org} {label.lower()}"
    who = f" of {record.participants[0].name}" if record.participants and record.classification == "visit" else ""
    if org and record.classification in ("founding", "accession"):
        label = f"Founding of the {org}" if record.classification == "founding" else f"Accession to the {org}"
    line = f"{label}{who}{_at(record)}"
    return line if line != label or org else f"{label}, {words(record.date)}"
