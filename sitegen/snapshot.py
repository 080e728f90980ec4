"""Whether anything has changed at all since the last build: answered by `lstat` alone, before anything heavy is imported.

The last build leaves a small JSON file in the cache: a hash over the signatures (size, mtime, ctime, inode) of every file of
content/, of the templates and of the package itself, over the options, and the signature of the published manifest. Equal means
unchanged, but only where every signature is older than the look that was taken at it: a file saved twice within one tick
of the file system's clock would otherwise be missed. Anything else, damage included, means a build.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import sitegen
from sitegen.listing import Listing
from sitegen.options import MANIFEST, beside
from sitegen.problems import Problem

#: How much older than the look a signature must be. File systems stamp with the kernel's tick: 4 ms at 250 Hz, 10 ms at 100 Hz;
#: FAT stamps every two seconds, so a cache there never trusts itself for that long.
TICK_NS = 20_000_000
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the last build said, to be said again when nothing has changed."""

    fingerprint: str
    problems: tuple[Problem, ...]
    report: dict[str, Any]
    failed: bool


class Look:
    """One look at everything that a build depends on. `settled` is false where a file is too fresh to be trusted."""

    def __init__(self, listing: Listing, templates: Path | None, output: Path, options: Iterable[object]) -> None:
        started = time.time_ns() - TICK_NS
        total = hashlib.sha256(
            repr((sitegen.__version__, sys.version, tuple(map(str, options)))).encode("utf-8", "surrogateescape")
        )
        newest = 0
        for found in listing.files:
            total.update(f"{found.path}\0{found.signature}\n".encode("utf-8", "surrogateescape"))
            newest = max(newest, found.signature[1], found.signature[2])
        for problem in listing.problems:
            total.update(str(problem).encode("utf-8", "surrogateescape"))
        package = Path(sitegen.__file__).parent
        folders = [package, package.parent / "templates", *([templates] if templates else [])]
        for folder in folders:
            for path, info in _stats(str(folder)):
                total.update(
                    f"{path}\0{info.st_size} {info.st_mtime_ns} {info.st_ino}\n".encode("utf-8", "surrogateescape")
                )
                newest = max(newest, info.st_mtime_ns)
        self.fingerprint = total.hexdigest()
        self.settled = newest < started
        self.output = output

    def published(self) -> str:
        """The signature of the published site: that of its manifest and of its top folder."""
        if any(beside(self.output, what).exists() for what in ("stage", "journal", "old")):
            return "interrupted"
        try:
            top, manifest = os.lstat(self.output), os.lstat(self.output / MANIFEST)
        except OSError:
            return "none"
        return repr(
            (top.st_ino, top.st_mtime_ns, manifest.st_ino, manifest.st_size, manifest.st_mtime_ns, manifest.st_ctime_ns)
        )


def _stats(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Files below `folder` that are not bytecode, with their stat; nothing where it does not exist."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda e: e.name)
    except OSError:
        return
    for entry in found:
        if entry.name == "__pycache__" or entry.name.startswith("."):
            continue
        with suppress(OSError):
            if entry.is_dir(follow_symlinks=False):
                yield from _stats(entry.path)
            else:
                yield entry.path, entry.stat()


def _file(cache: Path, output: Path) -> Path:
    return cache / f"seen-{hashlib.sha256(os.fsencode(output.absolute())).hexdigest()[:12]}.json"


def load(cache: Path | None, look: Look) -> Seen | None:
    """What the last build said, if `look` shows that nothing has changed since."""
    if cache is None or not look.settled:
        return None
    try:
        file = _file(cache, look.output)
        if not stat.S_ISREG(os.lstat(file).st_mode):  # a pipe would be waited for
            return None
        digest, _, body = file.read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != digest:
            return None
        data = json.loads(body)
        if (data["format"], data["fingerprint"], data["published"]) != (FORMAT, look.fingerprint, look.published()):
            return None
        return Seen(
            fingerprint=data["fingerprint"], problems=tuple(Problem(**p) for p in data["problems"]), report=data["report"],
            failed=data["failed"],
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(cache: Path | None, look: Look, problems: Iterable[Problem], report: dict[str, Any], failed: bool) -> None:
    """Remember this build; a cache that cannot be written is no fault."""
    if cache is None or not look.settled or look.published() in ("none", "interrupted"):
        return
    body = json.dumps(
        {"format": FORMAT, "fingerprint": look.fingerprint, "published": look.published(),
         "problems": [asdict(p) for p in problems], "report": report, "failed": failed}
    ).encode()  # fmt: skip
    file = _file(cache, look.output)
    new = file.with_suffix(".new")
    with suppress(OSError):
        with suppress(FileNotFoundError):
            os.unlink(new)  # a link there is not written through
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o644)
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        os.replace(new, file)
