"""`sitegen explain`: why a record reads as it does. The door is `explain_target`; all below it are pure functions.

A target is a clipping's path or id; an event's id, also a former one, also `SOURCE#EVENT` for one clipping's reading; a
person's id or name; a post's id; `ORG/MEMBER` or `ORG/MEMBER/STATUS`; a country's code; a conflict's id.
"""

from __future__ import annotations

import os
from pathlib import Path

from sitegen.dating import date_undated
from sitegen.explain.clipping import explain_clipping
from sitegen.explain.records import (
    explain_conflict,
    explain_country,
    explain_event,
    explain_person,
    explain_post,
    explain_statuses,
)
from sitegen.extract import annotate, finish, resolved_within
from sitegen.gather import Result, gather, read_content
from sitegen.listing import ClippingFile, as_given
from sitegen.model import Clipping, Register
from sitegen.options import Options
from sitegen.read import read_clipping
from sitegen.world import Names

__all__ = ["explain_record", "explain_target"]


def explain_record(register: Register, target: str) -> list[str] | None:
    """Lines about the record that `target` names, None where it names none."""
    kind, colon, rest = target.partition(":")
    name = (
        rest if colon and kind in ("event", "person", "post", "membership", "source", "country", "conflict") else target
    )
    source, sharp, inside = name.partition("#")
    if sharp:
        event = next(
            (e for e in register.events for w in e.witnesses if w.source == source and w.event == inside), None
        )
        return explain_event(register, event) if event else None
    moved = dict(register.redirects).get(name, name)
    for event in register.events:
        if event.id == moved:
            return [*([f"{name} is now {moved}", ""] if moved != name else []), *explain_event(register, event)]
    for person in register.people:
        if person.id == name or any(spelling == name for spelling, _ in person.names):
            return explain_person(register, person)
    for post in register.posts:
        if post.id == name:
            return explain_post(register, post)
    for conflict in register.conflicts:
        if conflict.id == name:
            return explain_conflict(register, conflict)
    if "/" in name:
        organization, _, member = name.partition("/")
        member, _, status = member.partition("/")
        found = [i for i in register.statuses if (i.organization, i.member) == (organization, member)]
        shown = [i for i in found if not status or i.status == status]
        if shown:
            return explain_statuses(register, organization, member, shown)
    if len(name) == 2 and name.isupper():
        return explain_country(register, name) or None
    told = [e for e in register.events for w in e.witnesses if w.event == name]
    return explain_event(register, told[0]) if told else None


def explain_target(target: str, options: Options) -> list[str] | None:
    """What the command prints; None where nothing has this id or path. Reads content/ as a build does."""
    result = Result()
    if not options.content.is_dir():
        return _of_file(target, options, Register(), result)
    _, register = gather(options, result)
    return explain_record(register, target) or _of_file(target, options, register, result)


def _of_file(target: str, options: Options, register: Register, result: Result) -> list[str] | None:
    """A clipping of content/ by id or path, or any other file: read again, so that every mention can be shown."""
    if options.content.is_dir():
        source, names, files, shown = read_content(options, Result())
        wanted = target.removeprefix("source:")
        for file in files:
            known = next((e.record.id for e in register.sources if e.record.path == file.found.path), file.id)
            if wanted in (known, file.found.path, shown + file.found.path, file.found.file):
                clipping, _ = read_clipping(file, limit=source.config.max_file_bytes)
                return _read_again(clipping, register, names) if clipping else None
    else:
        from sitegen.gather import bare_world
        from sitegen.world import names_of

        names = names_of(bare_world())
    if not os.path.isfile(target):  # which is false too of a name that no disk takes
        return None
    given: list[ClippingFile] = as_given(Path(target))[0]
    clipping = read_clipping(given[0])[0] if given else None
    return _read_again(clipping, register, names) if clipping else None


def _read_again(clipping: Clipping, register: Register, names: Names) -> list[str]:
    draft = annotate(clipping, names)
    known = next((e for e in register.sources if e.record.id == clipping.id), None)
    if known is not None:
        published = known.record.published
    elif draft.article.published.date is None:
        published = date_undated(draft, register, names)
    else:
        published = draft.article.published
    extraction = known or finish(draft, published, names)
    dates = resolved_within(draft.annotations.dates, published, draft.article.written)
    return explain_clipping(clipping, draft, dates, extraction, register)
