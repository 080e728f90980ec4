"""Ours against trafilatura on the HTML cases: paragraphs lost and lines of furniture kept. Skips where it is not installed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.articles import clean_article
from sitegen.model import Clipping

CASES = sorted((Path(__file__).parent / "cases").glob("*/source.html"))


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def faults(text: str, expected: list[str]) -> tuple[int, int]:
    """Paragraphs of `expected` that `text` lacks, and lines of `text` that are in none of them."""
    whole = plain(text)
    lines = [plain(line) for line in text.split("\n") if plain(line)]
    kept = [line for line in lines if not any(line in one or one in line for one in expected)]
    return sum(one not in whole for one in expected), len(kept)


def test_no_worse_than_the_rival() -> None:
    rival = pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    ours = theirs = 0
    for case in CASES:
        text = case.read_text("utf-8")
        expected = [plain(p) for p in (case.parent / "expected.txt").read_text("utf-8").split("\n\n")]
        article = clean_article(Clipping(id="x", path="x.html", format="html", text=text))
        ours += sum(faults(article.body, expected))
        theirs += sum(faults(rival.extract(text) or "", expected))
    assert ours == 0
    assert ours <= theirs
