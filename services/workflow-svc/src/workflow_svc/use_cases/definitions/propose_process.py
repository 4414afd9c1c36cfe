"""A process is proposed by one person and published by another, or turned down, or taken back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, Conflict, new_id
from workflow_svc.domain.definitions.proposal import ProcessProposal
from workflow_svc.engine import Publication
from workflow_svc.use_cases.definitions.ports import UnitOfWork
from workflow_svc.use_cases.definitions.publish_process import PublishProcess, publish_process


@dataclass(frozen=True, slots=True)
class ProposeProcess:
    """A process that passed its checks."""

    caller: Caller
    publication: Publication


@dataclass(frozen=True, slots=True)
class ApproveProcess:
    """Publish what is proposed; it has passed its checks again."""

    caller: Caller
    proposal_id: UUID
    publication: Publication
    reason: str | None


@dataclass(frozen=True, slots=True)
class DecideProcess:
    """Turn down or take back what is proposed."""

    caller: Caller
    proposal_id: UUID
    reason: str | None


async def propose_process(command: ProposeProcess, uow: UnitOfWork, now: datetime) -> ProcessProposal:
    """A proposal that waits for a second person."""
    definition = command.publication.definition
    proposal = ProcessProposal(
        id=new_id(),
        code=definition.code,
        name=definition.name,
        sha256=definition.sha256,
        bpmn=definition.bpmn.decode(),
        proposed_by=command.caller.subject,
        proposed_at=now,
    )
    proposal.propose()
    uow.process_proposals.add(proposal)
    return proposal


async def approve_process(
    command: ApproveProcess, published: set[tuple[str, int]], uow: UnitOfWork, now: datetime
) -> ProcessProposal:
    """New cases start on the version from now on. Raises Forbidden `maker-not-checker`, Conflict
    `process-proposal-decided`, `process-published-meanwhile`."""
    proposal, definition = await uow.process_proposals.get(command.proposal_id), command.publication.definition
    proposal.require_decidable(command.caller.subject)
    if definition.sha256 != proposal.sha256:
        raise Conflict("process-published-meanwhile", "what was checked is not what is proposed; try again")
    by = f"{proposal.proposed_by},{command.caller.subject}"
    await publish_process(PublishProcess(command.publication, by), published, uow, now)
    proposal.approve(command.caller.subject, command.reason, definition.version, now)
    return proposal


async def reject_process(command: DecideProcess, uow: UnitOfWork, now: datetime) -> ProcessProposal:
    """Raises what `ProcessProposal.reject` raises."""
    proposal = await uow.process_proposals.get(command.proposal_id)
    proposal.reject(command.caller.subject, command.reason, now)
    return proposal


async def withdraw_process(command: DecideProcess, uow: UnitOfWork, now: datetime) -> ProcessProposal:
    """Raises what `ProcessProposal.withdraw` raises."""
    proposal = await uow.process_proposals.get(command.proposal_id)
    proposal.withdraw(command.caller.subject, command.reason, now)
    return proposal
