"""Dates, whatever the text: no input raises, spans lie inside it, two runs agree, later is as at once."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen import edtf
from sitegen.dates import find_dates, publication_days, relation_of, resolve, tag_dates
from sitegen.dates.lexicon import classes
from sitegen.dates.scan import scan
from sitegen.dates.tag import RULES, grammar

WORDS = sorted(classes())
DAYS = st.dates(min_value=datetime.date(1, 1, 1), max_value=datetime.date(9999, 12, 31))
PIECE = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([word.title() for word in WORDS]),
    st.integers(0, 3000).map(str),
    st.sampled_from(
        [" ", " ", " ", "-", ", ", ". ", "\n\n", "/", "'", "the ", "of ", "to ", "and ", "between ", "from "]
    ),
    st.sampled_from(
        ["31.02.2015", "12/13/99", "0000", "9999", "2015-W54", "10:61", "1,000,000", "99999999999", "1st", "Q3", "FY10"]
    ),
    st.text(max_size=4),
)
TEXTS = st.lists(PIECE, max_size=40).map("".join) | st.lists(PIECE, max_size=40).map(" ".join) | st.text(max_size=200)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, published=st.none() | DAYS)
@example(text="the year 0000 and 31 June 9999, a thousand centuries ago", published=datetime.date(1, 1, 1))
@example(text="next decade, next century, in two weeks, the week after next", published=datetime.date(9999, 12, 31))
def test_spans_values_and_agreement(text, published):
    mentions = find_dates(text, published)
    last = 0
    for mention in mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
        assert mention.edtf is None or edtf.is_valid(mention.edtf)
        assert mention.value
    assert mentions == find_dates(text, published)
    assert mentions == resolve(tag_dates(text), published)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, first=DAYS, second=DAYS)
def test_resolving_again_forgets_the_first_day(text, first, second):
    """A stored mention can be resolved for one day after another: only its cue is read."""
    tagged = tag_dates(text)
    resolve(tagged, first)
    assert resolve(tagged, second) == find_dates(text, second)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_without_a_day_nothing_relative_is_dated(text):
    """Tagging knows no day: what it leaves open has X in its value, and no EDTF."""
    assert all(mention.edtf is None for mention in tag_dates(text))


@settings(max_examples=150, deadline=None)
@given(
    phrase=st.sampled_from(
        ["met yesterday", "meets next week", "met last week", "joined last year", "meets next year", "met last month",
         "meets tomorrow", "met two months ago", "met ten days ago", "met on Tuesday", "met last Tuesday", "meets next Friday"]
    ),
    published=st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2035, 12, 31)),
)  # fmt: skip
def test_the_way_back_leads_to_the_day_of_publication(phrase, published):
    """`publication_days` of what a mention resolves to always holds the day that it was resolved from."""
    text = f"The ministers {phrase}."
    (mention,) = tag_dates(text)
    (dated,) = resolve([mention], published)
    assert relation_of(mention) is not None
    assert dated.edtf is not None
    first, last = edtf.bounds(dated.edtf)
    assert first is not None
    assert last is not None
    span = publication_days(mention, first)
    assert span is not None
    assert span[0] <= published <= span[1]


def tokens_by_class() -> dict[str, list[str]]:
    """Class character -> tokens of that class: the alphabet turned round, with one number of every shape."""
    alphabet = grammar().alphabet
    shapes = "5 12 31 45 99 007 2015 1999 1850 3000 25th 31st 40th 1980s 80s fy10 q1 h1 5pm 2010-01-31 2010-W10 10:30 1,000 1.5 1.2.2003 31.4.15"
    found: dict[str, list[str]] = {" ": [" "]}
    for token in [*alphabet, *shapes.split()]:
        found.setdefault(alphabet[token], []).append(token)
    return found


TOKENS = tokens_by_class()
GLUE = (" ", ". ", ", ", "\n\n", " met on ", " will meet in ", " from ", "(", " (", ") ", " the ", " no. ")


def phrase_of_the_rules(random) -> str:
    """A walk through the automaton: what the rules themselves can match, in any mixture of their parts."""
    machine, state, words = grammar(), grammar().start, []
    for _ in range(16):
        onward = state.onward or machine._by_need({f for leaf in state.leaves for f in machine._follow[leaf]})
        chars = sorted({char for need in onward for char in machine._members[need]} & TOKENS.keys())
        if not chars or (state.rule >= 0 and random.random() < 0.3):
            break
        char = random.choice(chars)
        words.append(random.choice(TOKENS[char]))
        state = machine.step(state, char) or state
    return "".join(words)


@settings(max_examples=150, deadline=None)
@given(random=st.randoms(use_true_random=False), published=st.none() | st.sampled_from(
    [datetime.date(2018, 4, 25), datetime.date.min, datetime.date.max, datetime.date(2016, 2, 29)]
))  # fmt: skip
def test_whatever_the_rules_can_match_is_read_without_fault(random, published):
    text = "".join(phrase_of_the_rules(random) + random.choice(GLUE) for _ in range(25))
    mentions = find_dates(text, published)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.edtf is None or edtf.is_valid(mention.edtf)
    for mention in tag_dates(text):
        for event in (datetime.date(2015, 7, 9), datetime.date.min, "2018-06", "9999", "2018/.."):
            publication_days(mention, event)


def steps_per_token(text: str) -> float:
    """How often the automaton looks at a token, on average over the text."""
    machine = grammar()
    scanned = scan(text, machine.alphabet)
    steps = 0
    for found in machine.may_start.finditer(scanned.classes):
        state, index = machine.start, found.start()
        while index < len(scanned.classes):
            following = state.next.get(scanned.classes[index]) or machine.step(state, scanned.classes[index])
            steps += 1
            if following is None:
                break
            state, index = following, index + 1
    return steps / len(scanned.classes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_work_grows_with_the_text_and_no_faster(rule):
    """Counted in steps, not in time: every token is looked at a bounded number of times, whatever stands around it."""
    words = " ".join(rule.examples).replace("[", "").replace("]", "")
    text = (words.partition("{")[0] or words) + " "
    once, twice = steps_per_token(text * 100), steps_per_token(text * 200)
    assert twice <= once * 1.05
    assert once < 12


@pytest.mark.parametrize(
    "unit", ["the ", "Monday ", "June 3, ", "two to ", "1990-", "last ", "a ", "1/", "'", "9 - ", "early "]
)
def test_no_phrase_is_longer_than_its_rule(unit):
    """Rules have no repetition: however long the run of words that could go on, a mention stays short."""
    mentions = find_dates(unit * 3000, datetime.date(2018, 4, 25))
    assert all(len(mention.text) < 120 for mention in mentions)
