"""Organizations in text: known names, introductions, words that stand for one."""

from __future__ import annotations

import pytest

from sitegen.model import CuratedOrganization, World
from sitegen.organizations import find_organizations
from sitegen.world import names_of
from tests.memberships.reading import article_of, world_names


def found_in(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.id) for m in find_organizations(article_of(text), world_names())]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "The Shanghai Cooperation Organization (SCO) met.",
            [("Shanghai Cooperation Organization", "SCO"), ("SCO", "SCO")],
        ),
        ("THE SHANGHAI COOPERATION ORGANISATION MEETS IN DUSHANBE", [("SHANGHAI COOPERATION ORGANISATION", "SCO")]),
        ("Nato and the EU's ministers", [("Nato", "NATO"), ("EU", "EU")]),
        (
            "the Commonwealth of Independent States, the Commonwealth of Virginia",
            [("Commonwealth of Independent States", "CIS")],
        ),
        (
            "The Eurasian Economic Commission (EEC) met. The EEC is no EFTA.",
            [("Eurasian Economic Commission", "EAEU"), ("EEC", "EAEU"), ("EEC", "EAEU"), ("EFTA", "EFTA")],
        ),
        ("FIND OUT WHO WINS THE CUP", []),
        ("The WHO said so.", [("WHO", "WHO")]),
        ("the ASEAN Defence Ministers' Meeting Plus", [("ASEAN Defence Ministers' Meeting Plus", "ADMM-Plus")]),
    ],
)
def test_known_names(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found_in(text) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The Lake States Compact (LSC) was signed. The LSC grew.",
         [("Lake States Compact", "LSC"), ("LSC", "LSC"), ("LSC", "LSC")]),
        ("the Coastal Nations' Forum on Fisheries (CNFF)", [("Coastal Nations' Forum on Fisheries", "CNFF"), ("CNFF", "CNFF")]),
        ("the National Security Council (NSC) and the Muslim League (ML)", []),
        ("the Chinese Football Association (CFA)", []),
        ("Acme Pump Company (APC)", []),
        ("a growth rate (GDP) of 3 percent", []),
    ],
)  # fmt: skip
def test_introductions_of_the_texts_own(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found_in(text) == mentions


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("The SCO met. Defence within the bloc was discussed.", {"the bloc": "SCO"}),
        ("NATO and the SCO differ. The alliance was founded in 1949.", {"The alliance": "NATO"}),
        ("The SCO met. The ten-member group agreed.", {"The ten-member group": "SCO"}),
        ("The SCO met. The Organization is open to all.", {"The Organization": "SCO"}),
        ("The SCO met. An armed group attacked, and the Islamic State group took the blame.", {}),
        ("The SCO met. He spoke at a group meeting of the working group.", {}),
        ("The SCO met. The international community watched the Soviet Union's heirs.", {}),
        ("The SCO met. The summit was the organization's fourth.", {"the organization": "SCO"}),
        ("The group met.", {}),
    ],
)
def test_words_that_stand_for_one_named_before(text: str, stands_for: dict[str, str]) -> None:
    mentions = find_organizations(article_of(text), world_names())
    assert {m.text: m.id for m in mentions if m.anaphor} == stands_for


def test_spans_are_of_the_body() -> None:
    text = "The North Atlantic Treaty\nOrganization met.\n\nThe alliance agreed."
    for mention in find_organizations(article_of(text), world_names()):
        assert text[mention.start : mention.end] == mention.text


def test_the_tables_spellings_count_beside_those_of_content() -> None:
    described = CuratedOrganization(id="NATO", name="The Alliance, as this site calls it", path="organizations/nato.md")
    world = World(organizations=(described,), aliases=(("North Atlantic Treaty Organisation", "NATO"),))
    names = names_of(world)
    assert names.organizations["North Atlantic Treaty Organisation"] == "NATO"
    assert names.organization_names == {"NATO": "The Alliance, as this site calls it"}
