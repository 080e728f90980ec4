"""Copies of one story, found by their words; and the origin that a clipping goes back to.

Five-word shingles of the body, a quarter of them (those whose hash says so) kept: a clipping is a copy where more than half
of the shorter one's kept shingles stand in the other. Each clipping is compared with the groups that share shingles
with it, so cost grows with the text. Independence is counted by origin: copies have one, and so have the stories of
one agency or one outlet, however differently worded.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from sitegen.merge.once import OfClippings
from sitegen.model import ArticleRecord, Extraction

SIZE = 5
#: share of the shorter clipping's shingles that stand in the other. Rewrites of one communique share up to a third,
#: shortened wire copies more than two thirds.
COPY = 0.5
#: below so many kept shingles (about 60 words) only an equal text is a copy
FEWEST = 12
#: a shingle in more groups than this is a set phrase or page furniture
CROWD = 40

_WORD = re.compile(r"\w+")
_DATELINE_AGENCY = re.compile(r"\(([A-Za-z][\w .&'-]{1,30}?)(?:/[^()]{0,40})?\)\s{0,2}(?:--?|[–—:])")
_LAST_AGENCY = re.compile(r"\(([A-Z][\w.&' -]{1,30}?)(?:/[^()]{0,40})?\)\s*$")
_LEADING_AGENCY = re.compile(r"^[A-Z][\w ,.'-]{2,50}\s\(?([A-Z][A-Za-z]{1,20})\)?\s{0,2}[–—]{1,2}\s")


class _Sums(dict[str, int]):
    """Word as printed -> checksum of its letters and digits, the same on every machine; worked out once a word."""

    def __missing__(self, word: str) -> int:
        self[word] = found = zlib.crc32("".join(_WORD.findall(word)).encode())
        return found


def shingles_of(words: Sequence[str], sums: _Sums | None = None) -> frozenset[int]:
    """Hashes of the kept runs of `SIZE` words: those that begin with a word whose own hash ends in two zero bits."""
    known = _Sums() if sums is None else sums
    line = tuple(map(known.__getitem__, words))
    return frozenset([hash(line[n : n + SIZE]) for n in range(len(line) - SIZE + 1) if not line[n] & 3])


def copies_of(
    extractions: Sequence[Extraction], remembered: dict[str, tuple[str, frozenset[int]]] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Groups of two and more ids whose bodies are copies; ids sorted in each, groups by first id.

    `remembered`: source id -> (body, its shingles) of an earlier look, read and filled.
    """
    groups: list[list[str]] = []
    index: dict[int, int] = {}  # shingle -> the first group that has it: mostly the only one
    further: dict[int, list[int]] = {}
    equal: dict[str, int] = {}
    sums = _Sums()
    met_before = index.keys()
    ordered = sorted(extractions, key=lambda e: (-len(e.record.body), e.record.id))
    for extraction in ordered:
        record = extraction.record
        known_body, found = (
            remembered.get(record.id, ("", frozenset())) if remembered is not None else ("", frozenset())
        )
        if not found or known_body != record.body:
            found = shingles_of(record.body.lower().split(), sums)
            if remembered is not None:
                remembered[record.id] = (record.body, found)
        text = " ".join(record.body.lower().split()) if len(found) < FEWEST else ""
        at = equal.get(text) if text else None
        is_new = met_before.isdisjoint(found)  # as most are: no shingle of it was met
        if len(found) >= FEWEST and not is_new:
            met = [index[shingle] for shingle in found if shingle in index]
            if len(met) >= COPY * len(found):
                counts = Counter(met)
                counts.update(chain.from_iterable([further[shingle] for shingle in found if shingle in further]))
                most = max(counts.values(), default=0)
                if most >= COPY * len(found):
                    at = min(group for group, count in counts.items() if count == most)
        if at is None:
            at = len(groups)
            groups.append([])
            if is_new:
                index.update(dict.fromkeys(found, at))
            else:
                for shingle in found:
                    if index.setdefault(shingle, at) != at:
                        known = further.setdefault(shingle, [])
                        if len(known) < CROWD - 1:
                            known.append(at)
        groups[at].append(record.id)
        if text:
            equal.setdefault(text, at)
    return tuple(sorted(tuple(sorted(g)) for g in groups if len(g) > 1))


def agency_of(record: ArticleRecord) -> str | None:
    """The agency named in the dateline, at the end of the text or as its author; None where no tag stands."""
    head, tail = record.body[:160], record.body[-80:]
    for found in (_DATELINE_AGENCY.search(head), _LEADING_AGENCY.match(head), _LAST_AGENCY.search(tail)):
        if found:
            return " ".join(found[1].lower().split())
    return None


def _agency_in(extraction: Extraction) -> str | None:
    return agency_of(extraction.record)


def origins_of(
    extractions: Sequence[Extraction], copies: Sequence[Sequence[str]], memory: OfClippings[str | None] | None = None
) -> Mapping[str, str]:
    """Source id -> origin: one for all copies of a story, else for all stories of an agency, else of an outlet.

    Copies go back to the agency that most of them name, so that a further story of that agency adds nothing.
    """
    memory = OfClippings() if memory is None else memory
    agencies = {e.record.id: memory.get(e, _agency_in) for e in extractions}
    shared: dict[str, str] = {}
    for group in copies:
        named: dict[str, int] = {}
        for source in group:
            agency = agencies.get(source)
            if agency:
                named[agency] = named.get(agency, 0) + 1
        origin = f"outlet {min(named, key=lambda a: (-named[a], a))}" if named else f"copy {group[0]}"
        shared |= dict.fromkeys(group, origin)
    found = {}
    for extraction in extractions:
        record = extraction.record
        outlet = agencies[record.id] or " ".join((record.publisher or "").lower().split())
        found[record.id] = shared.get(record.id) or (f"outlet {outlet}" if outlet else f"source {record.id}")
    return found
