"""Mentions: spans, follow-ups, offices without a holder, headlines; time in proportion to the text."""

from __future__ import annotations

import importlib.util
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.collector import at_rest
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.model import Annotations, Dateline, DateMention, PersonMention, World
from sitegen.organizations import find_organizations
from sitegen.people import find_people, people_of, tenure_claims_of
from sitegen.places import find_places
from sitegen.world import names_of

NAMES = names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


def _corpus() -> ModuleType:
    name = "people_corpus"
    if name not in sys.modules:
        path = Path(__file__).parent.parent / "quality" / "people_corpus.py"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def mentions(text: str, **frame: str) -> tuple[PersonMention, ...]:
    article = _corpus().article_of(text, **frame)
    found = find_people(article, NAMES, find_places(article, NAMES), find_organizations(article, NAMES))
    assert all(text[m.start : m.end] == m.text for m in found)
    return found


def test_a_surname_follows_its_person_and_brings_no_post() -> None:
    found = mentions("Estonian Defence Minister Hanno Pevkur spoke. Pevkur left at noon. Mr Pevkur's car was late.")
    assert [m.name for m in found] == ["Hanno Pevkur"] * 3
    assert [m.code for m in found] == ["defence-minister", None, None]
    assert [m.country for m in found] == ["EE"] * 3


def test_another_bearer_of_the_surname_is_not_taken_for_the_first() -> None:
    found = mentions("Estonian Defence Minister Hanno Pevkur spoke. Tarmo Pevkur, a farmer, listened.")
    assert [m.name for m in found] == ["Hanno Pevkur"]


@pytest.mark.parametrize(
    ("text", "name", "code", "state"),
    [
        (
            "Chile has named former navy commander Anna Moor as its new defence minister.",
            "Anna Moor",
            "defence-minister",
            "current",
        ),
        (
            "Anna Moor was appointed on Thursday as the new defence minister.",
            "Anna Moor",
            "defence-minister",
            "current",
        ),
        ("Anna Moor was sworn in on June 5 as defence minister.", "Anna Moor", "defence-minister", "current"),
        ("The president named Anna Moor last week as defence minister.", "Anna Moor", "defence-minister", "current"),
        ("He announced Anna Moor as the new minister of finance.", "Anna Moor", "other", "current"),
        ("Anna Moor has been announced as the new defence minister.", "Anna Moor", "defence-minister", "current"),
        ("Anna Moor resigned in June as defence minister.", "Anna Moor", "other", "former"),
        ("Arun Berg, police chief in the Bara district, told reporters.", "Arun Berg", "other", "current"),
    ],
)
def test_whoever_takes_or_leaves_an_office_has_it(text: str, name: str, code: str, state: str) -> None:
    assert [(m.name, m.code, m.state) for m in mentions(text) if m.name == name][:1] == [(name, code, state)]


def test_a_first_deputy_minister_among_ministers_is_no_minister() -> None:
    found = mentions(
        "Defence ministers met. The host sat down with Arun Berg of Chile and Tariq Moor, Peru's first deputy minister."
    )
    assert [(m.role, m.code, m.country) for m in found if m.name == "Tariq Moor"] == [
        ("First Deputy Defence Minister", "other", "PE")
    ]


def test_a_roster_gives_each_name_the_title_on_the_line_below() -> None:
    found = mentions(
        "Those who came were:\nHis Excellency Mr Salem bin Ali Al Moor\nMinister of Defence of the Kingdom of Bahrain.\n"
        "H.E. Lieutenant General Omar Al Berg\nSecretary General of the Ministry of Defence of the Sultanate of Oman.\n"
        "They spoke of trade."
    )
    assert [(m.name, m.code, m.country) for m in found] == [
        ("Salem bin Ali Al Moor", "defence-minister", "BH"),
        ("Omar Al Berg", "other", "OM"),
    ]


def test_an_office_of_several_countries_is_one_mention_each() -> None:
    found = mentions("The defence ministers of Chile, Peru and Ecuador met in Quito.")
    assert [(m.text, m.country, m.code, m.office) for m in found] == [
        ("Chile", "CL", "defence-minister", True),
        ("Peru", "PE", "defence-minister", True),
        ("Ecuador", "EC", "defence-minister", True),
    ]


def test_an_office_whose_holder_is_known_here_is_the_holder() -> None:
    found = mentions("President Boric of Chile landed first. The Chilean president stayed two days.")
    assert [(m.text, m.name) for m in found if m.code] == [("Boric", "Boric"), ("president", "Boric")]


def test_two_posts_of_one_holder_are_two_mentions_of_one_span() -> None:
    found = mentions("Lao Deputy Prime Minister and Defence Minister Chansamone Chanyalath came.")
    assert [(m.text, m.code, m.state) for m in found] == [
        ("Chansamone Chanyalath", "defence-minister", "current"),
        ("Chansamone Chanyalath", "other", "deputy"),
    ]


def test_rank_and_forms_of_address_stay_out_of_the_name() -> None:
    (found,) = mentions("Nigerian Defence Minister Maj. Gen. Bashir Magashi (Retd) spoke.")
    assert (found.text, found.rank) == ("Bashir Magashi", "Major General")


