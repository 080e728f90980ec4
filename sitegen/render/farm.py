"""Pages of one kind, printed in chunks by worker processes, and handed back in the order of their records.

The workers are forked once the site stands indexed, so that nothing is sent to them but numbers; back come the bytes.
A page is made from its record and the site alone, never from what another page left behind: therefore the bytes don't depend on
the number of workers. Where forking is not safe (no Linux, other threads) or would not pay, all is printed here.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from sitegen.render.environment import Renderer
from sitegen.render.frame import Page
from sitegen.render.urls import output_name

PARALLEL_FROM = 600  # pages from which workers pay for their start (some 0.2 s with what each makes for itself)
CHUNK = 60
AHEAD = 6  # chunks a worker that may lie printed and not yet written


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """Pages of one kind: one a record. `template` is the one they print with, compiled before the workers are forked."""

    template: str
    make: Callable[[Any], Page]
    records: Sequence[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A page's bytes, with what the sitemap asks of it."""

    path: str
    name: str
    index: bool
    modified: str | None
    data: bytes


def printed(renderer: Renderer, page: Page) -> Printed:
    return Printed(
        path=page.path,
        name=output_name(page.path),
        index=page.shell.index,
        modified=page.modified,
        data=renderer.render_page(page),
    )


def _made(renderer: Renderer, step: Many, record: Any) -> Printed:
    return printed(renderer, step.make(record))


def print_all(steps: Sequence[Many], renderer: Renderer, jobs: int) -> list[Iterator[Printed]]:
    """One iterator a step; they are to be used up in their order."""
    count = sum(len(s.records) for s in steps)
    if jobs <= 1 or count < PARALLEL_FROM or sys.platform != "linux" or threading.active_count() > 1:
        return [map(partial(_made, renderer, step), step.records) for step in steps]
    for step in steps:
        renderer.compile(step.template)
    tasks = [(n, at) for n, s in enumerate(steps) for at in range(0, len(s.records), CHUNK)]
    farm = _Farm(steps, renderer, tasks, jobs)
    return [farm.of(n) for n in range(len(steps))]


_WORK: tuple[Sequence[Many], Renderer] | None = None  # what a forked worker finds; in the parent None again


def _chunk(step: int, at: int) -> list[Printed]:
    assert _WORK is not None
    steps, renderer = _WORK
    chosen = steps[step]
    return [_made(renderer, chosen, record) for record in chosen.records[at : at + CHUNK]]


class _Farm:
    def __init__(self, steps: Sequence[Many], renderer: Renderer, tasks: Sequence[tuple[int, int]], jobs: int) -> None:
        import multiprocessing

        global _WORK
        self._left = deque(tasks)
        self._running: deque[tuple[int, Future[list[Printed]]]] = deque()
        _WORK = steps, renderer
        try:
            self._pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"))
            for _ in range(AHEAD * jobs):
                self._submit()  # the first one forks all workers
        finally:
            _WORK = None

    def _submit(self) -> None:
        if self._left:
            step, at = self._left.popleft()
            self._running.append((step, self._pool.submit(_chunk, step, at)))

    def of(self, step: int) -> Iterator[Printed]:
        try:
            while self._running and self._running[0][0] == step:
                done = self._running.popleft()[1].result()
                self._submit()
                yield from done
        except BaseException:
            self._pool.shutdown(wait=False, cancel_futures=True)
            raise
        if not self._running:
            self._pool.shutdown()
