"""How news says who belongs to what: one row a wording, with its own example.

`kind` says what the wording makes of the date beside it:
- `now`: how things stand; as of publication, or since a day where "since" says so;
- `begins`: the status begins, on the day named with it; `founded` likewise, at the organization's founding;
- `decided`, `signed`, `applied`: a step on the way; `left`, `suspended`: the status ends or is interrupted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sitegen.memberships.lexicon import expand
from sitegen.model import Status

__all__ = ["ANCHORS", "CUES", "ORGANIZATION_PLACES", "RULES", "STATUS_PLACES", "Kind", "Rule"]

_ANCHOR = re.compile(r"\{(L|ORG|S)\}")

Kind = Literal["now", "begins", "founded", "decided", "signed", "applied", "left", "suspended"]


@dataclass(frozen=True, slots=True)
class Rule:
    """`cues`: one of these words must stand in the sentence, looked for first as that costs least.

    `status` where the wording itself says it, else the group `s` does. `subject`: the list must not be the object of a
    preposition. `strict`: no hedge anywhere before in the clause; else only "if", "whether", "not". `context`: this or
    the sentence before must speak of membership; `near`: the sentence before must name the organization. `factual`: needs a date or words before that make it a fact.
    """

    name: str
    pattern: str
    kind: Kind
    cues: tuple[str, ...]
    examples: tuple[str, ...]
    status: Status | None = None
    subject: bool = False
    strict: bool = False
    context: bool = False
    near: bool = False
    factual: bool = False

    @property
    def anchor(self) -> str:
        """What it begins with, if a list L, an organization O or a status S: then only those places are tried."""
        found = _ANCHOR.match(self.pattern)
        return {"ORG": "O"}.get(found[1], found[1]) if found else ""

    @property
    def takes_aside(self) -> bool:
        return "{APP}" in self.pattern

    @property
    def compiled(self) -> re.Pattern[str]:
        return expand(self.pattern)


_ADJ = (
    r"(?:(?:full|fully|non-member|new|newest|latest|founding|permanent|official|only|also|long-standing|longstanding|associate|active|key|"
    r"leading|largest|biggest|smallest|youngest|oldest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|"
    r"eleventh|twelfth|[0-9]+(?:st|nd|rd|th)|important|major|close|loyal|regional|european|asian|african|western|arab|fellow|sole|"
    r"current|regular|equal|strategic|core|original|formal|proud|committed|recent|most recent|\x01a[0-9]+\x02) )"
)
_CLOSED = (
    r"(?: too| as well| itself| themselves)?(?=[,.;:)—–]| [—–-] |\Z| since | and | or | which | whose | with | that )"
)
_HAVE_VERBS = (
    r"(?:groups?|comprises?|unites?|brings together|takes in|includes?|encompasses|consists of|counts|numbers|gathers|covers|embraces|"
    r"is (?:made up|composed|comprised) of|are|has as members|is formed by|links|joins together|currently has|"
    r"grouped|comprised|united|brought together|included|consisted of|was (?:made up|composed|comprised) of)"
)
_NOUN_OF_STATES = (
    r"(?: (?:{W} ){0,4}?(?:members|members and|states|countries|nations|powers|economies|republics|neighbours|neighbors|giants|"
    r"members such as|nations such as|countries such as))?"
)
#: What an accession is not yet: its papers and what leads to it.
_ITS_PAPERS = (
    r"(?! (?:to \x01o[0-9]+\x02 )?(?:protocols?|treat(?:y|ies)|papers?|documents?|instruments?|agreements?|talks|process|bids?|negotiations?|"
    r"applications?|requests?|hopes|prospects?|plans?|path|criteria|terms))"
)
_BEEN = r"(?:was|were|has been|have been|had been|got|is|are|being)"

RULES: tuple[Rule, ...] = (
    Rule(
        "list as status",
        r"(?:with|and|,|groups?|grouping|comprises|includ(?:es|ing)|unites|has|have|had|counts|counting|lists|names|takes in|plus|"
        r"while|brings together|in addition to) {L}{PAR}{APP},? (?:serving |acting |participating |listed |now |currently |both |all )?"
        r"as {N}{OF}",
        "now",
        (" as ",),
        (
            "The SCO now groups China and Russia as member states, with India as an observer. => SCO | CN,RU | member; SCO | IN | observer",
            "The ministers met India and Iran as observers of the talks. =>",
        ),
        strict=True,
    ),
    Rule(
        "status is list",
        r"{S}{OF}{PAR}(?:,[^,;:\x01]{0,60},|,)?(?: (?:henceforth|now|today|currently|also))? (?:are|is|includes?|included|were|was|comprises?|being|remain|now include)"
        r"(?: now| currently| also| today| at present| still)*:? (?:countries such as |states such as |nations such as )?{L}",
        "now",
        ("are", " is ", "includ", "were", "was", "compris", "being", "remain"),
        ("The ten members of ASEAN are Brunei and Laos. => ASEAN | BN,LA | member",),
    ),
    Rule(
        "status: list",
        r"{S}{OF}{PAR}[\"”’']? ?(?::|—|–|-|\(|,? namely|,? including|, includes|,? such as|,? i\.e\.,?|, notably|,? especially|, in particular,?|"
        r",? like|, among them|,? which (?:now |currently )?(?:include|are|comprise)|,? which also include) ?{L}",
        "now",
        ("member", "observer", "partner", "ally", "allies", "candidate", "applicant", "signator"),
        (
            "NATO members including Turkey and Hungary objected. => NATO | TR,HU | member",
            "The BRICS club will admit six new members, including Egypt and Iran. =>",
            "The SCO trained the troops of its eight members, which include China and India. => SCO | CN,IN | member",
        ),
    ),
    Rule(
        "status beside list",
        r"{S} {L}(?! (?:and|or) (?:the )?{W} (?:of|from)\b)",
        "now",
        ("member", "observer", "partner", "ally ", "allies", "candidate", "applicant"),
        (
            "He met the envoy of SCO observer Belarus. => SCO | BY | observer",
            "Members of the Chinese delegation came. =>",
        ),
    ),
    Rule(
        "status, list",
        r"(?:(?:\Aas|\Alike|\Aunlike|, as) {N}{OF}, {L}|(?:its|the|bloc's|group's|\x02['’]s) (?:{W} ){0,3}?{S}, {L2}"
        + _CLOSED
        + r"|"
        r"(?:has|have|had|with|counts) (?:{W} ){0,3}?{S}{OF}(?:,|:| —| -) (?P<m2>{LIST})" + _CLOSED + r")",
        "now",
        ("member", "observer", "partner", "ally", "allies"),
        ("As an observer in the SCO, Iran backs the plan. => SCO | IR | observer",),
    ),
    Rule(
        "list is status",
        r"{L}{PAR}{APP},? (?:which |who |that )?{BE} (?:(?:a|an|the|its|both|all|one of the|one of its|among the|among its|each|"
        r"part of the|the {W} of|one of|some of) )*{ITS}" + _ADJ + r"*{S}{OF}",
        "now",
        ("member", "observer", "partner", "founder", "candidate", "applicant", "signator", "allies", "ally"),
        (
            "Afghanistan and Mongolia are observers in the SCO. => SCO | AF,MN | observer",
            "Georgia is not a member of NATO. =>",
        ),
        subject=True,
    ),
    Rule(
        "list, a status",
        r"{L}{PAR}(?:,|—|–| —| –| -| \() ?(?:which |who )?(?:(?:is|are|has been|have been|now|currently|both|all|itself|themselves|also|then|still|"
        r"already|each|formerly|presently|all of them|both of them|until then|at the time) )*(?:(?:a|an|another|the|its|one of the|one of its) "
        r"{ITS}(?:(?!\x01)[\w’'-]+ |" + _ADJ + r"){0,3}?|{ITS}" + _ADJ + r"{0,2})"
        r"{S}{OF}" + _CLOSED,
        "now",
        ("member", "observer", "partner", "founder", "candidate", "applicant", "ally", "allies"),
        ("The minister of Belarus, an observer state, spoke at the SCO talks. => SCO | BY | observer",),
    ),
    Rule(
        "holds a status",
        r"{L}{PAR},? (?:which |who )?(?:currently |now |already |still |also |both |all |only )*(?:holds?|has|have|had|enjoys?|retains?|keeps?) "
        r"(?:the |an? |only |full )*(?:status of (?:an? |the )?)?(?:(?:the )?\x01o[0-9]+\x02(?:['’]s?)? )?{S}{OF}",
        "now",
        ("status", "membership"),
        ("Mongolia holds observer status in the SCO. => SCO | MN | observer",),
        subject=True,
    ),
    Rule(
        "organization groups list",
        r"{ORG}{PAR},? (?:which |that |who )?(?:also |now |currently |today |already |still |thus |then |initially |originally )*"
        + _HAVE_VERBS
        + r"(?: among (?:its|the) (?:{W} ){0,2}?members)?(?: also)?(?: as (?:its )?(?:full |permanent )?members)?"
        + _NOUN_OF_STATES
        + r"(?: ?[:,—–(-])? ?{L}(?! as )",
        "now",
        (
            "group",
            "compris",
            "unite",
            "together",
            "takes in",
            "took in",
            "includ",
            "encompass",
            "consist",
            "counts",
            "numbers",
            "gather",
            "covers",
            "embrac",
            "made up",
            "composed",
            "members",
            "formed by",
            "links",
        ),
        (
            "The CSTO comprises Armenia, Belarus and Russia. => CSTO | AM,BY,RU | member",
            "The military bloc CSTO consists of three states (Armenia, Belarus and Russia). => CSTO | AM,BY,RU | member",
        ),
        status="member",
    ),
    Rule(
        "it groups list",
        r"(?:\A|[;,] |and |but )(?:(?:today|now|currently|at present),? )?(?:it|its membership|the (?:{W} ){0,3}?(?:bloc|group|grouping|alliance|"
        r"organi[sz]ation|pact|union|community|mechanism)) (?:also |now |currently |today |already |still )*"
        + _HAVE_VERBS.replace("|are|", "|")
        + _NOUN_OF_STATES
        + r"(?: ?[:,—–(-])? ?{L}(?! as )",
        "now",
        ("it ", "bloc", "group", "alliance", "organi", "pact", "union", "community", "mechanism", "membership"),
        ("The CSTO met. It comprises Armenia and Russia. => CSTO | AM,RU | member",),
        status="member",
        near=True,
    ),
    Rule(
        "besides list, list",
        r"(?:besides|apart from|in addition to|aside from|as well as|along with|alongside|together with) {L2},? (?:{ORG}|it|the (?:{W} ){0,2}?"
        r"(?:bloc|group|grouping|alliance|organi[sz]ation|pact)) (?:also |now |currently )*(?:groups|comprises|includes|takes in|unites|"
        r"brings together|has|counts|consists of|included|took in|grouped|comprised)"
        + _NOUN_OF_STATES
        + r" {L}(?! as )",
        "now",
        ("besides", "apart", "addition", "aside", "as well", "along", "together"),
        ("The CSTO met. Besides Russia it takes in Armenia and Belarus. => CSTO | AM,BY,RU | member",),
        status="member",
    ),
    Rule(
        "organization of list",
        r"{ORG}(?:(?:,| -| —| –| is| was|, which is) (?:an?|the)(?: {W}){1,7}?)?,?(?: \()? ?(?:(?:originally|initially|currently|now) )?(?:comprising|consisting of|made up of|composed of|grouping|uniting|linking|bringing together|"
        r"(?:which|that) (?:also )?(?:groups|includes|comprises|unites|brings together|takes in|consists of|is made up of|is composed of|counts)|"
        r"whose members are)(?: (?:its|the))?(?: {W}){0,4}?(?: ?[:—–-])? {L}(?! as )"
        r"|{ORG}(?:,| is| was| -| —| –) (?:an? |the )(?:{W} ){0,4}?(?:pact|alliance|bloc|group|grouping|organi[sz]ation|union|partnership|forum|club|"
        r"association|mechanism|community|dialogue|arrangement|treaty|coalition) (?:of|between|among|involving)(?: {W}){0,2}? {L}(?! as )",
        "now",
        (
            "compris",
            "consist",
            "made up",
            "composed",
            "grouping",
            "unit",
            "linking",
            "bringing",
            "which",
            "that",
            "whose",
            " of ",
            "between",
            "among",
            "involving",
        ),
        ("The CSTO, a military alliance comprising Armenia, Belarus and Russia, met. => CSTO | AM,BY,RU | member",),
        status="member",
    ),
    Rule(
        "organization (list)",
        r"{ORG}(?: (?:countries|states|nations|powers|members|partners|grouping))? ?(?:\(|— |– |- |: ) ?{L} ?(?:\)|—|–|-|\.|,|;|\Z)"
        r"|{ORG} (?:countries|states|nations) {L}",
        "now",
        ("(", "—", "–", " - ", ": ", "countries", "states", "nations"),
        ("The Quad countries (Australia, India, Japan and the United States) met. => Quad | AU,IN,JP,US | member",),
        status="member",
    ),
    Rule(
        "belongs to",
        r"{L}{PAR},? (?:which |who )?(?:both |all |also |already |now )*(?:belongs?|is party|are party|are parties) to {ORG}{STOP}",
        "now",
        ("belong", "part"),
        ("Armenia and Belarus belong to the CSTO. => CSTO | AM,BY | member",),
        status="member",
        subject=True,
    ),
    Rule(
        "the newest is",
        r"(?:newest|latest|youngest|most recent|other|others|rest|remaining)(?: (?:of them|ones?|members?))?,? (?:is|are|being) {L}"
        + _CLOSED,
        "now",
        ("newest", "latest", "youngest", "recent", "other", "rest", "remaining"),
        ("NATO has 31 members. The newest is Finland, says the leaflet. => NATO | FI | member",),
        status="member",
        context=True,
    ),
    Rule(
        "they are",
        r"\A(?:they|these|those)(?: now)? (?:are|include)(?: now| currently| today)*:? {L}",
        "now",
        ("they", "these", "those"),
        ("ASEAN has ten members. They include Laos and Brunei. => ASEAN | LA,BN | member",),
    ),
    Rule(
        "founded by list",
        r"(?:{ORG}|it|which|that|bloc|group|grouping|organi[sz]ation|alliance|pact|community|union),? (?:(?:which|that) )?(?:(?:was|were|has been|is) )?"
        r"(?:first |originally |formally |officially |initially |jointly )?(?:founded|established|set up|formed|created|launched|initiated|born)"
        r"(?: {W},?){0,14}? (?:by|with|between|among) (?:the )?(?:{W} ){0,6}?(?:(?:countries|states|nations|members|republics|powers|leaders of|presidents of|"
        r"governments of|heads of state of|foreign ministers of|ministers of)(?:,|:| —| –| -)? )?{L}(?! as (?!found))",
        "founded",
        ("found", "established", "set up", "formed", "created", "launched", "initiated", "born"),
        (
            "NATO was founded on 4 April 1949 by twelve countries: Belgium and Canada. => NATO | BE,CA | founding-member | start 1949-04-04",
        ),
        status="founding-member",
        strict=True,
    ),
    Rule(
        "its founding by list",
        r"(?:creation|founding|establishment|formation|foundation|inception|birth)(?: {W},?){0,8}? by (?:the )?(?:{W} ){0,5}?(?:(?:countries|states|nations|"
        r"leaders of|presidents of)(?:,|:| —| –| -)? )?{L}",
        "founded",
        ("creation", "founding", "establishment", "formation", "foundation", "inception", "birth"),
        (
            "BRICS has grown since its creation in 2006 by Brazil, Russia, India and China. => BRICS | BR,RU,IN,CN | founding-member | start 2006",
        ),
        status="founding-member",
        strict=True,
    ),
    Rule(
        "list founded",
        r"{L}{PAR},? (?:which |who )?{DID}(?:founded|established|set up|formed|created|launched|co-founded|initiated|(?:signed|concluded) the (?:{W} ){0,3}?"
        r"(?:establishing|creating|founding)) {ORG}{STOP}",
        "founded",
        ("found", "established", "set up", "formed", "created", "launched", "initiated", "creating"),
        ("Kenya, Uganda and Tanzania founded the EAC in 1999. => EAC | KE,UG,TZ | founding-member | start 1999",),
        status="founding-member",
        subject=True,
    ),
    Rule(
        "joined it",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:joined|joins|rejoined|rejoins|re-joined|acceded to|accedes to|entered|enters|became (?:a )?part of)"
        r"(?: (?:the ranks of|the family of))? {O}(?! in (?!early|spring|mid)\w+ing)(?:{STOP}| as {N})",
        "begins",
        ("join", "acced", "enter", "part of"),
        (
            "Finland joined NATO on 4 April 2023. => NATO | FI | member | start 2023-04-04",
            "India joined the SCO drills in 2018. =>",
        ),
        status="member",
        subject=True,
    ),
    Rule(
        "join it",
        r"{L}{PAR} (?:both |all )?(?:join|accede to|enter) {O}(?! in (?!early|spring|mid)\w+ing){STOP}",
        "begins",
        ("join ", "acced", "enter "),
        ("India, Pakistan join SCO as full members. => SCO | IN,PK | member",),
        status="member",
        subject=True,
        strict=True,
    ),
    Rule(
        "was joined by",
        r"{ORG},? (?:[^,;\x01]{0,40}, )?(?:was|were|has been|being) {DID}joined by {L}(?=,? (?:in |on |early |late )?{D}|(?:,? as {N}))",
        "begins",
        ("joined by",),
        (
            "ASEAN was later joined by Brunei in January 1984, followed by Viet Nam in 1995. => ASEAN | BN | member | start 1984-01; ASEAN | VN | member | start 1995",
            "NATO was joined by Ukraine for the talks. =>",
        ),
        status="member",
    ),
    Rule(
        "joined as",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:joined|rejoined|came in|came on board|came aboard|entered|acceded|signed up|signed on|was brought in|were brought in)"
        r"(?: {ORG})?(?:,? (?:in|on|at) {D}|(?: (?:in|on|at))?(?: (?!as )[\w’'-]+){1,4}?)?,? as {N}{OF}",
        "begins",
        (" as ",),
        (
            "Iran joined as a full member of the SCO in 2023. => SCO | IR | member | start 2023",
            "India joined as an observer at the drill. =>",
        ),
        subject=True,
    ),
    Rule(
        "joined on a day",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:joined|came in|came on board|came aboard|entered|acceded|followed|was admitted|were admitted|was "
        r"accepted|were accepted|was added|were added|rejoined)(?=,? (?:only |just |later |earlier |suit |on board |as )*(?:in |on |at |that same |since )?(?:early |late |mid-?|the same )?(?:{D}|(?:a|one|two|three|four|five|[0-9]{1,2}) (?:days?|weeks?|months?|years?) later|the (?:next|following) (?:month|year)|later)"
        r"|(?<=mitted)(?: (?!to|as|into|in order)[\w’'-]+){1,7}? {D})",
        "begins",
        ("joined", "came", "entered", "acceded", "followed", "admitted", "accepted", "added"),
        (
            "NATO has 31 members; the newest is Finland, which joined on 4 April 2023. => NATO | FI | member | start 2023-04-04",
        ),
        status="member",
        subject=True,
        context=True,
    ),
    Rule(
        "became",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:became|becomes) {N}{OF}",
        "begins",
        ("became", "becomes"),
        ("Mongolia became the first observer of the SCO in 2004. => SCO | MN | observer | start 2004",),
        subject=True,
    ),
    Rule(
        "become",
        r"{L}{PAR} (?:both |all |now )?become {N}{OF}",
        "begins",
        ("become ",),
        (
            "July 5, 2005: India, Iran and Pakistan become observers of the SCO. => SCO | IN,IR,PK | observer | start 2005-07-05",
        ),
        subject=True,
        strict=True,
    ),
    Rule(
        "made list a status",
        r"{DID}(?:made|makes|named|designated|declared) {L}(?: (?:an?|the|its|full|new|first))* {S}{OF}",
        "decided",
        ("made ", "makes ", "named", "designated", "declared"),
        (
            "In 2017 the heads of state made India and Pakistan full members of the SCO. => SCO | IN,PK | member | start 2017",
        ),
        strict=True,
    ),
    Rule(
        "raised list to status",
        r"{DID}(?:raised|upgraded|elevated|promoted|lifted) {L}(?: from (?:the |an? |its |that of (?:an? )?)?(?:{W} ){1,4}?)?(?: ?to| ?into) (?:the status of |that of |the level of |the rank of )?{N}{OF}",
        "decided",
        ("raised", "upgraded", "elevated", "promoted", "lifted"),
        ("The SCO summit raised Belarus to observer on 10 July 2015. => SCO | BY | observer | start 2015-07-10",),
        strict=True,
    ),
    Rule(
        "counted, then listed",
        r"(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|[0-9]{1,2}) (?:{W} ){0,3}?{S}{OF}"
        r"(?:[^:;.\x01]|{D}|\x01o[0-9]+\x02){0,70}?: {L}",
        "now",
        (": ",),
        (
            "The CSTO has had the same six members since 2012: Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan. => CSTO | AM,BY,KZ,KG,RU,TJ | member | start 2012",
            "Two SCO members sent troops to the drill: China and India and Nepal helped. =>",
        ),
    ),
    Rule(
        "have become",
        r"{L}{PAR}(?:,? (?:which|who))?,? (?:has|have|had) {DID}become {N}{OF}",
        "begins",
        ("become",),
        ("Belarus has become a full member of the SCO. => SCO | BY | member",),
        subject=True,
    ),
    Rule(
        "was admitted",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? "
        + _BEEN
        + r" {DID}(?:admitted|readmitted|accepted|inducted|taken in|let in|approved|welcomed|confirmed|recogni[sz]ed)"
        r"(?: (?:to|into|in|by) {ORG})?(?:,? (?:in|on|at) (?:early |late )?{D})?(?: (?:in|at|during|to|into) (?:the )?(?:{W} ){0,5}?summit)?,? as {N}{OF}",
        "begins",
        ("admitted", "accepted", "inducted", "taken in", "let in", "approved", "welcomed", "confirmed", "recogni"),
        ("India was admitted as a full member of the SCO in 2017. => SCO | IN | member | start 2017",),
        subject=True,
    ),
    Rule(
        "was admitted to it",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? "
        + _BEEN
        + r" {DID}(?:admitted|readmitted|accepted|inducted|taken|let|added) (?:to|into|in|by) (?:{O}|it){STOP}(?! as )",
        "begins",
        ("admitted", "accepted", "inducted", "taken", "let in", "added"),
        ("Montenegro was admitted to NATO in 2017. => NATO | ME | member | start 2017",),
        status="member",
        subject=True,
    ),
    Rule(
        "upgraded to",
        r"(?:{L}{PAR}(?:,? (?:which|who))?,?|(?P<m2>{LIST})['’]s? status{OF}) (?:"
        + _BEEN
        + r" )?{DID}(?:upgraded|elevated|promoted|raised|lifted|moved up|moved|rose|graduated)(?: its status)?"
        r"(?:,? (?:in |on )?{D},?)?(?: from (?:the |an? |its |that of (?:an? )?)?(?:{W} ){1,4}?)?(?: ?to| ?into) (?:the status of |that of |the level of |the rank of )?{N}{OF}",
        "begins",
        ("upgraded", "elevated", "promoted", "raised", "moved", "rose", "lifted", "graduated"),
        ("Belarus was upgraded to an observer of the SCO in 2015. => SCO | BY | observer | start 2015",),
        subject=True,
    ),
    Rule(
        "it admitted list",
        r"{DID}(?:admitted|accepted|took in|inducted|let in|absorbed|admits|accepts|welcomed|welcomes|added|adds) {L}(?:,? (?:in|on|at) {D})?"
        r"(?:,? (?:in|at|during) (?:the|its) (?:{W} ){0,5}?summit)?,? (?:as|into) {N}{OF}",
        "begins",
        ("admi", "accept", "took in", "inducted", "let in", "absorbed", "welcome", "add"),
        ("The SCO admitted Iran as a full member in 2023. => SCO | IR | member | start 2023",),
        strict=True,
    ),
    Rule(
        "it took in list",
        r"(?:{ORG}|it|which|leaders|summit|members|ministers|presidents|council|states|countries|five|six|eight|heads of state|and|,) {DID}(?:admitted|readmitted|took in|inducted|let in|absorbed|admits|admit|added) {L}"
        r"(?=[.,;]|\Z| (?:in|on|at|into|to|as its|last|this|during|after|when|while|and|with) | {D})(?! as | into (?!\x01|the \x01))",
        "begins",
        ("admi", "took in", "inducted", "let in", "absorbed", "added"),
        ("NATO took in Finland in 2023. => NATO | FI | member | start 2023",),
        status="member",
        strict=True,
    ),
    Rule(
        "entry of list",
        r"(?:entry|accession|admission|inclusion|joining|induction|admittance|acceptance|addition) of {L}(?: (?:to|into|in) {ORG})?(?: as {N}{OF})?"
        r"(?! (?:in|to)to? (?!{D}|early|late|the \x01|\x01|january|february|march|april|may|june|july|august|september|october|november|december))",
        "begins",
        (
            "entry of",
            "accession of",
            "admission of",
            "inclusion of",
            "joining of",
            "induction of",
            "admittance of",
            "acceptance of",
            "addition of",
        ),
        (
            "The SCO changed after the entry of India and Pakistan as members last year. => SCO | IN,PK | member",
            "The SCO leaders discussed the accession of Iran. =>",
            "The protocol on the accession of North Macedonia to NATO was signed on 6 February 2019. =>",
        ),
        status="member",
        strict=True,
        factual=True,
    ),
    Rule(
        "list's entry",
        r"(?P<m>{LIST})['’]s? (?:(?:full|formal|official|recent|\x01o[0-9]+\x02) )*(?:entry|accession|admission|induction|admittance)"
        + _ITS_PAPERS
        + r"(?: (?:to|into|in) {ORG})?(?: as {N}{OF})?(?! (?:to|into) (?!{D}))",
        "begins",
        ("entry", "accession", "admission", "induction", "admittance"),
        (
            "NATO has grown since Sweden's accession in March 2024. => NATO | SE | member | start 2024-03",
            "NATO allies signed Sweden's accession protocol on 5 July 2022. =>",
        ),
        status="member",
        strict=True,
        factual=True,
    ),
    Rule(
        "demonym entry",
        r"{A} (?:entry|accession|admission)" + _ITS_PAPERS + r"(?: (?:to|into) {ORG})?(?! (?:to|into) (?!{D}))",
        "begins",
        ("entry", "accession", "admission"),
        ("NATO has grown since Finnish accession in 2023. => NATO | FI | member | start 2023",),
        status="member",
        strict=True,
        factual=True,
    ),
    Rule(
        "since joining",
        r"(?:since|after|upon|on) (?:(?:its|their) (?:accession|entry|admission)(?: (?:to|into) {ORG})?|(?:joining|entering|acceding to) {ORG})"
        r"(?:,? (?:in|on) (?:early |late )?{D}| {D}| last year)?(?: as {N})?,? {L}(?= (?!and )|,)",
        "begins",
        ("since", "after", "upon", "on joining"),
        ("Since joining the SCO in 2017, India has hosted one summit. => SCO | IN | member | start 2017",),
        status="member",
    ),
    Rule(
        "list, since joining",
        r"{L}{PAR},?(?: (?:has|have|had|was|were|is|are))?[^;:.\x01]{0,70}? (?:since|after) (?:joining|acceding to|(?:its|their) (?:accession|entry|admission)"
        r" (?:to|into)) {ORG}{STOP}",
        "begins",
        ("since", "after"),
        ("India has taken part in five drills since joining the SCO in 2017. => SCO | IN | member | start 2017",),
        status="member",
        subject=True,
    ),
    Rule(
        "expanded to include",
        r"(?:{ORG}|it|bloc|group|grouping|alliance|organi[sz]ation|which)(?: {W}){0,5}? {DID}(?:expanded|enlarged|grew|grown|extended|widened|broadened|expanding)"
        r"(?: {W}){0,8}? (?:to include|to take in|to embrace|by admitting|by adding|by taking in|with (?:the )?(?:admission|accession|entry|addition|"
        r"inclusion) of|through (?:the )?(?:admission|accession|entry) of|to admit) {L}(?: as {N})?",
        "begins",
        ("expan", "enlarg", "grew", "grown", "extended", "widened", "broadened"),
        ("BRICS expanded in 2024 to include Egypt and Ethiopia. => BRICS | EG,ET | member | start 2024",),
        status="member",
        strict=True,
    ),
    Rule(
        "since becoming",
        r"{L}{PAR} (?:since|after|upon) (?:their |its |his )?becoming (?:(?:an?|the|its|full|official|formal) )*{S}{OF}",
        "begins",
        (" becoming ",),
        (
            "The drill is the first for India and Pakistan since becoming full members of the SCO in 2017. => SCO | IN,PK | member | start 2017",
            "It was a first for India after becoming aware of the SCO in 2017. =>",
        ),
    ),
    Rule(
        "invited as status",
        r"{L}{PAR},? (?:are|were|have been|had been) (?:also )?invited(?: to [^,;.]{0,40}?)? as {S}(?:{OF})?",
        "now",
        ("invited",),
        (
            "The leaders of Iran and Belarus are also invited to the SCO summit as observers. => SCO | IR,BY | observer",
            "Iran was invited as a speaker of the SCO forum. =>",
        ),
    ),
    Rule(
        "memberships of a list took effect",
        r"(?:{ORG}(?:['’]s)? )?memberships? of {L}(?: (?:in|of) {ORG})? (?:(?:officially|formally|also) )*(?:took|takes|came|comes|entered|went) (?:effect|into effect|into force)",
        "begins",
        ("membership",),
        (
            "The BRICS memberships of Egypt and Iran officially took effect in January 2024. => BRICS | EG,IR | member | start 2024-01",
            "The BRICS memberships of Egypt and Iran will take effect in January 2024. =>",
        ),
        status="member",
        strict=True,
        factual=True,
    ),
    Rule(
        "completed accession",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:completed|completes|finali[sz]ed) (?:its|their|the) (?:(?!negotiat|talks)[\w’'-]+ ){0,3}?(?:accession|admission|entry|ratification)"
        r"(?: (?:process|procedures?|formalities))?(?: (?:to|into|of) {ORG})?",
        "begins",
        ("complet", "finali"),
        ("Belarus completed its accession to the SCO in July 2024. => SCO | BY | member | start 2024-07",),
        status="member",
        subject=True,
    ),
    Rule(
        "was granted",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? "
        + _BEEN
        + r" {DID}(?:granted|given|awarded|accorded|conferred)(?: (?:with|the|an?|full|official|formal|its|their|new))*"
        r"(?: (?:status|rank) of(?: an?| the)?)?(?: (?:the )?\x01o[0-9]+\x02(?:['’]s)?)? {S}(?: status)?{OF}",
        "decided",
        ("granted", "given", "awarded", "accorded", "conferred"),
        (
            "Sri Lanka was granted the status of dialogue partner by the SCO in 2009. => SCO | LK | dialogue-partner | start 2009",
        ),
        subject=True,
    ),
    Rule(
        "received status",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:received|receives|obtained|obtains|gained|gains|acquired|got|gets|won|secured|attained|achieved|assumed)"
        r"(?: (?:the|its|an?|full|official|formal|their))*(?: status of(?: an?| the)?)?(?: (?:the )?\x01o[0-9]+\x02(?:['’]s)?)? {S}{OF}",
        "decided",
        ("receiv", "obtain", "gain", "acquired", "got ", "gets", "won", "secured", "attained", "achieved", "assumed"),
        ("Turkey obtained dialogue partner status in the SCO in 2012. => SCO | TR | dialogue-partner | start 2012",),
        subject=True,
    ),
    Rule(
        "granted status to list",
        r"(?:granted|grants|gave|awarded|accorded|granting|conferred|conferring|decided to (?:grant|give|award|accord|confer)|agreed to (?:grant|give|award|accord|confer)|approved)"
        r"(?: (?:the|an?|full|its|official))*(?: status of(?: an?| the)?)? {S}{OF} (?:to|on|upon|for) {L}",
        "decided",
        ("grant", "gave", "award", "accord", "confer", "approved", "decided", "agreed"),
        ("The SCO granted observer status to Mongolia in 2004. => SCO | MN | observer | start 2004",),
        strict=True,
    ),
    Rule(
        "granted list the status",
        r"(?:granted|grants|gave|awarded|accorded|granting|giving|decided to (?:grant|give|award|accord)|agreed to (?:grant|give|award|accord)) {L},?"
        r"(?: (?:the|an?|full|its|official|their))*(?: status of(?: an?| the)?)?(?: (?:the )?\x01o[0-9]+\x02(?:['’]s)?)? {S}{OF}",
        "decided",
        ("grant", "gave", "giving", "award", "accord", "decided", "agreed"),
        (
            "The SCO leaders decided to grant Belarus the status of dialogue partner in June 2009. => SCO | BY | dialogue-partner | start 2009-06",
        ),
        strict=True,
    ),
    Rule(
        "status was granted to",
        r"{S}{OF} (?:was|were|has been|had been|is) {DID}(?:granted|given|awarded|accorded|conferred|extended) (?:to|on|upon) {L}",
        "decided",
        ("granted", "given", "awarded", "accorded", "conferred", "extended"),
        ("Observer status in the SCO was granted to Mongolia in 2004. => SCO | MN | observer | start 2004",),
        strict=True,
    ),
    Rule(
        "list signed a memorandum",
        r"{L}{PAR}(?:,? (?:which|who))?,? {DID}(?:signed|inked|signs) (?:{W} ){0,5}?(?:memorand(?:um|a)|mou|protocols?|documents?|agreement)"
        r"(?: of understanding)?(?: (?!obligations|commitments)[\w’'\x01\x02-]+){0,9}? {S}",
        "signed",
        ("signed", "inked", "signs"),
        (
            "Belarus signed a memorandum on dialogue partner status with the SCO in April 2010. => SCO | BY | dialogue-partner | start 2010-04",
        ),
        subject=True,
    ),
    Rule(
        "memorandum granting list",
        r"(?:memorand(?:um|a)|mou)(?: of understanding)? (?:on |for )?(?:granting|giving|conferring|awarding) {L}(?: (?:the|an?))*(?: status of(?: an?| the)?)?"
        r"(?: (?:the )?\x01o[0-9]+\x02(?:['’]s)?)? {S}{OF}",
        "signed",
        ("memorand", "mou"),
        (
            "A memorandum granting Nepal the status of SCO dialogue partner was signed in March 2016. => SCO | NP | dialogue-partner | start 2016-03",
        ),
        strict=True,
    ),
    Rule(
        "applied",
        r"{L}{PAR}(?:,? (?:which|who))?,? {DID}(?:(?:applied|submitted|filed|lodged|made|put in|handed in|handed over|presented|sent)(?: {W}){0,5}? "
        r"(?:to (?:join|enter|be admitted|be accepted|become|accede)|for (?:(?:full|observer|associate|permanent|\x01o[0-9]+\x02) )*(?:membership|accession|admission|"
        r"entry|status|member|observer)|(?:membership|accession) (?:application|bid|request))|asked to (?:join|be admitted|be accepted|accede)|(?:requested|sought) (?:full |\x01o[0-9]+\x02 )*"
        r"(?:membership|admission|accession))\b",
        "applied",
        (
            "applied",
            "submitted",
            "filed",
            "lodged",
            "made",
            "put in",
            "handed",
            "presented",
            "asked",
            "requested",
            "sought",
            "sent",
        ),
        ("Belarus applied for full membership of the SCO in 2022. => SCO | BY | applicant | start 2022",),
        status="applicant",
        subject=True,
    ),
    Rule(
        "left it",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:withdrew from|withdrawn from|left|quit|quits|pulled out of|exited|walked out of|seceded from|dropped out of) {ORG}{STOP}",
        "left",
        ("withdr", "left", "quit", "pulled out", "exited", "walked", "seceded", "dropped"),
        (
            "Uzbekistan left the CSTO in 2012. => CSTO | UZ | former-member | start 2012",
            "The minister left the SCO meeting on Monday. =>",
        ),
        status="former-member",
        subject=True,
    ),
    Rule(
        "no longer a member",
        r"{L}{PAR},? (?:which |who )?(?:(?:is|are|was|were) no longer|ceased to be|stopped being|has ceased to be) (?:(?:a|an) )?(?:(?:the )?\x01o[0-9]+\x02(?:['’]s?)? )?"
        + _ADJ
        + r"*members?\b(?: state| country)?{OF}",
        "left",
        ("longer", "ceased", "stopped"),
        ("Georgia is no longer a member of the CIS. => CIS | GE | former-member",),
        status="former-member",
        subject=True,
    ),
    Rule(
        "withdrawal of list",
        r"(?:(?:withdrawal|exit|departure|expulsion) of {L}(?: from {ORG}|(?=[.,;]|\Z|,? (?:in |on )?{D}))|(?P<m2>{LIST})['’]s? (?:withdrawal|exit|departure|expulsion) from {ORG})",
        "left",
        ("withdrawal", "exit", "departure", "expulsion"),
        (
            "Three members are left after the withdrawal of Georgia from the CIS in 2009. => CIS | GE | former-member | start 2009",
        ),
        status="former-member",
        strict=True,
        factual=True,
    ),
    Rule(
        "as its status",
        r"{L}{PAR}(?: (?!join|admi|accept|appl|propos|invit|reject|refus|want|suggest|nominat|recommend)[\w’'-]+){0,8}? as (?:an? |the |its )?{S} (?:of|in) {ORG}",
        "now",
        (" as ",),
        (
            "Turkey and Belarus were present as dialogue partners of the SCO. => SCO | TR,BY | dialogue-partner",
            "The ministers asked to see Iran as a member of the SCO. =>",
        ),
        strict=True,
    ),
    Rule(
        "of which are",
        r"{S}{OF},? (?:the |among )?(?:(?:{W} ){1,3}of )?(?:which|whom|them) (?:is|are|being) {L}",
        "now",
        (" which ", " whom ", " them "),
        ("The SCO has six members, the largest of which are China and Russia. => SCO | CN,RU | member",),
    ),
    Rule(
        "states of it are",
        r"(?:states|countries|nations) of (?:the )?{ORG}{PAR} (?:are|include) {L}|{ORG} (?:states|countries|nations) (?:are|include) {L}",
        "now",
        ("states", "countries", "nations"),
        ("The six states of the GCC are Bahrain and Kuwait. => GCC | BH,KW | member",),
        status="member",
    ),
    Rule(
        "membership took effect",
        r"(?P<m>{LIST})['’]s? (?:\x01o[0-9]+\x02 )?{S}{OF} (?:came into (?:force|effect)|entered into force|took effect|became effective|was formali[sz]ed|"
        r"began|started|dates from|dates back to)",
        "begins",
        ("force", "effect", "formali", "began", "started", "dates"),
        ("Iran's full membership in the SCO came into force in July 2023. => SCO | IR | member | start 2023-07",),
    ),
    Rule(
        "was expelled",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? (?:was|were|has been|have been|had been|got) {DID}(?:expelled|excluded|ousted|ejected|thrown out|kicked out) (?:from|of) {ORG}{STOP}",
        "left",
        ("expelled", "excluded", "ousted", "ejected", "thrown", "kicked"),
        (
            "Russia was expelled from the Council of Europe in March 2022. => Council of Europe | RU | former-member | start 2022-03",
        ),
        status="former-member",
        subject=True,
    ),
    Rule(
        "founded by list, it",
        r"(?:\A|[;,] |and )(?:first |originally |formally |jointly )?(?:founded|established|set up|formed|created|launched)(?: {W},?){0,10}? by (?:the )?(?:{W} ){0,5}?"
        r"(?:(?:countries|states|nations|leaders of|presidents of)(?:,|:| —| –| -)? )?{L}, {ORG}",
        "founded",
        ("founded", "established", "set up", "formed", "created", "launched"),
        (
            "Founded in 1960 by Iran, Iraq and Venezuela, OPEC meets in Vienna. => OPEC | IR,IQ,VE | founding-member | start 1960",
        ),
        status="founding-member",
    ),
    Rule(
        "was enlarged by",
        r"{ORG},? (?:was|were|has been|had been) {DID}(?:enlarged|expanded|widened|extended|swelled|swollen|reinforced)(?: {W}){0,6}? (?:by|to include|to take in|with|"
        r"to admit) (?:the (?:admission|accession|entry|addition) of )?{L}(?: as {N})?",
        "begins",
        ("enlarged", "expanded", "widened", "extended", "swelled", "swollen", "reinforced"),
        ("BRICS was enlarged on 1 January 2024 by Egypt and Ethiopia. => BRICS | EG,ET | member | start 2024-01-01",),
        status="member",
        strict=True,
    ),
    Rule(
        "acronym of list",
        r"{ORG}(?:,| -| —| –| \()? ?(?:(?:an? )?(?:acronym|abbreviation)|short|which stands|stands|named) (?:of|for|after) (?:its members )?{L}",
        "now",
        ("acronym", "abbreviation", "short", "stands", "named"),
        ("BRICS - an acronym of Brazil, Russia and India - met. => BRICS | BR,RU,IN | member",),
        status="member",
    ),
    Rule(
        "suspended it oneself",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:suspended|froze|frozen) (?:its|their) membership{OF}",
        "suspended",
        ("suspended", "froze"),
        ("Uzbekistan suspended its membership of the CSTO in 2012. => CSTO | UZ | suspended | start 2012",),
        status="suspended",
        subject=True,
    ),
    Rule(
        "suspended from it: list",
        r"(?:suspended|barred) (?:from|by) {ORG}(?: are| include|,? including|,? namely|,? among them)?(?::| —| –| -| \()? ?{L}",
        "suspended",
        ("suspended", "barred"),
        ("Three states are suspended from the African Union: Gabon, Mali and Niger. => AU | GA,ML,NE | suspended",),
        status="suspended",
    ),
    Rule(
        "pulled out on a day",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:withdrew|pulled out|walked out|dropped out|quit|left)(?= (?:in |on )?(?:early |late )?{D})",
        "left",
        ("withdrew", "pulled out", "walked", "dropped", "quit", "left"),
        (
            "The Pacific Islands Forum lost a member when Kiribati pulled out in July 2022. => PIF | KI | former-member | start 2022-07",
        ),
        status="former-member",
        subject=True,
        context=True,
    ),
    Rule(
        "to join were",
        r"(?:to join|to be admitted|to enter|to accede|to be let in)(?: (?:to |into )?(?:{ORG}))? (?:was|were) {L}(?=,? (?:in |on )?{D})",
        "begins",
        ("to join", "to be admitted", "to enter", "to accede", "to be let"),
        (
            "The next members to join NATO were Montenegro in 2017 and North Macedonia in 2020. => NATO | ME | member | start 2017; NATO | MK | member | start 2020",
        ),
        status="member",
    ),
    Rule(
        "was suspended",
        r"{L}{PAR}(?:,? (?:which|who))?,? (?:was|were|has been|have been|had been|is|are|remains?|got) {DID}(?:currently |still )?suspended(?! from (?!{ORG})){OF}",
        "suspended",
        ("suspended",),
        ("Mali was suspended from the AU in 2021. => AU | ML | suspended | start 2021",),
        status="suspended",
        subject=True,
    ),
    Rule(
        "suspended list",
        r"(?:suspended|suspends|suspension of) (?:the )?(?:(?:membership|participation) of {L}|(?P<m2>{LIST})(?:['’]s? (?:\x01o[0-9]+\x02 )?(?:membership|participation)| from (?:{ORG}|(?:all |its |the )*(?:activities|participation|meetings|work|organs|bodies))|"
        r"(?=[.,;]|\Z| (?:in|on|after|following|over|last|this|as) | {D})))",
        "suspended",
        ("suspend", "suspension"),
        ("The AU suspended Mali in 2021. => AU | ML | suspended | start 2021",),
        status="suspended",
        strict=True,
    ),
    Rule(
        "membership suspended",
        r"(?P<m>{LIST})['’]s? (?:\x01o[0-9]+\x02 )?membership{OF} (?:was|has been|had been|is|remains) {DID}(?:still )?suspended",
        "suspended",
        ("suspended",),
        ("Syria's membership was suspended by the Arab League in 2011. => Arab League | SY | suspended | start 2011",),
        status="suspended",
    ),
)

#: cue -> numbers of the rules that it lets try
CUES: dict[str, tuple[int, ...]] = {
    cue: tuple(i for i, rule in enumerate(RULES) if cue in rule.cues)
    for cue in sorted({cue for rule in RULES for cue in rule.cues})
}

ANCHORS: tuple[str, ...] = tuple(rule.anchor for rule in RULES)
#: where a status or an organization may begin
STATUS_PLACES = expand("{S}")
ORGANIZATION_PLACES = expand("(?:\x01o|\\b(?:alliance|bloc|grouping|organi[sz]ation|association)\\b)")
