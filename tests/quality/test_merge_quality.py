"""One event, many outlets: how many pairs of tellings are joined rightly, and independence counted.

Floors: pairwise precision 0.98, recall 0.93, independence right everywhere. Measured 2026-11-25: see the assertions.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.merge import merge
from sitegen.model import Register, World

sys.path.insert(0, str(Path(__file__).parent))
from merge_cases import extraction_of, happenings_of, read_cases

CASES, COUNTS = read_cases()
Telling = tuple[str, str]  # source id, event id there


@cache
def world() -> World:
    return World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations())


@cache
def register() -> Register:
    return merge([extraction_of(case) for case in CASES], world())


def labelled() -> dict[Telling, str]:
    return {(case.id, event): happening for case in CASES for event, happening in happenings_of(case).items()}


def pairs(groups: Iterator[list[Telling]]) -> set[frozenset[Telling]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def true_pairs() -> set[frozenset[Telling]]:
    by_happening: dict[str, list[Telling]] = {}
    for telling, happening in labelled().items():
        by_happening.setdefault(happening, []).append(telling)
    return pairs(iter(by_happening.values()))


def found_pairs() -> set[frozenset[Telling]]:
    return pairs([(w.source, w.event or "") for w in e.witnesses] for e in register().events)


def test_the_set_is_as_large_as_promised() -> None:
    assert len(CASES) >= 60
    assert len(set(labelled().values())) >= 25
    assert set(COUNTS) == set(labelled().values())


def test_pairs_are_joined_rightly() -> None:
    true, found = true_pairs(), found_pairs()
    wrong = sorted(sorted(p) for p in found - true)
    missed = sorted(sorted(p) for p in true - found)
    precision, recall = len(true & found) / len(found), len(true & found) / len(true)
    assert precision >= 0.98, (precision, wrong)
    assert recall >= 0.93, (recall, missed)


@pytest.mark.parametrize("happening", sorted(COUNTS))
def test_independent_sources_are_counted(happening: str) -> None:
    tellings = {t for t, h in labelled().items() if h == happening}
    event = max(register().events, key=lambda e: len({(w.source, w.event or "") for w in e.witnesses} & tellings))
    assert (len({w.source for w in event.witnesses}), event.independent) == COUNTS[happening]
