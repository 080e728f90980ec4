"""Behind a title: of which country, organization or other body it is, and to whom an envoy is sent.

`of_whom` answers with (last token, countries, their tokens, organization, whether it is some other body's title).
"""

from __future__ import annotations

from sitegen.people.offices import PORTFOLIO_WORDS
from sitegen.people.post import FORCES, Post
from sitegen.people.titles import words
from sitegen.people.tokens import Tokens

_FILLERS = words(
    "the republic islamic kingdom people's democratic federation federal state states socialist arab armed forces force army "
    "military government host emirate sultanate union national general staff hashemite bolivarian ministry defence defense "
    "foreign affairs country navy air plurinational co-operative grand duchy commonwealth of department "
    "african asian european american island landlocked nation"
)
MINISTRY_WORDS = words(
    "ministry ministries department departments government presidential kremlin administration office"
)
BODIES = words(
    """company companies corporation corp group bank university institute association federation club chamber academy
    assembly parliament senate court society party union council commission committee board foundation school college
    league congress organization organisation agency institution firm senate duma house branch team delegation"""
)
#: organs of an organization that may stand between its name and the holder's
_ORGANS = words(
    "executive committee secretariat parliamentary assembly council commission joint staff anti-terrorist structure centre center"
)
_COUNCILS = (["council"], ["union"], ["league"], ["pact"], ["forum"], ["community"], ["commonwealth"])
SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson", "press secretary"})
POLITICAL = words("commission council parliament assembly senate congress duma")
REGIONS = words(
    "region province oblast district city county state prefecture territory krai republic governorate emirate"
)
WHOSE = words(
    "country nation republic kingdom bloc organization organisation alliance group state government neighbour neighbor"
)


def sent_to(t: Tokens, j: int) -> int | None:
    """Last token of where an envoy is sent: countries or an organization."""
    end = None
    while j < len(t):
        if t.low(j) in _FILLERS:
            j += 1
        elif t.country_at(j) or j in t.places:
            end = t.places[j][2]
            j = end + 1
        elif j in t.organizations:
            end = t.organizations[j][2]
            j = end + 1
        else:
            break
        if end is not None and j == end + 1 and t.low(j) not in ("and", ","):
            break
        if end is not None and t.low(j) in ("and", ",") and not (t.country_at(j + 1) or j + 1 in t.organizations):
            break
        if t.low(j) == ",":
            j += 1
    return end


def of_whom(
    t: Tokens, j: int, post: Post, *, first_time: bool
) -> tuple[int, list[str], list[int], str | None, bool] | None:
    """What follows the "of" at `j`: (last token, countries, their tokens, organization, another body)."""
    k = j + 1
    if post.office is not None and post.office.phrase in SPOKES and (found := _whose_ministry(t, j)) is not None:
        return found
    if post.office is not None and post.office.phrase == "general secretary":
        return _party(t, j)
    if post.office is not None and post.office.phrase == "commander*" and (unit := _unit(t, j)) is not None:
        return unit
    if post.office is not None and post.office.local:
        return _locality(t, j)
    countries: list[str] = []
    tokens: list[int] = []
    end = None
    steps = 0
    while k < len(t) and steps < 10:
        low = t.lows[k]
        entry = t.country_at(k)
        if entry is not None:
            countries.append(entry[0])
            tokens.append(entry[1])
            end = entry[2]
            k = end + 1
            if t.poss[end]:
                while t.low(k) in MINISTRY_WORDS or t.low(k) in PORTFOLIO_WORDS or (t.low(k) == "of" and k > end + 1):
                    k += 1
                while t.low(k - 1) == "of":
                    k -= 1
                if k > end + 1:
                    return k - 1, countries, tokens, None, False
            while t.low(k) in FORCES:
                end = k
                k += 1
            if post.plural and t.low(k) in (",", "and", "&"):
                m = k + 1 + (t.low(k) == "," and t.low(k + 1) in ("and", "&"))
                while t.low(m) in ("the", "republic", "kingdom", "islamic", "federation", "of"):
                    m += 1
                if t.country_at(m):
                    k, steps = m, 0
                    continue
            break
        if k in t.organizations and not countries:
            mention, _, last = t.organizations[k]
            while t.words[last + 1 : last + 2] and t.words[last + 1][0].isupper() and (
                t.low(last + 1) in _ORGANS or (t.low(last + 1) == "general" and t.low(last + 2) == "secretariat")
            ):  # fmt: skip
                last += 1
            return last, [], [], mention.id, False
        if low not in _FILLERS and not (k in t.places and not first_time):
            break
        k += 1
        steps += 1
    if end is not None:
        return end, countries, tokens, None, False
    if "Chief" in post.role or "Chairman" in post.role:
        m = j + 1 + (t.low(j + 1) == "the")
        while t.low(m) in ("armed", "forces", "army", "military", "navy", "air", "force"):
            end, m = m, m + 1
        if end is not None:
            return end, [], [], None, False
    if post.office is not None and post.office.abroad and t.low(j) == "for":
        return None
    if first_time and post.office is not None and (post.office.of_state or post.office.organization):
        m = j + 1 + (t.low(j + 1) == "the")
        if t.low(m) == "union" and post.code == "other":
            return m, [], [], None, False
        if t.low(m) in WHOSE and t.low(m + 1) not in BODIES:
            return m, [], [], None, False
        if post.office.organization and t.lows[m : m + 1] in _COUNCILS and t.words[m].islower():
            return m, [], [], None, False  # "Secretary General of the council"
        if t.low(m) in POLITICAL and t.words[m][0].isupper():
            post.code = "other"
            return m, [], [], None, False
        if (
            t.low(j) == "of"
            and m < len(t)
            and m not in t.places
            and t.low(m) not in ("country", "host", "two", "both", "three")
        ):
            end = m
            while t.low(end + 1) in BODIES or (
                t.low(end) not in BODIES and end + 1 < len(t) and t.words[end + 1][:1].isupper() and end < m + 5
            ):
                end += 1
            return end, [], [], None, True
    return None


