"""The commands: arguments in, exit status out; the one reader of the clock, the environment and the terminal.

Nothing but argparse is imported until a command is known, so that `sitegen --version` is quick.
Exit status: 0 done, 1 the content has errors, 2 the command line or the settings are wrong, 3 the output or the environment
refuses, 75 another build is running, 128 + n a signal. No command shows a traceback unless `--debug` asks for it.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import sitegen

if TYPE_CHECKING:
    from sitegen import snapshot
    from sitegen.gather import Result
    from sitegen.options import Options
    from sitegen.problems import Problem

DONE, CONTENT, USAGE, ENVIRONMENT, BUSY = 0, 1, 2, 3, 75

DESCRIPTION = """\
From a heap of news clippings to a chronology website that shows its evidence.

  sitegen new my-site && cd my-site     a starter site that builds at once
  sitegen build                         content/ to output/
  sitegen serve                         preview with live reload
  sitegen check                         what is wrong, with the line and how to mend it
  sitegen explain ID-or-FILE            why something reads as it does
"""


class _Stop(Exception):
    """Ends a command with a message and a status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show the traceback of an unexpected fault")
    folders = argparse.ArgumentParser(add_help=False)
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
    strict = argparse.ArgumentParser(add_help=False)
    strict.add_argument("--strict", action="store_true", help="treat warnings as errors")

    parser = argparse.ArgumentParser(
        prog="sitegen", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"sitegen {sitegen.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

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
    build.set_defaults(run=_build)

    extract = commands.add_parser("extract", parents=[common, folders, strict], help="article records as JSON lines",
                                  description="Print the record of each clipping, one JSON object a line (docs/reference/record.md).")  # fmt: skip
    extract.add_argument(
        "paths", nargs="+", metavar="PATH", help="a clipping, a folder of them, or - for standard input"
    )
    extract.add_argument(
        "--published", metavar="DATE", help="publication date (YYYY-MM-DD) of a clipping that states none"
    )
    extract.add_argument("--format", choices=["jsonl"], default="jsonl", help="the form of the output (default: jsonl)")
    extract.set_defaults(run=_extract)

    serve = commands.add_parser("serve", parents=[common, folders], help="preview on 127.0.0.1, rebuilt and reloaded on a save",
                                description="Build into the cache, serve under the real base path, rebuild on a save and reload the "
                                "browser. output/ is not touched. /review/ lists what needs a person.")  # fmt: skip
    serve.add_argument("--port", type=int, default=8000, help="port (default: 8000, or the next free one)")
    serve.add_argument("--open", action="store_true", help="open the site in the browser")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    serve.add_argument("--allow-network", action="store_true", help="allow a --host that other machines can reach")
    serve.set_defaults(run=_serve)

    check = commands.add_parser("check", parents=[common, folders, strict], help="what is wrong with content and output",
                                description="Read content/ and walk output/: records, cross-references, links, anchors, names, rights, "
                                "conflicts, edits for review.")  # fmt: skip
    check.add_argument("--json", action="store_true", help="print the problems as JSON lines")
    check.add_argument(
        "--external", action="store_true", help="also ask every cited address whether it answers (uses the network)"
    )
    check.add_argument("--timeout", type=float, default=10.0, metavar="SECONDS",
                       help="with --external: how long to wait for an answer (default: 10)")  # fmt: skip
    check.set_defaults(run=_check)

    new = commands.add_parser("new", parents=[common], help="a starter site that builds at once",
                              description="Write a starter site into a new or empty folder.")  # fmt: skip
    new.add_argument("folder", metavar="DIR", help="a new or empty folder")
    new.set_defaults(run=_new)

    explain = commands.add_parser("explain", parents=[common, folders], help="why an event, a date, a source, a person reads as it does",
                                  description="Show the phrase, the anchor, the rule and the rejected readings behind a record.")  # fmt: skip
    explain.add_argument("target", metavar="ID", help="the id of an event, a person or a source, or a clipping's path")
    explain.set_defaults(run=_explain)

    ids = commands.add_parser("ids", parents=[common, folders, strict], help="pin the ids of events, so that addresses last",
                              description="Show what content/ids.yaml would hold, or write it. Commit the file: an event then keeps "
                              "its address when its date or place is corrected, and former addresses lead on.")  # fmt: skip
    ids.add_argument("--write", action="store_true", help="write content/ids.yaml; without it the text is only printed")
    ids.set_defaults(run=_ids)

    completion = commands.add_parser("completion", parents=[common], help="a script that completes commands in your shell",
                                     description='Print a completion script. In ~/.bashrc: eval "$(sitegen completion bash)".')  # fmt: skip
    completion.add_argument("shell", choices=["bash", "zsh"], help="your shell")
    completion.set_defaults(run=_completion)

    clean = commands.add_parser("clean", parents=[common, folders], help="take output and cache away",
                                description="Delete output/ (only if sitegen made it) and the cache. content/ is never touched.")  # fmt: skip
    clean.set_defaults(run=_clean)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; never raises, but for KeyboardInterrupt's own status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    with _Signals():
        return _guarded(arguments)


def _run(arguments: Sequence[str]) -> int:
    if list(arguments) == ["--version"]:
        return _out(f"sitegen {sitegen.__version__}\n")
    parser = _parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        _flush()
        return stop.code if isinstance(stop.code, int) else USAGE
    if options.command is None:
        return _out(parser.format_help())
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _guarded(arguments: Sequence[str]) -> int:
    try:
        return _run(arguments)
    except _Stop as stop:
        _error(str(stop))
        return stop.status
    except _Signal as caught:
        return 128 + caught.number
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        _silence(sys.stdout)
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
        _error(str(fault))
        return USAGE
    if isinstance(fault, OutputBusy):
        _error(str(fault))
        return BUSY
    if isinstance(fault, Unfinished):
        _error(str(fault))
        return ENVIRONMENT
    if isinstance(fault, OSError):
        where = fault.filename or fault.filename2 or "the disk"
        if isinstance(where, bytes):
            where = os.fsdecode(where)
        _error(f"{where}: {fault.strerror or fault}; the published site is as it was")
        return ENVIRONMENT
    if type(fault).__name__ == "BrokenProcessPool":
        _error(
            "a worker process was ended from outside (is there too little memory? try --jobs 1); the published site is as it was"
        )
        return ENVIRONMENT
    if isinstance(fault, (MemoryError, RecursionError)):
        _error("there is not enough memory or stack for this; the published site is as it was")
        return ENVIRONMENT
    _error(
        f"sitegen has a fault ({type(fault).__name__}: {fault}); run with --debug and report it; the published site is as it was"
    )
    return ENVIRONMENT


class _Signal(BaseException):
    def __init__(self, number: int) -> None:
        self.number = number


class _Signals:
    """SIGTERM and SIGHUP end a command as Ctrl-C does: what was begun is undone, then it exits with 128 + n."""

    def __enter__(self) -> None:
        def stop(number: int, _frame: Any) -> None:
            raise _Signal(number)

        self._before = []
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    self._before.append((number, signal.signal(number, stop)))
                except ValueError:  # not the main thread: somebody else's to catch
                    return

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before:
            signal.signal(number, handler)


def _options(arguments: argparse.Namespace) -> Options:
    from sitegen.options import Options

    templates = arguments.templates
    if templates is None and Path("templates").is_dir():
        templates = "templates"
    elif templates is not None and not Path(templates).is_dir():
        raise _Stop(USAGE, f"{templates}: there is no such folder of templates")
    base_url = arguments.base_url
    if base_url is not None:
        import urllib.parse

        parts = urllib.parse.urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise _Stop(
                USAGE, f"--base-url {base_url}: write an http or https address such as https://me.github.io/repo/"
            )
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
        executor=getattr(arguments, "executor", None),
        verify=getattr(arguments, "verify", False),
    )


