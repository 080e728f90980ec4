"""The lines of one clipping while they are sorted into story and furniture."""

from __future__ import annotations

import re
from itertools import islice

from sitegen.articles.blocks import Line
from sitegen.articles.boilerplate import Cue
from sitegen.articles.captions import is_caption
from sitegen.articles.header import DateLine, date_line

_TERMINAL = re.compile(
    r"[.!?…。؟۔।!?][\"”’'»)\]*]{0,4}(?:\s?\[\d{1,3}\])?$|[.!?][\"”’']?\s?[(/\[—–-][^()]{2,40}[)/\]]?$"
)
_LEAD_IN = re.compile(r"[:;,—–-]$")
#: Words in lower case, and words of scripts that have none.
_LOWER = re.compile(
    r"(?<![\w.@/])(?:[a-zà-öø-ÿ\u0430-\u045f\u0491-\u04ff\u03ac-\u03ce]{2,}|[\u0530-\u1cff\u3040-\u9fff\uac00-\ud7af]+)(?![\w@/])"
)


class Page:
    """`cut[i]` is why line i is not the story, (step, reason), or None; `role[i]` is "", heading, caption or deck."""

    __slots__ = ("_captions", "_stamps", "cues", "cut", "lines", "prose", "role", "source", "story", "words")

    def __init__(self, lines: list[Line], source: str) -> None:
        self.lines = lines
        self.source = source
        self.cut: list[tuple[str, str] | None] = [(x.step, x.reason) if x.step else None for x in lines]
        self.cues: list[Cue | None] = [None] * len(lines)
        self.role: list[str] = [x.kind if x.kind in ("heading", "caption") else "" for x in lines]
        self.words = [x.text.count(" ") + 1 for x in lines]
        self.prose = [is_prose(x) for x in lines]
        self.story = 0
        self._stamps: dict[int, DateLine | None] = {}
        self._captions: dict[int, bool] = {}

    def __len__(self) -> int:
        return len(self.lines)

    def drop(self, index: int, step: str, reason: str) -> None:
        if self.cut[index] is None:
            self.cut[index] = (step, reason)

    def kept(self, start: int = 0, end: int | None = None) -> list[int]:
        if start == 0 and end is None:
            return [i for i, cut in enumerate(self.cut) if cut is None]
        return [i for i in range(start, len(self.lines) if end is None else end) if self.cut[i] is None]

    def stamp(self, index: int) -> DateLine | None:
        """The line read as a date line, once."""
        if index not in self._stamps:
            self._stamps[index] = date_line(self.lines[index].text)
        return self._stamps[index]

    def describes_picture(self, index: int) -> bool:
        """Whether the line is worded as a caption, asked once."""
        known = self._captions.get(index)
        if known is None:
            known = self._captions[index] = is_caption(self.lines[index].text)
        return known

    def raw(self, index: int) -> str:
        return self.source[self.lines[index].start : self.lines[index].end]


#: What ends a sentence by itself; behind another end only a closing mark or a signature may stand.
_STOPS = frozenset(".!?…。؟۔।!?")


def is_terminal(text: str) -> bool:
    return text[-1:] in _STOPS or _TERMINAL.search(text[-60:]) is not None


def is_prose(line: Line) -> bool:
    """A line that reads as running text: a sentence's end and words in lower case, or simply long."""
    if line.kind in ("heading", "row"):
        return False
    text = line.text
    words = text.count(" ") + 1
    if words < 3:
        return False
    sample = text[:240]
    if is_terminal(text):
        return next(islice(_LOWER.finditer(sample), 0 if words >= 5 else 1, None), None) is not None
    lower = len(_LOWER.findall(sample))
    sampled = sample.count(" ") + 1
    if _LEAD_IN.search(text):
        return words >= 6 and lower * 2 >= sampled
    # A ministry's headline may have thirty words, but half of them in capitals.
    return words >= 22 and lower >= sampled * 0.58


_WORD = re.compile(r"[^\W\d_]{4,}")


def content_words(text: str) -> list[str]:
    """Words of four letters and more, cut to six, so that inflections meet."""
    return [w[:6].casefold() for w in _WORD.findall(text)]
