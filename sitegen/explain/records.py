"""Why an event, a person, a post, a status or a conflict reads as it does: a register's records as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.edtf import words
from sitegen.explain.layout import heading, item, note, quote, section, value
from sitegen.model import (
    Citation,
    Claim,
    Conflict,
    Edit,
    Extraction,
    Post,
    Register,
    RegisterEvent,
    RegisterPerson,
    StatusInterval,
    Tenure,
    Witness,
)


def explain_event(register: Register, event: RegisterEvent) -> list[str]:
    """The event's fields with their claims and rules, then each source with its words and its reasons."""
    sources = {e.record.id: e for e in register.sources}
    numbers = {_key(w): n for n, w in enumerate(event.witnesses, start=1)}
    lines = heading("event", event.id)
    lines += value("name", event.name)
    for field in ("date", "place", "classification", "status", "ordinal"):
        lines += _field(field, [c for c in event.claims if c.field == field], numbers)
    lines += value("organizations", ", ".join(event.organizations) or "none named")
    if event.participants:
        named = (f"{p.name}{_bracketed(p.role, p.country)}" for p in event.participants)
        lines += value("participants", "; ".join(named))
    if event.countries:
        lines += value("countries", ", ".join(event.countries))
    lines += value("confidence", f"{event.confidence:.2f}")
    clippings = dict.fromkeys(w.source for w in event.witnesses if w.source)
    if clippings:
        lines += value("sources", f"{_n(len(clippings), 'article')}, {event.independent} independent")
        lines += _copies(register, clippings)
    if event.curated:
        lines += value("curated", event.path or event.curated)
    if event.main_of:
        lines += value("main event of", ", ".join(event.main_of))
    names = [c for c in event.claims if c.field == "name" and not c.chosen]
    if names:
        lines += section("Other wordings")
        for claim in names:
            lines += item(f"{claim.value} {_marks(claim, numbers)}")
    lines += section("Who says so")
    for number, witness in enumerate(event.witnesses, start=1):
        lines += _witness(witness, sources, f"[{number}]", dict(event.merged).get(witness.source, ""))
    lines += _edits(event.edits, register.stale_edits)
    if event.former_ids:
        lines += section("Other ids that lead here")
        lines += note(", ".join(event.former_ids))
    return lines


def _key(witness: Witness) -> tuple[object, ...]:
    return (witness.source, witness.event, witness.evidence, witness.citation)


def _bracketed(role: str | None, country: str | None) -> str:
    inside = ", ".join(p for p in (role, country) if p)
    return f" ({inside})" if inside else ""


