"""Whose appointment a sentence tells of: who takes the office up, not who leaves it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_WHO_WAS = re.compile(r"\bwho (?:was|had been|has been|became|took)\b")


def named_in(headline: str, quote: str, people: Mapping[str, str]) -> frozenset[str]:
    """The one person of the clipping whose surname an appointment's headline has: "Zhaksylykov was appointed".

    Else whom a relative clause speaks of: "He replaces Kodir Gulyamov, a physicist, who was appointed in 2000".
    """
    words = set(re.findall(r"[^\W\d_]{3,30}", headline))
    found = frozenset(person for name, person in people.items() if name.rpartition(" ")[2] in words)
    who = _WHO_WAS.search(quote)
    if not found and who:
        before = [(quote.rfind(name, 0, who.start()), person) for name, person in people.items()]
        at, person = max(before, default=(-1, ""))
        return frozenset({person}) if at >= 0 else found
    return found if len(found) == 1 else frozenset()


_APPOINTS = re.compile(
    r"(?:\b(?P<passive>was|were|been|is|are|be) (?:\w+ )?)?\b(?:appoint(?:ed|ing|s)|nam(?:ed|ing|es)|nominat(?:ed|ing|es)|promot(?:ed|ing|es)|propos(?:ed|es|ing)|"
    r"elect(?:ed|ing|s)|chose|chosen|picked)\b"
)


def who_is_appointed(members: frozenset[str], quote: str, people: Mapping[str, str]) -> frozenset[str]:
    """Of several the one named first: whom the verb is followed by, or whom a passive verb follows; nobody where only who appoints is known."""
    verb = _APPOINTS.search(quote)
    if verb is None:
        return members
    at: dict[str, int] = {}
    for name, person in people.items():
        if person in members:
            found = [n for n in (quote.find(name), quote.find(name.rpartition(" ")[2])) if n >= 0]
            if found:
                at[person] = min(at.get(person, len(quote)), min(found))
    if verb["passive"]:
        before = [(-n, p) for p, n in at.items() if n < verb.start()]
        return frozenset({min(before)[1]}) if before else members
    after = [(n, p) for p, n in at.items() if n > verb.start()]
    if after:
        return frozenset({min(after)[1]})
    if quote.endswith(", ", 0, verb.start()):  # "A, appointed minister only last month, took the chair"
        before = [(-n, p) for p, n in at.items() if n < verb.start()]
        return frozenset({min(before)[1]}) if before else members
    return frozenset(p for p in members if p not in at)


_GIVES_WAY = re.compile(
    r"\b(?:took over|takes over|taking over)\b[^.;]{0,40} from [^.;,]{0,30}$|"
    r"\b(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)|in place of|instead of)\b[^.;,]{0,30}$"
)


def who_takes_office(members: frozenset[str], quote: str, people: Mapping[str, str]) -> frozenset[str]:
    """Without the predecessor: "A took over on Thursday from B"."""
    before: set[str] = set()
    after: set[str] = set()
    for name, person in people.items():
        at = quote.find(name)
        if at < 0:
            at = quote.find(name.rpartition(" ")[2])
        if at >= 0:
            (before if _GIVES_WAY.search(quote, 0, at) else after).add(person)
    return (members - before) or frozenset(after - before) if before & members else members
