"""How long merging takes: synthetic clippings, about five tellings a happening, over 40 years.

A clipping is made as those of content/ are on average (measured 2026-11-25 on 104 of them): 4 events, two in three with
a place, one in three with a participant (here two in three), a person with a post, a status, 100 words.

    python benchmarks/merge.py [EVENTS]

Prints seconds of processor time on one core for EVENTS (100,000) and for twice as many within the same years, so that
days get fuller; then for the same again, and after one edit, with a `Memory`. The aim: under 10 s, and at most 2.3 times as
long. Measured 2026-11-25 on one core of a shared EPYC virtual machine at a load of 9: 18.3 s, 1.94 times as long, one edit 1.05 s
(7.5 before blocks, persons, posts and statuses that nothing touches were taken from the merge before) and 4 blocks. Run in turn
with the version of the morning at 20,000 it takes the same time (1.0), with more rules: about 15.5 s quiet, and the aim is missed.
The profile is flat: reading 21 %, blocks 13, comparing 15, uniting 19, copies 8, and the making of records 12, in all of these.
"""

from __future__ import annotations

import datetime
import random
import sys
import time
from dataclasses import replace

from sitegen.merge import Memory, merge
from sitegen.model import (
    ArticleRecord,
    EventRecord,
    Evidence,
    Extraction,
    MembershipRecord,
    Participant,
    PersonRecord,
    Place,
    PostRecord,
    Published,
    World,
)

CODES = [a + b for a in "ABCDEFGHJK" for b in "LMNPRSTUVW"]
KINDS = ("meeting", "summit", "statement", "agreement", "exercise", "visit", "appointment", "accession")
LEVELS = ("defence ministers", "foreign ministers", "heads of state", "interior ministers", "prime ministers")
SYLLABLES = "ka lo mi ra tu ven dor sha bek nur ali fer gan ost win har pol cet".split()
WORDS = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES[:6]]


def made_up(rng: random.Random, parts: int = 3) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(parts)).capitalize()


def extractions(events: int, seed: int = 1) -> list[Extraction]:
    """`events` event records in clippings of four; happenings spread over 40 years, 60 organizations, 300 cities."""
    rng = random.Random(seed)
    cities = [(made_up(rng), rng.choice(CODES)) for _ in range(300)]
    organizations = [f"ORG{n}" for n in range(60)]
    people = [(f"{made_up(rng, 2)} {made_up(rng)}", rng.choice(CODES)) for _ in range(3000)]
    start = datetime.date(1985, 1, 1)
    happenings = []
    for _ in range(max(1, events // 5)):
        day = start + datetime.timedelta(days=rng.randrange(40 * 365))
        city, country = rng.choice(cities)
        kind, level = rng.choice(KINDS), rng.choice(LEVELS)
        happenings.append((day, city, country, kind, level, rng.choice(organizations), rng.sample(people, 3)))
    happenings.sort(key=lambda h: h[0])
    made = []
    for n in range(events // 4):
        at = rng.randrange(len(happenings))
        chosen = [happenings[min(at + rng.randrange(6), len(happenings) - 1)] for _ in range(4)]
        records = []
        for number, (day, city, country, kind, level, organization, several) in enumerate(chosen):
            roll = rng.random()
            date = day.isoformat() if roll < 0.8 else day.isoformat()[:7] if roll < 0.93 else day.isoformat()[:4]
            quote = f"The {level} of {organization} had a {kind} in {city}, said report {n} in sentence {number}."
            records.append(
                EventRecord(
                    id=f"{date}-{kind}-{city.lower()}", name=f"{organization} {level}: {kind} in {city}", classification=kind,
                    date=date, status="occurred", main=number == 0,
                    place=Place(name=city, country=country) if rng.random() < 0.67 else None, organizations=(organization,),
                    participants=tuple(Participant(name=p, country=c) for p, c in several[: rng.choice((0, 0, 0, 1, 1, 2))]),
                    countries=tuple(sorted({c for _, c in several})), evidence=(Evidence(start=0, end=len(quote), quote=quote),),
                    confidence=0.8, explanation=("a benchmark",),
                )
            )  # fmt: skip
        day = max(h[0] for h in chosen) + datetime.timedelta(days=1)
        name, country = rng.choice(chosen[0][6])
        body = " ".join(rng.choice(WORDS) for _ in range(100))
        made.append(
            Extraction(
                record=ArticleRecord(
                    id=f"clipping-{n:06}", path=f"articles/{n:06}.txt", title=None, publisher=f"Outlet {n % 37}", author=None,
                    url=None, language="en", published=Published(date=day.isoformat(), basis="header"), dateline=None,
                    rights="excerpt", body=body, captions=(), dates=(), events=tuple(records),
                    people=(PersonRecord(name=name, evidence=(), posts=(
                        PostRecord(role="Defence Minister", code="defence-minister", country=country, as_of=day.isoformat()),)),),
                    memberships=(MembershipRecord(organization=chosen[0][5], member=country, status="member", start=None,
                                                  as_of=day.isoformat(), evidence=()),),
                )
            )
        )  # fmt: skip
    return made


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    took = []
    for events in (size, 2 * size):
        given = extractions(events)
        begin = time.process_time()
        register = merge(given, World())
        took.append(time.process_time() - begin)
        print(
            f"{events:,} events in {len(given):,} clippings: {took[-1]:.2f} s, {len(register.events):,} after merging",
            flush=True,
        )
    print(f"twice as many take {took[1] / took[0]:.2f} times as long")
    given = extractions(size)
    memory = Memory()
    merge(given, World(), memory=memory)
    first, *rest = given[len(given) // 2].record.events
    edited = replace(given[len(given) // 2].record, events=(replace(first, date="2001-02-03"), *rest))
    given[len(given) // 2] = replace(given[len(given) // 2], record=edited)
    begin = time.process_time()
    merge(given, World(), memory=memory)
    print(f"one edit, remembered: {time.process_time() - begin:.2f} s, {memory.made} blocks made anew")


if __name__ == "__main__":
    main()
