"""Arguments in, exit status out: `main` runs one command and turns whatever stops it into a status and one line.

Nothing is imported until a command is known, so that `sitegen --version` is quick. No command shows a traceback
unless `--debug` asks for it.
"""

from __future__ import annotations

import os
import signal
import sys

import sitegen
from sitegen.terminal import BUSY, ENVIRONMENT, USAGE, Stop, flush, out, say_error, silence

TYPE_CHECKING = False  # what `typing` has, which is not worth its import
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn


def main(arguments: Sequence[str] | None = None, kept: list[object] | None = None) -> int:
    """Run one command and return its exit status; never raises, but for KeyboardInterrupt's own status.

    `kept` takes what the command leaves behind, from a caller that is about to end and need not free it.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    with _Signals():
        return _guarded(arguments, [] if kept is None else kept)


def leave(status: int) -> NoReturn:
    """End the process at once, when all that it had to say is said and nothing else is at work in it; what it holds is the system's
    to take back."""
    threads = sys.modules.get("threading")
    if threads is not None and threads.active_count() > 1:
        sys.exit(status)
    try:
        flush()
        if sys.stderr is not None:
            sys.stderr.flush()
    except (OSError, Stop):
        status = status or ENVIRONMENT
    os._exit(status)


def _run(arguments: Sequence[str], kept: list[object]) -> int:
    if list(arguments) == ["--version"]:
        return out(f"sitegen {sitegen.__version__}\n")
    from sitegen import again

    plain = again.plain(arguments)
    if plain is not None:
        kept.append(plain)
        return again.build(plain)
    from sitegen import commands
    from sitegen.arguments import parser

    whole = parser()
    try:
        options = whole.parse_args(arguments)
    except SystemExit as stop:
        flush()
        return stop.code if isinstance(stop.code, int) else USAGE
    if options.command is None:
        return out(whole.format_help())
    kept.append(options)
    run: Callable[[argparse.Namespace], int] = again.build if options.run == "build" else getattr(commands, options.run)
    return run(options)


def _guarded(arguments: Sequence[str], kept: list[object]) -> int:
    try:
        return _run(arguments, kept)
    except Stop as stop:
        say_error(str(stop))
        return stop.status
    except _Signal as caught:
        return 128 + caught.number
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        silence(sys.stdout)
        return ENVIRONMENT
    except Exception as fault:
        if "--debug" in arguments:
            raise
        return _fault(fault)


def _fault(fault: Exception) -> int:
    """The status and the one line for whatever a command could not deal with itself."""
    from sitegen.listing import ContentMissing
    from sitegen.write import OutputBusy, OutputRefused, Unfinished

    if isinstance(fault, (ContentMissing, OutputRefused)):
        say_error(str(fault))
        return USAGE
    if isinstance(fault, OutputBusy):
        say_error(str(fault))
        return BUSY
    if isinstance(fault, Unfinished):
        say_error(str(fault))
        return ENVIRONMENT
    if isinstance(fault, OSError):
        where = fault.filename or fault.filename2 or "the disk"
        if isinstance(where, bytes):
            where = os.fsdecode(where)
        say_error(f"{where}: {fault.strerror or fault}; the published site is as it was")
        return ENVIRONMENT
    if type(fault).__name__ == "BrokenProcessPool":
        say_error(
            "a worker process was ended from outside (is there too little memory? try --jobs 1); the published site is as it was"
        )
        return ENVIRONMENT
    if isinstance(fault, (MemoryError, RecursionError)):
        say_error("there is not enough memory or stack for this; the published site is as it was")
        return ENVIRONMENT
    say_error(
        f"sitegen has a fault ({type(fault).__name__}: {fault}); run with --debug and report it; the published site is as it was"
    )
    return ENVIRONMENT


class _Signal(BaseException):
    def __init__(self, number: int) -> None:
        self.number = number


class _Signals:
    """SIGTERM and SIGHUP end a command as Ctrl-C does: what was begun is undone, then it exits with 128 + n.

    A signal that was ignored before stays so: `nohup` and `&` mean it.
    """

    def __enter__(self) -> None:
        def stop(number: int, _frame: Any) -> None:
            raise _Signal(number)

        self._before = []
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                try:
                    self._before.append((number, signal.signal(number, stop)))
                except ValueError:  # not the main thread: somebody else's to catch
                    return

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before:
            signal.signal(number, handler)
