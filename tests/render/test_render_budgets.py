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


def test_a_record_with_a_thousand_events_has_a_page_a_year_and_a_small_one_of_its_own() -> None:
    register = meridian.register()
    model = next(e for e in register.events if e.id == "2013-06-26-meeting-tbilisi")
    events = tuple(
        replace(model, id=f"{1990 + i // 34}-{i}-meeting", name=f"Meeting number {i} of the working group on rivers and passes",
                date=(dt.date(1990 + i // 34, 1, 1) + dt.timedelta(days=i % 34 * 10)).isoformat(), main_of=(), former_ids=(), edits=())
        for i in range(1020)
    )  # fmt: skip
    people = tuple(
        replace(p, events=tuple(e.id for e in events)) if p.id == "nino-gelashvili" else p for p in register.people
    )
    made = {
        f.path: f.data
        for f in render_site(
            replace(register, events=events, people=people, redirects=(), conflicts=()), meridian.source(), None, sitegen_version="0"
        )
    }  # fmt: skip
    for base in ("people/nino-gelashvili/", "countries/ge/", "organizations/msf/"):
        assert size(made[f"{base}index.html"]) <= 40_000
        assert made[f"{base}index.html"].count(b'<li class="line') == 40  # the newest
        assert made[f"{base}1990/index.html"].count(b'<li class="line') == 34
        assert f'href="../../{base}2005/"'.encode() in made[f"{base}index.html"]
        assert b'rel="next"' in made[f"{base}1990/index.html"]
        listed = sum(
            data.count(b'<li class="line')
            for path, data in made.items()
            if path.startswith(base) and path.count("/") == 3
        )
        assert listed == 1020
    assert all(size(data) <= 120_000 for path, data in made.items() if path.endswith(".html"))


def test_many_clippings_and_names_stand_on_pages_of_their_own() -> None:
    register = meridian.register()
    model = register.sources[0]
    sources = tuple(
        replace(model, record=replace(model.record, id=f"clipping-{i}", title=f"Clipping number {i}", events=(), people=(), memberships=(),
                                      published=replace(model.record.published, date=f"{1990 + i % 30}-03-04")))
        for i in range(900)
    )  # fmt: skip
    person = register.people[0]
    names = tuple(
        replace(person, id=f"person-{i}", name=f"Given {'ABCDEFGH'[i % 8]}amily{i}", events=()) for i in range(1600)
    )
    changed = replace(register, sources=(*register.sources, *sources), people=(*register.people, *names))
    made = {f.path: f.data for f in render_site(changed, meridian.source(), None, sitegen_version="0")}
    for path in ("sources/index.html", "search/index.html"):
        assert size(made[path]) <= 40_000, path
    assert made["sources/1990/index.html"].count(b"Clipping number") == 30
    assert b'href="../sources/1990/"' in made["sources/index.html"]
    assert made["search/a/index.html"].count(b"Aamily") >= 200
    assert all(size(data) <= 120_000 for path, data in made.items() if path.endswith(".html"))


def test_style_and_script_keep_within_theirs() -> None:
    assert size((ASSETS / "site.css").read_bytes()) <= 15_000
    assert (
        sum(size((ASSETS / name).read_bytes()) for name in ("timeline.js", "membership.js", "lanes.js", "search.js"))
        <= 20_000
    )
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
