"""Whose office it is where the title does not say: countries from the words around, then from where the clipping comes.

In falling order of worth: the same person elsewhere; a leader whom all news calls without it; "its", "the country's"; a title that one country alone uses; the
country that is the sentence's subject; the outlet's own country; the dateline; a country that the clipping is
plainly about. An office that another person is said outright to hold is never given away twice, and a name that
cannot be of the country's language (Chinese, Korean, Vietnamese) is not put there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache

from sitegen.gazetteer import read_leaders
from sitegen.model import Article, Dateline, PlaceMention
from sitegen.people.homes import HOMES
from sitegen.people.names import bare, fold, is_chinese, split
from sitegen.people.titles import KOREAN_FAMILIES, VIETNAMESE_FAMILIES, words
from sitegen.people.tokens import Tokens
from sitegen.world import Names, from_capitals

_SAYS = words(
    "said told added stressed stated noted announced declared informed reported warned explained emphasized emphasised "
    "says tells adds underlined underscored reiterated remarked recalled commented confirmed"
)
#: how far a sentence is searched on either side; longer ones are lists gone wrong, and time must stay in proportion
_REACH = 60
_SENT = words("sent sends dispatched dispatches")
_BEEN = words("was were is are be been being has have had will also again only")
_CAME = words("came comes signed spoke attended appeared answered")
_LED = words("led leads headed heads")
_DELEGATIONS = words("delegation side team mission")
_NOT_SUBJECT = words("in at from near on to of for after before with by between")


class Context:
    """The clipping's frame, and look-ups by token."""

    def __init__(self, article: Article, t: Tokens, names: Names) -> None:
        self._people, self._homes = names.people, names.homes
        self.t = t
        self.sentences = article.sentences or ((0, len(article.body)),)
        self.paragraphs = article.paragraphs or ((0, len(article.body)),)
        self._sentence_starts = [s[0] for s in self.sentences]
        self._paragraph_starts = [p[0] for p in self.paragraphs]
        publisher = (article.publisher or "").lower().removesuffix(".com").strip()
        self.home = HOMES.get(publisher)
        self.usage: str | None = None  # whose officials the lead calls without their country
        self.dateline = _country_of_dateline(article.dateline, names)
        self.counted = counted = Counter(
            p.country for p, first, _ in _once(t) if p.country and p.kind in ("country", "demonym")
        )
        ranked = counted.most_common(2)
        # measured on forty real passages: at twice the runner-up the guess was wrong one time in three
        often = ranked[0][1] if ranked else 0
        self.owned: frozenset[int] = frozenset()  # tokens of countries whose holders of office are named with them
        self.dominant = ranked[0][0] if often >= 3 and (len(ranked) == 1 or often >= 3 * ranked[1][1]) else None

    def sentence_of(self, token: int) -> tuple[int, int]:
        """First and last token of the sentence that holds `token`."""
        return self._range(self.sentences, self._sentence_starts, token)

    def paragraph_of(self, token: int) -> tuple[int, int]:
        return self._range(self.paragraphs, self._paragraph_starts, token)

    def _range(self, spans: tuple[tuple[int, int], ...], starts: list[int], token: int) -> tuple[int, int]:
        at = max(0, bisect_right(starts, self.t.starts[token]) - 1)
        span = self.t.span(*spans[at])
        return span if span is not None and span[0] <= token <= span[1] else (token, token)

    def subject(self, token: int) -> str | None:
        """The country that a statement is about, where the title at `token` names who made it: "A will ..., TITLE X said"."""
        first, last = self.sentence_of(token)
        if self.t.low(token - 1) not in (",", '"', "”") or not any(
            self.t.lows[k] in _SAYS for k in range(token, last + 1)
        ):
            return None
        for k in range(first, min(token, first + 6)):
            entry = self.t.places.get(k)
            if entry is None:
                continue
            place, begin, end = entry
            before = self.t.low(begin - 1) if begin > first else ""
            capital = place.kind == "city" and place.metonym
            if (
                place.country
                and (place.kind == "country" or capital)
                and before not in _NOT_SUBJECT
                and not self.t.poss[end]
            ):
                return place.country
            return None
        return None

    def represented(self, token: int) -> str | None:
        """The country that the holder goes on to represent: "TITLE X arrived to represent A"."""
        _, last = self.sentence_of(token)
        for k in range(token, min(last, token + _REACH)):
            if self.t.lows[k] in ("represent", "represents", "represented", "representing"):
                entry = self.t.country_at(k + 1)
                return entry[0] if entry else None
        return None

    def delegated(self, lo: int, hi: int) -> str | None:
        """The country that sent the person at `lo`..`hi`: "A sent TITLE NAME", "A was represented by TITLE NAME", "TITLE NAME came for A"."""
        t = self.t
        subject: int | None = None
        if t.low(lo - 1) in _SENT:
            subject = lo - 2
        elif t.low(lo - 1) == "by":
            first, _ = self.sentence_of(lo)
            if t.low(lo - 2) == "represented":
                subject = lo - 3
                while t.low(subject) in _BEEN:
                    subject -= 1
            elif t.country_at(lo - 2) and "represented" in t.lows[max(first, lo - _REACH) : lo]:
                subject = lo - 2  # "A was represented by X and B by Y"
        if subject is not None and subject >= 0:
            if entry := t.country_at(subject):
                return entry[0]
            if t.low(subject) in ("it", "which", "that"):
                return self.antecedent(subject)
        if subject is None and t.low(hi + 1) in _LED:  # "TITLE NAME led the A delegation"
            k = hi + 2 + (t.low(hi + 2) in ("the", "a", "its"))
            if (entry := t.country_at(k)) and any(w in _DELEGATIONS for w in t.lows[entry[2] + 1 : entry[2] + 4]):
                return entry[0]
        k = hi + 1 + (t.low(hi + 1) == ",")
        if t.low(k) in _CAME and t.low(k + 1) == "for" and (entry := t.country_at(k + 2)):
            return entry[0]
        return None

    def only_one(self, token: int, often: int, owned: frozenset[int]) -> str | None:
        """The one country that the sentence names before the title, if it is among the `often` most often named."""
        first = max(self.sentence_of(token)[0], token - _REACH)
        found = {
            entry[0].country for k in range(first, token) if (entry := self.t.places.get(k)) and k not in owned
        } - {None}
        return found.pop() if len(found) == 1 and found & set(self.mentioned()[:often]) else None

    def host(self, token: int, last: int) -> str | None:
        """Where one is received: "met with TITLE NAME in CAPITAL" makes the holder the host."""
        t = self.t
        if t.low(token - 1) not in ("with", "met", "meets", "meet", "by"):
            return None
        entry = t.places.get(last + 2)
        if entry and t.low(last + 1) == "in" and entry[0].kind == "city":
            return entry[0].country
        for k in range(token - 2, max(token - 7, 0), -1):  # "travelled to A to meet TITLE NAME"
            entry = t.places.get(k)
            if entry and t.low(entry[1] - 1) in ("to", "visited", "visits"):
                return entry[0].country
        return None

    def ministry(self, token: int, word: str) -> str | None:
        """The country whose ministry of the same kind speaks in the sentence: "A's Foreign Ministry said that TITLE"."""
        first = max(self.sentence_of(token)[0], token - _REACH)
        for k in range(first, token):
            if self.t.lows[k] == "ministry" and self.t.low(k - 1) == word and (entry := self.t.country_at(k - 2)):
                return entry[0]
        return None

    def antecedent(self, token: int) -> str | None:
        """Whom "its" or "the country's" means: the last country before, in this sentence or the one before."""
        first, _ = self.sentence_of(token)
        for k in range(token - 1, max(first, token - _REACH) - 1, -1):
            entry = self.t.places.get(k)
            if entry and entry[0].country:
                return entry[0].country
        if first == 0:
            return None
        begin, _ = self.sentence_of(first - 1)
        if self.t.lows[begin] == "\n":
            begin += 1
        for k in range(begin, min(first, begin + _REACH)):
            entry = self.t.places.get(k)
            if entry and entry[0].country and (entry[0].kind != "city" or entry[0].metonym or k < begin + 2):
                return entry[0].country
        return None

    def mentioned(self) -> list[str]:
        """Countries that the clipping names, most often named first."""
        return [country for country, _ in self.counted.most_common() if country is not None]

    def home_of(self, name: str) -> str | None:
        """The country that a person of the content folder serves, by any spelling given there."""
        return self._homes.get(self._people.get(name, name))

    def lead(self, owned: frozenset[int]) -> str | None:
        """The one country of the first sentence, if the clipping names none more often."""
        end = self.sentences[0][1]
        first = {
            p.country
            for p, at, _ in _once(self.t)
            if p.country and p.kind in ("country", "demonym") and self.t.starts[at] < end and at not in owned
        }
        only = first.pop() if len(first) == 1 else None
        return only if only is not None and self.counted[only] == max(self.counted.values()) else None

    def opens(self, first: int) -> str | None:
        """The country that a sentence begins with as its subject: "A was admitted on Friday. President X signed"."""
        first += self.t.low(first) == "\n"
        first += self.t.low(first) in ("the", "meanwhile", "earlier")
        entry = self.t.country_at(first)
        if entry is None or self.t.places[first][0].kind != "country" or self.t.poss[entry[2]]:
            return None
        return entry[0] if self.t.low(entry[2] + 1) not in ("and", ",", "-", "–", "&", "'s") else None

    def is_added(self, token: int) -> bool:
        """Whether an office is one more beside those spoken of: "The A defence minister will also attend"."""
        return "also" in self.t.lows[token + 1 : token + 4]

    def guesses(self, token: int, *, lesser: bool = False) -> list[tuple[str, float, str]]:
        """Countries that an office without one may belong to: (country, confidence, why), best first."""
        found: list[tuple[str, float, str]] = []
        # a city where the news only happens to be made: a seat of organizations, whose own country nobody speaks of
        abroad = self.dateline is not None and not self.counted[self.dateline] and len(self.counted) > 1
        dateline = None if abroad and self.t.organizations else self.dateline
        owned = frozenset[int]() if lesser else self.owned  # a leader is not of the country of another who is named
        for country, confidence, why in (
            (self.subject(token), 0.85, "subject"),
            (self.represented(token), 0.85, "represents"),
            (dateline if dateline == self.dominant else None, 0.8, "dateline"),
            (self.home, 0.85, "outlet"),
            (self.usage if self.home is None else None, 0.8, "usage"),
            (dateline, 0.8, "dateline"),
            (self.only_one(token, 1, owned), 0.65, "subject of all"),
            (self.only_one(token, 2, owned), 0.65, "sentence"),
            (self.dominant, 0.7, "topic"),
            (self.lead(owned), 0.6, "lead"),
            (self.opens(self.sentence_of(token)[0]), 0.6, "opens the sentence"),
            (self.opens(0), 0.55, "opens the story"),
        ):
            if country is not None and country not in [f[0] for f in found]:
                found.append((country, confidence, why))
        return found


