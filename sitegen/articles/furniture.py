"""The cutting steps: each names lines of a page that are not the story, and says why; none edits text.

When unsure a line stays: a story sentence lost is worse than a menu kept. A list of other stories ends where running
text goes on with the story's own words; the foot of a page ends the story for good.
"""

from __future__ import annotations

import re

from sitegen.articles.boilerplate import SECTIONS, Cue, cue_of
from sitegen.articles.captions import is_caption
from sitegen.articles.dateline import opening
from sitegen.articles.header import byline, person_line
from sitegen.articles.page import Page, is_terminal
from sitegen.articles.stated import stamps
from sitegen.articles.trim import sign_start

_CELLS = re.compile(r"\s*[|•·»›>→¦]+\s*|\s+/\s+|\s{2,}|\t+")
_SEPARATED = re.compile(r"[|•·»›>→¦/\t]|\s\s")
_ARROWS = re.compile(r"[»›>→]")


#: Rows whose lines hold no stamp of the page, whatever date stands in them.
_NO_STAMP = frozenset(
    (
        "copyright line",
        "cookie notice",
        "comment form",
        "advertisement",
        "subscribe line",
        "address line",
        "reader notice",
    )
)


#: No page has so many lines above or below its story: a file of more is a list, and only its ends are looked at.
_NEAR = 5_000
#: From so many words on, a line with a sentence's end is running text for the boilerplate table.
_SENTENCE = 9


def mark_cues(page: Page) -> None:
    """Lines that a row of the boilerplate table describes, and menus."""
    known: dict[str, Cue | None] = {}  # pages repeat their lines
    for index, line in enumerate(page.lines):
        if page.cut[index] is not None or line.kind == "row" or _NEAR <= index < len(page) - _NEAR:
            continue
        text = line.text
        if text not in known:
            known[text] = cue_of(text, is_sentence=page.prose[index] and page.words[index] >= _SENTENCE)
        cue = known[text]
        if cue and line.kind == "caption" and cue.step in ("photo credit", "editor line"):
            continue
        if cue and cue.step not in _NO_STAMP and page.stamp(index):
            continue
        if cue:
            page.cues[index] = cue
            page.drop(index, cue.step, f'reads like "{cue.examples[0]}"')
        elif not (page.prose[index] and page.words[index] >= _SENTENCE) and is_menu(line.text, page.raw(index)):
            page.drop(index, "navigation", "a row of section names")


def is_menu(text: str, raw: str) -> bool:
    """A row of short names parted by bars, arrows or wide blanks, or of nothing but section names."""
    if len(text) > 2000:
        return False
    tokens = [w.casefold().strip("|•·»›>/,:&") for w in text.split()]
    tokens = [w for w in tokens if w]
    known = sum(w in SECTIONS for w in tokens)
    if len(tokens) >= 2 and known == len(tokens) and text[:1].isupper() and not is_terminal(text):
        return True
    if (
        len(tokens) >= 6
        and tokens[0] == "home"
        and not any(w[0].islower() for w in text.split())
        and not is_terminal(text)
    ):
        return True
    if not _SEPARATED.search(raw):
        return False
    cells = [c.strip() for c in _CELLS.split(raw) if c.strip()]
    if len(cells) < 2 or is_terminal(text):
        return False
    if text.count("•") >= 3 and sum(c.count(" ") >= 2 for c in cells) >= 3:
        return True  # a ticker: headlines in a row
    if any(c.count(" ") > 4 for c in cells):
        return False
    if any(len(c) > 40 for c in cells) or stamps(text):
        return False
    if len(cells) == 2:
        return bool(_ARROWS.search(text)) and all(c.count(" ") <= 2 for c in cells)
    return known >= 1 or bool(_ARROWS.search(text)) or len(cells) >= 5


_FOREIGN = re.compile(r"[\u0370-\u1fff\u3040-\ud7af]")
_LATIN = re.compile(r"[A-Za-z]")


