"""Events, main events and inferred publication days against the labelled clippings; floors in events_floors.toml.

The undated clippings are dated against the curated world of this repository alone: none of its clippings is read.
"""

from __future__ import annotations

import importlib.util
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sitegen.dating import date_undated
from sitegen.edtf import is_day
from sitegen.extract import annotate, finish
from sitegen.gather import Options, Result, read_content
from sitegen.listing import as_given
from sitegen.merge import merge
from sitegen.model import ArticleRecord, Clipping, Register, World
from sitegen.read import read_clipping
from sitegen.world import Names

HERE = Path(__file__).parent
CLIPPINGS = HERE / "clippings"
FLOORS = tomllib.loads((HERE / "events_floors.toml").read_text(encoding="utf-8"))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("events_score", HERE / "events_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SCORE = _scorer()


@pytest.fixture(scope="module")
def world() -> tuple[Names, Register, World]:
    result = Result()
    source, names, *_ = read_content(Options(content=HERE.parents[1] / "content", cache=None), result)
    return names, merge([], source.world), source.world


def record_of(clipping: Clipping, names: Names, register: Register) -> ArticleRecord:
    draft = annotate(clipping, names)
    published = draft.article.published
    if published.date is None:
        published = date_undated(draft, register, names)
    return finish(draft, published, names).record


@pytest.fixture(scope="module")
def tally_of(world: tuple[Names, Register, World]) -> Callable[[Path, Path], Any]:
    names, register, _ = world

    def tally(labels: Path, folder: Path) -> Any:
        pairs = []
        for gold in SCORE.read_labels(labels):
            name = gold.get("file") or f"{gold['id']}.txt"
            pairs.append((gold, record_of(load(folder / name), names, register)))
        return SCORE.score(pairs)

    return tally


def load(path: Path) -> Clipping:
    files, _ = as_given(path)
    clipping, problems = read_clipping(files[0])
    assert clipping is not None, problems
    return clipping


def check(tally: Any, floors: dict[str, float]) -> None:
    shares = tally.shares
    low = {name: (shares[name], floor) for name, floor in floors.items() if shares[name] < floor}
    assert not low, f"{low}\n" + "\n".join(tally.remarks)


@pytest.mark.parametrize("half", ["first", "second"])
def test_labelled_clippings_reach_their_floors(half: str, tally_of: Callable[[Path, Path], Any]) -> None:
    check(tally_of(CLIPPINGS / f"gold-{half}.jsonl", CLIPPINGS), FLOORS[half])


def test_seeds_reach_their_floors(shared: Path, tally_of: Callable[[Path, Path], Any]) -> None:
    check(tally_of(shared / "seeds" / "gold.jsonl", shared / "seeds"), FLOORS["seeds"])


def test_confidence_is_no_boast(tally_of: Callable[[Path, Path], Any]) -> None:
    """Of the records at each stated level at least the stated share is right, a tenth allowed for small numbers."""
    levels: dict[float, list[bool]] = {}
    for half in ("first", "second"):
        for level, hits in tally_of(CLIPPINGS / f"gold-{half}.jsonl", CLIPPINGS).levels.items():
            levels.setdefault(level, []).extend(hits)
    table = "\n".join(f"{level:.2f}  {len(h):4}  {sum(h) / len(h):.2f}" for level, h in sorted(levels.items()))
    print(f"stated  records  right\n{table}")
    assert all(sum(h) / len(h) >= level - 0.1 for level, h in levels.items() if len(h) >= 10), table


def test_undated_clippings_become_days_intervals_or_unknown(world: tuple[Names, Register, World]) -> None:
    names, register, _ = world
    kinds = {"day": 0, "interval": 0, "unknown": 0}
    for half in ("first", "second"):
        for gold in SCORE.read_labels(CLIPPINGS / f"gold-{half}.jsonl"):
            if gold["published"]["in_text"]:
                continue
            record = record_of(load(CLIPPINGS / gold["file"]), names, register)
            date = record.published.date
            kinds["unknown" if date is None else "day" if is_day(date) else "interval"] += 1
            assert record.published.explanation
    assert kinds["day"] >= 10
    assert kinds["interval"] >= 3
    assert kinds["unknown"] >= 2


def test_without_a_world_no_day_is_made_up(world: tuple[Names, Register, World], shared: Path) -> None:
    """Without curated events and statuses the undated seeds get an interval or nothing, never another day."""
    names, _, whole = world
    bare = merge([], replace(whole, events=(), organizations=()))
    truth = {"000_8bf4535f0e59affe": "2015-06-30", "002_20e13a9823b06f4d": "2018-04-24"}
    for ident, day in truth.items():
        draft = annotate(load(shared / "seeds" / f"{ident}.txt"), names)
        date = date_undated(draft, bare, names).date
        assert date is None or date == day or not is_day(date)
