"""Whether anything has changed at all since the last build: answered by `lstat` alone, before anything heavy is imported.

The last build leaves a small file in the cache: the signature (size, mtime, ctime, inode) of every file of content/, of the
templates and of the package itself, the options, the signature of the published manifest, and all that the build had to say, as it
is printed. Equal means unchanged, but only where every signature is older than the look that was taken at it: a file saved twice
within one tick of the file system's clock would otherwise be missed. Anything else, damage included, means a build.

Nothing is imported here that Python itself has not imported by then, but `zlib`: with ten thousand clippings the look takes some
fifty milliseconds, and a hash by OpenSSL, JSON or a dataclass would each add a tenth to that or more.
"""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from contextlib import suppress

import sitegen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

#: How much older than the look a signature must be. File systems stamp with the kernel's tick: 4 ms at 250 Hz, 10 ms at 100 Hz;
#: FAT stamps every two seconds, so a cache there never trusts itself for that long.
TICK_NS = 20_000_000
HEAD = b"sitegen seen 3"
MANIFEST = "sitegen-manifest.json"
LEFT_OVER = ("stage", "journal", "old")  # what a build that was interrupted leaves beside its output
DEEPEST = 40  # folders in folders; listing.py reads twenty


def sibling(output: str, what: str) -> str:
    """The folder or file beside `output` in which a build works: `stage`, `journal` or `old`."""
    parent, name = os.path.split(output)
    return os.path.join(parent, f".{name}.sitegen-{what}")


class Seen:
    """What the last build said, to be said again when nothing has changed. `said` are its messages, each after the first
    letter of its level; `report` and `summary` are ready to print."""

    __slots__ = ("failed", "report", "said", "summary")

    def __init__(self, said: list[str], report: str, summary: str, failed: bool) -> None:
        self.said, self.report, self.summary, self.failed = said, report, summary, failed


class Look:
    """One look at everything that a build depends on. `settled` is false where a file is too fresh to be trusted."""

    def __init__(self, content: str, templates: str | None, output: str, cache: str, options: Iterable[object]) -> None:
        started = time.time_ns() - TICK_NS
        self.output = os.path.abspath(output)
        self._file = os.path.join(cache, f"seen-{zlib.crc32(os.fsencode(self.output)):08x}.txt")
        lines = [repr((sitegen.__version__, sys.version, self.output, content, templates, *map(str, options)))]
        newest = _walk(content, lines)
        package = os.path.dirname(os.path.abspath(sitegen.__file__))
        for folder in (
            package,
            os.path.join(os.path.dirname(package), "templates"),
            *([templates] if templates else []),
        ):
            newest = max(newest, _walk(folder, lines, trusted=True))
        self.fingerprint = "\n".join(lines).encode("utf-8", "surrogateescape")
        self.settled = newest < started

    def published(self) -> str:
        """The signature of the published site: that of its manifest and of its top folder."""
        if any(os.path.lexists(sibling(self.output, what)) for what in LEFT_OVER):
            return "interrupted"
        try:
            top, manifest = os.lstat(self.output), os.lstat(os.path.join(self.output, MANIFEST))
        except OSError:
            return "none"
        return repr(
            (top.st_ino, top.st_mtime_ns, manifest.st_ino, manifest.st_size, manifest.st_mtime_ns, manifest.st_ctime_ns)
        )

    def load(self) -> Seen | None:
        """What the last build said, if nothing has changed since."""
        if not self.settled:
            return None
        try:
            if not stat.S_ISREG(os.lstat(self._file).st_mode):  # a pipe would be waited for
                return None
            with open(self._file, "rb") as file:
                head, total, sizes, body = file.read().split(b"\n", 3)
            if head != HEAD or int(total) != zlib.crc32(sizes + body):
                return None
            parts, at = [], 0
            for size in map(int, sizes.split()):
                parts.append(body[at : at + size])
                at += size
            fingerprint, published, said, report, summary, failed = parts
            if fingerprint != self.fingerprint or published.decode() != self.published():
                return None
            return Seen(said.decode().split("\n") if said else [], report.decode(), summary.decode(), failed == b"1")
        except (OSError, ValueError):
            return None

    def save(self, seen: Seen) -> None:
        """Remember a build; a cache that cannot be written is no fault."""
        published = self.published()
        if not self.settled or published in ("none", "interrupted"):
            return
        texts = (published, "\n".join(seen.said), seen.report, seen.summary, str(int(seen.failed)))
        parts = [self.fingerprint, *[t.encode("utf-8", "replace") for t in texts]]
        sizes, body = " ".join(str(len(p)) for p in parts).encode(), b"".join(parts)
        new = f"{self._file}.new"
        with suppress(OSError):
            with suppress(FileNotFoundError):
                os.unlink(new)  # a link there is not written through
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o644)
            with os.fdopen(descriptor, "wb") as handle:
                handle.write(b"\n".join((HEAD, str(zlib.crc32(sizes + body)).encode(), sizes, body)))
            os.replace(new, self._file)


def _walk(folder: str, lines: list[str], depth: int = DEEPEST, *, trusted: bool = False) -> int:
    """A line for all that lies below `folder` but hidden files; the newest of their times, 0 where there is nothing.

    Of a `trusted` folder links are followed, as they are when it is read, and bytecode is no part of it.
    """
    newest = 0
    folders: list[str] = []
    lines.append(folder)
    try:
        with os.scandir(folder) as entries:
            found = [(e.name, e.stat(follow_symlinks=False)) for e in entries]
    except OSError as error:
        lines.append(f"{error.errno}")
        return 0
    found.sort()
    for name, info in found:
        if name[0] == "." or name[-1] == "~" or (trusted and name == "__pycache__"):
            continue
        mode = info.st_mode
        if mode & 0o170000 == 0o40000:
            folders.append(name)
            continue
        if trusted and stat.S_ISLNK(mode):
            with suppress(OSError):
                info = os.stat(f"{folder}/{name}")
        written, changed = info.st_mtime_ns, info.st_ctime_ns
        lines.append(f"{name}\0{info.st_size} {written} {changed} {info.st_ino} {mode}")
        if written > newest:
            newest = written
        if changed > newest:
            newest = changed
    for name in folders if depth else ():
        newest = max(newest, _walk(f"{folder}/{name}", lines, depth - 1, trusted=trusted))
    return newest
