"""Reading a chronology without JavaScript: order, headings, silences, busy days, doubt in shape and in words."""

from __future__ import annotations

import re

import meridian

from sitegen.render.site import site_of


def test_what_is_not_known_more_exactly_comes_first_in_its_year(pages: dict[str, str]) -> None:
    text = pages["timeline/2012/index.html"]
    assert text.index("2012, not known more exactly") < text.index('id="m2012-06"')


def test_a_month_that_only_holds_undated_events_says_so_in_its_heading(pages: dict[str, str]) -> None:
    assert "June 1998, <em>day not known</em>" in pages["timeline/1998/index.html"]


def test_a_busy_day_is_folded_with_a_count(pages: dict[str, str]) -> None:
    assert "Four more on 14 June" in pages["timeline/2016/index.html"]


def test_entries_carry_what_the_filters_read(pages: dict[str, str]) -> None:
    entry = re.search(r'<li class="entry m-day" id="2013-06-26-meeting-tbilisi"[^>]*>', pages["timeline/index.html"])
    assert entry
    for part in (
        'data-k="meeting"',
        'data-c="GE IN KZ MA MN UZ"',
        'data-x="day"',
        'data-f="2013-06-26"',
        "aslan-abenov",
    ):
        assert part in entry[0]


def test_a_long_silence_is_said_in_words() -> None:
    from dataclasses import replace

    register = meridian.register()
    kept = tuple(e for e in register.events if e.date[:4] in ("1996", "2009", "2010", "2011"))
    site = site_of(replace(register, events=kept), meridian.source())
    assert site.silences == {"2009-ministers-meeting": 4795}


def test_every_precision_has_its_own_marker(pages: dict[str, str]) -> None:
    shapes = set(re.findall(r'class="entry m-([a-z]+)"', pages["timeline/index.html"]))
    assert shapes == {"day", "days", "month", "season", "year", "years", "decade", "century", "approx", "open"}


def test_each_bar_of_the_strip_is_a_link_with_a_text(pages: dict[str, str]) -> None:
    text = pages["timeline/index.html"]
    assert 'aria-label="2013: two events"' in text
    assert 'aria-label="2012: two events, one of them not dated to the day"' in text
    assert "2000: nothing recorded" in text


def test_years_lead_to_their_neighbours(pages: dict[str, str]) -> None:
    text = pages["timeline/2013/index.html"]
    assert 'rel="prev" href="../../timeline/2012/"' in text
    assert 'rel="next" href="../../timeline/2014/"' in text


def test_the_marked_words_are_those_that_date_the_event(pages: dict[str, str]) -> None:
    text = pages["events/2013-06-26-meeting-tbilisi/index.html"]
    assert "<mark>Wednesday</mark>" in text
    assert "#:~:text=Defence%20ministers%20of%20the,mountain%20floods%20and%20rockfalls." in text
    assert "<strong>25 June 2013</strong>" in text  # the rival stands beside
    assert "two independent sources against one" in text
