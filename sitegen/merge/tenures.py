"""Who held which post, when, says who: curated terms and the days that clippings attest, and what does not fit.

A term is half-open: the day on which one ends and the next begins belongs to the next. An attested day within a curated
term is a witness of it; one outside is not forced in: it becomes a tenure of attested days alone, and a conflict. Days
attested of one post for one person are one tenure, from first to last attested, unless another holder stands between.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.edtf import bounds, sort_key, words
from sitegen.merge.claims import RULES
from sitegen.merge.identity import Identities
from sitegen.merge.readings import day, days_of, span_of
from sitegen.merge.united import citation_of, curated_witnesses
from sitegen.model import (
    Claim,
    Conflict,
    Evidence,
    Extraction,
    Post,
    PostCode,
    RegisterEvent,
    Tenure,
    Term,
    Witness,
    World,
)
from sitegen.slugs import slug_of

#: a date this near to the clipping's own day is no other time
NEAR_DAYS = 60
#: a clipping's day may be so many days after what it tells of: no contradiction of a term that ended then
LAG_DAYS = 7

#: a holder read with less confidence makes no grave conflict
SURE = 0.75

#: code -> how the post is called in English, before " of COUNTRY"
POST_NAMES: Mapping[str, str] = {
    "head-of-state": "Head of State",
    "head-of-government": "Head of Government",
    "foreign-minister": "Minister of Foreign Affairs",
    "defence-minister": "Minister of Defence",
    "chief-of-general-staff": "Chief of the General Staff",
    "secretary-general": "Secretary-General",
}
_ARTICLE_STARTS = ("United ", "Republic", "Democratic ", "Central African", "Czech Rep", "Dominican Rep", "Russian Fed")
_ARTICLE_NAMES = frozenset({"Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles", "Congo",
                            "Holy See", "Vatican", "Sudan of the South"})  # fmt: skip


@dataclass(slots=True)
class Attested:
    """A day on which a source says that a person holds a post."""

    person: str
    post: str
    role: str
    code: PostCode
    country: str | None
    day: str
    witness: Witness
    rank: str | None = None


@dataclass(slots=True)
class Tenures:
    by_person: dict[str, list[Tenure]] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    withheld: list[tuple[str, str]] = field(default_factory=list)


def with_article(name: str) -> str:
    """ "the Netherlands", "Kazakhstan": as a country or an abbreviation stands after "of"."""
    needs = name.startswith(_ARTICLE_STARTS) or name in _ARTICLE_NAMES or name.endswith((" Islands", " Republic", " Emirates", " States"))
    return f"the {name}" if needs else name


def post_name(code: str, role: str, country: str | None, organization: str | None, countries: Mapping[str, str]) -> str:
    office = POST_NAMES.get(code, role)
    if country:
        return f"{office} of {with_article(countries.get(country, country))}"
    if organization:
        return f"{office} of the {organization}" if organization.isupper() else f"{office} of {organization}"
    return office


def post_id(code: str, role: str, country: str | None, organization: str | None, countries: Mapping[str, str]) -> str:
    """ "minister-of-defence-of-kazakhstan", "secretary-general-of-the-sco"."""
    return slug_of(post_name(code, role, country, organization, countries))


def _attestations(
    extractions: Sequence[Extraction], identities: Identities, countries: Mapping[str, str], secretariats: Mapping[tuple[str, str], str]
) -> list[Attested]:
    found = []
    for extraction in extractions:
        record = extraction.record
        happened = _days_of_participation(extraction)
        for person in record.people:
            who = identities.of.get((record.id, person.name))
            if who is None:
                continue
            for post in person.posts:
                if not post.as_of:
                    continue
                organization = (post.organization or secretariats.get((record.id, person.name))) if not post.country else None
                if not post.country and not organization:
                    continue
                witness = Witness(source=record.id, evidence=person.evidence, confidence=person.confidence)
                identity = post_id(post.code, post.role, post.country, organization, countries)
                spoken = _day_in_words(extraction, person.evidence, post.as_of)
                for on in dict.fromkeys((*spoken, *happened.get((person.name, post.role), ()))):
                    found.append(Attested(who, identity, post.role, post.code, post.country, on, witness))
    return sorted(found, key=lambda a: (a.post, a.person, days_of(a.day), a.witness.source))


def _day_in_words(extraction: Extraction, evidence: Sequence[Evidence], as_of: str) -> tuple[str, ...]:
    """The day for which a clipping says the post: its own, unless every sentence that says so tells only of another time.

    "In 2000 Defence Minister X had met ..." in a text of 2013 attests the post for 2000, not for 2013.
    """
    now, _, _ = days_of(as_of)
    told: list[str] = []
    for span in evidence:
        dates = [d.edtf for d in extraction.record.dates if d.edtf and span.start <= d.start < span.end]
        if not dates or any(abs(days_of(d)[0] - now) <= NEAR_DAYS or days_of(d)[0] <= now <= days_of(d)[1] for d in dates):
            return (as_of,)
        told += dates if len(dates) == 1 else []
    return tuple(dict.fromkeys(told)) if evidence else (as_of,)


def _days_of_participation(extraction: Extraction) -> dict[tuple[str, str], list[str]]:
    """(name, role) -> days of occurred events, exact to the day, at which the clipping shows the person in that role."""
    found: dict[tuple[str, str], list[str]] = {}
    for event in extraction.record.events:
        if event.status != "occurred" or days_of(event.date)[2] > 1 or not event.main:
            continue
        for participant in event.participants:
            if participant.role:
                on = day(days_of(event.date)[0]).isoformat()
                found.setdefault((participant.name, participant.role), []).append(on)
    return found


def _secretariats(extractions: Sequence[Extraction]) -> dict[tuple[str, str], str]:
    """A secretary-general without a country belongs to the organization that the role names, else the clipping's first."""
    found: dict[tuple[str, str], str] = {}
    for extraction in extractions:
        record = extraction.record
        named = [o for e in record.events for o in e.organizations] + [m.organization for m in record.memberships]
        for person in record.people:
            for post in person.posts:
                if post.country or post.code == "other":
                    continue
                own = next((o for o in sorted(set(named), key=lambda o: (-len(o), o)) if o in post.role), None)
                if own or named:
                    found[record.id, person.name] = own or min(set(named), key=lambda o: (-named.count(o), o))
    return found


