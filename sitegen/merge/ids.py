"""Ids that last.

The rule. A curated event has its curator's id. Else the id is made of first day, classification and place, with a
short hash of its first evidence where two events would share it. `content/ids.yaml` pins ids: an entry's `key` lists
readings ("source#hash of the evidence"); the event that holds any of them keeps the entry's id, whatever its date or
place have become. Where two events hold keys of one entry (a split), the earlier key decides; where one event holds
keys of several entries (a merge), a curated id, else the first in order stays and the others become former ids.
Former ids, and the ids that single clippings gave an event before others joined it, lead to it as redirects.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sitegen.merge.groups import Group
from sitegen.model import Register, RegisterEvent
from sitegen.slugs import MAX_SLUG, short_hash, slug_of


def derived_id(date: str, classification: str, place: str | None) -> str:
    """Date, classification, place: "2013-06-26-meeting-bishkek"; an interval by its first day."""
    start = next((part for part in date.split("/") if part not in ("", "..")), date).rstrip("~?%")
    rest = _kind_and_place(classification, place)
    plain = start.replace("-", "").isdigit() and len(start) + len(rest) < MAX_SLUG
    return f"{start}-{rest}" if plain else slug_of(f"{start}-{rest}")


@lru_cache(maxsize=16384)
def _kind_and_place(classification: str, place: str | None) -> str:
    return slug_of(f"{classification}-{place}" if place else classification)


def keys_of(group: Group) -> tuple[str, ...]:
    """The group's readings as keys, curated first, then main ones, then by name: the order that a split goes by."""
    return tuple(r.key for r in sorted(group.readings, key=lambda r: (not r.curated, not r.main, r.key)))


def assign(
    events: Sequence[RegisterEvent], pinned: Mapping[str, Any] | None = None
) -> tuple[list[str], dict[int, tuple[str, ...]]]:
    """(id of each event, former ids by the event's place in the list). The events' own ids are those made for them."""
    ids: list[str | None] = [e.curated for e in events]
    former: dict[int, list[str]] = {}
    taken = {i for i in ids if i}
    entries = {str(k): v if isinstance(v, Mapping) else {} for k, v in (pinned or {}).items()}
    if entries:
        holder = {key: n for n, event in enumerate(events) for key in event.keys}
        by_derived: dict[str, list[int]] = {}
        for n, event in enumerate(events):
            by_derived.setdefault(event.id, []).append(n)
    for name in sorted(entries):
        held = [holder[k] for k in str(entries[name].get("key", "")).split() if k in holder]
        if not held:
            held = sorted((n for n in by_derived.get(name, ()) if ids[n] is None), key=lambda n: _rank(events[n]))[:1]
        at = next((n for n in held if ids[n] in (None, name)), held[0] if held else None)
        if at is None:
            continue
        if ids[at] is None and name not in taken:
            ids[at] = name
            taken.add(name)
        elif ids[at] != name:
            former.setdefault(at, []).append(name)
        former.setdefault(at, []).extend(entries[name].get("former", ()))
    alike: dict[str, list[int]] = {}
    for n, event in enumerate(events):
        if ids[n] is None:
            alike.setdefault(event.id, []).append(n)
    for name in sorted(alike):
        several = alike[name]
        for n in several if len(several) == 1 else sorted(several, key=lambda n: _rank(events[n])):
            ids[n] = _free(name, events[n], taken)
            taken.add(ids[n] or "")
    return [i or "" for i in ids], {n: tuple(dict.fromkeys(f)) for n, f in former.items()}


def _rank(event: RegisterEvent) -> tuple[object, ...]:
    """Who keeps the plain id where several would have it: what is some source's main event, then what more tell of."""
    return (not event.main_of, -len({w.source for w in event.witnesses}), min(event.keys))


def _free(name: str, event: RegisterEvent, taken: set[str]) -> str:
    if name not in taken:
        return name
    key = event.keys[0]
    for length in (6, 10, 20):
        longer = slug_of(f"{name[:58].rstrip('-')}-{short_hash(key, length)}")
        if longer not in taken:
            return longer
    return slug_of(f"{name[:40]}-{short_hash(key + str(len(taken)), 30)}")


def redirects_of(
    ids: Sequence[str], events: Sequence[RegisterEvent], former: Mapping[int, tuple[str, ...]]
) -> dict[int, tuple[str, ...]]:
    """Other ids that lead to each event: former ones, and its readings' own ids where no other event has them."""
    wanted: dict[str, int] = {}  # -1: several events would have it
    for n, event in enumerate(events):
        for witness in event.witnesses:
            name = witness.event
            if name is None or name == ids[n]:
                continue
            if not (name.isascii() and name.replace("-", "").isalnum() and name.islower()):
                name = slug_of(name)
            if wanted.setdefault(name, n) != n:
                wanted[name] = -1
    found: dict[int, list[str]] = {n: list(f) for n, f in former.items()}
    taken = set(ids) | {f for several in former.values() for f in several}
    for name in sorted(w for w, n in wanted.items() if n >= 0 and w not in taken):
        found.setdefault(wanted[name], []).append(name)
    claimed = set(ids)
    answer: dict[int, tuple[str, ...]] = {}
    for n in sorted(found):
        fresh = [f for f in dict.fromkeys(found[n]) if f not in claimed]
        claimed.update(fresh)
        if fresh:
            answer[n] = tuple(fresh)
    return answer


def pins_of(register: Register, previous: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What `sitegen ids --write` writes: every event's id with its keys and former ids; ids no longer met are kept."""
    before = dict((previous or {}).get("events") or {})
    events: dict[str, Any] = {}
    for event in register.events:
        old = before.pop(event.id, None)
        known = old.get("former", ()) if isinstance(old, Mapping) else ()
        entry: dict[str, Any] = {"key": " ".join(event.keys)}
        earlier = [f for f in dict.fromkeys((*known, *event.former_ids)) if f != event.id]
        if earlier:
            entry["former"] = earlier
            for name in earlier:
                before.pop(name, None)
        events[event.id] = entry
    for name, entry in before.items():
        events.setdefault(str(name), entry)
    rest = {k: v for k, v in (previous or {}).items() if k != "events"}
    return {"events": dict(sorted(events.items())), **rest}


def lost_pins(pinned: Mapping[str, Any] | None, register_ids: Iterable[str]) -> tuple[str, ...]:
    """Pinned ids that lead nowhere now."""
    known = set(register_ids)
    return tuple(sorted(str(k) for k in pinned or {} if str(k) not in known))
