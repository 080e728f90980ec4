"""Apply the cutting steps to a clipping and keep the way back. (First light: thin; issue 3 deepens it.)"""

from __future__ import annotations

from bisect import bisect_right

from sitegen.model import Article, Clipping, Published


def clean_article(clipping: Clipping) -> Article:
    """The clipping's story, with furniture cut, header and dateline read; nothing raises on any text."""
    body = clipping.text[clipping.body_start :].strip()
    start = clipping.text.find(body, clipping.body_start) if body else 0
    return Article(
        id=clipping.id, path=clipping.path, title=clipping.meta.get("title"), title_span=None,
        publisher=clipping.meta.get("publisher"), author=clipping.meta.get("author"), url=clipping.meta.get("url"),
        language="en", published=Published(date=None, basis="unknown"), dateline=None, dateline_end=0, body=body,
        paragraphs=((0, len(body)),), sentences=((0, len(body)),), offsets=((0, start),),
    )  # fmt: skip


def file_offset(article: Article, offset: int) -> int:
    """Where the body's code point `offset` stands in `Clipping.text`."""
    index = bisect_right(article.offsets, (offset, 1 << 60)) - 1
    body, file = article.offsets[index]
    return file + offset - body
