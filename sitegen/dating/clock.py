"""The draft's mentions resolved as of any day, each day once."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence

from sitegen.dates import resolve
from sitegen.dates.cues import read_cue
from sitegen.dating.days import Days, Run, united
from sitegen.edtf import bounds, overlap
from sitegen.model import DateMention

#: How far from a known date the days are tried, by the length in days of what the mention names: (longest, reach, step).
_REACH = ((1, 16, 1), (9, 24, 1), (31, 430, 0), (100, 800, 0), (400, 5500, -1))

#: the readers that ask for no date spoken of before, where neither `in` nor a direction is given
_OF_PUBLICATION = frozenset({"full", "shift", "weekday", "month", "season", "quarter", "half"})


def day_of(number: int) -> datetime.date:
    """The day of this number; beyond the calendar's ends its first or last, for a probe may step over them."""
    return datetime.date.fromordinal(min(max(number, 1), datetime.date.max.toordinal()))


class Clock:
    """`at(day)` are the mentions resolved as of that day; a mention's place in the list is its key."""

    def __init__(self, mentions: Sequence[DateMention], told: dict[str, Days | None] | None = None) -> None:
        """`told` is what `days_for` gave an earlier clock of the same mentions, read and filled."""
        self.told = {} if told is None else told
        self.mentions = tuple(mentions)
        self._seen: dict[int, list[DateMention]] = {}
        self._own: dict[tuple[int, int], str | None] = {}
        self._alone = tuple(map(_is_alone, self.mentions, (*self.mentions[1:], None)))

    def at(self, day: int) -> list[DateMention]:
        found = self._seen.get(day)
        if found is None:
            found = resolve(self.mentions, day_of(day))
            self._seen[day] = found
        return found

    def edtf(self, index: int, day: int) -> str | None:
        """What mention `index` comes to as of `day`. Most hang on that day alone: then the others are left unresolved."""
        if not self._alone[index]:
            return self.at(day)[index].edtf
        key = index, day
        if key not in self._own:
            self._own[key] = resolve(self.mentions[index : index + 1], day_of(day))[0].edtf
        return self._own[key]

    def length(self, index: int, day: int) -> int | None:
        """How many days the mention spans as of `day`: 1 for a weekday, 30 for a month."""
        edtf = self.edtf(index, day)
        first, last = bounds(edtf) if edtf else (None, None)
        return (last - first).days + 1 if first and last else None

    def days_for(self, index: int, known: str, loose: bool = False) -> Days | None:
        """The days as of which mention `index` falls on the known date; None where the mention fixes nothing.

        `loose`: the verbs about it do not tell on which side of the day it lies, so a bare weekday or month may
        lie on either.
        """
        key = f"{index} {known} {loose}"
        if key not in self.told:
            self.told[key] = self._days_for(index, known, loose)
        return self.told[key]

    def _days_for(self, index: int, known: str, loose: bool) -> Days | None:
        first, last = bounds(known)
        if first is None or last is None:
            return None
        length = self.length(index, first.toordinal())
        if length is None:
            return None
        row = next((r for r in _REACH if length <= r[0]), None)
        if row is None:
            return None
        _, reach, step = row
        start, end = first.toordinal() - reach, last.toordinal() + reach
        runs: list[Run] = []
        for run in _runs(start, end, step):
            probe = run[0] if step == 1 else (run[0] + run[1]) // 2
            edtf = self.edtf(index, probe)
            if edtf and overlap(edtf, known):
                runs.append(run)
        if loose and self.mentions[index].cue.split(" ")[0] in ("weekday", "month", "monthday", "season") and runs:
            if length == 1:
                runs = [(a - 6, b) for a, b in united(runs)]
            else:
                runs.append((first.toordinal() - 330, last.toordinal() + 330))
        return united(runs)


def _is_alone(mention: DateMention, following: DateMention | None) -> bool:
    """Whether nothing but the publication day decides what the mention comes to: no date before it, no range's other end."""
    if (
        mention.problem
        or not mention.cue
        or (following is not None and read_cue(following.cue or "none").dir == "until")
    ):
        return False
    cue = read_cue(mention.cue)
    return cue.op in _OF_PUBLICATION and not cue.inner and not cue.to and cue.dir not in ("until", "after", "before")


def _runs(start: int, end: int, step: int) -> list[Run]:
    """The runs to try: days, whole months (step 0) or whole years (step -1) that touch start..end."""
    if step == 1:
        return [(d, d) for d in range(start, end + 1)]
    runs: list[Run] = []
    day = day_of(start).replace(day=1)
    if step == -1:
        day = day.replace(month=1)
    while day.toordinal() <= end:
        last = day.replace(month=12 if step == -1 else day.month)
        last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
        runs.append((day.toordinal(), last.toordinal()))
        if last == datetime.date.max:
            break
        day = last + datetime.timedelta(days=1)
    return runs
