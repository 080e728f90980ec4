"""Organizations that a text introduces itself: "the Lake States Compact (LSC)".

Only what is likely to have states as members: the name must hold a word for such a body and none for a party, an army
or an office of one country, and its capitals must agree with the abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.world import Names

__all__ = ["introductions"]

_ABBREVIATION = re.compile(r" \((?:the )?[\"“]?([A-Z][A-Za-z0-9+&-]{1,11})[\"”]?(?=[),;])")
_WORD = re.compile(r"[^\s,;:()]+")
_PARTS = re.compile(r"[-/]")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "with", "&", "against", "from", "among", "between"})

#: words for a body that states belong to
BODIES = frozenset(
    """Accord Accords Agreement Alliance Association Assembly Bloc Coalition Commission Committee Commonwealth Community
    Compact Conclave Concert Conference Confederation Consortium Convention Co-operation Cooperation Council Dialogue
    Entente Federation Forum Framework Group Grouping Initiative League Mechanism Meeting Movement Network Organisation
    Organization Pact Parliament Partnership Platform Quad Symposium Treaty Union""".split()
)  # fmt: skip
#: words that make it the body of one country or of persons
_NATIONAL = frozenset(
    """Army Party Police National State Federal Royal Congress Bharatiya Muslim Students Student Workers Labour Labor Trade
    Football Cricket Olympic Press Media Bar Medical Teachers Corps Force Forces Guard Air Navy Ministry Department Bureau
    Agency Authority Institute University Company Corporation Ltd Inc Bank Motor Stock Chamber Tenants Churches Church
    Planning Election Electoral Joint Standing Working Steering Investigative Revolutionary Liberation Front Tehreek
    Automotive Motors Industries Holdings Oil Gas Steel Capital Financial Entertainment Technologies Systems Airlines
    Hotels Resources Insurance Securities Savings Hospital Hospitals Schools Veterans Women Youth Lawyers Physicians
    Public Provincial Municipal City County House Senate Film Writers""".split()
)  # fmt: skip


def introductions(text: str, names: Names) -> dict[str, str]:
    """Every name and abbreviation that the text introduces and the world does not know, with its id."""
    found: dict[str, str] = {}
    for match in _ABBREVIATION.finditer(text):
        abbreviation = match[1]
        name = _name_before(text, match.start(), abbreviation, names)
        if name is None:
            continue
        known = (names.organizations.get(part) for part in _endings(name))
        ident = next(filter(None, (*known, names.organizations.get(abbreviation))), abbreviation)
        for spelling in (name, abbreviation):
            if spelling not in names.organizations:
                found.setdefault(spelling, ident)
    return found


def _name_before(text: str, end: int, abbreviation: str, names: Names) -> str | None:
    """The capitalised words before the bracket, from the one that the abbreviation begins with."""
    words = list(_WORD.finditer(text, max(0, end - 140), end))
    chosen = None
    letters = [c for c in abbreviation.upper() if c.isalpha()]
    for i in range(len(words) - 1, max(-1, len(words) - 15), -1):
        word = words[i][0]
        if i + 1 < len(words) and words[i].end() + 1 != words[i + 1].start():
            break
        if not (word[0].isupper() or word in _SMALL or word[0] in "'’"):
            break
        if word[0].upper() == letters[0] and word[0].isupper():
            initials = [p[0].upper() for w in words[i:] for p in _PARTS.split(w[0]) if p and w[0] not in _SMALL]
            if _fits(letters, initials):
                chosen = i
    if chosen is None:
        return None
    name = text[words[chosen].start() : end]
    parts = {w.strip("'’s") if w.endswith(("'s", "’s")) else w for w in name.split()}
    if not parts & BODIES or parts & _NATIONAL or len(parts) < 2:
        return None
    first = name.split()[0]
    if first in names.demonyms or (first in names.countries and first not in ("United",)):
        return None
    return name


def _endings(name: str) -> Iterator[str]:
    """The name and what it ends in, down to two words: "CIS Collective Security Treaty" is known by its end."""
    words = name.split()
    for i in range(len(words) - 1):
        yield " ".join(words[i:])


def _fits(letters: list[str], initials: list[str]) -> bool:
    """Whether the initials, in order, are found in the abbreviation, all but one at most."""
    position, used = 0, 0
    for initial in initials:
        if initial in letters[position:]:
            position = letters.index(initial, position) + 1
            used += 1
    return used >= len(initials) - 1 and used >= 2 and used >= len(letters) - 2
