"""The first pass over all clippings: remembered where nothing that it is made of has changed, else extracted, on many cores.

Two things are kept in the store. A record, under a hash of the clipping's bytes, its sidecar's, the names of the world
and the bytes of the parsing rooms. And a note a clipping, under its path: the signatures of its files when they were read, the
key of its record and its messages, so that a clipping whose signature is old and the same is not even opened.
Results do not depend on the number of jobs: they are put back in the order of the paths.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

import sitegen
from sitegen.extract import extract
from sitegen.listing import ClippingFile
from sitegen.model import Clipping, Config, Extraction
from sitegen.problems import Problem
from sitegen.read import problems_of, read_clipping
from sitegen.records import extraction_from_json, extraction_to_json
from sitegen.snapshot import TICK_NS
from sitegen.store import Store
from sitegen.workers import end, obey_parent, undisturbed
from sitegen.world import Names

#: The rooms whose code decides what a record says: their bytes are part of every key in the store.
PARSING = ("articles", "dates", "places", "organizations", "people", "memberships", "events", "data")
PARSING_FILES = (
    "extract.py",
    "model.py",
    "timex.py",
    "pieces.py",
    "edtf.py",
    "world.py",
    "gazetteer.py",
    "records.py",
    "packed.py",
    "slugs.py",
)

DATED, MERGED, PAGES = (
    "days:",
    "merge:",
    "pages:",
)  # what else the store keeps, under keys that begin so: gather.py, build.py

PARALLEL_FROM = 64  # clippings to extract from which a second process pays for its start (80 ms, measured on 2 cores)
AT_ONCE = 500  # records put into the store together, while others are extracted: a build that is ended keeps them
BATCH = 40  # clippings a task: at 3 ms each a task is long beside its own 1 ms of passing on


@dataclass(slots=True)
class Log:
    """What a pass has to say: its messages, its counts, and bugs of ours for `--debug`."""

    problems: list[Problem] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    clippings: int = 0
    from_store: int = 0
    keys: dict[str, str] = field(default_factory=dict)  # source id -> the key of its record


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is remembered of a clipping under its path. `signatures` are its file's and its sidecar's."""

    signatures: tuple[tuple[int, int, int, int], ...]
    base: str
    id: str
    key: str | None  # of its record; None where it could not be used
    story: str  # a hash of its words, to find the same text twice
    accepted: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One clipping extracted: the record's JSON, or the traceback of a bug that it showed."""

    data: bytes | None
    problems: tuple[Problem, ...]
    fault: str | None = None


_note_decoder = msgspec.json.Decoder(Note)


def code_digest() -> str:
    """A hash of the version and of the bytes of the parsing rooms: editing a rule forgets what it must."""
    root = Path(sitegen.__file__).parent
    total = hashlib.sha256(sitegen.__version__.encode())
    files = [root / name for name in PARSING_FILES]
    for room in PARSING:
        files += sorted(p for p in (root / room).rglob("*") if p.suffix in (".py", ".csv", ".json", ".txt"))
    for file in files:
        if file.is_file():
            total.update(file.read_bytes())
    return total.hexdigest()[:32]


