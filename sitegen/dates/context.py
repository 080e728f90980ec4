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
    " fell spoke paid broke grew hit put ran brought built bought sold fought shot ended since ago".split()
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
    found = "did" if happened else _tense(tokens, first, last)
    if found in ("", "open") and _by_its_preposition(tokens, first, reading):
        found = "fut"
    if found == "open":  # of a weekday "was due" looks ahead more often; months are left to the nearer side
        found = "fut" if reading.cue.startswith("weekday") else ""
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


_AT: Final = frozenset({"on", "in"})


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
    return {"will": "fut", "open": ""}.get(found, found)


def ends_sentence(tokens: list[str], index: int) -> bool:
    """Whether the mark at `index` ends the sentence: a point after an abbreviation or an initial does not."""
    token = tokens[index]
    if token == ".":
        before = tokens[index - 1] if index else ""
        return not ((len(before) == 1 and before.isalpha()) or before.lower() in _ABBREVIATIONS)
    return token in _STOP or (token.isspace() and token.count("\n") > 1)


def _tense(tokens: list[str], first: int, last: int) -> str:
    """The nearest verb before the mention in its sentence decides; without one the nearest behind it."""
    if found := _relative(tokens, last):
        return found
    headline = False  # "Minister to visit Oslo on Friday": an infinitive, and no other verb before it
    for index in range(first - 1, max(-1, first - _WINDOW), -1):
        if not tokens[index].isalnum():
            if ends_sentence(tokens, index):
                break
        elif found := _of_verb(tokens, index):
            if tokens[index].lower() in _WILL:
                return "will"
            return "did" if found == "past" and first - index <= 5 and tokens[index].lower() not in _REPORTS else found
        elif tokens[index] == "to" and _is_infinitive(tokens, index):
            headline = True
    return "fut" if headline else _tense_behind(tokens, first, last)


def _tense_behind(tokens: list[str], first: int, last: int) -> str:
    """The nearest verb behind the mention, those of relative clauses passed over: "in May the flood that ... reached"."""
    passed = False  # whether a relative clause waits for its verb
    for index in range(last, min(len(tokens), last + _WINDOW)):
        if not tokens[index].isalnum():
            if ends_sentence(tokens, index):
                break
        elif tokens[index] in _RELATIVE and index > last + 1:
            passed = True
        elif found := _of_verb(tokens, index) or (passed and _is_past(tokens[index].lower()) and "past"):
            if (found == "fut" and tokens[index - 2].lower() in _PLANNED) or tokens[index].lower() in _AHEAD_NOUNS:
                continue
            if passed:
                passed = False
                continue
            if found == "past" and tokens[index].lower() not in _REPORTS and _opens_sentence(tokens, first):
                return "done"
            return found
    return ""


_RELATIVE: Final = frozenset({"that", "which", "who", "whose"})
#: words ahead that are as often nouns: behind the mention they say nothing ("in May, presenting the plan, she said")
_AHEAD_NOUNS: Final = frozenset({"plan", "plans", "aims", "deadline", "preparations"})


def _relative(tokens: list[str], last: int) -> str:
    """ "A raid in May that killed four": the clause that follows at once says whether what it hangs on has been."""
    if tokens[last + 1 : last + 2] and tokens[last] == " " and tokens[last + 1] in _RELATIVE:
        verb = tokens[last + 3].lower() if last + 3 < len(tokens) else ""
        if _is_past(verb):
            return "done"
        if verb in _WILL:
            return "will"
    return ""