def _n(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _shown(claim: Claim) -> str:
    if claim.field in ("date", "start", "end", "attested") and words(claim.value) != claim.value:
        return f"{claim.value} ({words(claim.value)})"
    return claim.value or "not known"


def _marks(claim: Claim, numbers: dict[tuple[object, ...], int]) -> str:
    found = sorted({numbers[_key(w)] for w in claim.witnesses if _key(w) in numbers})
    return "".join(f"[{n}]" for n in found)


def _field(field: str, claims: Sequence[Claim], numbers: dict[tuple[object, ...], int]) -> list[str]:
    lines: list[str] = []
    for claim in claims:
        if claim.chosen:
            lines += value(field, f"{_shown(claim)} {_marks(claim, numbers)}: {claim.rule}")
        else:
            how = "also told as" if claim.compatible else "RIVAL"
            lines += value("", f"{how} {_shown(claim)} {_marks(claim, numbers)}")
    return lines


def _copies(register: Register, clippings: Iterable[str]) -> list[str]:
    inside = set(clippings)
    lines = []
    for group in register.copies:
        shared = [s for s in group if s in inside]
        if len(shared) > 1:
            lines += value("", f"copies of one story: {', '.join(shared)}")
    return lines


def _source_name(extraction: Extraction) -> str:
    record = extraction.record
    parts = [record.publisher or record.title or record.id]
    if record.published.date:
        parts.append(words(record.published.date))
    return f"{', '.join(parts)} ({record.path})"


def _cited(citation: Citation) -> str:
    return " ".join(p for p in (citation.title, f"<{citation.url}>" if citation.url else "") if p)


def _witness(witness: Witness, sources: dict[str, Extraction], mark: str, merged: str) -> list[str]:
    if not witness.source:
        told = _cited(witness.citation) if witness.citation else "no source given"
        lines = item(f"curated: {told}", mark=mark)
        for reason in witness.explanation:
            lines += note(reason, 2)
        return lines
    known = sources.get(witness.source)
    sure = "" if witness.confidence >= 1 else f", confidence {witness.confidence:.2f}"
    status = ", as planned" if witness.status == "planned" else ""
    lines = item(f"{_source_name(known) if known else witness.source}{status}{sure}", mark=mark)
    for evidence in witness.evidence:
        lines += quote(evidence.quote, 2)
    for reason in witness.explanation:
        lines += note(reason, 2)
    if merged:
        lines += note(f"merged here because: {merged}", 2)
    return lines


def _edits(edits: Sequence[Edit], stale: Sequence[Edit]) -> list[str]:
    if not edits:
        return []
    lines = section("Corrections")
    for edit in edits:
        what = f"{edit.action} {edit.field or ''}".strip()
        became = (
            f" to {edit.value}"
            if edit.action == "set"
            else f" {edit.value}"
            if edit.action in ("merge", "split")
            else ""
        )
        was = f" (was {edit.was})" if edit.was is not None else ""
        lines += item(f"{what}{became}{was}{f': {edit.reason}' if edit.reason else ''}")
        place = f"{edit.path}:{edit.line}" if edit.line else edit.path
        lines += note(
            f"{place}{', ' + edit.date if edit.date else ''}{'; FOR REVIEW: what it corrected has changed' if edit in stale else ''}"
        )
    return lines


def explain_person(register: Register, person: RegisterPerson) -> list[str]:
    """Names with who writes them so, terms with their witnesses, events, and who may be the same."""
    sources = {e.record.id: e for e in register.sources}
    posts = {p.id: p for p in register.posts}
    events = {e.id: e for e in register.events}
    lines = heading("person", person.id)
    lines += value("name", person.name)
    lines += value("curated", person.path if person.curated else "no; as clippings tell")
    lines += section("Names in sources")
    for spelling, where in person.names:
        lines += item(f"{spelling}: {', '.join(where) if where else 'listed by the curator'}")
    lines += section("Posts")
    for tenure in person.tenures:
        post = posts.get(tenure.post)
        lines += _tenure(tenure, post.name if post else tenure.role)
        lines += _neighbours(tenure, post, register)
        for witness in tenure.witnesses:
            lines += _indented(_witness(witness, sources, "·", ""))
    if person.events:
        lines += section("Events")
        for name in person.events:
            event = events[name]
            lines += item(f"{words(event.date)}: {event.name} ({name})")
    alike = [(a if b == person.id else b, why) for a, b, why in register.suggestions if person.id in (a, b)]
    if alike:
        lines += section("May be the same person")
        for other, why in alike:
            lines += item(f"{other}: {why}; list the spelling under `names:` in people/ if so")
    lines += _conflicts(register, person.id)
    return lines


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _tenure(tenure: Tenure, name: str) -> list[str]:
    start = words(tenure.start) if tenure.start else "start not known"
    end = words(tenure.end) if tenure.end else "in office" if tenure.incumbent else "end not known"
    how = "curated" if tenure.curated else "days attested by clippings only"
    acting = ", acting" if tenure.acting else ""
    span = f"{start} to {end}" if tenure.curated else "no term known"
    lines = item(f"{name}{acting}: {span} ({how})")
    if tenure.first_attested or tenure.last_attested:
        lines += note(f"attested {words(tenure.first_attested or '?')} to {words(tenure.last_attested or '?')}", 2)
    for claim in tenure.claims:
        if not claim.chosen:
            told = next(
                (w.citation.title if w.citation else w.source for w in claim.witnesses if w.citation or w.source),
                "no source given",
            )
            lines += note(f"{'also told as' if claim.compatible else 'RIVAL'} {claim.field} {_shown(claim)}: {told}", 2)
    return lines


def _neighbours(tenure: Tenure, post: Post | None, register: Register) -> list[str]:
    if post is None or tenure not in post.tenures:
        return []
    names = {p.id: p.name for p in register.people}
    at = post.tenures.index(tenure)
    before = post.tenures[at - 1].person if at else None
    after = post.tenures[at + 1].person if at + 1 < len(post.tenures) else None
    told = [
        f"after {names.get(before, before)}" if before else "",
        f"before {names.get(after, after)}" if after else "",
    ]
    return note(", ".join(t for t in told if t), 2) if before or after else []


def explain_post(register: Register, post: Post) -> list[str]:
    names = {p.id: p.name for p in register.people}
    lines = heading("post", post.id)
    lines += value("name", post.name)
    lines += section("Holders")
    for tenure in post.tenures:
        lines += _tenure(tenure, names.get(tenure.person, tenure.person))
    if post.irregularities:
        lines += section("Irregular")
        for text in post.irregularities:
            lines += item(text)
    return lines + _conflicts(register, post.id)


def explain_statuses(
    register: Register, organization: str, member: str, intervals: Sequence[StatusInterval]
) -> list[str]:
    """The history of one member in one organization: each interval, its steps, its witnesses, its rivals."""
    sources = {e.record.id: e for e in register.sources}
    lines = heading("membership", f"{organization}/{member}")
    lines += note("half-open: the day on which one status ends and the next begins belongs to the next", 0)
    for interval in intervals:
        start = words(interval.start) if interval.start else f"first attested {words(interval.first_attested or '?')}"
        end = f"until {words(interval.end)}" if interval.end else "no end known"
        lines += section(f"{interval.status}: {start}, {end}")
        lines += value("stated by", (interval.path and f"{interval.path}:{interval.line}") or "clippings only")
        for step, on in interval.steps:
            lines += value(step, f"{on} ({words(on)})")
        if interval.first_attested:
            lines += value("attested", f"{words(interval.first_attested)} to {words(interval.last_attested or '?')}")
        for claim in interval.claims:
            if claim.chosen:
                lines += value(claim.field, f"{_shown(claim)}: {claim.rule}")
            else:
                lines += value("", f"{'also told as' if claim.compatible else 'RIVAL'} {claim.field} {_shown(claim)}")
        for witness in interval.witnesses:
            lines += _indented(_witness(witness, sources, "·", ""))
    return lines + _conflicts(register, f"{organization}/{member}/")


def _conflicts(register: Register, subject: str) -> list[str]:
    found = [
        c
        for c in register.conflicts
        if c.subject == subject or (subject.endswith("/") and c.subject.startswith(subject))
    ]
    if not found:
        return []
    lines = section("Conflicts")
    for conflict in found:
        lines += item(f"{conflict.summary} ({conflict.id}{', noted by the curator' if conflict.noted else ', open'})")
    return lines


def explain_conflict(register: Register, conflict: Conflict) -> list[str]:
    sources = {e.record.id: e for e in register.sources}
    lines = heading("conflict", conflict.id)
    lines += note(conflict.summary, 0)
    lines += value("about", f"{conflict.subject_type} {conflict.subject}")
    lines += value("gravity", f"{conflict.gravity} of 3, {'noted by the curator' if conflict.noted else 'open'}")
    if conflict.path:
        lines += value("file", f"{conflict.path}:{conflict.line}" if conflict.line else conflict.path)
    for claim in conflict.claims:
        rule = f": {claim.rule}" if claim.rule else ""
        lines += section(f"{claim.field} {_shown(claim)}{' (stands' + rule + ')' if claim.chosen else ''}")
        for witness in claim.witnesses:
            lines += _witness(witness, sources, "·", "")
    return lines


def explain_country(register: Register, code: str) -> list[str]:
    """What the register knows of a country: its statuses, its posts."""
    lines = heading("country", code)
    statuses = [i for i in register.statuses if i.member == code]
    posts = [p for p in register.posts if p.country == code]
    if statuses:
        lines += section("Statuses")
    for interval in statuses:
        start = words(interval.start or interval.first_attested or "?")
        lines += item(
            f"{interval.organization}/{code}: {interval.status} from {start}{' until ' + words(interval.end) if interval.end else ''}"
        )
    if posts:
        lines += section("Posts")
    for post in posts:
        lines += item(f"{post.name} ({post.id}): {_n(len(post.tenures), 'term')}")
    return lines if statuses or posts else []
