"""The newest dates that a clipping tells as done: it is no older, and as a rule hardly younger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.dates import resolve
from sitegen.dating.days import LAST
from sitegen.edtf import bounds
from sitegen.events import Clause
from sitegen.model import Draft

#: How long after the newest date that it tells as done a report appears at the latest, where only the year is open. Of 254
#: dated news texts that state a past year or a finer date, all but a handful appeared within two years of their newest one.
RECENT = 2 * 366

_PAST = re.compile(r"\b(?:was|were|had|has|have|[a-z]{3,}ed|held|took|won|met|came|went|left)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|plan(?:s|ned)?|target|goal|aims?|expected|forecast|due|next|upcoming|until|candidates?|nominees?)\b",
    re.IGNORECASE,
)
#: The newest date told as done: its first day, the words, the date.
Told = tuple[int, str, str]


def years_named(draft: Draft, whole: Sequence[Clause]) -> list[Told]:
    """Years and finer dates told as done, those of names among them ("travelled to the 2019 cup"). Not the founding of a
    body: every report repeats it, however old it is."""
    body, article = draft.article.body, draft.article
    founded = {c.index for c in whole if c.kind == "founding"}
    told = [
        (first.toordinal(), c.phrase, c.edtf)
        for c in whole
        if c.status != "planned" and c.index not in founded and (first := bounds(c.edtf)[0])
    ]
    for index, m in enumerate(resolve(draft.annotations.dates, None)):
        first = bounds(m.edtf)[0] if m.edtf and m.type == "DATE" and index not in founded else None
        sentence = next((s for s in article.sentences if s[0] <= m.start < s[1]), None)
        if first and sentence and _PAST.search(body, sentence[0], m.start) and not _AHEAD.search(body, *sentence):
            told.append((first.toordinal(), m.text, m.edtf or ""))
    return told


#: A period of a figure that is no event ("rose 4 percent in 2016") still tells that the text is no older.
_FIGURE = re.compile(r"\b(?:in|since|during)\s+$")
_FOUNDED = re.compile(r"\b(?:founded|established|created|formed|set up|launched)\b[^.;]{0,60}$", re.IGNORECASE)


def figures_of(draft: Draft) -> Iterator[Told]:
    """Past years and finer dates that the text states whole, events or not."""
    body = draft.article.body
    for m in resolve(draft.annotations.dates, None):
        first = bounds(m.edtf)[0] if m.edtf and m.type == "DATE" and not m.hint else None
        before = body[max(0, m.start - 120) : m.start]
        if first and _FIGURE.search(before) and not _AHEAD.search(before) and not _FOUNDED.search(before):
            yield first.toordinal(), m.text, m.edtf or ""


def end_of(edtf: str) -> int:
    last = bounds(edtf)[1]
    return last.toordinal() if last else LAST
