"""The record that the people room builds of a title in the text, and words that several of its modules ask."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sitegen.model import PostCode
from sitegen.people.offices import Office, State
from sitegen.people.titles import words

Kind = Literal["title", "secretary", "state-minister", "bare", "counterpart"]


class Post(Struct, kw_only=True):
    """A title in the text. Token numbers: `first`..`last` the title proper, `lo`..`hi` with all that belongs to it.

    `code` None: the words alone do not say which office (kind `bare`: "its minister"; `counterpart`). `foreign` is true
    for a title of some other body ("president of the club"): no post at all. `pronoun` is the possessive before it.
    Not frozen: it is built up in steps here and passes no door. A struct, as it is made and copied so often.
    """

    first: int
    last: int
    lo: int
    hi: int
    code: PostCode | None
    role: str
    kind: Kind = "title"
    state: State = "current"
    plural: bool = False
    was_plural: bool = False  # one holder's share of a plural title
    countries: tuple[str, ...] = ()
    country_tokens: tuple[int, ...] = ()
    organization: str | None = None
    implies: str | None = None
    pronoun: str = ""
    definite: bool = False
    foreign: bool = False
    office: Office | None = None


#: heads of a department -> whether the word is a plural
HEADS = {
    "minister": False, "ministers": True, "secretary": False, "secretaries": True, "undersecretary": False,
    "under-secretary": False,
}  # fmt: skip
PRONOUNS = words("its his her their our my your")
#: what may stand between a country and the holder: "of the Tajik Border Troops", "of the Iranian Parliament"
FORCES = words(
    """armed forces army military navy people defence defense services border troops guard guards air force national
    ground naval marines corps parliament senate assembly duma government cabinet majlis supreme security council
    liberation"""
)
_SMALL = words("of the and for in to on with de")


def titled(text: str) -> str:
    """A title with capitals, as a role is written: "minister of defence" -> "Minister of Defence"."""
    parts = (text.title() if len(text) > 4 and text.isupper() else text).split()
    return " ".join(p if p.lower() in _SMALL and n else p[:1].upper() + p[1:] for n, p in enumerate(parts))
