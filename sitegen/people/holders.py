"""Who holds the posts: the name beside each title, before or after it, in lists, and by appointment.

Each finding is a `Holding`: a name, the posts said of it there, how sure that is. Frames that need no title of their own
("Pakistan's X", "X of Belarus") are in `frames.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sitegen.people.offices import State
from sitegen.people.posts import Post
from sitegen.people.runs import Run, is_name_word, name_at, name_before
from sitegen.people.titles import words
from sitegen.people.tokens import Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A name with the posts said of it at one place. `country` is what stands with the name itself ("X of Belarus")."""

    run: Run
    posts: tuple[Post, ...] = ()
    country: str | None = None
    confidence: float = 0.95
    basis: str = "title"
    change: Literal["start", "end"] | None = None


_APPOINT = words(
    """appointed named elected re-elected reelected chosen picked confirmed installed approved selected proclaimed declared
    reappointed re-appointed promoted inaugurated unveiled"""
)
_NOMINATE = words("nominated proposed nominate tapped nominates proposes designated recommended")
_SERVE = words("serves serving continues remains remained acts acting working stays")
_SERVED = words("served worked")
_AUXILIARIES = words(
    """been was is were are has had have be being also currently now formally officially later recently newly then
    unanimously again since today yesterday on monday tuesday wednesday thursday friday saturday sunday who previously
    earlier just duly already himself herself"""
)
_FUTURE = words("will would shall to may could expected set likely")
_REMOVE = words(
    "dismissed removed sacked fired ousted relieved suspended replaced resigned quit retired deposed toppled"
)
_SUCCEED = words(
    "succeeded succeeds succeeding replaced replaces replacing succeed replace relieved relieves unseated defeated"
)
_GOES_ON = words(
    "in on at from since during for to as said told appointed elected named accused known who attending speaking visiting"
)
_AFTER_APPOSITION = frozenset(
    {",", ".", ")", ";", "\n", "who", "—", "–", "and", "|", ":", "", "(", "!", "?", "-", "]", "whose"}
)


def next_to(t: Tokens, groups: list[list[Post]]) -> list[Holding]:
    """The holders named beside the titles, in text order."""
    found: list[Holding] = []
    used: set[int] = set()  # tokens of names that have a title already
    for n, group in enumerate(groups):
        if all(post.foreign for post in group):
            continue
        following = groups[n + 1][0].lo if n + 1 < len(groups) else len(t)
        holdings = _after(t, group, following)
        if not holdings:
            holdings = _before(t, group, used)
        elif holdings[0].basis == "comma":
            other = _before(t, group, used)
            holdings = other or holdings
        for holding in holdings:
            used.update(range(holding.run.start, holding.run.last + 1))
        found.extend(holdings)
    return found


# --- the name behind the title ------------------------------------------------------------------------------------


def _after(t: Tokens, group: list[Post], limit: int) -> list[Holding]:
    last = group[-1]
    if t.poss[last.last] and last.hi == last.last:
        return []
    j, basis = last.hi + 1, "title"
    while t.low(j) == "(" and t.low(j + 2) == ")" and t.words[j + 1].isupper() and j + 1 not in t.places:
        j += 3
    if t.low(j) == "," and j + 1 < limit:
        j, basis = j + 1, "comma"
        if t.low(j) in ("and",):
            return []
    elif t.low(j) in (":", "–", "—", "|") and (last.plural or t.low(group[0].lo - 1) in ("\n", "", "-", "*", "•", "|")):
        j, basis = j + 1, "title"
    elif t.low(j) == "-" and t.low(j + 1) == "-":
        j, basis = j + 2, "comma"
    elif t.low(j) in ("is", "was") and not last.plural and last.definite and not is_name_word(t, j - 1):
        j, basis = j + 1, "is"
    elif last.plural and t.low(j) in ("including", "like", "namely"):
        j += 1
    elif last.plural and t.low(j) == "such" and t.low(j + 1) == "as":
        j += 2
    if j >= limit:
        return []
    run = name_at(t, j, nationals=basis == "title")
    if run is None or (run.last >= limit and limit < len(t)):
        return []
    if not _is_person_here(t, run, basis, last):
        return []
    if last.plural:
        return _list_after(t, group, run, basis)
    country, _ = country_behind(t, run)
    holding = Holding(run=run, posts=tuple(group), country=country, basis=basis)
    if basis == "is" and t.low(last.hi + 1) == "was" and last.state == "current":
        holding = replace(holding, posts=tuple(replace(p, state="former") for p in group))
    return [holding]


