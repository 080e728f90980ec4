"""A tenure in words, and the days that it is known to touch."""

from __future__ import annotations

import datetime as dt

from sitegen.model import Tenure
from sitegen.render.when import when_of


def term_words(tenure: Tenure) -> str:
    """ "from 22 June 2010 to 3 April 2014", "since 2014", "attested 26 June 2013 to October 2015"."""
    if tenure.start and tenure.end:
        return f"from {when_of(tenure.start).words} to {when_of(tenure.end).words}"
    if tenure.start:
        return f"since {when_of(tenure.start).words}" if tenure.incumbent else f"from {when_of(tenure.start).words}"
    if tenure.end:
        return f"until {when_of(tenure.end).words}"
    first, last = tenure.first_attested, tenure.last_attested
    if first and last and first != last:
        return f"attested from {when_of(first).words} to {when_of(last).words}"
    one = first or last
    return f"attested {when_of(one).words}" if one else ""


def term_days(tenure: Tenure) -> tuple[dt.date, ...]:
    days = [
        day
        for value in (tenure.start, tenure.end, tenure.first_attested, tenure.last_attested)
        if value
        for day in (when_of(value).first, when_of(value).last)
        if day is not None
    ]
    return tuple(days)
