"""Who may import whom: the list of docs/architecture.md as data, checked against the source's own imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "sitegen"

#: From the top down; a room imports only rooms on lower steps. Rooms of one step keep apart, but for `SIDEWAYS`.
STEPS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("again",),
    ("commands",),
    ("arguments",),
    ("terminal",),
    ("server", "new"),
    ("check", "completion", "explain", "external", "pins", "review"),
    ("ahead", "build"),
    ("gather", "render"),
    ("firstpass",),
    ("read", "write", "store"),
    ("config", "contents"),
    ("schema", "yamlio"),
    ("dating", "merge"),
    ("extract",),
    ("articles", "places", "organizations", "people", "memberships", "events"),
    ("dates",),
    ("records", "world", "gazetteer"),
    ("rights", "sharing"),
    ("model",),
    ("listing", "options"),
    ("timex", "pieces", "packed", "collector", "problems", "slugs", "edtf", "inert", "snapshot", "weblinks", "workers"),
    ("data",),
)

#: Room -> rooms of its own step that it may use, each with the reason.
SIDEWAYS: dict[str, frozenset[str]] = {
    "contents": frozenset({"config"}),  # a post code is named in both
    "schema": frozenset({"yamlio"}),  # a kind reads the loader's nodes
    "__main__": frozenset({"cli"}),
    "explain": frozenset(),
}

#: One door a dependency: who may import it.
DOORS: dict[str, frozenset[str]] = {
    "jinja2": frozenset({"render/environment.py", "render/quick.py"}),
    "markupsafe": frozenset({"render/environment.py", "render/markdown.py", "render/quick.py"}),
    "markdown": frozenset({"render/markdown.py"}),
    "nh3": frozenset({"render/markdown.py"}),
    "dateutil": frozenset({"dates/calendar.py"}),
    "livereload": frozenset({"server.py"}),
    "tornado": frozenset({"server.py"}),
    "watchfiles": frozenset({"server.py"}),
    "yaml": frozenset({"yamlio.py"}),
    "anyascii": frozenset({"slugs.py", "people/names.py"}),
    "charset_normalizer": frozenset({"articles/decode.py"}),
    "distributed": frozenset({"firstpass.py"}),
    "sqlite3": frozenset({"store.py"}),
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "sitegen"}
        elif isinstance(node, ast.ImportFrom):
            pytest.fail(f"{path}: relative import; name the room in full")
    return found


STEP_OF = {name: number for number, step in enumerate(STEPS) for name in step}


def test_every_room_stands_on_a_step() -> None:
    assert {room(p) for p in modules()} - set(STEP_OF) - {"__init__"} == set()


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_lead_downwards(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "sitegen" or len(parts) == 1 or parts[1] == "__version__":
            continue
        other = parts[1]
        if other == own or other not in STEP_OF or other in SIDEWAYS.get(own, frozenset()):
            continue
        assert STEP_OF[other] > STEP_OF[own], f"{own} (step {STEP_OF[own]}) imports {other} (step {STEP_OF[other]})"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_each_dependency_has_one_door(path: Path) -> None:
    used = {name.split(".")[0] for name in imports(path)} & set(DOORS)
    here = str(path.relative_to(PACKAGE))
    assert {d for d in used if here not in DOORS[d]} == set()


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_rooms_at_the_edge_touch_the_disk_the_clock_and_the_terminal(path: Path) -> None:
    here = str(path.relative_to(PACKAGE))
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    if here not in {"cli.py", "commands.py", "terminal.py", "server.py", "__main__.py"}:
        assert not calls & {"print", "sys.exit", "input", "time.time", "datetime.datetime.now", "datetime.date.today"}
    assert not calls & {"eval", "exec", "pickle.loads", "pickle.load", "os.system", "Template", "env.from_string"}
