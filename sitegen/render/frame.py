"""What stands round every page: title, navigation, breadcrumb, canonical link, footer; and `Page`, what is rendered.

A `Page` is plain data: the bytes of the file follow from its template and this value alone, so that a cache may key on it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from sitegen.render.site import Site
from sitegen.render.theme import Theme
from sitegen.render.urls import Links, links_from
from sitegen.render.when import day_words

SECTIONS = (("Timeline", "timeline/"), ("People", "people/"), ("Posts", "posts/"), ("Countries", "countries/"),
            ("Membership", "membership/"), ("Sources", "sources/"), ("Search", "search/"))  # fmt: skip
BACK_MATTER = (("Organisations", "organizations/"), ("Disagreements", "conflicts/"), ("Coverage", "coverage/"),
               ("Data", "data/"))  # fmt: skip


def _below(address: str) -> str:
    """A path of site.yaml as one below the base: "/x/" and "./x/" are "x/"."""
    return address.removeprefix(".").removeprefix("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """The frame's values. `data` is JSON-LD; hrefs are ready to print."""

    title: str
    heading: str
    description: str
    language: str
    site_title: str
    tagline: str
    home: str
    is_home: bool
    navigation: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    canonical: str | None
    og_type: str
    data: tuple[Mapping[str, Any], ...]
    styles: str
    icon: str
    scripts: tuple[str, ...]
    feed: str
    footer: tuple[Link, ...]
    report: str | None
    author: str | None
    licence: str | None
    version: str
    as_of: str
    pieces: dict[str, Any] = field(
        compare=False
    )  # parts of the frame as printed, shared by pages of one depth and section
    index: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to be: `path` as in urls.py, `body` the view that its template prints."""

    path: str
    template: str
    shell: Shell
    body: Any
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A page not made yet. `path` is the page's; `template`, where given, says that it is one of very many that print with it.

    `make` looks up all that it needs in the site's tables, so that its page can be remembered by them. What it takes from
    elsewhere is `given`, in plain values; a step that cannot say so is not `lasting` and made each time.
    """

    path: str
    make: Callable[[], Page]
    template: str | None = None
    lasting: bool = True
    given: tuple[Any, ...] = ()


@dataclass(slots=True)
class Frame:
    """Makes shells. The parts that are the same for all pages of one depth and section are made once."""

    site: Site
    theme: Theme
    _links: dict[str, Links] = field(default_factory=dict)
    _common: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict)  # for `Trace.memo`: what several pages of one kind share

    def links(self, path: str) -> Links:
        """The links of the page at `path`; 404.html is served at any depth, so its links begin at the root."""
        if path == "404.html":
            return Links(self.site.base_path, self.site.file_links)
        depth = path.count("/")
        key = str(depth)
        if key not in self._links:
            self._links[key] = links_from(path, self.site.file_links)
        return self._links[key]

    def page(
        self,
        path: str,
        template: str,
        body: Any,
        *,
        title: str,
        description: str,
        crumbs: tuple[tuple[str, str], ...] = (),
        data: tuple[Mapping[str, Any], ...] = (),
        og_type: str = "website",
        scripts: tuple[str, ...] = (),
        modified: str | None = None,
        index: bool = True,
    ) -> Page:
        links = self.links(path)
        section = path.partition("/")[0] + "/" if "/" in path else path
        if section == "events/":
            section = "timeline/"
        common = self._shared(links, section)
        shell = Shell(
            title=f"{title} · {self.site.config.title}" if path else self.site.config.title,
            heading=title,
            description=clip(description, 300),
            canonical=self.absolute(path) if index else None,
            is_home=not path,
            crumbs=tuple(Link(text=text, href=links.to(target)) for text, target in (("Home", ""), *crumbs))
            if path
            else (),
            data=self._linked_data(path, title, crumbs, data),
            og_type=og_type,
            scripts=tuple(links.root + self.theme.assets[name] for name in scripts if name in self.theme.assets),
            report=self._report(title, path),
            index=index,
            **common,
        )
        return Page(path=path, template=template, shell=shell, body=body, modified=modified)

    def absolute(self, path: str) -> str | None:
        return self.site.base_url + path if self.site.base_url is not None else None

    def _shared(self, links: Links, section: str) -> dict[str, Any]:
        key = (links.root, section)
        if key not in self._common:
            config = self.site.config
            own = tuple(
                Link(text=t, href=u if u.startswith(("http:", "https:", "mailto:")) else links.to(_below(u)))
                for t, u in config.navigation
            )
            files = (("Feed", "feed.xml"), ("Calendar", "events.ics"))
            pages = tuple((p.title, self.site.paths["page", p.slug]) for p in self.site.pages)
            self._common[key] = {
                "language": config.language,
                "site_title": config.title,
                "tagline": config.tagline,
                "home": links.to(""),
                "navigation": tuple(Link(text=t, href=links.to(p), current=p == section) for t, p in SECTIONS) + own,
                "styles": links.root + self.theme.assets["site.css"],
                "icon": links.root + self.theme.assets["icon.svg"],
                "feed": links.to("feed.xml"),
                "footer": tuple(
                    Link(text=t, href=links.to(p), current=p == section) for t, p in (*pages, *BACK_MATTER, *files)
                ),
                "author": config.author,
                "licence": config.licence,
                "version": self.site.version,
                "as_of": day_words(self.site.as_of) if isinstance(self.site.as_of, dt.date) else "",
                "pieces": {},
            }
        return self._common[key]

    def _report(self, title: str, path: str) -> str | None:
        repository = self.site.config.repository
        if not repository or not repository.startswith(("https://", "http://")):
            return None
        body = f"On the page {self.absolute(path) or path or '/'}\n\nWhat is wrong, and which source says so:\n"
        return f"{repository.rstrip('/')}/issues/new?title={quote(clip(title, 120))}&body={quote(body)}"

    def _linked_data(
        self, path: str, title: str, crumbs: tuple[tuple[str, str], ...], data: tuple[Mapping[str, Any], ...]
    ) -> tuple[Mapping[str, Any], ...]:
        """JSON-LD: the record's own, and the breadcrumb where addresses are known."""
        if not path or self.site.base_url is None:
            return data
        trail = [("Home", ""), *crumbs, (title, path)]
        items = [
            {"@type": "ListItem", "position": i, "name": text, "item": self.absolute(target)}
            for i, (text, target) in enumerate(trail, 1)
        ]
        return (*data, {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "\u2026"
