"""Rules that look at the words around a date: which dated words report no happening.

Each row has a name, a reason in words that go into `Unused` and explanations, and examples of its own: the date of an
example stands in brackets; what stands before and after it is what the row sees. `tests/events/test_event_rules.py` runs them all.
Patterns are matched against the words before the date (to its left, ending at it), after it (beginning at it), or the
whole clause; `text` is the date itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Pattern

from sitegen.events.anycase import Anycase


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A date that reports no happening. `coarse` rows apply to dates coarser than a day only."""

    name: str
    reason: str
    before: Pattern[str] | Anycase | None = None
    after: Pattern[str] | Anycase | None = None
    clause: Pattern[str] | Anycase | None = None
    unless: Pattern[str] | Anycase | None = None
    coarse: bool = False
    text: Pattern[str] | Anycase | None = None
    ends: frozenset[str] = frozenset()  # the last word before the date is one of these, or the row need not be tried
    needs: tuple[str, ...] = ()  # one of these stands in the clause, or the row need not be tried
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _re(text: str) -> Pattern[str] | Anycase:
    """For words in any case, but for those parts that ask for capitals."""
    return re.compile(text, re.IGNORECASE | re.VERBOSE) if "(?-i:" in text else Anycase(text, re.VERBOSE)


_FIGURE = r"""(?: \d(?:[\d.,]*\d)? \s* (?: percent | per\ cent | % | billion | million | trillion | tonnes | tons | bn | mn | people )
    | [$€£¥] \s* \d )"""
_GROWTH = r"""\b(?: grew | grow | grown | rose | risen | rise | fell | fallen | increased? | increasing | decreased? | declined? | dropped |
    reached | reach | totall?ed | totall?ing | amounted | accounted | stood\ at | averaged | exceeded | surpassed | doubled | tripled |
    soared | plunged | shrank | expanded | contracted | turnover | trade\ volume | (?:two-way|bilateral|mutual|total)\ trade | gdp | exports | imports | revenues? | profit |
    population | spent | spending | budget | forecast | earned )\b"""

