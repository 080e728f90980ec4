"""Walk a finished output/ and find what is wrong with it: links, anchors, names, live markup, words that may not be out.

It knows nothing of rendering: it reads what a browser or a web server would, so that a fault of a template is found as well
as one of the content.
"""

from __future__ import annotations

import os
import re
import urllib.parse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

from sitegen.config import base_path
from sitegen.model import Extraction, Register
from sitegen.options import MANIFEST
from sitegen.problems import Problem
from sitegen.rights import RUN, WordsOut
from sitegen.slugs import DEVICES

#: attribute -> elements on which it makes the browser fetch something; links that a reader follows are apart
FETCHES = {"src": None, "srcset": None, "poster": None, "data": ("object",), "href": ("link", "use", "image")}
TEXT_FILES = (".html", ".xml", ".json", ".csv", ".ics", ".txt", ".js", ".svg")
MAX_NAME = 80


class _Page(HTMLParser):
    """Links, fetches and ids of a page, with their lines; and what a strict policy would block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, int]] = []
        self.fetches: list[tuple[str, int]] = []
        self.ids: set[str] = set()
        self.twice: list[tuple[str, int]] = []
        self.inline: list[tuple[str, int]] = []
        self._script: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        given = {name: value or "" for name, value in attributes}
        if "id" in given:
            if given["id"] in self.ids:
                self.twice.append((given["id"], line))
            self.ids.add(given["id"])
        if tag == "a" and "name" in given:
            self.ids.add(given["name"])
        for name, _value in given.items():
            if name.startswith("on"):
                self.inline.append((f"the handler {name}", line))
            elif name == "style":
                self.inline.append(("a style attribute", line))
        if tag in ("a", "area") and "href" in given:
            self.links.append((given["href"], line))
        elif tag == "link" and set(given.get("rel", "").split()) & {"canonical", "alternate", "next", "prev", "self"}:
            self.links.append((given.get("href", ""), line))
        else:
            for name, tags in FETCHES.items():
                if name in given and (tags is None or tag in tags):
                    self.fetches += [(part.split()[0], line) for part in given[name].split(",") if part.strip()]
        if (
            tag == "script"
            and "src" not in given
            and given.get("type") not in ("application/ld+json", "application/json")
        ):
            self.inline.append(("an inline script", line))
        if tag == "style":
            self.inline.append(("an inline style sheet", line))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            _, _, target = given.get("content", "").partition("url=")
            self.links.append((target, line))

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)


def files_of(output: Path) -> list[str]:
    """Paths below `output`, sorted."""
    found = []
    for folder, folders, names in os.walk(output):
        folders.sort()
        prefix = os.path.relpath(folder, output).replace(os.sep, "/")
        found += [name if prefix == "." else f"{prefix}/{name}" for name in names]
    return sorted(found)


def check_output(output: Path, base_url: str | None) -> list[Problem]:
    """Everything wrong with the pages as they lie there, as problems with the page's path and line."""
    problems: list[Problem] = []
    files = files_of(output)
    known = set(files)
    base = base_path(base_url)
    pages = {path: _read_page(output / path) for path in files if path.endswith(".html")}

    def say(path: str, line: int, code: str, message: str, remedy: str) -> None:
        problems.append(
            Problem(path=f"{output}/{path}", line=line, level="error", code=code, message=message, remedy=remedy)
        )

    _check_names(files, say)
    for path, page in pages.items():
        for name, line in page.twice:
            say(path, line, "E511", f'the id "{name}" stands twice on the page', "make ids unique")
        for what, line in page.inline:
            say(path, line, "E512", f"{what} would be blocked by the page's policy", "move it into a file of assets/")
        for address, line in page.fetches:
            if _is_elsewhere(address, base_url):
                say(path, line, "E513", f"the page would fetch {address}", "keep a copy in content/files/")
            elif not address.startswith("data:"):
                _check_link(path, line, address, known, pages, base, base_url, say)
        for address, line in page.links:
            if not _is_elsewhere(address, base_url):
                _check_link(path, line, address, known, pages, base, base_url, say)
    return problems


