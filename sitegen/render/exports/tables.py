"""The five tables as data: columns with their meaning, rows, JSON, CSV, JSON Schema. EDTF is kept as it is.

One list of columns a table gives the file, the schema and the data dictionary, so that the three cannot differ. Of a large
site the tables that grow with the clippings are written in parts, a year or an organisation each, so that one edit rewrites few.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from sitegen.model import Citation, Claim, Extraction, RegisterEvent, RegisterPerson, StatusInterval, Tenure, Witness
from sitegen.render.excerpts import may_print
from sitegen.render.site import Site
from sitegen.render.when import when_of

Row = dict[str, Any]

MOST_QUOTES = 12  # of a row with their words: a status that thousands of clippings repeat would bring as many sentences
SPLIT_FROM = 2000  # clippings from which tables are written in parts: about 15 MB of sources.json


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`type`: text, edtf, day, number, flag, list, object. A CSV cell holds a list parted by "; "."""

    name: str
    type: str
    what: str
    csv: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSpec:
    """`parts` are the keys of a large table's parts, `part` the rows of one; `unit` says what each is of."""

    key: str
    label: str
    columns: tuple[Column, ...]
    rows: Callable[[Site], Iterator[Row]]
    parts: Callable[[Site], Iterable[str]] | None = None
    part: Callable[[Site, str], Iterator[Row]] | None = None
    unit: str = ""

    def parts_of(self, site: Site) -> tuple[str, ...]:
        """Keys of the parts; none where the table is one file."""
        return tuple(self.parts(site)) if self.parts is not None and len(site.sources) >= SPLIT_FROM else ()

    def name_of(self, site: Site, part: str) -> str:
        """Where a part's files lie, below data/, without their ending."""
        if self.key == "memberships":
            part = site.paths["organization", part].split("/")[1]
        return f"{self.key}/{part}"


def _c(name: str, kind: str, what: str, csv: bool = True) -> Column:
    return Column(name=name, type=kind, what=what, csv=csv)


def _quotes(site: Site, witnesses: Sequence[Witness]) -> list[Row]:
    """The evidence of a row. A dozen sentences say their words here; the words of others stand with their source."""
    made: list[Row] = []
    for witness in witnesses:
        if witness.source in site.sources:
            for e in witness.evidence:
                shown = len(made) < MOST_QUOTES and may_print(site.excerpts, witness.source, e.start, e.end)
                made.append(
                    {"source": witness.source, "start": e.start, "end": e.end, "quote": e.quote if shown else None}
                )
        elif witness.citation is not None:
            made.append({"citation": _citation(witness.citation)})
    return made


def _citation(citation: Citation) -> Row:
    return {"title": citation.title, "url": citation.url, "publisher": citation.publisher, "date": citation.date}


def _sources(witnesses: Sequence[Witness]) -> list[str]:
    return list(
        dict.fromkeys(w.source or (w.citation.url or w.citation.title if w.citation else "") for w in witnesses)
    )


def _claims(claims: Sequence[Claim]) -> list[Row]:
    return [
        {"field": c.field, "value": c.value, "chosen": c.chosen, "compatible": c.compatible, "rule": c.rule, "sources": _sources(c.witnesses)}
        for c in claims
    ]  # fmt: skip


def _days(value: str) -> tuple[str | None, str | None]:
    when = when_of(value)
    return (when.first.isoformat() if when.first else None, when.last.isoformat() if when.last else None)


def _event(site: Site, event: RegisterEvent) -> Row:
    first, last = _days(event.date)
    return {
        "id": event.id, "name": event.name, "classification": event.classification, "date": event.date,
        "first_day": first, "last_day": last, "status": event.status,
        "place": event.place.name if event.place else None, "country": event.place.country if event.place else None,
        "organizations": list(event.organizations), "countries": list(event.countries),
        "participants": [
            {"name": p.name, "person": found, "role": p.role, "country": p.country} for p, found in site.participants(event)
        ],
        "series": event.series, "ordinal": event.ordinal, "outcome": event.outcome,
        "independent_sources": event.independent, "confidence": round(event.confidence, 3), "curated": event.curated is not None,
        "sources": _sources(event.witnesses), "evidence": _quotes(site, event.witnesses), "claims": _claims(event.claims),
        "former_ids": list(event.former_ids), "page": site.paths["event", event.id],
    }  # fmt: skip


