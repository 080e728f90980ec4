"""From constraints to an answer: the days that most of the weight allows, and the day among them that the words name."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence

from sitegen.dating.clock import Clock
from sitegen.dating.constraint import Constraint
from sitegen.dating.days import FIRST, LAST, Days, common, holds, in_words, is_bounded, size, united, within
from sitegen.edtf import bounds, of_days
from sitegen.model import Published

#: Wider than this many days the answer tells a reader nothing that the text does not.
TOO_WIDE = 12 * 366


def heaviest(constraints: Sequence[Constraint]) -> tuple[Days, list[Constraint], list[Constraint]]:
    """The days on which the most weight of constraints holds, those that hold there, and those that contradict."""
    edges = {FIRST, LAST + 1}
    for c in constraints:
        for first, last in c.days:
            edges |= {first, last + 1}
    cuts = sorted(edges)
    best, runs = -1.0, []
    for first, following in itertools.pairwise(cuts):
        weight = round(sum(c.weight for c in constraints if holds(c.days, first)), 6)
        if weight > best:
            best, runs = weight, [(first, following - 1)]
        elif weight == best:
            runs.append((first, following - 1))
    days = united(runs)
    kept = [c for c in constraints if common(c.days, days)]
    return days, kept, [c for c in constraints if not common(c.days, days)]


def latest_day(clock: Clock, weekdays: Sequence[int], day: int) -> tuple[int, int] | None:
    """As of `day`: the latest day on or before it that the mentions `weekdays` name, and how far back they reach."""
    found = []
    for index in weekdays:
        edtf = clock.at(day)[index].edtf
        first, last = bounds(edtf) if edtf else (None, None)
        if first is not None and first == last and first.toordinal() <= day:
            found.append(first.toordinal())
    return (max(found), day - min(found)) if found else None


def named_day(days: Days, clock: Clock, weekdays: Sequence[int]) -> int | None:
    """The one of `days` that is itself the latest day named; of several, the one whose days lie closest together."""
    if not weekdays or size(days) > 62:
        return None
    fitting = []
    for first, last in days:
        for day in range(first, last + 1):
            found = latest_day(clock, weekdays, day)
            if found is not None and found[0] == day:
                fitting.append((found[1], day))
    if not fitting:
        return None
    spread = min(fitting)[0]
    closest = [day for reach, day in fitting if reach == spread]
    return closest[0] if len(closest) == 1 else None


_WEEK = 7


def _is_of(guess: Constraint, day: int, clock: Clock) -> bool:
    """Whether `day` is the one that the guess itself names as done."""
    if guess.about is None or guess.name == "day ahead":
        return False
    edtf = clock.at(day)[guess.about].edtf
    first = bounds(edtf)[0] if edtf else None
    return first is not None and first.toordinal() == day


def answer(constraints: Sequence[Constraint], clock: Clock, weekdays: Sequence[int]) -> Published:
    """The day, an interval, or unknown; one line for each constraint that counted, and what would settle the rest."""
    if not constraints:
        return Published(date=None, basis="unknown", explanation=("nothing in the text tells when it was written",))
    days, kept, against = heaviest(constraints)
    lines = [_line(c, days) for c in _telling(kept, days)]
    lines += [f"not obeyed, for it contradicts the rest: {c.line}" for c in against]
    lost = sum(c.weight for c in against)
    if lost > sum(c.weight for c in kept) * 0.6:
        return Published(
            date=None,
            basis="unknown",
            explanation=(*lines, "the constraints contradict one another too far: no day is inferred"),
        )
    if not is_bounded(days):
        lines.append(f"that leaves {in_words(days)}: a known event or status told of would settle the rest")
        return Published(date=None, basis="unknown", explanation=tuple(lines))
    dateline = any(c.name == "dateline" and c.weight >= 2.5 for c in kept)
    day = days[0][0] if size(days) == 1 or dateline else named_day(days, clock, weekdays)
    guess = next((c for c in kept if c.name in ("month and day", "day ahead", "news")), None)
    known = guess is not None and any(c.name == "known event" and c.about == guess.about for c in kept)
    if day is not None and guess is not None and size(days) >= _WEEK and not dateline:
        # one weekday falls into every week: of a whole week that rests on a guess it picks nothing
        day = day if known and _is_of(guess, day, clock) else None
    if day is not None:
        when = datetime.date.fromordinal(day)
        if size(days) > 1 and not dateline:
            lines.append(
                f"among {in_words(days)} only {when:%A} {when.isoformat()} is the latest day that the text names"
            )
        return Published(date=when.isoformat(), basis="inferred", explanation=tuple(lines))
    first, last = days[0][0], days[-1][1]
    if last - first > TOO_WIDE:
        lines.append(f"that leaves {in_words(days)}, too wide to say")
        return Published(date=None, basis="unknown", explanation=tuple(lines))
    lines.append(f"that leaves {in_words(days)}: the day of an event told of would settle the rest")
    date = of_days(datetime.date.fromordinal(first), datetime.date.fromordinal(last))
    return Published(date=date, basis="inferred", explanation=tuple(lines))


def _line(c: Constraint, days: Days) -> str:
    """The constraint in words; of several known happenings only those that fit the answer."""
    if not c.choices:
        return c.line
    fitting = [(label, runs) for label, runs in c.choices if common(runs, days)]
    phrase = c.line.split(" of ", 1)[0]
    others = len(c.choices) - len(fitting)
    also = f" ({others} other known happening{'' if others == 1 else 's'} would not fit)" if others else ""
    labels = " or ".join(label for label, _ in fitting[:3])
    return f"{phrase} of {labels}{also}: published {in_words(united(r for _, runs in fitting for r in runs))}"


def _telling(kept: Sequence[Constraint], days: Days) -> list[Constraint]:
    """The constraints that bound the answer, tightest first; of terms, statuses and counts that say the same, one."""
    out: list[Constraint] = []
    for c in sorted(kept, key=lambda c: size(c.days)):
        looser = any(o.name == c.name and within(o.days, c.days) for o in out)
        if not looser or c.name == "known event":
            out.append(c)
    return out
