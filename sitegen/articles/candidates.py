"""What a page states of its day and its outlet, gathered from where it stands, for `published.py` to weigh."""

from __future__ import annotations

import re

from sitegen.articles.blocks import Line
from sitegen.articles.dateline import Opening
from sitegen.articles.head import Head, outlet_below
from sitegen.articles.header import DateLine
from sitegen.articles.outlets import BY_SIGN, outlet_at, outlet_named
from sitegen.articles.page import Page
from sitegen.articles.published import (
    Candidate,
    Evidence,
    month_first_of,
)
from sitegen.articles.reading import PageMeta
from sitegen.articles.stated import stamps


def publisher_of(
    page: Page, head: Head, begun: Opening | None, html: PageMeta, url: str | None
) -> tuple[str | None, bool | None]:  # fmt: skip
    """Who published it, by the surest sign, and whether that outlet writes the month first."""
    agency = begun.agency if begun else None
    signed = outlet_named(agency) if agency else None
    row = outlet_at(url)
    names = (html.publisher, head.outlet, outlet_below(page), row.name if row else None, signed.name if signed else agency)  # fmt: skip
    name = next((n for n in names if n), None)
    known = BY_SIGN.get(name.casefold()) if name else None
    return (known.name if known else name), (known.month_first if known else None)


#: Lines between headline and story: decks, bylines, stamps, sharing links.
_NEAR_TITLE = 12


def header_candidates(page: Page, head: Head) -> list[Candidate]:
    """Days stated above the story or below it."""
    out: list[Candidate] = []
    # a title far above the story is likely a menu's: then what stands by the story counts
    near = head.title if head.title is not None and page.story - head.title <= _NEAR_TITLE else page.story
    for index, line in head.dates:
        distance = abs(index - near)
        bonus = 1.5 if distance <= 2 else 0.5 if distance <= 4 else 0.0
        bonus += 0.5 if near == head.title and index > near else 0.0
        masthead = index <= 2 and index < near and bool(_CLOCK.search(page.lines[index].text))
        live = index < near and any(_WEATHER.search(page.lines[i].text) for i in range(max(0, index - 3), index + 1))
        out += _stamped(page.lines[index], line, "above the story", bonus, masthead=masthead, live=live)
    last = max((i for i in page.kept(page.story)), default=-1)
    for index in range(page.story, len(page)):
        cut = page.cut[index]
        if (
            cut is None
            or cut[0] in ("copyright line", "also read", "reader notice", "advertisement")
            or len(page.lines[index].text) > 260
        ):
            continue
        found = page.stamp(index)
        if found and (index <= last + 2 or any(k == "first" for k in found.labels)) and not cut[1].startswith("stands under"):  # fmt: skip
            out += _stamped(page.lines[index], found, "below the story" if index > last else "in the story's head", 0.0)
    return out


#: How the line at a page's top that shows today's date is set.
_CLOCK = re.compile(r"\d{1,2}:\d\d|day\b|^\s?[|•]", re.IGNORECASE)
#: A temperature: the masthead beside it is set anew for each visitor, with the day of the visit.
_WEATHER = re.compile(r"(?:^|\s)[-\u2212]?\d{1,2}(?:\.\d)?\s?(?:°\s?[CF]?|[CF])(?:\s|$)")


def _stamped(
    line: Line, found: DateLine, where: str, bonus: float, *, masthead: bool = False, live: bool = False
) -> list[Candidate]:
    return [
        Candidate(is_masthead=masthead and not label, basis="header", where=where, text=stamp.text, days=stamp.days, label=label or ("visit" if live else ""), bonus=bonus, start=line.file(stamp.start))
        for stamp, label in zip(found.stamps, found.labels, strict=True)
    ]  # fmt: skip


def evidence_of(
    candidates: list[Candidate], begun: Opening | None, story: str, url: str | None, month_first: bool | None
) -> Evidence:
    """What bears on the choice; the text is searched only where a number may be read in two ways."""
    if all(len(candidate.days) < 2 for candidate in candidates):
        return Evidence(opening=begun, story=story)
    days = tuple(s.days[0] for s in stamps(story) if len(s.days) == 1)
    return Evidence(
        opening=begun,
        story=story,
        month_first=month_first_of(url, month_first, story),
        other_days=days,
        day_first_seen=_order_seen(candidates),
    )


def _order_seen(candidates: list[Candidate]) -> bool | None:
    """Whether the page's other numeric dates put the day first; None where none tells."""
    for candidate in candidates:
        if len(candidate.days) == 1 and (parts := re.match(r"(\d{1,2})[/-](\d{1,2})[/-]\d{4}$", candidate.text)):
            if int(parts[1]) > 12:
                return True
            if int(parts[2]) > 12:
                return False
    return None
