"""How things stand: "A is a member", "members: A, B", "the bloc groups A and B"."""

from __future__ import annotations

from sitegen.memberships.rule import ADJ, Rule

_CLOSED = (
    r"(?: too| as well| itself| themselves)?(?=[,.;:)—–]| [—–-] |\Z| since | and | or | which | whose | with | that )"
)
_HAVE_VERBS = (
    r"(?:groups?|involves?|comprises?|unites?|brings together|takes in|includes?|encompasses|consists of|counts|numbers|gathers|covers|embraces|"
    r"(?:is|will (?:now |then )?be) {ADV}(?:made up|composed|comprised) of|will (?:now |then )?(?:comprise|consist of)|are|has as members|is formed by|links|joins together|currently has|"
    r"grouped|comprised|united|brought together|included|consisted of|was {ADV}(?:made up|composed|comprised) of)"
)
#: what stands between a status and the list of those who have it, with a word that lists: "which now include the following states:"
_LINK = (
    r"(?:now|currently|presently|also|too|today|already|still|the|its|these|those|both|all|only|[0-9]+|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|countries|states|nations|economies|following|which|that)"
)
_LINKS = (
    rf"(?:,? {_LINK})*,? (?:includ(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of|are|is|were|was|being|remain(?:s|ed)?|number(?:s|ed)?|"
    rf"such as|as|like)(?: {_LINK}){{0,6}}(?: ?[:—–-])?"
)
#: a part of the members by where they lie: "five from South Asia -", "five are South Asian countries namely"
_COUNTED = r"(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2})(?: [\w’'\x01\x02-]+){1,6}?,? ?(?:—|–|-|\(|:|namely|including) ?"
#: whose official is named: "Prime Minister of the Republic of"
_OFFICIAL = (
    r"(?:the )?(?:[a-z-]+ ){0,3}?(?:ministers?|presidents?|premiers?|chairm[ae]n|heads?|secretar(?:y|ies)|representatives?|chiefs?|ambassadors?)"
    r"(?: [\w’'-]+){0,5}? of (?:the )?(?:[\w’'-]+ ){0,3}?"
)
_NOUN_OF_STATES = (
    r"(?: (?:{W} ){0,4}?(?:members|members and|states|countries|nations|powers|economies|republics|neighbours|neighbors|giants|"
    r"members such as|nations such as|countries such as))?"
)

