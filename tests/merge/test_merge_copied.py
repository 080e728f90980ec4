"""Who copies whom, told from the last look: never other than what a look at all clippings says, and mostly told at all."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from sitegen.merge import copied, wire
from sitegen.merge.copied import copied_from_json, look_again, look_at_all
from sitegen.model import Extraction

sys.path.insert(0, str(Path(__file__).parent))
from merge_builders import clipping

WORDS = [f"w{n}" for n in range(400)]


def sentences(chance: random.Random, count: int) -> list[str]:
    return [" ".join(chance.choices(WORDS, k=14)) for _ in range(count)]


def text(chance: random.Random, stock: list[str]) -> str:
    """Of one site: some sentences are the clipping's own, some are set phrases."""
    own, said = sentences(chance, 8), chance.sample(stock, chance.randint(1, 8))
    return ". ".join(chance.sample([*own, *said], k=len(own) + len(said)))


def changed(chance: random.Random, bodies: dict[str, str], stock: list[str]) -> None:
    name = chance.choice(sorted(bodies))
    what = chance.random()
    if what < 0.15:
        del bodies[name]
    elif what < 0.3:
        bodies[f"n{chance.randrange(10**6)}"] = text(chance, stock)
    elif what < 0.4:
        bodies[f"c{chance.randrange(10**6)}"] = bodies[name][chance.randrange(60) :]  # a copy
    elif what < 0.45:
        other = bodies[chance.choice(sorted(bodies))]
        bodies[f"h{chance.randrange(10**6)}"] = bodies[name][: len(bodies[name]) // 2] + other[len(other) // 2 :]
    elif what < 0.48:
        bodies[name] = bodies[name][:60]
    else:
        bodies[name] = f"{bodies[name]}. {chance.choice([*stock, *sentences(chance, 1)])}"


def sources(bodies: dict[str, str]) -> list[Extraction]:
    return [clipping(name, body=body) for name, body in sorted(bodies.items())]


@pytest.mark.parametrize("crowd", [2, 4, 40])
def test_any_sequence_of_changes_gives_the_groups_of_a_look_at_all(crowd: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "CROWD", crowd)
    monkeypatch.setattr(copied, "CROWD", crowd)
    told = 0
    for seed in range(8):
        chance = random.Random(seed)
        stock = sentences(chance, 12)
        bodies = {f"s{n}": text(chance, stock) for n in range(24)}
        known = look_at_all(sources(bodies), {})
        for _ in range(14):
            for _ in range(chance.choice((1, 1, 2))):
                changed(chance, bodies, stock)
            known_by_heart = copied_from_json(known.to_json())
            assert known_by_heart is not None
            again, whole = look_again(known_by_heart, sources(bodies)), look_at_all(sources(bodies), {})
            if again is not None:
                told += 1
                assert again.groups == whole.groups
            known = whole if again is None else again
    assert told > (8 * 14 * 0.3 if crowd == 40 else 0)


def test_an_edit_beside_the_copies_is_told_without_a_look_at_all() -> None:
    chance = random.Random(5)
    stock = sentences(chance, 12)
    bodies = {f"s{n}": text(chance, stock) for n in range(40)}
    bodies["wire"] = text(chance, stock)
    bodies["paper"] = bodies["wire"][:-80]
    known = look_at_all(sources(bodies), {})
    assert known.groups == (("paper", "wire"),)
    bodies["s3"] += ". " + sentences(chance, 1)[0]
    again = look_again(known, sources(bodies))
    assert again is not None
    assert again.groups == known.groups
    bodies["paper"] = text(chance, stock)
    assert look_again(again, sources(bodies)) is None


def test_what_is_damaged_is_not_believed() -> None:
    known = look_at_all(sources({"a": "one " * 90, "b": "two " * 90}), {})
    data = known.to_json()
    assert copied_from_json(data) is not None
    for broken in (b"", b"{}", data[:-9], data.replace(b'"a"', b'"q"').replace(b"[]", b'[["a","b"]]')):
        assert copied_from_json(broken) is None
