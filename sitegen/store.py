"""What was worked out before, under a hash of all that went into it: a hint, never a truth.

One SQLite file of key -> JSON with a checksum. An entry that is missing, damaged or unreadable is a miss; a file that is no
database is thrown away with one notice. Nothing here is ever executed or unpickled.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

SCHEMA = 4
ASKED = 500  # keys in one query; SQLite takes 999 everywhere


def checksum(key: str, data: bytes) -> bytes:
    """Of both: a damaged tree may give a whole entry under another's key (found by flipping bits)."""
    total = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8)
    total.update(data)
    return total.digest()


class Store:
    """A table of remembered results. All methods survive any damage to the file; `damaged` then says so."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` is the cache folder, made if absent; None keeps nothing."""
        self.damaged = False
        self.file = folder / "store.sqlite" if folder else None
        self._connection: sqlite3.Connection | None = None
        if folder is None or self.file is None:
            return
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            if not os.listdir(folder):  # a folder of somebody's own is not hidden from their version control
                _write_new(folder / ".gitignore", b"*\n")
        for suffix in ("", "-wal", "-shm"):  # a link would be written through
            if _is_strange(f"{self.file}{suffix}"):
                self._discard()
                break
        self._open()

    def _open(self) -> None:
        assert self.file is not None
        for _ in range(2):
            try:
                connection = sqlite3.connect(self.file, timeout=5, isolation_level=None)
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
                if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
                    connection.execute("DROP TABLE IF EXISTS entries")
                    connection.execute(f"PRAGMA user_version={SCHEMA}")
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, sum BLOB, data BLOB) WITHOUT ROWID"
                )
                self._connection = connection
                return
            except sqlite3.Error:
                with suppress(sqlite3.Error, UnboundLocalError):
                    connection.close()
                self._discard()

    def _discard(self) -> None:
        self.damaged = True
        assert self.file is not None
        for suffix in ("", "-wal", "-shm"):
            remove_any(f"{self.file}{suffix}")

    def get(self, key: str) -> bytes | None:
        """What was kept under `key`, if it is whole."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT sum, data FROM entries WHERE key=?", (key,)).fetchone()
        except sqlite3.Error:
            self._fail()
            return None
        if row is None:
            return None
        total, data = row
        if not isinstance(data, bytes) or checksum(key, data) != total:
            self.damaged = True
            return None
        return data

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """All that is whole of what was kept under `keys`."""
        found: dict[str, bytes] = {}
        asked = list(keys)
        for at in range(0, len(asked), ASKED):
            found |= self._some(asked[at : at + ASKED])
        return found

    def _some(self, keys: list[str]) -> dict[str, bytes]:
        marks = ",".join("?" * len(keys))
        return self._whole(f"SELECT key, sum, data FROM entries WHERE key IN ({marks})", keys)

    def get_all(self, prefix: str) -> dict[str, bytes]:
        """All that is whole under keys that begin with `prefix`."""
        return self._whole(
            "SELECT key, sum, data FROM entries WHERE key >= ? AND key < ?", [prefix, prefix + "\U0010ffff"]
        )

    def _whole(self, query: str, values: list[str]) -> dict[str, bytes]:
        if self._connection is None:
            return {}
        try:
            rows = self._connection.execute(query, values).fetchall()
        except sqlite3.Error:
            self._fail()
            return {}
        whole = {
            key: data
            for key, total, data in rows
            if isinstance(key, str) and isinstance(data, bytes) and checksum(key, data) == total
        }
        self.damaged |= len(whole) < len(rows)
        return whole

    def put(self, entries: Iterable[tuple[str, bytes]]) -> None:
        """Keep all of `entries` in one transaction."""
        if self._connection is None:
            return
        try:
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", ((k, checksum(k, d), d) for k, d in entries)
            )
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            self._fail()

    def forget_all_but(self, keys: Iterable[str], *, prefix: str = "", sparing: Iterable[str] = ()) -> None:
        """Drop all entries but `keys`; with `prefix` of those alone that begin with it, never one that begins as `sparing`."""
        if self._connection is None:
            return
        try:
            self._connection.execute("BEGIN")
            self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY)")
            self._connection.execute("DELETE FROM kept")
            self._connection.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((k,) for k in keys))
            ranges = [("NOT", p, p + "\U0010ffff") for p in sparing] + (
                [("", prefix, prefix + "\U0010ffff")] if prefix else []
            )
            where = "".join(f" AND {no} (key >= ? AND key < ?)" for no, _, _ in ranges)
            self._connection.execute(
                f"DELETE FROM entries WHERE key NOT IN (SELECT key FROM kept){where}",
                [v for r in ranges for v in r[1:]],
            )
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            self._fail()

    def _fail(self) -> None:
        """A database that breaks in use serves no more in this run; the next one begins it anew."""
        with suppress(sqlite3.Error):
            if self._connection is not None:
                self._connection.close()
        self._connection = None
        self._discard()

    def close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


def _is_strange(file: str) -> bool:
    try:
        return not stat.S_ISREG(os.lstat(file).st_mode)
    except OSError:
        return False


def _write_new(file: Path, data: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)


def remove_any(file: str) -> None:
    """Take away what stands there, a link and not what it leads to, an empty folder; nothing where it cannot be."""
    with suppress(OSError):
        try:
            os.unlink(file)
        except (IsADirectoryError, PermissionError):
            os.rmdir(file)


def remove_cache(folder: Path) -> bool:
    """Take the cache away, and only what is a cache's; true if there was one."""
    found = False
    seen = sorted(p.name for p in folder.glob("seen-*")) if folder.is_dir() and not folder.is_symlink() else []
    for name in ("store.sqlite", "store.sqlite-wal", "store.sqlite-shm", ".gitignore", *seen):
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(folder / name)
            found = True
    with suppress(OSError):
        os.rmdir(folder)
    return found
