"""Article -> person mentions: posts, their holders, framed names, the cast, and what the context adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.model import Article, OrganizationMention, PersonMention, PlaceMention, PostCode
from sitegen.people.cast import Cast, Character, find_fuller_names, repeats
from sitegen.people.context import Context, leader_of, plausible
from sitegen.people.frames import SHARED, Company, company_of, country_frames
from sitegen.people.holders import Holding, next_to
from sitegen.people.names import bare, fold, is_chinese
from sitegen.people.offices import MINISTERS_OF_STATE_LEAD, ROLES, SECRETARIES_ARE_MINISTERS
from sitegen.people.posts import Post, find_posts, group_posts
from sitegen.people.runs import Run, name_at
from sitegen.people.tokens import Tokens
from sitegen.world import Names


@dataclass(slots=True)
class _Said:
    """One post said of one character at one place, while its country is being found."""

    character: Character
    run: Run
    post: Post
    code: PostCode
    country: str | None
    confidence: float
    basis: str
    office_code: PostCode
    change: Literal["start", "end"] | None = None


def find_people(
    article: Article, names: Names, places: tuple[PlaceMention, ...], organizations: tuple[OrganizationMention, ...]
) -> tuple[PersonMention, ...]:
    """Persons with the posts said of them, surname follow-ups, and offices named without a holder; in text order.

    A person with two posts at one place gives two mentions of one span, the weightier first. An office of several
    countries ("the defence ministers of A and B") gives one mention for each, whose span is the country's.
    """
    t = Tokens(article.body, places, organizations)
    posts = find_posts(t)
    for post in posts:
        t.taken.update(range(post.lo, post.hi + 1))
        t.taken.difference_update(
            k for k in range(post.lo, post.hi + 1) if k in t.places and k not in range(post.first, post.last + 1)
        )
    groups = group_posts(t, posts)
    context = Context(article, t, names)
    holdings = [h for h in next_to(t, groups) if not _in_headline(article, t, h.run)]
    holdings += _framed(t, context, posts, holdings)
    holdings.sort(key=lambda h: h.run.start)
    cast = Cast(dict(names.people))
    said = _posts_of(t, context, holdings, cast, posts)
    find_fuller_names(t, cast)
    _find_countries(context, said, posts)
    mentions = [_mention(t, s) for s in said]
    used = {i for h in holdings for i in range(h.run.start, h.run.last + 1)}
    mentions += _again(t, cast, said, used)
    mentions += _curated(t, names.people, used | {i for m in mentions for i in range(*_tokens(t, m))})
    mentions += _offices(t, groups, said, holdings)
    order = (
        "defence-minister",
        "head-of-state",
        "head-of-government",
        "foreign-minister",
        "chief-of-general-staff",
        "secretary-general",
        "other",
        None,
    )
    return tuple(sorted(dict.fromkeys(mentions), key=lambda m: (m.start, m.end, order.index(m.code))))


def _tokens(t: Tokens, mention: PersonMention) -> tuple[int, int]:
    span = t.span(mention.start, mention.end) or (0, -1)
    return span[0], span[1] + 1


def _in_headline(article: Article, t: Tokens, run: Run) -> bool:
    """A name in a heading set in capitals throughout cannot be told from its verb; the story gives it again."""
    start = t.starts[run.start]
    for begin, end in article.headings:
        if begin <= start < end:
            long_words = [w for w in article.body[begin:end].split() if len(w) > 3 and w[0].isalpha()]
            return len(long_words) > 3 and sum(w[0].isupper() for w in long_words) >= 0.8 * len(long_words)
    return False


# --- names that stand with a country ------------------------------------------------------------------------------


def _framed(t: Tokens, context: Context, posts: list[Post], holdings: list[Holding]) -> list[Holding]:
    titled_tokens = {i for h in holdings for i in range(h.run.start, h.run.last + 1)}
    theme = _theme(t, context, posts)
    found: list[Holding] = []
    for run, country, frame, at in country_frames(t, titled_tokens):
        company = company_of(
            t, run, frame, posts, sorted([*holdings, *found], key=lambda h: h.run.start),
            context.sentence_of(run.start), context.paragraph_of(run.start), theme,
        )  # fmt: skip
        if company is None or not plausible(t.text(run.start, run.last), country):
            continue
        post = Post(first=at, last=at, lo=at, hi=at, code=company.code, role=company.role, countries=(country,))
        found.append(
            Holding(run=run, posts=(post,), country=country, confidence=company.confidence, basis=company.basis)
        )
    return found


def _theme(t: Tokens, context: Context, posts: list[Post]) -> Company | None:
    """The office whose holders' meeting the clipping is about: named in the plural within its first two paragraphs."""
    limit = context.paragraphs[min(1, len(context.paragraphs) - 1)][1]
    before: PostCode | None = None
    for post in posts:
        if t.starts[post.first] >= limit:
            break
        if post.kind == "counterpart" and post.plural and before is not None:
            return Company(code=before, role=ROLES[before], confidence=0.7, basis="theme")
        if post.code in SHARED and post.state == "current":
            before = post.code
        if (
            post.plural
            and post.code in SHARED
            and post.state == "current"
            and not post.foreign
            and post.code is not None
        ):
            role = (
                post.role.replace("Ministers", "Minister").replace("Presidents", "President").replace("Chiefs", "Chief")
            )
            return Company(code=post.code, role=role, confidence=0.7, basis="theme")
    return None


