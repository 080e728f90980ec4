"""Where the story starts, and what each line above it is: headline, deck, byline, date line, or nothing of use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.articles.boilerplate import SECTIONS
from sitegen.articles.dateline import opening
from sitegen.articles.header import DateLine, byline, outlet_in, person_line, source_line
from sitegen.articles.outlets import outlet_named
from sitegen.articles.page import Page, is_terminal
from sitegen.articles.stated import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Head:
    """`dates` are (line index, what was read there); `title` a line's index."""

    title: int | None = None
    author: str | None = None
    outlet: str | None = None
    dates: tuple[tuple[int, DateLine], ...] = ()


def find_story(page: Page) -> int:
    """Index of the first line of the story that is no caption: running text, or a wire's opening."""
    caption: int | None = None
    for index in page.kept():
        line = page.lines[index]
        if page.role[index] == "caption":
            caption = index if caption is None else caption
            continue
        if not page.prose[index]:
            if (
                line.kind == "line"
                and page.words[index] >= 6
                and (o := opening(line.text))
                and o.strong
                and not page.stamp(index)
            ):
                return index
            continue
        if page.words[index] < 6 and not _prose_follows(page, index):
            continue
        if byline(line.text) or (page.words[index] < 20 and page.stamp(index)):
            continue
        if _is_headline_with_stop(page, index):
            continue
        return index
    return len(page) if caption is None else caption


def _prose_follows(page: Page, index: int) -> bool:
    return index + 1 < len(page) and page.prose[index + 1] and page.cut[index + 1] is None


def _is_headline_with_stop(page: Page, index: int) -> bool:
    """A short first sentence with a byline or stamp right below it is a headline that ends in a full stop."""
    if page.words[index] > 18 or any(page.cut[i] is None and page.words[i] >= 4 and not _is_label(page, i) for i in range(max(0, index - 30), index)):  # fmt: skip
        return False
    below = [i for i in range(index + 1, min(index + 5, len(page))) if page.cut[i] is None][:1]
    for i in below:
        if page.prose[i]:
            return False
        if page.stamp(i) or byline(page.lines[i].text) is not None:
            return True
    return False


def _is_label(page: Page, index: int) -> bool:
    text = page.lines[index].text
    return page.stamp(index) is not None or byline(text) is not None or outlet_named(text) is not None


def read_head(page: Page) -> Head:
    """Sort the lines above the story; all but headline, decks and captions are cut."""
    above = page.kept(0, page.story)
    dates: list[tuple[int, DateLine]] = []
    author: str | None = None
    outlet: str | None = None
    rest: list[int] = []
    for index in above:
        stamp = page.stamp(index)
        if page.role[index] == "caption" and not (stamp and "first" in stamp.labels):
            continue  # but "(Source: the ministry; issued May 4, 2021)" is the page's
        text = page.lines[index].text
        if stamp:
            dates.append((index, stamp))
            outlet = outlet or outlet_in(stamp.rest)
            author = author or _author_in(text)
            page.drop(index, "date line", "states a day")
        elif (named := byline(text)) is not None and page.lines[index].level != 1:
            author = author or (named or None)
            outlet = outlet or outlet_in(text)
            page.drop(index, "byline", "names who wrote it")
        elif row := outlet_named(text):
            outlet = outlet or row.name
            page.drop(index, "outlet line", "names the outlet")
        elif not ((o := opening(text, alone=True)) and o.strong and o.place):
            rest.append(index)
    title = _title_of(page, rest[:_CANDIDATES], {i + k for i, _ in dates for k in range(-2, 3)})
    first_list = next((i for i in range(title or 0, page.story) if (cue := page.cues[i]) and cue.opens), page.story)
    for index in rest:
        if index == title:
            page.drop(index, "headline", "becomes the title")
        elif page.words[index] >= _STORY_LINE:
            pass  # no menu and no label is so long: when unsure a line stays
        elif title is None or index < title:
            page.drop(index, "header", "stands above the headline")
        elif index > first_list:
            page.drop(index, "related list", "stands under a heading of other stories")
        elif (
            author is None
            and person_line(page.lines[index].text)
            and (not dates or any(abs(i - index) <= 2 for i, _ in dates[:20]))
        ):
            author = page.lines[index].text
            page.drop(index, "byline", "a name beside the date")
        elif page.lines[title].text[:60].casefold() in page.lines[index].text.casefold():
            page.drop(index, "headline", "repeats the headline")
        elif page.words[index] < 4 or re.search(r"[|>»]", page.lines[index].text):
            page.drop(index, "header", "a fragment under the headline")
        else:
            page.role[index] = "heading"
    return Head(title, author, outlet, tuple(dates))


