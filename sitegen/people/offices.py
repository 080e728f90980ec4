"""Offices in words: what a title says of its holder. Rows, each with examples that `tests/people` reads.

A phrase is lower case. `[...]` may be left out; `*` marks the word that takes the plural; `defence` is `defense` too. Ministers and secretaries
of departments are not listed: they are read as a head with a portfolio ("minister of X", "X minister").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sitegen.model import PostCode
from sitegen.people.titles import words

State = Literal["current", "acting", "former", "deputy", "designate"]  # as model.PersonMention has it


@dataclass(frozen=True, slots=True)
class Office:
    """`implies` is the one country that uses the title; `of_state` means that the office is a country's, so that one
    of a company, party, court or club ("president of the bank") is none; `abroad` that "to X" names not its own country;
    `nameless` that the word alone, without a name beside it, is not worth a mention; `organization` that only a known organization
    makes the title an office; `weak` that a plainer title of the same person wins; `local` that it is of a town or region; `of` is the one organization that has it."""

    phrase: str
    code: PostCode
    example: str
    implies: str | None = None
    of_state: bool = False
    abroad: bool = False
    nameless: bool = False
    organization: bool = False
    weak: bool = False
    local: bool = False
    of: str | None = None


OFFICES: tuple[Office, ...] = (
    # heads of state
    Office("president*", "head-of-state", "Turkish President Recep Tayyip Erdogan", of_state=True),
    Office("state president*", "head-of-state", "State President To Lam"),
    Office("presidency member*", "other", "Presidency member Zeljko Komsic", nameless=True),
    Office("member* of [the] presidency", "other", "member of the Presidency Denis Becirovic", nameless=True),
    Office("head* of state", "head-of-state", "the Kazakh head of state"),
    Office("supreme leader*", "head-of-state", "Supreme Leader Ali Khamenei", implies="IR"),
    Office("leader* of the islamic revolution", "head-of-state", "Leader of the Islamic Revolution", implies="IR"),
    Office("king*", "head-of-state", "King Abdullah II of Jordan", of_state=True, nameless=True),
    Office("queen*", "head-of-state", "Queen Margrethe", of_state=True, nameless=True),
    Office("emperor*", "head-of-state", "Emperor Naruhito", nameless=True),
    Office("emir*", "head-of-state", "the Emir of Qatar", of_state=True, nameless=True),
    Office("amir*", "head-of-state", "the Amir of Kuwait", of_state=True, nameless=True),
    Office("sultan*", "head-of-state", "the Sultan of Oman", of_state=True, nameless=True),
    Office("grand duke*", "head-of-state", "Grand Duke Henri", nameless=True),
    Office(
        "custodian of [the] two holy mosques [king]", "head-of-state", "Custodian of the Two Holy Mosques", implies="SA"
    ),
    Office("yang di-pertuan agong", "head-of-state", "the Yang di-Pertuan Agong", implies="MY"),
    Office("leader*", "head-of-state", "North Korean leader Kim Jong Un", weak=True, nameless=True),
    # heads of government
    Office("prime minister*", "head-of-government", "Prime Minister Hun Manet"),
    Office("pm", "head-of-government", "PM Modi", nameless=True),
    Office(
        "premier* of [the] state council", "head-of-government", "Premier of the State Council Zhao Ming", implies="CN"
    ),
    Office("premier*", "head-of-government", "Premier Li Qiang"),
    Office("head* of government", "head-of-government", "heads of government"),
    Office("chancellor*", "head-of-government", "Chancellor Olaf Scholz", of_state=True),
    Office("taoiseach", "head-of-government", "Taoiseach Simon Harris", implies="IE"),
    Office("chairman of [the] cabinet of ministers", "head-of-government", "Chairman of the Cabinet of Ministers"),
    Office("cabinet chairman", "head-of-government", "Kyrgyz Cabinet Chairman Akylbek Japarov"),
    Office("chairman of [the] council of ministers", "head-of-government", "Chairman of the Council of Ministers"),
    Office("chief adviser*", "head-of-government", "Chief Adviser Muhammad Yunus", implies="BD", nameless=True),
    Office("chief advisor*", "head-of-government", "Chief Advisor Muhammad Yunus", implies="BD", nameless=True),
    # defence and foreign ministers in other words
    Office("raksha mantri", "defence-minister", "Raksha Mantri Shri Rajnath Singh", implies="IN"),
    Office("raksha rajya mantri", "other", "Raksha Rajya Mantri Sanjay Seth", implies="IN"),
    Office("defmin", "defence-minister", "DefMin", nameless=True),
    Office("defence chief*", "defence-minister", "Japanese defense chief Nakatani"),
    Office("pentagon chief*", "defence-minister", "Pentagon chief Lloyd Austin", implies="US"),
    Office("pentagon head*", "defence-minister", "Pentagon head Lloyd Austin", implies="US"),
    Office("defence ministry head", "defence-minister", "Defence Ministry head"),
    Office("defence ministry chief", "defence-minister", "Defence Ministry chief"),
    Office(
        "chairman of [the] state committee for defence [affairs]",
        "defence-minister",
        "Chairman of the State Committee for Defence Affairs",
    ),
    Office(
        "head of [the] state committee for defence [affairs]",
        "defence-minister",
        "Head of the State Committee for Defence",
    ),
    Office("head of [the] state defence committee", "defence-minister", "Head of the State Defence Committee"),
    Office("chairman of [the] state defence committee", "defence-minister", "Chairman of the State Defence Committee"),
    Office("state defence committee chairman", "defence-minister", "State Defence Committee Chairman"),
    Office("foreign ministry head", "foreign-minister", "Foreign Ministry head"),
    Office("eam", "foreign-minister", "Indian EAM R Menon", implies="IN", nameless=True),
    Office("top diplomat*", "foreign-minister", "China's top diplomat", weak=True, nameless=True),
    Office("chief diplomat*", "foreign-minister", "Moscow's chief diplomat", weak=True, nameless=True),
    Office("secretary of state", "foreign-minister", "US Secretary of State Antony Blinken", implies="US"),
    Office("secretaries of state", "foreign-minister", "secretaries of state", implies="US"),
    # staffs
    Office("chief* of [the] general staff", "chief-of-general-staff", "Chief of the General Staff of the Armed Forces"),
    Office("chief* of [the] general staffs", "chief-of-general-staff", "chiefs of the general staffs"),
    Office(
        "chief* of [the] armed forces general staff",
        "chief-of-general-staff",
        "Chief of the Armed Forces General Staff",
    ),
    Office("head* of [the] general staff", "chief-of-general-staff", "head of the General Staff"),
    Office("chief* of gen staff", "chief-of-general-staff", "Chief of Gen Staff"),
    Office("general staff chief*", "chief-of-general-staff", "General Staff chief Valery Gerasimov"),
    Office("general staff head*", "chief-of-general-staff", "General Staff head"),
    Office("chief* of [the] defence staff", "other", "Chief of Defence Staff General Anil Chauhan"),
    Office("chief* of [the] defence", "other", "Chief of Defence Admiral Rob Bauer"),
    Office("chief* of [the] defence forces", "other", "Chief of Defence Forces"),
    Office("chief* of [the] army staff", "other", "Chief of Army Staff General Asim Munir"),
    Office("chief* of [the] army", "other", "Chief of Army"),
    Office("chief* of [the] air staff", "other", "Chief of Air Staff"),
    Office("chief* of [the] naval staff", "other", "Chief of Naval Staff"),
    Office("chief* of staff", "other", "Chief of Staff", nameless=True),
    Office("joint chiefs chairman", "other", "Joint Chiefs Chairman"),
    Office(
        "chairman of [the] joint chiefs [of staff]",
        "other",
        "Chairman of the Joint Chiefs of Staff General Mark Milley",
    ),
    Office("chair* of [the] joint chiefs [of staff]", "other", "Chair of the Joint Chiefs of Staff"),
    Office("chairman of [the] chiefs of staff", "other", "Chairman of the Chiefs of Staff of the Armed Forces"),
    Office("chairman of [the] committee of chiefs of staff", "other", "Chairman of the Committee of Chiefs of Staff"),
    Office(
        "chairman of [the] joint chiefs of staff committee",
        "other",
        "Chairman of the Joint Chiefs of Staff Committee",
        implies="PK",
    ),
    Office(
        "chairman joint chiefs of staff committee", "other", "Chairman Joint Chiefs of Staff Committee", implies="PK"
    ),
    Office("armed forces chief*", "other", "Armed Forces chief Mohammad Bagheri"),
    Office("armed force chief*", "other", "Armed Force chief"),
    Office("army chief*", "other", "Army chief Gen Manoj Pande"),
    Office("army commander*", "other", "army commander Arun Berg"),
    Office("army chief-of-staff", "other", "the army chief-of-staff"),
    Office("chief-of-staff", "other", "the Thai chief-of-staff", nameless=True),
    Office("navy chief*", "other", "Navy chief Admiral Tripathi"),
    Office("air force chief*", "other", "Air Force chief"),
    Office("military chief* of staff", "other", "military chief of staff Sami Anan"),
    Office("military chief*", "other", "military chief"),
    Office(
        "supreme allied commander [europe]", "other", "Supreme Allied Commander Europe Christopher Cavoli", of="NATO"
    ),
    Office("supreme allied commander transformation", "other", "Supreme Allied Commander Transformation", of="NATO"),
    Office("opposition leader*", "other", "opposition leader John Tembo"),
    Office("supreme commander [of the armed forces]", "other", "Supreme Commander of the Armed Forces Tokayev"),
    Office("commander-in-chief", "other", "Commander-in-Chief Min Aung Hlaing"),
    Office("commander in chief", "other", "Commander in Chief"),
    Office("commander*", "other", "Commander General Michael Kurilla", nameless=True),
    # organizations
    Office("secretary*-general", "secretary-general", "SCO Secretary-General Zhang Ming", organization=True),
    Office("secretary* general", "secretary-general", "NATO Secretary General Mark Rutte", organization=True),
    Office("sec-gen", "secretary-general", "SCO Sec-Gen Rashid Alimov", organization=True),
    Office("executive secretary", "secretary-general", "CIS Executive Secretary Sergei Lebedev", organization=True),
    Office(
        "director* of [the] executive committee",
        "other",
        "Director of the Executive Committee Arun Berg",
        organization=True,
    ),
    Office("executive committee director*", "other", "RATS Executive Committee Director", organization=True),
    Office("chairman of [the] board", "other", "Chairman of the Board of the EEC", organization=True, nameless=True),
    Office("director general", "other", "IAEA Director General Rafael Grossi", organization=True, nameless=True),
    Office("director-general", "other", "WHO Director-General", organization=True, nameless=True),
    Office("commissioner*", "other", "AU Commissioner Bankole Adeoye", organization=True, nameless=True),
    Office("foreign policy chief*", "other", "EU foreign policy chief Kaja Kallas"),
    Office("high representative*", "other", "EU High Representative Josep Borrell"),
    Office(
        "managing director", "other", "IMF Managing Director Kristalina Georgieva", organization=True, nameless=True
    ),
    # others that stand for their state
    Office("state councilor*", "other", "State Councilor Wang Yi", implies="CN"),
    Office("state councillor*", "other", "State Councillor Li Shangfu", implies="CN"),
    Office("state counsellor", "other", "State Counsellor Aung San Suu Kyi", implies="MM"),
    Office(
        "state secretary of [the] security council",
        "other",
        "State Secretary of the Security Council Alexander Volfovich",
    ),
    Office("governor*", "other", "Governor Vyacheslav Gladkov", of_state=True, nameless=True, local=True),
    Office("mayor*", "other", "Moscow Mayor Sergei Sobyanin", of_state=True, nameless=True, local=True),
    Office("chief justice*", "other", "Chief Justice Anwar Moor", nameless=True),
    Office("attorney general", "other", "Attorney General Merrick Moor", nameless=True),
    Office("police chief*", "other", "police chief Arun Berg", nameless=True, local=True),
    Office("chief* of [the] police", "other", "Chief of Police Arun Berg", nameless=True, local=True),
    Office("state secretary", "other", "State Secretary Erlan Karin"),
    Office("crown prince*", "other", "Crown Prince Mohammed bin Salman", nameless=True),
    Office("general secretary", "other", "Party General Secretary Nguyen Phu Trong", nameless=True),
    Office("security council secretary", "other", "Security Council Secretary Nikolai Patrushev"),
    Office("secretary of [the] security council", "other", "Secretary of the Security Council Marat Imankulov"),
    Office("secretary of [the] national security council", "other", "Secretary of the National Security Council"),
    Office(
        "secretary of [the] supreme national security council",
        "other",
        "Secretary of the Supreme National Security Council Ali Shamkhani",
    ),
    Office("national security adviser", "other", "National Security Adviser Ajit Doval"),
    Office("national security advisor", "other", "National Security Advisor Jake Sullivan"),
    Office(
        "vice chairman of [the] central military commission",
        "other",
        "vice chairman of the Central Military Commission",
    ),
    Office(
        "central military commission vice chairman", "other", "Central Military Commission Vice Chairman Zhang Youxia"
    ),
    Office("chairman of [the] central military commission", "other", "chairman of the Central Military Commission"),
    Office("chief minister*", "other", "Chief Minister", nameless=True),
    Office("adviser*", "other", "presidential adviser Mykhailo Podolyak", abroad=True, nameless=True),
    Office("advisor*", "other", "presidential advisor", abroad=True, nameless=True),
    Office("presidential aide*", "other", "presidential aide Yuri Ushakov", abroad=True, nameless=True),
    Office("kremlin aide*", "other", "Kremlin aide Yuri Ushakov", implies="RU", nameless=True),
    Office("special assistant*", "other", "Special Assistant", abroad=True, nameless=True),
    Office("prosecutor general", "other", "Prosecutor General", nameless=True),
    Office("speaker*", "other", "Speaker", nameless=True),
    Office("ambassador*", "other", "Chinese Ambassador to Kazakhstan Zhang Xiao", abroad=True),
    Office("high commissioner*", "other", "Indian High Commissioner", abroad=True),
    Office("permanent representative*", "other", "Permanent Representative of Turkey", abroad=True),
    Office("special representative*", "other", "special representative for Afghanistan Zamir Kabulov", abroad=True),
    Office("envoy*", "other", "special envoy to Syria Geir Pedersen", abroad=True),
    Office("chargé d'affaires", "other", "Chargé d'Affaires", abroad=True),
    Office("consul general", "other", "Consul General", abroad=True),
    Office("spokesman", "other", "Defense Ministry spokesman Tan Kefei"),
    Office("spokeswoman", "other", "Foreign Ministry spokeswoman Maria Zakharova"),
    Office("spokesperson", "other", "Foreign Ministry spokesperson Mao Ning"),
    Office("press secretary", "other", "Press Secretary Karine Jean-Pierre"),
)

#: offices of ministers and secretaries, by what the portfolio says: code, words of which one must be there, words that
#: must not. First row that fits wins; none is `other`.
PORTFOLIOS: tuple[tuple[PostCode, frozenset[str], frozenset[str]], ...] = (
    (
        "defence-minister",
        words("defence defense war"),
        words("industry industries production procurement personnel people prisoners pow science college export"),
    ),
    ("other", words("trade"), words("affairs affair relations defence defense")),  # "Minister for Foreign Trade"
    ("foreign-minister", words("foreign external"), words("investment worker workers labour labor")),
    ("defence-minister", words("armed"), words("veterans")),
)
#: words that make up portfolios: "minister of X, Y and Z" is read as far as these go
PORTFOLIO_WORDS = words(
    """defence defense national war armed forces logistics foreign external internal affairs affair relations interior home
    finance financial economy economic economics trade commerce industry industries energy power oil petroleum gas
    transport transportation railways roads highways aviation infrastructure construction housing agriculture food rural
    urban regional development planning investment investments labour labor employment social welfare family women youth
    children health education higher science research technology innovation digital digitalization it information
    communications communication telecommunications telecom broadcasting culture cultural tourism sport sports justice law
    security public safety order emergency emergencies situations disaster civil environment environmental ecology natural
    resources water climate water-resources forestry fisheries mining mines religious parliamentary constitutional
    integration cooperation international european commonwealth diaspora nationals abroad expatriates overseas veterans
    production procurement aerospace immigration citizenship migration border borders textile textiles water military
    personnel people strategic coordinating political legal human rights rehabilitation reconstruction
    administration management territorial integrity state-owned treasury budget taxes customs revenue
    intelligence policy prevention peace consumer protection works services service nuclear atomic heritage
    handicrafts crafts diplomacy arts endowments hajj antiquities livestock irrigation cooperatives entrepreneurship creative""",
)
#: the role in plain words where it is taken from the company, not said of the holder alone
ROLES: dict[PostCode, str] = {
    "head-of-state": "Head of State",
    "head-of-government": "Head of Government",
    "foreign-minister": "Minister of Foreign Affairs",
    "defence-minister": "Minister of Defence",
    "chief-of-general-staff": "Chief of General Staff",
    "secretary-general": "Secretary-General",
    "other": "",
}
#: a secretary of defence or foreign affairs is a minister here; elsewhere a civil servant
SECRETARIES_ARE_MINISTERS = frozenset({"US", "GB", "PH", "MX", "HK"})
#: a minister of state for defence (or foreign) affairs who heads the ministry, not a junior one
MINISTERS_OF_STATE_LEAD = frozenset({"QA", "AE", "OM", "BH"})
#: houses that stand for a government before "spokesman": word (and the one before it) -> country
HOUSES: dict[str, str] = {
    "kremlin": "RU",
    "pentagon": "US",
    "white house": "US",
    "state department": "US",
    "downing street": "GB",
    "elysee": "FR",
    "élysée": "FR",
    "blue house": "KR",
}
#: organizations whose head is no secretary-general, so that "X chief" must not be read as one
OTHER_HEADS = words("EU IMF WTO WHO IAEA UNESCO AU WB ADB AIIB NDB EAEU FIFA IOC OPEC ECB EC")

#: words before a title that change nothing
NEUTRAL = words(
    """new newly recently last newly-appointed newly-elected re-elected reelected visiting current incumbent sitting
    outgoing senior top first second veteran longtime long-time hardline civilian federal host fellow respective
    permanent resident special presidential executive chief powerful long-serving embattled recently-appointed first-ever
    communist autocratic authoritarian"""
)
#: words before a title -> the state they put it in; "" changes nothing
STATES: dict[str, State | Literal[""]] = {
    **dict.fromkeys(
        ("deputy", "vice", "assistant", "under", "junior", "dy", "associate", "vice-", "deputy-"), "deputy"
    ),
    **dict.fromkeys(("acting", "interim", "caretaker", "ad-interim", "provisional", "transitional"), "acting"),
    **dict.fromkeys(
        (
            "former",
            "ex",
            "then",
            "late",
            "previous",
            "onetime",
            "one-time",
            "erstwhile",
            "ousted",
            "deposed",
            "retired",
            "fugitive",
        ),
        "former",
    ),
    **dict.fromkeys(("incoming", "designated", "prospective"), "designate"),
    **dict.fromkeys(NEUTRAL, ""),
}


def _expand(phrase: str) -> list[tuple[tuple[str, ...], bool]]:
    """All ways to say a phrase: with and without its bracketed parts, singular and plural. (words, is plural)."""
    forms = [phrase, phrase.replace("defence", "defense")] if "defence" in phrase else [phrase]
    while any("[" in form for form in forms):
        forms = [
            variant
            for form in forms
            for variant in ((re.sub(r"\[([^\]]*)\]", r"\1", form, count=1), re.sub(r"\[[^\]]*\] ?", "", form, count=1)) if "[" in form else (form,))
        ]  # fmt: skip
    result = []
    for form in forms:
        form = " ".join(form.split())
        result.append((tuple(form.replace("*", "").split()), False))
        if "*" in form:
            plural = form.replace("y*", "ies").replace("*", "s")
            result.append((tuple(plural.split()), True))
    return result


Entry = tuple[tuple[str, ...], Office, bool]
#: first word -> second word (or "") -> (words, office, is plural), longest first
BY_FIRST_WORD: dict[str, dict[str, list[Entry]]] = {}
for _office in OFFICES:
    for _words, _plural in _expand(_office.phrase):
        _seconds = BY_FIRST_WORD.setdefault(_words[0], {})
        _seconds.setdefault(_words[1] if len(_words) > 1 else "", []).append((_words, _office, _plural))
for _seconds in BY_FIRST_WORD.values():
    for _entries in _seconds.values():
        _entries.sort(key=lambda entry: -len(entry[0]))


def code_of_portfolio(portfolio: frozenset[str]) -> PostCode:
    """The code of a minister whose portfolio holds these words."""
    for code, wanted, barred in PORTFOLIOS:
        if portfolio & wanted and not portfolio & barred:
            return code
    return "other"
