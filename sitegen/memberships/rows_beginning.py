"""What begins: an organization is founded, a state joins, is admitted, becomes something."""

from __future__ import annotations

from sitegen.memberships.rule import BEEN, Rule

#: What an accession is not yet: its papers and what leads to it.
_ITS_PAPERS = (
    r"(?! (?:to \x01o[0-9]+\x02 )?(?:protocols?|treat(?:y|ies)|papers?|documents?|instruments?|agreements?|talks|process|bids?|negotiations?|"
    r"applications?|requests?|hopes|prospects?|plans?|path|criteria|terms))"
)

_ADMITTED = r"{DID}(?:admitted|accepted|took in|taken in|inducted|let in|absorbed|admits|accepts|welcomed|welcomes|added|adds|brought)"
_ADMITTING = ("admi", "accept", "took in", "taken in", "inducted", "let in", "absorbed", "welcome", "add", "brought")

ROWS: tuple[Rule, ...] = (
    Rule(
        "founded by list",
        r"(?:{ORG}|it|which|that|bloc|group|grouping|organi[sz]ation|alliance|pact|community|union|league),? (?:(?:which|that) )?(?:(?:was|were|has been|is) )?"
        r"{ADV}(?:founded|established|set up|formed|created|launched|initiated|born|agreed|signed|concluded)"
        r"(?: {W},?){0,14}? (?:by|with|between|among) (?:the )?(?:{W} ){0,6}?(?:(?:countries|states|nations|members|republics|powers|leaders of|presidents of|"
        r"governments of|heads of state of|foreign ministers of|ministers of)(?:,? including|,? among them|,|:| —| –| -)? )?{L}(?! as (?!found)| joining| acceding| added)",
        "founded",
        (
            "found",
            "established",
            "set up",
            "formed",
            "created",
            "launched",
            "initiated",
            "born",
            "agreed",
            "signed",
            "concluded",
        ),
        (
            "RCEP is a trade pact signed in 2020 by fifteen countries including Japan and Laos. => RCEP | JP,LA | founding-member | start 2020",
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
        "which list founded",
        r"{ORG}[^;:.\x01]{0,60}? (?:that|which) {L} {DID}(?:founded|established|set up|formed|created|launched|co-founded)",
        "founded",
        ("found", "established", "set up", "formed", "created", "launched"),
        (
            "OPEC is a group which Iran, Iraq and Kuwait jointly created in 1960. => OPEC | IR,IQ,KW | founding-member | start 1960",
        ),
        status="founding-member",
    ),
    Rule(
        "joined it",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:joined|joins|rejoined|rejoins|re-joined|returned to|acceded to|accedes to|entered|enters|became (?:a )?part of)"
        r"(?: (?:the ranks of|the family of))? {O}(?! in (?!early|spring|mid)\w+ing)(?:{STOP}(?! as (?!of ))| as {N})",
        "begins",
        ("join", "acced", "enter", "part of", "returned to"),
        (
            "Gabon left OPEC in 1995. Gabon returned to OPEC in 2016. => OPEC | GA | former-member | start 1995; OPEC | GA | member | start 2016",
            "Finland joined NATO on 4 April 2023. => NATO | FI | member | start 2023-04-04",
            "India joined the SCO drills in 2018. =>",
        ),
        status="member",
        subject=True,
    ),
    Rule(
        "joined the same",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:joined|rejoined) it(?=[.,;]|\Z| (?:in|on|later|as|only|last|this|soon)\b| {D})(?! (?:in|on) (?:the|a) )",
        "begins",
        ("joined it",),
        ("OPEC was set up in 1960, and Qatar and Libya joined it later. => OPEC | QA,LY | member",),
        status="member",
        subject=True,
        context=True,
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
        "they were joined by",
        r"(?:(?:these|they|those|it|which|the (?:founders|five|six|four|three|founding members))(?: countries| states| nations| founders| five| six)? (?:was|were|has been|have been) {DID}joined by {L}"
        r"|(?:was|were|has been|have been) {DID}joined by {L2},? as {N}{OF})",
        "begins",
        ("joined by",),
        (
            "The founding members of OPEC were Iran and Iraq. These countries were later joined by Qatar (1961). => OPEC | IR,IQ | founding-member; OPEC | QA | member | start 1961",
        ),
        status="member",
        context=True,
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
        r"accepted|were accepted|was added|were added|rejoined|re-joined)(?=,? (?:only |just |later |earlier |suit |on board |as )*(?:in |on |at |that same |since )?(?:early |late |mid-?|the same )?(?:{D}|(?:a|one|two|three|four|five|[0-9]{1,2}) (?:days?|weeks?|months?|years?) later|the (?:next|following) (?:month|year)|later)"
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
        (
            "Mongolia became the first observer of the SCO in 2004. => SCO | MN | observer | start 2004",
            "Peru became a full participant of APEC in November 1998. => APEC | PE | member | start 1998-11",
            "Latvia—together with Malta and Cyprus—became a member of the EU in 2004. => EU | LV,MT,CY | member | start 2004",
        ),
        subject=True,
    ),
    Rule(
        "was the nth to join",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:became|becomes|was|has become|is) (?:the|its) (?:{W} ){0,3}?(?:states?|countr(?:y|ies)|nations?|members?|one|republic|(?:first|last|latest|newest|second)(?: of (?:the|its|them)(?: {W}){0,2}?)?) "
        r"(?:ever )?(?:to (?:join|enter|accede to|be (?:admitted|accepted|inducted) (?:to|into|by)) {O}{STOP}|(?:to be )?(?:admitted|accepted|inducted) (?:(?:to|into|by) {O}{STOP}|as {N}{OF}))",
        "begins",
        (" to join", " to enter", " to accede", "admitted", "accepted", "inducted"),
        (
            "On 4 April 2023 Finland became the 31st country to join NATO. => NATO | FI | member | start 2023-04-04",
            "Finland became the first country to join NATO in the drill. =>",
            "Peru was the last nation accepted as an APEC member-state in November 1998. => APEC | PE | member | start 1998-11",
        ),
        status="member",
        subject=True,
    ),
    Rule(
        "with list joining",
        r"with {L}{PAR} {DID}(?:joining|acceding|entering|coming in|following|being added|added)(?= (?:only |later |as (?:the |its )?{W} |as )?(?:in |on )?(?:early |late )?{D}| (?:just |only )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+) (?:years?|months?|decades?) (?:later\b|{D}))",
        "begins",
        ("joining", "acceding", "entering", "coming in", "following", "added"),
        (
            "BRICS was founded in 2006, with South Africa joining in 2010. => BRICS | ZA | member | start 2010",
            "OPEC was founded in 1960, with Qatar joining a year later. => OPEC | QA | member",
        ),
        status="member",
        context=True,
    ),
    Rule(
        "with list admitted as",
        r"with {L}{PAR} {DID}(?:admitted|accepted|inducted|welcomed|joining|entering|becoming|named)(?: (?:to|into) {ORG})?(?: as)? {N}{OF}",
        "begins",
        ("admitted", "accepted", "inducted", "welcomed", "joining", "entering", "becoming", "named"),
        (
            "ASEAN grew, with Timor-Leste officially admitted as its 11th member on 26 October 2025. => ASEAN | TL | member | start 2025-10-26",
            "Talks were held with India becoming a host of the SCO. =>",
        ),
        status="member",
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
        + BEEN
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
        + BEEN
        + r" {DID}(?:admitted|readmitted|accepted|inducted|taken|let|added|included) (?:to|into|in|by) (?:{O}|it){STOP}(?! as )",
        "begins",
        ("admitted", "accepted", "inducted", "taken", "let in", "added", "included"),
        ("Montenegro was admitted to NATO in 2017. => NATO | ME | member | start 2017",),
        status="member",
        subject=True,
    ),
    Rule(
        "suspension lifted",
        r"{DID}(?:lifted|lifts|ended|revoked|cancel+ed|removed) (?:(?:the|its|their) (?:{W} ){0,2}?suspension (?:of|from|on) {L}|(?P<m2>{LIST})['’]s? suspension)",
        "begins",
        ("suspension",),
        ("The AU lifted its suspension of Mali in October 2020. => AU | ML | member | start 2020-10",),
        status="member",
        strict=True,
    ),
    Rule(
        "upgraded to",
        r"(?:{L}{PAR}(?:,? (?:which|who))?,?|(?P<m2>{LIST})['’]s? status{OF}) (?:"
        + BEEN
        + r" )?{DID}(?:upgraded|elevated|promoted|raised|lifted|moved up|moved|rose|graduated)(?: its status)?"
        r"(?:,? (?:in |on )?{D},?)?(?: from (?:the |an? |its |that of (?:an? )?)?(?:{W} ){1,4}?)?(?: ?to| ?into) (?:the status of |that of |the level of |the rank of )?{N}{OF}",
        "begins",
        ("upgraded", "elevated", "promoted", "raised", "moved", "rose", "lifted", "graduated"),
        ("Belarus was upgraded to an observer of the SCO in 2015. => SCO | BY | observer | start 2015",),
        subject=True,
    ),
    Rule(
        "it admitted list",
        _ADMITTED + r" {L}(?:,? (?:in|on|at) {D})?"
        r"(?:,? (?:in|at|during) (?:the|its) (?:{W} ){0,5}?summit)?,? (?:as|into) {N}{OF}",
        "begins",
        _ADMITTING,
        ("The SCO admitted Iran as a full member in 2023. => SCO | IR | member | start 2023",),
        strict=True,
    ),
    Rule(
        "it admitted new members: list",
        _ADMITTED
        + r" (?:(?:its|the|two|three|four|five|six) ){0,2}new (?P<s>(?:full |associate )?(?:members?|observers?|dialogue partners?)(?: states?| countries)?)(?: ?[,:—–-]| \() ?{L}",
        "begins",
        _ADMITTING,
        (
            "After having admitted new members - Egypt and Ethiopia - in 2024, BRICS met. => BRICS | EG,ET | member | start 2024",
        ),
        strict=True,
    ),
    Rule(
        "into its fold",
        _ADMITTED + r" {L} in(?:to|side) (?:its|the) (?:fold|ranks|club|family)\b",
        "begins",
        ("fold", "ranks", "club", "family"),
        ("BRICS recently welcomed Egypt and Ethiopia into its fold. => BRICS | EG,ET | member",),
        status="member",
        strict=True,
    ),
    Rule(
        "it took in list",
        r"(?:{ORG}|it|which|leaders|summit|members|ministers|presidents|council|states|countries|five|six|eight|heads of state|and|,) {DID}(?:admitted|readmitted|took in|inducted|let in|absorbed|admits|admit|added|enlisted) {L}"
        r"(?=[.,;]|\Z| (?:in|on|at|into|to|as its|last|this|during|after|when|while|and|with) | {D})(?! as | into (?!\x01|the \x01))",
        "begins",
        ("admi", "took in", "inducted", "let in", "absorbed", "added", "enlisted"),
        ("NATO took in Finland in 2023. => NATO | FI | member | start 2023",),
        status="member",
        strict=True,
    ),
    Rule(
        "admitting list",
        r", (?:thereby |then |thus |also )?(?:admitting|adding|taking in|inducting|readmitting) {L}(?=[.,;]|\Z| (?:in|on|at|into|to|as its|during|after|when|while|and) | {D})(?! as | to (?!\x01|the \x01))",
        "begins",
        ("admitting", "adding", "taking in", "inducting"),
        (
            "The EU had its largest enlargement in 2004, admitting Malta, Cyprus and Latvia. => EU | MT,CY,LV | member | start 2004",
            "The EU widened its list, adding China to those it watches. =>",
        ),
        status="member",
        strict=True,
        context=True,
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
        r"(?:(?:{ORG}|it|bloc|group|grouping|alliance|organi[sz]ation|which)(?: {W}){0,5}? |, (?:and |but )?(?:was |has |has been |has since |later )?|\b(?:subsequent|later|further|its|the|recent) ){DID}(?:expanded|enlarged|grew|grown|extended|widened|broadened|expanding|expansion|enlargement)"
        r"(?: {W}){0,8}? (?:to include|to take in|to embrace|by admitting|by adding|by taking in|with (?:the )?(?:admission|accession|entry|addition|"
        r"inclusion) of|through (?:the )?(?:admission|accession|entry) of|to admit)(?: (?:[a-z]+ ){0,3}(?:members|countries|states|nations)(?:,? namely|,? including|:|,| -| —| –)?)? {L}(?: as {N})?",
        "begins",
        ("expan", "enlarg", "grew", "grown", "extended", "widened", "broadened"),
        (
            "BRICS expanded in 2024 to include Egypt and Ethiopia. => BRICS | EG,ET | member | start 2024",
            "In 2004 the EU expanded to take in ten new members, namely Malta and Latvia. => EU | MT,LV | member | start 2004",
        ),
        status="member",
        strict=True,
    ),
    Rule(
        "since becoming",
        r"{L}{PAR}(?: (?!\x01)[\w’'-]+| \x01o[0-9]+\x02){0,14}? (?:since|after|upon) (?:their |its |his )?becoming (?:(?:an?|the|its|full|official|formal) )*{S}{OF}",
        "begins",
        (" becoming ",),
        (
            "The drill is the first for India and Pakistan since becoming full members of the SCO in 2017. => SCO | IN,PK | member | start 2017",
            "It was a first for India after becoming aware of the SCO in 2017. =>",
        ),
    ),
    Rule(
        "memberships of a list took effect",
        r"(?:{ORG}(?:['’]s)? )?memberships? of {L}(?: (?:in|of) {ORG})? (?:(?:officially|formally|also) )*(?:took|takes|came|comes|entered|went) (?:effect|into effect|into force)",
        "begins",
        ("membership",),
        (
            "The BRICS memberships of Egypt and Iran officially took effect in January 2024. => BRICS | EG,IR | member | start 2024-01",
            "The BRICS memberships of Egypt and Iran will take effect in January 2024. => BRICS | EG,IR | member | start 2024-01",
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
        "membership took effect",
        r"(?P<m>{LIST})['’]s? (?:\x01o[0-9]+\x02 )?{S}{OF} (?:came into (?:force|effect)|entered into force|took effect|became effective|was formali[sz]ed|"
        r"began|started|dates from|dates back to)",
        "begins",
        ("force", "effect", "formali", "began", "started", "dates"),
        ("Iran's full membership in the SCO came into force in July 2023. => SCO | IR | member | start 2023-07",),
    ),
    Rule(
        "founded by list, it",
        r"(?:\A|[;,] |and ){ADV}(?:founded|established|set up|formed|created|launched)(?: {W}[.,]?){0,13}? (?:by|with|between|among) (?:the )?(?:{W} ){0,5}?"
        r"(?:(?:countries|states|nations|leaders of|presidents of)(?:,|:| —| –| -)? )?{L}, (?:{ORG}|it\b)",
        "founded",
        ("founded", "established", "set up", "formed", "created", "launched"),
        (
            "Founded in 1960 by Iran, Iraq and Venezuela, OPEC meets in Vienna. => OPEC | IR,IQ,VE | founding-member | start 1960",
            "Formed initially at a forum in St. Gallen in June 1960 with Iran and Iraq, OPEC has grown. => OPEC | IR,IQ | founding-member | start 1960-06",
            "OPEC is in Vienna. Initially formed by Iran and Iraq, it has grown. => OPEC | IR,IQ | founding-member",
        ),
        status="founding-member",
    ),
    Rule(
        "founded by list, elided",
        r"\A{ADV}(?:founded|established|set up|formed|created|launched)(?: {W},?){0,12}? (?:by|between) (?:the )?(?:{W} ){0,5}?"
        r"(?:(?:countries|states|nations|leaders of|presidents of)(?:,|:| —| –| -)? )?{L}",
        "founded",
        ("founded", "established", "set up", "formed", "created", "launched"),
        (
            "The EAC met. Originally founded as a small bloc by Kenya and Uganda in 1967, it collapsed in 1977. => EAC | KE,UG | founding-member | start 1967",
        ),
        status="founding-member",
        near=True,
    ),
    Rule(
        "nth member after list",
        r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]+(?:st|nd|rd|th)) (?:full )?member(?: state| country)?{OF},? (?:after|alongside|besides) {L}(?=[.;]|\Z)",
        "now",
        ("member",),
        (
            "Somalia joined the EAC in 2023 as its fourth member after Burundi, Kenya and Rwanda. => EAC | SO | member | start 2023; EAC | BI,KE,RW | member",
        ),
        status="member",
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
        "to join were",
        r"(?:(?:to join|to be admitted|to enter|to accede|to be let in)(?: (?:to |into )?(?:{ORG}))?|(?:additions?|newcomers?|entrants?)) (?:was|were) {L}(?=,? (?:in |on )?{D})",
        "begins",
        ("to join", "to be admitted", "to enter", "to accede", "to be let", "addition", "newcomer", "entrant"),
        (
            "The next members to join NATO were Montenegro in 2017 and North Macedonia in 2020. => NATO | ME | member | start 2017; NATO | MK | member | start 2020",
        ),
        status="member",
    ),
)
