"""What stands in output/, and whether it is ours: the guard before every build."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from sitegen.options import MANIFEST
from sitegen.slugs import is_safe
from sitegen.write.disk import hash_of

FORMAT = 1


class OutputRefused(Exception):
    """The output folder is not ours to write: nothing was touched; exit status 2."""


def refuse_place(output: Path, content: Path) -> None:
    """Raise `OutputRefused` where no output may lie, before a lock or anything else is made there."""
    if output.is_symlink():
        raise OutputRefused(f"{output}: is a symbolic link; name the folder itself")
    real, source = output.resolve(), content.resolve()
    if real == source or source in real.parents or real in source.parents:
        raise OutputRefused(f"{output}: lies in, or holds, the content folder {content}; choose another --output")


def guard(output: Path, content: Path, *, verify: bool = False) -> dict[str, str]:
    """The files that stand in `output`, each with the hash of its bytes; raises `OutputRefused` unless `output` is absent,
    empty, or a folder that a build of ours wrote and nobody added to. What is no regular file has an empty hash.

    A file that is older than its manifest is as it was left; one that is newer, and with `verify` every one, is hashed.
    """
    refuse_place(output, content)
    if not output.exists():
        return {}
    if not output.is_dir():
        raise OutputRefused(f"{output}: is not a folder; choose another --output")
    manifest = read_manifest(output)
    if manifest is None:
        if os.listdir(output):
            raise OutputRefused(f"{output}: was not written by sitegen; choose another --output or empty it yourself")
        return {}
    standing = dict(_files_in(output) if verify else _standing(output, manifest))
    for path in sorted(standing.keys() - manifest.keys() - {MANIFEST}):
        raise OutputRefused(
            f"{output}/{path}: is not a file of sitegen's; move it away (content/files/ is for your own)"
        )
    written = standing[MANIFEST].st_mtime_ns
    hashes: dict[str, str] = {}
    for path, info in standing.items():
        if not stat.S_ISREG(info.st_mode):
            hashes[path] = ""
        elif info.st_mtime_ns <= written and not verify:
            hashes[path] = manifest.get(path, "")
        else:
            hashes[path] = _hash_in(output / path)
    return hashes


def _hash_in(file: Path) -> str:
    try:
        return hash_of(file.read_bytes())
    except OSError:
        return ""


def _standing(output: Path, manifest: Mapping[str, str]) -> Iterator[tuple[str, os.stat_result]]:
    """As `_files_in`, without opening each of some ten thousand folders: one that is older than the manifest holds what it held
    then, since whatever is put into a folder or taken out of it makes that folder newer. The others are listed.
    """
    root = os.path.join(output, "")
    written = os.lstat(root + MANIFEST).st_mtime_ns
    folders: dict[str, bool] = {"": False}  # each folder of ours, with whether it is as it was
    for path in manifest:
        folder = os.path.dirname(path)
        while folder not in folders:
            folders[folder] = _is_older(root + folder, written)
            folder = os.path.dirname(folder)
    for folder, is_old in folders.items():
        if is_old:
            continue
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(root + folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if not entry.is_dir(follow_symlinks=False):
                    yield path, entry.stat(follow_symlinks=False)
                elif path not in folders:
                    for inner, info in _files_in(output / path):
                        yield f"{path}/{inner}", info
    for path in manifest:
        if folders[os.path.dirname(path)]:
            with suppress(FileNotFoundError, NotADirectoryError):
                yield path, os.lstat(root + path)


def _is_older(folder: str, moment: int) -> bool:
    try:
        info = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(info.st_mode) and max(info.st_mtime_ns, info.st_ctime_ns) < moment


def _files_in(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Path and `lstat` of all that is no folder below `folder`; links and devices too."""
    pending = [""]
    while pending:
        prefix = pending.pop()
        with os.scandir(folder / prefix if prefix else folder) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    pending.append(path + "/")
                else:
                    yield path, entry.stat(follow_symlinks=False)


def read_manifest(output: Path) -> dict[str, str] | None:
    """Path -> hash of what the last build wrote; None where there is no manifest of ours that can be read."""
    try:
        if not stat.S_ISREG(os.lstat(output / MANIFEST).st_mode):
            return None
        data = msgspec.json.decode((output / MANIFEST).read_bytes())
        files = data["files"]
        if data["format"] != FORMAT or not isinstance(files, dict):
            return None
        return {str(k): str(v) for k, v in files.items() if is_safe(str(k))}
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError):
        return None
