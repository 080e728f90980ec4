"""JSON-LD says what schema.org has words for, and dates no finer than they are known; the head tells other sites the same."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import meridian
import pytest

from sitegen.render import render_site

#: Type -> property -> what it may hold: a type's name, "text", "url", "date", "number". From schema.org, as of 2026; a type has
#: the properties of Thing and of the types above it too.
THING = {"name": {"text"}, "description": {"text"}, "identifier": {"text"}, "url": {"url"}, "alternateName": {"text"},
         "subjectOf": {"Event", "NewsArticle"}, "sameAs": {"url"}}  # fmt: skip
VOCABULARY: dict[str, dict[str, set[str]]] = {
    "Event": {"startDate": {"date"}, "endDate": {"date"}, "location": {"Place", "text"}, "attendee": {"Person", "Organization"},
              "organizer": {"Person", "Organization"}, "about": set(THING) | {"Organization", "Person", "Place"}},
    "Place": {"address": {"PostalAddress", "text"}},
    "Country": {"address": {"PostalAddress", "text"}},
    "PostalAddress": {"addressCountry": {"text", "Country"}},
    "Person": {"memberOf": {"Organization", "OrganizationRole"}, "jobTitle": {"text"}, "nationality": {"Country"}},
    "Organization": {"member": {"Organization", "Person", "OrganizationRole"}, "foundingDate": {"date"}},
    # a role repeats the property that it qualifies
    "OrganizationRole": {"roleName": {"text", "url"}, "startDate": {"date"}, "endDate": {"date"}, "member": {"Organization", "Person"},
                         "memberOf": {"Organization"}},
    "NewsArticle": {"headline": {"text"}, "publisher": {"Organization", "Person"}, "author": {"Person", "Organization"}, "datePublished": {"date"},
                    "inLanguage": {"text"}, "about": {"Event", "Person"}, "citation": {"text", "CreativeWork"}, "isBasedOn": {"url", "CreativeWork"},
                    "dateline": {"text"}, "license": {"url"}, "archivedAt": {"url"}},
    "WebSite": {"inLanguage": {"text"}, "publisher": {"Organization", "Person"}},
    "Dataset": {"license": {"url"}, "creator": {"Person", "Organization"}, "distribution": {"DataDownload"}},
    "DataDownload": {"contentUrl": {"url"}, "encodingFormat": {"text"}},
    "BreadcrumbList": {"itemListElement": {"ListItem"}},
    "ListItem": {"position": {"number"}, "item": {"url"}},
}  # fmt: skip
NEEDED = {"Event": {"name"}, "Person": {"name"}, "Organization": {"name"}, "NewsArticle": {"headline"}, "ListItem": {"position", "item", "name"},
          "OrganizationRole": {"roleName"}}  # fmt: skip
DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
SITE = "https://example.org/meridian/"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    source = meridian.source(base_url=SITE, repository="https://example.org/forge/meridian")
    made = render_site(meridian.register(), source, None, sitegen_version="0")
    return {f.path: f.data.decode() for f in made if f.path.endswith(".html")}


def data_of(page: str) -> list[Any]:
    return [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]


def faults(value: Any, where: str) -> Iterator[str]:
    """What schema.org would not understand of one node."""
    names = value["@type"] if isinstance(value["@type"], list) else [value["@type"]]
    known = {k: v for name in names for k, v in (*THING.items(), *VOCABULARY.get(name, {}).items())}
    for name in names:
        if name not in VOCABULARY:
            yield f"{where}: no type {name}"
        if missing := NEEDED.get(name, set()) - set(value):
            yield f"{where}: {name} without {', '.join(sorted(missing))}"
    for key, held in value.items():
        if key in ("@type", "@context"):
            continue
        if key not in known:
            yield f"{where}: {'/'.join(names)} has no property {key}"
            continue
        for one in held if isinstance(held, list) else [held]:
            yield from kind_faults(one, known[key], f"{where}.{key}")


def kind_faults(one: Any, may: set[str], where: str) -> Iterator[str]:
    if isinstance(one, dict):
        names = one["@type"] if isinstance(one["@type"], list) else [one["@type"]]
        if not may & set(names):
            yield f"{where}: {names} is none of {sorted(may)}"
        yield from faults(one, where)
    elif isinstance(one, int):
        if "number" not in may:
            yield f"{where}: a number"
    elif "date" in may:
        if not DATE.fullmatch(one):
            yield f"{where}: {one!r} is no date"
    elif "url" in may and "text" not in may:
        if urlsplit(one).scheme not in ("http", "https"):
            yield f"{where}: {one!r} is no address"
    elif "text" not in may:
        yield f"{where}: text"
    elif not one.strip():
        yield f"{where}: empty"


def test_every_block_is_schema_org(pages: dict[str, str]) -> None:
    found = []
    seen: set[str] = set()
    for path, page in pages.items():
        for block in data_of(page):
            assert block["@context"] == "https://schema.org"
            seen.add(block["@type"])
            found += list(faults(block, path))
    assert found == []
    assert {"Event", "Person", "Organization", "NewsArticle", "WebSite", "BreadcrumbList", "Country", "Dataset"} <= seen


def test_a_date_is_no_finer_in_json_ld_than_on_the_page(pages: dict[str, str]) -> None:
    dates = {e.id: e.date for e in meridian.register().events}
    told = [
        b for path, page in pages.items() if path.startswith("events/") for b in data_of(page) if b["@type"] == "Event"
    ]
    assert {b["identifier"] for b in told} == set(dates)
    for event in told:
        date = dates[event["identifier"]]
        if DATE.fullmatch(date):
            assert event["startDate"] == date
        elif re.fullmatch(r"[0-9-]{10}/[0-9-]{10}", date):
            assert f"{event['startDate']}/{event['endDate']}" == date
        else:
            assert "startDate" not in event
            assert event["description"].startswith("Date: ")


def test_the_head_names_the_page_alike_everywhere(pages: dict[str, str]) -> None:
    titles = set()
    for path, page in pages.items():
        if 'http-equiv="refresh"' in page:
            continue
        title = html.unescape(re.findall(r"<title>(.*?)</title>", page)[0])
        meta = dict(re.findall(r'<meta property="og:([a-z_]+)" content="(.*?)">', page))
        assert html.unescape(meta["title"]) in title
        assert meta["description"]
        assert meta["site_name"] == "Meridian Chronology"
        if path == "404.html":
            assert "canonical" not in page
            continue
        address = SITE + path.removesuffix("index.html")
        assert f'<link rel="canonical" href="{address}">' in page
        assert meta["url"] == address
        if not path.startswith(("events/", "sources/", "people/")):  # two records may bear one name
            assert title not in titles, f"{path}: two pages are called {title}"
            titles.add(title)


def test_a_reader_can_cite_and_report(pages: dict[str, str]) -> None:
    page = pages["events/2013-06-26-meeting-tbilisi/index.html"]
    assert '<span class="label">Cite this</span>' in page
    assert f'<span class="address">{SITE}events/2013-06-26-meeting-tbilisi/</span>' in page
    link = html.unescape(re.findall(r'href="([^"]+)">Report a problem', page)[0])
    asked = parse_qs(urlsplit(link).query)
    assert link.startswith("https://example.org/forge/meridian/issues/new?")
    assert "Tbilisi" in asked["title"][0]
    assert f"{SITE}events/2013-06-26-meeting-tbilisi/" in asked["body"][0]
