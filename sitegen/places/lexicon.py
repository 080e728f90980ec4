"""The words around a name that say what it is: a place, a person, a paper, a government."""

from __future__ import annotations

import re

__all__ = [
    "BEFORE_PERSON_OK",
    "CAPITAL_NOUN",
    "CITY_OF",
    "FAMILY_NAME",
    "FIRST_NAMES_TOO",
    "HOLDERS",
    "LOCATIVE",
    "LOCATIVE_PAIRS",
    "NAMED_AFTER",
    "NAMED_AFTER_SMALL",
    "NATION_DEEDS",
    "NOT_CAPITAL",
    "OFFICES",
    "SURNAMES_TOO",
    "US_STATES",
]

#: countries and regions that people are called, as a first name or as a family name
FIRST_NAMES_TOO = frozenset(
    "Jordan Chad Georgia Israel Kenya India Virginia Dakota Montana Carolina Alberta Asia Wales Ireland Malta Nursultan".split()
)
SURNAMES_TOO = frozenset(
    """Jordan Israel Ireland Holland England Wales Scotland France Spain Germany Congo Mali Chad Georgia Jersey Montana
    Maine Virginia Kansas Punjab Bihar Java America Cuba Oman""".split()
)

#: capitalised words that may stand before a place without making it a person's name
BEFORE_PERSON_OK = frozenset(
    """In On At To For From With By Of The A And Or But As While When Where After Before Since Until Although Though
    Because If Like Unlike Between Both Neither Either Meanwhile Against Despite Under Over Through Across Around Inside
    Outside Near Within Without Into Toward Towards Beyond Among Amid Only Even Will Would Can Could Did Does Do Is Was Are
    Were Has Have Had That This These Those Its Their His Her Our How Why What Which Who Whether Not Neighboring
    Neighbouring Nearby North South East West Northern Southern Eastern Western Central Greater Upper Lower Old New
    Downtown Metropolitan Inner Outer Mainland Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
    March April May June July August September October November December Today Yesterday Tomorrow Now Then Also Later
    Earlier Republic Kingdom State Emirate Sultanate City Port Fort Mount Lake Via Visiting Leaving Joining Inviting
    Dear Hello Welcome Modern Ancient Imperial Soviet Communist""".split()
)

#: capitalised words that may follow a place without making it a person's name
OFFICES = frozenset(
    """President Presidential Prime Premier Foreign Defence Defense Interior Finance Trade Minister Ministers Ministry
    Army Navy Naval Air Armed Forces King Queen Prince Princess Crown Government Parliament Cabinet Ambassador Chief
    General Time International Airport Summit Conference Forum Meeting Police Supreme Security National State Central
    Military Vice Deputy Secretary Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December Province Region Oblast District City County Republic
    Emirate Governor Mayor Embassy Consulate And Or In On At To For From With By Of The A As Joins Joined Says Said
    Signs Signed Hosts Hosted Wins Becomes Border Olympics Games Street Square Leader Dialogue Exhibition Expo
    River Bay Harbour Harbor Port Stock Exchange Spokesman Spokesperson Chairman Speaker Agrees Backs Seeks Calls Urges
    Wants Warns Vows Sends Gets Holds Opens Plans Will Has Is Not Vs""".split()
)

#: short forms of the states of the US that stand after a city and nowhere else
US_STATES = frozenset(
    """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev N.H N.J N.M N.Y N.C
    N.D Okla Ore Pa R.I S.C S.D Tenn Tex Va Vt Wash W.Va Wis Wyo D.C""".split()
)

#: what carries a place's name and is no place: "Tashkent Declaration", "Geneva Conventions", "Moscow Times"
NAMED_AFTER = frozenset(
    """Declaration Convention Conventions Agreement Agreements Accord Accords Treaty Protocol Protocols Charter Spirit
    Consensus Pact Club Formula Process Communique Communiqué University Times Post Journal Tribune Herald Gazette Daily
    Express Mail Globe Telegraph Review News TV Television Radio Today Airlines Airways Telecom Mobile Bank Group
    Corp Inc Ltd Plc Co Steel Motor Motors Holdings Files
    Stock Kings Lions Dynamo United Rovers Open Marathon Biennale Cooperation Co-operation""".split()
)

#: the same in small letters
NAMED_AFTER_SMALL = re.compile(
    r" (?:declarations?|agreements?|accords?|conventions?|treaty|treaties|protocols?|charter|spirit|consensus|process|formula|pact)\b"
)

