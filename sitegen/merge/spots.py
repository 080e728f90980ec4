"""Where a sentence stands in its clipping's file, for messages: path and line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from sitegen.model import Claim, Extraction
from sitegen.packed import unpacked


def line_of(extraction: Extraction, offset: int) -> int:
    """The line, from 1, of the body's code point `offset`; 0 where it is not known."""
    if not extraction.offsets:
        return 0
    places = unpacked(extraction.offsets)
    bodies, files = places[::2], places[1::2]
    at = max(bisect_right(bodies, offset) - 1, 0)
    return bisect_right(unpacked(extraction.lines), files[at] + offset - bodies[at]) + 1


def spots_of(claims: Iterable[Claim], sources: Mapping[str, Extraction], shown: str) -> list[tuple[str, int]]:
    """(path, line) of the sentences of clippings that make these claims; one a clipping, by path. `shown` is put before."""
    found: dict[str, int] = {}
    for claim in claims:
        for witness in claim.witnesses:
            source = sources.get(witness.source)
            if source is not None:
                line = line_of(source, witness.evidence[0].start) if witness.evidence else 0
                found.setdefault(shown + source.record.path, line)
    return sorted(found.items())
