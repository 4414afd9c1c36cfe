"""Proposing and deciding on policies. Graphs are checked and back-tested before the transaction, by the route."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from loan_servicekit.core import Caller, Conflict, new_id
from risk_svc.domain.policy.proposal import PolicyProposal, ProposalStatus
from risk_svc.use_cases.policy.ports import PoliciesInForce, UnitOfWork


@dataclass(frozen=True, slots=True)
class ProposePolicy:
    """A graph that has passed its checks, with what the back-test found."""

    by: Caller
    in_force: PoliciesInForce
    name: str
    policy_version: str
    content: str
    examples: dict[str, Any]
    backtest: dict[str, Any]
    reason: str


@dataclass(frozen=True, slots=True)
class DecidePolicy:
    """What somebody decides about a proposal, in the version that he has seen."""

    by: Caller
    in_force: PoliciesInForce
    proposal_id: UUID
    expect: Callable[[int], None]
    reason: str = ""


async def propose_policy(command: ProposePolicy, uow: UnitOfWork, now: datetime) -> PolicyProposal:
    """A proposal. Raises Conflict where just this graph is in force already."""
    if await command.in_force.version(uow, command.name) == command.policy_version:
        raise Conflict("policy-in-force", f"{command.policy_version} is in force already")
    proposal = PolicyProposal(
        new_id(), command.name, command.policy_version, command.content, command.examples, command.backtest,
        command.reason, ProposalStatus.PROPOSED, command.by.subject, now,
    )  # fmt: skip
    proposal.propose()
    uow.policy_proposals.add(proposal)
    return proposal


async def approve_policy(command: DecidePolicy, uow: UnitOfWork, now: datetime) -> PolicyProposal:
    """The proposal, in force in place of the policy before it."""
    proposal = await uow.policy_proposals.get(command.proposal_id)
    command.expect(proposal.sequence)
    proposal.require_approvable(command.by)
    await command.in_force.put(uow, proposal, f"{proposal.proposed_by}, {command.by.subject}", now)
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
