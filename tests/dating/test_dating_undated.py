"""The undated clipping dated: constraints, their intersection, and what is said of them."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.dating import Grounds, Told, date_undated
from sitegen.dating.answer import heaviest
from sitegen.dating.constraint import Constraint
from sitegen.dating.days import ALL, FIRST, LAST, Days, common, holds, in_words, is_bounded, size, united
from sitegen.edtf import is_day
from sitegen.extract import annotate
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.merge import merge
from sitegen.model import (
    Clipping,
    CuratedEvent,
    CuratedOrganization,
    CuratedPerson,
    Place,
    Published,
    Register,
    StatusTerm,
    Term,
    World,
)
from sitegen.world import Names, names_of

LEAGUE = CuratedOrganization(
    id="LKL",
    name="Lake League",
    founded="1999-05-04",
    statuses=(
        *(
            StatusTerm(organization="LKL", member=m, status="founding-member", start="1999-05-04")
            for m in ("FI", "SE", "NO", "EE")
        ),
        StatusTerm(organization="LKL", member="LV", status="observer", start="2004-06-01", end="2010-06-01"),
        StatusTerm(organization="LKL", member="LV", status="member", start="2010-06-01"),
    ),
)
PEOPLE = (
    CuratedPerson(
        id="anna-berg",
        name="Anna Berg",
        terms=(
            Term(
                role="Minister of Defence", code="defence-minister", country="SE", start="2009-03-01", end="2014-10-01"
            ),
        ),
    ),
)
EVENTS = (
    CuratedEvent(
        id="2012-06-12-meeting-turku",
        name="LKL defence ministers meet in Turku",
        classification="meeting",
        date="2012-06-12",
        place=Place(name="Turku", country="FI"),
        organizations=("LKL",),
        series="defence-ministers",
        ordinal=9,
    ),
    CuratedEvent(
        id="2012-07-05-summit-bergen",
        name="LKL heads of state meet in Bergen",
        classification="summit",
        date="2012-07-05/2012-07-06",
        place=Place(name="Bergen", country="NO"),
        organizations=("LKL",),
        series="heads-of-state",
        ordinal=12,
    ),
)


@pytest.fixture(scope="module")
def world() -> World:
    return World(
        countries=read_countries(),
        cities=read_cities(),
        organizations=(*read_known_organizations(), LEAGUE),
        people=PEOPLE,
        events=EVENTS,
    )


@pytest.fixture(scope="module")
def names(world: World) -> Names:
    return names_of(world)


@pytest.fixture(scope="module")
def register(world: World) -> Register:
    return merge([], world)


def dated(text: str, names: Names, register: Register) -> Published:
    return date_undated(annotate(Clipping(id="x", path="x.txt", format="txt", text=text), names), register, names)


def test_weekday_of_a_known_meeting(names: Names, register: Register) -> None:
    found = dated("The defence ministers of the Lake League (LKL) met in Turku on Tuesday.", names, register)
    assert (found.date, found.basis) == ("2012-06-12", "inferred")
    assert any("LKL defence ministers meet in Turku" in line for line in found.explanation)


def test_number_of_a_series_is_enough(names: Names, register: Register) -> None:
    text = "The heads of state of the Lake League (LKL) will hold their 12th summit in Bergen next week, a spokesman said on Tuesday."
    assert dated(text, names, register).date == "2012-06-26"


def test_month_ahead_gives_an_interval_and_says_what_would_settle_it(names: Names, register: Register) -> None:
    text = "Minister of Defence Anna Berg of Sweden spoke of the LKL. Latvia became a member of the LKL two years ago."
    found = dated(text, names, register)
    assert found.date == "2012"
    assert "settle" in found.explanation[-1]


def test_terms_and_statuses_bound_the_answer(names: Names, register: Register) -> None:
    text = "Defence Minister Anna Berg of Sweden sees Latvia, an observer of the Lake League (LKL), as a future member."
    found = dated(text, names, register)
    assert found.date is not None
    assert not is_day(found.date)
    assert found.date == "2009-03/2010-05"


def test_explicit_years_alone_are_only_a_lower_bound(names: Names, register: Register) -> None:
    found = dated("The league was founded in 1999. It is a small one.", names, register)
    assert found.date is None
    assert found.basis == "unknown"
    assert any("1999" in line for line in found.explanation)


def test_two_dates_of_one_happening(names: Names, register: Register) -> None:
    text = "Next year's summit takes the leaders to Oslo, on 9-11 July 2024. The last one was held on 3 May 2023."
    text = f"The bridge is old. It is closed at night. {text}"
    assert dated(text, names, register).date == "2023-05-03/2023-12-31"


def test_a_contradiction_is_reported_and_not_obeyed(names: Names, register: Register) -> None:
    text = (
        "The defence ministers of the Lake League (LKL) met in Turku on Tuesday. The heads of state will meet in Bergen next month.\n\n"
        "Latvia is an observer of the LKL."
    )
    found = dated(text, names, register)
    assert found.date == "2012-06-12"
    assert any(line.startswith("not obeyed") for line in found.explanation)


def test_a_text_of_another_world_is_unknown(names: Names, register: Register) -> None:
    found = dated("The council met on Monday. The bridge will be mended next month.", names, register)
    assert (found.date, found.basis) == (None, "unknown")
    assert found.explanation


def test_nothing_to_go_by_is_unknown(names: Names, register: Register) -> None:
    assert dated("", names, register).date is None


def test_without_the_events_the_day_is_not_made_up(names: Names, world: World) -> None:
    bare = merge([], World(countries=world.countries, cities=world.cities, people=world.people))
    found = dated("The defence ministers of the Lake League (LKL) met in Turku on Tuesday.", names, bare)
    assert found.date is None


# --- sets of days -------------------------------------------------------------------------------------------------

RUNS = st.lists(st.tuples(st.integers(700_000, 740_000), st.integers(0, 400)), max_size=6).map(
    lambda pairs: united((a, a + n) for a, n in pairs)
)


@given(RUNS, RUNS, st.integers(699_000, 741_000))
def test_common_days_are_those_of_both(a: Days, b: Days, day: int) -> None:
    assert holds(common(a, b), day) == (holds(a, day) and holds(b, day))


@given(RUNS)
def test_runs_are_sorted_and_apart(a: Days) -> None:
    assert all(x[1] + 1 < y[0] for x, y in itertools.pairwise(a))
    assert common(a, ALL) == a
    assert size(a) == sum(last - first + 1 for first, last in a)


def test_words_for_open_ends() -> None:
    day = datetime.date(2012, 6, 12).toordinal()
    assert in_words(((day, LAST),)) == "from 2012-06-12 on"
    assert in_words(((FIRST, day),)) == "until 2012-06-12"
    assert not is_bounded(((day, LAST),))


def test_the_most_weight_wins_and_the_rest_is_named() -> None:
    def one(first: int, last: int, weight: float) -> Constraint:
        return Constraint(name=f"{first}", days=((first, last),), weight=weight, line="")

    kept = [one(730_000, 730_100, 1.0), one(730_050, 730_200, 1.0)]
    odd = one(735_000, 735_100, 1.5)
    days, obeyed, against = heaviest([*kept, odd])
    assert days == ((730_050, 730_100),)
    assert obeyed == kept
    assert against == [odd]


def test_the_leads_weekday_picks_the_year_of_a_dateline_without_one(names: Names, register: Register) -> None:
    text = "{}, March 3 (Example) - Ministers of two states signed a pact on Friday. A first draft was signed on 19 May 2016."
    found = dated(text.format("TURKU"), names, register)
    assert (found.date, found.basis) == ("2017-03-03", "inferred")
    assert any("falls so in some years only" in line for line in found.explanation)


def test_a_figures_year_tells_that_a_text_is_no_older(names: Names, register: Register) -> None:
    text = "TURKU, Jan. 9 (Example) - Ministers met here on Monday. The union was enlarged in 2010.{}"
    assert dated(text.format(""), names, register).date == "2012-01-09"
    assert dated(text.format(" Spending rose by 4 percent in 2016."), names, register).date == "2017-01-09"


def test_a_dateline_without_a_year_and_no_date_told_stays_open(names: Names, register: Register) -> None:
    assert dated("TURKU, Jan. 9 (Example) - Ministers of two states met here on Monday.", names, register).date is None


def test_a_month_and_day_of_the_opening_falls_into_the_year_that_follows_the_newest_one_named(
    names: Names, register: Register
) -> None:
    text = (
        "The union's summit is due to open in Oslo on December 10.\n\n"
        "The leaders will meet next week, the union said.\n\nIn March 2019 {} in Oslo."
    )
    assert dated(text.format("their ministers met"), names, register).date == "2019-12-02/2019-12-08"
    assert dated(text.split("In March")[0], names, register).date is None


def test_years_long_after_all_that_is_known_are_left_out(names: Names, register: Register) -> None:
    text = "TURKU, June 12 (Example) - Defence Minister Anna Berg of Sweden met her guests on Tuesday."
    found = dated(text, names, register)
    assert found.date == "2012-06-12"


TURKU = "The defence ministers of the Lake League (LKL) met in Turku"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # the dateline's day outweighs a known meeting that the words fit, and picks among those that they fit
        ("TURKU, June 13. /EXAMPLE/. Defence ministers of the Lake League (LKL) agreed on Tuesday to meet again.", "2012-06-13"),
        ("The minister spoke at today's meeting of lakes.\n\nTURKU, June 12. /EXAMPLE/. The defence ministers of the Lake League (LKL) met here.", "2012-06-12"),
        # a picture's whole day lends its year to the dateline below
        ("Anna Berg meets her guests ahead of the talks in Oslo on March 2, 2011. (Example/Photo by A Reader)\n\nOSLO, March 3 -- The talks opened.", "2011-03-03"),
        # a line of its own above the story
        ("Ministers meet by the lake\n\nJune 12. Example News\n\n" + TURKU + " on Tuesday, the league said.", "2012-06-12"),
        # a month and day with nothing else that names a year: known meetings, terms and weekdays choose it
        (TURKU + " on June 12.", "2012-06-12"),
        ("Defence Minister Anna Berg of Sweden landed in Oslo on Wednesday (September 5).", "2012-09-05/2012-09-15"),
        ("Defence Minister Anna Berg of Sweden was dismissed on October 1, the palace said.", "2014-10-01"),
        # a whole day that opens a story is its news
        ("On 5 March 2013 the ministers met in Oslo. They spoke of boats.", "2013-03-05/2013-03-15"),
        # where the opening says where and on which day: a known meeting was held there then
        ("Latvia signed the pact in Turku, the Lake League (LKL) said on Jun. 12.", "2012-06-12/2012-06-19"),
        # a happening that bears its year is of that year
        ("The armies will begin the Otter-2010 exercises on Thursday.\n\nThe active phase will be held on September 24.", "2010-08-10/2010-09-24"),
        # of a happening of several days the verb tells which
        ("The summit of the heads of state of the Lake League (LKL) ended in Bergen on Friday.", "2012-07-06"),
    ],
)  # fmt: skip
def test_openings_of_undated_clippings(text: str, day: str, names: Names, register: Register) -> None:
    assert dated(text, names, register).date == day


@pytest.mark.parametrize(
    "text",
    [
        "A foreign minister of the Lake League (LKL) told the agency on Friday that lakes are deep.",
        "A visitor of the Lake League (LKL), asked of the presidents, told the agency on Friday that boats sink.",
        "The ministers signed the pact on March 3.",
        "The ministers signed the pact on March 3. Their union was founded in 1997.",
    ],
)
def test_what_settles_no_day_stays_open(text: str, names: Names, register: Register) -> None:
    assert dated(text, names, register).date is None


def test_a_name_beside_a_post_without_its_holder_tells_of_the_term(names: Names, register: Register) -> None:
    text = "The ministers of the Lake League (LKL) met today in Turku, the Minister of Defence of Sweden among them.\n\n{} spoke of the nets."
    assert dated(text.format("Anna Berg"), names, register).date == "2012-06-12"
    found = dated(text.format("Anna Berg"), names, register)
    assert any(line.startswith("Anna Berg is named beside the Minister of Defence") for line in found.explanation)
    other = dated(text.format("Nils Holm"), names, register)
    assert not any("beside" in line for line in other.explanation)


def test_a_day_with_its_weekday_is_of_the_week_before(names: Names, register: Register) -> None:
    text = (
        "Two navies began an exercise on {}, in the Baltic Sea. They had held one in 2014, and plan one for each year."
    )
    assert dated(text.format("Monday, August 3"), names, register).date == "2015-08-03/2015-08-09"
    assert dated(text.format("August 3"), names, register).date != "2015-08-03/2015-08-09"


def test_an_exercise_named_with_its_year_is_the_known_one(world: World, names: Names) -> None:
    shield = CuratedEvent(
        id="2013-12-02-exercise-vaasa", name="Exercise Shield-2013 in Vaasa", classification="exercise",
        date="2013-12-02/2013-12-06", place=Place(name="Vaasa", country="FI"), organizations=("LKL",),
    )  # fmt: skip
    known = merge(
        [],
        World(
            countries=world.countries, cities=world.cities, organizations=world.organizations, events=(*EVENTS, shield)
        ),
    )
    text = "A drill of the Lake League (LKL) kicked off in Finland on Monday.\n\nThe drill, named Shield-2013, will run for five days."
    assert dated(text, names, known).date == "2013-12-02"


def test_a_stretch_of_days_that_goes_on_is_not_over(names: Names, register: Register) -> None:
    text = "Anna Berg on Tuesday left for Oslo. Three ministers are taking part in the July 7-9 drill there.\n\nIn 2013 they met in Bergen."
    assert dated(text, names, register).date == "2013-07-09"


def test_a_day_found_before_is_kept_under_all_of_the_register_that_dating_sees(register: Register) -> None:
    told = Told({"undated": "key of its record"}, {})
    asked: list[str] = []

    def day(known: Register, table: Told) -> str | None:
        def find() -> Published:
            asked.append("asked")
            return Published(date="2019-05-04", basis="inferred")

        return table.day("undated", Grounds(known).digest, find).date

    assert day(register, told) == day(register, told) == "2019-05-04"
    assert len(asked) == 1
    again = Told({"undated": "key of its record"}, told.fresh())
    assert day(register, again) == "2019-05-04"
    assert len(asked) == 1
    assert again.fresh() == {}
    moved = replace(register, statuses=tuple(replace(s, start="2001-02-03") for s in register.statuses))
    day(moved, again)
    assert len(asked) == 2
    other = Told({"undated": "another key"}, told.fresh())
    day(register, other)
    assert len(asked) == 3


def test_who_says_so_is_nothing_to_date_by(register: Register) -> None:
    quoted = replace(register, statuses=tuple(replace(s, last_attested="2030-01-01") for s in register.statuses))
    assert Grounds(quoted).digest == Grounds(register).digest


def test_a_month_and_day_takes_the_year_that_stands_beside_it_elsewhere(names: Names, register: Register) -> None:
    text = (
        "The drill of the three fleets will be held from August 14 to 16 in Oslo.\n\n"
        '"On August 14, 2019, the drill will be opened in Oslo," the statement said. Two of the three left in the war of 2011.'
    )
    found = dated(text, names, register).date
    assert found is not None
    assert found.endswith("2019-08-14")
