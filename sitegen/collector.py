"""Python's collector of cyclic garbage, at rest while records are made: they are many, they last, and they hold no cycles.

Reference counts alone free what is done with. Measured 2026-11-25: not one object of a hundred clippings' extraction was left to
the collector, which took some of its time (3 to 22 % on a busy machine), and a third of the merging of 100,000 events.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest(*, lasting: bool = False) -> Iterator[None]:
    """No garbage is looked for meanwhile. What is `lasting` counts as old then: else the next allocation searched all of it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            if lasting:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
