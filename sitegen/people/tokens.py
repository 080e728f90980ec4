"""The body as tokens, with places and organizations laid over them. Offsets are the body's code points.

A token is a word (inner hyphens and apostrophes belong to it; a possessive ending does not), a group of initials, a
run of digits, one mark of punctuation, or the break between two lines. `Vice-`, `ex-`, `then-` are words of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from sitegen.model import OrganizationMention, PlaceMention

_TOKEN = re.compile(
    r"(?:[A-Z]\.-?){1,4}"
    r"|(?:[Tt]hen|[Ee]x|[Vv]ice|[Ff]ormer|[Dd]eputy|[Nn]on|[Ll]ieutenant|[Ll]t|[Mm]ajor|[Cc]olonel|[Rr]ear|[Bb]rigadier)-(?=[^\W\d_])"
    r"|[^\W\d_]+(?:[-‑'’ʼ`ʻ‘][^\W\d_]+)*"
    r"|\n+|\d+|[^\s\w]"
)
_POSSESSIVE = ("'s", "’s", "ʼs", "`s")


class Tokens:
    """Parallel lists, one entry a token: `words` as written, `lows` for look-ups, `starts`, `ends`, `poss`.

    `ends` leaves a possessive ending out. `places` and `organizations` map each token that a mention covers to it,
    with the mention's first and last token. `designate` holds the tokens that end in "-elect" and the like.
    """

    __slots__ = ("body", "designate", "ends", "lows", "organizations", "places", "poss", "starts", "taken", "words")

    def __init__(
        self, body: str, places: tuple[PlaceMention, ...] = (), organizations: tuple[OrganizationMention, ...] = ()
    ) -> None:
        found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(body)]
        self.body = body
        self.words = [f[0] for f in found]
        self.starts = [f[1] for f in found]
        self.ends = [f[2] for f in found]
        self.poss = [False] * len(found)
        for i, word in enumerate(self.words):
            if word[-2:] in _POSSESSIVE:
                self.words[i] = word[:-2]
                self.ends[i] -= 2
                self.poss[i] = True
            elif word in ("'", "’") and i and self.words[i - 1][-1:] == "s" and self.starts[i] == self.ends[i - 1]:
                self.poss[i - 1] = True
            elif word[0] == "\n":
                self.words[i] = "\n"
        self.lows = [word.lower() for word in self.words]
        self.designate: set[int] = set()
        for i, low in enumerate(self.lows):
            if "-" not in low or len(low) == 1:
                continue
            if low[-1] == "-":
                self.lows[i] = low[:-1]
            elif low.endswith(("-designate", "-elect", "-nominee")):
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
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def country_at(self, i: int) -> tuple[str, int, int] | None:
        """The country named at token `i` (a country or its people, not a city): code, first and last token."""
        entry = self.places.get(i)
        if entry is None or entry[0].country is None or entry[0].kind not in ("country", "demonym"):
            return None
        return entry[0].country, entry[1], entry[2]
