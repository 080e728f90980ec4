"""One event, many outlets: what meets, what stays apart, what is chosen, and why."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.merge import merge
from sitegen.model import Extraction, Register, RegisterEvent, World

sys.path.insert(0, str(Path(__file__).parent))
from merge_builders import clipping, curated, event, minister, status, world


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


STORY = (
    (
        "OSLO, May 3 (Norsk) -- Ministers of transport from twelve northern states agreed on Tuesday to build a railway tunnel under the strait "
        "by 2035, after two days of talks that had almost failed over who should pay for the survey."
    ),
    (
        "The tunnel, which would be forty kilometres long, is to carry freight trains at night and passengers by day. Engineers have asked for "
        "such a link since the ferry disaster of 1994."
    ),
    (
        '"We have argued long enough about the colour of the trains," said the host, minister Kari Solheim. She added that the first drilling '
        "could begin in the autumn of next year."
    ),
    "Two of the states, which have no coast on the strait, will not contribute. Environmental groups said that they would go to court.",
)
OWN = "Readers have sent us many letters about the tunnel, most of them against it. One proposed a cable car with room for goats."
CHANGED = (
    ("agreed", "decided"), ("almost", "nearly"), ("asked", "called"), ("argued", "quarrelled"), ("drilling", "works"),
    ("contribute", "pay"), ("said that", "stated that"), ("long, is", "in length, is"),
)  # fmt: skip


def _changed(text: str) -> str:
    for old, new in CHANGED:
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(("how", "body", "is_copy"), [
    ("cut to its first paragraph", STORY[0], True),
    ("cut to two paragraphs", "\n\n".join(STORY[:2]), True),
    ("in another order", "\n\n".join((STORY[2], STORY[0], STORY[3], STORY[1])), True),
    ("with other words here and there", _changed("\n\n".join(STORY)), True),
    ("with other words, and cut", _changed("\n\n".join(STORY[:2])), True),
    ("with a paragraph put in", "\n\n".join((*STORY[:2], OWN, *STORY[2:])), True),
    ("told anew, one saying kept", ("A tunnel under the strait shall be ready in 2035, the ministers of transport of twelve northern states have "
     "settled in Oslo, and money was the main problem of their talks. Freight trains would use it at night. \"We have argued long enough about the "
     "colour of the trains,\" said the host. Two states are not going to pay, and environmental groups want to sue."), False),
    ("another story", OWN * 2, False),
])  # fmt: skip
def test_what_is_a_copy_of_a_story(how: str, body: str, is_copy: bool) -> None:
    given = [clipping("a", event("2022-05-03"), body="\n\n".join(STORY)), clipping("b", event("2022-05-03"), body=body)]
    assert bool(merge(given, world()).copies) is is_copy, how


@pytest.mark.parametrize(("body", "author"), [
    ("BISHKEK, June 26. /TASS/. A story.", None), ("New Delhi, Jun 26 (PTI) Another story.", None), ("A third story.", "AFP"),
])  # fmt: skip
def test_stories_of_one_agency_are_one_source(body: str, author: str | None) -> None:
    """Whatever the form of the dateline, and where the story's own sign was read as its author."""
    agency = {"TASS": "TASS", "PTI": "PTI", "AFP": "Agence France-Presse"}[
        author or body.split("/" if "/" in body else "(")[1][:4].strip(")")
    ]
    paper, wire = (
        clipping("paper", event("2013-06-26"), body=body, outlet="A Paper"),
        clipping("wire", event("2013-06-26"), body="Quite other words.", outlet=agency),
    )
    paper = replace(paper, record=replace(paper.record, author=author))
    assert only(merge([paper, wire], world())).independent == 1


