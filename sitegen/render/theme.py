"""Where templates lie, and the assets beside them under fingerprinted names.

The wheel carries the theme as sitegen/templates; a checkout has it beside the package. A site's own folder comes first,
file by file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.model import OutputFile

_PACKAGE = Path(__file__).resolve().parent.parent


def default_theme() -> Path:
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Folders to look in, the site's own first, and the assets: name as templates say it -> path in the output."""

    folders: tuple[Path, ...]
    assets: Mapping[str, str]
    files: tuple[OutputFile, ...]
    digest: str  # of all templates: compiled ones are good as long as it stays


def theme_of(own: Path | None) -> Theme:
    """Read the theme's assets once. A name keeps its words: site.css becomes assets/site-1a2b3c4d.css."""
    folders = tuple(f for f in (own, default_theme()) if f is not None and f.is_dir())
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        base = folder / "assets"
        if base.is_dir():
            found.update((p.relative_to(base).as_posix(), p) for p in sorted(base.rglob("*")) if p.is_file())
    assets: dict[str, str] = {}
    files: list[OutputFile] = []
    for name, path in sorted(found.items()):
        data = path.read_bytes()
        stem, dot, ending = name.rpartition(".")
        mark = hashlib.sha256(data).hexdigest()[:8]
        target = f"assets/{stem}-{mark}.{ending}" if dot else f"assets/{name}-{mark}"
        assets[name] = target
        files.append(OutputFile(path=target, data=data))
    return Theme(folders=folders, assets=assets, files=tuple(files), digest=_digest(folders))


def _digest(folders: tuple[Path, ...]) -> str:
    seen = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".html", ".xml") and p.is_file()):
            seen.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            seen.update(path.read_bytes())
    return seen.hexdigest()
