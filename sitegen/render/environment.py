"""The one door to Jinja2, and the one place that marks text as safe.

Three things give markup unescaped, each for a reason that can be checked here: `prose` takes only `Prose`, which only
render/markdown.py makes, after sanitising; `json_script` escapes what could end a script element; `piece` is the output
of a template, in which everything was escaped.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from sitegen.render.frame import Page
from sitegen.render.markdown import Prose
from sitegen.render.quick import QuickEnvironment, plain


@lru_cache(maxsize=8)
def environment_of(folders: tuple[Path, ...], digest: str, kind: type[Environment] = QuickEnvironment) -> Environment:
    """Site's own templates first, then the default's, and the default again under `default/`, to be extended.

    Compiling takes longer than printing a small site, so a preview keeps it for as long as the templates' `digest` stays.
    """
    default = FileSystemLoader(folders[-1])
    environment = kind(
        loader=ChoiceLoader([*(FileSystemLoader(f) for f in folders), PrefixLoader({"default": default})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        finalize=plain,
    )
    environment.filters["prose"] = prose
    environment.filters["json_script"] = json_script
    environment.globals["piece"] = Pieces(environment)
    return environment


class Pieces:
    """Parts that are the same on all pages of one depth and section, rendered once for each (`page.pieces` keeps them)."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __call__(self, template: str, page: Any) -> Markup:
        made: Markup | None = page.pieces.get(template)
        if made is None:
            made = page.pieces[template] = Markup(self._environment.get_template(template).render(page=page))
        return made


def prose(value: Prose) -> Markup:
    if not isinstance(value, Prose):
        raise TypeError("only render/markdown.py makes prose")
    return Markup(value.html)


def json_script(value: Any) -> Markup:
    """JSON for a data block in a script element: no character that HTML would read."""
    text = plain(msgspec.json.encode(value, order="deterministic").decode())
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


class Renderer:
    """Compiled templates. `render_page` is the one way from a page's value to its bytes."""

    def __init__(self, folders: tuple[Path, ...], digest: str) -> None:
        self._folders, self._digest = folders, digest
        self._environment = environment_of(folders, digest)

    def compile(self, template: str) -> None:
        """Have `template` ready, with those that it extends or includes: done once before workers are forked."""
        self._environment.get_template(template)

    def render_page(self, page: Page) -> bytes:
        return self.render_view(page.template, page=page.shell, v=page.body)

    def render_view(self, template: str, **values: Any) -> bytes:
        try:
            text = self._environment.get_template(template).render(values)
        except AttributeError:  # what a site's own template asks for in a way that quick.py leaves to Jinja's own code
            slow = environment_of(self._folders, self._digest, Environment)
            text = slow.get_template(template).render(values)
        # Lone surrogates cannot be written; none should come this far, and a question mark beats a crash.
        return text.encode("utf-8", "replace")
