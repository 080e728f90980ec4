"""From a clipping to its events: what is one happening, which is the main one, where, when, and how it is headed."""

from __future__ import annotations

import pytest

from sitegen.extract import extract
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.model import ArticleRecord, Clipping, EventRecord, Extraction, World
from sitegen.world import Names, names_of


@pytest.fixture(scope="module")
def names() -> Names:
    return names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


def told(text: str, names: Names, published: str | None = "2018-04-25") -> Extraction:
    meta = {"published": published} if published else {}
    basis = {"published": "sidecar"} if published else {}
    return extract(Clipping(id="x", path="x.txt", format="txt", text=text, meta=meta, meta_basis=basis), names)  # type: ignore[arg-type]


def main_of(record: ArticleRecord) -> EventRecord:
    return next(e for e in record.events if e.main)


MEETING = """BEIJING, April 24 (Agency) -- Defence ministers of the Shanghai Cooperation Organisation (SCO) met here on Tuesday.

At Tuesday's meeting they signed a communique. The ministers of Russia, Kazakhstan and Tajikistan took part.

The organisation was formed in 2001. India and Pakistan joined it last year.

The heads of state will meet in Qingdao in June."""


def test_sentences_on_one_happening_are_one_event(names: Names) -> None:
    record = told(MEETING, names).record
    on_day = [e for e in record.events if e.date == "2018-04-24"]
    assert len(on_day) == 1
    assert len(on_day[0].evidence) == 2
    assert on_day[0].main


def test_every_quote_stands_in_the_body(names: Names) -> None:
    record = told(MEETING, names).record
    assert record.events
    for event in record.events:
        assert event.evidence
        for q in event.evidence:
            assert record.body[q.start : q.end] == q.quote


def test_main_event_has_place_kind_and_headline(names: Names) -> None:
    main = main_of(told(MEETING, names).record)
    assert main.classification == "meeting"
    assert main.place is not None
    assert (main.place.name, main.place.country) == ("Beijing", "CN")
    assert main.name == "SCO defence ministers meet in Beijing"
    assert {"RU", "KZ", "TJ"} <= set(main.countries)
    assert any(line.startswith("main event:") for line in main.explanation)


def test_background_and_plans_are_events_of_their_own(names: Names) -> None:
    found = {(e.date, e.classification, e.status) for e in told(MEETING, names).record.events}
    assert ("2001", "founding", "occurred") in found
    assert ("2017", "accession", "occurred") in found
    assert ("2018-06", "summit", "planned") in found


def test_two_clauses_are_two_events(names: Names) -> None:
    text = "The ministers met in Minsk on Monday.\n\nThe secretaries will meet in May and the heads of state the following month in Qingdao."
    found = {e.date: e.classification for e in told(text, names).record.events}
    assert found["2018-05"] == "meeting"
    assert found["2018-06"] == "summit"


def test_ids_are_date_kind_and_place_and_never_twice_the_same(names: Names) -> None:
    record = told(MEETING, names).record
    assert main_of(record).id == "2018-04-24-meeting-beijing"
    assert len({e.id for e in record.events}) == len(record.events)


def test_what_is_told_by_another_happening(names: Names) -> None:
    text = "The council on Tuesday suspended the state, a day after officers seized power in Libreville."
    dates = {e.date for e in told(text, names).record.events}
    assert dates == {"2018-04-24", "2018-04-23"}


def test_days_in_a_row_are_one_span(names: Names) -> None:
    text = "The ministers met in Minsk on Monday.\n\nThe leaders will gather in Oslo on Thursday and Friday."
    assert any("/" in e.date and e.status == "planned" for e in told(text, names).record.events)


def test_the_lead_without_a_date_is_of_the_datelines_day(names: Names) -> None:
    text = "DUSHANBE, April 23. /Agency/. The Russian defence minister has arrived in Dushanbe for talks.\n\nThe talks are due on Thursday."
    main = main_of(told(text, names, "2018-04-23").record)
    assert main.date == "2018-04-23"
    assert main.classification == "visit"
    assert main.confidence < 0.9


def test_figures_spans_and_titles_are_no_events_but_are_reported(names: Names) -> None:
    text = (
        "The ministers met in Minsk on Monday.\n\nTrade among them grew by 4 percent in 2017.\n\n"
        "They approved a cooperation plan for 2019-2020."
    )
    made = told(text, names)
    assert [e.date for e in made.record.events] == ["2018-04-23"]
    assert len(made.unused) == 2
    assert all(u.reason and made.record.body[u.start : u.end] == u.quote for u in made.unused)


def test_a_capital_that_speaks_is_no_place(names: Names) -> None:
    text = "Beijing said on Tuesday that it would send a delegation to the meeting."
    assert main_of(told(text, names).record).place is None


