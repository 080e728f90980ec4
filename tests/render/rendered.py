"""The invented register rendered to a mapping of its files."""

from __future__ import annotations

import meridian

from sitegen.render import render_site

BASE = "https://example.org/meridian/"


def files_of(**settings: object) -> dict[str, bytes]:
    source = meridian.source(**settings)
    made: dict[str, bytes] = {}
    for file in render_site(meridian.register(), source, None, sitegen_version="0"):
        assert file.path not in made, f"two files at {file.path}"
        made[file.path] = file.data
    return made
