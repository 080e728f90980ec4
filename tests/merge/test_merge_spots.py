"""A disagreement that only clippings show is reported with file and line of the sentence."""

from __future__ import annotations

import pytest

from sitegen.extract import extract, line_starts
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.merge import merge
from sitegen.merge.spots import line_of
from sitegen.model import Clipping, Extraction, World
from sitegen.world import names_of

WORLD = World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations())
NAMES = names_of(WORLD)


def read(name: str, text: str, published: str = "2019-05-03") -> Extraction:
    return extract(
        Clipping(id=name, path=f"articles/{name}.txt", format="txt", text=text, digest=name, meta={"published": published, "publisher": name},
                 meta_basis={"published": "sidecar", "publisher": "sidecar"}), NAMES,
    )  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_of_each_sentence_is_found(end: str) -> None:
    lines = ["", "", "The defence ministers of NATO met in Brussels on Thursday.", "", "A long story",
             "wrapped over two lines stands here.", "", "The foreign ministers of NATO met in Riga on Wednesday."]  # fmt: skip
    found = read("wrapped", end.join(lines))
    for number, line in enumerate(lines, 1):
        if line:
            assert line_of(found, found.record.body.index(line)) == number, line


def test_a_conflict_of_clippings_names_file_and_line() -> None:
    one = (
        "An ordinary first paragraph about the weather.\n\nThe 21st summit of ASEAN was held in Hanoi on 2 May 2019.\n"
    )
    two = "The 21st summit of ASEAN was held in Manila on 2 May 2019.\n"
    three = "Leaders closed the 21st summit of ASEAN in Hanoi on 2 May 2019.\n"
    register = merge([read("a", one), read("b", two), read("c", three)], WORLD, shown="content/")
    told = [p for p in register.problems if p.code == "N405"]
    assert [(p.path, p.line) for p in told] == [("content/articles/b.txt", 1)]
    assert "[content/articles/b.txt:1]" in told[0].message


def test_a_file_of_nothing_but_line_ends_is_bounded() -> None:
    assert len(line_starts("\n" * 100_000)) == 20_000
    assert line_starts("one line") == ()
