"""What all tests share: where the shared material lies, a content folder made of a mapping, the installed command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The team's shared folder; a test that needs it skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not on this machine")
    return SHARED


@pytest.fixture
def seeds(shared: Path) -> Path:
    return shared / "seeds"


def write_tree(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` (path -> text or bytes) below `root`."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


@pytest.fixture
def tree(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Make a content folder of a mapping; gives its path."""
    return lambda files: write_tree(tmp_path / "content", files)


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def sitegen(tmp_path: Path) -> Run:
    """Run the command in a process of its own, in `tmp_path`, as a user would."""

    def run(
        *arguments: str | Path, input: str | None = None, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sitegen", *map(str, arguments)],
            cwd=cwd or tmp_path, input=input, capture_output=True, text=True, timeout=120,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        )  # fmt: skip

    return run


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files, for review in the diff")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))
