"""Words by which a happening is still to come, only sets the scene, or is one of its own."""

from __future__ import annotations

import re

from sitegen.events.anycase import Anycase

#: What makes a happening one of its own, though its day is the main event's.
APART = Anycase(
    r"\b(?:on the (?:sidelines|margins|fringes)|the same (?:day|evening|afternoon)|separate(?:ly)?|(?:ahead of|before|prior to|after) the (?:meeting|talks), [^.;]{2,40} also|earlier (?:in the day|on)|later (?:in the day|on|that day))\b",
)

#: Words by which a happening is still to come.
AHEAD = re.compile(
    r"""\b(?: will | shall | won['’]t | to\ be\ (?:held|signed|admitted|launched|opened) | (?:is|are|was|were)\ (?:to|due|set|slated|scheduled|expected|planned)\b |
    (?:is|are)\ (?:also\ )?(?:to|due|set|likely|about|anticipated|poised|ready|preparing)\ (?:to\b)? | scheduled | slated | expected\ to | plans?\ (?:to|a|an|for) | planning\ to | intends?\ to | upcoming |
    forthcoming | going\ to | goes\ to | gets\ under\ way | kicks?\ off | opens | ahead\ of | in\ preparation\ for | preparations?\ for |
    next(?!\ (?:[\w-]+\ ){0,2}(?:president|premier|minister|secretary|chief|chairman|chair|commander|head|leader|ambassador|director|governor|speaker)) | would | hopes?\ to | to\ host | proposed\ to |
    later\ (?:this|today) | to\ (?:meet|visit|hold|begin|start|open|travel) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
BEHIND = re.compile(
    r"\b(?:was|were|had|has|have|held|said|told|met|signed|agreed|pledged|took|attended|arrived|announced|joined|visited|began|opened|concluded|ended|discussed)\b",
    re.IGNORECASE,
)

#: Before a verb: it is still to come, or it was wished for (and the wishing is what has happened), or was the first of its kind.
COMING = re.compile(
    r"\b(?:will|shall|would|won['’]t|'ll|’ll|to|is|are|may|could)(?: (?:also|be|not|still|soon|once again|again|jointly|now|officially|formally|then|next|have))* $",
    re.IGNORECASE,
)
WISHED = re.compile(
    r"\b(?:asked|applied|wanted|sought|refused|hoped|wished|tried|promised|failed|invited|urged|agreed|decided|(?:first|second|third|fourth|fifth|latest|last|only|newest)(?: [a-z-]{2,20}){0,3}) to (?:be )?$",
    re.IGNORECASE,
)
#: The verb that a noun hangs on: "signed its accession protocol", "will hold a summit", "takes the leaders to a summit".
GOVERNING = re.compile(
    r"\b(?:(?P<ahead>(?:will|shall|would|to(?! (?:the|an?|his|her|its|their|this|that)\b)) (?:[a-z]+ )?[a-z]+)|(?:[a-z]{2,}ed|held|took|met|began|had|came|went|gave|sent|left|led))\b(?: [\w’'-]+){0,4} $",
    re.IGNORECASE,
)
#: After a noun: the verb that tells whether it has been held.
LIGHT_AFTER = re.compile(
    r"^(?: (?!and\b|but\b)[\w()’'-]+){0,9}? (?:was|were|is|are|has|had|have|will|would|took|takes?|opened|opens?|began|begins?|concluded|ended|brought|kicked|gathered|starts?|started|due|scheduled|slated|held|goes)\b(?: [\w’'-]+){0,3}",
    re.IGNORECASE,
)

COMES = re.compile(r"\b(?:takes|opens|begins|starts|kicks|goes|gathers|due|scheduled|slated)\b", re.IGNORECASE)
WAS = re.compile(
    r"\b(?:was|were|has|had|have|took|opened|began|concluded|ended|brought|kicked|gathered|started|held)\b",
    re.IGNORECASE,
)

#: Between a trigger and a date: the date belongs to what follows this word.
SUBORDINATOR = re.compile(
    r"\b(?:since|after|before|following|when|which|who|where|while|until|ahead of|prior to|because|though)\b",
    re.IGNORECASE,
)
THAT = re.compile(r"\s*that\b", re.IGNORECASE)
#: What follows is where or when something else was done: "was admitted at the summit".
AT_A = re.compile(
    r"\b(?:at|during|in|on the (?:sidelines|margins|fringes) of) (?:the|a|an|its|their|this)(?: [\w’'-]+){0,5} $",
    re.IGNORECASE,
)

#: Before a noun: what it names is the frame, the cause or the aim of what is told, or whose somebody is, and not what was done.
SETTING = re.compile(
    r"\b(?:(?i:ahead of|prior to|(?:on|at) the (?:sidelines|margins|fringes) of|(?:with)?in the framework of|as part of|in the run-?up to|on the eve of|"
    r"preparations? for|prepar(?:e|ed|es|ing) for|plans? for|in preparation for|in response to|in protest (?:at|against))"
    r"|(?:chair(?:man|woman|person)?|heads?|hosts?|presidents?|secretary|fathers?|founders?|members?|spokes\w+|representatives?|envoys?|leaders?|participants?|delegates?|organi[sz]ers?) (?:of|to|at|for))"
    r" (?:the|an?|its|their|his|her|this|next|upcoming|forthcoming|[A-Z0-9][\w’'-]*)(?: [\w’'&()-]+){0,7} $"
)

#: A clause that only sets the scene: its date is not what the sentence reports.
SUBORDINATE = Anycase(
    r"\b(?:since|after|before|which|who|whom|whose|where|when|as(?! (?:an?|the|its|full|members?|observers?|partners?)\b)|following|ahead of|until|that was|prior to|(?:scheduled|slated|planned|due|set) for)\b",
)
