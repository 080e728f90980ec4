"""The one door to Jinja2, and the one place that marks text as safe.

Two filters give markup unescaped, each for a reason that can be checked here: `prose` takes only `Prose`, which only
render/markdown.py makes, after sanitising; `json_script` escapes what could end a script element.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from sitegen.render.markdown import Prose


def environment_of(folders: tuple[Path, ...]) -> Environment:
    """Site's own templates first, then the default's, and the default again under `default/`, to be extended."""
    default = FileSystemLoader(folders[-1])
    environment = Environment(
        loader=ChoiceLoader([*(FileSystemLoader(f) for f in folders), PrefixLoader({"default": default})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        finalize=_plain,
    )
    environment.filters["prose"] = prose
    environment.filters["json_script"] = json_script
    return environment


#: What no HTML or XML may hold, and the marks that turn the direction of the text after them.
_CONTROLS = dict.fromkeys(
    [*(c for c in range(0x20) if c not in (0x09, 0x0A)), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0xFFFE, 0xFFFF]
)


def _plain(value: Any) -> Any:
    """Every text on its way into a page, before it is escaped: without control characters."""
    return value.translate(_CONTROLS) if type(value) is str and not value.isprintable() else value


def prose(value: Prose) -> Markup:
    if not isinstance(value, Prose):
        raise TypeError("only render/markdown.py makes prose")
    return Markup(value.html)


def json_script(value: Any) -> Markup:
    """JSON for a data block in a script element: no character that HTML would read."""
    text = msgspec.json.encode(value, order="deterministic").decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