def _country_of_dateline(dateline: Dateline | None, names: Names) -> str | None:
    """The dateline's country, if need be looked up by its place: the largest city of the name."""
    if dateline is None or dateline.country is not None or dateline.place is None:
        return dateline.country if dateline else None
    place = dateline.place
    if place in names.countries:
        return names.countries[place]
    cities = names.cities.get(place) or names.cities.get(from_capitals(place)) or ()
    return cities[0].country if cities else None


def _once(t: Tokens) -> list[tuple[PlaceMention, int, int]]:
    return [entry for k, entry in t.places.items() if entry[1] == k]


@cache
def _leaders() -> dict[tuple[str, str], str]:
    return {(fold(name), code): country for name, code, country in read_leaders()}


def leader_of(name: str, code: str) -> str | None:
    """The country of a leader whom news calls by title and name alone."""
    leaders = _leaders()
    words = bare(name)[1]
    for key in ("".join(words), split(name).family):
        if (country := leaders.get((fold(key), code))) is not None:
            return country
    return None


def plausible(name: str, country: str) -> bool:
    """Whether a full name may be one of `country`, as far as its syllables can tell; surnames alone always may."""
    parts = bare(name)[1]
    if len(parts) < 2:
        return True
    chinese = is_chinese(parts)
    if country == "CN":
        return chinese or len(parts) > 3
    if country in ("KR", "KP"):
        return fold(parts[0]) in KOREAN_FAMILIES or fold(parts[-1]) in KOREAN_FAMILIES
    if country == "VN":
        return fold(parts[0]) in VIETNAMESE_FAMILIES
    return not chinese or country in ("TW", "HK", "MO", "SG", "MY") or len(parts[1]) < 3
