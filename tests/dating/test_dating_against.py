"""A stated day that the known terms do not allow is told, not changed."""

from __future__ import annotations

from sitegen.dating import contradictions
from sitegen.extract import extract
from sitegen.gazetteer import read_countries
from sitegen.merge import merge
from sitegen.model import Clipping, CuratedPerson, Term, World
from sitegen.world import names_of

WORLD = World(
    countries=read_countries(),
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


def told(day: str) -> list[str]:
    clipping = Clipping(
        id="x",
        path="x.txt",
        format="txt",
        text="Defence Minister Anna Berg of Sweden spoke of snow and of the long road north.",
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