def first_pass(
    files: Sequence[ClippingFile], names: Names, store: Store, config: Config, shown: str, log: Log, *,
    jobs: int = 1, executor: str | None = None, verify: bool = False, decoded: dict[str, Extraction] | None = None,
) -> list[Extraction]:  # fmt: skip
    """All clippings' extractions, in the order of `files`; those that cannot be used are in `log` as errors.

    `decoded`: records of an earlier build of this process by their keys, read and filled.
    """
    decoded = {} if decoded is None else decoded
    base = hashlib.sha256(f"{code_digest()}\0{names.digest}\0{shown}\0{config.max_file_bytes}".encode()).hexdigest()
    started = time.time_ns() - TICK_NS
    notes, clippings = _look(files, store, base, shown, config.max_file_bytes, verify)
    log.clippings += len(files)
    known = store.get_many(n.key for n in notes if n.key and n.key not in decoded)
    wanted = [i for i, n in enumerate(notes) if n.key and n.key not in known and n.key not in decoded]
    for i in wanted:
        if i not in clippings:  # noted, but its record was lost
            clipping, _ = read_clipping(files[i], shown=shown, limit=config.max_file_bytes)
            if clipping is not None:
                clippings[i] = clipping
    todo = [i for i in wanted if i in clippings]
    log.from_store += sum(1 for n in notes if n.key in known or n.key in decoded)
    opened = {f"note:{files[i].found.path}" for i in clippings}
    waiting: list[tuple[str, bytes]] = []
    with closing(_extract_all([clippings[i] for i in todo], names, shown, jobs, executor)) as made:
        clippings.clear()
        for i, result in zip(todo, made, strict=True):
            note = notes[i]
            assert note.key is not None
            notes[i] = replace(note, problems=(*note.problems, *_settled(result.problems, note.accepted)))
            if result.data is None:
                log.faults.append(result.fault or "")
                notes[i] = replace(notes[i], key=None)
                continue
            decoded[note.key] = extraction_from_json(result.data)
            waiting.append((note.key, result.data))
            if len(waiting) >= AT_ONCE:
                store.put(waiting)
                waiting.clear()
    usable = list(_checked(files, notes, shown, log))
    log.keys = {n.id: n.key for n in usable if n.key is not None}
    extractions = list(_decoded(usable, known, decoded))
    # A note is kept only where its files are older than this look at them (see snapshot.py), and no bug of ours was met.
    kept = {f"note:{f.found.path}": n for f, n in zip(files, notes, strict=True) if n.key and _newest(n) < started}
    store.put([*waiting, *((k, msgspec.json.encode(n)) for k, n in kept.items() if k in opened)])
    store.forget_all_but([*(n.key for n in notes if n.key), *kept], sparing=(DATED, MERGED, PAGES))
    return extractions


def _newest(note: Note) -> int:
    return max(max(s[1], s[2]) for s in note.signatures)


def _look(
    files: Sequence[ClippingFile], store: Store, base: str, shown: str, limit: int, verify: bool
) -> tuple[list[Note], dict[int, Clipping]]:
    """A note for each file, and the clippings that had to be opened, by their number."""
    remembered = {} if verify else store.get_all("note:")
    notes: list[Note] = []
    clippings: dict[int, Clipping] = {}
    for number, file in enumerate(files):
        signatures = (file.found.signature, *((file.sidecar.signature,) if file.sidecar else ()))
        data = remembered.get(f"note:{file.found.path}")
        if data is not None:
            try:
                note = _note_decoder.decode(data)
            except msgspec.MsgspecError:
                note = None
            if note is not None and note.signatures == signatures and note.base == base:
                notes.append(note)
                continue
        clipping, problems = read_clipping(file, shown=shown, limit=limit)
        accepted = clipping.meta.get("accepted") if clipping else None
        key = hashlib.sha256(f"{base}\0{clipping.digest}".encode()).hexdigest() if clipping else None
        notes.append(
            Note(
                signatures=signatures, base=base, id=clipping.id if clipping else file.id, key=key,
                story=_story(clipping) if clipping else "", accepted=accepted, problems=tuple(_settled(problems, accepted)),
            )
        )  # fmt: skip
        if clipping is not None:
            clippings[number] = clipping
    return notes, clippings


def _checked(files: Sequence[ClippingFile], notes: Sequence[Note], shown: str, log: Log) -> Iterator[Note]:
    """The usable notes; one id given twice is an error of the second, one text found twice a warning."""
    ids: dict[str, str] = {}
    stories: dict[str, str] = {}
    for file, note in zip(files, notes, strict=True):
        path = file.found.path
        log.problems += note.problems
        if note.key is None:
            continue
        if note.id in ids:
            log.problems.append(
                Problem(path=shown + path, level="error", code="E016", remedy="give one of them another `id:`",
                        message=f'the source id "{note.id}" is also that of {ids[note.id]}'))  # fmt: skip
            continue
        ids[note.id] = path
        if note.story in stories:
            twice = Problem(path=shown + path, level="warning", code="W018", remedy="take one of the two away",
                            message=f"the same text as {stories[note.story]}")  # fmt: skip
            log.problems += _settled([twice], note.accepted)
        stories.setdefault(note.story, path)
        yield note


