"""Rows for what is no calendar date: durations, sets, clock times, and the vague past, present and future."""

from __future__ import annotations

from typing import Final

from sitegen.dates.patterns import Rule
from sitegen.dates.readings import clock, spans

_ABOUT: Final = (
    "({about}~|(more|less|longer) than |at least |up to |at most |as much as |as many as |well over |no more than )?"
)
_CLOCK: Final = (
    "(({clock}|{decimal:clock}|{n12:hour}) ?(a:ampm.m.|p:ampm.m.|am:ampm|pm:ampm|a:ampm.m|p:ampm.m)|{ampm:ampmword}|{clock}"
    "|{clock} ?(hours|hrs)|noon:named|midnight:named|midday:named|{n12:hour} o'clock|{n12:hour} in the morning:morning)"
    "(,? ((local|beijing|moscow|eastern|standard) )?(time|{zone}))?"
)

OTHER: Final = (
    Rule(
        name="clock time with its day",
        patterns=(
            f"((around|about|shortly after|shortly before) )?{_CLOCK},? (on )?{{weekday}}",
            f"{_CLOCK},? (on )?{{dayword}}",
            f"{_CLOCK},? (on )?({{WD}},? )?{{M}} {{DN}}(,? {{Y}})?",
            f"{_CLOCK},? (on )?({{WD}},? )?{{DN}} {{M}}(,? {{Y}})?",
            f"{{M}} {{DN}},? {{Y}},? (at )?{_CLOCK}",
            f"{{DN}} {{M}},? {{Y}},? (at )?{_CLOCK}",
            f"{{weekday}} at {_CLOCK}",
            "({part} )({weekday}|{dayword})",
            "{early:mod}~{part} ({weekday}|{dayword})",
        ),
        make=clock.clock_time,
        examples=(
            "began at [10 p.m. Wednesday]{XXXX-WXX-3T22:00} and",
            "till [noon Thursday]{XXXX-WXX-4T12:00}",
            "posted [10:31, June 27, 2013]{2013-06-27T10:31} by",
        ),
    ),
    Rule(
        name="clock time",
        patterns=(f"((around|about) )?{_CLOCK}",),
        make=clock.clock_alone,
        examples=("began at [10:35 a.m.]{XXXX-XX-XXT10:35} in",),
    ),
    Rule(
        name="part of a day",
        patterns=("{early:mod}~{part}",),
        make=clock.part_alone,
        examples=("by [mid-afternoon]{XXXX-XX-XXTAF} all",),
    ),
    Rule(
        name="numbered units",
        patterns=(
            f"{_ABOUT}{{NV}}~{{U}}( or (so|more))?",
            f"{_ABOUT}{{NV}}~{{unit}}-(old|long)",
            f"{_ABOUT}{{num:n}} {{num}}/{{num:den}}~{{U}}",
            f"{_ABOUT}(a:n|an:n|one:n) {{unit}} and a half:fraction",
            f"{_ABOUT}({{cardinal:n}}|{{num:n}})~and~a~half:fraction~{{U}}",
            f"{_ABOUT}(a )?quarter:fourth(~| of a )century:unit",
            f"{_ABOUT}(the|those|these) {{NV}}~{{U}}",
            f"{_ABOUT}((the|these|each of the|every one of the|at least the) )?(past|last|next|first|coming|following|previous|final|preceding|another:n|additional) {{NV}}~{{U}}( or (so|more))?",
            "an:n additional {U}",
            "(the )?(past|last|next|first|coming|following|previous) couple of {U}",
            "{NV} (trading|working|business|consecutive|straight|full|more|additional|calendar|long|whole|extra|other) {U}",
            "(the )?(past|last|next|first|coming|following|previous|final|preceding) {NV} (fiscal|trading|working|business|calendar) {U}",
            f"{_ABOUT}{{NV}} (to|or|and|-) {{NV:2}}~{{U}}",
            "((the )?(past|last|next|first|coming|following|previous) ){NV} (to|or) {NV:2}~{U}",
            f"{_ABOUT}{{NV}}-to-{{NV:2}}~{{U}}",
            f"{_ABOUT}((a|the) )?{{NV}}~{{unit}} (period|term|span)",
            "the year~(earlier|ago) {NV} {U}",
        ),
        make=spans.duration,
        examples=(
            "a [five-year]{P5Y} plan over [the past two months]{P2M}",
            "after [22 months]{P22M} and [several years]{PXY}",
            "for [a couple of years]{P2Y}, [nearly half an hour]{PT30M}",
            "after [two-and-a-half years]{P2Y6M} and [nearly a quarter-century]{P25Y}",
        ),
    ),
    Rule(
        name="units later",
        patterns=(
            f"{_ABOUT}{{NV}} {{U}}( or (so|more))? (later:onward|afterwards:onward|afterward:onward)",
            f"{_ABOUT}{{NV}} {{U}}( or so)? (after that:onward|after:aftermath)",
            "{units:unit} (later:onward|afterwards:onward|afterward:onward)",
        ),
        make=spans.onward,
        examples=("[Three days]{P3D} later they left", "[Years]{PXY} later they met"),
    ),
    Rule(
        name="vague units",
        patterns=(
            "((the|these) )?(recent|coming|past|previous|subsequent|final|early|first) {units:unit}",
            "{units:unit}-(old|long)",
            "(for|in|over|took|after|take|lasted|within) {units:unit}( or {units:ignored})?",
            "{units:unit} of",
            "over the {units:unit}",
        ),
        make=spans.vague_units,
        examples=("in [recent years]{PXY} the",),
    ),
    Rule(
        name="every",
        patterns=(
            "(each|every) (other:other )?({unit}|{weekday}|{month}|{season}|{part})",
            "every {N} {units:unit}",
            "(each|every) and every {unit}",
            "(once|twice) (a|every|each|per) ({unit})",
            "(one|two|three|four|five|several|many|{num}|{cardinal}) times (a|every|each|per|in a) ({unit})",
            "per {unit}",
        ),
        make=spans.every,
        examples=("They meet [every Friday]{XXXX-WXX-5}, [each year]{P1Y}.",),
    ),
    Rule(
        name="weekdays",
        patterns=("{weekdays}", "{weekday} (nights:night|evenings:evening|mornings:morning|afternoons:afternoon)"),
        make=spans.weekdays,
        examples=("closed on [Mondays]{XXXX-WXX-1} and",),
    ),
    Rule(name="frequency", patterns=("{frequency}",), make=spans.frequency, examples=("they meet [daily]{P1D}.",)),
    Rule(
        name="now",
        patterns=(
            "now",
            "(right|by|until|till|for|even) now:named",
            "currently",
            "presently",
            "nowadays",
            "at (present|the moment)",
            "these days",
            "the present time",
        ),
        make=spans.present,
        examples=("The group [now]{PRESENT_REF} has",),
    ),
    Rule(
        name="current",
        patterns=("current", "ongoing"),
        make=spans.present,
        examples=("the [current]{PRESENT_REF} state",),
    ),
    Rule(
        name="recently",
        patterns=("((more|most|very|only) )?recently", "lately", "recent", "the past", "the (recent|distant) past"),
        make=spans.recently,
        examples=("had [recently]{PAST_REF} joined",),
    ),
    Rule(
        name="soon",
        patterns=(
            "(very )?soon",
            "((near|foreseeable|distant|immediate) )?future",
            "the ((near|foreseeable|distant|immediate|very near|not too distant) )?future",
            "as soon as possible",
            "the (near|long|short|medium) term",
            "a later (date|stage|time)",
            "future {units}",
        ),
        make=spans.soon,
        examples=("in [the near future]{FUTURE_REF} the",),
    ),
)