def _is_person_here(t: Tokens, run: Run, basis: str, post: Post) -> bool:
    """Whether the capitalised run behind a title is a name, not the next clause's subject."""
    after = t.low(run.hi + 1)
    if basis == "title":
        return not (run.size == 1 and not run.formal and run.start in t.places)
    if run.size == 1 and not run.formal and not (post.plural and after in ("and", ",")):
        return False
    if basis == "is":
        return run.size >= 2 or run.formal
    if run.poss:
        return False
    return (
        after in _AFTER_APPOSITION
        or after in ("of", "from", "in", "on", "has", "is", "was")
        or run.formal
        or post.lo == 0
    )


_LONGEST_LIST = 30  # names behind one plural title; more is a table gone wrong
_SPEAKS_FOR = words("signed signs spoke speaks sat answered")


def country_behind(t: Tokens, run: Run) -> tuple[str | None, int]:
    """The country said right behind a name: "of Belarus", "from Iran", "(Kazakhstan)". (code, last token)."""
    j = run.hi + 1
    if run.poss:
        return None, run.hi
    if t.low(j) in ("of", "from"):
        k = j + 1
        while t.low(k) in ("the", "republic", "kingdom", "islamic", "of", "people's", "democratic", "federation"):
            k += 1
        entry = t.country_at(k)
        if entry and t.places[k][0].kind == "country" and not t.poss[entry[2]]:
            return entry[0], entry[2]
    if t.low(j) in _SPEAKS_FOR and t.low(j + 1) == "for":
        entry = t.country_at(j + 2 + (t.low(j + 2) == "the"))
        if entry:
            return entry[0], run.hi
    if t.low(j) == "(":
        entry = t.country_at(j + 1)
        if entry and t.low(entry[2] + 1) in (")", ","):
            return entry[0], entry[2] + 1
    return None, run.hi


def _list_after(t: Tokens, group: list[Post], run: Run, basis: str) -> list[Holding]:
    """Several names behind a plural: "ministers X of A and Y of B", "Presidents X and Y"."""
    post = group[-1]
    country, end = country_behind(t, run)
    runs: list[tuple[Run, str | None]] = [(run, country)]
    end = max(end, run.hi)
    while len(runs) < _LONGEST_LIST:
        j = end + 1
        j += t.low(j) in (",", ";")
        j += t.low(j) in ("and", "&", "with")
        if j == end + 1 or j in t.taken:
            break
        owner = t.country_at(j)  # "A's X", "A X", "A – X"
        begin = owner[2] + 1 + (t.low(owner[2] + 1) in ("–", "—", "-", ":")) if owner else j
        item = name_at(t, begin) if begin not in t.taken else None
        if item is None:
            break
        country, end = country_behind(t, item)
        end = max(end, item.hi)
        runs.append((item, owner[0] if owner else country))
    explicit = post.countries
    in_order = len(explicit) == len(runs) and len(runs) > 1 and not any(c for _, c in runs)
    found = []
    for n, (item, country) in enumerate(runs):
        alone = len(explicit) == 1 and (n == 0 or not any(c for _, c in runs))
        shared = explicit if alone else ()
        single = replace(
            post,
            plural=False,
            was_plural=True,
            countries=(explicit[n],) if in_order else shared,
        )
        found.append(Holding(run=item, posts=(single,), country=country, basis=basis, confidence=0.92))
    return found


# --- the name before the title ------------------------------------------------------------------------------------


def _before(t: Tokens, group: list[Post], used: set[int]) -> list[Holding]:
    first, last = group[0], group[-1]
    k = first.lo - 1
    earlier = t.low(k) in ("previously", "formerly") or t.low(k - 1) in ("previously", "formerly")
    while t.low(k) in (
        "also",
        "previously",
        "formerly",
        "then",
        "currently",
        "now",
        "concurrently",
        "the",
        "a",
        "an",
        "who",
        "as",
        "both",
    ):
        if t.low(k) == "as":
            return _appointed(t, group, k)
        k -= 1
    low = t.low(k)
    if low in (",", "(", "–", "—", "|", ":", "-") and not last.plural:
        found = _apposition(t, group, k)
        if found and found[0].run.start in used and name_at(t, last.hi + 1 + (t.low(last.hi + 1) == ",")) is not None:
            return []  # "the minister of A, X, the minister of B, Y": X has his title before him
        return [_as_former(h) for h in found] if earlier else found
    if low in ("is", "was", "are") and not last.plural:
        end = k - 1
        if t.low(end) in ("who", "he", "she"):
            end -= 1
            end -= t.low(end) == ","
        run = name_before(t, end)
        if run is not None and (t.low(k - 1) != "he"):
            past = low == "was"
            posts = tuple(replace(p, state="former") if past and p.state == "current" else p for p in group)
            return [Holding(run=run, posts=posts, basis="copula", confidence=0.9)]
        return []
    return _appointed(t, group, k + 1)


def _as_former(holding: Holding) -> Holding:
    posts = tuple(replace(p, state="former") if p.state == "current" else p for p in holding.posts)
    return replace(holding, posts=posts)


