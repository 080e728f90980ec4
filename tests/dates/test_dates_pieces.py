"""Reading a text between its blanks gives the tokens and classes of the text read whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.dates.scan import _TOKEN, scan
from sitegen.dates.tag import grammar

PIECES = [
    "9",
    "July",
    "2017-06-08",
    "10:30",
    "am",
    "1,000",
    "U.S.",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\xa0",
    "\u2009",
    ",",
    "'s",
    "-",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_piece_by_piece_as_whole(text: str) -> None:
    alphabet = grammar().alphabet
    tokens = _TOKEN.findall(text)
    scanned = scan(text, alphabet)
    assert scanned.tokens == tokens
    assert scanned.classes == "".join(alphabet[token] for token in tokens)
    assert scanned.starts[-1] == len(text)
