"""Text -> tokens and their classes, one character a token: the string that the rules are matched on.

`scan` splits the text whole: the tokens joined are the text. A token is a run of letters and digits, one number with
its inner points and commas, one numeric date, a run of blanks, or one other character. Its class character stands for
the set of classes that the lexicon, its own shape or a rule's literal gives it; words that no rule asks for are `_`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, chain
from typing import Final, NamedTuple

from sitegen.dates import lexicon
from sitegen.pieces import BREAK as PARAGRAPH
from sitegen.pieces import Pieces

OTHER: Final = "_"
SPACE: Final = " "
_REMEMBERED: Final = 30_000
BREAK: Final = "\n"  # a blank line: no date runs across it

_TOKEN: Final = re.compile(
    r"[^\W\d_]\w{0,63}"
    r"|[ ]"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\w:])|\d{1,2}:\d\d(?=[AaPp][Mm]\b)"
    r"|\d{4}-\d\d-\d\d(?![\w-])|\d{4}-\d\d-\d\d(?=T\d\d)"
    r"|\d{4}-[Ww]\d\d(?![\w-])"
    r"|\d{1,4}\.\d{1,2}\.\d{2,4}(?![\w]|[./-]\d)"
    r"|\d{1,4}/\d{1,2}/\d{2,4}(?![\w]|[./-]\d)"
    r"|\d{1,4}-\d{1,2}-\d{2,4}(?![\w]|[./-]\d)"
    r"|\d{1,3}(?:,\d{3}){1,6}(?![\w,])"
    r"|\d{1,9}\.\d{1,9}(?![\w.])"
    r"|\w{1,64}"
    r"|\s{1,64}"
    r"|.",
    re.DOTALL,
)
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE | re.ASCII)
_SUFFIXED: Final = re.compile(
    r"(?P<decades>(?:1[5-9]|20)\d0s)|(?P<decade2>[1-9]0s)|(?P<fy>fy(?:19|20)?\d\d)|(?P<quarterly>q[1-4]|[1-4]q)"
    r"|(?P<quarteryear>(?:[1-4]q|q[1-4])(?:fy)?(?:20)?[0-5]\d)|(?P<halfly>h[12]|[12]h)|(?P<ampm>(?:0?[1-9]|1[0-2])[ap]m)",
    re.IGNORECASE | re.ASCII,
)
_NUMERIC: Final = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d)|(?P<isoweek>\d{4}-[Ww]\d\d)|(?P<clock>\d{1,2}:\d\d(?::\d\d)?)", re.ASCII
)
_PUNCTUATION: Final = {"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-"}


class Scanned(NamedTuple):
    tokens: list[str]
    starts: list[int]  # one more than tokens: the last is the text's length
    classes: str


def number_classes(token: str) -> frozenset[str]:
    """What a token that begins with a digit may be."""
    if token.isascii() and token.isdigit():
        value, names = int(token) if len(token) < 5 else 99_999, {"num"}
        if len(token) < 3:
            if 1 <= value <= 31:
                names.add("d31")
            if 1 <= value <= 12:
                names.add("n12")
            if value <= 24:
                names.add("h24")
            if value <= 10:
                names.add("small")
            if len(token) == 2:
                names.add("dd")
                if value > 31:
                    names.add("yy")
        elif len(token) == 4:
            if 1900 <= value <= 2059:
                names.add("year")
            elif 1000 <= value <= 2199:
                names.add("oldyear")
        return frozenset(names)
    if found := _ORDINAL.fullmatch(token):
        return frozenset({"nth", "dth"} if 1 <= int(found[1]) <= 31 else {"nth"})
    if found := _SUFFIXED.fullmatch(token):
        return frozenset({str(found.lastgroup)})
    if found := _NUMERIC.fullmatch(token):
        return frozenset({str(found.lastgroup)})
    if token.isalnum():
        return frozenset()
    if "," in token or token.count(".") == 1:
        return frozenset({"num", "decimal"} if "." in token else {"num"})
    return frozenset() if "_" in token else frozenset({"numdate"})  # "31_on3" is a word of a program


class Alphabet(dict[str, str]):
    """token -> class character. Filled from the lexicon and the rules' literals; words of no rule are remembered as such."""

    def __init__(self, literals: Iterable[str]) -> None:
        super().__init__()
        self.members: dict[str, str] = {}  # class -> its characters
        self._chars: dict[frozenset[str], str] = {frozenset(): OTHER}
        words = {word: set(names) for word, names in lexicon.classes().items()}
        for literal in sorted(set(literals)):
            words.setdefault(literal, set()).add("=" + literal)
        for word, names in words.items():
            char = self.char(frozenset(names))
            if len(word) == 1 and not word.isalnum():
                self[word] = char
                continue
            plain_classes = frozenset(name for name in names if name[0] == "=")
            lower = self.char(plain_classes) if word in lexicon.CASED else char
            self[word] = lower
            self[word.title()] = self[word.upper()] = char
        for variant, plain in _PUNCTUATION.items():
            if plain in self:
                self[variant] = self[plain]
        self[" "] = SPACE
        for classes in _NUMBER_SHAPES:
            self.char(classes)
        self.pieces = Pieces(self._piece)

    def char(self, classes: frozenset[str]) -> str:
        """The character of a set of classes; a new one if it is met for the first time."""
        char = self._chars.get(classes)
        if char is None:
            char = self._chars[classes] = chr(0x100 + len(self._chars))
            for name in classes:
                self.members[name] = self.members.get(name, "") + char
        return char

    def _piece(self, piece: str) -> tuple[tuple[str, ...], str]:
        """The tokens of what stands between two blanks, the blank behind it among them, and their classes."""
        tokens = tuple(_TOKEN.findall(piece)) if piece.endswith(PARAGRAPH) else (*_TOKEN.findall(piece), " ")
        return tokens, "".join([self[token] for token in tokens])

    def __missing__(self, token: str) -> str:
        first = token[0]
        if "0" <= first <= "9":
            return self._chars[number_classes(token)]
        if first.isspace():
            return BREAK if token.count("\n") > 1 else SPACE
        if first in "fFqQhH" and token[-1].isdigit() and (found := _SUFFIXED.fullmatch(token)):
            return self._chars[frozenset({str(found.lastgroup)})]
        if len(self) < _REMEMBERED:
            self[token] = OTHER  # a memo: it changes no answer, and saves this call for every common word
        return OTHER


