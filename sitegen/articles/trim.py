"""Furniture glued to a paragraph: a stamp before its first word, a signature or a list of reporters after its last."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.articles.blocks import Line
from sitegen.articles.header import byline, date_line, outlet_in
from sitegen.articles.outlets import outlet_named
from sitegen.model import Cut

_PREFIX = re.compile(
    r"\W{0,3}(?P<label>(?:date|published|posted|updated|first published|last updated|release date|publication date)(?: on| at)?\s?:?\s{1,3})?"
    r"(?:(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?,? )?"
    r"(?:(?:18|19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:18|19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?,? (?:18|19|20)\d\d|[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:18|19|20)\d\d)"
    r"(?:T\d\d:\d\d\S{0,12})?"
    r"(?P<time>[\s,|@-]{1,4}(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:gmt|utc|ist|pkt|est|edt|et|msk|cst|bjt)(?:[+-]\d{1,2})?\)?)?)?"
    r"(?P<sign>\s?[|:–—-]{0,2})\s+(?=[A-Z“\"‘(])",
    re.IGNORECASE,
)
#: A capitalised word after the date opens the story; a lower-case one ("2018 saw") goes on with the sentence.
_CAPITAL = re.compile(r"[“\"‘(]{0,2}[A-Z]")
#: Glued to any paragraph's end: what it is, words of which its end holds one, its pattern.
_SUFFIXES: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("editor line", (")", "]"), re.compile(r"\s?[(\[](?:reporting|writing|additional reporting|editing|edited|written|compiled|with (?:inputs?|files|reporting|agency)|reported|with)\s(?:by |from |inputs? )?[^()\[\]]{1,300}[)\]]\.?$", re.IGNORECASE)),
    ("editor line", ("eporting by ", "riting by "), re.compile(r"(?<=[.!?”\"])\s(?:Reporting|Additional reporting|Writing) by [^.!?]{2,160}(?:; ?[^.!?]{2,160}){0,3}\.?$")),
    ("agency tail", ("nditem", "NDITEM", "EndItem", "tem ends", "ENDS", "Ends", "/."), re.compile(r"(?<=[.!?”\"])\s?(?:ENDITEM|Enditem|EndItem|Item ends|Item/ENDS|Ends|ENDS|(?<=\.)/\.)\.?$")),
    ("agency tail", ("PTI", "ANI", "IANS", "UNI", "APP", "/", ")"), re.compile(r"(?<=[.!?”\"’])\s(?:(?:PTI|ANI|IANS|UNI|APP)(?: [A-Z]{2,4}){0,6}|[A-Z]{2,6}/[A-Za-z-]{2,14}(?:/[A-Za-z-]{2,14})?|\([A-Za-z]{1,3}(?:/[A-Z0-9]{1,4}){1,4}\)|\([a-z]{2,4}(?:/[a-z]{2,4}){0,3}\))$")),
    ("photo credit", ("://",), re.compile(r"(?<=[.!?”\"’])\s?(?:PC|Pic|Photo|Image|Source|Credit|Courtesy|Video)s?\s?: ?https?://\S{3,300}$", re.IGNORECASE)),
    ("page number", ("】", "]"), re.compile(r"(?<=[.!?”\"’])\s?[【\[]\d{1,2}[】\]](?:\s?[【\[]\d{1,2}[】\]]){0,9}$")),
    ("also read", ("ead ", "EAD ", "eading", "ee also", "lso read", "LSO READ"), re.compile(r"(?<=[.!?”\"’…])\s(?:Read more|READ MORE|Also read|ALSO READ|Read also|Continue [Rr]eading|See also|Read full (?:this )?(?:story|article))\b[:|… .→»-]{0,3}[^.!?]{0,200}$")),
)  # fmt: skip
#: An agency's sign at the end of its story, or of a caption.
_SIGNS = (
    re.compile(r"(?<=[.!?”\"’)])\s{0,2}[-–—]{1,2}\s?(?P<sign>[A-Z][\w.’]*(?: [A-Z][\w’]*){0,3})\.?$"),
    re.compile(r"(?<=[.!?”\"’])\s{0,2}[(\[/]\s?(?P<sign>[A-Z][\w.’/-]*(?: [A-Z][\w’]*){0,3})\s?[)\]/]\.?$"),
)


#: A line that ends in one of these and holds no mark is a sentence with nothing behind it.
_ENDS = frozenset('.!?"”’…abcdefghijklmnopqrstuvwxyz,:;')
_MARKS = (").", "].", " by ", "nditem", "NDITEM", "EndItem", "tem ends", "ENDS", "Ends", "./.", "ead more", "EAD MORE", "lso read", "LSO READ", "ead also", "ontinue reading", "ontinue Reading", "ee also", "ead full", ":", "/")  # fmt: skip


def marks_in(text: str) -> tuple[str, ...]:
    """The marks of a suffix that stand anywhere in the lines of a page."""
    return tuple(filter(text.__contains__, _MARKS))


def without_suffix(line: Line, marks: tuple[str, ...] = _MARKS) -> tuple[Line, list[Cut]]:
    """The line without the reporters, end marks and links that are glued to its end; `marks` are those of its page."""
    cuts: list[Cut] = []
    if line.kind not in ("line", "item") or len(line.text) < 20:
        return line, cuts
    tail = line.text[-320:]
    if tail[-1] in _ENDS and not any(map(tail.__contains__, marks)):
        return line, cuts
    tail = line.text[-420:]
    for step, needs, pattern in _SUFFIXES:
        if not any(map(tail.__contains__, needs)):
            continue
        match = pattern.search(line.text, max(0, len(line.text) - 420))
        if match and match.start() >= 2:
            line = _cut_from(line, match.start(), step, cuts)
            tail = line.text[-420:]
    return line, cuts


def without_sign(line: Line) -> tuple[Line, list[Cut]]:
    """The line without the agency's sign behind its last sentence."""
    cuts: list[Cut] = []
    if line.kind in ("line", "item") and (start := sign_start(line.text)) is not None:
        line = _cut_from(line, start, "agency tail", cuts)
    return line, cuts