DISMISSALS: tuple[Dismissal, ...] = (
    Dismissal(
        name="figure of a period",
        reason="a figure of that period, no happening",
        needs=("percent", "per cent", "%", "illion", " ton", "bn", " mn", " people", "$", "€", "£", "¥"),
        clause=_re(rf"{_FIGURE} [^;]{{0,160}} {_GROWTH} | {_GROWTH} [^;]{{0,160}} {_FIGURE}"),
        unless=_re(r"\b(?:signed|killed|met|elected|joined|summit|agreed|attack|invaded|exercise)\b"),
        coarse=True,
        examples=(
            "Trade between the two countries reached $12 billion in [2017].",
            "Exports grew by 4 percent in [the first quarter].",
        ),
        counter=("The allies agreed in [2014] to spend 2 percent of their budget on defence.",),
    ),
    Dismissal(
        name="share of a period",
        ends=_set("in for of during"),
        reason="a figure of that period, no happening",
        before=_re(
            r"\d\s?(?:percent|per\ cent|%|billion|million|trillion|tonnes|tons)\b[^.;,]{0,40}\ (?:in|for|of|during)\s*$"
        ),
        unless=_re(r"\b(?:signed|deal|contract|killed|pledged|agreed|agreement|loan)\b"),
        coarse=True,
        examples=("Five of them met the goal of 2 percent of output in [2016].",),
    ),
    Dismissal(
        name="what a figure is compared with",
        reason="a figure of that period, no happening",
        before=_re(
            r"\b(?:compared|in\ comparison|as\ against|up\ from|down\ from|versus)\b[^.;]{0,50}\ (?:in|of|for|from|with|to)\s*$"
        ),
        coarse=True,
        ends=_set("in of for from with to"),
        examples=("Eighteen states now spend that much, compared with only three in [2014].",),
    ),
    Dismissal(
        name="sum to be spent",
        needs=("percent", "per cent", "illion", "bn", " mn", "$", "€", "£", "¥"),
        reason="a figure of that period, no happening",
        clause=_re(
            rf"\b(?:invest|spend|provide|contribute|allocate|earmark|add|added|cost|receive|need|buy|sell|import|export|produce)\b[^;]{{0,60}} {_FIGURE}"
        ),
        unless=_re(
            r"\b(?:signed|killed|met|elected|joined|summit|agreed|pledged|approved|promised|announced|attack|invaded|exercise)\b"
        ),
        coarse=True,
        examples=("In [2024], members in Europe will invest a total of 380 billion dollars in defence.",),
        counter=("The allies agreed in [2014] to spend 2 percent of their budget on defence.",),
    ),
    Dismissal(
        name="made to last until",
        ends=_set("until till to through beyond"),
        reason="a limit, not a happening",
        before=_re(
            r"\b(?:extend|prolong|renew|valid|in\ force|exempt|suspend|freez|postpon|delay|defer)\w*(?:\ [\w’'-]+){0,14}\ (?:until|till|through|beyond)\s*$"
        ),
        examples=("They agreed to extend the measures until [January 31] at their meeting.",),
    ),
    Dismissal(
        name="lasts until",
        ends=_set("until till to through"),
        reason="a limit, not a happening",
        before=_re(r"\b(?:last|lasts|lasted)\ (?:until|till|through|to)\s*$"),
        examples=("The visit will last until [September 6].",),
    ),
    Dismissal(
        name="as things stand",
        reason="how things stand, no happening",
        text=_re(r"^(?:today|now|currently|presently)$"),
        after=_re(
            r"^,?\ (?:has|have|comprises?|includes?|counts?|numbers?|groups?|unites?|boasts?)\ (?:[a-z-]+\ |\d[\d,.]*\ ){0,3}"
            r"(?:members?|countries|states|nations|partners?|observers?|people|troops|employees)\b"
        ),
        examples=("The forum was set up in 2001 and [today] has nine members: five states and four isles.",),
        counter=("The ministers [today] have met their guests.",),
    ),
    Dismissal(
        name="run for",
        ends=_set("in for the"),
        reason="the election that somebody stands for, no happening told",
        before=_re(r"\b(?:candidates?|nominees?|hopefuls?|bid)\ (?:in|for)(?:\ the)?\s*$"),
        examples=("He accepted the party's nomination to be its presidential candidate in [2024].",),
        counter=("The candidates met in Oslo in [2024].",),
    ),
    Dismissal(
        name="until something is done",
        reason="a limit, not a happening",
        before=_re(r"\b(?:until|till)\ (?!(?:his|her)\b)[\w’'-]+\ [^.;,]{3,110}$"),
        unless=_re(r"\b(?:until|till)\ [^.;,]{0,60}\b(?:was|were|had|died|left|became|[a-z]{3,}ed)\b"),
        examples=("They back the troops until the army takes over at the end of [2024].",),
        counter=("He led the army until he resigned in [May 2014].",),
    ),
    Dismissal(
        name="toll since",
        reason="a figure of that period, no happening",
        ends=_set("since"),
        before=_re(
            r"\b(?:has|have)\ (?:killed|displaced|injured|wounded|claimed|forced|driven)\b[^.;]{0,90}\ since\s*$"
        ),
        examples=("The war has killed nearly 500,000 people since [March 2011].",),
    ),
    Dismissal(
        name="period of a report",
        reason="a figure of that period, no happening",
        before=_re(r"\b(?:covering|covers|for|over|during|in)\ the\ (?:reporting\ )?period\ (?:from|of|between)\s*$"),
        ends=_set("from of between"),
        examples=("It heard a report covering the period from [1 July 2022 to 24 November 2023].",),
    ),
    Dismissal(
        name="each year",
        reason="a habit, no single happening",
        after=_re(r"^,?\s+(?:each|every|of\ each|of\ every)\s+(?:year|month|week)\b"),
        examples=("They hold their summits in [December] each year, in one of the capitals.",),
    ),
    Dismissal(
        name="usually then",
        reason="a habit, no single happening",
        before=_re(
            r"\b(?:usually|typically|normally|traditionally|customarily|generally)\ (?:[\w-]+\ ){0,4}(?:in|on|at|every|each)\s*$"
        ),
        ends=_set("in on at every each"),
        examples=("They hold their summits, usually in [December], in one of the capitals.",),
    ),
    Dismissal(
        name="what the rules say",
        reason="a rule, no happening",
        text=_re(r"^(?:the\ )?same\ (?:day|month|week|year)$"),
        clause=_re(r"\b(?:must|shall|always|usually|has\ to|have\ to)\b"),
        examples=("The winner must be sworn in on [the same day].",),
    ),
    Dismissal(
        name="in the past year",
        ends=_set("in for over during within throughout"),
        reason="a stretch of time, not a happening",
        text=_re(r"^the\ (?:past|previous|coming|next|last)\ (?:year|decade|century)$"),
        before=_re(r"\b(?:in|for|over|during|within|throughout)\s*$"),
        coarse=True,
        examples=("Relations in [the past year] were discussed.",),
        counter=("It was the first since Chile came in [last year].",),
    ),
    Dismissal(
        name="years of a war",
        ends=_set("of"),
        reason="years that belong to a name",
        before=_re(r"\b(?-i:War)\ of\ $"),
        coarse=True,
        examples=("They will mark the victory in the Great War of [1914-1918].",),
    ),
    Dismissal(
        name="a year named after something",
        text=_re(r"^\d{4}$"),
        reason="a year that belongs to a name",
        after=_re(r"^\s+(?:as\ |to\ be\ )?(?:the\ )?(?-i:Year)\ of\b"),
        coarse=True,
        examples=("They will declare [2019] the Year of the Book.",),
    ),
    Dismissal(
        name="year in the chair",
        reason="the term of a chair, no happening",
        after=_re(r"^['’]s\s+(?:[\w-]+\s+){0,3}(?:chairmanship|presidency|chair)\b"),
        coarse=True,
        examples=("The summit is near, with Chile holding [this year]'s forum chairmanship.",),
    ),
    Dismissal(
        name="year at the head of a motto",
        text=_re(r"^\d{4}$"),
        reason="a year that belongs to a name",
        before=_re(r"[\"“'‘]\s*$"),
        after=_re(r"^:\s"),
        coarse=True,
        examples=('They met under the theme, "[2016]: year of the young".',),
    ),
    Dismissal(
        name="sum for a period",
        ends=_set("for the"),
        reason="a figure of that period, no happening",
        before=_re(r"\b(?:billion|million|trillion|percent|per\ cent|tonnes|tons)\b[^.;,]{0,60}\ for(?:\ the)?\s*$"),
        coarse=True,
        examples=("Members have pledged 20 billion in aid for [the first quarter of 2025].",),
    ),
    Dismissal(
        name="compared with",
        ends=_set("with to in of from than against period"),
        reason="a period something is measured against",
        before=_re(
            r"\b(?:compared\ (?:with|to)(?:\ the\ same\ period)?(?:\ (?:in|of))?|(?:up|down|rise|increase|drop|fall|rose|fell)\b[^.;,]{0,30}\ from|than(?:\ in)?|as\ against|over\ the\ level\ of)\s*$"
        ),
        examples=("Losses were lower than in [2015].", "It was 3 percent more compared to [2016]."),
    ),
    Dismissal(
        name="span of a plan",
        ends=_set("for until till to through covering between from the period years year of and"),
        reason="the span of a plan, not a happening",
        before=_re(
            r"""\b(?:plans?|programmes?|programs?|strateg(?:y|ies)|roadmap|agenda|budget|concept|schedule|calendar|framework|roadmaps|vision)
            (?:\ [\w'’-]+){0,6}\ (?:for|until|till|to|through|covering|up\ to|between|from)(?:\ the)?(?:\ (?:period|years?|year))?(?:\ (?:of|from|between))?\s*$"""
        ),
        coarse=True,
        examples=(
            "They approved a cooperation plan for [2018-2019].",
            "The ministers also approved a cooperation plan for the ministries between the year [2014 and 2015].",
        ),
    ),
    Dismissal(
        name="schedule of a period",
        ends=_set("in for of"),
        reason="the span of a plan, not a happening",
        before=_re(r"\b(?:schedule|calendar|timetable|list)\b[^.,;]{0,70}\ (?:in|for|of)\s*$"),
        coarse=True,
        examples=("A schedule of consultations about defence in [the second half of 2021] will be discussed.",),
    ),
    Dismissal(
        name="year of a title",
        reason="a year that belongs to a name",
        after=_re(
            r"^\s*(?:-\d{2,4})?\s+(?:agenda|vision|strategy|budget|plan|programme|program|development\ strategy|goals|census|edition|model|charter|constitution|convention|season|fiscal)\b"
        ),
        coarse=True,
        examples=("It spoke of the [2030] Agenda.", "The [2018] budget holds no surprise."),
    ),
    Dismissal(
        name="span of a named plan",
        ends=_set(
            "vision agenda horizon strategy roadmap plan programme program expo euro army eaeu budget vision- agenda- plan- expo- euro- army-"
        ),
        reason="the span of a plan, not a happening",
        before=_re(
            r"\b(?:vision|agenda|horizon|strategy|roadmap|plan|programme|program|expo|euro|army|eaeu|budget)[\s-]*$"
        ),
        examples=("The pavilion of EXPO [2017] is new.", "Under Vision [2030] ports will be built."),
    ),
    Dismissal(
        name="deadline far off",
        ends=_set("by until till through before than to the year of middle early late toward towards mid mid- end"),
        reason="a deadline, not a happening",
        before=_re(
            r"\b(?:by|until|till|through|before|no\ later\ than|up\ to|by\ the\ end\ of|by\ mid-?|towards?)(?:\ (?:the\ )?(?:year|end\ of|middle\ of|early|late))?\s*$"
        ),
        unless=_re(r"\b(?:was|were|had|did|lasted|served|until\ (?:his|her|their))\b|,\ when\ "),
        coarse=True,
        examples=("The road is to be finished by [2030].", "Spending should reach two percent by [2024]."),
    ),
    Dismissal(
        name="record since",
        ends=_set("since"),
        reason="only the reach of a comparison",
        before=_re(
            r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th)|most|highest|lowest|worst|biggest|largest|deadliest|longest|only|strongest|record)\b[^.;,]{0,60}\ since\s*$"
        ),
        coarse=True,
        examples=(
            "Gabon is the sixth member to be suspended since [2020].",
            "It was the highest figure since [June 2012].",
        ),
    ),
    Dismissal(
        name="work reviewed or planned",
        ends=_set("in for of during"),
        reason="a stretch of time, not a happening",
        before=_re(
            r"\b(?:sum(?:med|s)?\ up|review\w*|discuss\w*|consider\w*|outlin\w+|approv\w+|evaluat\w+|assess\w*)\b[^.;]{0,60}"
            r"\b(?:results?|outcomes?|plans?|schedules?|calendar|work|activities)\b[^.;]{0,90}\ (?:in|for|of|during)\s*$"
        ),
        text=_re(r"^(?:the\ )?(?:\d{4}|this\ year|next\ year|last\ year|the\ (?:current|coming|past)\ year)$"),
        coarse=True,
        examples=("The meeting will sum up the results of joint trainings of the bodies in [2016].",),
    ),
    Dismissal(
        name="not since",
        ends=_set("since"),
        reason="how long something has not been so",
        before=_re(r"\b(?:has|have|had)\ (?:not|never|hardly)\b[^.;]{0,90}\ since\s*$"),
        coarse=True,
        examples=("The party has not held the presidency since [2007].",),
    ),
    Dismissal(
        name="during a term in the chair",
        ends=_set("in of for"),
        reason="the term of a chair, no happening",
        before=_re(
            r"\b(?:for|during|under|of)\ (?:its|their|his|her|the)\ (?:[\w’'-]+\ ){0,2}(?:presidency|chairmanship)\ (?:in|of|for)\s*$"
        ),
        coarse=True,
        examples=("It is among the priorities declared by Chile for its presidency in [2024].",),
    ),
    Dismissal(
        name="for the period",
        ends=_set("period for"),
        reason="the span of a report or an office, not a happening",
        before=_re(
            r"\b(?:for\ the\ period(?:\ (?:of|from))? | (?:chair(?:person|man|woman|manship)?|president|presidency|host)\ for)\s*$"
        ),
        coarse=True,
        examples=(
            "They will consider the annual report for the period [January to December 2017].",
            "They will elect the chairperson for [2019].",
        ),
    ),
    Dismissal(
        name="in the chair this year",
        reason="the term of a chair, no happening",
        before=_re(
            r"\b(?:(?:rotating\ )?(?:president|chair|chairman)\ of|chairing|chairs|chaired|presides\ over|presiding\ over|heads|heading|holds?\ the\ (?:rotating\ )?(?:presidency|chair|chairmanship)(?:\ of)?)"
            r"\ [^.;,]{0,40}\s*$"
        ),
        text=_re(r"^(?:this\ year|\d{4}|this\ term)$"),
        coarse=True,
        unless=_re(r"\b(?:took|takes|assumed|handed|summit|meeting|session)\b"),
        examples=("The priorities of Kazakhstan, which is chairing the organization [this year], are new.",),
    ),
    Dismissal(
        name="going on since",
        ends=_set("since"),
        reason="something that goes on, no happening",
        before=_re(r"\b(?:has|have|had)\ been\ (?:[a-z]+ly\ )?[a-z]{3,}ing\b[^.;]{0,80}\ since\s*$"),
        coarse=True,
        examples=("The two countries have been developing close ties since [1993].",),
        counter=("The group has been suspended since [2021].",),
    ),
    Dismissal(
        name="year of birth or age",
        reason="a year of birth",
        before=_re(r"\b(?:born|b\.)(?:\ (?:in|on))?(?:\ [a-z]\w+,?){0,3}(?:\ (?:in|on))?\s*$"),
        examples=("The minister, born in [1958], is a lawyer.",),
    ),
    Dismissal(
        name="bare year in parentheses",
        reason="a year that stands by itself in parentheses",
        before=_re(r"\(\s*$"),
        after=_re(r"^\s*\)"),
        unless=_re(r"\b(?:summit|meeting|joined|accession|founded|signed|exercise|conference)\b"),
        coarse=True,
        examples=("She loves Anna Karenina ([1967]).",),
    ),
    Dismissal(
        name="copyright",
        reason="a copyright or page line",
        before=_re(
            r"(?:©|\(c\)|copyright|all\ rights\ reserved|posted|updated|last\ modified|published(?:\ (?:on|in\ [a-z]\w+))?)[\s:,©]*$"
        ),
        examples=("Copyright © [2019] Some Press.", "Updated: [3 May 2018]"),
    ),
    Dismissal(
        name="picture credit",
        reason="the day of a stored picture",
        needs=("photo", "Photo", "pic", "Pic", "image", "Image", "PHOTO"),
        clause=_re(r"\b(?:file\ (?:photo|picture|image)|archive\ photo|stock\ photo|filed?\ pic)\b"),
        examples=("The headquarters in Brussels, [June 2016] (file photo).",),
    ),
    Dismissal(
        name="law or document of a year",
        ends=_set("the"),
        reason="the year of a document that is only cited",
        after=_re(
            r"^\s+(?:un|united\ nations|geneva|vienna|hague|minsk|law|treaty\ on|convention\ on|universal\ declaration)\b"
        ),
        before=_re(r"\b(?:the|under\ the|including\ the|violates?\ the)\s*$"),
        coarse=True,
        examples=("They cited the [1982] UN Convention on the Law of the Sea.",),
    ),
    Dismissal(
        name="now",
        reason="the present, not a day",
        after=_re(
            r"^['’]s\s+(?:world|society|circumstances|conditions|reality|era|geopolitical|global|security|environment|turbulent|complex|youth|standards|challenges|threats|conflicts|wars)\b"
        ),
        examples=("The general said that [today]'s world faces many crises.",),
    ),
    Dismissal(
        name="for the coming year",
        ends=_set("for the"),
        reason="the span of what is planned, not a happening",
        before=_re(
            r"\b(?:events?|activities|steps|measures|tasks|priorities|plans?|goals|targets|schedule|contacts|work|cooperation|exercises|drills|budget|programme|program|agenda)\ (?:[\w’'-]+\ ){0,4}for(?:\ the)?\s*$"
        ),
        after=_re(r"^"),
        unless=_re(r"\b(?:will\ be\ held|took\ place|take\ place|were\ held|was\ held|to\ be\ held)\b"),
        coarse=True,
        examples=("The sides agree on joint events for [the next year].",),
    ),
    Dismissal(
        name="from now to then",
        ends=_set("and"),
        reason="a stretch of time, not a happening",
        before=_re(r"\bbetween\ now\ and\s*$"),
        examples=("In the period between now and [March 1] it needs a majority.",),
    ),
    Dismissal(
        name="still today",
        reason="the present, not a day",
        text=_re(r"^today$"),
        before=_re(r"\b(?:is|are|remains?)\ (?:still|even)\b[^.;]{0,40}\s*$"),
        examples=("The war is still going on [today].",),
    ),
    Dismissal(
        name="today is now",
        reason="the present, not a day",
        text=_re(r"^today$"),
        before=_re(r"^\W*$"),
        after=_re(r"^,?\s[^.;]{0,60}?\b(?:is|are|remains?|continues?|has\ become|have\ become|has\ been|have\ been)\b"),
        examples=("[Today], the country is actively developing its ties.",),
    ),
    Dismissal(
        name="the past year",
        ends=_set("over during throughout within of the"),
        reason="a stretch of time, not a happening",
        text=_re(r"^(?:the\ )?(?:past|previous|coming|next|last)\ (?:year|month|week|decade|century|quarter)$"),
        before=_re(r"\b(?:over|during|throughout|within|of|results\ of)(?:\ the)?\s*$"),
        after=_re(r"^(?!['’]s\ )"),
        unless=_re(r"\b(?:summit|meeting|end|beginning|start)\ of\ (?:the\ )?(?:past|previous|last|next)\b"),
        coarse=True,
        examples=("They reviewed the work of their staffs over [the past year].",),
        counter=("They knew the results of [last month]'s election.",),
    ),
    Dismissal(
        name="work of a year",
        reason="a stretch of time, not a happening",
        after=_re(r"^['’]s\s+(?:work|results|activities|achievements|performance|harvest|figures|level|budget)\b"),
        coarse=True,
        examples=("They discussed the results of [the past year]'s work.",),
    ),
    Dismissal(
        name="after a year",
        ends=_set("after beyond post post- to"),
        reason="an open stretch of time, not a happening",
        before=_re(r"\b(?:after|beyond|post-?|prior\ to)\s*$"),
        text=_re(r"^\d{4}$"),
        coarse=True,
        examples=("It spoke of support for the country after [2014].",),
    ),
    Dismissal(
        name="year of a named gathering",
        reason="a year that belongs to a name",
        after=_re(
            r"^\s+(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*){0,5}\s*(?-i:Summit|Games|Olympics|Cup|Forum|Conference|Accords?|Agreement|Treaty|Charter|Act|Memorandum|Protocol|Declaration|Plan|Strategy|Vision|Programme|Program|Roadmap|Agenda|Blueprint)\b"
        ),
        coarse=True,
        examples=("They saw the hall, the venue of the [2018] SCO Summit.",),
    ),
    Dismissal(
        name="limit",
        ends=_set("to until till by through for year"),
        reason="a limit, not a happening",
        before=_re(
            r"\b(?:limit|deadline|target|horizon|extended|extends|prolonged|valid|expected\ to\ last)(?:\ [\w’'-]+){0,5}\ (?:to|until|till|by|through|for)(?:\ the\ year)?\s*$"
        ),
        coarse=True,
        examples=("They had to move the time limit to the year [2030].",),
    ),
    Dismissal(
        name="habit",
        ends=_set("every each on"),
        reason="a habit, no single happening",
        before=_re(r"\b(?:every|each|on)\s*$"),
        after=_re(r"^s\b"),
        examples=("Tours leave on [Tuesday]s.",),
    ),
)