def _refuse_cache(cache: Path, content: Path, output: Path) -> None:
    """A cache among the clippings would be read as content, or would write there; one in the output would be published.
    A dot folder of content/ is not read, so one there is allowed."""
    place, source, published = cache.resolve(), content.resolve(), output.resolve()
    if source.is_relative_to(place) or (
        place.is_relative_to(source) and not any(p.startswith(".") for p in place.relative_to(source).parts)
    ):
        raise _Stop(USAGE, f"{cache}: lies in, or holds, the content folder {content}; choose another --cache")
    if place.is_relative_to(published):
        raise _Stop(USAGE, f"{cache}: lies in the output folder {output}; choose another --cache")


def _jobs(given: int | None) -> int:
    """As many processes as asked for, else as many as this one may use."""
    if given is not None:
        if not 1 <= given <= 256:
            raise _Stop(USAGE, f"--jobs {given}: write a number from 1 to 256")
        return given
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _build(arguments: argparse.Namespace) -> int:
    from sitegen import snapshot
    from sitegen.listing import path_text, scan

    options = _options(arguments)
    if not arguments.quiet or arguments.report == "-":
        _probe(sys.stdout)
    if arguments.report not in (None, "-"):
        _writable(arguments.report)
    look = snapshot.Look(
        scan(options.content, shown=f"{path_text(options.content)}/"), options.templates, options.output,
        (options.content, options.base_url, options.strict, options.keep_going, options.file_links),
    )  # fmt: skip
    seen = None if arguments.verify else snapshot.load(options.cache, look)
    problems: Sequence[Problem]
    if seen is not None:
        problems, report, failed = seen.problems, seen.report, seen.failed
    else:
        problems, report, failed = _build_anew(arguments, options, look)
    _say_problems(problems, quiet=arguments.quiet, verbose=arguments.verbose)
    if arguments.report:
        import json

        from sitegen.problems import visible_json

        text = visible_json(json.dumps(report, indent=1, ensure_ascii=False)) + "\n"
        if arguments.report == "-":
            _out(text)
        else:
            try:
                Path(arguments.report).write_text(text, encoding="utf-8")
            except OSError as error:
                raise _Stop(ENVIRONMENT, f"{arguments.report}: {error.strerror}; the site is published") from None
    if not arguments.quiet and arguments.report != "-":
        try:
            _out(_summary(report, options.output))
        except (_Stop, BrokenPipeError):  # nobody listens any more; what was asked for is done
            _silence(sys.stdout)
    return CONTENT if failed else DONE


