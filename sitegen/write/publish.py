"""The files of one build -> output/, all of them or none: staged, then exchanged whole or renamed one by one."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sitegen.model import OutputFile, Staged
from sitegen.options import MANIFEST, beside
from sitegen.slugs import is_safe
from sitegen.write.disk import exchange, hash_of, may_write, sync_folder, sync_tree, take_away, write_file
from sitegen.write.journal import apply, recover, write_journal
from sitegen.write.standing import FORMAT, guard, read_manifest

SWAP_SHARE = 0.5  # of all files changed: from here on one exchange is cheaper than single renames (measured on ext4)


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
        self._claim(path, digest, known=True)  # paths of the manifest were looked at when it was read
        return True

    def _claim(self, path: str, digest: str, *, known: bool = False) -> None:
        if not (known or is_safe(path)) or path == MANIFEST:
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
        write_file(f"{self.stage}/{path}", data)

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
            may_write(
                self.output, map(os.path.dirname, self._standing if whole else [*self.changed, *removes, MANIFEST])
            )
        self._stage(MANIFEST, manifest)
        if whole:
            self._publish_whole(exists)
        else:
            sync_tree(self.stage, self.changed)
            journal = write_journal(self.output, {"kind": "edit", "renames": self.changed, "removes": removes})
            try:
                apply(self.output, self.stage, self.changed, removes)
                sync_folder(self.output)
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
        sync_tree(self.stage, [*self.after, MANIFEST])
        if self.output.is_dir() and not exists:
            os.rmdir(self.output)  # an empty folder: the guard has seen to that
        if not self.output.exists():
            os.rename(self.stage, self.output)
        elif exchange(self.stage, self.output):
            sync_folder(self.output.parent)
            try:
                take_away(self.stage)
            except OSError as error:
                raise Unfinished(f"{error.filename}: {error.strerror}; the new site is published") from error
            return
        else:
            journal = write_journal(self.output, {"kind": "swap", "renames": [], "removes": []})
            os.rename(self.output, beside(self.output, "old"))
            os.rename(self.stage, self.output)
            sync_folder(self.output.parent)
            shutil.rmtree(beside(self.output, "old"))
            journal.unlink()
        sync_folder(self.output.parent)

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
            write_file(f"{self.stage}/{path}", (self.output / path).read_bytes())


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
            write_file(f"{stage}/page", file.data)
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
