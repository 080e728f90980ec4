"""Where time grows faster than the text: `python benchmarks/adversarial.py [LENGTH] [NAME...]` (100,000 characters).

Each text of tests/hostile/texts.py goes through each room's door at half the length and at the whole; a ratio over 2.5 is printed,
and what takes long. A text that takes over 10 seconds at half the length is given up.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "hostile"))
from texts import FORMATS, PIECES, repeated

from sitegen.articles import clean_article
from sitegen.dates import resolve, tag_dates
from sitegen.events import events_of
from sitegen.extract import day_of, readable, telling
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.memberships import memberships_of
from sitegen.model import Annotations, Clipping, World
from sitegen.organizations import find_organizations
from sitegen.people import find_people, people_of, tenure_claims_of
from sitegen.places import find_places
from sitegen.world import Names, names_of

LENGTH, LIMIT, MOST_RATIO, FLOOR = 100_000, 10, 2.5, 0.05


def names() -> Names:
    return names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


def rooms(text: str, format_: str, table: Names) -> Iterator[tuple[str, float]]:
    """CPU seconds of each room over one clipping, dated 5 May 2021."""
    clock = time.process_time
    clipping = Clipping(
        id="a", path="articles/a." + format_, format=format_, text=text, meta={"published": "2021-05-05"}
    )  # type: ignore[arg-type]
    found: dict[str, object] = {}

    def timed(name: str, call: Callable[[], object]) -> tuple[str, float]:
        start = clock()
        found[name] = call()
        return name, clock() - start

    yield timed("articles", lambda: readable(clean_article(clipping)))
    article = found["articles"]
    yield timed("places", lambda: find_places(article, table))  # type: ignore[arg-type]
    yield timed("organizations", lambda: find_organizations(article, table))  # type: ignore[arg-type]
    yield timed("people", lambda: find_people(article, table, found["places"], found["organizations"]))  # type: ignore[arg-type]
    yield timed("dates", lambda: tuple(resolve(tag_dates(article.body), day_of(article.published))))  # type: ignore[attr-defined]
    told = telling(article, found["dates"])[0]  # type: ignore[arg-type]
    notes = Annotations(
        dates=told, places=found["places"], organizations=found["organizations"], people=found["people"]
    )  # type: ignore[arg-type]
    yield timed("events", lambda: events_of(article, notes, table))  # type: ignore[arg-type]
    yield timed("people of", lambda: (people_of(article, notes), tenure_claims_of(article, notes)))  # type: ignore[arg-type]
    yield timed("memberships", lambda: memberships_of(article, notes, table))  # type: ignore[arg-type]


class TooLong(Exception):
    pass


def _stop(*_: object) -> None:
    raise TooLong


def measured(text: str, format_: str, table: Names, limit: int) -> dict[str, float]:
    """Room -> seconds; the room in which time ran out has the limit."""
    spent: dict[str, float] = {}
    order = ("articles", "places", "organizations", "people", "dates", "events", "people of", "memberships")
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(limit)
    try:
        for room, seconds in rooms(text, format_, table):
            spent[room] = seconds
    except TooLong:
        spent[order[len(spent)]] = float(limit)
    finally:
        signal.alarm(0)
    return spent


def main(arguments: list[str]) -> int:
    length = int(arguments[0]) if arguments else LENGTH
    table = names()
    bad = 0
    worst: dict[str, tuple[float, str]] = {}
    for name in arguments[1:] or PIECES:
        format_ = FORMATS.get(name, "txt")
        # Without line breaks, and with the words of a story around: the furniture rules would cut a lone run away.
        text = "Ministers met in Nairobi on 4 May 2021, the ministry said.\n\n{}\n\nThey agreed on patrols, officials said.\n"
        half = measured(text.format(repeated(name, length // 2)) if "{" not in name else "", format_, table, LIMIT)
        if max(half.values()) >= LIMIT:
            print(f"{name:<18}{list(half)[-1]:<14} over {LIMIT} s at {length // 2:,}", flush=True)
            bad += 1
            continue
        whole = measured(text.format(repeated(name, length)), format_, table, 4 * LIMIT)
        for room, seconds in whole.items():
            ratio = seconds / max(half.get(room, 0.0), 0.001)
            if (ratio > MOST_RATIO and seconds > FLOOR) or seconds > 1:
                print(f"{name:<18}{room:<14}{half.get(room, 0.0):8.3f} s -> {seconds:8.3f} s  x{ratio:.1f}", flush=True)
                bad += ratio > MOST_RATIO
            if seconds > worst.get(room, (0.0, ""))[0]:
                worst[room] = (seconds, name)
    for room, (seconds, name) in worst.items():
        print(f"worst of {room:<14}{seconds:8.3f} s for {length:,} characters ({name})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
