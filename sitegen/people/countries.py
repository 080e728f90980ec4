"""Sayings whose title leaves the country out: filled in from the person, the words around, the clipping; then settled."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.people.cast import Character
from sitegen.people.context import Context, leader_of, plausible
from sitegen.people.names import bare, fold, is_chinese
from sitegen.people.offices import MINISTERS_OF_STATE_LEAD, SECRETARIES_ARE_MINISTERS
from sitegen.people.post import Post
from sitegen.people.said import Said
from sitegen.people.titles import VIETNAMESE_FAMILIES
from sitegen.people.whose import SPOKES

#: guesses that are surer than an office of the same kind that the clipping names without a holder
_BEFORE_OFFICE = ("leader", "pair", "ministry", "host", "subject", "represents", "outlet", "name")

#: no organization has such a post: "the Defence Minister of the SCO" is one of its members'
_OF_STATES_ALONE = ("defence-minister", "foreign-minister")

Guess = tuple[str, float, str]
Taken = dict[tuple[str, str | None], Character]


def find_countries(context: Context, said: list[Said], posts: list[Post]) -> None:
    """Fill in the countries that the titles leave out, and settle what depends on them."""
    taken: Taken = {
        (s.code, s.country): s.character for s in said if s.country and s.post.state == "current" and s.code != "other"
    }
    context.owned = frozenset(k for s in said for k in s.post.country_tokens)
    known: dict[int, str] = {}
    for s in said:
        if s.country and s.code != "secretary-general":
            known.setdefault(id(s.character), s.country)
    for s in said:
        if s.post.office is not None and s.post.office.weak and s.post.organization and not s.post.countries:
            s.code = "other"  # "the EU's top diplomat"
        elif s.code in _OF_STATES_ALONE and s.post.organization and not s.post.countries:
            s.post = replace(s.post, organization=None)
        if s.basis in ("theme", "frame", "list") and taken.get((s.code, s.country), s.character) is not s.character:
            s.code, s.confidence = "other", 0.0
        if _wants_country(s) and id(s.character) not in known and s.post.implies:
            s.country, s.confidence = _implied(context, s.post), min(s.confidence, 0.9)
            known[id(s.character)] = s.country
    unnamed = _offices_without_holder(said, [p for p in posts if not context.is_added(p.last)])
    for n, s in enumerate(said):
        if _wants_country(s) and id(s.character) in known:
            s.country = known[id(s.character)]
        elif _wants_country(s):
            _choose(context, s, _guesses(context, said, n, unnamed, taken), taken)
        if s.country and s.code != "secretary-general":
            known.setdefault(id(s.character), s.country)
    for s in said:
        _settle(s)


def _wants_country(s: Said) -> bool:
    return s.country is None and s.code != "secretary-general" and not s.post.organization


def _implied(context: Context, post: Post) -> str:
    """The one country that uses the title; "Defense Secretary" may also be the outlet's own."""
    if post.kind == "secretary" and context.home is not None and context.home in SECRETARIES_ARE_MINISTERS:
        return context.home
    if post.kind == "secretary" and context.home is None:
        own = [c for c in SECRETARIES_ARE_MINISTERS if context.counted[c] > context.counted[post.implies or ""]]
        if context.dateline in SECRETARIES_ARE_MINISTERS and context.counted[context.dateline]:
            return context.dateline or ""
        if len(own) == 1 and context.counted[own[0]] > 1:
            return own[0]
    return post.implies or ""


def _offices_without_holder(said: list[Said], posts: list[Post]) -> dict[tuple[str | None, int], set[str]]:
    """Countries whose office of a kind the clipping names in the singular without its holder, by code and title."""
    named = {s.post.first for s in said}
    found: dict[tuple[str | None, int], set[str]] = {}
    for p in posts:
        if len(p.countries) == 1 and not p.plural and p.state == "current" and p.first not in named and not p.foreign:
            found.setdefault((p.code, id(p.office)), set()).add(p.countries[0])
    return found