def test_a_stored_pictures_day_is_no_event(names: Names) -> None:
    text = "The ministers met in Minsk on Monday.\n\nThe hall in Minsk, 12 April 2016. (File photo)"
    assert [e.date for e in told(text, names).record.events] == ["2018-04-23"]


def test_without_a_publication_day_only_whole_dates_give_events(names: Names) -> None:
    made = told("The ministers met on Tuesday. The bloc was formed in 2001.", names, None)
    assert [e.date for e in made.record.events] == ["2001"]


def test_a_very_long_sentence_is_quoted_in_part(names: Names) -> None:
    tail = ", and the officers of the two garrisons spoke of snow and of fuel" * 14
    record = told(f"The ministers met in Minsk on Monday{tail}.", names).record
    assert all(len(q.quote.split()) <= 120 for e in record.events for q in e.evidence)


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("India and Pakistan joined the SCO on Monday.", "India and Pakistan join the SCO"),
        ("Sweden joined NATO on Monday.", "Sweden joins NATO"),
        ("The SCO was founded in Shanghai on Monday.", "Shanghai Cooperation Organisation is founded in Shanghai"),
        ("Troops held the joint exercise Calm Lake in Minsk on Monday.", "Joint exercise Calm Lake in Minsk"),
    ],
)
def test_headlines_built_from_parts(sentence: str, headline: str, names: Names) -> None:
    events = told(f"The council of elders was silent.\n\n{sentence}", names).record.events
    assert headline in {e.name.replace("Cooperation Organization", "Cooperation Organisation") for e in events}


def test_no_headline_is_long_or_cut_within_a_word(names: Names) -> None:
    text = (
        "The deputy head of the inspectorate for the upkeep of the barracks of the northern and eastern garrisons, a man of many "
        "words, announced on Monday that the roofs would be mended before winter with slate from the quarries of the south."
    )
    for event in told(text, names).record.events:
        assert event.name
        assert len(event.name) <= 90
        assert all(word.strip(",") in text + " Statement 23 April 2018" for word in event.name.split())


def test_an_empty_clipping_has_no_events(names: Names) -> None:
    made = told("", names)
    assert made.record.events == ()
    assert made.unused == ()


@pytest.mark.parametrize(
    "sentence",
    ["The drill was held on 3 May 2016 in Sweden.", "Joint exercises of NATO were held in Latvia in May 2016."],
)
def test_a_lead_whose_verb_has_a_date_is_not_also_news_of_the_day(sentence: str, names: Names) -> None:
    assert [e.date[:7] for e in told(sentence, names).record.events] == ["2016-05"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Malaysia, Singapore and Australia took part in the exercise on June 28.", ["AU", "MY", "SG"]),
        ("India and Nepal held a joint exercise on June 28.", ["IN", "NP"]),
        ("The treaty was signed by Chile, Peru and Mexico on June 28.", ["CL", "MX", "PE"]),
        ("Chinese and Russian warships began a joint drill on June 28.", ["CN", "RU"]),
        (
            "Turkey hosted the exercise on June 28, in which Azerbaijan and Georgia also participated.",
            ["AZ", "GE", "TR"],
        ),
        (
            "The exercise began on June 28. It involves assets from Malaysia, Singapore and Australia.",
            ["AU", "MY", "SG"],
        ),
        ("The foreign ministers of India and Nepal met on June 28 and spoke of China.", ["IN", "NP"]),
        (
            "The exercise began on June 28. Over 900 soldiers from 4 countries, including Chile, Peru and Japan, joined it.",
            ["CL", "JP", "PE"],
        ),
        (
            "The talks of defence ministers were held on June 28, with attendance by Chile, Peru and Japan.",
            ["CL", "JP", "PE"],
        ),
        (
            "The drill of Chile and Peru was held on June 28. Japan and Kenya witnessed the drill as observers.",
            ["JP", "KE"],
        ),
        (
            "The meeting was held on June 28 and attended by officials of the ministries of GCC member states, Oman and Qatar.",
            ["OM", "QA"],
        ),
        (
            "The drill of Chile and Peru was held on June 28. Japan is also taking part in the drill.",
            ["JP"],
        ),
        (
            "Defence chiefs of Chile, Cote Nova and Peru met on June 28. Those of Japan and Kenya were absent.",
            ["CL", "PE"],
        ),
        (
            "The meeting was held on June 28. Countries represented included Chile, Peru and Japan.",
            ["CL", "JP", "PE"],
        ),
        ("The Norwegian Ministry of Defence hosted the exercise on June 28.", ["NO"]),
        (
            "The foreign ministers met on June 28. Leaders called for ties with other countries, including Chile and Peru.",
            [],
        ),
    ],
)
def test_countries_that_took_part(text: str, countries: list[str], names: Names) -> None:
    assert list(main_of(told(text, names, "2023-06-30").record).countries) == countries
