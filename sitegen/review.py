"""What needs a person: the entries of the preview's /review/ page, each with the lines that would settle it.

Pure: a register in, plain values for a template out. The preview alone shows them; they are never published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model import Extraction, Register

LOW = 0.6  # events below this are worth a look: of the labelled records under it, fewer than two in three were right
MOST = 200  # entries of one kind; a page that lists thousands helps nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    title: str
    file: str = ""
    lines: str = ""
    quote: str = ""
    reasons: tuple[str, ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    id: str
    title: str
    about: str
    entries: tuple[Entry, ...]


def review_of(register: Register, content: Path, base: str) -> tuple[Section, ...]:
    """The sections that have entries, gravest first."""
    sections = (
        Section(id="undated", title="Clippings without a publication date",
                about="What the words and the chronology allow, and how it was reasoned. A date in the sidecar settles it.",
                entries=tuple(_undated(register, content, base))[:MOST]),
        Section(id="edits", title="Corrections to look at again",
                about="What these edits corrected reads differently now.", entries=tuple(_edits(register))[:MOST]),
        Section(id="unsure", title="Events read with little confidence",
                about="Set the field that is wrong, or drop what is no event.",
                entries=tuple(_unsure(register, content, base))[:MOST]),
        Section(id="persons", title="Perhaps one person",
                about="Two spellings that may name one person. They are joined only when a person's file says so.",
                entries=tuple(_persons(register, base))[:MOST]),
        Section(id="unused", title="Sentences with a date that gave no event",
                about="Nothing is wrong with most of these; what is an event can be added.",
                entries=tuple(_unused(register, content, base))[:MOST]),
    )  # fmt: skip
    return tuple(s for s in sections if s.entries)


def _sidecar(extraction: Extraction, content: Path) -> str:
    return f"{content}/{extraction.record.path.rpartition('.')[0]}.yaml"


def _quoted(text: str) -> str:
    """A YAML single-quoted scalar on one line."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _undated(register: Register, content: Path, base: str) -> Iterator[Entry]:
    for extraction in register.sources:
        published = extraction.record.published
        if published.basis not in ("inferred", "unknown"):
            continue
        yield Entry(
            title=f"{extraction.record.title or extraction.record.path}: "
            + (f"inferred, {published.date}" if published.date else "not known"),
            href=f"{base}sources/{extraction.record.id}/", reasons=published.explanation,
            file=_sidecar(extraction, content), lines=f"published: {published.date or 'YYYY-MM-DD'}",
        )  # fmt: skip


def _edits(register: Register) -> Iterator[Entry]:
    for edit in register.stale_edits:
        yield Entry(title=f"{edit.action} {edit.field or ''} of {edit.target}", file=f"{edit.path}, line {edit.line}",
                    lines=f"was: {_quoted(str(edit.was))}   # renew this, or take the edit out", quote=edit.quote or "",
                    reasons=(edit.reason,) if edit.reason else ())  # fmt: skip


def _unsure(register: Register, content: Path, base: str) -> Iterator[Entry]:
    found = [
        (event.confidence, extraction, event)
        for extraction in register.sources
        for event in extraction.record.events
        if event.confidence < LOW
    ]
    for _, extraction, event in sorted(found, key=lambda f: (f[0], f[2].id, f[1].record.id)):
        yield Entry(
            title=f"{event.name} ({event.date})", href=f"{base}sources/{extraction.record.id}/",
            quote=event.evidence[0].quote if event.evidence else "", reasons=event.explanation,
            file=_sidecar(extraction, content),
            lines=f"edits:\n  - event: {event.id}\n    drop: true\n    reason: ''\n",
        )  # fmt: skip


def _persons(register: Register, base: str) -> Iterator[Entry]:
    names = {person.id: person for person in register.people}
    for one, other, why in register.suggestions:
        if one not in names or other not in names:
            continue
        keep, join = (one, other) if names[one].curated or not names[other].curated else (other, one)
        yield Entry(title=f"{names[one].name} and {names[other].name}", href=f"{base}people/{keep}/", reasons=(why,),
                    file=names[keep].path or f"people/{keep}.md", lines=f"names: [{_quoted(names[join].name)}]")  # fmt: skip


def _unused(register: Register, content: Path, base: str) -> Iterator[Entry]:
    for extraction in register.sources:
        for unused in extraction.unused:
            yield Entry(
                title=extraction.record.title or extraction.record.path, href=f"{base}sources/{extraction.record.id}/",
                quote=unused.quote, reasons=(unused.reason,), file=_sidecar(extraction, content),
                lines="edits:\n  - add: {name: '', classification: other, date: YYYY-MM-DD, "
                f"quote: {_quoted(unused.quote[:80])}}}\n    reason: ''\n",
            )  # fmt: skip
