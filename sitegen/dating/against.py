"""A stated publication day held against what the register knows: reported, never changed."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.dating.days import FIRST, LAST, Days, holds, in_words, united
from sitegen.dating.grounds import Grounds
from sitegen.dating.standing import days_of
from sitegen.dating.terms import tenure_days
from sitegen.edtf import bounds
from sitegen.model import ArticleRecord, Register, StatusInterval

#: Days that a report may lag behind a change of office or status before it counts as a contradiction.
LAG = 31


def _far(days: Days, day: int) -> bool:
    return not holds(united((first - LAG, last + LAG) for first, last in days), day)


def _told_of(term: StatusInterval) -> tuple[int, int]:
    """The days on which a report may call the member so: a status is spoken of from the decision on, before it is in force."""
    begin, end = days_of(term)
    steps = [bounds(day)[0] for step, day in term.steps if step in ("decided", "signed", "in-force")]
    return (min([begin, *(first.toordinal() for first in steps if first)]), end)


def contradictions(record: ArticleRecord, register: Register, grounds: Grounds | None = None) -> Iterator[str]:
    """In words, each term of office and status that the clipping tells of and that its own stated day does not allow.

    `grounds` are the register's, for a caller that asks of many records.
    """
    first, last = bounds(record.published.date) if record.published.date else (None, None)
    if record.published.basis in ("inferred", "unknown") or first is None or first != last:
        return
    day = first.toordinal()
    grounds = grounds or Grounds(register)
    for told in record.people if grounds.curated_terms else ():
        person = grounds.person(told.name)
        if person is None:
            continue
        for post in told.posts:
            terms = [
                t
                for t in person.tenures
                if t.curated and t.code == post.code and t.country == post.country and (t.start or t.end)
            ]
            days = tenure_days(terms)
            if post.code != "other" and days and days != ((FIRST, LAST),) and _far(days, day):
                yield f"{person.name} is called {post.role}, but held that office {in_words(days)}"
    for membership in record.memberships if grounds.curated_statuses else ():
        if membership.start is not None or membership.as_of is None or membership.status in ("guest", "applicant"):
            continue
        full = membership.status in ("member", "founding-member")
        runs = united(
            _told_of(t)
            for t in register.statuses
            if t.curated
            and t.organization == membership.organization
            and t.member == membership.member
            and (t.status == membership.status or (full and t.status in ("member", "founding-member")))
        )
        if runs and runs != ((FIRST, LAST),) and _far(runs, day):
            label = membership.status.replace("-", " ")
            yield f"{membership.member} is called {label} of {membership.organization}, but was so {in_words(runs)}"
