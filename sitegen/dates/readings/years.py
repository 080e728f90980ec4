"""Readings of years, decades and centuries; what four digits must not stand beside to be a year."""

from __future__ import annotations

import re
from typing import Final

from sitegen.dates.cues import write
from sitegen.dates.lexicon import DECADE_WORDS
from sitegen.dates.patterns import Match, Reading
from sitegen.dates.readings.parts import following, mod_of, preceding, year_of


def year(match: Match) -> Reading | None:
    number = year_of(match)
    if number is None or not 1000 <= number <= 2199:
        return None
    return Reading("DATE", f"{number:04}", write(f"full {number:04}", mod_of(match)))


_YEAR_BEFORE: Final = frozenset(
    "in since by until till from to of during through throughout and or before after between around for late early mid as than than"
    " the this that with a an its their his her our about versus vs back circa".split()
)

_NOT_AFTER: Final = frozenset(
    "resolution resolutions no nos number article articles section sections flight flights model page pages room act protocol"
    " convention bill order decree directive regulation rule paragraph para chapter route highway boeing airbus lot unit units"
    " volume vol level windows office iso version class type serial block studio top bottom nearly over almost least most"
    " exactly total only another some more fewer less up".split()
)

#: of these those that a stretch of years may follow
_OF_COUNTS: Final = frozenset(
    "nearly over almost least most exactly total only another some more fewer less up top bottom act".split()
)

#: what a number counts, when it stands right before: "2000 people"
_COUNTED: Final = frozenset(
    "people soldiers troops men women children workers employees jobs personnel servicemen officers fighters militants refugees"
    " students participants delegates guests visitors residents families households houses homes vehicles tanks aircraft"
    " tons tonnes kilometers kilometres km miles metres meters feet hectares acres kg pounds dollars rubles roubles rupees"
    " yuan euros percent per pct million billion thousand units shares points times hours days weeks months years members"
    " cases deaths casualties companies firms schools villages barrels mw gw kwh gmt utc est hrs others observers police"
    " cents users copies items degrees votes seats sq square square-foot cubic strong".split()
)


def _as_hint(match: Match) -> Reading | None:
    found = year(match)
    return found and found._replace(hint=True)


def bare_year(match: Match) -> Reading | None:
    """Four digits with nothing beside them: a year unless they count, price or number something."""
    number = match.number("year")
    if number is None:
        return None
    tokens, first, last = match.scanned.tokens, match.first, match.last
    before = tokens[first - 1] if first else ""
    if before.isspace():
        before = tokens[first - 2] if first > 1 else ""
    after = tokens[last] if last < len(tokens) else ""
    next_word = tokens[last + 1] if last + 1 < len(tokens) else ""
    word = before.lower()
    if match.has("mod"):
        return year(match)
    if after == " " and next_word in _MAKES:
        return None  # a car's year of make
    if not before.isalnum() and before and before[-1] in "$£€¥#.:+%&*=@_~^<>|\\" and before != ".":
        return None
    if (after and after in "$€£%°") or (after in (":", ",") and next_word[:1].isdigit() and len(next_word) == 3):
        return None
    if (after.isspace() and next_word.lower() in _COUNTED) or (after == "-" and next_word.lower() in _COUNTED):
        return None
    if word in _NOT_AFTER or (
        before == "." and first > 2 and tokens[first - 3].lower() in ("no", "nos", "art", "res", "tel")
    ):
        return None
    if before == "-" or before == "/":
        head = tokens[first - 2] if first > 1 else ""
        if not head.isspace() and not head[:1].islower():
            return _as_hint(match) if head.isalpha() and before == "-" else None  # "Interaction-2014"
        return year(match) if head.isalpha() and head.islower() else None
    if match.has("oldyear") or not 1900 <= number <= 2059:
        return (
            year(match)
            if word in _YEAR_BEFORE and number >= 1000 and word not in ("than", "the", "a", "of", "to")
            else None
        )
    capital = before.istitle() or (before.isupper() and len(before) > 1)
    if capital and before.isalpha() and first > 1 and word not in _YEAR_BEFORE and word not in _SENTENCE_WORDS:
        return _as_hint(match)  # "Peace Mission 2014"
    if (after == "-" and len(next_word) == 1) or (word == "at" and next_word.istitle()):
        return None  # a number of a house, a sample
    counting = word in _COUNTING or (before.isalpha() and before.islower() and word not in _YEAR_BEFORE and word != "s")
    if counting and after.isspace() and next_word.islower() and next_word.endswith("s") and next_word not in _NO_PLURAL:
        return None
    return year(match)


_MAKES: Final = frozenset(
    "Audi BMW Buick Cadillac Chevrolet Chrysler Dodge Ferrari Fiat Ford Honda Hyundai Jaguar Jeep Kia Lada Lexus Mazda Mercedes"
    " Mitsubishi Nissan Oldsmobile Opel Peugeot Plymouth Pontiac Porsche Renault Rolls Saab Skoda Subaru Suzuki Toyota Volkswagen"
    " Volvo".split()
)

