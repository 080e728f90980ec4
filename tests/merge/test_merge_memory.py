"""A merge that remembers gives what a fresh one gives, and works out only the blocks that an edit touches."""

from __future__ import annotations

import sys
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.merge import Memory, merge
from sitegen.merge.kept import block_from_json, block_to_json
from sitegen.merge.readings import Reading
from sitegen.model import Extraction, World

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.merge import extractions

WORLD = World()


@cache
def clippings() -> tuple[Extraction, ...]:
    return tuple(extractions(1200, seed=7))


def keys_of(given: tuple[Extraction, ...] | list[Extraction]) -> dict[str, str]:
    return {e.record.id: f"{e.record.id} {e.record.events}" for e in given}


def with_date(extraction: Extraction, date: str) -> Extraction:
    first, *rest = extraction.record.events
    return replace(extraction, record=replace(extraction.record, events=(replace(first, date=date), *rest)))


def test_the_same_again_makes_no_block() -> None:
    memory = Memory()
    first = merge(clippings(), WORLD, memory=memory)
    assert memory.made > 10
    assert merge(clippings(), WORLD, memory=memory) == first
    assert memory.made == 0


def test_an_edit_makes_only_the_blocks_that_it_touches() -> None:
    memory = Memory()
    merge(clippings(), WORLD, memory=memory)
    edited = [*clippings()]
    edited[40] = with_date(edited[40], "2001-02-03")
    register = merge(edited, WORLD, memory=memory)
    assert register == merge(edited, WORLD)
    assert 1 <= memory.made <= 8


def test_blocks_travel_to_another_process() -> None:
    memory = Memory(keys=keys_of(clippings()))
    register = merge(clippings(), WORLD, memory=memory)
    other = Memory(keys=keys_of(clippings()), stored=memory.fresh())
    assert merge(clippings(), WORLD, memory=other) == register
    assert other.made == 0
    assert other.fresh() == {}
    assert other.used == set(other.stored)


def test_without_keys_nothing_travels() -> None:
    memory = Memory()
    merge(clippings(), WORLD, memory=memory)
    assert memory.fresh() == {}


@pytest.mark.parametrize("damaged", [b"", b"[]x", b'[["no event"]]', b"[[{}, [], []]]"])
def test_damaged_bytes_are_made_again(damaged: bytes) -> None:
    assert block_from_json(damaged) is None
    memory = Memory(keys=keys_of(clippings()))
    register = merge(clippings(), WORLD, memory=memory)
    broken = dict.fromkeys(memory.fresh(), damaged)
    assert merge(clippings(), WORLD, memory=Memory(keys=keys_of(clippings()), stored=broken)) == register


def test_a_block_as_bytes_is_the_block() -> None:
    events = merge(clippings()[:60], WORLD).events
    assert block_from_json(block_to_json(events)) == events


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 299), st.sampled_from(["1999-05-06", "2004", "2004-07", "2010-01-01/2010-01-04"])),
        max_size=4,
    ),
    st.lists(st.integers(0, 299), max_size=3),
)
def test_any_edits_in_any_order_give_what_a_fresh_merge_gives(edits: list[tuple[int, str]], gone: list[int]) -> None:
    memory = Memory(keys=keys_of(clippings()))
    merge(clippings(), WORLD, memory=memory)
    now = [*clippings()]
    for at, date in edits:
        now[at] = with_date(now[at], date)
    kept = [e for n, e in enumerate(now) if n not in gone]
    memory.keys = keys_of(kept)
    fresh = merge(kept, WORLD)
    assert merge(kept[::-1], WORLD, memory=memory) == fresh
    other = Memory(keys=keys_of(kept), stored=memory.fresh())
    assert merge(kept, WORLD, memory=other) == fresh


def test_readings_travel_whole() -> None:
    """A field that is not kept would be lost on the way to another process, in silence."""
    memory = Memory(keys=keys_of(clippings()))
    merge(clippings(), WORLD, memory=memory)
    other = Memory(keys=keys_of(clippings()), stored=memory.fresh())
    merge(clippings(), WORLD, memory=other)
    assert other.kept.known
    apart = {"kept", "asked", "near", "said", "witnesses", "matter", "_words"}  # found when asked for
    names = [f.name for f in fields(Reading) if f.name not in apart]
    for stamp, readings in memory.kept.now.items():
        for one, two in zip(readings, other.kept.now[stamp], strict=True):
            for name in names:
                mine, its = getattr(one, name), getattr(two, name)
                assert [set(t) for t in mine] == [set(t) for t in its] if name == "tokens" else mine == its, name
