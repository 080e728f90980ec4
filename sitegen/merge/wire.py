"""Copies of one story, found by their words; and the origin that a clipping goes back to.

Five-word shingles of the body, a quarter of them (those whose hash says so) kept: a clipping is a copy where about half
of the shorter one's shingles stand in the other. Each clipping is compared with the groups that share kept shingles
with it, so cost grows with the text; all shingles are counted only where the kept ones leave it open. Independence is counted by origin: copies have one, and so have the stories of
one agency or one outlet, however differently worded.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from sitegen.articles.outlets import outlet_named
from sitegen.merge.once import OfClippings
from sitegen.model import ArticleRecord, Extraction

SIZE = 5
#: share of the shorter clipping's shingles that stand in the other. Rewrites of one communique share up to a third,
#: shortened wire copies more than two thirds; where every tenth word was changed, half.
COPY = 0.45
#: a share of the kept ones above which nothing more is asked, and below which none is a copy; between, all are counted
SURE, MAYBE = 0.75, 0.25
#: below so many kept shingles (about 60 words) all are counted always
FEWEST = 12
#: below so many words only an equal text is a copy
SHORT = 18
#: a shingle in more groups than this is a set phrase or page furniture
CROWD = 40

_WORD = re.compile(r"\w+")
_DATELINE_AGENCY = re.compile(r"\(([A-Za-z][\w .&'-]{1,30}?)(?:/[^()]{0,40})?\)\s{0,2}(?:--?|[–—:])")
_LAST_AGENCY = re.compile(r"\(([A-Z][\w.&' -]{1,30}?)(?:/[^()]{0,40})?\)\s*$")
_LEADING_AGENCY = re.compile(r"^[A-Z][\w ,.'-]{2,50}\s\(?([A-Z][A-Za-z]{1,20})\)?\s{0,2}[–—]{1,2}\s")


#: "/TASS/", "(PTI)" in a dateline of any form: taken where the outlet is listed
_BRACKETED = re.compile(r"[(/\[]([A-Z][\w.&' -]{1,30}?)[)/\]]")


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


def joins(most: int, size: int, body: str, lead: str, sums: _Sums | None = None) -> bool:
    """Whether a clipping of `size` kept shingles, `most` of them those of the group that begins with `lead`, is of that group."""
    if most >= SURE * size and size >= FEWEST:
        return True
    return most >= MAYBE * size and _is_copy(body, lead, _Sums() if sums is None else sums)


def _is_copy(shorter: str, longer: str, sums: _Sums) -> bool:
    """Whether enough of all shingles of the shorter body stand in the longer one."""
    words = shorter.lower().split()
    if len(words) < SHORT:
        return False
    one, two = _all_shingles(words, sums), _all_shingles(longer.lower().split(), sums)
    return len(one & two) >= COPY * len(one)


def _all_shingles(words: Sequence[str], sums: _Sums) -> frozenset[tuple[int, ...]]:
    line = tuple(map(sums.__getitem__, words))
    return frozenset(zip(*[line[n:] for n in range(SIZE)], strict=False))


class Stood(NamedTuple):
    """How a clipping was placed: whether it `leads` its group, and of how many of its kept shingles the nearest earlier group has
    no more than so many.
    """

    leads: bool
    most: int


def copies_of(
    extractions: Sequence[Extraction], remembered: dict[str, tuple[str, array[int]]] | None = None,
    stood: dict[str, Stood] | None = None,
) -> tuple[tuple[str, ...], ...]:  # fmt: skip
    """Groups of two and more ids whose bodies are copies; ids sorted in each, groups by first id.

    `remembered`: source id -> (body, its shingles) of an earlier look, read and filled. `stood` is filled.
    """
    groups: list[list[str]] = []
    leads: list[str] = []  # the longest body of each group
    index: dict[int, int] = {}  # shingle -> the first group that has it: mostly the only one
    further: dict[int, list[int]] = {}
    equal: dict[str, int] = {}
    sums = _Sums()
    met_before = index.keys()
    ordered = sorted(extractions, key=lambda e: (-len(e.record.body), e.record.id))
    for extraction in ordered:
        record = extraction.record
        known_body, packed = remembered.get(record.id, ("", None)) if remembered is not None else ("", None)
        found: Collection[int] = packed or ()
        if not found or known_body != record.body:
            found = shingles_of(record.body.lower().split(), sums)
            if remembered is not None:  # as eight bytes each: a tenth of what a set takes
                remembered[record.id] = (record.body, array("q", found))
        text = " ".join(record.body.lower().split()) if len(found) < FEWEST else ""
        at = equal.get(text) if text else None
        is_new = met_before.isdisjoint(found)  # as most are: no shingle of it was met
        most = 0
        if at is None and not is_new:
            met = [index[shingle] for shingle in found if shingle in index]
            most = len(met)
            if most >= MAYBE * len(found):
                counts = Counter(met)
                counts.update(chain.from_iterable([further[shingle] for shingle in found if shingle in further]))
                most = max(counts.values())
                near = min(group for group, count in counts.items() if count == most)
                if joins(most, len(found), record.body, leads[near], sums):
                    at = near
        if stood is not None:
            stood[record.id] = Stood(at is None, most)
        if at is None:
            at = len(groups)
            groups.append([])
            leads.append(record.body)
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
            return _usual(found[1])
    for found in _BRACKETED.finditer(head):
        if outlet_named(found[1]):
            return _usual(found[1])
    return _usual(record.author) if record.author and outlet_named(record.author) else None


def _usual(name: str) -> str:
    """An outlet's usual name where it is listed, so that "AP" and "The Associated Press" are one; in lower case."""
    row = outlet_named(name)
    return " ".join((row.name if row else name).lower().split())


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
        outlet = agencies[record.id] or _usual(record.publisher or "")
        found[record.id] = shared.get(record.id) or (f"outlet {outlet}" if outlet else f"source {record.id}")
    return found
