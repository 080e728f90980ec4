"""`sitegen build`, as far as it can be answered without building: what was asked, one look, and what the last build said.

Nothing heavy is imported before something is known to have changed, argparse and pathlib included: making argparse's parsers
takes as long as listing two thousand clippings.
"""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

from sitegen.snapshot import Look, Seen
from sitegen.terminal import CONTENT, DONE, ENVIRONMENT, USAGE, Stop, error_line, out, probe, silence, writable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

#: Arguments that take a word, with their defaults; `--jobs` takes a number.
WORDS = {
    "--content": "content", "--templates": None, "--output": "output", "--cache": ".sitegen", "--base-url": None, "--report": None,
}  # fmt: skip
FLAGS = {
    "--strict": "strict", "--keep-going": "keep_going", "--file-links": "file_links", "--verify": "verify", "--debug": "debug",
    "--verbose": "verbose", "-v": "verbose", "--quiet": "quiet", "-q": "quiet",
}  # fmt: skip


def plain(arguments: Sequence[str]) -> Any:
    """The arguments of a `build` that is put in the plainest way, as argparse would give them; None: let argparse see to it."""
    if list(arguments[:1]) != ["build"]:
        return None
    given: dict[str, Any] = {word[2:].replace("-", "_"): default for word, default in WORDS.items()}
    given |= dict.fromkeys(FLAGS.values(), False) | {"jobs": None, "executor": None, "command": "build", "run": "build"}
    rest = iter(arguments[1:])
    for word in rest:
        if word in FLAGS:
            given[FLAGS[word]] = True
            continue
        value = next(rest, "-")
        if word == "--jobs" and value.isdecimal() and value.isascii() and len(value) < 9:
            given["jobs"] = int(value)
        elif word in WORDS and value and not value.startswith("-"):
            given[word[2:].replace("-", "_")] = value
        else:
            return None
    return SimpleNamespace(**given)


def build(arguments: Any) -> int:
    """The command: what the last build said, where nothing has changed since, else a build."""
    if not arguments.quiet or arguments.report == "-":
        probe(sys.stdout)
    if not os.path.isdir(arguments.content):
        raise Stop(USAGE, f"{arguments.content or '(no name)'}: there is no such folder")
    own = arguments.templates if arguments.templates is not None else "templates"
    if arguments.report not in (None, "-"):
        _refuse_report(arguments.report, (arguments.content, own, arguments.output))
        writable(arguments.report)
    look = Look(
        arguments.content, own if os.path.isdir(own) else None, arguments.output, arguments.cache,
        (arguments.templates, arguments.base_url, arguments.strict, arguments.keep_going, arguments.file_links),
    )  # fmt: skip
    # What argparse and options_of refuse was refused when the last build was asked for in the same words, but for these.
    known = (
        not arguments.verify and arguments.executor is None and (arguments.jobs is None or 1 <= arguments.jobs <= 256)
    )
    seen = (look.load() if known else None) or _anew(arguments, look)
    for line in seen.said:
        level = line[0]
        if level == "e" or (not arguments.quiet and (level == "w" or arguments.verbose)):
            error_line(line[1:])
    if arguments.report == "-":
        out(seen.report)
    elif arguments.report:
        try:
            with open(arguments.report, "w", encoding="utf-8") as file:
                file.write(seen.report)
        except OSError as error:
            raise Stop(ENVIRONMENT, f"{arguments.report}: {error.strerror}; the site is published") from None
    if not arguments.quiet and arguments.report != "-":
        try:
            out(seen.summary)
        except (Stop, BrokenPipeError):  # nobody listens any more; what was asked for is done
            silence(sys.stdout)
    return CONTENT if seen.failed else DONE


def _refuse_report(report: str, folders: Sequence[str]) -> None:
    """A report would take the place of a clipping or a page, or be one."""
    place = os.path.realpath(report)
    for folder in folders:
        if os.path.commonpath((place, os.path.realpath(folder))) == os.path.realpath(folder):
            raise Stop(USAGE, f"--report {report}: lies in {folder}; write it elsewhere")


def _anew(arguments: Any, look: Look) -> Seen:
    from sitegen.commands import build_anew

    return build_anew(arguments, look)
