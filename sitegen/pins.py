"""content/ids.yaml as text: what `sitegen ids --write` writes. JSON's scalars and flow lists are YAML's too."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.merge.ids import pins_of
from sitegen.model import Register

FILE = "ids.yaml"
HEAD = """\
# Written by `sitegen ids --write`: each event's id, the readings it was made of, and ids it had before.
# Commit this file: addresses then outlast a corrected date or place, and former ones lead on.
"""


def ids_text(register: Register, previous: Mapping[str, Any]) -> str:
    """The whole file, in order of ids: the same register gives the same bytes."""
    lines = [HEAD]
    for section, entries in pins_of(register, previous).items():
        if not isinstance(entries, Mapping) or not entries:
            lines.append(f"{section}: {{}}\n")
            continue
        lines.append(f"{section}:\n")
        for name, entry in entries.items():
            lines.append(f"  {_flow(str(name))}: {_flow(entry)}\n")
    return "".join(lines)


def _flow(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def write_ids(content: Path, text: str) -> bool:
    """Put `text` in place at one stroke; False where it stands there already. Raises OSError."""
    target = content / FILE
    if target.is_symlink():
        raise OSError(40, "is a link, which is not written through", str(target))
    if target.is_file() and target.read_text(encoding="utf-8", errors="replace") == text:
        return False
    beside = content / f".{FILE}.new"
    with open(beside, "w", encoding="utf-8", newline="\n") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    os.replace(beside, target)
    return True
