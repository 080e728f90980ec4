"""What a sentence inherits from those before it, and what it states."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from sitegen.model import Status, Step

__all__ = ["Context", "Statement"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence inherits: the organization spoken of, the status spoken of, the day of publication."""

    organization: str | None
    speaks_of_members: bool
    last_status: Status | None
    published: str | None
    is_near: bool = False  # the organization is named in the sentence before
    alliances: frozenset[str] = frozenset()


class Statement(Struct, frozen=True, kw_only=True):
    organization: str
    member: str
    status: Status
    start: str | None
    as_of: str | None
    step: Step | None
    confidence: float
    rule: str
    waits: bool = False  # for the day that a later sentence may name: "membership will take effect from D"
