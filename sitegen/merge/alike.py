"""Persons who may be one: suggested to the curator, never joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sitegen.model import CuratedPerson
from sitegen.people.names import bare, compare, sound

#: a word shared by more persons than this suggests nothing
CROWD = 40

PostKey = tuple[str, str]  # code, country or organization


@dataclass(slots=True)
class Draft:
    """A person in the making: spellings with the sources that use them, and the posts said of the person."""

    id: str
    spellings: dict[str, set[str]] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    posts: set[PostKey] = field(default_factory=set)
    curated: CuratedPerson | None = None

    @property
    def name(self) -> str:
        """The curator's name, else the spelling of most sources, the longest of these."""
        if self.curated:
            return self.curated.name
        if len(self.spellings) == 1:
            return next(iter(self.spellings))
        return min(self.spellings, key=lambda s: (-len(self.spellings[s]), -len(s), s))


@lru_cache(maxsize=65536)
def words_in(name: str) -> tuple[str, ...]:
    return bare(name)[1]


def suggestions(drafts: Mapping[str, Draft]) -> tuple[tuple[str, str, str], ...]:
    """Pairs that may be one person: spellings that `compare` finds possible, no country against it."""
    by_word: dict[str, set[str]] = {}
    for person in drafts.values():
        spellings = (person.name, *(person.curated.names if person.curated else ()), *person.spellings)
        for word in {sound(w) for s in spellings for w in words_in(s) if len(w) > 2}:
            by_word.setdefault(word, set()).add(person.id)
    pairs: dict[tuple[str, str], str] = {}
    for word in sorted(by_word):
        ids = sorted(by_word[word])
        if len(ids) > CROWD:
            continue
        for n, one in enumerate(ids):
            for two in ids[n + 1 :]:
                if (one, two) not in pairs:
                    pairs[one, two] = _why(drafts[one], drafts[two])
    return tuple((a, b, why) for (a, b), why in sorted(pairs.items()) if why)


def _why(a: Draft, b: Draft) -> str:
    if a.curated and b.curated:
        return ""
    if a.countries and b.countries and not a.countries & b.countries:
        return ""
    left = dict.fromkeys((a.name, *(a.curated.names if a.curated else ()), *sorted(a.spellings)))
    right = dict.fromkeys((b.name, *(b.curated.names if b.curated else ()), *sorted(b.spellings)))
    for one in left:
        for two in right:
            if compare(one, two) != "different":
                shared = sorted(a.posts & b.posts)
                post = f", and both are said to be {shared[0][0].replace('-', ' ')} of {shared[0][1]}" if shared else ""
                return f'"{two}" may be "{one}": the names are alike{post}'
    return ""
