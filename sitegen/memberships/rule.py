"""What a row of wording is: how news says who belongs to what, with its own examples.

`kind` says what the wording makes of the date beside it:
- `now`: how things stand; as of publication, or since a day where "since" says so;
- `begins`: the status begins, on the day named with it; `founded` likewise, at the organization's founding;
- `decided`, `signed`, `applied`: a step on the way; `left`, `suspended`: the status ends or is interrupted;
- `planned`: it is settled for a later day, without which it is nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sitegen.model import Status

__all__ = ["ADJ", "BEEN", "Kind", "Rule"]

_ANCHOR = re.compile(r"\{(L|ORG|S)\}")

Kind = Literal["now", "begins", "founded", "decided", "signed", "applied", "left", "suspended", "planned"]


@dataclass(frozen=True, slots=True)
class Rule:
    """`cues`: one of these words must stand in the sentence, looked for first as that costs least.

    `status` where the wording itself says it, else the group `s` does. `subject`: the list must not be the object of a
    preposition. `strict`: no hedge anywhere before in the clause; else only "if", "whether", "not". `context`: this or
    the sentence before must speak of membership; `near`: the sentence before must name the organization. `factual`: needs a date or words before that make it a fact.
    """

    name: str
    pattern: str
    kind: Kind
    cues: tuple[str, ...]
    examples: tuple[str, ...]
    status: Status | None = None
    subject: bool = False
    strict: bool = False
    context: bool = False
    near: bool = False
    factual: bool = False

    @property
    def anchor(self) -> str:
        """What it begins with, if a list L, an organization O or a status S: then only those places are tried."""
        found = _ANCHOR.match(self.pattern)
        return {"ORG": "O"}.get(found[1], found[1]) if found else ""

    @property
    def takes_aside(self) -> bool:
        return "{APP}" in self.pattern


#: what stands before a status: "the third full", "a long-standing"
ADJ = (
    r"(?:(?:full|fully|non-member|new|newest|latest|founding|permanent|official|only|also|long-standing|longstanding|associate|active|key|"
    r"leading|largest|biggest|smallest|youngest|oldest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|fifteen|twenty|[0-9]{1,3}|eleventh|twelfth|[0-9]+(?:st|nd|rd|th)|important|major|close|loyal|regional|european|asian|african|western|arab|fellow|sole|"
    r"current|regular|equal|strategic|core|original|formal|proud|committed|recent|most recent|\x01a[0-9]+\x02) )"
)
BEEN = r"(?:was|were|has been|have been|had been|got|is|are|being)"