_UNITS = words(
    "district command fleet forces corps army division brigade group grouping flotilla troops region base base's front"
)


def _unit(t: Tokens, j: int) -> tuple[int, list[str], list[int], str | None, bool] | None:
    """ "of the Central Military District, A" behind a commander: as `of_whom`."""
    m = j + 1 + (t.low(j + 1) == "the")
    end, entry = None, None
    while m < min(len(t), j + 10) and (m in t.places or (t.words[m][0].isupper() and t.words[m].isalpha())):
        entry = entry or t.country_at(m)
        if t.low(m) in _UNITS:
            end = m
        m += 1
    if end is None:
        return None
    behind = end + 1 + (t.low(end + 1) == ",")
    if entry is None and (beside := t.country_at(behind)) is not None and t.low(beside[2] + 1) in (",", ".", ")"):
        entry, end = beside, beside[2]
    return end, [entry[0]] if entry else [], [entry[1]] if entry else [], None, False


def _locality(t: Tokens, j: int) -> tuple[int, list[str], list[int], str | None, bool] | None:
    """ "of the mountainous X Region" behind a governor, "of Y" behind a mayor: as `of_whom`."""
    m = j + 1 + (t.low(j + 1) == "the")
    while m < j + 4 and t.words[m : m + 1] and t.words[m].islower() and t.words[m].isalpha():
        m += 1
    end, entry = None, None
    while m < min(len(t), j + 10):
        if m in t.places:
            entry = entry or t.places[m]
            end = m = t.places[m][2]
        elif t.words[m][0].isupper() or t.low(m) in REGIONS:
            end = m
        else:
            break
        if t.low(m) in REGIONS or t.poss[m]:
            break
        m += 1
    if end is None:
        return None
    if t.low(end) in BODIES:
        return end, [], [], None, True  # "the Governor of the State Bank"
    known = entry is not None and entry[0].country is not None
    return end, [entry[0].country or ""] if known and entry else [], [entry[1]] if known and entry else [], None, False


def _party(t: Tokens, j: int) -> tuple[int, list[str], list[int], str | None, bool] | None:
    """ "of the Central Committee of the Communist Party of A" behind a general secretary: as `of_whom`."""
    end = None
    for m in range(j, min(j + 14, len(t))):
        entry = t.country_at(m)
        if entry and t.low(m - 1) in ("of", "the"):
            return entry[2], [entry[0]], [entry[1]], None, False
        if t.low(m) in ("of", "the", "'s") or entry:
            continue
        if not t.words[m][0].isupper() or (end is not None and t.low(end) in BODIES and t.low(m - 1) != "of"):
            break
        end = m
    return (end, [], [], None, False) if end is not None else None


def _whose_ministry(t: Tokens, j: int) -> tuple[int, list[str], list[int], str | None, bool] | None:
    """ "for China's Ministry of National Defense" behind a spokesman: as `of_whom`."""
    countries: list[tuple[str, int]] = []
    end = None
    m = j + 1
    while m < len(t) and m < j + 12:
        entry = t.country_at(m)
        if entry:
            countries.append((entry[0], entry[1]))
            m = end = entry[2]
        elif t.low(m) in MINISTRY_WORDS or t.low(m) in PORTFOLIO_WORDS:
            end = m
        elif (
            t.low(m) not in ("the", "of", "and")
            and not (t.poss[m] and t.low(m) in WHOSE)
            and not (t.low(m) == "state" and t.low(m + 1) == "department")
        ):
            break
        m += 1
    if end is None:
        return None
    while t.low(end) == "and":
        end -= 1
    return end, [c for c, _ in countries[:1]], [k for _, k in countries[:1]], None, False
