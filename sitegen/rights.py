"""How much of a clipping may be printed where its rights say `excerpt`: one count for those who print and those who check."""

from __future__ import annotations

import re

from sitegen.model import ArticleRecord

MOST_SHARE = 0.4  # DECISIONS: at most 40 % of a clipping's words
MOST_WORDS = 150  # and at most 150 in all
#: Words in a row that count as a clipping's own wording; shorter runs are anybody's (measured: 8 words never met by chance
#: between unrelated clippings of the SCO site).
RUN = 8

_WORD = re.compile(r"\w+")


def count_words(text: str) -> int:
    """The larger of the two usual counts ("anti-terror" is one word or two), so that a limit holds by either."""
    return max(len(text.split()), len(_WORD.findall(text)))


def allowed_words(body: str) -> int:
    """How many words of a clipping without `rights: full` may be printed, by the stricter of the two counts."""
    return min(MOST_WORDS, int(MOST_SHARE * min(len(body.split()), len(_WORD.findall(body)))))


def repeating_headlines(record: ArticleRecord) -> dict[tuple[int, int], int]:
    """Per first sentence (span of the body) of an event whose headline repeats `RUN` of its words: the headline's words."""
    found: dict[tuple[int, int], int] = {}
    for event in record.events:
        words = _WORD.findall(event.name.casefold())
        if len(words) < RUN or not event.evidence:
            continue
        span = event.evidence[0].start, event.evidence[0].end
        sentence = " ".join(_WORD.findall(record.body[span[0] : span[1]].casefold()))
        if any(" ".join(words[i : i + RUN]) in sentence for i in range(len(words) - RUN + 1)):
            found[span] = max(len(words), found.get(span, 0))
    return found
