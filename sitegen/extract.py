"""One clipping -> its Extraction, in two pure halves.

`annotate` reads the text once and never needs the publication day; `finish` resolves the dates and derives events,
people and memberships. An undated clipping is finished twice: first with what is explicit, then, once `dating` has
found its day, again from the stored draft.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, chain, islice

from sitegen.articles import clean_article, file_offset
from sitegen.collector import at_rest
from sitegen.dates import resolve, tag_dates
from sitegen.edtf import bounds
from sitegen.events import events_of
from sitegen.memberships import memberships_of
from sitegen.model import (
    Annotations,
    Article,
    ArticleRecord,
    Clipping,
    DateMention,
    DateRecord,
    Draft,
    Extraction,
    Published,
)
from sitegen.organizations import find_organizations
from sitegen.packed import packed
from sitegen.people import find_people, people_of, tenure_claims_of
from sitegen.places import find_places
from sitegen.problems import Finding
from sitegen.world import Names

#: Characters of a body that are read for mentions: thirty times a long clipping. A file of 4 MB is a dump of something, and one file may
#: not take more than 10 seconds. What lies beyond is left out and said in a warning.
READ_MOST = 200_000


def annotate(clipping: Clipping, names: Names) -> Draft:
    """Clean the clipping and find all mentions; `Draft.annotations.dates` are as written, unresolved."""
    article = readable(clean_article(clipping))
    if not article.language.startswith("en"):
        return Draft(article=article, annotations=Annotations())
    places = find_places(article, names)
    organizations = find_organizations(article, names)
    people = find_people(article, names, places, organizations)
    dates = tuple(tag_dates(article.body))
    return Draft(
        article=article,
        annotations=Annotations(dates=dates, places=places, organizations=organizations, people=people),
    )


def readable(article: Article) -> Article:
    """The article, or as much of a huge one as is read; its end is cut from the body, so that no offset leads there."""
    if len(article.body) <= READ_MOST:
        return article

    def within(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((start, min(end, READ_MOST)) for start, end in spans if start < READ_MOST)

    finding = Finding(
        code="W113",
        message=f"the story is longer than {READ_MOST:,} characters; the rest was not read",
        remedy="split the file",
        start=file_offset(article, READ_MOST),
    )
    return replace(
        article,
        body=article.body[:READ_MOST],
        paragraphs=within(article.paragraphs),
        sentences=within(article.sentences),
        captions=within(article.captions),
        headings=within(article.headings),
        findings=(*article.findings, finding),
    )


#: Dates that are read as happenings: in one sentence, for one with more is a table; and in one clipping.
DATES_OF_SENTENCE, DATES_OF_CLIPPING = 16, 1_000


def telling(article: Article, dates: tuple[DateMention, ...]) -> tuple[tuple[DateMention, ...], tuple[Finding, ...]]:
    """The dates that events are read from: all of them, but for a text that is nothing but dates."""
    if len(dates) <= DATES_OF_SENTENCE:
        return dates, ()
    starts = [start for start, _ in article.sentences]
    counts: Counter[int] = Counter()
    kept: list[DateMention] = []
    left: list[DateMention] = []
    for mention in dates:
        sentence = bisect_right(starts, mention.start)
        counts[sentence] += 1
        full = counts[sentence] > DATES_OF_SENTENCE or len(kept) >= DATES_OF_CLIPPING
        (left if full else kept).append(mention)
    if not left:
        return dates, ()
    finding = Finding(
        code="N202",
        message=f"{len(left):,} dates were not read as events: a sentence has more than {DATES_OF_SENTENCE}, or the clipping more than {DATES_OF_CLIPPING:,}",
        remedy="split the file, if it is no table",
        start=file_offset(article, left[0].start),
    )
    return tuple(kept), (finding,)


def day_of(published: Published) -> datetime.date | None:
    """The day that relative dates are reckoned from: only a publication date exact to the day serves."""
    if published.date is None:
        return None
    first, last = bounds(published.date)
    return first if first is not None and first == last else None


def resolved_within(
    mentions: Sequence[DateMention], published: Published, written: datetime.date | None = None
) -> tuple[DateMention, ...]:
    """The mentions dated as of the day of writing, else of the publication day; where only an interval is known, those that any day of it dates alike.

    "Two years ago" in a text of "January to June 2023" is 2021, whatever the day.
    """
    day = written or day_of(published)
    dated = tuple(resolve(mentions, day))
    if day is not None or published.date is None:
        return dated
    first, last = bounds(published.date)
    if first is None or last is None:
        return dated
    early, late = resolve(mentions, first), resolve(mentions, last)
    return tuple(
        a if d.edtf is None and a.edtf is not None and a.edtf == b.edtf else d
        for d, a, b in zip(dated, early, late, strict=True)
    )


def impossible_days(article: Article, dates: Sequence[DateMention]) -> tuple[Finding, ...]:
    """ "31 June" in running text: told, never rolled over to a day that the text doesn't name."""
    return tuple(
        Finding(
            code="N201",
            message=f"{mention.text!r}: {mention.problem}, so it dates nothing",
            remedy="if the source misprints, put the right date into the sidecar's edits",
            start=file_offset(article, mention.start),
        )
        for mention in dates
        if mention.problem
    )


