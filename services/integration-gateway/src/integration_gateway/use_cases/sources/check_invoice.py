"""Has an invoice checked, and keeps who has asked and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.sources.invoice import InvoiceAnswer, InvoiceQuestion
from integration_gateway.use_cases.desk.ports import Telling
from loan_contracts.operations import AuditRecorded


class Invoices(Protocol):
    """The tax authorities' word on invoices."""

    async def check(self, question: InvoiceQuestion) -> InvoiceAnswer:
        """Raises Unavailable `invoices-unavailable`."""


@dataclass(frozen=True, slots=True)
class KeepInvoiceCheck:
    """An invoice of an application was checked."""

    application_id: UUID
    question: InvoiceQuestion
    answer: InvoiceAnswer


async def keep_invoice_check(command: KeepInvoiceCheck, uow: Telling, now: datetime) -> InvoiceAnswer:
    """Tells the audit log."""
    answer = command.answer
    uow.emit(
        AuditRecorded(
            subject_type="invoice",
            subject_id=command.question.number,
            application_id=command.application_id,
            action="check_invoice",
            detail={"verdict": answer.verdict.value, "state": answer.state.value if answer.state else ""},
        )
    )
    return answer
