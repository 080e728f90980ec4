"""Places in text: the corpus line by line, "here", bare names, and what holds for every text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from sitegen.model import Dateline, Place
from sitegen.places import find_places, resolve_place
from tests.memberships.reading import article_of, world_names

_MARK = re.compile(r"\[([^\]]+)\]\{(\w+)\|([^|]+)\|(\w*)(\*?)\}")


def _lines() -> list[str]:
    text = (Path(__file__).parent / "corpus" / "places.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", _lines(), ids=lambda line: line[:50])
def test_a_line_of_the_corpus(line: str) -> None:
    text = _MARK.sub(lambda m: m[1], line)
    wanted = [(m[1], m[2], m[3], m[4] or None, bool(m[5])) for m in _MARK.finditer(line)]
    found = find_places(article_of(text), world_names())
    assert [(m.text, m.kind, m.name, m.country, m.metonym) for m in found] == wanted


def test_here_is_the_place_of_the_dateline() -> None:
    text = 'BISHKEK, June 26 - The ministers met here on Wednesday. "We are here to stay," one said.'
    article = article_of(text, dateline=Dateline(place="BISHKEK"), dateline_end=19)
    assert [(m.text, m.name, m.country) for m in find_places(article, world_names()) if m.kind == "here"] == [
        ("here", "Bishkek", "KG")
    ]


def test_a_weak_name_is_believed_in_a_dateline() -> None:
    text = "NICE, June 26 - The leaders met on Wednesday."
    found = find_places(article_of(text, dateline_end=16), world_names())
    assert [(m.name, m.country) for m in found] == [("Nice", "FR")]
    assert find_places(article_of(text), world_names()) == ()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("BISHKEK", Place(name="Bishkek", country="KG")),
        ("ST. PETERSBURG, Russia", Place(name="St. Petersburg", country="RU")),
        ("New Delhi/Beijing", Place(name="New Delhi", country="IN")),
        ("Victoria, Seychelles", Place(name="Victoria", country="SC")),
        ("Brunei", Place(name="Brunei", country="BN")),
        ("Kashmir", Place(name="Kashmir", country=None)),
        ("Nowhere at all", None),
    ],
)
def test_a_bare_name_is_resolved(name: str, place: Place | None) -> None:
    assert resolve_place(name, world_names()) == place


def test_a_country_named_beside_decides_between_namesakes() -> None:
    assert resolve_place("Hyderabad", world_names(), "PK") == Place(name="Hyderabad", country="PK")


def test_mentions_are_in_order_and_do_not_overlap() -> None:
    text = "In Bishkek, Kyrgyzstan, the Chinese minister met those of South Korea, Russia's capital's mayor and the US."
    found = find_places(article_of(text), world_names())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[m.start : m.end] == m.text for m in found)