def _apposition(t: Tokens, group: list[Post], k: int) -> list[Holding]:
    """ "NAME, the TITLE," and "NAME (TITLE)", "NAME - TITLE" at the start of a line."""
    mark = t.low(k)
    after = t.low(group[-1].hi + 1)
    end = k - 1
    if mark == "," and t.low(end).isdigit():  # an age: "NAME, 55, the minister"
        end -= 1
        end -= t.low(end) == ","
    if mark == "-" and t.low(end) == "-":
        end -= 1
    run = name_before(t, end)
    if run is None:
        return []
    starts_line = (
        t.low(run.lo - 1) in ("\n", "", "-", "*", "•", "|") or t.low(run.lo - 1).isdigit() or t.low(run.lo - 1) == "."
    )
    if mark in (":", "–", "—", "|", "-") and not starts_line:
        return []
    if mark == "(" and after not in (")", ",", ";"):
        return []
    if mark == "," and after not in _AFTER_APPOSITION and after not in _GOES_ON:
        return []
    if (
        mark == ","
        and run.size == 1
        and not run.formal
        and t.low(run.lo - 1) in ("in", "at", "on", "to", "from", "near")
    ):
        return []
    if after in ("said", "told") and not starts_line:
        return []
    posts = tuple(group)
    if t.low(group[-1].hi + 1) == "from" and t.low(group[-1].hi + 2).isdigit():
        posts = tuple(replace(p, state="former") if p.state == "current" else p for p in posts)
    return [Holding(run=run, posts=posts, basis="apposition")]


def _appointed(t: Tokens, group: list[Post], k: int) -> list[Holding]:
    """ "NAME was appointed (as) TITLE", "appointed NAME (as) TITLE", "succeeded NAME as TITLE"; `k` begins the object."""
    i = k - 1
    article = t.low(group[0].lo) in ("a", "an", "the", "his", "her", "its", "their")
    if t.low(i) == "of" and t.low(i - 1) in _POSTS:  # "from the post of", "took over the office of"
        i -= 2
        while t.low(i) in ("the", "his", "her", "its"):
            i -= 1
        if t.low(i) == "from":
            run = name_before(t, i - 1)
            if run is None:
                return (
                    _subject(t, group, i - 2, t.low(i - 1), "former", needs_be=t.low(i - 1) in _REMOVE, article=False)
                    or []
                )
            return [_with_state(run, group, "former")]
        article = False
    while t.low(i) in ("a", "an", "the", "new", "as", "its", "his", "her", "to", "be", "become"):
        article = article or t.low(i) in ("a", "an")
        i -= 1
    verb = t.low(i)
    if verb == "in" and t.low(i - 1) in ("sworn", "swearing"):
        i, verb = i - 1, "sworn"
    elif verb in ("office", "over", "charge", "up"):
        i, verb = i - 1, "took"
    elif verb == "down" and t.low(i - 1) in ("stepped", "stepping", "steps", "step"):
        i, verb = i - 1, "resigned"
    elif verb == "capacity" and t.low(i - 1) in ("his", "her"):
        return _in_capacity(t, group, i - 2)
    state, passive = _verb_state(verb)
    if state is not None:
        subject = _subject(t, group, i - 1, verb, state, needs_be=passive, article=article)
        if subject is not None:
            return subject
    as_object = t.low(k) == "as" or t.low(k - 1) in ("as", "new", "to", "be")
    end = i if as_object else k - 1
    if t.low(end) == ",":
        run = name_before(t, end - 1)
        if run is None or t.low(run.lo - 1) != ",":  # not "his deputy, NAME, as TITLE"
            run = name_before(t, _before_country(t, _past_parenthesis(t, end)))
    else:
        run = name_before(t, _before_country(t, end))
    if run is None or run.poss:
        return []
    i = run.lo - 1
    while t.low(i) in _BEFORE_OBJECT or i in t.taken or (t.low(i) == "," and i - 1 in t.taken):
        i -= 1
    verb = t.low(i)
    if verb in _APPOINT or verb in _APPOINTING:
        future = any(t.low(m) in ("will", "would", "to", "may") for m in range(max(0, i - 2), i))
        return [_with_state(run, group, "designate" if future else "current"), *_replaced(t, group)]
    if verb in _NOMINATE:
        return [_with_state(run, group, "designate")]
    if verb in _SUCCEED or verb in _REMOVE or verb in ("dismiss", "dismisses", "sacks", "fires", "removes", "oust"):
        return [_with_state(run, group, "former")]
    return []


_POSTS = words("post position office job role portfolio seat duties")
_BEFORE_OBJECT = words(
    "general minister mr the his her its deputy ally aide judge economist diplomat senator lawmaker veteran"
)
_APPOINTING = words(
    "appoint appoints name names elect elects appointing naming as approve approves approving choose picks"
)
_BE = words("was were been is being be are gets got get")


