"""One build at a time: the lock on the output."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK_WAIT = 10.0  # seconds to wait for another build before giving up with status 75


class OutputBusy(Exception):
    """Another build holds the output; exit status 75."""


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
