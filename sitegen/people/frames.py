"""Names that stand with a country instead of a title: "Pakistan's X", "X of Belarus", "General X signed for China".

What office such a person holds the frame does not say. It is taken from the company: a title in the same list, the same
frame with a title in the same paragraph, or the office of the meeting that the clipping is about. All of these are
marked by their confidence, and give way to a holder of that office who is named with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model import PostCode
from sitegen.people.holding import Holding
from sitegen.people.post import Post
from sitegen.people.runs import Run, name_at, name_before
from sitegen.people.titles import words
from sitegen.people.tokens import Tokens

#: offices that a company shares: a list of ministers is one of ministers throughout
SHARED: frozenset[PostCode] = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "chief-of-general-staff"}
)
_FOR = words("signed signs spoke speaks sat stood sign attended answered")
_FOR_COUNTRY = words("represented representing represents")
_LINK = words(", and & of from the with plus ; ( ) republic as well along for met by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The office that is in force at a token, and how sure it is that a name there shares it."""

    code: PostCode
    role: str
    confidence: float
    basis: str


def country_frames(t: Tokens, titled_tokens: set[int]) -> list[tuple[Run, str, str, int]]:
    """Names with a country and no title: (name, country, frame `of` | `for` | `poss`, country's first token)."""
    found: list[tuple[Run, str, str, int]] = []
    seen: set[int] = set()
    for k in sorted(t.places):
        place, first, last = t.places[k]
        if k != first or place.country is None:
            continue
        run, frame = _frame(t, first, last)
        if run is None or run.start in seen or any(i in titled_tokens for i in range(run.start, run.last + 1)):
            continue
        if run.size < 2 and not run.formal:
            continue
        seen.add(run.start)
        found.append((run, place.country, frame, first))
    return found


def _frame(t: Tokens, first: int, last: int) -> tuple[Run | None, str]:
    kind = t.places[first][0].kind
    if t.poss[last] and kind in ("country", "city"):
        j = last + 1
        run = name_at(t, j)
        if run is not None and not run.poss and run.last + 1 not in t.taken:
            return run, "poss"
        return None, ""
    if kind != "country":
        return None, ""
    if t.low(last + 1) == "(" and t.low(last + 2).isdigit():
        return None, ""  # "X of A (2004), Y of B (2007)": holders of another time
    k = first - 1
    while t.low(k) in ("the", "republic", "kingdom", "islamic", "federation", "of") and t.low(k - 1) not in ("", "\n"):
        if t.low(k) == "of" and t.low(k - 1) not in ("republic", "kingdom", "federation"):
            break
        k -= 1
    mark = t.low(k)
    if mark in ("of", "from", "(") and not (mark == "(" and t.low(last + 1) != ")"):
        return name_before(t, k - 1), "of"
    if mark == "for":
        run = name_before(t, k - 1)
        if run is None and t.low(k - 1) in _FOR:
            run = name_before(t, k - 2)
        return run, "for"
    if mark in _FOR_COUNTRY:
        return name_before(t, k - 1), "for"
    return None, ""


def company_of(
    t: Tokens,
    run: Run,
    frame: str,
    posts: list[Post],
    holdings: list[Holding],
    sentence: tuple[int, int],
    paragraph: tuple[int, int],
    theme: Company | None,
) -> Company | None:
    """The office that a framed name shares; `sentence` and `paragraph` are token ranges, `theme` the clipping's office."""
    before = [p for p in posts if sentence[0] <= p.first and p.hi < run.lo and p.code in SHARED and not p.foreign]
    if before:
        post = before[-1]
        if post.plural and post.state == "current":
            return Company(code=post.code or "other", role=_singular(post), confidence=0.85, basis="list")
    listed = [h for h in holdings if sentence[0] <= h.run.lo and h.run.hi < run.lo]
    if listed:
        holding = listed[-1]
        said = holding.posts[0] if holding.posts else None
        gap = range(holding.run.hi + 1, run.lo)
        shares = said is not None and said.code in SHARED and said.state == "current"
        if said is not None and shares and all(t.lows[i] in _LINK or i in t.places or i in t.taken for i in gap):
            return Company(code=said.code or "other", role=said.role, confidence=0.85, basis="list")
    if frame == "for":
        same = [
            h for h in holdings
            if paragraph[0] <= h.run.lo <= paragraph[1] and h.posts and h.posts[0].code in SHARED
            and h.posts[0].state == "current" and "for" in t.lows[h.run.hi + 1 : h.run.hi + 4]
        ]  # fmt: skip
        if same:
            return Company(
                code=same[0].posts[0].code or "other", role=same[0].posts[0].role, confidence=0.75, basis="frame"
            )
    return theme


def _singular(post: Post) -> str:
    return post.role.replace("Ministers", "Minister").replace("Presidents", "President").replace("Chiefs", "Chief")
