"""Templates print the same text by our quick code as by Jinja's own, and fall back to it where they ask for more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from sitegen.render.environment import Renderer
from sitegen.render.quick import QuickEnvironment, plain, printed


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    others: tuple[Thing, ...] = ()


THING = Thing("<&\"'> \u202eturned", (Thing("one"), Thing("two & three")))
TEMPLATES = {
    "base": "<{% block a %}base {{ t.name }}{% endblock %}|{% block b %}{% endblock %}>{% include 'part' %}{% include 'alone' without context %}.",
    "part": "[{{ t.name }}{% for o in t.others %}{{ loop.index }}{{ o.name }}{{ ',' if not loop.last }}{% else %}none{% endfor %}]",
    "alone": "(alone)",
    "macros": "{% macro m(x, y='no') %}{{ x.name }}={{ y }}{% endmacro %}{% macro w(x) %}{{ x.name }}{{ caller() }}{% endmacro %}"
    "{% macro n(x) %}<i>{{ x }}</i>{% endmacro %}{% macro v(a) %}{{ a }}{{ varargs|join('+') }}{{ kwargs['z'] }}{% endmacro %}",
    "child": "{% extends 'base' %}{% from 'macros' import m, n, v, w %}{% block a %}{{ super() }}+{{ n(t.name) }}{{ n(n('&')) }}{% endblock %}"
    "{% block b %}{{ m(t) }}{{ m(t, y='yes') }}{{ m(t, 'here') }}{{ v(1, 2, 3, z=4) }}{% call w(t) %}called{% endcall %}{{ self.a() }}"
    "{% set got %}<b>{{ t.name }}</b>{% endset %}{{ got }}{% filter upper %}{{ t.name }}{% endfilter %}{{ t.others|length ~ '&' }}"
    "{{ 3 }}{{ none }}{{ markup }}{{ d.key is defined }}{{ t.nothing|default('instead') }}{{ t.nothing is defined }}{% endblock %}",
    "maybe": "{% if t.name %}{% extends 'base' %}{% endif %}{% block a %}maybe{% endblock %}",
    "key": "{{ d.key }}{{ d['key'] }}{{ d.items()|length }}",
}


def environment(kind: type[Environment]) -> Environment:
    return kind(
        loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, finalize=plain, trim_blocks=True
    )


@pytest.mark.parametrize("name", ["base", "part", "child", "maybe"])
def test_prints_what_jinja_prints(name: str) -> None:
    values: dict[str, Any] = {"t": THING, "d": {"key": 1}, "markup": Markup("<u>")}
    slow = environment(Environment).get_template(name).render(values)
    assert environment(QuickEnvironment).get_template(name).render(values) == slow
    assert "\u202e" not in slow


@pytest.mark.parametrize("value", ["plain", "<&>'\"", "a\x00b\u202e<", Markup("<b>"), 3, None, THING])
def test_a_value_is_escaped_and_without_control_characters(value: Any) -> None:
    slow = environment(Environment).from_string("{{ value }}")
    assert printed(value) == slow.render(value=value)


def _renderer(tmp_path: Path, text: str) -> Renderer:
    (tmp_path / "own.html").write_text(text, encoding="utf-8")
    return Renderer((tmp_path,), text)


def test_a_key_asked_for_with_a_dot_is_found(tmp_path: Path) -> None:
    assert _renderer(tmp_path, TEMPLATES["key"]).render_view("own.html", d={"key": "<"}) == b"&lt;&lt;1"


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        _renderer(tmp_path, "{{ d.nothing }}").render_view("own.html", d=THING)
    with pytest.raises(UndefinedError, match="unknown"):
        _renderer(tmp_path, "{{ unknown.name }}").render_view("own.html", d=THING)
