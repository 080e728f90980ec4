"""The one loader of YAML: text -> values that know their line and column, with nothing typed by itself.

The tree is built from PyYAML's events, so that what a safe loader would quietly accept can be refused where it
stands: aliases and anchors (a bomb needs them), tags, repeated keys, too much depth. `NO`, `12:30`, `1.10` and
`2019-02-30` stay the text that was written; the schema types them (schema.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from sitegen.problems import Problem

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 64_000  # front matter, sidecars and site.yaml; RELIABILITY.md 6
MAX_KEYS = 200
MAX_DEPTH = 8
RECORD_BYTES = 1_000_000  # records of organizations/ and events/, which hold long lists of sourced facts
RECORD_KEYS = 5_000


@dataclass(frozen=True, slots=True)
class Node:
    """A value as written. `value` is text, None (nothing written), a list of nodes or a dict of key -> `Entry`.

    `line` and `column` count from 1 in the whole file. `quoted` is true for text in quotes, which is never empty by chance.
    """

    value: str | list[Node] | dict[str, Entry] | None
    line: int
    column: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place and its value."""

    line: int
    column: int
    node: Node


@dataclass(frozen=True, slots=True)
class Limits:
    bytes: int = MAX_BYTES
    keys: int = MAX_KEYS
    depth: int = MAX_DEPTH


RECORD_LIMITS = Limits(bytes=RECORD_BYTES, keys=RECORD_KEYS)


class _Refused(Exception):
    def __init__(self, code: str, mark: Any, message: str, remedy: str) -> None:
        self.code, self.mark, self.message, self.remedy = code, mark, message, remedy


def parse_yaml(
    text: str, path: str, *, first_line: int = 1, limits: Limits = Limits()
) -> tuple[Node | None, list[Problem]]:
    """The document's root node, or None with the one problem that stopped the reading.

    `first_line` is the file's line on which `text` begins, so that problems name lines of the file.
    An empty document is a node with an empty mapping.
    """

    def problem(code: str, line: int, column: int, message: str, remedy: str) -> list[Problem]:
        return [Problem(path=path, line=line + first_line, column=column + 1, level="error", code=code,
                        message=message, remedy=remedy)]  # fmt: skip

    if len(text.encode("utf-8", "surrogatepass")) > limits.bytes:
        return None, problem("E006", 0, 0, f"this YAML is larger than {limits.bytes:,} bytes", "split or shorten it")
    try:
        builder = _Builder(yaml.parse(text, Loader=_LOADER), first_line, limits)
        return builder.document(), []
    except _Refused as refused:
        return None, problem(refused.code, refused.mark.line, refused.mark.column, refused.message, refused.remedy)
    except yaml.reader.ReaderError as error:
        at = _reader_offset(text, error)
        line, column = text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1)
        return None, problem("E002", line, column, "a control character stands in the YAML", "take it out")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        message, remedy = _friendly(error, text, line)
        if error.context_mark and "unclosed" in message:
            line, column = error.context_mark.line, error.context_mark.column
        return None, problem("E002", line, column, message, remedy)
    except (yaml.YAMLError, ValueError, AttributeError, RecursionError):
        return None, problem("E002", 0, 0, "this is not YAML that can be read", "check indentation and quotes")


