"""Every row of the events' tables against its own examples."""

from __future__ import annotations

import pytest

from sitegen.events.candidates import dismissal_of
from sitegen.events.clauses import words_of
from sitegen.events.dismissals import DISMISSALS, Dismissal
from sitegen.events.kinds import best_of
from sitegen.events.lexicon import TABLE, TRIGGERS
from sitegen.events.phrases import PHRASES, Phrase
from sitegen.model import DateMention

DAY, YEAR = "2018-06-09", "2018"


def bracketed(example: str) -> tuple[str, DateMention]:
    """The text without its brackets, and the date that stood in them; a weekday, "today" or a day is exact to the day."""
    start = example.index("[")
    end = example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    words = text[start:end]
    exact = any(w in words.lower() for w in ("day", "june 2018", "3 may")) and "june 2012" not in words.lower()
    mention = DateMention(
        start=start, end=end, text=words, type="DATE", value=DAY if exact else YEAR, edtf=DAY if exact else YEAR
    )
    return text, mention


def dismissed(example: str) -> Dismissal | None:
    text, mention = bracketed(example)
    return dismissal_of(text, mention, (0, len(text)), (0, len(text)))


@pytest.mark.parametrize(
    ("row", "example"),
    [(r, e) for r in DISMISSALS for e in r.examples],
    ids=lambda v: v.name if hasattr(v, "name") else "",
)
def test_dismissal_sees_its_examples(row: Dismissal, example: str) -> None:
    found = dismissed(example)
    assert found is not None, row.name


@pytest.mark.parametrize("example", [e for r in DISMISSALS for e in r.counter])
def test_dismissal_leaves_its_counterexamples(example: str) -> None:
    assert dismissed(example) is None


def test_every_row_has_an_example_and_a_name_of_its_own() -> None:
    for rows in (DISMISSALS, PHRASES):
        names = [row.name for row in rows]
        assert len(set(names)) == len(names)
        assert all(row.examples for row in rows)


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row.name)
def test_phrase_sees_its_examples(row: Phrase) -> None:
    for example in row.examples:
        assert row.pattern.search(example), example


def test_triggers_are_lower_case_and_of_one_kind_a_row() -> None:
    for kind, way, weight, forms in TABLE:
        assert kind
        assert way in ("verb", "noun")
        assert 1.0 <= weight <= 3.0
        for form in forms.split(","):
            assert form.strip()
            assert form.strip() == form.strip().lower()
    assert all(row.rest == tuple(w.lower() for w in row.rest) for rows in TRIGGERS.values() for row in rows)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The ministers met in the port on [Tuesday].", "meeting"),
        ("The presidents met in the port on [Tuesday].", "summit"),
        ("The 15th meeting of the Council of Heads of State is due [next week].", "summit"),
        ("Defence leaders met on [Tuesday].", "meeting"),
        ("The two signed a treaty on [Tuesday].", "agreement"),
        ("A meeting of the ministers begins on [Tuesday].", "meeting"),
        ("He said on [Tuesday] that a summit was near.", "statement"),
        ("They were admitted as full members at the summit in the capital [last year].", "accession"),
        ("The bloc was formed in [2001].", "founding"),
        ("It was the first summit since the invasion of [24 February].", "other"),
        ("Troops are to train together [later this year].", "exercise"),
        ("He took office in [March].", "appointment"),
        ("He was speaking at a press conference on [Tuesday].", "statement"),
        ("They signed the accession protocols on [Tuesday].", "agreement"),
        ("The belt was proposed by the president in [2013].", "initiative"),
        ("She arrived in the capital on [Monday].", "visit"),
    ],
)
def test_kind_of_a_clause(sentence: str, kind: str) -> None:
    text, mention = bracketed(sentence)
    found = best_of(text, words_of(text, (0, len(text))), mention.start, mention.end)
    assert found is not None
    assert found.kind == kind


def test_a_treaty_in_a_name_is_no_treaty() -> None:
    text, mention = bracketed("The Treaty League met on [Tuesday].")
    found = best_of(text, words_of(text, (0, len(text))), mention.start, mention.end, ((4, 17),))
    assert found is not None
    assert found.kind == "meeting"
