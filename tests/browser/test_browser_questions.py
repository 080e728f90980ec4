"""Three questions of a reader, asked of this repository's own site without scripts: at most three clicks from home, no search."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli import main

pytest.importorskip("playwright.sync_api")
ROOT = Path(__file__).parents[2]
BASE = "/sco/"


class BelowSco(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path[len(BASE) :] if path.startswith(BASE) else "/nonexistent")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site made of content/."""
    root = tmp_path_factory.mktemp("own")
    done = main(
        ["build", "-q", "--content", str(ROOT / "content"), "--templates", str(ROOT / "templates"), "--output", str(root / "out"),
         "--cache", str(root / "cache"), "--base-url", f"https://example.org{BASE}", "--jobs", "1"]
    )  # fmt: skip
    assert done == 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(BelowSco, directory=str(root / "out")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


class Reader:
    """Clicks what can be seen, and counts."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.clicks = 0

    def click(self, target: Any) -> None:
        assert target.is_visible()
        target.click()
        self.clicks += 1
        assert self.clicks <= 3


@pytest.fixture
def reader(chromium: Any, own: str) -> Iterator[Reader]:
    context = chromium.new_context(java_script_enabled=False)
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(own)
    yield Reader(page)
    context.close()


def test_who_was_defence_minister_of_kazakhstan_in_june_2013_and_who_says_so(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("link", name="Minister of Defence of Kazakhstan"))
    term = page.locator(".succession > li").filter(has=page.get_by_role("link", name="Adilbek Dzhaksybekov"))
    assert "From 23 June 2009 to April 2014" in term.locator(".value").text_content()
    reader.click(term.locator("summary", has_text="Who says so"))
    assert term.locator("details figure.quote").first.is_visible()
    assert term.locator("details cite a").first.is_visible()


def test_what_was_the_status_of_belarus_on_1_august_2015(reader: Reader) -> None:
    page = reader.page
    reader.click(page.locator("#main").get_by_role("link", name="Belarus", exact=True).first)
    status = page.locator(".succession > li").filter(has_text="From 10 July 2015 to 4 July 2024")
    assert "Observer" in status.locator("h3").text_content()
    reader.click(status.locator("summary"))
    assert status.locator("figure.quote").first.is_visible()


def test_the_same_by_the_list_of_changes(reader: Reader) -> None:
    page = reader.page
    reader.click(page.get_by_role("navigation", name="Main").get_by_role("link", name="Membership"))
    reader.click(page.locator(".changes").get_by_role("link", name="10 July 2015"))
    assert "In force from 10 July 2015 to 24 September 2015" in page.locator(".lead").text_content()
    group = page.locator(".groups > div").filter(has_text="Observers")
    assert group.get_by_role("link", name="Belarus").is_visible()


def test_where_the_defence_ministers_met_in_2018_and_what_they_signed(reader: Reader) -> None:
    page = reader.page
    reader.click(page.locator(".strip a[aria-label^='2018']"))
    reader.click(page.get_by_role("link", name="SCO defence ministers meet in Beijing"))
    assert "24 April 2018" in page.locator(".dateline").text_content()
    assert "Beijing" in page.locator(".dateline").text_content()
    assert "Joint communique" in page.locator(".page-head .lead").text_content()
    assert page.locator("#f-date figure.quote").first.is_visible()


def test_an_address_that_names_an_entry_lands_on_it(chromium: Any, own: str) -> None:
    """On a long page, whatever is laid out late above it."""
    for width in (1280, 390):
        page = chromium.new_page(viewport={"width": width, "height": 800})
        for name in ("y2012", "2018-04-24-meeting-beijing"):
            page.goto("about:blank")
            page.goto(f"{own}timeline/#{name}")
            page.wait_for_timeout(300)
            top = page.evaluate("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top")
            assert 0 <= top <= 60, (width, name, top)
        page.goto(f"{own}timeline/")
        page.locator(".jump a", has_text="2019").click()
        page.wait_for_timeout(300)
        assert 0 <= page.evaluate("document.getElementById('y2019').getBoundingClientRect().top") <= 60
        page.close()
