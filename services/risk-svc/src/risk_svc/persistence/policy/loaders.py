"""What operations on policies load. Loaders only read."""

from collections.abc import Sequence

from loan_servicekit.db.unit_of_work import UnitOfWork
from risk_svc.persistence.policy.in_force import SqlPoliciesInForce


async def policies_in_force(uow: UnitOfWork, commands: Sequence[object]) -> SqlPoliciesInForce:
    """Where a use case sees and changes which policy decides."""
    return SqlPoliciesInForce(uow)
