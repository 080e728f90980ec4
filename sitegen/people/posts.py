"""Tokens -> posts as said: each title with its state, countries and organization, named or not.

A post knows nothing of who holds it; `holders.py` looks for the name beside it. Neighbouring titles of one holder
("Deputy Prime Minister and Minister of Defence") form one group."""

from __future__ import annotations

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
from sitegen.people.tokens import Tokens

#: titles that are given names too: an office only with a country or an article ("Emir Kusturica" is none)
_ROYAL_NAMES = frozenset({"emir*", "amir*", "sultan*"})
_TRIGGERS = frozenset({*BY_FIRST_WORD, *HEADS, *COUNTERPARTS, *HEADS_OF, "heads", "boss"})


def find_posts(t: Tokens) -> list[Post]:
    """All posts in text order; they do not overlap."""
    found: list[Post] = []
    done = -1
    for i in [i for i, low in enumerate(t.lows) if low in _TRIGGERS]:
        if i <= done:
            continue
        post = (
            fixed_title(t, i) or department(t, i, done) or ministry_head(t, i) or body_head(t, i) or counterpart(t, i)
        )
        if post is None:
            continue
        post = reach_right(t, reach_left(t, post, done))
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
