"""Ids that last: derived, pinned, kept through a sequence of edits, with a redirect for each that is left behind."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from sitegen.merge import merge, pins_of
from sitegen.merge.ids import derived_id
from sitegen.model import Register

sys.path.insert(0, str(Path(__file__).parent))
from merge_builders import clipping, curated, event, world


@pytest.mark.parametrize(
    ("date", "kind", "place", "expected"),
    [("2013-06-26", "meeting", "Bishkek", "2013-06-26-meeting-bishkek"), ("2015-07-09/2015-07-10", "summit", "Ufa", "2015-07-09-summit-ufa"),
     ("2018-06~", "summit", None, "2018-06-summit"), ("../2017", "other", None, "2017-other")],
)  # fmt: skip
def test_an_id_says_when_what_and_where(date: str, kind: str, place: str | None, expected: str) -> None:
    assert derived_id(date, kind, place) == expected


def test_two_events_of_one_day_kind_and_place_have_two_ids() -> None:
    quotes = ("It was the 10th meeting of defence ministers.", "It was the 12th meeting of foreign ministers.")
    given = [clipping("a", event("2013-06-26", quote=quotes[0], name="SCO defence ministers meet")),
             clipping("b", event("2013-06-26", quote=quotes[1], name="SCO foreign ministers meet"))]  # fmt: skip
    ids = [e.id for e in merge(given, world()).events]
    assert len(set(ids)) == 2
    assert "2013-06-26-meeting-bishkek" in ids
    assert ids == [e.id for e in merge(given[::-1], world()).events]


def test_a_pinned_id_survives_another_day_and_place() -> None:
    first = merge([clipping("a", event("2013-06-26", quote="They met."))], world())
    pins = pins_of(first)
    later = merge([clipping("a", event("2013-06-27", "Osh/KG", quote="They met."))], world(), ids=pins)
    assert [e.id for e in later.events] == ["2013-06-26-meeting-bishkek"]
    assert dict(later.redirects) == {"2013-06-27-meeting-osh": "2013-06-26-meeting-bishkek"}


def test_of_two_pins_that_merge_one_becomes_former() -> None:
    quotes = {"a": "They met in June.", "b": "The ministers came together."}
    apart = [
        clipping("a", event("2013-06-26", quote=quotes["a"])),
        clipping("b", event("2013-06-28", "Osh/KG", quote=quotes["b"])),
    ]
    pins = pins_of(merge(apart, world()))
    assert sorted(pins["events"]) == ["2013-06-26-meeting-bishkek", "2013-06-28-meeting-osh"]
    united = [apart[0], clipping("b", event("2013-06-26", quote=quotes["b"]))]
    register = merge(united, world(), ids=pins)
    assert [e.id for e in register.events] == ["2013-06-26-meeting-bishkek"]
    assert dict(register.redirects)["2013-06-28-meeting-osh"] == "2013-06-26-meeting-bishkek"
    again = pins_of(register, pins)
    assert list(again["events"]) == ["2013-06-26-meeting-bishkek"]
    assert again["events"]["2013-06-26-meeting-bishkek"]["former"] == ["2013-06-28-meeting-osh"]


def test_a_curators_id_takes_the_place_of_a_pinned_one() -> None:
    given = [clipping("a", event("2013-06-26"))]
    pins = pins_of(merge(given, world()))
    register = merge(given, world(events=(curated("ministers-of-2013", "2013-06-26"),)), ids=pins)
    assert [e.id for e in register.events] == ["ministers-of-2013"]
    assert dict(register.redirects) == {"2013-06-26-meeting-bishkek": "ministers-of-2013"}


def test_a_pin_that_leads_nowhere_is_reported_and_kept() -> None:
    pins = {"events": {"2001-01-01-meeting-nowhere": {"key": "gone#1234567890"}}}
    register = merge([clipping("a", event("2013-06-26"))], world(), ids=pins)
    assert [p.code for p in register.problems] == ["W407"]
    assert "2001-01-01-meeting-nowhere" in pins_of(register, pins)["events"]


def test_a_sequence_of_edits_never_loses_an_id() -> None:
    """Each step changes the corpus, writes ids.yaml anew, and asks that every id ever published still leads somewhere."""
    steps: list[list[Any]] = [
        [clipping("a", event("2013-06", main=False, quote="In June they met."))],
        [clipping("a", event("2013-06", main=False, quote="In June they met.")), clipping("b", event("2013-06-26", quote="They met on Wednesday."))],
        [clipping("a", event("2013-06-25", main=False, quote="In June they met.")), clipping("b", event("2013-06-26", quote="They met on Wednesday."))],
        [clipping("b", event("2013-06-26", "Osh/KG", quote="They met on Wednesday."))],
        [clipping("b", event("2013-06-26", "Osh/KG", quote="They met on Wednesday.")), clipping("c", event("2013-06-26", "Osh/KG", "summit", quote="A summit."))],
    ]  # fmt: skip
    pins: dict[str, Any] = {}
    published: set[str] = set()
    for given in steps:
        register: Register = merge(given, world(), ids=pins)
        leads = {e.id for e in register.events} | {old for old, _ in register.redirects}
        assert published <= leads
        published |= {e.id for e in register.events}
        pins = pins_of(register, pins)
