"""The draft's mentions resolved as of any day, each day once."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence

from sitegen.dates import resolve
from sitegen.dates.calendar import moment_of
from sitegen.dates.cues import read_cue
from sitegen.dating.days import Days, Run, united
from sitegen.edtf import bounds, overlap
from sitegen.model import DateMention

#: How far from a known date the days are tried, by the length in days of what the mention names: (longest, reach, step).
_REACH = ((1, 16, 1), (9, 24, 1), (31, 560, 0), (100, 800, 0), (400, 5500, -1))

#: the readers that ask for no date spoken of before, where neither `in` nor a direction is given
_OF_PUBLICATION = frozenset({"full", "shift", "weekday", "month", "monthday", "season", "quarter", "half"})
#: those that fall as many days from the day of publication in one week as in the next
_OF_THE_WEEK = ("weekday ", "shift day ")


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
        self._offsets: dict[tuple[int, int], int] = {}  # mention and day of the week -> days from publication
        self._alone = tuple(_is_alone(self.mentions, n) for n in range(len(self.mentions)))

    def at(self, day: int) -> list[DateMention]:
        found = self._seen.get(day)
        if found is None:
            found = resolve(self.mentions, day_of(day))
            self._seen[day] = found
        return found

    def edtf(self, index: int, day: int) -> str | None:
        """What mention `index` comes to as of `day`. Most hang on that day alone: then the others are left unresolved."""
        if day in self._seen:
            return self._seen[day][index].edtf
        if (index, day % 7) in self._offsets:
            return day_of(day + self._offsets[index, day % 7]).isoformat()
        key = index, day
        if key not in self._own:
            alone = self._alone[index]
            told = self.mentions[index : index + 1] if alone else self.mentions[: index + 2]
            found = self._own[key] = resolve(told, day_of(day))[0 if alone else index].edtf
            if alone and found and _is_of_the_week(self.mentions[index]):
                self._offsets[index, day % 7] = datetime.date.fromisoformat(found).toordinal() - day
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


def _is_alone(mentions: Sequence[DateMention], index: int) -> bool:
    """Whether nothing but the publication day decides what the mention comes to: no date before it, no range's other end."""
    mention, following = mentions[index], mentions[index + 1 : index + 2]
    if mention.problem or not mention.cue or any(read_cue(m.cue or "none").dir == "until" for m in following):
        return False
    cue = read_cue(mention.cue)
    if cue.op not in _OF_PUBLICATION or cue.inner or cue.to or cue.year or cue.dir in ("until", "after", "before"):
        return False
    return cue.op != "monthday" or not any(_names_day(m, int(cue.args[0]), int(cue.args[1])) for m in mentions[:index])


def _names_day(mention: DateMention, month: int, day: int) -> bool:
    """Whether it is that day with its year: where the day alone stands later, it is of that year."""
    cue = read_cue(mention.cue or "none")
    moment = moment_of(cue.args[0]) if cue.op == "full" else None
    return moment is not None and (moment.day.month, moment.day.day) == (month, day)


def _is_of_the_week(mention: DateMention) -> bool:
    """Whether a day of the week and publication's own decide it, so that a week later it is the day a week later."""
    cue = read_cue(mention.cue)
    return mention.cue.startswith(_OF_THE_WEEK) and not cue.plus and not cue.whole


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
