"""OutputFiles -> output/: all of it or nothing, and only what changed.

The new bytes are written to a stage beside the output. A first build, or one that changes most files, fills the
stage up with hard links to what is unchanged and exchanges the two folders in one step. Any other build writes a
journal of renames and removals, syncs it, and then renames file by file: a crash in between is completed from the
journal by the next command (`recover`) before anything else. So a reader never meets a torn file, nothing is
deleted and rebuilt, and an edit touches exactly the files whose bytes it changes.

The manifest in the output lists its files with their hashes. It says that the folder is ours (a folder without it, or
with files that it does not name, is never touched) and what need not be written again. It is data, not trust: each path in
it is checked before it is used.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from sitegen.model import OutputFile, Staged
from sitegen.options import MANIFEST, beside
from sitegen.slugs import is_safe

FORMAT = 1
SWAP_SHARE = 0.5  # of all files changed: from here on one exchange is cheaper than single renames (measured on ext4)
SYNC_SINGLY = 32  # files up to which fsync one by one is quicker than one syncfs
LOCK_WAIT = 10.0  # seconds to wait for another build before giving up with status 75


class OutputRefused(Exception):
    """The output folder is not ours to write: nothing was touched; exit status 2."""


class OutputBusy(Exception):
    """Another build holds the output; exit status 75."""


class Unfinished(Exception):
    """The disk failed once files were being renamed: the journal stands, and the next build completes it; exit status 3."""


class UnsafeName(Exception):
    """A page asked for a path that may not be written. Only a bug or a theme can ask for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a commit did: counts of files, and the bytes that were new."""

    written: int
    unchanged: int
    removed: int
    bytes: int
    whole: bool


def hash_of(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


# --- the guard ---------------------------------------------------------------------------------------------------


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


# --- the lock ----------------------------------------------------------------------------------------------------


@contextmanager
def locked(output: Path, wait: float = LOCK_WAIT) -> Iterator[None]:
    """Hold the output against other builds. The lock is the operating system's on the parent folder: never stale."""
    output.parent.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # pragma: no cover
        yield
        return
    import fcntl

    descriptor = os.open(output.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EACCES):
                    raise
                if time.monotonic() >= until:
                    raise OutputBusy(f"{output}: another build is running; try again when it is done") from None
                time.sleep(0.05)
        yield
    finally:
        os.close(descriptor)


# --- recovery ----------------------------------------------------------------------------------------------------


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
            _apply(output, stage, record["renames"], record["removes"])
    for litter in (stage, old, journal, journal.with_name(journal.name + "-new")):
        with suppress(FileNotFoundError):
            if stat.S_ISDIR(os.lstat(litter).st_mode):
                _take_away(litter)
            else:  # a link or a pipe in its place goes too, and what it leads to stays
                os.unlink(litter)
            found = True
    return found


def _take_away(folder: Path) -> None:
    """All of `folder`; an error names it, not a part of it by its bare name."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise OSError(error.errno, f"cannot be taken away ({error.strerror})", str(folder)) from None


def _may_write(output: Path, folders: Iterable[str]) -> None:
    """Raises OSError where a folder of the output is another user's, before anything in it is touched."""
    for folder in sorted(set(folders)):
        place = output / folder
        while not place.is_dir() and place != output:
            place = place.parent
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))


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


def _write_journal(output: Path, record: dict[str, object]) -> Path:
    body = msgspec.json.encode(record)
    journal = beside(output, "journal")
    new = journal.with_name(journal.name + "-new")
    _write_file(str(new), hash_of(body).encode() + b"\n" + body, sync=True)
    os.rename(new, journal)
    _sync_folder(output.parent)
    return journal


def _apply(output: Path, stage: Path, renames: list[str], removes: list[str]) -> None:
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
            _make_folder(output, folder)
            made.add(folder)
        with suppress(FileNotFoundError):
            try:
                os.replace(stage / path, output / path)
            except IsADirectoryError:  # somebody put a folder in its place; one with files was refused
                os.rmdir(output / path)
                os.replace(stage / path, output / path)


