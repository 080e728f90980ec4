"""The verb that a day hangs on: the nearest before it in its sentence, else that of the main clause behind it.

What single verbs say is verbs.py's; here is where they stand: relative clauses, subjects, what opens a sentence.
"""

from __future__ import annotations

from typing import Final

from sitegen.dates.verbs import NO_INFINITIVE, PLANNED, REPORTS, WILL, direction, is_past

_STOP: Final = frozenset({".", ";", "?", "!", "\u201d", "\u201c", '"'})
WINDOW: Final = 40  # tokens with blanks: about twenty words


def ends_sentence(tokens: list[str], index: int) -> bool:
    """Whether the mark at `index` ends the sentence: a point after an abbreviation or an initial does not."""
    token = tokens[index]
    if token == ".":
        before = tokens[index - 1] if index else ""
        return not ((len(before) == 1 and before.isalpha()) or before.lower() in _ABBREVIATIONS)
    return token in _STOP or (token.isspace() and token.count("\n") > 1)


def tense_of(tokens: list[str], first: int, last: int) -> str:
    """The nearest verb before the mention in its sentence decides; without one the nearest behind it."""
    if found := _relative(tokens, last):
        return found
    if first > 3 and tokens[first - 4] in _HEADS and (found := _tense_behind(tokens, first, last)):
        return found  # "said that on Thursday it would"
    headline = False  # "Minister to visit Oslo on Friday": an infinitive, and no other verb before it
    same = True  # whether the clause is still that of the mention
    there = False  # "admitted at the summit of 9 June"
    infinitive = False  # "they compete to lead it in May": ahead, where no verb says otherwise
    for index in range(first - 1, max(-1, first - WINDOW), -1):
        if not tokens[index].isalnum():
            if ends_sentence(tokens, index):
                break
            same = same and tokens[index] not in _CLAUSES
        elif found := direction(tokens, index):
            word = tokens[index].lower()
            if word in WILL:
                return "will"
            if found != "past" or word in REPORTS:
                return found
            if infinitive and word in _BIDS:
                return "fut"
            if word in _PROPOSALS and tokens[first - 2] == "for":
                return "open"  # "set the date for May"
            if first - index <= 5:
                return "did"
            if word.endswith("ed") and (ahead := _attribute(tokens, index)):
                return ahead
            before = tokens[first - 2].lower()
            held = same and word not in _PROPOSALS and (before in _WHEN or (before == "of" and there))
            return "did" if held else found  # not "prepared the agenda of the June summit"
        elif tokens[index] == "to" and _is_infinitive(tokens, index):
            headline = True
        elif tokens[index] == "to" and tokens[index + 2].islower():
            same = False
            if tokens[index + 2] not in NO_INFINITIVE:
                if tokens[index - 2] in _INTENTS:
                    return "fut"
                infinitive = True
        elif tokens[index] in ("at", "during"):
            there = True
        elif tokens[index] == "for":
            same = False  # "prepared papers for the meeting on May 3"
    if headline:
        return "fut"
    return _tense_behind(tokens, first, last) or ("fut" if infinitive else "")


def _attribute(tokens: list[str], index: int) -> str:
    """ "Will redeem all preferred shares": behind "will" and before a conjunction no other verb can be the clause's."""
    for at in range(index - 2, max(-1, index - 20), -1):
        word = tokens[at].lower()
        if word in _JOINTS or not (word.isalnum() or word in (" ", "-", "'", "$", "%")):
            return ""
        if word in WILL:
            return "will"
        if found := direction(tokens, at):
            return found if found == "fut" else ""
    return ""


_HEADS: Final = frozenset({"that", "because", "while", "whereas", "whether"})
_JOINTS: Final = frozenset(
    "and or but that which who whose when while as after before since because if where than".split()
)
_WHEN: Final = frozenset("on in at during since".split())
#: verbs and nouns whose infinitive lies ahead: "invited her to visit in May", "an agreement to build it in May"
_BIDS: Final = frozenset(
    "invited asked urged ordered offered promised proposed instructed authorised authorized commissioned accepted encouraged advised"
    " expected".split()
)
_INTENTS: Final = frozenset(
    "invitation invitations plan plans proposal proposals decision agreement deal intention readiness offer pledge promise chance".split()
)
_CLAUSES: Final = frozenset({",", ":", "(", ")", "-", "_", "\u2014"})
#: what has been done to a thing that may still lie ahead: "announced a summit in June", "set a vote for May 3"
_PROPOSALS: Final = frozenset(
    "announced proposed promised set called offered invited asked urged demanded sought suggested approved ordered put agreed"
    " expected postponed delayed rescheduled deferred adjourned extended moved pushed shifted made gave left brought".split()
)