def _probe(stream: TextIO | None) -> None:
    """Stop before anything is published where standard output is closed or full, so that no status tells half of it."""
    if stream is None:
        raise _Stop(ENVIRONMENT, "standard output: is closed; give -q to build without it")
    try:
        os.write(stream.fileno(), b"")
    except ValueError:  # a stream of somebody's own, without a descriptor
        return
    except OSError as error:
        raise _Stop(ENVIRONMENT, f"standard output: {error.strerror}; the published site is as it was") from None


def _writable(path: str) -> None:
    try:
        with open(path, "a", encoding="utf-8"):
            pass
    except OSError as error:
        raise _Stop(ENVIRONMENT, f"{path}: {error.strerror}; the published site is as it was") from None


def _build_anew(
    arguments: argparse.Namespace, options: Options, look: snapshot.Look
) -> tuple[Sequence[Problem], dict[str, Any], bool]:
    from sitegen import snapshot
    from sitegen.build import build, report_of

    timer = _Timer(arguments.verbose)
    result = build(options, timer.step)
    timer.done()
    _show_faults(result, arguments)
    report = report_of(result)
    if result.written is not None:
        standing = {"written": 0, "unchanged": result.written.written + result.written.unchanged, "removed": 0}
        remembered = {**report["clippings"], "from_store": report["clippings"]["used"]}
        snapshot.save(
            options.cache, look, result.problems, {**report, "output": standing, "clippings": remembered}, result.failed
        )
    return result.problems, report, result.failed


