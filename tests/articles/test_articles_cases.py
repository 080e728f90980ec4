"""A folder a case: source.txt (.md, .html), expected.txt (the body), expected.yaml (what else is asked).

`expected.yaml` may ask for title, publisher, author, url, published {date, basis}, dateline {place, date}, captions,
headings, sentences (a count), language, findings (codes); `given` holds meta of a sidecar, `path` the clipping's name.
What a case does not ask is not compared. Adding a folder adds a case.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sitegen.articles import clean_article, file_offset
from sitegen.articles.decode import declared_charset, decode
from sitegen.model import Article, Clipping

CASES = sorted(p for p in (Path(__file__).parent / "cases").iterdir() if p.is_dir())


def read_case(case: Path) -> tuple[Clipping, dict[str, object]]:
    source = next(case.glob("source.*"))
    data = source.read_bytes()
    form = source.suffix[1:]
    text, _ = decode(data, declared_charset(data) if form == "html" else None)
    expected = yaml.load((case / "expected.yaml").read_text("utf-8"), yaml.BaseLoader) or {}
    start = text.index("\n---\n", 3) + 5 if form == "md" and text.startswith("---\n") else 0
    meta = dict(expected.get("given", {}))
    path = expected.get("path", f"articles/{case.name}.{form}")
    return (
        Clipping(
            id=case.name, path=path, format=form, text=text, body_start=start, meta=meta,  # type: ignore[arg-type]
            meta_basis=dict.fromkeys(meta, "sidecar"),
        ),
        expected,
    )  # fmt: skip


def seen(article: Article) -> dict[str, object]:
    texts = {name: [article.body[a:b] for a, b in getattr(article, name)] for name in ("captions", "headings")}
    return {
        "title": article.title or "",
        "publisher": article.publisher or "",
        "author": article.author or "",
        "url": article.url or "",
        "language": article.language,
        "published": {"date": article.published.date or "", "basis": article.published.basis},
        "dateline": {"place": article.dateline.place or "", "date": article.dateline.date or ""}
        if article.dateline
        else "",
        "story": article.body[article.dateline_end :][:20],
        "sentences": str(len(article.sentences)),
        "findings": [f.code for f in article.findings],
        **texts,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_case(case: Path) -> None:
    clipping, expected = read_case(case)
    article = clean_article(clipping)
    assert article.body == (case / "expected.txt").read_text("utf-8").removesuffix("\n")
    found = seen(article)
    asked = {key: value for key, value in expected.items() if key not in ("given", "path")}
    assert {key: found[key] for key in asked} == asked
    for start, end in article.sentences:
        assert clipping.body_start <= file_offset(article, start) <= file_offset(article, end - 1) < len(clipping.text)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
