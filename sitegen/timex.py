"""The date mention: what `dates` finds and every other room reads. Apart from `model`, so that dates stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A TIMEX3. Before resolving, `value` has X for what is unsaid and `edtf` is None.

    `reason` says in words how the date was reckoned ("the last Wednesday on or before publication").
    `edtf` is that of the whole range where two mentions join ("from [1991] to [1997]": both say 1991/1997), and a
    DURATION has one where it leads to a date ("[three days] later", "will meet in [two weeks]"); it is None for PRESENT_REF
    and its like, for sets, for clock times alone, and for whatever is not resolved.
    `rule` names the row that found it; `cue` what resolving needs to know of the words around (its own little
    language, see dates/cues.py), so that a stored mention can be resolved without its text; `anchor` what it was
    reckoned from and `rejected` the other readings with the reason, both for `sitegen explain`.
    `hint` is true for a date that is only a name's part ("Peace Mission 2014"): a hint, not the sentence's date.
    `problem` is set where the words name a day that no calendar has ("31 June"); then `edtf` stays None.
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    edtf: str | None = None
    rule: str = ""
    cue: str = ""
    anchor: str = ""
    reason: str = ""
    rejected: tuple[str, ...] = ()
    hint: bool = False
    problem: str = ""
