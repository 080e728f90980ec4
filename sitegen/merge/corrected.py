"""Values in edits: how one becomes a record's value, whether it is the value that the parser reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, get_args

from sitegen.edtf import is_valid
from sitegen.model import (
    Classification,
    Participant,
    Place,
    PostCode,
    Status,
    Step,
)
from sitegen.weblinks import is_address


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
_EMPTY = (None, "", "null")


def _words(value: Any) -> Any:
    return value if isinstance(value, str) and value.strip() else WRONG


def _one_of(*options: str) -> Callable[[Any], Any]:
    return lambda v: v if isinstance(v, str) and v in options else WRONG


def _or_nothing(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda v: None if v in _EMPTY else read(v)


def _date(value: Any) -> Any:
    return value if isinstance(value, str) and is_valid(value) else WRONG


def _country(value: Any) -> Any:
    return value.upper() if isinstance(value, str) and re.fullmatch("[A-Za-z]{2}", value) else WRONG


def _body(value: Any) -> Any:
    """A country or an organization's id."""
    return value if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 .+-]{0,40}", value) else WRONG


def _address(value: Any) -> Any:
    return value if isinstance(value, str) and is_address(value) else WRONG


def _place(value: Any) -> Any:
    if value in _EMPTY:
        return None
    if isinstance(value, str):
        return Place(name=value)
    if isinstance(value, Mapping) and _words(value.get("name")) is not WRONG:
        country = _or_nothing(_country)(value.get("country"))
        return WRONG if country is WRONG else Place(name=value["name"], country=country)
    return WRONG


def _several(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def several(value: Any) -> Any:
        rows = value if isinstance(value, (list, tuple)) else () if value in _EMPTY else (value,)
        found = tuple(read(v) for v in rows)
        return WRONG if WRONG in found else found

    return several


def _participant(value: Any) -> Any:
    if isinstance(value, str):
        return Participant(name=value)
    if not isinstance(value, Mapping):
        return WRONG
    name, role, country = (
        _words(value.get("name")),
        _or_nothing(_words)(value.get("role")),
        _or_nothing(_country)(value.get("country")),
    )
    return WRONG if WRONG in (name, role, country) else Participant(name=name, role=role, country=country)


#: field -> how an edit's value becomes the record's
FIELDS: dict[str, Callable[[Any], Any]] = {
    "date": _date,
    "name": _words,
    "classification": lambda v: str(v) if str(v) in _CLASSIFICATIONS else WRONG,
    "status": _one_of("occurred", "planned"),
    "main": lambda v: str(v).lower() in ("true", "yes"),
    "place": _place,
    "organizations": _several(_words),
    "countries": _several(_country),
    "participants": _several(_participant),
}
PERSON_FIELDS: dict[str, Callable[[Any], Any]] = {
    "name": _words, "role": _words, "code": _one_of(*get_args(PostCode)), "country": _or_nothing(_country), "as_of": _or_nothing(_date),
}  # fmt: skip
MEMBERSHIP_FIELDS: dict[str, Callable[[Any], Any]] = {
    "organization": _body, "member": _body, "status": _one_of(*get_args(Status)), "start": _or_nothing(_date), "as_of": _or_nothing(_date),
    "step": _or_nothing(_one_of(*get_args(Step))),
}  # fmt: skip
SOURCE_FIELDS: dict[str, Callable[[Any], Any]] = {
    "published": _date, "title": _words, "publisher": _words, "author": _words, "url": _address,
}  # fmt: skip


def typed_value(name: str, value: Any, fields: Mapping[str, Callable[[Any], Any]] = FIELDS) -> Any:
    """The record's value, or `WRONG` where the field is none or cannot take it: an edit is as hostile as the rest of content/."""
    read = fields.get(name)
    return read(value) if read else WRONG
