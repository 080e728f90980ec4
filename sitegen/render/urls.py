"""Addresses: output names that every disk and browser takes, and links that hold under any base path.

A path is what follows the base: "" is home, "events/x/" a page (written as events/x/index.html), "feed.xml" a file.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from anyascii import anyascii

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}
_LONGEST = 80  # RELIABILITY 22: one name of the output


def segment(identifier: str) -> str:
    """One path segment for an id: its slug where that says it, else what is left of it and a short hash."""
    if len(identifier) <= _LONGEST and _PLAIN.match(identifier) and identifier not in _DEVICES:
        return identifier
    words = slug(identifier)
    if words and len(words) <= _LONGEST and words not in _DEVICES:
        return words
    return marked(words, identifier)


def marked(words: str, identifier: str) -> str:
    """`words` with a short hash of the id, within the length of a name."""
    mark = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    words = words[: _LONGEST - 7].rstrip("-")
    return f"{words}-{mark}" if words else mark


def slug(text: str) -> str:
    """Lower-case ASCII words parted by hyphens; empty where the text has no letter that can be written so."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")


def output_name(path: str) -> str:
    return f"{path}index.html" if path == "" or path.endswith("/") else path


@dataclass(frozen=True, slots=True)
class Links:
    """Links of one page: everything it needs to know is how deep it lies. `root` ends in "/".

    `memo` keeps what was made for pages of this depth (a source's link and words), so that it is made once.
    """

    root: str
    file_links: bool = False
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def to(self, path: str, fragment: str = "") -> str:
        """The href of a path of this site."""
        if self.file_links:
            path = output_name(path)
        return f"{self.root}{path}#{fragment}" if fragment else f"{self.root}{path}"


def links_from(path: str, file_links: bool = False) -> Links:
    """Relative links for the page at `path`."""
    return Links("../" * path.count("/") or "./", file_links)