#: a family name behind what looks like a city: "Kabul Berdiev", "Samara Ivanova"
FAMILY_NAME = re.compile(
    r" [A-Z][\w’'-]*(?:ov|ev|yov|ova|eva|yova|enko|ko|yan|ian|shvili|dze|sky|ski|skaya|uly|uulu|zoda|zoda|zada|zai|oglu|ogly|vich|wicz|sson|sen)\b"
)

#: "[Bank of] China": what comes before a country that is part of a company's or paper's name
HOLDERS = re.compile(
    r"(?:Bank|University|Voice|Times|Press Trust|Bharat|Insurance Company|Church|Museum|Institute) of\Z"
)

#: "[the port of] Qingdao": a noun that says that a place's name follows
CITY_OF = re.compile(
    r"\b(?:city|town|port|village|capital|resort|municipality|seaport|suburb|enclave|province|region) of\Z"
)

#: directly before a name: it is where something is; the last word, or the last two
LOCATIVE = frozenset(
    """in at near outside inside across throughout around into within beyond over visit visits visited visiting left
    southern northern eastern western southeastern northeastern southwestern northwestern south-eastern north-eastern
    south-western north-western central""".split()
)
LOCATIVE_PAIRS = frozenset(
    f"{verb} {preposition}"
    for preposition, verbs in {
        "to": "visit visits visited visiting trip trips travel travels traveled travelled travelling return returns "
        "returned returning came come comes coming went going goes go fly flies flew flown move moved moves journey",
        "from": "return returned returning flew flown fly arrived arriving arrive",
        "for": "left leave leaves leaving departed depart bound headed heading",
        "of": "tour tours nation island archipelago city-state territory soil",
    }.items()
    for verb in verbs.split()
)

#: after a capital: its government does or says something
NATION_DEEDS = re.compile(
    r"(?:(?: |'s |’s )(?:has|have|had|will|would|may|might|could|should|must|can|also|now|later|earlier|again|long|still|"
    r"never|not|firmly|strongly|repeatedly|officially|formally|recently|already))*"
    r" (?:sa(?:id|ys|y)|told|tells?|warn(?:ed|s)?|accus(?:ed|es?)|urg(?:ed|es?)|want(?:ed|s)?|hop(?:ed|es?)|back(?:ed|s)?|"
    r"reject(?:ed|s)?|refus(?:ed|es?)|sign(?:ed|s)?|agree(?:d|s)?|see(?:s|n)?|saw|plan(?:ned|s)?|pledg(?:ed|es?)|"
    r"condemn(?:ed|s)?|den(?:ied|ies|y)|insist(?:ed|s)?|vow(?:ed|s)?|support(?:ed|s)?|consider(?:ed|s)?|believ(?:ed|es?)|"
    r"demand(?:ed|s)?|propos(?:ed|es?)|offer(?:ed|s)?|sent|sends?|announc(?:ed|es?)|blam(?:ed|es?)|regard(?:ed|s)?|"
    r"view(?:ed|s)?|claim(?:ed|s)?|seek(?:s)?|sought|need(?:ed|s)?|oppos(?:ed|es?)|welcom(?:ed|es?)|expect(?:ed|s)?|"
    r"invit(?:ed|es?)|ask(?:ed|s)?|threaten(?:ed|s)?|tr(?:y|ies|ied)|decid(?:ed|es?)|join(?:ed|s)?|withdr(?:ew|aw|aws|awn)|"
    r"suspend(?:ed|s)?|recogni[sz](?:ed|es?)|call(?:ed|s)|respond(?:ed|s)?|retaliat(?:ed|es?)|apologi[sz](?:ed|es?)|"
    r"stress(?:ed|es)?|maintain(?:ed|s)?|gives?|gave|given|attach(?:ed|es)?|takes?|took|prefer(?:red|s)?|is (?:ready|keen|"
    r"willing|concerned|seeking|trying|prepared|determined|committed|considering)|was (?:ready|keen|willing|concerned))\b"
)

#: "the Kazakh [capital]" is the city; "capital markets" are not
CAPITAL_NOUN = re.compile(r" capital\b(?! city of)(?: city\b)?")
NOT_CAPITAL = re.compile(
    r" (?:markets?|investments?|flows?|outflows?|inflows?|gains?|goods|punishment|expenditures?|spending|costs?|stock|"
    r"flight|controls?|construction|equipment|crimes?|letters?|ships?|offences?|offenses?|cases?|adequacy|requirements?|"
    r"funds?|assets?|budget|of [A-Z]\w+|[A-Z]\w+)"
)
