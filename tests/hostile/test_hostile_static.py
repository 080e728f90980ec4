"""What the code and the templates may not hold, looked for in their text: what escapes, runs, or calls elsewhere is in few places."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from sitegen.render.environment import environment_of
from sitegen.render.theme import default_theme

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(
    p for p in (ROOT / "templates").rglob("*") if p.is_file() and p.parent.name != "assets" and "assets" not in p.parts
)
SOURCES = sorted((ROOT / "sitegen").rglob("*.py"))

#: Calls that compile, unpickle, start or reach something; who may make them.
CALLS: dict[str, frozenset[str]] = {
    "eval": frozenset(), "exec": frozenset(), "compile": frozenset({"render/pages.py"}), "__import__": frozenset(), "from_string": frozenset(), "system": frozenset(), "popen": frozenset(), "Popen": frozenset(),
    "urlopen": frozenset(), "Markup": frozenset({"render/environment.py", "render/markdown.py", "render/quick.py"}),
}  # fmt: skip
MODULES = (
    "pickle",
    "marshal",
    "shelve",
    "subprocess",
    "requests",
    "urllib.request",
    "http.client",
    "ftplib",
    "smtplib",
)
#: Who may import one of these: the checker of links, asked for by name; and `new`, for how a file's address becomes a path.
NETWORK = frozenset({"external.py", "new.py"})


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_template_escapes_all_that_it_prints(path: Path) -> None:
    text = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.S)
    assert not re.search(r"\|\s*safe\b|autoescape|Markup|{%-?\s*include\s+[^'\"]", text)
    assert not re.search(r"<[a-z][^<>]*\s(?:on[a-z]+|style|srcdoc)\s*=", text, re.I), "a handler or a style"
    assert not re.search(r"=\s*{{", re.sub(r"{%.*?%}|\"[^\"]*\"", "", text, flags=re.S)), "an attribute without quotes"
    for kind, body in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.S):
        assert "json" in kind or not body.strip(), "a script in a page"
    for scheme in re.findall(r"(?:href|src)=[\"']([a-z]+):", text):
        assert scheme in ("https", "mailto")


def test_every_template_that_there_is_is_compiled_with_escaping() -> None:
    environment = environment_of((default_theme(),), "x")
    assert environment.autoescape is True
    assert len(TEMPLATES) > 20
    for suffix in ("html", "xml", "txt", "svg", "ics"):
        assert environment.autoescape is True or environment.autoescape(f"x.{suffix}")  # type: ignore[operator]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_module_compiles_unpickles_or_calls_elsewhere(path: Path) -> None:
    name = path.relative_to(ROOT / "sitegen").as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if (
                isinstance(node.func, ast.Attribute)
                and called == "compile"
                and getattr(node.func.value, "id", "") == "re"
            ):
                continue
            assert called not in CALLS or name in CALLS[called], f"{called} in line {node.lineno}"
            assert not any(k.arg == "shell" and isinstance(k.value, ast.Constant) for k in node.keywords), (
                f"a shell in line {node.lineno}"
            )
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            assert name in NETWORK or not set(names) & set(MODULES), f"{names} in line {node.lineno}"
