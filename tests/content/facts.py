"""The fact base as the tests read it: our own copies in tests/facts, and content/ as the loader reads it."""

from __future__ import annotations

import csv
import functools
from pathlib import Path

from sitegen.articles import clean_article
from sitegen.listing import scan
from sitegen.model import Source
from sitegen.problems import Problem
from sitegen.read import read_clipping, read_world

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
ARTICLES = CONTENT / "articles"

#: Organizations that hold a status, as the site writes them.
IDS = {
    "Association of Southeast Asian Nations": "ASEAN",
    "Commonwealth of Independent States": "CIS",
    "United Nations": "UN",
}


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "tests" / "facts" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@functools.cache
def world() -> tuple[Source, tuple[Problem, ...]]:
    source, problems = read_world(scan(CONTENT, shown="content/"), "content/")
    return source, tuple(problems)


def clippings() -> list[Path]:
    return sorted(p for p in ARTICLES.rglob("*") if p.suffix in (".txt", ".md", ".html"))


@functools.cache
def published() -> dict[str, str | None]:
    """Path below articles/ -> the publication day that the clipping states, in its sidecar or in its own words."""
    found: dict[str, str | None] = {}
    for file in scan(CONTENT).clippings:
        clipping, problems = read_clipping(file)
        assert clipping is not None, problems
        found[file.found.path.removeprefix("articles/")] = clean_article(clipping).published.date
    return found
