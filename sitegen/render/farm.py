"""Works carried out: remembered, or done here, or by forked workers beside this process; their outcomes in order.

The workers are forked once the site stands indexed, so that nothing is sent to them; this process does its share. Who is free takes
the next number from a pipe, which a worker's death cannot leave locked. Files go from whoever printed them straight to the stage;
back come their names and hashes. A work is done from the site alone, never from what another left behind: therefore the bytes
don't depend on the number of workers. Where forking is not safe (no Linux, other threads) or would not pay, all is done here.
"""

from __future__ import annotations

import os
import struct
import sys
import threading
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sitegen.model import OutputFile, Staged
from sitegen.render.remembered import Remembered
from sitegen.render.traced import Trace
from sitegen.workers import obey_parent, undisturbed

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PARALLEL_FROM = 600  # works from which a worker pays for its start (some 0.2 s with what each makes for itself)
CHUNK = 60  # small works taken at once
MOST_CHUNKS = 12_000  # numbers of four bytes that a pipe takes without a reader

Stage = Callable[[OutputFile], Staged]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file that is as it was published: nothing was made."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something that makes files. `key` and `given` name it to the memory (not if it is not `lasting`); `small`: one of very many.

    `make` gives the files, and a note that whoever asked for them finds again when the files are remembered.
    """

    key: str
    make: Callable[[], tuple[Iterable[OutputFile], Any]]
    small: bool = False
    lasting: bool = True
    given: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    files: tuple[OutputFile | Staged | Kept, ...]
    note: Any


#: What comes back from a work: its files, its note, and the look-ups by their numbers in the doer's list of names.
_Outcome = tuple[tuple[OutputFile | Staged, ...], Any, "array[int]"]


def carried_out(
    works: Sequence[Work], trace: Trace, memory: Remembered, jobs: int, stage: Stage | None
) -> Generator[Done, None, None]:
    """One `Done` a work, in their order. `memory` is told of all that was made (but the hashes: the caller has them)."""
    known: dict[int, Done] = {}
    for number, work in enumerate(works):
        made = memory.recall(work.key, work.given) if work.lasting else None
        if made is not None:
            known[number] = Done(files=tuple(Kept(path=path) for path, _ in made.files), note=made.note)
    todo = [n for n in range(len(works)) if n not in known]
    parallel = jobs > 1 and len(todo) >= PARALLEL_FROM and sys.platform == "linux" and threading.active_count() == 1
    doer = _Doer(works, trace, stage)
    outcomes = (
        _shared_out(doer, _chunks(works, todo), jobs) if parallel else ((n, doer.do(n), doer.names) for n in todo)
    )
    waiting: dict[int, tuple[_Outcome, Sequence[str]]] = {}
    try:
        for number, work in enumerate(works):
            if number in known:
                yield known[number]
                continue
            while number not in waiting:
                found, outcome, names = next(outcomes)
                waiting[found] = outcome, names
            (files, note, reads), names = waiting.pop(number)
            if work.lasting:
                memory.keep(work.key, [names[i] for i in reads], [f.path for f in files], note, work.given)
            yield Done(files=files, note=note)
    finally:
        outcomes.close()


def _chunks(works: Sequence[Work], todo: Sequence[int]) -> list[list[int]]:
    """What takes longest first, one by one, so that nobody is left with it at the end; then the small ones, many at once."""
    small = [n for n in todo if works[n].small]
    size = max(CHUNK, -(-len(small) // MOST_CHUNKS))
    large = [n for n in todo if not works[n].small]
    step = -(-len(large) // MOST_CHUNKS)
    return [
        *(large[at : at + step] for at in range(0, len(large), step or 1)),
        *(small[at : at + size] for at in range(0, len(small), size)),
    ]


class _Doer:
    """Does works in one process; `names` are the look-ups noted so far, each once."""

    def __init__(self, works: Sequence[Work], trace: Trace, stage: Stage | None) -> None:
        self._works, self._trace, self._stage = works, trace, stage
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}

    def do(self, number: int) -> _Outcome:
        work, stage = self._works[number], self._stage

        def make() -> tuple[tuple[OutputFile | Staged, ...], Any]:
            files, note = work.make()
            return tuple(files) if stage is None else tuple([stage(f) for f in files]), note

        (files, note), reads = self._trace.watch(make)
        return files, note, array("I", [self._number(node) for node in reads] if work.lasting else ())

    def _number(self, node: str) -> int:
        known = self._numbers.get(node)
        if known is None:
            known = self._numbers[node] = len(self.names)
            self.names.append(node)
        return known


class _Worker:
    """A process that takes chunks as this one does. `done` once it has said that it has nothing more to tell."""

    def __init__(self, doer: _Doer, chunks: Sequence[Sequence[int]], numbers: int, fill: int) -> None:
        import multiprocessing

        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(doer, chunks, numbers, fill, theirs), daemon=True)
        with undisturbed():
            self._process.start()
        theirs.close()
        self._names: list[str] = []
        self.done = False

    def ready(self) -> bool:
        return not self.done and self._ours.poll()

    def receive(self) -> Iterator[tuple[int, _Outcome, Sequence[str]]]:
        """What it has done of a chunk, waited for."""
        try:
            told = self._ours.recv()
        except EOFError:
            raise BrokenProcessPool("a process that printed pages ended abruptly") from None
        if isinstance(told, BaseException):
            raise told
        if told is None:
            self.done = True
            return
        fresh, outcomes = told
        self._names += fresh
        for number, outcome in outcomes:
            yield number, outcome, self._names

    def end(self) -> None:
        self._ours.close()
        self._process.kill()
        self._process.join()


def _shared_out(
    doer: _Doer, chunks: Sequence[Sequence[int]], jobs: int
) -> Generator[tuple[int, _Outcome, Sequence[str]], None, None]:
    """All outcomes, as they come: this process's own and those of `jobs` - 1 workers."""
    numbers, fill = os.pipe()
    os.write(fill, struct.pack(f"{len(chunks)}I", *range(len(chunks))))
    workers: list[_Worker] = []
    try:
        for _ in range(min(jobs, len(chunks)) - 1):
            workers.append(_Worker(doer, chunks, numbers, fill))
        os.close(fill)
        fill = -1
        for chunk in _taken(chunks, numbers):
            for number in chunk:
                yield number, doer.do(number), doer.names
            for worker in workers:
                while worker.ready():
                    yield from worker.receive()
        for worker in workers:
            while not worker.done:
                yield from worker.receive()
    finally:
        for end in (numbers, fill):
            if end >= 0:
                os.close(end)
        for worker in workers:
            worker.end()


def _taken(chunks: Sequence[Sequence[int]], numbers: int) -> Iterator[Sequence[int]]:
    while taken := os.read(numbers, 4):
        yield chunks[struct.unpack("I", taken)[0]]


def _work(doer: _Doer, chunks: Sequence[Sequence[int]], numbers: int, fill: int, theirs: Connection) -> None:
    """A worker: takes chunks until none is left."""
    obey_parent()
    os.close(fill)
    told: object = None
    try:
        for chunk in _taken(chunks, numbers):
            before = len(doer.names)
            outcomes = [(number, doer.do(number)) for number in chunk]
            theirs.send((doer.names[before:], outcomes))
    except Exception as fault:
        told = fault
    try:
        theirs.send(told)
    except BrokenPipeError:  # nobody waits for it any more
        pass
    except Exception:  # a fault that cannot be sent
        theirs.send(RuntimeError(f"{type(told).__name__}: {told}"))
