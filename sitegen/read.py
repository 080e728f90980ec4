"""content/ -> what the rest works on. With listing, store, write, check and the theme the only room that touches the disk.

Reading is in two steps, so that a build can skip what it already knows: `scan` lists the files by `lstat` alone,
`read_world` and `read_clipping` open them. Everything found below content/ is hostile: links, devices and pipes are
named and left alone, a file is opened without following links and looked at again once it is open.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.articles.decode import decode
from sitegen.config import config_of
from sitegen.contents import (
    events_in,
    ids_of,
    organization_of,
    page_of,
    person_of,
    sidecar_of,
    split_front_matter,
)
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.inert import is_looked_through, why_live
from sitegen.listing import CLIPPING_FORMATS, FOLDERS, ClippingFile, Found, Listing, problem
from sitegen.model import (
    Clipping,
    Config,
    CuratedEvent,
    CuratedOrganization,
    CuratedPerson,
    Page,
    Source,
    World,
)
from sitegen.problems import Finding, Level, Problem
from sitegen.slugs import is_safe, slug_of

MAX_OTHER_BYTES = 100_000_000  # a file of content/files/; GitHub refuses larger ones


class Refused(Exception):
    """A file that is not read; the message says why."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def read_bytes(file: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; raises `Refused` for everything else."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(file, flags)
    except OSError as error:
        raise Refused("E012", f"cannot be read ({error.strerror})", "check the file and its permissions") from None
    try:
        info = os.fstat(descriptor)
        if not stat.S_ISREG(info.st_mode):
            raise Refused("E012", "is not a regular file", "put the file itself there")
        if info.st_size > limit:
            raise Refused("E014", f"is {info.st_size:,} bytes long, more than the {limit:,} that one file may have",
                          "split it, or raise max_file_bytes in site.yaml")  # fmt: skip
        with os.fdopen(descriptor, "rb", closefd=False) as handle:
            data = handle.read(limit + 1)
    except OSError as error:
        raise Refused("E012", f"cannot be read ({error.strerror})", "check the file and its permissions") from None
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise Refused("E014", f"grew beyond the {limit:,} bytes that one file may have", "split it")
    return data


def _text(found: Found, shown: str, limit: int, problems: list[Problem]) -> str | None:
    try:
        data = read_bytes(found.file, limit)
    except Refused as refused:
        problems.append(problem("error", refused.code, shown + found.path, refused.message, refused.remedy))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(problem("error", "E015", shown + found.path, "is not UTF-8", "save it as UTF-8", line))
        return None