def _guesses(
    context: Context, said: list[Said], n: int, unnamed: dict[tuple[str | None, int], set[str]], taken: Taken
) -> list[Guess]:
    """Countries that the n-th saying may belong to, best first."""
    s = said[n]
    lesser = s.code == "other" or s.post.state != "current"
    guesses = context.guesses(s.post.first, lesser=lesser)
    if (home := context.home_of(s.character.name)) is not None:
        guesses.insert(0, (home, 0.9, "curated"))
    elif (country := leader_of(s.character.name, s.code)) is not None:
        guesses.insert(0, (country, 0.85, "leader"))
    elif (appointer := _appointer(context, said, n)) is not None:
        guesses.insert(0, (appointer, 0.85, "appointer"))
    elif (partner := _partner(context, said, n)) is not None:
        guesses.insert(0, (partner, 0.85, "pair"))
    elif (house := context.ministry(s.post.lo, s.post.role.partition(" ")[0].lower())) is not None:
        guesses.insert(0, (house, 0.85, "ministry"))
    elif (host := context.host(s.post.lo, s.run.hi)) is not None:
        guesses.insert(0, (host, 0.75, "host"))
    alone = {c for c in unnamed.get((s.code, id(s.post.office)), ()) if (s.code, c) not in taken}
    if (sender := context.delegated(min(s.post.lo, s.run.lo), max(s.post.last, s.run.hi))) is not None:
        guesses.insert(0, (sender, 0.85, "represents"))
    if len(alone) == 1:
        first = next((k for k, g in enumerate(guesses) if g[2] not in _BEFORE_OFFICE), len(guesses))
        guesses.insert(first, (alone.pop(), 0.85, "office"))
    words = bare(s.character.name)[1]
    if is_chinese(words) and "CN" in context.counted:
        guesses.insert(0, ("CN", 0.85, "name"))
    elif len(words) > 2 and fold(words[0]) in VIETNAMESE_FAMILIES and "VN" in context.counted:
        guesses.insert(0, ("VN", 0.85, "name"))
    if s.post.office is not None and s.post.office.phrase in SPOKES and (owner := _owner(context, said, n)) is not None:
        s.post = replace(s.post, organization=s.post.organization or owner.post.organization)
        return [(owner.country, 0.85, "owner")] if owner.country else []
    if s.basis == "headline":  # the story's first countries are those that such a person goes to
        return [g for g in guesses if g[2] in ("curated", "leader", "outlet", "name")]
    abroad = s.post.office is not None and s.post.office.abroad
    return [g for g in guesses if not (g[2] == "topic" and abroad) and (g[2] != "sentence" or lesser)]


def _choose(context: Context, s: Said, guesses: list[Guess], taken: Taken) -> None:
    """Take the first guess that the name allows and nobody else holds; failing all, the only country that is left."""
    in_office = s.post.state in ("current", "acting")
    for country, confidence, why in guesses:
        holder = taken.get((s.code, country)) if in_office else None
        if (holder is None or holder is s.character) and plausible(s.character.name, country):
            s.country, s.confidence = country, min(s.confidence, confidence)
            if why in ("leader", "office", "represents") and s.code == "head-of-government":
                context.usage = context.usage or country
            if s.code != "other" and in_office:
                taken[(s.code, country)] = s.character
            return
    free = (c for c in context.mentioned() if not in_office or (s.code, c) not in taken)
    left = [c for c in free if context.counted[c] > 1 and plausible(s.character.name, c)]
    if s.code != "other" and len(left) == 1 and s.basis != "headline":
        s.country, s.confidence = left[0], min(s.confidence, 0.6)


def _appointer(context: Context, said: list[Said], n: int) -> str | None:
    """The country of the head of state or government whom the same sentence names before an appointment."""
    s = said[n]
    if s.basis != "appointment":
        return None
    begin, _ = context.sentence_of(s.run.start)
    for last in reversed(said[max(0, n - 4) : n]):
        if last.code in ("head-of-state", "head-of-government") and last.country and begin <= last.run.lo < s.run.lo:
            return last.country
    return None


def _partner(context: Context, said: list[Said], n: int) -> str | None:
    """The country of the holder named just before with another title: "A's President X and Prime Minister Y"."""
    s = said[n]
    for last in reversed(said[max(0, n - 4) : n]):
        if last.post.office is not None and last.post.office.abroad:
            return None  # an ambassador's neighbour in a list is of the other side
        if last.run.hi < s.post.lo and last.country and last.character is not s.character:
            joined = context.t.lows[last.run.hi + 1 : s.post.lo] in (["and"], [",", "and"], [","])
            return last.country if joined and last.code != s.code and last.post.countries else None
    return None


def _owner(context: Context, said: list[Said], n: int) -> Said | None:
    """Whose spokesman it is, where a name says so: "NAME's spokeswoman"."""
    t, k = context.t, said[n].post.lo - 1
    if k < 0 or not t.poss[k] or not t.words[k][0].isupper() or k in t.places or k in t.organizations:
        return None
    return next((s for s in reversed(said[:n]) if t.words[k] in s.character.name.split()), None)


def _settle(s: Said) -> None:
    """Codes that depend on state and country: deputies are `other`, so are civil servants called secretary."""
    if (
        s.post.state in ("deputy", "former", "designate")
        or (s.post.kind == "secretary" and s.country not in (None, *SECRETARIES_ARE_MINISTERS))
        or (s.post.office is not None and s.post.office.of_state and s.post.organization and not s.post.countries)
    ):
        s.code = "other"
    elif s.post.kind == "state-minister" and s.country not in MINISTERS_OF_STATE_LEAD:
        s.code = "other"
        s.post = replace(s.post, state="deputy")
    elif s.post.office is not None and s.post.office.nameless and s.post.office.of_state and s.country is None:
        s.confidence = 0.0  # a king of no country is as often a name
    if s.post.office is not None and s.post.office.phrase in SPOKES and s.country is None and not s.post.organization:
        s.confidence = 0.0  # whose spokesman it is nobody says: a firm's, a family's
    if s.post.office is not None and s.post.office.organization and s.office_code == "secretary-general":
        s.country = None
