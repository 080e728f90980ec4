"""Article -> what it says of who belongs to what: the door `memberships_of`."""

from __future__ import annotations

from sitegen.model import Annotations, Article, MembershipRecord
from sitegen.world import Names

__all__ = ["memberships_of"]


def memberships_of(article: Article, annotations: Annotations, names: Names) -> tuple[MembershipRecord, ...]:
    """Membership statements; `annotations.dates` are resolved as far as the publication day is known."""
    return ()
