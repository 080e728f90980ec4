"""Lines that belong to one paragraph: text wrapped at a fixed width, and sentences broken around a link.

A break was forced by a width where the next line's first word would not have fitted; text whose breaks inside blocks
are mostly forced was wrapped. Apart from that, a line that stops in the middle of a clause goes on in the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.articles.blocks import Line, one_line
from sitegen.articles.dateline import opening
from sitegen.articles.page import is_terminal

#: Mail and terminals wrap at 60 to 80; beyond 130 a line is a paragraph.
_WIDEST = 130
_NARROWEST = 36
_HANGING = re.compile(
    r"(?:^|\s)(?:the|a|an|of|in|and|by|with|to|for|on|at|from|that|which|who|or|its|his|her|their|as|between|including|under"
    r"|said|is|was|were|are|has|have|had|be|been|will|would|into|than|during|after|before)$|,$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[a-zà-öø-ÿ][\w’'-]*(?:\s|[,.;:)]|$)|[,;.)](?:\s|$)|’s\b|'s\b")


def unwrapped(lines: list[Line], is_apart: Callable[[int, bool], bool]) -> list[Line]:
    """`lines` with the lines of a paragraph joined.

    `is_apart(i, wrapped)` says that line i is furniture or a header line; it may doubt its rows more in wrapped text.
    """
    if len(lines) < 2:
        return lines
    width, ragged = _wrapping(lines)
    apart = [is_apart(i, width is not None or ragged) for i in range(len(lines))]
    groups: list[list[Line]] = []
    words = 0  # of the group so far
    for index, line in enumerate(lines):
        goes_on = False
        if index and not apart[index] and not apart[index - 1]:
            last, first = lines[index - 1], groups[-1][0]
            goes_on = _joins(first, last, line, width, words) or (ragged and _runs_on(first, last, line, words))
        if goes_on:
            groups[-1].append(line)
            words += line.text.count(" ") + 1
        else:
            groups.append([line])
            words = line.text.count(" ") + 1
    return [one_line(group) for group in groups]


def _wrapping(lines: list[Line]) -> tuple[int | None, bool]:
    """The width at which the text was wrapped, None if at none; and whether its lines break anywhere at all."""
    inner = [
        i for i in range(len(lines) - 1)
        if not lines[i + 1].gap and lines[i].kind in ("line", "item") and lines[i + 1].kind == "line"
    ]  # fmt: skip
    lengths = sorted(len(lines[i].text) for i in inner if len(lines[i].text) <= _WIDEST)
    if len(inner) < 2 or len(lengths) < 0.8 * len(inner) or lengths[-1] < _NARROWEST:
        return None, False
    # The longest but a few: one over-long word or link must not hide the width.
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    forced = sum(_is_forced(lines[i].text, lines[i + 1].text, width) for i in inner)
    broken = sum(not is_terminal(lines[i].text) for i in inner)
    running = sum(
        lines[i].text.count(" ") >= 3 and not is_terminal(lines[i].text) and bool(_GOES_ON.match(lines[i + 1].text))
        for i in inner
    )
    wrapped = forced >= 0.6 * len(inner) and broken >= 0.4 * len(inner) and running * 4 >= len(inner)
    return width if wrapped else None, running >= 3 and running * 4 >= len(inner)


def _is_forced(text: str, following: str, width: int) -> bool:
    return len(text) + 1 + len(following.split(" ", 1)[0]) > width * 0.94


def _runs_on(first: Line, last: Line, line: Line, words: int) -> bool:
    """In a text that breaks anywhere: a line that stops without a full stop, unless it is set like a headline."""
    if line.gap or line.kind != "line" or first.kind not in ("line", "item"):
        return False
    if is_terminal(last.text) or last.text[-1] in ":;" or _MARKER.match(line.text):
        return False
    if words > 12:
        return True
    parts = last.text.split(" ")
    return sum(w[0].isupper() for w in parts) * 2 <= len(parts) or bool(_CLAUSE.search(last.text))


#: "b) ", "iv. ": an item of its own.
_MARKER = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,3})[).]\s")
_CLAUSE = re.compile(r", (?:the|a|an|which|who|where|as|and|but) ")


def _joins(first: Line, last: Line, line: Line, width: int | None, words: int) -> bool:
    """Whether `line` goes on with the paragraph that `first` began, `last` ended so far and has so many `words`."""
    if line.kind != "line" or first.kind not in ("line", "item"):
        return False
    text = last.text
    if len(text) == 1 and first is last and text.isupper() and line.text[0].islower() and line.text.count(" ") >= 4:
        return True  # a drop cap
    following = line.text.count(" ") + 1
    if first is last and len(text) < 90 and text[-1] in ":–—-" and following >= 9:
        return first.kind == "line" and _is_place(text)
    if not line.gap and width is not None and _is_forced(text, line.text, width):
        return True
    if is_terminal(text) or text[-1] in ":;" or _MARKER.match(line.text):
        return False
    if line.gap:
        return words >= 8 and following >= 3 and first.kind == "line" and bool(_GOES_ON.match(line.text))
    if _GOES_ON.match(line.text):
        return words + following >= 5 and (words >= 3 or following >= 3)
    if first.kind != "line" or not _HANGING.search(text[-20:]):
        return False
    return words >= 4 or following >= 2


def _is_place(text: str) -> bool:
    """ "New Delhi:" or "HANOI (Agency) –" on a line of its own: the opening of the paragraph below it."""
    found = opening(text, alone=True)
    return found is not None and found.end >= len(text) and (found.strong or text.count(" ") <= 2)