# --- what is said of whom -----------------------------------------------------------------------------------------


def _posts_of(t: Tokens, context: Context, holdings: list[Holding], cast: Cast, posts: list[Post]) -> list[_Said]:
    said: list[_Said] = []
    theme: Company | None = None
    for holding in holdings:
        name = t.text(holding.run.start, holding.run.last)
        shared = [c for p in holding.posts for c in p.countries] or ([holding.country] if holding.country else [])
        parts: list[tuple[Post, PostCode, str | None, float]] = []
        for post in holding.posts:
            code, role, confidence = post.code, post.role, holding.confidence
            if code is None:
                source = _antecedent(t, said, context, cast, holding, posts) if post.kind == "counterpart" else None
                theme = theme or _theme(t, context, posts) if post.kind == "bare" else theme
                if source is not None:
                    code, role, confidence = source, ROLES[source], 0.85
                elif post.kind == "bare" and theme is not None:
                    code, role, confidence = theme.code, theme.role, 0.8
                else:
                    continue
            if post.foreign:
                continue
            if holding.basis in ("list", "frame", "theme") or post.was_plural or role in ("Chief", "Head", "Boss"):
                role = ROLES.get(code, role)
            country = post.countries[0] if post.countries else None
            if country is None and code != "secretary-general" and not post.organization:
                country = shared[0] if shared else None
                if country is None and post.pronoun:
                    country = _pronoun_country(context, said, post)
            parts.append((replace(post, role=role), code, country, confidence))
        if not parts:
            continue
        outright: set[tuple[str, str]] = {
            (code, country)
            for post, code, country, _ in parts
            if country and post.state in ("current", "acting") and code != "other"
        }
        held = frozenset(code for post, code, _, _ in parts if code != "other" and post.state in ("current", "acting"))
        character = cast.meet(name, holding.run.start, outright, held)
        said += [
            _Said(character=character, run=holding.run, post=p, code=code, country=country, confidence=confidence, basis=holding.basis, office_code=code, change=holding.change)
            for p, code, country, confidence in parts
        ]  # fmt: skip
    return said


def _pronoun_country(context: Context, said: list[_Said], post: Post) -> str | None:
    """ "its minister": the country named before; "his minister": that of the holder named before in the sentence."""
    if post.pronoun not in ("his", "her", "my", "our", "your"):
        return context.antecedent(post.lo)
    first, _ = context.sentence_of(post.lo)
    return next((s.country for s in reversed(said) if first <= s.run.start < post.lo and s.country), None)


def _antecedent(
    t: Tokens, said: list[_Said], context: Context, cast: Cast, holding: Holding, posts: list[Post]
) -> PostCode | None:
    """The office of "his" in "his counterpart": that of the person named last in the sentence, else the last one said."""
    calls = cast.called()
    first, _ = context.sentence_of(holding.run.start)
    for k in range(holding.run.lo - 1, first - 1, -1):
        for character in calls.get(fold(t.words[k]), ()) if t.words[k][0].isupper() else ():
            for earlier in reversed(said):
                if (
                    earlier.character is character
                    and earlier.code in SHARED
                    and earlier.post.state in ("current", "acting")
                ):
                    return earlier.code
    for post in reversed(posts):
        if (
            post.hi < holding.run.lo
            and post.code in SHARED
            and post.state in ("current", "acting")
            and not post.foreign
        ):
            return post.code
    return None