def _read_page(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8", errors="replace"))
    page.close()
    return page


def links_elsewhere(output: Path, base_url: str | None) -> dict[str, tuple[str, int]]:
    """Every address off the site that a reader can follow -> the page and line where it stands first."""
    found: dict[str, tuple[str, int]] = {}
    for path in files_of(output):
        if path.endswith(".html"):
            for address, line in _read_page(output / path).links:
                if _is_elsewhere(address, base_url):
                    found.setdefault(address, (f"{output}/{path}", line))
    return found


def _is_elsewhere(address: str, base_url: str | None) -> bool:
    if base_url and address.startswith(base_url.rstrip("/") + "/"):
        return False
    parts = address.split(":", 1)
    return address.startswith("//") or (
        len(parts) == 2 and re.fullmatch(r"[a-zA-Z][a-zA-Z0-9+.-]*", parts[0]) is not None
    )


Say = Callable[[str, int, str, str, str], None]


def _check_link(
    path: str,
    line: int,
    address: str,
    known: set[str],
    pages: Mapping[str, _Page],
    base: str,
    base_url: str | None,
    say: Say,
) -> None:
    if base_url and address.startswith(base_url.rstrip("/") + "/"):
        address = base + address[len(base_url.rstrip("/")) + 1 :]
    target, _, fragment = address.partition("#")
    target = urllib.parse.unquote(target.partition("?")[0])
    if target.startswith("/"):
        if not target.startswith(base):
            say(path, line, "E514", f"{address} leads outside the base path {base}", "make the link relative")
            return
        joined = target[len(base) :]
    elif target:
        joined = os.path.normpath(os.path.join(os.path.dirname(path), target))
        if joined.startswith(".."):
            say(path, line, "E514", f"{address} leads outside the site", "mend the link")
            return
        joined = "" if joined == "." else joined + ("/" if target.endswith("/") or target in (".", "..") else "")
    else:
        joined = path
    if joined == "" or joined.endswith("/"):
        joined += "index.html"
    if joined not in known:
        say(path, line, "E515", f"{address} leads to nothing", "mend the link or make the page")
    elif fragment and joined in pages and not fragment.startswith(":~:"):
        wanted = urllib.parse.unquote(fragment)
        if wanted not in pages[joined].ids:
            say(path, line, "E516", f'{address}: no element of that page has the id "{wanted}"', "mend the fragment")


def _check_names(files: Sequence[str], say: Say) -> None:
    folded: dict[str, str] = {}
    for path in files:
        if path.casefold() in folded:
            say(path, 0, "E517", f"differs from {folded[path.casefold()]} by case alone", "rename one")
        folded[path.casefold()] = path
        for part in path.split("/"):
            if len(part) > MAX_NAME or part.startswith("_") or part.partition(".")[0].lower() in DEVICES:
                say(path, 0, "E518", f'the name "{part}" is not safe on every disk and host', "rename it")


# --- rights ------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"\w+")


def check_rights(output: Path, sources: Iterable[Extraction], shown: str = "") -> list[Problem]:
    """Clippings of which more stands in the output than their `rights` allow.

    A word counts as out where it is part of a run of `RUN` words that stand in the clipping and in the output alike.
    `shown` is the folder that messages put before a clipping's path.
    """
    owners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    bodies: list[tuple[str, list[str], set[int], int]] = []
    for extraction in sources:
        record = extraction.record
        if record.rights == "full" or not record.body:
            continue
        words = [w.casefold() for w in _WORD.findall(record.body)]
        for at in range(len(words) - RUN + 1):
            owners[hash(tuple(words[at : at + RUN]))].append((len(bodies), at))
        # a headline of ours may stand in any case, be the clipping ever so short
        own = WordsOut(record)
        allowed = max(own.allowed, len(own.places))
        bodies.append((shown + record.path, words, set(), allowed))
    if not bodies:
        return []
    for path in files_of(output):
        if not path.endswith(TEXT_FILES) or path == MANIFEST or path.startswith("assets/"):
            continue
        words = [
            w.casefold() for w in _WORD.findall(_bare((output / path).read_text(encoding="utf-8", errors="replace")))
        ]
        for at in range(len(words) - RUN + 1):
            for body, start in owners.get(hash(tuple(words[at : at + RUN])), ()):
                bodies[body][2].update(range(start, start + RUN))
    problems = []
    for path, words, out, allowed in bodies:
        if len(out) > allowed:
            problems.append(
                Problem(path=path, level="error", code="E519",
                        message=f"{len(out)} of its {len(words)} words are published; its rights allow {allowed}",
                        remedy="write `rights: full` into its sidecar if they may be"))  # fmt: skip
    return problems


def _bare(text: str) -> str:
    """Tags and entities out, so that marked words read on."""
    import html

    return html.unescape(re.sub(r"<[^<>]{0,2000}>|\\n", " ", text))


# --- the register ------------------------------------------------------------------------------------------------


def check_register(register: Register) -> Iterator[Problem]:
    """Rival values that a curator has noted beside the chosen one: decided, but a reader may want the list.

    What is open (conflicts, persons who may be one, edits for review) is among `register.problems` already.
    """
    for conflict in register.conflicts:
        if conflict.noted:
            yield Problem(path=conflict.path or "content", line=conflict.line, level="notice", code="N410",
                          message=conflict.summary, remedy="see conflicts/")  # fmt: skip
