"""The branching pattern finds a sentence's trigger where one of the words stands, and nowhere else."""

from __future__ import annotations

import pytest

from sitegen.memberships.lexicon import TRIGGER, TRIGGERS


@pytest.mark.parametrize("word", TRIGGERS)
def test_each_trigger_is_found(word: str) -> None:
    assert TRIGGER.search(f"xx {word} xx")
    assert TRIGGER.search(word)


@pytest.mark.parametrize("text", ["", "the minister spoke of the harvest", "membe", "an ally's", "rose"])
def test_what_holds_none_is_passed_over(text: str) -> None:
    assert any(word in text for word in TRIGGERS) == bool(TRIGGER.search(text))
    assert not TRIGGER.search(text)
