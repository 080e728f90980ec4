"""What an editor should know of the site before it is published: addresses claimed twice, pictures without a licence,
links of prose that lead to no record. The page is made all the same, with the safe reading of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.model import Register, Source
from sitegen.problems import Level, Problem
from sitegen.render.addresses import RESERVED
from sitegen.render.site import Site, site_of
from sitegen.render.tangled import MOST, tangled
from sitegen.render.urls import links_from, segment
from sitegen.render.views.records import record_link

_LINK = re.compile(r"\]\((event|person|post|country|source|organization):([A-Za-z0-9_.-]{1,120})\)")


def problems_of_site(register: Register, source: Source, site: Site | None = None) -> tuple[Problem, ...]:
    """E501 and W502 to W504, in the order of their files. `site` is the two indexed, where that was done already."""
    site = site or site_of(register, source)
    found = [*_addresses(site), *_portraits(site), *_links(site)]
    return tuple(sorted(found, key=lambda p: p.sort_key))


def _problem(level: Level, code: str, path: str, message: str, remedy: str) -> Problem:
    return Problem(path=path, level=level, code=code, message=message, remedy=remedy)


def _addresses(site: Site) -> Iterator[Problem]:
    """A page or file that wants an address which the site itself, or another page, has."""
    taken: dict[str, str] = {}
    for page in site.pages:
        wanted = segment(page.slug)
        if wanted in RESERVED:
            yield _problem(
                "error", "E501", page.path, f"the address /{wanted}/ is the site's own", "give the page another slug"
            )
        elif wanted in taken:
            message = f"the address /{wanted}/ is also that of {taken[wanted]}"
            yield _problem("error", "E501", page.path, message, "give one of them another slug")
        taken.setdefault(wanted, page.path)
    for path, file in site.files:
        first = path.partition("/")[0]
        if (first in RESERVED or first in taken or path in _OWN_FILES) and first != "files":
            yield _problem(
                "error",
                "E501",
                file,
                f"/{path} would lie among the site's own files",
                "move it to a folder of its own",
            )


_OWN_FILES = (
    "index.html",
    "404.html",
    "feed.xml",
    "events.ics",
    "sitemap.xml",
    "robots.txt",
    ".nojekyll",
    "sitegen-manifest.json",
)


def _portraits(site: Site) -> Iterator[Problem]:
    known = {path for path, _ in site.files}
    for person in site.register.people:
        portrait = person.portrait or {}
        name = str(portrait.get("file", ""))
        if not name:
            continue
        if name not in known:
            yield _problem("warning", "W502", person.path, f'the portrait "{name}" is not in files/', "put it there")
        elif not portrait.get("licence"):
            yield _problem(
                "warning",
                "W502",
                person.path,
                f'the portrait "{name}" has no licence, so it is not shown',
                "name its licence",
            )


def _links(site: Site) -> Iterator[Problem]:
    """Prose that leads to no record, or cannot be read at all."""
    resolve = record_link(site, links_from(""))
    texts = [(p.path, p.text) for p in site.pages]
    texts += [(p.path, p.note) for p in site.register.people if p.note]
    texts += [(o.path, o.note) for o in site.register.organizations if o.note]
    texts += [(e.path, e.note) for e in site.register.events if e.note]
    for path, text in texts:
        if tangled(text):
            message = f"the prose is too tangled to be read as Markdown, or longer than {MOST:,} characters; it is printed as typed"
            yield _problem("warning", "W504", path, message, "shorten it, or close its brackets")
        for kind, name in dict.fromkeys(_LINK.findall(text)):
            if resolve(kind, name) is None:
                yield _problem("warning", "W503", path, f"the link {kind}:{name} leads to no record", "mend the id")
