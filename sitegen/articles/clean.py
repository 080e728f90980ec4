"""Clipping -> Article: read the lines by format, sort story from furniture, build the body, keep the way back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from sitegen.articles.blocks import MOST_LINES, REPORTED, Line
from sitegen.articles.candidates import evidence_of, header_candidates, publisher_of
from sitegen.articles.captions import TAG
from sitegen.articles.credit import credited
from sitegen.articles.dateline import Opening, is_wire, opening
from sitegen.articles.furniture import (
    cut_menus_of_lines,
    cut_other_scripts,
    cut_repeats,
    mark_captions,
    mark_cues,
)
from sitegen.articles.head import Head, find_story, read_head
from sitegen.articles.header import byline
from sitegen.articles.inside import cut_inside
from sitegen.articles.language import NAMES, language_of
from sitegen.articles.outlets import without_outlet
from sitegen.articles.page import Page, is_terminal
from sitegen.articles.plain import plain_lines
from sitegen.articles.published import (
    Candidate,
    dateline_day,
    given_candidates,
    published_of,
    url_candidates,
)
from sitegen.articles.reading import PageMeta, Reading
from sitegen.articles.sentences import sentence_spans
from sitegen.articles.trim import marks_in, split_stamp, without_sign, without_suffix
from sitegen.articles.wrap import unwrapped
from sitegen.model import Article, Clipping, Cut, Dateline
from sitegen.problems import Finding


def clean_article(clipping: Clipping) -> Article:
    """The clipping's story, with furniture cut, header and dateline read; nothing raises on any text."""
    reading = _read(clipping)
    lines, trims = _apart(reading.lines[:MOST_LINES])
    page = Page(lines, clipping.text)
    mark_cues(page)
    if reading.is_flowing:
        page = _unwrap(page)
    cut_other_scripts(page)
    mark_captions(page)
    page.story = find_story(page)
    cut_repeats(page)
    cut_menus_of_lines(page)
    head = read_head(page)
    cut_inside(page, head.author, page.lines[head.title].text if head.title is not None else None)
    if not page.kept():
        head = _restore(page, head)
    mark_captions(page)
    story = _story(page, trims)
    body, offsets, spans = _body(story)
    start = _opening_paragraph(story)
    begun, end = _opening(story, spans, start)

    meta = clipping.meta
    html = reading.meta
    url = meta.get("url") or html.url
    outlet, month_first = publisher_of(page, head, begun, html, url)
    story_text = body[end : end + 2500]
    candidates = given_candidates(meta, clipping.meta_basis)
    candidates += html.dates
    candidates += header_candidates(page, head)
    if begun and begun.year and begun.month and begun.day:
        value = f"{begun.year:04}-{begun.month:02}-{begun.day:02}"
        candidates.append(Candidate(basis="dateline", where="in the dateline", text=value, value=value))
    candidates += url_candidates(url, clipping.path)
    published, findings = published_of(candidates, evidence_of(candidates, begun, story_text, url, month_first))

    language = meta.get("language") or _language(html.language, body)
    if not language.startswith("en") and not meta.get("language"):
        name = NAMES.get(language.split("-")[0], language)
        findings.append(Finding(code="N104", message=f"not parsed: looks like {name}", remedy="write language in the sidecar if it is English"))  # fmt: skip
    if len(reading.lines) > MOST_LINES:
        findings.append(Finding(code="W109", message=f"more than {MOST_LINES} lines; the rest was not read", remedy="split the file", start=reading.lines[MOST_LINES].start))  # fmt: skip
    if not body:
        findings.append(Finding(code="W105", message="no story is left once the furniture is cut", remedy="see what was cut with sitegen explain"))  # fmt: skip
    if odd := REPORTED.search(clipping.text, clipping.body_start):
        findings.append(Finding(code="W107", message="control or bidirectional characters were left out", start=odd.start()))  # fmt: skip

    cuts = _cuts(page, trims)
    title_line = page.lines[head.title] if head.title is not None else None
    title = meta.get("title") or _title(html, title_line)
    return Article(
        id=clipping.id,
        path=clipping.path,
        title=title,
        title_span=(title_line.start, title_line.end)
        if title_line and title and title_line.text.startswith(title)
        else html.title_span,
        publisher=meta.get("publisher") or outlet,
        author=meta.get("author") or html.author or head.author or _signed(clipping, cuts, story),
        url=url,
        language=language,
        published=published,
        dateline=Dateline(place=begun.place, date=dateline_day(begun, published)) if begun and begun.place else None,
        dateline_end=end,
        body=body,
        paragraphs=tuple(spans),
        sentences=_sentences(body, story, spans, end),
        captions=tuple(span for i, span in zip(story, spans, strict=True) if i[1] == "caption"),
        headings=tuple(span for i, span in zip(story, spans, strict=True) if i[1] == "heading"),
        rights=meta.get("rights", "excerpt"),
        extra=clipping.extra,
        offsets=offsets,
        cuts=cuts,
        findings=tuple(findings),
    )


def file_offset(article: Article, offset: int) -> int:
    """Where the body's code point `offset` stands in `Clipping.text`; 0 for an empty body."""
    if not article.offsets:
        return 0
    index = max(bisect_right(article.offsets, (offset, 1 << 60)) - 1, 0)
    body, file = article.offsets[index]
    return file + offset - body


def _restore(page: Page, head: Head) -> Head:
    """A clipping that is all head: what was taken for a headline is all the story there is."""
    for index, cut in enumerate(page.cut):
        if cut and cut[0] in ("headline", "header", "tail") and page.cues[index] is None and page.words[index] >= 4:
            page.cut[index] = None
    kept = head.title is None or page.cut[head.title] is not None
    return head if kept else replace(head, title=None)


