"""Addresses: every disk takes them, and no two records share one."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.urls import Links, links_from, output_name, segment


@given(st.text(max_size=200))
def test_a_segment_of_any_text_is_a_plain_short_name(text: str) -> None:
    found = segment(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= 80
    assert unicodedata.normalize("NFKC", found).casefold() == found


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9"])
def test_a_device_name_of_windows_is_no_segment(name: str) -> None:
    assert segment(name) != name


def test_a_plain_id_is_its_own_segment() -> None:
    assert segment("2013-06-26-meeting-tbilisi") == "2013-06-26-meeting-tbilisi"


def test_links_are_relative_to_the_depth_of_the_page() -> None:
    assert links_from("").to("events/x/") == "./events/x/"
    assert links_from("events/x/").to("people/", "l-a") == "../../people/#l-a"
    assert Links("../../", file_links=True).to("people/") == "../../people/index.html"
    assert output_name("events/x/") == "events/x/index.html"
    assert output_name("feed.xml") == "feed.xml"


def test_a_link_written_in_prose_names_the_file_where_links_need_it() -> None:
    cases = {
        "../method/": "../method/index.html", "../method/#dates": "../method/index.html#dates", "..": "../index.html",
        "../a.pdf": "../a.pdf", "#here": "#here", "https://example.org/": "https://example.org/", "mailto:a@b.c": "mailto:a@b.c",
    }  # fmt: skip
    for written, wanted in cases.items():
        assert Links("../", file_links=True).within(written) == wanted
        assert Links("../").within(written) == written
