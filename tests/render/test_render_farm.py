"""Pages printed by workers are the same, and an event that hundreds tell of has a small page. Counts, no times."""

from __future__ import annotations

import re
from dataclasses import replace

import meridian
import pytest

from sitegen.model import Register
from sitegen.render import farm, render_site


def many(count: int) -> Register:
    register = meridian.register()
    model = register.events[0]
    extra = tuple(replace(model, id=f"{model.id}-copy-{i}", main_of=(), former_ids=(), edits=()) for i in range(count))
    return replace(register, events=(*register.events, *extra))


def test_any_number_of_workers_prints_the_same_bytes_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(farm, "PARALLEL_FROM", 1)
    monkeypatch.setattr(farm, "CHUNK", 7)
    register = many(40)
    made = [
        [(f.path, f.data) for f in render_site(register, meridian.source(), None, sitegen_version="0", jobs=jobs)]
        for jobs in (1, 2, 4)
    ]
    assert made[0] == made[1] == made[2]


def test_a_page_that_hundreds_tell_of_prints_a_dozen_sentences_and_counts_the_rest() -> None:
    register = meridian.register()
    event = next(e for e in register.events if e.witnesses and e.witnesses[0].evidence)
    told = event.witnesses[0]
    one = next(s for s in register.sources if s.record.id == told.source)
    names = [f"told-{i}" for i in range(300)]
    sources = tuple(replace(one, record=replace(one.record, id=n, path=f"articles/{n}.txt")) for n in names)
    crowded = replace(event, witnesses=tuple(replace(told, source=n) for n in names))
    events = tuple(crowded if e.id == event.id else e for e in register.events)
    whole = replace(register, events=events, sources=(*register.sources, *sources))
    pages = {f.path: f.data.decode() for f in render_site(whole, meridian.source(), None, sitegen_version="0")}
    page = next(p for path, p in pages.items() if path.endswith("index.html") and "240 more clippings tell of it" in p)
    evidence = page.split('id="evidence"')[1].split("</section>")[0]
    assert len(re.findall("<blockquote>", evidence)) <= 12
    assert len(page) < 60_000
