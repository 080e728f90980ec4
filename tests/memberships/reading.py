"""Text -> annotated article, without cleaning: what the tests of names and memberships share; and their line format."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sitegen.articles.sentences import sentence_spans
from sitegen.dates import find_dates
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.memberships import memberships_of
from sitegen.model import Annotations, Article, Dateline, MembershipRecord, Published, World
from sitegen.organizations import find_organizations
from sitegen.places import find_places
from sitegen.world import Names, names_of


@cache
def world_names() -> Names:
    return names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))


def article_of(
    text: str, published: str | None = None, dateline: Dateline | None = None, dateline_end: int = 0
) -> Article:
    """`text` as a clean article: paragraphs parted by a blank line, nothing cut."""
    paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return Article(
        id="test", path="test.txt", title=None, title_span=None, publisher=None, author=None, url=None, language="en",
        published=Published(date=published, basis="argument" if published else "unknown"),
        dateline=dateline, dateline_end=dateline_end, body=text, paragraphs=paragraphs,
        sentences=tuple(span for s, e in paragraphs for span in sentence_spans(text, s, e)),
    )  # fmt: skip


def annotations_of(article: Article) -> Annotations:
    names, published = world_names(), article.published.date
    day = datetime.date.fromisoformat(published) if published and len(published) == 10 else None
    return Annotations(
        dates=tuple(find_dates(article.body, day)),
        places=find_places(article, names),
        organizations=find_organizations(article, names),
    )


def memberships_in(text: str, published: str | None = None) -> tuple[MembershipRecord, ...]:
    article = article_of(text, published)
    return memberships_of(article, annotations_of(article), world_names())


@dataclass(frozen=True, slots=True)
class Label:
    """A status that a text states; `start` must be met exactly, `as_of` only where the label has one."""

    organization: str
    member: str
    status: str
    start: str | None
    as_of: str | None

    def is_met_by(self, record: MembershipRecord) -> bool:
        return (self.organization, self.member, self.status, self.start) == (
            record.organization, record.member, record.status, record.start,
        ) and self.as_of in (None, record.as_of)  # fmt: skip


def labels_of(marks: str) -> list[Label]:
    """ "SCO | IN,PK | member | start 2017; NATO | FI | member": one label a member."""
    found = []
    for mark in marks.split(";"):
        cells = [cell.strip() for cell in mark.split("|")]
        if len(cells) >= 3:
            more = dict(cell.split(" ", 1) for cell in cells[3:])
            found += [Label(cells[0], m, cells[2], more.get("start"), more.get("as_of")) for m in cells[1].split(",")]
    return found


def labelled_lines(path: Path) -> Iterator[tuple[str, list[Label], str | None]]:
    """Text, labels and day of publication of each line of a file of labelled sentences."""
    published = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("published "):
            published = line.removeprefix("published ").strip()
        elif line and not line.startswith("#"):
            text, _, marks = line.partition("=>")
            yield text.strip().replace("¶", "\n\n"), labels_of(marks), published
