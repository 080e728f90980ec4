"""The way back: what a mention says of the day on which its clipping was written."""

from __future__ import annotations

import datetime

import pytest

from sitegen.dates import Relation, find_dates, publication_days, relation_of, tag_dates


def only(text: str):
    (mention,) = tag_dates(text)
    return mention


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("They meet next week.", Relation(unit="week", offset=1)),
        ("He left yesterday.", Relation(unit="day", offset=-1)),
        ("It joined last year.", Relation(unit="year", offset=-1)),
        ("It was formed two years ago.", Relation(unit="year", offset=-2)),
        ("They met on Tuesday.", Relation(unit="day", direction="back", weekday=2)),
        ("They will meet on Tuesday.", Relation(unit="day", direction="ahead", weekday=2)),
        ("They met last Tuesday.", Relation(unit="day", direction="last", weekday=2)),
        ("They meet next Tuesday.", Relation(unit="day", direction="next", weekday=2)),
        ("They met in June.", Relation(unit="month", direction="back", month=6)),
        ("The June summit.", Relation(unit="month", direction="either", month=6)),
        ("They met on 26 June.", Relation(unit="day", direction="back", month=6, day=26)),
        ("since last spring", Relation(unit="season", direction="last", season="SP")),
        ("They met on Monday last week.", Relation(unit="week", offset=-1, weekday=1, part=True)),
        ("They met in June last year.", Relation(unit="year", offset=-1, month=6, part=True)),
    ],
)
def test_relations(text, relation):
    assert relation_of(only(text)) == relation


@pytest.mark.parametrize(
    "text",
    ["on 26 June 2013", "in 2013", "the following month", "a day earlier, he spoke", "now", "every Friday", "on 31 June",
     "for two weeks they", "in recent years"],
)  # fmt: skip
def test_what_says_nothing_of_publication(text):
    assert all(relation_of(mention) is None for mention in tag_dates(text))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "event", "first", "last"),
    [
        ("They meet next week.", "2015-07-09", "2015-06-29", "2015-07-05"),
        ("They met last week.", "2015-07-09", "2015-07-13", "2015-07-19"),
        ("It joined last year.", "2017-06-09", "2018-01-01", "2018-12-31"),
        ("It joined last month.", "2017-06-09", "2017-07-01", "2017-07-31"),
        ("They met on Tuesday.", "2015-06-30", "2015-06-30", "2015-07-06"),
        ("They met last Tuesday.", "2015-06-30", "2015-07-01", "2015-07-07"),
        ("They will meet on Tuesday.", "2015-06-30", "2015-06-24", "2015-06-30"),
        ("He left yesterday.", "2015-06-30", "2015-07-01", "2015-07-01"),
        ("It joined last year.", "2017-06", "2018-01-01", "2018-12-31"),
        ("They meet next month.", "2018", "2017-12-01", "2018-11-30"),
    ],
)
def test_publication_days(text, event, first, last):
    assert publication_days(only(text), event) == (day(first), day(last))


def test_the_wrong_weekday_or_month_leaves_no_day():
    assert publication_days(only("They met on Tuesday."), day("2015-07-01")) is None
    assert publication_days(only("They met in June."), day("2015-07-01")) is None
    assert publication_days(only("They met on 26 June."), day("2015-06-27")) is None
    assert publication_days(only("They met on 26 June 2013."), day("2013-06-26")) is None


def test_two_constraints_leave_one_day():
    """ "Tuesday" of one known event and "next week" of another: the reasoning that dates an undated clipping."""
    tuesday = publication_days(only("The ministers met on Tuesday."), day("2015-06-30"))
    next_week = publication_days(only("The summit is next week."), day("2015-07-09"))
    assert tuesday
    assert next_week
    assert (max(tuesday[0], next_week[0]), min(tuesday[1], next_week[1])) == (day("2015-06-30"), day("2015-07-05"))


@pytest.mark.parametrize("published", ["2018-04-25", "2016-02-29", "2000-01-01", "2011-12-31"])
@pytest.mark.parametrize(
    "text",
    ["They met in June.", "They will meet in June.", "The June summit.", "They met on 26 June.", "They will meet on 3 May.",
     "They meet over the weekend.", "since last spring", "this summer", "by October", "until 7 May"],
)  # fmt: skip
def test_the_true_day_is_always_among_them(text, published):
    (dated,) = find_dates(text, day(published))
    span = publication_days(only(text), dated.edtf.split("/")[0])
    assert span
    assert span[0] <= day(published) <= span[1]