def finish(draft: Draft, published: Published, names: Names) -> Extraction:
    """Resolve the draft's dates against `published` and derive the record."""
    article = draft.article
    if published != article.published:
        article = replace(article, published=published)
    dates = resolved_within(draft.annotations.dates, published, article.written)
    annotations = replace(draft.annotations, dates=dates)
    told, skipped = telling(article, dates)
    memberships = memberships_of(article, annotations, names)
    read = annotations if told is dates else replace(annotations, dates=told)
    events, unused = events_of(article, read, names, memberships)
    record = ArticleRecord(
        id=article.id,
        path=article.path,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        url=article.url,
        language=article.language,
        published=published,
        dateline=article.dateline,
        rights=article.rights,
        body=article.body,
        captions=article.captions,
        dates=tuple(
            [DateRecord(start=m.start, end=m.end, text=m.text, type=m.type, value=m.value, edtf=m.edtf) for m in dates]
        ),
        events=events,
        people=people_of(article, annotations),
        memberships=memberships,
        extra=article.extra,
    )
    return Extraction(
        record=record,
        unused=unused,
        findings=(*article.findings, *impossible_days(article, dates), *skipped),
        draft=None if day_of(published) else draft,
        tenures=tenure_claims_of(article, annotations),
        offsets=packed(chain.from_iterable(article.offsets)),
    )


_LINE_END = re.compile(r"\r\n?|\n")
_MOST_LINES = 20_000


def line_starts(text: str) -> tuple[int, ...]:
    """Where each line after the first begins, so that a message can name the line of a sentence; CR, LF and CRLF end one."""
    if "\r" not in text:
        lengths = [len(line) + 1 for line in text.split("\n", _MOST_LINES)[:-1]]
        return tuple(accumulate(lengths))
    return tuple([m.end() for m in islice(_LINE_END.finditer(text), _MOST_LINES)])


def extract(clipping: Clipping, names: Names) -> Extraction:
    """The first pass over one clipping: everything that can be known without other clippings."""
    with at_rest():
        draft = annotate(clipping, names)
        extraction = finish(draft, draft.article.published, names)
    archived = clipping.meta.get("archived_url")
    return replace(
        extraction,
        edits=clipping.edits,
        accepted=clipping.meta.get("accepted"),
        url_extra={"archived_url": archived} if archived else {},
        based_on=clipping.meta.get("based_on", ()),
        lines=packed(line_starts(clipping.text)),
    )


def finish_again(extraction: Extraction, published: Published, names: Names) -> Extraction:
    """The second pass over an undated clipping: its stored draft, reckoned from the day that was found."""
    assert extraction.draft is not None
    known = extraction.record.published
    if (published.date, published.basis) == (known.date, known.basis):  # nothing but the reasons is new
        return replace(extraction, record=replace(extraction.record, published=published))
    return replace(
        finish(extraction.draft, published, names),
        edits=extraction.edits,
        accepted=extraction.accepted,
        url_extra=extraction.url_extra,
        based_on=extraction.based_on,
        lines=extraction.lines,
    )
