"""What the routes of committees take and answer."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from loan_servicekit.core import Caller
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day
from workflow_svc.api.tasks.views import Place, Subject
from workflow_svc.domain.committee.sitting import LEAST, Committee
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.use_cases.committee.appoint_committee import ProposeCommittee


class CommitteeBody(Body):
    """Who votes on what goes to the committee: of one branch, or of all."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "members": ["u-member-1", "u-member-2", "u-member-3"],
                    "chair": "u-chair",
                    "secret": False,
                    "valid_from": "2099-01-01",
                    "reason": "董事会第 7 次会议决议",
                }
            ]
        }
    )

    branch: Annotated[Place | None, Field(description="Absent: of every branch")] = None
    members: Annotated[
        list[Subject],
        Field(min_length=LEAST, max_length=30, examples=[["u-member-1", "u-member-2", "u-member-3"]]),
    ]
    chair: Annotated[
        Subject | None, Field(description="Has the last word on an approval, and no vote: only downwards")
    ] = None
    secret: Annotated[bool, Field(description="Nobody learns who voted how")] = False
    valid_from: Annotated[Day, Field(examples=["2099-01-01"])]
    reason: Annotated[str, text(10, 500), Field(examples=["董事会第 7 次会议决议"])]

    def command(self, caller: Caller) -> ProposeCommittee:
        """In the domain's words."""
        return ProposeCommittee(
            caller, self.branch, tuple(self.members), self.chair, self.secret, self.valid_from, self.reason
        )


class CommitteeDecisionBody(Body):
    """Why it is decided so; it goes into no message."""

    reason: Annotated[str | None, text(0, 500), Field(examples=["已核对任命文件"])] = None


class CommitteeView(BaseModel):
    """A committee, or the proposal of one, and what became of it."""

    id: UUID
    branch: str | None
    members: list[str]
    chair: str | None
    secret: bool
    valid_from: date
    reason: str
    status: ProposedStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision_reason: str | None

    @classmethod
    def of(cls, committee: Committee) -> Self:
        """The view of a committee."""
        return cls.model_validate(committee, from_attributes=True)
