"""A person's corrections, applied to the records before they are merged: the parser never overrules them.

Every edit ends as one of three things. *Applied*: its target stands and reads as it did when the edit was made.
*Stale*: applied, but the parser now reads another value than `was`, the `quote` has left the body, or the target was
found by its quote alone since its id has changed; a warning asks for a look. *Lost target*: neither the id nor the
quote is there; an error with line and column, for a correction must not be dropped in silence.

Targets are `ID` of an event of this clipping, `person:NAME`, `membership:ORG/MEMBER/STATUS`, `source:ID`. In events/*.md
the target may be an event of any clipping, or `SOURCE#ID` for one clipping's event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sitegen.merge.corrected import (
    FIELDS,
    MEMBERSHIP_FIELDS,
    PERSON_FIELDS,
    SOURCE_FIELDS,
    WRONG,
    equal,
    shown,
    typed_value,
)
from sitegen.merge.ids import derived_id
from sitegen.model import (
    ArticleRecord,
    Edit,
    EventRecord,
    Evidence,
    Extraction,
    MembershipRecord,
    PersonRecord,
    PostRecord,
    World,
)
from sitegen.problems import CODES, Problem
from sitegen.slugs import is_slug


@dataclass(slots=True)
class Edited:
    """Extractions after correction, and what became of each edit.

    `fixed` holds the fields that a person set: (source, event id, field). `links` and `parts` are pairs of event
    references, each (source or "", event id), that a curator wants together or apart.
    """

    extractions: list[Extraction] = field(default_factory=list)
    fixed: dict[tuple[str, str, str], Edit] = field(default_factory=dict)
    links: list[tuple[tuple[str, str], tuple[str, str], Edit]] = field(default_factory=list)
    parts: list[tuple[tuple[str, str], tuple[str, str], Edit]] = field(default_factory=list)
    by_event: dict[tuple[str, str], list[Edit]] = field(default_factory=dict)
    applied: list[Edit] = field(default_factory=list)
    stale: list[Edit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, source: str) -> list[tuple[object, ...]]:
        """All edits that bear on a clipping's events, as plain values for a key."""
        named = [(*where, edits) for where, edits in self.by_event.items() if where[0] == source]
        return [*named, *((*where, edit) for where, edit in self.fixed.items() if where[0] == source)]

    def say(self, code: str, edit: Edit, message: str, remedy: str) -> None:
        level, _ = CODES[code]
        self.problems.append(
            Problem(path=edit.path, line=edit.line, column=edit.column, level=level, code=code, message=message,
                    remedy=remedy)
        )  # fmt: skip


def edited(extractions: Sequence[Extraction], world: World) -> Edited:
    """Apply all edits: those of sidecars to their own clipping, those of curated events to whatever they name."""
    outcome = Edited()
    if not any(e.edits for e in extractions) and not any(e.edits for e in world.events):
        outcome.extractions = list(extractions)
        return outcome
    known: dict[str, list[str]] = {}
    for extraction in extractions:
        for event in extraction.record.events:
            known.setdefault(event.id, []).append(extraction.record.id)
    curated = {e.id for e in world.events}
    foreign: dict[str, list[Edit]] = {}
    for event_file in world.events:
        for edit in event_file.edits:
            _foreign(edit, event_file.id, known, curated, foreign, outcome)
    for extraction in extractions:
        edits = (*extraction.edits, *foreign.get(extraction.record.id, ()))
        outcome.extractions.append(_corrected(extraction, edits, known, curated, outcome) if edits else extraction)
    return outcome


def _foreign(
    edit: Edit,
    own: str,
    known: Mapping[str, list[str]],
    curated: set[str],
    into: dict[str, list[Edit]],
    outcome: Edited,
) -> None:
    """An edit in an event's file: of the event itself (merge, split), or of clippings' events, handed to each of them."""
    source, sharp, name = edit.target.partition("#")
    if not sharp:
        source, name = "", edit.target
    if edit.action in ("merge", "split"):
        this = ("", name) if name in curated else (source, name)
        if name in curated or (name in known and (not source or source in known[name])):
            _linked(this, edit, known, curated, outcome, own="")
        else:
            _lost(edit, outcome)
        return
    sources = [s for s in known.get(name, ()) if not source or s == source]
    if not sources:
        if name in curated:
            outcome.say("E402", edit, f'"{name}" is a curated event', "write the value into its own file instead")
        else:
            _lost(edit, outcome)
        return
    for one in sources:
        into.setdefault(one, []).append(replace(edit, target=name))


def _lost(edit: Edit, outcome: Edited) -> None:
    outcome.say("E401", edit, f'the edit\'s target "{edit.target}" is not there',
                "see `sitegen explain` for the ids that this clipping has now; mend or remove the edit")  # fmt: skip


