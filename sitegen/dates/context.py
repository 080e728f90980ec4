"""The words around a mention that say whether it looks back or ahead: its clause's verb (clauses.py), prepositions.

Read only for mentions that leave the year or the week open. The window is bounded and ends with the sentence.
"""

from __future__ import annotations

from typing import Final

from sitegen.dates.clauses import WINDOW, ends_sentence, tense_of
from sitegen.dates.cues import PAST
from sitegen.dates.patterns import Reading
from sitegen.dates.scan import Scanned
from sitegen.dates.verbs import NO_INFINITIVE, direction

_OPEN: Final = ("weekday", "month", "season", "holiday", "quarter", "half", "dom", "weekend", "nth", "weekof")
_PREPOSITIONS: Final = frozenset(
    "by until till through before since from in on for of at to after during around as between".split()
)


def surroundings(scanned: Scanned, first: int, last: int, reading: Reading) -> str:
    """The cue segments `tense` and `prep` for a reading that leaves the direction open."""
    if not reading.cue.startswith(_OPEN):
        return ""
    if " in " in reading.cue:
        return ""
    tokens = scanned.tokens
    segments = []
    happened = tokens[last + 1].lower() in _PAST_NOUNS if last + 1 < len(tokens) and tokens[last] == " " else False
    if first > 3 and tokens[first - 2] in ("in", "on", "of") and tokens[first - 4] in _PAST_NOUNS:
        happened = True  # "the accident in June"
    if reading.cue.startswith("month ") and tokens[last : last + 1] == [" "] and tokens[last + 1 : last + 2] != []:
        happened = happened or tokens[last + 1] in _FIGURES  # "will publish its March figures"
    found = "did" if happened else tense_of(tokens, first, last)
    if found in ("", "open") and _by_its_preposition(tokens, first, reading):
        found = "fut"
    if found in (
        "open",
        "undone",
    ):  # of a weekday "was due" looks ahead, "had been due" back; months go to the nearer side
        ahead = "fut" if found == "open" else "past"
        found = ahead if reading.cue.startswith("weekday") else ""
    if found in PAST and (_moved(tokens, first, reading) or _to_be_done_by(tokens, first)):
        found = "fut"
    if found:
        segments.append("tense fut" if found == "will" else f"tense {found}")
        if found == "will" and reading.cue.startswith(("month", "season")):
            segments.append("sure")
    before = tokens[first - 2].lower() if first > 1 and tokens[first - 1].isspace() else ""
    if before in _PREPOSITIONS and not (before in ("until", "till") and _lasted(tokens, first - 2)):
        segments.append(f"prep {before}")
        if found == "did" and before in _AT:
            segments[0] = "tense done"  # "met on May 3", unlike "extended to May 3"
    return " | ".join(segments)


def _by_its_preposition(tokens: list[str], first: int, reading: Reading) -> bool:
    """ "As soon as Monday", "a rally for Monday": ahead, where no verb says otherwise."""
    word = tokens[first - 2] if first > 1 and tokens[first - 1] == " " else ""
    if word == "as":
        return first > 4 and tokens[first - 4] in ("soon", "early")
    return word == "for" and reading.cue.startswith(("weekday", "weekend"))


def _moved(tokens: list[str], first: int, reading: Reading) -> bool:
    """ "Put off to May 3", "delayed from May 3": a day that is moved was still to come; of a weekday only where it goes."""
    before = tokens[first - 2] if first > 1 and tokens[first - 1] == " " else ""
    whither = before in _WHITHER or (before == "from" and not reading.cue.startswith("weekday"))
    return whither and is_moved(tokens, first - 2)


def is_moved(tokens: list[str], index: int) -> bool:
    """Whether the preposition at `index` hangs on a verb that moves a day: then "from A to B" is no stretch of time."""
    for at in range(index - 1, max(-1, index - _REACH), -1):
        word = tokens[at].lower()
        if word in _MOVED:
            return True
        if (word.isalpha() and direction(tokens, at)) or (not word.isalnum() and ends_sentence(tokens, at)):
            return False
    return False


def _to_be_done_by(tokens: list[str], first: int) -> bool:
    """ "He threatened to close it by Friday": what is to be done by a day has that day before it."""
    if first < 2 or tokens[first - 2] != "by":
        return False
    for at in range(first - 3, max(1, first - _REACH), -1):
        word = tokens[at].lower()
        if word == "to" and tokens[at + 2].islower() and tokens[at + 2] not in NO_INFINITIVE:
            return tokens[at - 2].lower() not in _NOT_AHEAD
        if (word.isalpha() and direction(tokens, at)) or (not word.isalnum() and ends_sentence(tokens, at)):
            return False
    return False


#: before an infinitive these say that it was done, or not done, then
_NOT_AHEAD: Final = frozenset(
    "failed managed began started continued used able unable had enough refused helped forced tried".split()
)
_REACH: Final = 24
_WHITHER: Final = frozenset({"to", "until", "till"})
_MOVED: Final = frozenset("postponed delayed rescheduled deferred adjourned extended moved pushed shifted".split())
_AT: Final = frozenset({"on", "in"})


def _lasted(tokens: list[str], index: int) -> bool:
    """ "The drill was held until Saturday": what lasted is over, unlike what was "extended until Saturday"."""
    for at in range(index - 1, max(-1, index - WINDOW), -1):
        word = tokens[at].lower()
        if word in _LASTED:
            return True
        if (word.isalpha() and direction(tokens, at)) or (not word.isalnum() and ends_sentence(tokens, at)):
            return False
    return False


_LASTED: Final = frozenset(
    "lasted ran held continued stayed remained went took place waited served headed led worked ruled governed lived chaired taught"
    " played fought was were".split()
)


def tense(scanned: Scanned, first: int) -> str:
    """Whether the words before token `first` look ahead or back."""
    found = tense_of(scanned.tokens, first, first)
    return {"will": "fut", "open": "", "undone": "past"}.get(found, found)


#: what is known of a month only when it is over
_FIGURES: Final = frozenset(
    "report data figures sales inflation results numbers exports imports output production survey index reading minutes revenue"
    " unemployment payrolls deliveries".split()
)
#: what a day before it can only be the past of: "the Jan. 6 riot"
_PAST_NOUNS: Final = frozenset(
    "riot riots insurrection attack attacks bombing bombings blast explosion earthquake quake coup killing killings massacre crash"
    " shooting shootings raid assassination invasion uprising clash clashes incident tsunami disaster fire"
    " accident collapse arrest arrests murder".split()
)