def _verb_state(verb: str) -> tuple[State | None, bool]:
    """What a verb before "(as) TITLE" makes of its subject, and whether only its passive does so."""
    if verb in ("sworn", "took", "takes", "became", "becomes", "become") or verb in _SERVE:
        return "current", False
    if verb in _SERVED or verb in ("resigned", "quit", "retired", "resigns"):
        return "former", False
    if verb in _APPOINT:
        return "current", True
    if verb in _NOMINATE:
        return "designate", True
    if verb in _REMOVE:
        return "former", True
    return None, False


def _subject(
    t: Tokens, group: list[Post], i: int, verb: str, state: State, *, needs_be: bool, article: bool
) -> list[Holding] | None:
    """The subject of the verb behind token `i`: None where the verb is active and its subject does the appointing."""
    be = False
    while t.low(i) in _AUXILIARIES or t.low(i) in _FUTURE or t.low(i).isdigit() or t.low(i) in _MONTHS:
        be = be or t.low(i) in _BE
        if t.low(i) in _FUTURE and state == "current":
            state = "designate"
        i -= 1
    comma = t.low(i) == ","
    if needs_be and not be and (article or not (comma or i >= 0)):
        return None
    if needs_be and not be and t.low(i + 1) in ("has", "have", "had"):
        return None
    if comma:
        i = _past_parenthesis(t, i) if be or not needs_be else i - 1
    run = name_before(t, i)
    if run is None:
        return []
    if verb == "served" and any(t.low(k) in ("has", "have") for k in range(run.hi + 1, group[0].lo)):
        state = "current"
    found = [_with_state(run, group, state, lasting=verb in _SERVE or verb in _SERVED)]
    if state == "former":
        found += _successor(t, group)
    else:
        found += _replaced(t, group)
    return found


def _past_parenthesis(t: Tokens, i: int) -> int:
    """From the comma at `i` back over ", a former judge": the token before the first comma."""
    for k in range(i - 1, max(i - 16, -1), -1):
        if t.low(k) in (".", "\n", ";"):
            break
        if t.low(k) == ",":
            return k - 1
    return i - 1


def _in_capacity(t: Tokens, group: list[Post], i: int) -> list[Holding]:
    """ "X, speaking in his capacity as TITLE": the first name of the clause."""
    found = None
    for k in range(i, max(i - 25, -1), -1):
        if t.low(k) in (".", "\n"):
            break
        run = name_before(t, k) if is_name_word(t, k) and not is_name_word(t, k + 1) else None
        found = run or found
    return [Holding(run=found, posts=tuple(group), basis="capacity", confidence=0.85)] if found is not None else []


def _replaced(t: Tokens, group: list[Post]) -> list[Holding]:
    """ ", replacing NAME" or "to succeed NAME" behind an appointment: the former holder."""
    j = group[-1].hi + 1
    for k in range(j, min(j + 14, len(t))):
        if t.low(k) in (".", "\n", ";"):
            break
        if t.low(k) in ("replacing", "succeeding", "replaces", "succeeds", "replace", "succeed"):
            run = name_at(t, k + 1)
            return [_with_state(run, group, "former")] if run is not None and run.start not in t.taken else []
    return []


def _successor(t: Tokens, group: list[Post]) -> list[Holding]:
    """ "was replaced as TITLE by NAME": the new holder."""
    j = group[-1].hi + 1
    for k in range(j, min(j + 5, len(t))):
        if t.low(k) in ("succeeded", "replaced") and t.low(k + 1) == "by":
            j = k + 1
    if t.low(j) in ("by", "with"):
        run = name_at(t, j + 1)
        if run is not None:
            return [_with_state(run, group, "current")]
    return []


def _before_country(t: Tokens, i: int) -> int:
    """Past "of COUNTRY" behind a name, going back: the name's last token."""
    entry = t.country_at(i)
    if entry is None:
        return i
    k = entry[1] - 1
    while t.low(k) in ("the", "republic", "kingdom"):
        k -= 1
    return k - 1 if t.low(k) in ("of", "from") else i


_MONTHS = words(
    "january february march april may june july august september october november december in last this month year week"
)


def _with_state(run: Run, group: list[Post], state: State, *, lasting: bool = False) -> Holding:
    """A holding by appointment or removal; `lasting` verbs ("serves as") say nothing of when the term begins or ends."""
    posts = tuple(replace(p, state=state) if p.state == "current" else p for p in group)
    change: Literal["start", "end"] | None = {"current": "start", "former": "end"}.get(state)  # type: ignore[assignment]
    return Holding(run=run, posts=posts, basis="appointment", confidence=0.9, change=None if lasting else change)
