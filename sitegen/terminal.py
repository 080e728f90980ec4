"""What a command says and how it ends: standard output and error, which may be closed, full or of a narrow encoding.

Exit status: 0 done, 1 the content has errors, 2 the command line or the settings are wrong, 3 the output or the environment
refuses, 75 another build is running, 128 + n a signal.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # what `typing` has, which is not worth its import
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from sitegen.problems import Problem

DONE, CONTENT, USAGE, ENVIRONMENT, BUSY = 0, 1, 2, 3, 75


class Stop(Exception):
    """Ends a command with a message and a status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def probe(stream: TextIO | None) -> None:
    """Stop before anything is published where standard output is closed or full, so that no status tells half of it."""
    if stream is None:
        raise Stop(ENVIRONMENT, "standard output: is closed; give -q to build without it")
    try:
        os.write(stream.fileno(), b"")
    except ValueError:  # a stream of somebody's own, without a descriptor
        return
    except OSError as error:
        raise Stop(ENVIRONMENT, f"standard output: {error.strerror}; the published site is as it was") from None


def writable(path: str) -> None:
    try:
        with open(path, "a", encoding="utf-8"):
            pass
    except OSError as error:
        raise Stop(ENVIRONMENT, f"{path}: {error.strerror}; the published site is as it was") from None


class Timer:
    """Progress on a terminal, times with -v; silent in a pipe."""

    def __init__(self, verbose: bool) -> None:
        self.verbose, self.live = verbose, sys.stderr is not None and sys.stderr.isatty()
        self.name, self.since = "", 0.0

    def step(self, name: str) -> None:
        import time

        now = time.perf_counter()
        if self.verbose and self.name:
            error_line(f"{self.name}: {now - self.since:.2f} s")
        elif self.live:
            sys.stderr.write(f"\r\x1b[K{name} ...")
            sys.stderr.flush()
        self.name, self.since = name, now

    def done(self) -> None:
        self.step("")
        if self.live and not self.verbose:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def say_problems(problems: Sequence[Problem], *, quiet: bool, verbose: bool) -> None:
    for problem in problems:
        if problem.level == "error" or (problem.level == "warning" and not quiet) or (verbose and not quiet):
            error_line(str(problem))


def say_error(message: str) -> None:
    from sitegen.problems import visible

    error_line(f"sitegen: {visible(message)}")


def error_line(line: str) -> None:
    _write(sys.stderr, line + "\n")


def out(text: str) -> int:
    if sys.stdout is None:
        raise Stop(ENVIRONMENT, "standard output: is closed")
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        raise Stop(ENVIRONMENT, f"standard output: {error.strerror}") from None
    return flush()


def _write(stream: TextIO | None, text: str) -> None:
    """Print, where somebody can be printed to. What standard error cannot take is lost: the status still says it."""
    if stream is None:
        return
    try:
        try:
            stream.write(text)
        except UnicodeEncodeError:
            stream.write(text.encode("ascii", "backslashreplace").decode())
    except (OSError, ValueError):
        if stream is not sys.stderr:
            raise


def write_bytes(data: bytes) -> None:
    """Bytes to standard output, whatever the locale's encoding."""
    if sys.stdout is None:
        raise Stop(ENVIRONMENT, "standard output: is closed")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode())
        return
    try:
        stream.write(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        raise Stop(ENVIRONMENT, f"standard output: {error.strerror}") from None


def flush() -> int:
    """A full or closed standard output is the environment's fault, said by the status."""
    if sys.stdout is None:
        return DONE
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        raise Stop(ENVIRONMENT, f"standard output: {error.strerror}") from None
    return DONE


def silence(stream: TextIO | None) -> None:
    """Keep the interpreter from flushing a dead stream once more on its way out."""
    if stream is not None:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, stream.fileno())
        os.close(devnull)
