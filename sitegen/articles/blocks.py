"""A line of a clipping with its text made plain and the way back to the file kept.

Every format's reader gives `Line`s; every later step takes them. Plain means: NFC, one blank between words, no control,
zero-width or bidirectional characters, non-breaking spaces as spaces; quotes and dashes stay as typed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Kind = Literal["line", "heading", "item", "row", "caption"]
#: A clipping of more lines is no clipping: readers stop one past it, and the rest is reported, not read.
MOST_LINES = 30_000
Runs = tuple[tuple[int, int], ...]


class Line(Struct, frozen=True, kw_only=True):
    """A line or block. `runs` leads from `text` to the file as `Article.offsets` does; `start`, `end` are the file's.

    `gap` is true where a blank line or a block's edge stands before it. `step`, `reason` are set by a reader that
    knows from the markup that this is furniture. `level` is a heading's, 1 to 6; `rank` 1 is the page's own title.
    """

    text: str
    runs: Runs
    start: int
    end: int
    kind: Kind = "line"
    gap: bool = True
    level: int = 0
    step: str | None = None
    reason: str = ""

    def file(self, offset: int) -> int:
        """The file offset of the character at `offset` of `text`."""
        place, file = self.runs[bisect_right(self.runs, (offset, 1 << 60)) - 1]
        return file + offset - place

    def part(self, start: int, end: int) -> Line:
        """The line cut down to `text[start:end]`, without blanks at its edges."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip(" "))
        end -= len(piece) - len(piece.rstrip(" "))
        if start >= end:
            return replace(self, text="", runs=((0, self.start),), end=self.start)
        index = bisect_right(self.runs, (start, 1 << 60)) - 1
        runs = [(0, self.file(start))]
        runs += [(place - start, file) for place, file in self.runs[index + 1 :] if place < end]
        return replace(
            self, text=self.text[start:end], runs=tuple(runs), start=self.file(start), end=self.file(end - 1) + 1
        )


#: Left out: controls, soft hyphen, zero-width and bidirectional marks, variation selectors, annotation anchors.
_DROP = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_BLANK = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ODD = re.compile(f"[{_DROP}]+|[{_BLANK}][{_BLANK}{_DROP}]*")
_NEEDS_WORK = re.compile(f"[{_DROP}{_BLANK.replace(' ', '')}]")  # one class, which is searched fastest
#: What a reader should hear of: NUL and other controls, and characters that turn the reading direction.
REPORTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def plain(text: str, start: int, end: int) -> tuple[str, Runs]:
    """`text[start:end]` made plain, and its runs. Empty runs only for empty text."""
    raw = text[start:end]
    is_plain = raw.isascii() and raw.isprintable()  # most lines are, and it is seen soonest
    if "  " not in raw and (
        is_plain or (not _NEEDS_WORK.search(raw) and (raw.isascii() or unicodedata.is_normalized("NFC", raw)))
    ):
        left = len(raw) - len(raw.lstrip())
        raw = raw.strip()
        return raw, ((0, start + left),) if raw else ()
    pieces = []
    here = start
    for odd in _ODD.finditer(text, start, end):
        pieces.append((text[here : odd.start()], here))
        pieces.append((" " if any(c.isspace() for c in odd[0]) else "", odd.start()))
        here = odd.end()
    pieces.append((text[here:end], here))
    return joined(pieces)


def joined(pieces: Iterable[tuple[str, int]]) -> tuple[str, Runs]:
    """Pieces of (text, file offset) as one text: NFC, single blanks, none at the edges."""
    out: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    blank = True
    for piece, file in pieces:
        for part, at in _composed(piece, file):
            if blank and part.startswith(" "):
                cut = len(part) - len(part.lstrip(" "))
                part, at = part[cut:], at + cut
            if not part:
                continue
            if not runs or runs[-1][1] + length - runs[-1][0] != at:
                runs.append((length, at))
            out.append(part)
            length += len(part)
            blank = part[-1] == " "
    text = "".join(out)
    kept = text.rstrip(" ")
    while runs and runs[-1][0] >= len(kept):
        runs.pop()
    return kept, tuple(runs)


def bar(file: int) -> list[tuple[str, int]]:
    """The " | " between two cells, all of it at the one place in the file where the cells part."""
    return [(" ", file), ("|", file), (" ", file)]


def _composed(piece: str, file: int) -> list[tuple[str, int]]:
    """The piece in NFC, cut wherever composing moved what follows."""
    if piece.isascii() or unicodedata.is_normalized("NFC", piece):
        return [(piece, file)]
    out: list[tuple[str, int]] = []
    for cluster in _CLUSTER.finditer(piece):
        for part, at in _clusters(cluster[0], file + cluster.start()):
            out.append((part, at))
    return out


#: An ASCII character never joins what stands before it, so a new cluster may begin there.
_CLUSTER = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]*", re.DOTALL)


def _clusters(text: str, file: int) -> list[tuple[str, int]]:
    """Cut at base characters where that gives the same NFC as the whole; else the whole as one."""
    whole = unicodedata.normalize("NFC", text)
    if whole == text:
        return [(text, file)] if text else []
    starts = [i for i, c in enumerate(text) if i == 0 or not unicodedata.combining(c)]
    parts = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    composed = [unicodedata.normalize("NFC", part) for part in parts]
    if "".join(composed) != whole:
        return [(whole, file)]
    return [(part, file + start) for part, start in zip(composed, starts, strict=True)]


def _is_drop_cap(before: str, text: str) -> bool:
    """A paragraph's first letter set apart: "D" above "iscussions". "A" and "I" are words where a whole word follows."""
    if len(before) != 1 or not before.isupper() or not text[0].islower():
        return False
    return before not in "AI" or len(text.split(" ", 1)[0]) <= 2


def one_line(lines: list[Line]) -> Line:
    """The lines of one paragraph, parted by a blank unless a mark follows; a hyphen at the break stays as it is."""
    if len(lines) == 1:
        return lines[0]
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        # The blank is the line break itself: the last run of the line before goes on over it.
        if pieces and line.text[0] not in ",.;:!?)" and not _is_drop_cap(pieces[-1], line.text):
            pieces.append(" ")
            length += 1
        runs += [(place + length, file) for place, file in line.runs]
        pieces.append(line.text)
        length += len(line.text)
    return replace(lines[0], text="".join(pieces), runs=tuple(runs), end=lines[-1].end)
