"""Rows for what the calendar names: days, months, years, and the larger and smaller parts of both."""

from __future__ import annotations

from typing import Final

from sitegen.dates.patterns import Rule
from sitegen.dates.readings import days, months, years

_PRE: Final = "((the )?{early:mod}~((in|on|part of) )?|(the )?(very )?{EDGE} of )?"
_OUTER: Final = "(of )?({lastnext:rel}|same:rel|that:rel|the current:rel) {unit:outer}"
_OUTER_REF: Final = "(of )?(that:ref|the same:ref) {unit:outer}"

CALENDAR: Final = (
    Rule(
        name="month day year",
        patterns=(
            f"{_PRE}({{WD}},? )?((the )?{{part}} of )?((on|around:about) )?{{M}} (the )?{{DN}}(, ?| ){{Y}}",
            "{WD},? {M} (the )?{D}(, ?| ){Y}",
            "{M} (the )?{D},? {Y}",
            "{monthshort:month}.{d31:day},? {Y}",
            "{M}-{d31:day}-{Y}",
            "{M}/{d31:day}/{Y}",
        ),
        make=days.calendar_day,
        examples=(
            "They met on [June 26, 2013]{2013-06-26} in the capital.",
            "signed on [April 25th, 2018]{2018-04-25}",
            "The talks opened on [Tuesday, June 30, 2015]{2015-06-30}.",
            "The talks opened [Tuesday June 30 2015]{2015-06-30}.",
            "It entered into force on [Sept. 3, 1999]{1999-09-03}.",
        ),
    ),
    Rule(
        name="day month year",
        patterns=(
            f"{_PRE}({{WD}},? )?((the )?{{part}} of )?((the|around:about) )?{{DN}}( day)?( of)? {{M}},?( of| in| the year)? {{Y}}",
            "(the )?{D} (day )?of {M},? {Y}",
            "(the )?{d31:day}-(th|st|nd|rd)( of)? {M},? {Y}",
            "{DN}-{M}-{Y}",
            "{DN}-{M}-{yy:year}",
            "{d31:day} {monthshort:month} {yy:year}",
            "{DN}-{M}-{dd:year}",
            "{DN}/{M}/{Y}",
            "{DN}.{M}.{Y}",
            "{DN} {M} '{dd:year}",
        ),
        make=days.calendar_day,
        examples=(
            "posted on [28 APR 2023]{2023-04-28}",
            "on [Thursday, 9 July 2015]{2015-07-09}, the heads of state",
            "on [the 9th of May, 1945]{1945-05-09}",
            "updated [12-Mar-2004]{2004-03-12}",
        ),
    ),
    Rule(
        name="month day",
        patterns=(
            f"{_PRE}({{WD}},? )?((the )?{{part}} of )?((this coming|around:about) )?{{M}} (the )?{{DN}}",
            "{WD},? {M} (the )?{D}",
            "{M} (the )?{dth:day}",
            "{monthshort:month}.{d31:day}",
            "{M} the {ordinal:day}",
            "july:month fourth:day",
            "this coming {weekday}, {M} {D}",
            f"{{M}} {{DN}},? {_OUTER}",
            f"{{M}} {{DN}},? {_OUTER_REF}",
        ),
        make=days.calendar_day,
        examples=(
            "the meeting of [June 26]{XXXX-06-26} ended",
            "on [Wednesday, May 3]{XXXX-05-03}, he said",
            "left on [Sept. 14]{XXXX-09-14} for home",
            "on [March 3 last year]{XXXX-03-03} the two",
            "A drill of 3 Mayfair Road residents",
        ),
    ),
    Rule(
        name="day month",
        patterns=(
            f"{_PRE}({{WD}},? )?((the )?{{part}} of )?((the|around:about) )?{{DN}}( of)? {{M}}",
            "the {D} (day )?of {M}",
            "(the )?{d31:day}-(th|st|nd|rd)( of)? {M}",
            f"((the) )?{{DN}}( of)? {{M}},? {_OUTER}",
            f"((the) )?{{DN}}( of)? {{M}},? {_OUTER_REF}",
            "{DN}-{M}",
        ),
        make=days.calendar_day,
        examples=(
            "arrived on [26 June]{XXXX-06-26} for talks",
            "on [the 9th of May]{XXXX-05-09} every minister",
            "on [Tuesday, 5 July]{XXXX-07-05}",
            "on [14 March last year]{XXXX-03-14} they",
        ),
    ),
    Rule(
        name="days of one month",
        patterns=(
            "({WD}(-| and | to ){weekday:w2},? )?{M} {DN} ?(-|{until}) ?{DN:2}(, ?| ){Y}",
            "{M} {DN} (-|{until}) {DN:2}(, ?| ){Y}",
            "({WD}(-| and | to ){weekday:w2},? )?(the )?{DN} ?- ?(the )?{DN:2}( of)? {M},? {Y}",
            "(the )?{DN} (-|{until}) (the )?{DN:2}( of)? {M},? {Y}",
            "((the )?{part:x} of )?{M} {DN} ?- ?{DN:2}",
            "{M} {DN} (-|{until}) {DN:2}",
            "{monthshort:month}.{DN} ?- ?{DN:2}((, ?| ){Y})?",
            "((the )?{part:x} of )?(the )?{DN} ?- ?(the )?{DN:2}( of)? {M}",
            "(the )?{DN} (-|{until}) (the )?{DN:2}( of)? {M}",
            "{M} {DN} (and:and|&:and) {DN:2}((, ?| ){Y})?",
            "(the )?{DN} (and:and|&:and) (the )?{DN:2}( of)? {M}(,? {Y})?",
            "{DN}/{DN:2} {M}(,? {Y})?",
            "{M} {DN}, {DN:3},? and:and {DN:2}((, ?| ){Y})?",
            "(the )?{DN}, {DN:3},? and:and {DN:2}( of)? {M}(,? {Y})?",
            f"{{M}} {{DN}} ?(-|to) ?{{DN:2}} {_OUTER}",
            f"{{DN}} ?(-|to) ?{{DN:2}} {{M}} {_OUTER}",
        ),
        make=days.day_range,
        examples=(
            "held on [9-11 July 2024]{2024-07-09/2024-07-11} in the capital",
            "on [11 and 12 July 2023]{2023-07-11/2023-07-12} in Vilnius",
            "the summit of [June 9-10]{XXXX-06-09/XXXX-06-10}",
            "from [24 to 29 August]{XXXX-08-24/XXXX-08-29} the troops",
            "held in Lima [Oct.17-20]{XXXX-10-17/XXXX-10-20} by the council",
        ),
    ),
    Rule(
        name="days of two months",
        patterns=(
            "{M} {DN} ?(-|{until}) ?{M:2} {DN:2}((, ?| ){Y})?",
            "{M} {DN} (-|{until}) {M:2} {DN:2}((, ?| ){Y})?",
            "{DN} {M} ?- ?{DN:2} {M:2}(,? {Y})?",
            "{DN} {M} (-|{until}) {DN:2} {M:2}(,? {Y})?",
            f"{{M}} {{DN}} ?(-|{{until}}) ?{{M:2}} {{DN:2}},? {_OUTER}",
            f"{{M}} {{DN}} (-|{{until}}) {{M:2}} {{DN:2}},? {_OUTER}",
            f"{{DN}} {{M}} (-|{{until}}) {{DN:2}} {{M:2}},? {_OUTER}",
            "{M} {DN}, {Y:1} (-|{until}) {M:2} {DN:2}, {Y}",
            "{DN} {M} {Y:1} (-|{until}) {DN:2} {M:2} {Y}",
        ),
        make=days.day_range,
        examples=(
            "ran from [28 August to 2 September 2014]{2014-08-28/2014-09-02}",
            "from [June 28 to July 3]{XXXX-06-28/XXXX-07-03}",
            "from [June 28 to July 3 last year]{XXXX-06-28/XXXX-07-03}",
        ),
    ),
    Rule(
        name="month year",
        patterns=(f"{_PRE}{{M}},?( of)?( the year)? {{Y}}", f"{_PRE}{{month}} '{{dd:year}}", "{monthshort:month}-{Y}"),
        make=months.month_of_year,
        examples=(
            "founded in [June 2001]{2001-06} in Shanghai",
            "at [the end of March 2011]{2011-03}",
            "in [early May, 2006]{2006-05}",
        ),
    ),
    Rule(
        name="ten days of a month",
        patterns=(
            "(the )?({TH}|last:last) ({num:ten}|{cardinal:ten})(-day| days)( period)? (of|in) {M}(,?( of)? {Y})?",
            "(the )?({TH}|last:last) decade (of|in) {M}(,?( of)? {Y})?",
            f"(the )?({{TH}}|last:last) decade (of|in) {{M}},? {_OUTER}",
            "(the )?({TH}|last:last) half:half of {M}(,?( of)? {Y})?",
            f"(the )?({{TH}}|last:last) half:half of {{M}},? {_OUTER}",
        ),
        make=months.ten_days,
        examples=(
            "due in [the first decade of June 2018]{2018-06-01/2018-06-10}",
            "held in [the last ten days of February 2016]{2016-02-20/2016-02-29}",
            "due in [the second half of June 2018]{2018-06-16/2018-06-30}",
        ),
    ),
    Rule(
        name="months",
        patterns=(
            "{M} ?(-|{until}) ?{M:2},?( of)? {Y}",
            "{M} (-|{until}) {M:2},?( of)? {Y}",
            "{M} {Y:1} (-|{until}) {M:2} {Y}",
            "{month}-(to-)?{month:month2}",
            f"{{M}} ?(-|{{until}}|and) ?{{M:2}} {_OUTER}",
            f"{{M}} (-|{{until}}|and) {{M:2}} {_OUTER}",
        ),
        make=months.month_range,
        examples=(
            "between them, [June-August 2018]{2018-06/2018-08}",
            "from [November to March 2012]{2011-11/2012-03}",
            "in the [October-to-December]{XXXX-10/XXXX-12} period",
        ),
    ),
    Rule(
        name="month beside a year",
        patterns=(f"{_PRE}{{M}},? {_OUTER}", f"{_PRE}{{M}},? {_OUTER_REF}", "{lastnext:rel} {unit:outer},? in {month}"),
        make=months.month_alone,
        examples=(
            "[June last year]{XXXX-06} saw the first",
            "in [May this year]{XXXX-05}",
            "in [October of next year]{XXXX-10}",
            "in [November of that year]{XXXX-11}",
        ),
    ),
    Rule(
        name="month with a direction",
        patterns=(f"{_PRE}{{turn:dir}} {{month}}",),
        make=months.month_alone,
        examples=("since [last October]{XXXX-10} the", "[this September]{XXXX-09} they go", "due [next May]{XXXX-05}"),
    ),
    Rule(
        name="month",
        patterns=(f"{_PRE}{{month}}", "{early:mod}~{monthshort:month}.", "{EDGE}-{month}"),
        make=months.bare_month,
        examples=(
            "will meet in [June]{XXXX-06} in Qingdao",
            "in [late November]{XXXX-11} the",
            "in [mid-March]{XXXX-03} the",
            "He may march in step.",
            "President May spoke, and Mr. March sang.",
        ),
    ),
    Rule(
        name="day of this month",
        patterns=(f"the {{D}} {_OUTER}", f"the {{D}} {_OUTER_REF}"),
        make=days.day_alone,
        examples=("due on [the 15th of this month]{XXXX-XX-15}",),
    ),
    Rule(
        name="month, day",
        patterns=("{M}, ?{DN}", "{M}, ?{DN}, ?{Y}", "{M}, ?{DN} ?- ?{DN:2}", "{M}, ?{DN} ?- ?{DN:2}, ?{Y}"),
        make=days.day_after_comma,
        examples=(
            "signed on [June, 15]{XXXX-06-15} in Minsk",
            "dated [June, 15, 2001]{2001-06-15}",
            "held on [July, 9-10]{XXXX-07-09/XXXX-07-10} there",
        ),
    ),
    Rule(
        name="bare day of the month",
        patterns=(
            "{weekday},? the {dth:day}",
            "(the )?{part} of the {dth:day}",
            "(on|by|until|till|since) the {dth:day}",
        ),
        make=days.bare_day,
        examples=("on [the evening of the 23rd]{XXXX-XX-23}, he", "It was the 15th of its kind, on the 3rd floor."),
    ),
    Rule(
        name="numeric date",
        patterns=("{numdate}",),
        make=days.numeric,
        examples=(
            "The page, dated [12.03.1999]{1999-03-12}, says",
            "dated [25/12/2009]{2009-12-25}",
            "version 1.2.345 came",
        ),
    ),
    Rule(
        name="numeric range",
        patterns=("{d31:day} ?- ?{numdate}", "{decimal} ?- ?{numdate}"),
        make=days.numeric_range,
        examples=(
            "held on [20-23.08.2024]{2024-08-20/2024-08-23} there",
            "from [30.08-02.09.2024]{2024-08-30/2024-09-02}",
            "the score of 3-1.2.345",
        ),
    ),
    Rule(name="ISO date", patterns=("{iso}",), make=days.iso_day, examples=("on [2018-04-24]{2018-04-24} they",)),
    Rule(
        name="ISO week",
        patterns=("{isoweek}", "week {num:n} of {Y}", "calendar week {num:n},? {Y}", "week {num:n},? {Y}"),
        make=days.iso_week,
        examples=("in [2015-W23]{2015-W23} and [week 24 of 2015]{2015-W24}",),
    ),
    Rule(
        name="year",
        patterns=(f"{_PRE}{{Y}}", "{EDGE}-{Y}", "(around:about|about:about) {year}"),
        make=years.bare_year,
        examples=(
            "since [2001]{2001} the group",
            "by [the end of 2014]{2014}",
            "in [early 1990]{1990} and [mid-1996]{1996}",
            "some 2000 people came, and Resolution 1973 passed",
            "flight 1999 cost $2015",
        ),
    ),
    Rule(
        name="the year of number",
        patterns=(
            f"{_PRE}((the )?(calendar )?(year|years) {{Y}})",
            "circa:about {Y}",
            "{year} year",
        ),
        make=years.year,
        examples=("in [the year 1994]{1994} it",),
    ),
    Rule(
        name="year in words",
        patterns=(
            "((the )?year )?{cardinal:head} {cardinal:tens}(~{cardinal:ones})?",
            "((the )?year )?{cardinal:head} thousand:thousand and {cardinal:ones}",
            "(the )?year {cardinal:head} thousand:thousand",
        ),
        make=years.spelled_year,
        examples=(
            "it was [nineteen seventy-nine]{1979} then",
            "by [the year two thousand]{2000} half",
            "about two thousand people, twenty five men",
        ),
    ),
    Rule(
        name="fiscal year",
        patterns=(
            "((the )?({early:mod}~)?)?fiscal~(year )?{Y}",
            "{fy}",
            "(the )?(fiscal|financial) year {Y}(-|/){year:year2}",
            "fy~?{Y}((-|/){dd:year2})?",
            "{fy}(-|/){dd:year2}",
            "(the )?fiscal year {Y}-{dd:year2}",
            "(the )?financial year {Y}(-{dd:year2})?",
        ),
        make=years.fiscal_year,
        examples=("for [fiscal 2012]{2012} the budget", "in [FY2010]{2010}", "[the financial year 2010-11]{2010}"),
    ),
    Rule(
        name="years",
        patterns=(
            "((the )?(year|years) )?{year} ?- ?{year:year2}",
            "((the )?(year|years) )?{year}-{dd:year2}",
            "((the )?(year|years) )?{year}/{dd:year2}",
            "(the )?(year|years) {year} ({until}|and) {year:year2}",
        ),
        make=years.year_range,
        examples=(
            "the plan for [2012-2015]{2012/2015}",
            "in [2009-10]{2009/2010} exports",
            "between [the years 2014 and 2015]{2014/2015}",
        ),
    ),
    Rule(
        name="decade",
        patterns=(
            f"{_PRE}(the )?({{early:mod}}~)?'?({{decades:decade}}|{{decade2:decade}})",
            "(the )?({early:mod}~)?{decadeword:decade}",
        ),
        make=years.decade_of_century,
        examples=(
            "in [the late 1970s]{197} the",
            "during [the nineties]{199} and [the '80s]{198}",
            "He is in his 80s and in his thirties.",
        ),
    ),
    Rule(
        name="half of a decade",
        patterns=("(the )?(first|last|second|latter) half of (the )?'?({decades:decade}|{decade2:decade})",),
        make=years.half_of_decade,
        examples=("in [the last half of the 1980s]{198}",),
    ),
    Rule(
        name="century",
        patterns=(f"{_PRE}(the )?({{early:mod}}~)?({{TH}}|{{cardinal:tens}}~{{ordinal:nth}})~century",),
        make=years.century,
        examples=("of [the 20th century]{19} and the", "the 21st-Century Maritime Silk Road"),
    ),
    Rule(
        name="season of year",
        patterns=(
            f"{_PRE}(the )?{{season}}( of)?,? {{Y}}",
            f"{_PRE}(the )?{{season}} of (the year )?{{cardinal:head}} {{cardinal:tens}}~{{cardinal:ones}}",
        ),
        make=months.season,
        examples=("in [the summer of 1998]{1998-SU} and [spring 2018]{2018-SP}",),
    ),
    Rule(
        name="season with a direction",
        patterns=(
            f"{_PRE}{{turn:dir}} {{season}}",
            f"(the )?{{season}} {_OUTER}",
            f"(the )?{{season}} {_OUTER_REF}",
        ),
        make=months.season,
        examples=("since [last spring]{XXXX-SP} the", "in [autumn this year]{XXXX-FA}"),
    ),
    Rule(
        name="season",
        patterns=(f"{_PRE}(the )?({{early:mod}}~)?{{season}}",),
        make=months.bare_season,
        examples=("in [the summer]{XXXX-SU} they", "a summer camp, the Arab Spring, the fall of Rome"),
    ),
    Rule(
        name="quarter of year",
        patterns=(
            f"{_PRE}(the )?(fiscal~)?({{TH}}|final:final)~quarter( of)?( fiscal)?,? {{Y}}",
            "(the )?{Y} (fiscal )?({TH}|final:final)~quarter",
            "{quarterly:q}( of)?,?~{Y}",
            "{Y}~{quarterly:q}",
            "the {TH} quarter of (the )?{fy}",
            "(the )?{roman:nth}~quarter( of)?,? {Y}",
            "{quarterly:q} (of )?(fy ?{Y}|{fy})",
            "(fy ?{Y}|{fy}),? {quarterly:q}",
            "{quarteryear}",
        ),
        make=months.quarter,
        examples=(
            "in [the third quarter of 1984]{1984-Q3} and [the 1988 second quarter]{1988-Q2}",
            "for [Q3 2010]{2010-Q3}",
            "in [the II quarter of 2021]{2021-Q2}, [FY24 Q1]{2024-Q1} and [1Q24]{2024-Q1}",
        ),
    ),
    Rule(
        name="quarter",
        patterns=(
            f"{_PRE}((the|its:pos|their:pos) )?((year-ago:yearago|year-earlier:yearago|comparable:x year-ago:yearago) )?(fiscal~(year )?)?({{TH}}|final:final)~quarter",
            f"(the )?(fiscal~)?({{TH}}|final:final)~quarter {_OUTER}",
            "{lastnext:rel} {unit:outer}'s ({TH}|final:final)~quarter",
            "(the )?{quarterly:q}",
            "the {roman:nth} quarter",
        ),
        make=months.quarter,
        examples=(
            "in [the third quarter]{XXXX-Q3} profit fell, and [fourth-quarter]{XXXX-Q4} sales",
            "[this year's third quarter]{XXXX-Q3} was",
        ),
    ),
    Rule(
        name="half of year",
        patterns=(
            "(the )?(({TH}|last:final|latter:latter)~half)( of)?( fiscal)?,? {Y}",
            "(the )?{Y}~({TH}|latter:latter)~half",
            "{TH}-half:reported",
            "the (first:nth|last:final) two quarters( of)?,? {Y}",
            f"the (first:nth|last:final) two quarters {_OUTER}",
            "{halfly:q}~{Y}",
            f"(the )?({{TH}}|last:final|latter:latter)~half {_OUTER}",
            "(the )?(({TH}|last:final|latter:latter)~half) of the {unit:outer}",
        ),
        make=months.half,
        examples=(
            "in [the second half of 2010]{2010-H2}",
            "in [the first half of this year]{XXXX-H1}",
            "[first-half]{XXXX-H1} profit fell in [the first two quarters of 2009]{2009-H1}",
            "the second half of the match, a first-half goal",
        ),
    ),
    Rule(
        name="named day",
        patterns=(
            (
                "(({lastnext:dir}|on) )?(christmas|christmas eve|christmas day|new year's (eve|day)|new year's|boxing day|halloween"
                "|valentine's day|may day|thanksgiving( day)?|easter( sunday| monday)?|good friday|palm sunday|ash wednesday"
                "|all saints' day|labor day|memorial day|columbus day|presidents' day|veterans day|election day|st. patrick's day"
                "|international women's day|women's day|earth day|bastille day|mother's day)( week:whole)?(,? {Y})?"
            ),
        ),
        make=days.holiday,
        examples=(
            "closed on [New Year's Day]{XXXX-XX-XX} as ever",
            "on [Christmas Day, 1991]{1991-12-25}",
            "the race to [Election Day 1998]{1998-11-03}",
            "closed for [Easter week]{XXXX-WXX}",
        ),
    ),
    Rule(
        name="nth weekday of month",
        patterns=(
            "(the )?({TH}|last:final) {weekday} (of|in) {month}(,?( of)? {Y})?",
            f"(the )?({{TH}}|last:final) {{weekday}} (of|in) {{month}} {_OUTER}",
        ),
        make=days.nth_weekday,
        examples=("on [the last Monday of May]{XXXX-XX-XX}",),
    ),
    Rule(
        name="week of a day",
        patterns=(
            "(the )?week (of|beginning|starting|ending|ended) {M} (the )?{DN}((, ?| ){Y})?",
            "(the )?week (of|beginning|starting|ending|ended) (the )?{DN}( of)? {M}(,? {Y})?",
        ),
        make=days.week_of_day,
        examples=("In [the week of March 11, 2013]{2013-W11} shares fell.",),
    ),
    Rule(
        name="week of month",
        patterns=("(the )?({TH}|last:final|final:final) week (of|in) {month}(,?( of)? {Y})?",),
        make=days.week_of_month,
        examples=("in [the last week of March]{XXXX-WXX}",),
    ),
)
