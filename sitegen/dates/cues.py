"""The little language in which a mention keeps what dating it needs, so that it can be dated without its text.

A cue is segments parted by ` | `. The first says what the words name, the others say how and where:

    full V                  the value V as it stands                   in OP ...       within what OP names ("June last year")
    shift U N               the unit U, N units from publication       to OP ...       the end of a range that begins here
    refshift U N            the same from the running reference        plus U N        N units further ("the eve of")
    sameday U N D           the day N units from publication, D days on    mod WORD        early, late, end, about, earlier ...
    weekday W               a weekday, 1 to 7                          dir WORD        last, next, this, after, before, week
    month M, monthday M D   a month, a day of it                        tense WORD      fut, or one of PAST: the verbs around
    season S, quarter N,    the same by season, quarter, half          prep WORD       the preposition before it
    half N
    weekof N M              the Nth (-1 last) week of month M          part XX         TIMEX3 part of the day
    dom D                   a day of the month                         wd W            the weekday said beside the day
    nth W N M               the Nth weekday W of month M               clock HH:MM     clock time
    holiday NAME            a named day                                zone Z          UTC, where said
    numeric A B Y           a date of two orders
    period U                "the quarter": the one spoken of, else the latest
    yearago                 "a year earlier": what is spoken of, a year before
    periodof U Y            "the 1988 quarter": what is spoken of, in     whole U         the unit that what is named ends
                            that year                                  told            figures of it are given: it is over
                                                                       sure            "will" itself stands before it
    none                    no calendar date                           year OP ...     the year said before in the sentence
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from sitegen.dates.calendar import Unit

#: tenses that look back, the surer the later: a verb somewhere before, right before, the verb that the day itself opens
PAST: Final = ("past", "did", "done")


class Cue(NamedTuple):
    op: str
    args: tuple[str, ...]
    inner: tuple[str, ...] = ()  # the cue of `in`, as its words
    to: tuple[str, ...] = ()
    plus: tuple[Unit, int] | None = None
    mod: str = ""
    dir: str = ""
    tense: str = ""
    prep: str = ""
    part: str = ""
    wd: str = ""
    clock: str = ""
    zone: str = ""
    year: tuple[str, ...] = ()
    whole: str = ""
    told: bool = False
    sure: bool = False


@lru_cache(maxsize=4096)
def read_cue(text: str) -> Cue:
    """Read a cue. Unknown segments are passed over: a store written by a later version must not break the reader."""
    first, *rest = text.split(" | ")
    op, *args = first.split(" ") if first else ["none"]
    said: dict[str, list[str]] = {}
    for segment in rest:
        name, *words = segment.split(" ")
        said[name] = words
    plus = said.get("plus", [])

    def word(name: str) -> str:
        return said[name][0] if said.get(name) else ""

    return Cue(
        op=op,
        args=tuple(args),
        inner=tuple(said.get("in", ())),
        to=tuple(said.get("to", ())),
        plus=(plus[0], int(plus[1])) if len(plus) == 2 else None,
        mod=word("mod"),
        dir=word("dir"),
        tense=word("tense"),
        prep=word("prep"),
        part=word("part"),
        wd=word("wd"),
        clock=word("clock"),
        zone=word("zone"),
        year=tuple(said.get("year", ())),
        whole=word("whole"),
        told="told" in said,
        sure="sure" in said,
    )


def write(*segments: str) -> str:
    """The cue of these segments; empty ones are left out."""
    return " | ".join(segment for segment in segments if segment)
