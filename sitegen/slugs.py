"""Names that are safe as a folder, a URL segment and an id on every disk: `[a-z0-9-]`, at most 80 characters."""

from __future__ import annotations

import hashlib
import re

MAX_SLUG = 80

#: Windows device names (Microsoft, "Naming Files, Paths, and Namespaces"): no file may bear one, with any extension.
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"com{i}" for i in range(10)), *(f"lpt{i}" for i in range(10))})

_SEGMENT = r"(?:[A-Za-z0-9][A-Za-z0-9._-]{0,79}|\.nojekyll|\.well-known)"
_SAFE_PATH = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT}){{0,15}}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")


def is_slug(text: str) -> bool:
    return len(text) <= MAX_SLUG and _SLUG.fullmatch(text) is not None and text not in DEVICES


def short_hash(text: str, length: int = 6) -> str:
    """A few hexadecimal digits that tell one text from another, the same on every machine."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def slug_of(text: str, limit: int = MAX_SLUG) -> str:
    """`text` transliterated to ASCII words joined by hyphens; never empty, never a device name.

    A text that is cut, or has no letter or digit, ends in a short hash of the whole, so that two of them stay apart.
    """
    raw = text
    if not text.isascii():
        from anyascii import anyascii  # 29 ms to import: only for text that needs it

        text = anyascii(text)
    slug = _OTHER.sub("-", text.lower()).strip("-")
    if not slug:
        return f"x-{short_hash(raw)}"
    if len(slug) > limit:
        slug = f"{slug[: limit - 7].rsplit('-', 1)[0][: limit - 7].strip('-')}-{short_hash(raw)}"
    if slug in DEVICES:
        slug = f"{slug}-{short_hash(raw)}"
    return slug


def is_safe(path: str) -> bool:
    """A relative path of plain names: no way up, no link out, no device name, nothing that Windows would cut."""
    return _SAFE_PATH.fullmatch(path) is not None and not any(
        part.endswith(".") or ".." in part or part.partition(".")[0].lower() in DEVICES for part in path.split("/")
    )
