"""What went wrong or wants a look, and its one printed form.

Rooms of the core report a `Finding`, which knows a place in the text only as code points; `extract.py` and
`read.py`, which know the file, turn it into a `Problem` with line and column. Codes are stable: the list is
`CODES`, and the reference page of messages is made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "notice"]
LEVELS: tuple[Level, ...] = ("error", "warning", "notice")

#: code -> (level, what it means in general). A message's own words say what it means here.
CODES: dict[str, tuple[Level, str]] = {
    "E002": ("error", "a block of YAML that cannot be read"),
    "E003": ("error", "YAML with an alias, an anchor, a tag or a second document, none of which is allowed"),
    "E004": ("error", "a key stands twice in one mapping"),
    "E005": ("error", "a value is not of the kind that its key wants"),
    "E006": ("error", "a block of YAML is too large, too deep, or has too many keys"),
    "E007": ("error", "a date that no calendar has"),
    "N008": ("notice", "an unknown key of front matter, kept as it is"),
    "W008": ("warning", "an unknown key of a record, kept as it is"),
    "E009": ("error", "a required key is missing"),
    "E010": ("error", "an edit that is not well formed"),
    "E011": ("error", "a record without front matter"),
    "E012": ("error", "a file or folder that cannot be read"),
    "W013": ("warning", "a link, device, pipe or unprintable name, left out"),
    "E014": ("error", "a file larger than is allowed"),
    "E015": ("error", "a record or sidecar that is not UTF-8"),
    "E016": ("error", "an id that two records or clippings share"),
    "N017": ("notice", "a file that is no part of a site, left out"),
    "W018": ("warning", "two clippings with the same text"),
    "N019": ("notice", "the cache was damaged and is made anew"),
    "N020": ("notice", "no base_url: no sitemap, canonical links or feed self-link are written"),
    "W101": ("warning", "a clipping is not UTF-8 and its charset was guessed"),
    "W102": ("warning", "bytes of a clipping could not be read in its charset"),
    "W103": ("warning", "the charset that a clipping declares is wrong or unknown"),
    "N104": ("notice", "a clipping is not in English, so nothing was read in its text"),
    "W105": ("warning", "no story is left of a clipping once its furniture is cut"),
    "W106": ("warning", "a stated publication date is a number that may be read in two ways"),
    "W107": ("warning", "a clipping holds control or bidirectional characters, which are left out"),
    "W108": ("warning", "a stated publication date is no day of the calendar"),
    "W109": ("warning", "a clipping has more lines than are read"),
    "N110": ("notice", "no publication date is stated, and none can be inferred"),
    "N111": ("notice", "a publication date was inferred"),
    "N112": ("notice", "a publication date is known only in part"),
    "W113": ("warning", "a clipping's story is longer than is read"),
    "E190": ("error", "a fault of sitegen that a clipping shows; the other clippings are read"),
    "N201": ("notice", "the text names a day that no calendar has, so no event was made of it"),
    "N202": ("notice", "a sentence or a clipping has more dates than are read as events"),
    "N301": ("notice", "a stated publication date does not fit a known term of office or status"),
    "E401": ("error", "an edit names a record that is not there"),
    "E402": ("error", "an edit of a curated record stands outside the record's own file"),
    "W403": ("warning", "an edit is applied, but what it corrected has changed since"),
    "E404": ("error", "an edit sets what cannot be set, or to a value that cannot be"),
    "N405": ("notice", "sources disagree, and the disagreement is open"),
    "W406": ("warning", "two records may be one person"),
    "W407": ("warning", "a pinned id leads nowhere"),
    "N410": ("notice", "a rival value that a curator has noted beside the chosen one"),
    "E501": ("error", "a page or file of content wants an address that is taken"),
    "W502": ("warning", "a portrait cannot be shown"),
    "W503": ("warning", "a link of prose leads to no record"),
    "W504": ("warning", "prose that is too long or too tangled to be read as Markdown"),
    "E505": ("error", "a file of files/ with a name that is not safe on every disk and host"),
    "E506": ("error", "a file of files/ that a browser would run as part of the site"),
    "E511": ("error", "an id stands twice on a page"),
    "E512": ("error", "a page holds what its own policy would block: an inline script, style or handler"),
    "E513": ("error", "a page would fetch something from elsewhere"),
    "E514": ("error", "a link leads outside the site or its base path"),
    "E515": ("error", "a link leads to nothing"),
    "E516": ("error", "a link's fragment names no element"),
    "E517": ("error", "two output names differ by case alone"),
    "E518": ("error", "an output name is not safe on every disk and host"),
    "E519": ("error", "more of a clipping is published than its rights allow"),
    "N521": ("notice", "nothing is built yet, so only content was checked"),
    "W531": ("warning", "an address that the site cites is gone"),
    "N532": ("notice", "an address that the site cites gave no good answer"),
    "E901": ("error", "the preview met a fault that is not the content's"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to report about a span of a clipping's file text.

    `start` counts code points of the clipping's decoded `text` (not of the cleaned body); None is the whole file.
    """

    code: str
    message: str
    remedy: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One message: where, how grave, what is wrong, how to mend it. Lines and columns count from 1; 0 is unknown."""

    path: str
    line: int = 0
    column: int = 0
    level: Level
    code: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        text = f"{self.message}; {self.remedy}" if self.remedy else self.message
        return f"{visible(place)}: {self.level} {self.code}: {visible(text)}"

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.line, self.column, self.code, self.message)


_UNSAFE = {
    **{c: f"\\x{c:02x}" for c in (*range(0x20), *range(0x7F, 0xA0))},
    **{c: f"\\u{c:04x}" for c in (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)},
    **{c: f"\\u{c:04x}" for c in range(0xD800, 0xE000)},
}


def visible(text: str) -> str:
    """`text` with control, bidirectional and surrogate characters escaped, so that a terminal cannot be led astray."""
    return text.translate(_UNSAFE)


_UNSAFE_IN_JSON = {c: f"\\u{c:04x}" for c in _UNSAFE if c >= 0x7F}


def visible_json(text: str) -> str:
    """The same for JSON, whose own escapes it uses: JSON leaves all but the first 32 controls as they are."""
    return text.translate(_UNSAFE_IN_JSON)
