"""The reader of the corpus' line format, for this folder's tests.

A line is marked text: `[words]{VALUE}` is a mention; `{VALUE = EDTF}` says both, `{VALUE = -}` that there is no EDTF;
`{hint VALUE}` is a date that is only part of a name. A
line without a mark must find nothing. `published YYYY-MM-DD` and `published unknown` set the day for the lines after;
`#` begins a comment. Square brackets of the text itself can't be written.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

_MARK = re.compile(r"\[([^\]\[]+)\]\{([^}]*)\}")


class Expected(NamedTuple):
    start: int
    end: int
    text: str
    value: str
    edtf: str | None  # None: not said
    hint: bool


class Line(NamedTuple):
    number: int
    text: str
    expected: tuple[Expected, ...]
    published: datetime.date | None


def unmarked(marked: str) -> tuple[str, tuple[Expected, ...]]:
    """The text of a marked line, and what its marks expect."""
    text, expected, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        value, _, edtf = found[2].removeprefix("hint ").partition(" = ")
        end = len(text) + len(found[1])
        expected.append(Expected(len(text), end, found[1], value, edtf or None, found[2].startswith("hint ")))
        text += found[1]
        last = found.end()
    return text + marked[last:], tuple(expected)


def read_corpus(path: Path) -> Iterator[Line]:
    published: datetime.date | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        if raw.startswith("published "):
            day = raw.split()[1]
            published = None if day == "unknown" else datetime.date.fromisoformat(day)
            continue
        text, expected = unmarked(raw)
        yield Line(number, text, expected, published)


@pytest.fixture(name="unmarked")
def _unmarked() -> Callable[[str], tuple[str, tuple[Expected, ...]]]:
    return unmarked


@pytest.fixture
def corpus() -> dict[str, list[Line]]:
    """All corpus files: name -> lines."""
    folder = Path(__file__).with_name("corpus")
    return {path.name: list(read_corpus(path)) for path in sorted(folder.glob("*.txt"))}
