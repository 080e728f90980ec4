"""Under `serve`: a saved clipping's own pages, printed and put in place before the build that follows has its last word.

Only where nothing is in doubt: every file that changed is a clipping of the last build, or its sidecar, is read without an error
and keeps its id. Everything else, and every fault met here, is left to the build.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from sitegen.extract import extract, finish_again
from sitegen.gather import Session
from sitegen.listing import ClippingFile
from sitegen.model import OutputFile
from sitegen.options import Options
from sitegen.read import read_clipping
from sitegen.render import pages_ahead
from sitegen.write import OutputBusy, locked, put_ahead

MOST = 4  # clippings saved together, such as by a replacement in all files: from here on the build is the quicker way


def print_ahead(options: Options, session: Session, changed: Iterable[str]) -> int:
    """Put the own pages of the clippings among `changed` in place, if those are all; how many files differ from before."""
    if session.site is None or session.theme is None:
        return 0
    files = _clippings_of(options.content, session, changed)
    if files is None:
        return 0
    try:
        made = [page for file in files for page in _pages(session, file)]
        with locked(options.output, wait=0):
            return put_ahead(options.output, made)
    except (OSError, OutputBusy, ValueError, LookupError, AssertionError):
        return 0


def _clippings_of(content: Path, session: Session, changed: Iterable[str]) -> list[ClippingFile] | None:
    """The clippings that were saved; None where anything else was, or too many."""
    known = {part.path: file for file in session.files for part in (file.found, file.sidecar) if part is not None}
    roots = [os.path.join(folder, "") for folder in (os.path.abspath(content), os.path.realpath(content))]
    found: dict[str, ClippingFile] = {}
    for path in changed:
        name = next((path[len(root) :] for root in roots if path.startswith(root)), "")
        file = known.get(name.replace(os.sep, "/"))
        if file is None or not os.path.isfile(path) or (file.sidecar is None and _has_sidecar(file)):
            return None
        found[file.id] = file
    return [*found.values()] if len(found) <= MOST else None


def _has_sidecar(file: ClippingFile) -> bool:
    return os.path.lexists(f"{os.path.splitext(file.found.file)[0]}.yaml")


def _pages(session: Session, file: ClippingFile) -> Iterable[OutputFile]:
    clipping, problems = read_clipping(file, shown=session.shown, limit=session.limit)
    site = session.site
    if clipping is None or site is None or any(p.level == "error" for p in problems):
        return ()
    before = site.sources.get(clipping.id)
    if before is None or before.record.path != clipping.path or before.edits or clipping.edits:
        return ()
    extraction = extract(clipping, session.names)
    if extraction.draft is not None and before.record.published.basis == "inferred":
        extraction = finish_again(extraction, before.record.published, session.names)
    return pages_ahead(site, session.theme, extraction)
