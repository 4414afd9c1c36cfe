"""risk-svc has estimated how likely a borrower is not to pay: expected loss is computed with it."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Protocol

from loan_contracts.assessment import RiskAssessed
from postloan_svc.use_cases.classification.ports import UnitOfWork


class Estimates(Protocol):
    """What risk-svc has estimated, by application."""

    async def note(self, assessed: Sequence[RiskAssessed]) -> None:
        """Keeps the newest of each application, and the first as that of its beginning."""


async def note_estimate(
    commands: Sequence[RiskAssessed], estimates: Estimates, uow: UnitOfWork, now: datetime
) -> AsyncIterator[None]:
    """One statement for all of them; what was declined becomes no loan, and is not kept."""
    await estimates.note(commands)
    for _ in commands:
        yield None
