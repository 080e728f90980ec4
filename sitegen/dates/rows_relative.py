"""Rows for what is reckoned from publication or from what the text spoke of before."""

from __future__ import annotations

from typing import Final

from sitegen.dates.patterns import Rule
from sitegen.dates.readings import relative, weekdays, years

_PRE: Final = "((the )?{early:mod}~((in|on|part of) )?|(the )?(very )?{EDGE} of )?"
_OUTER: Final = "(of )?({lastnext:rel}|same:rel|that:rel|the current:rel) {unit:outer}"
_ABOUT: Final = "({about}~|(more|less|no|longer|just|little) (more|less|than|over|under) |more than |less than |at least |up to |at most |as much as |as many as |well over |no more than )?"

RELATIVE: Final = (
    Rule(
        name="weekday",
        patterns=(
            "({early:mod} ((on|in the day on) )?)?{weekday}( {part})?",
            f"({{early:mod}} (on )?)?{{weekday}}( {{part}})?( (of|in))? {_OUTER}",
            "(the )?{part} of {weekday}",
        ),
        make=weekdays.weekday,
        examples=(
            "He said on [Wednesday]{XXXX-WXX-3} that",
            "will meet on [Tuesday of next week]{XXXX-WXX-2}",
            "arrived [late Monday]{XXXX-WXX-1} for",
            "left [Thursday evening]{XXXX-WXX-4} for",
        ),
    ),
    Rule(
        name="weekday with a direction",
        patterns=(
            "({early:mod} )?{turn:dir} {weekday}( {part})?",
            "(the|this) {turn:dir} {weekday}( {part})?",
            "{weekday} (last:dir|next:dir)",
            "{weekday} last:rel week:outer",
            "(the )?{weekday} before:before that:dirword",
        ),
        make=weekdays.weekday,
        examples=(
            "due [next Friday]{XXXX-WXX-5} in",
            "on [the previous Monday]{XXXX-WXX-1} he",
            "[last Tuesday]{XXXX-WXX-2} he",
        ),
    ),
    Rule(
        name="day word",
        patterns=(
            "({early:mod} )?{dayword}( {part})?",
            "(the )?{part} of yesterday:dayword",
            "the day (before:beyond yesterday:dayword|after:beyond tomorrow:dayword)",
            "later:mod today:dayword",
        ),
        make=weekdays.day_word,
        examples=(
            "left [yesterday]{XXXX-XX-XX} and returns [the day after tomorrow]{XXXX-XX-XX}",
            "[tomorrow morning]{XXXX-XX-XXTMO} he",
        ),
    ),
    Rule(
        name="part of today",
        patterns=(
            "({early:mod} )?this {part}",
            "({early:mod} )?last (night:part|evening:part)",
            "({early:mod} )?tonight",
            "overnight",
        ),
        make=weekdays.part_of_today,
        examples=("arrived [this morning]{XXXX-XX-XXTMO} and leaves [tonight]{XXXX-XX-XXTNI}",),
    ),
    Rule(
        name="the same day",
        patterns=(
            "({early:mod} (on )?)?(the|that) (same|very|very same) (day|{part})",
            "({early:mod} )?that (day|{part})",
            "{early:mod} in the day",
            "({early:mod} )?the same {part}",
            "(that|the same) date",
        ),
        make=relative.reference_day,
        examples=(
            "on [the same day]{XXXX-XX-XX} they",
            "[later that day]{XXXX-XX-XX} he",
            "adopted on [that date]{XXXX-XX-XX}; papers that date back",
        ),
    ),
    Rule(
        name="the day before",
        patterns=(
            "(the|a|one) day (before:before|earlier:before)",
            "(the|a|one) day (after:after|later:after)",
            "(the )?(next:after|following:after|previous:before|preceding:before) (day|{part})",
            "the {part} (before:before|after:after)",
        ),
        make=relative.day_beside,
        examples=(
            "[The day before]{XXXX-XX-XX}, they had met.",
            "[A day earlier]{XXXX-XX-XX} he",
            "and [the following day]{XXXX-XX-XX} he",
        ),
    ),
    Rule(
        name="last, this, next unit",
        patterns=(
            f"({_PRE}|sometime |anytime )({{lastnext:shift}}|current:shift|same:shift|that:shift|following:shift|previous:shift|preceding:shift|prior:shift|subsequent:shift) (fiscal |calendar |whole |entire |very )?{{unit}}",
            f"{_PRE}(that|this) (same:shift|very same:shift|past:shift|coming:shift) {{unit}}",
            f"{_PRE}the (same:shift|very same:shift|following:shift|previous:shift|preceding:shift|prior:shift|current:shift|next:shift|past:shift|last:shift|coming:shift|upcoming:shift|subsequent:shift) (fiscal |calendar )?{{unit}}",
            f"{_PRE}the (current:shift|present:shift) (fiscal |calendar )?{{unit}}",
            "(the )?next:shift {unit} or (so|two)",
            "(the )?{unit} previous:shift",
        ),
        make=relative.shift,
        examples=(
            "will meet [next week]{XXXX-WXX} and",
            "[last year]{XXXX} the group",
            "in [early next year]{XXXX} it",
            "in [the following month]{XXXX-XX}",
            "[later this year]{XXXX}",
        ),
    ),
    Rule(
        name="unit after next",
        patterns=("the {unit} (after:after next|before last)",),
        make=relative.beyond_next,
        examples=("in [the week after next]{XXXX-WXX}",),
    ),
    Rule(
        name="edge of the unit",
        patterns=(
            "(the )?(very )?{EDGE} of the ((current|fiscal|calendar) )?{unit}",
            "{early:mod} in the {unit}",
            "(the )?{early:mod} part of (the|this) {unit}",
            "((around|about|by|at|before) )?(the )?{unit}~end:mod",
            "{unit}'s end:mod",
        ),
        make=relative.edge_of_unit,
        examples=(
            "by [the end of the year]{XXXX} they",
            "[earlier in the month]{XXXX-XX}",
            "in [the early part of the week]{XXXX-WXX}",
        ),
    ),
    Rule(
        name="weekend",
        patterns=("(the|over) weekend", "the {early:mod} weekend"),
        make=relative.the_weekend,
        examples=("over [the weekend]{XXXX-WXX-WE} they",),
    ),
    Rule(
        name="a year ago",
        patterns=(
            "((from|than|over|the) )?(a|one) year (ago|earlier:earlier)",
            "(a )?year-(ago|earlier:earlier)",
            "the quarter a year (ago|earlier:earlier)",
        ),
        make=relative.year_ago,
        examples=("up from [a year earlier]{XXXX}", "the [year-ago]{XXXX} results"),
    ),
    Rule(
        name="a unit before",
        patterns=(
            "(a|one) {unit} (earlier:before|before:before)",
            "the {unit} (before:before|prior:before|after:after)",
        ),
        make=relative.unit_beside,
        examples=("[The month before]{XXXX-XX}, he", "[a week earlier]{XXXX-WXX}"),
    ),
    Rule(
        name="the whole year",
        patterns=("the (full|entire|whole) year", "(the|this) whole year"),
        make=relative.edge_year,
        examples=("for [the full year]{XXXX} they",),
    ),
    Rule(
        name="the year",
        patterns=("the (fiscal:fiscal )?(year:unit|week:unit|month:unit)",),
        make=relative.the_unit,
        examples=(
            "For [the year]{XXXX}, sales fell.",
            "For [the year]{XXXX} ended [June 30]{XXXX-06-30}, sales fell.",
            "It was the year of the dog and the week of the cat.",
        ),
    ),
    Rule(
        name="the period",
        patterns=(
            "the quarter:unit",
            "(the )?(latest|same:same) ({unit}|period)",
            "the (comparable |corresponding |same )?year~(ago:yearago|earlier:yearago) ({unit}|period)",
            "year~(ago:yearago|earlier:yearago) ({unit}|period)",
            "that quarter:unit",
            "this quarter:unit",
        ),
        make=relative.period,
        examples=("in [the year-ago period]{XXXX-QX}", "for [the latest quarter]{XXXX-QX}"),
    ),
    Rule(
        name="the same period",
        patterns=(
            "(the )?(same|corresponding|comparable|like|similar) ({unit}|period) ((in|of|a) )?({lastnext:shift} year|year earlier:yearago|year ago:yearago|one year earlier:yearago|one year ago:yearago|the previous:shift year|the year before:yearago)",
            "{lastnext:shift} year's (same |corresponding )?(quarter:unit|period)",
        ),
        make=relative.same_period,
        examples=("against [the same period last year]{XXXX-QX}",),
    ),
    Rule(
        name="the period of a year",
        patterns=("the {Y} (period:of|quarter:of)", "the {Y} fiscal year"),
        make=years.period_of_year,
        examples=("in [the 1988 period]{1988}",),
    ),
    Rule(
        name="units ago",
        patterns=(
            f"{_ABOUT}{{NV}} {{U}}( or (so|more|two))? ago",
            f"{_ABOUT}{{NV}} {{U}}( or so)? ago (this|last) {{unit:ignored}}",
            f"{_ABOUT}{{NV}} {{U}} back:back",
            "{units:unit} (ago|earlier)",
            f"{_ABOUT}{{NV}} {{U}} ago {{dayword:onday}}",
            f"{_ABOUT}{{NV}} {{U}} ago (on )?{{weekday:onweekday}}",
            f"{_ABOUT}(a:n|an:n|one:n) {{unit}} and a half:fraction ago",
            f"{_ABOUT}({{cardinal:n}}|{{num:n}}) and a half:fraction {{U}} ago",
            f"{_ABOUT}({{cardinal:n}}|{{num:n}})-and-a-half:fraction {{U}} ago",
            f"{_ABOUT}({{NV}}|another) {{U}} from now:ahead",
            f"in:ahead {_ABOUT}{{NV}} {{U}}'s? time",
            f"{_ABOUT}{{NV}} {{U}} hence:ahead",
        ),
        make=relative.ago,
        examples=(
            "formed [two years ago]{XXXX} by",
            "joined [some 10 days ago]{XXXX-XX-XX}",
            "left just [two weeks ago today]{XXXX-XX-XX}, returned [a week ago Tuesday]{XXXX-WXX-2}",
            "[three weeks from now]{XXXX-WXX}",
            "[two years back]{XXXX}, he gave [two days]{P2D} back",
        ),
    ),
    Rule(
        name="units earlier",
        patterns=(f"{_ABOUT}{{NV}} {{U}}( or so)? (earlier:ref|previously:ref|prior:ref|before that:ref)",),
        make=relative.ago,
        examples=("[two years earlier]{XXXX} he", "[two days prior]{XXXX-XX-XX}, he left"),
    ),
)
