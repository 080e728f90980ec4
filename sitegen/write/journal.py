"""What is to be renamed and removed, written down before it is done, and what an interrupted build left, completed."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from sitegen.options import beside
from sitegen.slugs import is_safe
from sitegen.write.disk import hash_of, make_folder, sync_folder, take_away, write_file


def recover(output: Path) -> bool:
    """Complete or undo what an interrupted build left; true if there was something. Needs the lock."""
    journal, stage, old = beside(output, "journal"), beside(output, "stage"), beside(output, "old")
    found = False
    record = _read_journal(journal)
    if record is not None:
        found = True
        if record["kind"] == "swap":
            if not output.exists() and stage.is_dir():
                os.rename(stage, output)
        else:
            apply(output, stage, record["renames"], record["removes"])
    for litter in (stage, old, journal, journal.with_name(journal.name + "-new")):
        with suppress(FileNotFoundError):
            if stat.S_ISDIR(os.lstat(litter).st_mode):
                take_away(litter)
            else:  # a link or a pipe in its place goes too, and what it leads to stays
                os.unlink(litter)
            found = True
    return found


def _read_journal(journal: Path) -> dict[str, Any] | None:
    try:
        if not stat.S_ISREG(os.lstat(journal).st_mode):
            return None
        digest, _, body = journal.read_bytes().partition(b"\n")
        if hash_of(body).encode() != digest:
            return None
        record = msgspec.json.decode(body)
        paths = [*record["renames"], *record["removes"]]
        return dict(record) if all(isinstance(p, str) and is_safe(p) for p in paths) else None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError):
        return None


def write_journal(output: Path, record: dict[str, object]) -> Path:
    body = msgspec.json.encode(record)
    journal = beside(output, "journal")
    new = journal.with_name(journal.name + "-new")
    write_file(str(new), hash_of(body).encode() + b"\n" + body, sync=True)
    os.rename(new, journal)
    sync_folder(output.parent)
    return journal


def apply(output: Path, stage: Path, renames: list[str], removes: list[str]) -> None:
    """Each step may already have been done: a missing staged file was renamed before the crash. Removals come first,
    so that a page may take the place of a folder, or a folder that of a page."""
    emptied = set()
    for path in removes:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
            if not stat.S_ISDIR(os.lstat(output / path).st_mode):
                os.unlink(output / path)
                emptied.add(os.path.dirname(path))
    for folder in sorted(emptied, key=len, reverse=True):
        while folder:
            try:
                os.rmdir(output / folder)
            except OSError:
                break
            folder = os.path.dirname(folder)
    made: set[str] = set()
    for path in renames:
        folder = os.path.dirname(path)
        if folder not in made:
            make_folder(output, folder)
            made.add(folder)
        with suppress(FileNotFoundError):
            try:
                os.replace(stage / path, output / path)
            except IsADirectoryError:  # somebody put a folder in its place; one with files was refused
                os.rmdir(output / path)
                os.replace(stage / path, output / path)
