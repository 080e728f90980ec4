"""Curated facts as witnesses, places as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sitegen.model import (
    Citation,
    Place,
    Witness,
)


def citation_of(found: object) -> Citation | None:
    """A curated conflict's source, whether already a Citation or still a mapping."""
    if isinstance(found, Citation):
        return found
    if isinstance(found, Mapping) and found.get("title"):
        keys = ("url", "publisher", "date", "archived_url", "note")
        return Citation(title=str(found["title"]), **{k: str(found[k]) for k in keys if found.get(k)})
    return None


def curated_witnesses(sources: Sequence[Citation]) -> tuple[Witness, ...]:
    return tuple(Witness(citation=c) for c in sources) or (Witness(),)


def place_text(place: Place | None) -> str:
    return (
        ""
        if place is None
        else f"{place.name}, {place.country}"
        if place.country and place.country != place.name
        else place.name
    )
