"""Article -> what it says of who belongs to what: the door `memberships_of`.

Each sentence that holds a word of membership is masked (`mask.py`), read by the rows of `rows_*.py` (gathered in `rules.py`) in `read.py`, dated
by `when.py`; tables and headed lists are read by `tables.py`. A count ("all eight SCO countries") is no list and gives
nothing; nor does taking part in a meeting, nor what is only hoped, planned or asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from msgspec import structs

from sitegen.memberships.lexicon import TRIGGER, status_of
from sitegen.memberships.mask import Masked, Tokens, mask
from sitegen.memberships.read import statements_of
from sitegen.memberships.statement import Context, Statement
from sitegen.memberships.tables import heading_status, lone_members, row_of
from sitegen.memberships.when import begin_of, effect_of, is_later
from sitegen.model import Annotations, Article, Evidence, MembershipRecord, Status, Step
from sitegen.world import Names

__all__ = ["memberships_of"]

_REACH = 2400  # characters back to the organization spoken of: some ten paragraphs of news
_LONGEST = (
    4000  # characters of a sentence; what is longer is no sentence, and rules may look at all of one several times
)
_STATUS_WORD = re.compile(
    r"(?:founding |full |associate )?(?:(?:dialog(?:ue)?|observer|member|partner|candidate) )?(?:members?|observers?|partners?|candidates?)(?: states?| countries| nations)?\b"
)
_GROWTH = re.compile(
    r"\b(?:grown|grew|expan\w+|enlarg\w+|joined|rejoin\w*|withdr\w+|acced\w+|admit\w*|formed|created|established|set up|founded|founders|founding)\b"
)
#: words of which every match of the two patterns above holds one
_STATUS_HINTS = ("member", "observer", "partner", "candidate")
_GROWTH_HINTS = (
    "grow",
    "grew",
    "expan",
    "enlarg",
    "join",
    "acced",
    "admi",
    "formed",
    "created",
    "establ",
    "set up",
    "found",
)
_PROSE = (
    45  # characters (names as tokens) of a cell that is a sentence: "KIGALI | The Herald | The bloc has admitted ..."
)
_PATIENCE = 3  # sentences that what is settled waits for its day
_EFFECT = re.compile(r"\b(?:effect|effective|force)\b")
#: "will invite six nations to become members": whoever is listed next is none yet
_TO_BE = re.compile(r"\b(?:invit\w+|(?:will|would|to) (?:also )?(?:admit|welcome|accept|become|add|take in))\b")
_ALLIANCE = re.compile(r"treaty|alliance|pact", re.IGNORECASE)


def memberships_of(article: Article, annotations: Annotations, names: Names) -> tuple[MembershipRecord, ...]:
    """Membership statements; `annotations.dates` are resolved as far as the publication day is known."""
    if not annotations.organizations:
        return ()
    reader = _Reader(article, annotations, names)
    for number, (start, end) in enumerate(article.sentences):
        reader.sentence(number, start, end)
    return reader.records()


class _Reader:
    """Goes through an article's sentences and keeps what one sentence leaves for the next."""

    def __init__(self, article: Article, annotations: Annotations, names: Names) -> None:
        self.article = article
        self.organizations = annotations.organizations
        self.tokens = Tokens(
            article.body, annotations.places, annotations.organizations, annotations.dates, article.sentences
        )
        named = {o.id for o in annotations.organizations}
        self.alliances = frozenset(o for o in named if _ALLIANCE.search(names.organization_names.get(o, o)))
        self.ends = [o.end for o in annotations.organizations]
        self.counts = Counter(o.id for o in annotations.organizations if not o.anaphor)
        self.main = self.counts.most_common(1)[0][0] if self.counts else None
        self.found: list[tuple[Statement, tuple[tuple[int, int], ...]]] = []
        self.heading: tuple[Status, tuple[int, int]] | None = None
        self.columns: list[str] = []
        self.has_rows = " | " in article.body
        self.speaks_of_members = False
        self.last_status: Status | None = None
        self.last: tuple[int, int] | None = None  # a sentence without a country, read only if a later one asks for it
        self.waiting: list[
            tuple[Statement, int, tuple[int, int]]
        ] = []  # settled, but not yet said for when; in which sentence
        self.is_apart = False  # whether other sentences stand behind that one
        self.passed: list[tuple[int, int]] = []  # sentences since the last one read: looked into only for the next

    def sentence(self, number: int, start: int, end: int) -> None:
        if self.waiting:
            self._settle(number, start, end)
        is_row = self.has_rows and self.article.body.find(" | ", start, end) >= 0
        is_listed = is_row or self.heading is not None
        # whether it names a country is asked first: that is known, and most sentences name none
        may_state = is_listed or end - start < 90 or self.tokens.has_country(start, end)
        if end - start > _LONGEST or not (may_state and (is_listed or self._is_triggered(start, end))):
            self.columns = []
            self.passed.append((start, end))
            return
        self._catch_up()
        masked = mask(self.article.body, start, end, self.tokens)
        if is_row:
            self._row(masked)
            if max(map(len, masked.text.split(" | "))) < _PROSE:
                return
        self.columns = []
        if self._listed(masked):
            return
        if self.last is not None:
            is_apart = self.is_apart
            self._remember(self.article.body[slice(*self.last)].lower())
            self.speaks_of_members = self.speaks_of_members and not is_apart
        context = Context(
            organization=self._spoken_of(start),
            speaks_of_members=self.speaks_of_members,
            last_status=self.last_status,
            published=self.article.published.date,
            is_near=self._is_near(start),
            alliances=self.alliances,
        )
        for statement in statements_of(masked, context):
            if statement.waits:
                self.waiting.append((statement, number, (start, end)))
            else:
                self.found.append((statement, ((start, end),)))
        self._remember(masked.text)

    def _is_triggered(self, start: int, end: int) -> bool:
        """Whether the sentence holds a word of membership."""
        return TRIGGER.search(self.article.body[start:end].lower()) is not None

    def _catch_up(self) -> None:
        """What the sentences passed over leave: the last with a word of membership, and whether others stand behind it."""
        for behind, (start, end) in enumerate(reversed(self.passed)):
            if end - start <= _LONGEST and self._is_triggered(start, end):
                self.last, self.is_apart = (start, end), behind > 0
                break
        else:
            if self.passed:
                self.speaks_of_members, self.is_apart = False, True
        self.passed.clear()

    def _settle(self, number: int, start: int, end: int) -> None:
        """What waits for its day gets it from "Membership will take effect from D", up to three sentences later."""
        self.waiting = [w for w in self.waiting if number - w[1] <= _PATIENCE]
        if not (self.waiting and _EFFECT.search(self.article.body, start, end)):
            return
        day = effect_of(mask(self.article.body, start, end, self.tokens))
        begin = begin_of(day.edtf) if day and day.edtf else None
        if begin is None:
            return
        if self.article.published.date is None or is_later(begin, self.article.published.date):
            for statement, _, span in self.waiting:
                spans = (span,) if span == (start, end) else (span, (start, end))
                self.found.append((structs.replace(statement, start=begin, waits=False), spans))
        self.waiting = []

    def _remember(self, text: str) -> None:
        """What the next sentence may lean on: whether this one spoke of membership, and of which status last."""
        self.last = None
        holds = text.__contains__
        words_of_status = _STATUS_WORD.findall(text) if any(map(holds, _STATUS_HINTS)) else []
        self.speaks_of_members = bool(words_of_status or (any(map(holds, _GROWTH_HINTS)) and _GROWTH.search(text)))
        is_to_be = bool(words_of_status) and _TO_BE.search(text) is not None
        self.last_status = status_of(words_of_status[-1]) if words_of_status and not is_to_be else None

    def _row(self, masked: Masked) -> None:
        cells = [c.strip() for c in masked.text.split(" | ")]
        organization = next((o.id for o in masked.organizations), None) or self._spoken_of(masked.start)
        rows = row_of(masked, self.columns)
        if not rows and "\x01c" not in masked.text:
            self.columns = cells
        if organization is None:
            return
        for row in rows:
            self._listed_as(
                row.member, row.status, row.start, organization, ((masked.start, masked.end),), "table", row.step
            )

    def _listed(self, masked: Masked) -> bool:
        """Whether the line belongs to a headed list: its heading, or a country below it."""
        status = heading_status(masked)
        if status is not None:
            self.heading = (status, (masked.start, masked.end))
            self.last_status = status
            self.speaks_of_members = True
            self.last = None
            return True
        if self.heading is None:
            return False
        members = list(lone_members(masked))
        organization = self._spoken_of(masked.start)
        if not members or organization is None:
            self.heading = None
            return False
        status, span = self.heading
        for member, start in members:
            self._listed_as(member, status, start, organization, (span, (masked.start, masked.end)), "headed list")
        return True

    def _listed_as(
        self,
        member: str,
        status: Status,
        start: str | None,
        organization: str,
        spans: tuple[tuple[int, int], ...],
        rule: str,
        step: Step | None = None,
    ) -> None:
        if member == organization:
            return
        statement = Statement(
            organization=organization, member=member, status=status, start=start,
            as_of=None if start else self.article.published.date, step=step, confidence=0.9, rule=rule,
        )  # fmt: skip
        self.found.append((statement, spans))

    def _is_near(self, start: int) -> bool:
        before = bisect_right(self.ends, start)
        return before > 0 and start - self.ends[before - 1] < 300

    def _spoken_of(self, start: int) -> str | None:
        """The organization that a sentence without its name is about: the last one named, else the article's own."""
        before = bisect_right(self.ends, start)
        last = self.organizations[before - 1] if before else None
        if last is None or start - last.end >= _REACH:
            return self.main
        if self.main is None or last.anaphor or last.id == self.main:
            return last.id
        if self._was_subject(last.start, start):
            return last.id
        # one named in passing, or in a row with others, does not take over an article about another
        in_a_row = any(
            o.id != last.id and abs(o.start - last.start) < 120
            for o in self.organizations[max(0, before - 6) : before + 6]
        )
        return self.main if in_a_row or self.counts[self.main] >= 2 * self.counts[last.id] else last.id

    def _was_subject(self, at: int, start: int) -> bool:
        """Whether the organization named at `at` begins the sentence directly before the one at `start`."""
        number = bisect_right(self.article.sentences, (start, start)) - 1
        while number > 0 and self.article.sentences[number][0] >= start:
            number -= 1
        begin, end = self.article.sentences[number]
        return begin <= at <= begin + 4 and end <= start <= end + 3

    def records(self) -> tuple[MembershipRecord, ...]:
        """One record for each organization, member, status and date, in text order; a vaguer twin joins the surer one."""
        kept: dict[tuple[str, str, str, str | None], MembershipRecord] = {}
        quoted: dict[tuple[tuple[int, int], ...], tuple[Evidence, ...]] = {}  # eight members of one sentence share it
        for statement, spans in self.found:
            evidence = quoted.get(spans)
            if evidence is None:
                evidence = tuple([Evidence(start=s, end=e, quote=self.article.body[s:e]) for s, e in spans])
                quoted[spans] = evidence
            key = (statement.organization, statement.member, statement.status, statement.start)
            known = kept.get(key)
            if known is not None:
                more = tuple(e for e in evidence if e not in known.evidence)
                kept[key] = replace(
                    known,
                    evidence=(*known.evidence, *more)[:4],
                    as_of=known.as_of or statement.as_of,
                    confidence=max(known.confidence, statement.confidence),
                )
                continue
            kept[key] = MembershipRecord(
                organization=statement.organization,
                member=statement.member,
                status=statement.status,
                start=statement.start,
                as_of=statement.as_of,
                evidence=evidence,
                step=statement.step,
                confidence=statement.confidence,
            )
        _join_coarser(kept)
        # what is said without a day joins what is said with one: one record a status, both with their sentences
        dated = {(r.organization, r.member, r.status): k for k, r in kept.items() if r.start}
        for record in list(kept.values()):
            twin = dated.get((record.organization, record.member, record.status))
            if record.start is None and twin is not None:
                surer = kept[twin]
                more = tuple(e for e in record.evidence if e not in surer.evidence)
                kept[twin] = replace(
                    surer,
                    as_of=surer.as_of or (record.as_of if record.step is None else None),
                    evidence=(*surer.evidence, *more)[:4],
                )
        records = [r for r in kept.values() if r.start or (r.organization, r.member, r.status) not in dated]
        return tuple(sorted(records, key=lambda r: (r.evidence[0].start, r.organization)))


def _join_coarser(kept: dict[tuple[str, str, str, str | None], MembershipRecord]) -> None:
    """ "in 1999" and "on 30 April 1999" are one start: the finer one stays, with both sentences."""
    for key in [k for k in kept if k[3]]:
        start = key[3] or ""
        finer = next(
            (k for k in kept if k[:3] == key[:3] and k[3] and k[3] != start and k[3].startswith(start + "-")), None
        )
        if finer is not None:
            coarse, fine = kept.pop(key), kept[finer]
            more = tuple(e for e in coarse.evidence if e not in fine.evidence)
            kept[finer] = replace(fine, evidence=(*fine.evidence, *more)[:4])
