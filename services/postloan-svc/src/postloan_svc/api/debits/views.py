"""What comes in about agreements and debits, and what is shown of them."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.payments.codes import meaning
from loan_contracts.payments.collecting import AgreementEnd
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from postloan_svc.api.servicing.views import MOST_MINOR, Reason
from postloan_svc.domain.debits.agreement import AgreementStatus, CollectionAgreement
from postloan_svc.domain.debits.attempt import DebitAttempt, DebitStatus, Occasion
from postloan_svc.domain.debits.run import DebitRun


class AgreementBody(Body):
    """What the borrower agrees to."""

    text_version: Annotated[str, text(1, 40), Field(description="The wording that he was shown", examples=["2026-1"])]
    parts: Annotated[bool, Field(description="Whether a part may be taken where there is not enough")] = True


class CardPaymentBody(Body):
    """What the borrower pays by his verified card, now."""

    amount_minor: Annotated[
        int | None, Field(gt=0, le=MOST_MINOR, description="Absent: what is due, or was quoted", examples=[888_488])
    ] = None
    quote_id: Annotated[UUID | None, Field(description="What was quoted for repaying before the term")] = None


class FreezeBody(Body):
    """Why nothing shall be collected."""

    reason: Reason


class AgreementView(BaseModel):
    """An agreement to collect what is due from the borrower's card."""

    id: UUID
    status: AgreementStatus
    text_version: str
    parts: bool
    agreed_at: datetime
    signed_at: datetime | None
    code: Annotated[str | None, Field(description="Of a refusal: the network's code")]
    refused_because: str | None
    ended_at: datetime | None
    end_reason: AgreementEnd | None
    frozen_at: Annotated[datetime | None, Field(description="Since then nothing is collected, until it goes on")]

    @classmethod
    def of(cls, a: CollectionAgreement) -> "AgreementView":
        """The view of an agreement."""
        return cls(
            id=a.id,
            status=a.status,
            text_version=a.text_version,
            parts=a.parts,
            agreed_at=a.agreed_at,
            signed_at=a.signed_at,
            code=a.code,
            refused_because=meaning(a.code) if a.code else None,
            ended_at=a.ended_at,
            end_reason=a.end_reason,
            frozen_at=a.frozen_at,
        )


class StaffAgreementView(AgreementView):
    """The same for staff: who agreed, who froze it and why."""

    agreed_by: str
    frozen_by: str | None
    frozen_because: str | None

    @classmethod
    def of(cls, a: CollectionAgreement) -> "StaffAgreementView":
        """The view of an agreement."""
        shown = AgreementView.of(a).model_dump()
        return cls(**shown, agreed_by=a.agreed_by, frozen_by=a.frozen_by, frozen_because=a.frozen_because)


class DebitView(BaseModel):
    """A debit from the borrower's card, and what became of it."""

    id: UUID
    occasion: Occasion
    business_date: date
    slot: Annotated[str | None, Field(description="Of an automatic one: whose time of the day it is")]
    part: Annotated[int, Field(description="Which order of the attempt: less is asked for where there is not enough")]
    amount_minor: int
    currency: str
    status: DebitStatus
    code: str | None
    failed_because: str | None
    requested_at: datetime
    ended_at: datetime | None
    repayment_id: Annotated[UUID | None, Field(description="The repayment that it is")]

    @classmethod
    def of(cls, d: DebitAttempt) -> "DebitView":
        """The view of a debit."""
        return cls(
            id=d.id,
            occasion=d.occasion,
            business_date=d.business_date,
            slot=d.slot,
            part=d.part,
            amount_minor=d.amount_minor,
            currency=d.currency,
            status=d.status,
            code=d.code,
            failed_because=meaning(d.code) if d.code and d.status is DebitStatus.FAILED else None,
            requested_at=d.requested_at,
            ended_at=d.ended_at,
            repayment_id=d.repayment_id,
        )


class StaffDebitView(DebitView):
    """The same for staff."""

    requested_by: str
    agreement_id: UUID | None
    problem: Annotated[
        str | None, Field(description="Why money that came, or went back, is not in the books as such: finance goes on")
    ]

    @classmethod
    def of(cls, d: DebitAttempt) -> "StaffDebitView":
        """The view of a debit."""
        shown = DebitView.of(d).model_dump()
        return cls(**shown, requested_by=d.requested_by, agreement_id=d.agreement_id, problem=d.problem)


class DebitRunView(BaseModel):
    """The attempts of one time of a day: how many debits were ordered, of how much."""

    business_date: date
    slot: str
    debits: int
    amount_minor: int
    ended_at: datetime | None

    @classmethod
    def of(cls, run: DebitRun) -> "DebitRunView":
        """The view of a run."""
        return cls(
            business_date=run.business_date,
            slot=run.slot,
            debits=run.debits,
            amount_minor=run.amount_minor,
            ended_at=run.ended_at,
        )
