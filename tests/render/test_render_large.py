"""A large site: the tables that grow come in parts, and everything is still reached, once."""

from __future__ import annotations

import csv
import io
import json

import meridian
import pytest

from sitegen.render import render_site
from sitegen.render.exports import tables


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The site of meridian, printed as if it were large."""
    monkeypatch.setattr(tables, "SPLIT_FROM", 1)
    return files()


def files() -> dict[str, bytes]:
    return {f.path: f.data for f in render_site(meridian.register(), meridian.source(), None, sitegen_version="0")}


@pytest.mark.parametrize("table", ["events", "memberships", "sources"])
def test_the_parts_of_a_table_hold_the_rows_of_the_whole(
    table: str, large: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    whole = files()
    parts = json.loads(large[f"data/{table}.json"])["parts"]
    assert parts
    assert f"data/{table}.csv" not in large
    rows = [row for part in parts for row in json.loads(large[f"data/{part['json']}"])]
    lines = [
        row for part in parts for row in csv.reader(io.StringIO(large[f"data/{part['csv']}"].decode(), newline=""))
    ]
    expected = json.loads(whole[f"data/{table}.json"])
    key = json.dumps
    assert sorted(rows, key=key) == sorted(expected, key=key)
    assert len(lines) - len(parts) == len(expected)
    page = large["data/index.html"].decode()
    assert all(f"{table}/{part['part']}.csv" in page for part in parts)
