"""docs/tutorial.md, followed to the letter: every block of commands is run, in order, in one shell's folder."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TUTORIAL = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?ms)^```sh\n(.*?)^```", TUTORIAL)
PORT = re.compile(r"serving (http://127\.0\.0\.1:\d+/\S*)")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A PATH on which `sitegen` is this checkout's, and a browser that opens nothing."""
    tools = tmp_path / "bin"
    tools.mkdir()
    command = tools / "sitegen"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m sitegen "$@"\n')
    command.chmod(0o755)
    return {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "BROWSER": "true"}


def test_the_tutorial_works_as_written(tmp_path: Path, environment: dict[str, str]) -> None:
    assert len(BLOCKS) >= 6
    folder, said = tmp_path, []
    serving: subprocess.Popen[str] | None = None
    try:
        for block in BLOCKS:
            if block.startswith("sitegen serve"):
                log = tmp_path / "serve.log"
                serving = subprocess.Popen(["sh", "-c", "exec " + block], cwd=folder, env=environment, stdout=log.open("w"),
                                           stderr=subprocess.STDOUT, text=True)  # fmt: skip
                address = _address(log)
                with urllib.request.urlopen(address + "review/") as answer:
                    assert "harbour-talks.yaml" in answer.read().decode()
                continue
            done = subprocess.run(
                ["sh", "-ec", f"{block}\npwd"], cwd=folder, env=environment, capture_output=True, text=True
            )
            assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"
            *lines, folder_now = done.stdout.splitlines()
            folder = Path(folder_now)
            said.append("\n".join(lines))
    finally:
        if serving is not None:
            serving.send_signal(signal.SIGINT)
            serving.wait(10)
    whole = "\n".join(said)
    assert "1 undated" in whole  # step 3
    assert "2021-05-12" in said[-3]  # step 5: what "on Wednesday" is, once the clipping has its day
    assert "0 errors, 0 warnings" in said[-2]  # step 6
    assert (folder / "output/index.html").is_file()
    page = (folder / "stick/index.html").read_text(encoding="utf-8")
    assert 'index.html"' in page


def _address(log: Path) -> str:
    for _ in range(600):
        found = PORT.search(log.read_text())
        if found:
            return found[1]
        time.sleep(0.05)
    pytest.fail(log.read_text())
