"""A short headline of our own for an event: true, in the present tense, at most 90 characters.

Where the quotes name an organization and the office of those who met, or who joined it, the headline is built from
these parts. Else it is the main clause of the sentence without its date, cut at a joint and never within a phrase; and
where no joint lies near enough, the kind of the happening with its place. Nothing is said that the quotes do not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from sitegen.edtf import words
from sitegen.events.antecedent import person_before
from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span
from sitegen.events.compact import compact_of, with_subject
from sitegen.events.cutting import LIMIT, clause_of
from sitegen.events.gatherings import at_place, gathering, they_met
from sitegen.events.joining import STATUS, began, joining, with_article
from sitegen.events.naming import begun_noun, held_noun, late_noun, noun_of, object_of, paper_of
from sitegen.events.offices import office_line
from sitegen.events.pairs import between_two, pair, two, with_another
from sitegen.events.principal import story_sentences
from sitegen.events.speaking import speech_of
from sitegen.events.tense import present_of
from sitegen.model import Annotations, Article, EventRecord, MembershipRecord
from sitegen.world import Names, with_the

_MEETS_NOW = re.compile(
    r"\b(?:met|meet|are meeting|have met|gathered|have gathered|convened|are gathering|held|are holding)\b"
)
_LABELS = {
    "meeting": "Meeting", "summit": "Summit", "statement": "Statement", "agreement": "Agreement", "exercise": "Exercise",
    "visit": "Visit", "accession": "Accession", "appointment": "Change of office", "founding": "Founding",
    "initiative": "Initiative", "publication": "Publication", "other": "Event",
}  # fmt: skip


def headline_of(
    article: Article,
    annotations: Annotations,
    names: Names,
    lead: Candidate,
    record: EventRecord,
    members: Sequence[MembershipRecord] = (),
) -> tuple[str, tuple[Span, ...]]:
    """Built from parts where the quotes give them, else cut from the sentence, else the kind with its place.

    With it, the other sentences that name those whom the quotes call "he" or "they".
    """
    known: list[Span] = []
    spans = [(e.start, e.end) for e in record.evidence]
    theirs = None
    built = gathering(article, annotations, names, lead, record, spans)
    if built is None and record.main and record.classification in ("meeting", "summit"):
        first = next(iter(story_sentences(article, 1)), lead.sentence)
        if first != lead.sentence and _MEETS_NOW.search(article.body, *article.sentences[first]):
            span = article.sentences[first]
            opening = structs.replace(lead, clause=span, sentence=first, mention=None, found=None)
            if (told := gathering(article, annotations, names, opening, record, [])) is not None:
                built, known[:] = told, [span]  # "Members of A are meeting in B. Sunday's meeting ..."
    if built is None and (theirs := they_met(article, annotations, names, lead, record)) is not None:
        built, known[:] = theirs[0], [theirs[1]]
    built = (
        built
        or joining(annotations, names, lead, record, article)
        or began(names, record, members)
        or pair(article, annotations, lead, record)
        or two(article, annotations, lead, record)
        or with_another(article, annotations, lead, record)
        or between_two(annotations, record)
        or _exercise(article, lead, record)
        or _visit(article, annotations, lead, record)
        or _of_a_year(article, lead)
    )
    is_lent = lead.found is not None and not lead.clause[0] <= lead.found.start < lead.clause[1]
    own = None
    if built is None and not is_lent:  # a verb that another clause lends says of that clause where and what
        own = (
            speech_of(article, annotations, lead, record)
            or _placed(paper_of(article, lead), record)
            or held_noun(article, lead)
            or begun_noun(article, lead)
            or late_noun(article, lead)
            or _plainest(
                _telling(clause_of(article, annotations, lead, known), lead),
                office_line(article, annotations, lead, record),
            )
            or _visit(article, annotations, lead, record, arrival=True)
            or _who_does(article, annotations, lead)
            or _placed(
                object_of(article, lead) or noun_of(article, lead),
                record,
                _one_country(article, annotations, names, lead),
            )
            or compact_of(article, annotations, lead)
        )
    line = (
        built
        or own
        or _named(article, annotations, names, lead, record)
        or _label(article, annotations, names, lead, record)
    )
    line = " ".join(line.split()).removeprefix("'s ").removeprefix("’s ")
    return _british(line[:1].upper() + line[1:]), tuple(known) if built or own else ()


def _telling(line: str | None, lead: Candidate) -> str | None:
    """The clause, unless the verb that tells the happening was lost with an aside: "..., which it applied for last year"."""
    if line is None or lead.found is None or lead.found.trigger.way != "verb":
        return line
    verb = lead.found.words.split()[0].lower()
    told = line.lower()
    return line if verb[:4] in told or present_of(f"they {verb}", verb).split()[-1][:3] in told else None


def _plainest(clause: str | None, office: str | None) -> str | None:
    """The clause, but where it holds an aside or is lost, the line that says who comes to office or leaves it."""
    return office if office is not None and (clause is None or "," in clause) else clause


def _who_does(article: Article, annotations: Annotations, lead: Candidate) -> str | None:
    """ "X appeals for an end to the war", of "..., the founder of A and envoy of B, X in an open letter appealed for ...": from the name on."""
    if lead.found is None or lead.found.trigger.way != "verb" or lead.status != "occurred":
        return None
    body, start = article.body, lead.found.start
    who = next(
        (m for m in reversed(annotations.people) if lead.clause[0] <= m.start and m.end <= start and m.name), None
    )
    if (
        who is None
        or who.office
        or start - who.end > 60
        or re.search(r"[,;:\"“”]|\b(?:and|who)\b", body[who.end : start])
    ):
        return None
    return with_subject(who.name, article, annotations, lead)


_VOTES = re.compile(r"\b(?:elections?|referendum|run-?off|vote|polls)$", re.IGNORECASE)


def _one_country(article: Article, annotations: Annotations, names: Names, lead: Candidate) -> str | None:
    """The one country that the sentence speaks of."""
    a, b = article.sentences[lead.sentence]
    codes = {
        m.country for m in annotations.places if a <= m.start < b and m.country and m.kind in ("country", "demonym")
    }
    return names.country_names.get(codes.pop() or "") if len(codes) == 1 else None


def _placed(line: str | None, record: EventRecord, country: str | None = None) -> str | None:
    """With the place, where it is not named yet and there is room."""
    if line is not None and record.place is None and _VOTES.search(line) and country is not None and " in " not in line:
        return f"{line} in {country}"
    if line is None or record.place is None or record.place.name in line or " in " in line:
        return line
    return line + at_place(record) if len(line + at_place(record)) <= LIMIT else line


def _british(text: str) -> str:
    return _DEFENSE.sub(r"\1efence", text) if "efense" in text else text


_DEFENSE = re.compile(r"\b([Dd])efense\b")


def _org(annotations: Annotations, names: Names, spans: Sequence[Span]) -> str | None:
    found = next((m.id for m in annotations.organizations if any(a <= m.start < b for a, b in spans)), None)
    return found if found is not None and len(found) <= 12 else None


_PAYS = re.compile(
    r"(?:\b(?:paid|pays|pay|paying|make|made|makes|undertake|undertook|begins?|began|start(?:s|ed)?|on) (?:an?|his|her|their|the) "
    r"(?:[\w-]+ ){0,4}(?:visit|trip|tour)|\b(?:visited|visits|visit)|\b(?P<came>(?:arrived|arrives|arriving|landed) (?:here )?(?:in|at)|reached|reaches))\b(?! (?:of|by)\b)"
)
_TO_SOME = re.compile(r"(?:,| and| as well as) ")


def _visit(
    article: Article, annotations: Annotations, lead: Candidate, record: EventRecord, arrival: bool = False
) -> str | None:
    """ "X visits Vietnam", or of an arrival "X arrives in Hanoi", where the clause names who pays the visit and the state or city that it goes to."""
    if record.classification != "visit" or lead.found is None:
        return None
    a, b = lead.clause
    found = next((m for m in _PAYS.finditer(article.body, a, b) if m.end() >= lead.found.start), None)
    if found is None:
        return None
    who = [m for m in annotations.people if a <= m.start and m.end <= found.start() and m.name and not m.office]
    where = [
        m for m in annotations.places
        if found.end() <= m.start < min(b, found.end() + 60) and m.kind in ("country", "city")
    ]  # fmt: skip
    if (
        arrival
        and not who
        and record.place is not None
        and article.body.startswith(("He ", "She "), article.sentences[lead.sentence][0])
    ):
        known = person_before(article, annotations, lead, article.sentences[lead.sentence][0])
        return f"{known[0]} arrives{at_place(record)}" if known is not None and record.status == "occurred" else None
    if len(dict.fromkeys(m.name for m in who)) != 1 or not where or found.start() - who[-1].end > 60:
        return None
    if len(where) > 1 and _TO_SOME.match(article.body, where[0].end):
        return None
    if bool(found["came"]) != arrival:
        return None
    if arrival:
        place = record.place.name if record.place else where[0].name
        return f"{who[0].name} {'to arrive' if record.status == 'planned' else 'arrives'} in {with_the(place)}"
    goal = (
        record.place.name
        if record.place and record.place.name in article.body[found.end() : where[0].start]
        else where[0].name
    )
    return f"{who[0].name} {'to visit' if record.status == 'planned' else 'visits'} {with_the(goal)}"


_PERIOD = re.compile(r"\d{4}|[A-Z][a-z]+(?:[-–/ ](?:to )?[A-Z][a-z]+)?(?: \d{4})?")


def _of_a_year(article: Article, lead: Candidate) -> str | None:
    """ "The 2021 coup", where the year stands before the one noun that names the happening."""
    if lead.found is None or lead.mention is None or lead.found.trigger.way != "noun" or lead.is_day:
        return None
    body = article.body
    if body[lead.mention.end : lead.found.start] != " " or not _PERIOD.fullmatch(lead.mention.text):
        return None
    if lead.mention.start - lead.clause[0] <= 5 and re.match(
        r" (?:will|was|is|were|are|has|had|would)\b", body[lead.found.end : lead.found.end + 7]
    ):
        return None  # "The 2018 exercise will be the first for A": the clause says more
    if not re.search(r"\bthe $", body[max(0, lead.mention.start - 4) : lead.mention.start], re.IGNORECASE):
        return None
    return f"The {lead.mention.text} {lead.found.words}"


_DRILL = re.compile(
    r"(?:(?:[Jj]oint|military|naval|air|command-staff|counter-terrorism|counter-terrorist|anti-terrorism|anti-terrorist|anti-terror|antiterrorist|"
    r"large-scale|annual|bilateral|tactical|strategic|special|field|live-fire|training|peacekeeping|multinational|[Mm]aritime) )*"
    r"(?:[Ee]xercises?|drills?|manoeuvres|maneuvers|war games)(?: (?:called |dubbed |codenamed )?(?!Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:[A-Z][\w-]*)(?: (?:[A-Z][\w-]*|\d{4})){0,3})?"
)


def _exercise(article: Article, lead: Candidate, record: EventRecord) -> str | None:
    """ "Joint military exercise in China", with the name that stands beside the noun."""
    if record.classification != "exercise":
        return None
    found = max(_DRILL.finditer(article.body, *lead.clause), key=lambda m: len(m[0]), default=None)
    if found is None or len(found[0].split()) < 2:
        return None
    planned = " planned" if record.status == "planned" else ""
    return f"{found[0]}{planned}{at_place(record)}"


_COMES = re.compile(
    r"\b(?:appoint|nam(?:ed|es)\b|elect|nominat|sworn|swore|promot|inaugurat|took (?:over|office|charge)|takes (?:over|office)|assum|becam|become|confirm|approv|chosen|made|since|reelect)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:dismiss|remov|resign|sack|oust|step|left|leav|retire|topple|overthr|depos|replac|fired|relieved)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:,|,? and|,? as well as)(?: the)? ?")


def _named(
    article: Article, annotations: Annotations, names: Names, lead: Candidate, record: EventRecord
) -> str | None:
    """ "Appointment of X", "Turkey becomes a dialogue partner": by whom or what the clause names last before its date."""
    if lead.found is None or record.status == "planned":
        return None
    a, b = lead.clause
    point = min(max(lead.found.end, lead.mention.start if lead.mention else lead.found.end), b)
    if record.classification == "founding":
        org = next((m.id for m in reversed(annotations.organizations) if m.start < point), None)
        return f"Founding of {with_article(org)}{at_place(record)}" if org is not None and len(org) <= 14 else None
    if record.classification == "appointment":
        who = [m for m in annotations.people if a <= m.start and m.end <= point and m.name and not m.office]
        if not who:
            return None
        comes = _COMES.search(article.body, a, b) is not None and _LEFT.search(article.body, a, b) is None
        return f"{'Appointment' if comes else 'Change of office'} of {who[-1].name}"
    if record.classification == "accession":
        where = [m for m in annotations.places if a <= m.start and m.end <= point and m.kind == "country" and m.country]
        sentence = next((s for s in article.sentences if s[0] <= a < s[1]), lead.clause)
        status = STATUS.search(article.body, a, b) or STATUS.search(article.body, *sentence)
        if not where or status is None:
            return None
        first = len(where) - 1
        while first and _LISTED.fullmatch(article.body, where[first - 1].end, where[first].start):
            first -= 1
        who_joins = list(dict.fromkeys(names.country_names.get(m.country or "", m.text) for m in where[first:]))
        if len(who_joins) > 1:
            return f"{', '.join(who_joins[:-1])} and {who_joins[-1]} become {status[0]}s"
        return f"{who_joins[0]} becomes {'an' if status[0] == 'observer' else 'a'} {status[0]}"
    return None


def _speaker(article: Article, annotations: Annotations, lead: Candidate) -> str | None:
    """The person who stands right before or behind the verb of saying."""
    if lead.found is None:
        return None
    start, end = lead.found.start, lead.found.end
    quoted = article.body[max(0, start - 2) : start].rstrip()[-1:] in (",", '"', "”", "’")
    near = (
        m
        for m in annotations.people
        if m.name and not m.office and (0 <= start - m.end < 30 or (quoted and 0 <= m.start - end < 40))
    )
    return next((m.name for m in near), None)


def _beside(lead: Candidate) -> Span:
    """Where a body is named that a gathering is called after: in its clause, and not far off."""
    if lead.found is None or lead.kind not in ("meeting", "summit", "exercise"):
        return lead.clause
    return (max(lead.clause[0], lead.found.start - 60), min(lead.clause[1], lead.found.end + 60))


def _label(article: Article, annotations: Annotations, names: Names, lead: Candidate, record: EventRecord) -> str:
    """The last resort: "Meeting in Hanoi", "Statement by X"."""
    beside = _beside(lead)
    far = (
        beside != lead.clause and not record.main
    )  # another sentence's body, or one of another clause: "the ICC issued ..."
    org = _org(annotations, names, [beside]) or next(
        (o for o in record.organizations[:1] if len(o) <= 12 and not far), None
    )
    label = _LABELS[record.classification]
    if record.classification == "other" and lead.found is not None and lead.found.trigger.way == "noun":
        label = lead.found.words
    if org and record.classification in ("meeting", "summit", "exercise", "agreement"):
        label = f"{org} {label.lower()}"
    who = ""
    if record.participants and record.classification == "visit":
        who = f" of {record.participants[0].name}"
    elif record.classification == "statement" and (speaker := _speaker(article, annotations, lead)):
        who = f" by {speaker}"
    if org is None and record.organizations and record.classification == "accession":
        org = record.organizations[0] if len(record.organizations[0]) <= 24 else None
    if org and record.classification in ("founding", "accession"):
        label = (
            f"Founding of {with_article(org)}"
            if record.classification == "founding"
            else f"Accession to {with_article(org)}"
        )
    line = f"{label}{who}{at_place(record)}"
    return line if line != label else f"{label}, {words(record.date)}"
