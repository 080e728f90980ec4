"""Merging in any order; a hundred random edits against a parser that changes: none lost, each applied or flagged."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.merge import merge, pins_of
from sitegen.model import Edit, EventRecord, Evidence, Extraction, Place

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "merge"))
from merge_builders import clipping, curated, event, minister, organization, person, status, term, world

CITIES = ("Bishkek/KG", "Osh/KG", "Astana/KZ", "Ufa/RU", "")
DATES = ("2013-06-26", "2013-06-27", "2013-06", "2013", "2013-06-26/2013-06-27", "2014-06-26", "2013-06~")
KINDS = ("meeting", "summit", "statement", "exercise", "accession", "other", "agreement")
WORLD = world(
    events=(
        curated("curated-meeting", "2013-06-26", ordinal=10),
        curated("curated-summit", "2013-06", "Ufa/RU", "summit"),
    ),
    people=(person("chang-wanquan", "Chang Wanquan", term("CN", "2013-03-16", "2018-03-19")),),
    organizations=(organization(("IR", "observer", "2005-07-05", "2023-07-04")),),
)

events = st.builds(
    event,
    st.sampled_from(DATES),
    st.sampled_from(CITIES),
    st.sampled_from(KINDS),
    quote=st.sampled_from([f"Sentence {n} of the {n + 8}th meeting of the defence ministers." for n in range(6)]),
    main=st.booleans(),
    status=st.sampled_from(["occurred", "planned"]),
    people=st.sampled_from([(), (("Chang Wanquan", "Minister of Defence", "CN"),), (("Ivan Petrov", None, "RU"),)]),
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Extraction]:
    made = []
    for n in range(draw(st.integers(1, 8))):
        told = draw(st.lists(events, max_size=4))
        numbered = tuple(replace(e, id=f"{e.id}-{at}") for at, e in enumerate(told))
        claims = tuple(draw(st.lists(st.sampled_from([status("IR", "member", as_of="2022-09-16"), status("KZ", "member", start="2001"),
                                                      status("KZ", "observer", as_of="2013-06-26")]), max_size=2)))  # fmt: skip
        people = (
            (minister("Chang Wanquan", "CN", draw(st.sampled_from(["2014-01-01", "2019-01-01"]))),)
            if draw(st.booleans())
            else ()
        )
        made.append(
            clipping(
                f"c{n}", *numbered, outlet=draw(st.sampled_from(["A", "B", None])), memberships=claims, people=people
            )
        )
    return made


@settings(max_examples=60, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_merging_in_any_order_gives_one_register(corpus: list[Extraction], rng: random.Random) -> None:
    register = merge(corpus, WORLD)
    shuffled = corpus.copy()
    rng.shuffle(shuffled)
    assert merge(shuffled, WORLD) == register


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_nothing_is_lost_and_every_claim_has_a_choice(corpus: list[Extraction]) -> None:
    register = merge(corpus, WORLD)
    told = sorted((w.source, w.event) for e in register.events for w in e.witnesses if w.source)
    assert told == sorted((c.record.id, e.id) for c in corpus for e in c.record.events)
    ids = [e.id for e in register.events]
    assert len(set(ids)) == len(ids)
    assert not {old for old, _ in register.redirects} & set(ids)
    assert {to for _, to in register.redirects} <= set(ids)
    for found in register.events:
        for name in {c.field for c in found.claims}:
            chosen = [c for c in found.claims if c.field == name and c.chosen]
            assert len(chosen) == 1
            assert chosen[0].rule
        assert next(c.value for c in found.claims if c.field == "date" and c.chosen) == found.date
        assert found.independent >= 1
        assert len(found.participants) == len(found.participant_ids)
    for post in register.posts:
        assert all(t.post == post.id for t in post.tenures)
    assert len({c.id for c in register.conflicts}) == len(register.conflicts)
    again = merge(corpus, WORLD, ids=pins_of(register))
    assert [e.id for e in again.events] == ids


def reparsed(record_events: tuple[EventRecord, ...], rng: random.Random) -> tuple[EventRecord, ...]:
    """The same clipping under another rule set: events re-dated, re-placed, renamed, lost, or read from other words."""
    found = []
    for number, old in enumerate(record_events):
        change = rng.randrange(6)
        if change == 0:
            continue
        if change == 1:
            date = rng.choice(DATES)
            old = replace(old, date=date, id=f"{date.replace('/', '-')}-{old.classification}-{number}")
        elif change == 2:
            old = replace(old, place=Place(name="Almaty", country="KZ"))
        elif change == 3:
            old = replace(old, classification="other", id=f"{old.date.replace('/', '-')}-other-{number}")
        elif change == 4:
            old = replace(old, evidence=(Evidence(start=0, end=5, quote="Other words altogether."),))
        found.append(old)
    return tuple(found)


def random_edit(target: EventRecord, rng: random.Random, number: int) -> Edit:
    quote = target.evidence[0].quote if rng.random() < 0.7 else None
    common = {"target": target.id, "quote": quote, "path": "content/articles/a.yaml", "line": number + 2, "column": 5}
    action = rng.choice(["set", "set", "set", "drop", "add"])
    if action == "add":
        value = {
            "name": f"Added {number}",
            "date": rng.choice(DATES),
            "classification": rng.choice(KINDS),
            "quote": "Sentence",
        }
        return Edit(action="add", field=None, value=value, **(common | {"target": "", "quote": None}))  # type: ignore[arg-type]
    if action == "drop":
        return Edit(action="drop", **common)  # type: ignore[arg-type]
    field, value, was = rng.choice([
        ("date", rng.choice(DATES), target.date), ("name", f"Name {number}", target.name),
        ("place", {"name": "Khujand", "country": "TJ"}, target.place and {"name": target.place.name, "country": target.place.country}),
        ("classification", rng.choice(KINDS), target.classification), ("status", "planned", target.status),
    ])  # fmt: skip
    return Edit(action="set", field=field, value=value, was=was, **common)  # type: ignore[arg-type]


def test_a_hundred_random_edits_survive_a_changed_parser() -> None:
    """An edit is in force after the first parse; after a changed parse it is in force, flagged, or an error by its line."""
    for seed in range(100):
        rng = random.Random(seed)
        told = tuple(
            replace(
                event(
                    rng.choice(DATES), rng.choice(CITIES), rng.choice(KINDS), quote=f"Sentence {n} says what happened."
                ),
                id=f"e{n}-{seed}",
            )
            for n in range(rng.randrange(1, 5))
        )
        target = rng.choice(told)
        edit = random_edit(target, rng, seed)
        body = " ".join(e.evidence[0].quote for e in told)
        first = merge([clipping("a", *told, body=body, edits=(edit,))], WORLD)
        assert first.applied_edits == 1
        assert not first.stale_edits
        assert in_force(first, edit, target)
        later = reparsed(told, rng)
        second = merge([clipping("a", *later, body=body if rng.random() < 0.8 else "Rewritten.", edits=(edit,))], WORLD)
        errors = [p for p in second.problems if p.code.startswith("E4")]
        assert second.applied_edits + len(errors) == 1, "applied, or an error: never lost"
        for problem in errors:
            assert (problem.path, problem.line, problem.column) == (edit.path, edit.line, edit.column)
        if second.applied_edits:
            assert in_force(second, edit, target)
        for stale in second.stale_edits:
            assert any(p.code == "W403" and p.line == stale.line for p in second.problems)
        same = next((e for e in later if e.id == target.id), None)
        if (
            edit.action == "set"
            and same is not None
            and edit.was is not None
            and edit.field == "place"
            and same.place != target.place
        ):
            assert second.stale_edits, "the parser reads another place than the one that was corrected"


def in_force(register: object, edit: Edit, target: EventRecord) -> bool:
    record = register.sources[0].record  # type: ignore[attr-defined]
    if edit.action == "drop":
        quote = edit.quote or ""
        return all(e.id != target.id or (quote and quote not in e.evidence[0].quote) for e in record.events)
    if edit.action == "add":
        return any(e.name == edit.value["name"] for e in record.events)
    values = [getattr(e, edit.field or "") for e in record.events]
    wanted = Place(**edit.value) if edit.field == "place" else edit.value
    return wanted in values