def _tense_behind(tokens: list[str], first: int, last: int) -> str:
    """The nearest verb behind the mention, that of the main clause if there is one: "in May the flood that ... reached"."""
    passed = 0  # how many words of a lesser clause's verb are passed over
    lesser = ""  # what they said
    for index in range(last, min(len(tokens), last + WINDOW)):
        token = tokens[index]
        if not token.isalnum():
            if ends_sentence(tokens, index):
                break
        elif token in _LESSER and index > last + 1:
            passed = 1
        elif found := direction(tokens, index) or (passed and is_past(token.lower()) and "past"):
            word = token.lower()
            if (found == "fut" and tokens[index - 2].lower() in PLANNED) or word in _AHEAD_NOUNS:
                continue
            if word in REPORTS and tokens[index + 1 : index + 2] == [","] and "," in tokens[last:index]:
                continue  # "in May, the ministry said, the school will open"
            if passed:
                lesser = lesser or found
                passed = word in _HELPERS
                continue
            if found == "past" and word not in REPORTS and _opens_sentence(tokens, first):
                return "done"
            if (
                found == "past"
                and _attributive(tokens, first, last)
                and not _PLANNING & {word, *tokens[index + 2 : index + 3]}
            ):
                return "did"
            return found
    return lesser


def _attributive(tokens: list[str], first: int, last: int) -> bool:
    """ "The June summit was ...": the verb is that of what the day belongs to."""
    return (
        first > 1
        and (tokens[first - 2] == "The" or (first > 3 and tokens[first - 4].lower() in _FOLLOWING))
        and tokens[last : last + 1] == [" "]
        and tokens[last + 1 : last + 2] != []
        and tokens[last + 1].islower()
    )


_FOLLOWING: Final = frozenset({"after", "since", "following"})
#: what is done to a thing while it still lies ahead
_PLANNING: Final = frozenset(
    "announced called set scheduled planned put postponed moved delayed confirmed agreed approved expected due cancelled canceled to".split()
)


#: what opens a lesser clause, whose verb counts only where no other follows
_LESSER: Final = frozenset("that which who whose when while where because although after before as if".split())
_HELPERS: Final = frozenset("was were had has have will would can could may might must should is are".split())
_RELATIVE: Final = frozenset({"that", "which", "who", "whose"})
_ADVERBS: Final = frozenset({"also", "still", "once", "first", "later", "had", "has", "was", "were", "not"})
#: words ahead that are as often nouns: behind the mention they say nothing ("in May, presenting the plan, she said")
_AHEAD_NOUNS: Final = frozenset({"plan", "plans", "aims", "deadline", "preparations"})


def _relative(tokens: list[str], last: int) -> str:
    """ "A raid in May that killed four", "the fair in May, which he opened": the clause that follows at once says whether what it hangs on has been."""
    at = last + 1 if tokens[last : last + 1] == [" "] else last + 2 if tokens[last : last + 2] == [",", " "] else -1
    if at < 0 or at >= len(tokens) or tokens[at] not in _RELATIVE:
        return ""
    near = tokens[at + 2 : at + 5 : 2]
    if tokens[at] == "that" and near and not (near[0].endswith("ly") or near[0] in _ADVERBS):
        near = near[:1]  # "said on Monday that Chile will": the clause is what was said
    for verb in map(str.lower, near):
        if is_past(verb):
            return "done"
        if verb in WILL:
            return "will"
    return ""


def _opens_sentence(tokens: list[str], first: int) -> bool:
    """Whether only a preposition stands before the mention in its sentence: "In May, the mayor praised them"."""
    index = first - 1
    if (
        index > 0
        and tokens[index].isspace()
        and tokens[index - 1].lower() in ("in", "on", "during", "since", "at", "last")
    ):
        index -= 2
        if index > 0 and tokens[index] == " " and tokens[index - 1] in _OPENERS:
            index -= 2
    return index < 0 or (
        tokens[index].isspace() and (index == 0 or ends_sentence(tokens, index - 1) or "\n" in tokens[index])
    )


_OPENERS: Final = frozenset("And But Then Back Also Only Earlier Later Early Late Again Already So Finally".split())


def _is_infinitive(tokens: list[str], index: int) -> bool:
    """Whether "to" opens an infinitive that hangs on a name or a plural: not "a visit to Oslo", not "went to see"."""
    before = tokens[index - 2] if index >= 2 else ""
    after = tokens[index + 2] if index + 2 < len(tokens) else ""
    return (
        after.isalpha()
        and after.islower()
        and after not in NO_INFINITIVE
        and (before[:1].isupper() or before.endswith("s"))
    )


_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof gen sen rep gov col lt capt sgt st inc corp co ltd jr sr jan feb mar apr jun jul aug sep sept oct nov dec"
    " mon tue tues wed thu thurs fri sat sun no vs etc vol eg ie".split()
)
