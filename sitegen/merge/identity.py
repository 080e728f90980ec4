"""One person, many spellings: who is who among all that clippings and curators name.

Joined are: spellings that a curator lists for a person (unless the countries contradict it); spellings that differ in
nothing but case, accents, rank; one romanisation and another, or a surname alone, where both are said to hold the same
post and nobody else fits. Everything else that looks alike is a suggestion, never a join; scripts are never crossed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from sitegen.merge.alike import Draft, PostKey, suggestions, words_in
from sitegen.merge.once import OfClippings, OfGroups
from sitegen.merge.readings import days_of, set_of
from sitegen.model import CuratedPerson, Extraction, World
from sitegen.people.names import bare, compare, fold, is_latin, slug, sound
from sitegen.slugs import short_hash

#: a term whose edge is not exact may have begun or ended so many days off what a clipping says
SLACK_DAYS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """`of` leads from (source, name as written there) to a person id; source "" is the curated events."""

    of: Mapping[tuple[str, str], str]
    people: Mapping[str, Draft]
    names: Mapping[str, str]
    suggestions: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class _Mention:
    """A name with the countries and posts said of it, and every source that says just that."""

    name: str
    countries: frozenset[str]
    posts: tuple[tuple[PostKey, int], ...]
    sources: list[str]


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """What two spellings share that differ only in case, accents, hyphens, rank or form of address."""
    return "".join(fold(w) for w in bare(name)[1]) or name.lower()


@lru_cache(maxsize=65536)
def _sound_key(name: str) -> str:
    return " ".join(sound(w) for w in words_in(name))


#: a name, the countries said of it, the posts with the day for which each is said
Named = tuple[str, frozenset[str], tuple[tuple[PostKey, int], ...]]


def _named_in(extraction: Extraction, asked: Container[PostKey]) -> tuple[Named, ...]:
    """Everyone whom a clipping names. Without the days of posts but `asked`, of which a curator says who held them:
    nothing hangs on these, and fewer mentions are unlike.
    """
    record = extraction.record
    named: dict[str, tuple[set[str], set[tuple[PostKey, int]]]] = {}
    for person in record.people:
        countries, posts = named.setdefault(person.name, (set(), set()))
        for post in person.posts:
            if post.country:
                countries.add(post.country)
            if post.code != "other" and post.country:
                _hold(posts, (post.code, post.country), post.as_of, asked)
    for event in record.events:
        for participant in event.participants:
            known = named.get(participant.name)
            if known is None:
                known = named[participant.name] = (set(), set())
            if participant.country:
                known[0].add(participant.country)
    for turn in extraction.tenures:
        countries, posts = named.setdefault(turn.person, (set(), set()))
        if turn.country:
            countries.add(turn.country)
            if turn.code != "other" and turn.date:
                _hold(posts, (turn.code, turn.country), turn.date, asked)
    return tuple([(name, set_of(tuple(sorted(said))), tuple(sorted(held))) for name, (said, held) in named.items()])


def _hold(posts: set[tuple[PostKey, int]], post: PostKey, on: str | None, asked: Container[PostKey]) -> None:
    posts.add((post, days_of(on)[0] if on and post in asked else 0))


def _mentions(named: Mapping[str, tuple[Named, ...]], world: World) -> list[_Mention]:
    """`named`: source id -> whom it names."""
    found: dict[Named, _Mention] = {}

    def note(source: str, row: Named) -> None:
        known = found.get(row)
        if known is None:
            found[row] = _Mention(*row, [source])
        else:
            known.sources.append(source)

    for curated in world.events:
        for participant in curated.participants:
            note("", (participant.name, frozenset({participant.country} if participant.country else ()), ()))
    for source, rows in named.items():
        for row in rows:
            note(source, row)
    return list(found.values())


class _Curated:
    """The curated people, found by spelling or by the post they held."""

    def __init__(self, people: Iterable[CuratedPerson]) -> None:
        self.by_key: dict[str, list[CuratedPerson]] = {}
        self.by_post: dict[PostKey, list[tuple[CuratedPerson, int, int]]] = {}
        for person in people:
            for spelling in dict.fromkeys((person.name, *person.names)):
                known = self.by_key.setdefault(key_of(spelling), [])
                if person not in known:
                    known.append(person)
            for term in person.terms:
                if term.code == "other" or not (term.country or term.organization):
                    continue
                first = days_of(term.start)[0] if term.start else 0
                last = days_of(term.end)[1] if term.end else 10**7
                post = (term.code, term.country or term.organization or "")
                self.by_post.setdefault(post, []).append((person, first, last))

    def find(self, mention: _Mention) -> CuratedPerson | None:
        if not self.by_key:
            return None
        fitting = [p for p in self.by_key.get(key_of(mention.name), ()) if self._fits(p, mention)]
        if len(fitting) == 1:
            return fitting[0]
        if len(fitting) > 1:
            held = [p for p in fitting if any((c, w) in self._posts(p) for (c, w), _ in mention.posts)]
            return held[0] if len(held) == 1 else fitting[0]
        return self._by_post(mention)

    @staticmethod
    def _posts(person: CuratedPerson) -> set[PostKey]:
        return {(t.code, t.country or t.organization or "") for t in person.terms}

    @staticmethod
    def _fits(person: CuratedPerson, mention: _Mention) -> bool:
        countries = {t.country for t in person.terms if t.country}
        return not countries or not mention.countries or bool(countries & mention.countries)

    def _by_post(self, mention: _Mention) -> CuratedPerson | None:
        """Another spelling of the one who held that post on that day, where spelling and day both agree."""
        found: dict[str, CuratedPerson] = {}
        for post, on in mention.posts:
            for person, first, last in self.by_post.get(post, ()):
                if on and not first - SLACK_DAYS <= on <= last + SLACK_DAYS:
                    continue
                spellings = (s for s in (person.name, *person.names) if is_latin(s))
                if is_latin(mention.name) and any(compare(mention.name, s) != "different" for s in spellings):
                    found[person.id] = person
        return next(iter(found.values())) if len(found) == 1 else None


@dataclass(slots=True)
class IdentityMemory:
    """Whom clippings named, and who they were, from the merge before."""

    named: OfClippings[tuple[Named, ...]] = field(default_factory=OfClippings)
    asked: frozenset[PostKey] = frozenset()
    all: OfGroups[object, Identities] = field(default_factory=OfGroups)


def identify(extractions: Sequence[Extraction], world: World, memory: IdentityMemory | None = None) -> Identities:
    """Decide who is who; `extractions` sorted by id, so that the answer does not hang on the order of input."""
    memory = IdentityMemory() if memory is None else memory
    curated = _Curated(world.people)
    if memory.asked != curated.by_post.keys():
        memory.asked = frozenset(curated.by_post)
    asked = memory.asked
    make = partial(_named_in, asked=asked)
    named = {e.record.id: memory.named.get(e, make, asked) for e in extractions}
    given = (named, world.people, [e.participants for e in world.events])
    found = memory.all.get("all", given, partial(_identified, named, world, curated))
    memory.all.end()
    return found


def _identified(named: Mapping[str, tuple[Named, ...]], world: World, curated: _Curated) -> Identities:
    mentions = _mentions(named, world)
    drafts: dict[str, Draft] = {}
    of: dict[tuple[str, str], str] = {}
    for person in world.people:
        drafts[person.id] = Draft(id=person.id, curated=person)
        for term in person.terms:
            if term.country:
                drafts[person.id].countries.add(term.country)
    rest: dict[str, list[_Mention]] = {}
    for mention in mentions:
        known = curated.find(mention)
        if known:
            _note(drafts[known.id], mention)
            for source in mention.sources:
                of[source, mention.name] = known.id
        else:
            rest.setdefault(key_of(mention.name), []).append(mention)
    groups = [group for key in sorted(rest) for group in _by_country(rest[key])]
    for group in _by_post_and_sound(groups):
        draft = Draft(id="")
        for mention in group:
            _note(draft, mention)
        draft.id = _free_id(draft, drafts)
        drafts[draft.id] = draft
        for mention in group:
            for source in mention.sources:
                of[source, mention.name] = draft.id
    return Identities(
        of=of, people=drafts, names={p: d.name for p, d in drafts.items()}, suggestions=suggestions(drafts)
    )


def _note(draft: Draft, mention: _Mention) -> None:
    draft.spellings.setdefault(mention.name, set()).update(s for s in mention.sources if s)
    draft.countries.update(mention.countries)
    draft.posts.update([post for post, _ in mention.posts])


def _by_country(mentions: list[_Mention]) -> list[list[_Mention]]:
    """One spelling, several countries: as many persons; who has no country goes to the country named most often."""
    counts: dict[str, int] = {}
    for mention in mentions:
        for country in mention.countries:
            counts[country] = counts.get(country, 0) + len(mention.sources)
    if len(counts) <= 1:
        return [mentions]
    parent = {c: c for c in counts}

    def top(c: str) -> str:
        while parent[c] != c:
            c = parent[c]
        return c

    for mention in mentions:
        tops = sorted({top(c) for c in mention.countries})
        for other in tops[1:]:
            parent[other] = tops[0]
    most = min(counts, key=lambda c: (-counts[c], c))
    split: dict[str, list[_Mention]] = {}
    for mention in mentions:
        split.setdefault(top(min(mention.countries)) if mention.countries else top(most), []).append(mention)
    return [split[c] for c in sorted(split)]


def _by_post_and_sound(groups: list[list[_Mention]]) -> list[list[_Mention]]:
    """Join groups that sound alike and hold the same post; then surnames alone, where one holder only has it."""
    by_sound: dict[tuple[str, PostKey], int] = {}
    joined: list[list[_Mention]] = []
    for group in groups:
        name = group[0].name
        posts = sorted({p for m in group for p, _ in m.posts})
        at = None
        if is_latin(name) and len(words_in(name)) > 1:
            at = next((by_sound[_sound_key(name), p] for p in posts if (_sound_key(name), p) in by_sound), None)
        if at is None:
            at = len(joined)
            joined.append([])
        joined[at].extend(group)
        for post in posts:
            by_sound.setdefault((_sound_key(name), post), at)
    holders: dict[tuple[str, PostKey], set[int]] = {}
    for at, group in enumerate(joined):
        words = words_in(group[0].name)
        if len(words) > 1:
            for post in {p for m in group for p, _ in m.posts}:
                for word in words:
                    holders.setdefault((sound(word), post), set()).add(at)
    gone: set[int] = set()
    for at, group in enumerate(joined):
        words = words_in(group[0].name)
        if len(words) != 1 or not is_latin(group[0].name):
            continue
        fitting = {n for m in group for p, _ in m.posts for n in holders.get((sound(words[0]), p), ())}
        if len(fitting) == 1:
            joined[fitting.pop()].extend(group)
            gone.add(at)
    return [g for n, g in enumerate(joined) if n not in gone]


def _free_id(draft: Draft, taken: Mapping[str, Draft]) -> str:
    """The name's slug; with the country, then a hash, where another person has it already."""
    base = slug(draft.name) or f"person-{short_hash(draft.name)}"
    country = min(draft.countries).lower() if draft.countries else ""
    for candidate in (base, f"{base}-{country}" if country else base, f"{base}-{short_hash(draft.name + country)}"):
        if candidate not in taken:
            return candidate
    return next(f"{base}-{n}" for n in range(2, 10**6) if f"{base}-{n}" not in taken)
