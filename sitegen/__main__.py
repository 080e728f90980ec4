"""`python -m sitegen`, and the installed command."""

import signal


def run() -> None:
    """Run one command. Until it can answer an interrupt itself, one just ends the process, without a traceback.

    The process ends with what it holds: to free the records of ten thousand clippings one by one takes two seconds.
    """
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from sitegen.cli import leave, main

    kept: list[object] = []
    leave(main(kept=kept))


if __name__ == "__main__":
    run()
