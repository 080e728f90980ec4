"""Which posts are said of which character: holdings in text order become sayings, names become the cast."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import PostCode
from sitegen.people.cast import Cast, Character
from sitegen.people.context import Context
from sitegen.people.frames import SHARED, Company
from sitegen.people.holding import Holding
from sitegen.people.names import fold
from sitegen.people.offices import ROLES
from sitegen.people.post import Post
from sitegen.people.runs import Run
from sitegen.people.tokens import Tokens

#: how many sayings, posts or tokens back "his" may reach: far enough for prose, near enough for linear time
_LATELY = 60


class Said(Struct):
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


def theme_of(t: Tokens, context: Context, posts: list[Post]) -> Company | None:
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


def posts_said(t: Tokens, context: Context, holdings: list[Holding], cast: Cast, posts: list[Post]) -> list[Said]:
    said: list[Said] = []
    theme: Company | None = None
    for holding in holdings:
        _given_not_rank(t, holding)
        name = t.text(holding.run.start, holding.run.last)
        shared = [c for p in holding.posts for c in p.countries] or ([holding.country] if holding.country else [])
        parts: list[tuple[Post, PostCode, str | None, float]] = []
        for post in holding.posts:
            code, role, confidence = post.code, post.role, holding.confidence
            if code is None:
                source = _antecedent(t, said, context, cast, holding, posts) if post.kind == "counterpart" else None
                theme = theme or theme_of(t, context, posts) if post.kind == "bare" else theme
                ministers = theme if theme and theme.code in _MINISTERS else _ministers_before(posts, post)
                if source is not None:
                    code, role, confidence = source, ROLES[source], 0.85
                elif post.kind == "bare" and ministers is not None:
                    code, role, confidence = ministers.code, ministers.role, 0.8
                    if post.state == "deputy":  # "the first deputy minister" among defence ministers
                        first = "First " if "first" in t.lows[max(0, post.last - 3) : post.last] else ""
                        role = f"{first}Deputy {role}"
                else:
                    continue
            body = next((p.organization for p in holding.posts if p.organization), None)
            if body and post.office is None and code == "other" and not post.countries and not post.organization:
                post = replace(
                    post, organization=body
                )  # "Chairman of the Executive Committee - CIS Executive Secretary"
            if post.foreign or (role == "Minister" and code == "other" and _is_minister(cast, said, name)):
                continue
            own = post.state == "deputy" and "Deputy" in role  # the office's plain name is its holder's
            shared_role = (
                holding.basis in ("list", "frame", "theme") or post.was_plural or role in ("Chief", "Head", "Boss")
            )
            if shared_role and not own:
                role = ROLES.get(code, role)
            country = post.countries[0] if post.countries else None
            if country is None and code != "secretary-general" and not post.organization:
                country = shared[0] if shared else None
                if country is None and post.pronoun:
                    country = _pronoun_country(context, cast, said, post)
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
            Said(character=character, run=holding.run, post=p, code=code, country=country, confidence=confidence, basis=holding.basis, office_code=code, change=holding.change)
            for p, code, country, confidence in parts
        ]  # fmt: skip
    return said


_MINISTERS = ("defence-minister", "foreign-minister")


def _given_not_rank(t: Tokens, holding: Holding) -> None:
    """ "Japanese Defense Minister Gen Nakatani": a given name of the country's, no general."""
    run = holding.run
    if run.rank == "General" and run.size == 1 and run.start and t.words[run.start - 1] == "Gen":
        office = holding.posts[0] if holding.posts else None
        if office is not None and office.countries[:1] == ("JP",) and office.code in _MINISTERS:
            run.start, run.rank = run.start - 1, None


def _is_minister(cast: Cast, said: list[Said], name: str) -> bool:
    """Whether the one called "Minister NAME" is known as a minister of something."""
    character = cast.find(name, set())
    return character is not None and any(s.character is character and "inister" in s.post.role for s in said[-_LATELY:])


def _ministers_before(posts: list[Post], bare: Post) -> Company | None:
    """The ministers spoken of last before a bare "minister", where the clipping at large is about presidents."""
    if bare.kind != "bare":
        return None
    at = bisect_right(posts, bare.lo, key=_first)
    for post in reversed(posts[max(0, at - _LATELY) : at]):
        if post.code in _MINISTERS and post.hi < bare.lo and not post.foreign:
            return Company(code=post.code, role=ROLES[post.code], confidence=0.8, basis="theme")
    return None


def _pronoun_country(context: Context, cast: Cast, said: list[Said], post: Post) -> str | None:
    """ "its minister": the country named before; "his minister": that of the holder named before in the sentence."""
    if post.pronoun not in ("his", "her", "my", "our", "your"):
        return context.antecedent(post.lo)
    first, _ = context.sentence_of(post.lo)
    for s in reversed(said[-_LATELY:]):
        if first <= s.run.start < post.lo and s.country:
            return s.country
    calls = cast.called()
    for k in range(post.lo - 1, max(first, post.lo - _LATELY) - 1, -1):  # "Sheikh X sent his TITLE NAME"
        for character in calls.get(fold(context.t.words[k]), ()) if context.t.words[k][0].isupper() else ():
            for s in reversed(said[-_LATELY:]):
                if s.character is character and s.country:
                    return s.country
    return None


def _antecedent(
    t: Tokens, said: list[Said], context: Context, cast: Cast, holding: Holding, posts: list[Post]
) -> PostCode | None:
    """The office of "his" in "his counterpart": that of the person named last in the sentence, else the last one said."""
    calls = cast.called()
    lately = [s for s in said[-_LATELY:] if s.code in SHARED and s.post.state in ("current", "acting")]
    first = max(context.sentence_of(holding.run.start)[0], holding.run.lo - _LATELY)
    for k in range(holding.run.lo - 1, first - 1, -1):
        for character in calls.get(fold(t.words[k]), ())[-_LATELY:] if t.words[k][0].isupper() else ():
            for earlier in reversed(lately):
                if earlier.character is character:
                    return earlier.code
    at = bisect_right(posts, holding.run.lo, key=_first)
    for post in reversed(posts[max(0, at - _LATELY) : at]):
        shares = post.code in SHARED and post.state in ("current", "acting") and not post.foreign
        afar = post.plural and post.hi < first
        if post.hi < holding.run.lo and shares and not afar:
            return post.code
    return None


def _first(post: Post) -> int:
    return post.first
