"""EDTF: what is read, printed, bounded, ordered and said; the `edtf` package as an oracle where it knows better."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import edtf

VALID = [
    "2013-06-26", "2018-06", "2001", "2014/2015", "2015-06~", "2015?", "2015-06-30%", "2018-21", "2018-24", "201X", "20XX",
    "2018-XX", "2018-06-XX", "2018-XX-XX", "/2017-06", "2017-06/", "2017-06/..", "../2017-06", "2024-07-09/2024-07-11",
    "2016-02-29", "0001", "9999-12-31", "2018-06~/2018-08~", "201X~",
]  # fmt: skip
INVALID = [
    "", "/", "..", "../..", "0000", "0000-01-01", "2015-02-30", "2015-02-29", "2015-13", "2015-00", "2015-06-00", "2015-20",
    "2018-21-03", "2015/2014", "2015-6-3", "15-06-03", "2015-06-31", "2015-06-03T10:00", "20150603", "XXXX", "2015-XX-03",
    "2015//2016", "1/2", "２０１５", "2015-06-30 ", "y2015", "-0001", "2015~~", "2015-06/2015-05", "9" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("value", VALID)
def test_a_valid_value_prints_as_it_was_written(value):
    assert edtf.is_valid(value)
    assert str(edtf.parse(value)) == value


@pytest.mark.parametrize("value", INVALID, ids=lambda value: repr(value[:20]))
def test_what_is_no_date_says_why_and_bounds_nothing(value):
    assert not edtf.is_valid(value)
    assert edtf.bounds(value) == (None, None)
    with pytest.raises(edtf.EdtfError, match=r"\w"):
        edtf.parse(value)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2013-06-26", "2013-06-26", "2013-06-26"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-06~", "2018-06-01", "2018-06-30"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2018-06-XX", "2018-06-01", "2018-06-30"),
        ("2014/2015", "2014-01-01", "2015-12-31"),
        ("2024-07-09/2024-07-11", "2024-07-09", "2024-07-11"),
    ],
)
def test_bounds(value, first, last):
    assert edtf.bounds(value) == (day(first), day(last))


def test_open_and_unknown_ends_bound_nothing():
    assert edtf.bounds("2017-06/..") == (day("2017-06-01"), None)
    assert edtf.bounds("../2017-06") == edtf.bounds("/2017-06") == (None, day("2017-06-30"))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2013-06-26", "26 June 2013"),
        ("2018-06", "June 2018"),
        ("2001", "2001"),
        ("2014/2015", "2014 to 2015"),
        ("2015-06~", "about June 2015"),
        ("2015-06?", "perhaps June 2015"),
        ("2017-06/..", "from June 2017"),
        ("../2017-06", "until June 2017"),
        ("/2017-06", "until June 2017, start unknown"),
        ("2018-22", "summer 2018"),
        ("201X", "the 2010s"),
        ("19XX", "the 20th century"),
        ("20XX", "the 21st century"),
        ("2024-07-09/2024-07-11", "9 to 11 July 2024"),
        ("2018-06-28/2018-07-02", "28 June to 2 July 2018"),
        ("2018-12-28/2019-01-02", "28 December 2018 to 2 January 2019"),
        ("2018-01/2018-06", "January to June 2018"),
        ("2018-04-16~/2018-04-22~", "about 16 to 22 April 2018"),
        ("2018-06-XX", "an unknown day in June 2018"),
        ("no date", "no date"),
    ],
)
def test_words(value, said):
    assert edtf.words(value) == said


def test_order_is_that_of_time_with_the_wider_first():
    assert sorted(["2013-07", "2013-06-26", "2013-06-26/..", "../2012-05"], key=edtf.sort_key) == [
        "../2012-05", "2013-06-26/..", "2013-06-26", "2013-07",
    ]  # fmt: skip
    assert edtf.sort_key("no date") > edtf.sort_key("9999-12-31")
    assert sorted(["2013-06-27", "2013", "2013-01-01", "2012-12-31"], key=edtf.sort_key) == [
        "2012-12-31", "2013", "2013-01-01", "2013-06-27",
    ]  # fmt: skip


def test_before_after_overlap_contains():
    assert edtf.before("2013-06", "2013-07-01")
    assert not edtf.before("2013-06", "2013-06-30")
    assert edtf.after("2014", "2013-12-31")
    assert not edtf.before("2013/..", "2050")
    assert not edtf.before("/2013", "../2012")
    assert edtf.overlap("2013", "2013-06-26")
    assert edtf.overlap("2013/..", "2050")
    assert not edtf.overlap("2013", "2014")
    assert not edtf.overlap("2013", "no date")
    assert edtf.contains("2013", "2013-06-26")
    assert not edtf.contains("2013-06-26", "2013")
    assert edtf.contains("../2017", "2017-06")
    assert not edtf.contains("../2017", "2017/..")


def test_a_term_ends_before_the_day_on_which_the_next_begins():
    assert edtf.covers("2012-02-24/2016-09-01", day("2016-08-31"))
    assert not edtf.covers("2012-02-24/2016-09-01", day("2016-09-01"))
    assert edtf.covers("2016-09-01/..", day("2016-09-01"))
    assert edtf.covers("2012/2016-09", day("2016-09-30"))
    assert not edtf.covers("2012-02-24/2016-09-01", day("2012-02-23"))


def test_days_become_the_shortest_value_that_says_no_more():
    assert edtf.of_days(day("2015-07-06"), day("2015-07-12")) == "2015-07-06/2015-07-12"
    assert edtf.of_days(day("2015-07-01"), day("2015-07-31")) == "2015-07"
    assert edtf.of_days(day("2015-01-01"), day("2015-12-31")) == "2015"
    assert edtf.of_days(day("2015-07-06"), day("2015-07-06")) == "2015-07-06"
    assert edtf.of_days(day("2014-11-01"), day("2015-01-31")) == "2014-11/2015-01"


def test_joining():
    assert edtf.interval("2014", "2015") == "2014/2015"
    assert edtf.interval("2014", None) == "2014/.."
    assert edtf.interval("2014", "2014") == "2014"
    with pytest.raises(edtf.EdtfError):
        edtf.interval("2015", "2014")


def test_precision_and_marks():
    assert [edtf.precision(v) for v in ("2013-06-26", "2013-06", "2013-22", "2013", "201X", "20XX", "2013/2014")] == [
        "day", "month", "season", "year", "decade", "century", "interval",
    ]  # fmt: skip
    assert edtf.is_approximate("2013~")
    assert edtf.is_approximate("2013-06/2013-08~")
    assert edtf.is_uncertain("2013?")
    assert not edtf.is_uncertain("2013~")
    assert edtf.is_day("2013-06-26")
    assert not edtf.is_day("2013-06")


ORACLE_VALUES = st.one_of(
    st.dates(min_value=datetime.date(1000, 1, 1)).map(datetime.date.isoformat),
    st.dates(min_value=datetime.date(1000, 1, 1)).map(lambda d: d.isoformat()[:7]),
    st.integers(1000, 9999).map(str),
    st.integers(100, 999).map(lambda n: f"{n}X"),
    st.tuples(st.integers(1000, 9000), st.integers(0, 900)).map(lambda p: f"{p[0]}/{p[0] + p[1]}"),
)


@settings(max_examples=200, deadline=None)
@given(value=ORACLE_VALUES)
def test_bounds_are_those_of_the_edtf_package(value):
    package = pytest.importorskip("edtf")
    parsed = package.parse_edtf(value)
    first, last = edtf.bounds(value)
    assert first is not None
    assert last is not None
    assert tuple(parsed.lower_strict()[:3]) == (first.year, first.month, first.day)
    assert tuple(parsed.upper_strict()[:3]) == (last.year, last.month, last.day)


@settings(max_examples=200, deadline=None)
@given(value=st.text(alphabet="0123456789-/.X~?% ", max_size=22) | ORACLE_VALUES)
def test_no_string_raises_and_bounds_agree_with_order(value):
    first, last = edtf.bounds(value)
    edtf.words(value)
    edtf.sort_key(value)
    assert edtf.is_approximate(value) in (True, False)
    if first and last:
        assert first <= last
        assert edtf.overlap(value, value)
        assert edtf.contains(value, value)
