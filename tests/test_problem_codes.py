"""Every code that the source uses is in the list, with its level; and the page of messages is made of the list."""

from __future__ import annotations

import re
from pathlib import Path

from sitegen.problems import CODES

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/reference/messages.md"
LEVELS = {"E": "error", "W": "warning", "N": "notice"}


def used() -> set[str]:
    files = [f for f in (ROOT / "sitegen").rglob("*.py") if f.name != "problems.py"]
    return {code for file in files for code in re.findall(r'"([EWN]\d{3})"', file.read_text(encoding="utf-8"))}


def page() -> str:
    rows = "\n".join(f"| `{code}` | {level} | {meaning} |" for code, (level, meaning) in CODES.items())
    return f"""# Messages

Each reads `path:line:column: level CODE: what is wrong; how to mend it`. Line and column count from 1. An error leaves the published
site as it is (status 1); `--strict` makes errors of warnings; notices are shown with `-v`. A clipping's `accepted:` settles its warnings.

| code | level | what it means |
|---|---|---|
{rows}
"""


def test_every_code_used_is_listed_and_every_listed_one_used() -> None:
    assert used() == set(CODES)


def test_codes_are_sorted_by_number_and_say_their_level() -> None:
    assert list(CODES) == sorted(CODES, key=lambda code: (code[1:], code))
    assert all(LEVELS[code[0]] == level and meaning for code, (level, meaning) in CODES.items())


def test_the_page_of_messages_is_the_list(accept: bool) -> None:
    if accept:
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()
