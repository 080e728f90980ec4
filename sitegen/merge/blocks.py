"""Readings -> blocks: what may be compared at all, so that each block is merged by itself and remembered.

Two readings are in one block where one is kept under a token that the other looks under (`shelves.tokens_of`), where a
person joined them, or where they may be neighbouring days of one gathering; and so on from each to the next. Nothing
outside a block can change what becomes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from sitegen.merge.readings import LONGEST_GATHERING, Reading
from sitegen.merge.same import LONGEST_EXERCISE
from sitegen.merge.shelves import Features, Token, tokens_of

#: readings of one place and organization farther apart than this are never neighbouring days of one happening
APART = max(LONGEST_EXERCISE, 2 * LONGEST_GATHERING)


def neighbour_keys(reading: Reading) -> Sequence[tuple[object, ...]]:
    """Under what a reading is looked at as day one or day two of one gathering or exercise; () where it never is."""
    if reading.near is None:
        reading.near = _neighbour_keys(reading)
    return reading.near


def _neighbour_keys(reading: Reading) -> Sequence[tuple[object, ...]]:
    if reading.grain > 1 or reading.family not in ("gathering", "exercise"):
        return ()
    found: list[tuple[object, ...]] = []
    if reading.city or reading.titles:
        where = reading.city or reading.titles
        found += [(reading.family, where, organization) for organization in sorted(reading.organizations) or [""]]
    if reading.is_pair and len(reading.people) == 2:
        found.append(("pair", *sorted(reading.people)))  # a visit of two days, told of by city and by country
    return found


def blocks_of(
    readings: Sequence[Reading], together: Iterable[tuple[str, str]] = (), numbers: Features | None = None
) -> list[list[Reading]]:
    """The blocks, each in the order of `readings`, by their first reading. `numbers`: of features, read and filled.

    Leaves in each reading the tokens that lead to or from another one.
    """
    features = Features() if numbers is None else numbers
    top = list(range(len(readings)))

    def find(n: int) -> int:
        while top[n] != n:
            top[n] = n = top[top[n]]
        return n

    def join(a: int, b: int) -> None:
        a, b = find(a), find(b)
        if a != b:
            top[max(a, b)] = min(a, b)

    first: dict[Token, int] = {}  # the reading first kept under a token: mostly the only one, so lists are few
    further: dict[Token, list[int]] = {}
    for n, reading in enumerate(readings):
        if reading.tokens is None:
            reading.tokens = tokens_of(reading, features)
        for token in reading.tokens[0]:
            if first.setdefault(token, n) != n:
                further.setdefault(token, []).append(n)
    sought: set[Token] = set()
    for n, reading in enumerate(readings):
        useful = []
        assert reading.tokens is not None
        for token in reading.tokens[1]:
            known = first.get(token)
            if known is None or (known == n and token not in further):
                continue
            useful.append(token)
            if top[known] != top[n]:
                join(n, known)
            if token not in sought:
                sought.add(token)
                for other in further.get(token, ()):
                    if top[other] != top[n]:
                        join(n, other)
        reading.asked = useful
    for reading in readings:
        assert reading.tokens is not None
        reading.kept = [token for token in reading.tokens[0] if token in sought]
    _join_neighbours(readings, join)
    at = {reading.key: n for n, reading in enumerate(readings)} if together else {}
    for one, two in together:
        if one in at and two in at:
            join(at[one], at[two])
    found: dict[int, list[Reading]] = {}
    for n, reading in enumerate(readings):
        found.setdefault(find(n), []).append(reading)
    return list(found.values())


def _join_neighbours(readings: Sequence[Reading], join: Callable[[int, int], None]) -> None:
    by_place: dict[tuple[object, ...], list[int]] = {}
    for n, reading in enumerate(readings):
        for key in neighbour_keys(reading):
            by_place.setdefault(key, []).append(n)
    for several in by_place.values():
        if len(several) < 2:
            continue
        several.sort(key=lambda n: readings[n].first)
        reached = readings[several[0]].last
        for one, two in pairwise(several):
            if readings[two].first - reached <= APART:
                join(one, two)
            reached = max(reached, readings[two].last)
