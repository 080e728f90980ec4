"""One memory through a long session: whatever changes, clippings, curators' facts or their edits, each merge is a fresh one's equal,
and what nothing touched is the very same object."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from merge_builders import clipping, curated, event, minister, organization, person, status, term, world

from sitegen.merge import Memory, merge
from sitegen.model import Edit, Extraction, World

PLACES = ("Bishkek/KG", "Astana/KZ", "Moscow/RU", "")
KINDS = ("meeting", "summit", "exercise", "agreement", "statement")
NAMES = (("Chang Wanquan", "CN"), ("Sergei Shoigu", "RU"), ("Adilbek Dzhaksybekov", "KZ"), ("Sergey Shoygu", "RU"))


def a_clipping(number: int, chance: random.Random) -> Extraction:
    events = [
        event(
            f"2013-06-{chance.randint(20, 28)}" if chance.random() < 0.8 else "2013-06",
            chance.choice(PLACES), chance.choice(KINDS), quote=f"Told as number {n} by {number}.", main=n == 0,
            people=[(name, "Minister of Defence", country) for name, country in chance.sample(NAMES, chance.randint(0, 2))],
        )
        for n in range(chance.randint(1, 3))
    ]  # fmt: skip
    name, country = chance.choice(NAMES)
    return clipping(
        f"c{number}", *events, published=f"2013-06-{chance.randint(26, 30)}", people=(minister(name, country, "2013-06-27"),),
        memberships=(status(chance.choice(("IR", "TJ")), chance.choice(("member", "observer")), as_of="2013-06-27"),),
        outlet=chance.choice(("A Daily", "B Wire", "C Times")),
    )  # fmt: skip


def a_world(chance: random.Random) -> World:
    edits = (
        Edit(action="merge", target="summer-meeting", value=f"c1#{event('2013-06-26').id}", path="content/events/x.md"),
    )
    events = [
        curated("summer-meeting", f"2013-06-{chance.randint(25, 27)}", edits=edits if chance.random() < 0.5 else ())
    ]
    if chance.random() < 0.5:
        events.append(curated("astana-summit", "2013-06-21", "Astana/KZ", "summit"))
    people = (
        (person("chang-wanquan", "Chang Wanquan", term("CN", "2013-03-16", None)),) if chance.random() < 0.6 else ()
    )
    organizations = (organization(("TJ", "member", "2001-06-15", None)),) if chance.random() < 0.6 else ()
    found = world(events=tuple(events), people=people, organizations=organizations)
    if chance.random() < 0.3:  # a state is called otherwise
        countries = tuple(replace(c, name=f"New {c.name}") if c.code == "CN" else c for c in found.countries)
        found = replace(found, countries=countries)
    return found


@pytest.mark.parametrize("seed", range(8))
def test_each_merge_of_a_session_equals_a_fresh_one(seed: int) -> None:
    chance = random.Random(seed)
    clippings = {n: a_clipping(n, chance) for n in range(40)}
    now, memory = a_world(chance), Memory()
    for _ in range(12):
        given = list(clippings.values())
        assert merge(given, now, memory=memory) == merge(given, now)
        for _ in range(chance.choice((0, 1, 1, 2, 20))):
            number = chance.randrange(44)
            if chance.random() < 0.3:
                clippings.pop(number, None)
            else:
                clippings[number] = a_clipping(number, chance)
        if chance.random() < 0.3:
            now = a_world(chance)


def test_what_nothing_touched_is_the_same_object() -> None:
    chance = random.Random(5)
    given = [
        clipping(f"c{n}", event(f"20{n:02}-06-26", quote=f"Number {n}."), published=f"20{n:02}-06-27",
                 people=(minister(*chance.choice(NAMES), f"20{n:02}-06-27"),),
                 memberships=(status("IR" if n % 2 else "TJ", "member", as_of=f"20{n:02}-06-27"),))
        for n in range(10, 30)
    ]  # fmt: skip
    memory = Memory()
    first = merge(given, world(), memory=memory)
    edited = replace(given[3].record, events=(event("2013-07-01", "Moscow/RU", "visit", quote="Number 13."),))
    second = merge([*given[:3], replace(given[3], record=edited), *given[4:]], world(), memory=memory)
    same = {id(e) for e in first.events} & {id(e) for e in second.events}
    assert len(same) == len(given) - 1
    assert {id(s) for s in first.statuses if s.member == "TJ"} == {id(s) for s in second.statuses if s.member == "TJ"}
    touched = {p.name for p in edited.people}
    assert all(a is b for a, b in zip(first.people, second.people, strict=True) if a.name not in touched)