def tenures_of(
    extractions: Sequence[Extraction], world: World, identities: Identities, titles: Mapping[str, str]
) -> Tenures:
    """All tenures, the posts they make up, and what contradicts."""
    countries = {c.code: c.name for c in world.countries}
    result = Tenures()
    terms: dict[tuple[str, str], list[Tenure]] = {}
    names: dict[str, tuple[str, PostCode, str | None, str | None]] = {}
    for person in world.people:
        for term in person.terms:
            identity = post_id(term.code, term.role, term.country, term.organization, countries)
            name = post_name(term.code, term.role, term.country, term.organization, countries)
            if term.confidence == "low":
                result.withheld.append((f"{person.name}: {term.role}, {_span(term.start, term.end)}", term.note or "too little is known"))
                continue
            tenure = _of_term(person.id, identity, term)
            terms.setdefault((person.id, identity), []).append(tenure)
            names.setdefault(identity, (name, term.code, term.country, term.organization))
            result.conflicts += _curated_conflicts(person.id, person.name, name, term)
    secretariats = _secretariats(extractions)
    stray: dict[tuple[str, str], list[Attested]] = {}
    for attested in _attestations(extractions, identities, countries, secretariats):
        if attested.post not in names:
            organization = _organization_in(attested, secretariats, identities)
            names[attested.post] = (
                post_name(attested.code, attested.role, attested.country, organization, countries),
                attested.code, attested.country, organization,
            )  # fmt: skip
        own = terms.get((attested.person, attested.post), [])
        at = _term_for(own, attested)
        if at is None:
            stray.setdefault((attested.post, attested.person), []).append(attested)
        else:
            own[at] = _with_witness(own[at], attested)
    loose = _loose(stray, names)
    by_post: dict[str, list[Tenure]] = {}
    for tenure in [*(t for several in terms.values() for t in several), *loose]:
        by_post.setdefault(tenure.post, []).append(tenure)
        result.by_person.setdefault(tenure.person, []).append(tenure)
    for several in result.by_person.values():
        several.sort(key=_order)
    known = {p: d.name for p, d in identities.people.items()}
    for identity in sorted(by_post):
        name, code, country, organization = names[identity]
        held = sorted(by_post[identity], key=_order)
        odd = irregularities(held, known) if code != "other" else ()
        result.posts.append(
            Post(id=identity, name=name, code=code, country=country, organization=organization, tenures=tuple(held),
                 irregularities=tuple(words for words, _, _ in odd))
        )  # fmt: skip
        result.conflicts += _post_conflicts(identity, name, odd)
        if code != "other":
            result.conflicts += _outside(identity, name, held, stray, known, titles)
    return result


