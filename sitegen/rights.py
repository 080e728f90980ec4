"""How much of a clipping may be printed where its rights say `excerpt`: one count for those who print and those who check."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

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
    return _allowed(body, len(_WORD.findall(body)))


def _allowed(body: str, words: int) -> int:
    return min(MOST_WORDS, int(MOST_SHARE * min(len(body.split()), words)))


class WordsOut:
    """Which words of a clipping's text are out, by their place, if its records and some spans of it are printed.

    A word is out where it stands in a run of `RUN` words that is printed, and so wherever the text says that run again: a
    caption that repeats the lead is out with the lead. The records' own lines (`events_said`) are out from the start.
    `allowed` is as `allowed_words` says.
    """

    def __init__(self, record: ArticleRecord) -> None:
        self._starts = [match.start() for match in _WORD.finditer(record.body)]
        self.allowed = _allowed(record.body, len(self._starts))
        runs = _runs(list(map(str.casefold, _WORD.findall(record.body))))
        last = len(runs) - 1
        found = dict(zip(reversed(runs), range(last, -1, -1), strict=True))  # each run's first place
        self._again: dict[int, list[int]] = {}  # first place of a run -> the later ones
        self._first: dict[int, int] = {}  # and back
        if len(found) < len(runs):
            for at, run in enumerate(runs):
                if (first := found[run]) != at:
                    self._again.setdefault(first, []).append(at)
                    self._first[at] = first
        self.places: set[int] = set()
        for text in events_said(record):
            for run in _runs(_WORD.findall(text.casefold())):
                if (place := found.get(run)) is not None:
                    self.places |= self._run(place)

    def _run(self, at: int) -> set[int]:
        first = self._first.get(at, at)
        return {place for start in (first, *self._again.get(first, ())) for place in range(start, start + RUN)}

    def with_span(self, start: int, end: int) -> set[int]:
        """All places that are out once this span of the body is printed as well."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        out = self.places.union(range(low, high))
        if self._again:
            for at in range(low, high - RUN + 1):
                if at in self._first or at in self._again:
                    out |= self._run(at)
        return out


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    if len(words) < RUN:
        return []
    return list(zip(*[words[n:] for n in range(RUN)], strict=False))


def events_said(record: ArticleRecord) -> Iterator[str]:
    """What is printed of a record whether or not its sentences are: each event's name and how it was read."""
    for event in record.events:
        yield event.name
        yield from event.explanation
