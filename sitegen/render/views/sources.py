"""The bibliography, and one clipping: its day of publication and why, and what was read in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sitegen.model import ArticleRecord, Evidence, Extraction
from sitegen.render import wording
from sitegen.render.excerpts import Span, lies_in
from sitegen.render.frame import Frame, Link, Page
from sitegen.render.site import Site, Told
from sitegen.render.urls import Links
from sitegen.render.views.quotes import (
    Run,
    copies_words,
    marks_of,
    outlet,
    published_words,
    runs_of,
    source_title,
    text_fragment,
    web,
)
from sitegen.render.views.standing import member_link
from sitegen.render.when import when_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One thing read in a sentence: a kind ("Event", "Person", "Status") and where it led."""

    kind: str
    link: Link
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, and what was read in it; without `runs` where it may not be printed."""

    anchor: str
    runs: tuple[Run, ...]
    live: str | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    title: str
    outlet: str
    author: str
    published: str
    basis: str
    reasons: tuple[str, ...]
    dateline: str
    url: str | None
    archived: str | None
    language: str
    rights: str
    path: str
    copies: tuple[Link, ...]
    more_copies: int
    based_on: tuple[tuple[str, str | None, str], ...]
    accepted: str
    passages: tuple[Passage, ...]
    withheld: str
    body: tuple[str, ...]  # paragraphs, only where the rights allow all of it
    unused: tuple[tuple[str, str], ...]
    cite: str
    address: str | None


_STATED = ("front-matter", "sidecar", "argument")  # a person gave it: no reason to tell


@dataclass(slots=True)
class _Draft:
    evidence: Evidence
    readings: list[Reading] = field(default_factory=list)
    dates: set[str] = field(default_factory=set)
    seen: set[tuple[str | None, ...]] = field(default_factory=set)


def page_of(frame: Frame, extraction: Extraction) -> Page:
    site = frame.site
    record = extraction.record
    path = site.paths["source", record.id]
    links = frame.links(path)
    spans = site.excerpts.get(record.id, ())
    passages = _passages(site, links, extraction, spans)
    hidden = sum(1 for p in passages if not p.runs)
    title = source_title(record)
    clipping = site.clippings.get(record.id)
    archived = extraction.url_extra.get("archived_url") or (clipping.meta.get("archived_url") if clipping else None)
    published = when_of(record.published.date).full if record.published.date else "Not known"
    copies, more = copies_words(site, links, record.id)
    view = SourceView(
        title=title,
        outlet=outlet(record),
        author=record.author or "",
        published=wording.capital(published),
        basis=wording.BASES.get(record.published.basis, record.published.basis),
        reasons=record.published.explanation if record.published.basis not in _STATED else (),
        dateline=_dateline(site, record),
        url=web(record.url),
        archived=web(str(archived)) if archived else None,
        language=record.language,
        rights="The whole text may be published." if record.rights == "full" else "Only the sentences that are evidence are printed here.",
        path=record.path,
        copies=copies,
        more_copies=more,
        based_on=tuple((w.title, web(w.url), w.publisher or "") for w in extraction.based_on),
        accepted=extraction.accepted or "",
        passages=tuple(p for p in passages if p.runs or p.readings),
        withheld=_withheld(hidden),
        body=tuple(p for p in record.body.split("\n\n") if p.strip()) if record.rights == "full" else (),
        unused=tuple(
            (u.quote if lies_in(spans, u.start, u.end) else "", u.reason) for u in extraction.unused
        ),
        cite=_cite(record, title, published),
        address=frame.absolute(path),
    )  # fmt: skip
    return frame.page(
        path, "source.html", view, title=title, crumbs=(("Sources", "sources/"),),
        description=f"{view.outlet}, {published_words(record)}: what was read in it, sentence by sentence.",
        data=(_linked(record, title),), og_type="article",
    )  # fmt: skip


def _withheld(hidden: int) -> str:
    if not hidden:
        return ""
    return f"{wording.capital(wording.count(hidden, 'sentence'))} {'is' if hidden == 1 else 'are'} cited without {'its' if hidden == 1 else 'their'} words, to keep within what may be quoted."


def _dateline(site: Site, record: ArticleRecord) -> str:
    found = record.dateline
    if found is None:
        return ""
    parts = [found.place or "", site.country(found.country), when_of(found.date).words if found.date else ""]
    return ", ".join(dict.fromkeys(p for p in parts if p))


def _passages(site: Site, links: Links, extraction: Extraction, spans: tuple[Span, ...]) -> tuple[Passage, ...]:
    """Sentences in text order, each once, with everything that was read in it."""
    record = extraction.record
    drafts: dict[Span, _Draft] = {}
    for told in site.told_in.get(record.id, ()):
        for e in told.evidence:
            draft = drafts.get((e.start, e.end))
            if draft is None:
                draft = drafts[e.start, e.end] = _Draft(e)
            key = (told.kind, told.name, told.words, told.body, told.date)
            if key not in draft.seen:
                draft.seen.add(key)
                reading = site.trace.memo(links.memo, key, partial(_reading, site, links, told))
                if reading not in draft.readings:
                    draft.readings.append(reading)
                if told.date:
                    draft.dates.add(told.date)
    url = web(record.url)
    made = []
    for i, (span, draft) in enumerate(sorted(drafts.items(), key=lambda item: item[0]), 1):
        shown = lies_in(spans, *span)
        dates = tuple(sorted(draft.dates))
        names = tuple(r.link.text for r in draft.readings if r.kind != "Event")
        made.append(
            Passage(
                anchor=f"p{i}",
                runs=runs_of(draft.evidence.quote, marks_of(record.dates, draft.evidence, dates, names))
                if shown
                else (),
                live=text_fragment(url, draft.evidence.quote) if url and shown else None,
                readings=tuple(draft.readings),
            )
        )
    return tuple(made)


def _reading(site: Site, links: Links, told: Told) -> Reading:
    if told.kind == "status":
        note = f"{told.body}: {wording.status(told.words)}"
        return Reading(kind="Status", link=member_link(site, links, told.name), note=note)
    link = Link(text=told.words, href=links.to(site.paths[told.kind, told.name]))
    if told.kind == "person":
        return Reading(kind="Person", link=link, note="")
    return Reading(kind="Event", link=link, note=when_of(told.date).words if told.date else "")


def _cite(record: ArticleRecord, title: str, published: str) -> str:
    parts = [
        record.author or "",
        f"\u201c{title}\u201d",
        record.publisher or "",
        published if record.published.date else "undated",
    ]
    return ". ".join(p for p in parts if p) + "."


def _linked(record: ArticleRecord, title: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "inLanguage": record.language,
    }
    if record.publisher:
        made["publisher"] = {"@type": "Organization", "name": record.publisher}
    if record.author:
        made["author"] = {"@type": "Person", "name": record.author}
    if record.published.date and when_of(record.published.date).datetime:
        made["datePublished"] = record.published.date
    if web(record.url):
        made["url"] = record.url
    return made