def _organization_in(attested: Attested, secretariats: Mapping[tuple[str, str], str], identities: Identities) -> str | None:
    if attested.country:
        return None
    for (source, name), organization in sorted(secretariats.items()):
        if source == attested.witness.source and identities.of.get((source, name)) == attested.person:
            return organization
    return None


def _of_term(person: str, post: str, term: Term) -> Tenure:
    witnesses = curated_witnesses(term.sources)
    stated = [("start", term.start), ("end", term.end)]
    claims = []
    for name, value in stated:
        rivals = [c for c in term.conflicts if str(c.get("field")) == name]
        if value is not None:
            claims.append(Claim(field=name, value=value, witnesses=witnesses, chosen=True, rule=RULES["curated"]))
        for rival in rivals:
            claims.append(Claim(field=name, value=str(rival.get("value")), witnesses=_rival_witness(rival), compatible=False))
    last = term.last_seen
    return Tenure(
        person=person, post=post, role=term.role, code=term.code, country=term.country, organization=term.organization,
        start=term.start, end=term.end, first_attested=None, last_attested=last, rank=term.rank, acting=term.acting,
        incumbent=term.end is None and last is not None, curated=True, witnesses=witnesses, claims=tuple(claims),
        confidence=term.confidence, note=term.note, path=term.path, line=term.line,
    )  # fmt: skip


def _rival_witness(rival: Mapping[str, object]) -> tuple[Witness, ...]:
    note = rival.get("note")
    return (Witness(citation=citation_of(rival.get("source")), explanation=(str(note),) if note else ()),)


def _span(start: str | None, end: str | None) -> str:
    return f"{words(start) if start else 'start not known'} to {words(end) if end else 'end not known'}"


def _limits(tenure: Tenure) -> tuple[int, int]:
    """First and last day of a tenure, as widely as its dates may mean; ends not known are far away."""
    first = span_of(tenure.start)[0] if tenure.start else None
    last = span_of(tenure.end)[1] if tenure.end else None
    return (first or 0, 10**7 if last is None else last)


def _term_for(own: Sequence[Tenure], attested: Attested) -> int | None:
    """The curated term that holds the attested day: the one it lies in, else one that it follows by days only."""
    first, last, _ = days_of(attested.day)
    best: int | None = None
    for n, tenure in enumerate(own):
        a, b = _limits(tenure)
        if a <= last and first <= b:
            return n
        if b < first <= b + LAG_DAYS or a - LAG_DAYS <= last < a:
            best = n
    return best


def _earlier(a: str | None, b: str) -> str:
    return b if a is None or (a != b and sort_key(b) < sort_key(a)) else a


def _later(a: str | None, b: str) -> str:
    return b if a is None or (a != b and sort_key(b) > sort_key(a)) else a


def _with_witness(tenure: Tenure, attested: Attested) -> Tenure:
    known = any(w.source == attested.witness.source for w in tenure.witnesses if w.source)
    return replace(
        tenure,
        first_attested=_earlier(tenure.first_attested, attested.day),
        last_attested=_later(tenure.last_attested, attested.day),
        witnesses=tenure.witnesses if known else (*tenure.witnesses, attested.witness),
    )


def _loose(stray: Mapping[tuple[str, str], list[Attested]], names: Mapping[str, object]) -> list[Tenure]:
    """Attested days that no curated term holds: one tenure a person and post, parted where another holder stands between."""
    by_post: dict[str, list[Attested]] = {}
    for (post, _), several in stray.items():
        by_post.setdefault(post, []).extend(several)
    found: list[Tenure] = []
    for post in sorted(by_post):
        ordered = sorted(by_post[post], key=lambda a: (days_of(a.day), a.person, a.witness.source))
        if ordered[0].code == "other":
            ordered.sort(key=lambda a: (a.person, days_of(a.day), a.witness.source))
        run: dict[str, Tenure] = {}
        previous: str | None = None
        for attested in ordered:
            if previous != attested.person and attested.person in run:
                found.append(run.pop(attested.person))
            previous = attested.person
            tenure = run.get(attested.person)
            if tenure is None:
                run[attested.person] = Tenure(
                    person=attested.person, post=post, role=attested.role, code=attested.code, country=attested.country,
                    first_attested=attested.day, last_attested=attested.day, rank=attested.rank,
                    acting="acting" in attested.role.lower(), witnesses=(attested.witness,),
                )  # fmt: skip
            else:
                run[attested.person] = _with_witness(tenure, attested)
        found.extend(run.values())
    return found


