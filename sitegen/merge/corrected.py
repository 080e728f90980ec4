"""Values in edits: how one becomes a record's value, whether it is the value that the parser reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args

from sitegen.edtf import is_valid
from sitegen.model import (
    Classification,
    Participant,
    Place,
)


def _plain(value: Any) -> Any:
    """A record's value as an edit would write it: mappings without empty keys, lists, text."""
    if isinstance(value, (Place, Participant)):
        return {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name) is not None}
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items() if v is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return str(value).lower() if isinstance(value, bool) else None if value is None else str(value)


def equal(a: Any, b: Any) -> bool:
    """Whether the value remembered is the value read; a place may be remembered by its name alone."""
    one, two = _plain(a), _plain(b)
    if isinstance(two, dict) and isinstance(one, str):
        return one == two.get("name")
    if isinstance(one, str) and isinstance(two, list):
        return [one] == two
    return bool(one == two) or (one in (None, "", "null") and two in (None, ""))


def shown(value: Any) -> str:
    plain = _plain(value)
    if isinstance(plain, dict):
        return ", ".join(str(v) for v in plain.values())
    return "nothing" if plain in (None, "", []) else str(plain)


WRONG = object()
_CLASSIFICATIONS: frozenset[str] = frozenset(get_args(Classification))


def _place(value: Any) -> Any:
    if value in (None, "", "null"):
        return None
    if isinstance(value, str):
        return Place(name=value)
    if isinstance(value, Mapping) and value.get("name"):
        country = value.get("country")
        return Place(name=str(value["name"]), country=str(country).upper() if country else None)
    return WRONG


def _several(value: Any) -> Any:
    return tuple(str(v) for v in value) if isinstance(value, (list, tuple)) else (str(value),) if value else ()


def _participants(value: Any) -> Any:
    rows = value if isinstance(value, (list, tuple)) else [value]
    found = []
    for row in rows:
        if isinstance(row, str):
            found.append(Participant(name=row))
        elif isinstance(row, Mapping) and row.get("name"):
            found.append(Participant(name=str(row["name"]), role=row.get("role"), country=row.get("country")))
        else:
            return WRONG
    return tuple(found)


#: field -> how an edit's value becomes the record's
FIELDS = {
    "date": lambda v: str(v) if is_valid(str(v)) else WRONG,
    "name": lambda v: str(v) if v else WRONG,
    "classification": lambda v: str(v) if str(v) in _CLASSIFICATIONS else WRONG,
    "status": lambda v: str(v) if str(v) in ("occurred", "planned") else WRONG,
    "main": lambda v: str(v).lower() in ("true", "yes"),
    "place": _place,
    "organizations": _several,
    "countries": _several,
    "participants": _participants,
}


def typed_value(name: str, value: Any) -> Any:
    read = FIELDS.get(name)
    return read(value) if read else WRONG
