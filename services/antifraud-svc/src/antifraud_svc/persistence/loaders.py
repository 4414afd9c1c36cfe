"""What operations load for a batch. Loaders only read."""

from collections.abc import Callable, Sequence

from antifraud_svc.domain.rules import Rule
from antifraud_svc.persistence.velocity import SqlSightings
from antifraud_svc.use_cases.ports import ScreeningBasis
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.db.unit_of_work import UnitOfWork


class Loaders:
    """The loaders of the service; `rules` gives those that hold today."""

    def __init__(self, rules: Callable[[], tuple[Rule, ...]]) -> None:
        self._rules = rules

    async def screening_basis(self, uow: UnitOfWork, commands: Sequence[FraudScreeningRequested]) -> ScreeningBasis:
        """Where sightings are written and counted, and the rules of the day."""
        return ScreeningBasis(SqlSightings(uow), self._rules())
