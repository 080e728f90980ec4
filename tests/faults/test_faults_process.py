"""A real build, interrupted: killed, signalled, starved; then the old site or the new site is whole, and the next build equals a clean one."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.cli import main

ROOT = Path(__file__).resolve().parents[2]


def story(number: int, word: str = "patrols") -> str:
    return (
        f"Lake ministers meet, {number}\n\nVIENNA, May {number % 28 + 1}, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on "
        f"{number % 28 + 1} May 2021 and agreed on {word} number {number}.\n\nThe forum was founded in 2009, officials said.\n"
    )


def site(folder: Path, count: int = 12) -> Path:
    articles = folder / "content/articles"
    articles.mkdir(parents=True)
    for number in range(count):
        (articles / f"a{number}.txt").write_text(story(number))
    return folder


def tree(output: Path) -> dict[str, bytes]:
    return (
        {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}
        if output.is_dir()
        else {}
    )


def arguments(folder: Path, output: str = "out", cache: str = "cache") -> list[str]:
    return [
        "build",
        "-q",
        "--content",
        str(folder / "content"),
        "--output",
        str(folder / output),
        "--cache",
        str(folder / cache),
        "--jobs",
        "1",
    ]


def clean_build(folder: Path) -> dict[str, bytes]:
    shutil.rmtree(folder / "fresh", ignore_errors=True)
    assert main(arguments(folder, "fresh", "fresh-cache")) == 0
    return tree(folder / "fresh")


def litter(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.name.startswith("."))


def start(folder: Path, prelude: str = "", **more: object) -> subprocess.Popen[str]:
    answered = "for name in ('SIGINT', 'SIGTERM', 'SIGHUP'): signal.signal(getattr(signal, name), signal.SIG_DFL)"  # not below nohup
    code = f"import signal, sys\n{answered}\n{prelude}\nfrom sitegen.cli import main\nsys.exit(main({arguments(folder)!r}))"
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more,
    )  # type: ignore[call-overload,no-any-return]  # fmt: skip


def changed(folder: Path, number: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The old site, and what a clean build makes of the content once clippings are edited, added and removed."""
    assert main(arguments(folder)) == 0
    old = tree(folder / "out")
    articles = folder / "content/articles"
    (articles / f"a{number % 12}.txt").write_text(story(number, "drills"))
    (articles / f"b{number}.txt").write_text(story(number + 100))
    (articles / f"a{(number + 5) % 12}.txt").unlink(missing_ok=True)
    return old, clean_build(folder)


