"""`python -m sitegen`, and the installed command."""

import signal
import sys


def run() -> None:
    """Run one command. Until it can answer an interrupt itself, one just ends the process, without a traceback."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from sitegen.cli import main

    sys.exit(main())


if __name__ == "__main__":
    run()
