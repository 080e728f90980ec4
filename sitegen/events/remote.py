"""Meetings of those who are not in one place: by link or telephone."""

from __future__ import annotations

import re

_PHONE = re.compile(
    r"\b(?:tele)?phon(?:e|ic) (?:call|conversation|talks?|discussions?)\b|\b(?:by|over|on) the (?:tele)?phone\b|\bby (?:tele)?phone\b|\b(?:tele)?phoned\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\bvideo[ -]?(?:conferenc\w+|link|call|talks|summit|meeting)s?\b|\btele-?conferenc\w+"
    r"|\b(?:via|by|through|over|on|in|using) (?:an? |the )?(?:video|zoom|tele|web)[\w-]*\b",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r"\b(?:virtual|online|webinar) ?(?:[\w-]+ ){0,2}(?:meeting|summit|talks|session|conference|dialogue|consultations)\b"
    r"|\bin (?:an? |the )?(?:virtual|online) (?:format|mode)\b|\bwebinar\b"
    r"|\b(?:held|met|meeting|meets?|convened?|gathered|took part|attend(?:ed|ing)?|participat\w+|took place) (?:virtually|online|remotely)\b",
    re.IGNORECASE,
)
_HINTS = ("video", "phone", "tele", "virtual", "online", "remote", "zoom", "webinar")


def how_remote(text: str) -> str | None:
    """ "by telephone", "by video link" or "online", where the sentence says that those who met did so."""
    folded = text.lower()
    if not any(hint in folded for hint in _HINTS):
        return None
    for pattern, words in ((_PHONE, "by telephone"), (_LINK, "by video link"), (_ONLINE, "online")):
        if pattern.search(text):
            return words
    return None
