"""Each line of readings.txt is read as it is marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.extract import extract
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.model import Clipping, EventRecord, World
from sitegen.world import Names, names_of

FIELDS = ("date", "classification", "status", "place", "name")


def lines() -> Iterator[tuple[str, str, list[list[str]]]]:
    published = ""
    for line in (Path(__file__).parent / "readings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("published "):
            published = line.removeprefix("published ")
        elif line and not line.startswith("#"):
            text, _, marks = line.partition(" => ")
            wanted = [[cell.strip() for cell in mark.split("|")] for mark in marks.split(" ; ")]
            yield text.replace("¶", "\n\n"), published, [] if marks.strip() == "-" else wanted


@pytest.fixture(scope="module")
def names() -> Names:
    return names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


def field(event: EventRecord, name: str) -> str:
    if name == "place":
        return event.place.name if event.place else "-"
    return str(getattr(event, name))


@pytest.mark.parametrize(("text", "published", "wanted"), lines(), ids=lambda v: v[:60] if isinstance(v, str) else None)
def test_reading(text: str, published: str, wanted: list[list[str]], names: Names) -> None:
    clipping = Clipping(
        id="x",
        path="x.txt",
        format="txt",
        text=text,
        meta={"published": published},
        meta_basis={"published": "sidecar"},
    )
    events = extract(clipping, names).record.events
    got = sorted(events, key=lambda e: e.date)
    main = {asked[0][1:] for asked in wanted if asked[0].startswith("*")}
    wanted = [[asked[0].lstrip("*"), *asked[1:]] for asked in wanted]
    told = [
        [field(e, name) if asked[i : i + 1] not in ([], [""]) else "" for i, name in enumerate(FIELDS)]
        for e, asked in zip(got, sorted(wanted), strict=False)
    ]
    assert len(got) == len(wanted), [(e.date, e.name) for e in events]
    assert told == [asked + [""] * (len(FIELDS) - len(asked)) for asked in sorted(wanted)]
    assert main <= {e.date for e in events if e.main}
