"""Proposing and deciding on policies. Graphs are checked and back-tested before the transaction, by the route."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_contracts.message import JsonObject
from loan_servicekit.core import Caller, Conflict, new_id
from risk_svc.domain.policy.proposal import PolicyProposal, ProposalStatus
from risk_svc.use_cases.policy.ports import PoliciesInForce, UnitOfWork


@dataclass(frozen=True, slots=True)
class ProposePolicy:
    """A graph that has passed its checks, with what the back-test found."""

    by: Caller
    name: str
    policy_version: str
    content: str
    examples: JsonObject
    backtest: JsonObject
    reason: str


@dataclass(frozen=True, slots=True)
class DecidePolicy:
    """What somebody decides about a proposal, in the version that he has seen."""

    by: Caller
    proposal_id: UUID
    expect: Callable[[int], None]
    reason: str = ""


async def propose_policy(
    command: ProposePolicy, in_force: PoliciesInForce, uow: UnitOfWork, now: datetime
) -> PolicyProposal:
    """A proposal. Raises Conflict where just this graph is in force already."""
    if await in_force.version(command.name) == command.policy_version:
        raise Conflict("policy-in-force", f"{command.policy_version} is in force already")
    proposal = PolicyProposal(
        id=new_id(),
        name=command.name,
        policy_version=command.policy_version,
        content=command.content,
        examples=command.examples,
        backtest=command.backtest,
        reason=command.reason,
        status=ProposalStatus.PROPOSED,
        proposed_by=command.by.subject,
        proposed_at=now,
    )
    proposal.propose()
    uow.policy_proposals.add(proposal)
    return proposal


async def approve_policy(
    command: DecidePolicy, in_force: PoliciesInForce, uow: UnitOfWork, now: datetime
) -> PolicyProposal:
    """The proposal, in force in place of the policy before it."""
    proposal = await uow.policy_proposals.get(command.proposal_id)
    command.expect(proposal.sequence)
    proposal.require_approvable(command.by)
    await in_force.put(proposal, approved_by=f"{proposal.proposed_by}, {command.by.subject}")
    proposal.approve(command.by, now)
    return proposal


async def reject_policy(command: DecidePolicy, uow: UnitOfWork, now: datetime) -> PolicyProposal:
    """The proposal that another person than its proposer did not want."""
    proposal = await uow.policy_proposals.get(command.proposal_id)
    command.expect(proposal.sequence)
    proposal.reject(command.by, now, command.reason)
    return proposal


async def withdraw_policy(command: DecidePolicy, uow: UnitOfWork, now: datetime) -> PolicyProposal:
    """The proposal that its proposer no longer wants."""
    proposal = await uow.policy_proposals.get(command.proposal_id)
    command.expect(proposal.sequence)
    proposal.withdraw(command.by, now)
    return proposal