class _Builder:
    def __init__(self, events: Iterator[Any], first_line: int, limits: Limits) -> None:
        self.events, self.first_line, self.limits, self.keys = events, first_line, limits, 0

    def document(self) -> Node:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise _Refused(
                    "E003", event.start_mark, "a second YAML document begins here", "keep one document a file"
                )
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 1)
        if root is None or root.value is None:
            return Node({}, self.first_line, 1)
        return root

    def node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("E003", mark, f"an alias (*{event.anchor}) is not allowed", "write the value out")
        if event.anchor is not None:
            raise _Refused("E003", mark, f"an anchor (&{event.anchor}) is not allowed", "take it out")
        if event.tag is not None and event.tag != "!":
            raise _Refused(
                "E003", mark, f"a tag ({event.tag}) is not allowed", "take it out; the schema knows the type"
            )
        if depth > self.limits.depth:
            raise _Refused("E006", mark, f"nested deeper than {self.limits.depth} levels", "flatten it")
        line, column = mark.line + self.first_line, mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            quoted = event.style in ("'", '"', "|", ">")
            empty = not quoted and event.value in ("", "~", "null")
            return Node(None if empty else event.value, line, column, quoted)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            for inner in self.events:
                if isinstance(inner, yaml.SequenceEndEvent):
                    break
                items.append(self.node(inner, depth + 1))
                self.count(inner)
            return Node(items, line, column)
        return self.mapping(line, column, depth)

    def mapping(self, line: int, column: int, depth: int) -> Node:
        entries: dict[str, Entry] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            self.count(event)
            if not isinstance(key.value, str):
                raise _Refused("E002", event.start_mark, "a key must be a word or words", "write `key: value`")
            if key.value in entries:
                raise _Refused(
                    "E004", event.start_mark,
                    f'the key "{key.value}" stands here a second time (first in line {entries[key.value].line})',
                    "keep one of the two",
                )  # fmt: skip
            entries[key.value] = Entry(key.line, key.column, self.node(next(self.events), depth + 1))
        return Node(entries, line, column)

    def count(self, event: Any) -> None:
        self.keys += 1
        if self.keys > self.limits.keys:
            raise _Refused("E006", event.start_mark, f"more than {self.limits.keys} keys and items", "split it")


def _reader_offset(text: str, error: yaml.reader.ReaderError) -> int:
    """Where in `text` the refused character stands: PyYAML gives a position in its own buffer, so look for it."""
    character = error.character if isinstance(error.character, str) else chr(error.character)
    return max(text.find(character), 0)


_MESSAGES: tuple[tuple[str, str, str], ...] = (
    (r"cannot start any token", "this character cannot begin a value", "put the value in quotes"),
    (r"unexpected end of stream|while scanning a quoted scalar", "unclosed quote", "close it on the same line"),
    (r"mapping values are not allowed", "a colon stands in a value that is not quoted", "put the value in quotes"),
    (r"could not find expected ':'", "a key without its colon", "write `key: value`"),
    (r"did not find expected ',' or '\]'|expected ',' or '\]'", "unclosed list", "close it with ]"),
    (r"did not find expected ',' or '\}'|expected ',' or '\}'", "unclosed mapping", "close it with }"),
    (r"did not find expected key|expected <block end>", "the indentation changes here", "line the keys up"),
    (r"did not find expected '-' indicator", "the list's dashes do not line up", "indent all dashes alike"),
    (r"unknown escape|escape sequence|did not find expected hexdecimal", "an unknown escape in double quotes",
     "use single quotes"),
    (r"found undefined tag|tag", "a tag is not allowed", "take it out"),
    (r"alias|anchor", "an anchor or alias is not allowed", "write the value out"),
    (r"directive", "a % at the start of a line is not allowed", "put the value in quotes"),
    (r"block sequence entries are not allowed", "a list cannot begin on the key's own line", "begin it on the next line"),
    (r"document start", "text follows the end of the document", "keep one document a file"),
)  # fmt: skip


def _friendly(error: yaml.MarkedYAMLError, text: str, line: int) -> tuple[str, str]:
    lines = text.split("\n")
    if line < len(lines) and re.match(r" *\t", lines[line]):
        return "a tab stands where YAML wants spaces", "indent with spaces"
    said = f"{error.context or ''} {error.problem or ''}"
    for pattern, message, remedy in _MESSAGES:
        if re.search(pattern, said):
            return message, remedy
    return f"not YAML that can be read ({error.problem})", "check indentation and quotes"


def plain(node: Node) -> Any:
    """The node as bare Python values, for keys that are kept as they are."""
    if isinstance(node.value, dict):
        return {key: plain(entry.node) for key, entry in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value
