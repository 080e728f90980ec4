"""Pages printed by workers are the same, and an event that hundreds tell of has a small page. Counts, no times."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import meridian
import pytest

from sitegen.model import OutputFile, Register
from sitegen.render import farm, render_site
from sitegen.render.remembered import Remembered
from sitegen.render.traced import Trace


def many(count: int) -> Register:
    register = meridian.register()
    model = register.events[0]
    extra = tuple(replace(model, id=f"{model.id}-copy-{i}", main_of=(), former_ids=(), edits=()) for i in range(count))
    return replace(register, events=(*register.events, *extra))


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that another test has left would keep the pages in one process."""
    monkeypatch.setattr(farm.threading, "active_count", lambda: 1)


def test_any_number_of_workers_prints_the_same_bytes_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(farm, "PARALLEL_FROM", 1)
    monkeypatch.setattr(farm, "CHUNK", 7)
    register = many(40)
    made = [
        [(f.path, f.data) for f in render_site(register, meridian.source(), None, sitegen_version="0", jobs=jobs)]
        for jobs in (1, 2, 4)
    ]
    assert made[0] == made[1] == made[2]


def test_a_page_that_hundreds_tell_of_prints_a_dozen_sentences_and_counts_the_rest() -> None:
    register = meridian.register()
    event = next(e for e in register.events if e.witnesses and e.witnesses[0].evidence)
    told = event.witnesses[0]
    one = next(s for s in register.sources if s.record.id == told.source)
    names = [f"told-{i}" for i in range(300)]
    sources = tuple(replace(one, record=replace(one.record, id=n, path=f"articles/{n}.txt")) for n in names)
    crowded = replace(event, witnesses=tuple(replace(told, source=n) for n in names))
    events = tuple(crowded if e.id == event.id else e for e in register.events)
    whole = replace(register, events=events, sources=(*register.sources, *sources))
    pages = {f.path: f.data.decode() for f in render_site(whole, meridian.source(), None, sitegen_version="0")}
    page = next(p for path, p in pages.items() if path.endswith("index.html") and "240 more clippings tell of it" in p)
    evidence = page.split('id="evidence"')[1].split("</section>")[0]
    assert len(re.findall("<blockquote>", evidence)) <= 12
    assert len(page) < 60_000


def works(make: Callable[[int], bytes]) -> list[farm.Work]:
    def one(number: int) -> farm.Work:
        return farm.Work(
            key=f"{number}",
            make=lambda: ((OutputFile(path=f"{number}", data=make(number)),), number),
            small=number % 9 != 0,
            lasting=False,
        )

    return [one(number) for number in range(50)]


def outcomes(make: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch, jobs: int = 3) -> list[farm.Done]:
    monkeypatch.setattr(farm, "PARALLEL_FROM", 1)
    monkeypatch.setattr(farm, "CHUNK", 4)
    return list(farm.carried_out(works(make), Trace(), Remembered(), jobs, None))


def test_each_work_is_done_once_and_told_of_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    done = outcomes(lambda number: b"%d" % number, monkeypatch)
    assert [d.note for d in done] == list(range(50))
    assert [d.files for d in done] == [(OutputFile(path=f"{n}", data=b"%d" % n),) for n in range(50)]


def test_an_error_is_raised_whoever_met_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(number: int) -> bytes:
        raise OSError(28, "no space", f"file {number}")

    with pytest.raises(OSError, match="no space"):
        outcomes(fails, monkeypatch)


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
def test_a_worker_that_is_killed_ends_the_build_and_does_not_hang_it(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()

    def dies(number: int) -> bytes:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.05)  # so that the workers get something to do
        return b""

    with pytest.raises(BrokenProcessPool):
        outcomes(dies, monkeypatch)
