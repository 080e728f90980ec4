"""Whether a place's name stands for a government or nation: "Beijing said", "New Delhi had wanted", "Russia signed".

A country's name does unless the words before it say where; a capital's only where the words beside it say that it acts.
"""

from __future__ import annotations

import re
from typing import Literal

from sitegen.places.lexicon import LOCATIVE, LOCATIVE_PAIRS, NATION_DEEDS
from sitegen.world import Names

__all__ = ["is_metonym"]

_RELATION = re.compile(
    r"\b(?:(?:ties|relations|talks|deals?|agreements?|cooperation|dialogue|alliance|trust|tensions?|negotiations?|pacts?|"
    r"disputes?|contacts|partnership) (?:with|between)|pressure on|support (?:of|from|for)|against|between|by|sides with|"
    r"urged|accused|told|warned|asked|blamed|criticised|criticized|condemned|from both)(?: both)? \Z",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,| and| &|, and) ([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?)")
_SECOND = re.compile(r"\bbetween (?:[A-Z][\w.-]*,? ){1,4}and \Z")
_STANCE = re.compile(
    r"(?:'s|’s) (?:\w+ )?(?:position|stance|policy|policies|support|refusal|demands?|proposals?|interests?|decision|concerns?|"
    r"intentions?|claims?|approach|view|ambitions?|allies|ally|rivals?|nuclear|foreign|role|bid|offer|response|leadership|"
    r"priorit\w+|sovereignty|entry|accession|membership|participation|readiness|commitment|friends?|envoy|diplomacy)\b"
)


def is_metonym(text: str, start: int, end: int, kind: Literal["city", "country"], names: Names) -> bool:
    before = text[max(0, start - 32) : start]
    words = before.lower().split()
    if words and words[-1] == "the":
        del words[-1]
    if words and (words[-1] in LOCATIVE or " ".join(words[-2:]) in LOCATIVE_PAIRS):
        return False
    if kind == "country":
        if not before.endswith(", "):
            return True
        city = before[:-2].rpartition(" ")[2].strip("(")
        return city not in names.cities or city in names.countries
    if NATION_DEEDS.match(text, end) or _STANCE.match(text, end) or _RELATION.search(before):
        return True
    other = _AND.match(text, end)
    if other and other[1].removesuffix("'s").removesuffix("’s") in names.cities:
        return bool(NATION_DEEDS.match(text, other.end()) or _STANCE.match(text, other.end()))
    # the second of a pair: "between Moscow and Minsk"
    return before.endswith(" and ") and bool(_SECOND.search(before))
