"""content/files/ is copied as it is, so nothing in it may run: names, pages, drawings, scripts, and two of one name."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.inert import why_live

Tree = Callable[[Mapping[str, str | bytes]], Path]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'

LIVE: dict[str, str | bytes] = {
    "script.html": "<script>alert(1)</script>", "handler.htm": "<body onload=alert(1)>", "case.HTML": "<IMG SRC=x onerror=alert(1)>",
    "utf16.html": "<script>alert(1)</script>".encode("utf-16"), "run.js": "alert(1)", "run.mjs": "1", "look.css": "@import '//evil.example'",
    "page.xhtml": "<html xmlns='http://www.w3.org/1999/xhtml'/>", "sheet.xsl": "<x/>", "packed.svgz": b"\x1f\x8b\x08", "ssi.shtml": "x", "run.php": "<?php",
    "script.svg": SVG.format("<script>alert(1)</script>"), "handler.svg": SVG.format('<rect onclick="alert(1)"/>'), "root.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "foreign.svg": SVG.format("<foreignObject/>"), "link.svg": SVG.format('<a xlink:href="javascript:alert(1)"><text>x</text></a>'),
    "use.svg": SVG.format('<use xlink:href="https://evil.example/x.svg#a"/>'), "image.svg": SVG.format('<image href="//evil.example/x.png"/>'), "data.svg": SVG.format('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'),
    "set.svg": SVG.format('<set attributeName="href" to="javascript:alert(1)"/>'), "animate.svg": SVG.format('<animate attributeName="href" values="javascript:1"/>'),
    "style.svg": SVG.format("<style>@import url(//evil.example)</style>"), "fill.svg": SVG.format('<rect fill="url(//evil.example#x)"/>'), "escape.svg": SVG.format(r"<style>@\69mport 'x'</style>"),
    "entity.svg": '<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>' + SVG.format("&a;"), "bomb.svg": "<!DOCTYPE x [" + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 9}">' for i in range(1, 9)) + "]><x>&a8;</x>",
    "sheet.svg": '<?xml-stylesheet href="x.xsl"?>' + SVG.format(""), "html.svg": SVG.format('<x xmlns="http://www.w3.org/1999/xhtml"/>'), "prefix.svg": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>',
    **dict.fromkeys(("web.config", "a/web.config", "netlify.toml", "vercel.json", "Firebase.json", "staticwebapp.config.json", "wrangler.toml", "Caddyfile"), "x"),
    "noending": "\ufeff \n<script>alert(1)</script>", "a.b/html": "<!doctype html>", "formula.mml": '<math xmlns="http://www.w3.org/1998/Math/MathML"><script xmlns="http://www.w3.org/1999/xhtml"/></math>',
    "broken.svg": "<svg", "utf7.svg": '<?xml version="1.0" encoding="utf-7"?>' + SVG.format("+ADw-script+AD4-"), "utf16.svg": SVG.format("<script/>").encode("utf-16"), "html.xml": '<html xmlns="http://www.w3.org/1999/xhtml"><script/></html>',
}  # fmt: skip
INERT: dict[str, str | bytes] = {
    "token.html": "site-verification: token.html", "CNAME": "lake.example", "users.xml": '<?xml version="1.0"?><users><user>0A</user></users>',
    "logo.svg": '<?xml version="1.0" encoding="UTF-8"?>' + SVG.format('<title>x</title><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><style>.a{fill:url(#g)}</style><rect class="a" fill="url(#g)" style="stroke:red"/><use xlink:href="#g"/><image href="data:image/png;base64,AA=="/>'),
    "p.jpg": b"\xff\xd8\xff<script>", "a/b/report.pdf": b"%PDF-1.7", "notes.txt": "<script>", "LICENCE": "Copyright <year>", "my-vercel.json": "{}", "feed.rss": "<rss><link>https://a.example</link></rss>",
}  # fmt: skip
NAMES = (
    "a b.jpg",
    "con.txt",
    "AUX",
    "é.jpg",
    "_x.txt",
    "a..b",
    "x.",
    "-x.jpg",
    "a:b.jpg",
    "a\\b.jpg",
    "x" * 90,
    "a*.jpg",
    "a%2e.jpg",
    "a&b.jpg",
    "<x>.jpg",
)


def _data(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _said(content: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, str]]]:
    capsys.readouterr()
    folder = content.parent
    status = main(["check", "--json", "--content", str(content), "--output", str(folder / "out"), "--cache", str(folder / "cache")])  # fmt: skip
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", LIVE)
def test_what_would_run_is_refused(name: str) -> None:
    assert why_live(name, _data(LIVE[name])) is not None


@pytest.mark.parametrize("name", INERT)
def test_what_cannot_run_is_copied(name: str) -> None:
    assert why_live(name, _data(INERT[name])) is None


def test_each_is_an_error_with_its_path_and_nothing_is_published(
    tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tree({f"files/{n}": d for n, d in {**LIVE, **INERT}.items()} | {f"files/{n}": "x" for n in NAMES})
    status, said = _said(content, capsys)
    assert status == 1
    assert {p["path"].partition("files/")[2] for p in said if p["code"] == "E506"} == set(LIVE)
    assert {p["path"].partition("files/")[2] for p in said if p["code"] == "E505"} == set(NAMES)
    assert main(["build", "-q", "--content", str(content), "--output", str(content.parent / "out"), "--cache", str(content.parent / "cache")]) == 1  # fmt: skip
    assert not (content.parent / "out").exists()


def test_inert_files_are_copied_byte_for_byte(tree: Tree, tmp_path: Path) -> None:
    content = tree({f"files/{n}": d for n, d in INERT.items()})
    assert main(["build", "-q", "--content", str(content), "--output", str(tmp_path / "out"), "--cache", str(tmp_path / "cache")]) == 0  # fmt: skip
    assert all((tmp_path / "out" / n).read_bytes() == _data(d) for n, d in INERT.items())


@pytest.mark.parametrize(
    "names", [("Logo.png", "logo.png"), ("a/x.png", "A/x.png"), ("a", "A/x.png"), ("A/x.png", "a")]
)
def test_two_names_that_differ_by_case_alone_are_an_error(
    names: tuple[str, str], tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = _said(tree({f"files/{n}": "x" for n in names}), capsys)
    assert (status, [p["code"] for p in said if p["level"] == "error"]) == (1, ["E501"])
