"""Evidence as printed: the quoted sentence with the words marked, who said it, where it lives.

A sentence beyond the excerpt limit is cited without its words (see excerpts.py); so is its text fragment left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote

from sitegen import edtf
from sitegen.model import ArticleRecord, Citation, DateRecord, Evidence, Witness
from sitegen.render.excerpts import Span, lies_in
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
    found, silent = sentences_of(site, links, witnesses, most)
    return (*[s.quoted(s.marks(dates, names)) for s in found], *silent[: most - len(found)])


def sentences_of(
    site: Site, links: Links, witnesses: Iterable[Witness], most: int
) -> tuple[list[Sentence], list[Quote]]:
    """The witnesses' sentences that may be printed, at most so many, and those who say so without words."""
    found: list[Sentence] = []
    silent: list[Quote] = []
    for witness in witnesses:
        teller = _teller(site, links, witness.source) if witness.source else None
        if teller is not None:
            shown = [e for e in witness.evidence if lies_in(teller.spans, e.start, e.end)]
            if shown:
                found += [Sentence(teller, e, witness.status == "planned") for e in shown]
                if len(found) >= most:
                    return found[:most], silent
            elif len(silent) < most:
                silent.append(teller.silent(bool(witness.evidence)))
        elif witness.citation is not None:
            silent.append(cited(witness.citation))
    return found, silent


@dataclass(frozen=True, slots=True)
class _Teller:
    """A clipping as its quotes need it: what each says beside its words, and which may be printed."""

    id: str
    dates: Mapping[tuple[str, str, str], tuple[DateRecord, ...]]
    spans: tuple[Span, ...]
    link: Link
    outlet: str
    published: str
    url: str | None
    archived: str | None

    def silent(self, withheld: bool) -> Quote:
        return Quote(
            source=self.link, outlet=self.outlet, published=self.published, live=self.url, archived=self.archived,
            withheld=withheld,
        )  # fmt: skip


def _teller(site: Site, links: Links, source: str) -> _Teller | None:
    """None where no clipping of the site has that id."""

    def made() -> _Teller | None:
        if source not in site.sources:
            return None
        record = site.sources[source].record
        return _Teller(
            source, site.dates_in, site.excerpts.get(source, ()), source_link(site, links, record), outlet(record), published_words(record),
            web(record.url), _archived(site, source),
        )  # fmt: skip

    return site.trace.memo(links.memo, source, made)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may be printed. Its quote is made once it is known which words to mark, and that it is wanted."""

    teller: _Teller
    evidence: Evidence
    planned: bool

    def marks(self, dates: tuple[str, ...], names: tuple[str, ...]) -> list[Span]:
        e = self.evidence
        said = self.teller.dates.get((self.teller.id, str(e.start), str(e.end)), ()) if dates else ()
        return marks_of(said, e, dates, names)

    def quoted(self, marks: Iterable[Span]) -> Quote:
        teller, text = self.teller, self.evidence.quote
        return Quote(
            source=teller.link,
            outlet=teller.outlet,
            published=teller.published,
            runs=runs_of(text, marks),
            live=text_fragment(teller.url, text) if teller.url else None,
            archived=teller.archived,
            note="reported beforehand" if self.planned else "",
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


_overlap = lru_cache(maxsize=65536)(edtf.overlap)


def marks_of(
    said: Iterable[DateRecord], evidence: Evidence, dates: tuple[str, ...], names: tuple[str, ...]
) -> list[Span]:
    """Where the quote says one of `dates` or `names`: disjoint and in order. `said` are dates of its clipping."""
    start, end = evidence.start, evidence.end
    spans: list[Span] = []
    if dates:
        for d in said:
            if start <= d.start and d.end <= end and d.edtf:
                for date in dates:
                    if _overlap(d.edtf, date):
                        spans.append((d.start - start, d.end - start))
                        break
    text = evidence.quote
    for name in names:
        at = text.find(name)
        while at >= 0:  # where it stands as words of its own
            stop = at + len(name)
            if not text[at - 1 : at].isalnum() and not text[stop : stop + 1].isalnum():
                spans.append((at, stop))
            at = text.find(name, stop)
    if len(spans) < 2:
        return spans
    spans.sort()
    apart: list[Span] = []
    last = 0
    for span in spans:
        if span[0] >= last:
            apart.append(span)
            last = span[1]
    return apart


def runs_of(text: str, marks: Iterable[Span]) -> tuple[Run, ...]:
    """`text` in runs, those in `marks` marked."""
    made: list[Run] = []
    at = 0
    for start, end in marks:
        if start > at:
            made.append(Run(text=text[at:start]))
        made.append(Run(text=text[start:end], marked=True))
        at = end
    if at < len(text):
        made.append(Run(text=text[at:]))
    return tuple(made)


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
