"""Article -> dated event records: the door `events_of`."""

from __future__ import annotations

from sitegen.events.find import find_events
from sitegen.events.told import Clause, clauses_of, ordinals_in
from sitegen.model import Annotations, Article, EventRecord, MembershipRecord, Unused
from sitegen.world import Names

__all__ = ["Clause", "clauses_of", "events_of", "ordinals_in"]


def events_of(
    article: Article, annotations: Annotations, names: Names, memberships: tuple[MembershipRecord, ...] = ()
) -> tuple[tuple[EventRecord, ...], tuple[Unused, ...]]:
    """The clipping's events, main one first then by place in the text, and the dated sentences that gave none.

    `memberships` are those of the clipping: the day on which one begins is an accession, however it is worded.
    `annotations.dates` are resolved as far as the publication day is known: a mention without `edtf` gives no event.
    """
    return find_events(article, annotations, names, memberships)
