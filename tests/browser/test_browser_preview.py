"""`sitegen serve` as an author has it open beside the editor: what a save does to the page in the browser."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from test_server import ROOT, Running, until

SOURCE = "/repo/sources/lake-forum-ministers/?from=timeline"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, chromium: Any) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("preview") / "site"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for command in (["new", str(folder)], None):
        if command:
            subprocess.run(
                [sys.executable, "-m", "sitegen", *command], check=True, capture_output=True, env=environment
            )
        else:
            subprocess.run([sys.executable, "-m", "sitegen", "build"], cwd=folder, check=True, capture_output=True, env=environment)  # fmt: skip
    running = Running(folder)
    yield running
    running.process.kill()
    running.process.wait()


class Open:
    """A page of the preview, what its console said and how often it was loaded."""

    def __init__(self, page: Any, preview: Running) -> None:
        self.page, self.preview = page, preview
        self.complaints: list[str] = []
        self.loads = 0
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on("load", lambda _: setattr(self, "loads", self.loads + 1))

    def go(self, path: str) -> None:
        with self.page.expect_websocket(timeout=5_000) as told:
            self.page.goto(f"http://127.0.0.1:{self.preview.port}{path}")
        told.value.wait_for_event("framereceived")
        self.page.wait_for_timeout(150)

    def until_loads(self, wanted: int, seconds: float) -> float:
        started = time.monotonic()
        while self.loads < wanted and time.monotonic() - started < seconds:
            self.page.wait_for_timeout(10)
        assert self.loads >= wanted
        return time.monotonic() - started


@pytest.fixture
def opened(chromium: Any, preview: Running) -> Iterator[Open]:
    context = chromium.new_context(viewport={"width": 420, "height": 400}, color_scheme="light")
    context.set_default_timeout(10_000)
    made = Open(context.new_page(), preview)
    yield made
    context.close()


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_mtime_ns, p.stat().st_ino) for p in sorted(folder.rglob("*"))}


def article(preview: Running) -> Path:
    return preview.folder / "content/articles/lake-forum-ministers.txt"


def test_a_save_reloads_within_a_second_and_keeps_place_and_query(preview: Running, opened: Open) -> None:
    before = tree(preview.folder / "output")
    opened.go(SOURCE)
    opened.page.evaluate("window.scrollTo(0, 300)")
    place = opened.page.evaluate("window.scrollY")
    assert place > 100
    took = []
    for number, words in enumerate(("joint wave patrols", "joint storm patrols", "joint flood patrols")):
        file = article(preview)
        text = file.read_text()
        had = next(w for w in ("joint wave patrols", "joint storm patrols", "joint flood patrols") if w in text)
        file.write_text(text.replace(had, words))
        took.append(opened.until_loads(number + 2, 5))
        assert words in opened.page.text_content("body")
        assert abs(opened.page.evaluate("window.scrollY") - place) <= 2
        assert opened.page.url.endswith(SOURCE)
        opened.page.wait_for_timeout(400)
    assert min(took) < 1.0, took
    assert sorted(took)[1] < 2.0, took  # a loaded machine may be slow once
    assert opened.complaints == []
    assert tree(preview.folder / "output") == before


def test_two_saves_a_moment_apart_both_arrive(preview: Running, opened: Open) -> None:
    opened.go(SOURCE)
    file = article(preview)
    text = file.read_text()
    file.write_text(text.replace("joint flood patrols", "joint ice patrols"))
    opened.page.wait_for_timeout(1_500)
    file.write_text(text.replace("joint flood patrols", "joint snow patrols"))
    opened.until_loads(3, 5)
    assert "joint snow patrols" in opened.page.text_content("body")
    file.write_text(text)
    opened.until_loads(4, 5)
    assert opened.complaints == []


def test_four_files_at_once_reload_once(preview: Running, opened: Open) -> None:
    before = -1
    while preview.builds() != before:  # what an earlier test saved may still be building
        before = preview.builds()
        time.sleep(1)
    opened.go("/repo/")
    builds = preview.builds()
    added = [preview.folder / f"content/articles/extra-{n}.txt" for n in range(4)]
    for file in added:
        file.write_text("A short note about the lake.\n")
    opened.page.wait_for_timeout(2_500)
    assert (preview.builds() - builds, opened.loads) == (1, 2)
    for file in added:
        file.unlink()
    opened.until_loads(3, 5)


def test_a_broken_front_matter_says_where_and_the_next_good_save_brings_the_site_back(
    preview: Running, opened: Open
) -> None:
    file = preview.folder / "content/articles/lake-forum-exercise.md"
    good = file.read_text()
    opened.go("/repo/timeline/")
    file.write_text(good.replace("published: 2021-10-05", "published: 2021-13-05"))
    opened.until_loads(2, 5)
    banner = opened.page.locator("#sitegen-preview")
    assert banner.is_visible()
    assert "lake-forum-exercise.md:3:12" in banner.inner_text()
    assert opened.page.locator("h1").is_visible()
    file.write_text(good)
    opened.until_loads(3, 5)
    assert opened.page.locator("#sitegen-preview").count() == 0
    assert opened.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_review_page_fits_and_complains_of_nothing(
    preview: Running, chromium: Any, width: int, scheme: Any
) -> None:
    sidecar = preview.folder / "content/articles/undated.txt"
    if not sidecar.exists():
        built = preview.builds()
        sidecar.write_text("Ministers of Austria and Germany met in Vienna on Tuesday and agreed on further patrols.\n")
        until(lambda: preview.builds() > built, 10)
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, permissions=["clipboard-write"]
    )
    opened = Open(context.new_page(), preview)
    opened.go("/repo/review/")
    assert opened.page.locator("h1").inner_text() == "What needs a person"
    assert "undated.yaml" in opened.page.text_content("main")
    assert opened.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    opened.page.locator("button").first.click()
    opened.page.locator("button", has_text="Copied").first.wait_for(timeout=3_000)
    assert opened.page.locator("main a").first.evaluate("async a => (await fetch(a.href)).status") == 200
    assert opened.complaints == []
    context.close()


def test_another_page_opens_no_websocket_to_the_preview(preview: Running, chromium: Any) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto("data:text/html,<title>elsewhere</title>")
    outcome = page.evaluate(
        """port => new Promise(done => {
             const socket = new WebSocket(`ws://127.0.0.1:${port}/livereload`);
             socket.onopen = () => done("open"); socket.onerror = () => done("refused");
           })""",
        preview.port,
    )
    context.close()
    assert outcome == "refused"
    assert preview.get("/repo/", Host="evil.example")[0] == 403


def test_nothing_was_written_into_output(preview: Running) -> None:
    assert b"livereload" not in (preview.folder / "output/index.html").read_bytes()
    assert not list((preview.folder / "output").rglob("*review*"))
    assert not (preview.folder / "output/sources/undated").exists()