def _linked(
    this: tuple[str, str], edit: Edit, known: Mapping[str, list[str]], curated: set[str], outcome: Edited, own: str
) -> None:
    other = str(edit.value)
    source, sharp, name = other.partition("#")
    if not sharp:
        source, name = "", other
    if name in curated:
        there = ("", name)
    elif name in known and (not source or source in known[name]):
        there = (source or (own if own in known[name] else ""), name)
    else:
        outcome.say("E401", edit, f'"{other}", to {edit.action} with, is not there',
                    "name an event of this clipping, of events/, or SOURCE#ID of another clipping")  # fmt: skip
        return
    (outcome.links if edit.action == "merge" else outcome.parts).append((this, there, edit))
    outcome.applied.append(edit)
    outcome.by_event.setdefault(this, []).append(edit)


def _corrected(
    extraction: Extraction, edits: Iterable[Edit], known: Mapping[str, list[str]], curated: set[str], outcome: Edited
) -> Extraction:
    record = extraction.record
    events: list[EventRecord | None] = list(record.events)
    people: list[PersonRecord | None] = list(record.people)
    memberships: list[MembershipRecord | None] = list(record.memberships)
    names = [e.id for e in record.events]
    for edit in edits:
        kind, colon, rest = edit.target.partition(":")
        if edit.action == "add":
            _add(record, edit, events, names, outcome)
        elif colon and kind == "person":
            _person(record, edit, rest, people, outcome)
        elif colon and kind == "membership":
            _membership(record, edit, rest, memberships, outcome)
        elif colon and kind == "source":
            record = _source(record, edit, outcome)
        else:
            _event(record, edit, events, names, known, curated, outcome)
    record = replace(
        record,
        events=tuple(e for e in events if e is not None),
        people=tuple(p for p in people if p is not None),
        memberships=tuple(m for m in memberships if m is not None),
    )
    return replace(extraction, record=record)


def _settle(edit: Edit, was: Any, record: ArticleRecord, outcome: Edited, moved: bool = False) -> None:
    """Count the edit as applied, and flag it where what it corrected has changed since."""
    outcome.applied.append(edit)
    reasons = []
    if moved:
        reasons.append("its target has another id now and was found by its quote")
    if edit.was is not None and not equal(edit.was, was):
        reasons.append(f"the parser reads {shown(was)} now, not {shown(edit.was)}")
    if edit.quote and " ".join(edit.quote.split()) not in " ".join(record.body.split()):
        reasons.append("its quote no longer stands in the clipping")
    if reasons:
        outcome.stale.append(edit)
        outcome.say("W403", edit, f'the edit of "{edit.target}" is applied, but {" and ".join(reasons)}',
                    "check it and bring `was`, `quote` and the id up to date")  # fmt: skip


def _event(
    record: ArticleRecord, edit: Edit, events: list[EventRecord | None], names: list[str],
    known: Mapping[str, list[str]], curated: set[str], outcome: Edited,
) -> None:  # fmt: skip
    at = next((n for n, name in enumerate(names) if name == edit.target and events[n] is not None), None)
    moved = False
    if at is None and edit.quote:
        at = next((n for n, e in enumerate(events) if e is not None and _says(e, edit.quote)), None)
        moved = at is not None
    if at is None:
        _lost(edit, outcome)
        return
    event = events[at]
    assert event is not None
    this = (record.id, event.id)
    if edit.action in ("merge", "split"):
        before = len(outcome.applied)
        _linked(this, edit, known, curated, outcome, own=record.id)
        if moved and len(outcome.applied) > before:
            outcome.applied.pop()
            _settle(edit, None, record, outcome, moved)
        return
    if edit.action == "drop":
        events[at] = None
        _settle(edit, edit.was, record, outcome, moved)
        return
    name = edit.field or ""
    value = typed_value(name, edit.value)
    if value is WRONG or name not in FIELDS:
        outcome.say("E404", edit, f"{name!r} cannot be set to {shown(edit.value)}",
                    f"fields are {', '.join(sorted(FIELDS))}; see docs/reference/content.md")  # fmt: skip
        return
    was = getattr(event, name)
    events[at] = replace(event, **{name: value})
    outcome.fixed[record.id, event.id, name] = edit
    outcome.by_event.setdefault(this, []).append(edit)
    _settle(edit, was, record, outcome, moved)


def _says(event: EventRecord, quote: str) -> bool:
    wanted = " ".join(quote.split())
    return any(wanted in " ".join(e.quote.split()) or " ".join(e.quote.split()) in wanted for e in event.evidence)


