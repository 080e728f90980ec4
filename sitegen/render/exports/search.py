"""The search index: our own records in shards, one a year and kind, so that a new clipping changes few files.

Keys are short because the file travels: t title, y type, w when, x further words, u address, d year, k kind, c codes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from sitegen.model import OutputFile
from sitegen.render import wording
from sitegen.render.site import Site, year_key
from sitegen.render.views.quotes import outlet, published_words, source_title
from sitegen.render.when import when_of

Doc = dict[str, Any]


def search_files(site: Site) -> Iterator[OutputFile]:
    """The shards under fingerprinted names, then the list of them."""
    shards: list[dict[str, Any]] = []
    for key, docs in sorted(_shards(site).items()):
        data = msgspec.json.encode(docs)
        name = f"search/{key}-{hashlib.sha256(data).hexdigest()[:8]}.json"
        shards.append({"file": name.removeprefix("search/"), "count": len(docs)})
        yield OutputFile(path=name, data=data)
    index = {"shards": shards, "suffix": "index.html" if site.file_links else "", "countries": _countries(site)}
    yield OutputFile(path="search/index.json", data=msgspec.json.encode(index))


def _countries(site: Site) -> dict[str, str]:
    codes = sorted({c.upper() for k, c in site.paths if k == "country"})
    return {c: site.country(c) for c in codes}


def _shards(site: Site) -> dict[str, list[Doc]]:
    shards: dict[str, list[Doc]] = {}
    for event in site.register.events:
        key, _ = year_key(when_of(event.date))
        codes = sorted({*event.countries, *([event.place.country] if event.place and event.place.country else [])})
        words = [
            event.place.name if event.place else "",
            *(p.name for p in event.participants),
            *(site.country(c) for c in codes),
            event.outcome or "",
            *event.organizations,
        ]
        shards.setdefault(f"event-{key}", []).append(
            {"t": event.name, "y": "event", "w": when_of(event.date).words, "x": " ".join(w for w in words if w), "u": site.paths["event", event.id],
             "d": int(key[:4]) if key[:4].isdigit() else None, "k": wording.kind(event.classification), "c": codes}
        )  # fmt: skip
    shards["people"] = [
        {"t": p.name, "y": "person", "w": "", "x": " ".join([*(n for n, _ in p.names), *dict.fromkeys(t.role for t in p.tenures), *dict.fromkeys(site.country(t.country) for t in p.tenures)]),
         "u": site.paths["person", p.id], "d": None, "k": "", "c": sorted({t.country for t in p.tenures if t.country})}
        for p in site.register.people
    ]  # fmt: skip
    shards["places"] = [
        {"t": name, "y": "country", "w": "", "x": code, "u": site.paths["country", code], "d": None, "k": "", "c": [code]}
        for code, name in _countries(site).items()
    ] + [
        {"t": p.name, "y": "post", "w": "", "x": site.country(p.country), "u": site.paths["post", p.id], "d": None, "k": "", "c": [p.country] if p.country else []}
        for p in site.register.posts
    ] + [
        {"t": o.name, "y": "organisation", "w": "", "x": " ".join((o.id, *o.names)), "u": site.paths["organization", o.id], "d": None, "k": "", "c": []}
        for o in site.register.organizations
    ]  # fmt: skip
    for extraction in site.register.sources:
        record = extraction.record
        first = when_of(record.published.date).first if record.published.date else None
        shards.setdefault(f"source-{first.year if first else 'undated'}", []).append(
            {"t": source_title(record), "y": "source", "w": published_words(record), "x": outlet(record), "u": site.paths["source", record.id],
             "d": first.year if first else None, "k": "", "c": []}
        )  # fmt: skip
    return {k: v for k, v in shards.items() if v}
