"""content/ -> register: every clipping extracted (or remembered), the undated dated, all merged with the world."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from sitegen.dating import Grounds, Told, contradictions, date_undated
from sitegen.extract import finish_again
from sitegen.firstpass import DATED, MERGED, Log, extract_one, first_pass
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.listing import ClippingFile, Listing, path_text, scan
from sitegen.merge import Memory, merge
from sitegen.model import Clipping, Config, Draft, Extraction, Published, Register, Source, World
from sitegen.options import Options
from sitegen.problems import Problem
from sitegen.read import clipping_of, read_clipping, read_world
from sitegen.records import extraction_from_json
from sitegen.store import Store
from sitegen.world import Names, names_of
from sitegen.write import Written

#: where more of the clippings than this are remembered, few pages are printed
FEW_ANEW = 0.9


@dataclass(slots=True)
class Result:
    """A build and what it has to say; `ok` is false where the published site was left as it was."""

    log: Log = field(default_factory=Log)
    register: Register = Register()  # noqa: RUF009
    source: Source | None = None
    written: Written | None = None
    listing: Listing | None = None
    damaged_store: bool = False
    stamps: dict[int, str] = field(default_factory=dict)  # identity of a record -> a key of all that it was made of
    alive: tuple[object, ...] = ()  # keeps the stamped records
    made: int = 0  # pages and other files that were not remembered
    ok: bool = False
    failed: bool = False

    @property
    def problems(self) -> list[Problem]:
        return self.log.problems

    def settle(self, strict: bool) -> None:
        """Sort the problems, turn warnings into errors where asked, and say whether any error stands."""
        if strict:
            self.problems[:] = [replace(p, level="error") if p.level == "warning" else p for p in self.problems]
        self.problems[:] = sorted(set(self.problems), key=lambda p: p.sort_key)
        self.failed = any(p.level == "error" for p in self.problems)


def read_content(options: Options, result: Result) -> tuple[Source, Names, tuple[ClippingFile, ...], str]:
    """Settings, world, names and the list of clippings; problems go to `result`."""
    shown = f"{path_text(options.content)}/"
    listing = scan(options.content, shown=shown)
    result.listing = listing
    source, problems = read_world(listing, shown)
    result.log.problems += [*listing.problems, *problems]
    config = source.config
    if options.base_url:
        config = replace(config, base_url=options.base_url)
    source = replace(source, config=config)
    return source, names_of(source.world, followed_by(config, source)), listing.clippings, shown


def followed_by(config: Config, source: Source) -> tuple[str, ...]:
    """The organizations that the site follows: those of site.yaml, else those that content/ describes."""
    return config.organizations or tuple(o.id for o in source.world.organizations if o.path)


def date_all(
    extractions: Sequence[Extraction], source: Source, names: Names, shown: str, result: Result,
    memory: Memory | None = None, told: Told | None = None,
) -> tuple[list[Extraction], Register]:  # fmt: skip
    """The second pass: the undated are dated against the register of the dated, and all are merged."""
    world, ids = source.world, source.ids
    memory = Memory() if memory is None else memory
    told = Told({}, {}) if told is None else told
    register = merge(extractions, world, ids=ids, memory=memory, shown=shown)
    undated = [e for e in extractions if e.draft is not None]
    if undated:
        dated: dict[str, Extraction] = {}
        grounds = Grounds(register)
        for extraction in undated:
            assert extraction.draft is not None
            find = partial(_day_of, extraction.draft, names, grounds, told, extraction.record.id)
            published = told.day(extraction.record.id, grounds.digest, find)
            if published != extraction.record.published:
                finish = partial(finish_again, extraction, published, names)
                dated[extraction.record.id] = told.finished(extraction.record.id, published, finish)
        extractions = [dated.get(e.record.id, e) for e in extractions]
        if dated:
            register = merge(extractions, world, ids=ids, memory=memory, shown=shown)
    grounds = Grounds(register)
    for extraction in extractions:
        if extraction.draft is not None:
            result.problems.append(_undated(extraction, shown))
        for words in contradictions(extraction.record, register, grounds):
            result.problems.append(
                Problem(
                    path=shown + extraction.record.path,
                    level="notice",
                    code="N301",
                    message=words,
                    remedy="check the stated publication date, or the term or status in content/",
                )
            )
    return list(extractions), register


def _day_of(draft: Draft, names: Names, grounds: Grounds, told: Told, source: str) -> Published:
    return date_undated(draft, grounds.register, names, grounds, told.of(source))


def _undated(extraction: Extraction, shown: str) -> Problem:
    published = extraction.record.published
    path = shown + extraction.record.path
    if published.date is None:
        return Problem(path=path, level="notice", code="N110", message="no publication date is stated, and none can be inferred",
                       remedy="write `published: YYYY-MM-DD` into a sidecar")  # fmt: skip
    if published.basis != "inferred":
        return Problem(path=path, level="notice", code="N112", remedy="write `published: YYYY-MM-DD` into a sidecar to settle it",
                       message=f"the publication date is known only as {published.date}")  # fmt: skip
    return Problem(path=path, level="notice", code="N111", message=f"no publication date is stated; inferred: {published.date}",
                   remedy="write `published: ...` into a sidecar to settle it")  # fmt: skip


@dataclass(slots=True)
class Session:
    """What a process that builds again and again keeps in its hands: records decoded, and what merging worked out.

    What the last good build read and made is left here too, for `ahead.py`: `files` are the clippings, `names` the world's, and
    `site` and `theme` what pages are made from.
    """

    decoded: dict[str, Extraction] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    names: Names = field(default_factory=Names)
    files: Sequence[ClippingFile] = ()
    shown: str = ""
    limit: int = 0
    site: Any = None
    theme: Any = None


def gather(
    options: Options, result: Result, store: Store | None = None, session: Session | None = None
) -> tuple[Source, Register]:
    """Everything that content/ says, as one register; problems and counts go to `result`. `store` stays open if given."""
    if store is None:
        store = Store(options.cache)
        try:
            return gather(options, result, store, session)
        finally:
            store.close()
    alone = session is None
    session = session or Session()
    source, names, files, shown = read_content(options, result)
    session.names, session.files, session.shown, session.limit = names, files, shown, source.config.max_file_bytes
    extractions = first_pass(
        files, names, store, source.config, shown, result.log, jobs=options.jobs, executor=options.executor,
        verify=options.verify, decoded=session.decoded,
    )  # fmt: skip
    memory = session.memory
    memory.keys, memory.stored = result.log.keys, store.get_all(MERGED)
    memory.jobs = options.jobs if alone else 1
    told = Told(result.log.keys, store.get_all(DATED))
    extractions, register = date_all(extractions, source, names, shown, result, memory, told)
    # The stamps are good as long as the records live. All else that merging worked out, a third of what there is by now, goes
    # before pages are printed, unless it is asked for again or so few pages are to come that freeing it takes longer.
    goes = alone and result.log.from_store < FEW_ANEW * result.log.clippings
    result.alive = (memory.stamped() if goes else (session, told)), extractions
    result.stamps = memory.stamps() | {
        id(e): f"{key} {e.record.published}" for e in extractions if (key := result.log.keys.get(e.record.id))
    }
    store.put((memory.fresh() | told.fresh()).items())
    store.forget_all_but(told.used, prefix=DATED)
    if not memory.used >= set(memory.stored):
        store.forget_all_but(memory.used, prefix=MERGED)
    result.damaged_store = store.damaged
    result.log.problems += register.problems
    if result.damaged_store:
        result.problems.append(
            Problem(path=str(store.file), level="notice", code="N019", message="the cache was damaged and is made anew")
        )
    result.register, result.source = register, source
    return source, register


def extract_paths(
    files: Iterable[tuple[ClippingFile, str]], options: Options, published: str | None, result: Result,
    stdin: bytes | None = None,
) -> list[Extraction]:  # fmt: skip
    """The records of the clippings named on the command line, dated against the content folder where there is one.

    `files` come with the prefix to show; a `ClippingFile` whose path is `-` is read from `stdin`.
    """
    if options.content.is_dir():
        source, names, own, shown = read_content(options, result)
    else:
        source, own, shown = Source(config=Config(), world=bare_world(), clippings=()), (), ""
        names = names_of(source.world)
    asked: list[Extraction] = []
    seen: set[str] = set()
    for file, _prefix in files:
        if file.found.path == "-":
            clipping, problems = _of_input(file, stdin or b"", source.config.max_file_bytes, published)
        else:
            clipping, problems = read_clipping(file, limit=source.config.max_file_bytes, published=published)
        result.log.problems += problems
        result.log.clippings += 1
        if clipping is None:
            continue
        if clipping.id in seen:
            clipping = replace(clipping, id=f"{clipping.id[:72]}-{clipping.digest[:6]}")
        seen.add(clipping.id)
        made = extract_one(clipping, names, "")
        result.log.problems += made.problems
        if made.fault is not None:
            result.log.faults.append(made.fault)
        if made.data is None:
            continue
        extraction = extraction_from_json(made.data)
        asked.append(extraction)
    if not any(e.draft is not None for e in asked):
        return asked
    store = Store(options.cache if own else None)
    try:
        known = first_pass(own, names, store, source.config, shown, Log(), jobs=options.jobs)
    finally:
        store.close()
    known, register = date_all(known, source, names, shown, Result())
    dated = []
    for extraction in asked:
        if extraction.draft is not None:
            published_now = date_undated(extraction.draft, register, names)
            if published_now != extraction.record.published:
                extraction = finish_again(extraction, published_now, names)
            result.problems.append(_undated(extraction, ""))
        dated.append(extraction)
    return dated


def _of_input(
    file: ClippingFile, data: bytes, limit: int, published: str | None
) -> tuple[Clipping | None, list[Problem]]:
    """What came through a pipe, held to the limit of a file."""
    if len(data) > limit:
        message = f"is more than the {limit:,} bytes that one clipping may have"
        return None, [Problem(path="-", level="error", code="E014", message=message, remedy="split it")]
    return clipping_of(file, data, None, [], published=published)


def bare_world() -> World:
    """What data/ alone states: for clippings without a content folder."""
    return World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations())
