"""The invented register (meridian.py) rendered once: its files by path."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from rendered import BASE, files_of


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return files_of(base_url=BASE)


@pytest.fixture(scope="session")
def offline() -> dict[str, bytes]:
    """The same without a base URL."""
    return files_of()


@pytest.fixture(scope="session")
def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}
