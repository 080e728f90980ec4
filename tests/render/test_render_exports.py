"""Each export is read back by a library that people use for its format."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import xml.etree.ElementTree as ET

import feedparser
import icalendar
import jsonschema
import meridian
import pytest

from sitegen.render.exports import ical, tables

TABLES = ["events", "people", "posts", "memberships", "sources"]


@pytest.mark.parametrize("table", TABLES)
def test_json_keeps_to_its_schema(files: dict[str, bytes], table: str) -> None:
    schema = json.loads(files["data/schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    rows = json.loads(files[f"data/{table}.json"])
    assert rows
    jsonschema.validate(rows, {**schema, "$ref": f"#/$defs/{table}"}, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("table", TABLES)
def test_csv_has_a_row_for_each_object_and_a_header(files: dict[str, bytes], table: str) -> None:
    rows = list(csv.DictReader(io.StringIO(files[f"data/{table}.csv"].decode("utf-8"), newline="")))
    objects = json.loads(files[f"data/{table}.json"])
    assert len(rows) == len(objects)
    assert None not in rows[0]  # no row is longer than the header
    spec = next(s for s in tables.TABLES if s.key == table)
    assert list(rows[0]) == [c.name for c in spec.columns if c.csv]


def test_csv_keeps_edtf(files: dict[str, bytes]) -> None:
    rows = {r["id"]: r for r in csv.DictReader(io.StringIO(files["data/events.csv"].decode(), newline=""))}
    assert rows["2001-06-publication"]["date"] == "2001-06~"
    assert rows["1998-06-founding"]["first_day"] == "1998-06-01"
    assert rows["2013-06-26-meeting-tbilisi"]["participants"] == "Batbold Ganzorig; Aslan Abenov; Unlisted Visitor"


def test_no_cell_is_a_formula() -> None:
    assert tables.cell("=1+1") == "'=1+1"
    assert tables.cell("@x") == "'@x"
    assert tables.cell("-5") == "-5"


def test_every_column_is_in_the_data_dictionary(pages: dict[str, str]) -> None:
    for spec in tables.TABLES:
        for column in spec.columns:
            assert f"<code>{column.name}</code>" in pages["data/index.html"]


def test_sources_hold_no_body_and_no_withheld_quote(files: dict[str, bytes]) -> None:
    rows = {r["id"]: r for r in json.loads(files["data/sources.json"])}
    assert "body" in rows[meridian.NW]  # its rights are full
    assert "body" not in rows[meridian.HG]
    quotes = [
        e["quote"]
        for r in rows.values()
        for k in ("events", "people", "memberships")
        for x in r[k]
        for e in x["evidence"]
    ]
    assert None in quotes
    assert meridian.GANZORIG not in quotes


def test_the_calendar_holds_the_days_and_only_those(files: dict[str, bytes]) -> None:
    calendar = icalendar.Calendar.from_ical(files["events.ics"])
    entries = {str(e["UID"]).partition("@")[0]: e for e in calendar.walk("VEVENT")}
    assert entries["2013-06-26-meeting-tbilisi"]["DTSTART"].dt == dt.date(2013, 6, 26)
    assert entries["2016-06-13-to-2016-06-14-accession"]["DTEND"].dt == dt.date(2016, 6, 15)
    assert "1998-06-founding" not in entries
    exact = [
        e for e in meridian.events() if len(e.date) in (10, 21) and e.date[-1].isdigit() and e.date.count("-") in (2, 4)
    ]
    assert len(entries) == len(exact)
    assert all(len(line) <= 75 for line in files["events.ics"].split(b"\r\n"))


def test_the_data_page_counts_what_the_calendar_leaves_out(pages: dict[str, str]) -> None:
    assert "dated more coarsely are left out of it" in pages["data/index.html"]


def test_a_long_line_of_the_calendar_is_folded_between_characters() -> None:
    folded = ical._fold("SUMMARY:" + "\u0416" * 100)
    assert all(len(part) <= 75 for part in folded.split(b"\r\n"))
    assert folded.replace(b"\r\n ", b"").decode() == "SUMMARY:" + "\u0416" * 100 + "\r\n"


def test_a_feed_reader_reads_the_feed(files: dict[str, bytes]) -> None:
    feed = feedparser.parse(files["feed.xml"])
    assert not feed.bozo
    assert feed.feed.title == "Meridian Chronology"
    assert feed.entries[0].link.startswith("https://example.org/meridian/events/")
    days = [e.updated for e in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == days[0]


def test_the_sitemap_lists_every_page_that_may_be_indexed(files: dict[str, bytes]) -> None:
    tree = ET.fromstring(files["sitemap.xml"])
    listed = {e.text for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    made = {p.removesuffix("index.html") for p in files if p.endswith(".html")}
    left = {"404.html", "events/2013-06-26-statement/"}
    assert listed == {f"https://example.org/meridian/{p}" for p in made - left}


def test_popolo_dates_are_popolo_s_and_edtf_stands_beside(files: dict[str, bytes]) -> None:
    made = json.loads(files["data/popolo.json"])
    assert set(made) == {"persons", "organizations", "posts", "memberships", "events"}
    terms = {
        (m["person_id"], m.get("start_date"), m.get("edtf_start_date")) for m in made["memberships"] if "person_id" in m
    }
    assert ("aslan-abenov", "2010-06-22", None) in terms
    assert ("oleg-varlam", None, "2004~") in terms
    ids = {o["id"] for o in made["organizations"]}
    assert all(p["organization_id"] in ids for p in made["posts"])


def test_timelinejs_says_each_coarse_date_in_words(files: dict[str, bytes]) -> None:
    made = json.loads(files["data/timelinejs.json"])
    slides = {s["unique_id"]: s for s in made["events"]}
    assert slides["1998-06-founding"]["start_date"] == {
        "year": 1998,
        "month": 6,
        "display_date": "June 1998 (day not known)",
    }
    assert slides["2016-06-13-to-2016-06-14-accession"]["end_date"] == {"year": 2016, "month": 6, "day": 14}
    assert slides["199X-initiative".lower()]["start_date"]["display_date"] == "the 1990s (year not known)"
    assert all("display_date" in s for s in made["events"])


def test_every_search_record_leads_to_a_page(files: dict[str, bytes]) -> None:
    index = json.loads(files["search/index.json"])
    docs = [d for s in index["shards"] for d in json.loads(files[f"search/{s['file']}"])]
    assert len(docs) == sum(s["count"] for s in index["shards"])
    assert {d["y"] for d in docs} == {"event", "person", "post", "country", "organisation", "source"}
    assert all(f"{d['u']}index.html" in files for d in docs)


def test_the_article_record_s_schema_is_published(files: dict[str, bytes]) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(files["data/record.schema.json"]))