#: after these a plural that follows the number makes it a count ("to 2000 villages")
_COUNTING: Final = frozenset("to for than a an about around with some".split())
_NO_PLURAL: Final = frozenset("was is has as its this".split())
_SENTENCE_WORDS: Final = frozenset(
    "but while when if though although so yet early late spring summer autumn fall winter".split()
)


def decade_of_century(match: Match) -> Reading | None:
    """A decade; without its century only after "the", since ages and temperatures look the same."""
    word, first = match.word("decade").lower(), match.first
    full = word[:4].isdigit()
    before = match.scanned.tokens[first - 2].lower() if first > 1 else ""
    if not full and not match.lower.startswith("the ") and before not in ("and", "or"):
        return None
    if not full and before in ("his", "her", "their", "in") and not match.lower.startswith("the "):
        return None
    return decade(match)


def spelled_year(match: Match) -> Reading | None:
    """ "nineteen seventy-nine", "two thousand", "two thousand and five"."""
    head, tens, ones = match.number("head"), match.number("tens") or 0, match.number("ones") or 0
    if head is None:
        return None
    if match.has("thousand"):
        number = head * 1000 + tens + ones
        if not ones and not match.lower.startswith(("year", "the year")):
            return None
    elif head in (18, 19, 20) and 10 <= tens <= 99:
        number = head * 100 + tens + ones
    else:
        return None
    return (
        Reading("DATE", f"{number:04}", write(f"full {number:04}", mod_of(match))) if 1000 <= number <= 2199 else None
    )


def fiscal_year(match: Match) -> Reading | None:
    """A fiscal year overlaps two calendar years: its own year, softly."""
    word = match.word("fy").lower()
    number = int(word[2:]) if word else year_of(match)
    if number is None:
        return None
    if number < 100:
        number += 1900 if number >= 50 else 2000
    return Reading("DATE", f"{number:04}", f"full {number:04} | mod about")


def year_range(match: Match) -> Reading | None:
    first, last = year_of(match), match.number("year2")
    before = preceding(match).lower()
    if before == "." and match.first > 1:
        before = match.scanned.tokens[match.first - 3].lower()
    if (
        first is None
        or last is None
        or before in _NOT_AFTER - _OF_COUNTS
        or before in ("tel", "phone", "fax", "p", "pp")
    ):
        return None
    month = last
    if last < 100 and last <= first % 100 and 1 <= month <= 12 and "-" in match.text and len(match.word("year2")) == 2:
        return Reading("DATE", f"{first:04}-{month:02}", f"full {first:04}-{month:02}")  # ISO's month: 2014-09
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 150:
        return None
    return Reading("DATE", f"{first:04}/{last:04}", f"full {first:04} | to full {last:04}")


def decade(match: Match) -> Reading | None:
    word = match.word("decade").lower()
    tens = DECADE_WORDS.get(word)
    if tens is None:
        digits = re.match(r"\d+", word, re.ASCII)
        if digits is None:
            return None
        tens = int(digits[0][-2:]) // 10
        century = digits[0][:2] if len(digits[0]) == 4 else ""
    else:
        century = ""
    value = f"{century or ('20' if tens < 2 else '19')}{tens}"
    return Reading("DATE", value, write(f"full {value}", mod_of(match)))


def century(match: Match) -> Reading | None:
    number = match.number("nth")
    if number is not None and match.has("tens"):
        number += match.number("tens") or 0
    if number is None or not (4 if match.lower.startswith("the ") else 10) <= number <= 22:
        return None
    if match.text.endswith("Century") and (match.lower.endswith("-century") or following(match).istitle()):
        return None  # a name: "the 21st-Century Silk Road"
    value = f"{number - 1:02}"
    if match.first == match.parts.get("nth", match.parts.get("tens")) and preceding(match).lower() not in _OF_TIME:
        return Reading("DATE", value, "none")  # "fair 21st century rules", "a 19th-century house": no time of an event
    return Reading("DATE", f"{number - 1:02}", write(f"full {number - 1:02}", mod_of(match)))


_OF_TIME: Final = frozenset("in of since by from to until till during through throughout into for".split())


def half_of_decade(match: Match) -> Reading | None:
    found = decade(match)
    return found._replace(cue=write(found.cue, "mod about")) if found else None


def period_of_year(match: Match) -> Reading | None:
    """ "the 1988 period": what is spoken of, in that year."""
    number = year_of(match)
    unit = match.word("of").lower()
    if not number:
        return None
    return Reading("DATE", f"{number:04}", f"periodof {unit} {number:04}" if unit else f"full {number:04}")
