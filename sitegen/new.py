"""`sitegen new DIR`: a starter site that builds at once, copied from the package's own files.

The starter's workflow installs what its `requirements.txt` names. That must be this program, wherever it came from: the
package index may know another one by the same name, so the bare name is never written.
"""

from __future__ import annotations

import json
import shutil
import urllib.parse
import urllib.request
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import sitegen

#: Names that a package cannot carry as they are: dotted ones. Source below starter/ -> path in the new folder.
RENAMED = {"gitignore": ".gitignore", "pages.yml": ".github/workflows/pages.yml"}


REQUIREMENTS = """\
# Where the publishing workflow gets sitegen from: a repository's address (sitegen @ git+https://...) or a wheel kept in
# this folder. Not the bare name: an index may know another program by it.
"""


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


def origin() -> str:
    """The address that this program was installed from (PEP 610), or "" where the installer left none."""
    try:
        text = metadata.distribution("sitegen").read_text("direct_url.json")
        told = json.loads(text or "{}")
        address = str(told.get("url", ""))
        revision = told.get("vcs_info", {})
        return f"{revision['vcs']}+{address}@{revision['commit_id']}" if revision else address
    except (metadata.PackageNotFoundError, ValueError, AttributeError, KeyError, TypeError):
        return ""


def _requirement(folder: Path, came_from: str) -> list[str]:
    """Write requirements.txt, and beside it the wheel where we were installed from one; the paths written."""
    wheel = f"vendor/sitegen-{sitegen.__version__}-py3-none-any.whl"
    written = ["requirements.txt"]
    line = f"./{wheel}"
    if came_from.startswith(("https://", "git+https://")):
        line = f"sitegen @ {came_from}"
    elif came_from.startswith("file:") and came_from.endswith(".whl"):
        source = Path(urllib.request.url2pathname(urllib.parse.urlsplit(came_from).path))
        if source.is_file():
            (folder / "vendor").mkdir()
            shutil.copyfile(source, folder / "vendor" / source.name)
            line = f"./vendor/{source.name}"
            written.append(line[2:])
    with open(folder / "requirements.txt", "x", encoding="utf-8", newline="\n") as handle:
        handle.write(f"{REQUIREMENTS}{line}\n")
    return written


def wheel_wanted(folder: Path) -> str:
    """The wheel that requirements.txt names and that somebody must still put there, as a path below the folder, or ""."""
    line = (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    return line[2:] if line.startswith("./") and not (folder / line).exists() else ""


def new_site(folder: Path, came_from: str | None = None) -> list[str]:
    """Write the starter into `folder` and give the paths written; raises `NotEmpty`, OSError.

    `came_from` is an address as `origin` gives it.
    """
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
    return written + _requirement(folder, origin() if came_from is None else came_from)
