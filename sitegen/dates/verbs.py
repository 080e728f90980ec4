"""Words of English verbs and what each says of a day beside it: it lies ahead, it is past, or it was still to come then.

`direction(tokens, index)` reads one word with its neighbours. Most words are no verb that matters, and are told by one look-up.
"""

from __future__ import annotations

from typing import Final

_AHEAD: Final = frozenset(
    "will shall ll due slated scheduled expected expects upcoming forthcoming plans plan intends tentatively proposed expire"
    " expires payable redeemable preparations aims hopes hopefully deadline".split()
)
#: behind "is" or "are" what is still to come: "are planning a meeting over the weekend"
_INTENDING: Final = frozenset(("planning", "preparing", "hoping"))
#: before a word that looks ahead these put it in the past: "had been due", "previously scheduled"
_UNDONE: Final = frozenset("had was were been previously originally initially".split())
_BACK: Final = frozenset(
    "was were had did said told came went met began took made gave left won held saw became got found kept lost sent led rose"
    " fell spoke paid broke grew hit put ran brought built bought sold fought shot ended since ago"
    " chose drew drove flew wrote stood struck beat froze hung knew laid rode sang sank shook slept spent stole swore swept taught threw"
    " wore withdrew overthrew undertook caught dealt fled heard sought slid tore woke arose fired named signed opened quit cast hid"
    " hosted invaded seized understood forgot forbade strove swam swung clung flung sprang shrank bore bred".split()
)
WILL: Final = frozenset({"will", "shall", "ll"})


def direction(tokens: list[str], index: int) -> str:
    """ "fut", "past", "open" ("was to meet": ahead of him who told it), "undone" ("had been due"), or "" for nothing."""
    word = tokens[index].lower()
    if word not in _KNOWN and not word.endswith("ed"):
        return ""
    before = tokens[index - 2].lower() if index >= 2 else ""
    if word in _AHEAD:
        if before == "to":
            return ""  # "had been due to expire": the verb before decides
        if before in _WAS and word in _PENDING:
            return "open"  # "was due in court on May 3": of the past for him who tells it, seldom for the paper
        if before in _UNDONE:
            return "undone" if word in _PENDING or word == "tentatively" else "past"
        if word == "proposed" and _proposes(before, tokens[index + 2 : index + 3]):
            return "past"
        return "fut"
    if word in _INTENDING:
        return "fut" if before in ("is", "are") else ""
    if word in _STARTS:
        plural = before.endswith("s") and before not in _NO_PLURAL
        return "fut" if plural and tokens[index + 1 : index + 2] == [" "] else ""
    if word in _SCHEDULED:
        return "" if before in ("not", "to", "did", "didn", "t") else "fut"
    following = tokens[index + 2] if index + 2 < len(tokens) else ""
    if word == "to":
        if not following.islower() or following in NO_INFINITIVE:
            return ""  # "agreed to a truce on Friday"
        if before in _AGREED and _after(tokens, index):
            return ""
        to_be = following == "be" and before not in _UNDONE
        planned = (
            before in PLANNED
            and following != "have"
            and (index < 4 or tokens[index - 4].lower() not in ("previously", "originally", "initially", "had"))
        )
        return "fut" if before in _TO or to_be or planned else ""
    if word in _MODALS and tokens[index].islower():
        unsaid = following in ("have", "only") or (following == "not" and word in _ABLE)
        return "" if unsaid or (word == "could" and _unable(tokens, index)) else "fut"
    if word in _DOING and before in ("is", "are", "re"):
        return "fut"
    if word in _TAKES:
        return "fut" if following in _TAKES[word] else ""
    if word in _HAVE:
        return "past" if following in _DONE or is_past(following) else ""
    if word in _WAS and following == "to":
        return "open"
    if is_past(word):
        by_whom = following == "by" and before not in _AUXILIARIES  # "a fair run by farmers": no verb of the sentence
        return "" if before in _NO_FINITE or by_whom else "past"
    return ""


def _proposes(before: str, following: list[str]) -> bool:
    """ "On Sunday proposed a new minister": a deed; "the proposed summit on Sunday" and "proposed for Sunday" lie ahead."""
    if not following or before in _AUXILIARIES or before in _BEFORE_NOUN:
        return False
    return following[0][:1].isupper() or following[0] in _OBJECT_BEGINS


_BEFORE_NOUN: Final = frozenset("a an the its their his her this that some any other of newly first long".split())
_OBJECT_BEGINS: Final = frozenset(
    "a an the his her its their that to new former setting creating holding making a two three".split()
)


def _after(tokens: list[str], index: int) -> bool:
    """ "After both sides agreed to talk on Monday": what the clause tells is over."""
    for at in range(index - 4, max(-1, index - 16), -1):
        if not tokens[at].isalnum() and not tokens[at].isspace():
            return False
        if tokens[at] in ("after", "After", "since", "Since", "when", "When"):
            return True
    return False


def is_past(word: str) -> bool:
    return word in _BACK or (len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS)


def _unable(tokens: list[str], index: int) -> bool:
    """ "Could be reached on Monday", "neither could open it on Monday": of what was possible, not of what is to come."""
    verb = index + 4 if tokens[index + 2 : index + 3] == ["be"] else index + 2
    if verb < len(tokens) and tokens[verb] in _OF_ABILITY:
        return True
    return any(tokens[at].lower() in _NEGATIONS for at in range(max(0, index - 12), index))


_OF_ABILITY: Final = frozenset(
    "reached located found heard seen contacted determined confirmed verified felt reach locate find hear see determine confirm"
    " verify feel tell say smell".split()
)
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
_ABLE: Final = frozenset({"can", "could", "would"})
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
REPORTS: Final = frozenset("said told announced reported".split())
#: verbs whose present tense, beside a day, speaks of what is planned ("the fair opens on Saturday")
_SCHEDULED: Final = frozenset(
    "opens begins starts ends closes concludes gathers meets convenes arrives resumes departs kicks reconvenes reopens premieres airs adjourns meet begin convene resume travels beginning starting".split()
)
#: verbs that are as often nouns: they look ahead after a plural ("the first drills start in May")
_STARTS: Final = frozenset("start end open close conclude run gather".split())
_NO_PLURAL: Final = frozenset("its his this was is has as us s does".split())
_TO: Final = frozenset(
    "set is are going about hope hopes wants want ready likely has have agreed plans supposed aims".split()
)
#: past forms whose infinitive lay ahead of the speaker, and, with a bare day, of the paper: "he planned to leave on Thursday",
#: though not "on Thursday he planned to leave"
PLANNED: Final = frozenset("planned hoped intended wanted agreed promised vowed pledged".split())
_AGREED: Final = PLANNED | {"decided", "began", "started", "failed", "refused", "tried"}
_NOT_VERBS: Final = frozenset(
    "based united related need speed indeed planned proposed hundred limited advanced preferred armed elected retired alleged detailed"
    " mixed skilled unified so-called".split()
)

NO_INFINITIVE: Final = frozenset("the a an its their his her this that these those and all other".split())

_KNOWN: Final = frozenset(
    {*_AHEAD, *_INTENDING, *_BACK, *_STARTS, *_SCHEDULED, *_MODALS, *_DOING, *_TAKES, *_HAVE, *_WAS, "to"}
)  # fmt: skip
