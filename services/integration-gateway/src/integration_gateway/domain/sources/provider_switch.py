"""A provider that an operator has called no more, whatever its breaker says."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Aggregate


@dataclass(eq=False)
class ProviderSwitch(Aggregate):
    """Whether a provider is held open by hand; `id` follows from its name."""

    AUDITED_AS = "provider"

    id: UUID
    provider: str
    held: bool
    reason: str
    changed_by: str
    changed_at: datetime

    def turn(self, held: bool, reason: str, by: str, now: datetime) -> None:
        """By order of somebody, for a reason."""
        self.held, self.reason, self.changed_by, self.changed_at = held, reason, by, now
        self.audit("hold_provider" if held else "release_provider", {"provider": self.provider})
