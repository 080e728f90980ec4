"""The site in a browser: reading by clicks, filters, search, keyboard, no script, narrow, from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import served

expect = pytest.importorskip("playwright.sync_api").expect

KINDS = ["", "timeline/", "timeline/2016/", "events/2013-06-26-meeting-tbilisi/", "people/", "people/nino-gelashvili/", "posts/",
         "posts/defence-minister-kz/", "countries/", "countries/in/", "organizations/", "organizations/msf/", "membership/",
         "membership/2016-06-14/", "sources/", "sources/harbour-gazette-2013-ministers/", "conflicts/", "coverage/", "search/",
         "data/", "about/"]  # fmt: skip


def test_a_reader_goes_from_home_to_the_sentence_and_back(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(address)
    page.get_by_role("link", name="Read the whole timeline").click()
    assert page.url == f"{address}timeline/"
    page.get_by_role("link", name="Forum defence ministers meet in Tbilisi and sign a flood plan").click()
    assert page.locator("mark", has_text="Wednesday").first.is_visible()
    page.get_by_role("link", name="Ministers agree on flood warnings").first.click()
    assert page.url == f"{address}sources/harbour-gazette-2013-ministers/"
    page.get_by_role("link", name="Forum defence ministers meet in Tbilisi and sign a flood plan").first.click()
    page.get_by_role("link", name="Meridian Chronology", exact=True).click()
    assert page.url == address


def test_a_bar_of_the_strip_leads_to_its_year(visit: Any, address: str) -> None:
    visit.page.goto(address)
    visit.page.locator(".bars a[aria-label^='2016']").click()
    assert visit.page.url == f"{address}timeline/2016/"


@pytest.mark.parametrize(
    "visit", [{"viewport": {"width": 320, "height": 640}}, {"viewport": {"width": 390, "height": 844}}], indirect=True
)
def test_no_page_scrolls_sideways(visit: Any, address: str) -> None:
    for path in KINDS:
        visit.page.goto(address + path)
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_filters_hide_and_count_and_keep_their_state_in_the_address(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}timeline/")
    total = page.locator("li.entry").count()
    page.get_by_text("Filter and shortcuts").click()
    page.get_by_label("Country").select_option("IN")
    expect(page.locator("#count")).to_contain_text("shown")
    assert page.locator("#count").text_content() == f"2 of {total} events shown."
    assert "country=IN" in page.url
    page.reload()
    expect(page.locator("#count")).to_contain_text("2 of")
    assert page.locator("li.entry:visible").count() == 2
    page.get_by_label("Words").fill("tbilisi flood")
    expect(page.locator("#count")).to_contain_text("1 of")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#count")).to_contain_text("All")
    assert "?" not in page.url
    assert page.locator("li.entry").count() == total


def test_an_open_date_is_not_lost_to_a_filter_by_date(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}timeline/?from=2015-01-01&to=2015-12-31")
    expect(page.locator("#count")).to_contain_text("shown")
    shown = page.locator("li.entry:visible h4").all_text_contents()
    assert "Joint patrols on the high passes" in shown  # since May 2008, with no end
    assert "Five states sign the Orkhon accord" not in shown


def test_dragging_over_the_strip_sets_both_dates(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}timeline/")
    box = page.locator(".bars").bounding_box()
    width = box["width"] / 24  # years from 1996 to 2019
    page.mouse.move(box["x"] + 10.5 * width, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 12.5 * width, box["y"] + 20, steps=5)
    page.mouse.up()
    expect(page.locator("#count")).to_contain_text("shown")
    assert "from=2006-01-01&to=2008-12-31" in page.url


def test_the_keyboard_walks_the_entries_and_the_keys_can_be_switched_off(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}timeline/2013/")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "Defence ministers hold their meeting of 2013"
    page.keyboard.press("j")
    page.keyboard.press("o")
    assert page.evaluate("document.activeElement.closest('li').querySelector('details').open")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == "Defence ministers hold their meeting of 2013"
    page.goto(f"{address}timeline/2016/")
    page.get_by_text("Filter and shortcuts").click()
    page.get_by_label("Keys:").uncheck()
    page.locator("body").press("j")
    assert page.evaluate("document.activeElement.closest('li.entry')") is None
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('li.entry')") is None


def test_tab_reaches_the_text_first_and_focus_shows(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}membership/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    seen = []
    for _ in range(60):
        seen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 60)"))
        outline = page.evaluate(
            "(e => e.tagName === 'BODY' ? 'x' : getComputedStyle(e).outlineStyle + (e.querySelector && e.querySelector('.hit') ? 'x' : ''))(document.activeElement)"
        )
        assert outline != "none", seen[-1]
        page.keyboard.press("Tab")
    assert len(set(seen)) > 20  # nothing traps


@pytest.mark.parametrize(
    "visit", [{"java_script_enabled": False}, {"viewport": {"width": 390, "height": 844}}], indirect=True
)
def test_a_chart_is_magnified_by_the_keyboard_and_without_a_script(visit: Any, address: str) -> None:
    page = visit.page
    for path in ("posts/", "membership/"):
        page.goto(address + path)
        chart = page.locator("figure.lanes").first
        whole = chart.locator("svg.lane").first.bounding_box()["width"]
        names = chart.locator("svg.name:visible").count()
        label = chart.locator("li .lane-label").first.text_content()
        assert (
            chart.locator(".scale svg.years").first.bounding_box()["width"] > whole / 2
        )  # the years stand by their lanes
        chart.locator("input.zoom").first.focus()
        page.keyboard.press("ArrowRight")
        assert chart.locator("input.zoom").nth(1).is_checked()
        assert 2.5 < chart.locator("svg.lane").first.bounding_box()["width"] / whole < 3.2
        page.keyboard.press("ArrowRight")
        assert chart.locator("svg.lane").first.bounding_box()["width"] / whole > 7.5
        assert chart.locator("svg.name:visible").count() >= names
        assert chart.locator("li .lane-label").first.text_content() == label
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")  # the chart scrolls, not the page


def test_details_and_search_work_by_the_keyboard_alone(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}posts/defence-minister-kz/")
    summary = page.locator("summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.evaluate("d => d.open")
    page.keyboard.press("Space")
    assert not page.locator("details").first.evaluate("d => d.open")
    page.goto(f"{address}search/")
    page.get_by_label("Names, places").focus()
    page.keyboard.type("ganzorig")
    page.wait_for_selector("#results li")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/batbold-ganzorig/")


def test_an_anchor_into_a_folded_day_opens_it(visit: Any, address: str) -> None:
    visit.page.goto(f"{address}timeline/2016/#2016-06-14-agreement-6")
    assert visit.page.locator("#\\32 016-06-14-agreement-6").is_visible()


def test_the_date_box_leads_to_the_members_in_force(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}membership/")
    page.get_by_label("Members on").fill("2015-08-01")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/membership/2015-03/")
    page.goto(f"{address}membership/")
    page.get_by_label("Members on").fill("1990-01-01")
    page.get_by_role("button", name="Show").click()
    assert "Nothing is recorded so early" in page.locator("#goto-note").text_content()


def test_search_finds_and_keeps_its_words_in_the_address(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}search/")
    page.get_by_label("Names, places").fill("ganzor")
    page.wait_for_selector("#results li")
    assert page.locator("#results a").first.text_content() == "Batbold Ganzorig"
    assert "q=ganzor" in page.url
    page.locator("#results a").first.click()
    assert page.url == f"{address}people/batbold-ganzorig/"
    page.goto(f"{address}search/?q=samarkand&type=event&country=IN")
    page.wait_for_selector("#results li")
    assert page.locator("#results a").all_text_contents() == ["India is admitted as a full member in Samarkand"]
    page.get_by_label("Names, places").fill("zzzzqqq")
    expect(page.locator("#found")).to_contain_text("Nothing found")


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_everything_is_there_and_nothing_is_dead(visit: Any, address: str) -> None:
    page = visit.page
    for path in KINDS:
        page.goto(address + path)
        assert page.locator("h1").is_visible()
    page.goto(f"{address}timeline/")
    assert page.locator("li.entry").count() == 39
    assert not page.locator(".filters").is_visible()
    page.goto(f"{address}search/")
    assert not page.locator("#finder").is_visible()
    assert page.get_by_role("link", name="Ganzorig, Batbold").is_visible()
    page.goto(f"{address}membership/")
    assert not page.locator("#goto").is_visible()
    page.get_by_role("link", name="15 June 2001").click()
    assert page.locator("h1").text_content() == "Members as of 15 June 2001"


def test_from_a_folder_without_a_server(chromium: Any, tmp_path: Path) -> None:
    root = served.write_site(tmp_path, file_links=True)
    page = chromium.new_page()
    page.goto((root / "index.html").as_uri())
    page.get_by_role("link", name="Timeline", exact=True).click()
    page.get_by_role("link", name="Forum defence ministers meet in Tbilisi and sign a flood plan").click()
    assert page.locator("h1").text_content() == "Forum defence ministers meet in Tbilisi and sign a flood plan"
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_label("Names, places").fill("x")
    expect(page.locator("#found")).to_contain_text("needs a web server")
    page.get_by_role("link", name="Ganzorig, Batbold").click()
    assert page.locator("h1").text_content() == "Batbold Ganzorig"
    page.close()


def test_an_address_that_is_none_leads_on_from_any_depth(chromium: Any, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}people/nobody/at/all/")
    page.get_by_role("link", name="The timeline").click()
    assert page.url == f"{address}timeline/"
    page.close()


def test_a_former_address_leads_to_the_record(visit: Any, address: str) -> None:
    visit.page.goto(f"{address}events/2013-06-26-statement/")
    visit.page.wait_for_url("**/events/2013-06-26-meeting-tbilisi/")


@pytest.mark.parametrize("visit", [{"forced_colors": "active"}, {"color_scheme": "dark"}], indirect=True)
def test_markers_keep_their_shapes_in_dark_and_in_forced_colours(visit: Any, address: str) -> None:
    visit.page.goto(f"{address}timeline/")
    look = "(c) => { const s = getComputedStyle(document.querySelector('.m-' + c + ' > article'), '::before'); return [s.borderTopStyle, s.borderTopLeftRadius, s.height].join(' '); }"
    assert len({visit.page.evaluate(look, c) for c in ("day", "days", "month", "year", "approx", "open")}) == 6


def test_print_gives_a_numbered_chronology_without_the_controls(visit: Any, address: str) -> None:
    page = visit.page
    page.goto(f"{address}timeline/2013/")
    page.emulate_media(media="print")
    assert not page.locator(".mast nav").is_visible()
    assert not page.locator(".filters").is_visible()
    assert "counter(entry)" in page.evaluate("getComputedStyle(document.querySelector('li.entry'), '::after').content")
