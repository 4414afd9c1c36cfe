"""What is asked for and shown of papers."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, Field

from loan_servicekit.http import Body, Day
from postloan_svc.domain.papers.paper import Paper, PaperKind

PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


class StatementBody(Body):
    """Of which days."""

    from_day: Day
    to_day: Day


class PaperCheckBody(Body):
    """What stands on a paper that somebody holds."""

    number: Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9]{8}[0-9A-F]{8}$", examples=["DZ202611300A1B2C3D"])]
    code: Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{12,14}$", examples=["Q7K2-M9TD-44XB"])]


class PaperView(BaseModel):
    """A paper. Whoever holds it can have it checked by its number and code."""

    id: UUID
    loan_id: UUID
    kind: PaperKind
    number: str = Field(examples=["DZ202611300A1B2C3D"])
    verification_code: str = Field(examples=["Q7K2-M9TD-44XB"])
    issued_on: date = Field(description="The business day")
    issued_at: datetime

    @classmethod
    def of(cls, p: Paper) -> "PaperView":
        """The view of a paper."""
        return cls(
            id=p.id,
            loan_id=p.loan_id,
            kind=p.kind,
            number=p.number,
            verification_code=p.printed_code,
            issued_on=p.issued_on,
            issued_at=p.issued_at,
        )


class CheckedPaperView(BaseModel):
    """What a paper says that is genuine."""

    kind: PaperKind
    number: str
    issued_on: date
    content: dict[str, Any]

    @classmethod
    def of(cls, p: Paper) -> "CheckedPaperView":
        """The view of a paper for who has it before him."""
        return cls(kind=p.kind, number=p.number, issued_on=p.issued_on, content=p.content)


def as_file(paper: Paper, pdf: bytes) -> Response:
    """The answer that carries a paper."""
    headers = {"Content-Disposition": f'attachment; filename="{paper.number}.pdf"', "Cache-Control": "no-store"}
    return Response(pdf, headers=headers, media_type="application/pdf")
