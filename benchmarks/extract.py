"""How long the whole extraction takes: `python benchmarks/extract.py [N]`, in all over N clippings (10,000) and by room.

The clippings are those of benchmarks/corpus.py, whose density of dates, people and statuses is that of real ones. CPU
time of one core. The limit is 5 ms for a clipping of 400 words, all annotators included; 2.5 ms is the aim.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TypeVar

from corpus import clipping as written

from sitegen.articles import clean_article
from sitegen.dates import resolve, tag_dates
from sitegen.events import events_of
from sitegen.extract import day_of, extract
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.memberships import memberships_of
from sitegen.model import Annotations, Clipping, World
from sitegen.organizations import find_organizations
from sitegen.people import find_people, people_of
from sitegen.places import find_places
from sitegen.world import Names, names_of

LIMIT_MS = 5.0
T = TypeVar("T")


def clipping_of(n: int) -> Clipping:
    name, text = written(n)
    return Clipping(id=f"c{n}", path=name, format="md" if name.endswith(".md") else "txt", text=text)


def names() -> Names:
    return names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


def rooms(table: Names, count: int) -> dict[str, float]:
    """Milliseconds a clipping by room, over `count` clippings."""
    spent: dict[str, float] = {}

    def timed(name: str, call: Callable[[], T]) -> T:
        start = time.process_time()
        result = call()
        spent[name] = spent.get(name, 0.0) + time.process_time() - start
        return result

    for n in range(count):
        clipping = clipping_of(n)
        article = timed("clean", lambda c=clipping: clean_article(c))
        places = timed("places", lambda a=article: find_places(a, table))
        orgs = timed("organizations", lambda a=article: find_organizations(a, table))
        people = timed("people", lambda a=article, p=places, o=orgs: find_people(a, table, p, o))
        dates = timed("dates", lambda a=article: tuple(resolve(tag_dates(a.body), day_of(a.published))))
        notes = Annotations(dates=dates, places=places, organizations=orgs, people=people)
        timed("events", lambda a=article, x=notes: events_of(a, x, table))
        timed("people", lambda a=article, x=notes: people_of(a, x))
        timed("memberships", lambda a=article, x=notes: memberships_of(a, x, table))
    return {name: 1000 * seconds / count for name, seconds in spent.items()}


def main(count: int) -> int:
    table = names()
    clippings = [clipping_of(n) for n in range(count)]
    for clipping in clippings[:50]:
        extract(clipping, table)
    start = time.process_time()
    for clipping in clippings:
        extract(clipping, table)
    whole = 1000 * (time.process_time() - start) / count
    words = sum(len(c.text.split()) for c in clippings) / count
    for name, spent in rooms(table, max(min(count // 10, 500), 50)).items():
        print(f"{name:<14}{spent:8.3f} ms")
    at_400 = whole * 400 / words
    print(
        f"{'in all':<14}{whole:8.3f} ms a clipping of {words:.0f} words over {count:,}: {at_400:.2f} ms for 400 words"
    )
    return 0 if at_400 <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
