"""What an exercise is known by: its name, its edition, and the sea on which it was held."""

from __future__ import annotations

import re

from sitegen.events.places import open_water
from sitegen.merge.lexicon import exercise_names_in, speaks_of_another_time
from sitegen.merge.readings import fold_place
from sitegen.model import ArticleRecord, EventRecord


def sea_of(event: EventRecord, record: ArticleRecord) -> str:
    """The sea on which an exercise was held, by its sentence and, of the main one, those behind it; "" on land."""
    if not event.evidence or (event.place and event.place.country):
        return ""
    start, end = event.evidence[0].start, event.evidence[0].end
    return fold_place(open_water(record.body, (start, end + 300 if event.main else end)) or "")


def titles_of(event: EventRecord, quote: str, family: str, record: ArticleRecord) -> tuple[str, ...]:
    """Names of the exercise; one that bears another year than the event's is some other exercise in the sentence.

    Of talks and words only what the headline begins with: "Andes Bridge 2013 came to an end", whatever the kind was read as.
    A clipping's main exercise may be named in any of its sentences.
    """
    found = exercise_names_in(event.name)
    if family in ("exercise", "other"):
        found = found or exercise_names_in(quote, event.date[:4] if family == "exercise" else "")
        if not found and family == "exercise" and event.main:
            found = exercise_names_in(f"{record.title or ''}. {record.body[:1500]}", event.date[:4])
    elif family == "gathering":
        start = event.name.lower().replace("-", " ")
        found = tuple(t for t in found if start.startswith(t))
    elif family != "word":
        return ()
    if family != "exercise":
        found = tuple(t for t in found if t[-1].isdigit())  # "J. Austin III" is a person
    return tuple(t for t in found if not t[-4:].isdigit() or t[-4:] in event.date)


_DRILL = re.compile(r"\b(?:[Ee]xercises?|[Dd]rills?|[Mm]anoeuvres|[Mm]aneuvers|war ?games)\b")


def is_drill(event: EventRecord, record: ArticleRecord) -> bool:
    """What begins with a name and its year and was read as a meeting: "Winter Lance 2018 will be held", in a clipping on drills."""
    return bool(titles_of(event, "", "gathering", record)) and _DRILL.search(record.body) is not None


def another_edition(event: EventRecord, quote: str, record: ArticleRecord) -> tuple[str, ...]:
    """The name of an exercise told of without its year beside another of its series, by what this clipping calls those.

    "... opened Steppe Shield 2020, two years after the last one was held there in September 2018" -> "steppe shield 2018".
    """
    if event.classification not in ("meeting", "exercise", "other") or not speaks_of_another_time(quote):
        return ()
    quotes = [e.evidence[0].quote for e in record.events if e.classification in ("exercise", "other") and e.evidence]
    low, year = quote.lower(), event.date[:4]
    stems = dict.fromkeys(t[:-5] for q in quotes for t in exercise_names_in(q) if t[-4:].isdigit() and len(t) > 9)
    return tuple(f"{stem} {year}" for stem in stems if stem in low)