def cut_other_scripts(page: Page) -> None:
    """On an English page, lines in another script: switches of language, a site's own words."""
    sample = " ".join(page.lines[i].text[:300] for i in page.kept()[:30] if page.prose[i])
    if len(_LATIN.findall(sample)) < 100 or len(_FOREIGN.findall(sample)) * 2 > len(_LATIN.findall(sample)):
        return
    for index in page.kept():
        text = page.lines[index].text[:300]
        if not text.isascii() and page.stamp(index) is None and len(_FOREIGN.findall(text)) > len(_LATIN.findall(text)):
            page.drop(index, "other language", "in another script than the story")


def cut_repeats(page: Page) -> None:
    """A paragraph that stands word for word above: decks and captions are often printed twice."""
    seen: set[str] = set()
    for index in page.kept():
        text = page.lines[index].text
        if page.words[index] >= 8 and text in seen:
            page.drop(index, "repeated", "stands word for word above")
        seen.add(text)


def cut_menus_of_lines(page: Page) -> None:
    """Runs of short lines around the story, and inside it where one of them names a section."""
    last = max((i for i in page.kept() if page.prose[i]), default=-1)
    index = 0
    while index < len(page):
        run = index
        while run < len(page) and page.cut[run] is None and _is_short(page, run):
            run += 1
        if run - index >= 3:
            known = sum(_is_section(page.lines[i].text) for i in range(index, run))
            outside = index > last or run <= page.story
            introduced = index > 0 and page.lines[index - 1].text.endswith(":")
            if not introduced and (known * 3 >= run - index or (outside and known and run - index >= 5)):
                for i in range(index, run):
                    page.drop(i, "navigation", "a list of section names")
        index = max(run, index + 1)


def _is_short(page: Page, index: int) -> bool:
    return page.words[index] <= 3 and not page.prose[index] and page.lines[index].kind in ("line", "item", "heading")


def _is_section(text: str) -> bool:
    words = [w.casefold().strip("&|,:/") for w in text.split()]
    return all(w in SECTIONS or w in ("and", "") for w in words)


def cut_inside(page: Page, author: str | None, title: str | None) -> None:
    """After the story's start: lists of other stories, late bylines and stamps, the page's foot."""
    story = set(_content(" ".join(page.lines[i].text[:2000] for i in page.kept(page.story)[:12] if page.prose[i])))
    index = page.story
    proses = 0
    while index < len(page):
        cue = page.cues[index]
        if page.cut[index] is not None:
            # The head's own tools may name comments and lists; they open nothing while the story has hardly begun.
            if cue and cue.opens == "heads":
                index = _cut_heads(page, index)
                continue
            if cue and cue.opens in ("list", "foot") and (proses >= 1 or cue.opens == "list"):
                index = _cut_list(page, index, cue.opens, cue.step, proses)
                continue
            index += 1
            continue
        if title and page.words[index] <= 40 and page.lines[index].text.casefold() == title.casefold():
            page.drop(index, "headline", "repeats the headline")
        elif page.prose[index]:
            proses += 1
        elif page.role[index] != "caption":
            _cut_stray(page, index, proses)
        index += 1
    _cut_note_on(author, page)
    _cut_teasers(page, story)
    _cut_tail(page, story)


def _cut_heads(page: Page, opener: int) -> int:
    """The headlines right below "Read more": lines that are no sentences, a handful at most."""
    index = opener + 1
    while index < min(opener + 7, len(page)) and not page.prose[index] and page.words[index] <= 20:
        if page.lines[index].kind in ("line", "item") and page.role[index] != "caption":
            page.drop(index, "also read", f'stands under "{page.lines[opener].text[:40]}"')
        elif page.cut[index] is None:
            break
        index += 1
    return index


def _cut_list(page: Page, opener: int, opens: str, step: str, proses: int) -> int:
    """Cut what the opener heads, up to where the story resumes; gives the next line to look at."""
    index = opener + 1
    told = _told(page, opener)
    while index < len(page):
        if opens == "list" and page.cut[index] is None and _resumes(page, index, opener, told):
            return index
        cue = page.cues[index]
        if cue and cue.opens == "end" and opens == "list":
            return index + 1
        if cue and cue.opens == "foot":
            opens = "foot" if proses >= 2 or not _story_follows(page, index) else opens
        if opens == "foot" and page.cut[index] is None and _is_after_all_story(page, index, opener, told):
            return index
        page.drop(index, step, f'stands under "{page.lines[opener].text[:40]}"')
        index += 1
    return index


