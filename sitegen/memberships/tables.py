"""Tables and headed lists of who belongs to what.

A table's rows are paragraphs with cells parted by " | ": either a status and its countries in a row, or a country and
its status. A headed list is a line "Member states" and below it lines that hold nothing but a country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.memberships.lexicon import status_of
from sitegen.memberships.mask import Masked
from sitegen.memberships.when import begin_of
from sitegen.model import Status, Step

__all__ = ["Row", "heading_status", "lone_members", "row_of"]

_LIST = re.compile(r"\x01c([0-9]+)\x02")
_ORG = re.compile(r"\x01o[0-9]+\x02")
_DATE = re.compile(r"\x01d([0-9]+)\x02")
_SINCE = re.compile(r"since|joined|date|day|when|year|from|accession|accedes|entry")
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_JOINED = re.compile(
    r"(?:year |date )?(?:joined|acceded|admitted|accession|admission|member since|date of (?:accession|admission|entry))"
)
_STATUS_LINE = re.compile(
    r"(?:the )?(?:list of )?(?:\x01o[0-9]+\x02(?:['’]s)? )?(?:(?:current|full|other|new|present|all|\w+) )?"
    r"((?:(?:founding|full|associate|dialog(?:ue)?|observer|member|partner|candidate|guest) )*"
    r"(?:members?|observers?|partners?|founders?|guests?|candidates?|applicants?|states|countries|nations))"
    r"(?: (?:status|states?))?(?: (?:of|in) (?:the )?\x01o[0-9]+\x02)?(?: \([0-9]+\)| \(\w+\))? ?:?"
)
#: "The following economies have formally applied to join the bloc:" over a list of them
_FOLLOWING = re.compile(
    r"(?:the following|these|those|its|[\w’'-]+) (?:\w+ ){0,2}?(?:countries|states|nations|economies)(?: (?:have|are|had|were))?(?: \w+ly)? "
    r"(?:(applied)|(?:currently |now )?(?:members|part)) (?:to join |for membership (?:of|in) |of )?(?:the )?(?:\x01o[0-9]+\x02)?(?: \(\x01o[0-9]+\x02\))? ?:"
    r"|(?:currently,? )?(?:the )?\x01o[0-9]+\x02(?: \(\x01o[0-9]+\x02\))? (?:currently |now )?(?:consists of|comprises|includes|has as members) (?:the following|\w+) (member) (?:states|countries|nations) ?:"
)
_LONE = re.compile(
    r"(?:[-*•·–] ?|[0-9]{1,2}[.)] )?(?:the )?(\x01c[0-9]+\x02)(?:,? ?\(?(?:since |from |in )?(?:\x01d([0-9]+)\x02)?\)?)?[.,;]?"
)


@dataclass(frozen=True, slots=True)
class Row:
    member: str
    status: Status
    start: str | None
    step: Step | None = None


def _step_of(cell: str) -> Step | None:
    """ "signed as dialogue partner": the step that a cell says."""
    if "signed" in cell:
        return "signed"
    return "decided" if "granted" in cell or "decided" in cell else None


def heading_status(masked: Masked) -> Status | None:
    """The status that a line names for the lines below it: "Dialogue partners", "Members of the SCO:"."""
    line = masked.text.strip()
    match = _STATUS_LINE.fullmatch(line)
    if match:
        return status_of(_ORG.sub("", match[0]), listed=True)
    following = _FOLLOWING.fullmatch(line) if line.endswith(":") else None
    if following is None:
        return None
    return "applicant" if following[1] else "member"


def lone_members(masked: Masked) -> Iterator[tuple[str, str | None]]:
    """The country, or countries, of a line that holds nothing else, each with the date beside it."""
    match = _LONE.fullmatch(masked.text.strip())
    if match is None:
        return
    date = masked.dates[int(match[2])] if match[2] else None
    for member in masked.lists[int(match[1][2:-1])]:
        own = member.date or date
        yield member.code, begin_of(own.edtf) if own and own.edtf else None


def row_of(masked: Masked, columns: Sequence[str]) -> list[Row]:
    """What a row of a table says; `columns` are the cells of its header, in lower case."""
    cells = [c.strip() for c in masked.text.split(" | ")]
    if len(cells) < 2:
        return []
    rows: list[Row] = []
    status = status_of(cells[0], listed=True) if not _LIST.search(cells[0]) and len(cells[0]) < 50 else None
    if status:
        for cell in cells[1:]:
            for number in _LIST.findall(cell):
                for member in masked.lists[int(number)]:
                    own = member.date
                    rows.append(Row(member.code, status, begin_of(own.edtf) if own and own.edtf else None))
        return rows
    first = _LIST.match(re.sub(r"\Athe ", "", cells[0]))
    if first is None:
        return []
    for i, cell in enumerate(cells[1:], start=1):
        header = columns[i] if i < len(columns) else ""
        said = None
        if len(cell) < 40 and not _LIST.search(cell):
            said = status_of(_DATE.sub("", cell), listed=True)
        if said is None and not _SINCE.search(header) and (_DATE.fullmatch(cell) or _YEAR.fullmatch(cell)):
            said = status_of(header, listed=True)
        if said is None and _JOINED.fullmatch(header) and _day(cell, masked):
            said = "member"
        if said is None:
            continue
        edtf = _day(cell, masked) or next(
            (_day(c, masked) for j, c in enumerate(cells) if j < len(columns) and _SINCE.search(columns[j])), None
        )
        for member in masked.lists[int(first[1])]:
            rows.append(Row(member.code, said, begin_of(edtf) if edtf else None, _step_of(cell)))
    return rows


def _day(cell: str, masked: Masked) -> str | None:
    """The date in a cell; a year that stands alone there is one, though in running text it need not be."""
    date = _DATE.search(cell)
    if date:
        return masked.dates[int(date[1])].edtf
    return cell if _YEAR.fullmatch(cell) else None
