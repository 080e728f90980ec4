"""What a minister is minister of: the words before the head ("defence minister") or behind it ("minister of defence")."""

from __future__ import annotations

from sitegen.people.offices import PORTFOLIO_WORDS
from sitegen.people.post import HEADS
from sitegen.people.tokens import Tokens


def portfolio_before(t: Tokens, i: int, done: int) -> int:
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


def portfolio_after(t: Tokens, i: int) -> tuple[frozenset[str], int]:
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
        if low in PORTFOLIO_WORDS and not (
            found and t.words[j][:1].isupper() != capital and low not in ("affair", "affairs")
        ):
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
            if t.low(m) in HEADS or (low == "," and t.low(m) not in (",", "and", "&") and t.low(j + 1) != "and"):
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
