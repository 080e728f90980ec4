"""Words that tell two gatherings apart: who meets, the how-manieth time, under which name.

Two meetings on one day in one city are two where one is of defence and one of foreign ministers. The level of a
gathering has the name that `series:` has in docs/reference/content.md, so that a curated series and a reported level
are compared as they are.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Level:
    """Who gathers. A text without any of `hints` cannot match `pattern`; both in lower case. `example` shows a match."""

    name: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    example: str


def _level(name: str, hints: tuple[str, ...], pattern: str, example: str) -> Level:
    return Level(name, hints, re.compile(rf"\b(?:{pattern})\b"), example)


#: Where two match at one place the earlier row counts, so the longer wording stands first.
LEVELS: tuple[Level, ...] = (
    _level("heads-of-state", ("heads of state and",), r"heads of state and government", "a summit of heads of state and government"),
    _level("heads-of-government", ("heads of government", "prime ministers", "council of ministers"), r"heads of government|prime ministers|council of ministers", "the prime ministers met"),
    _level("heads-of-state", ("head", "leaders", "presidents", "summit"), r"heads of states?|leaders' (?:meeting|summit)|presidents (?:of|met|meet|sign|signed|gather|gathered|agree|agreed|found|founded)|(?<!before the )(?<!ahead of the )(?<!prepare the )(?<!prepare for the )(?<!preparing for the )(?<!after the )(?<!eve of the )summit|(?<!business )(?<!religious )(?<!opposition )(?<!community )leaders (?:of|met|meet|gather|gathered|agree|agreed|sign|signed|approve|approved|decide|decided|adopted)", "the council of heads of state"),
    _level("chiefs-of-staff", ("chiefs", "military committee"), r"chiefs of (?:the )?(?:general |defen[cs]e )?staffs?|army chiefs|military committee", "chiefs of general staff"),
    _level("deputy-ministers", ("deputy", "vice"), r"(?:deputy|vice)[ -](?:\w+[ -]){0,2}ministers", "deputy defence ministers met"),
    _level("defence-ministers", ("defen",), r"defen[cs]e (?:ministers|chiefs|officials|leaders)|ministers of (?:national )?defen[cs]e|ministers of \w+ defen[cs]e", "defense chiefs vow"),
    _level("foreign-ministers", ("foreign", "diplomats", "international relations"), r"foreign (?:affairs )?(?:ministers|secretaries)|ministers (?:of|for) (?:foreign affairs|international relations)|top diplomats", "the foreign ministers' meeting"),
    _level("security-secretaries", ("securit", "nsas"), r"security council secretaries|secretaries of (?:the )?(?:national )?security councils?|security advis[eo]rs|nsas", "secretaries of security councils"),
    _level("interior-ministers", ("interior", "internal affairs", "home ministers"), r"interior ministers|ministers of (?:the )?(?:interior|internal affairs)|home ministers", "interior ministers"),
    _level("finance-ministers", ("financ", "central bank"), r"finance ministers|ministers of finance|central bank governors", "finance ministers"),
    _level("trade-ministers", ("trade", "econom", "commerce"), r"(?:trade|economy|economic|commerce) ministers|ministers (?:responsible for|of) (?:\w+ )?(?:trade|economy|commerce)", "trade ministers"),
    _level("justice-ministers", ("justice", "prosecutors", "supreme court"), r"justice ministers|ministers of justice|prosecutors[ -]general|supreme courts?", "justice ministers"),
    _level("culture-ministers", ("cultur",), r"culture ministers|ministers of culture", "ministers of culture"),
    _level("energy-ministers", ("energy",), r"energy ministers|ministers of energy", "energy ministers"),
    _level("health-ministers", ("health",), r"health ministers|ministers of health", "health ministers"),
    _level("national-coordinators", ("coordinators", "representatives", "ambassadors", "senior officials", "sherpas"), r"national coordinators|permanent representatives|ambassadors|senior officials|sherpas", "national coordinators"),
    _level("parliament-speakers", ("speakers",), r"speakers of parliaments?|parliament(?:ary)? speakers", "speakers of parliaments"),
)  # fmt: skip

_NUMBERS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?P<number>\d{1,3}(?:st|nd|rd|th)|" + "|".join(_NUMBERS) + r")\b(?P<between>(?:[ -][\w'’()]{1,20}){0,6}?)[ -]"
    r"(?P<noun>meetings?|summits?|sessions?|rounds?|councils?|conferences?|forums?|congress|consultations?|assembl(?:y|ies))\b"
    r"(?P<after>[^.;,]{0,60})"
)

#: "Peace Mission 2014", "Zapad-2021", "Interaction 2024": a name of capitalised words and a year or number
_NAMED = re.compile(r"\b((?:[A-Z][\w'’]{1,20}[ -]){1,3})[\"”’']?\s?-?\(?((?:19|20)\d\d|[IVX]{1,4}|\d{1,2})\b(?![,.]\d)")
_NOT_A_NAME = re.compile(
    r"(?i)\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|"
    r"jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|in|on|of|the|since|"
    r"by|from|until|article|resolution|chapter|page|room|group|channel|some|about|around|nearly|almost|over|only|at|all|another|"
    r"least|more|up|no|when|where|after|before|a|an|its|their|these|those|other|between)\b"
)


#: words that say what it is, not how it is called: "Exercise Peace Mission 2014" is Peace Mission 2014
_KIND_WORDS = frozenset(
    ("exercise", "exercises", "drill", "drills", "operation", "manoeuvres", "maneuvers", "joint", "military")
)


#: half of all words on who meets, and each sentence with a level, hold one of these
_ANY_HINT = re.compile("minister|head|leader|president|summit|chief|secretar|advis|offic|diplomat|nsas|bank|prosecut|court|"
                       "coordinat|representat|ambassad|sherpa|speaker|council|committee")  # fmt: skip


def levels_in(text: str) -> tuple[str, ...]:
    """Levels named in `text`, each once, in text order."""
    low = text.lower().replace("’", "'")
    if not _ANY_HINT.search(low):
        return ()
    found = []
    for order, row in enumerate(LEVELS):
        for hint in row.hints:
            if hint in low:
                found += [(m.start(), order, m.end(), row.name) for m in row.pattern.finditer(low)]
                break
    if len(found) < 2:
        return (found[0][3],) if found else ()
    names: dict[str, None] = {}
    reached = 0
    for start, _, end, name in sorted(found):
        if start >= reached:
            names.setdefault(name)
            reached = end
    return tuple(names)


#: words that say that two met, each with its own other side
_BILATERAL = re.compile(
    r"\b(?:bilateral|counterpart|(?:his|her) (?:[\w-]{2,20} )?(?:colleague|opposite number)|(?:met|meets|meeting|talks|discussions|consultations) with|"
    r"received by|was received|received (?:the|visiting)|called on|"
    r"(?:presidents|leaders|ministers|chiefs) of [a-z]{3,20} and [a-z]{3,20} (?:met|meet|held|hold|talked|spoke))\b"
)


#: words that set what happened beside a gathering of others
_ASIDE = re.compile(r"\bon the (?:sidelines?|margins?|fringes?)\b")


def is_aside(text: str) -> bool:
    """Whether the words set talks beside a larger gathering: "on the sidelines of the summit"."""
    return bool(_ASIDE.search(text))


def is_bilateral(text: str) -> bool:
    """Whether the words speak of talks between two: "held talks with his Kazakh counterpart"."""
    return bool(_BILATERAL.search(text.lower()))


#: "Kyrgyzstan and Armenia", not the end of a longer list
_TWO = re.compile(
    r"(?<![a-z], )\b([A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?) and (?:the )?([A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?)\b"
)


def names_two(text: str, nations: Container[str]) -> bool:
    """Whether two states are named as the two sides: "the ministers of Kyrgyzstan and Armenia"."""
    return any(one in nations and two in nations for one, two in _TWO.findall(text))


#: an exercise spoken of beside another of its series
_ANOTHER_TIME = re.compile(
    r"\b(?:last|previous|earlier|first|second|third|latest|next) (?:one|edition|such|exercise|drill|drills|time)\b|\b[Ll]ast year's\b"
)


def speaks_of_another_time(text: str) -> bool:
    """ "two years after the last one was held", "Last year's Spring Storm"."""
    return bool(_ANOTHER_TIME.search(text))


#: "NATO-Ukraine Commission", "ASEAN-China summit", "Russia–ASEAN"
_JOINT = re.compile(r"\b([A-Z][A-Za-z]{1,20})[-\u2013]([A-Z][A-Za-z]{1,20})\b")


#: two organizations that meet as such: "their joint meeting", "the EU-GCC Joint Council"
_JOINTLY = re.compile(
    r"\b[Jj]oint (?:[A-Za-z]+ ){0,2}?(?:[Mm]eeting|[Ss]ession|[Ss]ummit|[Cc]ouncil|[Mm]inisterial|[Cc]onference|talks)\b|\b[A-Z]{2,8}[-\u2013][A-Z]{2,8} "
)


def meet_jointly(text: str) -> bool:
    """Whether several organizations that are named meet with each other."""
    return bool(_JOINTLY.search(text))


def partners_in(text: str, nations: Mapping[str, str], organizations: Container[str]) -> frozenset[str]:
    """Codes of the states that meet an organization in a format of their own: "the NATO-Ukraine Commission" -> UA."""
    if "-" not in text and "\u2013" not in text:
        return frozenset()
    found = set()
    for one, two in _JOINT.findall(text):
        for own, other in ((one, two), (two, one)):
            if own in organizations and other in nations:
                found.add(nations[other])
    return frozenset(found)


def ordinals_in(text: str) -> tuple[tuple[int, str], ...]:
    """(number, level or noun) for each "15th meeting of the Council of Heads of State" in `text`."""
    found: list[tuple[int, str]] = []
    for match in _ORDINAL.finditer(text.lower().replace("’", "'")):
        word = match["number"]
        number = _NUMBERS.index(word) + 1 if word in _NUMBERS else int(re.sub(r"\D", "", word))
        near = levels_in(f"{match['between']} {match['noun']} {match['after']}")
        found.append((number, near[0] if near else match["noun"].rstrip("s")))
    return tuple(dict.fromkeys(found))


#: what is called so bears its name without a year: 'drills dubbed "Amber Lance"'
_CALLED = re.compile(
    r"\b(?:named|called|dubbed|code-?named|titled|entitled|known as|[Ee]xercises?|[Dd]rills?),? [\"“‘']?"
    r"((?:[A-Z][\w’]{2,20}[ -]){0,2}[A-Z][\w’]{2,20})(?![\w’]|[\"”’]?[ -]{1,3}(?:[A-Z\d]))"
)


#: "the Setia Borneo exercise", not "a South Korean exercise"
_EXERCISE_OF_NAME = re.compile(
    r"\b((?:[A-Z][\w’]{2,20} ){1,2}[A-Z][\w’]{1,19})(?<![nhi])(?<!ese) (?:[a-z]+ )?[Ee]xercises?\b"
)


def _called(text: str) -> list[str]:
    return [m[1].replace("-", " ").lower() for row in (_CALLED, _EXERCISE_OF_NAME) for m in row.finditer(text)]


def exercise_names_in(text: str, year: str = "") -> tuple[str, ...]:
    """Proper names with a year or number, folded: "Peace Mission-2014" -> "peace mission 2014".

    With `year` also those without one, as of that year.
    """
    found = [f"{words} {year}" for words in _called(text)] if year else []
    for match in _NAMED.finditer(text):
        words = match[1].replace("-", " ").split()
        while words and (_NOT_A_NAME.fullmatch(words[0]) or words[0].lower() in _KIND_WORDS):
            words = words[1:]
        if words and not any(_NOT_A_NAME.fullmatch(w) for w in words):
            found.append(f"{' '.join(words)} {match[2]}".lower())
    return tuple(dict.fromkeys(found))


#: words too common in headlines to tell one event from another
COMMON = frozenset(
    re.findall(
        r"\w+",
        "about after also between chief chiefs countries country during from held hold holds into meet meeting meetings "
        "meets member members minister ministers ministry more next official officials other said says state states "
        "summit talks that their they this told took take visit were which will with week year years signed statement "
        "sign signs today yesterday january february march april june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday "
        "agreement exercise joint first organization organisation cooperation",
    )
)
_WORD = re.compile(r"[^\W\d_]{4,30}")


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Without its ending; "" for a common word."""
    if word in COMMON:
        return ""
    return word[:-3] if word.endswith("ing") else word[:-2] if word.endswith("ed") else word.rstrip("s")


def words_of(text: str) -> frozenset[str]:
    """Content words of a headline or sentence, without endings: what two tellings of one thing share."""
    return frozenset(filter(None, map(_stem, _WORD.findall(text.lower()))))
