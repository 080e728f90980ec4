"""What is settled for a later day: a state will join, is invited from a day on, will leave; nothing without that day."""

from __future__ import annotations

from sitegen.memberships.rule import Rule

_WILL = (
    r"(?:will|would|shall|(?:is|are|was|were) (?:to|due to|set to|scheduled to|slated to))"
    r"(?: (?:also|then|all|both|each|formally|officially|finally|now|thus))*"
)
_IT = (
    r"{L}{PAR}{APP}(?:,? (?:which|who|and|and that|and they))?,? "
    r"(?:(?:is|are|were|was) among (?:the )?(?:{W} ){1,4}?(?:that|which|who) )?"
)
_EFFECT = r"(?:take (?:legal )?effect|(?:come|enter|go) into (?:force|effect)|become effective|begin|start|be (?:completed|finali[sz]ed|formali[sz]ed|sealed))"

ROWS: tuple[Rule, ...] = (
    Rule(
        "will join it",
        _IT + _WILL + r" (?:join|rejoin|accede to|enter|become part of) {O}(?:{STOP}(?! as (?!of ))| as {N})",
        "planned",
        ("join ", "rejoin", "accede ", "enter ", "become part"),
        (
            "Iran will join the SCO as of 4 July 2023. => SCO | IR | member | start 2023-07-04",
            "Iran will join the SCO. =>",
            "Iran will join the SCO drills on 4 July 2023. =>",
            "Iran and Egypt are among six states that will join BRICS from 1 January 2024. => BRICS | IR,EG | member | start 2024-01-01",
        ),
        status="member",
        subject=True,
    ),
    Rule(
        "will become",
        _IT + _WILL + r" (?:become|be(?: (?:admitted|accepted|inducted|welcomed|made|granted|given|awarded)(?: (?:to|into|by|in) {ORG})?(?: as)?)?) "
        r"(?:(?:the )?status of )?{N}{OF}",
        "planned",
        ("become ", " be "),
        (
            "Egypt and Iran will become full members of BRICS on 1 January 2024. => BRICS | EG,IR | member | start 2024-01-01",
            "From July 2024 Belarus will be a full member of the SCO. => SCO | BY | member | start 2024-07",
            "Belarus may become a full member of the SCO in July 2024. =>",
        ),
        subject=True,
    ),
    Rule(
        "will be admitted to it",
        _IT + _WILL + r" be (?:admitted|readmitted|accepted|inducted|taken|let) (?:to|into|in|by) (?:{O}|it){STOP}(?! as )",
        "planned",
        (" be admitted", " be readmitted", " be accepted", " be inducted", " be taken", " be let"),
        ("Timor-Leste is to be admitted to ASEAN in October 2025. => ASEAN | TL | member | start 2025-10",),
        status="member",
        subject=True,
    ),
    Rule(
        "will enjoy a status",
        _IT + _WILL + r" (?:enjoy|have|hold|exercise|assume|gain|receive|obtain|get) (?:{W} ){0,6}?{S}{OF}",
        "planned",
        ("enjoy", "have ", "hold ", "exercise", "assume", "gain", "receive", "obtain", "get "),
        ("As of 4 July 2023, Iran will enjoy all rights of its SCO membership. => SCO | IR | member | start 2023-07-04",),
        subject=True,
    ),
    Rule(
        "list will join list",
        _IT + _WILL + r" join (?:{W} ){0,3}?\x01c[0-9]+\x02",
        "planned",
        ("join ",),
        (
            "BRICS adds two full members. They are Egypt and Iran, and will join Brazil and China from 1 January 2024. => BRICS | EG,IR | member | start 2024-01-01; BRICS | BR,CN | member",
            "Egypt and Iran will join Brazil and China for BRICS talks on 1 January 2024. =>",
        ),
        status="member",
        subject=True,
        context=True,
    ),
    Rule(
        "will join list",
        _WILL + r" join (?:{W} ){0,3}?{L}",
        "now",
        ("join ",),
        (
            "BRICS invites new members. They are Egypt and Iran, which will join members Brazil and China. => BRICS | BR,CN | member",
        ),
        status="member",
        context=True,
    ),
    Rule(
        "invited to join",
        r"(?:invit(?:e|es|ed|ing)|ask(?:s|ed)?) {L}{PAR},?(?: also)?(?: (?:on )?{D},?)? (?:to (?:join|enter|accede to) {O}{STOP}|(?:to become|to be|as) {N}{OF})",
        "planned",
        ("invit", "ask"),
        (
            "BRICS invited Egypt and Iran to join the bloc from 1 January 2024. => BRICS | EG,IR | member | start 2024-01-01",
            "BRICS invited Egypt and Iran to join the talks from 1 January 2024. =>",
        ),
        status="member",
    ),
    Rule(
        "was invited to join",
        _IT + r"(?:was|were|is|are|has been|have been|had been) {DID}(?:invited|asked|approved|cleared)(?:,? (?:on )?{D},?)? "
        r"(?:to (?:join|enter|accede to) {O}{STOP}|(?:to become|to be) {N}{OF})",
        "planned",
        ("invited", "asked", "approved", "cleared"),
        ("Egypt and Iran have been invited to join BRICS from 1 January 2024. => BRICS | EG,IR | member | start 2024-01-01",),
        status="member",
        subject=True,
    ),
    Rule(
        "entry will take effect",
        r"(?:(?:accession|admission|entry|membership)s? of {L}|(?P<m2>{LIST})['’]s? (?:(?:full|formal|official|\x01o[0-9]+\x02) )*(?:accession|admission|entry|membership))"
        r"(?: (?:to|into|in|of) {ORG})? " + _WILL + " " + _EFFECT,
        "planned",
        ("accession", "admission", "entry", "membership"),
        ("Iran's accession to the SCO will take effect on 4 July 2023. => SCO | IR | member | start 2023-07-04",),
        status="member",
    ),
    Rule(
        "is leaving it",
        _IT + r"(?:is|are) (?:leaving|quitting|withdrawing from|exiting|pulling out of) {ORG}{STOP}",
        "planned",
        ("leaving", "quitting", "withdrawing", "exiting", "pulling"),
        ("Qatar is quitting OPEC from January 2024. => OPEC | QA | former-member | start 2024-01", "The ministers of Qatar are leaving the OPEC talks. =>"),
        status="former-member",
        subject=True,
    ),
    Rule(
        "will leave it",
        r"(?:(?P<m2>{LIST}) to|" + _IT + _WILL + r") (?:leave|quit|withdraw from|exit|pull out of) {ORG}{STOP}",
        "planned",
        ("leave ", "quit ", "withdraw ", "exit ", "pull out"),
        ("Niger and Mali will leave ECOWAS on 29 January 2025. => ECOWAS | NE,ML | former-member | start 2025-01-29",),
        status="former-member",
        subject=True,
    ),
)  # fmt: skip