def _order(tenure: Tenure) -> tuple[object, ...]:
    begin = tenure.start or tenure.first_attested
    if begin is None and tenure.end:
        begin = tenure.end
    return (days_of(begin)[0] if begin else 10**7, begin or "", tenure.person, tenure.post, tenure.role)


Odd = tuple[str, str, tuple[Tenure, ...]]  # words, kind, tenures concerned


def _held(tenure: Tenure) -> tuple[int, int]:
    """The days on which the tenure surely holds, half-open; an end not known reaches to the last day attested."""
    start = span_of(tenure.start)[1] if tenure.start else None
    seen = span_of(tenure.first_attested)[1] if tenure.first_attested else None
    begin = min((d for d in (start, seen) if d), default=10**7)
    end = span_of(tenure.end)[0] if tenure.end else None
    if end is not None:
        return begin, end
    last = span_of(tenure.last_attested)[0] if tenure.last_attested else None
    return begin, last + 1 if last else begin + 1 if begin < 10**7 else 0


def irregularities(held: Sequence[Tenure], names: Mapping[str, str]) -> tuple[Odd, ...]:
    """Gaps, overlaps and two holders on one day, in words. Only what the dates surely say; acting holders may overlap."""
    found: list[Odd] = []
    active: list[tuple[int, int, Tenure]] = []
    for c, d, two in sorted(((*_held(t), t) for t in held), key=lambda h: (h[0], h[1], h[2].person)):
        active = [a for a in active if a[1] > c]
        for a, b, one in active:
            begin, end = max(a, c), min(b, d)
            if one.person == two.person or begin >= end or one.acting or two.acting:
                continue
            until = "" if end - begin == 1 else f" to {words(day(end - 1).isoformat())}"
            both = f"{names.get(one.person, one.person)} and {names.get(two.person, two.person)}"
            found.append((f"two holders on one day: {both}, {words(day(begin).isoformat())}{until}", "two-holders", (one, two)))
        if d > c:
            active.append((c, d, two))
    dated = [t for t in held if t.curated]
    for one, two in itertools.pairwise(dated):
        if not one.end:
            continue
        left, came = bounds(one.end)[1], bounds(two.start)[0] if two.start else None
        if not left or not came or came <= left:
            continue
        covered = any(t is not one and t is not two and _limits(t)[0] <= left.toordinal() < _limits(t)[1] for t in dated)
        if not covered:
            found.append((f"gap: nobody known from {words(one.end)} to {words(two.start or '')}", "gap", (one, two)))
    return tuple(found)


def _sureness(tenure: Tenure) -> float:
    return 1.0 if tenure.curated else max((w.confidence for w in tenure.witnesses), default=0.0)


def _post_conflicts(identity: str, name: str, odd: Sequence[Odd]) -> list[Conflict]:
    found = []
    for text, kind, several in odd:
        if kind != "two-holders":
            continue
        claims = tuple(
            Claim(field="holder", value=t.person, witnesses=t.witnesses, chosen=t.curated and not all(s.curated for s in several),
                  rule=RULES["curated"] if t.curated and not all(s.curated for s in several) else "",
                  compatible=t.curated)
            for t in several
        )  # fmt: skip
        term = next((t for t in several if t.path), several[0])
        found.append(
            Conflict(id=slug_of(f"two-holders-{identity}-{'-'.join(t.person for t in several)}-{several[1].start or several[1].first_attested}"),
                     kind="two-holders", gravity=3 if min(_sureness(t) for t in several) >= SURE else 1, subject=identity, subject_type="post", summary=f"{name}: {text}",
                     claims=claims, rule=RULES["curated"] if any(c.chosen for c in claims) else "",
                     path=term.path, line=term.line)
        )  # fmt: skip
    return found


