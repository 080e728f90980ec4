"""Wordings that report a kind of happening only together, as rows with their own examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Pattern

from sitegen.events.anycase import Anycase
from sitegen.model import Classification


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _re(text: str) -> Pattern[str] | Anycase:
    """For words in any case, but for those parts that ask for capitals."""
    return re.compile(text, re.IGNORECASE | re.VERBOSE) if "(?-i:" in text else Anycase(text, re.VERBOSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that report a kind of happening only together, with others between them."""

    name: str
    kind: Classification
    weight: float
    pattern: Pattern[str] | Anycase
    words: frozenset[str]  # one of these stands in the clause, or the pattern need not be tried
    examples: tuple[str, ...]


PHRASES: tuple[Phrase, ...] = (
    Phrase(
        name="become a member",
        kind="accession",
        weight=3.0,
        pattern=_re(
            r"\b(?:becom(?:e|es|ing)|became|been|named|appointed|granted|given|received|obtained|gained|acquired|secured|admitted|accepted)\ (?:[\w.()’'-]+\ ){0,7}"
            r"(?:members?|observers?|dialogue\ partners?|membership(?!\ (?:action|bid|plan|talks|application))|observer\ status|partner\ status)\b"
        ),
        words=_set("member members observer observers partner partners membership status"),
        examples=(
            "India and Pakistan became their permanent members in 2017.",
            "India was appointed observer in 2005.",
            "Mongolia gained the status of an observer state in 2004.",
        ),
    ),
    Phrase(
        name="come in",
        kind="accession",
        weight=2.8,
        pattern=_re(r"\b(?:came|come|brought|taken|let|took)\ in\ as\b | \bentry\ of\b | \bopt(?:ed)?\ out\ of\b"),
        words=_set("in entry opt opted"),
        examples=("The entry of two countries as members last year changed it.",),
    ),
    Phrase(
        name="welcome into",
        kind="accession",
        weight=3.0,
        pattern=_re(
            r"\b(?:welcom(?:ed|es|ing)|admitted|admits|received|accepted|inducted|brought)\ (?-i:[A-Z])[\w.()’'-]+\ (?:[\w.()’'-]+\ ){0,5}into\ (?:the\ )?(?-i:[A-Z])"
        ),
        words=_set("into"),
        examples=("India on Wednesday welcomed Nepal into BRICS.",),
    ),
    Phrase(
        name="add as members",
        kind="accession",
        weight=3.0,
        pattern=_re(
            r"\b(?:add(?:ed|ing)?|admit(?:ted|ting)?|accept(?:ed|ing)?|welcom(?:ed|ing)|includ(?:ed|ing)|recogni[sz](?:ed|ing))\ (?:[\w.()’'-]+\ ){1,6}as\ (?:[\w.()’'-]+\ ){0,3}(?:members?|observers?|partners?)\b"
        ),
        words=_set("member members observer observers partner partners"),
        examples=("The bloc was expanded to add India and Pakistan as full members last year.",),
    ),
    Phrase(
        name="decree on a person",
        kind="appointment",
        weight=3.1,
        pattern=_re(
            r"\b(?:signed|signs|sign|issued|issues|published)\ (?:[\w.()’'-]+\ ){0,6}(?:decrees?|orders?|edicts?|ukases?)\ (?:[\w.()’'-]+\ ){0,6}"
            r"(?:appoint(?:ing|ment|s|ed)?|dismiss(?:ing|al|ed)?|remov(?:ing|al|ed)|reliev(?:ing|ed))\b"
        ),
        words=_set("decree decrees order orders edict edicts ukase ukases"),
        examples=("The president signed on Monday a decree appointing a new minister.",),
    ),
    Phrase(
        name="decide to appoint",
        kind="appointment",
        weight=3.1,
        pattern=_re(
            r"\b(?:decided|agreed|voted|resolved|moved)\ (?:[\w-]+\ ){0,3}to\ (?:appoint|elect|name|nominate|choose|re-?elect|dismiss|remove|replace|reappoint)\b"
        ),
        words=_set("decided agreed voted resolved moved"),
        examples=("The council decided on Monday to appoint Anna Berg as the next secretary general.",),
    ),
    Phrase(
        name="announce as the new holder",
        kind="appointment",
        weight=2.9,
        pattern=_re(
            r"\b(?:announc(?:ed|es)|introduced|presented|presents|hired|propos(?:ed|es)|nominat(?:ed|es))\ (?:[\w.’'-]+\ ){0,9}as\ (?:(?:the|its|his|their|an?|country['’]s)\ ){0,2}"
            r"(?:new|next|acting|interim|first|incoming)\ (?:[\w.()’'-]+\ ){0,6}(?:ministers?|president|premier|secretary|chief|commander|chairman|head|director|governor|ambassador)\b"
        ),
        words=_set("announced announces introduced presented presents hired proposed proposes nominated nominates"),
        examples=("The president on Monday announced Anna Berg as the new minister of finance.",),
    ),
    Phrase(
        name="take the oath",
        kind="appointment",
        weight=3.0,
        pattern=_re(r"\b(?:took|takes|take|taken|swore|sworn)\ (?:the|his|her|an|their)\ (?:[\w-]+\ ){0,2}oaths?\b"),
        words=_set("oath oaths"),
        examples=("He took the presidential oath in the capital on Wednesday.",),
    ),
    Phrase(
        name="win an election",
        kind="appointment",
        weight=2.7,
        pattern=_re(
            r"\b(?:w[io]n|wins|declared\ (?:the\ )?winner\ of)\ (?:(?:an?|the|his|her)\ )?(?:[\w.()’'-]+\ ){0,4}(?:elections?|vote|run-?off|polls?|presidency|ballot|second\ term)\b"
        ),
        words=_set("election elections vote runoff run-off poll polls presidency ballot term"),
        examples=("Anna Berg won the presidential election on Sunday.",),
    ),
    Phrase(
        name="reach an agreement",
        kind="agreement",
        weight=2.8,
        pattern=_re(
            r"\b(?:reached|reaches|reach|struck|clinched)\ (?:an?\ |the\ )?(?:[\w-]+\ ){0,3}(?:agreement|deal|accord|consensus|compromise)\b"
        ),
        words=_set("agreement deal accord consensus compromise"),
        examples=("The ambassadors have reached agreement on new sanctions on Monday.",),
    ),
    Phrase(
        name="announce one's going",
        kind="appointment",
        weight=3.0,
        pattern=_re(
            r"\b(?:announc(?:ed|es|ing)|tender(?:ed|s)|submitted|handed\ in|offered)\ (?:his|her|their)\ (?:[\w-]+\ ){0,2}(?:resignation|retirement|departure)\b"
        ),
        words=_set("resignation retirement departure"),
        examples=("Anna Berg on Wednesday announced her resignation.",),
    ),
    Phrase(
        name="call on leaders",
        kind="meeting",
        weight=2.6,
        pattern=_re(
            r"\b(?:called|calls|call)\ on\ (?:[\w.()’'-]+\ ){0,3}(?:leaders?|prime\ minister|president|counterparts?)\b(?!\ (?:to|for|not)\b)"
        ),
        words=_set("called calls call"),
        examples=("Defence chiefs called on the island's leaders on Friday.",),
    ),
    Phrase(
        name="welcome a guest",
        kind="meeting",
        weight=2.7,
        pattern=_re(
            r"\bwelcom(?:ed|es)\ (?:[\w.()’'-]+\ ){0,4}(?:minister|president|premier|chief|counterpart|envoy|secretary|chancellor|king|delegation)\ (?:[\w.()’'-]+\ ){0,5}(?:to|in|at)\ (?-i:[A-Z])"
        ),
        words=_set("welcomed welcomes"),
        examples=("The president welcomed Foreign Minister Anna Berg to Oslo on Monday.",),
    ),
    Phrase(
        name="give up office",
        kind="appointment",
        weight=2.8,
        pattern=_re(
            r"\b(?:gave|gives|given|giving)\ up\ (?:the\ |his\ |her\ )?(?:[\w-]+\ ){0,2}(?:powers?|post|position|office|portfolio|presidency|seat)\b"
        ),
        words=_set("up"),
        examples=("The speaker gave up the power of acting president on Monday.",),
    ),
    Phrase(
        name="over the telephone",
        kind="meeting",
        weight=3.1,
        pattern=_re(
            r"\b(?:in|during|over|held|had)\ (?:an?|the|his|her|their)\ (?:tele)?phon(?:e|ic)\ (?:call|conversation|talks?)\b"
        ),
        words=_set("phone telephone telephonic"),
        examples=("In a telephonic conversation with his guest, the minister took up the sale of ships.",),
    ),
    Phrase(
        name="vote on a treaty",
        kind="agreement",
        weight=2.7,
        pattern=_re(
            r"\b(?:vote|votes|voted|voting)\ (?:on|for|in\ favou?r\ of|to\ (?:ratify|approve))\ (?:the\ |a\ |an\ |its\ )?(?:[\w-]+\ ){0,3}(?:protocol|treaty|agreement|accord|pact|accession|convention|deal)\b"
        ),
        words=_set("protocol treaty agreement accord pact accession convention deal"),
        examples=("The parliament will vote on the accession protocol in March.",),
    ),
    Phrase(
        name="hand in a paper",
        kind="other",
        weight=2.7,
        pattern=_re(
            r"\b(?:submit(?:s|ted)?|sent|forwarded)\ (?:[\w.()’'-]+\ ){0,6}?(?:protocols?|treaty|treaties|accords?|application|documents?|report|candidacy|bid)\ (?:[\w.()’'-]+\ ){0,6}?to\b"
        ),
        words=_set("submit submits submitted sent forwarded"),
        examples=("Anna Berg submitted the accession protocol of Chile to the Senate.",),
    ),
    Phrase(
        name="reach a town",
        kind="visit",
        weight=2.7,
        pattern=_re(
            r"\breach(?:ed|es|ing)?\ (?:the\ )?(?:(?:[\w.()’'-]+\ )?capital\b|(?-i:[A-Z][a-z]+)(?=\ (?:on|today|yesterday|late|early|this|for|to)\b))"
        ),
        words=_set("reached reaches reach reaching"),
        examples=("The team reached the Chilean capital on Sunday.", "The delegation reached Oslo on Sunday."),
    ),
    Phrase(
        name="in the place of a body",
        kind="founding",
        weight=3.2,
        pattern=_re(
            r"\b(?:replac(?:ed|es|ing)|succeed(?:ed|s|ing))\ the\ (?:(?-i:[A-Z])[\w.()’'-]+\ (?:(?:of|for|and|the)\ )*){0,5}(?-i:Organi[sz]ation|Union|Community|Association|League|Council|Commission|Treaty|Pact|Agreement)\b"
        ),
        words=_set("replaced replaces replacing succeeded succeeds succeeding"),
        examples=("The union replaced the Organisation of Northern Lakes in 2002.",),
    ),
    Phrase(
        name="enter office",
        kind="appointment",
        weight=3.0,
        pattern=_re(
            r"\b(?:enter(?:ed|s)|beg[iau]ns?|tak(?:e|es|en)\ up|took\ up)\ (?:upon\ )?(?:his|her|their)\ (?:new\ )?(?:posts?|offices?|duties|functions|roles?|positions?|jobs?|terms?)\b"
        ),
        words=_set("post posts office offices duties functions role roles position positions job jobs term terms"),
        examples=(
            "Anna Berg officially entered her post on Tuesday.",
            "He will begin his functions as secretary on Monday.",
        ),
    ),
    Phrase(
        name="approve as",
        kind="appointment",
        weight=2.9,
        pattern=_re(
            r"\b(?:approv(?:ed|es)|confirm(?:ed|s)|ch(?:ose|osen|ooses?)|pick(?:ed|s)|select(?:ed|s)|tapp(?:ed)|elect(?:ed|s)|endors(?:ed|es)|nam(?:ed|es))\ (?:[\w.()’'-]+\ ){0,7}as\ (?:[\w.()’'-]+\ ){0,4}"
            r"(?:president|minister|chairman|chairperson|chair|chief|leader|commander|secretary-general|secretary|head|speaker|judge|director|envoy|representative|commissioner|coordinator)\b"
        ),
        words=_set("as"),
        examples=(
            "The leaders approved Mr Zhang of China as the first secretary-general.",
            "The envoys picked former minister Anna Berg as the next leader of the alliance.",
        ),
    ),
    Phrase(
        name="issue a statement",
        kind="statement",
        weight=2.7,
        pattern=_re(
            r"\b(?:issu(?:ed|es|ing)|releas(?:ed|es|ing)|put\ out|made\ public|published)\ (?:an?|the|its|his|her|their)\ (?:[\w-]+\ ){0,3}"
            r"(?:statement|warning|apology|condemnation|ultimatum|appeal|call)\b"
        ),
        words=_set("statement warning apology condemnation ultimatum appeal call"),
        examples=("The bloc on Tuesday issued a strongly worded statement on the coup.",),
    ),
    Phrase(
        name="hear a briefing",
        kind="meeting",
        weight=2.6,
        pattern=_re(
            r"\b(?:receiv(?:ed|es|ing)|heard|hears|had|held)\ (?:an?\ |the\ )?(?:[\w-]+\ ){0,3}briefings?\b(?!\ by\b)"
        ),
        words=_set("briefing briefings"),
        examples=("The council received a closed briefing on the Gulf on Monday.",),
    ),
    Phrase(
        name="go to a place",
        kind="visit",
        weight=2.5,
        pattern=_re(
            r"\b(?:go(?:es|ing)?|went|fl(?:y|ying|ew|ies|own)|travel(?:s|l?ed|l?ing)?|head(?:s|ed|ing)|journey(?:s|ed)|return(?:s|ed|ing)|(?:will|to|would)\ return)\ (?:(?:on|over|back|onwards?)\ )?(?:to|into)\ "
            r"(?:(?:the\ )?(?:(?:[\w’'-]+\ )?capital\b|(?-i:[A-Z])[\w’'-]+(?!\ (?:Court|House|Council|Parliament))))"
        ),
        words=_set(
            "go goes going went fly flying flew flies flown travel travels traveled travelled traveling travelling heads headed heading journeys journeyed return returns returned returning"
        ),
        examples=("The envoys will fly to the Chilean capital on Saturday.", "On Monday she will go to Norway."),
    ),
    Phrase(
        name="come to office",
        kind="appointment",
        weight=3.0,
        pattern=_re(
            r"\b(?:becom(?:e|es|ing)|became|been|made|named|sworn\ in\ as|took\ (?:over|up)|takes?\ (?:over|up)|assum(?:ed|es|e|ing)|headed(?!\ by)|led(?!\ by)|moved\ to)\ (?:[\w.()’'-]+\ ){0,5}"
            r"(?:president|presidency|minister|ministry|premier|chairman|chairmanship|chair|chief|commander|secretary|secretary-general|office|post|position|portfolio|helm|speaker|ambassador|governor)\b"
        ),
        words=_set(
            "president presidency minister ministry premier chairman chairmanship chair chief commander secretary secretary-general office post position portfolio helm speaker ambassador governor"
        ),
        examples=(
            "He became the country's prime minister in 2012.",
            "Mr Khan, who moved to the defence ministry in May.",
        ),
    ),
    Phrase(
        name="hand over office",
        kind="appointment",
        weight=2.9,
        pattern=_re(
            r"\bhand(?:ed|s|ing)?\ over\ (?:(?:the|his|her|its|their)\ )?(?:[\w.()’'-]+\ ){0,4}(?:chair(?:manship|ship)?|presidency|command|office|post|powers?|reins|baton|portfolio|ministry|duties|helm|charge|leadership|gavel|government|authority|role|position|job)\b"
            r" | \bhand(?:ed|s|ing)?\ over\ (?:[\w.()’'-]+\ ){0,5}to\ (?:his|her|their|its)\ successor\b"
        ),
        words=_set("over"),
        examples=("He handed over the forum's rotating chairmanship to Chile in May.",),
    ),
    Phrase(
        name="join an undertaking",
        kind="other",
        weight=2.6,
        pattern=_re(
            r"\b(?:re-?)?join(?:ed|s|ing)?\ (?:the\ |a\ |an\ |its\ )?(?:[\w.()’'-]+\ ){0,5}(?:plan|programme|program|campaign|efforts?|fight|mission|war|operation|search|strike|protests?)\b"
        ),
        words=_set(
            "plan programme program campaign effort efforts fight mission war operation search strike protest protests"
        ),
        examples=("Chile joined the forum's membership action plan in 2009.",),
    ),
    Phrase(
        name="in office since",
        kind="appointment",
        weight=3.0,
        pattern=_re(
            r"\b(?:president|minister|premier|chairman|chief|secretary-general|commander|head|in\ (?:office|power|charge)|at\ the\ helm)(?:,)?\ since\b"
        ),
        words=_set("since"),
        examples=("The defence minister since January 2022 is a general.",),
    ),
    Phrase(
        name="call on somebody",
        kind="meeting",
        weight=2.7,
        pattern=_re(
            r"\b(?:called|calls|call)\ (?:up)?on\ (?:the\ )?(?:(?:(?-i:[A-Z])[\w.’'-]*|prime|president|minister|foreign|defen[cs]e|chief|army|of|and|king|crown|prince|d[aeo]|al|bin|el|van|von)\ ){1,9}"
            r"(?:(?=on\b|at\b|in\b|here\b|today\b|yesterday\b|during\b|and\ (?:discussed|exchanged|held)\b)|(?=(?-i:[A-Z])[\w’'-]*,\ (?:the\ )?(?:prime|president|minister|foreign|defen[cs]e|chief|king)))"
        ),
        words=_set("called calls call"),
        examples=("The army chief called on Prime Minister Anna Berg at her office on Monday.",),
    ),
    Phrase(
        name="receive a guest",
        kind="meeting",
        weight=2.6,
        pattern=_re(
            r"\breceiv(?:e|ed|es|ing)\ (?:[\w.()’'-]+\ ){0,6}(?:guests?|delegations?|ministers?|presidents?|premier|chiefs?|heads?|counterparts?|envoys?|secretary|secretaries|ambassadors?|generals?|leaders?)\b"
        ),
        words=_set("receive received receives receiving"),
        examples=("The president received his Chinese guest on Tuesday.",),
    ),
    Phrase(
        name="diplomatic relations",
        kind="founding",
        weight=2.6,
        pattern=_re(r"\b(?:diplomatic|bilateral)\ (?:ties|relations)\b"),
        words=_set("ties relations"),
        examples=("The two states established diplomatic relations in 1992.",),
    ),
    Phrase(
        name="deadly attack",
        kind="other",
        weight=2.9,
        pattern=_re(
            r"\b(?:attack|bombing|strike|crash|shooting|blast|explosion|raid)s?\ (?:that|which)\ (?:killed|left|injured|wounded|claimed)\b"
        ),
        words=_set("that which"),
        examples=("It named the attack that killed 26 people in April.",),
    ),
)
