"""Each rule row proves itself by its own examples; the tables hold together."""

from __future__ import annotations

import pytest

from sitegen.dates import tag_dates
from sitegen.dates.lexicon import classes
from sitegen.dates.tag import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_own_examples(rule, unmarked):
    found_by = set()
    for example in rule.examples:
        text, expected = unmarked(example)
        mentions = tag_dates(text)
        assert [(m.text, m.value) for m in mentions if not m.hint] == [(e.text, e.value) for e in expected]
        found_by.update(m.rule for m in mentions)
    assert rule.name in found_by


def test_names_of_rules_are_unique_and_every_rule_has_an_example():
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.examples and rule.patterns for rule in RULES)


def test_words_of_the_lexicon_are_lower_case():
    assert all(word == word.lower() for word in classes())