_SHAPES: Final = (
    *(str(n) for n in range(100)), *(f"{n:02}" for n in range(100)), "100", "1900", "1800", "3000", "12345", "25th", "40th",
    "1980s", "80s", "fy10", "q1", "1q10", "h1", "5pm", "2010-01-01", "2010-W10", "10:30", "1,000", "1.5", "1.2.2003", "4x",
)  # fmt: skip
_NUMBER_SHAPES: Final = tuple(
    dict.fromkeys(
        frozenset({"fy"}) if s == "fy10" else frozenset({"quarterly"}) if s == "q1" else
        frozenset({"halfly"}) if s == "h1" else frozenset({"quarteryear"}) if s == "1q10" else number_classes(s)
        for s in _SHAPES
    )
)  # fmt: skip


#: A run of blanks that is more than one, or not of plain ones: one token, so that the text may not be parted there.
_RUN_OF_BLANKS: Final = re.compile(r"[^\S ] ")


def scan(text: str, alphabet: Alphabet) -> Scanned:
    if _RUN_OF_BLANKS.search(text):
        tokens: list[str] = _TOKEN.findall(text)
        classes = "".join([alphabet[token] for token in tokens])
    else:
        of_pieces, classes_of_pieces = zip(*alphabet.pieces.of(text), strict=True)
        tokens = list(chain.from_iterable(of_pieces))
        tokens.pop()  # no blank stands behind the last piece
        classes = "".join(classes_of_pieces)[:-1]
    return Scanned(tokens, [0, *accumulate(map(len, tokens))], classes)
