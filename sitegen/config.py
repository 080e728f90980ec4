"""site.yaml -> Config: every setting, its type and its default. docs/reference/content.md describes them."""

from __future__ import annotations

from typing import Any

from sitegen.model import Config
from sitegen.problems import Problem
from sitegen.schema import Choice, Edtf, ListOf, Number, Record, Reporter, Text, Url
from sitegen.yamlio import parse_yaml

POST_CODES = (
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "chief-of-general-staff",
    "secretary-general", "other",
)  # fmt: skip

LANGUAGE = Text(pattern=r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", wanted="a language tag such as en or en-GB")

#: Of another site, or of a page of this one: no other scheme, and nothing that a browser would take for another host.
ADDRESS = r"(?:https?://[^\s/\\][^\s\\]{0,500}|mailto:[^\s\\]{1,500}|(?:\./|/)?[A-Za-z0-9][\w./-]{0,500}(?:[?#]\S{0,500})?|\.?/)"
LINK = Record(fields={"title": Text(), "url": Text(pattern=ADDRESS, wanted="an http or https address, or the path of a page")},
              required=("title", "url"))  # fmt: skip

SETTINGS = Record(
    fields={
        "title": Text(),
        "tagline": Text(),
        "description": Text(),
        "base_url": Url(),
        "language": LANGUAGE,
        "organizations": ListOf(Text(), single=True),
        "posts": ListOf(Choice(POST_CODES), single=True),
        "as_of": Edtf(day=True),
        "repository": Url(),
        "author": Text(),
        "licence": Text(),
        "navigation": ListOf(LINK),
        "max_file_bytes": Number(least=1_000, most=100_000_000),
    }
)


def config_of(text: str, path: str) -> tuple[Config, list[Problem]]:
    """The settings of a site.yaml; a setting that is wrong keeps its default beside an error."""
    root, problems = parse_yaml(text, path)
    if root is None:
        return Config(), problems
    report = Reporter(path)
    found = SETTINGS.read(root, "site.yaml", report) or {}
    settings: dict[str, Any] = {k: v for k, v in found.items() if k not in ("line", "column", "faulty", "navigation")}
    settings["navigation"] = tuple(
        (link["title"], link["url"]) for link in found.get("navigation", ()) if "title" in link and "url" in link
    )
    return Config(**settings), report.problems


def base_path(base_url: str | None) -> str:
    """The path under which the site is served: `/` or `/repo/`."""
    if not base_url:
        return "/"
    import urllib.parse

    path = urllib.parse.urlsplit(base_url).path.strip("/")
    return f"/{path}/" if path else "/"
