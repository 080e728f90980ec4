"""Tokens -> posts as said: each title with its state, countries and organization, named or not.

A post knows nothing of who holds it; `holders.py` looks for the name beside it. Neighbouring titles of one holder
("Deputy Prime Minister and Minister of Defence") form one group."""

from __future__ import annotations

from itertools import compress

from sitegen.people.cores import (
    COUNTERPARTS,
    HEADS_OF,
    body_head,
    counterpart,
    department,
    fixed_title,
    ministry_head,
)
from sitegen.people.offices import BY_FIRST_WORD
from sitegen.people.post import HEADS, Post
from sitegen.people.reach import reach_left, reach_right
from sitegen.people.titles import words
from sitegen.people.tokens import Tokens
from sitegen.people.whose import SPOKES, WHOSE

#: titles that are given names too: an office only with a country or an article ("Emir Kusturica" is none)
_ROYAL_NAMES = frozenset({"emir*", "amir*", "sultan*"})
_ROYAL_ADDRESS = frozenset({"sheikh", "shaikh", "hh", "h.h"})
_TRIGGERS = frozenset({*BY_FIRST_WORD, *HEADS, *COUNTERPARTS, *HEADS_OF, "heads", "boss"})


def find_posts(t: Tokens) -> list[Post]:
    """All posts in text order; they do not overlap."""
    found: list[Post] = []
    done = -1
    for i in compress(range(len(t)), map(_TRIGGERS.__contains__, t.lows)):
        if i <= done:
            continue
        post = (
            fixed_title(t, i) or department(t, i, done) or ministry_head(t, i) or body_head(t, i) or counterpart(t, i)
        )
        if post is None:
            continue
        post = reach_right(t, reach_left(t, post, done))
        royal = post.office and post.office.phrase in _ROYAL_NAMES
        if royal and not post.countries and not post.definite and t.low(post.hi + 1) not in _ROYAL_ADDRESS:
            continue
        if _is_of_company(t, post):
            post.foreign = True
        if post.office and post.office.organization and post.office.nameless and not post.organization:
            post.foreign = True
        if post.office and post.office.weak and post.code == "head-of-state" and not _is_national_leader(post):
            done = post.last
            continue
        found.append(post)
        done = post.hi
    return found


#: titles that firms, teams and ships have too: an office only with a country, an organization or a ministry
_OF_ANYBODY = frozenset(
    {"commander*", "adviser*", "advisor*", "special assistant*", "chief* of staff", "prosecutor general"}
)
_COMPANY = words("chief ceo coo cfo chairman founder treasurer owner general")


def _is_of_company(t: Tokens, post: Post) -> bool:
    """Whether a title that states also have is here one of a firm, a family, a ship: "president and CEO", "a spokesman"."""
    office = post.office
    if office is None or post.countries or post.organization or post.implies:
        return False
    if office.of_state and not post.plural:
        joined = t.low(post.hi + 1) in ("and", "&") and t.low(post.hi + 2) in _COMPANY and t.low(post.hi + 3) != "of"
        graded = any(t.low(k) in ("senior", "executive", "group") for k in range(post.lo, post.first))
        return joined or graded or (t.low(post.lo - 1) in ("and", "&") and t.low(post.lo - 2) in ("chairman", "ceo"))
    owned = post.lo > 0 and t.poss[post.lo - 1]  # "the president's spokesman"
    bare = post.lo == post.first and post.hi == post.last
    speaks = office.phrase in SPOKES and not (
        t.low(post.hi + 1) == "for" and any(w.isupper() for w in t.words[post.hi + 2 : post.hi + 4])
    )
    return bare and (office.phrase in _OF_ANYBODY or (speaks and not owned))


def _is_national_leader(post: Post) -> bool:
    """ "leader" is an office of state only right behind a country: "the Belarusian leader", not "leaders of the club"."""
    if post.pronoun in WHOSE:  # "the country's leader"
        return not post.plural and post.state != "deputy"
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
            # "the President of A, and President X": two offices of one kind are two persons'
            joined = joined and not (post.code == before.code != "other" and before.countries and post.office)
            plain = not (post.plural or before.plural or post.definite or "counterpart" in (post.kind, before.kind))
            if joined and plain and not t.poss[before.last]:
                groups[-1].append(post)
                continue
        groups.append([post])
    return groups
