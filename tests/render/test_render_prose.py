"""Prose from content: Markdown, then the sanitiser, last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.markdown import prose_of


def html(text: str) -> str:
    made = prose_of(text, lambda kind, name: f"../{kind}s/{name}/" if name != "none" else None)
    return made.html if made else ""


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,x)",
        "[a](//evil.example/x)",
        "<a href='vbscript:x'>a</a>",
        "<svg><script>x</script></svg>",
        "<p style='x' onclick='y' class='z' id='w'>a</p>",
        "<iframe src='https://evil.example'></iframe>",
        "<form action='/x'><input></form>",
        "<math><mi xlink:href='javascript:x'>a</mi></math>",
        "<noscript><p title='</noscript><img src=x onerror=y>'></noscript>",
        "![alt](https://evil.example/pixel.png)",
    ],
)
def test_nothing_live_comes_through(hostile: str) -> None:
    made = html(hostile).lower()
    for live in (
        "<script",
        "javascript:",
        "vbscript:",
        "data:",
        "onerror=",
        "onclick",
        "style=",
        "class=",
        "<img",
        "<svg",
        "<iframe",
        "<form",
        "<input",
        "<math",
        "//evil",
    ):
        assert live not in made.replace("&lt;", "")


@given(st.text(max_size=300))
def test_any_text_gives_prose_without_live_markup(text: str) -> None:
    made = html(text).lower()
    assert "<script" not in made
    assert "<img" not in made
    assert " on" not in [made[i : i + 3] for i in range(len(made)) if made[i - 1 : i] == "<"]


def test_templates_in_prose_stay_as_typed() -> None:
    assert "{{ 7*7 }}" in html("{{ 7*7 }} {% raw %}")


def test_a_link_by_id_leads_to_the_record_or_to_nothing() -> None:
    assert '<a href="../events/x/">' in html("[a](event:x)")
    assert "<a>a</a>" in html("[a](event:none)")


def test_footnotes_keep_their_ids_and_headings_begin_below_the_page_s_own() -> None:
    made = html("# One\n\ntext[^1]\n\n[^1]: note")
    assert '<li id="fn:1">' in made
    assert 'href="#fn:1"' in made
    assert "<h1" not in made


def test_text_without_words_is_no_prose() -> None:
    assert prose_of(" \n", lambda kind, name: None) is None
