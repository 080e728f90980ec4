"""What belongs to a title on either side: states and countries before it; of whom, of what, to whom sent behind it."""

from __future__ import annotations

from sitegen.people.offices import HOUSES, PORTFOLIO_WORDS, STATES, State
from sitegen.people.portfolios import portfolio_after
from sitegen.people.post import FORCES, PRONOUNS, Post, titled
from sitegen.people.runs import is_name_word
from sitegen.people.titles import HONORIFICS, NOT_NAMES, words
from sitegen.people.tokens import Tokens

_FILLERS = words(
    "the republic islamic kingdom people's democratic federation federal state states socialist arab armed forces force army "
    "military government host emirate sultanate union national general staff hashemite bolivarian ministry defence defense "
    "foreign affairs country navy air plurinational co-operative grand duchy commonwealth of department"
)
_MINISTRY_WORDS = words(
    "ministry ministries department departments government presidential kremlin administration office"
)
_BODIES = words(
    """company companies corporation corp group bank university institute association federation club chamber academy
    assembly parliament senate court society party union council commission committee board foundation school college
    league congress organization organisation agency institution firm senate duma house branch team delegation"""
)
_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson", "press secretary"})
_POLITICAL = words("commission council parliament assembly senate congress duma")
_WHOSE = words(
    "country nation republic kingdom bloc organization organisation alliance group state government neighbour neighbor"
)


def reach_left(t: Tokens, post: Post, done: int) -> Post:
    """Take in what stands before the title: states, countries, organization, article, pronoun."""
    k = post.first - 1
    state, countries, country_tokens = post.state, list(post.countries), list(post.country_tokens)
    organization, pronoun, definite, foreign, begin = post.organization, "", False, post.foreign, post.first
    deputy_at = post.first
    wants_ministry = post.office is not None and post.code == "other"
    while k > done:
        low = t.lows[k]
        place = t.places.get(k)
        if k in t.organizations:
            mention, start, _ = t.organizations[k]
            organization = mention.id
            k = begin = start
        elif place is not None and (place[0].kind in ("country", "demonym") or t.poss[k] or place[0].metonym):
            entry = place
            if entry[0].country and entry[0].country not in countries:
                countries.insert(0, entry[0].country)
                country_tokens.insert(0, entry[1])
            k = begin = entry[1]
            joiner = t.low(k - 1)
            if joiner in ("and", "&", ",") and k - 2 > done and t.country_at(k - 2) and post.plural:
                k -= 1
        elif low in STATES or (low in ("appointed", "elected", "named") and t.low(k - 1) in ("newly", "recently")):
            if new := STATES.get(low):
                state = _stronger(state, new)
                deputy_at = k
            begin = k
        elif low == "union" and t.words[k][0] == "U":
            post.implies, begin = "IN", k
        elif low in PRONOUNS or (t.poss[k] and low in _WHOSE):
            pronoun, begin = low, k
            break
        elif low in ("the", "a", "an"):
            definite = low == "the"
            begin = k
            break
        elif wants_ministry and (house := HOUSES.get(low) or HOUSES.get(f"{t.low(k - 1)} {low}")):
            post.implies, begin = house, k if low in HOUSES else k - 1
            k = begin
        elif low == "," and t.low(k - 1) in STATES and state == "current":
            pass
        elif (low in _MINISTRY_WORDS or low in PORTFOLIO_WORDS) and wants_ministry and not post.plural:
            begin = k
        else:
            if low in _POLITICAL and t.words[k][0].isupper() and post.office is not None and post.office.of_state:
                post.code = "other"
            else:
                foreign = foreign or _is_other_body(t, k, post)
            break
        k -= 1
    role = post.role
    if deputy_at < post.first and state in ("deputy", "former", "acting"):
        role = f"{state.capitalize()} {role}" if state != "deputy" else titled(t.text(deputy_at, post.last))
        if any(t.country_at(m) for m in range(deputy_at, post.first)):
            role = f"Deputy {post.role}" if state == "deputy" else role
    post.lo, post.state, post.countries, post.country_tokens = begin, state, tuple(countries), tuple(country_tokens)
    post.role, post.organization, post.pronoun = role, organization, pronoun
    post.definite, post.foreign = definite, foreign
    return post


def _stronger(old: State, new: State) -> State:
    """Of two states said of one title the one that takes it further from its holder: "former acting" is former."""
    order = ("current", "acting", "designate", "deputy", "former")
    return max(old, new, key=order.index)


def _is_other_body(t: Tokens, k: int, post: Post) -> bool:
    """Whether the word before the title makes it one of a company, party or court: "BJP President", "the bank's"."""
    if post.office is None or not (post.office.of_state or post.office.organization):
        return False
    low = t.lows[k]
    if low in _BODIES or (t.poss[k] and low not in _WHOSE):
        return True
    if post.office.phrase == "chancellor*" and low in ("vice", "university"):
        return True
    word = t.words[k]
    if not word[0].isupper() or len(word) < 2 or low.replace(".", "") in HONORIFICS:
        return False
    if word.isupper() or k in t.places:
        return k not in t.places or not t.words[post.first][0].isupper()
    starts = t.low(k - 1) in ("", "\n", ".", '"', "“", "”")
    return low not in NOT_NAMES and (not starts or t.words[post.first][0].islower())


