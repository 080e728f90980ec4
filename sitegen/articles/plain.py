"""Pasted text -> lines: blank lines as gaps, bullets as items, tab-separated rows as table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sitegen.articles.blocks import MOST_LINES, Kind, Line, bar, joined, plain

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BULLET = re.compile(r"\s{0,20}(?:[-*+•·▪◦●■►▶‣⁃–—o][ \t\xa0]+|[•▪●■►▶‣])(?=\S)")


#: How mail marks what it quotes.
_QUOTED = re.compile(r"(?:>[ \t]?){1,6}(?=[^\s>])")


def physical_lines(text: str, start: int) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether a blank line stands before, of every line of `text` from `start` that is not empty."""
    here = start
    for found in _LINE.finditer(text, start):
        if found[0].isspace():
            continue  # `here` stays: the break before and the one after add up to a blank line
        begin, end = found.span()
        gap = here == start or (
            begin - here > 1 and (text[here:begin] == "\n\n" or len(_BREAKS.findall(text, here, begin)) > 1)
        )
        yield begin, end, gap
        here = end


def plain_lines(text: str, start: int) -> list[Line]:
    """The lines of a pasted text from offset `start`."""
    rows = list(islice(physical_lines(text, start), MOST_LINES + 1))
    lines = []
    for index, (begin, end, gap) in enumerate(rows):
        kind: Kind = "line"
        cells = text.count("\t", begin, end)
        near = [rows[i] for i in (index - 1, index + 1) if 0 <= i < len(rows)] if cells else ()
        if cells and any(text.count("\t", a, b) == cells for a, b, _ in near) and text[begin] != "\t":
            made, runs = table_row(text, begin, end)
            kind = "row" if " | " in made else "line"
        else:
            first = text[begin]
            is_word = first.isalnum() and first != "o"  # no mark stands before it
            if not is_word and (quoted := _QUOTED.match(text, begin, end)):
                begin = quoted.end()
            bullet = None if is_word else _BULLET.match(text, begin, end)
            # "o" and a dash also open words and asides: only a marker before a word makes an item.
            if bullet and bullet.end() < end:
                kind, begin = "item", bullet.end()
            made, runs = plain(text, begin, end)
        if made and made.strip("| "):  # a line of bars is the empty frame of a table that was not copied
            lines.append(Line(text=made, runs=runs, start=begin, end=end, kind=kind, gap=gap))
    return lines


def table_row(text: str, start: int, end: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Cells parted by tabs as one text, parted by " | "."""
    pieces: list[tuple[str, int]] = []
    here = start
    for cell in text[start:end].split("\t"):
        made, runs = plain(text, here, here + len(cell))
        if made:
            if pieces:
                pieces += bar(here - 1)
            for (place, file), (after, _) in zip(runs, (*runs[1:], (len(made), 0)), strict=True):
                pieces.append((made[place:after], file))
        here += len(cell) + 1
    return joined(pieces)