def _told(page: Page, opener: int) -> set[str]:
    """The content words of the story's last paragraphs above the opener."""
    texts: list[str] = []
    size = 0
    for index in range(opener - 1, max(page.story, opener - 200) - 1, -1):
        if page.cut[index] is None:
            texts.append(page.lines[index].text[:2000])
            size += len(texts[-1])
            if size > 4000:
                break
    return set(_content(" ".join(texts)))


def _story_follows(page: Page, index: int) -> bool:
    """Whether a good deal of running text stands below, near enough."""
    words = 0
    for i in range(index, min(index + 60, len(page))):
        if page.cut[i] is None and page.prose[i]:
            words += page.words[i]
            if words > 120:
                return True
    return False


def _resumes(page: Page, index: int, opener: int, told: set[str]) -> bool:
    """Running text under a list belongs to the story if it speaks of the same, or goes on for paragraphs."""
    if not page.prose[index] or (page.lines[index].kind == "item" and page.words[index] < 15):
        return False
    words = page.words[index]
    previous = index - 1
    headline_above = previous > opener and not page.prose[previous] and page.words[previous] >= 4
    following = index + 1 < len(page) and page.prose[index + 1] and page.cut[index + 1] is None
    own = _content(page.lines[index].text)
    shared = sum(w in told for w in own) / len(own) if own else 0.0
    # A teaser stands alone under its headline; a story's paragraphs follow each other.
    if following and words >= 8 and (page.words[index + 1] >= 12 or not headline_above):
        return shared >= 0.15 or not told or page.words[index + 1] + words >= 40
    if words >= 12 and shared >= (0.4 if headline_above else 0.2):
        return True
    return not headline_above and words >= 25


def _is_after_all_story(page: Page, index: int, opener: int, told: set[str]) -> bool:
    """Only a long run of the story's own words survives below a foot: a comment box above the text, not under it."""
    if not page.prose[index] or page.words[index] < 20:
        return False
    long_ones = [i for i in range(index, min(index + 4, len(page))) if page.prose[i] and page.words[i] >= 15]
    own = _content(page.lines[index].text)
    shared = sum(w in told for w in own) / len(own) if own else 0.0
    return len(long_ones) >= 3 and shared >= 0.2 and index - opener <= 6


_WORD = re.compile(r"[^\W\d_]{4,}")


def _content(text: str) -> list[str]:
    """Words of four letters and more, cut to six, so that inflections meet."""
    return [w[:6].casefold() for w in _WORD.findall(text)]


def _cut_stray(page: Page, index: int, proses: int) -> None:
    """A line between paragraphs that is no sentence: byline, stamp, credit; else it stays as a heading or a fragment."""
    text = page.lines[index].text
    if page.lines[index].kind == "row" or (proses == 0 and (o := opening(text, alone=True)) and o.strong and o.place):
        return
    if (stamp := page.stamp(index)) and (proses <= 2 or any(stamp.labels)):
        page.drop(index, "date line", "a stamp between the paragraphs")
    elif byline(text) is not None:
        page.drop(index, "byline", "names who wrote it")
    elif proses <= 1 and _is_section(text):
        page.drop(index, "navigation", "a section's name")
    elif page.lines[index].kind == "line" and page.words[index] <= 14 and text[0].isupper() and _leads(page, index):
        page.role[index] = "heading"


def _cut_tail(page: Page, story: set[str]) -> None:
    """Below the last sentence: fragments and headlines without a full stop."""
    kept = page.kept(page.story)
    last = max((i for i in kept if page.prose[i]), default=None)
    if last is None:
        return
    if page.lines[last].text.endswith(":") and last == kept[-1] and not _overlaps(page.lines[last].text, story) and page.words[last] < 10:  # fmt: skip
        page.drop(last, "tail", "heads nothing")
        _cut_tail(page, story)
        return
    tail = [i for i in kept if i > last]
    introduced = page.lines[last].text.endswith(":")
    alone = sum(page.words[i] >= 5 for i in tail) == 1
    below: int | None = None  # the kept line right below, since a heading stays with what it heads
    for index in reversed(tail):
        line = page.lines[index]
        words = page.words[index]
        if line.kind == "row" or (introduced and line.kind in ("item", "line")) or page.role[index] == "caption":
            below = index
        elif alone and words >= 12 and _runs(line.text):
            below = index  # a sentence that lost its full stop
        elif below is not None and words <= 12 and line.kind != "item":
            page.role[index] = "heading"
            below = index
        elif line.kind == "heading":
            page.drop(index, "empty heading", "a heading with nothing under it")
        elif words <= 3 or page.stamp(index) is not None:
            page.drop(index, "tail", "a fragment below the last sentence")
        elif (len(tail) > 1 or words <= 7) and line.kind != "item" and words <= 22:
            page.drop(index, "tail", "headlines below the last sentence" if len(tail) > 1 else "a fragment below the last sentence")  # fmt: skip
        elif line.kind == "item" and len(tail) > 1 and not _overlaps(line.text, story):
            page.drop(index, "tail", "a list below the last sentence")


