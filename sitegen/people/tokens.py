"""The body as tokens, with places and organizations laid over them. Offsets are the body's code points.

A token is a word (inner hyphens and apostrophes belong to it; a possessive ending does not), a group of initials, a
run of digits, one mark of punctuation, or the break between two lines. `Vice-`, `ex-`, `then-` are words of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, repeat
from operator import add

from sitegen.model import OrganizationMention, PlaceMention

# the blanks behind a token are taken with it, so that lengths add up to offsets: half the time of asking each match
_TOKEN = re.compile(r"(?:[A-Z]\.(?:-?[A-Z]\.){0,3}-?|\w+(?:[-‑'’ʼ`ʻ‘]\w+)*|\n+|[^\s\w]) ?|[^\S\n]")
_POSSESSIVE = ("'s", "’s", "ʼs", "`s")
#: what is cut off before a hyphen: a state or part of a rank
_PREFIXES = frozenset("then ex vice former deputy non lieutenant lt major maj colonel col rear brigadier".split())
_STOPS = frozenset(".,;:()")
_ENDINGS = ("-designate", "-elect", "-nominee")


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
        pieces = _TOKEN.findall(body)
        self.body = body
        self.words = list(map(str.rstrip, pieces, repeat(" \t\r\f\v\xa0\u2009\u202f")))
        self.starts = list(accumulate(map(len, pieces), initial=0))[:-1]
        self.designate: set[int] = set()
        self.poss = [False] * len(pieces)
        special = [i for i, word in enumerate(self.words) if not word.isalnum()]
        words = self.words
        if "" in words or any(
            words[i].partition("-")[0].lower() in _PREFIXES for i in special if "-" in words[i] and len(words[i]) > 2
        ):
            special = self._split(special)
        self.special = special
        self.ends = list(map(add, self.starts, map(len, self.words)))
        for i in special:
            word = self.words[i]
            if word in _STOPS:
                continue
            if word[-2:] in _POSSESSIVE:
                self.words[i] = word[:-2]
                self.ends[i] -= 2
                self.poss[i] = True
            elif word in ("'", "’") and i and self.words[i - 1][-1:] == "s" and self.starts[i] == self.ends[i - 1]:
                self.poss[i - 1] = True
            elif word[0] == "\n":
                self.words[i] = "\n"
        self.lows = list(map(str.lower, self.words))
        for i in special if "-" in body else ():
            low = self.lows[i]
            if "-" in low[1:]:
                if low[-1] == "-":
                    self.lows[i] = low[:-1]
                elif low.endswith(_ENDINGS):
                    self.lows[i] = low.rpartition("-")[0]
                    self.designate.add(i)
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

    def _split(self, special: list[int]) -> list[int]:
        """Cut `Vice-`, `ex-` and the like off their words and drop blank tokens; the special tokens, numbered anew."""
        words: list[str] = []
        starts: list[int] = []
        again: list[int] = []
        suspects = set(special)
        for i, (word, start) in enumerate(zip(self.words, self.starts, strict=True)):
            if not word:
                continue
            if i in suspects:
                head, hyphen, rest = word.partition("-")
                if rest and head.lower() in _PREFIXES:
                    again.append(len(words))
                    words.append(head + hyphen)
                    starts.append(start)
                    word, start = rest, start + len(head) + 1
                again.append(len(words))
            words.append(word)
            starts.append(start)
        self.words, self.starts = words, starts
        self.poss = [False] * len(words)
        return again

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
