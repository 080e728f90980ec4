"""Steps carried out: remembered, or printed here, or the many of one kind in chunks by worker processes; always in their order.

The workers are forked once the site stands indexed, so that nothing is sent to them but numbers; back come the bytes.
A page is made from the site alone, never from what another page left behind: therefore the bytes don't depend on the number
of workers. Where forking is not safe (no Linux, other threads) or would not pay, all is printed here.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from sitegen.render.environment import Renderer
from sitegen.render.frame import Step
from sitegen.render.remembered import Made, Remembered
from sitegen.render.traced import Trace
from sitegen.render.urls import output_name
from sitegen.workers import end, obey_parent

PARALLEL_FROM = 600  # pages from which workers pay for their start (some 0.2 s with what each makes for itself)
CHUNK = 60
AHEAD = 6  # chunks a worker that may lie printed and not yet written


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A page's bytes, with what the sitemap asks of it; no bytes where it is as it was published, under `digest`."""

    path: str
    name: str
    index: bool
    modified: str | None
    data: bytes | None
    reads: frozenset[str] = frozenset()


def printed(renderer: Renderer, step: Step, trace: Trace) -> Printed:
    page, reads = trace.watch(step.make)
    return Printed(
        path=page.path,
        name=output_name(page.path),
        index=page.shell.index,
        modified=page.modified,
        data=renderer.render_page(page),
        reads=frozenset(reads) if step.lasting else frozenset(),
    )


def _recalled(step: Step, made: Made) -> Printed:
    index, modified = made.note
    return Printed(path=step.path, name=output_name(step.path), index=index, modified=modified, data=None)


def print_all(
    steps: Sequence[Step], renderer: Renderer, trace: Trace, remembered: Remembered, jobs: int
) -> Iterator[Printed]:
    """One `Printed` a step, in their order. `remembered` is told of all that was made (but the hash: the caller has it)."""
    known: dict[int, Printed] = {}
    for number, step in enumerate(steps):
        made = remembered.recall(step.path, step.given) if step.lasting else None
        if made is not None:
            known[number] = _recalled(step, made)
    many = [n for n, step in enumerate(steps) if step.template and n not in known]
    if jobs <= 1 or len(many) < PARALLEL_FROM or sys.platform != "linux" or threading.active_count() > 1:
        for number, step in enumerate(steps):
            yield known.get(number) or printed(renderer, step, trace)
        return
    for template in sorted({steps[n].template or "" for n in many}):
        renderer.compile(template)
    yield from _with_workers(steps, renderer, trace, known, many, jobs)


def _with_workers(
    steps: Sequence[Step], renderer: Renderer, trace: Trace, known: Mapping[int, Printed], many: Sequence[int], jobs: int
) -> Iterator[Printed]:  # fmt: skip
    farm = _Farm(steps, renderer, trace, [many[at : at + CHUNK] for at in range(0, len(many), CHUNK)], jobs)
    farmed = farm.all()
    awaited = frozenset(many)
    try:
        for number, step in enumerate(steps):
            if number in awaited:
                yield next(farmed)
            else:
                yield known.get(number) or printed(renderer, step, trace)
    finally:
        farm.end()


_WORK: tuple[Sequence[Step], Renderer, Trace] | None = None  # what a forked worker finds; in the parent None again


def _chunk(numbers: Sequence[int]) -> list[Printed]:
    assert _WORK is not None
    steps, renderer, trace = _WORK
    return [printed(renderer, steps[number], trace) for number in numbers]


class _Farm:
    def __init__(
        self, steps: Sequence[Step], renderer: Renderer, trace: Trace, tasks: Sequence[Sequence[int]], jobs: int
    ) -> None:
        import multiprocessing

        global _WORK
        self._left = deque(tasks)
        self._running: deque[Future[list[Printed]]] = deque()
        _WORK = steps, renderer, trace
        try:
            self._pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), initializer=obey_parent)
            for _ in range(AHEAD * jobs):
                self._submit()  # the first one forks all workers
        finally:
            _WORK = None

    def _submit(self) -> None:
        if self._left:
            self._running.append(self._pool.submit(_chunk, self._left.popleft()))

    def all(self) -> Iterator[Printed]:
        while self._running:
            done = self._running.popleft().result()
            self._submit()
            yield from done

    def end(self) -> None:
        if self._running:
            end(self._pool)
        else:
            self._pool.shutdown()
