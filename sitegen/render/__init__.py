"""Register -> the files of the site.

What enters: a `Register` (from merge), a `Source` (settings, prose, files). What leaves: `OutputFile`s, each under a name
that every disk takes, the same bytes for the same input. The line: `site.py` indexes, `views/` turn records into printable
values, one module a kind of page, `pages.py` prints them through templates, `exports/` writes the other formats. A page whose
look-ups all say what they said before is not made again (`traced.py`, `remembered.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.model import OutputFile, Register, Source
from sitegen.render.ahead import pages_ahead
from sitegen.render.farm import Kept
from sitegen.render.pages import render
from sitegen.render.remembered import Remembered
from sitegen.render.review import problems_of_site
from sitegen.render.site import Site, site_of
from sitegen.render.theme import Theme, theme_of

__all__ = [
    "Kept",
    "Remembered",
    "Site",
    "Theme",
    "pages_ahead",
    "problems_of_site",
    "render",
    "render_site",
    "site_of",
    "theme_of",
]


def render_site(
    register: Register,
    source: Source,
    theme_dir: Path | None,
    *,
    file_links: bool = False,
    sitegen_version: str,
    jobs: int = 1,
) -> Iterator[OutputFile]:
    """All files of the site, each made. `theme_dir` is the site's own `templates/`, whose files come before the default theme's.

    With `file_links` hrefs name index.html, so that the site can be read from a folder without a server. `jobs` workers print
    the many pages; the bytes are the same for any number.
    """
    site = site_of(register, source, file_links=file_links, sitegen_version=sitegen_version)
    for file in render(site, theme_dir, jobs):
        assert isinstance(file, OutputFile)
        yield file
