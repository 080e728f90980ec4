"""Bytes, folders and renames, each with its path in the error and on the disk when it says so."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

SYNC_SINGLY = 32  # files up to which fsync one by one is quicker than one syncfs


def hash_of(data: bytes) -> str:
    """What the manifest and the journal say of bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def write_file(path: str, data: bytes, *, sync: bool = False) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        if sync:
            os.fsync(descriptor)
    except OSError as error:  # it names no path where it comes of a descriptor
        raise OSError(error.errno, error.strerror, path) from None
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # pragma: no cover
        return
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        os.close(descriptor)


def sync_tree(folder: Path, paths: list[str]) -> None:
    """All of `paths` below `folder` on the disk: one by one for a few, else the file system at once."""
    if len(paths) > SYNC_SINGLY:
        libc = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
        if hasattr(libc, "syncfs"):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                if libc.syncfs(descriptor) == 0:  # type: ignore[union-attr]
                    return
            finally:
                os.close(descriptor)
        os.sync()
        return
    for path in paths:
        _sync(folder / path)
    for parent in sorted({os.path.dirname(p) for p in paths}):
        sync_folder(folder / parent)


def exchange(one: Path, two: Path) -> bool:
    """Swap two folders in one step; false where the system or the file system cannot."""
    if sys.platform == "win32":  # pragma: no cover
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    a, b = os.fsencode(one), os.fsencode(two)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):  # pragma: no cover
        return bool(libc.renamex_np(a, b, ctypes.c_uint(2)) == 0)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(-100, a, -100, b, ctypes.c_uint(2)) == 0)
    return False


def make_folder(root: Path, folder: str) -> None:
    """Make `folder` below `root`, refusing to walk through anything that is not a real folder."""
    path = root
    for part in folder.split("/") if folder else ():
        path = path / part
        try:
            os.mkdir(path, 0o755)
            os.chmod(path, 0o755)
        except FileExistsError:
            info = os.lstat(path)
            if not stat.S_ISDIR(info.st_mode):
                os.unlink(path)  # a page became a folder: the old file is ours, the guard has seen to that
                os.mkdir(path, 0o755)


def take_away(folder: Path) -> None:
    """All of `folder`; an error names it, not a part of it by its bare name."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise OSError(error.errno, f"cannot be taken away ({error.strerror})", str(folder)) from None


def may_write(output: Path, folders: Iterable[str]) -> None:
    """Raises OSError where a folder of the output is another user's, before anything in it is touched."""
    for folder in sorted(set(folders)):
        place = output / folder
        while not place.is_dir() and place != output:
            place = place.parent
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
