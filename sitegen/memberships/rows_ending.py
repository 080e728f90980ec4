"""What ends or is interrupted: a state leaves, is expelled, is suspended."""

from __future__ import annotations

from sitegen.memberships.rule import ADJ, Rule

ROWS: tuple[Rule, ...] = (
    Rule(
        "left it",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:withdrew from|withdrawn from|left|quit|quits|pulled out of|exited|walked out of|seceded from|dropped out of) (?:{ORG}|(?:its|their) membership{OF}|the (?:body|bloc|group|grouping|organi[sz]ation|alliance|council|club|forum|pact|league|community))(?:{STOP}|(?= (?:hours|days|weeks|months|years) ))",
        "left",
        ("withdr", "left", "quit", "pulled out", "exited", "walked", "seceded", "dropped"),
        (
            "Uzbekistan left the CSTO in 2012. => CSTO | UZ | former-member | start 2012",
            "The minister left the SCO meeting on Monday. =>",
            "CARICOM met. Haiti left the body weeks after the vote on 3 May 2019. => CARICOM | HT | former-member",
            "Peru officially withdrew from its membership in the OAS on 5 May 2019. => OAS | PE | former-member | start 2019-05-05",
        ),
        status="former-member",
        subject=True,
    ),
    Rule(
        "announced its immediate withdrawal",
        r"{L}{PAR}{APP},? {DID}(?:announced|declared|notified) (?:its|their) (?:immediate|prompt|instant) (?:withdrawal|exit|departure) from {ORG}",
        "left",
        ("withdrawal", "exit", "departure"),
        ("Mali and Niger announced their immediate withdrawal from ECOWAS. => ECOWAS | ML,NE | former-member",),
        status="former-member",
        subject=True,
    ),
    Rule(
        "ended its membership",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:terminated|ended|renounced|gave up|cancelled|relinquished) (?:its|their) membership{OF}",
        "left",
        ("membership",),
        ("Gabon terminated its membership of OPEC in January 1995. => OPEC | GA | former-member | start 1995-01",),
        status="former-member",
        subject=True,
    ),
    Rule(
        "no longer a member",
        r"{L}{PAR},? (?:which |who )?(?:(?:is|are|was|were) no longer|ceased to be|stopped being|has ceased to be) (?:(?:a|an) )?(?:(?:the )?\x01o[0-9]+\x02(?:['’]s?)? )?"
        + ADJ
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
        "was expelled",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? (?:was|were|has been|have been|had been|got) {DID}(?:expelled|excluded|ousted|ejected|thrown out|kicked out) (?:from|of) (?:{ORG}{STOP}|(?:its )?membership{OF})",
        "left",
        ("expelled", "excluded", "ousted", "ejected", "thrown", "kicked"),
        (
            "Russia was expelled from the Council of Europe in March 2022. => Council of Europe | RU | former-member | start 2022-03",
        ),
        status="former-member",
        subject=True,
    ),
    Rule(
        "it expelled list",
        r"{ORG} {DID}(?:expelled|expels|ejected|ejects|excluded|ousted|kicked out) {L}(?=[.,;]|\Z| (?:in|on|from|over|for|after|following|last|this|as|when|because) | {D})(?! from (?!\x01|the \x01|its membership))",
        "left",
        ("expel", "eject", "excluded", "ousted", "kicked"),
        (
            "The Arab League expelled Egypt in March 1979. => Arab League | EG | former-member | start 1979-03",
            "The Arab League excluded Egypt from the games. =>",
        ),
        status="former-member",
        strict=True,
    ),
    Rule(
        "suspended it oneself",
        r"{L}{PAR}{APP}(?:,? (?:which|who|that))?,? (?:(?:announced|said|declared|confirmed)(?:,? (?:on )?{D},?)? (?:that )?(?:it|they) )?{DID}(?:(?:suspended|suspends|suspending|froze|frozen|freezes|freezing) (?:its|their) (?:membership{OF}|participation in {ORG}{STOP})|announced (?:the |a )?(?:freezing|freeze|suspension) of (?:its|their) (?:membership{OF}|participation in {ORG}{STOP}))",
        "suspended",
        ("suspended", "froze", "freez", "suspension"),
        (
            "Armenia froze its membership of the CSTO in February 2024. => CSTO | AM | suspended | start 2024-02",
            "Armenia suspended its participation in the CSTO drill. =>",
            "Uzbekistan suspended its membership of the CSTO in 2012. => CSTO | UZ | suspended | start 2012",
        ),
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
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:withdrew|pulled out|walked out|dropped out|quit|left)(?=(?: [a-z]+ly)? (?:in |on )?(?:early |late )?{D})",
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
        "was suspended",
        r"{L}{PAR}(?:,? (?:which|who))?,? (?:was|were|has been|have been|had been|being|is|are|(?:will )?(?:remain|stay)s?|remained|got) {DID}(?:still )?suspended(?! from (?!{ORG})){OF}",
        "suspended",
        ("suspended",),
        ("Mali was suspended from the AU in 2021. => AU | ML | suspended | start 2021",),
        status="suspended",
        subject=True,
    ),
    Rule(
        "whose membership was suspended",
        r"{L}{PAR},? whose (?:\x01o[0-9]+\x02 )?membership{OF} (?:was|has been|had been|is|remains) {DID}(?:still )?suspended",
        "suspended",
        ("suspended",),
        (
            "He met Syria, whose Arab League membership was suspended in 2011. => Arab League | SY | suspended | start 2011",
        ),
        status="suspended",
    ),
    Rule(
        "suspended list",
        r"(?<!lifted the )(?<!lifted its )(?<!ended the )(?<!ended its )(?<!revoked the )(?<!removed the )(?:suspended|suspends|suspension of|(?:decided|decides|agreed|voted|resolved|moved|(?:took|taken) (?:{W} ){0,3}(?:action|steps?|measures?)),? (?:{W},? ){0,2}to (?:(?!not\b){W} ){0,2}suspend)(?:, with immediate effect,)? (?:the )?(?:(?:membership|participation) of {L}|(?P<m2>{LIST})(?:['’]s? (?:\x01o[0-9]+\x02 )?(?:membership|participation)| from (?:{ORG}|(?:all |its |the )*(?:activities|participation|meetings|work|organs|bodies))|"
        r"(?=[.,;]|\Z| (?:in|on|after|following|over|last|this|as|and|until|when|while|because|amid|for) | {D})))",
        "suspended",
        ("suspend", "suspension"),
        (
            "The AU suspended Mali in 2021. => AU | ML | suspended | start 2021",
            "The OAS voted, in July 2009, to suspend, with immediate effect, Honduras's participation in its organs. => OAS | HN | suspended | start 2009-07",
            "The OAS took steps at once to suspend Honduras in July 2009. => OAS | HN | suspended | start 2009-07",
            "The AU decided to maintain the suspension of Mali and Guinea and praised Ghana. => AU | ML,GN | suspended",
        ),
        status="suspended",
        strict=True,
    ),
    Rule(
        "membership suspended",
        r"(?P<m>{LIST})['’]s? (?:\x01o[0-9]+\x02 )?(?:membership{OF}|participation in {ORG}(?: \(\x01o[0-9]+\x02\))?) (?:was|has been|had been|is|remains) {DID}(?:still )?(?:suspended|frozen)",
        "suspended",
        ("suspended", "frozen"),
        ("Syria's membership was suspended by the Arab League in 2011. => Arab League | SY | suspended | start 2011",),
        status="suspended",
    ),
)
