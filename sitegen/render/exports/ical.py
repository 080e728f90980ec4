"""iCalendar (RFC 5545): events known to the day. What is dated more coarsely is left out and counted, never rounded."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from sitegen.model import RegisterEvent
from sitegen.render import wording
from sitegen.render.frame import Frame
from sitegen.render.views.cards import sources_words
from sitegen.render.when import when_of


def calendar(frame: Frame) -> bytes:
    """All-day events; DTSTAMP is the day of the newest source, for a clock would change the file at each build."""
    site = frame.site
    host = urlsplit(site.base_url).hostname if site.base_url else None
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//chronology//EN", "CALSCALE:GREGORIAN",
             f"X-WR-CALNAME:{_text(site.config.title)}"]  # fmt: skip
    for event in site.register.events:
        when = when_of(event.date)
        if not when.exact or when.first is None or when.last is None:
            continue
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.id}@{host or 'sitegen.invalid'}",
            f"DTSTAMP:{stamp_of(frame, event):%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{_day(when.first)}",
            f"DTEND;VALUE=DATE:{_day(when.last + dt.timedelta(days=1)) if when.last < dt.date.max else _day(when.last)}",
            f"SUMMARY:{_text(event.name)}",
            f"DESCRIPTION:{_text(sources_words(event) + '.')}",
            f"CATEGORIES:{_text(wording.kind(event.classification))}",
            f"STATUS:{'TENTATIVE' if event.status == 'planned' else 'CONFIRMED'}",
            "TRANSP:TRANSPARENT",
        ]
        if event.place:
            where = ", ".join(x for x in (event.place.name, site.country(event.place.country)) if x)
            lines.append(f"LOCATION:{_text(where)}")
        address = frame.absolute(site.paths["event", event.id])
        if address:
            lines.append(f"URL:{address}")
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return b"".join(_fold(line) for line in lines)


def left_out(frame: Frame) -> int:
    return sum(1 for e in frame.site.register.events if not when_of(e.date).exact)


def stamp_of(frame: Frame, event: RegisterEvent) -> dt.date:
    """The day of the newest source; of a cited work, where no clipping tells of it; else the event's own."""
    site = frame.site
    days = [
        when_of(site.sources[w.source].record.published.date or "").last
        for w in event.witnesses
        if w.source in site.sources
    ]
    if not any(days):
        days = [when_of(w.citation.date).last for w in event.witnesses if w.citation is not None and w.citation.date]
    known = [d for d in days if d]
    when = when_of(event.date)
    return max(known) if known else when.first or when.last or dt.date(1970, 1, 1)


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(value: str) -> str:
    value = "".join(c if c >= " " or c in "\n" else " " for c in value)
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> bytes:
    """At most 75 octets a line; a character is never cut in two."""
    if line.isascii():
        pieces = [line[:75], *(f" {line[at : at + 74]}" for at in range(75, len(line), 74))]
        return "\r\n".join(pieces).encode() + b"\r\n"
    out: list[bytes] = []
    piece = b""
    for character in line:
        data = character.encode("utf-8", "replace")
        if len(piece) + len(data) > 75:
            out.append(piece)
            piece = b" "
        piece += data
    out.append(piece)
    return b"\r\n".join(out) + b"\r\n"
