"""Lines that belong to one paragraph: text wrapped at a fixed width, and sentences broken around a link.

A break was forced by a width where the next line's first word would not have fitted; text whose breaks inside blocks
are mostly forced was wrapped. Apart from that, a line that stops in the middle of a clause goes on in the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.articles.blocks import Line, join
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


def unwrapped(lines: list[Line], is_apart: Callable[[int], bool]) -> list[Line]:
    """`lines` with the lines of a paragraph joined; `is_apart(i)` says that line i is furniture or a header line."""
    if len(lines) < 2:
        return lines
    width, ragged = _wrapping(lines, is_apart)
    out: list[Line] = []
    last = -1
    for index, line in enumerate(lines):
        if out and last == index - 1 and not is_apart(index) and not is_apart(last):
            goes_on = _joins(out[-1], lines[last], line, width) or (ragged and _runs_on(out[-1], line))
        else:
            goes_on = False
        if goes_on:
            out[-1] = join(out[-1], line)
        else:
            out.append(line)
        last = index
    return out


def _wrapping(lines: list[Line], is_apart: Callable[[int], bool]) -> tuple[int | None, bool]:
    """The width at which the text was wrapped, None if at none; and whether its lines break anywhere at all."""
    inner = [
        i for i in range(len(lines) - 1)
        if not lines[i + 1].gap and lines[i].kind in ("line", "item") and lines[i + 1].kind == "line"
        and not is_apart(i) and not is_apart(i + 1)
    ]  # fmt: skip
    lengths = sorted(len(lines[i].text) for i in inner if len(lines[i].text) <= _WIDEST)
    if len(inner) < 2 or len(lengths) < 0.8 * len(inner) or lengths[-1] < _NARROWEST:
        return None, False
    # The longest but a few: one over-long word or link must not hide the width.
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    forced = sum(_is_forced(lines[i].text, lines[i + 1].text, width) for i in inner)
    broken = sum(not is_terminal(lines[i].text) for i in inner)
    running = sum(bool(_GOES_ON.match(lines[i + 1].text)) for i in inner)
    wrapped = forced >= 0.6 * len(inner) and broken >= 0.4 * len(inner) and running * 4 >= len(inner)
    return width if wrapped else None, running >= 3 and running * 4 >= len(inner)


def _is_forced(text: str, following: str, width: int) -> bool:
    return len(text) + 1 + len(following.split(" ", 1)[0]) > width * 0.94


def _runs_on(paragraph: Line, line: Line) -> bool:
    """In a text that breaks anywhere: a line that stops without a full stop, unless it is set like a headline."""
    if line.gap or line.kind != "line" or paragraph.kind not in ("line", "item"):
        return False
    if is_terminal(paragraph.text[-60:]) or paragraph.text[-1] == ":":
        return False
    words = paragraph.text.split(" ")
    capitals = sum(w[0].isupper() for w in words)
    return len(words) > 12 or capitals * 2 <= len(words) or bool(_CLAUSE.search(paragraph.text))


_CLAUSE = re.compile(r", (?:the|a|an|which|who|where|as|and|but) ")


def _joins(paragraph: Line, last: Line, line: Line, width: int | None) -> bool:
    if paragraph.kind == "line" and line.kind == "line" and len(paragraph.text) < 90 and paragraph.text[-1] in ":–—-" and line.text.count(" ") >= 8:  # fmt: skip
        return _is_place(paragraph.text)
    if line.kind != "line" or paragraph.kind not in ("line", "item"):
        return False
    if not line.gap and width is not None and _is_forced(last.text, line.text, width):
        return True
    if is_terminal(paragraph.text[-60:]) or paragraph.text[-1] in ":;":
        return False
    words, following = paragraph.text.count(" ") + 1, line.text.count(" ") + 1
    if line.gap:
        return words >= 8 and following >= 3 and bool(_GOES_ON.match(line.text)) and paragraph.kind == "line"
    if _GOES_ON.match(line.text):
        return words + following >= 5 and (words >= 3 or following >= 3)
    if not _HANGING.search(paragraph.text[-20:]) or paragraph.kind != "line":
        return False
    return words >= 4 or following >= 2


def _is_place(text: str) -> bool:
    """ "New Delhi:" or "HANOI (Agency) –" on a line of its own: the opening of the paragraph below it."""
    found = opening(text, alone=True)
    return found is not None and found.end >= len(text) and (found.strong or text.count(" ") <= 2)
