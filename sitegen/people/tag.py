"""Article -> person mentions: posts, their holders, framed names, the cast, and what the context adds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from msgspec.structs import replace

from sitegen.model import Article, OrganizationMention, PersonMention, PlaceMention, PostCode
from sitegen.people.cast import Cast, Character, find_fuller_names, repeats
from sitegen.people.context import Context, plausible
from sitegen.people.countries import find_countries
from sitegen.people.frames import SHARED, company_of, country_frames
from sitegen.people.holders import next_to
from sitegen.people.holding import Holding
from sitegen.people.post import Post
from sitegen.people.posts import find_posts, group_posts
from sitegen.people.runs import Run, name_at, name_before
from sitegen.people.said import Said, posts_said, theme_of
from sitegen.people.tokens import Tokens
from sitegen.world import Names


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
    holdings = [h for h in next_to(t, groups) if h.basis == "roster" or not _in_headline(article, t, h.run)]
    holdings += _framed(t, context, posts, holdings)
    holdings += _of_title(article, t, holdings)
    holdings.sort(key=lambda h: h.run.start)
    cast = Cast(dict(names.people))
    said = posts_said(t, context, holdings, cast, posts)
    find_fuller_names(t, cast)
    find_countries(context, said, posts)
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


def _of_title(article: Article, t: Tokens, holdings: list[Holding]) -> list[Holding]:
    """Persons named in full in the story whose office only the headline says: "President X to visit B" above "NAME X will"."""
    if not article.title:
        return []
    title = Tokens(article.title)
    offices = find_posts(title)
    for post in offices:
        title.taken.update(range(post.lo, post.hi + 1))
    held = {t.lows[h.run.last] for h in holdings}
    found: list[Holding] = []
    if not any(post.code in SHARED and not post.plural for post in offices):
        return []
    for of_title in next_to(title, group_posts(title, offices)):
        post, name = of_title.posts[0], title.words[of_title.run.start]
        if of_title.run.size != 1 or post.plural or post.code not in SHARED or name.lower() in held:
            continue
        at = next((i for i, word in enumerate(t.words) if word == name), None)
        run = name_before(t, at) if at is not None else None
        if at is not None and run is not None and 2 <= run.size <= 4:
            own = replace(post, first=at, last=at, lo=run.lo, hi=run.hi, countries=(), country_tokens=())
            found.append(Holding(run=run, posts=(own,), confidence=0.8, basis="headline"))
    return found


_NEAR = 12  # holdings and posts before a framed name that may lend it their office


def _start_of(holding: Holding) -> int:
    return holding.run.start


def _first_of(post: Post) -> int:
    return post.first


def _framed(t: Tokens, context: Context, posts: list[Post], holdings: list[Holding]) -> list[Holding]:
    titled_tokens = {i for h in holdings for i in range(h.run.start, h.run.last + 1)}
    theme = theme_of(t, context, posts)
    found: list[Holding] = []
    ordered = sorted(holdings, key=_start_of)
    for run, country, frame, at in country_frames(t, titled_tokens):
        until = bisect_right(ordered, run.lo, key=_start_of)
        near = sorted([*ordered[max(0, until - _NEAR) : until], *found[-_NEAR:]], key=_start_of)
        spoken = bisect_right(posts, run.lo, key=_first_of)
        company = company_of(
            t, run, frame, posts[max(0, spoken - _NEAR) : spoken], near, context.sentence_of(run.start),
            context.paragraph_of(run.start), theme,
        )  # fmt: skip
        if company is None or not plausible(t.text(run.start, run.last), country):
            continue
        post = Post(first=at, last=at, lo=at, hi=at, code=company.code, role=company.role, countries=(country,))
        found.append(
            Holding(run=run, posts=(post,), country=country, confidence=company.confidence, basis=company.basis)
        )
    return found


def role_of(post: Post) -> str:
    """The role as said, with the state where the title's own words leave it out."""
    if post.state == "former" and not post.role.startswith("Former"):
        return f"Former {post.role}"
    if post.state == "designate" and "esignate" not in post.role and "-elect" not in post.role.lower():
        return f"{post.role} (designate)"
    return post.role


def _mention(t: Tokens, s: Said) -> PersonMention:
    return PersonMention(
        start=t.starts[s.run.start],
        end=t.ends[s.run.last],
        text=t.text(s.run.start, s.run.last),
        name=s.character.name,
        role=role_of(s.post) if s.confidence else None,
        code=s.code if s.confidence else None,
        country=s.country,
        organization=s.post.organization,
        state=s.post.state,
        rank=s.run.rank,
        confidence=s.confidence or 0.5,
        office_code=s.office_code if s.confidence else None,
        change=s.change,
    )


def _again(t: Tokens, cast: Cast, said: list[Said], used: set[int]) -> list[PersonMention]:
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


def _offices(t: Tokens, groups: list[list[Post]], said: list[Said], holdings: list[Holding]) -> list[PersonMention]:
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