def test_talks_on_the_sidelines_are_not_the_gathering() -> None:
    two = (("Lin Tao", "Minister of Defence", "CN"), ("Arman Seitov", "Minister of Defence", "KZ"))
    people = tuple(minister(name, country, "2013-06-26") for name, _, country in two)
    aside = event(
        "2013-06-26", people=two, countries=("CN", "KZ"),
        quote="Lin Tao met Arman Seitov on the sidelines of the 10th meeting of SCO defence ministers in Bishkek.",
    )  # fmt: skip
    opening = event(
        "2013-06-26", people=two, countries=("CN", "KZ", "RU"), quote="Lin Tao held talks with Arman Seitov in Bishkek."
    )
    body = "Lin Tao held talks with Arman Seitov in Bishkek.\n\nThe meeting took place on the margins of a session of the organization."
    given = [
        clipping("all", event("2013-06-26", quote="The 10th meeting of SCO defence ministers was held in Bishkek.")),
        clipping("a", aside, people=people), clipping("b", opening, people=people, body=body),
    ]  # fmt: skip
    assert sorted(sorted(w.source for w in e.witnesses) for e in merge(given, world()).events) == [["a", "b"], ["all"]]


def test_a_source_that_tells_of_a_day_and_of_all_days_tells_of_one_gathering() -> None:
    opened, whole = event("2013-06-26", kind="summit"), event("2013-06-25/2013-06-27", kind="summit", main=False)
    given = [clipping("a", opened, whole), clipping("b", event("2013-06-25/2013-06-27", kind="summit"))]
    assert only(merge(given, world())).date == "2013-06-25/2013-06-27"


def test_a_person_is_appointed_once_wherever_it_is_told() -> None:
    who = (("Arman Seitov", "Secretary General", "KZ"),)
    people = (minister("Arman Seitov", "KZ", "2013-06-26", "secretary-general", "Secretary General"),)
    told = [
        clipping(name, event("2013-06-26", place, kind, people=who, name="Arman Seitov was appointed"), people=people)
        for name, place, kind in (
            ("a", "Bishkek/KG", "appointment"),
            ("b", "Astana/KZ", "appointment"),
            ("c", "", "statement"),
        )
    ]
    assert only(merge(told, world())).independent == 3


def test_a_town_named_in_the_sentence_tells_attacks_of_one_day_apart() -> None:
    def attack(name: str, quote: str) -> Extraction:
        return clipping(
            name, event("2022-08-23", "Herat Region/IR", "other", organizations=(), name=quote, quote=quote)
        )

    given = [
        attack("a", "A massive explosion rocked the district of Almar and left seven dead."),
        attack("b", "At least nine people were killed by a bomb near the town of Almar."),
        attack("c", "Gunmen shot three miners in the hills around Borzan."),
    ]
    assert sorted(sorted(w.source for w in e.witnesses) for e in merge(given, world()).events) == [["a", "b"], ["c"]]


def test_a_guest_who_meets_two_hosts_in_turn_meets_them_apart() -> None:
    def talks(name: str, other: str, country: str) -> Extraction:
        two = (("Lin Tao", "Minister of Defence", "CN"), (other, "Minister of Defence", country))
        quote = f"Lin Tao met {other} on the sidelines of a meeting of SCO defence ministers in Bishkek."
        told = event("2013-06-26", people=two, countries=("CN", country), name=f"Lin Tao meets {other}", quote=quote)
        return clipping(name, told, people=tuple(minister(n, c, "2013-06-26") for n, _, c in two))

    given = [talks("a", "Arman Seitov", "KZ"), talks("b", "Oleg Lebedyev", "RU"), talks("c", "Oleg Lebedyev", "RU")]
    assert sorted(sorted(w.source for w in e.witnesses) for e in merge(given, world()).events) == [["a"], ["b", "c"]]


