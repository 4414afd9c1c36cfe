"""What operations load for a batch. Loaders only read."""

from collections.abc import Sequence

from loan_servicekit.db.unit_of_work import UnitOfWork
from reporting_svc.domain.observation import Observation
from reporting_svc.persistence.records import SqlRecords


class Loaders:
    """The loaders of the service."""

    async def records(self, uow: UnitOfWork, commands: Sequence[Observation]) -> SqlRecords:
        """Where the messages of a batch are recorded."""
        return SqlRecords(uow)
