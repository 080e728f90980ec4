"""Furniture glued to a paragraph: a stamp before its first word, a signature or a list of reporters after its last."""

from __future__ import annotations

import re

from sitegen.articles.blocks import Line
from sitegen.articles.header import DateLine, date_line
from sitegen.articles.outlets import outlet_named
from sitegen.model import Cut

_PREFIX = re.compile(
    r"\W{0,3}(?:(?:date|published|posted|updated|first published|last updated|release date|publication date)(?: on| at)?\s?:?\s{1,3})?"
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
_SUFFIXES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("editor line", re.compile(r"\s?[(\[](?:reporting|writing|additional reporting|editing|edited|written|compiled|with (?:inputs?|files|reporting|agency)|reported|with)\s(?:by |from |inputs? )?[^()\[\]]{1,300}[)\]]\.?$", re.IGNORECASE)),
    ("editor line", re.compile(r"(?<=[.!?”\"])\s(?:Reporting|Additional reporting|Writing) by [^.!?]{2,160}(?:; ?[^.!?]{2,160}){0,3}\.?$")),
    ("agency tail", re.compile(r"(?<=[.!?”\"])\s?(?:ENDITEM|Enditem|EndItem|Item ends|Item/ENDS)\.?$")),
    ("agency tail", re.compile(r"(?<=[.!?”\"’)])\s{0,2}[-–—]{1,2}\s?(?P<sign>[A-Z][\w.’]*(?: [A-Z][\w’]*){0,3})\.?$")),
    ("agency tail", re.compile(r"(?<=[.!?”\"’])\s{0,2}[(\[/]\s?(?P<sign>[A-Z][\w.’/-]*(?: [A-Z][\w’]*){0,3})\s?[)\]/]\.?$")),
    ("agency tail", re.compile(r"(?<=[.!?”\"’])\s(?P<sign>PTI|ANI|IANS|UNI|APP)(?: [A-Z]{2,4}){0,6}$")),
    ("page number", re.compile(r"(?<=[.!?”\"’])\s?[【\[]\d{1,2}[】\]](?:\s?[【\[]\d{1,2}[】\]]){0,9}$")),
    ("also read", re.compile(r"(?<=[.!?”\"’])\s(?:Read more|READ MORE|Also read|ALSO READ|Read also|Continue reading|See also)\b[:|… .→»-]{0,3}[^.!?]{0,200}$")),
)  # fmt: skip


def trimmed(line: Line, *, first: bool, last: bool) -> tuple[Line, DateLine | None, list[Cut]]:
    """The line without what is glued to it; the date that was glued in front, if any."""
    cuts: list[Cut] = []
    found: DateLine | None = None
    if first and line.kind == "line" and (match := _PREFIX.match(line.text)):
        found = _stamp(match, line.text)
        if found:
            cuts.append(Cut(start=line.start, end=line.file(match.end() - 1) + 1, step="date line", reason="a stamp before the first word"))  # fmt: skip
            line = line.part(match.end(), len(line.text))
    if line.kind in ("heading", "row") or not line.text or line.text[-1].islower():
        return line, found, cuts
    for step, pattern in _SUFFIXES:
        match = pattern.search(line.text, max(0, len(line.text) - 420))
        if match is None or match.start() < 2:
            continue
        if "sign" in pattern.groupindex and not (last or outlet_named(match["sign"].split("/")[0])):
            continue
        if "sign" in pattern.groupindex and not _is_signature(match["sign"]):
            continue
        cuts.append(Cut(start=line.file(match.start()), end=line.end, step=step, reason="glued to a paragraph's end"))
        line = line.part(0, match.start())
    return line, found, cuts


def _is_signature(sign: str) -> bool:
    parts = [p for p in re.split(r"[/]", sign) if p]
    return any(outlet_named(p) for p in parts) or all(p.isupper() and 2 <= len(p) <= 5 for p in parts)


def _stamp(match: re.Match[str], text: str) -> DateLine | None:
    """The stamp, unless the date is the sentence's own subject or the story's dateline."""
    if not _CAPITAL.match(text, match.end()):
        return None
    return date_line(text[: match.end()].strip())
