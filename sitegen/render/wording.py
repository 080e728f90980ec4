"""The site's own words: labels of kinds, statuses, posts and fields, counts, confidence. An editor's table, not a rule's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

KINDS: Mapping[str, tuple[str, str]] = {
    "meeting": ("Meeting", "Meetings"),
    "summit": ("Summit", "Summits"),
    "statement": ("Statement", "Statements"),
    "agreement": ("Agreement", "Agreements"),
    "exercise": ("Exercise", "Exercises"),
    "visit": ("Visit", "Visits"),
    "accession": ("Accession", "Accessions"),
    "appointment": ("Appointment", "Appointments"),
    "founding": ("Founding", "Foundings"),
    "initiative": ("Initiative", "Initiatives"),
    "publication": ("Publication", "Publications"),
    "other": ("Event", "Other events"),
}

#: status -> (letter on charts, singular, plural, rank in lists)
STATUSES: Mapping[str, tuple[str, str, str, int]] = {
    "founding-member": ("F", "founding member", "Founding members", 0),
    "member": ("M", "member", "Members", 1),
    "observer": ("O", "observer", "Observers", 2),
    "dialogue-partner": ("D", "dialogue partner", "Dialogue partners", 3),
    "partner": ("P", "partner", "Partners", 4),
    "applicant": ("A", "applicant", "Applicants", 5),
    "guest": ("G", "guest", "Guests", 6),
    "suspended": ("S", "suspended", "Suspended", 7),
    "former-member": ("X", "former member", "Former members", 8),
}

STEPS: Mapping[str, str] = {
    "applied": "applied",
    "decided": "decided on",
    "signed": "signed",
    "in-force": "in force",
    "suspended": "suspended",
    "withdrawn": "withdrawn",
}

POSTS: Mapping[str, tuple[str, str]] = {
    "defence-minister": ("Defence minister", "Defence ministers"),
    "head-of-state": ("Head of state", "Heads of state"),
    "head-of-government": ("Head of government", "Heads of government"),
    "foreign-minister": ("Foreign minister", "Foreign ministers"),
    "chief-of-general-staff": ("Chief of the general staff", "Chiefs of the general staff"),
    "secretary-general": ("Secretary-general", "Secretaries-general"),
    "other": ("Other office", "Other offices"),
}

FIELDS: Mapping[str, str] = {
    "date": "Date", "place": "Place", "name": "Headline", "classification": "Kind", "status": "Status",
    "participants": "Participants", "participant": "Participants", "countries": "Countries", "organizations": "Organisations",
    "outcome": "Outcome", "start": "Start", "end": "End", "ordinal": "Number in the series", "attendance": "Attendance",
    "role": "Post", "rank": "Rank", "published": "Published",
}  # fmt: skip

BASES: Mapping[str, str] = {
    "front-matter": "stated in the clipping's front matter",
    "sidecar": "stated in the file beside the clipping",
    "argument": "given when the clipping was read",
    "html-meta": "stated in the page's own metadata",
    "header": "stated at the head of the text",
    "dateline": "taken from the dateline",
    "url": "taken from the address of the page",
    "file-name": "taken from the file's name",
    "inferred": "not stated; worked out from what the text says",
    "unknown": "not stated, and nothing in the text settles it",
}

CONFLICTS: Mapping[str, str] = {
    "date": "Date", "place": "Place", "status": "Status", "term": "Term of office", "two-holders": "Holder of a post",
    "attendance": "Attendance",
}  # fmt: skip

#: Rules of choice that need other words on a page; "" where there was nothing to choose.
RULES: Mapping[str, str] = {"the only value told": "", "the curator's value": "the editors state it"}

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(value: int) -> str:
    """Small numbers as words, larger ones with a comma at the thousands."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else f"{value:,}"


def count(value: int, noun: str, plural: str = "") -> str:
    """ "one source", "12 events", "no clippings"."""
    return f"{number(value)} {noun if value == 1 else plural or _plural(noun)}"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def kind(classification: str) -> str:
    return KINDS.get(classification, (classification.capitalize(), ""))[0]


def status(name: str, labels: Mapping[str, str] | None = None) -> str:
    """A status as its organization calls it, in lower case unless the organization says otherwise."""
    own = (labels or {}).get(name)
    return own or (STATUSES[name][1] if name in STATUSES else name.replace("-", " "))


def status_plural(name: str, labels: Mapping[str, str] | None = None) -> str:
    own = (labels or {}).get(name)
    if own:
        return f"{own[:1].upper()}{own[1:]}s"
    return STATUSES[name][2] if name in STATUSES else name.replace("-", " ").capitalize()


def field(name: str) -> str:
    return FIELDS.get(name, name.replace("-", " ").replace("_", " ").capitalize())


def confidence(value: float) -> str:
    """Calibrated numbers as words: nine in ten and above needs none."""
    if value >= 0.85:
        return ""
    return "probable" if value >= 0.65 else "tentative"


def rule(name: str) -> str:
    return RULES.get(name, name)


def series(items: Iterable[str]) -> str:
    """ "a, b and c"."""
    found = list(items)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def sentence(text: str) -> str:
    """A curator's note as a sentence of its own: a capital at its head, a full stop at its end."""
    text = capital(text.strip())
    return text if not text or text.endswith((".", "!", "?", "\u201d")) else f"{text}."
