"""After the story's start: lists of other stories, late bylines and stamps, the page's foot.

A list of other stories ends where running text goes on with the story's own words; the foot of a page ends the story for good.
"""

from __future__ import annotations

from functools import cache

from sitegen.articles.dateline import opening
from sitegen.articles.furniture import is_section
from sitegen.articles.header import byline
from sitegen.articles.page import Page, content_words
from sitegen.articles.tail import cut_note_on, cut_tail, cut_teasers


def cut_inside(page: Page, author: str | None, title: str | None) -> None:
    """After the story's start: lists of other stories, late bylines and stamps, the page's foot."""
    told = [page.lines[i].text[:2000] for i in page.kept(page.story)[:12] if page.prose[i]]
    story = cache(lambda: frozenset(content_words(" ".join(told))))  # few pages need it
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
    cut_note_on(author, page)
    cut_teasers(page, story)
    cut_tail(page, story)


def _cut_heads(page: Page, opener: int) -> int:
    """The headlines right below "Read more": lines that are no sentences, a handful at most."""
    index = opener + 1
    while index < min(opener + 7, len(page)) and not page.prose[index] and page.words[index] <= 20:
        if (cue := page.cues[index]) and cue.opens in ("list", "foot"):
            break
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
    return set(content_words(" ".join(texts)))


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
    own = content_words(page.lines[index].text)
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
    own = content_words(page.lines[index].text)
    shared = sum(w in told for w in own) / len(own) if own else 0.0
    return len(long_ones) >= 3 and shared >= 0.2 and index - opener <= 6


def _cut_stray(page: Page, index: int, proses: int) -> None:
    """A line between paragraphs that is no sentence: byline, stamp, credit; else it stays as a heading or a fragment."""
    text = page.lines[index].text
    if page.lines[index].kind == "row" or (proses == 0 and (o := opening(text, alone=True)) and o.strong and o.place):
        return
    if (stamp := page.stamp(index)) and (proses <= 2 or any(stamp.labels)):
        page.drop(index, "date line", "a stamp between the paragraphs")
    elif byline(text) is not None:
        page.drop(index, "byline", "names who wrote it")
    elif proses <= 1 and is_section(text):
        page.drop(index, "navigation", "a section's name")
    elif page.lines[index].kind == "line" and page.words[index] <= 14 and text[0].isupper() and _leads(page, index):
        page.role[index] = "heading"


def _leads(page: Page, index: int) -> bool:
    """Whether running text follows right below."""
    following = next((i for i in range(index + 1, min(index + 12, len(page))) if page.cut[i] is None), None)
    return following is not None and page.prose[following] and page.role[following] != "caption"