def _make_folder(root: Path, folder: str) -> None:
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


# --- files and folders -------------------------------------------------------------------------------------------


def _write_file(path: str, data: bytes, *, sync: bool = False) -> None:
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


def _sync_folder(folder: Path) -> None:
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


def _sync_tree(folder: Path, paths: list[str]) -> None:
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
        _sync_folder(folder / parent)


def _exchange(one: Path, two: Path) -> bool:
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


# --- publishing --------------------------------------------------------------------------------------------------


class Publisher:
    """Takes the files of one build and publishes them together. Use under `locked`, after `guard` and `recover`.

    `add` writes a file to the stage unless the published one has the same bytes; `keep` says that a page is as the last build
    left it. Files neither added nor kept are removed by `commit`.
    """

    def __init__(self, output: Path, standing: Mapping[str, str]) -> None:
        """`standing` is what `guard` found: a file that somebody took away or changed is written again."""
        self.output, self.stage = output, beside(output, "stage")
        self.before = {path: digest for path, digest in standing.items() if digest and path != MANIFEST}
        self._standing = set(standing) - {MANIFEST}
        self.after: dict[str, str] = {}
        self.changed: list[str] = []
        self.bytes = 0
        self._folded: dict[str, str] = {}
        self._folders: set[str] = set()
        self._umask = os.umask(0o022)
        try:
            os.mkdir(self.stage, 0o755)
        except OSError:
            os.umask(self._umask)
            raise

    def add(self, file: OutputFile) -> None:
        digest = hash_of(file.data)
        self._claim(file.path, digest)
        if self.before.get(file.path) != digest:
            self._stage(file.path, file.data)

    def put(self, file: OutputFile) -> Staged:
        """What `add` does on the disk: for a process that prints pages for this one. `take` must follow, here."""
        if not is_safe(file.path) or file.path == MANIFEST:
            raise UnsafeName(f'"{file.path}" may not be written')
        digest = hash_of(file.data)
        changed = self.before.get(file.path) != digest
        if changed:
            self._put(file.path, file.data)
        return Staged(path=file.path, digest=digest, size=len(file.data), changed=changed)

    def take(self, file: Staged) -> None:
        self._claim(file.path, file.digest)
        if file.changed:
            self.changed.append(file.path)
            self.bytes += file.size

    def keep(self, path: str) -> bool:
        """True if `path` is published already and stays as it is."""
        digest = self.before.get(path)
        if digest is None:
            return False
        self._claim(path, digest)
        return True

    def _claim(self, path: str, digest: str) -> None:
        if not is_safe(path) or path == MANIFEST:
            raise UnsafeName(f'"{path}" may not be written')
        folded = path.casefold()
        if folded in self._folded:
            raise UnsafeName(f'"{path}" would be written twice (as "{self._folded[folded]}" too)')
        self._folded[folded] = path
        self.after[path] = digest

    def _stage(self, path: str, data: bytes) -> None:
        self._put(path, data)
        self.changed.append(path)
        self.bytes += len(data)

    def _put(self, path: str, data: bytes) -> None:
        folder = os.path.dirname(path)
        if folder not in self._folders:
            os.makedirs(f"{self.stage}/{folder}", 0o755, exist_ok=True)
            self._folders.add(folder)
        _write_file(f"{self.stage}/{path}", data)

    def abandon(self) -> None:
        """Leave the published site as it is; once a journal is on the disk, leave the stage for `recover` to complete."""
        os.umask(self._umask)
        if not beside(self.output, "journal").exists():
            shutil.rmtree(self.stage, ignore_errors=True)

    def commit(self) -> Written:
        """Publish; raises OSError with the old site intact where the disk will not have it."""
        removes = sorted(self._standing - set(self.after))
        unchanged = len(self.after) - len(self.changed)
        manifest = msgspec.json.encode({"format": FORMAT, "files": dict(sorted(self.after.items()))})
        exists = self.output.is_dir() and read_manifest(self.output) is not None
        if exists and not self.changed and not removes:
            self.abandon()
            return Written(written=0, unchanged=unchanged, removed=0, bytes=0, whole=False)
        whole = not exists or len(self.changed) + len(removes) > SWAP_SHARE * max(len(self.before), 1)
        written = len(self.changed)
        if exists:
            _may_write(
                self.output, map(os.path.dirname, self._standing if whole else [*self.changed, *removes, MANIFEST])
            )
        self._stage(MANIFEST, manifest)
        if whole:
            self._publish_whole(exists)
        else:
            _sync_tree(self.stage, self.changed)
            journal = _write_journal(self.output, {"kind": "edit", "renames": self.changed, "removes": removes})
            try:
                _apply(self.output, self.stage, self.changed, removes)
                _sync_folder(self.output)
                shutil.rmtree(self.stage)
                journal.unlink()
            except OSError as error:
                where = error.filename or self.output
                raise Unfinished(
                    f"{where}: {error.strerror}; a part of the new site is published, the next build completes it"
                ) from error
        os.umask(self._umask)
        return Written(
            written=written, unchanged=unchanged, removed=len(removes), bytes=self.bytes - len(manifest), whole=whole
        )

    def _publish_whole(self, exists: bool) -> None:
        changed = set(self.changed)
        for path in self.after:
            if path not in changed:
                self._link(path)
        _sync_tree(self.stage, [*self.after, MANIFEST])
        if self.output.is_dir() and not exists:
            os.rmdir(self.output)  # an empty folder: the guard has seen to that
        if not self.output.exists():
            os.rename(self.stage, self.output)
        elif _exchange(self.stage, self.output):
            _sync_folder(self.output.parent)
            try:
                _take_away(self.stage)
            except OSError as error:
                raise Unfinished(f"{error.filename}: {error.strerror}; the new site is published") from error
            return
        else:
            journal = _write_journal(self.output, {"kind": "swap", "renames": [], "removes": []})
            os.rename(self.output, beside(self.output, "old"))
            os.rename(self.stage, self.output)
            _sync_folder(self.output.parent)
            shutil.rmtree(beside(self.output, "old"))
            journal.unlink()
        _sync_folder(self.output.parent)

    def _link(self, path: str) -> None:
        folder = os.path.dirname(path)
        if folder not in self._folders:
            os.makedirs(self.stage / folder, 0o755, exist_ok=True)
            self._folders.add(folder)
        try:
            os.link(self.output / path, self.stage / path, follow_symlinks=False)
        except OSError as error:
            if error.errno == errno.ENOENT:
                raise
            _write_file(f"{self.stage}/{path}", (self.output / path).read_bytes())


def put_ahead(output: Path, files: Iterable[OutputFile]) -> int:
    """Put new bytes in the place of files that are published, each in one step; how many differed. Needs the lock.

    For a preview: the manifest knows nothing of it, so that the next build finds these files changed and judges them by their
    bytes. A file that is not published is not added.
    """
    stage, made = beside(output, "stage"), 0
    if stage.exists() or beside(output, "journal").exists():  # a build was interrupted: `recover` first
        return 0
    for file in files:
        target = output / file.path
        if not is_safe(file.path) or not stat.S_ISREG(os.lstat(target).st_mode) or target.read_bytes() == file.data:
            continue
        os.mkdir(stage, 0o755)
        try:
            _write_file(f"{stage}/page", file.data)
            os.chmod(stage / "page", 0o644)
            os.replace(stage / "page", target)
        finally:
            shutil.rmtree(stage)
        made += 1
    return made


def clean(output: Path, content: Path) -> bool:
    """Take the published site away; true if there was one. Refuses a folder that is not ours."""
    recover(output)
    guard(output, content)
    if not output.exists():
        return False
    shutil.rmtree(output)
    return True
