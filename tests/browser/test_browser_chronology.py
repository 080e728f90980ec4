"""One event out of three outlets' clippings, from text files to a browser without scripts, below the base path /sco/."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import served

from sitegen.build import build
from sitegen.options import Options
from sitegen.pins import ids_text, write_ids

pytest.importorskip("playwright.sync_api")

BASE = "/sco/"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
OUTLETS = {
    "quay": ("Quay Courier", "2019-05-03", ("HANOI, May 3, 2019 -- Defence ministers of the Lake Forum met in Hanoi on Thursday for their seventh meeting "
             "and agreed on a common flood alarm.")),
    "ridge": ("Ridge Herald", "2019-05-03", ("The Lake Forum's defence ministers held their 7th meeting in Hanoi on 2 May 2019, where a common alarm "
              "for floods was approved.")),
    "delta": ("Delta Post", "2019-05-04", ("Defence ministers of the Lake Forum held their seventh meeting in Hue on May 2, the Delta Post learned from "
              "two delegations.")),
}  # fmt: skip
CURATED = """\
---
id: flood-alarm-of-2019
name: The Lake Forum's ministers agree on a flood alarm
classification: meeting
date: 2019-05-02
place: {name: Hanoi, country: VN}
organizations: [LF]
series: defence-ministers
ordinal: 7
sources:
  - {title: Minutes of the seventh meeting, publisher: Lake Forum}
---
"""


class BelowSco(served.Handler):
    def translate_path(self, path: str) -> str:
        below = path.startswith(BASE)
        return http.server.SimpleHTTPRequestHandler.translate_path(self, "/" + path[len(BASE) :]) if below else "/nonexistent"  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Built, its ids pinned; then a curator gives the event an id of their own, and it is built again."""
    folder = tmp_path_factory.mktemp("chronology")
    content = folder / "content"
    for name in ("articles", "organizations", "events"):
        (content / name).mkdir(parents=True)
    (content / "site.yaml").write_text(f"title: Lake\nbase_url: https://example.org{BASE}\norganizations: [LF]\n")
    (content / "organizations/lf.md").write_text("---\nid: LF\nname: Lake Forum\n---\n")
    for name, (outlet, day, text) in OUTLETS.items():
        (content / f"articles/{name}.txt").write_text(f"{text}\n\nThe rest of the {outlet}'s page was about boats.\n")
        (content / f"articles/{name}.yaml").write_text(
            f"title: From the {outlet}\npublisher: {outlet}\npublished: {day}\nrights: full\n"
        )
    options = Options(content=content, templates=TEMPLATES, output=folder / "output", cache=folder / "cache", jobs=1)
    first = build(options)
    assert [e.id for e in first.register.events] == ["2019-05-02-meeting-hanoi"]
    write_ids(content, ids_text(first.register, {}))
    (content / "events/flood-alarm.md").write_text(CURATED)
    assert build(options).ok
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(BelowSco, directory=str(folder / "output")))  # fmt: skip
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """Without scripts; nothing may go wrong on it."""
    context = chromium.new_context(java_script_enabled=False)
    context.set_default_timeout(10_000)
    made = context.new_page()
    errors: list[str] = []
    # what a page that is left in haste no longer wants is no failure
    made.on("requestfailed", lambda r: errors.append(r.url) if r.failure != "net::ERR_ABORTED" else None)
    made.on("response", lambda r: errors.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    yield made
    context.close()
    assert errors == []


def test_an_event_shows_the_wording_and_the_date_of_each_outlet(page: Any, site: str) -> None:
    page.goto(f"{site}events/flood-alarm-of-2019/")
    assert page.locator("h1").text_content() == "The Lake Forum's ministers agree on a flood alarm"
    told = " ".join((page.locator("main").text_content() or "").split())
    for outlet, _, text in OUTLETS.values():
        assert text in told, outlet
        assert page.get_by_role("link", name=f"From the {outlet}").count() >= 1
    marked = {" ".join((m or "").split()).removeprefix("on ") for m in page.locator("main mark").all_text_contents()}
    assert {"Thursday", "2 May 2019", "May 2"} <= marked
    assert "2 May 2019" in (page.locator(".dateline").text_content() or "")


def test_a_disputed_field_shows_both_claims(page: Any, site: str) -> None:
    page.goto(f"{site}events/flood-alarm-of-2019/")
    field = " ".join((page.locator("#f-place").text_content() or "").split())
    assert "Hanoi" in field
    assert "Hue" in field
    assert "Delta Post" in field
    page.goto(f"{site}conflicts/")
    listed = " ".join((page.locator("main").text_content() or "").split())
    assert "Hanoi" in listed
    assert "Hue" in listed
    page.get_by_role("link", name="The Lake Forum's ministers agree on a flood alarm").first.click()
    assert page.url == f"{site}events/flood-alarm-of-2019/"


def test_the_former_address_of_a_renamed_event_leads_on(page: Any, site: str) -> None:
    page.goto(f"{site}events/2019-05-02-meeting-hanoi/", wait_until="load")
    page.wait_for_url(f"{site}events/flood-alarm-of-2019/")
    assert page.locator("h1").text_content() == "The Lake Forum's ministers agree on a flood alarm"