_BY = re.compile(r"\b(?:[Bb]y|BY):? +([A-Z][\w’'.-]*(?:(?: and|,)? [A-Z][\w’'.-]*){1,6})")


def _author_in(text: str) -> str | None:
    """The name after "by" on a date line; an outlet or a desk is no name."""
    named = _BY.search(text)
    if named is None:
        return None
    words = named[1].split()
    while words and (words[-1].casefold().strip(",.") in _NO_NAME or words[-1][:3].casefold() in MONTHS):
        words.pop()
    name = " ".join(words).strip(" ,")
    return name if len(words) >= 2 and outlet_named(name) is None and byline(f"By {name}") else None


_NO_NAME = frozenset((*WEEKDAYS, "updated", "published", "posted", "and", "on"))


#: No label, menu or ticker has so many words.
_STORY_LINE = 20
#: A headline stands among the first lines above a story, or there is none.
_CANDIDATES = 60


def _title_of(page: Page, rest: list[int], near_stamp: set[int]) -> int | None:
    """The line that reads most like a headline: of headline length, near the stamp, in the story's words."""
    story = " ".join(page.lines[i].text for i in page.kept(page.story)[:6])[:2500].casefold()
    captions = [
        page.lines[i].text for i in range(page.story) if page.role[i] == "caption" or page.lines[i].text[:1] == "©"
    ]
    best: tuple[float, int] | None = None
    position = -1  # among the lines that may be headlines: labels and lists above one are none
    for index in rest:
        line = page.lines[index]
        position += page.words[index] >= 4 and line.kind != "item"
        if page.role[index] == "caption":
            continue
        words = [w.strip(".,:;!?\"“”‘’'()").casefold() for w in line.text.split()]
        words = [w for w in words if len(w) > 2]
        count = line.text.count(" ") + 1
        if not words or count > 40 or (count <= 3 and line.text.endswith(":")):
            continue  # a list of names, or a label: "Author :"
        score = 2.0 * sum(w[:6] in story for w in words) / len(words)
        score += 1.0 if 4 <= count <= 25 else -0.3 if count in (2, 3) else -1.0
        score += {1: 3.0, 2: 0.7}.get(line.level, 0.0)
        if index in near_stamp:
            score += 0.4
        if all(w.casefold() in SECTIONS for w in line.text.split()):
            score -= 2.0
        if line.kind == "item":
            score -= 1.0
        if is_terminal(line.text) and position > 0:
            score -= 0.5
        if count <= 7 and (line.text.casefold() in story or any(line.text in c for c in captions)):
            score -= 2.0  # whom the picture shows: "Anna Berg, Chilean Defence Minister"
        if any(i != index and line.text in page.lines[i].text and len(line.text) >= 20 for i in rest):
            score += 1.0  # the other is the browser's title, with the outlet behind it
        # Of equal ones the first: what follows a headline is its deck.
        score -= 0.15 * max(position, 0)
        if best is None or score > best[0]:
            best = (score, index)
    return best[1] if best and best[0] > 0 else None


def outlet_below(page: Page) -> str | None:
    """The outlet as a cut "Source: X" line anywhere names it."""
    for index, cut in enumerate(page.cut):
        if cut and cut[0] in ("editor line", "tags", "tail") and (name := source_line(page.lines[index].text)):
            return name
    return None
