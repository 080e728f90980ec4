"""Each rule's own examples, and what no rule may do."""

from __future__ import annotations

import time

import pytest

from sitegen.memberships.lexicon import status_of
from sitegen.memberships.rule import Rule
from sitegen.memberships.rules import RULES
from tests.memberships.reading import labels_of, memberships_in

CASES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule.name}: {example[:40]}" for rule, example in CASES])
def test_a_rules_example_gives_what_it_says(rule: Rule, example: str) -> None:
    text, _, marks = example.partition("=>")
    found = {(r.organization, r.member, r.status, r.start) for r in memberships_in(text.strip())}
    assert found == {(label.organization, label.member, label.status, label.start) for label in labels_of(marks)}


def test_rules_have_names_of_their_own_and_examples() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert [rule.name for rule in RULES if not rule.examples or not rule.cues] == []
    assert [rule.name for rule in RULES if rule.name != rule.name.lower()] == []


def test_evidence_is_the_sentence_itself() -> None:
    text = "The ministers met. Iran joined the SCO in 2023. They left."
    (record,) = memberships_in(text)
    (evidence,) = record.evidence
    assert text[evidence.start : evidence.end] == evidence.quote == "Iran joined the SCO in 2023."
    assert 0 < record.confidence <= 1


def test_how_things_stand_is_as_of_publication_and_open_without_one() -> None:
    text = "Mongolia is an observer in the SCO."
    assert [r.as_of for r in memberships_in(text, "2015-06-30")] == ["2015-06-30"]
    assert [r.as_of for r in memberships_in(text)] == [None]


def test_a_relative_day_waits_for_the_day_of_publication() -> None:
    text = "India joined the SCO as a full member last year."
    assert [(r.start, r.as_of) for r in memberships_in(text)] == [(None, None)]
    assert [(r.start, r.as_of) for r in memberships_in(text, "2018-04-24")] == [("2017", None)]


def test_what_has_not_begun_on_the_day_of_publication_is_no_status() -> None:
    assert memberships_in("Belarus became a member of the SCO on 4 July 2024.", "2023-07-04") == ()


def test_steps_are_kept_apart_from_the_status_in_force() -> None:
    steps = {
        "Belarus applied for full membership of the SCO in 2022.": "applied",
        "Belarus was granted the status of dialogue partner of the SCO in June 2009.": "decided",
        "Belarus signed a memorandum on the status of dialogue partner of the SCO in April 2010.": "signed",
        "Belarus joined the SCO in July 2024.": "in-force",
        "Mali was suspended from the AU in 2021.": "suspended",
        "Georgia left the CIS in August 2009.": "withdrawn",
    }
    assert {text: memberships_in(text)[0].step for text in steps} == steps


def test_two_sentences_of_one_status_make_one_record_with_both() -> None:
    (record,) = memberships_in("Finland joined NATO in 2023. Finland is now a member of NATO.", "2024-01-10")
    assert (record.start, record.as_of, len(record.evidence)) == ("2023", "2024-01-10", 2)
    (finer,) = memberships_in("Cambodia joined ASEAN in 1999. Cambodia joined ASEAN on 30 April 1999.")
    assert (finer.start, len(finer.evidence)) == ("1999-04-30", 2)


def test_an_article_without_an_organization_says_nothing() -> None:
    assert memberships_in("India and Pakistan became full members last year.") == ()


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        ("full members", "member"), ("founding member states", "founding-member"), ("observer state", "observer"),
        ("dialogue partners", "dialogue-partner"), ("sectoral dialogue partner", "partner"), ("associate member", "partner"),
        ("candidate countries", "applicant"), ("former member", "former-member"), ("non-member observer state", "observer"),
        ("non-member", None), ("aspiring members", None), ("partners", None), ("board members", None),
    ],
)  # fmt: skip
def test_a_phrase_names_its_status(phrase: str, status: str | None) -> None:
    assert status_of(phrase) == status


@pytest.mark.parametrize(
    "piece",
    [
        "members of the SCO are ",
        "China, ",
        "the ",
        "observer partner member ",
        "joined the SCO and ",
        "| ",
        "a (b ",
        "in 2017 ",
    ],
)
def test_long_hostile_texts_take_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = "The SCO and China met. " + piece * (size // len(piece))
        start = time.process_time()
        memberships_in(text)
        return time.process_time() - start

    small, large = (min(seconds(size) for _ in range(3)) for size in (20_000, 40_000))  # a noisy machine only adds
    assert large < 3 * small + 0.5
