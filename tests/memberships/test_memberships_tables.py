"""Tables and headed lists."""

from __future__ import annotations

from tests.memberships.reading import memberships_in


def rows_in(text: str, published: str | None = None) -> set[tuple[str, str, str | None, str | None, str | None]]:
    return {(r.member, r.status, r.start, r.as_of, r.step) for r in memberships_in(text, published)}


def test_a_row_of_a_status_and_its_countries() -> None:
    text = (
        "Who belongs to the CIS\n\nStatus | Countries\n\nMembers | Armenia, Belarus\n\nAssociate members | Turkmenistan"
    )
    assert rows_in(text, "2020-01-05") == {
        ("AM", "member", None, "2020-01-05", None),
        ("BY", "member", None, "2020-01-05", None),
        ("TM", "partner", None, "2020-01-05", None),
    }


def test_a_row_of_a_country_its_status_and_since_when() -> None:
    text = "The EAEU\n\nCountry | Status | Since\n\nArmenia | member | 2015\n\nMoldova | observer | May 2018"
    assert rows_in(text) == {("AM", "member", "2015", None, None), ("MD", "observer", "2018-05", None, None)}


def test_a_column_that_says_when_they_joined() -> None:
    assert rows_in("Members of the EAC\n\nState | Joined\n\nKenya | 2000\n\nRwanda | 2007") == {
        ("KE", "member", "2000", None, None),
        ("RW", "member", "2007", None, None),
    }


def test_a_cell_says_the_step_and_what_is_only_begun_gives_nothing() -> None:
    text = (
        "Steps into the SCO\n\ncountry | step | day\n\nBelarus | admission as a member opened | 16 September 2022\n\n"
        "Egypt | signed as dialogue partner | 14 September 2022\n\nKuwait | granted dialogue partner status | 5 May 2023"
    )
    assert rows_in(text) == {
        ("EG", "dialogue-partner", "2022-09-14", None, "signed"),
        ("KW", "dialogue-partner", "2023-05-05", None, "decided"),
    }


def test_lines_below_a_heading_until_another_kind_of_line() -> None:
    text = "Observers of the SCO:\n\n- Iran\n\n- Mongolia (since 2004)\n\nThe summit opens on Monday in India.\n\nNepal"
    assert rows_in(text, "2015-06-30") == {
        ("IR", "observer", None, "2015-06-30", None),
        ("MN", "observer", "2004", None, None),
    }


def test_evidence_of_a_headed_list_is_heading_and_line() -> None:
    (record,) = memberships_in("Members of the CSTO\n\nArmenia")
    assert [e.quote for e in record.evidence] == ["Members of the CSTO", "Armenia"]
