"""Whether a source speaks for a government or an international organization: the second rule of choice."""

from __future__ import annotations

import re

#: hosts that only governments, armed forces and treaty organizations may have
_HOST = re.compile(
    r"^https?://(?:[\w-]{1,60}\.){0,6}(?:gov|mil|int|gob|gouv|govt|go|gc)(?:\.[a-z]{2,3})?(?:[:/?#]|$)", re.I
)
_PUBLISHER = re.compile(
    r"\b(?:ministry|secretariat|government|cabinet|presidency|press information bureau|embassy|department of|"
    r"office of the (?:president|prime minister)|general assembly|security council|european council|commission)\b",
    re.I,
)  # fmt: skip


def is_official(url: str | None, publisher: str | None, organizations: frozenset[str] = frozenset()) -> bool:
    """By the host of its address or the name of its publisher; `organizations`: folded names and ids."""
    if url and _HOST.match(url):
        return True
    if not publisher:
        return False
    return bool(_PUBLISHER.search(publisher)) or publisher.lower() in organizations
