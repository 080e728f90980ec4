"""How much of a clipping may be printed where its rights say `excerpt`: one count for those who print and those who check."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from sitegen.model import ArticleRecord

MOST_SHARE = 0.4  # DECISIONS: at most 40 % of a clipping's words
MOST_WORDS = 150  # and at most 150 in all
#: Words in a row that count as a clipping's own wording; shorter runs are anybody's (measured: 8 words never met by chance
#: between unrelated clippings of the SCO site).
RUN = 8

_WORD = re.compile(r"\w+")


Span = tuple[int, int]


def allowed_words(body: str) -> int:
    """How many words of a clipping without `rights: full` may be printed.

    Words are counted in the two usual ways ("anti-terror" is one or two) and the stricter one holds.
    """
    return min(MOST_WORDS, int(MOST_SHARE * min(len(body.split()), len(_WORD.findall(body)))))


class WordsOut:
    """Which words of a clipping's text are out, by their place, if its records and some spans of it are printed.

    A word is out where it stands in a run of `RUN` words that is printed, and so wherever the text says that run again: a
    caption that repeats the lead is out with the lead. The records' own lines (`events_said`) are out from the start.
    """

    def __init__(self, record: ArticleRecord) -> None:
        self.body = record.body
        self._starts: list[int] = []
        words: list[str] = []
        for match in _WORD.finditer(record.body):
            self._starts.append(match.start())
            words.append(match.group().casefold())
        runs: dict[tuple[str, ...], int] = {}
        self._again: dict[int, list[int]] = {}  # first place of a run -> the later ones
        self._first: dict[int, int] = {}  # and back
        for at in range(len(words) - RUN + 1):
            first = runs.setdefault(tuple(words[at : at + RUN]), at)
            if first != at:
                self._again.setdefault(first, []).append(at)
                self._first[at] = first
        self.places: set[int] = set()
        for text in events_said(record):
            said = _WORD.findall(text.casefold())
            for at in range(len(said) - RUN + 1):
                if (place := runs.get(tuple(said[at : at + RUN]))) is not None:
                    self.places |= self._run(place)

    def _run(self, at: int) -> set[int]:
        first = self._first.get(at, at)
        return {place for start in (first, *self._again.get(first, ())) for place in range(start, start + RUN)}

    def with_span(self, start: int, end: int) -> set[int]:
        """All places that are out once this span of the body is printed as well."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        out = self.places | set(range(low, high))
        if self._again:
            for at in range(low, high - RUN + 1):
                if at in self._first or at in self._again:
                    out |= self._run(at)
        return out


def events_said(record: ArticleRecord) -> Iterator[str]:
    """What is printed of a record whether or not its sentences are: each event's name and how it was read."""
    for event in record.events:
        yield event.name
        yield from event.explanation
