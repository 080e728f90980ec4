"""`sitegen new DIR`: a starter site that builds at once, copied from the package's own files."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

#: Names that a package cannot carry as they are: dotted ones. Source below starter/ -> path in the new folder.
RENAMED = {"gitignore": ".gitignore", "pages.yml": ".github/workflows/pages.yml"}


class NotEmpty(Exception):
    """The folder holds something already: nothing was written."""


def _walk(folder: Traversable, prefix: str = "") -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.startswith(("__", ".")):
            continue
        if entry.is_dir():
            found += _walk(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_bytes()))
    return found


def new_site(folder: Path) -> list[str]:
    """Write the starter into `folder` and give the paths written; raises `NotEmpty`, OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(f"{folder}: is not an empty folder; name one that is empty or new")
    written = []
    for name, data in _walk(files("sitegen") / "starter"):
        path = RENAMED.get(name, name)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "xb") as handle:
            handle.write(data)
        written.append(path)
    return written
