"""TimelineJS JSON: `display_date` says each date in our words, so that a coarse date is not shown as its first day."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

import msgspec

from sitegen.render import wording
from sitegen.render.frame import Frame
from sitegen.render.views.cards import sources_words
from sitegen.render.when import When, when_of


def timelinejs(frame: Frame) -> bytes:
    """TimelineJS prints `headline` and `text` as HTML, so both are escaped."""
    site = frame.site
    slides = []
    for event in site.register.events:
        when = when_of(event.date)
        start, end = _dates(when)
        if start is None:
            continue
        place = f"{event.place.name}. " if event.place else ""
        address = frame.absolute(site.paths["event", event.id])
        more = f' <a href="{escape(address)}">Sources</a>' if address else ""
        slide: dict[str, Any] = {
            "unique_id": event.id,
            "start_date": start,
            "display_date": when.full,
            "group": wording.kind(event.classification),
            "text": {"headline": escape(event.name), "text": f"<p>{escape(place + sources_words(event))}.{more}</p>"},
            "edtf": event.date,
        }
        if end:
            slide["end_date"] = end
        slides.append(slide)
    title = {"text": {"headline": escape(site.config.title), "text": f"<p>{escape(site.config.tagline)}</p>"}}
    return msgspec.json.format(msgspec.json.encode({"title": title, "events": slides}), indent=1) + b"\n"


def _dates(when: When) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    if when.first is None and when.last is None:
        return None, None
    if when.shape in ("day", "month", "year"):
        assert when.first is not None
        return _date(when.first, when.shape, when.full), None
    first = when.first or when.last
    assert first is not None
    precise = "day" if when.shape == "days" else "month" if when.shape == "season" else "year"
    if when.shape in ("open", "approx"):
        precise = "day" if when.first == when.last else "month" if _same_month(when) else "year"
        return _date(first, precise, when.full), None
    return _date(first, precise, when.full), _date(when.last, precise, "") if when.last else None


def _same_month(when: When) -> bool:
    return bool(when.first and when.last and (when.first.year, when.first.month) == (when.last.year, when.last.month))


def _date(day: dt.date, precision: str, words: str) -> dict[str, Any]:
    made: dict[str, Any] = {"year": day.year}
    if precision in ("month", "day"):
        made["month"] = day.month
    if precision == "day":
        made["day"] = day.day
    if words:
        made["display_date"] = words
    return made
