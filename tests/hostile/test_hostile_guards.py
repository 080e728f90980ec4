"""Guards that no outward sign tells of: what is opened, what is synced before what, what a damaged journal does, what workers obey."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen import write
from sitegen.cli import main
from sitegen.model import OutputFile
from sitegen.options import beside
from sitegen.read import Refused, read_bytes
from sitegen.store import Store

ROOT = Path(__file__).resolve().parents[2]
STORY = "Lake ministers meet {n}\n\nVIENNA, May {d}, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on {d} May 2021 and agreed on patrols number {n}.\n"


def site(folder: Path, count: int) -> Path:
    (folder / "content/articles").mkdir(parents=True)
    for number in range(count):
        (folder / f"content/articles/a{number}.txt").write_text(STORY.format(n=number, d=number % 28 + 1))
    return folder


def arguments(folder: Path, jobs: int = 1) -> list[str]:
    return ["build", "-q", "--jobs", str(jobs), "--content", str(folder / "content"), "--output", str(folder / "out"), "--cache", str(folder / "cache")]  # fmt: skip


def test_a_link_is_not_opened_even_where_it_stood_for_a_file_before(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "link").symlink_to("secret")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        with pytest.raises(Refused):
            read_bytes(str(tmp_path / name), 100)
    with pytest.raises(Refused):
        read_bytes("/dev/zero", 100)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the order of calls from the functions of this module")
def test_all_is_synced_before_the_journal_and_the_journal_before_a_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def publish(words: str) -> None:
        publisher = write.Publisher(tmp_path / "out", write.guard(tmp_path / "out", tmp_path / "content"))
        for number in range(9):
            publisher.add(OutputFile(path=f"p{number}.html", data=(words if number == 3 else "same").encode()))
        publisher.commit()

    publish("old")
    calls: list[str] = []
    for name in ("write_file", "sync_tree", "write_journal", "apply"):
        real = getattr(write.publish, name)
        monkeypatch.setattr(
            write.publish, name, lambda *a, _real=real, _name=name, **k: (calls.append(_name), _real(*a, **k))[1]
        )
    publish("new")
    order = [c for c in calls if c != "write_file"]
    assert order == ["sync_tree", "write_journal", "apply"]


def test_a_journal_that_was_damaged_is_not_followed(tmp_path: Path) -> None:
    site(tmp_path, 3)
    assert main(arguments(tmp_path)) == 0
    before = (tmp_path / "out/index.html").read_bytes()
    stage, journal = beside(tmp_path / "out", "stage"), beside(tmp_path / "out", "journal")
    stage.mkdir()
    (stage / "index.html").write_text("torn")
    journal.write_bytes(b"0" * 32 + b'\n{"kind":"edit","renames":["index.html"],"removes":["feed.xml"]}')
    assert write.recover(tmp_path / "out")
    assert (tmp_path / "out/index.html").read_bytes() == before
    assert (tmp_path / "out/feed.xml").is_file()
    assert not stage.exists()


def test_a_store_whose_entry_was_changed_does_not_give_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put([("k", b"whole")])
    assert store._connection is not None
    store._connection.execute("UPDATE entries SET data = ? WHERE key = 'k'", (b"other",))
    assert store.get("k") is None
    assert store.damaged
    store.close()


def test_build_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert main(arguments(site(tmp_path, 5))) == 0


#: Run in the background, as a job of a shell or below `nohup`, a test would hand signals on that are ignored.
ANSWERED = (
    "import signal\nfor name in ('SIGINT', 'SIGTERM', 'SIGHUP'): signal.signal(getattr(signal, name), signal.SIG_DFL)\n"
)


def slow_build(folder: Path) -> subprocess.Popen[bytes]:
    """Two workers that take their time over each clipping."""
    slow = "import sitegen.firstpass as f, time\nreal = f.extract_one\nf.extract_one = lambda *a: (time.sleep(0.02), real(*a))[1]\n"
    code = f"import sys\n{ANSWERED}{slow}from sitegen.cli import main\nsys.exit(main({arguments(folder, 2)!r}))"
    return subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, start_new_session=True)  # fmt: skip


def alive(number: int) -> bool:
    """Whether it still runs; one that nobody has buried does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def at_work(process: subprocess.Popen[bytes]) -> list[int]:
    """The two workers' ids, once they are at work."""
    file, until = Path(f"/proc/{process.pid}/task/{process.pid}/children"), time.monotonic() + 60
    while len(found := file.read_text().split()) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.3)
    return [int(n) for n in found]


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
def test_workers_do_not_outlive_a_build_that_was_killed_nor_hold_its_lock(tmp_path: Path) -> None:
    process = slow_build(site(tmp_path, 240))
    workers = at_work(process)
    assert len(workers) == 2
    process.kill()
    process.communicate(timeout=20)
    time.sleep(0.5)
    assert not any(map(alive, workers))
    assert main(arguments(tmp_path)) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
def test_a_worker_that_is_killed_is_told_in_a_line(tmp_path: Path) -> None:
    process = slow_build(site(tmp_path, 240))
    os.kill(at_work(process)[0], signal.SIGKILL)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert err.count(b"\n") == 1, err
    assert b"worker process" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_workers_end_with_their_build(number: signal.Signals, tmp_path: Path) -> None:
    """A signal to the whole group, as a terminal or a supervisor sends it: found to leave a build waiting for ever."""
    site(tmp_path, 240)
    for wait in (1.2, 1.7):
        process = slow_build(tmp_path)
        workers = at_work(process) if number == signal.SIGTERM else []
        time.sleep(wait)
        os.killpg(process.pid, number)
        try:
            _, err = process.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            pytest.fail("the build hangs")
        assert process.returncode in (128 + number, -number, 0)
        assert b"InvalidStateError" not in err
        time.sleep(0.3)
        assert not any(map(alive, workers))
    assert main(arguments(tmp_path)) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGINT"])
def test_a_signal_that_was_ignored_before_stays_ignored(name: str, tmp_path: Path) -> None:
    """`nohup sitegen build &` outlives the terminal that it was begun in."""
    site(tmp_path, 3)
    code = f"import os, signal\nsignal.signal(signal.{name}, signal.SIG_IGN)\nimport sitegen.gather as g\nreal = g.merge\ng.merge = lambda *a, **k: (os.kill(os.getpid(), signal.{name}), real(*a, **k))[1]\nimport sys, sitegen.__main__ as m\nsys.argv[1:] = {arguments(tmp_path)!r}\nm.run()"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, timeout=60)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out/index.html").is_file()
