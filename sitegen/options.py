"""What the command line says, and the names of what a build leaves. Light: every command imports it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sitegen.snapshot import MANIFEST, sibling

__all__ = ["MANIFEST", "Options", "beside"]


def beside(output: Path, what: str) -> Path:
    """The sibling of `output` in which a build works: `stage`, `journal` or `old`."""
    return Path(sibling(str(output), what))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line says. Paths are as given."""

    content: Path = Path("content")
    templates: Path | None = None
    output: Path = Path("output")
    cache: Path | None = Path(".sitegen")
    base_url: str | None = None
    strict: bool = False
    keep_going: bool = False
    file_links: bool = False
    verify: bool = False
    jobs: int = 1
    executor: str | None = None
