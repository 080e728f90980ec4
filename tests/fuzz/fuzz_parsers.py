"""Coverage-guided fuzzing of what reads hostile text: nothing may raise, and no unit may take a second of processor time.

    pip install atheris
    python tests/fuzz/long_run.py --minutes 20          all doors, one after another, with a table at the end
    python tests/fuzz/fuzz_parsers.py DOOR INPUT         one door on one input, as libFuzzer does it

A find does not end the run: the input is written to the folder SITEGEN_FINDS (default: fuzz-finds) with its traceback beside it, once
for each place in the code. What was mended stands in tests/properties/test_fuzz_corpus.py as plain tests.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sitegen"]):
    from sitegen.articles import clean_article
    from sitegen.articles.decode import decode
    from sitegen.config import config_of
    from sitegen.contents import events_in, organization_of, page_of, person_of, sidecar_of
    from sitegen.dates import find_dates
    from sitegen.edtf import is_valid
    from sitegen.extract import extract
    from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
    from sitegen.listing import ClippingFile, Found
    from sitegen.model import Clipping, World
    from sitegen.read import clipping_of
    from sitegen.records import extraction_from_json, extraction_to_json
    from sitegen.render.markdown import prose_of
    from sitegen.world import names_of
    from sitegen.yamlio import parse_yaml

NAMES = names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))
SLOW_S = 1.0  # processor time, so that a busy machine makes no find
FORMATS = ("txt", "md", "html")


def _text(data: bytes) -> str:
    """The bytes as UTF-8, so that a seed means what it says; lone surrogates may come, as they may from YAML's escapes."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _dates(data: bytes) -> None:
    text = _text(data)
    for mention in find_dates(text, datetime.date(2021, 5, 5)):
        assert text[mention.start : mention.end] == mention.text
        assert mention.edtf is None or is_valid(mention.edtf)


def _yaml(data: bytes) -> None:
    parse_yaml(_text(data), "x.yaml")


def _front(data: bytes) -> None:
    text = _text(data)
    for reader in (person_of, organization_of, events_in, page_of):
        reader(f"---\n{text}", "x.md", "x")
    sidecar_of(text, "x.yaml", front_matter=False)
    config_of(text, "site.yaml")


def _prose(data: bytes) -> None:
    made = prose_of(_text(data), lambda kind, name: None)
    assert made is None or "<script" not in made.html


def _clipping(format_: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        clean_article(Clipping(id="a", path=f"a.{format_}", format=format_, text=_text(data)))  # type: ignore[arg-type]

    return read


def _decode(data: bytes) -> None:
    decode(data, None)


def _extract(data: bytes) -> None:
    suffix = FORMATS[data[0] % 3] if data else "txt"
    file = ClippingFile("a", Found(f"a.{suffix}", f"a.{suffix}", 0, (0, 0, 0, 0)), None)
    clipping, _ = clipping_of(file, data[1:], None, [])
    if clipping is None:
        return
    written = extraction_to_json(extract(clipping, NAMES))
    record = extraction_from_json(written).record
    for event in record.events:
        assert is_valid(event.date), event.date
        for evidence in event.evidence:
            assert record.body[evidence.start : evidence.end] == evidence.quote


DOORS: dict[str, Callable[[bytes], None]] = {
    "dates": _dates, "yaml": _yaml, "front": _front, "prose": _prose, "decode": _decode, "extract": _extract,
    "html": _clipping("html"), "plain": _clipping("txt"), "markdown": _clipping("md"),
}  # fmt: skip


def watched(door: Callable[[bytes], None], finds: Path) -> Callable[[bytes], None]:
    """The door, with each exception and each slow unit written down instead of raised."""
    seen: set[str] = set()

    def keep(kind: str, where: str, data: bytes, told: str) -> None:
        if where not in seen:
            seen.add(where)
            finds.mkdir(parents=True, exist_ok=True)
            name = f"{kind}-{hashlib.sha256(data).hexdigest()[:12]}"
            (finds / name).write_bytes(data)
            (finds / f"{name}.txt").write_text(told, encoding="utf-8", errors="backslashreplace")

    def run(data: bytes) -> None:
        start = time.process_time()
        try:
            door(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            keep("raised", f"{type(error).__name__} {last.filename}:{last.lineno}", data, traceback.format_exc())
        took = time.process_time() - start
        if took > SLOW_S:
            keep("slow", f"{took:.0f}", data, f"{took:.2f} s of processor time for {len(data)} bytes\n")

    return run


if __name__ == "__main__":
    name = sys.argv.pop(1)
    finds = Path(os.environ.get("SITEGEN_FINDS", "fuzz-finds")) / name
    atheris.Setup(sys.argv, watched(DOORS[name], finds))
    atheris.Fuzz()