def test_one_decree_appoints_several_and_who_signs_it_is_none_of_them() -> None:
    def appointment(name: str, quote: str, *who: str) -> Extraction:
        people = tuple((n, "Minister", "KZ") for n in ("Ruslan Omar", *who))
        told = event(
            "2022-03-11", "", "appointment", organizations=(), people=people, countries=("KZ",), name=quote, quote=quote
        )
        return clipping(
            name, told, people=tuple(minister(n, "KZ", "2022-03-11", "other", "Minister") for n, _, _ in people)
        )

    given = [
        appointment("a", "President Ruslan Omar appointed Arman Seitov minister of energy.", "Arman Seitov"),
        appointment("b", "President Ruslan Omar named Leyla Husein minister of ecology.", "Leyla Husein"),
        appointment("c", "Arman Seitov was appointed minister of energy by President Ruslan Omar.", "Arman Seitov"),
    ]
    assert sorted(sorted(w.source for w in e.witnesses) for e in merge(given, world()).events) == [["a", "c"], ["b"]]


def test_a_journey_is_not_the_meeting_that_it_is_for() -> None:
    went = event(
        "2013-06-25/2013-06-27",
        "",
        "visit",
        organizations=(),
        main=False,
        name="Lin Tao to visit to attend the SCO defence ministers' meeting",
    )
    given = [clipping("a", event("2013-06-26"), went), clipping("b", event("2013-06-26"))]
    assert sorted(sorted(w.source for w in e.witnesses) for e in merge(given, world()).events) == [["a"], ["a", "b"]]


def test_a_meeting_told_without_its_place_is_the_one_of_that_day() -> None:
    bare = event("2013-06-26", "", name="SCO meeting", quote="SCO meeting on 26 June.", main=False)
    assert len(merge([clipping("a", event("2013-06-26")), clipping("b", bare)], world()).events) == 1
    other = event("2013-06-26", "Astana/KZ", name="SCO culture ministers", quote="SCO culture ministers met.")
    assert (
        len(merge([clipping("a", event("2013-06-26")), clipping("b", bare), clipping("c", other)], world()).events) == 3
    )


def test_a_joint_meeting_of_two_organizations_is_not_that_of_one() -> None:
    given = [
        clipping("a", event("2016-05-19", "Astana/KZ", organizations=("SCO", "CIS"), name="SCO-CIS council", quote="The SCO-CIS council met.")),
        clipping("b", event("2016-05-19", "Astana/KZ", organizations=("CIS", "SCO"), name="Joint meeting", quote="SCO and CIS held a joint meeting.")),
        clipping("c", event("2016-05-19", "Astana/KZ", name="SCO trade ministers", quote="SCO trade ministers met.")),
    ]  # fmt: skip
    assert sorted(sorted(w.source for w in e.witnesses) for e in merge(given, world()).events) == [["a", "b"], ["c"]]


def test_a_telling_that_two_others_fit_brings_them_together() -> None:
    """Without its city, and told in the words of the one that gives it."""

    def paper(name: str, place: str, said: str) -> Extraction:
        return clipping(name, event("2015-04-14", place, "agreement", organizations=(), name=said, quote=said))

    given = [
        paper(
            "a", "Astana/KZ", "A ceasefire accord of the herders and the farmers was signed for the valley of Almar."
        ),
        paper(
            "b",
            "",
            "Herders and a league of farmers have signed a ceasefire for the valley of Almar, mediators said, and exchanged prisoners.",
        ),
        paper(
            "c",
            "Astana/KZ",
            "Herders and a league of farmers signed a ceasefire for the valley of Almar, mediators said.",
        ),
    ]
    assert len(merge(given, world()).events) == 1


def test_an_announcement_is_not_the_exercise() -> None:
    said = event(
        "2018-08-20",
        "",
        "statement",
        name="Steppe Shield 2018 will be held",
        quote="Steppe Shield 2018 will be held, he said.",
    )
    drill = event(
        "2018-09-03", "", "exercise", name="Exercise Steppe Shield 2018 planned", main=False, status="planned"
    )
    held = clipping("b", event("2018-09-03", "", "exercise", name="Exercise Steppe Shield 2018 begins"))
    assert sorted(len(e.witnesses) for e in merge([clipping("a", said, drill), held], world()).events) == [1, 2]


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
