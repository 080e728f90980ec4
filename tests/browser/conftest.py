"""A real browser over the invented register's site, served below a base path like a project site.

Looks for a browser in CHROME_PATH, then by the usual names; where there is none, or it does not start, the tests skip
and say why.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "render")]

from served import BASE, Handler, write_site  # noqa: E402

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def browser_path() -> str | None:
    named = os.environ.get("CHROME_PATH")
    return named if named and Path(named).exists() else next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = browser_path()
    if path is None:
        pytest.skip("no Chromium on this machine; set CHROME_PATH")
    try:
        from playwright.sync_api import sync_playwright

        playwright = sync_playwright().start()
        try:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except BaseException:
            playwright.stop()
            raise
    except Exception as error:  # whatever hinders it, the other tests must run
        pytest.skip(f"the browser did not start: {type(error).__name__}: {error}")
    yield browser
    browser.close()
    playwright.stop()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served site, ending in "/"."""
    root = write_site(tmp_path_factory.mktemp("site"), base_url=f"https://example.org{BASE}")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()


class Visit:
    """A page and what went wrong on it."""

    def __init__(self, page: Any, origin: str) -> None:
        self.page = page
        self.errors: list[str] = []
        self.strangers: list[str] = []
        page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith(origin) else self.strangers.append(r.url))


@pytest.fixture
def visit(chromium: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh page; parametrize indirectly with options of a browser context. No error, no request off the origin."""
    context = chromium.new_context(**getattr(request, "param", {}))
    context.set_default_timeout(10_000)
    made = Visit(context.new_page(), address)
    yield made
    context.close()
    assert made.errors == []
    assert made.strangers == []
