"""What is not settled and what was not used: /conflicts/ and /coverage/."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.model import Conflict
from sitegen.render import wording
from sitegen.render.excerpts import may_print
from sitegen.render.frame import Frame, Link, Page, Step
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.claims import Say, dates_in_words, say_of, value_words
from sitegen.render.views.quotes import outlet, published_words, source_link
from sitegen.render.views.standing import home_of, told
from sitegen.render.views.strip import Strip
from sitegen.render.views.timeline import year_strip
from sitegen.render.when import when_of

MOST_TOLD = 150  # disagreements told with their quotes; of the others the summary stands here, the rest on their pages
MOST_LISTED = 300  # clippings in one list of /coverage/; each has a page of its own that says the same

GRAVITY = {3: "grave", 2: "worth settling", 1: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictView:
    id: str
    kind: str
    gravity: str
    subject: Link
    summary: str
    says: tuple[Say, ...]
    rule: str
    open: bool  # its rivals are seen at once


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictsView:
    lead: str
    groups: tuple[tuple[str, tuple[ConflictView, ...]], ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    label: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedView:
    source: Link
    outlet: str
    published: str
    lines: tuple[tuple[str, str], ...]  # the words, where they may be printed; the reason


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    lead: str
    facts: tuple[Count, ...]
    outlets: tuple[Count, ...]
    strip: Strip | None
    precision: tuple[Count, ...]
    undated: tuple[UnusedView, ...]
    unused: tuple[UnusedView, ...]
    unused_total: int
    withheld: tuple[tuple[str, str], ...]
    suggestions: tuple[tuple[Link, Link, str], ...]
    silent: tuple[Link, ...]
    unused_left: int
    silent_left: int


def pages(frame: Frame) -> Iterator[Step]:
    yield Step(path="conflicts/", make=partial(_conflicts, frame))
    yield Step(path="coverage/", make=partial(_coverage, frame))


def _conflicts(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("conflicts/")
    ordered = sorted(site.register.conflicts, key=lambda c: (-c.gravity, c.kind, c.subject, c.id))
    total = len(ordered)
    still = tuple(
        _conflict(site, links, frame, c, i < MOST_TOLD) for i, c in enumerate(c for c in ordered if not c.noted)
    )
    known = tuple(_conflict(site, links, frame, c, i < MOST_TOLD) for i, c in enumerate(c for c in ordered if c.noted))
    view = ConflictsView(
        lead=f"{wording.capital(wording.count(total, 'disagreement'))} between sources, the gravest first. Each value stands with who says so; one is used on this site, for the reason given." if total else "",
        groups=tuple(g for g in (("Open", still), ("Decided by the editors", known)) if g[1]),
        empty="" if total else "No open disagreement: wherever two sources speak of the same thing, they agree.",
    )  # fmt: skip
    return frame.page(
        "conflicts/",
        "conflicts.html",
        view,
        title="Disagreements",
        description="Where sources contradict one another, which value is used here, and by what rule.",
    )


def _conflict(site: Site, links: Links, frame: Frame, conflict: Conflict, told: bool) -> ConflictView:
    return ConflictView(
        id=conflict.id,
        kind=wording.CONFLICTS.get(conflict.kind, wording.capital(conflict.kind.replace("-", " "))),
        gravity=GRAVITY.get(conflict.gravity, ""),
        subject=subject_of(site, links, frame, conflict),
        summary=matter_of(site, conflict),
        says=tuple(
            say_of(site, links, c, 4)
            for c in sorted(conflict.claims, key=lambda c: (not c.chosen, c.value))
            if told and (c.value or not c.chosen)
        ),
        rule=wording.rule(conflict.rule),
        open=not conflict.noted,
    )


_ASKED = {"start": "in office since", "end": "in office until"}


def matter_of(site: Site, conflict: Conflict) -> str:
    """What is in dispute, in a line: "In office since 23 June 2009, or 24 June 2009"; the merger's own words where values fail."""
    claims = sorted(conflict.claims, key=lambda c: not c.chosen)
    fields = {c.field for c in claims}
    values = list(dict.fromkeys(c.value for c in claims if c.value))
    if len(fields) != 1 or not values or not all(v.strip() for v in values):
        return wording.sentence(_summary(site, conflict))
    name = fields.pop()
    words = ", or ".join(value_words(site, name, v) for v in values)
    if len(values) == 1:  # the editors keep to another account, without a value of their own
        return f"Also told: {words}"
    if conflict.subject_type == "membership":
        asked = {"start": "since", "end": "until"}.get(name, "")
    else:
        asked = _ASKED.get(name, "")
    return wording.capital(f"{asked} {words}".strip())


