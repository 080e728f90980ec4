"""What each command does: `NAME(arguments)` prints and returns the exit status, or raises `Stop`.

Imports are inside, so that a command pays for no other's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sitegen
from sitegen.arguments import options_of, parser
from sitegen.terminal import (
    CONTENT,
    DONE,
    USAGE,
    Stop,
    Timer,
    error_line,
    flush,
    out,
    say_error,
    say_problems,
    write_bytes,
)

if TYPE_CHECKING:
    from sitegen import snapshot
    from sitegen.gather import Result
    from sitegen.problems import Problem


def build_anew(arguments: argparse.Namespace, look: snapshot.Look) -> snapshot.Seen:
    """Build, and have the look remember what was said of it."""
    from sitegen.build import build, report_of

    options = options_of(arguments)
    timer = Timer(arguments.verbose)
    result = build(options, timer.step)
    arguments.left = result  # to be freed with the process, if that is about to end
    timer.done()
    _show_faults(result, arguments)
    report = report_of(result)
    if result.written is not None:
        standing = {"written": 0, "unchanged": result.written.written + result.written.unchanged, "removed": 0}
        remembered = {**report["clippings"], "from_store": report["clippings"]["used"]}
        look.save(_said(result, {**report, "output": standing, "clippings": remembered}, options.output))
    return _said(result, report, options.output)


def _said(result: Result, report: dict[str, Any], output: Path) -> snapshot.Seen:
    """What a build has to say, ready to print."""
    import json

    from sitegen.problems import visible, visible_json
    from sitegen.snapshot import Seen

    text = visible_json(json.dumps(report, indent=1, ensure_ascii=False)) + "\n"
    summary = _summary(report, visible(str(output)))
    return Seen([f"{p.level[0]}{p}" for p in result.problems], text, summary, result.failed)


def _summary(report: dict[str, Any], output: str) -> str:
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


def extract(arguments: argparse.Namespace) -> int:
    from sitegen.gather import Result, extract_paths
    from sitegen.listing import ClippingFile, Found, as_given
    from sitegen.records import record_to_json

    options = options_of(arguments)
    if arguments.published is not None:
        from sitegen.edtf import bounds, is_valid

        if not is_valid(arguments.published) or len(set(bounds(arguments.published))) != 1:
            raise Stop(USAGE, f"--published {arguments.published}: write a day as YYYY-MM-DD")
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
        error_line(str(problem))
    for extraction in extractions:
        write_bytes(record_to_json(extraction.record) + b"\n")
    flush()
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


def serve(arguments: argparse.Namespace) -> int:
    import ipaddress

    from sitegen.server import serve

    try:
        local = arguments.host == "localhost" or ipaddress.ip_address(arguments.host).is_loopback
    except ValueError:
        raise Stop(USAGE, f"--host {arguments.host}: write an address such as 127.0.0.1") from None
    if not local and not arguments.allow_network:
        raise Stop(
            USAGE, f"--host {arguments.host}: other machines could read the preview; add --allow-network if they may"
        )
    if not local:
        say_error(f"warning: everybody who can reach {arguments.host} can read the preview")
    if not 0 <= arguments.port <= 65_535:
        raise Stop(USAGE, f"--port {arguments.port}: write a number from 1 to 65535")
    options = options_of(arguments)
    if not options.content.is_dir():
        raise Stop(USAGE, f"{options.content}: there is no such folder")

    def say(line: str) -> None:
        error_line(line)

    serve(options, host=arguments.host, port=arguments.port, open_browser=arguments.open, say=say)
    return DONE


def check(arguments: argparse.Namespace) -> int:
    from sitegen.check import check_output, check_register, check_rights
    from sitegen.gather import Result, gather
    from sitegen.listing import path_text
    from sitegen.problems import Problem, visible_json

    options = options_of(arguments)
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
                raise Stop(USAGE, f"--timeout {arguments.timeout}: write a number of seconds from 0.1 to 300")
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

        out("".join(visible_json(json.dumps(asdict(p), ensure_ascii=False)) + "\n" for p in result.problems))
    else:
        for problem in result.problems:
            out(f"{problem}\n")
        counts = {level: sum(p.level == level for p in result.problems) for level in ("error", "warning", "notice")}
        out(f"{_n(counts['error'], 'error')}, {_n(counts['warning'], 'warning')}, {_n(counts['notice'], 'notice')}\n")
    return CONTENT if result.failed else DONE


def ids(arguments: argparse.Namespace) -> int:
    from sitegen.gather import Result, gather
    from sitegen.pins import FILE, ids_text, write_ids
    from sitegen.problems import visible

    options = options_of(arguments)
    result = Result()
    source, register = gather(options, result)
    result.settle(options.strict)
    say_problems(result.problems, quiet=True, verbose=False)
    if result.failed:
        say_error(f"{options.content / FILE}: left as it was, because of the errors above")
        return CONTENT
    text = ids_text(register, source.ids)
    if not arguments.write:
        return out(text)
    changed = write_ids(options.content, text)
    return out(
        f"{visible(str(options.content / FILE))}: {_n(len(register.events), 'event')}{'' if changed else ', as it was'}\n"
    )


def completion(arguments: argparse.Namespace) -> int:
    from sitegen.completion import script_of

    return out(script_of(parser(), arguments.shell))


def new(arguments: argparse.Namespace) -> int:
    from sitegen.new import NotEmpty, new_site, wheel_wanted
    from sitegen.problems import visible

    folder = Path(arguments.folder)
    try:
        written = new_site(folder)
    except NotEmpty as error:
        raise Stop(USAGE, str(error)) from None
    lines = [f"{folder}/{path}" for path in written]
    lines += ["", f"next: cd {folder} && sitegen build && sitegen serve --open"]
    if wanted := wheel_wanted(folder):
        lines.append(
            f"before you publish on GitHub: put sitegen's wheel at {folder}/{wanted} (pip wheel --no-deps -w DIR CHECKOUT)"
        )
    return out("".join(f"{visible(line)}\n" for line in lines))


def explain(arguments: argparse.Namespace) -> int:
    from sitegen.explain import explain_target
    from sitegen.listing import name_text
    from sitegen.problems import visible

    lines = explain_target(name_text(arguments.target), options_of(arguments))
    if lines is None:
        raise Stop(CONTENT, f"{arguments.target}: no event, person, source, status or clipping has this id or path")
    return out("".join(f"{visible(line)}\n" for text in lines for line in text.split("\n")))


def clean(arguments: argparse.Namespace) -> int:
    from sitegen.problems import visible
    from sitegen.store import remove_cache
    from sitegen.write import clean, locked

    options = options_of(arguments)
    with locked(options.output):
        gone = clean(options.output, options.content)
    preview = options.cache / "preview" if options.cache else None
    remembered = preview is not None and preview.is_dir() and clean(preview, options.content)
    remembered = bool(options.cache and remove_cache(options.cache)) or remembered
    said = [visible(str(p)) for p, was in ((options.output, gone), (options.cache, remembered)) if was]
    return out(f"taken away: {', '.join(said)}\n" if said else "nothing to take away\n")


def _show_faults(result: Result, arguments: argparse.Namespace) -> None:
    if arguments.debug:
        for fault in result.log.faults:
            error_line(fault)
