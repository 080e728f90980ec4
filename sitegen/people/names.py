"""Personal names: splitting, folding, comparing; nothing here knows any person.

`compare` answers with three words. `same`: the two spellings differ in nothing but case, accents, hyphens, spaces,
rank or form of address. `maybe`: they may be one person (another romanisation, another script, initials, a name
within a name, parts in another order, one letter): only a curator, or a post held on the same day, may join them.
`different`: nothing speaks for it. So nothing is ever joined across scripts, or across romanisations, in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from anyascii import anyascii

from sitegen.people.titles import (
    CHINESE_FAMILIES,
    FAMILY_FIRST,
    HONORIFICS,
    KOREAN_FAMILIES,
    PARTICLES,
    RANKS,
    SURNAMES_TOO,
    VIETNAMESE_FAMILIES,
)

Likeness = Literal["same", "maybe", "different"]

_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}$")
_APOSTROPHES = re.compile(r"['’ʼʻ`‘]")
_ARTICLE = re.compile(r"^(?:al|el|as|ar|an|at|az|ad|ash|ul|ur|ud)-(?=\w{3})")

#: pinyin syllable by its parts: enough to tell a Chinese given name from a European one
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v))"
    r"{1,3}(?<!b)$"
)  # fmt: skip

#: one romanisation for another, in this order; read on ASCII lower case. Each row: pattern, what it becomes, examples.
ROMANISATIONS: tuple[tuple[str, str, tuple[str, str]], ...] = (
    ("shch|sch|tsch", "sh", ("Schoigu", "Shoigu")),
    ("dzh|dj|zh|j", "j", ("Dzhaksybekov", "Zhaksybekov")),
    ("kh", "h", ("Khrenin", "Hrenin")),
    ("gh", "g", ("Tasmaghambetov", "Tasmagambetov")),
    ("q|ck|c(?!h)", "k", ("Viktor", "Victor")),
    ("x", "ks", ("Alexei", "Aleksei")),
    ("ph", "f", ("Stephan", "Stefan")),
    ("w|ff$", "v", ("Anatolij", "Anatoliy")),
    ("oo|ou", "u", ("Mahmoud", "Mahmud")),
    ("ee", "i", ("Aseem", "Asim")),
    ("y|j(?=$)", "i", ("Sergey", "Sergei")),
    ("i{2,}", "i", ("Anatoliy", "Anatoly")),
    ("ie", "e", ("Ermekbaev", "Yermekbayev")),
    (r"([a-z])\1+", r"\1", ("Zhassuzakov", "Zhasuzakov")),
    ("ander$", "andr", ("Alexander", "Aleksandr")),
    ("^m[ouea]h[ao]m[aei]d$", "muhamad", ("Mukhammad", "Mohammed")),
    ("^ahm[ae][dt]$", "ahmad", ("Akhmed", "Ahmad")),
    ("^[yiau]*s[uo]f$", "iusuf", ("Yousuf", "Yusuf")),
    ("^h[uao]s[ae]?i?n$", "husain", ("Hossein", "Hussain")),
)
_ROMANISATIONS = tuple((re.compile(pattern), becomes) for pattern, becomes, _ in ROMANISATIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name's parts as written. `family` is "" only for an empty name; `given` is "" for a single word."""

    rank: str | None
    given: str
    family: str
    family_first: bool = False


@lru_cache(maxsize=20000)
def fold(word: str) -> str:
    """One word for comparing: ASCII, lower case, without accents, apostrophes, full stops or hyphens."""
    text = _APOSTROPHES.sub("", anyascii(word) if not word.isascii() else word).lower()
    return _ARTICLE.sub("", text.strip("-. ")).replace("-", "").replace(".", "").replace(" ", "")


@lru_cache(maxsize=20000)
def sound(word: str) -> str:
    """`fold`, with the romanisations of one name brought together: "Shoygu" and "Shoigu" give one answer."""
    text = fold(word)
    for pattern, becomes in _ROMANISATIONS:
        text = pattern.sub(becomes, text)
    return text


@lru_cache(maxsize=20000)
def bare(name: str) -> tuple[str | None, tuple[str, ...]]:
    """`name` without rank, forms of address and bracketed matter: (rank in full or None, the words that are left)."""
    words = [w for w in re.sub(r"\([^()]*\)", " ", name).replace(",", " ").split() if any(c.isalpha() for c in w)]
    rank: str | None = None
    while len(words) > 1:
        for size in (3, 2, 1):
            phrase = " ".join(words[:size]).lower().replace(".", "")
            if size < len(words) and phrase in RANKS:
                rank, words = rank or RANKS[phrase], words[size:]
                break
        else:
            if (
                fold(words[0]) not in HONORIFICS
                or words[0] in SURNAMES_TOO
                or (len(words) == 2 and fold(words[0]) == "tan")
            ):
                break
            words = words[1:]
    return rank, tuple(words)


