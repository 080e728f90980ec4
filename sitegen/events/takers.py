"""Who took part in a happening: people with role and country, countries, organizations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sitegen.events.anycase import Anycase
from sitegen.events.clauses import Span
from sitegen.model import Annotations, Article, Participant, PersonMention, PlaceMention

_ACTORS = (
    r"(?:ministers?|chiefs?|leaders?|presidents?|premiers?|heads?|delegations?|delegates|representatives?|officials|"
    r"officers|commanders|troops|soldiers|forces|armies|militaries|servicemen|units|secretaries|envoys|counterparts?|departments?|ministries|"
    r"colleagues|participants|members|teams|warships|ships|contingents|participation|partners|"
    r"assets|personnel|aircraft|vessels|jets|aircrews|airmen|sailors|marines|paratroopers|divers|medics|rescuers|observers|cadets|journalists|athletes|experts|diplomats|lawmakers|scientists|aides|staffs)"
)
#: "the defence ministers of", "delegations from": a list of countries that follows took part.
_FROM = Anycase(rf"\b{_ACTORS}(?: [a-z]+){{0,4}} (?:of|from|including|like)(?: [a-z]+){{0,3}}(?: of)? $")
#: "soldiers from 47 countries, including", "ministers of the bloc's ten member states —": told whose, then listed
_FROM_STATES = Anycase(
    rf"\b(?:{_ACTORS}(?: [a-z]+){{0,4}} (?:of|from|representing)|(?:attendance|presence) (?:of|from|by)|involving|(?:attended|joined) by)"
    r"(?: (?!with |to |between |against )[\w’'-]+){0,6} (?:countries|states|nations|members|republics|powers|economies|militaries|armies)"
    r"(?:,? (?:including|such as|like|namely|among them)|:| —| –| -|—|–|,)? ?(?:the )?$"
)
_LIST = re.compile(
    r"^(?:,| and|, and|,and| as well as|, as well as|, along with| or|, the| and the|, and the)? ?(?:the )?$"
    r"|^, (?!President|Prime|Mr|Minister|General|In |On |The )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?:,|,? and) (?:the )?$"  # one that no table knows
)
_PARTNERS = Anycase(
    r"\bpartners?(?: countries| nations| states)?(?: —| –| -|:|,| including| such as| like) (?:the )?$",
)
_BETWEEN = Anycase(
    r"\b(?:between|among|involving|(?:joined|attended|signed|hosted|held|concluded|organi[sz]ed|conducted|agreed) by|(?:attendance|participation|presence|involvement) (?:by|of|from)|together with|brought together|brings together|"
    r"participants(?: [a-z]+){0,3} (?:are|were|include[sd]?)|(?:participating|taking part|represented|in attendance)(?: (?:countries|states|nations|(?:at|in) the [a-z]+))?(?: are| were|:| include[sd]?))(?: the)? $",
)


#: behind one country or several: it was there
_REPRESENTED = re.compile(
    r"(?: also| both| all| (?:has|have|had|will|would|is to|are to|is|are|was|were))* (?:(?:was |were |is |be )?represented|sent|takes? part|took part|taking part|participat(?:ed?|es|ing)|attend(?:ed|ing|s)?|hosts?|hosted|(?:witness|observ|join)(?:ed|ing) the (?:[\w-]+ ){0,3}(?:drills?|exercises?|war games|man(?:oeu|eu)vres|training|talks|meeting|summit|session)|(?:was|were) (?:also )?(?:present|in attendance))\b"
)
#: behind those named for staying away
_ABSENT = re.compile(
    r"(?: [A-Z]\w+)?(?: (?:are|were|was|is|has been|have been))?(?: [a-z]+ly)? (?:absent|missing|not (?:present|represented|attending)|stayed away|skipp(?:ed|ing)|boycott(?:ed|ing)|did not (?:attend|take part|participate|send))\b"
)
#: behind several: they did it together
_TOGETHER = re.compile(
    r"(?: also| both| all| jointly| (?:has|have|had|will|would|are to|are))* (?:sign(?:ed|ing)?|agreed|concluded|(?:h[eo]ld(?:ing)?|beg[iau]n|launch(?:ed)?|start(?:ed)?|"
    r"kick(?:ed)? off|conduct(?:ed|ing)?|staged?|opened|finished|ended) (?:[\w-]+ ){0,6}?(?:drills?|exercises?|war games|manoeuvres|maneuvers|talks|meeting|summit|patrols?|consultations))\b"
)
_OF_A_NATION = re.compile(
    r" (?:[a-z]+ ){0,2}(?:ministers?|chiefs?|delegations?|troops|soldiers|counterparts?|leaders?|presidents?|warships|ships|navies|armies|air forces|militaries|"
    r"forces|servicemen|units|contingents|sailors|pilots)\b"
)
#: "the Danish Ministry of Defence and its partners hosted the drill"
_MINISTRY = re.compile(
    r" (?:ministry|department) of (?:national )?defen[cs]e(?: [\w’'-]+){0,9}? (?:hosted|co-hosted|organi[sz]ed|conducted|held|joined|took part)\b",
    re.IGNORECASE,
)


def _may_list(before: str) -> bool:
    """Whether one of the words that open a list stands there at all: seldom, and soon seen."""
    return any(map(before.lower().__contains__, _OPEN_LIST))


_OPEN_LIST = (
    " of ",
    " from ",
    " including ",
    " like ",
    "between ",
    "among ",
    "involving ",
    " by ",
    " with ",
    "partner",
    "states",
    "nations",
    "members",
    " are ",
    " were ",
    " include",
    "together ",
    ": ",
)


class Cast:
    """The people, countries and organizations of one article, to be asked for by span; made once an article."""

    def __init__(self, article: Article, annotations: Annotations) -> None:
        self.body = article.body
        self.people, self.places = annotations.people, annotations.places
        self.organizations = annotations.organizations
        self._people_at = [m.start for m in self.people]
        self._places_at = [m.start for m in self.places]
        self._organizations_at = [m.start for m in self.organizations]
        self._known: dict[str, Participant] = {}
        self._country_of: dict[str, str] = {}
        for m in self.people:
            if m.office or not m.name:
                continue
            before = self._known.get(m.name)
            if before is None or (before.role is None and m.role is not None):
                country = m.country or (before.country if before else None)
                self._known[m.name] = Participant(name=m.name, role=m.role, country=country)
            if m.country and m.state != "former":
                self._country_of[m.name] = m.country

    def _people_in(self, spans: Sequence[Span]) -> list[PersonMention]:
        return [
            m for a, b in spans for m in self.people[bisect_left(self._people_at, a) : bisect_left(self._people_at, b)]
        ]

    def participants(self, spans: Sequence[Span], wider: Sequence[Span] = ()) -> list[Participant]:
        """The people named in `spans`, each once, with the post said of them anywhere in the clipping.

        In `wider`, the other sentences on a meeting, those are taken who hold the office of those who met.
        """
        here = self._people_in(spans)
        named = dict.fromkeys(m.name for m in here if not m.office and m.name)
        codes = {m.code for m in here if m.code and m.code != "other"}
        if codes:
            for m in self._people_in(wider):
                if not m.office and m.name and m.code in codes and m.state != "former":
                    named.setdefault(m.name)
        return [self._known[name] for name in named]

    def countries(self, spans: Sequence[Span]) -> list[str]:
        """Countries of those who took part, by lists of states, by offices and by the posts of people; sorted."""
        found: set[str] = set()
        away: set[int] = set()  # where a country stands that is said to have stayed away
        for run, start in self._runs(spans):
            if _ABSENT.match(self.body, run[-1].end, run[-1].end + 60):
                away.update(m.start for m in run)
            elif self._took_part(run, start):
                found.update(m.country for m in run if m.country is not None)
        for m in self._people_in(spans):
            if m.state != "former" and not (m.office and m.start in away):
                country = m.country or self._country_of.get(m.name)
                if country:
                    found.add(country)
        return sorted(found)

    def _runs(self, spans: Sequence[Span]) -> Iterator[tuple[list[PlaceMention], int]]:
        """The enumerations of countries in `spans`, each with the start of its span."""
        for start, end in spans:
            run: list[PlaceMention] = []
            for m in self.places[bisect_left(self._places_at, start) : bisect_left(self._places_at, end)]:
                if m.country is None or m.kind not in ("country", "demonym"):
                    continue
                if run and _LIST.match(self.body[run[-1].end : m.start]) is None:
                    yield run, start
                    run = []
                run.append(m)
            if run:
                yield run, start

    def _took_part(self, run: Sequence[PlaceMention], start: int) -> bool:
        """Whether those of one enumeration took part: whose ministers, delegations or troops they are, what they did."""
        body, begin, end = self.body, run[0].start, run[-1].end
        if run[-1].kind == "demonym":
            return _OF_A_NATION.match(body, end, end + 50) is not None or _MINISTRY.match(body, end) is not None
        if _REPRESENTED.match(body, end, end + 50) or (len(run) > 1 and _TOGETHER.match(body, end, end + 110)):
            return True
        before = body[max(start, begin - 130) : begin]
        openers = (_FROM, _BETWEEN, _PARTNERS, *((_FROM_STATES,) if len(run) > 1 else ()))
        return _may_list(before) and any(p.search(before) for p in openers)

    def blocs(self, spans: Sequence[Span]) -> list[str]:
        """Organizations named in `spans`, in text order."""
        at = self._organizations_at
        return list(
            dict.fromkeys(m.id for a, b in spans for m in self.organizations[bisect_left(at, a) : bisect_left(at, b)])
        )
