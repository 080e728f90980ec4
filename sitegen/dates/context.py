"""The words around a mention that say whether it looks back or ahead: verbs, "due", "will", prepositions.

Read only for mentions that leave the year or the week open. The window is bounded and ends with the sentence.
"""

from __future__ import annotations

from typing import Final

from sitegen.dates.patterns import Reading
from sitegen.dates.scan import Scanned

_OPEN: Final = ("weekday", "month", "season", "holiday", "quarter", "half", "dom", "weekend", "nth", "weekof")
_PREPOSITIONS: Final = frozenset(
    "by until till through before since from in on for of at to after during around as between".split()
)
_AHEAD: Final = frozenset(
    "will shall ll due slated scheduled expected expects upcoming forthcoming plans plan intends tentatively proposed expire"
    " expires payable redeemable preparations aims hopes hopefully deadline".split()
)
#: before a word that looks ahead these put it in the past: "had been due", "previously scheduled"
_UNDONE: Final = frozenset("had was were been previously originally initially".split())
_BACK: Final = frozenset(
    "was were had did said told came went met began took made gave left won held saw became got found kept lost sent led rose"
    " fell spoke paid broke grew hit put ran brought built bought sold fought shot ended since ago has have".split()
)
_STOP: Final = frozenset({".", ";", "?", "!", "\u201d", "\u201c", '"'})
_WINDOW: Final = 40  # tokens with blanks: about twenty words


def surroundings(scanned: Scanned, first: int, last: int, reading: Reading) -> str:
    """The cue segments `tense` and `prep` for a reading that leaves the direction open."""
    if not reading.cue.startswith(_OPEN):
        return ""
    if " in " in reading.cue:
        return ""
    tokens = scanned.tokens
    segments = []
    happened = tokens[last + 1].lower() in _PAST_NOUNS if last + 1 < len(tokens) and tokens[last] == " " else False
    if found := "did" if happened else _tense(tokens, first, last):
        segments.append("tense fut" if found == "will" else f"tense {found}")
        if found == "will" and reading.cue.startswith(("month", "season")):
            segments.append("sure")
    before = tokens[first - 2].lower() if first > 1 and tokens[first - 1].isspace() else ""
    if before in _PREPOSITIONS and not (before in ("until", "till") and _lasted(tokens, first - 2)):
        segments.append(f"prep {before}")
    return " | ".join(segments)


def _lasted(tokens: list[str], index: int) -> bool:
    """ "The drill was held until Saturday": what lasted is over, unlike what was "extended until Saturday"."""
    for at in range(index - 1, max(-1, index - _WINDOW), -1):
        word = tokens[at].lower()
        if word in _LASTED:
            return True
        if (word.isalpha() and _of_verb(tokens, at)) or (not word.isalnum() and ends_sentence(tokens, at)):
            return False
    return False


_LASTED: Final = frozenset("lasted ran held continued stayed remained went took place waited".split())


def tense(scanned: Scanned, first: int) -> str:
    """Whether the words before token `first` look ahead or back."""
    found = _tense(scanned.tokens, first, first)
    return "fut" if found == "will" else found


def ends_sentence(tokens: list[str], index: int) -> bool:
    """Whether the mark at `index` ends the sentence: a point after an abbreviation or an initial does not."""
    token = tokens[index]
    if token == ".":
        before = tokens[index - 1] if index else ""
        return not ((len(before) == 1 and before.isalpha()) or before.lower() in _ABBREVIATIONS)
    return token in _STOP or (token.isspace() and token.count("\n") > 1)


def _tense(tokens: list[str], first: int, last: int) -> str:
    """The nearest verb before the mention in its sentence decides; without one the nearest behind it."""
    headline = False  # "Minister to visit Oslo on Friday": an infinitive, and no other verb before it
    for index in range(first - 1, max(-1, first - _WINDOW), -1):
        if not tokens[index].isalnum():
            if ends_sentence(tokens, index):
                break
        elif tokens[index] == "to" and _is_infinitive(tokens, index):
            headline = True
        elif found := _of_verb(tokens, index):
            if tokens[index].lower() in _WILL:
                return "will"
            return "did" if found == "past" and first - index <= 5 and tokens[index].lower() not in _REPORTS else found
    if headline:
        return "fut"
    for index in range(last, min(len(tokens), last + _WINDOW)):
        if not tokens[index].isalnum():
            if ends_sentence(tokens, index):
                break
        elif (found := _of_verb(tokens, index)) and not (found == "fut" and tokens[index - 2].lower() in _PLANNED):
            return found
    return ""


