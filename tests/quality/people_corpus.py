"""The reader and the scorer of labelled sentences for people and posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model import Annotations, Article, Dateline, Published
from sitegen.organizations import find_organizations
from sitegen.people import find_people, people_of
from sitegen.places import find_places
from sitegen.world import Names

Label = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    line: int
    text: str
    labels: frozenset[Label]
    publisher: str | None
    dateline: str | None


def read_cases(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        frame = re.match(r"\{([^}]*)\} ", line)
        text, _, labels = line[frame.end() if frame else 0 :].partition("=>")
        stated = dict(part.strip().split(": ") for part in frame[1].split(";")) if frame else {}
        found = []
        for label in labels.split(";") if labels.strip() else ():
            name, code, country = (part.strip() for part in label.split("|"))
            found.append((name, code, None if country == "-" else country))
        yield Case(
            line=number, text=text.strip().replace(" ¶ ", "\n\n"), labels=frozenset(found),
            publisher=stated.get("publisher"), dateline=stated.get("dateline"),
        )  # fmt: skip


def article_of(text: str, publisher: str | None = None, dateline: str | None = None) -> Article:
    """An article as the cleaning room would hand it over; sentences are cut at a stop before a capital."""
    paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    sentences = []
    for start, end in paragraphs:
        cuts = [
            m.end()
            for m in re.finditer(r"(?<=[a-z\d)\"]{2})[.?!](?=\s+[\"“A-Z])(?<!\bGen\.)(?<!\bJr\.)", text[start:end])
        ]
        at = 0
        for cut in [*cuts, end - start]:
            begin = start + at + (len(text[start + at :]) - len(text[start + at :].lstrip()))
            if begin < start + cut:
                sentences.append((begin, start + cut))
            at = cut
    return Article(
        id="case", path="case.txt", title=None, title_span=None, publisher=publisher, author=None, url=None,
        language="en", published=Published(date=None, basis="unknown"),
        dateline=Dateline(place=None, country=dateline) if dateline else None, dateline_end=0, body=text,
        paragraphs=paragraphs, sentences=tuple(sentences),
    )  # fmt: skip


def read_of(case: Case, names: Names) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """What the room reads: each person with the (code, country) of each post."""
    article = article_of(case.text, case.publisher, case.dateline)
    places, organizations = find_places(article, names), find_organizations(article, names)
    people = find_people(article, names, places, organizations)
    records = people_of(article, Annotations(places=places, organizations=organizations, people=people))
    for record in records:
        assert all(article.body[e.start : e.end] == e.quote for e in record.evidence)
    return [(record.name, [(post.code, post.country) for post in record.posts]) for record in records]


def score(cases: list[Case], names: Names) -> tuple[int, int, int, list[str]]:
    """(right, wrong, missed, what went wrong in words). A person is right if name, and one post's code and country are."""
    right = wrong = missed = 0
    log: list[str] = []
    for case in cases:
        open_labels = set(case.labels)
        for name, posts in read_of(case, names):
            hit = next((lab for lab in open_labels if lab[0] == name and (lab[1], lab[2]) in posts), None)
            if hit is None:
                wrong += 1
                log.append(f"{case.line}: wrong {name} {posts}")
            else:
                right += 1
                open_labels.discard(hit)
        missed += len(open_labels)
        log += [f"{case.line}: missed {label}" for label in sorted(open_labels, key=str)]
    return right, wrong, missed, log
