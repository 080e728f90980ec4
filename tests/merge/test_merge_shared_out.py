"""However many processes merge, the register is the same, and so is what is remembered of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from merge_builders import clipping, event, world

from sitegen.merge import Memory, gathered, merge
from sitegen.model import Extraction
from sitegen.render import excerpts

PLACES = ("Astana/KZ", "Moscow/RU", "Beijing/CN", "Dushanbe/TJ")


def clippings() -> list[Extraction]:
    """Four outlets tell of each of a dozen meetings, two of them in the same words."""
    return [
        clipping(f"{outlet}-{month:02}", event(f"2014-{month:02}-1{month % 4}", PLACES[month % 4]),
                 published=f"2014-{month:02}-20", body=f"A meeting, the same words of month {month}." if outlet in "ab" else None)
        for month in range(1, 13)
        for outlet in "abcd"
    ]  # fmt: skip


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_processes_changes_nothing(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {e.record.id: f"key of {e.record.id}" for e in clippings()}
    alone = Memory(keys=keys)
    expected = merge(clippings(), world(), memory=alone)
    for module in (gathered, excerpts):
        monkeypatch.setattr(module, "PARALLEL_FROM", 1)
    shared = Memory(keys=keys, jobs=jobs)
    found = merge(clippings(), world(), memory=shared)
    assert found == expected
    assert len(found.copies) == 12
    assert shared.fresh() == alone.fresh()
    assert excerpts.excerpts_of(found, {}, jobs) == excerpts.excerpts_of(expected)