#: what a day before it can only be the past of: "the Jan. 6 riot"
_PAST_NOUNS: Final = frozenset(
    "riot riots insurrection attack attacks bombing bombings blast explosion earthquake quake coup killing killings massacre crash"
    " shooting shootings raid assassination invasion uprising clash clashes incident tsunami disaster fire".split()
)
_WILL: Final = frozenset({"will", "shall", "ll"})


def _is_infinitive(tokens: list[str], index: int) -> bool:
    """Whether "to" opens an infinitive that hangs on a name or a plural: not "a visit to Oslo", not "went to see"."""
    before = tokens[index - 2] if index >= 2 else ""
    after = tokens[index + 2] if index + 2 < len(tokens) else ""
    return (
        after.isalpha()
        and after.islower()
        and after not in _NO_INFINITIVE
        and (before[:1].isupper() or before.endswith("s"))
    )


_NO_INFINITIVE: Final = frozenset("the a an its their his her this that these those and all other".split())


def _of_verb(tokens: list[str], index: int) -> str:
    word = tokens[index].lower()
    before = tokens[index - 2].lower() if index >= 2 else ""
    if word in _AHEAD:
        if before == "to":
            return ""  # "had been due to expire": the verb before decides
        return "past" if before in _UNDONE else "fut"
    if word in _STARTS:
        plural = before.endswith("s") and before not in _NO_PLURAL
        return "fut" if plural and tokens[index + 1 : index + 2] == [" "] else ""
    if word in _SCHEDULED:
        return "" if before in ("not", "to", "did", "didn", "t") else "fut"
    if word == "to":
        following = tokens[index + 2] if index + 2 < len(tokens) else ""
        if not following.islower() or following in _NO_INFINITIVE:
            return ""  # "agreed to a truce on Friday"
        to_be = following == "be" and before not in _UNDONE
        planned = (
            before in _PLANNED
            and following != "have"
            and (index < 4 or tokens[index - 4].lower() not in ("previously", "originally", "initially", "had"))
        )
        return "fut" if before in _TO or to_be or planned else ""
    if word in ("would", "should", "must", "can"):
        return "" if index + 2 < len(tokens) and tokens[index + 2].lower() == "have" else "fut"
    if word in _BACK or (len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS):
        return "" if before in _NO_FINITE else "past"
    return ""


#: before a participle or an -ed adjective these say that it is no verb of the past
_NO_FINITE: Final = frozenset("be to being a an the its their his her this that these of still newly by".split())
#: verbs that report: when they stand in the past so does every newspaper's sentence
_REPORTS: Final = frozenset("said told announced reported".split())
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof gen sen rep gov col lt capt sgt st inc corp co ltd jr sr jan feb mar apr jun jul aug sep sept oct nov dec"
    " mon tue tues wed thu thurs fri sat sun no vs etc vol eg ie".split()
)
#: verbs whose present tense, beside a day, speaks of what is planned ("the fair opens on Saturday")
_SCHEDULED: Final = frozenset(
    "opens begins starts ends closes concludes gathers meets convenes arrives resumes departs kicks meet begin convene resume travels beginning starting".split()
)
#: verbs that are as often nouns: they look ahead after a plural ("the first drills start in May")
_STARTS: Final = frozenset("start end open close conclude run".split())
_NO_PLURAL: Final = frozenset("its his this was is has as us s does".split())
_TO: Final = frozenset(
    "set is are going about hope hopes wants want ready likely has have agreed plans supposed aims".split()
)
#: past forms whose infinitive lay ahead of the speaker, and, with a bare day, of the paper: "he planned to leave on Thursday",
#: though not "on Thursday he planned to leave"
_PLANNED: Final = frozenset("planned hoped intended wanted agreed promised vowed pledged".split())
_NOT_VERBS: Final = frozenset(
    "based united related need speed indeed planned proposed hundred limited advanced".split()
)
