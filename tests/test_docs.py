"""The documentation says what the program does: checked against the parser, the schemas, the templates and the codes.

`python tests/test_docs.py` writes docs/reference/commands.md anew from the parser.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from sitegen import contents, model
from sitegen.arguments import parser as program
from sitegen.completion import commands_of, flags_of, script_of
from sitegen.config import SETTINGS
from sitegen.problems import CODES
from sitegen.records import record_schema
from sitegen.render.frame import Shell
from sitegen.schema import Record

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md"])
COMMANDS = DOCS / "reference" / "commands.md"

HEAD = """\
# Commands and flags

Made from the program's own parser (`python tests/test_docs.py`): `sitegen COMMAND --help` says the same.

Exit status: **0** done; **1** the content has errors; **2** the command line or the settings are wrong; **3** the output or the environment refuses; **75** another build
is running; **128 + n** ended by a signal. With a status other than 0 the published site is as it was, except after `--keep-going`.
Messages read `path:line:column: error E005: what is wrong; how to mend it` ([all codes](messages.md)).

"""


def commands_page() -> str:
    parser = program()
    parts = [HEAD]
    summaries = {
        action.dest: action.help for group in parser._subparsers._group_actions for action in group._choices_actions
    }
    for name, command in commands_of(parser).items():
        operands = [_operand(a) for a in command._actions if not a.option_strings]
        parts.append(f"## `{' '.join(['sitegen', name, *operands])}`\n\n{command.description or summaries[name]}\n\n")
        parts.append("| argument | meaning |\n|---|---|\n")
        for action in command._actions:
            if action.option_strings:
                value = f" {action.metavar or action.dest.upper()}" if action.nargs != 0 else ""
                shown = ", ".join(f"`{flag}{value}`" for flag in action.option_strings)
            else:
                shown = f"`{_operand(action)}`"
            parts.append(f"| {shown} | {(action.help or '').replace('|', chr(92) + '|')} |\n")
        parts.append("\n")
    return "".join(parts).rstrip("\n") + "\n"


def _operand(action: argparse.Action) -> str:
    name = str(action.metavar or "|".join(map(str, action.choices or [action.dest])))
    return f"{name}..." if action.nargs == "+" else name


def slug(heading: str) -> str:
    """The fragment that GitHub gives a heading."""
    text = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return text.replace(" ", "-")


def prose_of(path: Path) -> str:
    return re.sub(r"(?ms)^ *```.*?^ *```$", "", path.read_text(encoding="utf-8"))


def test_commands_and_flags_are_as_the_parser_has_them() -> None:
    assert COMMANDS.read_text(encoding="utf-8") == commands_page(), "run: python tests/test_docs.py"


def test_every_flag_has_help_and_no_other_flag_is_told_of() -> None:
    known = set(flags_of(program()))
    for command in commands_of(program()).values():
        known |= set(flags_of(command))
        assert all(a.help for a in command._actions)
        assert command.description
    ours = re.compile(r"sitegen[^`\n]*?(--[a-z][a-z-]+)")
    for page in PAGES:
        told = set(ours.findall(page.read_text(encoding="utf-8")))
        assert told <= known, page


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in commands_of(program()) if f"`sitegen {name}" not in readme] == []


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_completion_knows_every_command_and_flag(shell: str) -> None:
    script = script_of(program(), shell)
    for name, command in commands_of(program()).items():
        assert f"{name})" in script
        assert all(flag in script for flag in flags_of(command))


def keys_of(record: Any) -> set[str]:
    return set(record.fields)


def test_every_setting_and_key_of_content_is_described() -> None:
    page = (DOCS / "reference/content.md").read_text(encoding="utf-8")
    assert {key for key in keys_of(SETTINGS) if f"`{key}`" not in page} == set()
    schemas = [value for value in vars(contents).values() if isinstance(value, Record)]
    assert schemas
    missing = {key for schema in schemas for key in keys_of(schema) if not re.search(rf"\b{key}\b", page)}
    assert missing == set()


def test_every_field_of_the_record_is_described() -> None:
    page = (DOCS / "reference/record.md").read_text(encoding="utf-8")
    for name, definition in record_schema()["$defs"].items():
        if "properties" not in definition:
            continue
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert section, f"{name} has no section"
        for key, schema in definition["properties"].items():
            assert f"`{key}`" in section, f"{name}.{key}"
            for value in schema.get("enum", ()):
                assert f"`{value}`" in section, f"{name}.{key}: {value}"
    assert set(model.ArticleRecord.__dataclass_fields__) <= set(re.findall(r"`(\w+)`", page))


def test_every_template_and_what_it_is_given_is_described() -> None:
    page = (DOCS / "reference/templates.md").read_text(encoding="utf-8")
    for field in fields(Shell):
        assert f"| `{field.name}` |" in page, field.name
    for template in sorted((ROOT / "templates").rglob("*")):
        if template.is_dir():
            continue
        assert f"`{template.name}`" in page, template
        if template.parent == ROOT / "templates":
            section = page.partition(f"**`{template.name}`**")[2].partition("\n\n")[0]
            used = set(re.findall(r"\bv\.([a-z_]+)", template.read_text(encoding="utf-8")))
            assert {u for u in used if f"`{u}`" not in section} == set(), template.name


def test_every_export_is_described() -> None:
    page = (DOCS / "reference/exports.md").read_text(encoding="utf-8")
    code = "".join(
        p.read_text(encoding="utf-8")
        for p in (ROOT / "sitegen/render/pages.py", ROOT / "sitegen/render/exports/__init__.py")
    )
    for path in re.findall(r'OutputFile\(path="([^"]+)"', code):
        assert f"`{path}`" in page, path
    from sitegen.render.exports.tables import TABLES

    for table in TABLES:
        assert f"`data/{table.key}.json`" in page
        assert f"`data/{table.key}.csv`" in page


def test_every_message_code_is_described_and_every_code_is_in_the_list() -> None:
    page = (DOCS / "reference/messages.md").read_text(encoding="utf-8")
    assert {code for code in CODES if code not in page} == set()
    used: set[str] = set()
    for module in (ROOT / "sitegen").rglob("*.py"):
        used |= set(re.findall(r'"([EWN]\d{3})"', module.read_text(encoding="utf-8")))
    assert used - set(CODES) == set()
    for code, (level, _) in CODES.items():
        assert code[0] == level[0].upper()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose_of(page)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if "conflicts/" in target or "coverage/" in target:
            continue
        assert file.exists(), f"{page}: {target}"
        if fragment:
            headings = re.findall(r"(?m)^#+ (.+)$", prose_of(file))
            assert fragment in {slug(h) for h in headings}, f"{page}: {target}"


def test_every_page_of_docs_is_linked_from_its_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    linked = {(DOCS / t.partition("#")[0]).resolve() for t in re.findall(r"\]\(([^)\s]+)\)", index)}
    assert set(DOCS.rglob("*.md")) - linked == {DOCS / "README.md"}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_in_python_run(page: Path) -> None:
    for example in re.findall(r"(?ms)^```python\n(.*?)^```", page.read_text(encoding="utf-8")):
        names: dict[str, Any] = {}
        exec(compile(example, str(page), "exec"), names)
        shown = re.search(r"(?m)^(find_dates\(.*?)\s+# (.+)$", example)
        if shown:
            assert repr(eval(shown[1], names)) == shown[2].strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_in_yaml_are_read_without_a_complaint(page: Path) -> None:
    from sitegen.yamlio import RECORD_LIMITS, parse_yaml

    for example in re.findall(r"(?ms)^( *)```yaml\n(.*?)^ *```", page.read_text(encoding="utf-8")):
        text = re.sub(rf"(?m)^{example[0]}", "", example[1])
        if text.startswith("---\n"):
            text = text[4:].partition("\n---")[0]
        if "..." in text:
            continue
        _, problems = parse_yaml(text, str(page), limits=RECORD_LIMITS)
        assert [str(p) for p in problems] == []


if __name__ == "__main__":
    COMMANDS.write_text(commands_page(), encoding="utf-8")