def _find_countries(context: Context, said: list[_Said], posts: list[Post]) -> None:
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
                guesses.insert(1 if guesses and guesses[0][2] == "subject" else 0, (alone.pop(), 0.85, "office"))
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


def _partner(context: Context, said: list[_Said], s: _Said) -> str | None:
    """The country of the holder named just before with another title: "A's President X and Prime Minister Y"."""
    before = [o for o in said if o.run.hi < s.post.lo and o.country and o.character is not s.character]
    if not before:
        return None
    last = max(before, key=lambda o: o.run.hi)
    joined = context.t.lows[last.run.hi + 1 : s.post.lo] in (["and"], [",", "and"], [","])
    return last.country if joined and last.code != s.code and last.post.countries else None


def _settle(s: _Said) -> None:
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
    if s.post.office is not None and s.post.office.organization and s.office_code == "secretary-general":
        s.country = None


def _role(post: Post) -> str:
    """The role as said, with the state where the title's own words leave it out."""
    if post.state == "former" and not post.role.startswith("Former"):
        return f"Former {post.role}"
    if post.state == "designate" and "esignate" not in post.role and "-elect" not in post.role.lower():
        return f"{post.role} (designate)"
    return post.role


def _mention(t: Tokens, s: _Said) -> PersonMention:
    return PersonMention(
        start=t.starts[s.run.start],
        end=t.ends[s.run.last],
        text=t.text(s.run.start, s.run.last),
        name=s.character.name,
        role=_role(s.post) if s.confidence else None,
        code=s.code if s.confidence else None,
        country=s.country,
        organization=s.post.organization,
        state=s.post.state,
        rank=s.run.rank,
        confidence=s.confidence or 0.5,
        office_code=s.office_code if s.confidence else None,
        change=s.change,
    )


# --- called again, known from content, offices alone --------------------------------------------------------------


def _again(t: Tokens, cast: Cast, said: list[_Said], used: set[int]) -> list[PersonMention]:
    country = {id(s.character): s.country for s in reversed(said) if s.country}
    return [
        PersonMention(
            start=t.starts[first], end=t.ends[last], text=t.text(first, last), name=character.name,
            country=country.get(id(character)), confidence=0.9,
        )
        for first, last, character in repeats(t, cast, used)
    ]  # fmt: skip


def _curated(t: Tokens, people: Mapping[str, str], used: set[int]) -> list[PersonMention]:
    """Persons of the content folder named in full without a post here."""
    if not people:
        return []
    firsts = {name.split()[0] for name in people if " " in name}
    found = []
    for i, word in enumerate(t.words):
        if word not in firsts or i in used:
            continue
        run = name_at(t, i)
        if run is not None and run.start == i and (text := t.text(run.start, run.last)) in people:
            found.append(PersonMention(start=t.starts[i], end=t.ends[run.last], text=text, name=text, confidence=0.9))
    return found


def _offices(t: Tokens, groups: list[list[Post]], said: list[_Said], holdings: list[Holding]) -> list[PersonMention]:
    """Posts that no name stands beside: of several countries one each; one whose holder is known here is his mention."""
    held = {id(p) for h in holdings for p in h.posts} | {(p.first, p.last) for h in holdings for p in h.posts}
    holders: dict[tuple[str, str | None], Character] = {
        (s.code, s.country): s.character
        for s in reversed(said)
        if s.post.state in ("current", "acting") and s.code != "other"
    }
    found: list[PersonMention] = []
    for post in (p for group in groups for p in group):
        if (
            (post.first, post.last) in held
            or post.foreign
            or post.code is None
            or (post.office and post.office.nameless)
        ):
            continue
        code: PostCode = "other" if post.state in ("deputy", "former", "designate") else post.code
        if code == "other" and post.code not in SHARED:
            continue
        places = list(zip(post.countries, post.country_tokens, strict=False))
        if post.plural and places:
            spans: list[tuple[str | None, int, int]] = [
                (country, t.places[k][1], t.places[k][2]) for country, k in places
            ]
        elif places:
            spans = [(places[0][0], post.first, post.last)]
        elif post.plural or post.organization:
            spans = [(None, post.first, post.last)]
        else:
            continue
        for country, first, last in spans:
            holder = holders.get((code, country)) if not post.plural else None
            found.append(
                PersonMention(
                    start=t.starts[first], end=t.ends[last], text=t.text(first, last), name=holder.name if holder else "",
                    role=post.role, code=code, country=country, organization=post.organization, state=post.state,
                    office=holder is None,
                )
            )  # fmt: skip
    return found
