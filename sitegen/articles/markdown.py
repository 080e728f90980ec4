"""Markdown -> lines: markup taken off, offsets kept; headings, lists, tables, images' words as captions.

The dialect is what people write in notes: ATX and setext headings, emphasis, links, images, pipe tables, lists, quotes,
fences, footnotes, raw tags. A link's words stay, its target goes; an image gives its words, never its file's name.
"""

from __future__ import annotations

import re
from itertools import islice

from sitegen.articles.blocks import MOST_LINES, Kind, Line, bar, joined, one_line, plain
from sitegen.articles.plain import physical_lines
from sitegen.articles.reading import PageMeta, Reading

_ATX = re.compile(r"\s{0,3}(#{1,6})[ \t]+(?P<text>[^\n]*?)[ \t]*#*[ \t]*$")
_SETEXT = re.compile(r"\s{0,3}(=+|-{2,})\s*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_ITEM = re.compile(r"\s{0,12}(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\] )?")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?){1,6}")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_DEFINITION = re.compile(r"\s{0,3}\[(?!\^)[^\]\n]{1,200}\]:\s+\S")
_NOTE = re.compile(r"\s{0,3}\[\^[^\]\n]{1,60}\]:\s+")
_IMAGE_ONLY = re.compile(
    r"\s*(?:\[?!\[(?P<alt>[^\]\n]{0,500})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,200}\])(?:\]\([^)\n]{0,1000}\))?\s*)+$"
)

#: Inline markup: what of a match stays is its group `keep`, else nothing.
_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|~>-])"
    r"|!\[(?P<alt>[^\]\n]{0,500})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,200}\])?"
    r"|\[\^[^\]\n]{1,60}\]"
    r"|(?<!\])\[(?P<link>(?:[^\[\]\n\\]|\\.){1,500})\](?:\((?:[^()\n]|\([^()\n]{0,300}\)){0,1000}\)|\[[^\]\n]{0,200}\])"
    r"|<(?P<auto>https?://[^<>\s]{1,500}|[\w.+-]{1,80}@[\w.-]{1,80})>"
    r"|<!--.{0,300}?-->|</?[a-zA-Z][^<>\n]{0,500}>"
    r"|`{1,3}(?P<code>[^`\n]{1,500})`{1,3}"
    r"|(?P<strong>\*\*\*|\*\*|___|__|~~|==)(?=\S|$)|(?<=\S)(?P<strong2>\*\*\*|\*\*|___|__|~~|==)"
    r"|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_])"
    r"|&(?P<entity>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});",
    re.DOTALL,
)
_SPECIAL = re.compile(r"[\\`*_\[<&~=!]")


def markdown_reading(text: str, start: int) -> Reading:
    """The lines of a Markdown text from offset `start`; wrapped lines of a paragraph are joined."""
    lines: list[Line] = []  # the first line of each group
    groups: list[list[Line]] = []  # the lines that make one paragraph
    rows = list(islice(physical_lines(text, start), MOST_LINES + 1))
    fenced = False
    table = False
    for index, (begin, end, gap) in enumerate(rows):
        raw = text[begin:end]
        if _FENCE.match(raw):
            fenced = not fenced
            continue
        quote = _QUOTE.match(raw) if not fenced else None
        if quote and quote[0].strip():
            begin += quote.end()
            raw = text[begin:end]
        if not raw.strip() or _DEFINITION.match(raw):
            continue
        if not fenced and "|" in raw and (table or _starts_table(text, rows, index)):
            table = not gap or not table
            made, runs = ("", ()) if _TABLE_RULE.match(raw) else _row(text, begin, end)
            if made:
                _add(lines, made, runs, begin, end, "row", True)
                groups.append([lines[-1]])
            continue
        table = False
        if not fenced and lines and not gap and _SETEXT.match(raw) and lines[-1].kind == "line":
            lines[-1] = _as_heading(one_line(groups[-1]), 1 if "=" in raw else 2)
            groups[-1] = [lines[-1]]
            continue
        if _RULE.match(raw):
            continue
        kind, level, begin = _kind_of(raw, text, begin, end)
        if kind == "heading":
            end = begin + len(re.sub(r"[ \t]#+[ \t]*$", "", text[begin:end]))
        made, runs = inline(text, begin, end)
        line_is_new = gap or kind != "line" or not lines or lines[-1].kind not in ("line", "item") or _hard_break(text, rows, index)  # fmt: skip
        if made and not line_is_new and not fenced:
            groups[-1].append(Line(text=made, runs=runs, start=begin, end=end))
        elif made:
            _add(lines, made, runs, begin, end, kind, gap or kind != "line", level)
            groups.append([lines[-1]])
    return Reading(lines=[one_line(group) for group in groups], meta=PageMeta())


