"""The readings of a block -> groups, each of one event; in an order of its own, so that input order is nothing.

Curated events come first, then gatherings of a few days, days, weeks, months, years: a coarse reading looks for the
finer one that it means. Each joins the group that fits it best. A group is found through tokens (time, kind, and a
city, organization, person or name), never by going through all, so that cost grows with the number of readings.
A second step joins groups of neighbouring days (day one and day two), unless one source tells of both as two events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.merge.blocks import neighbour_keys
from sitegen.merge.groups import Group, apart, is_day_of, is_hopeless
from sitegen.merge.readings import Reading
from sitegen.merge.same import CLEAR, ENOUGH, FORBIDDEN, OTHER_COUNTRIES, Verdict, compare, share_title
from sitegen.merge.shelves import Token

#: a token that leads to more groups than this tells nothing any more
CROWD = 150
#: a coarse reading must fit one group better than the next by so much: "a meeting in 2018" is no certain one
MARGIN = 0.75
#: so much less than `ENOUGH` may speak for a reading that another one leads to a group
DOUBT = 1.5
BY_CURATOR = ("a curator joined them",)


_ORDER = {1: 0, 0: 1, 2: 2, 3: 3, 4: 4, 5: 5}


def order(reading: Reading) -> tuple[object, ...]:
    """The order of work: from what is surest and finest to what is coarsest; the rest makes it total."""
    return (
        not reading.curated, _ORDER[reading.grain], reading.first, reading.last, reading.is_planned, not reading.main,
        reading.event.classification, reading.city, reading.key,
    )  # fmt: skip


class Clustering:
    """The work in progress; `groups` in the end. `together` and `apart` are pairs of reading keys that curators set."""

    def __init__(self, together: Iterable[tuple[str, str]] = (), apart: Iterable[tuple[str, str]] = ()) -> None:
        self._groups: list[Group] = []
        self._moved: dict[int, int] = {}
        self._index: dict[Token, list[int]] = {}
        self._place: dict[str, int] = {}
        self._together: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for a, b in together:
            self._together.setdefault(a, []).append(b)
            self._together.setdefault(b, []).append(a)
        for a, b in apart:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    @property
    def groups(self) -> list[Group]:
        return [g for g in self._groups if g.number not in self._moved]

    def _at(self, number: int) -> Group:
        while number in self._moved:
            number = self._moved[number]
        return self._groups[number]

    def is_apart(self, reading: Reading, group: Group) -> bool:
        forbidden = self._apart.get(reading.key)
        return bool(forbidden) and any(r.key in forbidden for r in group.readings)  # type: ignore[operator]

    def place(self, reading: Reading) -> None:
        forced = [self._at(self._place[k]) for k in self._together.get(reading.key, ()) if k in self._place]
        if forced:
            target = forced[0]
            for other in forced[1:]:
                self.unite(target, other, BY_CURATOR)
            self._add(target, reading, BY_CURATOR)
            return
        best: tuple[float, Group, Verdict] | None = None
        second = FORBIDDEN
        fitting: list[Group] = []
        for group in self._candidates(reading):
            verdict = self._fit(reading, group)
            if not verdict.is_same:
                continue
            if verdict.firm:
                fitting.append(group)
            if (
                best is None
                or verdict.score > best[0]
                or (verdict.score == best[0] and apart(reading, group) < apart(reading, best[1]))
            ):
                second = best[0] if best else second
                best = (verdict.score, group, verdict)
            else:
                second = max(second, verdict.score)
        if best and ((reading.grain <= 1 and best[2].firm) or best[0] - second >= MARGIN):
            self._add(best[1], reading, best[2].reasons)
            if len(fitting) > 1 and best[2].firm:
                self._gather(best[1], reading, fitting)
            return
        self._groups.append(group := Group(len(self._groups)))
        self._add(group, reading)

    def _gather(self, into: Group, bridge: Reading, fitting: Sequence[Group]) -> None:
        """Single readings that `bridge` tells of as well, as long as nothing in the group speaks against them."""
        for other in fitting:
            if other is into or len(other.readings) > 1 or other.curated:
                continue
            single = other.readings[0]
            near = [compare(single, r).score for r in into.asked if r is not bridge]
            if min(near, default=FORBIDDEN) >= ENOUGH - DOUBT and (verdict := self._fit(single, into)).is_same:
                self.unite(into, other, verdict.reasons)

    def _candidates(self, reading: Reading) -> list[Group]:
        numbers: set[int] = set()
        index = self._index
        for token in reading.asked:
            found = index.get(token)
            if found and len(found) <= CROWD:
                numbers.update(found)
        if self._moved:
            numbers = {self._at(n).number for n in numbers}
        return [self._groups[n] for n in sorted(numbers)]

    def _fit(self, reading: Reading, group: Group) -> Verdict:
        """How well `reading` fits the group: as its best member says, if none forbids."""
        if self.is_apart(reading, group):
            return Verdict(FORBIDDEN, False)
        twice = reading.source in group.sources and bool(reading.source)
        if twice and not self._repeats(reading, group):
            return Verdict(FORBIDDEN, False)
        if reading.curated and group.curated:
            return Verdict(FORBIDDEN, False)
        best = Verdict(FORBIDDEN, False)
        curated = group.curated if reading.family == "accession" else None
        for member in group.asked:
            if is_hopeless(reading, member):
                continue
            verdict = compare(reading, member)
            if verdict.score == FORBIDDEN and verdict.reasons != ("the dates can't agree",):
                if verdict.reasons == (OTHER_COUNTRIES,) and curated and reading.countries < curated.countries:
                    continue  # another of the countries of one accession
                if group.reasons.get(member.key) == BY_CURATOR:
                    continue  # it was put here though it looks like another kind: that keeps nothing else away
                return verdict
            gap = max(reading.first, member.first) - min(reading.last, member.last)
            if (gap <= 0 or share_title(reading, member)) and verdict.rank > best.rank:
                best = verdict
                if best.score >= CLEAR and best.particular:
                    return best
        return best

    @staticmethod
    def _repeats(reading: Reading, group: Group) -> bool:
        """One source tells of two events in two records; only a repetition, or a day within, joins its own group."""
        for member in group.readings:
            if member.source != reading.source:
                continue
            if {reading.family, member.family} <= {"accession", "agreement"} and group.curated:
                continue  # the several countries of one accession, and its paper, each told in a record of its own
            if reading.family == member.family == "exercise" and any(share_title(reading, m) for m in group.asked):
                continue  # how it began, how it ended
            if (
                group.curated
                and {reading.family, member.family} <= {group.curated.family, "other"}
                and all(group.curated.first <= r.first and r.last <= group.curated.last for r in (reading, member))
            ):
                continue  # day one and day two of what a curator knows to be one gathering
            if member.event.classification != reading.event.classification or member.city != reading.city:
                return False
            if is_day_of(member, reading) or is_day_of(reading, member):
                continue
            if (member.first, member.last) != (reading.first, reading.last):
                inside = member.first <= reading.first and reading.last <= member.last
                around = reading.first <= member.first and member.last <= reading.last
                if not ((inside or around) and group.curated is not None):
                    return False
            if (member.people and reading.people and member.people != reading.people) or member.words != reading.words:
                return False
        return True

    def _add(self, group: Group, reading: Reading, reasons: tuple[str, ...] = ()) -> None:
        before = len(group.asked)
        group.add(reading, reasons)
        self._place[reading.key] = group.number
        if len(group.asked) == before:
            return
        index, number = self._index, group.number
        for token in reading.kept:
            known = index.get(token)
            if known is None:
                index[token] = [number]
            elif known[-1] != number:  # seldom a second time, and then it does no harm
                known.append(number)

    def unite(self, into: Group, other: Group, reasons: tuple[str, ...]) -> None:
        if into.number == other.number:
            return
        self._moved[other.number] = into.number
        for reading in other.readings:
            known = other.reasons.get(reading.key, ())
            into.add(reading, known or reasons)
            self._place[reading.key] = into.number

    def join_neighbouring_days(self) -> None:
        """Day one and day two of one gathering or exercise, where no source tells of both as two events."""
        by_day: dict[tuple[object, ...], list[Group]] = {}
        for group in self.groups:
            for key in neighbour_keys(group.asked[0]):
                by_day.setdefault(key, []).append(group)
        for key in sorted(by_day, key=repr):
            ordered = sorted(by_day[key], key=lambda g: (g.first, g.number))
            for at, earlier in enumerate(ordered):
                for later in ordered[at + 1 : at + 12]:
                    self._join_if_neighbours(earlier, later)

    def _join_if_neighbours(self, earlier: Group, later: Group) -> None:
        one, two = self._at(earlier.number), self._at(later.number)
        if one.number == two.number or (one.curated and two.curated):
            return
        if (one.sources & two.sources) - {""} or any(self.is_apart(r, two) for r in one.readings):
            return
        best = Verdict(FORBIDDEN, False)
        for a in one.asked:
            for b in two.asked:
                if a.is_pair != b.is_pair and not a.people & b.people:
                    return  # talks of two beside a gathering
                verdict = compare(a, b)
                if verdict.score == FORBIDDEN and verdict.reasons != ("the dates can't agree",):
                    return
                if verdict.score > best.score and a.levels[:1] == b.levels[:1] and a.organizations == b.organizations:
                    best = verdict
        if best.is_same and best.score >= ENOUGH + 0.5:
            if two.curated:
                one, two = two, one
            self.unite(one, two, (*best.reasons, "neighbouring days of one gathering"))


def cluster(
    readings: Sequence[Reading], together: Iterable[tuple[str, str]] = (), apart: Iterable[tuple[str, str]] = ()
) -> list[Group]:
    """Group a block's readings, which stand in their `order`."""
    if len(readings) == 1:
        group = Group(0)
        group.add(readings[0])
        return [group]
    work = Clustering(together, apart)
    for reading in readings:
        work.place(reading)
    work.join_neighbouring_days()
    return work.groups
