"""How other cases are shown beside the one that is decided: the customer's own, and decided ones like it."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from loan_contracts.decisions import Outcome
from workflow_svc.domain.cases.case import CaseStatus
from workflow_svc.use_cases.loans.ports import OtherCase

LATE_DPD = 30
SHOWN = 10
SHARE = Decimal("0.0001")
LENT = (Outcome.APPROVED, Outcome.CONDITIONAL)


class _Of(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class LoanView(_Of):
    """What became of an approval that was drawn."""

    loan_id: UUID
    principal_minor: int | None
    disbursed_on: date | None
    risk_class: str = Field(description="NORMAL, SPECIAL_MENTION, SUBSTANDARD, DOUBTFUL or LOSS")
    dpd: int = Field(description="Days past due, as told with its last class")
    most_dpd: int = Field(description="The most that was ever told")
    settled_on: date | None


class OtherCaseView(_Of):
    """Another application, how it was decided, and its loan."""

    application_id: UUID
    application_no: str
    branch: str
    product_code: str
    amount_minor: int
    status: CaseStatus
    opened_at: datetime
    outcome: Outcome | None
    decided_at: datetime | None
    approved_minor: int | None
    loan: LoanView | None


class SimilarCaseView(OtherCaseView):
    """A decided case like the one that is looked at."""

    score: int
    grade: str | None


class SimilarView(BaseModel):
    """Decided cases of the product that are nearest by score, on both sides of it, and what became of them."""

    compared: int = Field(description="So many cases, at most 200")
    approved: int
    approved_share: Decimal | None = Field(description="Of those compared; null where there are none")
    lent: int = Field(description="Of the approved, those that were paid out")
    late: int = Field(description=f"Of the lent, those that were ever more than {LATE_DPD} days past due")
    late_share: Decimal | None = Field(description="Of the lent; null where none was")
    nearest: list[SimilarCaseView] = Field(description=f"The {SHOWN} most like it")

    @classmethod
    def of(cls, others: Sequence[OtherCase]) -> Self:
        """The view of similar cases, the most like first."""
        approved = [other for other in others if other.outcome in LENT]
        lent = [other.loan for other in approved if other.loan is not None]
        late = [loan for loan in lent if loan.most_dpd > LATE_DPD]
        return cls(
            compared=len(others),
            approved=len(approved),
            approved_share=_share(len(approved), len(others)),
            lent=len(lent),
            late=len(late),
            late_share=_share(len(late), len(lent)),
            nearest=[SimilarCaseView.model_validate(other) for other in others[:SHOWN]],
        )


def _share(part: int, whole: int) -> Decimal | None:
    return (Decimal(part) / whole).quantize(SHARE) if whole else None