def _summary(report: dict[str, Any], output: Path) -> str:
    counts, done = report["clippings"], report["output"]
    lines = []
    if done is not None:
        lines.append(
            f"{output}/: {_n(done['written'], 'file')} written, {done['unchanged']} unchanged, {done['removed']} removed"
        )
    else:
        lines.append(f"{output}/: left as it was, because of the errors above")
    lines.append(
        f"{_n(counts['used'], 'clipping')} ({counts['from_store']} remembered), {counts['skipped']} skipped; "
        f"{counts['dated_by_inference']} dated by inference, {counts['undated']} undated"
    )
    if done is not None:
        events = report["events"]
        unused = report["sentences_with_a_date_and_no_event"]
        lines.append(
            f"{_n(events['after_merging'], 'event')} ({events['planned']} planned, {events['curated']} curated), "
            f"{_n(report['people'], 'person', 'people')}, {_n(report['statuses'], 'status', 'statuses')}, "
            f"{_n(report['conflicts'], 'open conflict')}"
        )
        if unused["count"]:
            lines.append(f"{_n(unused['count'], 'sentence')} with a date gave no event (see coverage/)")
    if report["edits"]["applied"] or report["edits"]["stale"]:
        lines.append(f"{_n(report['edits']['applied'], 'edit')} applied, {report['edits']['stale']} for review")
    counts = report["problems"]
    lines.append(
        f"{_n(counts['error'], 'error')}, {_n(counts['warning'], 'warning')}, {_n(counts['notice'], 'notice')}"
    )
    return "\n".join(lines) + "\n"


