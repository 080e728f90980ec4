"""Who belonged to what on which day: curated intervals, clippings' claims, steps, contradictions."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Any

import pytest

from sitegen.merge import merge, standing_on, status_on
from sitegen.model import Conflict, MembershipRecord, Register

sys.path.insert(0, str(Path(__file__).parent))
from merge_builders import clipping, organization, status, world

HISTORY = organization(
    ("CN", "founding-member", "2001-06-15", None), ("IR", "observer", "2005-07-05", "2023-07-04"), ("IR", "member", "2023-07-04", None),
    ("NP", "dialogue-partner", "2016-03", "2025-09-01"), ("NP", "partner", "2025-09-01", None), ("TM", "guest", "2007-08-16", None),
)  # fmt: skip


def told(*claims: MembershipRecord, published: str = "2022-09-16", **more: Any) -> Register:
    given = [
        clipping(f"c{n}", published=published, memberships=(claim,), body=f"Text {n}.")
        for n, claim in enumerate(claims)
    ]
    return merge(given, world(**more))


def conflicts(register: Register) -> list[Conflict]:
    return [c for c in register.conflicts if not c.noted]


def on(register: Register, member: str, day: str) -> str | None:
    found = status_on(register, "SCO", member, datetime.date.fromisoformat(day))
    return found.status if found else None


def test_an_attested_day_within_the_history_is_a_witness() -> None:
    register = told(
        status("IR", "observer", as_of="2022-09-16"),
        status("CN", "member", as_of="2015-06-30"),
        organizations=(HISTORY,),
    )
    assert not conflicts(register)
    iran = next(i for i in register.statuses if (i.member, i.status) == ("IR", "observer"))
    assert (iran.first_attested, iran.last_attested) == ("2022-09-16", "2022-09-16")
    assert [w.source for w in iran.witnesses] == ["", "c0"]
    china = next(i for i in register.statuses if i.member == "CN")
    assert china.status == "founding-member"
    assert china.last_attested == "2015-06-30", "a founder is a member"


def test_a_status_too_early_is_a_conflict_with_path_and_line() -> None:
    register = told(status("IR", "member", as_of="2022-09-16"), organizations=(HISTORY,))
    found = conflicts(register)
    assert [(c.kind, c.gravity, c.subject, c.path, c.line) for c in found] == [
        ("status", 3, "SCO/IR/member", "content/o.md", 10)
    ]
    assert [(c.value, c.chosen, c.compatible) for c in found[0].claims] == [
        ("observer from 2005-07-05", True, True), ("member on 2022-09-16", False, False),
    ]  # fmt: skip
    assert found[0].rule == "the curator's value"
    problem = next(p for p in register.problems if p.code == "N405")
    assert (problem.path, problem.line) == ("content/o.md", 10)
    assert "articles/c0.txt" in problem.message
    assert on(register, "IR", "2022-09-16") == "observer"


def test_founders_dated_to_another_year() -> None:
    register = told(
        status("CN", "founding-member", start="1996"),
        status("CN", "founding-member", start="2001"),
        organizations=(HISTORY,),
    )
    found = conflicts(register)
    assert len(found) == 1
    assert "15 June 2001, but 1996 by c0" in found[0].summary
    china = next(i for i in register.statuses if i.member == "CN")
    assert [(c.value, c.compatible) for c in china.claims if c.field == "start"] == [
        ("2001-06-15", True),
        ("2001", True),
    ]


@pytest.mark.parametrize(
    ("claimed", "day"), [("guest", "2022-09-16"), ("applicant", "2022-09-16"), ("dialogue-partner", "2025-10-01")]
)
def test_what_contradicts_nothing(claimed: str, day: str) -> None:
    member = "NP" if claimed == "dialogue-partner" else "IR"
    assert not conflicts(told(status(member, claimed, as_of=day), organizations=(HISTORY,)))


def test_steps_join_the_status_they_lead_to() -> None:
    register = told(status("IR", "member", start="2022-09-15", step="signed"), organizations=(HISTORY,))
    iran = next(i for i in register.statuses if (i.member, i.status) == ("IR", "member"))
    assert iran.steps == (("signed", "2022-09-15"),)
    assert iran.start == "2023-07-04"
    assert not conflicts(register)


@pytest.mark.parametrize(("day", "member", "expected", "certain"), [
    ("2023-07-03", "IR", "observer", True), ("2023-07-04", "IR", "member", True), ("2005-07-04", "IR", None, True),
    ("2016-03-01", "NP", "dialogue-partner", False), ("2016-02-29", "NP", None, True), ("2016-03-31", "NP", "dialogue-partner", True),
    ("2025-08-31", "NP", "dialogue-partner", True), ("2025-09-01", "NP", "partner", True), ("2020-01-01", "TM", "guest", True),
])  # fmt: skip
def test_on_the_day(day: str, member: str, expected: str | None, certain: bool) -> None:
    standing = standing_on(merge([], world(organizations=(HISTORY,))), "SCO", member, datetime.date.fromisoformat(day))
    assert (standing.interval.status if standing else None) == expected
    assert standing is None or standing.certain is certain


def test_no_day_has_two_statuses_and_no_day_between_two_that_join_has_none() -> None:
    register = merge([], world(organizations=(HISTORY,)))
    for member in ("IR", "NP"):
        day = datetime.date(2016, 3, 1)
        while day < datetime.date(2026, 1, 1):
            counting = [i for i in register.statuses if i.member == member and status_on([i], "SCO", member, day)]
            assert len(counting) == 1, (member, day)
            day += datetime.timedelta(days=9)


def test_two_curated_statuses_of_one_day_are_flagged() -> None:
    both = organization(("IR", "observer", "2005-07-05", "2023-08-01"), ("IR", "member", "2023-07-04", None))
    found = conflicts(merge([], world(organizations=(both,))))
    assert [(c.kind, c.summary) for c in found] == [("status", "IR is both observer and member of SCO on 4 July 2023")]


def test_clippings_alone_make_a_history() -> None:
    register = told(
        status("IN", "observer", as_of="2015-06-30"), status("IN", "observer", as_of="2016-01-01"), status("IN", "member", start="2017"),
        status("IN", "member", as_of="2018-04-24"), status("CN", "founding-member", start="2001"), status("CN", "member", as_of="2018-04-24"),
    )  # fmt: skip
    india = [
        (i.status, i.start, i.end, i.first_attested, i.last_attested) for i in register.statuses if i.member == "IN"
    ]
    assert india == [
        ("observer", None, "2017", "2015-06-30", "2016-01-01"),
        ("member", "2017", None, "2018-04-24", "2018-04-24"),
    ]
    china = [(i.status, i.start, i.end, i.last_attested) for i in register.statuses if i.member == "CN"]
    assert china == [("founding-member", "2001", None, "2018-04-24")]
    assert (on(register, "IN", "2016-06-01"), on(register, "IN", "2017-02-01"), on(register, "IN", "2014-01-01")) == (
        "observer",
        "member",
        None,
    )
    assert not conflicts(register)
    assert [o.id for o in register.organizations] == ["SCO"], "an organization that only clippings name"


def test_clippings_alone_that_contradict_each_other() -> None:
    starts = told(status("CN", "founding-member", start="1996"), status("CN", "founding-member", start="2001"))
    assert [c.kind for c in conflicts(starts)] == ["status"]
    turns = told(
        status("IR", "observer", as_of="2020-01-01"),
        status("IR", "member", as_of="2021-01-01"),
        status("IR", "observer", as_of="2022-01-01"),
    )
    assert [c.gravity for c in conflicts(turns)] == [3]


def test_a_status_of_low_confidence_is_withheld() -> None:
    known = organization(("IR", "observer", "2005-07-05", None))
    low = type(known.statuses[0])(
        organization="SCO", member="AF", status="observer", start="2007", confidence="low", note="two texts"
    )
    register = merge([], world(organizations=(type(known)(id="SCO", name="S", statuses=(*known.statuses, low)),)))
    assert [i.member for i in register.statuses] == ["IR"]
    assert register.withheld == (("AF in SCO: observer from 2007", "two texts"),)


def test_what_is_settled_for_a_later_day_bears_out_a_history_and_contradicts_none() -> None:
    settled = status("IR", "member", start="2023-07-04", step="decided")
    register = told(settled, published="2023-06-30", organizations=(HISTORY,))
    member = next(i for i in register.statuses if (i.member, i.status) == ("IR", "member"))
    assert [w.source for w in member.witnesses] == ["", "c0"]
    otherwise = told(status("IR", "member", start="2023-04-01", step="decided"), organizations=(HISTORY,))
    assert conflicts(register) == conflicts(otherwise) == []


def test_what_was_only_announced_says_so() -> None:
    (announced,) = told(status("AR", "member", start="2024-01-01", step="decided"), published="2023-08-24").statuses
    assert (announced.start, bool(announced.note)) == ("2024-01-01", True)
    came = told(
        status("AR", "member", start="2024-01-01", step="decided"), status("AR", "member", as_of="2024-02-01"),
        published="2023-08-24",
    ).statuses  # fmt: skip
    assert [bool(i.note) for i in came] == [False]
