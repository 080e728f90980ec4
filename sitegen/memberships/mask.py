"""A sentence -> the same in lower case with its countries, organizations and dates as tokens, lists drawn together.

"Iran, Belarus and the EU joined in 2023" becomes "<c0> joined in <d0>", with `lists[0]` the three members. Rules then
need to know nothing of names, of how lists are written, or of what lies between a name and its abbreviation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from msgspec import Struct

from sitegen.memberships.lexicon import NUMBERS
from sitegen.model import DateMention, OrganizationMention, PlaceMention

__all__ = ["Masked", "Member", "Tokens", "mask"]

_SEPARATOR = re.compile(
    r"(?:,|, and| and|,and| &| or|, or| plus|, plus| as well as|, as well as| along with|, along with|/| together with| ?[—–] ?(?:along|together) with)"
    r" ?(?:the |also |both |then |finally |later |most recently |newcomers? |neighbou?ring )?"
    r"(?:(?:the )?(?:(?:united|federal|democratic|islamic|people['’]s|socialist|cooperative|arab|plurinational) )*(?:republic|kingdom|state|sultanate|commonwealth|principality) of (?:the )?)?"
    # "China and the four Central Asian states of Kazakhstan": still one list
    r"(?:(?:[\w-]+ ){0,4}(?:countries|states|nations|republics|neighbou?rs) (?:of )?)?\Z",
    re.IGNORECASE,
)
#: an item that no table knows: "Hungary, Northern Cyprus and Turkmenistan"
_UNKNOWN = re.compile(
    r", (?:the )?(?!.*\b(?:Minister|President|Premier|Prime|Chief|General|Secretary|King|Sheikh|Mr|Ms|Dr|In|On|At|The)\b)"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}(?: \([A-Z]+\))?(?:,|,? and) (?:the )?"
)
#: "Russia and former Soviet republics Armenia, Belarus": the list only goes on
_GROUP_OF = re.compile(r"\b(?:countries|states|nations|republics|neighbou?rs)\b")
_ALIAS = re.compile(r" \((?:formerly|also known as|once|or|then) (?:the )?\Z")
_SUBJECT = 40  # characters of a sentence within which its subject is named
#: "agreed to admit A", "granted A": who is taken in is what is spoken of next
_TAKEN_IN = re.compile(r"\b(?:re)?(?:admit|accept|welcom|induct|grant|suspend|invit)\w* (?:the )?\Z")
#: "from Phnom Penh, Cambodia's capital": where it was said
_IN_PLACE = re.compile(r"\b(?:in|from|at|near|of|to|by)(?: the)? (?:[A-Z][\w’'-]+,? ){0,3}\Z")
_NEW_CLAUSE = re.compile(r",(?! (?:as well as|along with|together with|plus))")
#: "The country became the bloc's tenth member": a noun that stands for a country named before.
_AGAIN = re.compile(
    r"[Tt](?<!\w[Tt])h(?:e|is) (?:(?:island|desert|former Soviet|young|small|tiny|[A-Z][a-z]+ [A-Z]?[a-z]+) )?(?:country|nation|republic|kingdom|state)"
    r"(?= (?:of [^,.;\n]{0,12}(?:[0-9][.,][0-9]+)?[^,.;\n]{0,16}(?:people|inhabitants|islands) )?(?:,? (?:which|who) )?(?:(?:has|had|have|then|also|first|later|initially|originally|officially|formally|finally|was|is|being|previously|subsequently) ){0,3}"
    r"(?:becom|became|join|acced|enter|admitted|accepted|granted|applied|submitted|declared|gained|attained|obtained|received|won|signed|withdrew|left|quit|suspended|readmitted|rejoin))"
)
_ALL = re.compile(
    r"(?:Both|(?:All|The) (two|three|four|five|six))(?: (?:countries|states|nations|republics|newcomers))?"
    r"(?= (?:(?:[a-z]+ly|then|later|also|have|had|has|were|are) ){0,3}(?:becom|became|join|acced|enter|admitted|accepted|granted|applied|withdrew|left|suspended|members\b|observers\b))"
)
_IT = re.compile(
    r"(?:It(?<=[.;] It)|it(?<=However, it))(?= (?:(?:has|had|then|also|first|officially|formally|finally|was|been) ){0,3}(?:became|become|joined|rejoined|acceded|admitted|readmitted|accepted|granted|applied|submitted|gained|attained|obtained|received|withdrew|suspended))"
)
#: of which every match of the two patterns above holds one
_AGAIN_HINTS = ("country ", "nation ", "republic ", "kingdom ", "state ", "It ", "However, it ")
#: a word or two in quotation marks: "the new 'partner country' status"
_QUOTED = re.compile(r"""(?<![\w\x02])['‘"“]([^'’"”‘“]{1,30})['’"”](?!\w)""")
_BRACKET = re.compile(r" \((?:in |since |from )?\x00\)")


class Member(Struct, frozen=True):
    """One item of a list: a country's code or an organization's id, its span, and its own date in brackets, if any."""

    code: str
    start: int
    end: int
    date: DateMention | None = None


@dataclass(slots=True)
class Masked:
    text: str
    start: int  # of the sentence in the body
    end: int
    lists: list[tuple[Member, ...]] = field(default_factory=list)
    adjectives: list[Member] = field(default_factory=list)
    organizations: list[OrganizationMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)


class _Token(Struct, frozen=True):
    start: int
    end: int
    kind: str  # c country, a demonym, o organization, d date
    value: Member | OrganizationMention | DateMention
    others: tuple[Member, ...] = ()  # "Both" is two countries in one word


class Tokens:
    """All tokens of an article in text order, made once."""

    __slots__ = ("_countries", "_starts", "all")

    def __init__(
        self,
        body: str,
        places: Sequence[PlaceMention],
        organizations: Sequence[OrganizationMention],
        dates: Sequence[DateMention],
        sentences: Sequence[tuple[int, int]] = (),
    ) -> None:
        tokens: list[_Token] = []
        for p in places:
            if p.country is None:
                continue
            if p.kind == "country" or (p.kind == "city" and p.metonym):
                tokens.append(_Token(p.start, p.end, "c", Member(p.country, p.start, p.end)))
            elif p.kind == "demonym":
                tokens.append(_Token(p.start, p.end, "a", Member(p.country, p.start, p.end)))
        tokens.extend(_named_again(body, tokens, sentences))
        tokens.extend(_Token(o.start, o.end, "o", o) for o in organizations)
        tokens.extend(
            _Token(d.start, d.end, "d", d)
            for d in dates
            if d.type == "DATE" and not d.hint and not d.value.endswith("_REF")
        )
        tokens.sort(key=lambda t: (t.start, -t.end))
        kept: list[_Token] = []
        for token in tokens:
            if not kept or token.start >= kept[-1].end:
                kept.append(token)
        # "Myanmar (formerly Burma)" names one country twice
        self.all = [
            t for i, t in enumerate(kept)
            if not (i and t.kind == kept[i - 1].kind == "c" and _ALIAS.fullmatch(body, kept[i - 1].end, t.start))
        ]  # fmt: skip
        self._starts = [t.start for t in self.all]
        self._countries = [t.start for t in self.all if t.kind in "ca"]

    def has_country(self, start: int, end: int) -> bool:
        return bisect_left(self._countries, start) < bisect_left(self._countries, end)

    def within(self, start: int, end: int) -> list[_Token]:
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _named_again(body: str, tokens: Sequence[_Token], sentences: Sequence[tuple[int, int]]) -> list[_Token]:
    """ "The country" as the one country that the sentence has named, or if none, that the sentence before has."""
    found: list[_Token] = list(_all_of_them(body, tokens, sentences))
    if not any(map(body.__contains__, _AGAIN_HINTS)):
        return found
    for match in chain(_AGAIN.finditer(body), _IT.finditer(body)):
        number = bisect_left(sentences, (match.start() + 1,)) - 1
        for n in range(number, max(-1, number - 3), -1):
            start, end = sentences[n]
            named = [t for t in tokens if start <= t.start < min(end, match.start()) and isinstance(t.value, Member)]
            if n < number:
                named = [t for t in named if _is_topic(body, start, t)]
            if not named:
                continue  # "since A was admitted": not what the sentence is about
            codes = {t.value.code for t in (named if n == number else named[:1]) if isinstance(t.value, Member)}
            if len(codes) == 1:
                found.append(_Token(match.start(), match.end(), "c", Member(codes.pop(), match.start(), match.end())))
            break
    return found


def _all_of_them(body: str, tokens: Sequence[_Token], sentences: Sequence[tuple[int, int]]) -> Iterator[_Token]:
    """ "Both countries", "All three": as many countries as the sentence before has named."""
    for match in _ALL.finditer(body):
        number = bisect_left(sentences, (match.start() + 1,)) - 1
        if number < 1 or sentences[number][0] != match.start():
            continue
        start, end = sentences[number - 1]
        codes = dict.fromkeys(
            t.value.code for t in tokens if start <= t.start < end and t.kind == "c" and isinstance(t.value, Member)
        )
        if len(codes) == (NUMBERS[match[1]] if match[1] else 2):
            first, *others = (Member(code, match.start(), match.end()) for code in codes)
            yield _Token(match.start(), match.end(), "c", first, tuple(others))


def _is_topic(body: str, start: int, token: _Token) -> bool:
    """Whether the sentence that begins at `start` is about this country: its subject, or whom an organization takes in."""
    before = body[max(start, token.start - 40) : token.start]
    if _TAKEN_IN.search(before):
        return True
    return token.start - start <= _SUBJECT and not _IN_PLACE.search(before)


def mask(body: str, start: int, end: int, tokens: Tokens) -> Masked:
    """The masked sentence `body[start:end]`."""
    masked = Masked(text="", start=start, end=end)
    parts: list[str] = []
    at = start
    for token in _drawn_together(body, tokens.within(start, end)):
        if token.end > end:
            break
        between = body[at : token.start]
        parts.append(_plain(between))
        if token.kind == "c":
            parts.append(f"\x01c{len(masked.lists)}\x02")
            masked.lists.append(token.members)
        elif token.kind == "a":
            parts.append(f"\x01a{len(masked.adjectives)}\x02")
            masked.adjectives.append(token.members[0])
        elif token.kind == "o":
            assert isinstance(token.value, OrganizationMention)
            # "The bloc" includes its article; the rules write it before the token
            words = token.value.text
            if token.value.anaphor and words[:4].lower() in ("the ", "this", "that"):
                parts.append("the ")
            parts.append(f"\x01o{len(masked.organizations)}\x02")
            masked.organizations.append(token.value)
        else:
            assert isinstance(token.value, DateMention)
            parts.append(f"\x01d{len(masked.dates)}\x02")
            masked.dates.append(token.value)
        at = token.end
    parts.append(_plain(body[at:end]))
    text = " ".join("".join(parts).replace("—", " — ").replace(" -- ", " — ").split())
    if "'" in text or "‘" in text or "“" in text or '"' in text:
        text = _QUOTED.sub(r"\1", text)
    masked.text = text
    return masked


def _plain(words: str) -> str:
    """Lower case, and nothing in it that could be taken for a token."""
    return words.lower().replace("\x01", " ").replace("\x02", " ")


class _Run(Struct, frozen=True):
    start: int
    end: int
    kind: str
    members: tuple[Member, ...] = ()
    value: OrganizationMention | DateMention | None = None


def _single(token: _Token) -> _Run:
    if isinstance(token.value, Member):
        return _Run(token.start, token.end, token.kind, (token.value, *token.others))
    return _Run(token.start, token.end, token.kind, (), token.value)


#: "The African Union has joined the G20": between two organizations, the first of which becomes a member
_ENTERS = re.compile(
    r",?(?: on)?,?(?: (?:has|have|had|also|then|formally|officially|finally))* (?:joined|acceded to"
    r"|(?:was|were|been) (?:admitted|accepted)(?: as an? (?:[a-z-]+ ){0,2}member)? (?:of|to|into|in)|became an? (?:[a-z-]+ ){0,2}member of)(?: the)? "
)


#: behind the organization joined: the clause ends, or a day or a capacity follows; not "joined the EU in condemning", "joined the WTO talks"
_AS_MEMBER = re.compile(r" ?[.,;]|\Z| (?:on|as|last|this|at (?:an?|the|its) (?:\w+ )?summit)\b| in (?:[A-Z]|\d)")


def _entering(body: str, tokens: list[_Token], i: int) -> tuple[_Run, int] | None:
    """The organization at `i` as a member to be, where its joining another follows; and the next token's number."""
    value, end, following = tokens[i].value, tokens[i].end, i + 1
    if not isinstance(value, OrganizationMention) or value.anaphor or following >= len(tokens):
        return None
    again = tokens[following]
    if (
        getattr(again.value, "id", None) == value.id
        and body[end : again.start] == " ("
        and body[again.end : again.end + 1] == ")"
    ):
        end, following = again.end + 1, following + 1
    between, at, then = "", end, following
    if then < len(tokens) and tokens[then].kind == "d":
        between, at, then = body[at : tokens[then].start].rstrip(), tokens[then].end, then + 1
    if then >= len(tokens) or tokens[then].kind != "o" or getattr(tokens[then].value, "id", None) == value.id:
        return None
    if not _ENTERS.fullmatch(between + body[at : tokens[then].start]) or not _AS_MEMBER.match(body, tokens[then].end):
        return None
    start = tokens[i].start
    return _Run(start, end, "c", (Member(value.id, start, tokens[i].end),)), following


