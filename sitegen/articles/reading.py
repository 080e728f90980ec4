"""What a format's reader gives: lines, and what the page states about itself in its markup."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.articles.blocks import Line
from sitegen.articles.published import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeta:
    """Statements of an HTML page's head; all None for other formats."""

    title: str | None = None
    title_span: tuple[int, int] | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`is_flowing`: line breaks may be wrapping, so that lines may need joining."""

    lines: list[Line]
    meta: PageMeta
    is_flowing: bool = False
