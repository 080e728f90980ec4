"""The body as tokens, with places and organizations laid over them. Offsets are the body's code points.

A token is a word (inner hyphens and apostrophes belong to it; a possessive ending does not), a group of initials, a
run of digits, one mark of punctuation, or the break between two lines. `Vice-`, `ex-`, `then-` are words of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, chain, compress
from operator import add

from sitegen.model import OrganizationMention, PlaceMention
from sitegen.pieces import BREAK, Pieces

_TOKEN = re.compile(r"[A-Z]\.(?:-?[A-Z]\.){0,3}-?|\w+(?:[-‑'’ʼ`ʻ‘]\w+)*|\n+|[^\s\w]|[^\S\n]")
_POSSESSIVE = ("'s", "’s", "ʼs", "`s")
#: what is cut off before a hyphen: a state or part of a rank
_PREFIXES = frozenset("then ex vice former deputy non lieutenant lt major maj colonel col rear brigadier".split())
_STOPS = frozenset(".,;:()")
_ENDINGS = ("-designate", "-elect", "-nominee")


SPECIAL, POSSESSIVE, DESIGNATE = 1, 2, 4

#: of each token of a piece: as written, in lower case, its length, the way to the next token, and its marks (0: letters and digits alone)
_Piece = tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]


def _piece(piece: str) -> _Piece:
    """What stands between two blanks, as tokens; of nothing, one empty token."""
    words, starts, special = _parted(piece)
    lengths = list(map(len, words))
    marks = [SPECIAL if i in special else 0 for i in range(len(words))]
    for i in sorted(special):
        word = words[i]
        if word in _STOPS or not word:
            continue
        if word[-2:] in _POSSESSIVE:
            words[i] = word[:-2]
            lengths[i] -= 2
            marks[i] |= POSSESSIVE
        elif word in ("'", "’") and i and words[i - 1][-1:] == "s" and starts[i] == starts[i - 1] + lengths[i - 1]:
            marks[i - 1] |= POSSESSIVE
        elif word[0] == "\n":
            words[i] = "\n"
    lows = [word.lower() for word in words]
    for i in special:
        low = lows[i]
        if "-" in low[1:]:
            if low[-1] == "-":
                lows[i] = low[:-1]
            elif low.endswith(_ENDINGS):
                lows[i] = low.rpartition("-")[0]
                marks[i] |= DESIGNATE
    end = len(piece) + (not piece.endswith(BREAK))  # past the blank behind it
    steps = [after - start for start, after in zip(starts, [*starts[1:], end], strict=True)]
    return tuple(words), tuple(lows), tuple(lengths), tuple(steps), tuple(marks)


def _parted(piece: str) -> tuple[list[str], list[int], set[int]]:
    """The words of a piece, `Vice-`, `ex-` and the like cut off theirs; where they begin; which hold more than letters and digits."""
    words: list[str] = []
    starts: list[int] = []
    special: set[int] = set()
    for found in _TOKEN.finditer(piece):
        word, start = found[0].rstrip(" \t\r\f\v\xa0\u2009\u202f"), found.start()
        if not word.isalnum():
            head, hyphen, rest = word.partition("-")
            if rest and head.lower() in _PREFIXES:
                special.add(len(words))
                words.append(head + hyphen)
                starts.append(start)
                word, start = rest, start + len(head) + 1
            special.add(len(words))
        words.append(word)
        starts.append(start)
    return (words, starts, special) if words else ([""], [0], {0})


_PIECES = Pieces(_piece)


class Tokens:
    """Parallel lists, one entry a token: `words` as written, `lows` for look-ups, `starts`, `ends`, `poss`.

    `ends` leaves a possessive ending out. `places` and `organizations` map each token that a mention covers to it,
    with the mention's first and last token. `special` lists the tokens that hold anything but letters and digits. `designate` holds the tokens that end in "-elect" and the like.
    """

    __slots__ = (
        "body",
        "designate",
        "ends",
        "lows",
        "organizations",
        "places",
        "poss",
        "special",
        "starts",
        "taken",
        "words",
    )

    def __init__(
        self, body: str, places: tuple[PlaceMention, ...] = (), organizations: tuple[OrganizationMention, ...] = ()
    ) -> None:
        self.body = body
        words, lows, lengths, steps, marks = map(chain.from_iterable, zip(*_PIECES.of(body), strict=True))
        self.words = list(words)
        self.lows = list(lows)
        self.starts = list(accumulate(steps, initial=0))[:-1]
        self.ends = list(map(add, self.starts, lengths))
        flags = list(marks)
        marked = list(compress(range(len(flags)), flags))
        self.special = [i for i in marked if flags[i] & SPECIAL]
        self.poss = [False] * len(flags)
        for i in marked:
            if flags[i] & POSSESSIVE:
                self.poss[i] = True
        self.designate = {i for i in marked if flags[i] & DESIGNATE}
        if "" in self.words:
            self._drop_blanks()
        self.taken: set[int] = set()  # tokens that belong to a title
        self.places: dict[int, tuple[PlaceMention, int, int]] = {}
        self.organizations: dict[int, tuple[OrganizationMention, int, int]] = {}
        for place in places:
            span = self.span(place.start, place.end)
            if span and place.kind != "here":
                for i in range(span[0], span[1] + 1):
                    self.places[i] = (place, *span)
        for organization in organizations:
            span = self.span(organization.start, organization.end)
            if span:
                for i in range(span[0], span[1] + 1):
                    self.organizations[i] = (organization, *span)

    def _drop_blanks(self) -> None:
        """Without the tokens that are blanks of another kind, or more than one."""
        kept = [i for i, word in enumerate(self.words) if word]
        number = {i: n for n, i in enumerate(kept)}
        for name in ("words", "lows", "starts", "ends", "poss"):
            setattr(self, name, [getattr(self, name)[i] for i in kept])
        self.special = [number[i] for i in self.special if i in number]
        self.designate = {number[i] for i in self.designate}

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last token within the body's [start, end)."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end) - 1
        if first and self.ends[first - 1] > start:
            first -= 1
        return (first, last) if first <= last else None

    def text(self, first: int, last: int) -> str:
        """The body from token `first` to token `last`, without a possessive ending."""
        return self.body[self.starts[first] : self.ends[last]]

    def low(self, i: int) -> str:
        """The lower-case token at `i`, or "" outside the text."""
        try:
            return self.lows[i] if i >= 0 else ""
        except IndexError:
            return ""

    def country_at(self, i: int) -> tuple[str, int, int] | None:
        """The country named at token `i` (a country or its people, not a city): code, first and last token."""
        entry = self.places.get(i)
        if entry is None or entry[0].country is None or entry[0].kind not in ("country", "demonym"):
            return None
        return entry[0].country, entry[1], entry[2]
