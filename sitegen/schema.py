"""What a file of content may say: a small schema whose every fault names its line.

A kind turns a `Node` into a typed value and reports what does not fit; reading goes on, so that one run shows all
faults. `Record` is the only kind with keys. Nothing raises on content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sitegen.edtf import before, bounds, is_valid
from sitegen.problems import Level, Problem
from sitegen.slugs import is_slug
from sitegen.weblinks import is_address
from sitegen.yamlio import Node, plain

MAX_TEXT = 20_000  # characters of one value: a name, a note; prose stands below the front matter


@dataclass(slots=True)
class Reporter:
    """Gathers the problems of one file."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def say(self, level: Level, code: str, line: int, column: int, message: str, remedy: str = "") -> None:
        self.problems.append(
            Problem(path=self.path, line=line, column=column, level=level, code=code, message=message, remedy=remedy)
        )

    def wrong(self, node: Node, name: str, wanted: str, remedy: str = "") -> None:
        self.say("error", "E005", node.line, node.column, f"{name} must be {wanted}", remedy)


class Kind(Protocol):
    """`read` gives the typed value, or None after reporting why not."""

    def read(self, node: Node, name: str, report: Reporter) -> Any: ...


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    text = str(value)
    return f'"{text[:60]}{"..." if len(text) > 60 else ""}"'


@dataclass(frozen=True, slots=True)
class Text:
    """Words. `pattern` and `wanted` narrow them."""

    pattern: str | None = None
    wanted: str = "text"
    lower: bool = False

    def read(self, node: Node, name: str, report: Reporter) -> str | None:
        if not isinstance(node.value, str) or len(node.value) > MAX_TEXT:
            report.wrong(node, name, self.wanted, f"it is {_shown(node.value)}")
            return None
        value = node.value.strip()
        if self.pattern is not None and not re.fullmatch(self.pattern, value):
            report.wrong(node, name, self.wanted, f"it is {_shown(value)}")
            return None
        return value.lower() if self.lower else value


SLUG_WANTED = "lower-case letters, digits and hyphens, at most 80"


@dataclass(frozen=True, slots=True)
class Slug:
    def read(self, node: Node, name: str, report: Reporter) -> str | None:
        if isinstance(node.value, str) and is_slug(node.value):
            return node.value
        report.wrong(node, name, SLUG_WANTED, f"it is {_shown(node.value)}")
        return None