def _person(site: Site, person: RegisterPerson) -> Row:
    return {
        "id": person.id, "name": person.name, "names": [n for n, _ in person.names], "posts": list(dict.fromkeys(t.post for t in person.tenures)),
        "other_offices": list(person.other_offices), "events": list(person.events), "curated": person.curated,
        "sources": _sources(person.witnesses), "evidence": _quotes(site, person.witnesses), "page": site.paths["person", person.id],
    }  # fmt: skip


def _tenure(site: Site, name: str, tenure: Tenure) -> Row:
    person = site.people.get(tenure.person)
    return {
        "post": tenure.post, "post_name": name, "code": tenure.code, "country": tenure.country, "organization": tenure.organization,
        "person": tenure.person, "person_name": person.name if person else tenure.person, "role": tenure.role, "rank": tenure.rank,
        "start": tenure.start, "end": tenure.end, "first_attested": tenure.first_attested, "last_attested": tenure.last_attested,
        "acting": tenure.acting, "incumbent": tenure.incumbent, "curated": tenure.curated, "note": tenure.note,
        "sources": _sources(tenure.witnesses), "evidence": _quotes(site, tenure.witnesses), "claims": _claims(tenure.claims),
        "page": site.path("post", tenure.post),
    }  # fmt: skip


def _status(site: Site, status: StatusInterval) -> Row:
    return {
        "organization": status.organization, "member": status.member, "member_name": site.country(status.member), "status": status.status,
        "start": status.start, "end": status.end, "first_attested": status.first_attested, "last_attested": status.last_attested,
        "steps": [{"step": s, "date": d} for s, d in status.steps], "how": status.how, "note": status.note, "curated": status.curated,
        "sources": _sources(status.witnesses), "evidence": _quotes(site, status.witnesses), "claims": _claims(status.claims),
    }  # fmt: skip


def _source(site: Site, extraction: Extraction) -> Row:
    """The article record; without its body, and with no more quotes than may be printed, unless its rights are full."""
    row: Row = msgspec.to_builtins(extraction.record)
    full = extraction.record.rights == "full"
    if not full:
        del row["body"]
    for group in ("events", "people", "memberships"):
        for record in row[group]:
            for e in record["evidence"]:
                if not may_print(site.excerpts, extraction.record.id, e["start"], e["end"]):
                    e["quote"] = None
    row["extra"] = {str(k): str(v) for k, v in extraction.record.extra.items()}
    row["page"] = site.paths["source", extraction.record.id]
    return row


_PAGE = _c("page", "text", "Address of the record's page, below the site's root")
_SOURCES = _c("sources", "list", "Ids of the clippings, or addresses of the works, that say so")
_EVIDENCE = _c(
    "evidence",
    "object",
    "The sentences: source, offsets, and the quote (null beyond the excerpt limit, and beyond a row's first dozen: see sources)",
    False,
)
_CLAIMS = _c(
    "claims", "object", "Every value that a source gives for a field, which one is used, and by what rule", False
)

