"""Article -> people: the doors `find_people` (mentions), `people_of` (records), `tenure_claims_of` (terms of office).

A line through the room: `tokens` (words, with places and organizations laid over them); `posts` (titles: `cores` reads
them by the rows of `offices` and their `portfolios`, `reach` and `whose` add what belongs to them); `holders` and
`appointments` (names beside titles, cut out by `runs`); `frames` (names beside countries); `said` and `cast` (what is
said of whom); `countries` and `context` (whose office, where the title does not say); `tag` (all of these in order);
`profiles` and `tenures` (records). `names` compares spellings for all rooms.
"""

from __future__ import annotations

from sitegen.people.profiles import people_of
from sitegen.people.tag import find_people
from sitegen.people.tenures import tenure_claims_of

__all__ = ["find_people", "people_of", "tenure_claims_of"]
