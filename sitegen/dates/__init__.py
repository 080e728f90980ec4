"""Text -> dates: the doors `find_dates`, `tag_dates` and `resolve`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sitegen.timex import DateMention

__all__ = ["DateMention", "find_dates", "resolve", "tag_dates"]


def tag_dates(text: str) -> list[DateMention]:
    """Mentions as written, unresolved; never knows the publication date."""
    return []


def resolve(mentions: Sequence[DateMention], published: datetime.date | None) -> list[DateMention]:
    """Date the mentions of one text, reckoned from `published`; explicit dates resolve without it."""
    return list(mentions)


def find_dates(text: str, published: datetime.date | None = None) -> list[DateMention]:
    """All time expressions of `text`, resolved as far as `published` allows."""
    return resolve(tag_dates(text), published)