def _title(html: PageMeta, line: Line | None) -> str | None:
    """The page's own headline where it is marked as such, else what its head states, else the headline's line."""
    if line is not None and (line.level == 1 or not html.title):
        return TAG.sub("", without_outlet(line.text))
    return html.title


def _read(clipping: Clipping) -> Reading:
    """The clipping's lines by its format; the readers of marked-up formats are loaded only when needed."""
    if clipping.format == "html":
        from sitegen.articles.html import html_reading

        return html_reading(clipping.text, clipping.body_start)
    if clipping.format == "md":
        from sitegen.articles.markdown import markdown_reading

        return markdown_reading(clipping.text, clipping.body_start)
    return Reading(lines=plain_lines(clipping.text, clipping.body_start), meta=PageMeta(), is_flowing=True)


def _unwrap(page: Page) -> Page:
    """The page with its wrapped lines joined; what the joining made anew is looked at again."""
    lines = page.lines

    def is_apart(index: int, wrapped: bool) -> bool:
        if page.cut[index] is not None:
            # A row of the boilerplate table may fit the middle of a wrapped sentence by chance.
            before = index - 1
            return not wrapped or lines[index].gap or index == 0 or page.cut[before] is not None or is_terminal(lines[before].text)  # fmt: skip
        text = lines[index].text
        return not page.prose[index] and len(text) < 120 and (page.stamp(index) is not None or byline(text) is not None)

    joined = unwrapped(lines, is_apart)
    if len(joined) == len(lines):
        return page
    again = Page(joined, page.source)
    mark_cues(again)
    return again


#: A stamp is glued to a headline or a story's first words, so only near the top.
_TOP = 14


def _apart(lines: list[Line]) -> tuple[list[Line], list[Cut]]:
    """What is glued together taken apart: stamps before headlines, end marks behind sentences."""
    out: list[Line] = []
    cuts: list[Cut] = []
    marks = marks_in("\n".join([line.text for line in lines]))
    for index, line in enumerate(lines):
        line, removed = without_suffix(line, marks)
        cuts += removed
        if index < _TOP and not line.step:
            out += split_stamp(line, index)
        elif line.text:
            out.append(line)
    return out, cuts


def _story(page: Page, cuts: list[Cut]) -> list[tuple[Line, str]]:
    """The story's lines with their roles; the last ones without their agency's sign."""
    story: list[tuple[Line, str]] = []
    kept = page.kept()
    for position, index in enumerate(kept):
        line, role = page.lines[index], page.role[index] or page.lines[index].kind
        if position >= len(kept) - 2 and role != "caption":
            line, removed = without_sign(line)
            cuts += removed
        story.append((line, "" if role == "line" else role))
    return story


def _body(story: list[tuple[Line, str]]) -> tuple[str, tuple[tuple[int, int], ...], list[tuple[int, int]]]:
    pieces: list[str] = []
    offsets: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for line, _ in story:
        if length:
            length += 2
        offsets += [(place + length, file) for place, file in line.runs]
        spans.append((length, length + len(line.text)))
        length += len(line.text)
        pieces.append(line.text)
    return "\n\n".join(pieces), tuple(offsets), spans


def _opening_paragraph(story: list[tuple[Line, str]]) -> list[int]:
    """The paragraphs that may carry the dateline: the first three that are no caption or heading."""
    return [i for i, (_, role) in enumerate(story) if role not in ("caption", "heading", "row")][:3]


def _opening(
    story: list[tuple[Line, str]], spans: list[tuple[int, int]], where: list[int]
) -> tuple[Opening | None, int]:
    """The dateline and the body offset at which the story starts after it."""
    for order, index in enumerate(where):
        text = story[index][0].text
        found = opening(text, alone=len(text) < 60 and index + 1 < len(story))
        if found and (order == 0 or found.strong or is_wire(text)):
            past = found.end >= len(text) and index + 1 < len(story)
            return found, spans[index + 1][0] if past else spans[index][0] + found.end
    return None, 0


def _sentences(
    body: str, story: list[tuple[Line, str]], spans: list[tuple[int, int]], dateline_end: int
) -> tuple[tuple[int, int], ...]:  # fmt: skip
    """The full stop of "KYIV, 14 May. - The" ends the dateline: the dash behind it is no part of the first sentence."""
    out: list[tuple[int, int]] = []
    for (_, role), (start, end) in zip(story, spans, strict=True):
        if role in ("heading", "row"):
            out.append((start, end))
        else:
            out += [
                (dateline_end if start < a < dateline_end < b else a, b) for a, b in sentence_spans(body, start, end)
            ]
    return tuple(out)


def _language(declared: str | None, body: str) -> str:
    """The body's language; what the page declares only settles which English or an unknown language it is."""
    found = language_of(body)
    if declared and declared.split("-")[0].casefold() == found:
        return declared
    return declared if declared and found == "und" else found


#: steps that cut whose story it is
_SIGNS = frozenset(("editor line", "agency tail", "tail", "copyright line"))


def _signed(clipping: Clipping, cuts: tuple[Cut, ...], story: list[tuple[Line, str]]) -> str | None:
    """The agency that the story is signed with, or that a line below it credits."""
    begins = story[0][0].start if story else 0
    return credited(clipping.text[c.start : c.end] for c in cuts if c.step in _SIGNS and c.start > begins)


def _cuts(page: Page, trims: list[Cut]) -> tuple[Cut, ...]:
    cuts = [
        Cut(start=line.start, end=line.end, step=cut[0], reason=cut[1])
        for line, cut in zip(page.lines, page.cut, strict=True)
        if cut
    ]
    return tuple(sorted((*cuts, *trims), key=lambda c: (c.start, c.end)))
