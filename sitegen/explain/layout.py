"""Lines for a terminal of 80 to 100 columns: headings, labelled values, quotes, all wrapped at words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

WIDTH = 92
LABEL = 15  # columns of a label


def heading(kind: str, name: str) -> list[str]:
    return [f"{kind}  {name}", "=" * min(WIDTH, len(kind) + 2 + len(name))]


def section(title: str) -> list[str]:
    return ["", title, "-" * len(title)]


def value(label: str, text: str) -> list[str]:
    """A label and its value, the value wrapped beside the label."""
    return _wrapped(text, f"{label:<{LABEL}}", " " * LABEL)


def item(text: str, depth: int = 0, mark: str = "-") -> list[str]:
    indent = "  " * depth
    return _wrapped(text, f"{indent}{mark} ", f"{indent}{' ' * (len(mark) + 1)}")


def note(text: str, depth: int = 1) -> list[str]:
    return _wrapped(text, "  " * depth, "  " * depth)


def quote(text: str, depth: int = 1, limit: int = 400) -> list[str]:
    """Words of a source, in quotation marks; what is longer than `limit` ends in an ellipsis."""
    words = " ".join(text.split())
    shown = words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " ..."
    return _wrapped(f"“{shown}”", "  " * depth, "  " * depth + " ")


def table(rows: Iterable[tuple[str, ...]], widths: tuple[int, ...]) -> list[str]:
    """Columns of fixed widths, the last one free; a cell that is too long pushes the rest to a line of its own."""
    lines = []
    for row in rows:
        line = ""
        for n, cell in enumerate(row):
            width = widths[n] if n < len(widths) else 0
            if width and len(cell) >= width:
                cell = cell if n + 1 == len(row) else cell[: width - 2] + "…"
            line += f"{cell:<{width}}" if n + 1 < len(row) else cell
        lines += (
            _wrapped(line.rstrip(), "  ", "  " + " " * min(sum(widths), 40))
            if len(line) > WIDTH
            else ["  " + line.rstrip()]
        )
    return lines


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    ) or [first.rstrip()]  # fmt: skip
