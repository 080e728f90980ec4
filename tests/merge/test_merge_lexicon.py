"""Each row of the lexicon proves itself."""

from __future__ import annotations

import pytest

from sitegen.merge.lasting import days_around
from sitegen.merge.lexicon import LEVELS, exercise_names_in, is_bilateral, levels_in, ordinals_in


@pytest.mark.parametrize("row", LEVELS, ids=lambda row: row.example)
def test_a_level_is_found_by_its_own_row(row: object) -> None:
    assert levels_in(row.example)[0] == row.name  # type: ignore[attr-defined]
    assert any(hint in row.example.lower() for hint in row.hints)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defence Minister Chang Wanquan attended", ()),
        ("the defence ministers prepared the summit", ("defence-ministers", "heads-of-state")),
        ("deputy defence ministers and chiefs of the general staff", ("deputy-ministers", "chiefs-of-staff")),
        ("a summary of the year", ()),
    ],
)
def test_levels_in_text_order(text: str, expected: tuple[str, ...]) -> None:
    assert levels_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 15th meeting of the Council of Heads of State", ((15, "heads-of-state"),)),
        ("the tenth SCO defence ministers' meeting", ((10, "defence-ministers"),)),
        ("their 33rd Ordinary Session opened", ((33, "session"),)),
        ("the first time that a meeting failed, the second of three", ((1, "meeting"),)),
        ("on the 26th of June", ()),
    ],
)
def test_ordinals(text: str, expected: tuple[tuple[int, str], ...]) -> None:
    assert ordinals_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exercise Peace Mission-2014 began", ("peace mission 2014",)),
        ("the Zapad 2021 drill", ("zapad 2021",)),
        ("on Monday 3 June 2018 in Moscow", ()),
        ("Some 3,000 soldiers and Around 40 tanks", ()),
    ],
)
def test_names_of_exercises(text: str, expected: tuple[str, ...]) -> None:
    assert exercise_names_in(text) == expected


def test_an_exercise_called_by_a_name_without_its_year() -> None:
    assert exercise_names_in('the drills, dubbed "Winter Lance", began', "2019") == ("winter lance 2019",)
    assert exercise_names_in("the drills named Winter Lance 2018", "2019") == ("winter lance 2018",)
    assert exercise_names_in("the drills, dubbed Winter Lance, began") == ()


@pytest.mark.parametrize(("text", "expected"), [
    ("held talks with his Kazakh counterpart", True), ("engaged in discussions with the minister", True), ("met with the premier", True), ("the ministers met in Bishkek", False),
])  # fmt: skip
def test_talks_between_two(text: str, expected: bool) -> None:
    assert is_bilateral(text) is expected


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("The bloc's two-day summit closed on Thursday.", (1, 0)),
        ("The summit closed in the capital on Wednesday after two days.", (1, 0)),
        ("Ministers ended three days of talks in Oslo.", (2, 0)),
        ("Leaders begin a two-day summit in Lilongwe today.", (0, 1)),
        ("Ministers gather in Brussels on Wednesday for two days of talks.", (0, 1)),
        ("The summit, which ended two days ago, was short.", (0, 0)),
        ("Warships ended a three-day rescue exercise on Wednesday.", (2, 0)),
        ("The minister ended a two-day visit.", (0, 0)),
        ("A two-day meeting was held.", (0, 0)),  # on which of its days is not told
        ("The two-day meeting opened on Monday and closed on Tuesday.", (0, 0)),
        ("The meeting ended on Monday.", (0, 0)),
    ],
)
def test_a_gathering_of_days_reaches_to_the_others(text: str, around: tuple[int, int]) -> None:
    assert days_around(text) == around
