"""What the routes of visits take and answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from application_svc.api.fields import Moment, Sha256
from application_svc.domain.visits.visit import (
    MOST_PAPERS,
    NoPosition,
    Position,
    Report,
    Visit,
    VisitOutcome,
    VisitPaper,
    VisitPaperKind,
    VisitPurpose,
    VisitStatus,
)
from application_svc.use_cases.visits.keep_visit_paper import Shot
from application_svc.use_cases.visits.ports import DayLine
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body

Subject = Annotated[str, Field(pattern=r"^[A-Za-z0-9._@-]{1,64}$", description="A user id", examples=["risk"])]


class VisitBody(Body):
    """A visit that is planned."""

    customer_id: UUID
    application_id: Annotated[UUID | None, Field(description="What it is about, if it is about one")] = None
    purpose: Annotated[VisitPurpose, Field(examples=["SITE_CHECK"])]
    planned_at: Annotated[Moment, Field(examples=["2099-01-04T02:30:00Z"])]
    place: Annotated[
        str | None,
        text(2, 200),
        Field(description="Where; without it the address that the customer has told", examples=["示例路 1 号 2 楼"]),
    ] = None


class CancellationBody(Body):
    """Nothing to say."""


class PositionBody(Body):
    """Where the device was, in millionths of a degree (WGS 84)."""

    latitude_e6: Annotated[int, Field(ge=-90_000_000, le=90_000_000, examples=[31230400])]
    longitude_e6: Annotated[int, Field(ge=-180_000_000, le=180_000_000, examples=[121473700])]
    accuracy_m: Annotated[int, Field(ge=0, le=100_000, examples=[12])]
    at: Moment

    def position(self) -> Position:
        """The position."""
        return Position(self.latitude_e6, self.longitude_e6, self.accuracy_m, self.at)


class ShotBody(Body):
    """When and where a picture was taken."""

    kind: VisitPaperKind
    taken_at: Moment
    position: PositionBody | None = None

    def shot(self) -> Shot:
        """What is told of the picture."""
        return Shot(self.kind, self.taken_at, self.position.position() if self.position is not None else None)


class VisitReportBody(Body):
    """What came of a visit."""

    outcome: Annotated[VisitOutcome, Field(examples=["MET"])]
    arrived_at: Annotated[Moment, Field(examples=["2026-01-20T02:30:00Z"])]
    note: Annotated[str, text(5, 2000, lines=True), Field(examples=["经营正常，在岗 12 人，设备运转。"])]
    position: PositionBody | None = None
    no_position: Annotated[NoPosition | None, Field(description="Why there is none", examples=["UNAVAILABLE"])] = None
    papers: Annotated[
        list[Sha256], Field(max_length=MOST_PAPERS, description="SHA-256 of each picture that belongs to it")
    ] = []
    companion: Annotated[Subject | None, Field(description="The second person, who vouches for it")] = None

    def report(self) -> Report:
        """The report."""
        return Report(
            outcome=self.outcome,
            arrived_at=self.arrived_at,
            note=self.note,
            position=self.position.position() if self.position is not None else None,
            no_position=self.no_position,
            papers=tuple(self.papers),
            companion=self.companion,
        )


class VisitPaperView(BaseModel):
    """A photograph or a drawing, without its content and its position."""

    id: UUID
    kind: VisitPaperKind
    media_type: str
    size_bytes: int
    sha256: str
    taken_at: datetime
    uploaded_at: datetime
    uploaded_by: str

    @classmethod
    def of(cls, paper: VisitPaper) -> "VisitPaperView":
        """The view of a picture."""
        return cls.model_validate(paper, from_attributes=True)


class VisitView(BaseModel):
    """A visit, without where it goes and what was told."""

    id: UUID
    customer_id: UUID
    application_id: UUID | None
    branch: str
    assignee: str
    purpose: VisitPurpose
    planned_at: datetime
    status: VisitStatus
    outcome: VisitOutcome | None
    arrived_at: datetime | None
    record_sha256: str | None = Field(description="SHA-256 of the record: what evidence names, with the visit's id")
    companion: str | None
    confirmed_at: datetime | None = Field(description="When the second person vouched for the record")
    ended_at: datetime | None
    sequence: int

    @classmethod
    def of(cls, visit: Visit) -> "VisitView":
        """The view of a visit."""
        return cls.model_validate(visit, from_attributes=True)


class DayVisitView(VisitView):
    """A visit of the caller's own, with where it goes."""

    customer_name: str = Field(description="Masked")
    application_no: str | None
    wanted: list[str] = Field(description="Papers that a reviewer asked for")
    place: str
    papers: list[VisitPaperView]

    @classmethod
    def at(cls, line: DayLine, place: str, papers: Sequence[VisitPaper]) -> "DayVisitView":
        """The view of a visit of a day."""
        told = VisitView.of(line.visit).model_dump()
        pictures = [VisitPaperView.of(each) for each in papers]
        around = {"customer_name": line.customer_name, "application_no": line.application_no}
        return cls.model_validate(told | around | {"wanted": line.wanted, "place": place, "papers": pictures})


class DayView(BaseModel):
    """What the caller has planned for a day."""

    items: list[DayVisitView]


class VisitRecordView(BaseModel):
    """What was told of a visit: the record as it is known by its hash, and its pictures."""

    id: UUID
    place: str
    record: str | None = Field(description="Canonical JSON; its SHA-256 is `record_sha256`")
    record_sha256: str | None
    papers: list[VisitPaperView]
