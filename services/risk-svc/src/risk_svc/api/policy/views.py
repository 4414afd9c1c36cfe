"""Answer models of policies."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.message import JsonObject
from risk_svc.domain.policy.proposal import PolicyProposal, ProposalStatus


class FindingView(BaseModel):
    """Something that is wrong with a policy."""

    place: str = Field(description="A node, a row, an example, the back-test")
    code: str
    detail: str


class PolicyCheckView(BaseModel):
    """What was found: nothing where the policy may be proposed."""

    policy_version: str
    findings: list[FindingView]
    backtest: JsonObject | None = Field(description="What it does to a sample of borrowers, by the model in force")


class PolicyProposalView(BaseModel):
    """A proposed policy, with what the back-test found, and what became of it."""

    id: UUID
    name: str
    policy_version: str
    backtest: JsonObject
    reason: str
    status: ProposalStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision_reason: str | None
    sequence: int

    @classmethod
    def of(cls, p: PolicyProposal) -> "PolicyProposalView":
        """The view of a proposal."""
        return cls.model_validate(p, from_attributes=True)


class PolicyView(BaseModel):
    """A registered decision graph (JDM)."""

    version: str
    name: str
    content: JsonObject
    active: bool
    registered_at: datetime
    approved_by: str = Field(description="`seed` for the installation's own, or who proposed and who approved it")
