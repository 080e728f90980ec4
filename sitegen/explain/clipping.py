"""How one clipping was read: its day and why, what was cut, every mention with its rule, its events, what was left over."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.edtf import words
from sitegen.explain.layout import heading, item, note, quote, section, table, value
from sitegen.model import (
    Clipping,
    DateMention,
    Draft,
    Extraction,
    PersonMention,
    Register,
)
from sitegen.read import line_and_column


def explain_clipping(
    clipping: Clipping, draft: Draft, dates: Sequence[DateMention], extraction: Extraction, register: Register
) -> list[str]:
    """`dates` are the draft's mentions, resolved; `extraction` is the record as the build has it."""
    record = extraction.record
    lines = heading("clipping", clipping.path)
    lines += value("id", record.id)
    lines += value("title", record.title or "none")
    lines += value("outlet", ", ".join(p for p in (record.publisher, record.author) if p) or "not known")
    if record.url:
        lines += value("address", record.url)
    lines += value("language", f"{record.language}; rights: {record.rights}")
    day = f"{record.published.date} ({words(record.published.date)})" if record.published.date else "not known"
    lines += value("published", f"{day}, from: {record.published.basis}")
    for reason in record.published.explanation:
        lines += value("", reason)
    if record.dateline:
        dateline = record.dateline
        lines += value("dateline", ", ".join(p for p in (dateline.place, dateline.country, dateline.date) if p))
    origin = register.origins.get(record.id)
    copies = next((g for g in register.copies if record.id in g), ())
    if origin:
        lines += value("goes back to", origin)
    if copies:
        lines += value("copies", ", ".join(c for c in copies if c != record.id))
    lines += _cuts(clipping, draft)
    lines += _dates(dates, draft.article.body)
    lines += _mentions(draft)
    lines += _events(extraction, register)
    lines += _people(extraction)
    if extraction.unused:
        lines += section("Sentences with a date that gave no event")
        for unused in extraction.unused:
            lines += item(unused.reason)
            lines += quote(unused.quote)
    if extraction.edits:
        lines += section("Corrections")
        for edit in extraction.edits:
            stale = "; FOR REVIEW" if edit in register.stale_edits else ""
            lines += item(
                f"{edit.action} {edit.target} {edit.field or ''}".rstrip() + f" ({edit.path}:{edit.line}{stale})"
            )
    return lines


def _cuts(clipping: Clipping, draft: Draft) -> list[str]:
    if not draft.article.cuts:
        return []
    lines = section("Cut from the text")
    for cut in draft.article.cuts:
        first, _ = line_and_column(clipping.text, cut.start)
        last, _ = line_and_column(clipping.text, max(cut.start, cut.end - 1))
        where = f"line {first}" if first == last else f"lines {first} to {last}"
        lines += item(f"{where}: {cut.reason} ({cut.step})")
        shown = " ".join(clipping.text[cut.start : cut.end].split())
        if shown:
            lines += quote(shown, 2, limit=120)
    return lines


def _dates(dates: Sequence[DateMention], body: str) -> list[str]:
    lines = section(f"Dates ({len(dates)})")
    for mention in dates:
        became = mention.edtf or "no calendar date"
        lines += item(f"“{' '.join(mention.text.split())}” -> {became}  [{mention.type} {mention.value}]")
        how = f"rule: {mention.rule}" if mention.rule else ""
        anchor = f"reckoned from {mention.anchor}" if mention.anchor else ""
        reason = mention.reason
        told = "; ".join(p for p in (how, anchor, reason, "a hint only" if mention.hint else "") if p)
        if told:
            lines += note(told, 2)
        if mention.problem:
            lines += note(f"problem: {mention.problem}", 2)
        for other in mention.rejected:
            lines += note(f"not {other}", 2)
        lines += note(f"... {_around(body, mention.start, mention.end)} ...", 2)
    return lines


def _around(body: str, start: int, end: int, reach: int = 30) -> str:
    return " ".join(body[max(0, start - reach) : min(len(body), end + reach)].split())


def _person(mention: PersonMention) -> tuple[str, str]:
    post = ", ".join(p for p in (mention.role, mention.country or mention.organization) if p)
    state = "" if mention.state == "current" else f" ({mention.state})"
    name = "an office without its holder" if mention.office else mention.name
    return name, f"{post or 'no post said'}{state}"


def _mentions(draft: Draft) -> list[str]:
    found = draft.annotations
    lines = section(f"People ({len(found.people)})")
    lines += table([(m.text, *_person(m)) for m in found.people], (26, 26))
    lines += section(f"Places ({len(found.places)})")
    rows = [
        (m.text, f"{m.name}, {m.country or '?'}", m.kind + (", for its government" if m.metonym else ""))
        for m in found.places
    ]
    lines += table(rows, (26, 30))
    lines += section(f"Organizations ({len(found.organizations)})")
    lines += table([(m.text, m.id, "from context" if m.anaphor else "") for m in found.organizations], (50, 12))
    return lines


def _events(extraction: Extraction, register: Register) -> list[str]:
    record = extraction.record
    into = {(w.source, w.event): e for e in register.events for w in e.witnesses if w.source == record.id}
    lines = section(f"Events ({len(record.events)})")
    for event in record.events:
        place = f", {event.place.name}" if event.place else ""
        main = ", the main event" if event.main else ""
        lines += item(f"{event.date} {event.classification}{place}: {event.name}{main}")
        lines += note(f"{event.id}; {event.status}; confidence {event.confidence:.2f}", 2)
        for evidence in event.evidence:
            lines += quote(evidence.quote, 2)
        for reason in event.explanation:
            lines += note(reason, 2)
        united = into.get((record.id, event.id))
        if united is not None:
            others = len({w.source for w in united.witnesses if w.source}) - 1
            told = f", with {others} other {'article' if others == 1 else 'articles'}" if others else ""
            lines += note(f"is event {united.id}{told}", 2)
    return lines


def _people(extraction: Extraction) -> list[str]:
    record = extraction.record
    lines: list[str] = []
    if record.people:
        lines += section(f"Posts read ({len(record.people)})")
        for person in record.people:
            posts = "; ".join(
                f"{p.role} ({p.code}{', ' + p.country if p.country else ''}, as of {p.as_of or '?'})"
                for p in person.posts
            )
            lines += item(f"{person.name}: {posts}")
    if record.memberships:
        lines += section(f"Statuses read ({len(record.memberships)})")
        for m in record.memberships:
            since = f"since {m.start}" if m.start else f"as of {m.as_of or '?'}"
            step = f", {m.step}" if m.step else ""
            lines += item(f"{m.organization}/{m.member}/{m.status}: {since}{step}")
    return lines
