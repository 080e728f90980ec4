"""What a reader has to fetch for a page of 400 events: HTML 120 kB, style 15, script 20, all gzipped. Sizes, not times."""

from __future__ import annotations

import datetime as dt
import gzip
from dataclasses import replace
from pathlib import Path

import meridian

from sitegen.render import render_site

ASSETS = Path(__file__).parents[2] / "templates" / "assets"


def size(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_a_page_of_400_events_keeps_within_its_budget() -> None:
    register = meridian.register()
    model = next(e for e in register.events if e.id == "2013-06-26-meeting-tbilisi")
    events = tuple(
        replace(model, id=f"2013-{i}-meeting", name=f"Meeting number {i} of the working group on rivers and passes, {i * 7919 % 1000}",
                date=(dt.date(2013, 1, 1) + dt.timedelta(days=i * 9 // 10)).isoformat(), main_of=(), former_ids=(), edits=())
        for i in range(400)
    )  # fmt: skip
    made = {
        f.path: f.data
        for f in render_site(
            replace(register, events=events, redirects=(), conflicts=()), meridian.source(), None, sitegen_version="0"
        )
    }
    for path in ("timeline/index.html", "timeline/2013/index.html"):
        assert made[path].count(b'<li class="entry') == 400
        assert size(made[path]) <= 120_000


def test_style_and_script_keep_within_theirs() -> None:
    assert size((ASSETS / "site.css").read_bytes()) <= 15_000
    assert sum(size((ASSETS / name).read_bytes()) for name in ("timeline.js", "membership.js", "search.js")) <= 20_000
    assert b"@font-face" not in (ASSETS / "site.css").read_bytes()


def test_no_asset_fetches_from_elsewhere() -> None:
    for path in ASSETS.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "@import" not in text
        assert "url(http" not in text.replace("url(#", "")
        if path.suffix == ".js" and path.name != "minisearch.js":
            assert "innerHTML" not in text
            assert "eval(" not in text
            assert "://" not in text.replace("http://www.w3.org/2000/svg", "")