def is_chinese(words: tuple[str, ...]) -> bool:
    """Whether the words read as a Chinese name in pinyin, family name first."""
    if not 2 <= len(words) <= 3 or fold(words[0]) not in CHINESE_FAMILIES:
        return False
    return all(_PINYIN.match(fold(word)) for word in words[1:])


def is_family_first(words: tuple[str, ...], country: str | None = None) -> bool:
    if len(words) < 2:
        return False
    if country is not None:
        return country in FAMILY_FIRST
    first = fold(words[0])
    korean = (
        first in KOREAN_FAMILIES and ("-" in words[-1] or len(words) == 3) and fold(words[-1]) not in KOREAN_FAMILIES
    )
    vietnamese = first in VIETNAMESE_FAMILIES and len(words) >= 3
    return is_chinese(words) or korean or vietnamese


def split(name: str, country: str | None = None) -> PersonName:
    """Rank, given and family name of `name`; `country` (of the post) helps to know which comes first."""
    rank, words = bare(name)
    if len(words) < 2:
        return PersonName(rank=rank, given="", family=" ".join(words))
    if is_family_first(words, country):
        return PersonName(rank=rank, given=" ".join(words[1:]), family=words[0], family_first=True)
    begin = len(words) - 1
    while begin > 1 and fold(words[begin - 1]) in PARTICLES and words[begin - 1][:1].islower():
        begin -= 1
    return PersonName(rank=rank, given=" ".join(words[:begin]), family=" ".join(words[begin:]))


def slug(name: str) -> str:
    """Lower-case ASCII with hyphens, at most 80 characters: an address. Empty only if nothing can be romanised."""
    text = _APOSTROPHES.sub("", anyascii(" ".join(bare(name)[1]) or name)).lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:80].rstrip("-")


def is_latin(name: str) -> bool:
    """Whether every letter is Latin (with or without accents)."""
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in name if c.isalpha())


def one_letter_apart(a: str, b: str) -> bool:
    """One letter added, dropped, changed, or two neighbours swapped; equal words are not."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:] and len(rest_a) > 1)
    )


def _words_fit(a: str, b: str) -> bool:
    """Two words of names that may be one: by sound, as an initial, or a letter apart when long."""
    if _INITIALS.match(a) or _INITIALS.match(b):
        return fold(a)[:1] == fold(b)[:1]
    left, right = sound(a), sound(b)
    return left == right or (min(len(left), len(right)) >= 6 and one_letter_apart(left, right))


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of `short` fits a word of `long`, in order, the family name among them."""
    at = 0
    for word in long:
        if at < len(short) and _words_fit(short[at], word):
            at += 1
    return at == len(short)


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    return (
        tuple(w for w in words if fold(w) not in PARTICLES or (w[:1].isupper() and fold(w) not in ("al", "el")))
        or words
    )


@lru_cache(maxsize=50000)
def compare(a: str, b: str) -> Likeness:
    """Whether two spellings name one person, going by the spelling alone. Symmetric."""
    left, right = bare(a)[1], bare(b)[1]
    if not left or not right:
        return "different"
    if is_latin(a) != is_latin(b):
        romanised = [sound(w) for w in left], [sound(w) for w in right]
        flat = ["".join(r) for r in romanised]
        return "maybe" if flat[0] == flat[1] or sorted(romanised[0]) == sorted(romanised[1]) else "different"
    if _is_of_line(left) and _is_of_line(right) and sound(left[0]) != sound(right[0]):
        return "different"  # "Nasser Sabah Al Ahmad" is the son of "Sabah Al Ahmad"
    left, right = _content(left), _content(right)
    if "".join(map(fold, left)) == "".join(map(fold, right)):
        return "same"
    if "".join(map(sound, left)) == "".join(map(sound, right)):
        return "maybe"
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return "maybe" if len(long) > 1 and any(sound(short[0]) == sound(w) for w in long) else "different"
    if all(_INITIALS.match(w) for w in short) or _initials_only_match(short, long):
        return "different"
    if _within(short, long):
        return "maybe"
    return "maybe" if sorted(map(sound, left)) == sorted(map(sound, right)) else "different"


def _is_of_line(words: tuple[str, ...]) -> bool:
    """A name that goes on with father and family: the first word alone is its bearer's own."""
    return len(words) > 2 and any(fold(w) in ("al", "bin", "ibn") or w[:3].lower() == "al-" for w in words[1:])


def _initials_only_match(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Two names that share no full word by sound: initials and near misses alone do not make one person."""
    sounds = {sound(w) for w in long if not _INITIALS.match(w)}
    return not any(sound(w) in sounds for w in short if not _INITIALS.match(w))
