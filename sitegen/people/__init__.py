"""Article -> people: the doors `find_people` (mentions) and `people_of` (records)."""

from __future__ import annotations

from sitegen.people.profiles import people_of
from sitegen.people.tag import find_people

__all__ = ["find_people", "people_of"]
