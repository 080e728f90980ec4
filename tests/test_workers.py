"""Work that a forked process does beside this one gives what it would give here, whatever becomes of the process."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from sitegen.workers import aside

HERE = os.getpid()


@pytest.fixture(autouse=True)
def _no_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a build: what other tests left running in this process does not decide whether it is forked."""
    monkeypatch.setattr("sitegen.workers.threading.active_count", lambda: 1)


def test_what_is_done_aside_comes_back() -> None:
    asked = [aside(lambda n=n: (os.getpid(), n * n), 2) for n in range(3)]  # type: ignore[misc]
    made = [ask() for ask in asked]
    assert [square for _, square in made] == [0, 1, 4]
    assert HERE not in {process for process, _ in made}


def test_with_one_job_it_is_done_here() -> None:
    assert aside(os.getpid, 1)() == HERE


def test_a_lost_process_is_made_good_here(tmp_path: Path) -> None:
    def make() -> str:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return "made here"

    assert aside(make, 2)() == "made here"


def test_a_fault_is_met_by_whoever_asks() -> None:
    def make() -> int:
        raise ValueError("of ours")

    ask = aside(make, 2)
    with pytest.raises(ValueError, match="of ours"):
        ask()
