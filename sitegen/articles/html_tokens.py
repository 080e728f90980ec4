"""HTML as a stream of tags and text with their places in the file, in one pass whose cost is linear.

The standard library's parser gives lines and columns that must be reckoned back, and in 3.11 takes quadratic time on
unclosed comments; a saved page needs no more than this: tags, attributes, text, raw elements skipped whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from sitegen.articles.blocks import plain


@dataclass(frozen=True, slots=True)
class Token:
    """`kind`: open, close, text or script (a JSON-LD block). `data` is the attributes' source or the script's text."""

    kind: str
    name: str
    start: int
    end: int
    data: str = ""


#: Elements whose content is no text of the page.
RAW = frozenset(("script", "style", "noscript", "template", "textarea", "svg", "math", "iframe", "object", "select", "canvas", "audio", "video", "datalist"))  # fmt: skip
_NAME = re.compile(r"[a-zA-Z][^\s/>]{0,60}")
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]{1,80})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]{1,2000})))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
#: A tag longer than this has lost its end; the next ">" is taken.
_LONGEST_TAG = 20_000


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The tokens of a page from offset `start`; comments, doctypes and raw elements are left out."""
    lowered: str | None = None
    size = len(text)
    here = start
    scan = start
    while True:
        at = text.find("<", scan)
        if at < 0 or at + 1 >= size:
            break
        after = text[at + 1]
        if after == "!" or after == "?":
            if here < at:
                yield Token("text", "", here, at)
            close = "-->" if text.startswith("<!--", at) else "]]>" if text.startswith("<![CDATA[", at) else ">"
            end = text.find(close, at + 2)
            here = scan = size if end < 0 else end + len(close)
            continue
        closing = after == "/"
        name = _NAME.match(text, at + 1 + closing)
        if not name:
            scan = at + 1
            continue
        end = _tag_end(text, name.end())
        if end < 0:
            break
        if here < at:
            yield Token("text", "", here, at)
        tag = name[0].lower()
        source = text[name.end() : end]
        here = scan = end + 1
        if closing:
            yield Token("close", tag, at, here)
            continue
        if tag in RAW:
            if lowered is None:
                lowered = text.lower() if len(text.lower()) == size else text
            stop = lowered.find(f"</{tag}", here)
            if stop < 0:
                if tag in ("script", "style", "textarea", "noscript"):
                    here = scan = size
                continue
            if tag == "script" and "ld+json" in source:
                yield Token("script", tag, here, stop, text[here:stop])
            after_raw = text.find(">", stop)
            here = scan = size if after_raw < 0 else after_raw + 1
            continue
        yield Token("open", tag, at, here, source)
        if source.endswith("/"):
            yield Token("close", tag, here, here)
    if here < size:
        yield Token("text", "", here, size)


def _tag_end(text: str, start: int) -> int:
    """The offset of the ">" that ends the tag: outside quotes if they are closed soon, else the first."""
    first = end = text.find(">", start)
    while 0 <= end < start + _LONGEST_TAG:
        source = text[start:end]
        if source.count('"') % 2 == 0 and (source.count("'") % 2 == 0 or '"' in source):
            return end
        if end - first > 4_000:
            break
        end = text.find(">", end + 1)
    return first


def attributes(source: str) -> dict[str, str]:
    """Attribute names in lower case with their values; the first of a repeated name wins."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


def text_pieces(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The text between two tags as pieces of (text, file offset), entities undone; edge blanks stay as one."""
    out: list[tuple[str, int]] = []
    here = start
    if text.find("&", start, end) >= 0:
        for m in _ENTITY.finditer(text, start, end):
            value = unescape(m[0])
            if value == m[0]:
                continue
            _stretch(out, text, here, m.start())
            made, _ = plain(value, 0, len(value))
            out.append((made or (" " if value.isspace() else ""), m.start()))
            here = m.end()
    _stretch(out, text, here, end)
    return out


def _stretch(out: list[tuple[str, int]], text: str, start: int, end: int) -> None:
    if start >= end:
        return
    made, runs = plain(text, start, end)
    if text[start].isspace():
        out.append((" ", start))
    if not made:
        return
    for (place, file), (after, _) in zip(runs, (*runs[1:], (len(made), 0)), strict=True):
        out.append((made[place:after], file))
    if text[end - 1].isspace():
        out.append((" ", end - 1))
