"""What the routes of authority take and answer."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from loan_contracts.access import APPROVER, TASK_ROLES
from loan_servicekit.core import Caller
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day
from workflow_svc.api.tasks.views import Place, Subject
from workflow_svc.domain.authority.binding import Exceptional
from workflow_svc.domain.authority.grants import Grant, Scope
from workflow_svc.domain.parameters import MOST_ALONE
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.use_cases.authority.change_authority import ProposeAuthority

MOST_MINOR = int(MOST_ALONE) * 100
ROLES = f"^({'|'.join(sorted(TASK_ROLES))})$"
Named = Place | None


class AuthorityBody(Body):
    """Up to how much whoever has a role may approve alone. What is left out holds whatever it is."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "role": APPROVER,
                    "grade": "D",
                    "most_minor": 10_000_000,
                    "valid_from": "2099-01-01",
                    "reason": "D 级客户单户不超过十万元",
                }
            ]
        }
    )

    role: Annotated[str, Field(pattern=ROLES, examples=[APPROVER])]
    subject: Subject | None = None
    branch: Annotated[Named, Field(examples=["990101"])] = None
    product_code: Annotated[Named, Field(examples=["PCL-ONLINE"])] = None
    grade: Annotated[Named, Field(description="Of the assessment", examples=["D"])] = None
    exception: Annotated[
        Exceptional | None, Field(description="Of approvals that need this exception alone, beside what else binds")
    ] = None
    most_minor: Annotated[int, Field(ge=0, le=MOST_MINOR, description="0 takes it away", examples=[10_000_000])]
    valid_from: Annotated[Day, Field(examples=["2099-01-01"])]
    valid_to: Annotated[Day | None, Field(description="The last day; absent: until another one begins")] = None
    reason: Annotated[str, text(10, 500), Field(examples=["D 级客户单户不超过十万元"])]

    def command(self, caller: Caller) -> ProposeAuthority:
        """In the domain's words."""
        scope = Scope(self.subject, self.branch, self.product_code, self.grade)
        return ProposeAuthority(
            caller,
            self.role,
            scope,
            self.exception,
            self.most_minor,
            self.valid_from,
            self.valid_to,
            self.reason,
        )


class AuthorityDecisionBody(Body):
    """Why it is decided so; it goes into no message."""

    reason: Annotated[str | None, text(0, 500), Field(examples=["第 12 次风险会议通过"])] = None


class AuthorityView(BaseModel):
    """A grant of authority, or the proposal of one, and what became of it."""

    id: UUID
    role: str
    subject: str | None
    branch: str | None
    product_code: str | None
    grade: str | None
    exception: str | None
    most_minor: int
    valid_from: date
    valid_to: date | None
    reason: str
    status: ProposedStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision_reason: str | None

    @classmethod
    def of(cls, grant: Grant) -> Self:
        """The view of a grant."""
        scope = {name: getattr(grant.scope, name) for name in ("subject", "branch", "product_code", "grade")}
        own = {name: getattr(grant, name) for name in cls.model_fields.keys() - scope.keys()}
        return cls.model_validate(own | scope)
