"""What operations on partners have loaded for a batch."""

from collections.abc import Sequence

from integration_gateway.persistence.partners.deliveries import SqlDeliveries
from loan_servicekit.db.unit_of_work import UnitOfWork


async def deliveries(uow: UnitOfWork, commands: Sequence[object]) -> SqlDeliveries:
    """Where deliveries are finished or sent again."""
    return SqlDeliveries(uow)
