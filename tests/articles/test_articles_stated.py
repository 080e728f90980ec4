"""Full dates as pages stamp them, the lines that hold them, and days in URLs."""

from __future__ import annotations

import datetime

import pytest

from sitegen.articles import clean_article
from sitegen.articles.header import byline, date_line
from sitegen.articles.stated import machine_day, stamps, url_day
from sitegen.model import Clipping


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("10:31, June 27, 2013", ["2013-06-27"]),
        ("Posted On: 28 APR 2023 4:15PM by PIB Delhi", ["2023-04-28"]),
        ("2018-04-24 20:09", ["2018-04-24"]),
        ("24 April 2018, 11:05 am IST", ["2018-04-24"]),
        ("Tuesday, 30.06.2015", ["2015-06-30"]),
        ("Sept. 5, 2019", ["2019-09-05"]),
        ("5th of May, 2019", ["2019-05-05"]),
        ("07:43, 25-Apr-2018", ["2018-04-25"]),
        ("14th Tuesday, May 2019 - 08:12 UTC Full article", ["2019-05-14"]),
        ("2018年04月24日", ["2018-04-24"]),
        ("12/10/2010", ["2010-10-12", "2010-12-10"]),
        ("Tue 12/10/2010", ["2010-10-12"]),
        ("13/04/2018", ["2018-04-13"]),
        ("05/05/2018", ["2018-05-05"]),
        ("31 June 2018", []),
        ("version 1.2.2018.3", None),
        ("2018-04-24T20:09:00+08:00", ["2018-04-24"]),
    ],
)
def test_stamps(text: str, days: list[str] | None) -> None:
    found = stamps(text)
    if days is None:
        assert found == []
    else:
        assert [d.isoformat() for d in found[0].days] == days


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Published June 27, 2013 Updated June 28, 2013 10:31am", ("first", "update")),
        ("Agency | Updated: 14-02-2024 14:11 IST | Created: 14-02-2024 14:09 IST", ("update", "first")),
        ("TODAY'S PAPER | APRIL 25, 2018", ("clock",)),
        ("View Date: 2024-12-23 20:52:40", ("visit",)),
        ("Xinhua)  10:31, June 27, 2013", ("",)),
        ("Source: A Daily  Editor: Li Na  2018-04-24 20:09", ("",)),
        ("24/04/18", ("",)),
        ("At a ceremony in Lima, Peru's new minister of defence takes his oath | News | The Post | 14.05.2019", ("",)),
        ("12:01, 24 April 2018, Bishkek - 24.kg news agency , by Asel Kenje", ("",)),
    ],
)
def test_date_lines_and_their_labels(text: str, labels: tuple[str, ...]) -> None:
    found = date_line(text)
    assert found is not None
    assert found.labels == labels


@pytest.mark.parametrize(
    "text",
    [
        "The summit opened on June 9, 2018.",
        "The charter was signed in Osh on 5 June 2002 and took effect a year later",
        "Plan for 2014-2015",
        "The talks of April 24, 2018 were the last before the flood",
    ],
)
def test_running_text_is_no_date_line(text: str) -> None:
    assert date_line(text) is None


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("By Nina Roth", "Nina Roth"),
        ("By Dana Omar in International on 4 April 2024", "Dana Omar"),
        ("By a Staff Writer", ""),
        ("Dewi Hart (The Jakarta Post)", "Dewi Hart"),
        ("Special Correspondent", ""),
        ("Written by Ritu Rao | New Delhi", "Ritu Rao"),
        ("By Friday, the ministers will have agreed on the plan.", None),
        ("By 2014 it was over", None),
        ("From Minsk to Osh in nine days", None),
    ],
)
def test_bylines(text: str, author: str | None) -> None:
    assert byline(text) == author


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2018-04/24/content_36.htm", "2018-04-24"),
        ("https://a.example/2018/4/24/talks", "2018-04-24"),
        ("https://a.example/n1/2018/0424/c90000-9453039.html", "2018-04-24"),
        ("https://a.example/2018/apr/24/talks", "2018-04-24"),
        ("https://a.example/t20180424_12.html", "2018-04-24"),
        ("https://a.example/201804240023.html", None),
        ("https://a.example/2018/13/41/", None),
        ("https://a.example/2018/04/24/or/2019/05/25/", None),
    ],
)
def test_days_in_urls(url: str, day: str | None) -> None:
    found = url_day(url)
    assert (found[0].isoformat() if found else None) == day


def test_machine_days_keep_the_civil_day() -> None:
    assert machine_day("2021-05-07T22:10:00+02:00") == datetime.date(2021, 5, 7)
    assert machine_day("May 7, 2021") == datetime.date(2021, 5, 7)
    assert machine_day("20210507") == datetime.date(2021, 5, 7)
    assert machine_day("yesterday") is None


def test_a_clipping_of_too_many_lines_is_read_to_the_limit_and_said() -> None:
    text = "The gauge stood still, the guard wrote.\n" + "x\n" * 120_000
    article = clean_article(Clipping(id="x", path="x.txt", format="txt", text=text))
    assert "W109" in [f.code for f in article.findings]
    assert article.body.startswith("The gauge stood still")
