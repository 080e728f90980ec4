"""Dates as exact as the text: EDTF (ISO 8601-2:2019) level 0 and the parts of level 1 that RECORDS.md names.

(First light: `bounds` alone; the date room deepens this module.)
"""

from __future__ import annotations

import calendar
import datetime
import re

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$")


def bounds(value: str) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day that `value` may mean, both inclusive; None for an open or unknown end."""
    left, slash, right = value.partition("/")
    return _ends(left)[0], _ends(right if slash else left)[1]


def _ends(part: str) -> tuple[datetime.date | None, datetime.date | None]:
    found = _PART.match(part)
    if not found:
        return None, None
    year, month, day = found.groups()
    last_month = int(month or 12)
    last_day = int(day or calendar.monthrange(int(year), last_month)[1])
    return (
        datetime.date(int(year), int(month or 1), int(day or 1)),
        datetime.date(int(year), last_month, last_day),
    )