def _n(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _extract(arguments: argparse.Namespace) -> int:
    from sitegen.gather import Result, extract_paths
    from sitegen.listing import ClippingFile, Found, as_given
    from sitegen.records import record_to_json

    options = _options(arguments)
    if arguments.published is not None:
        from sitegen.edtf import bounds, is_valid

        if not is_valid(arguments.published) or len(set(bounds(arguments.published))) != 1:
            raise _Stop(USAGE, f"--published {arguments.published}: write a day as YYYY-MM-DD")
    result = Result()
    files: list[tuple[ClippingFile, str]] = []
    stdin: bytes | None = None
    for name in arguments.paths:
        if name == "-":
            stdin = _standard_input()
            if stdin is None:
                result.problems.append(_unreadable("-", "standard input is closed"))
                continue
            files.append((ClippingFile("stdin", Found("-", "-", 0, (0, 0, 0, 0)), None), ""))
            continue
        try:
            found, problems = as_given(Path(name))
        except OSError as error:
            result.problems.append(_unreadable(name, error.strerror or str(error)))
            continue
        result.log.problems += problems
        files += [(file, "") for file in found]
    extractions = extract_paths(files, options, arguments.published, result, stdin)
    _show_faults(result, arguments)
    result.settle(options.strict)
    for problem in result.problems:
        _error_line(str(problem))
    for extraction in extractions:
        _write_bytes(record_to_json(extraction.record) + b"\n")
    _flush()
    return CONTENT if result.failed else DONE


def _standard_input() -> bytes | None:
    """A hundred megabytes of it at most, which is more than any limit lets through; None where it is closed."""
    if sys.stdin is None:
        return None
    try:
        return sys.stdin.buffer.read(100_000_001)
    except (OSError, ValueError):
        return None


def _unreadable(path: str, why: str) -> Problem:
    from sitegen.problems import Problem

    return Problem(path=path, level="error", code="E012", message=f"cannot be read ({why})", remedy="check the path")


def _serve(arguments: argparse.Namespace) -> int:
    import ipaddress

    from sitegen.server import serve

    try:
        local = arguments.host == "localhost" or ipaddress.ip_address(arguments.host).is_loopback
    except ValueError:
        raise _Stop(USAGE, f"--host {arguments.host}: write an address such as 127.0.0.1") from None
    if not local and not arguments.allow_network:
        raise _Stop(
            USAGE, f"--host {arguments.host}: other machines could read the preview; add --allow-network if they may"
        )
    if not local:
        _error(f"warning: everybody who can reach {arguments.host} can read the preview")
    if not 0 <= arguments.port <= 65_535:
        raise _Stop(USAGE, f"--port {arguments.port}: write a number from 1 to 65535")
    options = _options(arguments)
    if not options.content.is_dir():
        raise _Stop(USAGE, f"{options.content}: there is no such folder")

    def say(line: str) -> None:
        _error_line(line)

    serve(options, host=arguments.host, port=arguments.port, open_browser=arguments.open, say=say)
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from sitegen.check import check_output, check_register, check_rights
    from sitegen.gather import Result, gather
    from sitegen.listing import path_text
    from sitegen.problems import Problem, visible_json

    options = _options(arguments)
    result = Result()
    source, register = gather(options, result)
    result.log.problems += check_register(register)
    if options.output.is_dir():
        result.log.problems += check_output(options.output, source.config.base_url)
        result.log.problems += check_rights(options.output, register.sources, f"{path_text(options.content)}/")
        if arguments.external:
            from sitegen.check import links_elsewhere
            from sitegen.external import Manners, check_external

            if not 0.1 <= arguments.timeout <= 300:
                raise _Stop(USAGE, f"--timeout {arguments.timeout}: write a number of seconds from 0.1 to 300")
            links = links_elsewhere(options.output, source.config.base_url)
            manners = Manners(timeout=arguments.timeout, agent=f"sitegen/{sitegen.__version__} (link check)")
            result.log.problems += check_external(links, manners)
    else:
        result.problems.append(
            Problem(path=str(options.output), level="notice", code="N521", message="nothing is built yet, so only content was checked",
                    remedy="run sitegen build"))  # fmt: skip
    result.settle(options.strict)
    if arguments.json:
        import json
        from dataclasses import asdict

        _out("".join(visible_json(json.dumps(asdict(p), ensure_ascii=False)) + "\n" for p in result.problems))
    else:
        for problem in result.problems:
            _out(f"{problem}\n")
        counts = {level: sum(p.level == level for p in result.problems) for level in ("error", "warning", "notice")}
        _out(f"{_n(counts['error'], 'error')}, {_n(counts['warning'], 'warning')}, {_n(counts['notice'], 'notice')}\n")
    return CONTENT if result.failed else DONE


def _ids(arguments: argparse.Namespace) -> int:
    from sitegen.gather import Result, gather
    from sitegen.pins import FILE, ids_text, write_ids

    options = _options(arguments)
    result = Result()
    source, register = gather(options, result)
    result.settle(options.strict)
    _say_problems(result.problems, quiet=True, verbose=False)
    if result.failed:
        _error(f"{options.content / FILE}: left as it was, because of the errors above")
        return CONTENT
    text = ids_text(register, source.ids)
    if not arguments.write:
        return _out(text)
    changed = write_ids(options.content, text)
    return _out(f"{options.content / FILE}: {_n(len(register.events), 'event')}{'' if changed else ', as it was'}\n")


def _completion(arguments: argparse.Namespace) -> int:
    from sitegen.completion import script_of

    return _out(script_of(_parser(), arguments.shell))


def _new(arguments: argparse.Namespace) -> int:
    from sitegen.new import NotEmpty, new_site, wheel_wanted

    folder = Path(arguments.folder)
    try:
        written = new_site(folder)
    except NotEmpty as error:
        raise _Stop(USAGE, str(error)) from None
    lines = [f"{folder}/{path}" for path in written]
    lines += ["", f"next: cd {folder} && sitegen build && sitegen serve --open"]
    if wanted := wheel_wanted(folder):
        lines.append(
            f"before you publish on GitHub: put sitegen's wheel at {folder}/{wanted} (pip wheel --no-deps -w DIR CHECKOUT)"
        )
    return _out("\n".join(lines) + "\n")


def _explain(arguments: argparse.Namespace) -> int:
    from sitegen.explain import explain_target
    from sitegen.listing import name_text
    from sitegen.problems import visible

    lines = explain_target(name_text(arguments.target), _options(arguments))
    if lines is None:
        raise _Stop(CONTENT, f"{arguments.target}: no event, person, source, status or clipping has this id or path")
    return _out("".join(f"{visible(line)}\n" for text in lines for line in text.split("\n")))


def _clean(arguments: argparse.Namespace) -> int:
    from sitegen.store import remove_cache
    from sitegen.write import clean, locked

    options = _options(arguments)
    with locked(options.output):
        gone = clean(options.output, options.content)
    preview = options.cache / "preview" if options.cache else None
    remembered = preview is not None and preview.is_dir() and clean(preview, options.content)
    remembered = bool(options.cache and remove_cache(options.cache)) or remembered
    said = [str(p) for p, was in ((options.output, gone), (options.cache, remembered)) if was]
    return _out(f"taken away: {', '.join(said)}\n" if said else "nothing to take away\n")


def _show_faults(result: Result, arguments: argparse.Namespace) -> None:
    if arguments.debug:
        for fault in result.log.faults:
            _error_line(fault)


class _Timer:
    """Progress on a terminal, times with -v; silent in a pipe."""

    def __init__(self, verbose: bool) -> None:
        self.verbose, self.live = verbose, sys.stderr is not None and sys.stderr.isatty()
        self.name, self.since = "", 0.0

    def step(self, name: str) -> None:
        import time

        now = time.perf_counter()
        if self.verbose and self.name:
            _error_line(f"{self.name}: {now - self.since:.2f} s")
        elif self.live:
            sys.stderr.write(f"\r\x1b[K{name} ...")
            sys.stderr.flush()
        self.name, self.since = name, now

    def done(self) -> None:
        self.step("")
        if self.live and not self.verbose:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _say_problems(problems: Sequence[Problem], *, quiet: bool, verbose: bool) -> None:
    for problem in problems:
        if problem.level == "error" or (problem.level == "warning" and not quiet) or (verbose and not quiet):
            _error_line(str(problem))


def _error(message: str) -> None:
    from sitegen.problems import visible

    _error_line(f"sitegen: {visible(message)}")


def _error_line(line: str) -> None:
    _write(sys.stderr, line + "\n")


def _out(text: str) -> int:
    if sys.stdout is None:
        raise _Stop(ENVIRONMENT, "standard output: is closed")
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence(sys.stdout)
        raise _Stop(ENVIRONMENT, f"standard output: {error.strerror}") from None
    return _flush()


def _write(stream: TextIO | None, text: str) -> None:
    """Print, where somebody can be printed to. What standard error cannot take is lost: the status still says it."""
    if stream is None:
        return
    try:
        try:
            stream.write(text)
        except UnicodeEncodeError:
            stream.write(text.encode("ascii", "backslashreplace").decode())
    except (OSError, ValueError):
        if stream is not sys.stderr:
            raise


def _write_bytes(data: bytes) -> None:
    """Bytes to standard output, whatever the locale's encoding."""
    if sys.stdout is None:
        raise _Stop(ENVIRONMENT, "standard output: is closed")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode())
        return
    try:
        stream.write(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence(sys.stdout)
        raise _Stop(ENVIRONMENT, f"standard output: {error.strerror}") from None


def _flush() -> int:
    """A full or closed standard output is the environment's fault, said by the status."""
    if sys.stdout is None:
        return DONE
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence(sys.stdout)
        raise _Stop(ENVIRONMENT, f"standard output: {error.strerror}") from None
    return DONE


def _silence(stream: TextIO | None) -> None:
    """Keep the interpreter from flushing a dead stream once more on its way out."""
    if stream is not None:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, stream.fileno())
        os.close(devnull)
