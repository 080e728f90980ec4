"""A block's events as bytes and back: each witness once, claims by its number, for six claims share one witness."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from sitegen.model import Claim, RegisterEvent, Witness

_Row = tuple[str, str, tuple[int, ...], bool, str, bool]


class _Kept(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """An event without its claims, the claims as rows, and witnesses that only claims name."""

    event: RegisterEvent
    claims: tuple[_Row, ...]
    further: tuple[Witness, ...] = ()


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(tuple[_Kept, ...])


def block_to_json(events: tuple[RegisterEvent, ...]) -> bytes:
    return _encoder.encode([_packed(event) for event in events])


def _packed(event: RegisterEvent) -> _Kept:
    numbers = {id(w): n for n, w in enumerate(event.witnesses)}
    further: list[Witness] = []
    rows: list[_Row] = []
    for claim in event.claims:
        those = []
        for witness in claim.witnesses:
            at = numbers.get(id(witness))
            if at is None:
                at = numbers[id(witness)] = len(event.witnesses) + len(further)
                further.append(witness)
            those.append(at)
        rows.append((claim.field, claim.value, tuple(those), claim.chosen, claim.rule, claim.compatible))
    return _Kept(replace(event, claims=()), tuple(rows), tuple(further))


def block_from_json(data: bytes) -> tuple[RegisterEvent, ...] | None:
    """The events; None where the bytes are no such block (then it is made again)."""
    try:
        kept = _decoder.decode(data)
        return tuple([_unpacked(one) for one in kept])
    except (msgspec.MsgspecError, IndexError):
        return None


def _unpacked(kept: _Kept) -> RegisterEvent:
    everyone = (*kept.event.witnesses, *kept.further)
    claims = []
    for field, value, those, chosen, rule, compatible in kept.claims:
        witnesses = tuple([everyone[n] for n in those])
        claims.append(
            Claim(field=field, value=value, witnesses=witnesses, chosen=chosen, rule=rule, compatible=compatible)
        )
    changed: dict[str, Any] = {"claims": tuple(claims)}
    return replace(kept.event, **changed)
