"""A constraint: the days on which one saying of the clipping can have been written."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.dating.days import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """`line` says in words what the days follow from; `weight` how far it is trusted where constraints disagree.

    Where several known happenings may be meant, `choices` names each with its days, so that the answer can say which.
    `about` is the place of the mention that it rests on in the clipping's dates, where it rests on one.
    """

    name: str
    days: Days
    weight: float
    line: str
    choices: tuple[tuple[str, Days], ...] = ()
    about: int | None = None
