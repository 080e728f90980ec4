"""What the site states is what the fact base states: forty facts drawn at random, and every row by its key."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

import pytest

from sitegen.model import Citation, CuratedEvent, StatusTerm, Term
from tests.content.facts import IDS, rows, world

KINDS = {
    "heads of state summit": "summit",
    "defence ministers meeting": "meeting",
    "foreign ministers meeting": "meeting",
    "exercise": "exercise",
}


def british(text: str) -> str:
    """The site writes Defence throughout; the fact base keeps each country's own spelling."""
    return text.replace("Defense", "Defence")


def cites(sources: Iterable[Citation], row: dict[str, str]) -> bool:
    return any(s.title == row["source_title"] and s.url == row["source_url"] for s in sources)


def status_of(row: dict[str, str]) -> StatusTerm:
    source, _ = world()
    member = row["iso2"] or IDS[row["member"]]
    (found,) = [
        s
        for o in source.world.organizations
        if o.id == row["organization"]
        for s in o.statuses
        if (s.member, s.status, s.start) == (member, row["status"].replace(" ", "-"), row["start"])
    ]
    return found


def term_of(row: dict[str, str]) -> tuple[Term, tuple[str, ...]]:
    source, _ = world()
    (person,) = [p for p in source.world.people if p.name == row["name"]]
    (term,) = [t for t in person.terms if (t.start or "") == row["start"] and t.country == row["iso2"]]
    return term, person.names


def event_of(row: dict[str, str]) -> CuratedEvent:
    source, _ = world()
    start, end = row["start"], row["end"]
    date = start if end in ("", start) else f"{start}/{end}"
    (found,) = [
        e
        for e in source.world.events
        if e.date == date and e.classification == KINDS[row["kind"]] and cites(e.sources, row) and e.series
    ]
    return found


def check_status(row: dict[str, str]) -> None:
    status = status_of(row)
    assert (status.end or "") == row["end"]
    assert status.how == row["event"]
    assert status.confidence == row["confidence"]
    assert cites(status.sources, row)
    steps = dict(status.steps)
    for key, value in re.findall(r"\b(launched|decided|signed|granted)=(\d{4}(?:-\d\d){0,2})", row["note"]):
        step = {"launched": "applied", "granted": "decided"}.get(key, key)
        assert steps[step] == value


def check_term(row: dict[str, str]) -> None:
    term, names = term_of(row)
    office = british(row["office"])
    assert office in (term.role, f"Acting {term.role}")
    assert term.acting == office.startswith("Acting")
    assert (term.end or "", term.rank or "", term.confidence) == (row["end"], row["rank"], row["confidence"])
    assert cites(term.sources, row)
    assert set(filter(None, (v.strip() for v in row["name_variants"].split(";")))) <= set(names)
    seen = re.search(r"last seen in office ([\d-]+)", row["note"])
    assert term.last_seen == (seen.group(1) if seen else None)


def check_event(row: dict[str, str]) -> None:
    event = event_of(row)
    assert event.confidence == row["confidence"]
    if row["city"]:
        assert event.place is not None
        assert (event.place.name, event.place.country) == (row["city"], row["country_iso2"])
    if row["ordinal"]:
        assert event.ordinal == int(row["ordinal"])
    assert (event.outcome or "") == row["outcome"]
    people = {(p.name, p.country) for p in event.participants}
    named = re.findall(r"([A-Z][\w'-]*(?: [\w'-]+)+) \(([A-Z]{2})\b", row["attendees"])
    assert {
        (n, c) for n, c in named if "ministers" not in n and "delegations" not in n and "observers" not in n
    } <= people


FACTS = [
    *((check_status, row) for row in rows("membership")),
    *((check_term, row) for row in rows("defence_ministers")),
    *((check_event, row) for row in rows("meetings")),
]


def test_forty_facts_drawn_at_random_stand_on_the_site_with_value_and_source() -> None:
    for check, row in random.Random(20251231).sample(FACTS, 40):
        check(row)


@pytest.mark.parametrize("kind", [check_status, check_term, check_event], ids=lambda k: k.__name__)
def test_every_row_of_the_fact_base_stands_on_the_site(kind: object) -> None:
    for check, row in FACTS:
        if check is kind:
            check(row)


def test_a_rival_value_that_the_fact_base_names_is_a_conflict_of_the_record() -> None:
    source, _ = world()
    for row in rows("defence_ministers"):
        if "CONFLICT" in row["note"]:
            assert term_of(row)[0].conflicts, row["name"]
    for row in rows("meetings"):
        if "CONFLICT" in row["note"]:
            assert event_of(row).conflicts, row["start"]
    for row in rows("membership"):
        if "CONFLICT" in row["note"]:
            assert status_of(row).conflicts, row["member"]
    assert source.world.events
