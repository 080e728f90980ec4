"""Patterns in lower case find what a pattern that ignores case finds."""

from __future__ import annotations

import re

import pytest

from sitegen.events.anycase import Anycase, lowered


@pytest.mark.parametrize("text", ["", "The SCO met", "İstanbul'da GÖRÜŞME", "ΟΔΟΣ ΣΙΓΜΑ", "straße STRASSE"])
def test_a_lowered_text_keeps_every_letter_at_its_place(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert lowered(lowered(text)) == lowered(text)


@pytest.mark.parametrize("text", ["They MET in Oslo.", "İ: they Met in Oslo", "nobody came", "MET, met and Met"])
def test_it_finds_the_same_places_as_a_pattern_that_ignores_case(text: str) -> None:
    wording = r"\b(?:met|meets?) ?(?:in [a-z]+)?"
    plain = re.compile(wording, re.IGNORECASE)
    assert [m.span() for m in Anycase(wording).finditer(text)] == [m.span() for m in plain.finditer(text)]
    found, wanted = Anycase(wording).search(text, 3, 12), plain.search(text, 3, 12)
    assert (found and found.span()) == (wanted and wanted.span())