def _decoded(notes: Iterable[Note], data: dict[str, bytes], decoded: dict[str, Extraction]) -> Iterator[Extraction]:
    now: dict[str, Extraction] = {}
    for note in notes:
        if note.key is None:
            continue
        found = decoded.get(note.key)
        if found is None and note.key in data:
            found = extraction_from_json(data[note.key])
        if found is not None:
            now[note.key] = found
            yield found
    decoded.clear()
    decoded.update(now)


def _story(clipping: Clipping) -> str:
    words = " ".join(clipping.text[clipping.body_start :].split())
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _settled(problems: Iterable[Problem], accepted: str | None) -> list[Problem]:
    """A clipping's `accepted:` settles its warnings: they are said as notices, with the reason."""
    if not accepted:
        return list(problems)
    return [
        replace(p, level="notice", message=f"{p.message} (accepted: {accepted})", remedy="")
        if p.level == "warning"
        else p
        for p in problems
    ]


# --- extracting --------------------------------------------------------------------------------------------------


def extract_one(clipping: Clipping, names: Names, shown: str) -> Made:
    """The first pass over one clipping. A bug of ours is that clipping's error: the others are still read."""
    path = shown + clipping.path
    try:
        extraction = extract(clipping, names)
        return Made(
            data=extraction_to_json(extraction), problems=tuple(problems_of(extraction.findings, path, clipping.text))
        )
    except Exception as fault:
        import traceback

        problem = Problem(path=path, level="error", code="E190", remedy="report it, with the clipping",
                          message=f"sitegen has a fault that this clipping shows ({type(fault).__name__}: {fault})")  # fmt: skip
        return Made(data=None, problems=(problem,), fault="".join(traceback.format_exception(fault)))


_WORKER_NAMES: Names | None = None  # in a worker process alone: set once, by its initialiser


def _prepare(names: Names) -> None:
    global _WORKER_NAMES
    obey_parent()
    _WORKER_NAMES = names


def _work(batch: Sequence[Clipping], shown: str, names: Names | None = None) -> list[Made]:
    chosen = names or _WORKER_NAMES
    assert chosen is not None
    return [extract_one(clipping, chosen, shown) for clipping in batch]


def _extract_all(
    clippings: Sequence[Clipping], names: Names, shown: str, jobs: int, executor: str | None
) -> Generator[Made, None, None]:
    """In the order of `clippings`, whoever does the work, each as soon as it and those before it are done."""
    if executor is None and (jobs <= 1 or len(clippings) < PARALLEL_FROM):
        yield from (extract_one(clipping, names, shown) for clipping in clippings)
        return
    batches = [clippings[at : at + BATCH] for at in range(0, len(clippings), BATCH)]
    if executor is not None:
        with _dask(executor, names) as (pool, sent):
            count = len(batches)
            for done in pool.map(_work, batches, [shown] * count, [sent] * count):
                yield from done
        return
    pool = _processes(min(jobs, len(batches)), names)
    try:
        with undisturbed():  # all is handed in at once, and the workers are forked then
            results = pool.map(_work, batches, [shown] * len(batches))
        for done in results:
            yield from done
    except BaseException:
        end(pool)
        raise
    pool.shutdown()


def _processes(jobs: int, names: Names) -> Executor:
    """Forked where that is safe (the build has no threads then), so that the names need not be sent; spawned elsewhere."""
    import multiprocessing

    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(jobs, multiprocessing.get_context(method), initializer=_prepare, initargs=(names,))


@contextmanager
def _dask(address: str, names: Names) -> Iterator[tuple[Executor, Any]]:
    """The executor of a Dask cluster at `dask://HOST:PORT`, and the names as its workers have them, sent once to each.

    The optional extra `dask` is imported only here. Extraction is pure, so a batch whose worker was lost is given to another.
    """
    from distributed import Client

    with Client(address.replace("dask://", "tcp://"), set_as_default=False) as client:
        yield client.get_executor(pure=False, retries=3), client.scatter(names, broadcast=True)
