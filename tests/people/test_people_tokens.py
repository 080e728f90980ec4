"""The tokens of a text are read piece by piece: their offsets are the text's, and every token stands where they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.people.tokens import Tokens

PIECES = ["Vice-President", "ex-minister", "Abara's", "envoys'", "J.R.", "elect-", "envoy-designate", "9", "é", ".", "’s", "-", " ", "  ",
          "\n", "\n\n", "\xa0", "\u2009", "\t"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_every_token_stands_where_its_offsets_say(text: str) -> None:
    t = Tokens(text)
    assert t.starts == sorted(set(t.starts))
    for word, start, end in zip(t.words, t.starts, t.ends, strict=True):
        assert text[start:end] == word or (word == "\n" and not text[start:end].strip("\n"))
    read = {at for start, end in zip(t.starts, t.ends, strict=True) for at in range(start, end)}
    left = "".join(mark for at, mark in enumerate(text) if at not in read)
    assert not left.replace("'s", "").replace("’s", "").strip()


def test_prefixes_endings_and_possessives_are_told_apart() -> None:
    t = Tokens("Vice-President Abara's envoys' aide,\n\nthe minister-designate")
    assert t.lows == ["vice", "president", "abara", "envoys", "'", "aide", ",", "\n", "the", "minister"]
    assert [word for word, owns in zip(t.words, t.poss, strict=True) if owns] == ["Abara", "envoys"]
    assert t.designate == {9}
