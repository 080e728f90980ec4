"""Popolo: persons, organizations, posts, memberships, events. A date goes in as coarse as it is; EDTF stands beside it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from sitegen.render.site import Site
from sitegen.render.when import when_of

_POPOLO_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$")


def popolo(site: Site) -> bytes:
    """One file with all five classes, ids as on the site."""
    register = site.register
    countries = sorted(
        {p.country for p in register.posts if p.country}
        | {s.member for s in register.statuses if s.member in site.countries}
    )
    persons = [
        {"id": p.id, "name": p.name, "other_names": [{"name": n} for n, _ in p.names if n != p.name],
         **({"biography": p.note} if p.note else {})}
        for p in register.people
    ]  # fmt: skip
    organizations: list[dict[str, Any]] = [
        {"id": f"country-{c.lower()}", "name": site.country(c), "classification": "country"} for c in countries
    ]
    organizations += [
        {"id": o.id, "name": o.name, "classification": "organization", "other_names": [{"name": n} for n in o.names], **_date("founding_date", o.founded)}
        for o in register.organizations
    ]  # fmt: skip
    posts = [
        {"id": p.id, "label": p.name, "role": p.code, "organization_id": f"country-{p.country.lower()}" if p.country else p.organization}
        for p in register.posts
    ]  # fmt: skip
    memberships: list[dict[str, Any]] = [
        {"person_id": t.person, "post_id": t.post, "role": t.role,
         "organization_id": f"country-{t.country.lower()}" if t.country else t.organization,
         **_date("start_date", t.start), **_date("end_date", t.end)}
        for p in register.posts for t in p.tenures
    ]  # fmt: skip
    memberships += [
        {"organization_id": s.organization, "member": {"@type": "Organization", "id": f"country-{s.member.lower()}" if s.member in site.countries else s.member},
         "role": s.status, **_date("start_date", s.start), **_date("end_date", s.end)}
        for s in register.statuses
    ]  # fmt: skip
    events = []
    for event in register.events:
        when = when_of(event.date)
        first, last = (
            (when.first.isoformat(), when.last.isoformat())
            if when.shape == "days" and when.first and when.last
            else (event.date, None)
        )
        events.append(
            {"id": event.id, "name": event.name, "classification": event.classification, "status": event.status,
             "location": event.place.name if event.place else None, "organization_id": event.organizations[0] if event.organizations else None,
             "attendees": [{"id": i, "name": p.name} for p, i in site.participants(event)],
             **_date("start_date", first), **_date("end_date", last), "edtf_date": event.date}
        )  # fmt: skip
    made = {
        "persons": persons,
        "organizations": organizations,
        "posts": posts,
        "memberships": memberships,
        "events": events,
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def _date(key: str, value: str | None) -> dict[str, str]:
    """Popolo takes years, months and days; any other EDTF stands under its own key alone."""
    if not value:
        return {}
    if _POPOLO_DATE.match(value):
        return {key: value}
    return {f"edtf_{key}": value}
