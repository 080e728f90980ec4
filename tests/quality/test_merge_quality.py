"""One event, many outlets: how many pairs of tellings are joined rightly, and independence counted.

Floors on hand-made records: pairwise precision 0.98, recall 0.93, independence right everywhere. Measured 2026-11-25: 1.0,
1.0, all right; the rules were made with this set in view, so the texts read by the parser are measured too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from sitegen.edtf import overlap
from sitegen.extract import extract
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.merge import merge
from sitegen.model import Clipping, Register, World
from sitegen.world import names_of

sys.path.insert(0, str(Path(__file__).parent))
from merge_cases import extraction_of, happenings_of, read_cases

CASES, COUNTS = read_cases()
SECOND = Path(__file__).parent / "merge" / "second.txt"
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


@cache
def read_register(second: bool = False) -> tuple[Register, dict[Telling, str]]:
    """The same clippings as texts, through all rooms; labels go to the event found in the labelled sentence, if one is."""
    names = names_of(world())
    extractions, labels = [], {}
    for case in read_cases(SECOND)[0] if second else CASES:
        meta = {"publisher": case.outlet, "published": case.published}
        text = Clipping(id=case.id, path=f"articles/{case.id}.txt", format="txt", text=case.text, meta=meta,
                        meta_basis=dict.fromkeys(meta, "sidecar"), digest=case.id)  # fmt: skip
        extraction = extract(text, names)
        extractions.append(extraction)
        for label in case.labels:
            fitting = [
                e for e in extraction.record.events
                if (case.id, e.id) not in labels and overlap(e.date, label.date)
                and any(label.words in v.quote or v.quote in label.words for v in e.evidence)
            ]  # fmt: skip
            if fitting:
                best = max(fitting, key=lambda e: (e.classification == label.classification, e.main == label.main))
                labels[case.id, best.id] = label.happening
    return merge(extractions, world()), labels


def scored(register_: Register, labels: dict[Telling, str]) -> tuple[float, float, list[list[Telling]]]:
    """Precision, recall, pairs joined wrongly."""
    by_happening: dict[str, list[Telling]] = {}
    for telling, happening in labels.items():
        by_happening.setdefault(happening, []).append(telling)
    true = pairs(iter(by_happening.values()))
    found = pairs([t for w in e.witnesses if (t := (w.source, w.event or "")) in labels] for e in register_.events)
    both = len(true & found)
    return both / len(found), both / len(true), sorted(sorted(p) for p in found - true)


def test_pairs_of_what_the_parser_reads_are_joined_rightly() -> None:
    """Measured 2026-11-25: 66 of 71 labelled events found, precision 1.0, recall 0.86 (0.75 before the rules for papers signed
    at a meeting, for what is told without its place, for an exercise spoken of). The rest is read wrongly: a successor taken for
    the predecessor, "the last one was held" for a meeting."""
    register_, labels = read_register()
    precision, recall, wrong = scored(register_, labels)
    assert len(labels) >= 64
    assert precision >= 0.98, wrong
    assert recall >= 0.85


def test_pairs_of_the_second_set() -> None:
    """At first sight (before any rule was changed for it): precision 0.76, recall 0.83. Then: formats with one state, papers on
    two matters, talks of two on the sidelines; 1.0 and 1.0."""
    cases, _ = read_cases(SECOND)
    labels = {(case.id, event): happening for case in cases for event, happening in happenings_of(case).items()}
    precision, recall, wrong = scored(merge([extraction_of(c) for c in cases], world()), labels)
    assert precision >= 0.98, wrong
    assert recall >= 0.93


def test_pairs_of_the_second_set_through_the_parser() -> None:
    """At first sight: 37 of 39 labelled events found, precision 0.65, recall 0.44; now 1.0 and 0.60."""
    register_, labels = read_register(True)
    precision, recall, wrong = scored(register_, labels)
    assert len(labels) >= 35
    assert precision >= 0.98, wrong
    assert recall >= 0.58
