"""Each row of the tables proves itself by its own examples, and the tables hold no doubles."""

from __future__ import annotations

import re

import pytest

from sitegen.articles.boilerplate import CUES, SECTIONS, Cue, cue_of
from sitegen.articles.outlets import BY_SIGN, OUTLETS, outlet_at, outlet_named, without_outlet


@pytest.mark.parametrize("cue", CUES, ids=lambda c: f"{c.step}: {c.examples[0][:20]}")
def test_a_row_describes_its_examples(cue: Cue) -> None:
    assert any(not e.startswith("!") for e in cue.examples)
    for example in cue.examples:
        if example.startswith("!"):
            assert cue_of(example[1:]) is None, example
        else:
            assert re.fullmatch(cue.pattern, example if cue.cased else example.lower()), example
            assert cue_of(example) is not None


def test_section_names_are_lower_case_words() -> None:
    assert all(word == word.casefold() and " " not in word for word in SECTIONS)


def test_every_sign_names_one_outlet() -> None:
    signs = [sign.casefold() for row in OUTLETS for sign in (*row.signs, row.name)]
    assert len(signs) == len(set(signs))
    assert len({row.name for row in OUTLETS}) == len(OUTLETS)
    assert set(BY_SIGN) == set(signs)


def test_outlets_are_found_by_sign_and_host() -> None:
    assert outlet_named("(PTI)") is not None
    assert outlet_named("Ministry of Bread") is None
    found = outlet_at("https://www.bbc.co.uk/news/1")
    assert found is not None
    assert found.name == "BBC"
    assert outlet_at("https://notbbc.co.uk/") is None
    assert outlet_at(None) is None


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Council ends its session-Xinhua", "Council ends its session"),
        ("Council ends its session | Reuters", "Council ends its session"),
        ("Council ends mid-May session", "Council ends mid-May session"),
        ("Talks - Reuters", "Talks - Reuters"),
    ],
)
def test_a_headline_loses_the_outlet_behind_it(title: str, clean: str) -> None:
    assert without_outlet(title) == clean
