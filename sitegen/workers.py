"""How worker processes end: with their parent, at once, and in silence.

A worker is forked with its parent's handlers and descriptors. Left with the handlers it would raise in the middle of a queue's
lock and leave the parent waiting for ever (found by signalling a build's process group); outliving a parent that was killed, it
would hold the lock of the output, which is a descriptor, against the next build.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, InvalidStateError
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

_PARENT_DEATH = 1  # prctl's PR_SET_PDEATHSIG
_ENDING = tuple(signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if name in signal.Signals.__members__)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals wait while workers are forked: one that came in between would be raised in the worker, before it obeys its parent,
    and leave it behind, waiting for ever in the parent's own clearing up."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def obey_parent() -> None:
    """The first thing that a worker does: signals are its parent's to answer, and it does not outlive its parent."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH, signal.SIGKILL, 0, 0, 0)
        if os.getppid() == 1:  # it died before this was said
            os._exit(1)


def aside(make: Callable[[], T], jobs: int) -> Callable[[], T]:
    """`make`, carried out by a forked process while this one goes on; what is returned waits for what it gives.

    For pure work whose result is small beside it: it sees all that stands here and nothing is sent to it. With one job, where forking
    is not safe (no Linux, other threads) and where the process was lost, it is done here once it is asked for.
    """
    if jobs <= 1 or sys.platform != "linux" or threading.active_count() > 1:
        return make
    import multiprocessing

    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_give, args=(make, ours, theirs), daemon=True)
    with undisturbed():
        process.start()
    theirs.close()

    def result() -> T:
        try:
            made: tuple[T] = ours.recv()
        except (EOFError, OSError):
            return make()
        finally:
            ours.close()
            process.kill()
            process.join()
        return made[0]

    return result


def _give(make: Callable[[], Any], ours: Connection, theirs: Connection) -> None:
    obey_parent()
    ours.close()  # so that a parent that no longer waits is noticed
    with suppress(Exception):  # whoever waits does it again, and meets the fault where it can be told
        theirs.send((make(),))


def give_back() -> None:
    """Freed memory goes back to the system before workers are forked: a tenth of all at ten thousand clippings."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's
        if trim is not None:
            trim(0)


def end(pool: Executor) -> None:
    """End the pool's workers now, whatever they are at."""
    threading.excepthook = _told
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)


def _told(problem: threading.ExceptHookArgs) -> None:
    """The pool's own thread may stumble over futures that were cancelled meanwhile: nobody need hear of that."""
    if problem.exc_type is not InvalidStateError:
        threading.__excepthook__(problem)
