"""The command line: what each command takes, and what was given as the options that the rest of the house knows."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import NoReturn

import sitegen
from sitegen.options import Options
from sitegen.terminal import USAGE, Stop
from sitegen.weblinks import is_address

DESCRIPTION = """\
From a heap of news clippings to a chronology website that shows its evidence.

  sitegen new my-site && cd my-site     a starter site that builds at once
  sitegen build                         content/ to output/
  sitegen serve                         preview with live reload
  sitegen check                         what is wrong, with the line and how to mend it
  sitegen explain ID-or-FILE            why something reads as it does
"""


class Parser(argparse.ArgumentParser):
    """argparse repeats what it cannot read; a control character of it must not reach the terminal."""

    def error(self, message: str) -> NoReturn:
        from sitegen.problems import visible

        super().error(visible(message))


def parser() -> argparse.ArgumentParser:
    """The parser of every command; `run` of what it returns names the function of commands.py that does it."""
    common = Parser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show the traceback of an unexpected fault")
    folders = Parser(add_help=False)
    folders.add_argument("--content", metavar="DIR", default="content", help="clippings and records (default: content)")
    folders.add_argument(
        "--templates", metavar="DIR", help="the site's own templates (default: templates, if it exists)"
    )
    folders.add_argument("--output", metavar="DIR", default="output", help="what is published (default: output)")
    folders.add_argument(
        "--cache", metavar="DIR", default=".sitegen", help="what is remembered between builds (default: .sitegen)"
    )
    folders.add_argument(
        "--base-url", metavar="URL", help="where the site will be published, such as https://me.github.io/repo/"
    )
    strict = Parser(add_help=False)
    strict.add_argument("--strict", action="store_true", help="treat warnings as errors")

    whole = Parser(prog="sitegen", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter)
    whole.add_argument("--version", action="version", version=f"sitegen {sitegen.__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    build = commands.add_parser("build", parents=[common, folders, strict], help="content/ to output/",
                                description="Read content/, extract what the clippings say, and publish the site in output/. "
                                "Only files whose bytes change are touched; with an error the published site stays as it is.")  # fmt: skip
    build.add_argument(
        "--keep-going", action="store_true", help="publish without the clippings that have errors; still exits 1"
    )
    build.add_argument(
        "--file-links", action="store_true", help="write links that work from file://, ending in index.html"
    )
    build.add_argument("--jobs", type=int, metavar="N", help="processes to extract with (default: one a core)")
    build.add_argument(
        "--executor", metavar="dask://HOST:PORT", help="extract on a Dask cluster (needs the extra sitegen[dask])"
    )
    build.add_argument("--verify", action="store_true", help="trust no file's time stamp: read and compare everything")
    build.add_argument("--report", metavar="FILE", help="write the build report as JSON (- for standard output)")
    build.add_argument("-v", "--verbose", action="store_true", help="show notices and the time each step took")
    build.add_argument("-q", "--quiet", action="store_true", help="show errors only")
    build.set_defaults(run="build")

    extract = commands.add_parser("extract", parents=[common, folders, strict], help="article records as JSON lines",
                                  description="Print the record of each clipping, one JSON object a line (docs/reference/record.md).")  # fmt: skip
    extract.add_argument(
        "paths", nargs="+", metavar="PATH", help="a clipping, a folder of them, or - for standard input"
    )
    extract.add_argument(
        "--published", metavar="DATE", help="publication date (YYYY-MM-DD) of a clipping that states none"
    )
    extract.add_argument("--format", choices=["jsonl"], default="jsonl", help="the form of the output (default: jsonl)")
    extract.set_defaults(run="extract")

    serve = commands.add_parser("serve", parents=[common, folders], help="preview on 127.0.0.1, rebuilt and reloaded on a save",
                                description="Build into the cache, serve under the real base path, rebuild on a save and reload the "
                                "browser. output/ is not touched. /review/ lists what needs a person.")  # fmt: skip
    serve.add_argument("--port", type=int, default=8000, help="port (default: 8000, or the next free one)")
    serve.add_argument("--open", action="store_true", help="open the site in the browser")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    serve.add_argument("--allow-network", action="store_true", help="allow a --host that other machines can reach")
    serve.set_defaults(run="serve")

    check = commands.add_parser("check", parents=[common, folders, strict], help="what is wrong with content and output",
                                description="Read content/ and walk output/: records, cross-references, links, anchors, names, rights, "
                                "conflicts, edits for review.")  # fmt: skip
    check.add_argument("--json", action="store_true", help="print the problems as JSON lines")
    check.add_argument(
        "--external", action="store_true", help="also ask every cited address whether it answers (uses the network)"
    )
    check.add_argument("--timeout", type=float, default=10.0, metavar="SECONDS",
                       help="with --external: how long to wait for an answer (default: 10)")  # fmt: skip
    check.set_defaults(run="check")

    new = commands.add_parser("new", parents=[common], help="a starter site that builds at once",
                              description="Write a starter site into a new or empty folder.")  # fmt: skip
    new.add_argument("folder", metavar="DIR", help="a new or empty folder")
    new.set_defaults(run="new")

    explain = commands.add_parser("explain", parents=[common, folders], help="why an event, a date, a source, a person reads as it does",
                                  description="Show the phrase, the anchor, the rule and the rejected readings behind a record.")  # fmt: skip
    explain.add_argument("target", metavar="ID", help="the id of an event, a person or a source, or a clipping's path")
    explain.set_defaults(run="explain")

    ids = commands.add_parser("ids", parents=[common, folders, strict], help="pin the ids of events, so that addresses last",
                              description="Show what content/ids.yaml would hold, or write it. Commit the file: an event then keeps "
                              "its address when its date or place is corrected, and former addresses lead on.")  # fmt: skip
    ids.add_argument("--write", action="store_true", help="write content/ids.yaml; without it the text is only printed")
    ids.set_defaults(run="ids")

    completion = commands.add_parser("completion", parents=[common], help="a script that completes commands in your shell",
                                     description='Print a completion script. In ~/.bashrc: eval "$(sitegen completion bash)".')  # fmt: skip
    completion.add_argument("shell", choices=["bash", "zsh"], help="your shell")
    completion.set_defaults(run="completion")

    clean = commands.add_parser("clean", parents=[common, folders], help="take output and cache away",
                                description="Delete output/ (only if sitegen made it) and the cache. content/ is never touched.")  # fmt: skip
    clean.set_defaults(run="clean")
    return whole


def options_of(arguments: argparse.Namespace) -> Options:
    """What was given, checked; raises `Stop` with status 2 for a folder or an address that cannot be meant."""
    templates = arguments.templates
    if templates is None and Path("templates").is_dir():
        templates = "templates"
    elif templates is not None and not Path(templates).is_dir():
        raise Stop(USAGE, f"{templates}: there is no such folder of templates")
    base_url = arguments.base_url
    if base_url is not None and (not is_address(base_url) or "?" in base_url or "#" in base_url):
        raise Stop(USAGE, f"--base-url {base_url}: write an http or https address such as https://me.github.io/repo/")
    _refuse_cache(Path(arguments.cache), Path(arguments.content), Path(arguments.output))
    return Options(
        content=Path(arguments.content),
        templates=Path(templates) if templates else None,
        output=Path(arguments.output),
        cache=Path(arguments.cache),
        base_url=base_url,
        strict=getattr(arguments, "strict", False),
        keep_going=getattr(arguments, "keep_going", False),
        file_links=getattr(arguments, "file_links", False),
        jobs=_jobs(getattr(arguments, "jobs", None)),
        executor=_executor(getattr(arguments, "executor", None)),
        verify=getattr(arguments, "verify", False),
    )


def _refuse_cache(cache: Path, content: Path, output: Path) -> None:
    """A cache among the clippings would be read as content, or would write there; one in the output would be published.
    A dot folder of content/ is not read, so one there is allowed."""
    place, source, published = cache.resolve(), content.resolve(), output.resolve()
    if source.is_relative_to(place) or (
        place.is_relative_to(source) and not any(p.startswith(".") for p in place.relative_to(source).parts)
    ):
        raise Stop(USAGE, f"{cache}: lies in, or holds, the content folder {content}; choose another --cache")
    if place.is_relative_to(published):
        raise Stop(USAGE, f"{cache}: lies in the output folder {output}; choose another --cache")


def _executor(given: str | None) -> str | None:
    """A cluster's address, or none."""
    if given is not None:
        host, colon, port = given.removeprefix("dask://").rpartition(":")
        if not (given.startswith("dask://") and host and colon and port.isascii() and port.isdigit() and len(port) < 6):
            raise Stop(USAGE, f"--executor {given}: write dask://HOST:PORT")
    return given


def _jobs(given: int | None) -> int:
    """As many processes as asked for, else as many as this one may use."""
    if given is not None:
        if not 1 <= given <= 256:
            raise Stop(USAGE, f"--jobs {given}: write a number from 1 to 256")
        return given
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
