"""Every page of the table stands, says what it is, and holds to the rules that bind them all."""

from __future__ import annotations

import itertools
import json
import re
from html.parser import HTMLParser

import pytest
import rendered

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)
TABLE = [
    "index.html", "timeline/index.html", "timeline/2016/index.html", "events/2013-06-26-meeting-tbilisi/index.html",
    "people/index.html", "people/dana-serik/index.html", "posts/index.html", "posts/defence-minister-kz/index.html",
    "countries/index.html", "countries/kz/index.html", "organizations/index.html", "organizations/msf/index.html",
    "membership/index.html", "membership/2016-06-14/index.html", "sources/index.html",
    "sources/harbour-gazette-2013-ministers/index.html", "conflicts/index.html", "coverage/index.html",
    "search/index.html", "data/index.html", "about/index.html", "404.html", "events/2013-06-26-statement/index.html",
]  # fmt: skip
OTHERS = ["feed.xml", "events.ics", "sitemap.xml", "robots.txt", ".nojekyll", "data/events.json", "data/events.csv",
          "data/people.json", "data/posts.csv", "data/memberships.json", "data/sources.json", "data/popolo.json",
          "data/timelinejs.json", "data/schema.json", "data/record.schema.json", "search/index.json"]  # fmt: skip


class Outline(HTMLParser):
    """Collects what the tests ask of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.scripts: list[dict[str, str | None]] = []
        self.metas: list[dict[str, str | None]] = []
        self.first_in_head: list[str] = []
        self._head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "head":
            self._head = True
        elif self._head and len(self.first_in_head) < 3:
            self.first_in_head.append(tag + ":" + str(found.get("http-equiv", found.get("charset", ""))))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in found:
            self.ids.append(str(found["id"]))
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if tag == "script":
            self.scripts.append(found)
        if tag == "meta":
            self.metas.append(found)
        self.attributes.update(name for name, _ in attrs)


def outline(text: str) -> Outline:
    made = Outline()
    made.feed(text)
    return made


@pytest.mark.parametrize("path", TABLE + OTHERS)
def test_the_page_table_is_whole(files: dict[str, bytes], path: str) -> None:
    assert path in files


def test_each_page_has_one_h1_and_no_level_is_skipped(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        levels = outline(text).headings
        assert levels[:1] == [1], path
        assert levels.count(1) == 1, path
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), (path, levels)


def test_ids_are_unique_within_a_page(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        ids = outline(text).ids
        assert len(ids) == len(set(ids)), path


def test_titles_are_unique_but_for_the_pages_that_only_lead_on(pages: dict[str, str]) -> None:
    titles = [re.search("<title>(.*?)</title>", t)[1] for t in pages.values()]  # type: ignore[index]
    repeated = {t for t in titles if titles.count(t) > 1}
    assert repeated <= {"Six states sign flood plan · Meridian Chronology"}


def test_the_policy_comes_first_and_nothing_inline_runs(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        found = outline(text)
        assert found.first_in_head[:2] == ["meta:Content-Security-Policy", "meta:utf-8"], path
        assert any(m.get("content") == CSP for m in found.metas), path
        assert all(s.get("src") or s.get("type") == "application/ld+json" for s in found.scripts), path
        assert all("defer" in s for s in found.scripts if s.get("src")), path
        assert "style" not in found.attributes, path
        assert not [a for a in found.attributes if a.startswith("on")], path


def test_links_within_the_site_are_relative_and_lead_somewhere(files: dict[str, bytes], pages: dict[str, str]) -> None:
    from posixpath import dirname, join, normpath

    for path, text in pages.items():
        if path == "404.html":
            continue
        for href in outline(text).links:
            if href.startswith(("https://", "#", "mailto:")):
                continue
            assert not href.startswith("/"), (path, href)
            target = normpath(join(dirname(path), href.partition("#")[0]))
            target = "" if target == "." else target
            assert target in files or normpath(join(target, "index.html")) in files, (path, href)


def test_the_missing_page_links_from_the_root(pages: dict[str, str]) -> None:
    assert 'href="/meridian/timeline/"' in pages["404.html"]
    assert 'href="/meridian/assets/site-' in pages["404.html"]


def test_data_blocks_are_json_and_never_close_the_script(pages: dict[str, str]) -> None:
    kinds = set()
    for text in pages.values():
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
            assert "<" not in block
            kinds.add(json.loads(block)["@type"])
    assert {"Event", "Person", "Organization", "NewsArticle", "BreadcrumbList", "WebSite", "Dataset"} <= kinds


def test_a_coarse_date_stays_coarse_in_the_data_blocks(pages: dict[str, str]) -> None:
    assert '"startDate":"1998-06"' in pages["events/1998-06-founding/index.html"]
    assert '"description":"Date: about June 2001"' in pages["events/2001-06-publication/index.html"]


def test_without_a_base_url_nothing_claims_an_address(offline: dict[str, bytes]) -> None:
    assert "sitemap.xml" not in offline
    assert b"canonical" not in offline["index.html"]
    assert b'rel="self"' not in offline["feed.xml"]
    assert b"Sitemap:" not in offline["robots.txt"]
    assert b'href="/timeline/"' in offline["404.html"]


def test_links_for_files_name_the_file() -> None:
    from meridian import register, source

    from sitegen.render import render_site

    made = {f.path: f.data for f in render_site(register(), source(), None, file_links=True, sitegen_version="0")}
    for path, data in made.items():
        if path.endswith(".html") and path != "404.html":
            for href in outline(data.decode()).links:
                assert href.startswith(("https://", "#")) or not href.partition("#")[0].endswith("/"), (path, href)


def test_rendering_twice_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert rendered.files_of(base_url=rendered.BASE) == files


def test_hostile_content_stays_text() -> None:
    from dataclasses import replace

    import meridian

    from sitegen.render import render_site

    evil = 'a\x00\u202e</script><script>alert(1)</script>{{ 7*7 }}" onload="x'
    register = meridian.register()
    first = replace(register.events[0], name=evil)
    register = replace(register, events=(first, *register.events[1:]))
    made = {
        f.path: f.data.decode()
        for f in render_site(register, meridian.source(title=evil), None, sitegen_version="0")
        if f.path.endswith((".html", ".xml"))
    }
    for path, text in made.items():
        assert "<script>alert" not in text, path
        assert "\x00" not in text
        assert "49" not in re.findall(r"{{ 7\*7 }}|49", text)[:1], path
        if path.endswith(".html"):
            assert not [a for a in outline(text).attributes if a.startswith("on")], path


def test_a_site_without_anything_says_so_kindly() -> None:
    from sitegen.model import Config, Register, Source, World
    from sitegen.render import render_site

    empty = Source(config=Config(), world=World(), clippings=())
    made = {
        f.path: f.data.decode("utf-8", "replace") for f in render_site(Register(), empty, None, sitegen_version="0")
    }
    assert "No event has been recorded yet" in made["timeline/index.html"]
    assert "No open disagreement" in made["conflicts/index.html"]
    assert "Nobody has been recorded yet" in made["people/index.html"]


def test_a_template_of_the_site_s_own_comes_first_and_may_extend_the_default(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from meridian import register, source

    from sitegen.render import render_site

    (tmp_path / "prose.html").write_text(
        '{% extends "default/prose.html" %}{% block masthead %}<p>Own head</p>{% endblock %}'
    )
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "site.css").write_text("body{color:red}")
    made = {
        f.path: f.data.decode("utf-8", "replace")
        for f in render_site(register(), source(), tmp_path, sitegen_version="0")
    }
    assert "Own head" in made["about/index.html"]
    assert "Own head" not in made["index.html"]
    assert any(p.startswith("assets/site-") and t == "body{color:red}" for p, t in made.items())
    assert any(p.startswith("assets/timeline-") for p in made)


def test_names_of_the_output_are_plain_short_and_apart_on_any_disk(files: dict[str, bytes]) -> None:
    for path in files:
        for part in path.split("/"):
            assert re.fullmatch(r"\.nojekyll|[a-z0-9-]+(\.[a-z0-9]+){0,2}", part), path
            assert len(part) <= 80
    assert len({p.casefold() for p in files}) == len(files)