def _opens_sentence(tokens: list[str], first: int) -> bool:
    """Whether only a preposition stands before the mention in its sentence: "In May, the mayor praised them"."""
    index = first - 1
    if index > 0 and tokens[index].isspace() and tokens[index - 1] in ("In", "On", "During", "Since", "At", "Last"):
        index -= 2
    return index < 0 or (
        tokens[index].isspace() and (index == 0 or ends_sentence(tokens, index - 1) or "\n" in tokens[index])
    )


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
        if before in _WAS and word in _PENDING:
            return "open"  # "was due in court on May 3": of the past for him who tells it, seldom for the paper
        return "past" if before in _UNDONE else "fut"
    if word in _STARTS:
        plural = before.endswith("s") and before not in _NO_PLURAL
        return "fut" if plural and tokens[index + 1 : index + 2] == [" "] else ""
    if word in _SCHEDULED:
        return "" if before in ("not", "to", "did", "didn", "t") else "fut"
    following = tokens[index + 2] if index + 2 < len(tokens) else ""
    if word == "to":
        if not following.islower() or following in _NO_INFINITIVE:
            return ""  # "agreed to a truce on Friday"
        if before in _AGREED and _after(tokens, index):
            return ""
        to_be = following == "be" and before not in _UNDONE
        planned = (
            before in _PLANNED
            and following != "have"
            and (index < 4 or tokens[index - 4].lower() not in ("previously", "originally", "initially", "had"))
        )
        return "fut" if before in _TO or to_be or planned else ""
    if word in _MODALS and tokens[index].islower():
        return "" if following in ("have", "not", "only") or (word == "could" and _unable(tokens, index)) else "fut"
    if word in _DOING and before in ("is", "are", "re"):
        return "fut"
    if word in _TAKES:
        return "fut" if following in _TAKES[word] else ""
    if word in _HAVE:
        return "past" if following in _DONE or _is_past(following) else ""
    if word in _WAS and following == "to":
        return "open"
    if _is_past(word):
        by_whom = following == "by" and before not in _AUXILIARIES  # "a fair run by farmers": no verb of the sentence
        return "" if before in _NO_FINITE or by_whom else "past"
    return ""


def _after(tokens: list[str], index: int) -> bool:
    """ "After both sides agreed to talk on Monday": what the clause tells is over."""
    for at in range(index - 4, max(-1, index - 16), -1):
        if not tokens[at].isalnum() and not tokens[at].isspace():
            return False
        if tokens[at] in ("after", "After", "since", "Since", "when", "When"):
            return True
    return False


def _is_past(word: str) -> bool:
    return word in _BACK or (len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS)


def _unable(tokens: list[str], index: int) -> bool:
    """ "Could be reached on Monday", "neither could open it on Monday": of what was possible, not of what is to come."""
    if tokens[index + 2 : index + 3] == ["be"] and tokens[index + 4 : index + 5] and tokens[index + 4] in _OF_ABILITY:
        return True
    return any(tokens[at].lower() in _NEGATIONS for at in range(max(0, index - 12), index))


_OF_ABILITY: Final = frozenset("reached located found heard seen contacted determined confirmed verified felt".split())
_NEGATIONS: Final = frozenset("no none neither nor nobody nothing never few".split())
_WAS: Final = frozenset({"was", "were"})
_HAVE: Final = frozenset({"has", "have"})
#: what makes "has" and "have" a perfect: "have met", but "will have a dinner" and "has a summit"
_DONE: Final = frozenset(
    "been taken gone come become risen fallen spoken broken grown run given seen begun set cut done known shown driven flown written"
    " chosen drawn frozen risen stolen thrown worn not never already also since long now just yet recently repeatedly so".split()
)
_AUXILIARIES: Final = frozenset("was were been being be got get gets had has have is are".split())
_PENDING: Final = frozenset({"due", "scheduled", "slated", "expected"})
_MODALS: Final = frozenset({"would", "should", "must", "can", "could", "may", "might"})
#: what is being done on a day or in a month without its year lies ahead ("is seeking re-election in October")
_DOING: Final = frozenset(
    "seeking visiting holding hosting meeting running leaving returning travelling traveling".split()
)
#: verbs in the present that beside a day speak of what is planned, with the word that must follow
_TAKES: Final = {
    "takes": frozenset({"office", "place", "effect", "over"}), "take": frozenset({"office", "place", "effect", "over"}),
    "comes": frozenset({"into"}), "come": frozenset({"into"}), "goes": frozenset({"on", "into"}), "go": frozenset({"on", "into"}),
}  # fmt: skip


#: before a participle or an -ed adjective these say that it is no verb of the past
_NO_FINITE: Final = frozenset(
    "be to being is are a an the its their his her this these of still newly by will would can could may might must should not t".split()
)
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
_STARTS: Final = frozenset("start end open close conclude run gather".split())
_NO_PLURAL: Final = frozenset("its his this was is has as us s does".split())
_TO: Final = frozenset(
    "set is are going about hope hopes wants want ready likely has have agreed plans supposed aims".split()
)
#: past forms whose infinitive lay ahead of the speaker, and, with a bare day, of the paper: "he planned to leave on Thursday",
#: though not "on Thursday he planned to leave"
_PLANNED: Final = frozenset("planned hoped intended wanted agreed promised vowed pledged".split())
_AGREED: Final = _PLANNED | {"decided", "began", "started", "failed", "refused", "tried"}
_NOT_VERBS: Final = frozenset(
    "based united related need speed indeed planned proposed hundred limited advanced".split()
)
