"""A mention on its way: where it stands among the tokens, the rule that found it, what the rule read."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.dates.patterns import Reading


class Tagged(NamedTuple):
    first: int  # token indices, half-open
    last: int
    rule: str
    reading: Reading
