"""Whether an address is one that a page may link to: absolute, http or https, and what it looks like to the reader.

An address comes from a sidecar, a page's own metadata or an edit, all of them hostile. A name and password before the host
(`https://agency.example@elsewhere.example`), a backslash, letters that are not seen and hosts that a browser spells
otherwise have no use in a citation but to mislead.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import urlsplit

MAX_LENGTH = 2_000

_UNFIT = re.compile(r"[\s<>\"\\]")
_HOST = re.compile(r"(?=.{1,253}\Z)[\w-]{1,63}(?:\.[\w-]{1,63})*\.?")


def is_address(text: str) -> bool:
    """True for `https://agency.example/a?b=c`; `text` is not asked for over the network.

    >>> is_address("https://agency.example:8080/a"), is_address("https://agency.example@other.example/")
    (True, False)
    """
    if len(text) > MAX_LENGTH or not text.isprintable() or _UNFIT.search(text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
        if "[" in parts.netloc:
            ipaddress.IPv6Address(host.partition("%")[0])
            return parts.scheme in ("http", "https") and "@" not in parts.netloc
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and "@" not in parts.netloc
        and _HOST.fullmatch(host) is not None
        and unicodedata.normalize("NFKC", host).casefold() == host.casefold()
    )
