"""Dates told by another happening: "a day after officers seized power", "two months after taking office".

The date that such words give is that of the happening named after them, reckoned back (or on) from the one the sentence
reports: from the date before them in the sentence, else from the first day of the story. `dates` cannot know where the
news of a sentence stands, so this is done here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sitegen.edtf import bounds, is_day
from sitegen.events.clauses import TOLD_BY_ANOTHER, sentence_at
from sitegen.events.patterns import AHEAD
from sitegen.model import Article, DateMention

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
_SPAN = re.compile(
    r"^(?:just |only |exactly )?(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})[ -](day|week|month|year)s?( (?:after|before|ahead of))?$",
    re.IGNORECASE,
)
_WHICH = re.compile(r" (after|before|ahead of) (?=[\w“\"'])", re.IGNORECASE)
#: What follows must name a happening, not a date or a mere span.
_NO_HAPPENING = re.compile(
    r"(?:the|that|this|it|his|her|its|their)?\s*(?:day|week|month|year|midnight|noon|\d)", re.IGNORECASE
)


def _shifted(day: date, unit: str, by: int) -> str | None:
    """`day` moved: to the day for days, about the day for weeks, to the month or year for these."""
    try:
        if unit == "day":
            return (day + timedelta(days=by)).isoformat()
        if unit == "week":
            return f"{(day + timedelta(days=7 * by)).isoformat()}~"
        if unit == "month":
            months = day.year * 12 + day.month - 1 + by
            return f"{months // 12:04}-{months % 12 + 1:02}"
        return f"{day.year + by:04}"
    except (OverflowError, ValueError):
        return None


def looking_back(article: Article, mentions: Sequence[DateMention], published: date | None) -> tuple[DateMention, ...]:
    """ "They are to report by 1 June. A day earlier, they founded a group": what was done is reckoned from a day gone by."""
    out: list[DateMention] = []
    for mention in mentions:
        day = _day(mention)
        if published is not None and mention.rule == _BESIDE and day is not None and day >= published:
            index = sentence_at(article.sentences, mention.start)
            start, end = article.sentences[index] if index is not None else (mention.start, mention.end)
            gone = [m for m in out if (d := _day(m)) is not None and d <= published]
            anchor = bounds(mention.anchor)[0] if mention.anchor else None
            if gone and anchor is not None and anchor > published and AHEAD.search(article.body, start, end) is None:
                base = gone[-1].edtf or ""
                moved = _shifted(bounds(base)[0] or published, "day", (day - anchor).days)
                mention = replace(mention, edtf=moved, anchor=base, reason=f"told as done: beside {base}")
        out.append(mention)
    return tuple(out)


_BESIDE = "the day before"


def _day(mention: DateMention) -> date | None:
    return bounds(mention.edtf)[0] if mention.edtf is not None and is_day(mention.edtf) else None


def told_by_another(article: Article, mentions: Sequence[DateMention], first_day: str | None) -> list[DateMention]:
    """`mentions` with those that are told by another happening dated so; the order stays that of the text."""
    out: list[DateMention] = []
    for mention in mentions:
        found = _SPAN.match(mention.text)
        if found is None:
            out.append(mention)
            continue
        index = sentence_at(article.sentences, mention.start)
        end = article.sentences[index][1] if index is not None else mention.end
        which = (found[3] or "").strip().lower()
        reach = mention.end
        if not which:
            after = _WHICH.match(article.body, mention.end, end)
            if after is None:
                out.append(mention)
                continue
            which, reach = after[1].lower(), after.end()
        tail = article.body[reach:end].lstrip()
        if index is None or len(tail.split()) < 2 or _NO_HAPPENING.match(tail):
            out.append(mention)
            continue
        joint = re.search(r"[,;]", article.body[reach:end])
        stop = reach + joint.start() if joint else end
        if any(m.edtf and mention.end <= m.start < stop for m in mentions):
            out.append(mention)  # the happening has a date of its own
            continue
        start = article.sentences[index][0]
        before = [m for m in mentions if m.edtf and start <= m.start < mention.start and is_day(m.edtf)]
        behind = [
            m for m in mentions if m.edtf and stop <= m.start < end and is_day(m.edtf) and not _SPAN.match(m.text)
        ]
        # "a day after three attacks, a man blew up a car on Friday": reckoned from Friday
        base = before[-1].edtf if before else behind[0].edtf if behind and mention.start - start < 4 else first_day
        day = bounds(base)[0] if base else None
        number = _NUMBERS.get(found[1].lower()) or (int(found[1]) if found[1].isdigit() else 0)
        moved = _shifted(day, found[2].lower(), -number if which == "after" else number) if day and number else None
        if moved is None:
            out.append(mention)
            continue
        out.append(
            replace(
                mention,
                type="DATE",
                edtf=moved,
                rule=TOLD_BY_ANOTHER,
                anchor=base or "",
                reason=f"what is named after it lies {found[0].strip()} {'before' if which == 'after' else 'after'} {base}",
            )
        )
    return out
