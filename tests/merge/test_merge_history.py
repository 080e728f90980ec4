"""Status and office on a day, against answers worked out from the fact tables by comparing strings alone."""

from __future__ import annotations

import csv
import datetime
import random
from functools import cache
from pathlib import Path

import pytest

from sitegen.listing import scan
from sitegen.merge import holders_on, merge, standing_on, status_on
from sitegen.model import Register
from sitegen.read import read_world

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT / "tests" / "facts"
ORGANIZATIONS = {
    "Association of Southeast Asian Nations": "ASEAN",
    "Commonwealth of Independent States": "CIS",
    "United Nations": "UN",
}


@cache
def register() -> Register:
    source, problems = read_world(scan(ROOT / "content"))
    assert not [p for p in problems if p.level == "error"]
    return merge((), source.world)


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def forty_days() -> list[str]:
    """Days across 1996 to 2025: each first day of a year, and ten that fall on or beside a change."""
    changes = ["2001-06-15", "2005-07-05", "2012-06-06", "2012-06-07", "2017-06-08", "2017-06-09", "2023-07-04",
               "2024-07-03", "2024-07-04", "2025-09-01"]  # fmt: skip
    drawn = random.Random(40)
    return sorted(
        changes + [f"{year}-{drawn.randrange(1, 13):02}-{drawn.randrange(1, 29):02}" for year in range(1996, 2026)]
    )


def padded(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if date else ""


def expected_status(organization: str, member: str, day: str) -> str | None:
    """The CSV's answer: first day that each edge may mean, the end excluded; a guest yields to any other status."""
    found = [
        r["status"].replace(" ", "-")
        for r in rows("membership.csv")
        if r["organization"] == organization and (r["iso2"] or ORGANIZATIONS[r["member"]]) == member
        if r["confidence"] != "low" and padded(r["start"]) <= day and (not r["end"] or day < padded(r["end"]))
    ]
    lasting = [s for s in found if s != "guest"]
    return (lasting or found or [None])[-1]


def test_forty_days() -> None:
    assert len(forty_days()) == 40
    assert padded("2016") == "2016-01-01"
    assert padded("2016-03") == "2016-03-01"


@pytest.mark.parametrize("day", forty_days())
def test_status_of_every_country_on_a_day(day: str) -> None:
    pairs = sorted({(r["organization"], r["iso2"] or ORGANIZATIONS[r["member"]]) for r in rows("membership.csv")})
    on = datetime.date.fromisoformat(day)
    for organization, member in pairs:
        interval = status_on(register(), organization, member, on)
        assert (interval.status if interval else None) == expected_status(organization, member, day), (
            organization,
            member,
        )


def expected_ministers(country: str, day: str) -> set[str] | None:
    """Names of those whose term surely covers the day; None where a term with an edge not known may cover it too.

    Such a term reaches back to the start of the row before it, or on to the start of the row after it.
    """
    own = [r for r in rows("defence_ministers.csv") if r["iso2"] == country and "General Staff" not in r["office"]]
    found = set()
    for n, row in enumerate(own):
        start, end = padded(row["start"]), padded(row["end"])
        if not start:
            start = next((padded(r["start"]) for r in reversed(own[:n]) if r["start"]), "0000")
        incumbent = row["note"].startswith("incumbent")
        if not end and not incumbent:
            end = next((padded(r["start"]) for r in own[n + 1 :] if r["start"] > row["start"]), "9999")
        if not (start <= day and (not end or day < end)):
            continue
        if row["confidence"] == "low" or not row["start"] or (not row["end"] and not incumbent):
            return None
        if len(row["start"]) < 10 and day[: len(row["start"])] == row["start"]:
            return None
        found.add(row["name"])
    return found


def test_defence_ministers_on_forty_days() -> None:
    countries = sorted({r["iso2"] for r in rows("defence_ministers.csv")})
    posts = {p.country: p for p in register().posts if p.code == "defence-minister"}
    names = {p.id: p.name for p in register().people}
    asked = 0
    for country in countries:
        for day in forty_days():
            known = expected_ministers(country, day)
            if known is None:
                continue
            asked += 1
            held = {names[t.person] for t in holders_on(posts[country], datetime.date.fromisoformat(day))}
            assert held == known, (country, day)
    assert asked > 250


BOUNDARIES = [
    ("IN", "2017-06-08", "observer"), ("IN", "2017-06-09", "member"), ("PK", "2017-06-08", "observer"),
    ("PK", "2017-06-09", "member"), ("IR", "2023-07-03", "observer"), ("IR", "2023-07-04", "member"),
    ("BY", "2010-04-27", None), ("BY", "2010-04-28", "dialogue-partner"), ("BY", "2015-07-09", "dialogue-partner"),
    ("BY", "2015-07-10", "observer"), ("BY", "2024-07-03", "observer"), ("BY", "2024-07-04", "member"),
]  # fmt: skip


@pytest.mark.parametrize(("member", "day", "status"), BOUNDARIES)
def test_the_day_of_a_change_belongs_to_the_new_status(member: str, day: str, status: str | None) -> None:
    standing = standing_on(register(), "SCO", member, datetime.date.fromisoformat(day))
    assert (standing.interval.status if standing else None) == status
    if standing:
        assert standing.certain
        assert any(w.citation and w.citation.url for w in standing.interval.witnesses)


def test_steps_are_kept_apart_from_the_status() -> None:
    belarus = [i for i in register().statuses if i.organization == "SCO" and i.member == "BY"]
    assert [(i.status, i.start, i.end) for i in belarus] == [
        ("dialogue-partner", "2010-04-28", "2015-07-10"),
        ("observer", "2015-07-10", "2024-07-04"),
        ("member", "2024-07-04", None),
    ]
    assert ("decided", "2009-06-16") in belarus[0].steps
    assert all(i.steps for i in belarus)


def test_an_inexact_start_counts_from_its_first_day_and_says_so() -> None:
    early = standing_on(register(), "SCO", "NP", datetime.date(2016, 3, 2))
    late = standing_on(register(), "SCO", "NP", datetime.date(2016, 4, 1))
    assert early is not None
    assert late is not None
    assert (early.interval.status, early.certain, late.certain) == ("dialogue-partner", False, True)


def test_succession_and_gaps_of_a_post() -> None:
    post = next(p for p in register().posts if p.id == "minister-of-defence-of-china")
    order = [t.person for t in post.tenures]
    at = order.index("chang-wanquan")
    assert (order[at - 1], order[at + 1]) == ("liang-guanglie", "wei-fenghe")
    assert any("24 October 2023" in text and "29 December 2023" in text for text in post.irregularities)
    assert post.name == "Minister of Defence of China"
