"""Precision and recall on labelled sentences of our own; floors below which no change may bring them unasked."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.model import World
from sitegen.world import Names, names_of

HERE = Path(__file__).parent
#: file -> (least precision, least recall)
FLOORS = {
    "people_written_first.txt": (0.97, 0.95),
    "people_written_last.txt": (0.97, 0.92),
    "people_press.txt": (0.98, 0.96),
}


def _corpus() -> ModuleType:
    name = "people_corpus"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, HERE / "people_corpus.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="module")
def names() -> Names:
    return names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


@pytest.mark.parametrize("file", FLOORS)
def test_people_and_posts_stay_above_their_floors(file: str, names: Names) -> None:
    corpus = _corpus()
    cases = list(corpus.read_cases(HERE / file))
    right, wrong, missed, log = corpus.score(cases, names)
    precision, recall = right / (right + wrong), right / (right + missed)
    least_precision, least_recall = FLOORS[file]
    assert precision >= least_precision, "\n".join(log)
    assert recall >= least_recall, "\n".join(log)


def test_there_are_sentences_enough_and_half_of_them_about_others() -> None:
    corpus = _corpus()
    cases = [case for file in FLOORS for case in corpus.read_cases(HERE / file)]
    assert len(cases) >= 250
    assert sum(not case.labels for case in cases) >= 50
    shanghai = {"CN", "RU", "KZ", "KG", "TJ", "UZ", "IN", "PK", "IR", "BY"}
    labelled = [case for case in cases if case.labels]
    others = [case for case in labelled if not {label[2] for label in case.labels} & shanghai]
    assert len(others) * 2 >= len(labelled) - 10
