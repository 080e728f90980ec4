"""Every record that passes a door, in RECORDS.md's words.

All are frozen; all offsets are half-open code points of `Article.body`, unless said otherwise; all dates are EDTF
strings (see `edtf.py`). What `sitegen extract` prints, the store keeps and `data/` publishes is `ArticleRecord`,
through the codec in `records.py`. Tuples are sorted where a comment says by what; else they keep text order.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sitegen.edtf import bounds, is_valid
from sitegen.problems import Finding, Problem
from sitegen.timex import DateMention as DateMention

Classification = Literal[
    "meeting", "summit", "statement", "agreement", "exercise", "visit", "accession", "appointment", "founding",
    "initiative", "publication", "other",
]  # fmt: skip
Happening = Literal["occurred", "planned"]
Basis = Literal[
    "front-matter", "sidecar", "argument", "html-meta", "header", "dateline", "url", "file-name", "inferred", "unknown"
]
PostCode = Literal[
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister", "chief-of-general-staff",
    "secretary-general", "other",
]  # fmt: skip
Status = Literal[
    "founding-member", "member", "observer", "dialogue-partner", "partner", "guest", "applicant", "suspended",
    "former-member",
]  # fmt: skip
Step = Literal["applied", "decided", "signed", "in-force", "suspended", "withdrawn"]
Rights = Literal["excerpt", "full"]


# --- the small ones ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that say so: `body[start:end] == quote`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    place: str | None
    country: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The document creation time. `date` is a day, a coarser EDTF or an interval; None with basis `unknown`."""

    date: str | None
    basis: Basis
    explanation: tuple[str, ...] = ()


# --- clipping -> article -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A person's correction, from a sidecar's `edits:` or an event file. docs/reference/content.md has the schema.

    `action` is set | drop | add | merge | split; `target` an event id (or `published`, a person's or status' key);
    `was` the value that it corrected, `quote` the words it was read from; `line` where it stands, for messages.
    """

    action: str
    target: str
    field: str | None = None
    value: Any = None
    was: Any = None
    quote: str | None = None
    reason: str | None = None
    date: str | None = None
    path: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """A clipping as found: decoded text with its newlines as they are, and what its sidecar or front matter states.

    `text` is the file's text after decoding (BOM taken off, NUL and CR still in place), so that an offset into it
    leads to line and column. `meta` holds the validated keys of sidecar and front matter (sidecar wins), by the
    names of docs/reference/content.md: title, publisher, author, url, archived_url, published, language, rights,
    id, accepted, based_on, tags. `meta_basis` says per key where it came from. `body_start` is where front matter
    ends in `text`. `extra` are unknown keys, kept.
    """

    id: str
    path: str
    format: Literal["txt", "md", "html"]
    text: str
    body_start: int = 0
    meta: Mapping[str, Any] = field(default_factory=dict)
    meta_basis: Mapping[str, Basis] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A span of `Clipping.text` that is not the story, the step that cut it and why, for `sitegen explain FILE`."""

    start: int
    end: int
    step: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A clean clipping. `paragraphs`, `sentences`, `captions`, `headings` are spans of `body`.

    `offsets` leads back: pairs (body offset, file offset) in rising order, one for each run of characters that
    stand in the file in the same order without a gap; `file_offset` in articles/clean.py reads it.
    `published.date` is None where the clipping states no day (then only `dating` may infer one).
    A heading or list item is a sentence of its own. Table rows are paragraphs, cells parted by " | ".
    """

    id: str
    path: str
    title: str | None
    title_span: tuple[int, int] | None  # into Clipping.text
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    published: Published
    dateline: Dateline | None
    dateline_end: int  # body offset at which the story starts after a dateline; 0 without one
    body: str
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    captions: tuple[tuple[int, int], ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    rights: Rights = "excerpt"
    extra: Mapping[str, Any] = field(default_factory=dict)
    offsets: tuple[tuple[int, int], ...] = ()
    cuts: tuple[Cut, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def written(self) -> datetime.date | None:
        """The day that its words are reckoned from: the dateline's, where that lies just before the publication day."""
        day = _exact(self.published.date)
        line = _exact(self.dateline.date) if self.dateline else None
        return line if day and line and 0 < (day - line).days <= 3 else day


def _exact(date: str | None) -> datetime.date | None:
    first, last = bounds(date) if date and is_valid(date) else (None, None)
    return first if first == last else None