TABLES = (
    TableSpec(
        key="events", label="Events",
        columns=(
            _c("id", "text", "Stable identifier"), _c("name", "text", "Headline of our own making"),
            _c("classification", "text", "Kind of event"), _c("date", "edtf", "When, as exactly as the sources say"),
            _c("first_day", "day", "First day that the date may mean; empty when open"),
            _c("last_day", "day", "Last day that the date may mean; empty when open"),
            _c("status", "text", "occurred, or planned as of the sources"), _c("place", "text", "Town or place"),
            _c("country", "text", "ISO 3166-1 code of the place's country"), _c("organizations", "list", "Organisations"),
            _c("countries", "list", "ISO 3166-1 codes of the countries that took part"),
            _c("participants", "object", "People who took part: name, person id, role, country"),
            _c("series", "text", "Series that the event belongs to"), _c("ordinal", "number", "Its number there"),
            _c("outcome", "text", "What came of it"), _c("independent_sources", "number", "Sources; copies of one text count once"),
            _c("confidence", "number", "0 to 1, calibrated; 1 for curated records"), _c("curated", "flag", "Whether an editor stated it"),
            _SOURCES, _EVIDENCE, _CLAIMS, _c("former_ids", "list", "Identifiers it had before"), _PAGE,
        ),
        rows=lambda site: (_event(site, e) for e in site.register.events),
        parts=lambda site: site.year_of, part=lambda site, key: (_event(site, e) for e in site.year_of[key].events), unit="year",
    ),
    TableSpec(
        key="people", label="People",
        columns=(
            _c("id", "text", "Stable identifier"), _c("name", "text", "Name as the site prints it"),
            _c("names", "list", "Spellings found in sources"), _c("posts", "list", "Ids of the posts held"),
            _c("other_offices", "list", "Offices held beside"), _c("events", "list", "Ids of the events attended"),
            _c("curated", "flag", "Whether an editor wrote the profile"), _SOURCES, _EVIDENCE, _PAGE,
        ),
        rows=lambda site: (_person(site, p) for p in site.register.people),
    ),
    TableSpec(
        key="posts", label="Posts and terms",
        columns=(
            _c("post", "text", "Identifier of the post"), _c("post_name", "text", "Its name"), _c("code", "text", "Kind of post"),
            _c("country", "text", "ISO 3166-1 code"), _c("organization", "text", "Or the organisation it belongs to"),
            _c("person", "text", "Identifier of the holder"), _c("person_name", "text", "The holder's name"),
            _c("role", "text", "The post as the source words it"), _c("rank", "text", "Military rank, where stated"),
            _c("start", "edtf", "First day in office; empty: not known"), _c("end", "edtf", "Day on which the next term begins; empty: see incumbent"),
            _c("first_attested", "edtf", "Earliest day on which a source names the holder"), _c("last_attested", "edtf", "Latest such day"),
            _c("acting", "flag", "Whether acting only"), _c("incumbent", "flag", "Whether in office at the latest day attested"),
            _c("curated", "flag", "Whether an editor stated the term"), _c("note", "text", "A remark"), _SOURCES, _EVIDENCE, _CLAIMS, _PAGE,
        ),
        rows=lambda site: (_tenure(site, p.name, t) for p in site.register.posts for t in p.tenures),
    ),
    TableSpec(
        key="memberships", label="Memberships",
        columns=(
            _c("organization", "text", "Identifier of the organisation"), _c("member", "text", "ISO 3166-1 code, or an organisation's identifier"),
            _c("member_name", "text", "Its English name"), _c("status", "text", "Status held"),
            _c("start", "edtf", "Since when; empty: not known"), _c("end", "edtf", "On this day the next status holds; empty: still so, or not known"),
            _c("first_attested", "edtf", "Earliest day on which a source states it"), _c("last_attested", "edtf", "Latest such day"),
            _c("steps", "object", "Steps on the way to it, each with its date"), _c("how", "text", "By what act"), _c("note", "text", "A remark"),
            _c("curated", "flag", "Whether an editor stated it"), _SOURCES, _EVIDENCE, _CLAIMS,
        ),
        rows=lambda site: (_status(site, s) for s in site.register.statuses),
        parts=lambda site: site.statuses_of_organization, unit="organisation",
        part=lambda site, key: (_status(site, s) for s in site.statuses_of_organization[key]),
    ),
    TableSpec(
        key="sources", label="Sources",
        columns=(
            _c("id", "text", "Stable identifier"), _c("path", "text", "The clipping's file"), _c("title", "text", "Headline"),
            _c("publisher", "text", "Outlet"), _c("author", "text", "Author"), _c("url", "text", "Address of the live article"),
            _c("language", "text", "BCP 47 code"), _c("published", "object", "Day of publication (EDTF), how it is known, and why"),
            _c("dateline", "object", "Place and day at the head of the text"), _c("rights", "text", "excerpt or full"),
            _c("captions", "object", "Offsets of picture captions", False), _c("dates", "object", "Dates read in the text: TIMEX3 value and EDTF", False),
            _c("events", "object", "Event records read from the text, with evidence", False), _c("people", "object", "People read from it", False),
            _c("memberships", "object", "Statuses read from it", False), _c("extra", "object", "Further keys of the clipping's sidecar", False), _PAGE,
        ),
        rows=lambda site: (_source(site, e) for e in site.register.sources),
        parts=lambda site: site.sources_of_year, part=lambda site, key: (_source(site, e) for e in site.sources_of_year[key]), unit="year",
    ),
)  # fmt: skip


