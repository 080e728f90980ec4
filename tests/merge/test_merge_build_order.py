"""The site of content/ is the same to the byte, in whatever order its files were made and are found, and however strings hash."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: builds with every folder listed in an order of its own
BUILD = """
import os, random, sys
chance = random.Random(sys.argv[5])
real_scandir, real_listdir = os.scandir, os.listdir

class Shuffled:
    def __init__(self, found):
        self.found = found
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
    def __iter__(self):
        return iter(self.found)
    def __next__(self):
        return self.found.pop()

def scandir(path="."):
    with real_scandir(path) as entries:
        found = list(entries)
    chance.shuffle(found)
    return Shuffled(found)

def listdir(path="."):
    found = real_listdir(path)
    chance.shuffle(found)
    return found

if sys.argv[5] != "as they are":
    os.scandir, os.listdir = scandir, listdir
from pathlib import Path
from sitegen.build import build
from sitegen.options import Options
content, templates, output, cache = map(Path, sys.argv[1:5])
result = build(Options(content=content, templates=templates, output=output, cache=cache, jobs=int(sys.argv[6])))
assert result.ok, [str(p) for p in result.problems if p.level == "error"]
"""


def built(folder: Path, order: str, hashes: str, jobs: int) -> dict[str, bytes]:
    arguments = [folder / "content", ROOT / "templates", folder / "output", folder / "cache", order, jobs]
    done = subprocess.run(
        [sys.executable, "-c", BUILD, *map(str, arguments)], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": hashes},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    output = folder / "output"
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


def copied_in_another_order(target: Path, seed: int) -> None:
    """Files made last first come first, each with a time of its own; folders too."""
    chance = random.Random(seed)
    files = [p for p in (ROOT / "content").rglob("*") if p.is_file()]
    chance.shuffle(files)
    for file in files:
        goal = target / file.relative_to(ROOT / "content")
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, goal)
        when = chance.randrange(10**9, 17 * 10**8)
        os.utime(goal, (when, when))


@pytest.fixture(scope="module")
def as_it_is(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("as-it-is")
    shutil.copytree(ROOT / "content", folder / "content")
    return built(folder, "as they are", "0", 1)


@pytest.mark.parametrize(("seed", "jobs"), [(1, 1), (2, 2)])
def test_a_shuffled_folder_gives_the_same_bytes(
    seed: int, jobs: int, as_it_is: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / f"elsewhere-{seed}" / "deeper"
    copied_in_another_order(folder / "content", seed)
    shuffled = built(folder, f"order {seed}", str(1000 + seed), jobs)
    assert sorted(shuffled) == sorted(as_it_is)
    assert [path for path in sorted(as_it_is) if shuffled[path] != as_it_is[path]] == []
    assert len(as_it_is) > 300
