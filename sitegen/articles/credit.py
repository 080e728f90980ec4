"""Whose story it is, where the outlet says so below it: the agency of a sign or of a credit line, read from what was cut."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.articles.outlets import outlet_named

#: What stands before an agency's name in a credit line; what stands behind the name does not matter.
_CREDIT = re.compile(
    r"(?:\b(?:inputs? from|files from|reporting from|material from|reports? from|source(?:\(s\))?\s?[:：]|courtesy(?: of|\s?:)|agency\s?:"
    r"|(?:published|provided|supplied|distributed) by|(?:generated|taken) from an?)|^\W*with)\s{1,3}(?:the )?(?P<names>(?-i:[A-Z0-9]).{1,60})",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[/,;|&]|\band\b)\s*")
#: The names of a credit line may be followed by others: "Source: Xinhua Editor: Li".
_MOST_WORDS = 5
_LONGEST = 160


def credited(cuts: Iterable[str]) -> str | None:
    """The first listed outlet that the cut pieces sign or credit, by its usual name."""
    for text in cuts:
        if len(text) > _LONGEST:
            continue
        found = _CREDIT.search(text)
        for part in _PARTS.split(found["names"] if found else text):
            words = part.strip(" .,:;()[]/-–—*©").split()[:_MOST_WORDS]
            for count in range(len(words), 0, -1) if found else (len(words),):
                row = outlet_named(" ".join(words[:count])) if words else None
                if row is not None:
                    return row.name
    return None
