"""What tells one blast, clash or crash from another of the same day: the town or person that its sentence names."""

from __future__ import annotations

import re
from collections.abc import Container

from sitegen.articles.outlets import outlet_named
from sitegen.merge.lexicon import COMMON
from sitegen.merge.readings import fold_place
from sitegen.model import ArticleRecord, EventRecord

_HARM = re.compile(
    r"\b(?:kill|dead\b|die[sd]?\b|death|injur|wound|blast|bomb|explo|attack|shot\b|shoot|gunm[ae]n|crash|collid|sank|capsiz|derail|quake|tremor|flood|fire\b|"
    r"ambush|kidnap|abduct|raid|stab|landslide|storm)",
    re.IGNORECASE,
)
_NO_TOWN = r"(?!['’]s|(?: \w+)? (?:province|region|state|governorate|oblast|department)\b)"
#: "near Almar", "Almar district"; not "in Herat province", "Herat's Almar"
_NAME = re.compile(
    rf"\b(?:[Nn]ear|[Ii]n|[Aa]t|[Oo]utside|town of|city of|village of|district of) ([A-Z][a-z]{{3,20}})\b{_NO_TOWN}"
    r"|\b([A-Z][a-z]{3,20}) (?:district|town|village|city|county|area|tehsil|valley|township)\b"
)


def names_of_incident(event: EventRecord, quote: str, record: ArticleRecord, states: Container[str]) -> frozenset[str]:
    """Towns and districts that an incident's sentence names, but for states, regions, outlets and the city of the dateline; none where nobody was harmed."""
    if not _HARM.search(quote):
        return frozenset()
    known = {
        fold_place(place)
        for place in (record.dateline.place if record.dateline else "", event.place.name if event.place else "")
        if place
    }
    return frozenset(
        word.lower()
        for word in (one or other for one, other in _NAME.findall(quote))
        if word.lower() not in COMMON and fold_place(word) not in known and fold_place(word) not in states and outlet_named(word) is None
    )  # fmt: skip
