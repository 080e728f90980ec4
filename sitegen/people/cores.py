"""Tokens -> titles proper: fixed phrases, ministers and secretaries with their portfolio, heads of bodies, counterparts.

Each reader is given a token and answers with a `Post` that covers the title alone, or None; `reach.py` adds the rest.
"""

from __future__ import annotations

from sitegen.model import PostCode
from sitegen.people.offices import BY_FIRST_WORD, OTHER_HEADS, PORTFOLIO_WORDS, STATES, State, code_of_portfolio
from sitegen.people.portfolios import portfolio_after, portfolio_before
from sitegen.people.post import FORCES, HEADS, PRONOUNS, Kind, Post, titled
from sitegen.people.titles import RANKS, words
from sitegen.people.tokens import Tokens

HEADS_OF = words("head chief chairman chairwoman chairperson chair director")
#: American spelling: "Defense Secretary" alone is that of the United States, or of the outlet's own country
#: an organization's own bodies between its name and the word for their head: "AU Commission chairperson"
_ORGANS = words("commission council secretariat committee executive military parliament parliamentary assembly")
_HEADS_OF_ORGANS = words("chief head boss chairman chairwoman chairperson chair president")
_AMERICAN = frozenset({"defense", "war"})
_STATE_BODIES = words(
    "committee council service agency commission staff administration secretariat guard directorate assembly senate duma"
)
_CHAIRS = words("chairman chairwoman chairperson chair")
_CHAIRED = words("assembly senate parliament duma council congress committee commission")
_CHAMBERS = words("national supreme state federal federation legislative people's consultative security central house")
COUNTERPARTS = {"counterpart": False, "counterparts": True, "opposite": False}
_ENDS_HEAD = words(", . ) and said says told has was is ; — – who")
_RANK_WORDS = frozenset(word for rank in RANKS for word in rank.split()) - {"of", "the"}
_CHIEFS = frozenset({"chief* of [the] defence"})


def _match(t: Tokens, i: int, phrase: tuple[str, ...]) -> tuple[int, list[int]] | None:
    """Whether the phrase stands at `i`, countries within it passed over: (its last token, tokens of the countries)."""
    if len(phrase) > 1 and t.lows[i + 1 : i + len(phrase)] == list(phrase[1:]):
        return i + len(phrase) - 1, []
    countries: list[int] = []
    j = i + 1
    for n, word in enumerate(phrase[1:]):
        if t.low(j) in ("'", "’") and t.poss[j - 1]:
            j += 1
        if t.low(j) != word and n and phrase[n] in ("of", "the"):
            if entry := t.country_at(j):
                countries.append(j)
                j = entry[2] + 1
            elif t.low(j) in PRONOUNS:
                j += 1
        if t.low(j) != word:
            return None
        j += 1
    return j - 1, countries


def _is_american(t: Tokens, i: int) -> bool:
    """ "Under Secretary of State for ..." is one of Washington's, "Parliamentary Under-Secretary" one of London's."""
    return t.low(i - 1) in ("under", "assistant") and t.low(i - 2) != "parliamentary"


def fixed_title(t: Tokens, i: int) -> Post | None:
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
            portfolio, end = portfolio_after(t, last + 1)
            if portfolio:
                code, last, implies = code_of_portfolio(portfolio), end, "US" if _is_american(t, i) else "GB"
        if code == "secretary-general" and "ministry" in (t.low(last + 2), t.low(last + 3)):
            code = "other"  # a civil servant
        if office.phrase in _CHIEFS and t.low(last + 1) in ("ministry", "minister", "department"):
            return None
        if office.nameless and office.of_state and i and (t.lows[i - 1] in _RANK_WORDS or t.words[i - 1][-1:] == "."):
            return None  # "General Amir Hatami": a name here
        role = titled(" ".join(phrase)) if within else titled(t.text(i, last))
        countries = [entry[0] for k in within if (entry := t.country_at(k))]
        return Post(
            first=i, last=last, lo=i, hi=last, code=code, role=role, plural=plural, implies=implies, office=office, organization=office.of,
            state="designate" if last in t.designate else "current", countries=tuple(countries[:1]),
            country_tokens=tuple(within[:1]),
        )  # fmt: skip
    return None


def department(t: Tokens, i: int, done: int) -> Post | None:
    """A minister or secretary with a portfolio before or after; a minister may stand bare."""
    low = t.lows[i]
    if low not in HEADS:
        return None
    cabinet = low == "secretary" and t.low(i - 1) == "cabinet"  # a minister where the presidency names them so
    plural, is_minister = HEADS[low], low.startswith("minister") or cabinet
    first, last = i, i
    portfolio = frozenset[str]()
    begin = portfolio_before(t, i - cabinet, done)
    begin = i if begin == i - cabinet else begin
    junior = False
    if begin < i:
        portfolio, first = frozenset(t.lows[begin : i - cabinet]), begin
    elif t.low(i + 1) in ("of", "for", "in") or (t.low(i + 1) == "responsible"):
        if is_minister and t.low(i + 1) == "of" and t.low(i + 2) == "state":
            junior, last = True, i + 2
            if t.low(i + 3) in ("for", "of", "at", "in"):
                portfolio, end = portfolio_after(t, i + 3)
                last = end if portfolio else last
        else:
            portfolio, end = portfolio_after(t, i + 1)
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
        plural=plural, implies="US" if kind == "secretary" and code == "defence-minister" and portfolio & _AMERICAN else None,
    )  # fmt: skip


