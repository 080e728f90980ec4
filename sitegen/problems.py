"""What went wrong or wants a look, and its one printed form.

Rooms of the core report a `Finding`, which knows a place in the text only as code points; `extract.py` and
`read.py`, which know the file, turn it into a `Problem` with line and column. Codes are stable: the list is
`CODES`, and the reference page of messages is made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "notice"]
LEVELS: tuple[Level, ...] = ("error", "warning", "notice")

#: code -> (level, what it means in general). A message's own words say what it means here.
CODES: dict[str, tuple[Level, str]] = {
    "W101": ("warning", "a clipping is not UTF-8 and its charset was guessed"),
    "W102": ("warning", "bytes of a clipping could not be read in its charset"),
    "W103": ("warning", "the charset that a clipping declares is wrong or unknown"),
    "N104": ("notice", "a clipping is not in English, so nothing was read in its text"),
    "W105": ("warning", "no story is left of a clipping once its furniture is cut"),
    "W106": ("warning", "a stated publication date is a number that may be read in two ways"),
    "W107": ("warning", "a clipping holds control or bidirectional characters, which are left out"),
    "W108": ("warning", "a stated publication date is no day of the calendar"),
    "W109": ("warning", "a clipping has more lines than are read"),
    "W113": ("warning", "a clipping's story is longer than is read"),
    "N201": ("notice", "the text names a day that no calendar has, so no event was made of it"),
    "N202": ("notice", "a sentence or a clipping has more dates than are read as events"),
    "N301": ("notice", "a stated publication date does not fit a known term of office or status"),
    "E401": ("error", "an edit names a record that is not there"),
    "E402": ("error", "an edit of a curated record stands outside the record's own file"),
    "W403": ("warning", "an edit is applied, but what it corrected has changed since"),
    "E404": ("error", "an edit sets what cannot be set, or to a value that cannot be"),
    "N405": ("notice", "sources disagree, and the disagreement is open"),
    "W406": ("warning", "two records may be one person"),
    "W407": ("warning", "a pinned id leads nowhere"),
    "E501": ("error", "a page or file of content wants an address that is taken"),
    "W502": ("warning", "a portrait cannot be shown"),
    "W503": ("warning", "a link of prose leads to no record"),
    "W531": ("warning", "an address that the site cites is gone"),
    "N532": ("notice", "an address that the site cites gave no good answer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to report about a span of a clipping's file text.

    `start` counts code points of the clipping's decoded `text` (not of the cleaned body); None is the whole file.
    """

    code: str
    message: str
    remedy: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One message: where, how grave, what is wrong, how to mend it. Lines and columns count from 1; 0 is unknown."""

    path: str
    line: int = 0
    column: int = 0
    level: Level
    code: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        text = f"{self.message}; {self.remedy}" if self.remedy else self.message
        return f"{visible(place)}: {self.level} {self.code}: {visible(text)}"

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.line, self.column, self.code, self.message)


_UNSAFE = {
    **{c: f"\\x{c:02x}" for c in (*range(0x20), *range(0x7F, 0xA0))},
    **{c: f"\\u{c:04x}" for c in (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)},
    **{c: f"\\u{c:04x}" for c in range(0xD800, 0xE000)},
}


def visible(text: str) -> str:
    """`text` with control, bidirectional and surrogate characters escaped, so that a terminal cannot be led astray."""
    return text.translate(_UNSAFE)
