"""Invoices over HTTP: whoever looks what a loan was used for has them checked."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, Field

from integration_gateway.api.ports import Context
from integration_gateway.domain.sources.invoice import InvoiceAnswer, InvoiceQuestion, InvoiceState, InvoiceVerdict
from integration_gateway.use_cases.sources.check_invoice import KeepInvoiceCheck
from loan_contracts.values import Minor
from loan_servicekit.http import Body, Router, problems, requires

router = Router(prefix="/v1", tags=["sources"])


class InvoiceCheckBody(Body):
    """What an invoice says, and which application it was handed in for."""

    application_id: UUID
    number: Annotated[str, Field(pattern=r"^(\d{8}|\d{20})$", examples=["26990000000012345678"])]
    issued_on: Annotated[date, Field(examples=["2026-08-15"])]
    code: Annotated[str | None, Field(pattern=r"^\d{10,12}$", description="Absent on a fully digital one")] = None
    kind: Annotated[str | None, Field(pattern=r"^\d{2}$", examples=["08"])] = None
    check_code: Annotated[str | None, Field(pattern=r"^[0-9A-Za-z]{5,6}$", description="Its last places")] = None
    amount_minor: Annotated[Minor | None, Field(ge=1, le=10**14, description="Without tax", examples=[10_000_000])] = (
        None
    )

    def question(self) -> InvoiceQuestion:
        """As it is asked."""
        return InvoiceQuestion(self.number, self.issued_on, self.code, self.kind, self.check_code, self.amount_minor)


class InvoiceCheckView(BaseModel):
    """What the tax authorities know of an invoice. One that is VOID or RED proves nothing."""

    verdict: InvoiceVerdict
    state: InvoiceState | None = Field(description="What became of it, where it matches")
    seller: str | None = Field(description="Tax number")
    buyer: str | None = Field(description="Tax number")
    amount_minor: int | None
    tax_minor: int | None
    total_minor: int | None

    @classmethod
    def of(cls, answer: InvoiceAnswer) -> Self:
        """The view of an answer."""
        return cls.model_validate(answer, from_attributes=True)


@router.post("/invoice-checks", operation_id="check_invoice", responses=problems(), response_model=InvoiceCheckView)
async def check_invoice_route(
    body: InvoiceCheckBody, context: Annotated[Context, requires("purpose.check")]
) -> Response:
    """Asks the tax authorities about an invoice, at most five times a day for the same one. It is recorded who has
    asked."""
    question = body.question()
    answer = await context.ports.invoices().check(question)
    command = KeepInvoiceCheck(body.application_id, question, answer)
    return await context.perform(context.ports.operations.keep_invoice_check, command, InvoiceCheckView.of)
