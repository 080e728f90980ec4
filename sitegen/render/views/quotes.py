"""Evidence as printed: the quoted sentence with the words marked, who said it, where it lives.

A sentence beyond the excerpt limit is cited without its words (see excerpts.py); so is its text fragment left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote

from sitegen import edtf
from sitegen.model import ArticleRecord, Citation, Evidence, Witness
from sitegen.render.excerpts import may_print
from sitegen.render.frame import Link, clip
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.when import when_of
from sitegen.render.wording import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One source's words, or its say without the words. `runs` is empty where nothing may be printed."""

    source: Link | None
    outlet: str
    published: str
    runs: tuple[Run, ...] = ()
    live: str | None = None
    archived: str | None = None
    note: str = ""
    withheld: bool = False


def quotes_of(
    site: Site, links: Links, witnesses: Iterable[Witness], *, dates: Iterable[str] = (), names: Iterable[str] = (),
    most: int = 99,
) -> tuple[Quote, ...]:  # fmt: skip
    """Quotes of the witnesses, printable ones first; `dates` (EDTF) and `names` are the words to mark in them."""
    dates, names = tuple(dates), tuple(n for n in names if n)
    printed: list[Quote] = []
    silent: list[Quote] = []
    for witness in witnesses:
        if witness.source in site.sources:
            record = site.sources[witness.source].record
            shown = [e for e in witness.evidence if may_print(site.excerpts, record.id, e.start, e.end)]
            if shown:
                printed.extend(_printed(site, links, record, e, dates, names, witness) for e in shown)
                if len(printed) >= most:
                    break
            elif len(silent) < most:
                silent.append(_silent(site, links, record, witness))
        elif witness.citation is not None:
            silent.append(cited(witness.citation))
    return tuple((printed + silent)[:most])


@dataclass(frozen=True, slots=True)
class _Source:
    """What every quote of a source says beside its words."""

    link: Link
    outlet: str
    published: str
    url: str | None
    archived: str | None


def _source(site: Site, links: Links, record: ArticleRecord) -> _Source:
    return site.trace.memo(
        links.memo,
        record.id,
        lambda: _Source(
            source_link(site, links, record),
            outlet(record),
            published_words(record),
            web(record.url),
            _archived(site, record.id),
        ),
    )


def _printed(
    site: Site, links: Links, record: ArticleRecord, evidence: Evidence, dates: tuple[str, ...], names: tuple[str, ...],
    witness: Witness,
) -> Quote:  # fmt: skip
    source = _source(site, links, record)
    return Quote(
        source=source.link,
        outlet=source.outlet,
        published=source.published,
        runs=runs(record, evidence, dates, names),
        live=text_fragment(source.url, evidence.quote) if source.url else None,
        archived=source.archived,
        note="reported beforehand" if witness.status == "planned" else "",
    )


def _silent(site: Site, links: Links, record: ArticleRecord, witness: Witness) -> Quote:
    source = _source(site, links, record)
    return Quote(
        source=source.link,
        outlet=source.outlet,
        published=source.published,
        live=source.url,
        archived=source.archived,
        withheld=bool(witness.evidence),
    )


def cited(citation: Citation) -> Quote:
    """A work that a curator names; its words are not ours to print."""
    url = web(citation.url)
    return Quote(
        source=Link(text=citation.title, href=url) if url else None,
        outlet=citation.publisher or ("" if url else citation.title),
        published=when_of(citation.date).words if citation.date else "",
        archived=web(citation.archived_url),
        note=citation.note or "",
    )


def says(quotes: tuple[Quote, ...]) -> str:
    """Who speaks, in a line: the first two outlets or works by name, the rest counted."""
    names = list(dict.fromkeys(clip(q.outlet or (q.source.text if q.source else ""), 60) for q in quotes))
    if len(names) > 3:
        return f"{names[0]}; {names[1]}; and {number(len(names) - 2)} more"
    return "; ".join(names)


def brief(quote: Quote, around: int = 44) -> Quote:
    """The quote cut to its marked words and what stands next to them: a pointer, not the sentence again."""
    marks = [i for i, r in enumerate(quote.runs) if r.marked]
    if not marks:
        words = " ".join(r.text for r in quote.runs)
        return replace(quote, runs=(Run(text=_head(words, 2 * around)),) if words else ())
    first, last = marks[0], marks[-1]
    made: list[Run] = []
    for i, run in enumerate(quote.runs):
        if run.marked:
            made.append(run)
        elif i < first:
            made.append(Run(text=_tail(run.text, around)))
        elif i > last:
            made.append(Run(text=_head(run.text, around)))
        else:
            middle = run.text
            made.append(
                Run(
                    text=middle if len(middle) <= 2 * around else f"{_head(middle, around)} {_tail(middle, around)[1:]}"
                )
            )
    return replace(quote, runs=tuple(made))


