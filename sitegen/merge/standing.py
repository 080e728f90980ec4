"""The status that counts on a day: half-open intervals, each edge by the first day that it may mean.

On the day on which one status ends and the next begins the next one holds; a status "from March 2016" counts from
1 March, until the first day on which the next may begin. So no day has two statuses of one member, and between two that
join none is without. `certain` says whether the dates surely cover the day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.edtf import bounds, sort_key
from sitegen.model import (
    Register,
    StatusInterval,
)

#: statuses that are said beside another one and never end it
BESIDE = frozenset({"guest", "applicant"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status that counts on a day; `certain` where the dates surely cover it."""

    interval: StatusInterval
    certain: bool


def first_of(value: str | None, default: int) -> int:
    found = bounds(value)[0] if value else None
    return found.toordinal() if found else default


def last_of(value: str | None, default: int) -> int:
    found = bounds(value)[1] if value else None
    return found.toordinal() if found else default


def counts_on(interval: StatusInterval, on: datetime.date) -> bool:
    """Half-open by the first day that each end may mean. A start not known counts from the first day attested."""
    begin = interval.start or interval.first_attested
    if begin is None:
        return False
    return first_of(begin, 0) <= on.toordinal() < first_of(interval.end, 10**7)


def is_certain_on(interval: StatusInterval, on: datetime.date) -> bool:
    begin = interval.start or interval.first_attested
    if begin is None:
        return False
    return last_of(begin, 10**7) <= on.toordinal() < first_of(interval.end, 10**7)


def standing_on(
    statuses: Register | Iterable[StatusInterval], organization: str, member: str, on: datetime.date
) -> Standing | None:
    """The member's status on a day. A guest's or applicant's yields to any other status of that day."""
    intervals = statuses.statuses if isinstance(statuses, Register) else statuses
    found = [i for i in intervals if i.organization == organization and i.member == member and counts_on(i, on)]
    if not found:
        return None
    best = max(found, key=lambda i: (i.status not in BESIDE, i.curated, sort_key(i.start or i.first_attested or "")))
    return Standing(interval=best, certain=is_certain_on(best, on))


def status_on(
    statuses: Register | Iterable[StatusInterval], organization: str, member: str, on: datetime.date
) -> StatusInterval | None:
    """The interval that counts on a day, or None: no status is known for it."""
    standing = standing_on(statuses, organization, member, on)
    return standing.interval if standing else None
