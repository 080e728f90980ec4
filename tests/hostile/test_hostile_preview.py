"""The preview among clients that are slow, many, half gone or ill-mannered: it answers the others, and lives."""

from __future__ import annotations

import contextlib
import os
import re
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.cli import main

ROOT = Path(__file__).resolve().parents[2]
STORY = "Lake ministers meet\n\nVIENNA, May 4, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on Tuesday.\n"
DESCRIPTORS = 96
IDLE_S = 1.5


def state(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {p.relative_to(folder).as_posix(): (p.read_bytes(), p.stat().st_mtime_ns, p.stat().st_ino) for p in sorted(folder.rglob("*")) if p.is_file()}  # fmt: skip


def whole(answer: bytes) -> bool:
    head, ended, body = answer.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head.lower())
    return bool(ended) and len(body) >= int(length[1] if length else 0)


class Preview:
    """A preview in a process that may open few descriptors."""

    def __init__(self, folder: Path) -> None:
        (folder / "content/articles").mkdir(parents=True)
        (folder / "content/articles/a.txt").write_text(STORY)
        self.folder = folder
        assert main(["build", "-q", "--jobs", "1", "--content", str(folder / "content"), "--output", str(folder / "output"), "--cache", str(folder / ".sitegen")]) == 0  # fmt: skip
        self.published = state(folder / "output")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.log = folder / "log.txt"
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", f"import sys, sitegen.server as s\ns.IDLE_S = {IDLE_S}\nfrom sitegen.cli import main\nsys.exit(main(['serve', '--port', '{self.port}']))"],
                cwd=folder, stdout=log, stderr=log, env={**os.environ, "PYTHONPATH": str(ROOT)},
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (DESCRIPTORS, DESCRIPTORS)),
            )  # fmt: skip
        until = time.monotonic() + 60
        while "serving" not in self.log.read_text() and time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.05)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def ask(self, request: bytes, wait: float = 10) -> bytes:
        """The answer, up to the length that it tells; what came where none came in time."""
        answer = b""
        with self.connect() as client, contextlib.suppress(ConnectionError, TimeoutError):
            client.settimeout(wait)
            with contextlib.suppress(ConnectionError):
                client.sendall(request)
            while len(answer) < 2_000_000 and not whole(answer) and (more := client.recv(65_536)):
                answer += more
        return answer

    def lives(self, wait: float = 10) -> bool:
        until = time.monotonic() + wait
        while time.monotonic() < until and self.process.poll() is None:
            with contextlib.suppress(ConnectionError):  # it shuts out whom it has no descriptor for
                if (
                    self.ask(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode(), wait)[:12]
                    == b"HTTP/1.1 200"
                ):
                    return True
            time.sleep(0.1)
        return False

    def seconds(self) -> float:
        """Processor time that it has taken."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    running = Preview(tmp_path_factory.mktemp("preview"))
    yield running
    running.process.kill()
    running.process.wait()


REQUESTS: dict[str, bytes] = {
    "absolute form": b"GET http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "absolute form, elsewhere": b"GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "proxy": b"CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n",
    "two hosts, comma": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}, evil.example\r\n\r\n",
    "host with a user": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}@evil.example\r\n\r\n",
    "host in capitals": b"GET / HTTP/1.1\r\nHost: LOCALHOST:{port}\r\n\r\n",
    "host with a stop": b"GET / HTTP/1.1\r\nHost: localhost.:{port}\r\n\r\n",
    "host, decimal": b"GET / HTTP/1.1\r\nHost: 2130706433:{port}\r\n\r\n",
    "host, short": b"GET / HTTP/1.1\r\nHost: 127.1:{port}\r\n\r\n",
    "host, any": b"GET / HTTP/1.1\r\nHost: 0.0.0.0:{port}\r\n\r\n",
    "host, mapped": b"GET / HTTP/1.1\r\nHost: [::ffff:127.0.0.1]:{port}\r\n\r\n",
    "host, forwarded": b"GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: 127.0.0.1:{port}\r\n\r\n",
    "old protocol": b"GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n",
    "no protocol": b"GET /\r\n\r\n",
    "protocol 9": b"GET / HTTP/9.9\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "http 2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
    "zeros": bytes(5_000),
    "newlines": b"\r\n" * 5_000,
    "header of 300 kB": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
    "header of 2 MB": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: " + b"a" * 2_000_000 + b"\r\n\r\n",
    "ten thousand headers": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n" + b"X: a\r\n" * 10_000 + b"\r\n",
    "folded header": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: a\r\n b\r\n\r\n",
    "bare newline in a header": b"GET / HTTP/1.1\nHost: 127.0.0.1:{port}\nX: a\n\n",
    "null in a header": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: a\0b\r\n\r\n",
    "a body": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 5\r\n\r\nhello",
    "a body of a terabyte": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 1000000000000\r\n\r\n",
    "a negative body": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: -1\r\n\r\n",
    "two lengths": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "smuggled": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
    "endless chunk": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n",
    "range": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nRange: bytes=" + b"0-0," * 1_300 + b"\r\n\r\n",
    "expects": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n",
    "socket without a key": b"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "socket of a stranger": b"GET /livereload HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
    "up, encoded twice": b"GET /%252e%252e/%252e%252e/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "up, overlong": b"GET /%c0%ae%c0%ae/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "up, full width": b"GET /%ef%bc%8e%ef%bc%8e/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "up, backslash": b"GET /..%5c..%5cetc%5cpasswd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "up, with a null": b"GET /..%00/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "root of the disk": b"GET //etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "open redirect": b"GET //evil.example/%2f.. HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "open redirect, timeline": b"GET //evil.example/timeline HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "split answer": b"GET /timeline%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "hidden": b"GET /.git/config HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "query of 7 kB": b"GET /?" + b"a=b&" * 1_700 + b" HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "script in the address": b"GET /<script>alert(1)</script> HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "up, far": b"GET /" + b"../" * 20 + b"etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "up, far, encoded": b"GET /" + b"%2e%2e/" * 20 + b"etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "up, far, from a page": b"GET /timeline/" + b"..%2f" * 20 + b"etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "raw bytes": b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "name too long": b"GET /" + b"a" * 300 + b"/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "path too long": b"GET /" + b"a/" * 3_000 + b" HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
}  # fmt: skip
#: Hosts that are this machine's loopback by another name, and yet not one of the three that are answered.
FORBIDDEN = ("host,", "two hosts", "host with", "no host", "old protocol", "socket of")
#: Not whole: it is let go after a while.
INCOMPLETE = ("a body of", "endless", "expects", "zeros")


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_of_any_shape_is_answered_without_a_fault(name: str, preview: Preview) -> None:
    request = REQUESTS[name].replace(b"{port}", str(preview.port).encode())
    answer = preview.ask(request, 2 if name.startswith(INCOMPLETE) else 10)
    head, _, body = answer.partition(b"\r\n\r\n")
    status = int(head.split()[1]) if head.startswith(b"HTTP/1.1 ") else 0
    assert status < 500, head
    assert b"root:" not in body
    assert b"x-evil" not in head.lower().partition(b"location")[0]
    assert not [line for line in head.splitlines() if line.lower().startswith(b"location: //")]
    assert b"<script>alert" not in body
    if name.startswith(FORBIDDEN):
        assert status in (0, 400, 403), head
    assert preview.lives()
    assert "Traceback" not in preview.log.read_text()


def test_slow_and_silent_clients_neither_stop_it_nor_stay(preview: Preview) -> None:
    silent = [preview.connect() for _ in range(20)]
    slow = [preview.connect() for _ in range(20)]
    for client in slow:
        client.sendall(b"GET / HTTP/1.1\r\nHost: ")
    assert preview.lives()
    until = time.monotonic() + 15
    while time.monotonic() < until and (silent or slow):
        for clients in (silent, slow):
            for client in list(clients):
                client.settimeout(0.01)
                with contextlib.suppress(TimeoutError):
                    try:
                        gone = client.recv(9) == b""
                    except ConnectionError:
                        gone = True
                    if gone:
                        clients.remove(client)
                        client.close()
    assert (len(silent), len(slow)) == (0, 0), "clients that say nothing keep their connection"


def test_more_connections_than_descriptors_end_in_an_answer(preview: Preview) -> None:
    """Past the limit nobody is let in; it does not burn its time over that, and it answers once some are gone."""
    clients: list[socket.socket] = []
    for _ in range(DESCRIPTORS + 60):
        with contextlib.suppress(OSError):
            clients.append(preview.connect())
    before, start = preview.seconds(), time.monotonic()
    time.sleep(1)
    assert preview.seconds() - before < 0.5 * (time.monotonic() - start), "it spins while it has no descriptor left"
    for client in clients:
        client.close()
    assert preview.lives(20)
    assert "Traceback" not in preview.log.read_text()


def test_connections_that_are_reset_leave_nothing_behind(preview: Preview) -> None:
    linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
    for number in range(150):
        client = preview.connect()
        with contextlib.suppress(OSError):
            client.sendall(f"GET /timeline/ HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n"[: number % 60].encode())
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        client.close()
    assert preview.lives()
    time.sleep(0.3)
    assert len(os.listdir(f"/proc/{preview.process.pid}/fd")) < DESCRIPTORS / 2


def test_the_published_site_is_not_touched_and_nothing_of_the_preview_lies_in_its_pages(preview: Preview) -> None:
    """After a save, a failed build and a mended one, and visits between them."""
    article, sidecar = (preview.folder / f"content/articles/{name}" for name in ("a.txt", "a.yaml"))
    for file, text, word in ((article, STORY.replace("on Tuesday", "in its new hall on Tuesday"), b"new hall"), (sidecar, "published: 2021-02-30\n", b"E007"), (sidecar, "publisher: Wire\n", b"Wire")):  # fmt: skip
        file.write_text(text)
        until = time.monotonic() + 30
        while word not in preview.ask(f"GET /{'' if word == b'E007' else 'sources/a/'} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()):  # fmt: skip
            assert time.monotonic() < until, word
            time.sleep(0.1)
    assert state(preview.folder / "output") == preview.published
    pages = list((preview.folder / ".sitegen/preview").rglob("*.html"))
    assert pages
    assert not [p for p in pages if b"livereload" in p.read_bytes() or b"sitegen-preview" in p.read_bytes()]
