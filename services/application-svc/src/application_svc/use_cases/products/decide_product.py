"""The second person's word on a proposed product version, or its proposer's withdrawal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.products.product_proposal import ProductProposal
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.products.ports import AddedVersion, BoundsInForce, Versions
from application_svc.use_cases.products.propose_product import require_sellable
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class DecideProduct:
    """What becomes of this proposal, and why."""

    caller: Caller
    proposal_id: UUID
    reason: str | None
    bounds: BoundsInForce


async def approve_product(
    command: DecideProduct, versions: Versions, uow: UnitOfWork, now: datetime
) -> ProductProposal:
    """The version comes on sale on its first day. It is checked again: law and date may have moved since.

    Two proposals of one next version may wait; the table takes one of them. Raises what `ProductProposal.approve` and
    `require_sellable` raise.
    """
    proposal = await uow.product_proposals.get(command.proposal_id)
    proposal.require_decidable(command.caller.subject)
    product = proposal.product
    known = versions.setdefault(product.code, [])
    require_sellable(product, known, command.bounds, now)
    proposal.approve(command.caller.subject, command.reason, now)
    uow.product_versions.append(
        AddedVersion(
            code=product.code,
            version=product.version,
            valid_from=product.valid_from,
            content=product.model_dump(mode="json"),
            added_by=f"{proposal.proposed_by}, {command.caller.subject}",
            added_at=now,
        )
    )
    known.append(product)
    return proposal


async def reject_product(command: DecideProduct, uow: UnitOfWork, now: datetime) -> ProductProposal:
    """Raises what `ProductProposal.reject` raises."""
    proposal = await uow.product_proposals.get(command.proposal_id)
    proposal.reject(command.caller.subject, command.reason, now)
    return proposal


async def withdraw_product(command: DecideProduct, uow: UnitOfWork, now: datetime) -> ProductProposal:
    """Raises what `ProductProposal.withdraw` raises."""
    proposal = await uow.product_proposals.get(command.proposal_id)
    proposal.withdraw(command.caller.subject, command.reason, now)
    return proposal
