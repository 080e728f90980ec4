"""Extractions and the world -> Register: the door `merge`."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.model import Extraction, Register, World

__all__ = ["merge"]


def merge(extractions: Sequence[Extraction], world: World) -> Register:
    """Unite what all clippings and curators say; independent of the order of input."""
    return Register(sources=tuple(sorted(extractions, key=lambda e: e.record.id)))
