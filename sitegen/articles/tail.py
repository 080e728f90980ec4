"""Below the last sentence: notes on the author, other stories' first words, fragments, headlines without a full stop."""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.articles.header import person_line
from sitegen.articles.page import Page, content_words

#: The content words of the story's first paragraphs, counted when they are asked for.
Story = Callable[[], frozenset[str]]


def cut_tail(page: Page, story: Story) -> None:
    """Below the last sentence: fragments and headlines without a full stop."""
    kept = page.kept(page.story)
    last = max((i for i in kept if page.prose[i]), default=None)
    if last is None:
        return
    if page.lines[last].text.endswith(":") and last == kept[-1] and not _overlaps(page.lines[last].text, story) and page.words[last] < 10:  # fmt: skip
        page.drop(last, "tail", "heads nothing")
        cut_tail(page, story)
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


def cut_note_on(author: str | None, page: Page) -> None:
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


def cut_teasers(page: Page, story: Story) -> None:
    """Below the story: the first words of other stories, broken off by dots; a short one between them may be whole."""
    prose = [i for i in page.kept(page.story) if page.prose[i]]
    tail: list[int] = []
    whole: list[int] = []  # one that is not broken off: another story's where a broken one stands above it too
    for index in reversed(prose):
        if _BROKEN_OFF.search(page.lines[index].text[-30:]):
            tail += [*whole, index]
            whole = []
        elif len(tail) >= 2 and not whole:
            whole = [index]
        else:
            break
    if len(prose) - len(tail) >= 2 and (len(tail) >= 2 or (tail and not _overlaps(page.lines[tail[0]].text, story))):
        for index in tail:
            page.drop(index, "related list", "the broken-off beginning of another story")


def _overlaps(text: str, story: Story) -> bool:
    own = content_words(text)
    return bool(own) and sum(w in story() for w in own) * 2 >= len(own)