# --- annotations -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A span naming a place. `kind`: city | region | waters | country | demonym | here.

    `metonym` is true where the name stands for a government or nation ("Beijing said", "Russia signed").
    `name` is the canonical English name of the gazetteer, `country` the ISO code of the state it lies in.
    """

    start: int
    end: int
    text: str
    name: str
    country: str | None
    kind: Literal["city", "region", "waters", "country", "demonym", "here"]
    metonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationMention:
    """A span naming an organization; `id` is its abbreviation as content or data/organizations.csv has it."""

    start: int
    end: int
    text: str
    id: str
    anaphor: bool = False  # "the bloc", "the group": resolved from context


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A span naming a person, with the post said there, if any.

    `name` is the fullest form of that person within the clipping; `start`/`end` cover the name alone.
    `state`: current | acting | former | deputy | designate. `code` is `other` for all but current and acting.
    `office` is true for a post named without its holder ("the defence ministers of A and B"): then `name` is "".
    """

    start: int
    end: int
    text: str
    name: str
    role: str | None = None
    code: PostCode | None = None
    country: str | None = None
    organization: str | None = None
    state: Literal["current", "acting", "former", "deputy", "designate"] = "current"
    rank: str | None = None
    office: bool = False
    confidence: float = 0.95  # lower where office or country come from the words around
    office_code: PostCode | None = None  # of the office itself, also where `code` is `other` for its state
    change: Literal["start", "end"] | None = None  # the words say that the office was taken up or given up


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All mentions in one article, each tuple in text order. `dates` are unresolved where no day is known yet."""

    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    organizations: tuple[OrganizationMention, ...] = ()
    people: tuple[PersonMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article with all its mentions, before events: all that the second pass needs to date an undated clipping."""

    article: Article
    annotations: Annotations


