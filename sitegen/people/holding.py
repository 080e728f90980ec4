"""A name with the posts said of it at one place, and the country that stands with the name itself."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sitegen.people.offices import State
from sitegen.people.post import Post
from sitegen.people.runs import Run
from sitegen.people.titles import words
from sitegen.people.tokens import Tokens


class Holding(Struct, frozen=True, kw_only=True):
    """A name with the posts said of it at one place. `country` is what stands with the name itself ("X of Belarus")."""

    run: Run
    posts: tuple[Post, ...] = ()
    country: str | None = None
    confidence: float = 0.95
    basis: str = "title"
    change: Literal["start", "end"] | None = None


_SPEAKS_FOR = words("signed signs spoke speaks sat answered")


def country_behind(t: Tokens, run: Run) -> tuple[str | None, int]:
    """The country said right behind a name: "of Belarus", "from Iran", "(Kazakhstan)". (code, last token)."""
    j = run.hi + 1
    if run.poss:
        return None, run.hi
    if t.low(j) in ("of", "from"):
        k = j + 1
        while t.low(k) in ("the", "republic", "kingdom", "islamic", "of", "people's", "democratic", "federation"):
            k += 1
        entry = t.country_at(k)
        if entry and t.places[k][0].kind == "country" and not t.poss[entry[2]]:
            return entry[0], entry[2]
    if t.low(j) in _SPEAKS_FOR and t.low(j + 1) == "for":
        entry = t.country_at(j + 2 + (t.low(j + 2) == "the"))
        if entry:
            return entry[0], run.hi
    if t.low(j) == "(":
        entry = t.country_at(j + 1)
        if entry and t.low(entry[2] + 1) in (")", ","):
            return entry[0], entry[2] + 1
    return None, run.hi


def as_former(holding: Holding) -> Holding:
    posts = tuple(replace(p, state="former") if p.state == "current" else p for p in holding.posts)
    return replace(holding, posts=posts)


def with_state(run: Run, group: list[Post], state: State, *, lasting: bool = False) -> Holding:
    """A holding by appointment or removal; `lasting` verbs ("serves as") say nothing of when the term begins or ends."""
    posts = tuple(replace(p, state=state) if p.state == "current" else p for p in group)
    change: Literal["start", "end"] | None = {"current": "start", "former": "end"}.get(state)  # type: ignore[assignment]
    return Holding(run=run, posts=posts, basis="appointment", confidence=0.9, change=None if lasting else change)