PULL = 150  # letters that a sentence may have beside its entry in the timeline


def pull_of(quote: Quote) -> Quote:
    """The sentence as it stands beside an entry: without the place and day that open a report, whole where it is short."""
    text = "".join(r.text for r in quote.runs)
    opening = _DATELINE.match(text)
    rest = _from(quote.runs, opening.end()) if opening else quote.runs
    if sum(len(r.text) for r in rest) <= PULL:
        return replace(quote, runs=rest)
    at = 0
    made: list[Run] = []
    for run in rest:
        if at + len(run.text) > PULL:
            if run.marked or any(r.marked for r in rest[len(made) + 1 :]):
                return brief(replace(quote, runs=rest))  # what dates it stands late in the sentence
            made.append(Run(text=_head(run.text, PULL - at)))
            break
        made.append(run)
        at += len(run.text)
    return replace(quote, runs=tuple(made))


#: "BISHKEK, June 26 (Agency) -- ": capitals, a little, and the dash that ends it.
_DATELINE = re.compile(r"[A-Z][A-Z'\u2019-]{2,}[^-\u2013\u2014]{0,70}?\s(?:--?|\u2013|\u2014)\s")


def _from(runs: tuple[Run, ...], start: int) -> tuple[Run, ...]:
    """What is left of the runs from the letter `start` on."""
    made = []
    for run in runs:
        if start < len(run.text):
            made.append(replace(run, text=run.text[start:]) if start else run)
        start = max(0, start - len(run.text))
    return tuple(made)


def _head(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0] + "\u2026"


def _tail(text: str, limit: int) -> str:
    return text if len(text) <= limit else "\u2026" + text[-limit:].partition(" ")[2]


def runs(record: ArticleRecord, evidence: Evidence, dates: tuple[str, ...], names: tuple[str, ...]) -> tuple[Run, ...]:
    """The quote in runs, marked where it says one of `dates` or `names`."""
    text = evidence.quote
    spans = [
        (d.start - evidence.start, d.end - evidence.start)
        for d in record.dates
        if evidence.start <= d.start
        and d.end <= evidence.end
        and d.edtf
        and any(edtf.overlap(d.edtf, v) for v in dates)
    ]
    for name in names:
        spans.extend(_occurrences(text, name))
    made: list[Run] = []
    at = 0
    for start, end in sorted(spans):
        if start < at:
            continue
        if start > at:
            made.append(Run(text=text[at:start]))
        made.append(Run(text=text[start:end], marked=True))
        at = end
    if at < len(text):
        made.append(Run(text=text[at:]))
    return tuple(made)


def _occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where `name` stands as words of its own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at, end
        at = text.find(name, end)


MOST_COPIES = 6  # named one by one; a story that a hundred outlets copied would fill a page of each of them


def copies_words(site: Site, links: Links, source: str) -> tuple[tuple[Link, ...], int]:
    """Links to the copies of one source's story, and how many more there are."""
    copies = [c for c in site.copies_of.get(source, ()) if c != source and c in site.sources]
    return tuple(source_link(site, links, site.sources[c].record) for c in copies[:MOST_COPIES]), len(
        copies[MOST_COPIES:]
    )


def source_link(site: Site, links: Links, record: ArticleRecord) -> Link:
    return Link(text=source_title(record), href=links.to(site.paths["source", record.id]))


def source_title(record: ArticleRecord) -> str:
    return record.title or f"Untitled clipping ({record.path.rpartition('/')[2]})"


def outlet(record: ArticleRecord) -> str:
    return record.publisher or "outlet not named"


def published_words(record: ArticleRecord) -> str:
    date = record.published.date
    if date is None:
        return "undated"
    words = when_of(date).words
    return f"{words}, inferred" if record.published.basis == "inferred" else words


def web(url: str | None) -> str | None:
    """An address only if a browser may be sent there."""
    return url if url and url.startswith(("https://", "http://")) and not re.search(r"[\s<>\"\\^`{|}]", url) else None


def _archived(site: Site, source: str) -> str | None:
    extraction = site.sources[source]
    found = extraction.url_extra.get("archived_url")
    if not found and source in site.clippings:
        found = site.clippings[source].meta.get("archived_url")
    return web(str(found)) if found else None


@lru_cache(maxsize=4096)
def text_fragment(url: str, words: str) -> str:
    """`url` with a text fragment that opens it at the quote: its first and last words, as the standard asks."""
    found = words.split()
    if "#" in url or not found:
        return url
    if len(found) <= 8:
        return f"{url}#:~:text={_fragment(found)}"
    return f"{url}#:~:text={_fragment(found[:4])},{_fragment(found[-4:])}"


def _fragment(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