def reach_right(t: Tokens, post: Post) -> Post:
    """Take in what stands after the title: of whom or what, to whom it is sent, an abbreviation in brackets."""
    hi, countries, tokens, organization, foreign = (
        post.last, list(post.countries), list(post.country_tokens), post.organization, post.foreign,
    )  # fmt: skip
    if t.poss[post.last]:
        post.hi = hi
        return post
    j = hi + 1
    beside = t.country_at(j)
    if beside and not countries and not t.poss[beside[2]] and t.places[j][0].kind == "country":
        k = beside[2] + 1
        if is_name_word(t, k) and is_name_word(t, k + 1):  # "Minister of Defence Tajikistan NAME NAME"
            countries, tokens, hi = [beside[0]], [beside[1]], beside[2]
            j = hi + 1
    while True:
        low = t.low(j)
        if low == "(" and t.low(j + 2) == ")" and t.words[j + 1].isupper() and j + 1 not in t.places:
            hi, j = j + 2, j + 3
            continue
        if low == "for" and post.code == "head-of-government" and (behind := portfolio_after(t, j)[1]) > j:
            hi, j = behind, behind + 1
            continue
        if low == "for" and post.office is not None and post.office.organization and post.organization:
            behind = portfolio_after(t, j)[1]
            if behind > j:
                hi, j = behind, behind + 1
                continue
        if low in ("to", "for", "on", "at", "with") and post.office is not None and post.office.abroad:
            end = _sent_to(t, j + 1)
            if end is None:
                break
            hi, j = end, end + 1
            continue
        if low in ("of", "for", "from", "at", "in"):
            got = _of(t, j, post, first_time=not countries and not organization)
            if got is None:
                break
            end, more, more_tokens, organization_here, body = got
            if low == "in" and organization_here is None and not post.plural:
                break
            if more and (not countries or post.kind == "counterpart"):
                countries, tokens = [*countries, *more], [*tokens, *more_tokens]
            organization = organization or organization_here
            foreign = foreign or body
            hi, j = end, end + 1
            continue
        break
    post.hi, post.countries, post.country_tokens = hi, tuple(dict.fromkeys(countries)), tuple(tokens)
    post.organization, post.foreign = organization, foreign
    return post


def _sent_to(t: Tokens, j: int) -> int | None:
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


def _of(
    t: Tokens, j: int, post: Post, *, first_time: bool
) -> tuple[int, list[str], list[int], str | None, bool] | None:
    """What follows the "of" at `j`: (last token, countries, their tokens, organization, another body)."""
    k = j + 1
    if post.office is not None and post.office.phrase in _SPOKES and (found := _whose_ministry(t, j)) is not None:
        return found
    if post.office is not None and post.office.phrase == "general secretary":
        return _party(t, j)
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
                while t.low(k) in _MINISTRY_WORDS or t.low(k) in PORTFOLIO_WORDS or (t.low(k) == "of" and k > end + 1):
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
        if t.low(m) in _WHOSE and t.low(m + 1) not in _BODIES:
            return m, [], [], None, False
        if t.low(m) in _POLITICAL and t.words[m][0].isupper():
            post.code = "other"
            return m, [], [], None, False
        if (
            t.low(j) == "of"
            and m < len(t)
            and m not in t.places
            and t.low(m) not in ("country", "host", "two", "both", "three")
        ):
            end = m
            while t.low(end + 1) in _BODIES or (
                t.low(end) not in _BODIES and end + 1 < len(t) and t.words[end + 1][:1].isupper() and end < m + 5
            ):
                end += 1
            return end, [], [], None, True
    return None


def _party(t: Tokens, j: int) -> tuple[int, list[str], list[int], str | None, bool] | None:
    """ "of the Central Committee of the Communist Party of A" behind a general secretary: as `_of`."""
    end = None
    for m in range(j, min(j + 14, len(t))):
        entry = t.country_at(m)
        if entry and t.low(m - 1) in ("of", "the"):
            return entry[2], [entry[0]], [entry[1]], None, False
        if t.low(m) in ("of", "the", "'s") or entry:
            continue
        if not t.words[m][0].isupper() or (end is not None and t.low(end) in _BODIES and t.low(m - 1) != "of"):
            break
        end = m
    return (end, [], [], None, False) if end is not None else None


def _whose_ministry(t: Tokens, j: int) -> tuple[int, list[str], list[int], str | None, bool] | None:
    """ "for China's Ministry of National Defense" behind a spokesman: as `_of`."""
    countries: list[tuple[str, int]] = []
    end = None
    m = j + 1
    while m < len(t) and m < j + 12:
        entry = t.country_at(m)
        if entry:
            countries.append((entry[0], entry[1]))
            m = end = entry[2]
        elif t.low(m) in _MINISTRY_WORDS or t.low(m) in PORTFOLIO_WORDS:
            end = m
        elif t.low(m) not in ("the", "of", "and") and not (t.low(m) == "state" and t.low(m + 1) == "department"):
            break
        m += 1
    if end is None:
        return None
    while t.low(end) == "and":
        end -= 1
    return end, [c for c, _ in countries[:1]], [k for _, k in countries[:1]], None, False
