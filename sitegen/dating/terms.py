"""Constraints from who held which post."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sitegen.dating.constraint import Constraint
from sitegen.dating.days import FIRST, LAST, Days, in_words, united
from sitegen.edtf import bounds, is_day
from sitegen.model import PersonMention, RegisterPerson, Tenure
from sitegen.people.names import bare, compare, sound

#: The report of a dismissal still gives the post to the one dismissed.
LAG = 3


def persons_by_sound(people: Iterable[RegisterPerson]) -> dict[str, list[RegisterPerson]]:
    """Every word of every known spelling, by its sound: a cheap way to the few that a name may mean."""
    table: dict[str, list[RegisterPerson]] = {}
    for person in people:
        for spelling in dict.fromkeys((person.name, *(n for n, _ in person.names))):
            for word in bare(spelling)[1]:
                row = table.setdefault(sound(word), [])
                if not row or row[-1] is not person:
                    row.append(person)
    return table


def person_of(name: str, table: dict[str, list[RegisterPerson]]) -> RegisterPerson | None:
    """The one known person that `name` means; None where none or several may be meant."""
    words = bare(name)[1]
    if len(words) < 2:
        return None
    pool = list({p.id: p for w in words for p in table.get(sound(w), ())}.values())
    found = [
        p for p in pool if any(compare(name, n) == "same" for n in dict.fromkeys((p.name, *(n for n, _ in p.names))))
    ]
    return found[0] if len(found) == 1 else None


def tenure_days(tenures: list[Tenure]) -> Days:
    """The days of the terms; a term of unknown start or end is open there. Half-open where the end is a day."""
    runs = []
    for t in tenures:
        first = bounds(t.start)[0] if t.start else None
        last = bounds(t.end)[1] if t.end else None
        end = last.toordinal() - (1 if t.end and is_day(t.end) else 0) if last else LAST
        runs.append((first.toordinal() if first else FIRST, end))
    return united(runs)


def term_constraints(
    people: tuple[PersonMention, ...], known: Callable[[str], RegisterPerson | None]
) -> Iterator[Constraint]:
    """One for each person whom the clipping gives a post that the register knows with its dates.

    A weaker one for a person without a post beside whom the post stands without a holder ("the ministers of defence of A
    and B took part. X said"), where the register knows that X held just that post.
    """
    seen: set[tuple[str, str]] = set()
    offices: dict[tuple[str, str | None], str | None] = {
        (m.code, m.country): m.role for m in people if m.office and m.code and m.code != "other" and m.country
    }
    for mention in people:
        if mention.office or not mention.name or mention.code == "other":
            continue
        person = known(mention.name) if mention.code is not None or offices else None
        if person is None:
            continue
        code: str
        if mention.code is not None:
            code, weight = mention.code, 1.5
            tenures = [
                t for t in person.tenures
                if t.code == code and (mention.country is None or t.country is None or t.country == mention.country)
            ]  # fmt: skip
            called = f"is called {mention.role or code}"
        else:
            tenures = [t for t in person.tenures if (t.code, t.country) in offices]
            if len({(t.code, t.country) for t in tenures}) != 1:
                continue
            code, weight = tenures[0].code, 0.8
            called = f"is named beside the {offices[code, tenures[0].country] or code}"
        tenures = [t for t in tenures if t.start or t.end]
        if (person.id, code) in seen or not tenures:
            continue
        seen.add((person.id, code))
        days = united((first, last + LAG) for first, last in tenure_days(tenures))
        if days == ((FIRST, LAST),):
            continue
        yield Constraint(
            name="term of office",
            days=days,
            weight=weight,
            line=f"{person.name} {called}: in office {in_words(days)}",
        )
