"""What lies in content/, by `lstat` alone: light enough for a build that finds nothing changed.

Everything found there is hostile: links, devices and pipes are named and left alone, nothing is opened.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sitegen.problems import Level, Problem
from sitegen.slugs import short_hash, slug_of

CLIPPING_FORMATS = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html"}
FOLDERS = ("articles", "people", "organizations", "events", "pages", "files")


class ContentMissing(Exception):
    """There is no content folder at all: a fault of the command line, not of the content."""


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file below content/: its path with `/`, where it lies, and what `lstat` said of it."""

    path: str
    file: str
    size: int
    signature: tuple[int, int, int, int]  # size, mtime_ns, ctime_ns, inode


@dataclass(frozen=True, slots=True)
class ClippingFile:
    """A clipping and its sidecar, not yet read; `id` is what its path alone gives."""

    id: str
    found: Found
    sidecar: Found | None


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What lies in content/, sorted by path, and what was left alone."""

    root: Path
    files: tuple[Found, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def clippings(self) -> tuple[ClippingFile, ...]:
        """Which of the files are clippings; not asked for where nothing has changed."""
        has_articles = any(f.path.startswith("articles/") for f in self.files)
        return tuple(_clippings(self.files, "articles/" if has_articles else ""))


def problem(level: Level, code: str, path: str, message: str, remedy: str = "", line: int = 0) -> Problem:
    return Problem(path=path, line=line, level=level, code=code, message=message, remedy=remedy)


def name_text(name: str) -> str:
    """A file's name as UTF-8 says it, whatever the locale; bytes that are none stay lone surrogates, which nothing prints."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "surrogateescape")


def path_text(path: Path) -> str:
    """A path of the command line as messages and records may hold it."""
    return name_text(str(path)).encode("utf-8", "replace").decode()


def scan(content: Path, *, shown: str = "") -> Listing:
    """List content/. `shown` is put before each path in messages (the folder as it was named)."""
    problems: list[Problem] = []
    if not content.is_dir():
        raise ContentMissing(f"{content}: there is no such folder")
    files = tuple(
        sorted(_walk(str(content), "", shown, problems), key=lambda f: f.path.encode("utf-8", "surrogateescape"))
    )
    return Listing(root=content, files=files, problems=tuple(problems))


def _walk(folder: str, prefix: str, shown: str, problems: list[Problem], depth: int = 0) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entries, key=lambda e: e.name)
    except OSError as error:
        problems.append(problem("error", "E012", shown + prefix, f"cannot be listed ({error.strerror})"))
        return
    for entry in names:
        name = name_text(entry.name)
        path = prefix + name
        if name.startswith(".") or name.endswith("~"):
            continue
        if not name.isprintable():
            problems.append(problem("warning", "W013", shown + path, "a name with control characters, left out",
                                     "rename it"))  # fmt: skip
            continue
        try:
            info = entry.stat(follow_symlinks=False)
        except OSError as error:
            problems.append(problem("error", "E012", shown + path, f"cannot be read ({error.strerror})"))
            continue
        if stat.S_ISDIR(info.st_mode):
            if depth >= 20:
                problems.append(problem("warning", "W013", shown + path, "nested too deep, left out", "move it up"))
            else:
                yield from _walk(entry.path, path + "/", shown, problems, depth + 1)
        elif stat.S_ISREG(info.st_mode):
            yield Found(path, entry.path, info.st_size, (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino))
        else:
            kind = "a symbolic link" if stat.S_ISLNK(info.st_mode) else "not a regular file"
            problems.append(problem("warning", "W013", shown + path, f"{kind}, left out", "put the file itself there"))


def _clippings(files: tuple[Found, ...], folder: str) -> Iterator[ClippingFile]:
    by_path = {f.path: f for f in files}
    chosen = []
    for found in files:
        stem, dot, extension = found.path.rpartition(".")
        if f"{dot}{extension}".lower() not in CLIPPING_FORMATS or not found.path.startswith(folder):
            continue
        if not folder and found.path.partition("/")[0] in FOLDERS[1:]:
            continue
        chosen.append((found, stem[len(folder) :]))
    yield from _with_ids(chosen, by_path)


def _with_ids(chosen: Iterable[tuple[Found, str]], by_path: Mapping[str, Found]) -> Iterator[ClippingFile]:
    """Ids from paths alone: the slug; where two share it, each whose path is not itself that slug gets a short hash."""
    chosen = list(chosen)
    slugs: dict[str, int] = {}
    for _, stem in chosen:
        slugs[slug_of(stem)] = slugs.get(slug_of(stem), 0) + 1
    for found, stem in chosen:
        slug = slug_of(stem)
        if slugs[slug] > 1:
            slug = slug_of(f"{slug[:70]}-{short_hash(found.path)}")
        yield ClippingFile(slug, found, by_path.get(found.path.rpartition(".")[0] + ".yaml"))


def as_given(path: Path) -> tuple[list[ClippingFile], list[Problem]]:
    """The clippings of a file or folder named on the command line, their paths as given."""
    problems: list[Problem] = []
    if path.is_dir():
        prefix = f"{path_text(path)}/".replace("//", "/")
        listing = scan(path, shown=prefix)
        problems.extend(listing.problems)
        return [
            ClippingFile(c.id, replace(c.found, path=prefix + c.found.path),
                         replace(c.sidecar, path=prefix + c.sidecar.path) if c.sidecar else None)
            for c in listing.clippings
        ], problems  # fmt: skip
    info = os.lstat(path)
    shown = path_text(path)
    found = Found(shown, str(path), info.st_size, (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino))
    sidecar = path.with_suffix(".yaml")
    side = Found(path_text(sidecar), str(sidecar), 0, (0, 0, 0, 0)) if sidecar.is_file() and sidecar != path else None
    return [ClippingFile(slug_of(path_text(Path(path.stem))), found, side)], problems