def _may_stand_before_bare(t: Tokens, k: int) -> bool:
    low = t.lows[k]
    return (
        low in PRONOUNS
        or low in ("the", "a", ",", ".", "\n", "and", '"', "“")
        or low in STATES
        or t.poss[k]
        or k in t.places
    )


def ministry_head(t: Tokens, i: int) -> Post | None:
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
    if low in ("head", "chief", "boss") and t.low(i + 1) == "of":
        j = i + 2 + (t.low(i + 2) == "the")
        named = t.organizations.get(j)
        if named and not named[0].anaphor and not t.poss[named[2]] and t.low(named[2] + 1) in _ENDS_HEAD:
            own = named[0].id
            code = "other" if own in OTHER_HEADS else "secretary-general"
            return Post(first=i, last=named[2], lo=i, hi=named[2], code=code, role=titled(low), organization=own)
    organ = i - 1
    while organ >= 0 and t.lows[organ] in _ORGANS and t.words[organ][0].isupper():
        organ -= 1
    if low in _HEADS_OF_ORGANS and organ in t.organizations and not t.organizations[organ][0].anaphor:
        if organ == i - 1 and low not in ("chief", "head", "boss"):
            return None
        organization = t.organizations[organ][0].id
        code = "other" if organization in OTHER_HEADS or organ < i - 1 else "secretary-general"
        if organ < i - 1:
            return Post(first=organ + 1, last=i, lo=organ + 1, hi=i, code=code, role=titled(t.text(organ + 1, i)))
        return Post(first=i, last=i, lo=i, hi=i, code=code, role=titled(t.text(i, i)))
    return None


def body_head(t: Tokens, i: int) -> Post | None:
    """ "Chairman of the State Committee for National Security": the head of a body of state, all in capitals."""
    if t.lows[i] in _CHAIRS and t.words[i][0].isupper() and t.low(i - 1) in _CHAIRED and t.words[i - 1][0].isupper():
        first = i - 1  # "National Assembly Chairwoman"
        while t.low(first - 1) in _CHAMBERS and t.words[first - 1][0].isupper():
            first -= 1
        return Post(first=first, last=i, lo=first, hi=i, code="other", role=titled(t.text(first, i)))
    if t.lows[i] in _CHAIRS and t.words[i][0].isupper():
        for k in range(i + 1, min(i + 5, len(t))):  # "Chairman National People's Congress"
            if not t.words[k][0].isupper():
                break
            if t.low(k) in _CHAIRED:
                return Post(first=i, last=k, lo=i, hi=k, code="other", role=titled(t.text(i, k)))
    if t.lows[i] not in HEADS_OF or t.low(i + 1) != "of":
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
        elif (
            j in t.organizations
            and t.organizations[j][2] + 1 < len(t)
            and (t.lows[j] not in _STATE_BODIES or t.poss[t.organizations[j][2]])  # "the Council of Europe's Committee"
        ):
            organization = t.organizations[j][0].id
            j = t.organizations[j][2]
        elif t.lows[j] == "(" and t.low(j + 2) == ")" and (organization or countries):
            j += 2  # "the NAME (ABBR) Committee"
        elif (
            t.lows[j] == "and"
            and t.words[j - 1][0].isupper()
            and t.words[j + 1 : j + 2]
            and t.words[j + 1][0].isupper()
        ):
            pass  # "the Peace and Security Council"
        elif (
            t.low(j + 1) in _STATE_BODIES
            and (t.words[j][0].isupper() or t.lows[j] == "state")
            and t.words[j + 1][0].isupper()
        ):
            pass
        elif t.lows[j] in _STATE_BODIES and t.words[j][0].isupper():
            end = j
            if t.lows[j + 1 : j + 3] == ["of", "ministers"]:
                end = j + 2
            elif t.low(j + 1) in ("for", "of", "on") and t.words[j + 2 : j + 3] and j + 2 not in t.places:
                _, end = portfolio_after(t, j + 1)
                end = j if end == j + 1 else end
            break
        elif countries and (t.lows[j] in _STATE_BODIES or (t.words[j].isupper() and len(t.words[j]) > 2)):
            end = j  # "the Kyrgyz border service", "Tajikistan's SCNS"
            break
        elif not t.words[j][0].isupper() and not (countries and t.lows[j] in FORCES | PORTFOLIO_WORDS):
            break
        j += 1
    if end is None:
        return None
    return Post(
        first=i, last=end, lo=i, hi=end, code="other", role=titled(t.text(i, end)), organization=organization,
        countries=tuple(c for c, _ in countries[:1]), country_tokens=tuple(k for _, k in countries[:1]),
    )  # fmt: skip


def counterpart(t: Tokens, i: int) -> Post | None:
    low = t.lows[i]
    if low not in COUNTERPARTS:
        return None
    if low == "opposite":
        if t.low(i + 1) != "number":
            return None
        return Post(first=i, last=i + 1, lo=i, hi=i + 1, code=None, role="", kind="counterpart")
    return Post(first=i, last=i, lo=i, hi=i, code=None, role="", kind="counterpart", plural=COUNTERPARTS[low])