def sign_start(text: str) -> int | None:
    """Where an agency's sign begins behind the last sentence; None without one."""
    if not any(map(text[-50:].__contains__, "-–—([/")):
        return None
    for pattern in _SIGNS:
        match = pattern.search(text, max(0, len(text) - 70))
        if match and match.start() >= 2 and _is_signature(match["sign"]):
            return match.start()
    return None


def _cut_from(line: Line, start: int, step: str, cuts: list[Cut]) -> Line:
    cuts.append(Cut(start=line.file(start), end=line.end, step=step, reason="glued to a paragraph's end"))
    return line.part(0, start)


def split_stamp(line: Line, index: int) -> list[Line]:
    """The line, or two where a date is glued before a headline or a story's first word.

    Without a label only in the first lines, and never before a colon: chronologies begin their entries so.
    """
    if line.kind in ("line", "heading") and (cut := _stamp_behind(line.text)):
        return [line.part(0, cut), replace(line.part(cut, len(line.text)), gap=True)]
    match = _PREFIX.match(line.text) if line.kind in ("line", "heading") else None
    if match is None or not _CAPITAL.match(line.text, match.end()):
        return [line]
    if not match["label"] and (index > 2 or ":" in match["sign"]):
        return [line]
    stamp, rest = line.part(0, match.end()), line.part(match.end(), len(line.text))
    if date_line(stamp.text) is None or rest.text.count(" ") < 2:
        return [line]
    whole = date_line(line.text)
    if whole is not None and (date_line(rest.text) or byline(rest.text) is not None or outlet_in(rest.text)):
        return [line]
    if whole is not None and len(whole.rest.split()) <= 3:
        return [line]
    return [stamp, replace(rest, gap=True)]


_BEHIND = re.compile(
    r"(?<=[^\W\d_]) {1,2}(?P<stamp>(?:mon|tues|wednes|thurs|fri|satur|sun)day,? [A-Za-z]{3,9} \d{1,2},? \d{4}(?:[ ,]{1,2}\d{1,2}:\d\d.{0,24})?"
    r"|[A-Za-z]{3,9} \d{1,2},? \d{4}[ ,]{1,2}\d{1,2}:\d\d.{0,24}|\d{1,2} [A-Za-z]{3,9} \d{4}[ ,]{1,2}\d{1,2}:\d\d.{0,24})$",
    re.IGNORECASE,
)


def _stamp_behind(text: str) -> int | None:
    """Where a stamp with its weekday or time begins behind a headline; a date alone may be the headline's own."""
    if len(text) > 300 or not text[-1].isalnum():
        return None
    found = _BEHIND.search(text, 20)
    if found is None or date_line(text[found.start("stamp") :]) is None or date_line(text) is not None:
        return None
    return found.start("stamp")


_ANY_AGENCY = frozenset(
    ("agencies", "news agencies", "wires", "with agencies", "with wires", "news desk", "web desk", "agency")
)


def _is_signature(sign: str) -> bool:
    parts = [p for p in re.split(r"[/]", sign) if p]
    if sign.casefold() in _ANY_AGENCY:
        return True
    return any(outlet_named(p) for p in parts) or all(p.isupper() and 2 <= len(p) <= 8 for p in parts)
