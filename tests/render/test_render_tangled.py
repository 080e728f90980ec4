"""Prose that Markdown would be long about is printed as it was typed; prose that a person writes is not."""

from __future__ import annotations

import time

import pytest

from sitegen.render.markdown import prose_of
from sitegen.render.tangled import tangled

BOMBS: dict[str, str] = {
    "open brackets": "[" * 50_000, "open pictures": "![[" * 20_000, "open links": "[a](b" * 10_000, "escapes": "\\" * 90_000, "one footnote": "[^1]" * 20_000 + "\n\n[^1]: x",
    "headings of one block": "=\n" * 20_000, "abbreviations": "*[A]: b\n" * 5_000 + "A " * 5_000, "rules": "- - -\n" * 10_000, "open tags": "<a " * 20_000, "open attributes": '<a b="' * 10_000,
    "a wide table": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|\n" * 5_000, "definitions": "[a]: <b\n" * 9_000, "brackets in a list that is none": "a\n" + "- [\n" * 9_000, "another list's marks": "- a\n" + "1. [\n" * 9_000,
    "more than is read": "A word. " * 20_000, "nested": "> " * 3_000 + "x",
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_tangle_is_printed_as_it_was_typed_and_soon(name: str) -> None:
    before = time.process_time()
    made = prose_of(BOMBS[name], lambda _kind, _name: None)
    assert time.process_time() - before < 2
    assert made is not None
    assert made.html.startswith("<pre>")


WRITTEN: dict[str, str] = {
    "a long list of links": "".join(f"- [Report {n}](https://a.example/{n}), read on {n} May\n" for n in range(600)),
    "a long table": "| day | what |\n|---|---|\n" + "| 4 May | [met](https://a.example/) |\n" * 600,
    "references": "See [a1] and [a2].\n\n" + "".join(f"[a{n}]: https://a.example/{n}\n" for n in range(500)),
    "footnotes": "".join(f"A sentence.[^{n}]\n\n" for n in range(300)) + "".join(f"[^{n}]: A book.\n\n" for n in range(300)),
    "a long paragraph": "The council [met](https://a.example/) in *Vienna* and said so (twice). " * 80,
    "a long quotation": "> What the council said on that day in a wrapped line of an ordinary width.\n" * 300,
    "a chapter": "## Heading\n\n" + "Some words in a row. " * 30 + "\n\n" + "".join(f"{n}. item\n" for n in range(1, 200)),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_what_a_person_writes_is_markdown(name: str) -> None:
    assert not tangled(WRITTEN[name])
