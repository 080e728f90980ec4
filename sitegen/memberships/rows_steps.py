"""Steps on the way: a status is granted, its papers are signed, it is asked for."""

from __future__ import annotations

from sitegen.memberships.rule import ADJ, BEEN, Rule

ROWS: tuple[Rule, ...] = (
    Rule(
        "agreed on admitting list as status",
        r"(?:agreement|agreed|decision|decided|consensus|accord|talks ended with)[^.;\x01]{0,40} (?:on|to|of) (?:the )?(?:admitting|admit|admission of|accepting|accept|acceptance of|welcoming|"
        r"welcome|granting) {L}{PAR} as (?:its |the |a |an )?" + ADJ + r"*{S}{OF}?",
        "decided",
        ("admit", "admission", "accept", "welcom"),
        (
            "At the SCO summit an agreement was reached on admitting Chile and Peru as new dialogue partners. => SCO | CL,PE | dialogue-partner",
            "The SCO decided to admit Chile as an observer. => SCO | CL | observer",
            "The SCO agreed on training Chile and Peru as partners in sport. =>",
        ),
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
        "was granted",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? "
        + BEEN
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
        r"(?:granted|grants|gave|awarded|accorded|granting|giving|(?:decided|agreed|voted|resolved)(?:[^;:.,\x01]|{D}){0,30}? to (?:grant|give|award|accord)) {L},?"
        r"(?: (?:the|an?|full|its|official|their))*(?: status of(?: an?| the)?)?(?: (?:the )?\x01o[0-9]+\x02(?:['’]s)?)? {S}{OF}",
        "decided",
        ("grant", "gave", "giving", "award", "accord", "decided", "agreed"),
        (
            "The SCO leaders decided to grant Belarus the status of dialogue partner in June 2009. => SCO | BY | dialogue-partner | start 2009-06",
        ),
        strict=True,
    ),
    Rule(
        "decided to admit list",
        r"(?:(?:decided|agreed|resolved|voted|approved)(?:[^;:.\x01]|{D}|\x01o[0-9]+\x02){0,70}?|(?:took|adopted|approved) (?:a|the) decision(?:[^;:.\x01]|{D}){0,40}?) to (?:readmit|admit|reinstate|accept|take in|allow|welcome) "
        r"{L}(?: to (?:join|rejoin)(?: {ORG})?| (?:in)?to {ORG})?(?: as {N}{OF})?",
        "decided",
        ("decided", "agreed", "resolved", "voted", "approved", "decision"),
        (
            "The summit of 24 November 2022 resolved to admit Somalia as a full member of the EAC. => EAC | SO | member | start 2022-11-24",
            "The EAC agreed to admit Somalia to the drill. =>",
        ),
        status="member",
    ),
    Rule(
        "decided to restore its membership",
        r"(?:(?:decided|agreed|resolved|voted)(?:[^;:.\x01]|{D}|\x01o[0-9]+\x02){0,70}? to (?:restore|reinstate)|restored|reinstated) (?P<m>{LIST})['’]s? (?:\x01o[0-9]+\x02 )?membership{OF}",
        "decided",
        ("restore", "reinstate"),
        (
            "The ministers restored Syria's membership of the Arab League on 7 May 2023. => Arab League | SY | member | start 2023-05-07",
        ),
        status="member",
    ),
    Rule(
        "approved its return",
        r"(?:approved|endorsed|confirmed) (?:(?P<m>{LIST})['’]s? (?:readmission|return)|the (?:readmission|return) of {L2})(?: (?:to|into) {ORG})?",
        "decided",
        ("readmission", "return"),
        ("The Arab League approved Syria's return on 7 May 2023. => Arab League | SY | member | start 2023-05-07",),
        status="member",
        strict=True,
    ),
    Rule(
        "granting it the status",
        r"{L}{PAR}(?: {W},?){0,9}? (?:granting|giving|awarding|according) (?:it|them|the (?:country|countries))(?: (?:the|an?|full|its|official))*(?: status of(?: an?| the)?)? {S}{OF}",
        "decided",
        ("granting", "giving", "awarding", "according"),
        (
            "In 2022 ASEAN agreed in principle to include Timor-Leste as a member state, granting it observer status. => ASEAN | TL | observer | start 2022",
        ),
    ),
    Rule(
        "has formally applied",
        r"{L}{PAR}{APP},? (?:has |have |had )?(?:also )?(?:formally|officially) applied(?=[.,;]| (?:in|on|last|this) |\Z)",
        "applied",
        ("applied",),
        (
            "Iran is thinking of joining BRICS and Azerbaijan has formally applied. => BRICS | AZ | applicant",
            "Iran has formally applied for a loan. =>",
        ),
        status="applicant",
        subject=True,
        context=True,
    ),
    Rule(
        "such a status was granted to",
        r"(?:such|this|that|the same)(?: an?)? status (?:was|were|has been|had been|is) {DID}(?:granted|given|awarded|accorded|conferred|extended) (?:to|on|upon) {L}",
        "decided",
        ("granted", "given", "awarded", "accorded", "conferred", "extended"),
        (
            "The SCO approved rules on observer status in 2004. Such status was granted to Mongolia. => SCO | MN | observer",
        ),
        strict=True,
        context=True,
    ),
    Rule(
        "submitted its application",
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:submitted|filed|lodged|handed in|put in) (?:its|their|an?) (?:formal |official |first )?(?:application|bid)(?=[.,;]|\Z| (?:in|on|last|this) | {D})",
        "applied",
        ("submitted", "filed", "lodged", "handed", "put in"),
        (
            "Members of the SCO spoke of growth. Belarus submitted its application in 2022. => SCO | BY | applicant | start 2022",
        ),
        status="applicant",
        subject=True,
        context=True,
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
        r"{L}{PAR}{APP}(?:,? (?:which|who))?,? {DID}(?:(?:applied|submitted|filed|lodged|made|put in|handed in|handed over|presented|sent)(?: {W}){0,5}? "
        r"(?:to (?:join|enter|be admitted|be accepted|become|accede)|for (?:the status of (?:an? |the )?)?(?:(?:full|observer|associate|permanent|\x01o[0-9]+\x02) )*(?:membership|accession|admission|"
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
)
