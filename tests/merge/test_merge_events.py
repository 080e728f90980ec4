"""One event, many outlets: what meets, what stays apart, what is chosen, and why."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from sitegen.merge import merge
from sitegen.model import Register, RegisterEvent, World

sys.path.insert(0, str(Path(__file__).parent))
from merge_builders import clipping, curated, event, status, world


def only(register: Register) -> RegisterEvent:
    assert len(register.events) == 1, [e.id for e in register.events]
    return register.events[0]


def date_claims(found: RegisterEvent) -> list[tuple[str, bool, bool]]:
    return [(c.value, c.chosen, c.compatible) for c in found.claims if c.field == "date"]


def test_two_outlets_tell_of_one_meeting() -> None:
    found = only(merge([clipping("a", event("2013-06-26")), clipping("b", event("2013-06-26"))], world()))
    assert found.id == "2013-06-26-meeting-bishkek"
    assert [w.source for w in found.witnesses] == ["a", "b"]
    assert found.independent == 2
    assert found.main_of == ("a", "b")
    assert any("same day" in why and "same place" in why for _, why in found.merged)
    assert any(line.startswith("merged with b, 2013-06-27 because: ") for line in found.explanation)


def test_the_finer_date_stands_and_the_coarser_is_no_rival() -> None:
    found = only(merge([clipping("a", event("2013-06", main=False)), clipping("b", event("2013-06-26"))], world()))
    assert found.date == "2013-06-26"
    assert date_claims(found) == [("2013-06-26", True, True), ("2013-06", False, True)]
    assert not merge([clipping("a", event("2013-06")), clipping("b", event("2013-06-26"))], world()).conflicts


def test_a_plan_and_a_report_meet() -> None:
    plan = clipping(
        "plan", event("2015-07-06/2015-07-12", "Ufa/RU", "summit", status="planned", main=False), published="2015-06-30"
    )
    report = clipping("report", event("2015-07-09/2015-07-10", "Ufa/RU", "summit"), published="2015-07-10")
    found = only(merge([plan, report], world()))
    assert (found.date, found.status) == ("2015-07-09/2015-07-10", "occurred")
    assert [c.value for c in found.claims if c.field == "status"] == ["occurred", "planned"]


def test_day_one_and_day_two_are_one_summit() -> None:
    first = clipping("one", event("2015-07-09", "Ufa/RU", "summit"))
    second = clipping("two", event("2015-07-10", "Ufa/RU", "summit"))
    found = only(merge([first, second], world()))
    assert found.date == "2015-07-09/2015-07-10"
    assert date_claims(found)[0] == ("2015-07-09/2015-07-10", True, True)
    assert found.claims[0].rule == "the days told of, taken together"


def test_a_source_that_tells_of_two_days_as_two_events_keeps_them_apart() -> None:
    both = clipping("both", event("2015-07-09", "Ufa/RU"), event("2015-07-10", "Ufa/RU", main=False))
    assert len(merge([both, clipping("one", event("2015-07-10", "Ufa/RU"))], world()).events) == 2


def test_meetings_of_two_years_are_two() -> None:
    given = [clipping("a", event("2013-06-26")), clipping("b", event("2015-06-26"))]
    assert len(merge(given, world()).events) == 2


@pytest.mark.parametrize(
    "other",
    [
        event("2013-06-26", name="SCO foreign ministers: meeting"),
        event("2013-06-26", "Almaty/KZ"),
        event("2013-06-26", "Beijing/CN"),
        event("2013-06-26", organizations=("CIS",), name="CIS defence ministers: meeting"),
        event("2013-06-26", kind="exercise", name="Exercise North 2013"),
        event("2013-06-26", quote="It was the 11th meeting of defence ministers."),
    ],
    ids=["who meets", "city", "country", "organization", "kind", "ordinal"],
)
def test_two_events_of_one_day(other: object) -> None:
    tenth = event("2013-06-26", quote="It was the 10th meeting of defence ministers.")
    assert len(merge([clipping("a", tenth), clipping("b", other)], world()).events) == 2  # type: ignore[arg-type]


def test_the_ordinal_joins_what_the_city_divides_and_the_city_is_a_conflict() -> None:
    one = event("2014-04-01", "Kairakkum/TJ", quote="It was the 11th meeting of the defence ministers.")
    two = event("2014-04-01", "Khujand/TJ", quote="The 11th meeting of the defence ministers was held.")
    register = merge([clipping("a", one), clipping("b", two), clipping("c", one)], world())
    found = only(register)
    assert found.place is not None
    assert found.place.name == "Kairakkum"
    assert [(c.kind, c.subject) for c in register.conflicts] == [("place", found.id)]
    assert next(c for c in found.claims if c.field == "place").rule == "most independent sources say so"


def test_a_curated_event_gives_id_name_and_day() -> None:
    known = curated("ministers-2013", "2013-06-26", name="Defence ministers in Bishkek", ordinal=10, outcome="a plan")
    register = merge(
        [clipping("a", event("2013-06", main=False)), clipping("b", event("2013-06-26"))], world(events=(known,))
    )
    found = only(register)
    assert (found.id, found.name, found.date, found.ordinal) == (
        "ministers-2013",
        "Defence ministers in Bishkek",
        "2013-06-26",
        10,
    )
    assert found.outcome == "a plan"
    assert {w.source for w in found.witnesses} == {"", "a", "b"}
    assert dict(register.redirects) == {
        "2013-06-26-meeting-bishkek": "ministers-2013",
        "2013-06-meeting-bishkek": "ministers-2013",
    }


def test_a_month_meets_the_curated_days_of_that_month_and_place() -> None:
    summit = curated("qingdao", "2018-06-09/2018-06-10", "Qingdao/CN", "summit", name="SCO summit")
    told = clipping("a", event("2018-06", "Qingdao/CN", "summit", main=False, status="planned", name="Summit planned"))
    assert only(merge([told], world(events=(summit,)))).date == "2018-06-09/2018-06-10"


@pytest.mark.parametrize(("organization", "countries", "joined"), [
    ("SCO", ("IN", "PK"), True), ("SCO", ("IN",), True), ("SCO", ("IR",), False), ("CIS", ("IN", "PK"), False),
])  # fmt: skip
def test_background_of_an_accession(organization: str, countries: tuple[str, ...], joined: bool) -> None:
    known = curated(
        "joined", "2017-06-09", "Astana/KZ", "accession", countries=("IN", "PK"), name="India and Pakistan join"
    )
    told = event("2017", "", "accession", organizations=(organization,), countries=countries, main=False)
    assert (len(merge([clipping("a", told)], world(events=(known,))).events) == 1) is joined


def test_a_vague_telling_that_fits_two_events_joins_neither() -> None:
    given = [
        clipping("a", event("2013-03-01")),
        clipping("b", event("2013-09-01")),
        clipping("c", event("2013", main=False)),
    ]
    assert len(merge(given, world()).events) == 3


def test_rival_days_are_kept_and_the_rule_named() -> None:
    quote = "It was the 10th meeting of defence ministers."
    register = merge(
        [
            clipping(name, event(date, quote=quote))
            for name, date in (("a", "2013-06-26"), ("b", "2013-06-26"), ("c", "2013-06-28"))
        ],
        world(),
    )
    found = only(register)
    assert found.date == "2013-06-26"
    assert date_claims(found) == [("2013-06-26", True, True), ("2013-06-28", False, False)]
    assert register.conflicts[0].kind == "date"
    assert register.conflicts[0].rule == "most independent sources say so"
    assert [p.code for p in register.problems] == ["N405"]


def test_an_official_source_decides_before_the_number_of_sources() -> None:
    quote = "It was the 10th meeting of defence ministers."
    given = [clipping("a", event("2013-06-28", quote=quote)), clipping("b", event("2013-06-28", quote=quote)),
             clipping("m", event("2013-06-26", quote=quote), url="https://www.mod.gov.kg/news")]  # fmt: skip
    found = only(merge(given, world()))
    assert (found.date, next(c for c in found.claims if c.chosen).rule) == ("2013-06-26", "an official source says so")


def test_copies_of_a_story_count_once() -> None:
    story = " ".join(f"Sentence number {n} of a long report speaks of matter {n * 7}." for n in range(30))
    given = [
        clipping("wire", event("2013-06-26"), body=f"BISHKEK, June 26 (Agency) -- {story}", outlet="Agency"),
        clipping("paper", event("2013-06-26"), body=story[:900], outlet="A Paper"),
        clipping("other", event("2013-06-26"), body="Ministers met. " * 40, outlet="Another"),
        clipping("again", event("2013-06-26"), body="ASTANA, June 27 (Agency) - A short second story.", outlet="Third"),
    ]
    register = merge(given, world())
    assert register.copies == (("paper", "wire"),)
    assert only(register).independent == 2
    assert register.origins["paper"] == register.origins["wire"] == register.origins["again"]


def test_the_order_of_input_changes_nothing() -> None:
    given = [
        clipping(f"c{n}", event(date, place, kind), event("2013-06", main=False), memberships=(status("IR", "observer", as_of=date),))
        for n, (date, place, kind) in enumerate(
            [("2013-06-26", "Bishkek/KG", "meeting"), ("2013-06-26", "Bishkek/KG", "summit"), ("2013-06-27", "Bishkek/KG", "meeting"),
             ("2013", "", "meeting"), ("2013-06-25/2013-06-27", "Bishkek/KG", "meeting"), ("2013-06-26", "Osh/KG", "meeting")]
        )
    ]  # fmt: skip
    first = merge(given, world())
    for seed in range(12):
        random.Random(seed).shuffle(given)
        assert merge(given, world()) == first


def test_an_empty_register() -> None:
    assert merge([], World()) == Register()


def test_every_reading_is_in_exactly_one_event() -> None:
    given = [clipping(f"c{n}", event(f"2013-06-{20 + n % 7}"), event("2013-07", "", main=False)) for n in range(20)]
    register = merge(given, world())
    told = sorted((w.source, w.event) for e in register.events for w in e.witnesses)
    assert told == sorted((c.record.id, e.id) for c in given for e in c.record.events)
    keys = [k for e in register.events for k in e.keys]
    assert len(keys) == len(set(keys))


def test_a_plan_for_another_day_is_no_rival_of_what_happened() -> None:
    quote = "It is the 10th meeting of defence ministers."
    plan = event("2013-06-28", quote=quote, status="planned", main=False)
    register = merge([clipping("a", event("2013-06-26", quote=quote)), clipping("b", plan)], world())
    assert date_claims(only(register)) == [("2013-06-26", True, True), ("2013-06-28", False, True)]
    assert not register.conflicts


def test_one_exercise_by_its_name_whatever_the_days_between() -> None:
    told = [
        clipping(f"c{n}", event(day, "Balykchy/KG", "exercise", name="Exercise Steppe Shield 2018 goes on"))
        for n, day in enumerate(("2018-09-03", "2018-09-14"))
    ]
    assert only(merge(told, world())).date == "2018-09-03/2018-09-14"
    other = clipping("x", event("2018-09-10", "Balykchy/KG", "exercise", name="Exercise Mountain Wind 2018 goes on"))
    assert len(merge([*told, other], world()).events) == 2


def test_a_reprint_says_today_of_the_days_before() -> None:
    words = "The leaders concluded their summit today. " + " ".join(
        f"Word{n} stands here as number {n}." for n in range(40)
    )
    first = clipping(
        "a", event("2017-01-05", "Manama/BH", "summit", quote=words[:41]), body=words, published="2017-01-05"
    )
    again = clipping(
        "b", event("2017-01-06", "Manama/BH", "summit", quote=words[:41]), body=words, published="2017-01-06"
    )
    found = only(merge([first, again], world()))
    assert (found.date, found.independent) == ("2017-01-05", 1)
