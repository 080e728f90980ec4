"""A stated day that the known terms do not allow is told, not changed."""

from __future__ import annotations

from sitegen.dating import contradictions
from sitegen.extract import extract
from sitegen.gazetteer import read_countries
from sitegen.merge import merge
from sitegen.model import Clipping, CuratedOrganization, CuratedPerson, StatusTerm, Term, World
from sitegen.world import names_of

WORLD = World(
    countries=read_countries(),
    organizations=(
        CuratedOrganization(
            id="LF",
            name="Lake Forum",
            names=("Lake Forum", "LF"),
            statuses=(
                StatusTerm(
                    organization="LF",
                    member="SE",
                    status="observer",
                    start="2015-04-16",
                    steps=(("decided", "2014-07-10"), ("signed", "2015-04-16")),
                ),
            ),
        ),
    ),
    people=(
        CuratedPerson(
            id="anna-berg",
            name="Anna Berg",
            terms=(
                Term(
                    role="Minister of Defence",
                    code="defence-minister",
                    country="SE",
                    start="2009-03-01",
                    end="2014-10-01",
                ),
            ),
        ),
    ),
)


def told(
    day: str, text: str = "Defence Minister Anna Berg of Sweden spoke of snow and of the long road north."
) -> list[str]:
    clipping = Clipping(
        id="x",
        path="x.txt",
        format="txt",
        text=text,
        meta={"published": day},
        meta_basis={"published": "sidecar"},
    )
    return list(contradictions(extract(clipping, names_of(WORLD)).record, merge([], WORLD)))


def test_a_day_within_the_term_is_silent() -> None:
    assert told("2012-05-01") == []
    assert told("2014-10-20") == []  # reports lag behind a change of office


def test_a_day_outside_the_term_is_told() -> None:
    lines = told("2018-05-01")
    assert len(lines) == 1
    assert "Anna Berg" in lines[0]


def test_a_status_is_spoken_of_from_the_decision_on() -> None:
    text = "Sweden is an observer of the Lake Forum (LF)."
    assert told("2014-07-10", text) == []
    assert len(told("2013-05-01", text)) == 1
