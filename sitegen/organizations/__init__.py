"""Article -> organization mentions: the door `find_organizations`."""

from __future__ import annotations

from sitegen.model import Article, OrganizationMention
from sitegen.world import Names

__all__ = ["find_organizations"]


def find_organizations(article: Article, names: Names) -> tuple[OrganizationMention, ...]:
    """Known organizations, those that the text itself introduces ("Full Name (ABBR)"), and "the bloc", "the group"."""
    return ()
