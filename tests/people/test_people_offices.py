"""Every row of the office table reads its own example; turns of office read theirs."""

from __future__ import annotations

import pytest

from sitegen.people.offices import OFFICES, code_of_portfolio
from sitegen.people.posts import find_posts
from sitegen.people.tenures import TURNS
from sitegen.people.tokens import Tokens


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.phrase)
def test_each_row_is_found_in_its_example(office: object) -> None:
    from sitegen.model import OrganizationMention, PlaceMention

    example = office.example  # type: ignore[attr-defined]
    first = example.split()[0]
    places = (
        (PlaceMention(start=0, end=12, text="North Korean", name="North Korea", country="KP", kind="demonym"),)
        if example.startswith("North Korean")
        else ()
    )
    organizations = (OrganizationMention(start=0, end=len(first), text=first, id=first),) if first.isupper() else ()
    posts = find_posts(Tokens(example, places, organizations))
    assert [p.office.phrase for p in posts if p.office] == [office.phrase]  # type: ignore[attr-defined]


def test_phrases_are_lower_case_and_unique() -> None:
    phrases = [office.phrase for office in OFFICES]
    assert len(set(phrases)) == len(phrases)
    assert all(phrase == phrase.lower() for phrase in phrases)


@pytest.mark.parametrize(
    ("portfolio", "code"),
    [
        ("national defence", "defence-minister"),
        ("foreign affairs trade", "foreign-minister"),
        ("defence armed forces logistics", "defence-minister"),
        ("armed forces", "defence-minister"),
        ("defence production", "other"),
        ("interior", "other"),
    ],
)
def test_a_portfolio_gives_the_code(portfolio: str, code: str) -> None:
    assert code_of_portfolio(frozenset(portfolio.split())) == code


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.name)
def test_each_turn_of_office_reads_its_example(turn: object) -> None:
    assert turn.pattern.search(turn.example)  # type: ignore[attr-defined]
