"""Which sentences of a clipping may be printed: at most 40 % of its words and 150 in all, unless its rights say `full`.

One choice a clipping, made once: every page and every export prints only quotes from it, so the limit holds for the site
as a whole. The first sentence of each record comes before the second of any, so that as many facts as possible show theirs.
What a headline or an explanation repeats of its sentence is counted first, since it is printed in any case.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Protocol

from sitegen.model import Evidence, Extraction, Register, Witness
from sitegen.rights import WordsOut, events_said
from sitegen.workers import aside

Span = tuple[int, int]
#: which sentence of its record, the record's rank, the span
Wanted = tuple[int, int, Span]
PARALLEL_FROM = 2000  # choices from which another process pays for its start: they take a second
#: Source id -> (a hash of all that the choice was made of, the spans chosen): what an earlier build chose.
Chosen = dict[str, tuple[str, tuple[Span, ...]]]


class Told(Protocol):
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def excerpts_of(register: Register, chosen: Chosen | None = None, jobs: int = 1) -> dict[str, tuple[Span, ...]]:
    """Per source id the spans of its body that may be printed, disjoint and in text order; `chosen` is read and filled."""
    wanted: dict[str, set[Wanted]] = {e.record.id: set() for e in register.sources}
    for rank, witnesses in _all_witnesses(register):
        for witness in witnesses:
            queue = wanted.get(witness.source)
            if queue is not None:
                for i, e in enumerate(witness.evidence):
                    queue.add((i, rank, (e.start, e.end)))
    for extraction in register.sources:
        queue = wanted[extraction.record.id]
        for rank, evidence in _own_evidence(extraction):
            for i, e in enumerate(evidence):
                queue.add((i, rank, (e.start, e.end)))
    ordered = {name: sorted(spans) for name, spans in wanted.items()}
    known = chosen or {}
    digests = {} if chosen is None else {e.record.id: _digest(e, ordered[e.record.id]) for e in register.sources}
    todo = [e for e in register.sources if known.get(e.record.id, ("",))[0] != digests.get(e.record.id)]
    made = dict(zip([e.record.id for e in todo], _choose_all(todo, ordered, jobs), strict=True))
    now = {e.record.id: made[e.record.id] if e.record.id in made else known[e.record.id][1] for e in register.sources}
    if chosen is not None:
        chosen.clear()
        chosen.update({name: (digests[name], spans) for name, spans in now.items()})
    return now


def _digest(extraction: Extraction, wanted: Sequence[Wanted]) -> str:
    """Of all that a choice is made of. The hash of whole numbers is the same in every process."""
    record = extraction.record
    seen = f"{record.rights}{hash(tuple(wanted))}{[*events_said(record)]}{record.body}"
    return hashlib.blake2b(seen.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _choose_all(
    extractions: Sequence[Extraction], wanted: Mapping[str, Sequence[Wanted]], jobs: int
) -> list[tuple[Span, ...]]:
    """The choice of each, by several processes where there are very many."""

    def share(n: int) -> list[tuple[Span, ...]]:
        return [_choose(e, wanted[e.record.id]) for e in extractions[n * size : (n + 1) * size]]

    parts = jobs if len(extractions) >= PARALLEL_FROM else 1
    size = -(-len(extractions) // parts)
    others = [aside(partial(share, n), jobs) for n in range(1, parts)]
    return [*share(0), *chain.from_iterable([other() for other in others])]


def choice_of(extraction: Extraction, told: Iterable[tuple[int, Told]]) -> tuple[Span, ...]:
    """The spans of one clipping alone, of which `told` says what is made of it, each with its rank as below."""
    wanted = {
        (i, rank, (e.start, e.end))
        for rank, evidence in (*((rank, t.evidence) for rank, t in told), *_own_evidence(extraction))
        for i, e in enumerate(evidence)
    }
    return _choose(extraction, sorted(wanted))


def _all_witnesses(register: Register) -> Iterable[tuple[int, tuple[Witness, ...]]]:
    for event in register.events:
        yield (0 if event.main_of else 1), event.witnesses
        for claim in event.claims:
            yield 2, claim.witnesses
    for status in register.statuses:
        yield 3, status.witnesses
        for claim in status.claims:
            yield 3, claim.witnesses
    for person in register.people:
        yield 4, person.witnesses
        for tenure in person.tenures:
            yield 4, tenure.witnesses
            for claim in tenure.claims:
                yield 4, claim.witnesses


def _own_evidence(extraction: Extraction) -> Iterable[tuple[int, tuple[Evidence, ...]]]:
    for event in extraction.record.events:
        yield (0 if event.main else 1), event.evidence
    for status in extraction.record.memberships:
        yield 3, status.evidence
    for person in extraction.record.people:
        yield 4, person.evidence


def _choose(extraction: Extraction, wanted: Sequence[Wanted]) -> tuple[Span, ...]:
    """`wanted` in the order in which they are tried; a span that is wanted again changes nothing."""
    record = extraction.record
    if record.rights == "full":
        return ((0, len(record.body)),)
    words = WordsOut(record)
    marks = 0  # dashes that stand alone: words to whoever counts by blanks
    chosen: list[Span] = []
    for start, end in dict.fromkeys([span for _, _, span in wanted]):
        out = words.with_span(start, end)
        alone = sum(not any(map(str.isalnum, part)) for part in record.body[start:end].split())
        if len(out) + marks + alone <= words.allowed:
            words.places, marks = out, marks + alone
            chosen.append((start, end))
    return tuple(_united(chosen))


def _united(spans: list[Span]) -> list[Span]:
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def may_print(chosen: Mapping[str, tuple[Span, ...]], source: str, start: int, end: int) -> bool:
    return lies_in(chosen.get(source, ()), start, end)


def lies_in(spans: tuple[Span, ...], start: int, end: int) -> bool:
    for first, last in spans:  # noqa: SIM110 - asked for every sentence of every page
        if first <= start and end <= last:
            return True
    return False
