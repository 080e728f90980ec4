"""Scores of event records against labelled clippings: found by quote and date, attributes, main event, publication day.

A label counts as found by a record of which one quote (of at most 120 words) holds the label's anchor and whose date is
the label's or one it accepts; each record serves one label, by a largest matching. Records on optional labels and second
records on a found label count neither way; what is left is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen.model import ArticleRecord, EventRecord

LONGEST_QUOTE = 120
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def plain(text: str | None) -> str:
    return " ".join((text or "").translate(_SAME).casefold().split())


def read_labels(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@dataclass(slots=True)
class Tally:
    """Counts over several clippings; `shares` gives the figures that the floors are about."""

    found: int = 0
    wrong: int = 0
    missed: int = 0
    kinds: list[bool] = field(default_factory=list)
    statuses: list[bool] = field(default_factory=list)
    main_dates: list[bool] = field(default_factory=list)
    main_places: list[bool] = field(default_factory=list)
    published: list[bool] = field(default_factory=list)
    undated: list[bool] = field(default_factory=list)
    levels: dict[float, list[bool]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    @property
    def shares(self) -> dict[str, float]:
        def share(hits: list[bool]) -> float:
            return sum(hits) / len(hits) if hits else 1.0

        return {
            "precision": self.found / max(self.found + self.wrong, 1),
            "recall": self.found / max(self.found + self.missed, 1),
            "classification": share(self.kinds),
            "status": share(self.statuses),
            "main_date": share(self.main_dates),
            "main_place": share(self.main_places),
            "published": share(self.published),
            "undated": share(self.undated),
        }

    def reliability(self) -> list[tuple[float, int, int]]:
        """(stated confidence, records, of them right), highest first; wrong are those that meet no label at all."""
        return [(level, len(hits), sum(hits)) for level, hits in sorted(self.levels.items(), reverse=True)]


def _dates(label: Mapping[str, Any]) -> list[str]:
    return [d for d in (label["date"], *label.get("accept", [])) if d]


def _meets(label: Mapping[str, Any], event: EventRecord) -> bool:
    anchors = [plain(a) for a in (label["anchor"], *label.get("anchors_alt", []))]
    quotes = [plain(q.quote) for q in event.evidence if len(q.quote.split()) <= LONGEST_QUOTE]
    return event.date in _dates(label) and any(a in q for a in anchors for q in quotes)


def _matched(labels: list[dict[str, Any]], events: tuple[EventRecord, ...]) -> dict[int, int]:
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j, event in enumerate(events):
            if j not in tried and _meets(labels[i], event):
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i, label in enumerate(labels):
        if not label.get("optional"):
            place(i, set())
    return {i: j for j, i in owner.items()}


def score(pairs: Iterable[tuple[dict[str, Any], ArticleRecord]]) -> Tally:
    tally = Tally()
    for gold, record in pairs:
        labels, events = gold["events"], record.events
        matched = _matched(labels, events)
        used = set(matched.values())
        for j, event in enumerate(events):
            right = any(_meets(label, event) for label in labels)
            tally.levels.setdefault(event.confidence, []).append(right)
            if j not in used and not right:
                tally.wrong += 1
                tally.remarks.append(f"{gold['id']} wrong {event.date}: {event.evidence[0].quote[:90]}")
        for i, label in enumerate(labels):
            if i in matched:
                event = events[matched[i]]
                tally.found += 1
                tally.kinds.append(
                    event.classification in (label["classification"], *label.get("classification_accept", []))
                )
                tally.statuses.append(event.status == label["status"])
                if not (tally.kinds[-1] and tally.statuses[-1]):
                    tally.remarks.append(
                        f"{gold['id']} {event.classification} {event.status}, not {label['classification']} {label['status']}: {label['anchor']}"
                    )
            elif not label.get("optional"):
                tally.missed += 1
                tally.remarks.append(f"{gold['id']} missed: {label['anchor']}")
        _score_main(tally, gold, record)
        _score_published(tally, gold, record)
    return tally


def _score_main(tally: Tally, gold: Mapping[str, Any], record: ArticleRecord) -> None:
    label = next((e for e in gold["events"] if e["main"]), None)
    if label is None:
        return
    main = next((e for e in record.events if e.main), None)
    tally.main_dates.append(main is not None and main.date in [*_dates(label), *label.get("main_accept", [])])
    if not tally.main_dates[-1]:
        tally.remarks.append(f"{gold['id']} main event {main.date if main else None}, not {label['date']}")
    if label["place"] is None and label["country"] is None:
        return
    named = [plain(p) for p in (label["place"], *label.get("place_accept", [])) if p]
    place = plain(main.place.name) if main and main.place else ""
    tally.main_places.append(bool(place) and any(n in place or place in n for n in named))
    if not tally.main_places[-1]:
        tally.remarks.append(f"{gold['id']} main event in {place or 'no place'}, not {label['place']}")


def _score_published(tally: Tally, gold: Mapping[str, Any], record: ArticleRecord) -> None:
    want = gold["published"]
    got = record.published.date
    right = got in [want["date"], *want.get("accept", [])]
    (tally.published if want["in_text"] else tally.undated).append(right)
    if not right:
        tally.remarks.append(f"{gold['id']} published {got}, not {want['date']}")
