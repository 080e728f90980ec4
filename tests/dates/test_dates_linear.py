"""Time grows with the text and no faster, counted in lines of code that ran, not by the clock of a shared machine."""

from __future__ import annotations

import datetime
import sys

import pytest

from sitegen.dates import find_dates
from sitegen.dates.tag import RULES

DAY = datetime.date(2018, 4, 25)
RUNS = (
    "the ", "June 3, ", "two to ", "1990-", "Monday last ", "a", "1/2/", "'", "early in the ", " \n", "In 2017 on June 3 ",
    "Peace Shield 2014 was held on June 3 ", "the quarter ended June 30 ", "until Monday ", "to meet to ", "from June 3 to ",
    "last year in May ", "9 and 10 and ", "the same day, June 3, ", "Mr. ", "\u2019s ", "first decade of ", "nine months ",
    "on 5, 12, ", "on 5, 12 and 19 July ", "June 3, 7, ", "June 3, 7 and 12 ", "moved from May 3 to ", "that on Monday ", "who had in May ",
    "could be on May 3 ", "to go by May 3 ", "preferred May 3 ",
)  # fmt: skip


def lines_run(text: str) -> int:
    """Python lines run by one reading of `text`."""
    count = 0

    def local(frame: object, event: str, argument: object) -> object:
        nonlocal count
        count += 1
        return local

    before = sys.gettrace()
    sys.settrace(local)  # type: ignore[arg-type]
    try:
        find_dates(text, DAY)
    finally:
        sys.settrace(before)
    return count


def plain(example: str) -> str:
    return example.replace("[", "").replace("]", "").partition("{")[0] + " "


@pytest.mark.parametrize("text", [*RUNS, *(plain(rule.examples[0]) for rule in RULES)])
def test_twice_the_text_takes_twice_the_lines(text):
    once = text * (800 // len(text))
    find_dates(once * 2, DAY)  # what is remembered of words and states is made before the count
    assert lines_run(once * 2) <= 2.1 * lines_run(once) + 50