def to_json(rows: Sequence[Row]) -> bytes:
    """One object a line, so that a changed record is a changed line."""
    if not rows:
        return b"[]\n"
    return b"[\n" + b",\n".join(msgspec.json.encode(row) for row in rows) + b"\n]\n"


def list_of_parts(spec: TableSpec, site: Site) -> bytes:
    """What stands in a large table's place: its parts' files, in order."""
    names = [spec.name_of(site, part) for part in spec.parts_of(site)]
    parts = [{"part": n.partition("/")[2], "json": f"{n}.json", "csv": f"{n}.csv"} for n in names]
    return msgspec.json.format(msgspec.json.encode({"parts": parts}), indent=1) + b"\n"


def to_csv(spec: TableSpec, rows: Sequence[Row]) -> bytes:
    """RFC 4180 with a header row; a byte order mark would spoil the first column's name for most readers."""
    columns = [c for c in spec.columns if c.csv]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([c.name for c in columns])
    writer.writerows([cell(row.get(c.name)) for c in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def cell(value: Any) -> str:
    """A value as one cell. A spreadsheet must not take content for a formula, so such a cell begins with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        text = "; ".join(f"{k}: {cell(v)}" for k, v in value.items() if v not in (None, [], ()))
    elif isinstance(value, list):
        text = "; ".join(_item(v) for v in value)
    else:
        text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text


#: What a spreadsheet reads as a formula, full-width signs included; a minus is one unless a number follows to the end.
_FORMULA = re.compile(r"[=+@\t\r\n\uff1d\uff0b\uff20\uff0d]|-(?![0-9]{1,12}(?:\.[0-9]{1,12})?$)")


def _item(value: Any) -> str:
    if not isinstance(value, dict):
        return cell(value)
    if "name" in value:  # a participant
        return str(value["name"])
    return " ".join(str(v) for v in value.values() if v is not None)


_TYPES: dict[str, Row] = {
    "text": {"type": ["string", "null"]},
    "edtf": {"type": ["string", "null"], "pattern": "^[0-9X/.~?%-]+$"},
    "day": {"type": ["string", "null"], "format": "date"},
    "number": {"type": ["number", "null"]},
    "flag": {"type": "boolean"},
    "list": {"type": "array", "items": {"type": ["string", "null"]}},
    "object": {"type": ["object", "array", "null"]},
}


def schema() -> bytes:
    """JSON Schema (draft 2020-12): one definition a table."""
    defs = {
        spec.key: {
            "type": "array",
            "title": spec.label,
            "items": {
                "type": "object",
                "required": [c.name for c in spec.columns],
                "properties": {c.name: {**_TYPES[c.type], "description": c.what} for c in spec.columns},
            },
        }
        for spec in TABLES
    }
    found = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tables of a sitegen site",
        "$defs": defs,
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"
