"""Photo captions in pasted text: known by their credit or by the words that point at a picture."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"(?:[(\[{|]\s?(?:file )?(?:photo|image|picture|pic|credit|source|courtesy|graphic|video)s?\b[^()\[\]]{0,80}[)\]}]?"
    r"|[(\[]\s?(?:file )?(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})\s?(?:/|via)\s?[^()\[\]]{2,60}[)\]]"
    r"|[(\[][^()\[\]]{0,50}\b(?:photo|image|picture|getty|handout|file)s?\b[^()\[\]]{0,50}[)\]]"
    r"|(?-i:\b[A-Z][A-Z. -]{3,40} ?/ ?(?:[A-Z][A-Z ]{1,24}|[A-Z]\w+(?: [A-Z]\w+){0,3}))"
    r"|\b(?:photo|image|picture|photograph)s?(?: (?:by|via|courtesy(?: of)?|from|credit))?\s?[:/] ?[^.!?]{2,60}"
    r"|\b(?:photo|image|picture|photograph)s? (?:by|via|courtesy of) [A-Z][^.!?]{2,50}"
    r"|(?-i:\b(?:AFP|AP|REUTERS|Reuters|EPA|EFE|Getty Images|PTI|ANI)) ?(?:photo|/ ?[A-Z][\w .-]{2,40})?"
    r"|\bhandout(?: via \w+)?)[\s.)\]]{0,3}$",
    re.IGNORECASE,
)  # fmt: skip
_POINTING = re.compile(
    r"\W{0,3}(?:(?:in )?(?:this|the|a)? ?(?:file |undated |handout |pool |combination |aerial |screen ?grab |video )*(?:photo|photograph|picture|image|screenshot|grab|frame grab)s?"
    r"(?: (?:taken|released|provided|shows?|made|from|dated|shot|captured|above|by)\b|:)|pictured(?: here)?[:,]? |file (?:photo|image|picture)|image caption|caption:|photo caption|from left|\(from left|\(l[ -]to[ -]r\)|l-r:)",
)
_SIDES = re.compile(r"\((?=[LRCflrbcst1-9])(?:(?:\d\w\w|front|back|far|top|bottom|second|third|first|sitting|standing|center|centre|in the)[ ,-]?(?:row)?[ ,]*)*(?:L|R|C|left|right|center|centre|front|back|rear)(?:, ?(?:front|back|rear|L|R|C|front row|center))?\)")  # fmt: skip


#: "Minister opens forum (PHOTO)": what a headline says goes with it
TAG = re.compile(
    r"(?<![.!?\"”]) [(\[](?:photos?|pics?|videos?|photos?[ /+&,]{1,3}videos?|update[ds]?|exclusive|live)[)\]]$",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """A line that describes a picture. Long paragraphs never: a story may end in an agency's name."""
    if len(text) > 600 or text.count(" ") < 3:
        return False
    folded = text[:60].lower()
    if _POINTING.match(folded):
        return True
    tail = text[-130:]
    if tail[-1] in ")]" and TAG.search(tail):
        return False
    if _hints(tail) and _CREDIT.search(tail) and not _BARE.search(tail):
        return True
    head = text[:300]
    if ("photo" in head or "picture" in head) and _POSING.search(head):
        return True
    return "(" in text and bool(_SIDES.search(text))


_POSING = re.compile(
    r"\b(?:(?:in|for|during|takes?) (?:a|the) (?:group|family|joint) (?:photo|picture|photograph)|pos(?:e|es|ed|ing) for (?:an? )?(?:\w+ )?(?:photo|picture|photograph)s?)\b"
)


def _hints(tail: str) -> bool:
    """Whether a credit may stand there: asked first, since it is cheap."""
    if tail[-1] in ")]}" or "/" in tail[-60:]:
        return True
    bare = tail.rstrip(" .)]")
    if (bare[-1:].isupper() or bare.endswith(("Reuters", "Images"))) and _AGENCY_LAST.search(tail[-20:]):
        return True
    folded = tail.lower()
    return "photo" in folded or "image" in folded or "picture" in folded or "getty" in folded or "handout" in folded


_AGENCY_LAST = re.compile(r"(?:[A-Z]{2,}|Reuters|Images)[\s.)\]]{0,3}$")


#: An agency's sign at the end of a sentence is also how stories are signed: "... he said. (Reuters)".
_BARE = re.compile(r"[.!?][\"”’']?\s?[(\[/—–-]{1,3}\s?(?:[A-Z][\w.’]*(?: [A-Z][\w’]*){0,2})\s?[)\]/]?\.?$")
