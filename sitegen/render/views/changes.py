"""What changed in a membership, date by date, each with the address of its snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen import edtf
from sitegen.render import wording
from sitegen.render.frame import Frame
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.matrix import labels_of
from sitegen.render.views.standing import member_link
from sitegen.render.when import when_of
from sitegen.slugs import slug_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed at one date. `day` is the first day on which it surely holds, for the date box."""

    key: str
    words: str
    note: str
    datetime: str | None
    href: str
    lines: tuple[str, ...]
    day: str
    current: bool = False


def changes_by_key(site: Site, name: str) -> dict[str, list[str]]:
    """EDTF of a change -> what changed then, in words. A status that ends as another begins is one change."""
    labels = labels_of(site, name)
    statuses = site.statuses_of_organization[name]
    begins = {(s.member, s.start) for s in statuses if s.start}
    changes: dict[str, dict[tuple[str, bool], list[str]]] = {}
    for status in statuses:
        who = member_link(site, Links("./"), status.member).text
        if status.start:
            changes.setdefault(status.start, {}).setdefault((status.status, True), []).append(who)
        if status.end and (status.member, status.end) not in begins:
            changes.setdefault(status.end, {}).setdefault((status.status, False), []).append(who)
    return {
        value: [
            _change_words(wording.series(who), len(who), wording.status(key, labels), gain)
            for (key, gain), who in found.items()
        ]
        for value, found in changes.items()
    }


def _change_words(who: str, number: int, label: str, gain: bool) -> str:
    if label == "suspended":
        return f"{who} {'is' if number == 1 else 'are'} {'suspended' if gain else 'no longer suspended'}"
    if number == 1:
        article = "an" if label[:1].lower() in "aeiou" else "a"
        return f"{who} {'becomes' if gain else 'is no longer'} {article} {label}"
    return f"{who} {'become' if gain else 'are no longer'} {label}s"


def snapshot_key(value: str) -> str:
    """The segment of a change's address: its date without marks."""
    return slug_of(value.replace("..", "open")) or "undated"


def changes_of(frame: Frame, links: Links, name: str, home: str, current: str = "") -> tuple[Change, ...]:
    made: dict[str, Change] = {}
    for value, lines in _ordered(frame.site, name):
        when = when_of(value)
        key = snapshot_key(value)
        if key in made:  # "2012" and "2012~" share an address
            old = made[key]
            made[key] = Change(key=key, words=old.words, note=old.note, datetime=old.datetime, href=old.href,
                               lines=(*old.lines, *lines), day=old.day, current=old.current)  # fmt: skip
            continue
        made[key] = Change(
            key=key, words=when.words, note=when.note, datetime=when.datetime, href=links.to(f"{home}{key}/"),
            lines=tuple(lines), day=when.last.isoformat() if when.last else "", current=key == current,
        )  # fmt: skip
    return tuple(made.values())


def _ordered(site: Site, name: str) -> list[tuple[str, list[str]]]:
    return sorted(changes_by_key(site, name).items(), key=lambda c: edtf.sort_key(c[0]))
