"""The day of a clipping that states none: the door `date_undated`.

Each saying that depends on the day ("next week", "now groups ... as observers", "Defence Minister X") gives the set of
days on which it can have been written; their intersection is the answer. Sets come from the register: known events,
terms of office, statuses. The words are resolved by the doors of `dates` for the few days around each known date, so
that dating and reading can never disagree. A constraint that contradicts the rest is reported and not obeyed.
"""

from __future__ import annotations

import datetime

from sitegen.dates import resolve
from sitegen.dating.against import contradictions
from sitegen.dating.answer import answer
from sitegen.dating.clock import Clock
from sitegen.dating.days import Days
from sitegen.dating.grounds import Grounds
from sitegen.dating.known import held_there, known_constraints
from sitegen.dating.news import monthday_constraints, named_year_constraints, news_constraints
from sitegen.dating.opening import dateline_constraints, weekday_constraints
from sitegen.dating.standing import count_constraints, known_world, status_constraints
from sitegen.dating.stated import beside_constraints, stated_constraints
from sitegen.dating.terms import term_constraints
from sitegen.dating.told import Told
from sitegen.events import clauses_of
from sitegen.memberships import memberships_of
from sitegen.model import Draft, Published, Register
from sitegen.world import Names

__all__ = ["Grounds", "Told", "contradictions", "date_undated"]

#: Any day will do to part a sentence by its dates; nothing of it reaches the answer.
PROBE = datetime.date(2000, 6, 14).toordinal()


def date_undated(
    draft: Draft, register: Register, names: Names | None = None, grounds: Grounds | None = None,
    told: dict[str, Days | None] | None = None,
) -> Published:  # fmt: skip
    """Infer the publication day from the clipping's words and what the register knows; basis `inferred` or `unknown`.

    A report is taken to appear on the latest day that it names as past ("on Tuesday"). `names` helps to read
    membership statements; without it those of the register serve. `grounds` are the register's, for a caller that dates many;
    `told` what the same draft's dates come to as of other days, worked out in an earlier build, read and filled.
    """
    names = names or Names()
    grounds = grounds or Grounds(register)
    clock = Clock(draft.annotations.dates, told)
    undated = resolve(draft.annotations.dates, None)
    clauses = clauses_of(draft.article, draft.annotations, clock.at(PROBE), names)
    whole = [c for c in clauses if undated[c.index].edtf]
    relative = [c for c in clauses if not undated[c.index].edtf]
    records = memberships_of(draft.article, draft.annotations, names)
    constraints = [
        *known_constraints(draft, grounds, clock, relative),
        *held_there(draft, grounds),
        *beside_constraints(draft, clock, whole, relative),
        *stated_constraints(whole),
        *weekday_constraints(draft),
        *dateline_constraints(draft, whole),
        *news_constraints(draft, whole),
        *named_year_constraints(draft, relative),
        *monthday_constraints(draft, clock, whole, relative),
        *term_constraints(draft.annotations.people, grounds.person),
        *status_constraints(records, grounds.seen),
        *count_constraints(draft, grounds.seen),
    ]
    told_names = {c.name for c in constraints}
    if (
        told_names & {"dateline day", "month and day", "day ahead"}
        and "recent" not in told_names
        and grounds.latest is not None
    ):
        constraints.append(known_world(grounds.latest))
    ahead = {c.index for c in relative if c.status == "planned" and c.is_sure}
    weekdays = [
        i
        for i, m in enumerate(draft.annotations.dates)
        if undated[i].edtf is None and i not in ahead and m.cue.startswith(("weekday", "shift day", "monthday"))
    ]
    return answer(constraints, clock, weekdays)
