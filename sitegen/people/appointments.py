"""Who is said to be appointed, sworn in, removed, replaced: the verb between a name and a title, and whose it is."""

from __future__ import annotations

from sitegen.people.holding import Holding, with_state
from sitegen.people.offices import State
from sitegen.people.post import Post
from sitegen.people.runs import is_name_word, name_at, name_before
from sitegen.people.titles import words
from sitegen.people.tokens import Tokens

_APPOINT = words(
    """appointed named elected re-elected reelected chosen picked confirmed installed approved selected proclaimed declared
    reappointed re-appointed promoted inaugurated unveiled"""
)
#: appointing only before "as": "announced NAME as the new TITLE"
_AS_ONLY = words("announced announces introduced presented presents hired")
_NOMINATE = words("nominated proposed nominate tapped nominates proposes designated recommended")
_SERVE = words("serves serving continues continuing remains remained remaining acts acting working stays staying")
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
_LEAVE = words("resigned quit retired")
_SUCCEED = words(
    "succeeded succeeds succeeding replaced replaces replacing succeed replace relieved relieves unseated defeated"
)
_WHEN = words(
    """on today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december"""
)
_SPANS = words("last this week month year earlier early late")
_PARTS_OF_VERBS = words("in office over charge up down")  # "sworn in", "took office"
#: "the decree on the appointment of NAME as TITLE"
_ACT_OF: dict[str, State] = {
    "appointment": "current", "election": "current", "confirmation": "current", "promotion": "current",
    "nomination": "designate", "dismissal": "former", "removal": "former", "sacking": "former", "resignation": "former",
    "ouster": "former",
}  # fmt: skip
_OPPOSED = words("possible proposed rejected opposed failed expected likely planned rumoured potential any")
_SAYING = words("announced said says announces declared confirmed told stated wrote tweeted posted revealed added")
_POSTS = words("post position office job role portfolio seat duties")
_BEFORE_OBJECT = words(
    "general minister mr the his her its deputy ally aide judge economist diplomat senator lawmaker veteran retired"
)
_APPOINTING = words(
    "appoint appoints name names elect elects appointing naming as approve approves approving choose picks confirm confirms "
    "confirming install installs endorse endorses endorsed"
)
_BE = words("was were been is being be are gets got get")
_MONTHS = words(
    "january february march april may june july august september october november december in last this month year week"
)


def appointed(t: Tokens, group: list[Post], k: int) -> list[Holding]:
    """ "NAME was appointed (as) TITLE", "appointed NAME (as) TITLE", "succeeded NAME as TITLE"; `k` begins the object."""
    i = k - 1
    article = t.low(group[0].lo) in ("a", "an", "the", "his", "her", "its", "their")
    if t.low(i) == "of" and t.low(i - 1) in _POSTS:  # "from the post of", "took over the office of"
        i -= 2
        while t.low(i) in ("the", "his", "her", "its"):
            i -= 1
        if t.low(i) in ("for", "to") and (run := name_before(t, i - 1)) is not None:
            verb = t.low(run.lo - 1)
            if verb == "of" and (turn := _ACT_OF.get(t.low(run.lo - 2))) and t.low(run.lo - 3) not in _OPPOSED:
                return [with_state(run, group, turn)]  # "the appointment of NAME for the post of TITLE"
            if verb in _APPOINT or verb in _APPOINTING:
                return [with_state(run, group, "current"), *_replaced(t, group)]
        if t.low(i) == "from":
            i -= 1
            while t.low(i) in _WHEN or t.low(i).isdigit():  # "resigned on Monday from the post of TITLE"
                i -= 1
            run, verb = name_before(t, i), t.low(i)
            if run is None:
                needs_be = verb in _REMOVE and verb not in _LEAVE
                return _subject(t, group, i - 1, verb, "former", needs_be=needs_be, article=False) or []
            return [with_state(run, group, "former")]
        article = False
    while t.low(i) in ("a", "an", "the", "new", "as", "its", "his", "her", "to", "be", "become"):
        article = article or t.low(i) in ("a", "an")
        if t.low(i) == "as" and t.low(i - 1) == "on" and t.low(i - 2) in _SERVE:
            i -= 1  # "stays on as"
        i -= 1
    if t.low(i) in ("has", "have", "had") and t.low(i + 1) == "become":
        i += 1
    when = i
    i = _before_time(t, i)  # "was appointed on 5 June as TITLE"
    if i < when and t.low(i) not in _PARTS_OF_VERBS and _verb_state(t.low(i))[0] is None:
        i = when
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
    end = _before_time(t, i) if as_object else k - 1
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
    i = _before_description(t, i)
    while t.low(i) in _WHEN or t.low(i).isdigit():  # "appointed on Sunday NAME as TITLE"
        i -= 1
    verb = t.low(i)
    if verb == "of" and (state := _ACT_OF.get(t.low(i - 1))) is not None and t.low(i - 2) not in _OPPOSED:
        return [with_state(run, group, state)]
    if verb in _APPOINT or verb in _APPOINTING or (as_object and verb in _AS_ONLY):
        future = any(t.low(m) in ("will", "would", "to", "may") for m in range(max(0, i - 2), i))
        future = future and "voted" not in t.lows[max(0, i - 5) : i]
        return [with_state(run, group, "designate" if future else "current"), *_replaced(t, group)]
    if verb in _NOMINATE:
        return [with_state(run, group, "designate")]
    if verb in _SUCCEED or verb in _REMOVE or verb in ("dismiss", "dismisses", "sacks", "fires", "removes", "oust"):
        return [with_state(run, group, "former")]
    return []


