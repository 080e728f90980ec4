"""The reader of tests/quality/merge/clippings.txt: labelled clippings as texts and as hand-made article records."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sitegen.model import (
    ArticleRecord,
    EventRecord,
    Evidence,
    Extraction,
    Participant,
    PersonRecord,
    Place,
    PostRecord,
    Published,
)

CASES = Path(__file__).parent / "merge" / "clippings.txt"


@dataclass
class Label:
    """One event of one clipping, and the happening that it tells of."""

    happening: str
    main: bool
    classification: str
    date: str
    status: str
    place: str
    organizations: list[str]
    countries: list[str]
    people: list[tuple[str, str, str]]
    name: str
    words: str


@dataclass
class Case:
    id: str
    outlet: str
    published: str
    text: str
    labels: list[Label] = field(default_factory=list)


def several(text: str) -> list[str]:
    return [] if text == "-" else [part.strip() for part in text.split(";")]


def _label(line: str) -> Label:
    happening, main, kind, date, status, place, organizations, countries, people, name, words = (
        part.strip() for part in line.split("|")
    )
    named = [tuple(p.split("/")) for p in several(people)]
    return Label(happening, main == "main", kind, date, status, place, several(organizations), several(countries),
                 named, name, words)  # type: ignore[arg-type]  # fmt: skip


def read_cases(path: Path = CASES) -> tuple[list[Case], dict[str, tuple[int, int]]]:
    """(clippings in file order, happening -> (articles, independent))."""
    cases: list[Case] = []
    counts: dict[str, tuple[int, int]] = {}
    lines: list[str] = []

    def finish() -> None:
        if cases and lines and not cases[-1].text:
            cases[-1].text = "\n".join(lines).strip()
        lines.clear()

    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.startswith(("@", ">", "=")):
            finish()
        if line.startswith("@"):
            head = [part.strip() for part in line[1:].split("|")]
            case = Case(id=head[0], outlet=head[1], published=head[2], text="")
            if len(head) > 3:
                source = next(c for c in cases if c.id == head[3].removeprefix("copy of "))
                cut = int(head[4].removeprefix("cut "))
                paragraphs = source.text.split("\n\n")
                case.text = "\n\n".join(paragraphs[: len(paragraphs) - cut])
            cases.append(case)
        elif line.startswith(">"):
            cases[-1].labels.append(_label(line[1:]))
        elif line.startswith("="):
            happening, articles, independent = (part.strip() for part in line[1:].split("|"))
            counts[happening] = (int(articles), int(independent))
        else:
            lines.append(line)
    return cases, counts


def sentence_around(body: str, words: str) -> Evidence:
    at = body.index(words)
    start = max(body.rfind(". ", 0, at) + 2 if body.rfind(". ", 0, at) >= 0 else 0, body.rfind("\n", 0, at) + 1)
    stop = min((n for n in (body.find(". ", at), body.find("\n", at)) if n >= 0), default=len(body) - 1)
    end = stop + 1 if body[stop] == "." else stop
    end = max(end, at + len(words))
    return Evidence(start=start, end=end, quote=body[start:end])


def code_of(role: str) -> str:
    text = role.lower()
    if "defen" in text and "ministe" in text:
        return "defence-minister"
    if "foreign" in text and "minister" in text:
        return "foreign-minister"
    return "head-of-state" if text == "president" else "secretary-general" if text == "secretary general" else "other"


def extraction_of(case: Case) -> Extraction:
    """The record that a faultless parser would make of the case."""
    events, people = [], {}
    for number, label in enumerate(case.labels):
        name, slash, country = label.place.partition("/")
        evidence = sentence_around(case.text, label.words)
        events.append(
            EventRecord(
                id=f"{label.date.replace('/', '-')}-{label.classification}-{number}", name=label.name,
                classification=label.classification, date=label.date, status=label.status, main=label.main,  # type: ignore[arg-type]
                place=Place(name=name, country=country) if slash else None, organizations=tuple(label.organizations),
                participants=tuple(Participant(name=n, role=r, country=c) for n, c, r in label.people),
                countries=tuple(label.countries), evidence=(evidence,), confidence=0.9, explanation=("labelled by hand",),
            )
        )  # fmt: skip
        for person, code, role in label.people:
            post = PostRecord(role=role, code=code_of(role), country=code, as_of=case.published)  # type: ignore[arg-type]
            people.setdefault(person, PersonRecord(name=person, posts=(post,), evidence=(evidence,)))
    return Extraction(
        record=ArticleRecord(
            id=case.id, path=f"articles/{case.id}.txt", title=None, publisher=case.outlet, author=None, url=None,
            language="en", published=Published(date=case.published, basis="header"), dateline=None, rights="full",
            body=case.text, captions=(), dates=(), events=tuple(events), people=tuple(people.values()), memberships=(),
        )
    )  # fmt: skip


def happenings_of(case: Case) -> dict[str, str]:
    """Event id in `extraction_of(case)` -> happening."""
    return {e.id: label.happening for e, label in zip(extraction_of(case).record.events, case.labels, strict=True)}