def read_world(listing: Listing, shown: str = "") -> tuple[Source, list[Problem]]:
    """Settings, curated records, pages and files: all of content/ but the clippings."""
    problems: list[Problem] = []
    config = Config()
    ids: Mapping[str, Any] = {}
    people: dict[str, CuratedPerson] = {}
    organizations: dict[str, CuratedOrganization] = {}
    events: dict[str, CuratedEvent] = {}
    pages: dict[str, Page] = {}
    files: list[tuple[str, str]] = []
    placed: dict[str, str] = {}
    used = {c.found.path for c in listing.clippings} | {c.sidecar.path for c in listing.clippings if c.sidecar}

    def keep(kind: str, into: dict[str, Any], key: str, record: Any, path: str) -> None:
        if key in into:
            problems.append(problem("error", "E016", path, f'the {kind} id "{key}" is also that of {into[key].path}',
                                     "give one of them another `id:`"))  # fmt: skip
        else:
            into[key] = record

    for found in listing.files:
        if found.path in used:
            continue
        folder, slash, _ = found.path.partition("/")
        path, stem = shown + found.path, found.path.rpartition("/")[2].rpartition(".")[0]
        if folder == "files" and slash:
            if found.size > MAX_OTHER_BYTES:
                problems.append(problem("error", "E014", path, f"is larger than {MAX_OTHER_BYTES:,} bytes"))
            elif (refused := _unfit(found, path, placed)) is not None:
                problems.append(refused)
            else:
                files.append((found.path[len("files/") :], found.file))
            continue
        if found.path in ("site.yaml", "ids.yaml"):
            text = _text(found, shown, 10_000_000, problems)
            if text is None:
                continue
            if found.path == "site.yaml":
                config, more = config_of(text, path)
            else:
                ids, more = ids_of(text, path)
            problems.extend(more)
            continue
        if not (slash and folder in FOLDERS and found.path.endswith(".md")):
            if not found.path.endswith((".jpg", ".png", ".pdf", ".gif", ".webp")):
                problems.append(problem("notice", "N017", path, "is no part of a site, left out",
                                         "what is to be copied as it is belongs in files/"))  # fmt: skip
            continue
        text = _text(found, shown, 4_000_000, problems)
        if text is None:
            continue
        if folder == "people":
            person, more = person_of(text, path, stem)
            if person:
                keep("person", people, person.id, person, path)
        elif folder == "organizations":
            organization, more = organization_of(text, path, stem)
            if organization:
                twin = next((i for i in organizations if slug_of(i) == slug_of(organization.id)), organization.id)
                keep("organization", organizations, twin, organization, path)
        elif folder == "events":
            several, more = events_in(text, path, stem)
            for event in several:
                keep("event", events, event.id, event, path)
        else:
            page, more = page_of(text, path, stem)
            if page:
                keep("page", pages, page.slug, page, path)
        problems.extend(more)
    own = {i.casefold(): i for i in organizations}  # "au" is AU: their pages would lie at one address
    known = tuple(o for o in read_known_organizations() if o.id.casefold() not in own)
    # The table's spellings of an organization that content/ describes are still read in clippings.
    aliases = tuple(
        (n, own[o.id.casefold()])
        for o in read_known_organizations()
        if o.id.casefold() in own
        for n in (o.name, *o.names)
    )
    world = World(
        countries=read_countries(),
        cities=read_cities(),
        organizations=(*(organizations[k] for k in sorted(organizations)), *known),
        people=tuple(people[k] for k in sorted(people)),
        events=tuple(events[k] for k in sorted(events)),
        aliases=aliases,
    )
    ordered = tuple(sorted(pages.values(), key=lambda p: (int(p.meta.get("order") or 10_000), p.slug)))
    return Source(config=config, world=world, clippings=(), pages=ordered, files=tuple(files), ids=ids), problems


def _unfit(found: Found, path: str, placed: dict[str, str]) -> Problem | None:
    """Why a file of files/ may not be copied into the output; `placed` holds the folded paths of those before it."""
    name = found.path[len("files/") :]
    if not is_safe(name):
        return problem("error", "E505", path, "has a name that is not safe on every disk and host",
                       "use letters, digits, hyphens, dots and underscores, at most 80 a name")  # fmt: skip
    if not os.access(found.file, os.R_OK):
        return problem(
            "error", "E012", path, "cannot be read (Permission denied)", "check the file and its permissions"
        )
    folded = name.casefold()
    parents = {folded[:at] for at, c in enumerate(folded) if c == "/"}
    twin = placed.get(folded) or next((placed[p] for p in parents if not placed.get(p, "/").endswith("/")), None)
    if twin is not None:
        return problem("error", "E501", path, f"differs by case alone from files/{twin}", "rename one of the two")
    placed[folded] = name
    placed.update((p, f"{name[: len(p)]}/") for p in parents)
    if is_looked_through(name):
        try:
            data = read_bytes(found.file, MAX_OTHER_BYTES)
        except Refused as refused:
            return problem("error", refused.code, path, refused.message, refused.remedy)
        why = why_live(name, data)
        if why is not None:
            return problem("error", "E506", path, f"may not be copied: {why}",
                           "scripts and styles belong in templates/assets/, pages in pages/")  # fmt: skip
    return None


