"""What the routes of who works here take and answer."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from loan_contracts.access import APPROVER
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from workflow_svc.api.tasks.views import Place, Subject
from workflow_svc.domain.directory.member import Member, Post, sorted_roles
from workflow_svc.domain.directory.role_change import RoleChange
from workflow_svc.domain.proposals.proposed import ProposedStatus

Roles = Annotated[list[Annotated[str, Field(pattern=r"^[a-z][a-z-]{1,59}$")]], Field(max_length=10)]


class PostBody(Body):
    """Somebody's roles and branch."""

    subject: Subject
    roles: Roles
    branch: Annotated[Place | None, Field(examples=["310000-01"])] = None

    def post(self) -> Post:
        """In the domain's words."""
        return Post(self.subject, sorted_roles(self.roles), self.branch)


class RoleChangeBody(PostBody):
    """Which roles somebody shall hold, and no others; without any he leaves."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "subject": "u-approver-2",
                    "roles": [APPROVER],
                    "branch": "100000-00",
                    "reason": "接替离职同事，人事令 2099-018",
                }
            ]
        }
    )

    reason: Annotated[str, text(5, 500), Field(examples=["接替离职同事，人事令 2099-018"])]


class RoleDecisionBody(Body):
    """Why it is decided so; it goes into no message."""

    reason: Annotated[str | None, text(0, 500), Field(examples=["已核对人事令"])] = None


class StaffReportBody(Body):
    """Everybody who can sign in as a member of staff."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"people": [{"subject": "u-approver-2", "roles": [APPROVER], "branch": "100000-00"}]}]
        }
    )

    people: Annotated[list[PostBody], Field(max_length=5000)]


class MemberView(BaseModel):
    """Somebody who works here."""

    subject: str
    roles: list[str]
    branch: str | None
    reported_at: datetime = Field(description="When whoever signs people in said so")

    @classmethod
    def of(cls, member: Member) -> Self:
        """The view of a member."""
        return cls.model_validate(member, from_attributes=True)


class StaffView(BaseModel):
    """Everybody; there are few, so all are told at once."""

    items: list[MemberView]


class RoleChangeView(BaseModel):
    """A change of somebody's roles, and what became of it."""

    id: UUID
    subject: str
    roles: list[str]
    branch: str | None
    before_roles: list[str]
    before_branch: str | None
    reason: str
    status: ProposedStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision_reason: str | None
    carried_out_at: datetime | None = Field(description="When whoever signs people in had done it")

    @classmethod
    def of(cls, change: RoleChange) -> Self:
        """The view of a change."""
        return cls.model_validate(change, from_attributes=True)


class WaitingView(BaseModel):
    """What is to be carried out, in its order."""

    items: list[RoleChangeView]


class ReportedView(BaseModel):
    """How many have changed."""

    changed: int
