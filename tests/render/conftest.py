"""The invented register (meridian.py) rendered once: its files by path."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import meridian

from sitegen.render import render_site

BASE = "https://example.org/meridian/"


def files_of(**settings: object) -> dict[str, bytes]:
    source = meridian.source(**settings)
    made: dict[str, bytes] = {}
    for file in render_site(meridian.register(), source, None, sitegen_version="0"):
        assert file.path not in made, f"two files at {file.path}"
        made[file.path] = file.data
    return made


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
