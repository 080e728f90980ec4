"""Pages of the invented register, byte for byte. `--accept` writes them anew, for review in the diff.

One page of each kind and each export; fingerprints in names are left out, so that a change of looks alone changes nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden" / "meridian"
KEPT = (
    "index.html", "timeline/1998/index.html", "timeline/2013/index.html", "events/2013-06-26-meeting-tbilisi/index.html",
    "people/nino-gelashvili/index.html", "posts/defence-minister-ge/index.html", "countries/in/index.html",
    "organizations/msf/index.html", "membership/index.html", "membership/2016-06-14/index.html",
    "sources/harbour-gazette-2013-ministers/index.html", "conflicts/index.html", "coverage/index.html", "search/index.html",
    "data/index.html", "404.html", "feed.xml", "events.ics", "sitemap.xml", "robots.txt", "data/events.csv", "data/posts.csv",
    "data/memberships.json", "data/sources.json", "data/popolo.json", "data/timelinejs.json", "data/schema.json",
)  # fmt: skip


@pytest.mark.parametrize("path", KEPT)
def test_the_page_is_as_accepted(files: dict[str, bytes], path: str, accept: bool) -> None:
    made = re.sub(rb"-[0-9a-f]{8}\.(css|js|svg|json)", rb".\1", files[path])
    kept = GOLDEN / path
    if accept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    assert kept.read_bytes() == made, f"{path} has changed; look at it, then accept it with --accept"
