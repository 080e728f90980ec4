"""An EDTF date as a reader meets it: in words, in shape, as a machine-readable `datetime`, as first and last day.

The words never say more than the date does, and the note says aloud what is not known: `2018-06` is "June 2018", "day
not known". `shape` is the class that the theme draws ("marker" in templates/assets/site.css), so that a date's precision
shows without colour: day, days, month, season, year, years, decade, century, approx, open.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen import edtf
from sitegen.render.wording import count, number

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HTML_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$")
_NOTES = {"month": "day not known", "season": "day not known", "year": "month not known",
          "decade": "year not known", "century": "year not known", "day": ""}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """`datetime` is None where HTML has no value for such a date. `first`, `last` are inclusive, None when open."""

    edtf: str
    words: str
    note: str = ""
    shape: str = "day"
    datetime: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    weekday: str = ""

    @property
    def exact(self) -> bool:
        """Known to the day: only then may it stand under a month among days."""
        return self.shape in ("day", "days")

    @property
    def full(self) -> str:
        return f"{self.words} ({self.note})" if self.note else self.words


@lru_cache(maxsize=65536)
def when_of(value: str) -> When:
    """Read `value`; what is no date is shown as written, with no bounds."""
    if not edtf.is_valid(value):
        return When(edtf=value, words=value or "date not known", shape="open")
    date = edtf.parse(value)
    first, last = edtf.bounds(value)
    words = edtf.words(value)
    soft = edtf.is_approximate(value) or edtf.is_uncertain(value)
    if isinstance(date, edtf.Interval):
        if date.start is None or date.end is None:
            shape, note = "open", ""
        elif date.start.precision == date.end.precision == "day":
            shape, note = "days", ""
        else:
            shape, note = "years", "exact days not known"
    else:
        shape, note = date.precision, _NOTES[date.precision]
        if date.day_unknown or date.month_unknown:
            note = ""
    if soft:
        shape = "approx" if shape != "open" else shape
        note = ""  # the words say "about" or "perhaps"
    return When(
        edtf=value,
        words=words,
        note=note,
        shape=shape,
        datetime=value if _HTML_DATE.match(value) and first and (len(value) < 6 or int(value[5:7]) < 13) else None,
        first=first,
        last=last,
        weekday=WEEKDAYS[first.weekday()] if shape == "day" and first else "",
    )


def day_words(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def length_words(days: int) -> str:
    """How long a silence is, as people say it: "16 months", "five years", "three weeks"."""
    if days < 21:
        return count(days, "day")
    if days < 75:
        return count(round(days / 7), "week")
    months = round(days / 30.44)
    if months < 24:
        return count(months, "month")
    years, rest = divmod(months, 12)
    if rest == 6 and years < 10:
        return f"{number(years)} and a half years"
    return count(years + (1 if rest > 6 else 0), "year")
