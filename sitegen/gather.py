"""content/ -> register: every clipping extracted (or remembered), the undated dated, all merged with the world."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

import sitegen
from sitegen.dating import date_undated
from sitegen.extract import extract, finish
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.listing import ClippingFile, Listing, scan
from sitegen.merge import merge
from sitegen.model import Clipping, Config, Extraction, Register, Source, World
from sitegen.options import Options
from sitegen.problems import Problem
from sitegen.read import clipping_of, problems_of, read_clipping, read_world
from sitegen.records import extraction_from_json, extraction_to_json
from sitegen.store import Store
from sitegen.world import Names, names_of
from sitegen.write import Written

#: The rooms whose code decides what a record says: their bytes are part of every key in the store.
PARSING = ("articles", "dates", "places", "organizations", "people", "memberships", "events", "data")
PARSING_FILES = ("extract.py", "model.py", "edtf.py", "world.py", "gazetteer.py", "records.py", "slugs.py")


@dataclass(slots=True)
class Result:
    """A build and what it has to say; `ok` is false where the published site was left as it was."""

    problems: list[Problem] = field(default_factory=list)
    register: Register = Register()  # noqa: RUF009
    source: Source | None = None
    written: Written | None = None
    faults: list[Exception] = field(default_factory=list)  # bugs of ours, for --debug
    clippings: int = 0
    from_store: int = 0
    listing: Listing | None = None
    damaged_store: bool = False
    ok: bool = False
    failed: bool = False

    def settle(self, strict: bool) -> None:
        """Sort the problems, turn warnings into errors where asked, and say whether any error stands."""
        if strict:
            self.problems = [replace(p, level="error") if p.level == "warning" else p for p in self.problems]
        self.problems = sorted(set(self.problems), key=lambda p: p.sort_key)
        self.failed = any(p.level == "error" for p in self.problems)


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


def read_content(options: Options, result: Result) -> tuple[Source, Names, tuple[ClippingFile, ...], str]:
    """Settings, world, names and the list of clippings; problems go to `result`."""
    shown = f"{options.content}/"
    listing = scan(options.content, shown=shown)
    result.listing = listing
    source, problems = read_world(listing, shown)
    result.problems += [*listing.problems, *problems]
    config = source.config
    if options.base_url:
        config = replace(config, base_url=options.base_url)
    source = replace(source, config=config)
    return source, names_of(source.world, followed_by(config, source)), listing.clippings, shown


def followed_by(config: Config, source: Source) -> tuple[str, ...]:
    """The organizations that the site follows: those of site.yaml, else those that content/ describes."""
    return config.organizations or tuple(o.id for o in source.world.organizations if o.path)


def extract_all(
    files: Sequence[ClippingFile], names: Names, store: Store, config: Config, shown: str, result: Result
) -> tuple[list[Extraction], dict[str, str]]:
    """The first pass over every clipping, from the store where nothing it is made of has changed."""
    code = code_digest()
    kept: dict[str, str] = {}
    fresh: list[tuple[str, bytes]] = []
    extractions: list[Extraction] = []
    texts: dict[str, tuple[str, str]] = {}
    ids: dict[str, str] = {}
    for file in files:
        clipping, problems = read_clipping(file, shown=shown, limit=config.max_file_bytes)
        result.clippings += 1
        result.problems += _settled(problems, clipping)
        if clipping is None:
            continue
        key = hashlib.sha256(f"{code}\0{names.digest}\0{clipping.digest}".encode()).hexdigest()
        if clipping.id in ids:
            result.problems.append(
                Problem(path=shown + clipping.path, level="error", code="E016",
                        message=f'the source id "{clipping.id}" is also that of {ids[clipping.id]}',
                        remedy="give one of them another `id:`"))  # fmt: skip
            continue
        ids[clipping.id] = clipping.path
        same = _story(clipping)
        if same in texts:
            result.problems += _settled(
                [Problem(path=shown + clipping.path, level="warning", code="W018",
                         message=f"the same text as {texts[same][1]}", remedy="take one of the two away")], clipping)  # fmt: skip
        texts.setdefault(same, (clipping.id, clipping.path))
        data = store.get(key)
        extraction = _decoded(data)
        if extraction is None:
            extraction = extracted(clipping, names, shown, result)
            if extraction is None:
                continue
            fresh.append((key, extraction_to_json(extraction)))
        else:
            result.from_store += 1
        kept[clipping.id] = key
        extractions.append(extraction)
        result.problems += _settled(
            list(problems_of(extraction.findings, shown + clipping.path, clipping.text)), clipping
        )
    store.put(fresh)
    store.forget_all_but(kept.values())
    return extractions, kept


def extracted(clipping: Clipping, names: Names, shown: str, result: Result) -> Extraction | None:
    """The first pass over one clipping. A fault of ours is that clipping's error: the others are still read."""
    try:
        return extract(clipping, names)
    except Exception as fault:
        result.faults.append(fault)
        result.problems.append(
            Problem(path=shown + clipping.path, level="error", code="E190", remedy="report it, with the clipping",
                    message=f"sitegen has a fault that this clipping shows ({type(fault).__name__}: {fault})"))  # fmt: skip
        return None


