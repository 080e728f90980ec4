"""What a built site may not hold, looked for as a browser would: scripts that are not ours, handlers, addresses that fetch or run.

Written apart from `sitegen check`, so that a fault of the one does not hide from the other.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
FETCHING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest")
FORBIDDEN = ("iframe", "object", "embed", "base", "applet", "frame", "frameset", "template", "portal", "style", "math")
_SCHEME = re.compile(r"[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\s]*):")


class _Walk(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.policy_at = -1
        self.seen = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name.lower(): value or "" for name, value in attributes}
        if tag not in ("html", "head"):
            self.seen += 1
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy_at = self.seen
            if "unsafe" in given.get("content", "") or "*" in given.get("content", ""):
                self.faults.append(f"a lax policy: {given['content']}")
        if tag in FORBIDDEN:
            self.faults.append(f"<{tag}>")
        if tag == "script" and not (
            given.get("type") in ("application/ld+json", "application/json") or _is_own(given.get("src"))
        ):
            self.faults.append(f"a script: {given}")
        for name, value in given.items():
            if name.startswith("on"):
                self.faults.append(f"handler {name} on <{tag}>")
            if name == "style" or name == "srcdoc":
                self.faults.append(f"{name} on <{tag}>")
            if name in FETCHING and not _is_own(value):
                self.faults.append(f"{name}={value} on <{tag}>")
            if name in ("href", "xlink:href", "cite"):
                found = _SCHEME.match(value)
                if found and found[1].lower().strip() not in ("http", "https", "mailto"):
                    self.faults.append(f"{name}={value} on <{tag}>")
                if tag not in ("a", "area") and tag != "link" and not _is_own(value):
                    self.faults.append(f"{name}={value} fetched by <{tag}>")
                if (
                    tag == "link"
                    and not ({"canonical", "alternate"} & set(given.get("rel", "").split()))
                    and not _is_own(value)
                ):
                    self.faults.append(f"<link> to {value}")

    handle_startendtag = handle_starttag


def _is_own(address: str | None) -> bool:
    return bool(address) and not re.match(r"[\s]*(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\)", address or "")


def faults_of(output: Path) -> Iterator[str]:
    """Every fault of the site at `output`, with its page."""
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            yield f"{name}: no regular file"
            continue
        part = path.name
        if not re.fullmatch(r"[A-Za-z0-9._-]{1,86}", part):
            yield f"{name}: its name"
        if path.is_dir():
            continue
        text = path.read_bytes()
        if path.suffix in (".html", ".xml", ".json", ".csv", ".ics"):
            decoded = text.decode("utf-8")  # raises where a page is no UTF-8
            if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]", decoded) and path.suffix in (
                ".html",
                ".xml",
            ):
                yield f"{name}: a control character"
        if path.suffix == ".html":
            walk = _Walk()
            walk.feed(text.decode())
            walk.close()
            yield from (f"{name}: {fault}" for fault in walk.faults)
            if walk.policy_at < 0 and b'http-equiv="refresh"' not in text:
                yield f"{name}: no policy"
            elif walk.policy_at > 2:
                yield f"{name}: the policy comes {walk.policy_at}th"
        elif path.suffix == ".xml":
            ElementTree.fromstring(text)
        elif path.suffix == ".json":
            json.loads(text)
