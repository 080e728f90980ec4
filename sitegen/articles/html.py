"""A saved page -> lines: text with its place in the file, and what the markup says of each block.

Structure is believed where it is unmistakable (nav, footer, forms, hidden parts, lists of links) and where class names
say so, unless a part so named holds most of the page's text. All else goes through the same steps as pasted text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from sitegen.articles.blocks import MOST_LINES, Kind, Line, bar, joined
from sitegen.articles.html_meta import MetaReader
from sitegen.articles.html_structure import BLOCKS, VOID, furniture_of, may_be_story, names_of
from sitegen.articles.html_tokens import Token, attributes, text_pieces, tokens
from sitegen.articles.page import is_prose
from sitegen.articles.reading import Reading

#: A part whose class looks like furniture but which holds this share of the running text is the story's frame.
_FRAME_SHARE = 0.3
#: An element that is the story's own holds at least this share of the running text.
_STORY_SHARE = 0.4


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class _Element:
    name: str
    number: int
    cut: int  # number of the element that is furniture and holds this one; 0: none
    story: tuple[int, ...]  # numbers of the enclosing elements that may be the story's own
    kind: Kind = "line"


@dataclass(slots=True)
class _Block:
    pieces: list[tuple[str, int]] = field(default_factory=list)
    linked: int = 0
    size: int = 0


class _Builder:
    """Walks the tokens once; `lines` come out with the element that cut them, decided at the end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.meta = MetaReader()
        self.stack: list[_Element] = [_Element("", 0, 0, ())]
        self.block = _Block()
        self.lines: list[tuple[Line, int, tuple[int, ...], bool]] = []
        self.reasons: dict[int, tuple[str, str, bool]] = {}  # number -> step, reason, whether only a class name says so
        self.count = 0
        self.anchors = 0
        self.gap = True
        self.cells: list[list[tuple[str, int]]] | None = None
        self.layout = False

    # --- tokens ---

    def feed(self, token: Token) -> None:
        if token.kind == "text":
            self._text(token)
        elif token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token)
        else:
            self.meta.script(token.data, token.start)

    def _text(self, token: Token) -> None:
        if self.stack[-1].name == "pre" and "\n" in self.text[token.start : token.end]:
            here = token.start
            for part in self.text[token.start : token.end].splitlines(keepends=True):
                self._add(text_pieces(self.text, here, here + len(part)))
                here += len(part)
                if part.endswith(("\n", "\r")):
                    self._flush(False)
            return
        self._add(text_pieces(self.text, token.start, token.end))

    def _add(self, pieces: list[tuple[str, int]]) -> None:
        size = sum(len(piece.strip()) for piece, _ in pieces)
        self.block.pieces += pieces
        self.block.size += size
        if self.anchors:
            self.block.linked += size

    def _open(self, token: Token) -> None:
        name = token.name
        values = attributes(token.data) if token.data.strip() else {}
        if name == "meta":
            self.meta.meta(values, token.start)
        elif name == "link":
            self.meta.link(values)
        elif name == "time":
            if not self.stack[-1].cut:
                self.meta.time(values, token.start)
        elif name == "html":
            self.meta.language = values.get("lang") or values.get("xml:lang")
        elif name == "br":
            self._flush(not self.block.size)
        elif name == "a":
            self.anchors = 1
        if name in VOID:
            if name == "hr":
                self._flush(True)
            return
        if name in BLOCKS:
            self._close_implied(name)
            if name in ("td", "th"):
                self.layout = self.layout or (self.cells is None and self.block.size > 0)
            elif self.cells is not None and self._in_cell() and name not in ("tr", "tbody", "thead", "tfoot"):
                self.layout = self.layout or self.block.size > 0 or name in ("table", "h1", "h2", "ul", "ol")
            if name == "tr":
                self._flush(True)
                self.cells, self.layout = [], False
            elif not (self.cells is not None and name in ("td", "th", "p", "div")):
                self._flush(True)
        self.count += 1
        parent = self.stack[-1]
        element = _Element(name, self.count, parent.cut, parent.story, parent.kind if parent.kind != "line" else "line")
        if not parent.cut and (reason := furniture_of(name, values)):
            self.reasons[self.count] = reason
            element.cut = self.count
        if may_be_story(name, values):
            element.story = (*parent.story, self.count)
        if name == "p" and parent.kind == "heading":  # a heading that was never closed
            element.kind = "line"
        if name == "figcaption" or (name in ("div", "p", "span", "figure") and names_of(values) & {"caption", "wp-caption-text", "imgcaption"}):  # fmt: skip
            element.kind = "caption"
        elif name in HEADINGS:
            element.kind = "heading"
        elif name in ("li", "dd"):
            element.kind = "item"
        elif name in ("ul", "ol", "table", "blockquote", "article", "section"):
            element.kind = "line"
        if len(self.stack) < 400:  # deeper elements count as their parent's content
            self.stack.append(element)

    def _in_cell(self) -> bool:
        return any(e.name in ("td", "th") for e in self.stack[-8:])

    def _close_implied(self, name: str) -> None:
        """A <p> ends where a block begins; list items, rows and cells where the next one does."""
        if self.stack[-1].name == "p":
            self._flush(True) if self.cells is None else None
            self.stack.pop()
        ends = {"li": ("li", ("ul", "ol")), "tr": ("tr", ("table",)), "td": ("td", ("tr", "table")), "th": ("th", ("tr", "table")), "dd": ("dd", ("dl",)), "dt": ("dd", ("dl",))}.get(name)  # fmt: skip
        if ends is None:
            return
        for position in range(len(self.stack) - 1, max(0, len(self.stack) - 12), -1):
            if self.stack[position].name in ends[1]:
                return
            if self.stack[position].name == ends[0]:
                if name in ("td", "th") and self.cells is not None:
                    self._cell()
                else:
                    self._flush(True)
                del self.stack[position:]
                return

    def _close(self, token: Token) -> None:
        name = token.name
        if name == "a":
            self.anchors = 0
        if name == "br":
            self._flush(not self.block.size)
            return
        if name in VOID:
            return
        position = next((i for i in range(len(self.stack) - 1, max(0, len(self.stack) - 60), -1) if self.stack[i].name == name), 0)  # fmt: skip
        if name in BLOCKS:
            if name in ("td", "th") and self.cells is not None:
                self._cell()
            elif name == "tr" and self.cells is not None:
                self._row()
            elif name == "title" and self.block.size:
                made, runs = joined(self.block.pieces)
                if made and self.meta.title is None:
                    self.meta.title = (made, runs[0][1], token.start)
                self.block = _Block()
            elif not (self.cells is not None and name in ("p", "div") and self._in_cell() and not self.layout):
                self._flush(True)
            elif self.block.size:
                self.block.pieces.append((" ", token.start))
        if position:
            del self.stack[position:]

    # --- lines ---

    def _cell(self) -> None:
        if self.cells is None:
            return
        if self.layout:
            self._flush(True)
            return
        self.cells.append(self.block.pieces)
        self.block = _Block(linked=self.block.linked, size=self.block.size)

    def _row(self) -> None:
        """A row of a table, its cells parted by bars; where cells hold paragraphs the table was only a frame."""
        cells, self.cells = self.cells or [], None
        rest = self.block
        full = [(joined(cell), cell) for cell in cells]
        full = [pair for pair in full if pair[0][0]]
        if len(full) < 2 or any(pair[0][0].count(" ") > 60 for pair in full):
            for _, cell in full:
                self.block = _Block(pieces=cell, size=1)
                self._flush(True)
        else:
            pieces: list[tuple[str, int]] = []
            for (made, runs), _ in full:
                if pieces:
                    pieces += bar(pieces[-1][1] + len(pieces[-1][0]) - 1)
                for (place, file), (after, _) in zip(runs, (*runs[1:], (len(made), 0)), strict=True):
                    pieces.append((made[place:after], file))
            self.block = _Block(pieces=pieces, linked=rest.linked, size=rest.size)
            self._flush(True, kind="row")
        self.block = _Block()

    def _flush(self, gap: bool, kind: Kind | None = None) -> None:
        block, self.block = self.block, _Block()
        made, runs = joined(block.pieces) if block.pieces else ("", ())
        if made and len(self.lines) <= MOST_LINES:
            top = self.stack[-1]
            level = next((int(e.name[1]) for e in reversed(self.stack[-4:]) if e.kind == "heading" and e.name in HEADINGS), 0)  # fmt: skip
            end = _end_of(self.text, made, runs)
            line = Line(
                text=made, runs=runs, start=runs[0][1], end=end, kind=kind or top.kind, gap=self.gap, level=level
            )
            links = block.linked * 10 >= block.size * 8 and block.size > 0
            self.lines.append((line, top.cut, top.story, links))
            self.gap = gap
        else:
            self.gap = self.gap or gap

    # --- the whole ---

    def reading(self) -> Reading:
        self._flush(True)
        prose = [is_prose(line) for line, *_ in self.lines]
        sizes = [len(line.text) if p else 0 for (line, *_), p in zip(self.lines, prose, strict=True)]
        total = sum(sizes) or 1
        held: dict[int, int] = {}
        for (_, cut, story, _), size in zip(self.lines, sizes, strict=True):
            for number in (*((cut,) if cut else ()), *(-n for n in story)):
                held[number] = held.get(number, 0) + size
        frames = {n for n, size in held.items() if n > 0 and self.reasons[n][2] and size > _FRAME_SHARE * total}
        own = self._own(held, total)
        first = next((i for i, (_, _, story, _) in enumerate(self.lines) if own and own in story), 0)
        last = max(
            (i for i, (_, _, story, _) in enumerate(self.lines) if own and own in story), default=len(self.lines)
        )
        out = []
        for index, (line, cut, story, links) in enumerate(self.lines):
            step: tuple[str, str] | None = None
            if cut and cut not in frames:
                step = self.reasons[cut][:2]
            elif own and index > last:
                step = ("page foot", "stands below the article")
            elif own and first < index and own not in story:
                step = ("side matter", "stands outside the article")
            elif links and not prose[index] and line.level != 1 and line.kind in ("line", "item", "row"):
                step = ("links", "nothing but links")
            out.append(replace(line, step=step[0], reason=step[1]) if step else line)
        return Reading(lines=out, meta=self.meta.result(), is_flowing=True)

    def _own(self, held: dict[int, int], total: int) -> int:
        """The innermost element that calls itself the story and holds most of the text; 0: none."""
        fit = [-n for n, size in held.items() if n < 0 and size >= _STORY_SHARE * total]
        best = max((held[-n] for n in fit), default=0)
        return max((n for n in fit if held[-n] >= 0.9 * best), default=0)


def html_reading(text: str, start: int) -> Reading:
    """The lines and statements of a saved page from offset `start`."""
    builder = _Builder(text)
    for token in tokens(text, start):
        builder.feed(token)
        if len(builder.lines) > MOST_LINES:
            break
    return builder.reading()


def _end_of(text: str, made: str, runs: tuple[tuple[int, int], ...]) -> int:
    """The file offset past the last character; an entity counts whole."""
    place, file = runs[-1]
    last = file + len(made) - 1 - place
    if text[last : last + 1] == "&" and (stop := text.find(";", last, last + 34)) > 0:
        return stop + 1
    return last + 1