def read_clipping(
    file: ClippingFile, *, shown: str = "", limit: int = 4_000_000, published: str | None = None
) -> tuple[Clipping | None, list[Problem]]:
    """One clipping with its sidecar; None beside the error where it cannot be used."""
    path = shown + file.found.path
    try:
        data = read_bytes(file.found.file, limit)
    except Refused as refused:
        return None, [problem("error", refused.code, path, refused.message, refused.remedy)]
    side: bytes | None = None
    problems: list[Problem] = []
    if file.sidecar:
        try:
            side = read_bytes(file.sidecar.file, 1_000_000)
        except Refused as refused:
            problems.append(problem("error", refused.code, shown + file.sidecar.path, refused.message, refused.remedy))
    return clipping_of(file, data, side, problems, shown=shown, published=published)


def clipping_of(
    file: ClippingFile,
    data: bytes,
    side: bytes | None,
    problems: list[Problem],
    *,
    shown: str = "",
    published: str | None = None,
) -> tuple[Clipping | None, list[Problem]]:
    """The clipping that these bytes make."""
    path, name = shown + file.found.path, file.found.path
    format_ = CLIPPING_FORMATS.get(os.path.splitext(name)[1].lower(), "txt")
    text, findings = decode(data, None)
    problems = [*problems, *_placed(findings, path, text)]
    meta: dict[str, Any] = {}
    basis: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    edits: tuple[Any, ...] = ()
    body_start = 0
    if format_ == "md":
        front, body_start, first_line = split_front_matter(text)
        if front is not None:
            meta, edits, extra, more = sidecar_of(front, path, front_matter=True, first_line=first_line)
            basis = dict.fromkeys(meta, "front-matter")
            problems.extend(more)
    if side is not None and file.sidecar is not None:
        side_path = shown + file.sidecar.path
        try:
            side_text = side.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = side.count(b"\n", 0, error.start) + 1
            problems.append(problem("error", "E015", side_path, "is not UTF-8", "save it as UTF-8", line))
        else:
            more_meta, more_edits, more_extra, more = sidecar_of(side_text, side_path, front_matter=False)
            meta, extra, edits = {**meta, **more_meta}, {**extra, **more_extra}, (*edits, *more_edits)
            basis |= dict.fromkeys(more_meta, "sidecar")
            problems.extend(more)
    if published is not None and "published" not in meta:
        meta["published"], basis["published"] = published, "argument"
    digest = hashlib.sha256(
        b"\0".join((name.encode("utf-8", "surrogateescape"), file.id.encode(), str(published).encode(),
                    hashlib.sha256(data).digest(), hashlib.sha256(side or b"").digest()))
    ).hexdigest()  # fmt: skip
    failed = any(p.level == "error" for p in problems)
    clipping = Clipping(
        id=meta.get("id", file.id), path=name, format=format_, text=text, body_start=body_start, meta=meta,  # type: ignore[arg-type]
        meta_basis=basis, extra=extra, edits=edits, digest=digest,
    )  # fmt: skip
    return (None if failed else clipping), problems


def _placed(findings: Iterable[Finding], path: str, text: str) -> list[Problem]:
    return list(problems_of(findings, path, text))


def problems_of(findings: Iterable[Finding], path: str, text: str) -> Iterator[Problem]:
    """Findings, which know code points, as problems, which know line and column of the file."""
    levels: dict[str, Level] = {"E": "error", "W": "warning", "N": "notice"}
    for finding in findings:
        line = column = 0
        if finding.start is not None:
            line, column = line_and_column(text, finding.start)
        yield Problem(path=path, line=line, column=column, level=levels[finding.code[0]], code=finding.code,
                      message=finding.message, remedy=finding.remedy)  # fmt: skip


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Both from 1; CR, LF and CRLF each end a line."""
    before = text[:offset]
    lone = before.count("\r") - before.count("\r\n")
    line = before.count("\n") + lone + 1
    return line, offset - max(before.rfind("\n"), before.rfind("\r"))
