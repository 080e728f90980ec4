"""Sayings whose title leaves the country out: filled in from the person, the words around, the clipping; then settled."""

from __future__ import annotations

from dataclasses import replace

from sitegen.people.cast import Character
from sitegen.people.context import Context, leader_of, plausible
from sitegen.people.names import bare, is_chinese
from sitegen.people.offices import MINISTERS_OF_STATE_LEAD, SECRETARIES_ARE_MINISTERS
from sitegen.people.post import Post
from sitegen.people.said import Said
from sitegen.people.whose import SPOKES

#: guesses that are surer than an office of the same kind that the clipping names without a holder
_BEFORE_OFFICE = ("leader", "pair", "ministry", "host", "subject", "represents", "outlet")


def find_countries(context: Context, said: list[Said], posts: list[Post]) -> None:
    """Fill in the countries that the titles leave out, and settle what depends on them."""
    taken: dict[tuple[str, str | None], Character] = {
        (s.code, s.country): s.character for s in said if s.country and s.post.state == "current" and s.code != "other"
    }
    named = {s.post.first for s in said}
    unnamed = [
        p for p in posts
        if len(p.countries) == 1 and not p.plural and p.state == "current" and p.first not in named and not p.foreign
    ]  # fmt: skip
    known: dict[int, str] = {}
    for s in said:
        if s.country and s.code != "secretary-general":
            known.setdefault(id(s.character), s.country)
    for s in said:
        if s.basis in ("theme", "frame", "list") and taken.get((s.code, s.country), s.character) is not s.character:
            s.code, s.confidence = "other", 0.0
        if s.country is None and s.code != "secretary-general" and not s.post.organization:
            if id(s.character) in known:
                s.country = known[id(s.character)]
            elif s.post.implies:
                s.country = s.post.implies
                if (
                    s.post.kind == "secretary"
                    and context.home is not None
                    and context.home in SECRETARIES_ARE_MINISTERS
                ):
                    s.country = context.home
                s.confidence = min(s.confidence, 0.9)
                known[id(s.character)] = s.country
    for s in said:
        if s.country is None and id(s.character) in known and s.code != "secretary-general" and not s.post.organization:
            s.country = known[id(s.character)]
        if s.country is None and s.code != "secretary-general" and not s.post.organization:
            guesses = context.guesses(s.post.first)
            if (country := leader_of(s.character.name, s.code)) is not None:
                guesses.insert(0, (country, 0.85, "leader"))
            elif (partner := _partner(context, said, s)) is not None:
                guesses.insert(0, (partner, 0.85, "pair"))
            elif (house := context.ministry(s.post.lo, s.post.role.partition(" ")[0].lower())) is not None:
                guesses.insert(0, (house, 0.85, "ministry"))
            elif (host := context.host(s.post.lo, s.run.hi)) is not None:
                guesses.insert(0, (host, 0.75, "host"))
            alone = {
                p.countries[0] for p in unnamed
                if p.code == s.code and p.office is s.post.office and (s.code, p.countries[0]) not in taken
            }  # fmt: skip
            if len(alone) == 1:
                first = next((n for n, g in enumerate(guesses) if g[2] not in _BEFORE_OFFICE), len(guesses))
                guesses.insert(first, (alone.pop(), 0.85, "office"))
            if is_chinese(bare(s.character.name)[1]) and "CN" in context.counted:
                guesses.insert(0, ("CN", 0.85, "name"))
            for country, confidence, why in guesses:
                abroad = s.post.office is not None and s.post.office.abroad
                if (why == "topic" and abroad) or (
                    why == "sentence" and s.code != "other" and s.post.state == "current"
                ):
                    continue
                holder = taken.get((s.code, country)) if s.post.state in ("current", "acting") else None
                if holder is not None and holder is not s.character:
                    continue
                if plausible(s.character.name, country):
                    s.country, s.confidence = country, min(s.confidence, confidence)
                    known[id(s.character)] = country
                    if why in ("leader", "office", "represents") and s.code == "head-of-government":
                        context.usage = context.usage or country
                    if s.code != "other" and s.post.state in ("current", "acting"):
                        taken[(s.code, country)] = s.character
                    break
            else:
                left = [
                    c for c in context.mentioned()
                    if plausible(s.character.name, c) and (s.code, c) not in taken
                ]  # fmt: skip
                if s.code != "other" and len(left) == 1:
                    s.country = left[0]
                    s.confidence = min(s.confidence, 0.6)
        if s.country and s.code != "secretary-general":
            known.setdefault(id(s.character), s.country)
    for s in said:
        _settle(s)


def _partner(context: Context, said: list[Said], s: Said) -> str | None:
    """The country of the holder named just before with another title: "A's President X and Prime Minister Y"."""
    before = [o for o in said if o.run.hi < s.post.lo and o.country and o.character is not s.character]
    if not before:
        return None
    last = max(before, key=lambda o: o.run.hi)
    joined = context.t.lows[last.run.hi + 1 : s.post.lo] in (["and"], [",", "and"], [","])
    return last.country if joined and last.code != s.code and last.post.countries else None


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
