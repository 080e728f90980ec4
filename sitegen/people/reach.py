"""What belongs to a title on either side: states and countries before it; of whom, of what, to whom sent behind it."""

from __future__ import annotations

from sitegen.people.offices import HOUSES, PORTFOLIO_WORDS, STATES, State
from sitegen.people.portfolios import portfolio_after
from sitegen.people.post import HEADS, PRONOUNS, Post, titled
from sitegen.people.runs import is_name_word
from sitegen.people.titles import HONORIFICS, NOT_NAMES
from sitegen.people.tokens import Tokens
from sitegen.people.whose import BODIES, MINISTRY_WORDS, POLITICAL, WHOSE, of_whom, sent_to

_SENT = frozenset({"delegate", "representative"})


def reach_left(t: Tokens, post: Post, done: int) -> Post:
    """Take in what stands before the title: states, countries, organization, article, pronoun."""
    k = post.first - 1
    state, countries, country_tokens = post.state, list(post.countries), list(post.country_tokens)
    organization, pronoun, definite, foreign, begin = post.organization, "", False, post.foreign, post.first
    deputy_at = post.first
    local = post.office is not None and post.office.local
    wants_ministry = post.office is not None and post.code == "other"
    while k > done:
        low = t.lows[k]
        place = t.places.get(k)
        if k in t.organizations:
            mention, start, _ = t.organizations[k]
            organization = mention.id
            k = begin = start
        elif place is not None and (place[0].kind in ("country", "demonym") or t.poss[k] or place[0].metonym or local):
            entry = place
            if entry[0].country and entry[0].country not in countries:
                countries.insert(0, entry[0].country)
                country_tokens.insert(0, entry[1])
            k = begin = entry[1]
            joiner = t.low(k - 1)
            if joiner in ("and", "&", ",") and k - 2 > done and t.country_at(k - 2) and post.plural:
                k -= 1
        elif (low in STATES and not (low == "under" and t.words[k][0].islower())) or (
            low in ("appointed", "elected", "named") and t.low(k - 1) in ("newly", "recently")
        ):
            if low == "first" and k + 1 == post.first and post.code == "head-of-state" and t.poss[k - 1]:
                state = _stronger(state, "former")  # "the country's first president" is history
            if new := STATES.get(low):
                state = _stronger(state, new)
                deputy_at = k
            begin = k
        elif low == "next" and not post.plural and t.low(k - 1) in ("the", "a", "'s", "its", "as"):
            state, begin = _stronger(state, "designate"), k
        elif low == "union" and t.words[k][0] == "U":
            post.implies, begin = "IN", k
        elif low in PRONOUNS or (t.poss[k] and low in WHOSE):
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
        elif low in _SENT and (t.poss[k - 1] or k - 1 in t.places or t.low(k - 1) in PRONOUNS):
            begin = k  # "the UAE delegate TITLE", "as his representative TITLE"
        elif low == ")" and t.low(k - 2) == "(" and t.words[k - 1].isupper() and k - 3 in t.places:
            k -= 2  # "Armed Forces of the Philippines (AFP) Chief of Staff"
        elif low == ")" and k - 1 in t.places and t.low(k - 2) == "(" and k - 3 in t.places:
            k -= 2  # "United States (US) Minister"
        elif (low in MINISTRY_WORDS or low in PORTFOLIO_WORDS) and wants_ministry and not post.plural:
            begin = k
        else:
            if low in POLITICAL and t.words[k][0].isupper() and post.office is not None and post.office.of_state:
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
    if low in BODIES or (t.poss[k] and low not in WHOSE):
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


_CLOSES = frozenset({",", ".", ";", ")", "\n", "", "and"})


def _capitals(t: Tokens, j: int) -> int:
    """The last of the capitalised words from `j` on that a comma ends; 0 if none does."""
    j += t.low(j) == "the"
    begin = j
    while j < len(t) and t.words[j][0].isupper() and j < begin + 6:
        j += 1
    return j - 1 if j > begin and t.low(j) == "," else 0


def _gloss(t: Tokens, j: int) -> int:
    """The closing bracket of another word for the same office, as in "Raksha Mantri (Defence Minister) of India", or 0."""
    for k in range(j + 1, min(j + 5, len(t))):
        if t.low(k) == ")":
            return k if t.low(k - 1) in HEADS else 0
        if not t.words[k].isalpha():
            return 0
    return 0


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
        within = t.country_at(j + 2) if low == "(" and t.low(j + 1) == "of" and not countries else None
        if within and t.low(within[2] + 1) == ")":  # "the Amir (of Kuwait)"
            countries, tokens, hi, j = [within[0]], [within[1]], within[2] + 1, within[2] + 2
            continue
        if low == "(" and (gloss := _gloss(t, j)):
            hi, j = gloss, gloss + 1
            continue
        if low == "for" and post.code == "head-of-government" and (behind := portfolio_after(t, j)[1]) > j:
            hi, j = behind, behind + 1
            continue
        entry = t.country_at(j + 1) if low == "," and not (post.plural or countries or post.code == "other") else None
        if entry and t.places[j + 1][0].kind == "country" and t.low(entry[2] + 1) in _CLOSES:
            countries, tokens, hi = [entry[0]], [entry[1]], entry[2]  # "NAME, Minister for Defence, Australia,"
            j = hi + 1
            continue
        if t.words[j : j + 1] in (["II"], ["I"], ["III"]):  # "Minister of Defence II"
            hi, j = j, j + 1
            continue
        if low == "for" and post.code in ("other", "secretary-general") and post.office is not None:
            behind = max(portfolio_after(t, j)[1], _capitals(t, j + 1) if post.organization else 0)
            if behind > j:
                hi, j = behind, behind + 1
                continue
        if low in ("to", "for", "on", "at", "with", "in") and post.office is not None and post.office.abroad:
            end = sent_to(t, j + 1)
            if end is None:
                break
            hi, j = end, end + 1
            continue
        if low in ("of", "for", "from", "at", "in"):
            got = of_whom(t, j, post, first_time=not countries and not organization)
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