def _decoded(data: bytes | None) -> Extraction | None:
    if data is None:
        return None
    try:
        return extraction_from_json(data)
    except msgspec.MsgspecError:
        return None


def _story(clipping: Clipping) -> str:
    return hashlib.sha256(" ".join(clipping.text[clipping.body_start :].split()).encode("utf-8", "replace")).hexdigest()


def _settled(problems: list[Problem], clipping: Clipping | None) -> list[Problem]:
    """A clipping's `accepted:` settles its warnings: they are said as notices, with the reason."""
    reason = clipping.meta.get("accepted") if clipping else None
    if not reason:
        return problems
    return [
        replace(p, level="notice", message=f"{p.message} (accepted: {reason})", remedy="")
        if p.level == "warning"
        else p
        for p in problems
    ]


def date_all(
    extractions: Sequence[Extraction], source: Source, names: Names, shown: str, result: Result
) -> tuple[list[Extraction], Register]:
    """The second pass: the undated are dated against the register of the dated, and all are merged."""
    world, ids = source.world, source.ids
    register = merge(extractions, world, ids=ids)
    undated = [e for e in extractions if e.draft is not None]
    if undated:
        dated: dict[str, Extraction] = {}
        for extraction in undated:
            assert extraction.draft is not None
            published = date_undated(extraction.draft, register)
            if published != extraction.record.published:
                again = finish(extraction.draft, published, names)
                dated[extraction.record.id] = replace(
                    again, edits=extraction.edits, accepted=extraction.accepted, url_extra=extraction.url_extra
                )
        extractions = [dated.get(e.record.id, e) for e in extractions]
        if dated:
            register = merge(extractions, world, ids=ids)
    for extraction in extractions:
        if extraction.draft is not None:
            result.problems.append(_undated(extraction, shown))
    return list(extractions), register


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


def gather(options: Options, result: Result) -> tuple[Source, Register]:
    """Everything that content/ says, as one register; problems and counts go to `result`."""
    source, names, files, shown = read_content(options, result)
    store = Store(options.cache)
    try:
        extractions, _ = extract_all(files, names, store, source.config, shown, result)
        result.damaged_store = store.damaged
    finally:
        store.close()
    _, register = date_all(extractions, source, names, shown, result)
    result.problems += register.problems
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
            clipping, problems = clipping_of(file, stdin or b"", None, [], published=published)
        else:
            clipping, problems = read_clipping(file, limit=source.config.max_file_bytes, published=published)
        result.problems += problems
        result.clippings += 1
        if clipping is None:
            continue
        if clipping.id in seen:
            clipping = replace(clipping, id=f"{clipping.id[:72]}-{clipping.digest[:6]}")
        seen.add(clipping.id)
        extraction = extracted(clipping, names, "", result)
        if extraction is None:
            continue
        result.problems += problems_of(extraction.findings, clipping.path, clipping.text)
        asked.append(extraction)
    if not any(e.draft is not None for e in asked):
        return asked
    store = Store(options.cache if own else None)
    try:
        known, _ = extract_all(own, names, store, source.config, shown, Result())
    finally:
        store.close()
    known, register = date_all(known, source, names, shown, Result())
    dated = []
    for extraction in asked:
        if extraction.draft is not None:
            published_now = date_undated(extraction.draft, register)
            if published_now != extraction.record.published:
                extraction = replace(finish(extraction.draft, published_now, names), edits=extraction.edits)
            result.problems.append(_undated(extraction, ""))
        dated.append(extraction)
    return dated


def bare_world() -> World:
    """What data/ alone states: for clippings without a content folder."""
    return World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations())
