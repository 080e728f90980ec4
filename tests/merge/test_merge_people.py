"""Who is who, who held what, and what does not fit: spellings, tenures, two holders, attending after leaving."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.merge import holders_on, merge, post_id
from sitegen.model import Conflict, DateRecord, Evidence, PersonRecord, Register, TenureClaim, World

sys.path.insert(0, str(Path(__file__).parent))
from merge_builders import clipping, curated, event, minister, person, term, world

CHANG = person("chang-wanquan", "Chang Wanquan", term("CN", "2013-03-16", "2018-03-19"), names=("Chang Wan-chuan",))
WEI = person("wei-fenghe", "Wei Fenghe", term("CN", "2018-03-19", "2023-03-12"))


def attest(*rows: tuple[str, str, str], world_: World | None = None) -> Register:
    """Clippings in which NAME is the defence minister of COUNTRY on DAY."""
    given = [
        clipping(f"c{n}", published=day, people=(minister(name, country, day),), body=f"Text {n}.")
        for n, (name, country, day) in enumerate(rows)
    ]
    return merge(given, world_ or world())


def conflicts(register: Register) -> list[Conflict]:
    return [c for c in register.conflicts if not c.noted]


def test_a_listed_spelling_is_the_person_and_kept_as_written() -> None:
    register = attest(("Chang Wan-chuan", "CN", "2014-01-01"), world_=world(people=(CHANG,)))
    found = register.people[0]
    assert (found.id, found.name) == ("chang-wanquan", "Chang Wanquan")
    assert dict(found.names)["Chang Wan-chuan"] == ("c0",)
    tenure = found.tenures[0]
    assert (tenure.start, tenure.end, tenure.first_attested, tenure.last_attested) == (
        "2013-03-16",
        "2018-03-19",
        "2014-01-01",
        "2014-01-01",
    )
    assert [w.source for w in tenure.witnesses] == ["", "c0"]


def test_ranks_and_accents_are_no_other_person() -> None:
    register = attest(("General Dastgir Khan", "PK", "2018-01-01"), ("Dastgír Khan", "PK", "2018-02-01"))
    assert len(register.people) == 1
    assert register.people[0].tenures[0].last_attested == "2018-02-01"


def test_a_romanisation_joins_by_the_post_it_holds_else_it_is_suggested() -> None:
    assert len(attest(("Sergei Shoigu", "RU", "2013-06-26"), ("Sergey Shoygu", "RU", "2014-06-26")).people) == 1
    apart = merge(
        [
            clipping("a", event("2013-06-26", people=(("Sergei Shoigu", None, None),))),
            clipping("b", event("2014-06-26", people=(("Sergey Shoygu", None, None),))),
        ],
        world(),
    )
    assert len(apart.people) == 2
    assert [(a, b) for a, b, _ in apart.suggestions] == [("sergei-shoigu", "sergey-shoygu")]
    assert [p.code for p in apart.problems] == ["W406"]


def test_scripts_are_never_crossed_in_silence() -> None:
    register = attest(("Sergei Shoigu", "RU", "2013-06-26"), ("Сергей Шойгу", "RU", "2013-06-26"))
    assert len(register.people) == 2
    assert len(register.suggestions) == 1


def test_a_surname_alone_is_the_one_holder_of_that_post() -> None:
    register = attest(("Sergei Shoigu", "RU", "2013-06-26"), ("Shoigu", "RU", "2013-07-01"))
    assert [p.name for p in register.people] == ["Sergei Shoigu"]


def test_one_name_in_two_countries_is_two_persons() -> None:
    register = attest(
        ("Ivan Petrov", "RU", "2013-06-26"), ("Ivan Petrov", "KZ", "2013-06-26"), world_=world(people=(CHANG,))
    )
    assert sorted(p.id for p in register.people) == ["chang-wanquan", "ivan-petrov", "ivan-petrov-ru"]


def test_posts_have_names_and_addresses() -> None:
    register = attest(("A Bek", "KZ", "2013-06-26"), ("J Smith", "GB", "2013-06-26"))
    assert [(p.id, p.name) for p in register.posts] == [
        ("minister-of-defence-of-kazakhstan", "Minister of Defence of Kazakhstan"),
        ("minister-of-defence-of-the-united-kingdom", "Minister of Defence of the United Kingdom"),
    ]
    assert post_id("secretary-general", "Secretary-General", None, "SCO", {}) == "secretary-general-of-the-sco"


def test_predecessor_and_successor_by_the_order_of_a_post() -> None:
    register = merge([], world(people=(WEI, CHANG)))
    assert [t.person for t in register.posts[0].tenures] == ["chang-wanquan", "wei-fenghe"]
    assert register.posts[0].irregularities == ()


@pytest.mark.parametrize(
    ("day", "holder"),
    [("2018-03-18", "chang-wanquan"), ("2018-03-19", "wei-fenghe"), ("2013-03-15", None), ("2023-03-12", None)],
)
def test_a_term_is_half_open(day: str, holder: str | None) -> None:
    post = merge([], world(people=(WEI, CHANG))).posts[0]
    assert [t.person for t in holders_on(post, datetime.date.fromisoformat(day))] == ([holder] if holder else [])


def test_two_ministers_in_one_post_by_clippings_alone() -> None:
    register = attest(
        ("Adil Bek", "KZ", "2013-06-01"), ("Serik Ali", "KZ", "2013-09-01"), ("Adil Bek", "KZ", "2013-12-01")
    )
    assert not conflicts(register), "one after the other and back again is possible"
    assert len(register.posts[0].tenures) == 3
    same_day = attest(("Adil Bek", "KZ", "2013-06-01"), ("Serik Ali", "KZ", "2013-06-01"))
    assert [(c.kind, c.gravity) for c in conflicts(same_day)] == [("two-holders", 3)]
    assert same_day.posts[0].irregularities == ("two holders on one day: Adil Bek and Serik Ali, 1 June 2013",)


def test_another_holder_within_a_curated_term() -> None:
    register = attest(("Li Test", "CN", "2015-05-05"), world_=world(people=(CHANG,)))
    found = conflicts(register)
    assert [(c.kind, c.subject, c.path, c.line) for c in found] == [
        ("two-holders", "minister-of-defence-of-china", "content/people/x.md", 7)
    ]
    assert "Chang Wanquan and Li Test, 5 May 2015" in found[0].summary
    assert [p.path for p in register.problems if p.code == "N405"] == ["content/people/x.md"]
    assert "articles/c0.txt" in next(p.message for p in register.problems if p.code == "N405")


def test_a_minister_attending_after_leaving() -> None:
    register = attest(("Chang Wanquan", "CN", "2018-06-30"), world_=world(people=(CHANG, WEI)))
    kinds = {c.kind: c for c in conflicts(register)}
    assert set(kinds) == {"attendance", "two-holders"}
    assert "but left on 19 March 2018" in kinds["attendance"].summary
    assert kinds["attendance"].path == "content/people/x.md"


def test_a_few_days_after_the_end_are_the_lag_of_the_press() -> None:
    assert not conflicts(attest(("Chang Wanquan", "CN", "2018-03-21"), world_=world(people=(CHANG,))))


def test_gaps_are_said_in_words() -> None:
    late = person("wei-fenghe", "Wei Fenghe", term("CN", "2018-04-19", None, last_seen="2019-01-01"))
    post = merge([], world(people=(CHANG, late))).posts[0]
    assert post.irregularities == ("gap: nobody known from 19 March 2018 to 19 April 2018",)
    assert post.tenures[1].incumbent


def test_facts_of_low_confidence_are_withheld() -> None:
    shaky = person("x-y", "X Y", term("CN", "2001", "2003", confidence="low", note="one blog"))
    register = merge([], world(people=(shaky,), events=(curated("e", "2001", confidence="low"),)))
    assert (register.people, register.posts, register.events) == ((), (), ())
    assert len(register.withheld) == 2
    assert ("X Y: Minister of Defence, 2001 to 2003", "one blog") in register.withheld


def test_a_persons_events_follow_the_participants() -> None:
    told = event("2014-06-26", people=(("Chang Wan-chuan", "Minister of Defence", "CN"),))
    given = clipping("a", told, people=(minister("Chang Wan-chuan", "CN", "2014-06-27"),))
    register = merge([given], world(people=(CHANG,)))
    assert register.people[0].events == ("2014-06-26-meeting-bishkek",)
    found = register.events[0]
    assert [p.name for p in found.participants] == ["Chang Wanquan"]
    assert found.participant_ids == ("chang-wanquan",)
    assert register.people[0].tenures[0].first_attested == "2014-06-26", (
        "the day of the event, before that of the clipping"
    )


def test_a_curators_rival_values_are_kept_as_noted() -> None:
    one = person(
        "a-b",
        "A B",
        term(
            "CN",
            "2013-03-16",
            None,
            conflicts=({"field": "start", "value": "2012-10", "source": {"title": "T"}, "note": "why"},),
        ),
    )
    register = merge([], world(people=(one,)))
    conflict = register.conflicts[0]
    assert (conflict.kind, conflict.noted, [c.value for c in conflict.claims]) == (
        "term",
        True,
        ["2013-03-16", "2012-10"],
    )
    assert conflict.claims[1].witnesses[0].citation is not None
    assert not register.problems


def turn(name: str, kind: str, day: str | None, country: str = "CN") -> TenureClaim:
    quote = f"{name} turned on {day}."
    return TenureClaim(person=name, role="Minister of Defence", code="defence-minister", country=country, kind=kind, date=day,  # type: ignore[arg-type]
                       evidence=(Evidence(start=0, end=len(quote), quote=quote),))  # fmt: skip


def told(*turns: TenureClaim, world_: World | None = None, people: tuple[PersonRecord, ...] = ()) -> Register:
    given = [
        replace(clipping(f"t{n}", body=f"Text {n}.", people=people if not n else ()), tenures=(one,))
        for n, one in enumerate(turns)
    ]
    return merge(given, world_ or world())


def test_a_turn_bears_a_curated_edge_out() -> None:
    register = told(
        turn("Chang Wanquan", "start", "2013-03"),
        turn("Chang Wanquan", "end", "2018-03-19"),
        world_=world(people=(CHANG,)),
    )
    tenure = register.people[0].tenures[0]
    assert (tenure.start, tenure.end) == ("2013-03-16", "2018-03-19")
    assert [(c.field, c.value, c.chosen, c.compatible) for c in tenure.claims] == [
        ("start", "2013-03-16", True, True), ("end", "2018-03-19", True, True), ("start", "2013-03", False, True),
    ]  # fmt: skip
    assert [w.source for w in tenure.witnesses] == ["", "t0", "t1"]
    assert not conflicts(register)


def test_a_turn_fills_in_an_edge_that_the_curator_leaves_open() -> None:
    open_start = person("chang-wanquan", "Chang Wanquan", term("CN", None, "2018-03-19"))
    tenure = told(turn("Chang Wanquan", "start", "2013-03"), world_=world(people=(open_start,))).people[0].tenures[0]
    assert tenure.start == "2013-03"
    assert next(c.rule for c in tenure.claims if c.field == "start") == "the only value told"


def test_a_turn_against_a_curated_edge_is_a_conflict() -> None:
    register = told(turn("Chang Wanquan", "start", "2012-10-25"), world_=world(people=(CHANG,)))
    assert [(c.kind, c.path, c.line) for c in conflicts(register)] == [("term", "content/people/x.md", 7)]
    assert "start 16 March 2013, but 25 October 2012 by t0" in conflicts(register)[0].summary
    assert register.people[0].tenures[0].start == "2013-03-16"


def test_turns_alone_make_a_term() -> None:
    register = told(
        turn("Adil Bek", "start", "2013-03-05", "KZ"), turn("Adil Bek", "start", "2013-03", "KZ"), turn("Adil Bek", "end", "2015", "KZ"),
        people=(minister("Adil Bek", "KZ", "2014-01-01"),),
    )  # fmt: skip
    tenure = register.people[0].tenures[0]
    assert (tenure.start, tenure.end, tenure.first_attested) == ("2013-03-05", "2015", "2014-01-01")
    assert [(c.value, c.chosen, c.compatible) for c in tenure.claims if c.field == "start"] == [
        ("2013-03-05", True, True),
        ("2013-03", False, True),
    ]
    assert [p.id for p in register.posts] == ["minister-of-defence-of-kazakhstan"]


def test_a_mention_of_the_past_attests_the_past() -> None:
    one = minister("Adil Bek", "KZ", "2013-06-26")
    sentence = "In 2000 Defence Minister Adil Bek met them."
    record = replace(one, evidence=(Evidence(start=0, end=len(sentence), quote=sentence),))
    dated = DateRecord(start=3, end=7, text="2000", type="DATE", value="2000", edtf="2000")
    given = clipping("a", body=sentence, people=(record,))
    given = replace(given, record=replace(given.record, dates=(dated,)))
    assert merge([given], world()).people[0].tenures[0].first_attested == "2000"
