"""Where a name begins and ends: runs of capitalised words, with ranks and forms of address before them taken apart."""

from __future__ import annotations

from msgspec import Struct

from sitegen.people.titles import (
    HONORIFICS,
    MONTH_NAMES,
    NOT_NAMES,
    PARTICLES,
    RANKS,
    SMALL_FAMILIES,
    SURNAMES_TOO,
    WEAK_HONORIFICS,
)
from sitegen.people.tokens import Tokens

#: a name of more words than this is a heading, not a name
LONGEST = 5
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "vi", "x", "xvi", "retd", "rtd", "ret", "retired"})
#: endings of institutions and adjectives, not of names; short words are let be ("Clement")
_NOUN_ENDINGS = ("tion", "ment", "ship", "ness", "ional", "matic", "ology", "ical", "tive", "ture", "lateral")
#: what is named after persons: a name before one of these is the thing's
_THINGS = frozenset(
    """international airport university college hospital mosque square street avenue stadium palace conference center centre
    hall foundation institute library bridge base award prize medal cup hotel school academy museum park road tower
    peninsula island river dam port station airbase cosmodrome class""".split()
)
_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "X", "XIV", "XVI"})


class Run(Struct, kw_only=True):
    """A name in tokens; not frozen, as `Post`. `start`..`last` the name alone, `lo`..`hi` with rank, forms of address, "(Retd)"."""

    start: int
    last: int
    lo: int
    hi: int
    rank: str | None = None
    formal: bool = False  # a rank or a form of address stands before it
    poss: bool = False

    @property
    def size(self) -> int:
        return self.last - self.start + 1


_BEFORE_NAMES = frozenset({*HONORIFICS, *(phrase.split()[0] for phrase in RANKS), "(", "h.e.", "h.", "lt", "maj"})


def skip_rank(t: Tokens, i: int) -> tuple[int, str | None, bool]:
    """Past ranks and forms of address at `i`: (next token, rank in full, whether anything was there)."""
    rank: str | None = None
    formal = False
    if i < len(t) and t.lows[i] not in _BEFORE_NAMES:
        return i, rank, formal
    while i < len(t):
        for size in (3, 2, 1):
            phrase, end = _phrase(t, i, size)
            if phrase in RANKS and (t.words[i][:1].isupper() or size > 1 or len(phrase) > 4):
                rank, i, formal = rank or RANKS[phrase], end, True
                break
        else:
            low = t.lows[i]
            if low == "(" and t.low(i + 1) in _SUFFIXES:
                i += 2
                while t.low(i) in (".", ")"):
                    i += 1
                continue
            bare = low.replace(".", "")
            if low == "h." and t.low(i + 1).replace(".", "") == "e":  # "H.E" without its last full stop
                i, formal = i + 2, True
                continue
            if bare == "eng" and t.low(i + 1) != ".":
                break
            if bare in HONORIFICS and t.words[i][:1].isupper() and t.words[i] not in SURNAMES_TOO:
                after = i + 1 + (t.low(i + 1) in (".", "'", "’"))
                if bare in WEAK_HONORIFICS and not (
                    (is_name_word(t, after) and (is_name_word(t, after + 1) or t.low(after + 1) in PARTICLES))
                    or _starts_rank(t, after)
                ):
                    break
                if after >= len(t) or not (is_name_word(t, after) or _starts_rank(t, after)):
                    break
                i, formal = after, True
                continue
            break
    return i, rank, formal


def _starts_rank(t: Tokens, i: int) -> bool:
    return t.low(i).replace(".", "") in HONORIFICS or any(_phrase(t, i, n)[0] in RANKS for n in (2, 1))


