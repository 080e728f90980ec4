"""Who holds the posts: the name beside each title, before or after it, in lists, and by appointment.

Each finding is a `Holding`: a name, the posts said of it there, how sure that is. Frames that need no title of their own
("Pakistan's X", "X of Belarus") are in `frames.py`."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.people.appointments import appointed, dismissed, was_removed, with_successor
from sitegen.people.holding import Holding, as_former, country_behind, with_state
from sitegen.people.post import Post
from sitegen.people.runs import Run, is_name_word, name_at, name_before
from sitegen.people.titles import words
from sitegen.people.tokens import Tokens

_GOES_ON = words(
    "in on at from since during for to as said told appointed elected named accused known who attending speaking visiting"
)
_AFTER_APPOSITION = frozenset(
    {",", ".", ")", ";", "\n", "who", "—", "–", "and", "|", ":", "", "(", "!", "?", "-", "]", "whose"}
)
_LONGEST_LIST = 30  # names behind one plural title; more is a table gone wrong


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
        if holdings and not group[-1].plural:
            holdings = _changed(t, group, holdings, found)
        elif not holdings and found:
            holdings = _likewise(t, group, found[-1])
        for holding in holdings:
            used.update(range(holding.run.start, holding.run.last + 1))
        found.extend(holdings)
    return found


def _changed(t: Tokens, group: list[Post], holdings: list[Holding], found: list[Holding]) -> list[Holding]:
    """The holdings as they are after what the sentence tells: "fired TITLE NAME", "TITLE NAME resigned"."""
    if holdings[0].basis in ("title", "comma") and holdings[0].run.lo > group[-1].hi:
        joined = found and found[-1].change == "end" and t.low(group[0].lo - 1) == "and"
        if (joined and found[-1].run.hi == group[0].lo - 2) or dismissed(t, group[0].lo - 1):
            return with_successor(t, group, holdings)
    if holdings[0].basis in ("title", "comma", "apposition") and was_removed(
        t, max(holdings[0].run.hi, group[-1].hi) + 1
    ):
        return [as_former(holdings[0]), *holdings[1:]]
    return holdings


def _likewise(t: Tokens, group: list[Post], last: Holding) -> list[Holding]:
    """ "appointed NAME as TITLE and NAME as TITLE": the second of them."""
    k = group[0].lo - 1
    if last.basis != "appointment" or t.low(k) != "as" or not last.posts:
        return []
    run = name_before(t, k - 1)
    joined = run is not None and t.low(run.lo - 1) == "and"
    if run is not None and joined:
        joined = last.posts[-1].hi == run.lo - 2 - (t.low(run.lo - 2) == ",")
    return [with_state(run, group, last.posts[-1].state)] if run is not None and joined else []


def _after(t: Tokens, group: list[Post], limit: int) -> list[Holding]:
    last = group[-1]
    if t.poss[last.last] and last.hi == last.last:
        return []
    j, basis = last.hi + 1, "title"
    while t.low(j) == "(" and t.low(j + 2) == ")" and t.words[j + 1][0].isupper() and j + 1 not in t.places:
        j += 3  # "Minister of Defence (Menhan) NAME"
    if t.low(j) == "(" and not last.plural:
        run = name_at(t, j + 1)  # "the deputy secretary-general (Mr X)"
        if run is not None and run.formal and t.low(run.hi + 1) == ")":
            return [Holding(run=run, posts=tuple(group))]
    if t.low(j) == "," and j + 1 < limit:
        j, basis = j + 1, "comma"
        if t.low(j) in ("and",):
            return []
    elif t.low(j) in (":", "–", "—", "|") and (last.plural or t.low(group[0].lo - 1) in ("\n", "", "-", "*", "•", "|")):
        j, basis = j + 1, "title"
    elif t.low(j) == "-" and t.low(j + 1) == "-":
        j, basis = j + 2, "comma"
    elif t.low(j) == "-" and last.plural:
        j += 1
    elif t.low(j) in ("–", "—") and last.countries and (run := name_at(t, j + 1)) is not None and run.formal:
        j, basis = j + 1, "comma"  # "the Defence Minister of A – Mr NAME"
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
        several = _list_after(t, group, run, basis)
        return several if len(several) > 1 or basis != "comma" else []  # "the Summit of Heads of State, NAME"
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
    if run.poss or (after != "," and _is_subject_behind_opening(t, post.lo, run)):
        return False
    capital = t.words[post.first][0].isupper()  # small: "greeting the A president, NAME NAME noted"
    if run.size >= 2 and post.countries and not post.plural and capital and after.isalpha() and after.islower():
        return True  # "A's Minister, NAME NAME were"
    return (
        after in _AFTER_APPOSITION
        or after in ("of", "from", "in", "on", "has", "is", "was")
        or run.formal
        or post.lo == 0
        or (
            run.size >= 2
            and t.low(post.lo - 1) in ("\n", ".")
            and after in ("said", "told", "added", "noted", "stressed")
        )
    )


_OPENINGS = words(
    """while after before during following in at on upon when whereas besides despite amid through with by for from apart as since
    alongside together earlier later"""
)


def _is_subject_behind_opening(t: Tokens, at: int, run: Run) -> bool:
    """ "While holding talks with the TITLE of A, NAME welcomed": the comma ends the opening, and NAME is not the TITLE."""
    k = at - 1
    while k >= 0 and t.low(k) not in (".", "\n", "!", "?", ";") and t.low(k) not in ('"', "“", "”"):
        if t.low(k) == ",":
            return False
        k -= 1
    opens = t.low(k + 1) in _OPENINGS or (t.low(k + 1).endswith("ing") and len(t.low(k + 1)) > 4)
    after = t.low(run.hi + 1)
    return k + 1 < at and opens and after.isalpha() and after.islower()


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
        while t.low(j) in ("of", "the", "republic") and t.low(j) != "\n":  # "of A - X, of B - Y"
            j += 1
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
            return appointed(t, group, k)
        k -= 1
    low = t.low(k)
    if low in (",", "(", "–", "—", "|", ":", "-") and not last.plural:
        found = _apposition(t, group, k)
        if found and found[0].run.start in used and name_at(t, last.hi + 1 + (t.low(last.hi + 1) == ",")) is not None:
            return []  # "the minister of A, X, the minister of B, Y": X has his title before him
        return [as_former(h) for h in found] if earlier else found
    if low == "\n" and k == first.lo - 1 and not last.plural:
        return _line_above(t, group, k)
    if low == "been" and t.low(k - 1) in ("has", "had") and not last.plural:
        k, low = k - 1, "is" if t.low(k - 1) == "has" else "was"
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
    return appointed(t, group, k + 1)


def _line_above(t: Tokens, group: list[Post], k: int) -> list[Holding]:
    """A roster of two lines each: "His Excellency NAME", and below it "TITLE of the State of A." """
    run = name_before(t, k - 1 - (t.low(k - 1) == ","))
    after = t.low(group[-1].hi + 1)
    if run is None or not run.formal or after not in ("\n", "", ".", ",", ";", "("):
        return []
    alone = t.low(run.lo - 1) in ("\n", "") or after in ("\n", "")  # "with H.E. NAME" may open such a list
    return [Holding(run=run, posts=tuple(group), basis="roster")] if alone else []


_ACTS = words("called met visited arrived chaired led attended headed received addressed presided signed left")


def _past_decorations(t: Tokens, end: int) -> int:
    """Back over orders behind a name: "General NAME, NI (M), TITLE"; the token before their comma."""
    for k in range(end, max(end - 8, 0), -1):
        if t.low(k) == ",":
            return k - 1
        if not (t.words[k].isupper() and len(t.words[k]) <= 4) and t.words[k] not in ("(", ")", "."):
            break
    return end


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
    if t.low(end) == ")" or (t.words[end].isupper() and mark == ","):
        end = _past_decorations(t, end)
    run = name_before(t, end)
    if run is None:
        return []
    last = group[-1]
    whose = last.countries or last.implies or last.definite or last.pronoun
    if last.office is not None and last.office.of_state and not whose and t.words[last.first][0].islower():
        return []  # "NAME, president," is a firm's as often as a state's
    starts_line = (
        t.low(run.lo - 1) in ("\n", "", "-", "*", "•", "|") or t.low(run.lo - 1).isdigit() or t.low(run.lo - 1) == "."
    )
    if mark in (":", "–", "—", "|", "-") and not starts_line:
        return []
    if mark == "(" and after not in (")", ",", ";"):
        return []
    acts = after in _ACTS and last.countries and last.hi > last.last  # "NAME, TITLE of A called on"
    if mark == "," and not acts and after not in _AFTER_APPOSITION and after not in _GOES_ON:
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
    k = run.lo - 1 - (t.low(run.lo - 1) in ("delegate", "representative"))
    owner = t.country_at(k) if k >= 0 and t.poss[k] else None  # "A's (delegate) NAME, the defence minister"
    return [Holding(run=run, posts=posts, basis="apposition", country=owner[0] if owner else None)]
