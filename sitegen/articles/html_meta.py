"""What a page states about itself: <meta>, JSON-LD, <link>, <time>, <title>."""

from __future__ import annotations

import json
import re
from typing import Any

from sitegen.articles.outlets import outlet_at
from sitegen.articles.published import Candidate
from sitegen.articles.reading import PageMeta
from sitegen.articles.stated import machine_day
from sitegen.weblinks import is_address

#: <meta> names (or properties) -> what they state, surest first.
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate", "publicationdate",
    "publication_date", "publishtime", "firstpublishedtime", "article.published", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "date", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "article:create_at", "weibo: article:create_at", "bt:pubdate", "contentdate",
    "ptime", "date.available", "og:release_date", "article:post_date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "revised", "dcterms.modified", "dc.date.modified", "article:update_at")  # fmt: skip
_DEPTH = 12


class MetaReader:
    """Gathers statements while the page is read; `result()` weighs them."""

    def __init__(self) -> None:
        self.metas: dict[str, tuple[str, int]] = {}
        self.ld: dict[str, tuple[str, int]] = {}
        self.canonical: str | None = None
        self.language: str | None = None
        self.times: list[tuple[str, str, int]] = []
        self.title: tuple[str, int, int] | None = None

    def meta(self, attributes: dict[str, str], start: int) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = " ".join(attributes.get("content", "").split())
        if name and content:
            self.metas.setdefault(name.strip().casefold(), (content[:1000], start))

    def link(self, attributes: dict[str, str]) -> None:
        if "canonical" in attributes.get("rel", "").casefold().split():
            self.canonical = self.canonical or attributes.get("href", "").strip()

    def time(self, attributes: dict[str, str], start: int) -> None:
        if value := attributes.get("datetime", "").strip():
            kind = f"{attributes.get('itemprop', '')} {attributes.get('class', '')}".casefold()
            self.times.append((value[:60], kind, start))

    def script(self, data: str, start: int) -> None:
        """A JSON-LD block; a broken one still gives its dates."""
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            for key in ("datePublished", "dateModified", "headline"):
                if found := re.search(rf'"{key}"\s{{0,9}}:\s{{0,9}}"([^"\n]{{1,300}})"', data):
                    self.ld.setdefault(key, (found[1], start))
            return
        self._walk(value, start, 0)

    def _walk(self, value: Any, start: int, depth: int) -> None:
        if depth > _DEPTH:
            return
        if isinstance(value, list):
            for part in value[:200]:
                self._walk(part, start, depth + 1)
        elif isinstance(value, dict):
            kind = str(value.get("@type", ""))
            if re.search(r"Article|Report|Posting|NewsItem|WebPage", kind):
                rank = "" if "Article" in kind or "Posting" in kind or "Report" in kind else "page:"
                for key in ("datePublished", "dateModified", "headline", "inLanguage", "url"):
                    if isinstance(value.get(key), str) and value[key].strip():
                        self.ld.setdefault(rank + key, (value[key].strip()[:1000], start))
                for key in ("author", "publisher"):
                    if name := _name_of(value.get(key)):
                        self.ld.setdefault(rank + key, (name, start))
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                if key in value:
                    self._walk(value[key], start, depth + 1)

    def _first(self, *names: str) -> tuple[str, int] | None:
        return next((self.metas[name] for name in names if name in self.metas), None)

    def result(self) -> PageMeta:
        url = next((u for u in (self.canonical, _value(self._first("og:url")), _value(self.ld.get("url"))) if u and is_address(u)), None)  # fmt: skip
        site = _value(self._first("og:site_name", "application-name", "publisher", "dc.publisher", "copyright-holder"))
        publisher = _value(self.ld.get("publisher")) or site
        author = _value(self.ld.get("author")) or _value(self._first("author", "dc.creator", "byl", "parsely-author", "sailthru.author", "article:author_name"))  # fmt: skip
        title = _value(self.ld.get("headline")) or _value(
            self._first("og:title", "twitter:title", "dc.title", "headline")
        )
        span = None
        if not title and self.title:
            title, span = without_site(self.title[0], site), (self.title[1], self.title[2])
        if author and (author.startswith("http") or len(author) > 120):
            author = None
        row = outlet_at(url)
        return PageMeta(
            title=without_site(title, site) if title else None,
            title_span=span,
            publisher=publisher or (row.name if row else None),
            author=author,
            url=url,
            language=_value(self.ld.get("inLanguage")) or self.language,
            dates=tuple(self._dates()),
        )

    def _dates(self) -> list[Candidate]:
        out: list[Candidate] = []

        def add(value: str, where: str, label: str, bonus: float, start: int) -> None:
            day = machine_day(value)
            if day:
                out.append(Candidate(basis="html-meta", where=where, text=value, days=(day,), label=label, bonus=bonus, start=start))  # fmt: skip

        for rank, key in ((3.0, "datePublished"), (2.0, "page:datePublished")):
            if key in self.ld:
                add(self.ld[key][0], "datePublished in the page's JSON-LD", "first", rank, self.ld[key][1])
        for position, name in enumerate(_PUBLISHED):
            if name in self.metas:
                add(self.metas[name][0], f"<meta> {name}", "first", 2.5 - 0.05 * position, self.metas[name][1])
        for value, kind, start in self.times[:20]:
            label = "update" if re.search("modif|updat", kind) else "first" if re.search("publish|entry-date|pubdate|datecreated", kind) else ""  # fmt: skip
            add(value, "<time>", label, 0.5, start)
        if "dateModified" in self.ld:
            add(self.ld["dateModified"][0], "dateModified in the page's JSON-LD", "update", 0.0, self.ld["dateModified"][1])  # fmt: skip
        for name in _UPDATED:
            if name in self.metas:
                add(self.metas[name][0], f"<meta> {name}", "update", 0.0, self.metas[name][1])
        return out


def _value(found: tuple[str, int] | None) -> str | None:
    return found[0] if found else None


def _name_of(value: Any) -> str | None:
    if isinstance(value, str):
        return value.strip()[:200] or None
    if isinstance(value, dict):
        return _name_of(value.get("name"))
    if isinstance(value, list):
        names = [name for name in map(_name_of, value[:6]) if name]
        return ", ".join(names) or None
    return None


def without_site(title: str, site: str | None) -> str:
    """A page's title without the outlet's name behind (or before) it."""
    parts = re.split(r"\s(?:[|–—·»]|-|::)\s", title)
    if len(parts) < 2:
        return title
    from sitegen.articles.outlets import outlet_named

    while len(parts) > 1 and (
        (site and parts[-1].casefold() == site.casefold()) or outlet_named(parts[-1]) or len(parts[0].split()) >= 4 > len(parts[-1].split())
    ):  # fmt: skip
        title = title[: title.rindex(parts.pop())].rstrip(" |–—·»-:")
    return title