def test_a_day_is_the_datelines_else_the_publication_day() -> None:
    from dataclasses import replace

    from sitegen.model import Published

    article = _corpus().article_of("Chilean Defence Minister Maya Fernández spoke.")
    article = replace(article, published=Published(date="2024-05-04", basis="sidecar"))
    people = find_people(article, NAMES, find_places(article, NAMES), ())
    (record,) = people_of(article, Annotations(people=people))
    assert record.posts[0].as_of == "2024-05-04"
    dated = replace(article, dateline=Dateline(place="Santiago", country="CL", date="2024-05-03"))
    assert people_of(dated, Annotations(people=people))[0].posts[0].as_of == "2024-05-03"
    vague = replace(article, published=Published(date="2024-05", basis="inferred"))
    assert people_of(vague, Annotations(people=people))[0].posts[0].as_of is None


def test_terms_of_office_are_claimed_with_the_days_said() -> None:
    text = "Maya Fernández was sworn in as Chile's defence minister in March 2022, replacing Baldo Prokurica."
    article = _corpus().article_of(text)
    people = find_people(article, NAMES, find_places(article, NAMES), ())
    start = text.index("March 2022")
    date = DateMention(
        start=start, end=start + 10, text="March 2022", type="DATE", value="2022-03", edtf="2022-03", hint=False
    )
    claims = tenure_claims_of(article, Annotations(people=people, dates=(date,)))
    assert [(c.person, c.code, c.country, c.kind, c.date) for c in claims] == [
        ("Maya Fernández", "defence-minister", "CL", "start", "2022-03"),
        ("Baldo Prokurica", "defence-minister", "CL", "end", "2022-03"),
    ]


def test_a_term_does_not_begin_on_the_day_since_which_another_office_was_held() -> None:
    text = "Maya Fernández, since April secretary of the council, was appointed defence minister of Chile."
    article = _corpus().article_of(text)
    people = find_people(article, NAMES, find_places(article, NAMES), ())
    start = text.index("April")
    date = DateMention(
        start=start, end=start + 5, text="April", type="DATE", value="2022-04", edtf="2022-04", hint=False
    )
    claims = tenure_claims_of(article, Annotations(people=people, dates=(date,)))
    assert [(c.person, c.kind, c.date) for c in claims] == [("Maya Fernández", "start", None)]


def test_an_office_that_only_the_headline_says_is_its_bearers() -> None:
    from dataclasses import replace

    text = "On June 13 Olim Sharipov will visit Peru and speak there."
    article = replace(_corpus().article_of(text), title="President Sharipov to visit Peru")
    found = find_people(article, NAMES, find_places(article, NAMES), ())
    assert [(m.text, m.code, m.country) for m in found] == [("Olim Sharipov", "head-of-state", None)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Aa .,'’-()\n“\"’É北SMinister Prime of China Chen President Gen. former", max_size=300))
def test_spans_hold_in_any_text(text: str) -> None:
    mentions(text)


@pytest.mark.parametrize(
    "piece",
    [
        "Defence Minister ",
        "Aa ",
        "of the ",
        "Gen. ",
        "(",
        "Deputy ",
        "Chen Li, ",
        "minister of trade, ",
        "A.",
        "'s ",
        "and ",
    ],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def took(text: str) -> float:
        article = _corpus().article_of("x")
        from dataclasses import replace

        article = replace(article, body=text, paragraphs=((0, len(text)),), sentences=((0, len(text)),))
        best = 9.0
        for _ in range(2):
            began = time.process_time()
            find_people(article, NAMES, (), ())
            best = min(best, time.process_time() - began)
        return best

    short, long = took(piece * (8000 // len(piece))), took(piece * (32000 // len(piece)))
    assert long <= 8 * short + 0.05, (short, long)


@pytest.mark.parametrize(
    "form",
    [
        "Defence Minister {0} {1} of Chad spoke. ",
        "Prime Minister Ali {0} met. ",
        "his Chadian counterpart {0} {1}, ",
        "{0} {1} of Chad, ",
        "{0} {1} was appointed defence minister of Chad, replacing {1} {0}. ",
        "President {0} {1} and the minister of Chad ",
    ],
)
def test_thousands_of_persons_take_time_in_proportion(form: str) -> None:
    def name(n: int) -> str:
        letters = "aeioulnrst"
        return "B" + "".join(letters[int(d)] for d in f"{n:05d}")

    def took(count: int) -> float:
        article = _corpus().article_of("".join(form.format(name(7 * n), name(7 * n + 3)) for n in range(count)))
        places = find_places(article, NAMES)
        with at_rest():  # as in extraction: else what other tests left on the heap is walked through
            began = time.process_time()
            find_people(article, NAMES, places, ())
            return time.process_time() - began

    short, long = (min(took(count) for _ in range(3)) for count in (300, 1200))  # a noisy machine only adds
    assert long <= 8 * short + 0.1, (short, long)


def test_a_demonym_is_not_taken_for_a_territory() -> None:
    """countries.csv once gave "British" to the Virgin Islands as a name, by way of "Virgin Islands, British"."""
    assert [m.country for m in mentions("British Defence Secretary Ben Wallace spoke.")] == ["GB"]
