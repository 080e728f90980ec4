"""Markdown -> HTML that is safe to print: Python-Markdown, then nh3, last.

Raw HTML in the text is escaped by the sanitiser's list, not by Markdown. Footnote ids keep a prefix of their own, so
that they cannot clash with a page's. Links such as `event:ID` lead to the record, or lose their link where there is none.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

import markdown
import nh3

from sitegen.render.tangled import tangled

#: What prose may hold. No svg, math, style, noscript, iframe, form; `id` only as footnotes make it (see `_attribute`).
TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4", "hr", "i", "li",
    "ol", "p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title", "id"}, "li": {"id"}, "sup": {"id"}, "abbr": {"title"}, "ol": {"start"}}
_FOOTNOTE = re.compile(r"fn(?:ref)?\d*:[A-Za-z0-9_-]{1,40}$")
_RECORD = re.compile(r"(event|person|post|country|source|organization):([A-Za-z0-9_.-]{1,120})$")
_SAFE = re.compile(r"(?:https?://|mailto:|#|\.{0,2}/|[a-z0-9][a-z0-9/_.-]*(?:[#?]|$))", re.IGNORECASE)

#: What no HTML or XML may hold, and the marks that turn the direction of the text after them.
CONTROLS = dict.fromkeys([
    *(c for c in range(0x20) if c not in (0x09, 0x0A)), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A),
    0xFFFE, 0xFFFF])  # fmt: skip

Resolve = Callable[[str, str], "str | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Sanitised HTML. Made here only."""

    html: str


def prose_of(text: str, resolve: Resolve, within: Callable[[str], str] = str) -> Prose | None:
    """Render `text`; None for text without words.

    `resolve(kind, id)` gives the href of a record or None, `within(href)` that of a link as it is written.
    """
    if not text.strip():
        return None
    made = _made(text.translate(CONTROLS).encode("utf-8", "replace").decode())  # no lone surrogate: nh3 refuses them

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name == "id":
            return value if _FOOTNOTE.match(value) else None
        if name == "href":
            return _href(value, resolve, within)
        return value

    return Prose(
        html=nh3.clean(
            _lower_headings(made),
            tags=TAGS,
            attributes=ATTRIBUTES,
            attribute_filter=attribute,
            url_schemes={"http", "https", "mailto", "event", "person", "post", "country", "source", "organization"},
            link_rel=None,
            strip_comments=True,
        )
    )


def _made(text: str) -> str:
    """Markdown's HTML; what Markdown would be long about, or nests deeper than it can follow, is printed as it was typed."""
    if not tangled(text):
        try:
            return markdown.markdown(
                text,
                extensions=["footnotes", "tables", "sane_lists", "abbr"],
                extension_configs={"footnotes": {"UNIQUE_IDS": False, "BACKLINK_TEXT": "\u21a9\ufe0e"}},
                output_format="html",
            )
        except RecursionError:
            pass
    return f"<pre>{html.escape(text)}</pre>"


def _href(value: str, resolve: Resolve, within: Callable[[str], str]) -> str | None:
    record = _RECORD.match(value)
    if record:
        return resolve(record[1], record[2])
    return within(value) if _SAFE.match(value) and not value.startswith("//") else None


def _lower_headings(made: str) -> str:
    """A page has one h1 of its own: headings in prose begin at h2."""
    return re.sub(r"<(/?)h1>", r"<\1h2>", made)
