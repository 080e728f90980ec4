"""Extraction on a real Dask scheduler with two worker processes gives what one process gives, though a worker is killed."""

from __future__ import annotations

import importlib.util
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import firstpass
from sitegen.build import build

sys.path.insert(0, str(Path(__file__).parent))
from test_incremental_builds import begin, clean, options, tree

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="the extra `dask` is not installed"),
]


def started(*arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its workers."""
    told = tmp_path / "scheduler.json"
    processes = [
        started(
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            str(told),
        )
    ]
    for _ in range(2):
        processes.append(
            started("distributed.cli.dask_worker", "--scheduler-file", str(told), "--nthreads", "1", "--no-nanny", "--no-dashboard",
                    "--local-directory", str(tmp_path))
        )  # fmt: skip
    try:
        from distributed import Client

        for _ in range(300):
            if told.exists() and told.stat().st_size:
                break
            time.sleep(0.1)
        with Client(scheduler_file=str(told), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address.replace("tcp://", "dask://"), processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def test_a_build_on_two_workers(cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path) -> None:
    begin(tmp_path, random.Random(3), 12)
    build(replace(options(tmp_path, 1), executor=cluster[0]))
    assert tree(tmp_path / "out") == clean(tmp_path)


def test_a_worker_killed_in_the_middle(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its batches are done by the other one: the scheduler gives them out again."""
    address, workers = cluster
    begin(tmp_path, random.Random(4), 60)
    monkeypatch.setattr(firstpass, "BATCH", 2)
    killer = subprocess.Popen(
        [sys.executable, "-c", f"import os, time; time.sleep(0.7); os.kill({workers[0].pid}, {signal.SIGKILL.value})"]
    )
    build(replace(options(tmp_path, 1), executor=address))
    killer.wait()
    assert workers[0].wait(timeout=10) == -signal.SIGKILL
    assert tree(tmp_path / "out") == clean(tmp_path)
