"""The part of the world that extraction reads: names of countries, cities, organizations and people, ready to look up.

`names_of(World) -> Names` is called once a build; its `digest` is part of every record's key in the store.
Terms and statuses are not here: they are applied after extraction, so that a curator's edit of a term re-reads nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from sitegen.model import City, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Look-up tables. Keys are as written in English news (case kept); values say whom they name."""

    countries: Mapping[str, str] = field(default_factory=dict)  # "Kazakhstan", "UK" -> ISO code
    demonyms: Mapping[str, str] = field(default_factory=dict)  # "Kazakh" -> ISO code
    country_names: Mapping[str, str] = field(default_factory=dict)  # ISO code -> canonical English name
    capitals: Mapping[str, str] = field(default_factory=dict)  # ISO code -> capital's canonical name
    cities: Mapping[str, tuple[City, ...]] = field(default_factory=dict)  # every spelling -> cities, largest first
    organizations: Mapping[str, str] = field(default_factory=dict)  # every name and abbreviation -> id
    organization_names: Mapping[str, str] = field(default_factory=dict)  # id -> full name
    people: Mapping[str, str] = field(default_factory=dict)  # every curated spelling -> canonical name
    followed: tuple[str, ...] = ()  # ids of the organizations that the site follows
    digest: str = ""


def names_of(world: World, followed: tuple[str, ...] = ()) -> Names:
    """Compile the look-up tables. Of two cities of one name the larger comes first; content wins over data/."""
    countries: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    cities: dict[str, tuple[City, ...]] = {}
    for country in world.countries:
        for name in (country.name, *country.names):
            countries.setdefault(name, country.code)
        for name in country.demonyms:
            demonyms.setdefault(name, country.code)
        if country.capital:
            capitals[country.code] = country.capital
    for city in world.cities:
        for name in dict.fromkeys((city.name, *city.names)):
            cities[name] = (*cities.get(name, ()), city)
    organizations: dict[str, str] = {}
    organization_names: dict[str, str] = {}
    for organization in world.organizations:
        organization_names.setdefault(organization.id, organization.name)
        for name in dict.fromkeys((organization.id, organization.name, *organization.names)):
            organizations.setdefault(name, organization.id)
    people = {name: p.name for p in world.people for name in dict.fromkeys((p.name, *p.names))}
    seen = msgspec.json.encode(
        [countries, demonyms, capitals, {k: [(c.name, c.country) for c in v] for k, v in cities.items()},
         organizations, people, followed],
        order="deterministic",
    )  # fmt: skip
    return Names(
        countries=countries,
        demonyms=demonyms,
        country_names={c.code: c.name for c in world.countries},
        capitals=capitals,
        cities=cities,
        organizations=organizations,
        organization_names=organization_names,
        people=people,
        followed=followed,
        digest=hashlib.sha256(seen).hexdigest()[:32],
    )