def _runs(text: str) -> bool:
    """Whether most words are in lower case, as in a sentence and not in a headline."""
    words = text.split(" ")
    return sum(w[0].islower() for w in words) * 20 >= len(words) * 11


def _leads(page: Page, index: int) -> bool:
    """Whether running text follows right below."""
    following = next((i for i in range(index + 1, min(index + 12, len(page))) if page.cut[i] is None), None)
    return following is not None and page.prose[following] and page.role[following] != "caption"


def _cut_note_on(author: str | None, page: Page) -> None:
    """The note on the author below the story, and what stands under it."""
    kept = page.kept(page.story)
    if len(kept) <= 3:
        return
    for position in range(max(2, len(kept) - 8), len(kept)):
        index = kept[position]
        text = page.lines[index].text.removeprefix("About ")
        known = author if author and " " in author else None
        noted = known is not None and text.startswith(known) and (text == known or _IS_WHO.match(text, len(known)))
        named = person_line(text) and position + 1 < len(kept) and _is_note(page.lines[kept[position + 1]].text, text)
        if noted or named:
            for i in kept[position:]:
                page.drop(i, "author's note", "says who the author is, or stands under that")
            return


def _is_note(text: str, name: str) -> bool:
    """Whether a line speaks of the person named above it as a writer."""
    first = name.split(" ", 1)[0]
    return text.startswith(first) and bool(_WRITES.search(text[:400]))


_WRITES = re.compile(
    r"\b(?:journalist|reporter|correspondent|writer|columnist|editor|covers|covering|writes|reports|author)\b"
)
_IS_WHO = re.compile(r",? (?:is|was|has|covers|reports|writes|joined|works|contributes|teaches|holds|\()\b")


_BROKEN_OFF = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s?(?:\(?(?:read )?more\)?|continue reading|read on)?$", re.IGNORECASE
)


def _cut_teasers(page: Page, story: set[str]) -> None:
    """Below the story: the first words of other stories, broken off by dots."""
    prose = [i for i in page.kept(page.story) if page.prose[i]]
    tail: list[int] = []
    for index in reversed(prose):
        if not _BROKEN_OFF.search(page.lines[index].text[-30:]):
            break
        tail.append(index)
    if len(prose) - len(tail) >= 2 and (len(tail) >= 2 or (tail and not _overlaps(page.lines[tail[0]].text, story))):
        for index in tail:
            page.drop(index, "related list", "the broken-off beginning of another story")


def _overlaps(text: str, story: set[str]) -> bool:
    own = _content(text)
    return bool(own) and sum(w in story for w in own) * 2 >= len(own)


def mark_captions(page: Page) -> None:
    """Captions keep their place and their words, and are told apart.

    A story bears its agency's sign at its end, a caption in front of more story.
    """
    for index in page.kept():
        if page.role[index] == "caption" and page.lines[index].kind != "caption":
            page.role[index] = ""
    prose = [i for i in page.kept() if page.prose[i]]
    for position, index in enumerate(prose):
        text = page.lines[index].text
        if (
            position < min(len(prose) - 2, 4)
            and len(text) < 500
            and sign_start(text) is not None
            and opening(text) is None
        ):
            page.role[index] = "caption"
    for index in page.kept():
        line = page.lines[index]
        if line.kind in ("line", "item") and is_caption(line.text):
            page.role[index] = "caption"