def _add(
    record: ArticleRecord, edit: Edit, events: list[EventRecord | None], names: list[str], outcome: Edited
) -> None:
    value = edit.value if isinstance(edit.value, Mapping) else {}
    typed = {k: typed_value(k, v) for k, v in value.items() if k in FIELDS}
    wrong = sorted(k for k, v in typed.items() if v is WRONG)
    own = value.get("id")
    if own is not None and not (isinstance(own, str) and is_slug(own)):
        wrong.append("id")
    if wrong or not {"name", "date"} <= typed.keys():
        outcome.say("E404", edit, f"an added event needs a name and a date{', and ' + wrong[0] + ' is no value' if wrong else ''}",
                    "write add: {name: ..., classification: meeting, date: 2013-06-26, quote: ...}")  # fmt: skip
        return
    quote = str(value.get("quote") or edit.quote or "")
    start = record.body.find(quote) if quote else -1
    evidence = (Evidence(start=start, end=start + len(quote), quote=quote),) if start >= 0 else ()
    place = typed.get("place")
    event = EventRecord(
        id=str(value.get("id") or derived_id(typed["date"], typed.get("classification", "other"), place.name if place else None)),
        name=typed["name"], classification=typed.get("classification", "other"), date=typed["date"],
        status=typed.get("status", "occurred"), main=typed.get("main", False), place=place,
        organizations=typed.get("organizations", ()), participants=typed.get("participants", ()),
        countries=typed.get("countries", ()), evidence=evidence, confidence=1.0,
        explanation=(f"added by a person{': ' + edit.reason if edit.reason else ''}",),
    )  # fmt: skip
    events.append(event)
    names.append(event.id)
    outcome.by_event.setdefault((record.id, event.id), []).append(edit)
    for name in typed:
        outcome.fixed[record.id, event.id, name] = edit
    _settle(replace(edit, target=edit.target or event.id, quote=quote or None), edit.was, record, outcome)


def _person(record: ArticleRecord, edit: Edit, name: str, people: list[PersonRecord | None], outcome: Edited) -> None:
    at = next((n for n, p in enumerate(people) if p is not None and p.name == name), None)
    if at is None:
        _lost(edit, outcome)
        return
    person = people[at]
    assert person is not None
    if edit.action == "drop":
        people[at] = None
        _settle(edit, edit.was, record, outcome)
        return
    posts = person.posts or (PostRecord(role="", code="other", country=None, as_of=record.published.date),)
    name, value = edit.field or "", typed_value(edit.field or "", edit.value, PERSON_FIELDS)
    if edit.action != "set" or value is WRONG:
        _unset(edit, "person", PERSON_FIELDS, outcome)
        return
    was: Any
    if name == "name":
        was, people[at] = person.name, replace(person, name=value)
    else:
        was = getattr(posts[0], name)
        people[at] = replace(person, posts=(replace(posts[0], **{name: value}), *posts[1:]))
    _settle(edit, was, record, outcome)


def _unset(edit: Edit, kind: str, known: Iterable[str], outcome: Edited) -> None:
    outcome.say("E404", edit, f"{edit.field!r} of a {kind} cannot be set to {shown(edit.value)}",
                f"fields are {', '.join(known)}; see docs/reference/content.md")  # fmt: skip


def _membership(
    record: ArticleRecord, edit: Edit, key: str, memberships: list[MembershipRecord | None], outcome: Edited
) -> None:
    wanted = [
        n for n, m in enumerate(memberships) if m is not None and f"{m.organization}/{m.member}/{m.status}" == key
    ]
    if not wanted:
        _lost(edit, outcome)
        return
    was: Any = edit.was
    name, value = edit.field or "", typed_value(edit.field or "", edit.value, MEMBERSHIP_FIELDS)
    for at in wanted:
        membership = memberships[at]
        assert membership is not None
        if edit.action == "drop":
            memberships[at] = None
        elif edit.action == "set" and value is not WRONG:
            was = getattr(membership, name)
            memberships[at] = replace(membership, **{name: value})
        else:
            _unset(edit, "membership", MEMBERSHIP_FIELDS, outcome)
            return
    _settle(edit, was, record, outcome)


def _source(record: ArticleRecord, edit: Edit, outcome: Edited) -> ArticleRecord:
    name, value = edit.field or "", typed_value(edit.field or "", edit.value, SOURCE_FIELDS)
    if edit.action != "set" or value is WRONG:
        _unset(edit, "source", SOURCE_FIELDS, outcome)
        return record
    if name == "published":
        was = record.published.date
        published = replace(record.published, date=value, basis="sidecar",
                            explanation=("set by a person's edit", *record.published.explanation))  # fmt: skip
        _settle(edit, was, record, outcome)
        return replace(record, published=published)
    _settle(edit, getattr(record, name), record, outcome)
    changed: dict[str, Any] = {name: value}
    return replace(record, **changed)
