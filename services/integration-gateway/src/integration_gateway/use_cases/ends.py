"""What a transaction has in which work of any kind ends."""

from typing import Protocol

from integration_gateway.use_cases.notifications.communications import UnitOfWork as Communicating
from integration_gateway.use_cases.notifications.reminders import UnitOfWork as Reminding
from integration_gateway.use_cases.sources.ports import UnitOfWork as Collecting


class UnitOfWork(Collecting, Communicating, Reminding, Protocol):
    """One transaction."""
