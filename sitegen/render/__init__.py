"""Register -> the files of the site.

What enters: a `Register` (from merge), a `Source` (settings, prose, files). What leaves: `OutputFile`s, each under a name
that every disk takes, the same bytes for the same input. The line: `site.py` indexes, `views/` turn records into printable
values, one module a kind of page, `pages.py` prints them through templates, `exports/` writes the other formats.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.model import OutputFile, Register, Source
from sitegen.render.pages import render
from sitegen.render.review import problems_of_site
from sitegen.render.site import site_of

__all__ = ["problems_of_site", "render_site"]


def render_site(
    register: Register,
    source: Source,
    theme_dir: Path | None,
    *,
    file_links: bool = False,
    sitegen_version: str,
    jobs: int = 1,
) -> Iterator[OutputFile]:
    """All files of the site. `theme_dir` is the site's own `templates/`, whose files come before the default theme's.

    With `file_links` hrefs name index.html, so that the site can be read from a folder without a server. `jobs` workers print
    the many pages; the bytes are the same for any number.
    """
    site = site_of(register, source, file_links=file_links, sitegen_version=sitegen_version)
    yield from render(site, theme_dir, jobs)
