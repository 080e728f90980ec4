"""Terms to scale: what is sure is full, what a coarse date leaves open is hatched, unknown ends are no ends."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.scales import Scale, bar_of, scale_of, ticks_of

SCALE = Scale(first=dt.date(2000, 1, 1), last=dt.date(2019, 12, 31))
NOW = dt.date(2019, 6, 1)


def test_a_term_between_two_days_is_one_sure_piece() -> None:
    bar = bar_of(SCALE, "2010-01-01", "2015-01-01", now=NOW, going_on=False)
    assert bar is not None
    assert [p.sure for p in bar.pieces] == [True]
    assert (bar.left, bar.right) == ("closed", "closed")


def test_a_coarse_start_is_hatched_over_the_days_it_may_mean() -> None:
    bar = bar_of(SCALE, "2010", "2015-01-01", now=NOW, going_on=False)
    assert bar is not None
    assert [p.sure for p in bar.pieces] == [False, True]
    assert 4.9 < bar.pieces[0].width < 5.1  # a year of twenty


def test_a_missing_end_is_open_where_it_goes_on_and_unknown_where_nothing_says_so() -> None:
    on = bar_of(SCALE, "2010-01-01", None, now=NOW, going_on=True)
    off = bar_of(SCALE, "2010-01-01", None, now=NOW, going_on=False, last_attested="2012-05-01")
    assert on is not None
    assert off is not None
    assert (on.right, off.right) == ("open", "unknown")
    assert on.x + on.width == SCALE.x(NOW)
    assert abs(off.x + off.width - SCALE.x(dt.date(2012, 5, 1))) < 0.02


def test_what_is_only_attested_has_two_unknown_ends() -> None:
    bar = bar_of(SCALE, None, None, now=NOW, going_on=False, first_attested="2013-06-26", last_attested="2015-10")
    assert bar is not None
    assert (bar.left, bar.right) == ("unknown", "unknown")


def test_nothing_known_is_nothing_drawn() -> None:
    assert bar_of(SCALE, None, None, now=None, going_on=True) is None


days = st.dates(dt.date(1995, 1, 1), dt.date(2025, 12, 31)).map(str)
values = st.none() | days | days.map(lambda d: d[:7]) | days.map(lambda d: d[:4]) | st.just("201X") | st.just("2012~")


@given(values, values, values, values, st.booleans())
def test_no_piece_leaves_the_drawing_or_runs_backwards(start, end, first, last, going_on) -> None:  # type: ignore[no-untyped-def]
    bar = bar_of(SCALE, start, end, now=NOW, going_on=going_on, first_attested=first, last_attested=last)
    if bar is not None:
        assert 0 <= bar.x <= 100
        for piece in bar.pieces:
            assert piece.width >= 0
            assert -0.02 <= piece.x <= 100.02
            assert piece.x + piece.width <= 100.05


def test_ticks_stand_at_round_years() -> None:
    scale = scale_of([dt.date(1996, 4, 26)], dt.date(2025, 6, 1))
    assert scale is not None
    assert [t.label for t in ticks_of(scale)] == ["2000", "2005", "2010", "2015", "2020", "2025"]
