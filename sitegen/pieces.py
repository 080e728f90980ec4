"""What stands between two blanks, read once a process: the rooms that read every word of a text look most of them up.

News repeats its words. A room gives `Pieces` what it makes of one piece; of a text it then gets what was made of each,
and joins that. A piece keeps the paragraph's break behind it, so that the words at the ends of paragraphs repeat as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

BREAK = "\n\n"
_BREAK = re.compile(rf"{BREAK}(?![^\S ])")  # the end of a longer run of lines: such a run is not parted
_REMEMBERED = 30_000
_LONGEST = 64  # characters: what is longer is an address or a program, and does not come again


class Pieces(dict[str, T]):
    """A memo of what `make` gives for a piece: it changes no answer."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, piece: str) -> T:
        made = self._make(piece)
        if len(self) < _REMEMBERED and len(piece) < _LONGEST:
            self[piece] = made
        return made

    def of(self, text: str) -> list[T]:
        """What was made of each piece of `text`, in order. Behind each stands one blank, but for the last and those that end in a break."""
        return list(map(self.__getitem__, _parted(text)))


@lru_cache(maxsize=2)
def _parted(text: str) -> list[str]:
    """Parted once for all rooms that ask: the pieces' hashes, which their look-up needs, are kept with them."""
    return _BREAK.sub(f"{BREAK} ", text).split(" ")