_ONCE = words("former ex ex-army retired veteran career longtime long-time incumbent onetime one-time")


def _before_description(t: Tokens, i: int) -> int:
    """Before what a person has been, "former navy commander", where that ends at token `i`; else `i`."""
    for at in range(i, max(-1, i - 5), -1):
        if t.low(at) in _ONCE:
            at -= 1
            return at - 1 if t.low(at) in ("a", "an", "the", "its", "his", "her") else at
        if not t.low(at).replace("-", "").isalpha():
            return i
    return i


def _before_time(t: Tokens, i: int) -> int:
    """Back over "on Tuesday", "5 June", "earlier this week", "in June"."""
    while (
        t.low(i) in _WHEN or t.low(i) in _SPANS or t.low(i).isdigit() or (t.low(i) == "in" and t.low(i + 1) in _MONTHS)
    ):
        i -= 1
    return i


def _verb_state(verb: str) -> tuple[State | None, bool]:
    """What a verb before "(as) TITLE" makes of its subject, and whether only its passive does so."""
    if verb in ("sworn", "took", "takes", "became", "becomes", "become") or verb in _SERVE:
        return "current", False
    if verb in _SERVED or verb in ("resigned", "quit", "retired", "resigns"):
        return "former", False
    if verb in _APPOINT or verb in _AS_ONLY:
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
    if t.low(i) in ("he", "she"):  # "NAME announced that he had resigned"
        i -= 1 + (t.low(i - 1) == "that")
        if t.low(i) not in _SAYING:
            return []
        i -= 1
    run = name_before(t, i)
    if run is None:
        return []
    if verb == "served" and any(t.low(k) in ("has", "have") for k in range(run.hi + 1, group[0].lo)):
        state = "current"
    found = [with_state(run, group, state, lasting=verb in _SERVE or verb in _SERVED)]
    if state == "former":
        found += _successor(t, group)
    else:
        found += _replaced(t, group)
    return found


_DISMISSALS = words("dismissal removal sacking firing ouster replacement resignation departure")
_DISMISS = words(
    "dismissed removed sacked fired ousted deposed toppled dismisses sacks fires removes ousts dismiss sack fire replaced "
    "replaces replacing succeeded succeeds succeeding succeed replace dismissing sacking firing"
)


def dismissed(t: Tokens, k: int) -> bool:
    """Whether the verb at `k`, before a title and a name, puts the holder out of office: "fired TITLE NAME"."""
    if t.low(k) == "of" or (t.low(k) in ("his", "her", "its", "the") and t.low(k - 1) == "of"):
        return t.low(k - 1 - (t.low(k) != "of")) in _DISMISSALS
    return t.low(k) in _DISMISS and t.low(k - 1) not in _BE and t.low(k - 1) != "by"


_IN_OFFICE = words(
    "was were has had been have is who also recently abruptly suddenly later then on officially formally"
)


def was_removed(t: Tokens, j: int) -> bool:
    """Whether what follows a name at `j` says that its bearer left office: "(, an aside,) was replaced", "resigned"."""
    if t.low(j) == ",":
        close = next((k for k in range(j + 1, min(j + 20, len(t))) if t.low(k) in (",", ".", "\n")), None)
        if close is None or t.low(close) != ",":
            return False
        j = j + 1 if t.low(j + 1) in ("who", "was") else close + 1
    begin = j
    while t.low(j) in _IN_OFFICE or t.low(j) in _WHEN:
        j += 1
    verb = t.low(j)
    if verb in ("resigned", "quit") or (verb in ("stepped", "steps") and t.low(j + 1) == "down"):
        return t.low(j + 1) not in ("himself", "herself")
    passive = any(t.low(k) in ("was", "were", "been", "is") for k in range(begin, j))
    if not passive or verb not in (
        "dismissed",
        "sacked",
        "fired",
        "ousted",
        "removed",
        "replaced",
        "relieved",
        "deposed",
    ):
        return False
    return verb not in ("relieved", "replaced") or t.low(j + 1) not in ("to", "that", "at")


def with_successor(t: Tokens, group: list[Post], holdings: list[Holding]) -> list[Holding]:
    """The former holder, and whoever "replaced him with NAME" or "appointed NAME in his place" names."""
    former = [with_state(h.run, group, "former") for h in holdings[:1]]
    begin = holdings[0].run.hi + 1
    for k in range(begin, min(begin + 12, len(t))):
        if t.low(k) in (".", "\n", ";"):
            break
        replaced = t.low(k - 1) in ("him", "her", "them") and t.low(k - 2) in ("replaced", "replacing")
        exchanged = k <= begin + 1 and "replacement" in t.lows[max(0, group[0].lo - 3) : group[0].lo]
        if t.low(k) == "with" and (replaced or exchanged):
            for j in range(k + 1, min(k + 14, len(t))):
                if t.low(j) in (",", ".", "\n", ";"):
                    break
                run = name_at(t, j)
                if run is not None and run.size >= 2 and not run.poss:
                    return [*former, with_state(run, group, "current")]
            break
        if t.low(k) in ("appointed", "named", "installed"):
            run = name_at(t, k + 1)
            if run is not None and t.low(run.hi + 1) in ("in", "instead", "to") and (
                t.lows[run.hi + 1 : run.hi + 4] in (["in", "his", "place"], ["in", "her", "place"], ["in", "his", "stead"], ["to", "replace", "him"])
                or t.low(run.hi + 1) == "instead"
            ):  # fmt: skip
                return [*former, with_state(run, group, "current")]
            break
    return former


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
            return [with_state(run, group, "former")] if run is not None and run.start not in t.taken else []
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
            return [with_state(run, group, "current")]
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
