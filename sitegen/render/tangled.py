"""Prose that Python-Markdown would be long about: it looks from each open bracket to the end of the paragraph, and reads the rest
of a block anew for each heading or definition in it. Such a text is printed as it was typed, which no page written by a person is."""

from __future__ import annotations

import re
from collections import Counter

MOST = 100_000  # characters of one text
_STEPS = 2_000_000  # marks of a block times its characters: some tenths of a second
_REPEATED = 250_000  # squares of how often each footnote is cited
_CELLS = 50_000  # of a table: each row is filled up to its widest one
_DEFINED = 200  # abbreviations: each is looked for in all of the text

#: A line that begins with a hundred marks and blanks of quotations and lists: twenty-five lists within one another.
_DEEP = re.compile(r"^[ \t>*+-]{100}", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")
#: What begins a search to the block's end: brackets, escapes, and lines that begin with anything but a letter, a blank or a quotation's mark.
_MARK = re.compile(r"[\[\]\\<]|^[^\w\s>]", re.MULTILINE)
_CITED = re.compile(r"\[\^([^\]\n]{1,80})\]")
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[", re.MULTILINE)
#: How a list's items, a table's rows or definitions begin: each of them is read alone.
_ITEM = re.compile(
    r"[ \t]*(?:(?P<bullet>[*+-])[ \t]+[^\s*+-]|(?P<number>[0-9]{1,9}\.)[ \t]|(?P<row>\|)|(?P<definition>\[[^\]\n]{1,80}\]:[ \t]*[^\s<]))"
)


def tangled(text: str) -> bool:
    """Whether `text` is to be printed as it was typed."""
    if len(text) > MOST or _DEEP.search(text) is not None:
        return True
    if len(_ABBREVIATION.findall(text)) > _DEFINED:
        return True
    if sum(n * n for n in Counter(_CITED.findall(text)).values()) > _REPEATED:
        return True
    blocks = _BLANK.split(text)
    if any(_cells(block) > _CELLS for block in blocks):
        return True
    return sum(_steps(piece) for block in blocks for piece in _pieces(block)) > _STEPS


def _cells(block: str) -> int:
    lines = block.split("\n")
    return max(line.count("|") for line in lines) * len(lines)


def _steps(piece: str) -> int:
    return len(_MARK.findall(piece)) * len(piece)


def _pieces(block: str) -> list[str]:
    """The items of a list, the rows of a table; else the whole block. A line of another kind belongs to the one before."""
    first = _ITEM.match(block)
    if first is None:
        return [block]
    kind, pieces = first.lastgroup, [""]
    for line in block.split("\n"):
        item = _ITEM.match(line)
        if item is not None and item.lastgroup == kind:
            pieces.append(line)
        else:
            pieces[-1] += "\n" + line
    return pieces
