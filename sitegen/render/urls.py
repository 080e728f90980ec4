"""Addresses: output names that every disk and browser takes, and links that hold under any base path.

A path is what follows the base: "" is home, "events/x/" a page (written as events/x/index.html), "feed.xml" a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sitegen.slugs import MAX_SLUG, short_hash, slug_of


def segment(identifier: str) -> str:
    """One path segment for an id: its slug."""
    return slug_of(identifier)


def marked(words: str, identifier: str) -> str:
    """`words` with a short hash of the id, within the length of a name, for the second of two ids that share a slug."""
    return f"{words[: MAX_SLUG - 7].rstrip('-')}-{short_hash(identifier)}"


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

    def within(self, href: str) -> str:
        """A relative link as somebody wrote it in prose, with index.html where links need it."""
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", href, re.DOTALL).groups()  # type: ignore[union-attr]
        if not self.file_links or ":" in path or not (path.endswith(("/", "/..")) or path in (".", "..")):
            return href
        return f"{path}{'' if path.endswith('/') else '/'}index.html{mark}{rest}"


def links_from(path: str, file_links: bool = False) -> Links:
    """Relative links for the page at `path`."""
    return Links("../" * path.count("/") or "./", file_links)
