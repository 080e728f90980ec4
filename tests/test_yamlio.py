"""The YAML loader: text stays text, every fault names its line, and what a bomb needs is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.yamlio import Limits, parse_yaml, plain


def read(text: str) -> object:
    node, problems = parse_yaml(text, "x.yaml")
    assert not problems, problems
    assert node is not None
    return plain(node)


@pytest.mark.parametrize("word", ["NO", "yes", "12:30", "1.10", "2019-02-30", "0x1F", "1_000", ".inf", "on", "true"])
def test_a_value_stays_as_it_is_written(word: str) -> None:
    assert read(f"key: {word}") == {"key": word}


def test_nothing_written_is_nothing() -> None:
    assert read("a:\nb: ~\nc: null\nd: ''\n") == {"a": None, "b": None, "c": None, "d": ""}
    assert read("") == {}
    assert read("# only a comment\n") == {}


def test_places_count_from_one_in_the_file() -> None:
    node, _ = parse_yaml("a: 1\nlist:\n  - x\n  - y: z\n", "x.yaml", first_line=2)
    assert node is not None
    assert isinstance(node.value, dict)
    entry = node.value["list"]
    assert (entry.line, entry.column) == (3, 1)
    assert isinstance(entry.node.value, list)
    second = entry.node.value[1].value
    assert isinstance(second, dict)
    assert (second["y"].node.line, second["y"].node.column) == (5, 8)


#: text, line of the fault, a word of the message
REFUSED = [
    ("a: 1\nb: 2\na: 3\n", 3, "second time"),
    ("a: &x 1\nb: *x\n", 1, "anchor"),
    ("b: *x\n", 1, "alias"),
    ("a: !!python/object:os.system x\n", 1, "tag"),
    ("a: !custom x\n", 1, "tag"),
    ("a: 1\n\tb: 2\n", 2, "tab"),
    ('a: "open\nb: 2\n', 1, "quote"),
    ("a: b: c\n", 1, "colon"),
    ("a: [1, 2\nb: 3\n", 1, "list"),
    ("a: {x: 1\nb: 3\n", 1, "mapping"),
    ("a: 1\n  b: 2\n", 2, ""),
    ("a: 1\n---\nb: 2\n", 2, ""),
    ("a: \x07\n", 1, "control"),
    ("a: 1\nb: \x00\n", 2, "control"),
    ("? [a, b]\n: 1\n", 1, "key"),
    ("%YAML 9.9\n", 1, ""),
    ("a: @home\n", 1, ""),
    ("a: `x`\n", 1, ""),
    ("a: 'it's'\n", 1, ""),
    ('a: "\\q"\n', 1, "escape"),
    ("- a\nb: 1\n", 2, ""),
    ("a: 1\n b: 2\n", 2, ""),
    ("a: " + "[" * 50 + "]" * 50, 1, "deeper"),
    ("".join(f"k{i}: 1\n" for i in range(300)), 201, "more than 200"),
]


@pytest.mark.parametrize(("text", "line", "word"), REFUSED, ids=[f"{i}" for i in range(len(REFUSED))])
def test_a_fault_is_one_error_with_its_line(text: str, line: int, word: str) -> None:
    node, problems = parse_yaml(text, "x.yaml")
    assert node is None
    (problem,) = problems
    assert problem.level == "error"
    assert problem.line == line, str(problem)
    assert word in problem.message, str(problem)
    assert problem.remedy


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x,x,x]\n" + "".join(
        f"{c}: &{c} [*{p},*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    node, problems = parse_yaml(bomb, "x.yaml")
    assert node is None
    assert problems[0].code == "E003"


def test_a_large_file_is_refused() -> None:
    node, problems = parse_yaml("a: " + "x" * 70_000, "x.yaml")
    assert node is None
    assert problems[0].code == "E006"
    assert parse_yaml("a: " + "x" * 70_000, "x.yaml", limits=Limits(bytes=100_000))[0] is not None


@given(st.text(alphabet=st.sampled_from("ab:- \n\t\"'[]{}#&*!|>%@`,?\x00é\u2028"), max_size=60))
def test_no_text_raises(text: str) -> None:
    node, problems = parse_yaml(text, "x.yaml")
    assert (node is None) == bool(problems)
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + text.count("\u2028") + 2
