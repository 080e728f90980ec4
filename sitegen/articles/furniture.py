"""The cutting steps: each names lines of a page that are not the story, and says why; none edits text.

When unsure a line stays: a story sentence lost is worse than a menu kept. A list of other stories ends where running
text goes on with the story's own words; the foot of a page ends the story for good.
"""

from __future__ import annotations

import re

from sitegen.articles.boilerplate import SECTIONS, Cue, cue_of, hinted_in
from sitegen.articles.dateline import opening
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
    hinted = hinted_in("\n".join([line.text for line in page.lines]))
    for index, line in enumerate(page.lines):
        if page.cut[index] is not None or line.kind == "row" or _NEAR <= index < len(page) - _NEAR:
            continue
        text = line.text
        if text not in known:
            known[text] = cue_of(text, is_sentence=page.prose[index] and page.words[index] >= _SENTENCE, hinted=hinted)
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
    texts = ((i, page.lines[i].text) for i in page.kept())
    suspect = [i for i, text in texts if not text.isascii() and _FOREIGN.search(text, 0, 300)]
    if not suspect:
        return
    sample = " ".join(page.lines[i].text[:300] for i in page.kept()[:30] if page.prose[i])
    if len(_LATIN.findall(sample)) < 100 or len(_FOREIGN.findall(sample)) * 2 > len(_LATIN.findall(sample)):
        return
    for index in suspect:
        text = page.lines[index].text[:300]
        if page.stamp(index) is None and len(_FOREIGN.findall(text)) > len(_LATIN.findall(text)):
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
    index, size = 0, len(page)
    while index < size:
        run = index
        while run < size and page.cut[run] is None and (_is_short(page, run) or _is_between(page, run, index)):
            run += 1
        if run - index >= 3:
            known = sum(is_section(page.lines[i].text) for i in range(index, run))
            outside = index > last or run <= page.story
            introduced = index > 0 and page.lines[index - 1].text.endswith(":")
            if not introduced and (known * 3 >= run - index or (outside and known and run - index >= 5)):
                for i in range(index, run):
                    if page.stamp(i) is None or i >= page.story:  # a day above the story may be its own
                        page.drop(i, "navigation", "a list of section names")
        index = max(run, index + 1)


def _is_short(page: Page, index: int) -> bool:
    return page.words[index] <= 3 and not page.prose[index] and page.lines[index].kind in ("line", "item", "heading")


def _is_between(page: Page, index: int, start: int) -> bool:
    """A longer name in the middle of a list of short ones."""
    longer = page.words[index] <= 5 and not page.prose[index] and page.lines[index].kind in ("line", "item")
    return longer and index - start >= 2 and index + 1 < len(page) and page.cut[index + 1] is None and _is_short(page, index + 1)  # fmt: skip


def is_section(text: str) -> bool:
    words = [w.casefold().strip("&|,:/") for w in text.split()]
    return all(w in SECTIONS or w in ("and", "") for w in words)


def mark_captions(page: Page) -> None:
    """Captions keep their place and their words, and are told apart.

    A story bears its agency's sign at its end, a caption in front of more story.
    """
    kept = page.kept()
    for index in kept:
        if page.role[index] == "caption" and page.lines[index].kind != "caption":
            page.role[index] = ""
    prose = [i for i in kept if page.prose[i]]
    for index in prose[: max(min(len(prose) - 2, 4), 0)]:
        text = page.lines[index].text
        if len(text) < 500 and sign_start(text) is not None and opening(text) is None:
            page.role[index] = "caption"
    for index in kept:
        line = page.lines[index]
        if line.kind in ("line", "item") and page.describes_picture(index):
            page.role[index] = "caption"
