"""Article -> people: the doors `find_people` (mentions) and `people_of` (records)."""

from __future__ import annotations

from sitegen.model import Annotations, Article, OrganizationMention, PersonMention, PersonRecord, PlaceMention
from sitegen.world import Names

__all__ = ["find_people", "people_of"]


def find_people(
    article: Article, names: Names, places: tuple[PlaceMention, ...], organizations: tuple[OrganizationMention, ...]
) -> tuple[PersonMention, ...]:
    """Persons with the posts said of them, surname follow-ups, and offices named without a holder."""
    return ()


def people_of(article: Article, annotations: Annotations) -> tuple[PersonRecord, ...]:
    """One record a person who is said to hold a post (or held, or is to hold one); in order of first mention."""
    return ()
