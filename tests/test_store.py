"""The store is a hint: whatever is done to its file, a build goes on as if it were empty."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sitegen.store import Store, remove_cache


def filled(folder: Path) -> Path:
    store = Store(folder)
    store.put((f"k{i}", bytes([i]) * 500) for i in range(50))
    store.close()
    return folder / "store.sqlite"


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    filled(tmp_path)
    store = Store(tmp_path)
    assert store.get("k7") == b"\x07" * 500
    assert store.get("other") is None
    assert not store.damaged
    store.forget_all_but(["k7"])
    assert (store.get("k7"), store.get("k8")) == (b"\x07" * 500, None)
    store.close()


@pytest.mark.parametrize("seed", range(50))
def test_a_damaged_file_gives_misses_never_wrong_bytes(seed: int, tmp_path: Path) -> None:
    file = filled(tmp_path)
    data = bytearray(file.read_bytes())
    dice = random.Random(seed)
    if seed % 3 == 0:
        data = data[: dice.randrange(len(data))]
    else:
        for _ in range(dice.choice([1, 5, 200])):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    file.write_bytes(data)
    store = Store(tmp_path)
    for i in range(50):
        assert store.get(f"k{i}") in (None, bytes([i]) * 500)
    store.put([("new", b"x")])
    store.close()
    again = Store(tmp_path)
    again.put([("new", b"x")])
    assert again.get("new") == b"x"
    again.close()


def test_something_else_in_its_place_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"mine")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/store.sqlite").symlink_to(tmp_path / "target")
    store = Store(tmp_path / "cache")
    assert store.damaged
    store.close()
    assert (tmp_path / "target").read_bytes() == b"mine"


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None)
    store.put([("a", b"b")])
    assert store.get("a") is None


def test_the_cache_goes_and_nothing_else(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "mine.txt").write_text("x")
    assert remove_cache(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
    assert not remove_cache(tmp_path)