ROWS: tuple[Rule, ...] = (
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
        r"(?: now| currently| also| today| at present| still)*:? (?:countries such as |states such as |nations such as )?{L}(?:,? (?:besides|apart from|as well as|alongside) {L2}(?=[.;]|\Z))?",
        "now",
        ("are", " is ", "includ", "were", "was", "compris", "being", "remain"),
        ("The ten members of ASEAN are Brunei and Laos. => ASEAN | BN,LA | member",),
    ),
    Rule(
        "status: list",
        r"{S}{OF}{PAR}[\"”’']?(?: too| as well| now| currently| today| at present)? ?(?:"
        + _LINKS
        + r"|:|—|–|-|\(|,? namely|,? including|, includes|,? such as|,? i\.e\.,?|, notably|,? especially|, in particular,?|"
        r",? like|, among them) ?{L}(?!['’]s)",
        "now",
        ("member", "observer", "partner", "ally", "allies", "candidate", "applicant", "signator", "father", "founder"),
        (
            "Until then CICA members numbered four countries: Egypt, Iran, Israel and Jordan. => CICA | EG,IR,IL,JO | member",
            "CICA counts such member states as Egypt and Jordan. => CICA | EG,JO | member",
            "There are dialogue partners of the SCO too - Nepal and Qatar. => SCO | NP,QA | dialogue-partner",
            "The members were now Egypt's friends at CICA. =>",
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
        + r"|(?:of|from|by|for) (?:the )?\x01o[0-9]+\x02 {S}, (?P<m2>{LIST})"
        + _CLOSED
        + r"|"
        r"(?:has|have|had|with|counts|there (?:is|are|were)) (?:{W} ){0,3}?{S}{OF}(?:,|:| —| -) (?P<m2>{LIST})"
        + _CLOSED
        + r")",
        "now",
        ("member", "observer", "partner", "ally", "allies"),
        (
            "As an observer in the SCO, Iran backs the plan. => SCO | IR | observer",
            "Envoys of GCC member states, Oman, Kuwait, Qatar and Bahrain, came. => GCC | OM,KW,QA,BH | member",
            "Envoys of ASEAN member states, China and Japan, came. =>",
            "Envoys of ASEAN member states, China, India, Japan and the other dialogue partners came. =>",
        ),
    ),
    Rule(
        "fellow states",
        r"fellow {ORG} (?:members?|states|nations|countries|governments|allies),?(?: namely)? {L}" + _CLOSED,
        "now",
        ("fellow ",),
        (
            "The king wrote to fellow GCC states, Bahrain, Oman and Qatar. => GCC | BH,OM,QA | member",
            "The envoy met fellow GCC nationals of Bahrain and Oman. =>",
        ),
        status="member",
    ),
    Rule(
        "list is status",
        r"{L}{PAR}{APP},? (?:which |who |that )?(?:also |now |already |still |both )?{BE} (?:(?:a|an|the|its|both|all|one of the|one of its|among the|among its|each|"
        r"part of the|the {W} of|one of|some of) )*{ITS}" + ADJ + r"*{S}{OF}",
        "now",
        (
            "member",
            "observer",
            "partner",
            "founder",
            "founding",
            "candidate",
            "applicant",
            "signator",
            "allies",
            "ally",
            "guest",
        ),
        (
            "Afghanistan and Mongolia are observers in the SCO. => SCO | AF,MN | observer",
            "Norway was one of NATO's 12 founding members in 1949. => NATO | NO | founding-member | start 1949",
            "Georgia is not a member of NATO. =>",
        ),
        subject=True,
    ),
    Rule(
        "list is this and a status",
        r"{L}{PAR},? {BE} (?:an?|the) (?:{W},? ){1,12}?and (?:also )?an? {ITS}" + ADJ + r"*{S}{OF}",
        "now",
        (" and a",),
        (
            "Turkey is a dialogue partner of the Shanghai bloc, the SCO, and a NATO member. => SCO | TR | dialogue-partner; NATO | TR | member",
            "Turkey is a partner of the SCO and a member of its jury. =>",
        ),
        subject=True,
    ),
    Rule(
        "list, a status",
        r"{L}{PAR}(?:,|—|–| —| –| -| \() ?(?:which |who )?(?:(?:is|are|has been|have been|now|currently|both|all|itself|themselves|also|then|still|"
        r"already|each|formerly|presently|all of them|both of them|until then|at the time) )*(?:(?:a|an|another|the|its|one of the|one of its) "
        r"{ITS}(?:(?!\x01)[\w’'-]+ |" + ADJ + r"){0,3}?|{ITS}" + ADJ + r"{0,2})"
        r"{S}{OF}" + _CLOSED,
        "now",
        ("member", "observer", "partner", "founder", "candidate", "applicant", "ally", "allies"),
        ("The minister of Belarus, an observer state, spoke at the SCO talks. => SCO | BY | observer",),
    ),
    Rule(
        "holds a status",
        r"{L}{PAR}(?:,? and (?:the )?(?:(?!\x01c)[\w\x01\x02’-]+ ){0,3}(?!\x01c)[\w\x01\x02’-]+)?,? (?:which |who )?(?:currently |now |already |still |also |both |all |only )*(?:holds?|has|have|had|enjoys?|retains?|keeps?|(?:is|are) in) "
        r"(?:the |an? |only |full |limited |special |official |permanent )*(?:status of (?:an? |the )?)?(?:(?:the )?\x01o[0-9]+\x02(?:['’]s?)? )?{S}{OF}",
        "now",
        ("status", "membership"),
        (
            "Mongolia holds observer status in the SCO. => SCO | MN | observer",
            "Laos and the Union State are in the status of observers of CICA. => CICA | LA | observer",
        ),
        subject=True,
    ),
    Rule(
        "has taken part as",
        r"{L}{PAR},? {DID}(?:been )?(?:participat(?:ed|es|ing)|cooperat(?:ed|es|ing)|work(?:ed|ing)|taken part|takes part|involved|engaged|present|active) (?:in|with) (?:the (?:work|activities) of )?{ORG}"
        r"(?: since {D})?,? as {N}{OF}",
        "begins",
        (" as ",),
        (
            "Belarus has been taking no part. Since 2015 Laos has participated in the SCO as an observer. => SCO | LA | observer | start 2015",
            "Laos has been active in the SCO since 2010 as a dialogue partner and since 2015 as an observer. => SCO | LA | dialogue-partner | start 2010; SCO | LA | observer | start 2015",
        ),
        subject=True,
    ),
    Rule(
        "joining its list",
        r"{S}{OF}(?: in| on)?(?: {D})?, (?:joining|alongside|beside|along with) (?:(?:the |its )?(?:current |existing |other |fellow )?(?:members?|candidates|observers) )?{L}(?=[.;]|\Z| (?:to|in|as|and|who|which)\b|,)",
        "now",
        (", joining", ", alongside", ", beside", ", along with"),
        (
            "Nepal became a dialogue partner of the SCO, joining Turkey and Cambodia. => SCO | NP,TR,KH | dialogue-partner",
            "Malta became a member of the EU, alongside Cyprus and Latvia. => EU | MT,CY,LV | member",
        ),
    ),
    Rule(
        "hold such a status",
        r"{L}{PAR},? (?:currently |now |already |still |also |both |all )*(?:holds?|has|have|enjoys?) (?:such (?:an? )?|this |that |the same |a similar )status",
        "now",
        (" status",),
        (
            "The SCO granted Iran observer status in 2005. Mongolia and India already hold such a status. => SCO | IR | observer | start 2005; SCO | MN,IN | observer",
        ),
        subject=True,
    ),
    Rule(
        "with list participating",
        r"{ORG}(?: is|,)(?: {W},?){1,12}?,? with {L} (?:participating|as (?:its |the )?(?:full )?members)",
        "now",
        ("participating", " as "),
        ("The EAEU is an economic union, with Russia, Armenia and Belarus participating. => EAEU | RU,AM,BY | member",),
        status="member",
    ),
    Rule(
        "organization groups list",
        r"{ORG}{PAR},? (?:which |that |who )?{ADV}"
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
            "involv",
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
        "organization, an aside, groups list",
        r"{ORG}, (?:an?|the|set up|founded|formed|established|created|launched|based|headquartered|born) (?:[^;.:\x01]|{D}){3,110}?, (?:also |now |currently )?(?:groups|comprises|includes|unites|brings together|consists of|counts) {L}(?! as )",
        "now",
        ("groups", "compris", "includes", "unites", "brings together", "consists", "counts"),
        (
            "BRICS, a partnership of five, formed in 2006, includes Brazil, Russia and India. => BRICS | BR,RU,IN | member",
        ),
        status="member",
    ),
    Rule(
        "it is this and groups list",
        r"{ORG},?(?: is| was)(?: {W},?){1,16}?,? and (?:now |currently |today )?"
        + _HAVE_VERBS.replace("|are|", "|")
        + _NOUN_OF_STATES
        + r"(?: ?[:,—–(-])? ?{L}(?! as )",
        "now",
        (" and ",),
        (
            "The CSTO is an alliance founded in 2002 and consists of three former Soviet states: Armenia, Belarus and Russia. => CSTO | AM,BY,RU | member",
        ),
        status="member",
    ),
    Rule(
        "it groups list",
        r"(?:\A|[;,] |and |but )(?:(?:today|now|currently|at present),? )?(?:it|its membership|the (?:{W} ){0,3}?(?:bloc|group|grouping|alliance|"
        r"organi[sz]ation|pact|union|community|mechanism)) {ADV}"
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
        "now includes list",
        r"(?:(?:, | and | but | which | that )(?:(?:and|but|which|that|it) )?(?:now|currently|today) (?:also )?|(?:group|bloc|grouping|alliance|organi[sz]ation|union|club|association)(?: of [^,;:.\x01]{3,60})?, (?:which|that) {ADV})"
        r"(?:includes?|comprises?|groups|unites|numbers|consists of|takes in|counts|included|comprised) "
        r"(?:(?:its |the )?(?:new )?members )?{L}",
        "now",
        (
            "now ",
            "currently ",
            "today ",
            "includ",
            "compris",
            "groups",
            "unites",
            "numbers",
            "consists",
            "takes in",
            "counts",
        ),
        (
            "Peru became a member of CICA, a group of emerging states, which includes India and Iran. => CICA | PE,IN,IR | member",
            "BRICS was set up in 2006, has grown of late, and now includes Iran and Egypt. => BRICS | IR,EG | member",
        ),
        status="member",
        context=True,
    ),
    Rule(
        "list known as it",
        r"{L}(?:,| -| —| –| \() ?(?:an? |the )?(?:[^,;:()\x01]{0,50})?(?:group|bloc|grouping|alliance|club|quartet|trio|partnership)(?: of [^,;:()\x01]{3,60})? (?:known as|called|dubbed|named|or) (?:the )?{ORG}",
        "now",
        ("known as", "called", "dubbed", "named", " or "),
        ("Brazil, Germany and Japan - a group of hopefuls known as the G4 - met. => G4 | BR,DE,JP | member",),
        status="member",
    ),
    Rule(
        "also part of it",
        r"(?:with|and|,) {L}{PAR},? (?:is |are |being )?(?:also |now |all |both )+(?:a )?part of (?:{ORG}|it)"
        + _CLOSED,
        "now",
        ("part of",),
        ("The BRICS members include Brazil, with Egypt and Iran also part of the group. => BRICS | BR,EG,IR | member",),
        status="member",
    ),
    Rule(
        "alongside list, members are",
        r"(?:\A|[;.] )(?:alongside|besides|in addition to|apart from|along with) {L}, (?:the |its )?(?:\x01o[0-9]+\x02(?:['’]s?)? )?(?:other |current |full )?(?P<s>members?(?: states?| countries)?)"
        r"{OF} (?:now |currently |also )*(?:are|include|comprise)",
        "now",
        ("alongside", "besides", "addition", "apart", "along with"),
        ("Alongside Russia, the BRICS members now include Brazil and India. => BRICS | RU,BR,IN | member",),
    ),
    Rule(
        "grouping list, it",
        r"(?:\A|[;.] ){ADV}(?:comprising|grouping|uniting|consisting of|made up of|composed of|bringing together|including) {L}, (?:{ORG}|it\b)",
        "now",
        ("compris", "grouping", "uniting", "consist", "made up", "composed", "bringing", "including"),
        (
            "Comprising China, Russia and India, the SCO aims at trust. => SCO | CN,RU,IN | member",
            "APEC grew. Initially comprising Japan and Canada, the bloc has grown. => APEC | JP,CA | member",
        ),
        status="member",
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
        r"(?:which|that) (?:also )?(?:groups|involves|includes|comprises|unites|brings together|takes in|consists of|is made up of|is composed of|counts)|"
        r"whose members are)(?: (?:its|the))?(?: {W}){0,7}?(?: ?[:—–-])? {L}(?! as )"
        r"|{ORG}(?:,| is| was| -| —| –) (?:an? |the )(?:{W} ){0,4}?(?:pact|alliance|bloc|group|grouping|organi[sz]ation|union|partnership|forum|club|"
        r"association|mechanism|community|dialogue|arrangement|treaty|coalition|area|zone)(?: (?:agreed|made up|reached)(?: (?:in|on) {D})?)? (?:of|between|among|involving)(?: {W}){0,8}?(?:,? including|,? namely|:| —| –| -)? {L}(?! as )",
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
        r"|{ORG} (?:countries|states|nations) {L}|{ORG}(?: \(\x01o[0-9]+\x02\))? (?:of|between|among|involving) {L}",
        "now",
        (" of ", "(", "—", "–", " - ", ": ", "countries", "states", "nations"),
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
        "invited as status",
        r"{L}{PAR},? (?:are|were|have been|had been) (?:also )?(?:invited|asked)(?: to [^,;.]{0,40}?)? as {S}(?:{OF})?",
        "now",
        ("invited", "asked"),
        (
            "The leaders of Iran and Belarus are also invited to the SCO summit as observers. => SCO | IR,BY | observer",
            "Iran was invited as a speaker of the SCO forum. =>",
        ),
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
        "members by region",
        r"{S}{OF}(?::|,| —| –| -) "
        rf"{_COUNTED}{{L}} ?(?:[—–-] ?|\) ?|, ?)?(?:,? ?(?:and|while|with) {_COUNTED}{{L2}})?",
        "now",
        ("member", "observer", "partner"),
        (
            "CICA is a forum with six members: four from west Asia - Egypt, Iran, Israel and Jordan - and two from the south - India and Nepal. => CICA | EG,IR,IL,JO,IN,NP | member",
            "There are six member states of CICA: four are in west Asia, namely Egypt, Iran, Israel and Jordan. => CICA | EG,IR,IL,JO | member",
        ),
    ),
    Rule(
        "status: whose officials",
        r"{S}{OF}(?: ?[:—–-]|,) " + _OFFICIAL + "{L}" + rf"(?:[^;:.\x01]{{3,50}}?,?(?: and)? {_OFFICIAL}{{L2}})?" * 6,
        "now",
        ("minister", "president", "premier", "chairm", "head", "secretar", "representative", "chief", "ambassador"),
        (
            "Envoys of the CICA observer states: Prime Minister of Laos Arun Berg, Foreign Minister of the Republic of Belarus Ivan Karp and chief of staff of Japan Ken Ota were there. => CICA | LA,BY,JP | observer",
            "The GCC members, the president of Peru and the king, left. =>",
        ),
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
        "acronym of list",
        r"{ORG}(?:,| -| —| –| \()? ?(?:(?:an? )?(?:acronym|abbreviation)|short|which stands|stands|named) (?:of|for|after) (?:its members )?{L}",
        "now",
        ("acronym", "abbreviation", "short", "stands", "named"),
        ("BRICS - an acronym of Brazil, Russia and India - met. => BRICS | BR,RU,IN | member",),
        status="member",
    ),
)