def _phrase(t: Tokens, i: int, size: int) -> tuple[str, int]:
    """`size` words from `i`, full stops of abbreviations passed over: (words, next token)."""
    parts: list[str] = []
    while i < len(t) and len(parts) < size:
        if t.lows[i] == "." and parts and len(parts[-1]) <= 5:
            i += 1
            continue
        parts.append(t.lows[i].replace(".", ""))
        i += 1
    if t.low(i) == "." and parts and len(parts[-1]) <= 5 and t.words[i - 1][:1].isupper():
        i += 1
    return " ".join(parts), i


def is_name_word(t: Tokens, i: int) -> bool:
    """Whether the token may be part of a name, going by itself."""
    if not 0 <= i < len(t) or i in t.organizations or i in t.taken:
        return False
    word = t.words[i]
    if len(word) == 1 and word.isupper() and 0 < i < len(t) - 1:  # an initial without its full stop
        before = t.words[i - 1]
        within = i - 1 in t.taken or (before[0].isupper() and (len(before) == 1 or t.lows[i - 1] not in NOT_NAMES))
        within = within or t.lows[i - 1] in HONORIFICS or (before == "." and t.low(i - 2) in HONORIFICS)  # "Dr S NAME"
        return within and t.words[i + 1][0].isupper()
    if t.lows[i] in SMALL_FAMILIES and word[0].isupper() and 0 < i < len(t) - 1:
        starts = t.lows[i - 1] in (".", "\n", '"', "“", ":", "?", "!")
        return not starts and t.words[i + 1][0].isupper() and t.lows[i + 1] not in NOT_NAMES
    if not word[0].isalpha() or t.lows[i] in NOT_NAMES:
        return False
    if t.lows[i] in MONTH_NAMES:
        return i > 0 and t.words[i - 1][0].isupper() and not t.low(i + 1).isdigit() and is_name_word(t, i - 1)
    if not word[0].isupper():
        return word[:3].lower() in ("al-", "ul-", "el-", "as-", "ar-", "ad-") and len(word) > 4 and word[3:4].isupper()
    if len(word) > 1 and word.isupper() and word[-1] != ".":
        return len(word) >= 3 and any(c in "AEIOUY" for c in word) and t.lows[i] not in NOT_NAMES
    if len(word) > 7 and word.endswith(_NOUN_ENDINGS):
        return False
    place = t.places.get(i)
    return place is None or place[0].kind not in ("demonym",)


def name_at(t: Tokens, i: int, *, nationals: bool = False) -> Run | None:
    """The name that begins at `i`, behind ranks and forms of address if there are any.

    A place may be part of a name of several words ("Lloyd Austin"), a country its first word only where `nationals`
    ("Israel Katz" right behind a title).
    """
    lo = i
    start, rank, formal = skip_rank(t, i)
    j = start
    count = small = 0  # `small`: particles in capitals, "Al Ali Al Sabah", which make no name a heading
    while j < len(t) and count - min(small, 3) < LONGEST:
        if is_name_word(t, j):
            place = t.places.get(j)
            if (
                place is not None
                and place[0].kind == "country"
                and not (nationals and j == start and is_name_word(t, j + 1))
            ):
                break
            count += 1
            small += t.lows[j] in PARTICLES and j > start
            j += 1
            if t.poss[j - 1]:
                break
        elif (
            count
            and t.words[j].lower() in PARTICLES
            and (is_name_word(t, j + 1) or t.low(j + 1) in PARTICLES)
            and t.words[j].islower()
        ):
            j += 1
        elif count and t.words[j] in ('"', "“") and t.words[j + 2 : j + 3] in (['"'], ["”"]) and is_name_word(t, j + 3):
            j += 3
        elif (
            count
            and t.words[j] in ("'", "’")
            and t.words[j + 1 : j + 2]
            and t.words[j + 1][:3] in ("al-", "el-", "Al-")
            and t.starts[j] == t.ends[j - 1]
        ):  # "Shia' al-Sudani"
            j += 1
        elif count and t.words[j] in _NUMERALS:
            j += 1
            break
        elif (
            (count or (nationals and len(t.words[j]) == 2))
            and t.words[j].isupper()
            and len(t.words[j]) <= 3
            and is_name_word(t, j + 1)
            and j not in t.taken
        ):
            count = count or 1
            j += 1  # initials without full stops: "Retno LP Marsudi", "KP Sharma Oli"
        else:
            break
    if not count:
        return None
    last = j - 1
    while last > start and (
        (t.lows[last] in PARTICLES and t.words[last].islower()) or t.lows[last] in ("jr", "sr", "kc")
    ):
        last -= 1
    if t.low(last + 1) in _THINGS and t.words[last + 1][0].isupper() and not t.poss[last]:
        return None
    if all(k in t.places for k in range(start, last + 1)) and not (formal or (nationals and count > 1)):
        return None
    if count == 1 and t.words[start].isupper() and not formal:
        return None
    if count == 1 and len(t.words[start].strip(".")) < 2:
        return None
    hi = j - 1
    if t.low(last + 1) == "(" and t.low(last + 2) in _SUFFIXES:
        hi = last + 3 + (t.low(last + 3) == ".")
        hi = min(hi, len(t) - 1)
    elif t.low(last + 1) == "," and t.low(last + 2) in ("jr", "sr"):
        hi = last + 2
    return Run(start=start, last=last, lo=lo, hi=hi, rank=rank, formal=formal, poss=t.poss[last])


