"""Clippings about other organizations build with their own site.yaml and no change of code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SITES = Path(__file__).resolve().parent

#: site -> what its clippings report: the clipping, the main event's day, country and organization.
MAIN = {
    "nato": [
        ("montenegro-joins", "2017-06-05", "US"),
        ("brussels-new-commands", "2018-02-15", "BE"),
        ("skopje-thirtieth", "2020-03-27", "MK"),
        ("finland-thirty-first", "2023-04-04", "BE"),
        ("sweden-thirty-second", "2024-03-07", None),
        ("rutte-first-ministers", "2024-10-18", "BE"),
    ],
    "asean": [
        ("hanoi-tenth-member", "1999-04-30", "VN"),
        ("kuala-lumpur-first-ministers", "2006-05-09", "MY"),
        ("hanoi-eighteen-ministers", "2010-10-12", "VN"),
        ("timor-leste-eleventh", "2025-10-26", "MY"),
    ],
}


@pytest.mark.parametrize("site", sorted(MAIN))
def test_a_folder_about_another_organization_builds(site: str, tmp_path: Path, sitegen: Callable[..., Any]) -> None:
    shutil.copytree(SITES / site / "content", tmp_path / "content")
    done = sitegen("build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    output = tmp_path / "output"
    for page in ("index.html", "timeline/index.html", "people/index.html", "membership/index.html", "404.html"):
        assert (output / page).is_file(), page
    for page in output.rglob("*.html"):
        assert "Shanghai" not in page.read_text(encoding="utf-8"), page


@pytest.mark.parametrize("site", sorted(MAIN))
def test_each_clipping_gives_the_day_and_country_of_its_main_event(
    site: str, tmp_path: Path, sitegen: Callable[..., Any]
) -> None:
    content = SITES / site / "content"
    done = sitegen("extract", content / "articles", "--content", content, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    records = {r["id"]: r for r in map(json.loads, done.stdout.splitlines())}
    assert sorted(records) == sorted(name for name, _, _ in MAIN[site])
    for name, day, country in MAIN[site]:
        (main,) = [e for e in records[name]["events"] if e["main"]]
        assert main["date"] == day, name
        assert set(main["organizations"]) & {site.upper(), "ADMM-Plus"}, name
        if country:
            assert (main["place"] or {}).get("country") == country, name
