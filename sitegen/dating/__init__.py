"""The day of a clipping that states none: the door `date_undated`."""

from __future__ import annotations

from sitegen.model import Draft, Published, Register

__all__ = ["date_undated"]


def date_undated(draft: Draft, register: Register) -> Published:
    """Infer the publication day from the clipping's words and what the register knows; basis `inferred` or `unknown`."""
    return draft.article.published