def _drawn_together(body: str, tokens: list[_Token]) -> list[_Run]:
    """Tokens with each enumeration of countries as one; an organization counts as an item only among countries."""
    runs: list[_Run] = []
    i = 0
    while i < len(tokens):
        if tokens[i].kind not in "co":
            runs.append(_single(tokens[i]))
            i += 1
            continue
        if tokens[i].kind == "o" and (entering := _entering(body, tokens, i)) is not None:
            runs.append(entering[0])
            i = entering[1]
            continue
        items: list[tuple[_Token, DateMention | None]] = []
        j = i
        end = tokens[i].end
        is_closed = False
        while True:
            token = tokens[j]
            date, end, following = None, token.end, j + 1
            if following < len(tokens) and tokens[following].kind == "d":
                bracket = body[token.end : tokens[following].start] + "\x00" + body[tokens[following].end :][:1]
                if _BRACKET.fullmatch(bracket):
                    value = tokens[following].value
                    assert isinstance(value, DateMention)
                    date, end, following = value, tokens[following].end + 1, following + 1
            items.append((token, date))
            if following >= len(tokens) or tokens[following].kind not in "co":
                break
            between = body[end : tokens[following].start]
            if between.startswith(" (") and ")" in between[:40]:
                between = between[between.index(")") + 1 :]
            if not (_SEPARATOR.fullmatch(between) or _UNKNOWN.fullmatch(between)) or (
                is_closed and date is None and _NEW_CLAUSE.match(between)
            ):
                break
            # "A, B and C, and D is": after its "and" a list is whole, unless "as well as" goes on
            is_closed = is_closed or (" and" in between and not _GROUP_OF.search(between))
            j = following
        runs.extend(_run_of(items, end))
        i = following
    return runs


