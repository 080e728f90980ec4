"""Text -> dates: the doors `find_dates`, `tag_dates` and `resolve`."""

from __future__ import annotations

import datetime

from sitegen.dates.resolve import resolve
from sitegen.dates.tag import tag_dates
from sitegen.timex import DateMention

__all__ = ["DateMention", "find_dates", "resolve", "tag_dates"]


def find_dates(text: str, published: datetime.date | None = None) -> list[DateMention]:
    """All time expressions of `text`, resolved as far as `published` allows."""
    return resolve(tag_dates(text), published)
