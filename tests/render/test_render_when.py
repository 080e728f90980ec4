"""Dates in words and shape: each EDTF kind of the contract says what is not known."""

from __future__ import annotations

import pytest

from sitegen.render.when import length_words, when_of


@pytest.mark.parametrize(
    ("edtf", "words", "note", "shape", "machine"),
    [
        ("2013-06-26", "26 June 2013", "", "day", "2013-06-26"),
        ("2015-07-09/2015-07-10", "9 to 10 July 2015", "", "days", None),
        ("2018-06", "June 2018", "day not known", "month", "2018-06"),
        ("2018-21", "spring 2018", "day not known", "season", None),
        ("2001", "2001", "month not known", "year", "2001"),
        ("2014/2015", "2014 to 2015", "exact days not known", "years", None),
        ("201X", "the 2010s", "year not known", "decade", None),
        ("20XX", "the 21st century", "year not known", "century", None),
        ("2015-06~", "about June 2015", "", "approx", None),
        ("2002?", "perhaps 2002", "", "approx", None),
        ("2017-06/..", "from June 2017", "", "open", None),
        ("../2017-06", "until June 2017", "", "open", None),
        ("/2017-06", "until June 2017, start unknown", "", "open", None),
        ("not a date", "not a date", "", "open", None),
    ],
)
def test_every_kind_of_date_has_words_a_shape_and_only_a_true_machine_value(
    edtf: str, words: str, note: str, shape: str, machine: str | None
) -> None:
    when = when_of(edtf)
    assert (when.words, when.note, when.shape, when.datetime) == (words, note, shape, machine)


def test_only_days_are_exact() -> None:
    exact = [
        v for v in ("2013-06-26", "2015-07-09/2015-07-10", "2018-06", "2015-06-01~", "2014/2015") if when_of(v).exact
    ]
    assert exact == ["2013-06-26", "2015-07-09/2015-07-10"]


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "one day"), (12, "12 days"), (30, "four weeks"), (200, "seven months"), (488, "16 months"), (913, "two and a half years"), (1095, "three years")],
)  # fmt: skip
def test_lengths_are_said_as_people_say_them(days: int, words: str) -> None:
    assert length_words(days) == words
