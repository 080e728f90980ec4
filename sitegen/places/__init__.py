"""Article -> place mentions: the door `find_places`."""

from __future__ import annotations

from sitegen.model import Article, PlaceMention
from sitegen.world import Names

__all__ = ["find_places"]


def find_places(article: Article, names: Names) -> tuple[PlaceMention, ...]:
    """Cities, regions, countries, demonyms and "here", in text order, without overlaps."""
    return ()