# --- the article record (RECORDS.md) -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRecord:
    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    name: str
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    id: str
    name: str
    classification: Classification
    date: str
    status: Happening
    main: bool
    place: Place | None
    organizations: tuple[str, ...]
    participants: tuple[Participant, ...]
    countries: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    explanation: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRecord:
    role: str
    code: PostCode
    country: str | None
    as_of: str | None
    organization: str | None = None  # whose secretary-general


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    name: str
    posts: tuple[PostRecord, ...]
    evidence: tuple[Evidence, ...]
    confidence: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureClaim:
    """A clipping's say on a term of office: that a person took it up (`start`) or gave it up (`end`), and when (EDTF).

    `date` is None where the sentence states no day that could be resolved.
    """

    person: str
    role: str
    code: PostCode
    country: str | None
    kind: Literal["start", "end"]
    date: str | None
    evidence: tuple[Evidence, ...]
    organization: str | None = None
    confidence: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipRecord:
    organization: str
    member: str
    status: Status
    start: str | None
    as_of: str | None
    evidence: tuple[Evidence, ...]
    step: Step | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """What the parser makes of one clipping: the contract of RECORDS.md, extended by DECISIONS.md."""

    id: str
    path: str
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    published: Published
    dateline: Dateline | None
    rights: Rights
    body: str
    captions: tuple[tuple[int, int], ...]
    dates: tuple[DateRecord, ...]
    events: tuple[EventRecord, ...]
    people: tuple[PersonRecord, ...]
    memberships: tuple[MembershipRecord, ...]
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A sentence that holds a date and gave no event, and why: nothing is lost silently."""

    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a curated fact was read."""

    title: str
    url: str | None = None
    publisher: str | None = None
    date: str | None = None
    archived_url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What the store keeps for one clipping. `draft` only for an undated one, to be finished in the second pass."""

    record: ArticleRecord
    unused: tuple[Unused, ...] = ()
    findings: tuple[Finding, ...] = ()
    draft: Draft | None = None
    tenures: tuple[TenureClaim, ...] = ()
    url_extra: Mapping[str, str] = field(default_factory=dict)  # archived_url and the like, for the site
    based_on: tuple[Citation, ...] = ()  # of a text of our own: the sources it was written from
    edits: tuple[Edit, ...] = ()
    accepted: str | None = None
    offsets: bytes = b""  # the article's, body and file in turns, as `packed`
    lines: bytes = b""  # where in the file's text each line after the first begins, as `packed`, for messages


# --- the world: what curators and data/ state --------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A row of data/countries.csv. `names` and `demonyms` are all spellings read in English news."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A row of data/cities.csv. `country` is "" where it lies in no one state; kind `none` names no place to report.

    `caution`: `weak` needs words around that say it is a place ("in Nice"); `name` is a person's name as often.
    """

    name: str
    country: str
    names: tuple[str, ...] = ()
    region: str | None = None
    kind: Literal["city", "region", "none"] = "city"
    caution: Literal["", "weak", "name"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusTerm:
    """One status of one member as a curator states it. Half-open: the day one ends and the next begins is the next's.

    `steps` are (step, EDTF) pairs on the way to it; `conflicts` are rival values with their source, in words.
    """

    organization: str
    member: str
    status: Status
    start: str | None
    end: str | None = None
    steps: tuple[tuple[Step, str], ...] = ()
    sources: tuple[Citation, ...] = ()
    confidence: Literal["high", "medium", "low"] = "high"
    note: str | None = None
    conflicts: tuple[Mapping[str, Any], ...] = ()
    how: str | None = None
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A person's tenure in a post as a curator states it; half-open like `StatusTerm`."""

    role: str
    code: PostCode
    country: str | None
    organization: str | None = None
    start: str | None = None
    end: str | None = None
    rank: str | None = None
    last_seen: str | None = None  # incumbent: the last day a source attests
    acting: bool = False
    sources: tuple[Citation, ...] = ()
    confidence: Literal["high", "medium", "low"] = "high"
    note: str | None = None
    conflicts: tuple[Mapping[str, Any], ...] = ()
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedPerson:
    id: str
    name: str
    names: tuple[str, ...] = ()  # variants, as written in sources, native script too
    terms: tuple[Term, ...] = ()
    note: str = ""  # Markdown prose of the file's body: biography
    sources: tuple[Citation, ...] = ()
    portrait: Mapping[str, str] | None = None  # file, licence, credit
    other_offices: tuple[str, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedOrganization:
    """An organization the site knows. `id` is the short form used in records ("SCO")."""

    id: str
    name: str
    names: tuple[str, ...] = ()  # aliases and former names
    statuses: tuple[StatusTerm, ...] = ()
    status_labels: Mapping[str, str] = field(default_factory=dict)
    founded: str | None = None
    note: str = ""
    sources: tuple[Citation, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedEvent:
    """A happening no clipping need tell. `series` and `ordinal` let "the 15th meeting of X" find it."""

    id: str
    name: str
    classification: Classification
    date: str
    status: Happening = "occurred"
    place: Place | None = None
    organizations: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    countries: tuple[str, ...] = ()
    series: str | None = None
    ordinal: int | None = None
    outcome: str | None = None
    sources: tuple[Citation, ...] = ()
    confidence: Literal["high", "medium", "low"] = "high"
    note: str = ""
    conflicts: tuple[Mapping[str, Any], ...] = ()
    edits: tuple[Edit, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A free page, or the prose of a record: Markdown, rendered by render/markdown.py only."""

    slug: str
    title: str
    text: str
    path: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is known before any clipping is read. Extraction reads names only (`names_digest`); terms come after."""

    countries: tuple[Country, ...] = ()
    cities: tuple[City, ...] = ()
    organizations: tuple[CuratedOrganization, ...] = ()
    people: tuple[CuratedPerson, ...] = ()
    events: tuple[CuratedEvent, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()  # (spelling, organization id): looked up, never printed


# --- the register: what all clippings and the world say together -------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One source's evidence for one record. `source` is a clipping's id, or "" with a `citation` for a curated fact."""

    source: str = ""
    evidence: tuple[Evidence, ...] = ()
    citation: Citation | None = None
    event: str | None = None  # the id of the clipping's own EventRecord that was merged here
    explanation: tuple[str, ...] = ()
    confidence: float = 1.0
    status: Happening | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value of one field and who says so. Exactly one claim of a field is `chosen`; `rule` says why."""

    field: str
    value: str
    witnesses: tuple[Witness, ...] = ()
    chosen: bool = False
    rule: str = ""
    compatible: bool = True  # a coarser or spelling variant of the chosen one, not a rival


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEvent:
    """One happening, whoever reports it."""

    id: str
    name: str
    classification: Classification
    date: str
    status: Happening
    place: Place | None = None
    organizations: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    countries: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    claims: tuple[Claim, ...] = ()
    independent: int = 0  # sources once copies of one wire story count once
    curated: str | None = None  # id of the curated event
    outcome: str | None = None
    note: str = ""
    series: str | None = None
    ordinal: int | None = None
    confidence: float = 1.0
    explanation: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    main_of: tuple[str, ...] = ()  # ids of the clippings whose main event this is
    former_ids: tuple[str, ...] = ()
    participant_ids: tuple[str | None, ...] = ()  # person id of each of `participants`, in the same order
    keys: tuple[str, ...] = ()  # "source#hash of evidence" of every reading merged here, for ids.yaml
    merged: tuple[tuple[str, str], ...] = ()  # (source id, why its reading is this event), for `explain`
    path: str = ""  # of the curated event's file


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in a post: curated term, attested days, or both. `start`/`end` None: not known."""

    person: str
    post: str
    role: str
    code: PostCode
    country: str | None
    organization: str | None = None
    start: str | None = None
    end: str | None = None
    first_attested: str | None = None
    last_attested: str | None = None
    rank: str | None = None
    acting: bool = False
    incumbent: bool = False
    curated: bool = False
    witnesses: tuple[Witness, ...] = ()
    claims: tuple[Claim, ...] = ()
    confidence: str = "high"
    note: str | None = None
    path: str = ""  # of the curated term, for messages
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPerson:
    id: str
    name: str
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (spelling, ids of the sources that write so)
    tenures: tuple[Tenure, ...] = ()  # by start
    events: tuple[str, ...] = ()  # event ids by date
    witnesses: tuple[Witness, ...] = ()
    note: str = ""
    sources: tuple[Citation, ...] = ()
    portrait: Mapping[str, str] | None = None
    other_offices: tuple[str, ...] = ()
    curated: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office, whoever holds it. `tenures` by start; `irregularities` are gaps, overlaps, double holders in words."""

    id: str
    name: str
    code: PostCode
    country: str | None
    organization: str | None = None
    tenures: tuple[Tenure, ...] = ()
    irregularities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusInterval:
    """A member's status over time; half-open. `start` None: not known since when."""

    organization: str
    member: str
    status: Status
    start: str | None
    end: str | None = None
    first_attested: str | None = None
    last_attested: str | None = None
    steps: tuple[tuple[Step, str], ...] = ()
    witnesses: tuple[Witness, ...] = ()
    claims: tuple[Claim, ...] = ()
    curated: bool = False
    confidence: str = "high"
    note: str | None = None
    how: str | None = None
    path: str = ""  # of the curated term, for messages
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Sources that disagree. `kind`: date | place | status | term | two-holders | attendance | ...; `gravity` 1 to 3."""

    id: str
    kind: str
    gravity: int
    subject: str  # a record's id
    subject_type: Literal["event", "person", "post", "membership", "source"]
    summary: str
    claims: tuple[Claim, ...] = ()
    rule: str = ""
    path: str = ""
    line: int = 0
    noted: bool = False  # a curator knows the rival value and has decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The whole chronology, ready for views. Events by first day, then id; people, posts, sources by id."""

    events: tuple[RegisterEvent, ...] = ()
    people: tuple[RegisterPerson, ...] = ()
    posts: tuple[Post, ...] = ()
    statuses: tuple[StatusInterval, ...] = ()  # by organization, member, start
    organizations: tuple[CuratedOrganization, ...] = ()  # those of content, and those that clippings name
    sources: tuple[Extraction, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()  # groups of source ids that are copies of one story
    conflicts: tuple[Conflict, ...] = ()
    suggestions: tuple[tuple[str, str, str], ...] = ()  # person id, person id, why they may be one
    withheld: tuple[tuple[str, str], ...] = ()  # facts of low confidence: (what, why), for /coverage/
    redirects: tuple[tuple[str, str], ...] = ()  # former event id -> id
    stale_edits: tuple[Edit, ...] = ()
    applied_edits: int = 0
    origins: Mapping[str, str] = field(default_factory=dict)  # source id -> whom it goes back to; copies share it
    problems: tuple[Problem, ...] = ()  # of edits and curated records: E4xx, W4xx, N4xx


# --- the site's settings -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """site.yaml with every default filled in; docs/reference/content.md describes each key."""

    title: str = "Chronology"
    tagline: str = ""
    description: str = ""
    base_url: str | None = None
    language: str = "en"
    organizations: tuple[str, ...] = ()  # ids that the site follows; empty: those that the clippings name
    posts: tuple[PostCode, ...] = ("defence-minister",)
    as_of: str | None = None  # the day "now" means
    repository: str | None = None  # where "report a problem" leads
    author: str | None = None
    licence: str | None = None
    navigation: tuple[tuple[str, str], ...] = ()
    max_file_bytes: int = 4_000_000
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All of content/: clippings apart from the world and the prose."""

    config: Config
    world: World
    clippings: tuple[Clipping, ...]
    pages: tuple[Page, ...] = ()
    files: tuple[tuple[str, str], ...] = ()  # (path below content/files, absolute path)
    ids: Mapping[str, Any] = field(default_factory=dict)  # content/ids.yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A file of the site: path below output/, with `/` between folders."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A file that already lies in the stage, or was left out there because the published one has the same bytes."""

    path: str
    digest: str
    size: int
    changed: bool
