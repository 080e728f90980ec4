"""Posts: how they are called, where their pages lie, who held one on a day."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sitegen.edtf import bounds
from sitegen.model import (
    Post,
    Tenure,
)
from sitegen.slugs import slug_of
from sitegen.world import with_the

#: code -> how the post is called in English, before " of COUNTRY"
POST_NAMES: Mapping[str, str] = {
    "head-of-state": "Head of State",
    "head-of-government": "Head of Government",
    "foreign-minister": "Minister of Foreign Affairs",
    "defence-minister": "Minister of Defence",
    "chief-of-general-staff": "Chief of the General Staff",
    "secretary-general": "Secretary-General",
}


def post_name(code: str, role: str, country: str | None, organization: str | None, countries: Mapping[str, str]) -> str:
    office = POST_NAMES.get(code, role)
    if country:
        return f"{office} of {with_the(countries.get(country, country))}"
    if organization:
        return f"{office} of the {organization}" if organization.isupper() else f"{office} of {organization}"
    return office


def post_id(code: str, role: str, country: str | None, organization: str | None, countries: Mapping[str, str]) -> str:
    """ "minister-of-defence-of-kazakhstan", "secretary-general-of-the-sco"."""
    return _post_id(code, role, countries.get(country, country) if country else None, organization)


@lru_cache(maxsize=16384)
def _post_id(code: str, role: str, country: str | None, organization: str | None) -> str:
    return slug_of(post_name(code, role, country, organization, {}))


def holders_on(post: Post, on: object) -> tuple[Tenure, ...]:
    """Who held the post on a day (datetime.date): by half-open terms at their earliest; attested-only tenures from first to last.

    An end not known counts until the next holder's start; where nobody follows, until the last day attested.
    """
    number = on.toordinal()  # type: ignore[attr-defined]
    found = []
    for n, tenure in enumerate(post.tenures):
        begin_value = tenure.start or tenure.first_attested
        if begin_value is None:
            continue
        first = bounds(begin_value)[0]
        if first is None or number < first.toordinal():
            continue
        if tenure.end:
            last = bounds(tenure.end)[0]
            if last is not None and number >= last.toordinal():
                continue
        elif not tenure.incumbent:
            later = [
                bounds(t.start or t.first_attested or "")[0] for t in post.tenures[n + 1 :] if t.person != tenure.person
            ]
            nexts = min((d.toordinal() for d in later if d), default=None)
            seen = bounds(tenure.last_attested)[1] if tenure.last_attested else None
            limit = nexts if nexts is not None else (seen.toordinal() + 1 if seen else None)
            if limit is not None and number >= limit:
                continue
        found.append(tenure)
    return tuple(found)
