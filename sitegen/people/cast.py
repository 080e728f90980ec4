"""The persons of one clipping: which names are one person, and by which words they are called again.

Inside a clipping a `maybe` of `names.compare` joins two spellings, unless the posts said of them contradict each other;
between clippings only the merge room and the curator may do so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress

from sitegen.people.names import bare, compare, fold, is_chinese, is_family_first, sound, split
from sitegen.people.runs import is_name_word, name_at, name_before
from sitegen.people.titles import PARTICLES
from sitegen.people.tokens import Tokens


@dataclass(slots=True, eq=False)
class Character:
    """One person as the clipping knows them so far. `name` is the fullest form; built up while reading."""

    name: str
    sounds: set[str] = field(default_factory=set)
    codes: set[tuple[str, str]] = field(default_factory=set)  # (code, country) said outright
    held: set[str] = field(default_factory=set)
    last_seen: int = 0
    canonical: str | None = None


@lru_cache(maxsize=20000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(w for w in bare(name)[1] if fold(w) not in PARTICLES or w[:1].isupper())


#: of the many who may share a word only the latest are asked: a list of thousands of namesakes stays linear
_NAMESAKES = 16


class Cast:
    """Characters in order of appearance."""

    def __init__(self, curated: dict[str, str]) -> None:
        self.characters: list[Character] = []
        self._curated = curated
        self._by_word: dict[str, list[Character]] = {}  # by the sound of any word of the name
        self._called: dict[str, list[Character]] = {}

    def find(self, name: str, codes: set[tuple[str, str]], held: frozenset[str] = frozenset()) -> Character | None:
        """The character whom `name` means, if any; of several the one seen last.

        `held` are the codes said with the name: one family name in one office is one person, whatever the given name.
        """
        parts = _words(name)
        sounds = [sound(w) for w in parts]
        canonical = self._curated.get(name)
        keys = [*sounds, "".join(sounds), *([canonical] if canonical else ())]
        asked = {id(c): c for key in keys for c in self._by_word.get(key, ())[-_NAMESAKES:]}
        best: Character | None = None
        for character in asked.values():
            if canonical is not None and character.canonical == canonical:
                return character
            if _contradict(character.codes, codes):
                continue
            if len(parts) == 1:
                fits = sounds[0] in character.sounds and _calls(parts[0], character.name)
            else:
                own = _words(character.name)
                if len(own) == 1:
                    fits = sound(own[0]) in sounds and _calls(own[0], name)
                else:
                    fits = compare(name, character.name) != "different" or (
                        bool(held & character.held) and sound(split(name).family) == sound(split(character.name).family)
                    )
            if fits and (best is None or character.last_seen >= best.last_seen):
                best = character
        return best

    def meet(self, name: str, at: int, codes: set[tuple[str, str]], held: frozenset[str] = frozenset()) -> Character:
        """The character of this name, new or known; takes the fuller form over."""
        character = self.find(name, codes, held)
        if character is None:
            character = Character(name=name)
            self.characters.append(character)
        elif len(_words(name)) > len(_words(character.name)):
            character.name = name
        character.codes |= codes
        character.held |= held
        character.last_seen = at
        character.canonical = character.canonical or self._curated.get(name)
        self.enter(character, name)
        return character

    def enter(self, character: Character, name: str) -> None:
        """Let `name` lead to the character from now on."""
        parts = _words(name)
        sounds = [sound(w) for w in parts]
        character.sounds.update(sounds)
        for key in (*sounds, "".join(sounds), *([character.canonical] if character.canonical else ())):
            known = self._by_word.setdefault(key, [])
            if character not in known[-_NAMESAKES:]:
                known.append(character)
        for word in parts:
            if _calls(word, name):
                callers = self._called.setdefault(fold(word), [])
                if character not in callers[-_NAMESAKES:]:
                    callers.append(character)

    def called(self) -> dict[str, list[Character]]:
        """Folded word -> characters whose name holds it: whom a lone word may call."""
        return self._called


def _calls(word: str, name: str) -> bool:
    """Whether a lone `word` of a name is used to call its bearer: not the given name of a Chinese one, no initial."""
    if len(fold(word)) < 2 or word[-1:] == ".":
        return False
    parts = bare(name)[1]
    if is_chinese(parts) or (is_family_first(parts) and "-" in parts[-1]):
        return fold(word) == fold(parts[0])
    return True


def _contradict(a: set[tuple[str, str]], b: set[tuple[str, str]]) -> bool:
    """One office in two countries is two persons."""
    return any(code == other and country != place for code, country in a for other, place in b)


def find_fuller_names(t: Tokens, cast: Cast) -> None:
    """A character met by one word alone takes the fuller name that the clipping gives without a post."""
    alone = {key: c for c in cast.characters if " " not in c.name for key in (fold(c.name), c.name.lower())}
    if not alone:
        return
    for i in [i for i, low in enumerate(t.lows) if low in alone or (low[:3] in ("al-", "el-") and low[3:] in alone)]:
        word = t.words[i]
        if (word[0].isupper() or "-" in word) and i not in t.taken:
            character = alone.get(fold(word)) or alone[t.lows[i]]
            run = name_before(t, i) if not is_name_word(t, i + 1) or t.poss[i] else None
            if run is None or run.size < 2:
                run = name_at(t, i)
            if run is None or not 2 <= run.size <= 4 or not run.start <= i <= run.last or t.poss[run.start]:
                continue
            name = t.text(run.start, run.last)
            if (
                len(_words(name)) > len(_words(character.name))
                and _calls(word, name)
                and cast.find(name, set()) in (None, character)
            ):
                character.name = name
                cast.enter(character, name)


def repeats(t: Tokens, cast: Cast, used: set[int]) -> list[tuple[int, int, Character]]:
    """Where the characters are called again by a name or a part of it: (first token, last token, character)."""
    calls = cast.called()
    if not calls:
        return []
    found: list[tuple[int, int, Character]] = []
    n, done = len(t), -1
    places = set(compress(range(n), map(calls.__contains__, t.lows)))
    places.update([i for i in t.special if len(t.words[i]) > 2])  # hyphens, apostrophes: only folding tells
    if not t.body.isascii():
        places.update(i for i, low in enumerate(t.lows) if not low.isascii())
    for i in sorted(places):
        word = t.words[i]
        if i <= done or i in used or not word[0].isupper() or i in t.taken or i in t.organizations:
            continue
        key = fold(word)
        if key not in calls:
            continue
        j = i
        while (
            j + 1 < n
            and j + 1 not in used
            and t.words[j + 1][0].isupper()
            and fold(t.words[j + 1]) in calls
            and not t.poss[j]
        ):
            j += 1
        if _stands_alone(t, i, j):
            words = t.text(i, j).split()
            fitting = [
                c for c in calls[key][-_NAMESAKES:] if all(sound(w) in c.sounds or fold(w) in PARTICLES for w in words)
            ]
            if fitting and not (len(words) == 1 and i in t.places and t.places[i][0].kind != "city"):
                earlier = [c for c in fitting if c.last_seen <= i] or fitting
                character = max(earlier, key=lambda c: c.last_seen)
                character.last_seen = max(character.last_seen, i) if character.last_seen <= i else character.last_seen
                found.append((i, j, character))
        done = j
    return found


def _stands_alone(t: Tokens, first: int, last: int) -> bool:
    """Whether no further capitalised word makes it another's name: "Igor Ivanov" is not Sergei Ivanov."""
    after = last + 1
    if not t.poss[last] and is_name_word(t, after) and after not in t.places:
        return False
    before = first - 1
    if not is_name_word(t, before) or before in t.places or t.poss[before]:
        return True
    opens = t.low(before - 1) in ("", "\n", ".", '"', "“")  # "Addressing Ivanov" is no other's name
    return opens and t.lows[before].endswith(("ing", "ed", "ly"))