def _outside(
    identity: str, name: str, held: Sequence[Tenure], stray: Mapping[tuple[str, str], list[Attested]],
    names: Mapping[str, str], titles: Mapping[str, str],
) -> list[Conflict]:  # fmt: skip
    """Days attested of someone whose curated term in that post had ended, or not begun."""
    found = []
    terms: dict[str, list[Tenure]] = {}
    for tenure in held:
        if tenure.curated:
            terms.setdefault(tenure.person, []).append(tenure)
    for tenure in held:
        own = terms.get(tenure.person)
        if tenure.curated or not own:
            continue
        term = min(own, key=lambda t: abs(_limits(t)[0] - days_of(tenure.first_attested or "")[0]))
        days = stray.get((identity, tenure.person), ())
        seen = tenure.first_attested or ""
        after = _limits(term)[1] < days_of(seen)[0]
        edge = f"left on {words(term.end or '')}" if after else f"came on {words(term.start or '')}"
        told = sorted({a.witness.source for a in days})
        claims = (
            Claim(field="end" if after else "start", value=(term.end if after else term.start) or "", witnesses=term.witnesses,
                  chosen=True, rule=RULES["curated"]),
            Claim(field="attested", value=seen, witnesses=tenure.witnesses, compatible=False),
        )  # fmt: skip
        who = names.get(tenure.person, tenure.person)
        found.append(
            Conflict(id=slug_of(f"attendance-{tenure.person}-{identity}-{seen}"), kind="attendance", gravity=2,
                     subject=tenure.person, subject_type="person",
                     summary=f"{who} is called {name} on {words(seen)} by {', '.join(titles.get(s, s) for s in told)}, but {edge}",
                     claims=claims, rule=RULES["curated"], path=term.path, line=term.line)
        )  # fmt: skip
    return found


def _curated_conflicts(person: str, name: str, post: str, term: Term) -> list[Conflict]:
    """Rival values that the curator noted, by field."""
    found = []
    for field_name in dict.fromkeys(str(c.get("field")) for c in term.conflicts):
        rivals = [c for c in term.conflicts if str(c.get("field")) == field_name]
        value = getattr(term, field_name, None)
        claims = [
            Claim(field=field_name, value="" if value is None else str(value), witnesses=curated_witnesses(term.sources),
                  chosen=True, rule=RULES["curated"])
        ]  # fmt: skip
        claims += [Claim(field=field_name, value=str(c.get("value")), witnesses=_rival_witness(c), compatible=False) for c in rivals]
        others = " or ".join(words(c.value) for c in claims[1:])
        found.append(
            Conflict(id=slug_of(f"term-{person}-{post}-{term.start or term.end or ''}-{field_name}"), kind="term", gravity=1,
                     subject=person, subject_type="person",
                     summary=f"{name}, {post}: {field_name} {words(str(value)) + ', or ' if value else ''}{others}",
                     claims=tuple(claims), rule=RULES["curated"], path=term.path, line=term.line, noted=True)
        )  # fmt: skip
    return found


def holders_on(post: Post, on: object) -> tuple[Tenure, ...]:
    """Who held the post on a day (datetime.date): by half-open terms at their earliest; attested-only tenures from first to last.

    An end not known counts until the next holder's start; where nobody follows, until the last day attested.
    """
    number = on.toordinal()  # type: ignore[attr-defined]
    found = []
    for n, tenure in enumerate(post.tenures):
        begin_value = tenure.start or tenure.first_attested
        if begin_value is None:
            continue
        first = bounds(begin_value)[0]
        if first is None or number < first.toordinal():
            continue
        if tenure.end:
            last = bounds(tenure.end)[0]
            if last is not None and number >= last.toordinal():
                continue
        elif not tenure.incumbent:
            later = [bounds(t.start or t.first_attested or "")[0] for t in post.tenures[n + 1 :] if t.person != tenure.person]
            nexts = min((d.toordinal() for d in later if d), default=None)
            seen = bounds(tenure.last_attested)[1] if tenure.last_attested else None
            limit = nexts if nexts is not None else (seen.toordinal() + 1 if seen else None)
            if limit is not None and number >= limit:
                continue
        found.append(tenure)
    return tuple(found)


def events_of_people(events: Sequence[RegisterEvent]) -> dict[str, list[str]]:
    """Person id -> ids of the events at which the person took part, in the order of `events`."""
    found: dict[str, list[str]] = {}
    for event in events:
        for person in dict.fromkeys(p for p in event.participant_ids if p):
            found.setdefault(person, []).append(event.id)
    return found
