"""Article -> organization mentions: the door `find_organizations`.

Three ways to be found: by a known name (`names.organizations`), by an introduction of the text's own ("Lake States
Compact (LSC)", see `introduced.py`), and by a word that stands for one named before ("the bloc", see `anaphora.py`).
"""

from __future__ import annotations

import re

from sitegen.model import Article, OrganizationMention
from sitegen.organizations.anaphora import find_anaphors
from sitegen.organizations.introduced import introductions
from sitegen.world import Names, capitalised, from_capitals, lengths_of, longest

__all__ = ["find_organizations"]

_SHOUTED = re.compile(r"[A-Z][A-Z'’-]{3,}(?: (?:[A-Z][A-Z'’-]+|&)){1,9}")

#: abbreviations that are words when a headline is set in capitals
_WORDS = frozenset({"WHO", "ECO", "ALBA", "AU", "NAM", "QUAD", "ARF", "BRIC"})


def find_organizations(article: Article, names: Names) -> tuple[OrganizationMention, ...]:
    """Known organizations, those that the text itself introduces ("Full Name (ABBR)"), and "the bloc", "the group"."""
    text = article.body.replace("\n", " ").replace("\xa0", " ")
    own = introductions(text, names)
    known, lengths = names.organizations, names.organization_lengths
    own_lengths = lengths_of(own)
    found = []
    renamed: dict[str, str] = {}  # short names that the text gives to others: "Eurasian Economic Commission (EEC)"
    past = 0
    for first, start, stop in capitalised(text):
        listed = first in known or first in lengths or first in own or first in own_lengths
        if not listed and (len(first) < 4 or not first.isupper()):
            continue
        if start < past or text[start - 1 : start].isalnum():
            continue
        end = longest(text, start, stop, known, lengths)
        if own:
            end = max(end, longest(text, start, stop, own, own_lengths))
        spelling = text[start:end]
        if end < 0:
            shouted = _SHOUTED.match(text, start) if first.isupper() else None
            if shouted is None:
                continue
            plain = from_capitals(shouted[0])
            size = longest(plain, 0, len(first), known, lengths)
            size = max(size, longest(plain, 0, len(first), own, own_lengths))
            if size < 0 or " " not in plain[:size]:
                continue
            end, spelling = start + size, plain[:size]
        elif not _stands_for_it(text, start, end):
            continue
        id_ = renamed.get(spelling) or known.get(spelling) or own[spelling]
        found.append(OrganizationMention(start=start, end=end, text=article.body[start:end], id=id_))
        if text.startswith(" (", end) and " " in spelling:
            short = text[end + 2 : max(end + 2, text.find(")", end, end + 12))]
            if known.get(short, id_) != id_ and short == "".join(w[0] for w in spelling.split() if w[0].isupper()):
                renamed[short] = id_
        past = end
    found.extend(find_anaphors(text, article.sentences, found, names))
    return tuple(sorted(found, key=lambda m: m.start))


def _stands_for_it(text: str, start: int, end: int) -> bool:
    """Whether a short name that has other uses is meant as the organization's."""
    name = text[start:end]
    if text[end : end + 1] == "$":
        return False  # "AU$ 52 million"
    if name == "Commonwealth":
        return not re.match(r" of\b| Games| Avenue", text[end : end + 12])
    if name in _WORDS:
        around = text[max(0, start - 12) : start].split()[-1:] + text[end : end + 12].split()[:1]
        return not any(len(w) > 3 and w.isupper() for w in around)
    return True
