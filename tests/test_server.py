"""The preview as a hostile page and an impatient author meet it."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

ROOT = Path(__file__).resolve().parent.parent


class Running:
    """A preview in a process of its own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.folder = folder
        self.log = folder / "log.txt"
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "sitegen", "serve", "--port", str(self.port), "--base-url", "https://me.github.io/repo/", *arguments],
                cwd=folder, stderr=log, stdout=log, env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        until(lambda: "serving" in self.log.read_text() or self.process.poll() is not None, 40)
        assert self.process.poll() is None, self.log.read_text()

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def builds(self) -> int:
        text = self.log.read_text()
        return text.count("built:") + text.count("the build failed")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(5)


def until(holds: Callable[[], Any], seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.02)
    assert holds()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("serve") / "site"
    subprocess.run([sys.executable, "-m", "sitegen", "new", str(folder)], check=True, capture_output=True,
                   env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    running = Running(folder)
    yield running
    running.process.kill()
    running.process.wait()


def test_pages_stand_under_the_real_base_path(preview: Running) -> None:
    assert preview.get("/")[0] == 302
    status, home = preview.get("/repo/")
    assert status == 200
    assert b"/repo/livereload.js?port=" in home
    assert preview.get("/repo/timeline")[0] == 302
    assert preview.get("/repo/timeline/")[0] == 200
    assert preview.get("/timeline/")[0] == 404
    status, page = preview.get("/repo/nowhere/")
    assert status == 404
    assert b"<html" in page
    assert preview.get("/repo/livereload.js")[0] == 200
    assert b"What needs a person" in preview.get("/repo/review/")[1]


def test_get_and_head_only(preview: Running) -> None:
    assert preview.get("/repo/", "HEAD")[0] == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        assert preview.get("/repo/", method)[0] == 405
    assert preview.get("/forcereload")[0] == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "localhost:1", "", "127.0.0.1"]
)
def test_another_host_is_forbidden(preview: Running, host: str) -> None:
    for path in ("/repo/", "/repo/review/", "/repo/livereload.js", "/livereload"):
        assert preview.get(path, Host=host.format(port=preview.port))[0] in (400, 403)


def test_headers_keep_pages_to_themselves(preview: Running) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port)
    connection.request("GET", "/repo/")
    answer = connection.getresponse()
    headers = {k.lower(): v for k, v in answer.getheaders()}
    connection.close()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert not [h for h in headers if h.startswith("access-control")]


def connect(preview: Running, origin: str) -> dict[str, Any]:
    async def run() -> dict[str, Any]:
        headers = {"Origin": origin}
        socket_ = await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{preview.port}/livereload", headers=headers))
        await socket_.write_message(json.dumps({"command": "hello", "protocols": []}))
        answer = await asyncio.wait_for(socket_.read_message(), 5)  # type: ignore[arg-type]
        socket_.close()
        return dict(json.loads(str(answer)))

    with ThreadPoolExecutor(1) as other:  # a browser test of the same process may have a loop running in this thread
        return other.submit(asyncio.run, run()).result()


def test_the_websocket_opens_to_its_own_origin_alone(preview: Running) -> None:
    assert connect(preview, f"http://127.0.0.1:{preview.port}")["command"] == "hello"
    for origin in (
        "http://evil.example",
        f"https://127.0.0.1:{preview.port}",
        f"http://localhost:{preview.port}",
        "null",
    ):
        with pytest.raises(HTTPClientError, match="403"):
            connect(preview, origin)


def test_a_thousand_hostile_requests_leave_it_alive(preview: Running) -> None:
    dice = random.Random(1)
    pieces = [
        "..",
        "%2e%2e",
        "%5c",
        "\\",
        "//",
        "/",
        "%00",
        "a",
        "%",
        "%zz",
        "repo",
        "etc/passwd",
        "%c0%ae",
        "?",
        "#",
        ".git",
        "é",
        "x" * 9000,
    ]
    for number in range(1_000):
        path = "/" + "".join(dice.choice(pieces) for _ in range(dice.randrange(1, 9)))
        if number % 50 == 0:
            path = "/repo/" + "a" * 65_536
        with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as raw:
            raw.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\nConnection: close\r\n\r\n".encode())
            answer = raw.recv(200)
        if answer:
            status = int(answer.split()[1])
            assert status < 500, (path[:200], answer)
            assert b"root:" not in answer
    assert preview.get("/repo/")[0] == 200


def test_a_save_is_built_and_a_failure_keeps_the_last_good_site(preview: Running) -> None:
    article = preview.folder / "content/articles/lake-forum-ministers.txt"
    text = article.read_text()
    before = preview.builds()
    article.write_text(text.replace("joint flood patrols", "joint rescue patrols"))
    until(lambda: preview.builds() == before + 1, 10)
    assert b"rescue patrols" in preview.get("/repo/sources/lake-forum-ministers/")[1]

    sidecar = preview.folder / "content/articles/lake-forum-ministers.yaml"
    good = sidecar.read_text()
    sidecar.write_text("published: 2021-02-30\n<script>: x\n")
    until(lambda: preview.builds() == before + 2, 10)
    status, page = preview.get("/repo/")
    assert status == 200
    assert b"lake-forum-ministers.yaml:1:12" in page
    assert b"rescue patrols" in preview.get("/repo/sources/lake-forum-ministers/")[1]
    assert b"<script>:" not in page

    sidecar.write_text(good)
    until(lambda: preview.builds() == before + 3, 10)
    assert b'sitegen-preview"' not in preview.get("/repo/")[1]


def test_four_saves_at_once_make_one_build(preview: Running) -> None:
    before = preview.builds()
    for number in range(4):
        (preview.folder / f"content/articles/more-{number}.txt").write_text(f"A note of {number}.\n")
    time.sleep(2.5)
    assert preview.builds() == before + 1
    for number in range(4):
        (preview.folder / f"content/articles/more-{number}.txt").unlink()
    until(lambda: preview.builds() > before + 1, 10)


def test_output_is_never_touched_and_it_ends_at_once(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "sitegen", "new", str(tmp_path / "s")], check=True, capture_output=True,
                   env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    running = Running(tmp_path / "s")
    try:
        assert not (tmp_path / "s/output").exists()
        started = time.monotonic()
        assert running.stop() == 130
        assert time.monotonic() - started < 3
        assert "Traceback" not in running.log.read_text()
    finally:
        running.process.kill()
