"""Text -> dates. Usable alone: `from sitegen.dates import find_dates`.

    find_dates(text, published=None)      all time expressions of a text, resolved as far as `published` allows
    tag_dates(text)                       the first half: mentions as written; never knows the publication day
    resolve(mentions, published)          the second half: pure and cheap, needs the mentions alone, so that the mentions
                                          of an undated clipping can be kept and dated once its day is known
    relation_of(mention)                  how an unresolved mention hangs on the publication day (relations.py)
    publication_days(mention, event)      the days on which a clipping can have been written that calls an event so

What comes out is TIMEX3 (TimeML 1.2.1: type, value, extent without the preposition) with the EDTF value of the calendar
date beside it, None where there is none. `rule`, `reason`, `anchor` and `rejected` say how it was read.

Why it is built so (2026-11-25). Rules are rows (rows_calendar, rows_relative, rows_other) over classes of words (lexicon,
scan); all of them form one automaton (patterns), so that the text is read once, whatever the number of rules, and no
regular expression of a rule can run away. `tag` takes the longest match, `readings` says what it means, `context` (with `clauses` and `verbs`) what
the words around say of past and future, `refine` joins mentions, `carried` hands a year on to the days of its sentence, and
each keeps a `cue` (cues). `resolve` goes through the cues and reckons (reckon, yearly, from anchors, by calendar). Figures beside the peers: benchmarks/dates.md.
"""

from __future__ import annotations

import datetime

from sitegen.dates.relations import Relation, publication_days, relation_of
from sitegen.dates.resolve import resolve
from sitegen.dates.tag import tag_dates
from sitegen.timex import DateMention

__all__ = ["DateMention", "Relation", "find_dates", "publication_days", "relation_of", "resolve", "tag_dates"]


def find_dates(text: str, published: datetime.date | None = None) -> list[DateMention]:
    """All time expressions of `text`, resolved as far as `published` allows."""
    return resolve(tag_dates(text), published)