def _run_of(items: list[tuple[_Token, DateMention | None]], end: int) -> list[_Run]:
    countries = sum(token.kind == "c" for token, _ in items)
    if countries < 2 or items[0][0].kind == "o" or countries == 0:
        # "NATO and Sweden", "members of the SCO, China and Russia": the organization stands apart
        first = 0
        runs = []
        while first < len(items) and items[first][0].kind == "o":
            runs.append(_single(items[first][0]))
            first += 1
        rest = items[first:]
        if not rest:
            return runs
        if all(token.kind == "c" for token, _ in rest):
            return [*runs, _list_of(rest, end)]
        if sum(token.kind == "c" for token, _ in rest) >= 2:
            return [*runs, _list_of(rest, end)]
        return [*runs, *(_single(token) for token, _ in rest)]
    return [_list_of(items, end)]


def _list_of(items: list[tuple[_Token, DateMention | None]], end: int) -> _Run:
    members = []
    dated = [date for _, date in items]
    if sum(date is not None for date in dated) > 1:
        # "Mongolia (2004), India and Iran (2005)": the bracket speaks for those before it, too
        for i in range(len(dated) - 2, -1, -1):
            dated[i] = dated[i] or dated[i + 1]
    for (token, _), date in zip(items, dated, strict=True):
        code = token.value.code if isinstance(token.value, Member) else getattr(token.value, "id", "")
        members += [Member(code, token.start, token.end, date), *token.others]
    return _Run(items[0][0].start, end, "c", tuple(members))
