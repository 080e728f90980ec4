"""What a worker process does on a signal: an interrupt is its parent's to answer, an order to end ends it at once.

A worker is forked with its parent's handlers. Left with them, it would raise in the middle of a queue's lock and leave the
parent waiting for ever (found by signalling a build's process group).
"""

from __future__ import annotations

import signal


def obey_parent() -> None:
    """The first thing that a worker does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, signal.SIG_DFL)