def name_before(t: Tokens, k: int) -> Run | None:
    """The name that ends at token `k`."""
    end = k
    if t.low(k) == ")" and t.low(k - 1) in _SUFFIXES:
        k -= 3
    elif t.low(k) == ")" and t.low(k - 1) == "." and t.low(k - 2) in _SUFFIXES:
        k -= 4
    if not is_name_word(t, k) and t.words[k : k + 1] not in [[n] for n in _NUMERALS]:
        return None
    begin, i, count = k, k, 0
    while i >= 0 and count < LONGEST + 3:
        if is_name_word(t, i) or t.words[i] in _NUMERALS:
            if t.poss[i] and i != k:
                break
            begin = i
            count += 1
        elif (
            t.words[i].lower() in PARTICLES
            and t.words[i].islower()
            and (is_name_word(t, i - 1) or t.low(i - 1) in PARTICLES)
        ):
            pass
        elif (
            t.lows[i] == "."
            and t.low(i - 1).replace(".", "") in (HONORIFICS | _ABBREVIATED)
            and is_name_word_or_rank(t, i - 1)
        ):
            begin = i - 1
            i -= 1
        elif _is_rank_word(t, i):
            begin = i
        else:
            break
        i -= 1
    while begin <= k:
        run = name_at(t, begin)
        if run is not None and run.last >= k:
            start = run.start
            opens = t.low(start - 1) in ("", "\n", ".") and not run.formal and run.size >= 3
            if opens and t.lows[start].endswith(("ing", "ed", "ly")):
                start += 1  # "Chanting Helmut Kohl"
            while start in t.places and k - start >= 2 and t.places[start][2] < k - 1:
                start = t.places[start][2] + 1
            return Run(
                start=start,
                last=k,
                lo=begin if start == run.start else start,
                hi=end,
                rank=run.rank,
                formal=run.formal,
                poss=t.poss[k],
            )
        begin = begin + 1 if run is None else run.last + 1
    return None


_ABBREVIATED = frozenset(w for phrase in RANKS for w in phrase.split() if len(w) <= 5)
_RANK_WORDS = frozenset(w for phrase in RANKS for w in phrase.split()) - {"of", "the"}


def is_name_word_or_rank(t: Tokens, i: int) -> bool:
    return i >= 0 and t.words[i][:1].isupper()


def _is_rank_word(t: Tokens, i: int) -> bool:
    return t.lows[i] in _RANK_WORDS or (t.lows[i].replace(".", "") in HONORIFICS and t.words[i][:1].isupper())
