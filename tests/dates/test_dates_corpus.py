"""The corpus: sentences of our own with what is to be found in them, and as many in which nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.dates import find_dates

FILES = sorted(path.name for path in Path(__file__).with_name("corpus").glob("*.txt"))


@pytest.mark.parametrize("name", FILES)
def test_every_line_reads_as_marked(name, corpus):
    wrong = []
    for line in corpus[name]:
        found = [(m.start, m.end, m.value, m.edtf or "-", m.hint) for m in find_dates(line.text, line.published)]
        expected = [(e.start, e.end, e.value, e.edtf, e.hint) for e in line.expected]
        if len(found) != len(expected) or any(
            f != e and not (e[3] is None and (*f[:3], f[4]) == (*e[:3], e[4]))
            for f, e in zip(found, expected, strict=True)
        ):
            wrong.append(f"{name}:{line.number}: {line.text}\n    found {found}")
    assert not wrong, "\n".join(wrong)


def test_the_corpus_is_large_enough(corpus):
    lines = [line for file in corpus.values() for line in file]
    assert len(lines) >= 600
    assert sum(not line.expected for line in lines) >= 200


def test_no_two_lines_are_alike(corpus):
    lines = [(line.text, line.published) for file in corpus.values() for line in file]
    assert len(set(lines)) == len(lines)
