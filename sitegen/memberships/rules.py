"""How news says who belongs to what: all rows of wording, and what finds the few that a sentence may need."""

from __future__ import annotations

import re

from sitegen.memberships import rows_beginning, rows_ending, rows_planned, rows_standing, rows_steps
from sitegen.memberships.lexicon import expand
from sitegen.memberships.rule import Rule

__all__ = ["ANCHORS", "ORGANIZATION_PLACES", "RULES", "STATUS_PLACES", "TAKES_ASIDE", "rules_for"]

RULES: tuple[Rule, ...] = (
    *rows_standing.ROWS,
    *rows_beginning.ROWS,
    *rows_steps.ROWS,
    *rows_ending.ROWS,
    *rows_planned.ROWS,
)

#: a cue, and the numbers of the rules that it lets try
Cue = tuple[str, tuple[int, ...]]
#: first letters of words that may hold a cue -> those cues; under "" the marks that are no words
_CUES: dict[str, list[Cue]] = {}
for _cue in sorted({cue for rule in RULES for cue in rule.cues}):
    _first = re.match(r"[a-z]{0,3}", _cue.strip())
    _start = _first[0] if _first else ""
    _row: Cue = (_cue, tuple(i for i, rule in enumerate(RULES) if _cue in rule.cues))
    _CUES.setdefault(_start, []).append(_row)
    if _start in ("joi", "adm", "acc", "ent", "mem"):  # "rejoined", "readmitted", "non-member"
        _CUES.setdefault(f"re{_start[0]}", []).append(_row)
_STARTS = re.compile(r"\b[a-z]{1,3}")


def rules_for(text: str) -> list[int]:
    """The numbers of the rules of whose cues one stands in `text`, in order."""
    tried: set[int] = set()
    for start in {"", *_STARTS.findall(text)} & _CUES.keys():
        for cue, numbers in _CUES[start]:
            if cue in text:
                tried.update(numbers)
    return sorted(tried)


TAKES_ASIDE: tuple[bool, ...] = tuple(rule.takes_aside for rule in RULES)
ANCHORS: tuple[str, ...] = tuple(rule.anchor for rule in RULES)
#: where a status or an organization may begin
STATUS_PLACES = expand("{S}")
ORGANIZATION_PLACES = expand("(?:\x01o|\\b(?:alliance|bloc|grouping|organi[sz]ation|association)\\b)")
