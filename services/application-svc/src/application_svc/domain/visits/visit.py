"""A visit to a customer: investigation on the spot, an interview face to face (domain.md R-9.6, R-9.7)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from application_svc.domain.contracts.canonical import Paper
from application_svc.domain.documents.documents import Document
from application_svc.domain.errors import wrong_field
from loan_servicekit.core import Aggregate, Conflict, FieldError, Forbidden, Invalid, business_day

MOST_PAPERS = 20


class VisitPurpose(StrEnum):
    """What somebody goes there for."""

    INTERVIEW = "INTERVIEW"
    SITE_CHECK = "SITE_CHECK"
    PAPERS = "PAPERS"
    SIGNING = "SIGNING"
    AFTER_LOAN = "AFTER_LOAN"


class VisitStatus(StrEnum):
    """Where a visit stands."""

    PLANNED = "PLANNED"
    REPORTED = "REPORTED"
    CANCELLED = "CANCELLED"


class VisitOutcome(StrEnum):
    """What came of it."""

    MET = "MET"
    ABSENT = "ABSENT"
    REFUSED = "REFUSED"
    MOVED_AWAY = "MOVED_AWAY"


class NoPosition(StrEnum):
    """Why a visit has no position: it says so as long as it is kept."""

    NOT_ALLOWED = "NOT_ALLOWED"
    UNAVAILABLE = "UNAVAILABLE"
    TIMED_OUT = "TIMED_OUT"


class VisitPaperKind(StrEnum):
    """A photograph of the spot, or what the customer drew on the pad (it is no signature by R-9.12)."""

    PHOTOGRAPH = "PHOTOGRAPH"
    SIGNATURE = "SIGNATURE"


PROVEN = {VisitPurpose.SITE_CHECK: VisitPaperKind.PHOTOGRAPH, VisitPurpose.SIGNING: VisitPaperKind.SIGNATURE}
"""What a visit of a purpose cannot be told of without, where the customer was met."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a device was, in millionths of a degree (WGS 84)."""

    latitude_e6: int = field(repr=False)
    longitude_e6: int = field(repr=False)
    accuracy_m: int
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitPaper:
    """A photograph or a drawing: its content lies sealed in the document store; `position` is sealed here."""

    id: UUID
    visit_id: UUID
    kind: VisitPaperKind
    media_type: str
    size_bytes: int
    sha256: str
    taken_at: datetime
    position: str | None = field(repr=False)
    uploaded_by: str
    uploaded_at: datetime

    @classmethod
    def of(
        cls, visit_id: UUID, kind: VisitPaperKind, document: Document, taken_at: datetime, position: str | None
    ) -> "VisitPaper":
        """What was uploaded. Raises Invalid `visit-paper-not-taken-yet`, `visit-paper-no-picture`."""
        if taken_at > document.uploaded_at:
            raise wrong_field("/taken_at", "visit-paper-not-taken-yet", "it is taken before it is uploaded")
        if not document.media_type.value.startswith("image/"):
            raise wrong_field("/file", "visit-paper-no-picture", "photographs and drawings are JPEG or PNG files")
        return cls(
            id=document.id,
            visit_id=visit_id,
            kind=kind,
            media_type=document.media_type.value,
            size_bytes=document.size_bytes,
            sha256=document.sha256,
            taken_at=taken_at,
            position=position,
            uploaded_by=document.uploaded_by,
            uploaded_at=document.uploaded_at,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What who went there tells. `papers` are the hashes of what was photographed and drawn."""

    outcome: VisitOutcome
    arrived_at: datetime
    note: str = field(repr=False)
    position: Position | None
    no_position: NoPosition | None
    papers: tuple[str, ...]
    companion: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """The whole of a visit, as it is sealed and known by its hash."""

    visit_id: UUID
    customer_id: UUID
    application_id: UUID | None
    purpose: VisitPurpose
    assignee: str
    planned_at: datetime
    reported_at: datetime
    report: Report


@dataclass(eq=False)
class Visit(Aggregate):
    """One visit. `place` and `sealed_record` are sealed; the hash of the record is what evidence names."""

    AUDITED_AS = "visit"

    id: UUID
    customer_id: UUID
    application_id: UUID | None
    branch: str
    assignee: str
    purpose: VisitPurpose
    planned_at: datetime
    place: str = field(repr=False)
    made_at: datetime
    status: VisitStatus = VisitStatus.PLANNED
    outcome: VisitOutcome | None = None
    arrived_at: datetime | None = None
    sealed_record: str | None = field(default=None, repr=False)
    record_sha256: str | None = None
    companion: str | None = None
    confirmed_at: datetime | None = None
    ended_at: datetime | None = None

    @classmethod
    def plan(
        cls,
        id: UUID,
        customer: tuple[UUID, str],
        about: UUID | None,
        purpose: VisitPurpose,
        at: datetime,
        place: str,
        by: str,
        now: datetime,
    ) -> "Visit":
        """A visit of today or a later day. Raises Invalid `visit-in-the-past`."""
        if business_day(at) < business_day(now):
            raise wrong_field("/planned_at", "visit-in-the-past", "a visit is planned for today or a later day")
        customer_id, branch = customer
        visit = cls(id, customer_id, about, branch, by, purpose, at, place, now)
        visit.audit("plan_visit", {"purpose": purpose.value, "planned_at": at.isoformat()})
        return visit

    def require_assignee(self, subject: str) -> None:
        """Raises Forbidden `visit-of-another`: who goes there tells of it."""
        if subject != self.assignee:
            raise Forbidden("visit-of-another", "who goes there tells of it, nobody else")

    def require_planned(self) -> None:
        """Raises Conflict `visit-reported`, `visit-cancelled`."""
        if self.status is VisitStatus.REPORTED:
            raise Conflict("visit-reported", f"the visit was told of at {self.ended_at}; a record is not changed")
        if self.status is VisitStatus.CANCELLED:
            raise Conflict("visit-cancelled", f"the visit was cancelled at {self.ended_at}")

    def add_paper(self, sha256: str, known: Collection[str]) -> None:
        """Another photograph or drawing. Raises Conflict `visit-papers-too-many`."""
        self.require_planned()
        if sha256 not in known and len(known) >= MOST_PAPERS:
            raise Conflict("visit-papers-too-many", f"a visit has {MOST_PAPERS} photographs and drawings at most")
        self.audit("keep_visit_paper", {"sha256": sha256})

    def tell(self, report: Report, papers: Iterable[VisitPaper], now: datetime) -> Paper[Record]:
        """Closes the visit with its record, which is to be sealed. Raises Invalid `visit-report-incomplete`."""
        self.require_planned()
        if errors := list(self._lacking(report, list(papers), now)):
            raise Invalid("visit-report-incomplete", "; ".join(each.detail for each in errors), errors)
        about = (self.id, self.customer_id, self.application_id, self.purpose, self.assignee, self.planned_at)
        paper = Paper.of(Record(*about, now, report))
        self.status, self.outcome, self.arrived_at = VisitStatus.REPORTED, report.outcome, report.arrived_at
        self.companion, self.record_sha256, self.ended_at = report.companion, paper.hash, now
        told = {"outcome": report.outcome.value, "sha256": paper.hash, "papers": str(len(report.papers))}
        self.audit("report_visit", told | {"position": (report.no_position or "KNOWN")})
        return paper

    def confirm(self, by: str, now: datetime) -> None:
        """Who was there as the second person vouches for the record. Raises Conflict `visit-not-reported`,
        `visit-already-confirmed`, Forbidden `visit-of-another`."""
        if self.status is not VisitStatus.REPORTED:
            raise Conflict("visit-not-reported", "nobody has told of this visit yet")
        if by != self.companion:
            raise Forbidden("visit-of-another", "the second person whom the record names vouches for it")
        if self.confirmed_at is not None:
            raise Conflict("visit-already-confirmed", f"it was confirmed at {self.confirmed_at.isoformat()}")
        self.confirmed_at = now
        self.audit("confirm_visit", {"sha256": str(self.record_sha256)})

    def cancel(self, now: datetime) -> None:
        """Nobody goes there."""
        self.require_planned()
        self.status, self.ended_at = VisitStatus.CANCELLED, now
        self.audit("cancel_visit")

    def _lacking(self, report: Report, papers: list[VisitPaper], now: datetime) -> Iterator[FieldError]:
        if report.arrived_at > now:
            yield FieldError("/arrived_at", "visit-not-made-yet", "a visit is told of after it was made")
        if (report.position is None) == (report.no_position is None):
            yield FieldError("/position", "visit-position-missing", "a position, or why there is none")
        if report.companion == self.assignee:
            yield FieldError("/companion", "visit-companion-same", "the second person is another one")
        kept = {paper.sha256: paper.kind for paper in papers}
        if missing := [each for each in report.papers if each not in kept]:
            yield FieldError("/papers", "visit-papers-missing", f"{len(missing)} of the pictures are not there yet")
        needed = PROVEN.get(self.purpose) if report.outcome is VisitOutcome.MET else None
        if needed is not None and needed not in {kept.get(each) for each in report.papers}:
            yield FieldError("/papers", "visit-unproven", f"a visit for {self.purpose.value} needs a {needed.value}")
