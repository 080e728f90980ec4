"""Files of content -> records of the world: people, organizations, events, and what a clipping's sidecar states.

Pure: text in, records and problems out; read.py brings the text. The schema is docs/reference/content.md, key by key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from sitegen.config import LANGUAGE, POST_CODES
from sitegen.model import (
    Citation,
    Classification,
    CuratedEvent,
    CuratedOrganization,
    CuratedPerson,
    Edit,
    Happening,
    Page,
    Participant,
    Place,
    Status,
    StatusTerm,
    Step,
    Term,
)
from sitegen.problems import Problem
from sitegen.schema import Anything, Choice, Edtf, Flag, ListOf, Number, Pairs, Record, Reporter, Slug, Text, Url
from sitegen.slugs import is_slug, slug_of
from sitegen.yamlio import RECORD_LIMITS, Limits, Node, parse_yaml

COUNTRY = Text(pattern=r"[A-Za-z]{2}", wanted="an ISO 3166-1 alpha-2 code such as KZ")
MEMBER = Text(pattern=r"[A-Za-z0-9][A-Za-z0-9 .+-]{0,40}", wanted="an ISO code or an organization's id")
CONFIDENCE = Choice(("high", "medium", "low"))
CITATION = Record(
    fields={"title": Text(), "url": Url(), "archived_url": Url(), "publisher": Text(), "date": Edtf(), "note": Text()},
    required=("title",),
)
SOURCES = ListOf(CITATION, single=True)
CONFLICTS = ListOf(
    Record(
        fields={"field": Text(), "value": Anything(), "source": CITATION, "note": Text()}, required=("field", "value")
    )
)
PLACE = Record(fields={"name": Text(), "country": COUNTRY}, required=("name",))

EDIT = Record(
    fields={
        "event": Text(), "person": Text(), "membership": Text(), "source": Text(),
        "set": Text(), "to": Anything(), "was": Anything(), "quote": Text(),
        "drop": Flag(), "add": Anything(), "merge": Text(), "split": Text(), "reason": Text(), "date": Edtf(),
    }
)  # fmt: skip

SIDECAR = Record(
    fields={
        "id": Slug(), "title": Text(), "publisher": Text(), "author": Text(), "url": Url(), "archived_url": Url(),
        "published": Edtf(), "date": Edtf(), "language": LANGUAGE, "rights": Choice(("excerpt", "full")),
        "based_on": SOURCES, "accepted": Text(), "tags": ListOf(Text(), single=True), "edits": ListOf(EDIT),
    },
)  # fmt: skip
FRONT_MATTER = Record(fields=SIDECAR.fields, unknown="notice")

PERSON = Record(
    fields={
        "id": Slug(), "name": Text(), "names": ListOf(Text(), single=True),
        "posts": ListOf(
            Record(
                fields={
                    "role": Text(), "code": Choice(POST_CODES), "country": COUNTRY, "organization": Text(),
                    "start": Edtf(), "end": Edtf(), "last_seen": Edtf(), "rank": Text(), "acting": Flag(),
                    "confidence": CONFIDENCE, "sources": SOURCES, "conflicts": CONFLICTS, "note": Text(),
                },
                required=("role", "code"),
                spans=(("start", "end"), ("start", "last_seen")),
            )
        ),
        "other_offices": ListOf(Text(), single=True), "sources": SOURCES,
        "portrait": Record(fields={"file": Text(), "licence": Text(), "credit": Text(), "alt": Text()},
                           required=("file", "licence")),
    },
    required=("name",),
)  # fmt: skip

STEPS: tuple[str, ...] = get_args(Step)
ORGANIZATION = Record(
    fields={
        "id": MEMBER, "name": Text(), "names": ListOf(Text(), single=True), "founded": Edtf(),
        "status_labels": Pairs(Text(), get_args(Status).__contains__),
        "statuses": ListOf(
            Record(
                fields={
                    "member": MEMBER, "status": Choice(get_args(Status)), "start": Edtf(), "end": Edtf(),
                    "steps": Pairs(Edtf(), STEPS.__contains__), "how": Text(), "confidence": CONFIDENCE,
                    "sources": SOURCES, "conflicts": CONFLICTS, "note": Text(),
                },
                required=("member", "status"),
                spans=(("start", "end"),),
            )
        ),
        "sources": SOURCES,
    },
    required=("id", "name"),
)  # fmt: skip

EVENT = Record(
    fields={
        "id": Slug(), "name": Text(), "classification": Choice(get_args(Classification)), "date": Edtf(),
        "status": Choice(get_args(Happening)), "place": PLACE, "organizations": ListOf(Text(), single=True),
        "series": Text(), "ordinal": Number(least=1, most=10_000),
        "participants": ListOf(Record(fields={"name": Text(), "role": Text(), "country": COUNTRY}, required=("name",))),
        "countries": ListOf(COUNTRY, single=True), "outcome": Text(), "confidence": CONFIDENCE, "sources": SOURCES,
        "conflicts": CONFLICTS, "edits": ListOf(EDIT), "note": Text(),
    },
    required=("name", "classification", "date"),
)  # fmt: skip
EVENTS = Record(fields={"events": ListOf(EVENT), "title": Text()}, required=("events",))
PAGE = Record(
    fields={"title": Text(), "slug": Slug(), "order": Number(), "description": Text()},
    required=("title",),
    unknown="notice",
)


def split_front_matter(text: str) -> tuple[str | None, int, int]:
    """(YAML between the `---` lines or None, offset at which the body begins, the YAML's first line).

    An opening `---` without its closing line gives the whole rest as YAML, so that the fault is reported there.
    """
    start = 1 if text.startswith("\ufeff") else 0
    if not text.startswith(("---\n", "---\r\n", "---\r"), start):
        return None, 0, 1
    begin = position = text.find("\n", start) + 1 or len(text)
    while position < len(text):
        end = text.find("\n", position)
        line_end = len(text) if end < 0 else end
        if text[position:line_end].rstrip() in ("---", "..."):
            return text[begin:position], min(line_end + 1, len(text)), 2
        position = line_end + 1
    return text[begin:], len(text), 2


def _citations(found: Iterable[Mapping[str, Any]] | None) -> tuple[Citation, ...]:
    keys = ("url", "publisher", "date", "archived_url", "note")
    return tuple(Citation(title=c["title"], **{k: c.get(k) for k in keys}) for c in found or () if "title" in c)


def _place(found: Mapping[str, Any] | None) -> Place | None:
    if not found or "name" not in found:
        return None
    country = found.get("country")
    return Place(name=found["name"], country=country.upper() if country else None)


def _conflicts(found: Iterable[Mapping[str, Any]] | None) -> tuple[Mapping[str, Any], ...]:
    return tuple({k: v for k, v in c.items() if k not in RESERVED} for c in found or ())


def _picked(found: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {k: found[k] for k in keys if k in found}


RESERVED = ("line", "column", "extra", "faulty")
_TARGETS = ("event", "person", "membership", "source")
_ACTIONS = {"set": "set", "drop": "drop", "add": "add", "merge": "merge", "split": "split"}


def edits_of(found: Iterable[Mapping[str, Any]] | None, report: Reporter, own: str = "") -> tuple[Edit, ...]:
    """Typed corrections; `own` is the target where an edit names none (an event's own file)."""
    edits = []
    for row in found or ():
        if row["faulty"]:
            continue
        actions = [a for a in _ACTIONS if a in row]
        targets = [t for t in _TARGETS if t in row]
        line, column = row["line"], row["column"]
        if len(actions) != 1:
            report.say("error", "E010", line, column, "an edit does exactly one of set, drop, add, merge, split",
                       "write one of them")  # fmt: skip
            continue
        action = actions[0]
        if len(targets) > 1 or (not targets and not own and action != "add"):
            report.say("error", "E010", line, column, "an edit names one record", "write `event: ID`")
            continue
        if action == "set" and "to" not in row:
            report.say("error", "E010", line, column, "an edit that sets a field needs its value", "add `to: ...`")
            continue
        prefix = "" if not targets or targets[0] == "event" else f"{targets[0]}:"
        edits.append(
            Edit(
                action=action, target=f"{prefix}{row[targets[0]]}" if targets else own,
                field=row.get("set"), value=row.get("to") if action == "set" else row.get(action), was=row.get("was"),
                quote=row.get("quote"), reason=row.get("reason"), date=row.get("date"), path=report.path, line=line,
                column=column,
            )
        )  # fmt: skip
    return tuple(edits)


def sidecar_of(
    text: str, path: str, *, front_matter: bool, first_line: int = 1
) -> tuple[dict[str, Any], tuple[Edit, ...], dict[str, Any], list[Problem]]:
    """(known keys, edits, unknown keys, problems) of a sidecar or of a clipping's front matter."""
    root, problems = parse_yaml(text, path, first_line=first_line)
    if root is None:
        return {}, (), {}, problems
    report = Reporter(path)
    found = (FRONT_MATTER if front_matter else SIDECAR).read(root, "this clipping", report) or {}
    meta = {k: v for k, v in found.items() if k not in (*RESERVED, "edits", "date")}
    if "date" in found:
        meta.setdefault("published", found["date"])
    if "based_on" in meta:
        meta["based_on"] = _citations(meta["based_on"])
    return meta, edits_of(found.get("edits"), report), dict(found.get("extra", {})), report.problems


def _front(text: str, path: str, limits: Limits, report: Reporter) -> tuple[Node | None, str]:
    front, body_start, first_line = split_front_matter(text)
    if front is None:
        report.say("error", "E011", 1, 1, "this record has no front matter", "begin the file with a line `---`")
        return None, ""
    root, problems = parse_yaml(front, path, first_line=first_line, limits=limits)
    report.problems.extend(problems)
    return root, text[body_start:].strip()


def person_of(text: str, path: str, stem: str) -> tuple[CuratedPerson | None, list[Problem]]:
    report = Reporter(path)
    root, prose = _front(text, path, Limits(), report)
    found = PERSON.read(root, "this person", report) if root else None
    if not found or "name" not in found:
        return None, report.problems
    terms = []
    for post in found.get("posts", ()):
        if "role" not in post or "code" not in post:
            continue
        if not post.get("country") and not post.get("organization"):
            report.say("error", "E009", post["line"], post["column"], "this post has neither country nor organization",
                       "add `country: XX`")  # fmt: skip
            continue
        country = post.get("country")
        terms.append(
            Term(
                role=post["role"], code=post["code"], country=country.upper() if country else None,
                sources=_citations(post.get("sources")), conflicts=_conflicts(post.get("conflicts")), path=path,
                line=post["line"],
                **_picked(post, "organization", "start", "end", "last_seen", "rank", "acting", "confidence", "note"),
            )
        )  # fmt: skip
    portrait = found.get("portrait")
    return (
        CuratedPerson(
            id=found.get("id") or slug_of(stem), name=found["name"], names=found.get("names", ()), terms=tuple(terms),
            note=prose, sources=_citations(found.get("sources")),
            portrait={k: v for k, v in portrait.items() if isinstance(v, str)} if portrait else None,
            other_offices=found.get("other_offices", ()), path=path,
        ),
        report.problems,
    )  # fmt: skip


def organization_of(text: str, path: str, stem: str) -> tuple[CuratedOrganization | None, list[Problem]]:
    report = Reporter(path)
    root, prose = _front(text, path, RECORD_LIMITS, report)
    found = ORGANIZATION.read(root, "this organization", report) if root else None
    if not found or "id" not in found or "name" not in found:
        return None, report.problems
    statuses = tuple(
        StatusTerm(
            organization=found["id"], member=row["member"], status=row["status"], start=row.get("start"),
            end=row.get("end"), steps=tuple(sorted(row.get("steps", {}).items(), key=lambda s: (s[1], STEPS.index(s[0])))),
            sources=_citations(row.get("sources")), conflicts=_conflicts(row.get("conflicts")), path=path,
            line=row["line"], **_picked(row, "confidence", "note", "how"),
        )
        for row in found.get("statuses", ())
        if "member" in row and "status" in row
    )  # fmt: skip
    return (
        CuratedOrganization(
            id=found["id"], name=found["name"], names=found.get("names", ()), statuses=statuses, note=prose,
            founded=found.get("founded"), status_labels=found.get("status_labels", {}),
            sources=_citations(found.get("sources")), path=path,
        ),
        report.problems,
    )  # fmt: skip


def events_in(text: str, path: str, stem: str) -> tuple[tuple[CuratedEvent, ...], list[Problem]]:
    """The curated events of one file: a mapping with `events:`, or one event with the prose below it."""
    report = Reporter(path)
    root, prose = _front(text, path, RECORD_LIMITS, report)
    if root is None:
        return (), report.problems
    if isinstance(root.value, dict) and "events" in root.value:
        rows = (EVENTS.read(root, "this file", report) or {}).get("events", ())
        prose = ""
    else:
        row = EVENT.read(root, "this event", report)
        rows = (row,) if row else ()
    events = []
    for row in rows:
        if not {"name", "classification", "date"} <= row.keys():
            continue
        place = _place(row.get("place"))
        parts = [row["date"].replace("/", "-"), row["classification"], place.name if place else ""]
        own = row.get("id") or slug_of("-".join(p for p in parts if p))
        participants = tuple(
            Participant(name=p["name"], role=p.get("role"), country=p["country"].upper() if p.get("country") else None)
            for p in row.get("participants", ())
            if "name" in p
        )
        events.append(
            CuratedEvent(
                id=own, name=row["name"], classification=row["classification"], date=row["date"], place=place,
                participants=participants, countries=tuple(c.upper() for c in row.get("countries", ())),
                sources=_citations(row.get("sources")), conflicts=_conflicts(row.get("conflicts")),
                edits=edits_of(row.get("edits"), report, own), note=prose or row.get("note", ""), path=path,
                **_picked(row, "status", "organizations", "series", "ordinal", "outcome", "confidence"),
            )
        )  # fmt: skip
    return tuple(events), report.problems


def page_of(text: str, path: str, stem: str) -> tuple[Page | None, list[Problem]]:
    report = Reporter(path)
    root, prose = _front(text, path, Limits(), report)
    found = PAGE.read(root, "this page", report) if root else None
    if not found or "title" not in found:
        return None, report.problems
    meta = {k: v for k, v in found.items() if k in ("order", "description")}
    return Page(
        slug=found.get("slug") or slug_of(stem), title=found["title"], text=prose, path=path, meta=meta
    ), report.problems


IDS_LIMITS = Limits(bytes=10_000_000, keys=500_000)  # written by `sitegen ids`: five keys an event
PIN = Record(fields={"key": Anything(), "former": ListOf(Slug())}, unknown="notice")
IDS = Record(fields={"events": Pairs(PIN, is_slug), "people": Pairs(Anything()), "sources": Pairs(Anything())})


def ids_of(text: str, path: str) -> tuple[dict[str, Any], list[Problem]]:
    """Pinned and former ids, each a slug: they become addresses."""
    root, problems = parse_yaml(text, path, limits=IDS_LIMITS)
    if root is None:
        return {}, problems
    report = Reporter(path)
    found = IDS.read(root, "ids.yaml", report) or {}
    ids: dict[str, Any] = {k: found[k] for k in ("events", "people", "sources") if k in found}
    if "events" in ids:
        ids["events"] = {k: _picked(v, "key", "former") for k, v in ids["events"].items()}
    return ids, report.problems
