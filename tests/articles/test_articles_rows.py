"""Rows of furniture asked together answer as each row asked by itself, the first first."""

from __future__ import annotations

import re

import pytest

from sitegen.articles.blocks import Line
from sitegen.articles.boilerplate import CUES, Cue, cue_of, hinted_in
from sitegen.articles.trim import _MARKS, marks_in, without_suffix

LINES = [example.removeprefix("!") for cue in CUES for example in cue.examples]


def one_by_one(text: str, is_sentence: bool) -> Cue | None:
    rows = [cue for cue in CUES if cue.long or not is_sentence]
    return next((cue for cue in rows if re.fullmatch(cue.pattern, text if cue.cased else text.lower())), None)


@pytest.mark.parametrize("is_sentence", [True, False])
def test_together_as_one_by_one(is_sentence: bool) -> None:
    hinted = hinted_in("\n".join(LINES))
    for line in LINES:
        alone = one_by_one(line, is_sentence)
        assert cue_of(line, is_sentence=is_sentence) is alone, line
        assert cue_of(line, is_sentence=is_sentence, hinted=hinted) is alone, line


def test_the_marks_of_a_page_hide_no_suffix_of_a_line() -> None:
    ends = ("ENDITEM", "(Reporting by A. Reader)", "PC: https://example.org/a", "Read more: what else", "[1]", "")
    texts = [f"The ministers of both countries met on Monday. {end}".rstrip() for end in ends]
    marks = marks_in("\n".join(texts))
    assert set(marks) <= set(_MARKS)
    for text in texts:
        line = Line(text=text, runs=((0, 0),), start=0, end=len(text))
        assert without_suffix(line, marks) == without_suffix(line)
