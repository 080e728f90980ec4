"""Sentence boundaries in news English.

A boundary is a stop, its closing quotes and brackets, a blank (or none, where a blank was lost) and a capital; what
speaks against it is a row: abbreviations, initials, numbers, quotations that run on. No library was taken: pysbd
is 40 times slower and splits ranks, nltk's punkt needs a model. Measured in tests/articles/test_articles_sentences.py.
"""

from __future__ import annotations

import re
from collections import deque

#: Never end a sentence: something always follows them.
TITLES = frozenset(
    """gen lt col maj adm cpt capt cmdr cdr comdr sgt brig vice-adm rear-adm mr mrs ms messrs dr prof sen rep gov pres
    hon rev fr st mt ft amb dep sec min asst supt insp pvt cpl lieut dir marsh vs v cf viz approx ca fig figs vol pp
    no nos art arts para paras op ed eds al incl esp tel rs smt shri sh km kg gen-lt pte sqn wg flt gp lt-gen maj-gen col-gen
    vice chm""".split()
)
#: End one only before a word that opens sentences: "in the U.S. The talks", not "the U.S. Navy".
MAY_END = frozenset(
    """u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c a.m p.m i.e e.g jr sr inc ltd co corp bros etc jan feb mar apr jun jul aug
    sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun dept univ est assn gov't govt ave blvd rd ph.d
    m.d b.a m.a n.y l.a calif fla mass pa va wash conn ill mich minn tex ariz colo ga md mo ont que ok""".split()
)
OPENERS = frozenset(
    """the a an this that these those he she it they we i in on at by for from to as after before during when while where
    if but and or so yet however meanwhile moreover also there here his her their its our my one two some many most all
    both no not what who why how since under over with without according earlier later last next today yesterday
    officials president prime minister ministers defence defense foreign""".split()
)
_OFFICES = frozenset(("officials", "president", "prime", "minister", "ministers", "defence", "defense", "foreign"))
_NUMBERED = frozenset(("no", "nos", "art", "arts", "para", "paras", "fig", "figs", "vol", "p", "pp", "sec", "op"))
# the look behind the first stop comes after it: a pattern that begins with a class is searched many times faster
_BOUNDARY = re.compile(
    r"(?P<stop>[.!?…](?<![.!?…]{2})[.!?…]*)(?P<close>[\"”’'»)\]]{0,4})(?:\s+(?P<lead>[\"“‘'«(\[–—-]{0,3}\s?)(?=(?P<next>[^\W_]|[$€£]))"
    r"|(?=(?P<glued>[A-Z][A-Za-z]+)))"
)
_WORD_BEFORE = re.compile(r"[\w.’'-]{0,24}\Z")
_NEXT_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
#: What follows a stop without a blank in the name of a site ("Gazeta.Ru"), not in the next sentence.
_DOMAINS = frozenset("ru az com kz uz org net ua kg tj tm am ge by info cn tv me eu uk us pk ir mn news".split())
#: No rule after this one sees more than so many characters as one sentence: what is longer is a list, a table or an attack, and is
#: parted at a joint. The longest sentence of the clippings of content/ has under 700 characters.
LONGEST = 1_500
_JOINTS = ("; ", ", ", " ")
#: A quotation longer than this is a passage, and its sentences stand for themselves.
_LONGEST_QUOTE = 320


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`, one paragraph; blanks at their edges left out."""
    spans: list[tuple[int, int]] = []
    here = start
    quotes: deque[tuple[int, int]] | None = None
    for found in _BOUNDARY.finditer(text, start, end):
        if not _ends(text, start, found):
            continue
        if quotes is None:
            quotes = deque(_quotations(text, start, end))
        after = found.end("close")
        while quotes and quotes[0][1] <= found.start():
            quotes.popleft()
        if quotes and quotes[0][0] < found.start() and after < quotes[0][1]:
            continue
        if after > here:
            _add(spans, text, here, after)
        here = after
        while here < end and text[here] == " ":
            here += 1
    if here < end:
        _add(spans, text, here, end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """The sentence, or the pieces of one that is longer than any sentence."""
    while end - start > LONGEST:
        most = start + LONGEST
        cut = next((at + len(j) for j in _JOINTS if (at := text.rfind(j, start + LONGEST // 2, most)) >= 0), most)
        spans.append((start, cut - (text[cut - 1] == " ")))
        start = cut
    if end > start:
        spans.append((start, end))


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the stop ends a sentence, as far as the words around it tell."""
    glued = found["glued"]
    before = text[max(start, found.start() - 24) : found.start()]
    word = _WORD_BEFORE.search(before)
    token = word[0].lstrip(".'’-") if word else ""
    if glued is not None:
        if found["stop"] != "." or found["close"]:
            return len(glued) > 1 and found["stop"] in ".!?" and len(token) > 1 and bool(found["close"])
        if before[-1:] in (")", "”", "»"):
            return glued.casefold() not in _DOMAINS and len(glued) > 1
        lower = token[-2:].islower() and "." not in token and len(token) > 2
        return lower and glued.casefold() not in _DOMAINS and not token.casefold().startswith("www")
    following = found["next"]
    if following.islower():
        return False
    if found["stop"] != "." or found["close"] not in ("", ")", "]", "”", '"', "’", "'"):
        return following.isupper() or found["stop"][0] not in "…."
    if found["close"]:
        return True
    folded = token.casefold()
    if (
        len(token) <= 3
        and token.isalnum()
        and found.start() - len(token) == start
        and (token.isdigit() or len(token) == 1)
    ):
        return False  # the number of a paragraph or item
    if following.isdigit():
        return folded not in _NUMBERED and folded not in MAY_END and folded not in TITLES
    if len(token) == 1 and token.isalpha() and token.isupper():
        return False  # an initial
    if folded in TITLES and (folded not in _NUMBERED or len(token) > 2 or token[0].isupper()):
        return False
    if folded in MAY_END or _ACRONYM.fullmatch(token):
        opener = _NEXT_WORD.match(text, found.end("lead"))
        if opener and opener[0].casefold() in _OFFICES and text[opener.end() + 1 : opener.end() + 2].isupper():
            return False  # "with U.S. Defence Secretary A"
        return bool(opener and opener[0].casefold() in OPENERS and opener[0][0].isupper())
    return True


_ACRONYM = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z]")


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of closed quotations short enough to be one utterance."""
    spans = []
    opened: int | None = None
    for index in _marks(text, start, end):
        mark = text[index]
        opens = mark in "“«" or (mark == '"' and opened is None)
        if opens:
            opened = index
        elif opened is not None:
            if index - opened <= _LONGEST_QUOTE:
                spans.append((opened, index + 1))
            opened = None
    return spans


def _marks(text: str, start: int, end: int) -> list[int]:
    return [m.start() for m in _MARK.finditer(text, start, end)]


_MARK = re.compile(r"[“”«»\"]")
