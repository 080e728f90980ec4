"""The content folder reads without a fault; its links, addresses and weekdays are right."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.facts import ARTICLES, CONTENT, ROOT, clippings, published, rows, world

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December"]  # fmt: skip
_DAY = "|".join(DAYS)
_MONTH = "|".join(MONTHS)
_DATED = (
    re.compile(rf"\b({_DAY}), ({_MONTH}) (\d{{1,2}})\b(?:, (\d{{4}}))?"),
    re.compile(rf"\b({_DAY}), (\d{{1,2}}) ({_MONTH})\b(?: (\d{{4}}))?"),
)
_BARE = re.compile(rf"(?<!\ba )(?:\b(last|next) )?\b({_DAY})\b(?!,? (?:\d|{_MONTH}))")  # "a Friday" of another year


def sidecar(path: Path) -> dict[str, Any]:
    return yaml.load(path.with_suffix(".yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def test_content_reads_without_error_or_warning() -> None:
    _, problems = world()
    assert [str(p) for p in problems if p.level != "notice"] == []


def test_there_are_clippings_enough_and_each_says_that_it_was_written_for_this_site() -> None:
    found = clippings()
    assert len(found) >= 60
    for path in found:
        meta = sidecar(path)
        assert meta["publisher"].startswith("sitegen demo desk"), path
        assert meta["rights"] == "full", path
        assert meta["based_on"], path
        assert "Written for this site" in path.read_text(encoding="utf-8"), path


def test_some_clippings_state_no_date() -> None:
    undated = [path for path, day in published().items() if day is None]
    assert len(undated) >= 3
    assert all(path.startswith("undated/") for path in undated), undated


def test_every_source_has_an_http_address_or_is_a_rival_known_by_name_only() -> None:
    source, _ = world()
    cited = [c for p in source.world.people for t in p.terms for c in t.sources]
    cited += [c for p in source.world.people for c in p.sources]
    cited += [c for e in source.world.events for c in e.sources]
    cited += [c for o in source.world.organizations if o.path for s in o.statuses for c in s.sources]
    assert len(cited) > 190
    assert [c.title for c in cited if not re.match(r"https?://[^/\s]+/", c.url or "")] == []
    for path in clippings():
        for row in sidecar(path)["based_on"]:
            assert re.match(r"https?://[^/\s]+/", row["url"]), path


def test_each_source_of_a_clipping_is_one_of_the_fact_base() -> None:
    known = {r["source_url"] for name in ("membership", "defence_ministers", "meetings") for r in rows(name)}
    for path in clippings():
        assert {r["url"] for r in sidecar(path)["based_on"]} <= known, path


def test_links_of_prose_lead_to_records_that_exist() -> None:
    source, _ = world()
    ids = {
        "event": {e.id for e in source.world.events},
        "person": {p.id for p in source.world.people},
        "organization": {o.id for o in source.world.organizations},
        "country": {c.code for c in source.world.countries},
    }
    for path in sorted(CONTENT.rglob("*.md")):
        if "articles" not in path.parts:
            for kind, record in re.findall(
                r"\]\((event|person|organization|country):([^)\s]+)\)", path.read_text(encoding="utf-8")
            ):
                assert record in ids[kind], f"{path}: {kind}:{record}"


def known_days() -> set[datetime.date]:
    """Every day that the fact base knows, the days inside its intervals too."""
    days: set[datetime.date] = set()
    for name in ("membership", "defence_ministers", "meetings"):
        for row in rows(name):
            ends = [row["start"], row["end"], *re.findall(r"\d{4}-\d\d-\d\d", row["note"])]
            days.update(datetime.date.fromisoformat(d) for d in ends if len(d) == 10)
            if name == "meetings" and len(row["start"]) == len(row["end"]) == 10:
                first, last = (datetime.date.fromisoformat(row[k]) for k in ("start", "end"))
                days.update(first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    return days


@pytest.mark.parametrize("path", clippings(), ids=lambda p: str(p.relative_to(ROOT / "content" / "articles")))
def test_weekdays_of_a_clipping_agree_with_the_calendar_and_the_facts(path: Path) -> None:
    stated = published()[path.relative_to(ARTICLES).as_posix()]
    text = path.read_text(encoding="utf-8")
    year = int(stated[:4]) if stated else None
    for pattern in _DATED:
        for day, one, two, said in pattern.findall(text):
            month, number = (one, two) if one in MONTHS else (two, one)
            if said or year:
                date = datetime.date(int(said or year), MONTHS.index(month) + 1, int(number))  # type: ignore[arg-type]
                assert DAYS[date.weekday()] == day, f"{day}, {number} {month}"
    if stated:
        anchor = datetime.date.fromisoformat(stated)
        days = known_days() | {anchor}
        for before, day in _BARE.findall(text):
            back = (anchor.weekday() - DAYS.index(day)) % 7
            candidates = {anchor - datetime.timedelta(days=back), anchor + datetime.timedelta(days=-back % 7)}
            if before == "last":
                candidates |= {anchor - datetime.timedelta(days=back or 7), anchor - datetime.timedelta(days=back + 7)}
            assert candidates & days, f"{day} reckoned from {stated}"