def proven(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Whole before the next command, up to what a journal completes; equal to a clean build after it, with nothing left."""
    interrupted = any((folder / f".out.sitegen-{what}").exists() for what in ("journal", "old"))
    assert interrupted or tree(folder / "out") in (old, new)
    assert main(arguments(folder)) == 0
    assert tree(folder / "out") == new
    assert litter(folder) == []


def kills(folder: Path, seed: int) -> None:
    old, new = changed(site(folder), seed)
    chance = random.Random(seed)
    process = start(folder)
    time.sleep(chance.uniform(0.05, 0.9))
    process.kill()
    process.communicate()
    proven(folder, old, new)


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_random(seed: int, tmp_path: Path) -> None:
    kills(tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 250))
def test_killed_at_random_for_long(seed: int, tmp_path: Path) -> None:
    kills(tmp_path, seed)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_within_two_seconds_and_says_nothing(number: signal.Signals, tmp_path: Path) -> None:
    old, new = changed(site(tmp_path), number)
    process = start(
        tmp_path,
        "import sitegen.gather as g, time\ng_merge=g.merge\ng.merge=lambda *a,**k: (print('now', flush=True), time.sleep(9), g_merge(*a,**k))[2]",
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    begun = time.monotonic()
    process.send_signal(number)
    _, err = process.communicate(timeout=5)
    assert time.monotonic() - begun < 2
    assert process.returncode == 128 + number
    assert err == ""
    assert tree(tmp_path / "out") == old
    proven(tmp_path, old, new)


CALLS = ("open", "write", "fsync", "rename", "replace", "link", "unlink", "mkdir", "rmdir", "scandir", "lstat")


def injected(folder: Path, call: str, number: int, code: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """The `number`-th call of os.`call` fails; false where there are fewer."""
    old, new = changed(site(folder), number)
    real, count = getattr(os, call), 0

    def failing(*args: object, **kwargs: object) -> object:
        nonlocal count
        count += 1
        if count == number:
            raise OSError(code, os.strerror(code), str(args[0]) if args else None)
        return real(*args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        status = main(arguments(folder))
    assert status in (0, 1, 2, 3)
    if status:
        assert (
            tree(folder / "out") == old
            or any((folder / f".out.sitegen-{w}").exists() for w in ("journal", "old"))
            or tree(folder / "out") == new
        )
    proven(folder, old, new)
    return count >= number


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("number", [1, 2, 7])
def test_an_error_of_the_disk_at_the_nth_call(
    call: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    injected(tmp_path, call, number, errno.ENOSPC if number % 2 else errno.EIO, monkeypatch)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.long
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("number", range(3, 40, 2))
def test_an_error_of_the_disk_at_many_calls(
    call: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    injected(tmp_path, call, number, errno.EIO if number % 3 else errno.ENOSPC, monkeypatch)


@pytest.mark.parametrize("files", [4, 8, 12, 20])
def test_few_file_descriptors(files: int, tmp_path: Path) -> None:
    old, new = changed(site(tmp_path), files)
    process = start(tmp_path, f"import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, ({files}, {files}))\n")
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err or process.returncode == 1  # 4: the interpreter itself cannot import
    assert tree(tmp_path / "out") in (old, new)
    proven(tmp_path, old, new)


def test_a_small_stack(tmp_path: Path) -> None:
    old, new = changed(site(tmp_path), 3)
    process = start(tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_STACK, (256 * 1024, 256 * 1024)))
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert tree(tmp_path / "out") == new
    proven(tmp_path, old, new)


def test_files_may_not_grow(tmp_path: Path) -> None:
    """RLIMIT_FSIZE stands in for a full disk that no test may fill: each write beyond 2 kB fails with EFBIG."""
    old, new = changed(site(tmp_path), 4)
    process = start(
        tmp_path,
        "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))\n",
    )
    _, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "the published site is as it was" in err
    assert tree(tmp_path / "out") == old
    proven(tmp_path, old, new)


def test_two_builds_at_once(tmp_path: Path) -> None:
    old, new = changed(site(tmp_path), 5)
    both = [start(tmp_path), start(tmp_path)]
    done = [(p.communicate(timeout=60), p.returncode) for p in both]
    assert {status for _, status in done} <= {0, 75}, done
    assert tree(tmp_path / "out") == new
    proven(tmp_path, old, new)


@pytest.mark.parametrize("seed", range(3))
def test_content_that_changes_during_a_build(seed: int, tmp_path: Path) -> None:
    changed(site(tmp_path), seed)
    process = start(tmp_path)
    chance = random.Random(seed)
    while process.poll() is None:
        (tmp_path / f"content/articles/a{chance.randrange(12)}.txt").write_text(story(chance.randrange(500), "changes"))
        time.sleep(0.01)
    assert process.returncode in (0, 1, 3)
    process.communicate()
    assert main(arguments(tmp_path)) == 0
    assert tree(tmp_path / "out") == clean_build(tmp_path)


@pytest.mark.parametrize("seed", range(10))
def test_a_store_that_is_cut_or_bitten(seed: int, tmp_path: Path) -> None:
    _, new = changed(site(tmp_path), seed)
    assert main(arguments(tmp_path)) == 0
    chance = random.Random(seed)
    for file in (tmp_path / "cache").iterdir():
        data = bytearray(file.read_bytes())
        if seed % 2:
            del data[chance.randrange(len(data) + 1) :]
        else:
            for _ in range(40):
                if data:
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(bytes(data))
    (tmp_path / "content/articles/a9.txt").write_text(story(9, "changes"))
    new = clean_build(tmp_path)
    assert main(arguments(tmp_path)) == 0
    assert tree(tmp_path / "out") == new


@pytest.mark.parametrize("years", [-20, -1, 1, 20])
def test_a_clock_that_jumps(years: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(site(tmp_path), 6)
    real = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: real() + years * 31_536_000 * 10**9)
    assert main(arguments(tmp_path)) == 0
    file = tmp_path / "content/articles/a8.txt"
    was = file.stat()
    file.write_text(story(8, "parades"))  # as many characters as before
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert main(arguments(tmp_path)) == 0
    monkeypatch.undo()
    assert tree(tmp_path / "out") == clean_build(tmp_path)