@dataclass(frozen=True, slots=True)
class Url:
    """An absolute http or https address."""

    def read(self, node: Node, name: str, report: Reporter) -> str | None:
        value = node.value
        if isinstance(value, str) and is_address(value):
            return value
        report.wrong(node, name, "an http or https address", f"it is {_shown(value)}")
        return None


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as exact as it is known; `day` asks for a single day."""

    day: bool = False

    def read(self, node: Node, name: str, report: Reporter) -> str | None:
        value = node.value
        if isinstance(value, str) and is_valid(value):
            first, last = bounds(value)
            if not self.day or (first is not None and first == last):
                return value
            report.wrong(node, name, "one day, written YYYY-MM-DD", f"it is {_shown(value)}")
            return None
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            report.say("error", "E007", node.line, node.column, f"{name}: {value} is not a day of the calendar",
                       "write a day that exists")  # fmt: skip
        else:
            wanted = (
                "a day, written YYYY-MM-DD" if self.day else "an EDTF date such as 2013-06-26, 2018-06 or 2014/2015"
            )
            report.wrong(node, name, wanted, f"it is {_shown(value)}")
        return None


@dataclass(frozen=True, slots=True)
class Number:
    least: int = 0
    most: int = 1_000_000_000

    def read(self, node: Node, name: str, report: Reporter) -> int | None:
        if isinstance(node.value, str) and re.fullmatch(r"[0-9]{1,10}", node.value):
            number = int(node.value)
            if self.least <= number <= self.most:
                return number
        report.wrong(node, name, f"a number from {self.least} to {self.most}", f"it is {_shown(node.value)}")
        return None


@dataclass(frozen=True, slots=True)
class Flag:
    def read(self, node: Node, name: str, report: Reporter) -> bool | None:
        if node.value in ("true", "false"):
            return node.value == "true"
        report.wrong(node, name, "true or false", f"it is {_shown(node.value)}")
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[str, ...]

    def read(self, node: Node, name: str, report: Reporter) -> str | None:
        if isinstance(node.value, str) and node.value in self.options:
            return node.value
        report.wrong(node, name, "one of " + ", ".join(self.options), f"it is {_shown(node.value)}")
        return None


@dataclass(frozen=True, slots=True)
class ListOf:
    """Zero or more of one kind; with `single`, one value stands for a list of one."""

    kind: Kind
    single: bool = False

    def read(self, node: Node, name: str, report: Reporter) -> tuple[Any, ...] | None:
        if node.value is None:
            return ()
        if not isinstance(node.value, list):
            if self.single:
                value = self.kind.read(node, name, report)
                return () if value is None else (value,)
            report.wrong(node, name, "a list", f"it is {_shown(node.value)}; write it as `- item` lines or [a, b]")
            return None
        values = (self.kind.read(item, f"{name}[{i}]", report) for i, item in enumerate(node.value, 1))
        return tuple(v for v in values if v is not None)


@dataclass(frozen=True, slots=True)
class Anything:
    """Kept as it is written."""

    def read(self, node: Node, name: str, report: Reporter) -> Any:
        return plain(node)


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping with free keys and values of one kind."""

    kind: Kind
    key: Callable[[str], bool] | None = None

    def read(self, node: Node, name: str, report: Reporter) -> dict[str, Any] | None:
        if not isinstance(node.value, dict):
            report.wrong(node, name, "a mapping of `key: value`", f"it is {_shown(node.value)}")
            return None
        found: dict[str, Any] = {}
        for key, entry in node.value.items():
            if self.key is not None and not self.key(key):
                report.say("error", "E005", entry.line, entry.column, f'"{key}" may not be a key of {name}')
                continue
            value = self.kind.read(entry.node, f"{name}.{key}", report)
            if value is not None:
                found[key] = value
        return found


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys.

    The value is a dict of the typed keys with `line`, `column`, `extra` (unknown keys) and `faulty` (a key was refused).
    """

    fields: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    unknown: Level = "warning"
    spans: tuple[tuple[str, str], ...] = ()  # pairs of dates of which the second may not lie before the first

    def read(self, node: Node, name: str, report: Reporter) -> dict[str, Any] | None:
        if not isinstance(node.value, dict):
            report.wrong(node, name, "a mapping of `key: value`", f"it is {_shown(node.value)}")
            return None
        found: dict[str, Any] = {"line": node.line, "column": node.column, "extra": {}, "faulty": False}
        for key, entry in node.value.items():
            kind = self.fields.get(key)
            if kind is None:
                found["extra"][key] = plain(entry.node)
                near = _nearest(key, self.fields)
                report.say(self.unknown, "W008" if self.unknown == "warning" else "N008", entry.line, entry.column,
                           f'unknown key "{key}", kept as it is', f'did you mean "{near}"?' if near else "")  # fmt: skip
            elif entry.node.value is not None:
                value = kind.read(entry.node, key, report)
                if value is not None:
                    found[key] = value
                else:
                    found["faulty"] = True
        for key in self.required:
            if key not in found and not (key in node.value and node.value[key].node.value is not None):
                report.say("error", "E009", node.line, node.column, f'{name} lacks "{key}"', f"add `{key}: ...`")
        for first, last in self.spans:
            if first in found and last in found and before(found[last], found[first]):
                report.wrong(
                    node.value[last].node, last, f"no earlier than {first}, {found[first]}", f"it is {found[last]}"
                )
                found["faulty"] = True
        return found


def _nearest(key: str, known: Mapping[str, Any]) -> str | None:
    """A known key within two edits, for the message only."""
    import difflib

    close = difflib.get_close_matches(key.lower(), list(known), n=1, cutoff=0.75)
    return close[0] if close else None
