"""data/*.csv -> countries, cities and organizations of the world, as the package ships them.

The tables hold what is true everywhere and changes rarely; a site's own content comes first (see `read.py`). They
are read once a process: each row is plain text, columns that hold several spellings part them by `|`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

from sitegen.model import City, Country, CuratedOrganization

__all__ = ["read_cities", "read_countries", "read_known_organizations", "read_leaders"]

#: the column `kind` of cities.csv -> (City.kind, City.caution)
_KINDS: dict[str, tuple[Any, Any]] = {
    "": ("city", ""),
    "weak": ("city", "weak"),
    "name": ("city", "name"),
    "region": ("region", ""),
    "none": ("none", ""),
}


def _rows(name: str) -> Iterator[list[str]]:
    text = files("sitegen").joinpath("data", name).read_text(encoding="utf-8")
    rows = csv.reader(StringIO(text))
    next(rows)
    return rows


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def read_countries() -> tuple[Country, ...]:
    """All of ISO 3166-1, and XK for Kosovo, by code."""
    return tuple(
        Country(code=code, name=name, names=_several(names), demonyms=_several(demonyms), capital=capital or None)
        for code, name, names, demonyms, capital in _rows("countries.csv")
    )


@cache
def read_cities() -> tuple[City, ...]:
    """Cities and regions, the most populous first; of two of one name the first is meant where nothing says otherwise."""
    cities = []
    for name, country, names, kind in _rows("cities.csv"):
        what, caution = _KINDS[kind]
        cities.append(City(name=name, country=country, names=_several(names), kind=what, caution=caution))
    return tuple(cities)


@cache
def read_known_organizations() -> tuple[CuratedOrganization, ...]:
    """Organizations of states and the usual mechanisms; the id is the usual abbreviation."""
    return tuple(
        CuratedOrganization(id=ident, name=name, names=_several(names))
        for ident, name, names in _rows("organizations.csv")
    )


@cache
def read_leaders() -> tuple[tuple[str, str, str], ...]:
    """Leaders whom news calls without their country: (a name's word, post code, country). By hand, November 2026.

    Only where the text says the title and leaves the country out; a title with a country never asks this table.
    """
    return tuple((family, code, country) for family, code, country in _rows("leaders.csv"))
