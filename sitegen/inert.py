"""Whether a file that is copied as it is would run, or fetch from elsewhere, in a reader's browser.

`content/files/` is hostile like the rest of content/, and what lies in it is served from the site's own origin, where its
policy does not reach: a page there would run its scripts as the site. So a web page is let through only where it has no
markup (the words that prove an address to a search engine), a drawing or XML only where nothing in it can act, and
scripts and styles not at all: those belong to the theme, which is trusted.
"""

from __future__ import annotations

import re
import xml.parsers.expat

#: Endings that a server gives a type under which a browser runs, or lays out, what the file holds.
PAGES = frozenset({"html", "htm"})
DRAWINGS = frozenset({"svg", "xml", "rss", "atom", "rdf", "kml", "gpx", "mml"})
LIVE = frozenset({
    "js", "mjs", "cjs", "jsm", "css", "wasm", "xhtml", "xht", "xhtm", "shtml", "shtm", "mht", "mhtml", "xsl", "xslt", "svgz", "hta", "htc",
    "htmlz", "swf", "jar", "php", "phtml", "asp", "aspx", "jsp", "cgi",
})  # fmt: skip
#: Names under which a host looks for its settings in what is published: redirects, headers and rewrites of the whole site.
SETTINGS = frozenset({
    "web.config", "netlify.toml", "vercel.json", "now.json", "firebase.json", "staticwebapp.config.json", "wrangler.toml", "wrangler.json", "wrangler.jsonc",
    "amplify.yml", "render.yaml", "surge.json", "serve.json", "caddyfile", "nginx.conf", "static.json", "staticfile",
})  # fmt: skip
MAX_BYTES = 4_000_000  # of a page or drawing that has to be looked through

_XHTML = "http://www.w3.org/1999/xhtml"
_SVG = "http://www.w3.org/2000/svg"
_ACTIVE = frozenset({
    "script", "foreignobject", "handler", "listener", "set", "animate", "animatetransform", "animatemotion", "animatecolor", "discard", "iframe",
    "embed", "object", "audio", "video", "a",
})  # fmt: skip
_REFERENCE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
_STYLE = re.compile(r"@import|javascript:|expression\s*\(|url\(\s*['\"]?(?!#)|\\", re.IGNORECASE)


def is_looked_through(name: str) -> bool:
    """Whether what `name` holds has to be known before it may be copied."""
    last = name.rpartition("/")[2].lower()
    return last in SETTINGS or "." not in last or last.rpartition(".")[2] in PAGES | DRAWINGS | LIVE


def why_live(name: str, data: bytes) -> str | None:
    """The reason for which `name`, holding `data`, may not be copied; None where it is inert."""
    last = name.rpartition("/")[2].lower()
    ending = last.rpartition(".")[2] if "." in last else ""
    if last in SETTINGS:
        return f"a host would take {last} for settings of the whole site"
    if not ending and data.lstrip(b"\xef\xbb\xbf \t\r\n\f")[:1] == b"<":
        return "it begins with markup and has no ending that says otherwise: a browser may take it for a page"
    if ending in LIVE:
        return f"a browser or server would run a .{ending} file as part of the site"
    if ending in PAGES:
        return (
            "it holds markup, which a browser would run as part of the site" if b"<" in data or b"\0" in data else None
        )
    if ending in DRAWINGS:
        return _acts(data)
    return None


def _acts(data: bytes) -> str | None:
    """Why this XML is not inert, looked through by the same kind of parser that a browser uses; nothing is expanded."""
    if len(data) > MAX_BYTES:
        return f"it is larger than the {MAX_BYTES:,} bytes that are looked through"
    found: list[str] = []
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "it is not UTF-8"
    parser = xml.parsers.expat.ParserCreate("utf-8", namespace_separator=" ")
    styles: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        space, _, local = tag.rpartition(" ")
        if space == _XHTML or local.lower() == "script" or (space == _SVG and local.lower() in _ACTIVE):
            found.append(f"it holds <{local}>")
        styles.append(local.lower())
        for key, value in attributes.items():
            short = key.rpartition(" ")[2].lower()
            if short.startswith("on"):
                found.append(f"it holds a handler ({short})")
            elif short in ("href", "src") and not _REFERENCE.match(value.strip()):
                found.append(f"it leads elsewhere ({short})")
            elif _STYLE.search(value) and short not in ("id", "class", "label"):
                found.append(f"it fetches from elsewhere ({short})")

    def end(_: str) -> None:
        styles.pop()

    def words(text: str) -> None:
        if styles and styles[-1] == "style" and _STYLE.search(text):
            found.append("its style fetches from elsewhere")

    def instruction(target: str, _: str) -> None:
        found.append(f"it holds <?{target}?>")

    def doctype(*_: object) -> None:
        found.append("it has a document type")

    def declaration(_: str, encoding: str | None, __: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
            found.append("it says that it is not UTF-8")

    parser.buffer_text = True
    parser.XmlDeclHandler = declaration
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, words
    parser.ProcessingInstructionHandler, parser.StartDoctypeDeclHandler = instruction, doctype
    try:
        parser.Parse(data, True)
    except xml.parsers.expat.ExpatError as error:
        return f"it is not well-formed XML (line {error.lineno})"
    return found[0] if found else None
