"""Article -> people: the doors `find_people` (mentions), `people_of` (records), `tenure_claims_of` (terms of office).

A line through the room: `tokens` (words, with places and organizations laid over them), `posts` (titles, from the rows
of `offices`), `holders` (names beside titles, by `runs`), `frames` (names beside countries), `cast` (who is one person),
`context` (whose office, where the title does not say), `tag` (all of these in order). `names` compares spellings for
all rooms.
"""

from __future__ import annotations

from sitegen.people.profiles import people_of
from sitegen.people.tag import find_people
from sitegen.people.tenures import tenure_claims_of

__all__ = ["find_people", "people_of", "tenure_claims_of"]
