"""Rival values of one field: which was chosen, by what rule, and who says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen import edtf
from sitegen.model import Claim
from sitegen.render import wording
from sitegen.render.site import Site
from sitegen.render.urls import Links
from sitegen.render.views.quotes import Quote, quotes_of
from sitegen.render.when import when_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """One value and who says so."""

    value: str
    quotes: tuple[Quote, ...]
    chosen: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """A field on which sources differ. `says` begins with the chosen value."""

    key: str
    field: str
    says: tuple[Say, ...]


def value_words(site: Site, field: str, value: str) -> str:
    """A claim's value for a person to read: a date in words, a code by its name."""
    if edtf.is_valid(value):
        return when_of(value).words
    if field == "classification":
        return wording.kind(value)
    if field in ("country", "countries", "place") and value in site.countries:
        return site.countries[value]
    if field == "status" and value in wording.STATUSES:
        return wording.status(value)
    if value in site.people:
        return site.people[value].name
    return dates_in_words(value)


_ISO_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b(?!-)")


def dates_in_words(text: str) -> str:
    """A sentence of ours with the ISO dates in it said in words."""
    return _ISO_DAY.sub(lambda found: when_of(found[0]).words, text)


def say_of(site: Site, links: Links, claim: Claim, most: int = 6) -> Say:
    dates = (claim.value,) if edtf.is_valid(claim.value) else ()
    names = () if dates else (claim.value,)
    return Say(
        value=value_words(site, claim.field, claim.value),
        quotes=quotes_of(site, links, claim.witnesses, dates=dates, names=names, most=most),
        chosen=claim.chosen,
        rule=wording.rule(claim.rule),
    )


def rivals_of(site: Site, links: Links, claims: Iterable[Claim]) -> tuple[Rivals, ...]:
    """Fields with at least one value that cannot be true beside the chosen one."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    return tuple(
        Rivals(
            key=name,
            field=wording.field(name),
            says=tuple(say_of(site, links, c) for c in sorted(found, key=lambda c: (not c.chosen, c.value)) if c.chosen or not c.compatible),
        )
        for name, found in by_field.items()
        if any(not c.chosen and not c.compatible for c in found)
    )  # fmt: skip
