"""Coverage-guided fuzzing of what reads hostile text; the contract is that nothing raises and nothing takes a second.

    pip install atheris
    python tests/fuzz/fuzz_parsers.py DOOR -max_total_time=300 -timeout=5 [CORPUS]

DOOR: dates, yaml, front, prose, html, plain, markdown, decode, extract. An exception or a slow unit ends the run and leaves its input
behind; the mended ones stand in tests/properties/test_fuzz_corpus.py as plain tests.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["sitegen"]):
    from sitegen.articles import clean_article
    from sitegen.articles.decode import decode
    from sitegen.contents import events_in, organization_of, page_of, person_of, sidecar_of
    from sitegen.dates import find_dates
    from sitegen.extract import extract
    from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
    from sitegen.listing import ClippingFile, Found
    from sitegen.model import Clipping, World
    from sitegen.read import clipping_of
    from sitegen.records import extraction_to_json
    from sitegen.render.markdown import prose_of
    from sitegen.world import names_of
    from sitegen.yamlio import parse_yaml

NAMES = names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


def _text(data: bytes) -> str:
    return atheris.FuzzedDataProvider(data).ConsumeUnicode(len(data))


def _dates(data: bytes) -> None:
    find_dates(data.decode("utf-8", "replace"), datetime.date(2021, 5, 5))


def _yaml(data: bytes) -> None:
    parse_yaml(_text(data), "x.yaml")


def _front(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for reader in (person_of, organization_of, events_in, page_of):
        reader(f"---\n{text}", "x.md", "x")
    sidecar_of(text, "x.yaml", front_matter=False)


def _prose(data: bytes) -> None:
    prose_of(_text(data), lambda kind, name: None)


def _clipping(format_: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        clean_article(Clipping(id="a", path=f"a.{format_}", format=format_, text=_text(data)))  # type: ignore[arg-type]

    return read


def _decode(data: bytes) -> None:
    decode(data, None)


def _extract(data: bytes) -> None:
    suffix = ("txt", "md", "html")[data[0] % 3] if data else "txt"
    file = ClippingFile("a", Found(f"a.{suffix}", f"a.{suffix}", 0, (0, 0, 0, 0)), None)
    clipping, _ = clipping_of(file, data[1:], None, [])
    if clipping is not None:
        extraction_to_json(extract(clipping, NAMES))


DOORS: dict[str, Callable[[bytes], None]] = {
    "dates": _dates, "yaml": _yaml, "front": _front, "prose": _prose, "decode": _decode, "extract": _extract,
    "html": _clipping("html"), "plain": _clipping("txt"), "markdown": _clipping("md"),
}  # fmt: skip

if __name__ == "__main__":
    door = DOORS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, door)
    atheris.Fuzz()
