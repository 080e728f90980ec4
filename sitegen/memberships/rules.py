"""How news says who belongs to what: all rows of wording, and what finds the few that a sentence may need."""

from __future__ import annotations

from sitegen.memberships import rows_beginning, rows_ending, rows_planned, rows_standing, rows_steps
from sitegen.memberships.lexicon import expand
from sitegen.memberships.rule import Rule

__all__ = ["ANCHORS", "CUES", "ORGANIZATION_PLACES", "RULES", "STATUS_PLACES"]

RULES: tuple[Rule, ...] = (
    *rows_standing.ROWS,
    *rows_beginning.ROWS,
    *rows_steps.ROWS,
    *rows_ending.ROWS,
    *rows_planned.ROWS,
)

#: cue -> numbers of the rules that it lets try
CUES: dict[str, tuple[int, ...]] = {
    cue: tuple(i for i, rule in enumerate(RULES) if cue in rule.cues)
    for cue in sorted({cue for rule in RULES for cue in rule.cues})
}

ANCHORS: tuple[str, ...] = tuple(rule.anchor for rule in RULES)
#: where a status or an organization may begin
STATUS_PLACES = expand("{S}")
ORGANIZATION_PLACES = expand("(?:\x01o|\\b(?:alliance|bloc|grouping|organi[sz]ation|association)\\b)")
