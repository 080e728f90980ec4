"""Patterns for words in any case.

A pattern that ignores case tries every wording of an alternation in full; one for lower case passes over those with
another first letter at once, and costs a third.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """The text in lower case, letter for letter: what would change its length stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join([c if len(c.lower()) > 1 else c.lower() for c in text])


class Anycase:
    """A pattern written in lower case, found in any. What a match holds is in lower case: take the words from the text.

    Compiled when it is first asked: of the hundred of the rules' tables one clipping asks a third.
    """

    __slots__ = ("_source", "pattern")
    pattern: re.Pattern[str]

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name != "pattern":
            raise AttributeError(name)
        self.pattern = re.compile(*self._source)
        return self.pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.search(lowered(text), start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(lowered(text), start, end)
