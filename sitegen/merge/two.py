"""Talks of two, beside a gathering or without one, and formats in which an organization meets another or a state."""

from __future__ import annotations

from collections.abc import Container, Mapping

from sitegen.merge.lexicon import is_aside, is_bilateral, meet_jointly, names_two, partners_in
from sitegen.model import CuratedEvent, EventRecord

#: kinds that two may share: talks, a visit, a paper
_OF_TWO = frozenset(("meeting", "summit", "visit", "agreement"))


_ASIDE = frozenset(("meeting", "visit", "agreement", "statement", "other"))


def is_pair(
    event: EventRecord | CuratedEvent, people: int, quote: str = "", nations: Container[str] = frozenset(), beside: bool = False
) -> bool:  # fmt: skip
    """Two countries, no organization, and a person of each, or words that say so; an agreement or a visit needs neither.

    Two people whose sentence speaks of a counterpart are a pair beside an organization's meeting too; `beside`: see `is_beside`.
    """
    if beside:
        return True
    if len(event.countries) > 2 or event.classification not in _OF_TWO:
        return False
    two = len(event.countries) == 2
    if event.organizations:
        return people == 2 and is_bilateral(quote)
    if two and (
        event.classification in ("agreement", "visit") or people >= 2 or names_two(f"{event.name}. {quote}", nations)
    ):
        return True
    talks = event.classification in ("meeting", "summit") or (event.classification == "agreement" and people == 2)
    return talks and is_bilateral(quote)


def is_beside(event: EventRecord, people: int, quote: str, opening: str) -> bool:
    """Whether it is talks of persons beside a gathering: that one's organization and number are not theirs.

    "She met her counterpart on the sidelines of the 11th meeting of ..."; an organization's own ministers may meet so too.
    Of two persons who held talks the clipping's `opening` may say it: "The meeting took place on the margins of ...".
    """
    if not event.organizations or event.classification not in _ASIDE:
        return False
    talks = is_bilateral(quote)
    if is_aside(quote):
        return people >= 2 or (bool(event.participants) and talks)
    return people == 2 and talks and is_aside(opening)


def partners_of(
    event: EventRecord, quote: str, nations: Mapping[str, str], spellings: Container[str]
) -> frozenset[str]:
    """The state that meets an organization in a format of their own, or the organizations that meet each other."""
    if len(event.organizations) > 1 and meet_jointly(quote):
        return frozenset(event.organizations)
    return partners_in(f"{event.name}. {quote}", nations, spellings)
