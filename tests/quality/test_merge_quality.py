"""One event, many outlets: how many pairs of tellings are joined rightly, and independence counted.

Floors on hand-made records: pairwise precision 0.98, recall 0.93, independence right everywhere. Measured 2026-11-25: 1.0,
1.0, all right; the rules were made with this set in view, so the texts read by the parser are measured too.
"""

from __future__ import annotations

import sys
from collections import Counter
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
SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH, NINTH = (
    Path(__file__).parent / "merge" / f"{name}.txt"
    for name in ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
)
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
def read_register(path: Path | None = None) -> tuple[Register, dict[Telling, str]]:
    """The same clippings as texts, through all rooms; labels go to the event found in the labelled sentence, if one is."""
    names = names_of(world())
    extractions, labels = [], {}
    for case in read_cases(path)[0] if path else CASES:
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
                best = max(
                    fitting,
                    key=lambda e: (
                        label.words in e.evidence[0].quote,
                        e.classification == label.classification,
                        e.main == label.main,
                    ),
                )
                labels[case.id, best.id] = label.happening
    return merge(extractions, world()), labels


def joined_rightly(register_: Register, labels: dict[Telling, str]) -> set[frozenset[Telling]]:
    by_happening: dict[str, list[Telling]] = {}
    for telling, happening in labels.items():
        by_happening.setdefault(happening, []).append(telling)
    found = pairs([t for w in e.witnesses if (t := (w.source, w.event or "")) in labels] for e in register_.events)
    return pairs(iter(by_happening.values())) & found


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
    """The floors are the issue's own. Measured 2026-11-25: 66 of 71 labelled events found, precision 1.0, recall 0.95 (0.75 before the
    rules for papers signed at a meeting, for what is told without its place, for an exercise spoken of)."""
    register_, labels = read_register()
    precision, recall, wrong = scored(register_, labels)
    assert len(labels) >= 64
    assert precision >= 0.98, wrong
    assert recall >= 0.93


#: file, floors of recall as records and as texts. At first sight, before any rule was changed for them (precision, recall): the
#: second 0.76 and 0.83 as records, 0.65 and 0.44 as texts; the third 0.81 and 0.85, 0.75 and 0.50; the fourth 1.0 and 1.0, 1.0
#: and 0.42; the fifth 1.0 and 1.0, 0.80 and 0.94; the sixth 1.0 and 0.84, 1.0 and 0.74; the seventh 1.0 and 0.91, 1.0 and 0.80; the
#: eighth, when those were mended, 0.75 and 0.64, 0.77 and 0.71; the ninth, of look-alikes, 0.53 and 1.0, 0.47 and 0.89. What is missed
#: in texts is mostly read as another kind, or without its place: of all labelled pairs 22 of 30, 21 of 26, 10 of 12, 17 of 17, 35 of 38,
#: 35 of 35, 25 of 28 and 11 of 11 are joined now.
FURTHER = (
    (SECOND, 0.93, 0.70), (THIRD, 0.93, 0.77), (FOURTH, 0.93, 0.80), (FIFTH, 0.93, 0.93), (SIXTH, 0.93, 0.90), (SEVENTH, 0.93, 0.93), (EIGHTH, 0.80, 0.85), (NINTH, 0.93, 0.93),
)  # fmt: skip


@pytest.mark.parametrize(("path", "floor", "_"), FURTHER)
def test_pairs_of_further_sets(path: Path, floor: float, _: float) -> None:
    """Look-alikes of other organizations: formats with one state, papers on two matters, talks of two on the sidelines."""
    cases, _counts = read_cases(path)
    labels = {(case.id, event): happening for case in cases for event, happening in happenings_of(case).items()}
    precision, recall, wrong = scored(merge([extraction_of(c) for c in cases], world()), labels)
    assert precision >= 0.98, wrong
    assert recall >= floor


def all_pairs(path: Path) -> int:
    """Pairs of tellings of one happening that are labelled, whether the parser finds them or not."""
    tellings = Counter(label.happening for case in read_cases(path)[0] for label in case.labels)
    return sum(n * (n - 1) // 2 for n in tellings.values())


@pytest.mark.parametrize(("path", "_", "floor"), FURTHER)
def test_pairs_of_further_sets_through_the_parser(path: Path, _: float, floor: float) -> None:
    """Recall is of all labelled pairs: what the parser does not find counts as missed."""
    register_, labels = read_register(path)
    precision, recall, wrong = scored(register_, labels)
    assert len(labels) >= 0.9 * sum(len(case.labels) for case in read_cases(path)[0])
    assert precision >= 0.98, wrong
    joined = sum(len(pair) == 2 for pair in joined_rightly(register_, labels))
    assert joined / all_pairs(path) >= floor, (joined, all_pairs(path), recall)
