"""Rules as rows, and the machine that tries all of them on all of the text in one pass.

A rule's pattern is written nearly as the phrase is:

    word        that word in any case           {class}     a token of a class of lexicon.py or scan.py, captured
    , . - / '   that character                  {class:x}   the same, captured as x
    (a|b)  ?    as in a regular expression      word:x      that word, captured as x
    {MACRO}     a piece of MACROS               {MACRO:2}   the same, its captures' names ending in 2
    a blank     one run of blanks               ~           a blank or a hyphen

There is no repetition, so a match is bounded and the whole is linear in the text. All rules become one automaton over
class characters whose states are made when the text first needs them; of the rules that match at a place the longest
wins, then the one that stands first. Only the winner is matched again, as a regular expression, to name its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from sitegen.dates import lexicon
from sitegen.dates.scan import OTHER, SPACE, Alphabet, Scanned


class Reading(NamedTuple):
    """What a rule makes of its words: TIMEX3 type and value as written, and the cue that dates it (see cues.py)."""

    type: str
    value: str
    cue: str = ""
    problem: str = ""
    hint: bool = False


_LEADING_DIGITS: Final = re.compile(r"\d{1,9}(?:,\d{3}){0,3}", re.ASCII)


class Match:
    """The parts of a phrase that a rule has named. A part that isn't there is "" as a word and None as a number.

    No dataclass: one is made for each candidate, and its making is most of what it costs.
    """

    __slots__ = ("first", "last", "parts", "scanned")

    def __init__(self, scanned: Scanned, first: int, last: int, parts: dict[str, int]) -> None:
        self.scanned = scanned
        self.first = first  # token indices, half-open
        self.last = last
        self.parts = parts  # name -> token index

    def word(self, name: str) -> str:
        index = self.parts.get(name)
        return "" if index is None else self.scanned.tokens[index]

    def has(self, name: str) -> bool:
        return name in self.parts

    def number(self, name: str) -> int | None:
        word = self.word(name).lower()
        if not word:
            return None
        if word[0].isdigit():
            digits = _LEADING_DIGITS.match(word)
            return int(digits[0].replace(",", "")) if digits else None
        value = lexicon.VALUES.get(word)
        return value if isinstance(value, int) else None

    def value(self, name: str) -> str:
        return str(lexicon.VALUES.get(self.word(name).lower(), ""))

    @property
    def text(self) -> str:
        return "".join(self.scanned.tokens[self.first : self.last])

    @property
    def lower(self) -> str:
        return " ".join(self.text.lower().split())


class Rule(NamedTuple):
    """One row. `make` reads a match (None: after all no date). Examples are corpus lines: marked must be found, unmarked not."""

    name: str
    patterns: tuple[str, ...]
    make: Callable[[Match], Reading | None]
    examples: tuple[str, ...]


MACROS: Final = {
    "D": "({d31:day}|{dth:day}|{ordinal:day}|{cardinal:tens}~{ordinal:day})",
    "DN": "({d31:day}|{dth:day})",
    "M": "({month}|{monthshort:month}.?)",
    "Y": "({year}|{oldyear:year})",
    "WD": "({weekday}|{wdshort:weekday}.?)",
    "N": "({num:n}|{cardinal:n}|{cardinal:n}~{cardinal:m}|a:n|an:n)",
    "NV": "({num:n}|{cardinal:n}|{cardinal:n}~{cardinal:m}|a:n|an:n|{vague}|a {vague}|a couple:vague of|a couple:vague|a few:vague"
    "|a dozen:dozen|dozens:vague of|half:half a|half:half an)",
    "U": "({unit}|{units:unit})",
    "TH": "({ordinal:nth}|{nth})",
    "EDGE": "{edge:mod}",
}

_PIECE: Final = re.compile(r"\{(\w+)(?::(\w+))?\}|([a-z&]+)(?::(\w+))?|(.)", re.DOTALL)


class _Leaf(NamedTuple):
    """One token of a pattern. `needs` is a class, or `=word` for a literal."""

    needs: str
    part: str


@lru_cache(maxsize=1024)
def _expanded(pattern: str, suffix: str) -> tuple[_Leaf | str, ...]:
    """The pattern as leaves and operators, its macros put in."""
    pieces: list[_Leaf | str] = []
    for name, part, word, word_part, mark in _PIECE.findall(pattern):
        if name in MACROS:
            pieces.extend(_expanded(f"({MACROS[name]})", part or suffix))
        elif name:
            pieces.append(_Leaf(name, (part or name) + suffix))
        elif word:
            pieces.append(_Leaf("=" + word, word_part + suffix if word_part else ""))
        elif mark == "~":
            pieces.extend(("(", _Leaf(SPACE, ""), "|", _Leaf("=-", ""), ")"))
        elif mark in "()|?":
            pieces.append(mark)
        else:
            pieces.append(_Leaf(SPACE if mark == " " else "=" + mark, ""))
    return tuple(pieces)


_Node = tuple[bool, list[int], list[int]]  # may be empty; the leaves it may begin with; those it may end with


class _Reader:
    """Reads one pattern into leaves and the follow relation between them (Glushkov's construction)."""

    def __init__(self, pattern: str) -> None:
        self.leaves: list[_Leaf] = []
        self.follow: list[list[int]] = []
        self._pieces = _expanded(pattern, "")
        self._at = 0
        _, self.first, self.last = self._alternatives()
        if self._at != len(self._pieces):
            raise ValueError(f"unbalanced pattern {pattern!r}")

    def _next_is(self, mark: str) -> bool:
        """Takes the operator `mark` if it is next."""
        if self._at < len(self._pieces) and self._pieces[self._at] == mark:
            self._at += 1
            return True
        return False

    def _alternatives(self) -> _Node:
        node = self._sequence()
        while self._next_is("|"):
            other = self._sequence()
            node = (node[0] or other[0], node[1] + other[1], node[2] + other[2])
        return node

    def _sequence(self) -> _Node:
        nullable, first, last = True, [], []  # type: bool, list[int], list[int]
        pieces, follow = self._pieces, self.follow
        while self._at < len(pieces):
            piece = pieces[self._at]
            if piece == "|" or piece == ")":
                break
            self._at += 1
            if isinstance(piece, _Leaf):
                number = len(self.leaves)
                self.leaves.append(piece)
                follow.append([])
                item_nullable, item_first, item_last = False, [number], [number]
            else:
                item_nullable, item_first, item_last = self._alternatives()
                self._at += 1
            item_nullable = self._next_is("?") or item_nullable
            for leaf in last:
                follow[leaf] += item_first
            first = first + item_first if nullable else first
            last = last + item_last if item_nullable else item_last
            nullable = nullable and item_nullable
        return nullable, first, last


def _set_of(chars: Iterable[str]) -> str:
    return "".join(map(re.escape, sorted(chars)))


_REMEMBERED: Final = 20_000  # class strings whose parts are kept: a memo, so its bound is only one of memory


class _State:
    """A state of the automaton: the leaves that may just have been read. `rule` is the first that may end here, or -1.

    `onward` holds the leaves that may follow, by what they need: made when the state is first left.
    """

    __slots__ = ("leaves", "next", "onward", "rule")

    def __init__(self, leaves: tuple[int, ...], rule: int) -> None:
        self.leaves = leaves
        self.rule = rule
        self.next: dict[str, _State | None] = {}
        self.onward: dict[str, list[int]] = {}


class Grammar:
    """All rows as one automaton. Its states are a memo of the rows alone: no text changes what it answers."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        readers = [(number, _Reader(pattern)) for number, rule in enumerate(rules) for pattern in rule.patterns]
        needs = {leaf.needs for _, reader in readers for leaf in reader.leaves}
        self.alphabet = Alphabet(name[1:] for name in needs if name[0] == "=")
        members = {**self.alphabet.members, SPACE: SPACE}
        self._members = {name: frozenset(members[name]) for name in needs}
        self._needs_of: dict[str, list[str]] = {}  # character -> the needs that it meets
        for name in sorted(needs):
            for char in members[name]:
                self._needs_of.setdefault(char, []).append(name)
        self._needs: list[str] = []
        self._parts: list[str] = []
        self._follow: list[list[int]] = []
        self._ends: dict[int, int] = {}  # leaf that may end its pattern -> number of the rule
        self._starts_of: dict[int, list[int]] = {}
        self._named: dict[tuple[int, str], tuple[tuple[str, int], ...]] = {}
        for number, reader in readers:
            base = len(self._needs)
            for leaf, follow in zip(reader.leaves, reader.follow, strict=True):
                self._needs.append(leaf.needs)
                self._parts.append(leaf.part)
                self._follow.append([base + f for f in follow])
            self._ends.update(dict.fromkeys([base + end for end in reader.last], number))
            self._starts_of.setdefault(number, []).extend([base + first for first in reader.first])
        self._states: dict[tuple[int, ...], _State] = {}
        self.start = _State((), -1)
        self.start.onward = self._by_need([leaf for group in self._starts_of.values() for leaf in group])
        starts = [leaf for group in self._starts_of.values() for leaf in group]
        alone = {char for leaf in starts if leaf in self._ends for char in self._members[self._needs[leaf]]}
        others = {char for leaf in starts for char in self._members[self._needs[leaf]]} - alone - {SPACE}
        # a word that is no date by itself must be followed by one that some rule knows: "the" before "house" is not tried
        known = f"(?=[^{SPACE}{OTHER}]|{SPACE}[^{OTHER}])"
        self.may_start = re.compile(f"[{_set_of(alone)}]|[{_set_of(others)}]{known}")

    def _by_need(self, leaves: Iterable[int]) -> dict[str, list[int]]:
        grouped: dict[str, list[int]] = {}
        for leaf in leaves:
            grouped.setdefault(self._needs[leaf], []).append(leaf)
        return grouped

    def step(self, state: _State, char: str) -> _State | None:
        """The state after `char`, None where no rule goes on. Called once for each edge that any text needs."""
        if not state.onward and state.leaves:
            state.onward = self._by_need({f for leaf in state.leaves for f in self._follow[leaf]})
        onward = state.onward
        reached = [leaf for name in self._needs_of.get(char, ()) if name in onward for leaf in onward[name]]
        leaves = tuple(sorted(reached))
        found = self._states.get(leaves)
        if found is None and leaves:
            rule = min((self._ends[leaf] for leaf in leaves if leaf in self._ends), default=-1)
            found = self._states[leaves] = _State(leaves, rule)
        state.next[char] = found
        return found

    def longest(self, classes: str, start: int) -> list[tuple[int, int]]:
        """(rule number, end) of the matches that begin at token `start`, the longest first: one for each end."""
        state, found = self.start, []
        for index in range(start, len(classes)):
            char = classes[index]
            following = state.next[char] if char in state.next else self.step(state, char)
            if following is None:
                break
            state = following
            if state.rule >= 0:
                found.append((state.rule, index + 1))
        found.reverse()
        return found

    def parts(self, rule: int, classes: str, start: int, end: int) -> dict[str, int]:
        """The named parts of a match of `rule` over these tokens: of several ways, the one first written."""
        key = (rule, classes[start:end])
        named = self._named.get(key)
        if named is None:
            if len(self._named) >= _REMEMBERED:
                self._named.clear()
            named = self._named[key] = self._name(*key)
        return {name: start + offset for name, offset in named}

    def _name(self, rule: int, classes: str) -> tuple[tuple[str, int], ...]:
        steps: list[dict[int, int]] = []  # leaf -> the leaf before it
        for char in classes:
            step: dict[int, int] = {}
            if not steps:
                step = {leaf: -1 for leaf in self._starts_of[rule] if char in self._members[self._needs[leaf]]}
            else:
                for leaf in steps[-1]:
                    for follow in self._follow[leaf]:
                        if follow not in step and char in self._members[self._needs[follow]]:
                            step[follow] = leaf
            steps.append(step)
        leaf = next(leaf for leaf in steps[-1] if leaf in self._ends)
        parts: dict[str, int] = {}
        for index in range(len(classes) - 1, -1, -1):
            if name := self._parts[leaf]:
                parts[name] = index
            leaf = steps[index][leaf]
        return tuple(parts.items())