def _summary(site: Site, conflict: Conflict) -> str:
    """The summary with dates in words, and the member of a membership by its name; the subject's name is the heading's."""
    text = dates_in_words(conflict.summary)
    if conflict.subject_type == "event" and conflict.subject in site.events:
        text = text.removeprefix(f"{site.events[conflict.subject].name}: ")
    if conflict.subject_type == "membership":
        code = conflict.subject.split("/")[1] if "/" in conflict.subject else ""
        if code in site.countries:
            text = re.sub(rf"\b{re.escape(code)}\b", site.countries[code], text)
    return text


def subject_of(site: Site, links: Links, frame: Frame, conflict: Conflict) -> Link:
    name, kind = conflict.subject, conflict.subject_type
    path = site.path(kind, name)
    if kind == "event" and name in site.events:
        text = f"{site.events[name].name}, {when_of(site.events[name].date).words}"
    elif kind == "person" and name in site.people:
        text = site.people[name].name
    elif kind == "post" and name in site.posts:
        text = site.posts[name].name
    elif kind == "source" and name in site.sources:
        text = site.sources[name].record.title or name
    elif kind == "membership":
        body, _, member = name.partition("/")
        text = f"{site.country(member.partition('/')[0]) or name} in {body}"
        path = home_of(frame, body) if body in told(frame) else site.path("organization", body)
    else:
        text = name
    return Link(text=text, href=links.to(path) if path else "")


def _coverage(frame: Frame) -> Page:
    site = frame.site
    links = frame.links("coverage/")
    register = site.register
    undated = [e for e in register.sources if e.record.published.date is None]
    inferred = [e for e in register.sources if e.record.published.basis == "inferred" and e.record.published.date]
    unused = [e for e in register.sources if e.unused]
    unused_total = sum(len(e.unused) for e in unused)
    silent = [e for e in register.sources if not site.events_of_source.get(e.record.id)]
    outlets = Counter(e.record.publisher or "Outlet not named" for e in register.sources)
    precision = Counter(_precision(when_of(e.date).shape) for e in register.events)
    facts = [
        Count(label="events", number=len(register.events)),
        Count(label="people", number=len(register.people)),
        Count(label="posts", number=len(register.posts)),
        Count(label="statuses", number=len(register.statuses)),
        Count(label="clippings", number=len(register.sources)),
        Count(label="clippings dated by inference", number=len(inferred)),
        Count(label="clippings that could not be dated", number=len(undated)),
        Count(label="groups of clippings that share one text", number=len(register.copies)),
        Count(label="sentences with a date that gave no event", number=unused_total),
        Count(label="corrections by hand", number=register.applied_edits),
    ]
    view = CoverageView(
        lead="What this chronology rests on, and what it left aside. A silence in the timeline may be a quiet time, or only a gap in the clippings: this page helps to tell which.",
        facts=tuple(f for f in facts if f.number),
        outlets=tuple(Count(label=o, number=n) for o, n in sorted(outlets.items(), key=lambda o: (-o[1], o[0]))),
        strip=year_strip(frame, links),
        precision=tuple(Count(label=k, number=precision[k]) for k in _PRECISIONS if precision[k]),
        undated=tuple(
            UnusedView(source=source_link(site, links, e.record), outlet=outlet(e.record), published=published_words(e.record),
                       lines=tuple(("", x) for x in e.record.published.explanation)) for e in undated
        ),
        unused=tuple(
            UnusedView(
                source=source_link(site, links, e.record), outlet=outlet(e.record), published=published_words(e.record),
                lines=tuple((u.quote if may_print(site.excerpts, e.record.id, u.start, u.end) else "", u.reason) for u in e.unused),
            )
            for e in unused[:MOST_LISTED]
        ),
        unused_total=unused_total,
        withheld=register.withheld,
        suggestions=tuple(
            (Link(text=site.people[a].name, href=links.to(site.paths["person", a])), Link(text=site.people[b].name, href=links.to(site.paths["person", b])), why)
            for a, b, why in register.suggestions if a in site.people and b in site.people
        ),
        silent=tuple(source_link(site, links, e.record) for e in silent[:MOST_LISTED]),
        unused_left=max(0, len(unused) - MOST_LISTED),
        silent_left=max(0, len(silent) - MOST_LISTED),
    )  # fmt: skip
    return frame.page(
        "coverage/",
        "coverage.html",
        view,
        title="Coverage",
        description="What the corpus covers, how exact its dates are, and what was read but not used.",
    )


_PRECISIONS = (
    "known to the day",
    "known to the month or season",
    "known to the year",
    "wider than a year, open or approximate",
)


def _precision(shape: str) -> str:
    return {
        "day": _PRECISIONS[0],
        "days": _PRECISIONS[0],
        "month": _PRECISIONS[1],
        "season": _PRECISIONS[1],
        "year": _PRECISIONS[2],
    }.get(shape, _PRECISIONS[3])
