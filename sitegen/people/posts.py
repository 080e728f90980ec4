"""Tokens -> posts as said: each title with its state, countries and organization, named or not.

A post knows nothing of who holds it; `holders.py` looks for the name beside it. Neighbouring titles of one holder
("Deputy Prime Minister and Minister of Defence") form one group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sitegen.model import PostCode
from sitegen.people.offices import (
    BY_FIRST_WORD,
    HOUSES,
    OTHER_HEADS,
    PORTFOLIO_WORDS,
    STATES,
    Office,
    State,
    code_of_portfolio,
)
from sitegen.people.runs import is_name_word
from sitegen.people.titles import HONORIFICS, NOT_NAMES, RANKS, words
from sitegen.people.tokens import Tokens

Kind = Literal["title", "secretary", "state-minister", "bare", "counterpart"]


@dataclass(slots=True, kw_only=True)
class Post:
    """A title in the text. Not frozen: it is built up here and passes no door, and freezing costs a tenth of the room.
    Token numbers: `first`..`last` the title proper, `lo`..`hi` with all that belongs to it.

       `code` None: the words alone do not say which office (kind `bare`: "its minister"; `counterpart`). `foreign` is true
       for a title of some other body ("president of the club"): no post at all. `pronoun` is the possessive before it.
    """

    first: int
    last: int
    lo: int
    hi: int
    code: PostCode | None
    role: str
    kind: Kind = "title"
    state: State = "current"
    plural: bool = False
    was_plural: bool = False  # one holder's share of a plural title
    countries: tuple[str, ...] = ()
    country_tokens: tuple[int, ...] = ()
    organization: str | None = None
    implies: str | None = None
    pronoun: str = ""
    definite: bool = False
    foreign: bool = False
    office: Office | None = None


_HEADS = {
    "minister": False, "ministers": True, "secretary": False, "secretaries": True, "undersecretary": False,
    "under-secretary": False,
}  # fmt: skip
_HEADS_OF = words("head chief chairman chairwoman chairperson chair")
_STATE_BODIES = words(
    "committee council service agency commission staff administration secretariat guard directorate assembly senate duma"
)
_CHAIRS = words("chairman chairwoman chairperson chair")
_CHAIRED = words("assembly senate parliament duma council congress committee commission")
_CHAMBERS = words("national supreme state federal federation legislative people's consultative security central house")
_COUNTERPARTS = {"counterpart": False, "counterparts": True, "opposite": False}
_FILLERS = words(
    "the republic islamic kingdom people's democratic federation federal state states socialist arab armed forces force army "
    "military government host emirate sultanate union national general staff hashemite bolivarian ministry defence defense "
    "foreign affairs country navy air plurinational co-operative grand duchy commonwealth of department"
)
_MINISTRY_WORDS = words(
    "ministry ministries department departments government presidential kremlin administration office"
)
_RANK_WORDS = frozenset(word for rank in RANKS for word in rank.split()) - {"of", "the"}
_SMALL = words("of the and for in to on with de")
_BODIES = words(
    """company companies corporation corp group bank university institute association federation club chamber academy
    assembly parliament senate court society party union council commission committee board foundation school college
    league congress organization organisation agency institution firm senate duma house branch team delegation"""
)
_CHIEFS = frozenset({"chief* of [the] defence"})
_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson", "press secretary"})
_PRONOUNS = words("its his her their our my your")
#: what may stand between a country and the holder: "of the Tajik Border Troops", "of the Iranian Parliament"
_FORCES = words(
    """armed forces army military navy people defence defense services border troops guard guards air force national
    ground naval marines corps parliament senate assembly duma government cabinet majlis supreme security council
    liberation"""
)
_POLITICAL = words("commission council parliament assembly senate congress duma")
_WHOSE = words(
    "country nation republic kingdom bloc organization organisation alliance group state government neighbour neighbor"
)


def titled(text: str) -> str:
    """A title with capitals, as a role is written: "minister of defence" -> "Minister of Defence"."""
    parts = text.split()
    return " ".join(p if p.lower() in _SMALL and n else p[:1].upper() + p[1:] for n, p in enumerate(parts))


#: titles that are given names too: an office only with a country or an article ("Emir Kusturica" is none)
_ROYAL_NAMES = frozenset({"emir*", "amir*", "sultan*"})
_TRIGGERS = frozenset({*BY_FIRST_WORD, *_HEADS, *_COUNTERPARTS, *_HEADS_OF, "heads", "boss"})


def find_posts(t: Tokens) -> list[Post]:
    """All posts in text order; they do not overlap."""
    found: list[Post] = []
    done = -1
    for i in [i for i, low in enumerate(t.lows) if low in _TRIGGERS]:
        if i <= done:
            continue
        post = _fixed(t, i) or _department(t, i, done) or _ministry_head(t, i) or _body_head(t, i) or _counterpart(t, i)
        if post is None:
            continue
        post = _right(t, _left(t, post, done))
        if post.office and post.office.phrase in _ROYAL_NAMES and not post.countries and not post.definite:
            continue
        if post.office and post.office.organization and post.office.nameless and not post.organization:
            post.foreign = True
        if post.office and post.office.weak and post.code == "head-of-state" and not _is_national_leader(post):
            done = post.last
            continue
        found.append(post)
        done = post.hi
    return found


def _match(t: Tokens, i: int, phrase: tuple[str, ...]) -> tuple[int, list[int]] | None:
    """Whether the phrase stands at `i`, countries within it passed over: (its last token, tokens of the countries)."""
    if len(phrase) > 1 and t.lows[i + 1 : i + len(phrase)] == list(phrase[1:]):
        return i + len(phrase) - 1, []
    countries: list[int] = []
    j = i + 1
    for n, word in enumerate(phrase[1:]):
        if t.low(j) != word and n and phrase[n] in ("of", "the"):
            if entry := t.country_at(j):
                countries.append(j)
                j = entry[2] + 1
            elif t.low(j) in _PRONOUNS:
                j += 1
        if t.low(j) != word:
            return None
        j += 1
    return j - 1, countries


def _fixed(t: Tokens, i: int) -> Post | None:
    seconds = BY_FIRST_WORD.get(t.lows[i])
    if seconds is None:
        return None
    for phrase, office, plural in (*seconds.get(t.low(i + 1), ()), *seconds.get("", ())):
        matched = _match(t, i, phrase)
        if matched is None:
            continue
        last, within = matched
        code: PostCode = office.code
        implies = office.implies
        if phrase[-1] == "state" and phrase[0].startswith("secretar") and t.low(last + 1) == "for":
            portfolio, end = _portfolio_after(t, last + 1)
            if portfolio:
                code, last, implies = code_of_portfolio(portfolio), end, "GB"
        if office.phrase in _CHIEFS and t.low(last + 1) in ("ministry", "minister", "department"):
            return None
        if office.nameless and office.of_state and i and (t.lows[i - 1] in _RANK_WORDS or t.words[i - 1][-1:] == "."):
            return None  # "General Amir Hatami": a name here
        role = titled(" ".join(phrase)) if within else titled(t.text(i, last))
        countries = [entry[0] for k in within if (entry := t.country_at(k))]
        return Post(
            first=i, last=last, lo=i, hi=last, code=code, role=role, plural=plural, implies=implies, office=office,
            state="designate" if last in t.designate else "current", countries=tuple(countries[:1]),
            country_tokens=tuple(within[:1]),
        )  # fmt: skip
    return None


def _department(t: Tokens, i: int, done: int) -> Post | None:
    """A minister or secretary with a portfolio before or after; a minister may stand bare."""
    low = t.lows[i]
    if low not in _HEADS:
        return None
    cabinet = low == "secretary" and t.low(i - 1) == "cabinet"  # a minister where the presidency names them so
    plural, is_minister = _HEADS[low], low.startswith("minister") or cabinet
    first, last = i, i
    portfolio = frozenset[str]()
    begin = _portfolio_before(t, i - cabinet, done)
    begin = i if begin == i - cabinet else begin
    junior = False
    if begin < i:
        portfolio, first = frozenset(t.lows[begin : i - cabinet]), begin
    elif t.low(i + 1) in ("of", "for", "in") or (t.low(i + 1) == "responsible"):
        if is_minister and t.low(i + 1) == "of" and t.low(i + 2) == "state":
            junior, last = True, i + 2
            if t.low(i + 3) in ("for", "of", "at", "in"):
                portfolio, end = _portfolio_after(t, i + 3)
                last = end if portfolio else last
        else:
            portfolio, end = _portfolio_after(t, i + 1)
            last = end if portfolio else i
    if not portfolio and not is_minister:
        return None
    kind: Kind = "state-minister" if junior else "secretary" if not is_minister else "title" if portfolio else "bare"
    code: PostCode | None = code_of_portfolio(portfolio) if portfolio else "other" if junior else None
    state: State = "designate" if i in t.designate else "deputy" if low.startswith("under") else "current"
    before = t.low(first - 1)
    if is_minister and before == "state" and not junior:
        first, state = first - 1, "deputy"
    if not portfolio and not junior and before and not _may_stand_before_bare(t, first - 1):
        code, kind = "other", "title"
    return Post(
        first=first, last=last, lo=first, hi=last, code=code, role=titled(t.text(first, last)), kind=kind, state=state,
        plural=plural, implies="US" if kind == "secretary" and code == "defence-minister" and "war" in portfolio else None,
    )  # fmt: skip


def _may_stand_before_bare(t: Tokens, k: int) -> bool:
    low = t.lows[k]
    return low in _PRONOUNS or low in ("the", "a", ",", ".", "\n", "and") or low in STATES or t.poss[k] or k in t.places


def _portfolio_before(t: Tokens, i: int, done: int) -> int:
    """First token of the portfolio that ends before `i`; `i` itself where there is none."""
    capital = t.words[i][:1].isupper()
    begin, k = i, i - 1
    while k > done and k >= 0:
        low = t.lows[k]
        if low in PORTFOLIO_WORDS and (t.words[k][:1].isupper() or not capital) and not t.poss[k]:
            begin = k
        elif low in ("and", "&") or (low == "," and capital):
            if t.low(k - 1) not in PORTFOLIO_WORDS or t.words[k - 1][:1].isupper() != capital or begin != k + 1:
                break
        else:
            break
        k -= 1
    return begin


def _portfolio_after(t: Tokens, i: int) -> tuple[frozenset[str], int]:
    """The portfolio behind the "of" or "for" at `i`: its words and its last token."""
    j = i + 1
    if t.low(i) == "in" and t.low(i + 1) == "charge":
        j = i + 3
    elif t.low(i) == "responsible":
        j = i + 2
    if t.low(j) == "the":
        j += 1
    capital = t.words[j][:1].isupper() if j < len(t) else False
    found: list[str] = []
    last = i
    while j < len(t):
        low = t.lows[j]
        if low in PORTFOLIO_WORDS and not (found and t.words[j][:1].isupper() != capital):
            found.append(low)
            last = j
            if t.poss[j]:
                break
        elif low in ("and", "&", ",") and found:
            k = j + 1 + (t.low(j + 1) in ("and", "&", "the"))
            if t.low(k) not in PORTFOLIO_WORDS or t.words[k][:1].isupper() != capital:
                break
            m = k
            while t.low(m) in PORTFOLIO_WORDS:
                m += 1
            if t.low(m) in _HEADS or (low == "," and t.low(m) not in (",", "and", "&") and t.low(j + 1) != "and"):
                break
            j = k - 1
        elif capital and t.words[j][0].isupper() and t.low(j + 1) in PORTFOLIO_WORDS and j not in t.places:
            found.append(low)
        elif low in ("of", "for") and found and t.low(j + 1) in PORTFOLIO_WORDS and capital:
            pass
        else:
            break
        j += 1
    return frozenset(found), last


def _ministry_head(t: Tokens, i: int) -> Post | None:
    """Read "head of the Russian Defence Ministry", "chief of Iran's defence ministry", and "ORG chief"."""
    low = t.lows[i]
    if low in ("head", "chief", "heads") and t.low(i + 1) == "of":
        j = i + 2
        country: list[int] = []
        portfolio: list[str] = []
        seen = False
        while j < len(t) and j < i + 12:
            word = t.lows[j]
            place = t.country_at(j)
            if place:
                country.append(j)
                j = place[2] + 1
                if seen:
                    break
                continue
            if word in ("ministry", "department", "ministries"):
                seen = True
            elif word in PORTFOLIO_WORDS:
                portfolio.append(word)
            elif word not in ("the", "of", "federal", "country", "republic", "'s"):
                break
            j += 1
        if seen and portfolio:
            while t.low(j - 1) in ("the", "of"):
                j -= 1
            code = code_of_portfolio(frozenset(portfolio))
            countries = tuple(entry[0] for k in country if (entry := t.country_at(k)))
            return Post(
                first=i, last=j - 1, lo=i, hi=j - 1, code=code, role=titled(t.text(i, j - 1)), plural=low == "heads",
                countries=countries[:1], country_tokens=tuple(country[:1]),
            )  # fmt: skip
    if low in ("chief", "head", "boss") and i and i - 1 in t.organizations and not t.organizations[i - 1][0].anaphor:
        organization = t.organizations[i - 1][0].id
        code = "other" if organization in OTHER_HEADS else "secretary-general"
        return Post(first=i, last=i, lo=i, hi=i, code=code, role=titled(t.text(i, i)))
    return None


def _body_head(t: Tokens, i: int) -> Post | None:
    """ "Chairman of the State Committee for National Security": the head of a body of state, all in capitals."""
    if t.lows[i] in _CHAIRS and t.words[i][0].isupper() and t.low(i - 1) in _CHAIRED and t.words[i - 1][0].isupper():
        first = i - 1  # "National Assembly Chairwoman"
        while t.low(first - 1) in _CHAMBERS and t.words[first - 1][0].isupper():
            first -= 1
        return Post(first=first, last=i, lo=first, hi=i, code="other", role=titled(t.text(first, i)))
    if t.lows[i] not in _HEADS_OF or t.low(i + 1) != "of":
        return None
    j = i + 2 + (t.low(i + 2) == "the")
    end = None
    organization = None
    countries: list[tuple[str, int]] = []
    while j < min(len(t), i + 12):
        entry = t.country_at(j)
        if entry and (t.low(j - 1) != "of" or t.poss[entry[2]]):
            countries.append((entry[0], entry[1]))
            j = entry[2]
        elif j in t.organizations and t.organizations[j][2] + 1 < len(t) and t.lows[j] not in _STATE_BODIES:
            organization = t.organizations[j][0].id
            j = t.organizations[j][2]
        elif t.lows[j] in _STATE_BODIES and t.words[j][0].isupper():
            end = j
            if t.low(j + 1) in ("for", "of", "on") and t.words[j + 2 : j + 3] and j + 2 not in t.places:
                _, end = _portfolio_after(t, j + 1)
                end = j if end == j + 1 else end
            break
        elif countries and (t.lows[j] in _STATE_BODIES or (t.words[j].isupper() and len(t.words[j]) > 2)):
            end = j  # "the Kyrgyz border service", "Tajikistan's SCNS"
            break
        elif not t.words[j][0].isupper() and not (countries and t.lows[j] in _FORCES | PORTFOLIO_WORDS):
            break
        j += 1
    if end is None:
        return None
    return Post(
        first=i, last=end, lo=i, hi=end, code="other", role=titled(t.text(i, end)), organization=organization,
        countries=tuple(c for c, _ in countries[:1]), country_tokens=tuple(k for _, k in countries[:1]),
    )  # fmt: skip


def _counterpart(t: Tokens, i: int) -> Post | None:
    low = t.lows[i]
    if low not in _COUNTERPARTS:
        return None
    if low == "opposite":
        if t.low(i + 1) != "number":
            return None
        return Post(first=i, last=i + 1, lo=i, hi=i + 1, code=None, role="", kind="counterpart")
    return Post(first=i, last=i, lo=i, hi=i, code=None, role="", kind="counterpart", plural=_COUNTERPARTS[low])


def _left(t: Tokens, post: Post, done: int) -> Post:
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
        elif low in _PRONOUNS or (t.poss[k] and low in _WHOSE):
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


def _right(t: Tokens, post: Post) -> Post:
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
        if low == "for" and post.code == "head-of-government" and (behind := _portfolio_after(t, j)[1]) > j:
            hi, j = behind, behind + 1
            continue
        if low == "for" and post.office is not None and post.office.organization and post.organization:
            behind = _portfolio_after(t, j)[1]
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
            while t.low(k) in _FORCES:
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


def _is_national_leader(post: Post) -> bool:
    """ "leader" is an office of state only right behind a country: "the Belarusian leader", not "leaders of the club"."""
    return (
        len(post.countries) == 1 and not post.plural and post.state != "deputy" and post.country_tokens[0] < post.first
    )


def group_posts(t: Tokens, posts: list[Post]) -> list[list[Post]]:
    """Posts joined with nothing but "and" or a comma between them belong to one holder: one group."""
    groups: list[list[Post]] = []
    for post in posts:
        if groups:
            before = groups[-1][-1]
            gap = t.lows[before.hi + 1 : post.lo]
            joined = gap in ([], ["and"], ["&"], [","], [",", "and"], ["cum"], ["/"], ["-"], ["–"], ["concurrently"])
            joined = joined and (gap != [] or post.code == "other")
            plain = not (post.plural or before.plural or post.definite or "counterpart" in (post.kind, before.kind))
            if joined and plain and not t.poss[before.last]:
                groups[-1].append(post)
                continue
        groups.append([post])
    return groups
