"""What clippings say of a status, and which statuses of a history it does not contradict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.edtf import sort_key
from sitegen.merge.standing import BESIDE
from sitegen.model import (
    Extraction,
    MembershipRecord,
    Status,
    StatusInterval,
    Step,
    Witness,
)

#: claimed -> statuses of the history that it does not contradict. A founder is a member; "partner" is said of any
#: status short of membership; whoever attends as a guest may be anything.
FITS: Mapping[str, frozenset[str]] = {
    "founding-member": frozenset({"founding-member", "member"}),
    "member": frozenset({"member", "founding-member"}),
    "observer": frozenset({"observer", "partner"}),
    "dialogue-partner": frozenset({"dialogue-partner", "partner"}),
    "partner": frozenset({"partner", "dialogue-partner", "observer"}),
    "guest": frozenset({"guest", "observer", "dialogue-partner", "partner", "applicant", "suspended", "former-member"}),
    "applicant": frozenset({"applicant", "observer", "dialogue-partner", "partner", "guest", "former-member"}),
    "suspended": frozenset({"suspended", "member", "founding-member"}),
    "former-member": frozenset({"former-member"}),
}
#: one status, two words: kept as one interval where only clippings tell
KIND = {"founding-member": "member"}
STEP_WORDS: Mapping[str, str] = {
    "applied": "applied", "decided": "decided", "signed": "signed", "in-force": "in force", "suspended": "suspended",
    "withdrawn": "withdrawn",
}  # fmt: skip


@dataclass(slots=True, kw_only=True, eq=False)
class Said:
    """One clipping's claim of one status; the same only where it is the same object."""

    organization: str
    member: str
    status: Status
    start: str | None
    as_of: str | None
    step: Step | None
    witness: Witness
    published: str | None
    planned: bool  # settled for a day after the clipping's own: it may have come otherwise
    order: tuple[object, ...]  # in time, then by status and source
    spot: tuple[object, ...]  # where in which source: its words follow from it, and are slow to hash


def by_start(interval: StatusInterval) -> tuple[object, ...]:
    begin = interval.start or interval.first_attested
    return (sort_key(begin) if begin else (10**7, 0, ""), interval.status in BESIDE, interval.status)


def said_in(extraction: Extraction) -> tuple[Said, ...]:
    """All that a clipping says of statuses."""
    record = extraction.record
    source, on = record.id, record.published.date
    found = []
    spots: dict[tuple[int, float], tuple[Witness, tuple[object, ...]]] = {}  # one sentence tells of many members
    orders: dict[tuple[object, ...], tuple[object, ...]] = {}
    for m in record.memberships:
        told = id(m.evidence), m.confidence
        if told not in spots:
            witness = Witness(source=source, evidence=m.evidence, confidence=m.confidence)
            spots[told] = witness, (source, *[(e.start, e.end) for e in m.evidence])
        witness, spot = spots[told]
        as_of = m.as_of or (on if not m.start else None)
        order = sort_key(m.start or as_of or ""), m.status, source
        found.append(
            Said(
                organization=m.organization, member=m.member, status=m.status, start=m.start, as_of=as_of, step=m.step,
                witness=witness, published=on, planned=_is_planned(m, on), order=orders.setdefault(order, order), spot=spot,
            )
        )  # fmt: skip
    return tuple(found)


def _is_planned(record: MembershipRecord, published: str | None) -> bool:
    return bool(
        record.step == "decided" and record.start and published and sort_key(record.start) > sort_key(published)
    )


def fits(one: Said, interval: StatusInterval) -> bool:
    return interval.status in FITS.get(one.status, frozenset({one.status}))


def subject_of(organization: str, member: str, status: str) -> str:
    return f"{organization}/{member}/{status}"
