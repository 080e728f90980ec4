"""A constraint: the days on which one saying of the clipping can have been written."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.dating.days import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """`line` says in words what the days follow from; `weight` how far it is trusted where constraints disagree."""

    name: str
    days: Days
    weight: float
    line: str