def _add(
    lines: list[Line], made: str, runs: tuple[tuple[int, int], ...], start: int, end: int, kind: Kind, gap: bool, level: int = 0
) -> None:  # fmt: skip
    if made:
        lines.append(Line(text=made, runs=runs, start=start, end=end, kind=kind, gap=gap, level=level))


def _as_heading(line: Line, level: int) -> Line:
    return Line(text=line.text, runs=line.runs, start=line.start, end=line.end, kind="heading", gap=True, level=level)


def _hard_break(text: str, rows: list[tuple[int, int, bool]], index: int) -> bool:
    """Two blanks or a backslash at the end of the line before."""
    begin, end, _ = rows[index - 1]
    return (index > 0 and text[max(begin, end - 2) : end] in ("  ",)) or (index > 0 and text[end - 1] == "\\")


def _kind_of(raw: str, text: str, begin: int, end: int) -> tuple[Kind, int, int]:
    if atx := _ATX.match(raw):
        return "heading", len(atx[1]), begin + atx.start("text")
    if _IMAGE_ONLY.match(raw):
        return "caption", 0, begin
    if note := _NOTE.match(raw):
        return "item", 0, begin + note.end()
    if item := _ITEM.match(raw):
        numbered = item[0].strip()[:1].isdigit()
        return "item", 0, begin if numbered else begin + item.end()
    return "line", 0, begin


def _starts_table(text: str, rows: list[tuple[int, int, bool]], index: int) -> bool:
    if index + 1 >= len(rows) or rows[index + 1][2]:
        return False
    begin, end, _ = rows[index + 1]
    return bool(_TABLE_RULE.match(text[begin:end])) and "-" in text[begin:end]


def _row(text: str, start: int, end: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A table row's cells as one text, parted by " | "."""
    pieces: list[tuple[str, int]] = []
    here = start
    for cell in re.split(r"(?<!\\)\|", text[start:end]):
        made, runs = inline(text, here, here + len(cell))
        if made:
            if pieces:
                pieces += bar(here - 1)
            for (place, file), (after, _) in zip(runs, (*runs[1:], (len(made), 0)), strict=True):
                pieces.append((made[place:after], file))
        here += len(cell) + 1
    return joined(pieces)


def inline(text: str, start: int, end: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """`text[start:end]` without inline markup, made plain."""
    if not _SPECIAL.search(text, start, end):
        return plain(text, start, end)
    return joined(_pieces(text, start, end, 0))


def _pieces(text: str, start: int, end: int, depth: int) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = []
    here = start
    for m in _INLINE.finditer(text, start, end):
        _plain_piece(out, text, here, m.start())
        here = m.end()
        if m["escaped"]:
            out.append((m["escaped"], m.start("escaped")))
        elif m["entity"]:
            # Loaded only for the rare text that has one: the table of entities is long.
            from html import unescape

            value = unescape(m[0])
            out.append((" " if value.isspace() else value, m.start()))
        else:
            for name in ("alt", "link", "auto", "code"):
                if m[name] and depth < 4:
                    out += _pieces(text, m.start(name), m.end(name), depth + 1) if name in ("alt", "link") else [(m[name], m.start(name))]  # fmt: skip
    _plain_piece(out, text, here, end)
    return out


def _plain_piece(out: list[tuple[str, int]], text: str, start: int, end: int) -> None:
    """The stretch between two marks; blanks at its edges stay, since words meet there."""
    if start >= end:
        return
    made, runs = plain(text, start, end)
    if text[start].isspace():
        out.append((" ", start))
    for (place, file), (after, _) in zip(runs, (*runs[1:], (len(made), 0)), strict=False):
        out.append((made[place:after], file))
    if made and text[end - 1].isspace():
        out.append((" ", end - 1))
