"""A borrower's own applications over HTTP. What is not his is not there."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response
from pydantic import BaseModel, Field

from application_svc.api.applications.views import DecisionView, SupplementView
from application_svc.api.ports import Context
from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import ContractStatus
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.use_cases.applications.ports import ApplicationLine, Wanted
from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import Caller, NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires

router = Router(prefix="/v1/my", tags=["borrower"])


class OwnApplicationLineView(BaseModel):
    """An application of one's own in a list."""

    id: UUID
    application_no: str
    product_code: str
    amount_minor: int
    term_months: int
    status: ApplicationStatus
    contract_status: ContractStatus | None
    loan_id: UUID | None
    created_at: datetime
    submitted_at: datetime | None
    decided_at: datetime | None
    offer_expires_at: datetime | None
    disbursed_at: datetime | None

    @classmethod
    def of(cls, line: ApplicationLine) -> "OwnApplicationLineView":
        """The view of a line."""
        return cls.model_validate(line, from_attributes=True)


class OwnApplicationView(BaseModel):
    """An application of one's own, with the decision in the borrower's words."""

    id: UUID
    application_no: str = Field(examples=["AP202611237Q2M4K9T0ZBA"])
    product_code: str
    amount_minor: int
    term_months: int
    repayment_method: RepaymentMethod
    purpose: str
    status: ApplicationStatus
    contract_status: ContractStatus | None
    supplement: SupplementView | None = Field(description="The documents that are asked for")
    decision: DecisionView | None
    loan_id: UUID | None
    created_at: datetime
    submitted_at: datetime | None
    sequence: int

    @classmethod
    def of(cls, a: Application) -> "OwnApplicationView":
        """The view of an application."""
        asked = a.supplement
        return cls(
            id=a.id,
            application_no=a.application_no,
            product_code=a.product_code,
            amount_minor=a.wish.amount_minor,
            term_months=a.wish.term_months,
            repayment_method=a.wish.method,
            purpose=a.wish.purpose,
            status=a.status,
            contract_status=a.contract_status,
            supplement=asked
            and SupplementView(kinds=list(asked.kinds), requested_at=asked.requested_at, due_at=asked.due_at),
            decision=a.decision and DecisionView.of(a.decision, with_reasons=False),
            loan_id=a.loan_id,
            created_at=a.created_at,
            submitted_at=a.submitted_at,
            sequence=a.sequence,
        )


async def own_application(application_id: UUID, context: Context) -> Application:
    """The application of a path, where it is the caller's own; raises NotFound `application-not-found` for any other,
    as for one that is not there."""
    own = context.caller.owner()
    application = await context.ports.queries.applications.application(application_id)
    if application.customer_id != own:
        raise NotFound("application-not-found", f"there is no application {application_id}")
    return application


async def owner_of(application_id: UUID, context: Context) -> Caller:
    """The caller as who owns the application; raises NotFound where he does not."""
    return context.caller.owning((await own_application(application_id, context)).branch)


@router.get("/applications", operation_id="list_own_applications", responses=problems())
async def list_own_applications(
    context: Annotated[Context, requires("own-application.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[OwnApplicationLineView]:
    """The borrower's own applications, newest first."""
    wanted = Wanted(None, customer_id=context.caller.owner())
    found = await context.ports.queries.applications.applications(wanted, cursor.uuid(), cursor.limit + 1)
    shown = [OwnApplicationLineView.of(line) for line in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/applications/{application_id}", operation_id="get_own_application", responses=problems(404))
async def get_own_application(
    application_id: UUID, context: Annotated[Context, requires("own-application.read")], response: Response
) -> OwnApplicationView:
    """One of the borrower's own applications; its ETag is the sequence that If-Match of an act may name."""
    application = await own_application(application_id, context)
    response.headers["ETag"] = f'"{application.sequence}"'
    return OwnApplicationView.of(application)
